//! Content that users expect but a document lacks: text, numbered clauses.

use super::{ContentId, Document, Title};
use crate::messages::places;
use std::fmt;

/// Content that a document lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// Everything: it is empty.
    Bytes,
    /// Text: it contains only white space.
    Text,
    /// Numbered clauses; it has headings.
    Clauses,
    /// Numbered clauses and headings.
    Sections,
}

impl fmt::Display for Lack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Bytes => places::EMPTY_DOCUMENT,
            Self::Text => places::ONLY_WHITE_SPACE,
            Self::Clauses => places::ONLY_HEADINGS,
            Self::Sections => places::NO_HEADINGS,
        })
    }
}

impl Document {
    /// Returns what the document lacks, if anything; `None` if only its beginning
    /// was read.
    pub fn lacks(&self) -> Option<Lack> {
        let metadata = self.metadata();
        let titled = || {
            let named = |title: &Title| !matches!(title, Title::Unnamed);
            self.sections().len() > 1 || self.sections().iter().any(|s| named(&s.title))
        };
        // Nobody looks for clauses in what a program printed.
        if self.is_printed()
            || metadata.read.is_some()
            || self.sections().iter().any(|s| s.kind.is_provision())
        {
            None
        } else if metadata.content == ContentId::NOTHING {
            Some(Lack::Bytes)
        } else if self.block_count() == 0 {
            Some(Lack::Text)
        } else if titled() {
            Some(Lack::Clauses)
        } else {
            Some(Lack::Sections)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Origin;

    #[test]
    fn what_is_missing_is_reported() {
        for (text, lack) in [
            ("", Some(Lack::Bytes)),
            (" \n\n\t\n", Some(Lack::Text)),
            ("Of lamps\n\nA lamp burns.\n\nIt is lit at dusk.\n", Some(Lack::Clauses)),
            ("A lamp burns at night.\n\nIt is lit at dusk.\n", Some(Lack::Sections)),
            ("Rules\n\n1. A lamp burns.\n\n2. It is lit.\n", None),
        ] {
            let document = crate::source::read(text.as_bytes(), Origin::StandardInput);
            assert_eq!(document.expect("text").lacks(), lack, "{text:?}");
        }
    }
}
