//! Filters for lists: of bookmarks by words, tag, standing, colour and document; and of documents.

use super::{AnchoredBookmark, Recent};

/// A filter whose terms must all match: plain words, `#tag`, `is:lost`, `colour:red`, `in:title`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    terms: Vec<FilterTerm>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum FilterTerm {
    Words(String),
    Tag(String),
    State(String),
    Colour(String),
    Document(String),
}

impl Filter {
    /// Parses the typed text.
    pub fn new(typed: &str) -> Self {
        let term = |word: &str| {
            let word = word.to_lowercase();
            let after = |mark: &str| word.strip_prefix(mark).map(str::to_owned);
            after("#")
                .map(FilterTerm::Tag)
                .or_else(|| after("is:").map(FilterTerm::State))
                .or_else(|| after("colour:").or_else(|| after("color:")).map(FilterTerm::Colour))
                .or_else(|| after("in:").map(FilterTerm::Document))
                .unwrap_or(FilterTerm::Words(word))
        };
        Self { terms: typed.split_whitespace().map(term).collect() }
    }

    /// Whether a bookmark matches.
    pub fn takes(&self, kept: &AnchoredBookmark) -> bool {
        let bookmark = &kept.bookmark;
        let holds = |text: &str, words: &str| text.to_lowercase().contains(words);
        self.terms.iter().all(|term| match term {
            FilterTerm::Words(words) => {
                holds(&bookmark.quotation.exact, words)
                    || holds(&bookmark.note, words)
                    || holds(&bookmark.address, words)
            }
            FilterTerm::Tag(tag) => {
                bookmark.tags.iter().any(|own| own.to_lowercase().starts_with(tag))
            }
            FilterTerm::State(standing) => kept.standing().starts_with(standing.as_str()),
            FilterTerm::Colour(colour) => bookmark.highlight.name().starts_with(colour.as_str()),
            FilterTerm::Document(title) => {
                holds(&bookmark.document.title, title) || holds(&bookmark.document.source, title)
            }
        })
    }
}

impl Filter {
    /// Whether a document matches: by words of its title or path, by its path, or by its standing.
    /// Documents have no tags and no colour.
    pub fn takes_document(&self, recent: &Recent) -> bool {
        let holds = |text: &str, words: &str| text.to_lowercase().contains(words);
        self.terms.iter().all(|term| match term {
            FilterTerm::Words(words) => holds(&recent.title, words) || holds(&recent.source, words),
            FilterTerm::Document(path) => holds(&recent.source, path),
            FilterTerm::State(standing) => recent.standing.name().starts_with(standing.as_str()),
            FilterTerm::Tag(_) | FilterTerm::Colour(_) => false,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bookmarks::{Anchor, Bookmark, Highlight, Quotation};

    #[test]
    fn every_term_must_fit() {
        let kept = AnchoredBookmark {
            bookmark: Bookmark {
                quotation: Quotation { exact: "The lamp burns".to_owned(), ..Quotation::default() },
                note: "ask the keeper".to_owned(),
                tags: vec!["Sea".to_owned(), "oil".to_owned()],
                highlight: Highlight::Red,
                ..Bookmark::default()
            },
            trust: None,
            anchor: Some(Anchor::Lost),
            choice: 0,
        };
        for (typed, taken) in [
            ("", true),
            ("LAMP keeper", true),
            ("lamp harbour", false),
            ("#sea", true),
            ("#se #oil", true),
            ("#salt", false),
            ("is:lost colour:red lamp", true),
            ("is:moved", false),
            ("in:letter", false),
        ] {
            assert_eq!(Filter::new(typed).takes(&kept), taken, "{typed}");
        }
    }
}
