//! How much two texts have in common.

use super::bag::Bag;
use super::document_words::DocumentWords;
use super::weights::{Weights, WordWeights};
use crate::document::Document;

/// Two versions of one text have at least this share of their words in common, by weight.
const LEAST_OF_VERSIONS: f32 = 0.4;

/// Returns the share of words, by weight, that two texts have in common, 0 to 1.
pub fn common((old, new): (&DocumentWords, &DocumentWords), weights: Weights) -> f32 {
    Bag::of_all(old).likeness(&Bag::of_all(new), |key| weights.of(*key))
}

/// Whether two documents are versions of one text, by their words.
pub fn are_versions(one: &Document, other: &Document) -> bool {
    let words = DocumentWords::of(one);
    let others = words.beside(other);
    let weights = WordWeights::between(&words, &others);
    let weights = Weights { words: &others, weights: &weights };
    common((&words, &others), weights) >= LEAST_OF_VERSIONS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Origin;

    fn document(text: &str) -> Document {
        crate::source::read(text.as_bytes(), Origin::StandardInput).expect("text")
    }

    #[test]
    fn versions_have_most_words_in_common_and_other_texts_do_not() {
        let rules = document(
            "1. The keeper lights the lamp at dusk.\n\n2. The mate coils the long rope at night.\n",
        );
        let edited = document(
            "1. The keeper lights both lamps at dusk.\n\n2. The mate coils the long rope.\n\n3. No barge moors in the fog.\n",
        );
        let other = document(
            "1. A member pays the dues of each year in spring.\n\n2. The meeting elects a treasurer.\n",
        );
        assert!(are_versions(&rules, &edited) && are_versions(&edited, &rules));
        assert!(!are_versions(&rules, &other));
    }
}
