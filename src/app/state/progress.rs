//! How far the user has read, in the document's own terms, and how many words are left.

use crate::document::{BlockId, Document, SectionId, SectionKind};
use crate::messages::states;
use std::ops::Range;

/// The outermost provisions of a document, grouped by the text or annex that numbers them; found by
/// going through the whole document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// The provisions, in order.
    provisions: Vec<SectionId>,
    /// The ranges of provisions that are counted together, in order.
    counted: Vec<Range<usize>>,
    /// A sample of the text, from which the number of words is estimated.
    sample: Sample,
}

/// A sample of the text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Sample {
    bytes: usize,
    words: usize,
}

/// The bytes of the text in which words are counted.
const SAMPLE: usize = 64 << 10;

impl Sample {
    /// Samples the middle of a document.
    fn of(document: &Document) -> Self {
        let text = document.text();
        let from = text.floor_char_boundary(text.len().saturating_sub(SAMPLE) / 2);
        let to = text.floor_char_boundary((from + SAMPLE).min(text.len()));
        let piece = &text[from..to];
        // In scripts without spaces a word has two characters on average.
        let unparted = piece.chars().filter(|c| *c >= '\u{2E80}').count();
        let parted = piece.split_whitespace().filter(|word| word.starts_with(|c| c < '\u{2E80}'));
        Self { bytes: piece.len(), words: parted.count() + unparted / 2 }
    }
}

impl Progress {
    /// Goes through a document.
    pub fn through(document: &Document) -> Self {
        let is_provision = |id: &SectionId| document.section(*id).kind.is_provision();
        let outermost = |id: &SectionId| {
            is_provision(id) && !document.ancestry(*id).skip(1).any(|outer| is_provision(&outer))
        };
        let provisions: Vec<SectionId> = document.section_ids().filter(outermost).collect();
        let annex = |id: SectionId| {
            document.ancestry(id).find(|id| document.section(*id).kind == SectionKind::Annex)
        };
        let mut counted = Vec::new();
        let mut start = 0;
        for group in provisions.chunk_by(|one, next| annex(*one) == annex(*next)) {
            counted.push(start..start + group.len());
            start += group.len();
        }
        Self { provisions, counted, sample: Sample::of(document) }
    }

    /// The average number of words per byte.
    pub fn words_a_byte(&self) -> f32 {
        self.sample.words as f32 / self.sample.bytes.max(1) as f32
    }

    /// A provision in the middle of the main text.
    pub fn example(&self) -> Option<SectionId> {
        let first = self.counted.first()?;
        self.provisions[first.clone()].get(first.len() / 2).copied()
    }

    /// The position of a block in the count: `clause 11 of 25`, `paragraph 4 of 14`.
    pub fn place(&self, document: &Document, block: BlockId) -> Option<String> {
        let section = document.block(block).section;
        let at = document.ancestry(section).find_map(|id| self.provisions.binary_search(&id).ok());
        if let Some(at) = at {
            let group = self.counted.iter().find(|group| group.contains(&at))?;
            let (nth, all) = (at - group.start + 1, group.len());
            let provision = document.section(self.provisions[at]);
            let kind = provision.kind.name();
            let number = provision.number.as_ref().map(ToString::to_string);
            return Some(if number.is_some_and(|number| number == nth.to_string()) {
                states::clause_of(kind, nth, all)
            } else {
                states::nth_of(nth, all, kind)
            });
        }
        let own = document.section(section);
        let number = document.paragraph_number(block).filter(|_| own.paragraphs > 1)?;
        (own.kind != SectionKind::Masthead).then(|| states::paragraph_of(number, own.paragraphs))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Origin;
    use crate::source;

    /// The positions of the blocks that begin with `words`.
    fn place(document: &Document, words: &str) -> Option<String> {
        let block = document.block_ids().find(|id| document.body(*id).starts_with(words));
        Progress::through(document).place(document, block.expect("the words"))
    }

    #[test]
    fn a_place_is_named_in_the_terms_of_the_document() {
        let bulletin = source::built_in().expect("the bulletin");
        let eleventh = bulletin.section_at("11").and_then(|id| bulletin.own_blocks(id).next());
        let told = Progress::through(&bulletin).place(&bulletin, eleventh.expect("clause 11"));
        assert_eq!(told.as_deref(), Some("clause 11 of 25"));
        assert_eq!(place(&bulletin, "Major Asian").as_deref(), Some("paragraph 2 of 14"));
        assert_eq!(place(&bulletin, "Special edition"), None);
    }

    #[test]
    fn words_are_counted_in_every_script() {
        let of = |text: &str| {
            let document = source::read(text.as_bytes(), Origin::StandardInput).expect("a text");
            Progress::through(&document).words_a_byte()
        };
        let english = of("The lamp is lit at dusk and is put out at dawn.\n");
        assert!((0.2..0.3).contains(&english), "{english}");
        let japanese = of("灯台守は日没に灯を点し夜明けに消さなければならない。\n");
        assert!((0.15..0.2).contains(&japanese), "{japanese}");
        assert_eq!(of("\n"), 0.0);
    }

    #[test]
    fn numbers_that_are_not_a_count_are_not_taken_for_one() {
        let text = "Lamp Act\n\nArticle 1\n\nLamps.\n\nArticle 1A\n\nWicks.\n\nArticle 2\n\nOil.\n\nArticle 3\n\nRope.\n";
        let document = source::read(text.as_bytes(), Origin::StandardInput).expect("a text");
        assert_eq!(place(&document, "Lamps").as_deref(), Some("article 1 of 4"));
        assert_eq!(place(&document, "Wicks").as_deref(), Some("2 of 4 articles"));
        assert_eq!(place(&document, "Oil").as_deref(), Some("3 of 4 articles"));
    }
}
