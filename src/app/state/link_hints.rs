//! Labels on the links, references and defined terms in view.

use crate::document::{Explained, Point};

/// The letters of labels, starting with those on the home row.
const LETTERS: &str = "asdfghjklqwertyuiopzxcvbnm";

/// The target of a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum Previewed {
    /// A link, by its index in the document.
    Link(usize),
    /// Words that the text explains.
    Words(Explained),
}

/// A label and its position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labelled {
    /// Its letters.
    pub label: String,
    /// The start of the words under it.
    pub point: Point,
    pub(in crate::app) what: Previewed,
}

/// The labels in view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkHints {
    pub(in crate::app) all: Vec<Labelled>,
    /// The letters typed so far.
    pub typed: String,
}

impl LinkHints {
    /// The labels that begin with the typed letters.
    pub fn fitting(&self) -> impl Iterator<Item = &Labelled> {
        self.all.iter().filter(|labelled| labelled.label.starts_with(&self.typed))
    }
}

/// Returns `count` labels, as short as possible.
pub(in crate::app) fn labels(count: usize) -> Vec<String> {
    let letters = || LETTERS.chars().map(String::from);
    if count <= LETTERS.len() {
        return letters().take(count).collect();
    }
    letters().flat_map(|first| letters().map(move |second| format!("{first}{second}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_short_and_none_begins_another() {
        assert_eq!(labels(3), ["a", "s", "d"]);
        assert!(labels(26).iter().all(|label| label.len() == 1));
        let many = labels(27);
        assert!(many.len() >= 27 && many.iter().all(|label| label.len() == 2));
    }
}
