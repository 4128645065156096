//! How distinctive words are in two texts together.

use super::document_words::{DocumentWords, WordKey};

/// The weights of all words of two texts.
#[derive(Debug)]
pub struct WordWeights(Vec<f32>);

impl WordWeights {
    /// The weights in two documents, of which the second has the numbers of the first: each is that in
    /// the text where the word is rarer; a text that lacks it has no say.
    pub fn between(old: &DocumentWords, new: &DocumentWords) -> Self {
        let mut weights = vec![1.0_f32; old.vocabulary().max(new.vocabulary())];
        for (key, _) in old.counts() {
            weights[key.index()] = old.weight(key);
        }
        for (key, _) in new.counts() {
            let own = new.weight(key);
            let weight = &mut weights[key.index()];
            *weight = if old.occurs(key) { weight.max(own) } else { own };
        }
        Self(weights)
    }
}

/// The words of two texts, by their numbers and weights.
#[derive(Debug, Clone, Copy)]
pub struct Weights<'a> {
    /// The words of the new text, which has the numbers of both.
    pub words: &'a DocumentWords,
    /// The weights.
    pub weights: &'a WordWeights,
}

impl Weights<'_> {
    /// The weight of a word; that of one that neither text has is 1.
    pub fn of(&self, key: WordKey) -> f32 {
        self.weights.0.get(key.index()).copied().unwrap_or(1.0)
    }
}
