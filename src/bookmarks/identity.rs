//! The identity of a document: by its content, its description and its path, in
//! this order of trust.

use crate::document::{Document, Metadata, Origin};
use serde::{Deserialize, Serialize};

/// What identifies a document.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DocumentIdentity {
    /// The SHA-256 of its bytes, in hexadecimal.
    pub content: String,
    /// Its title, with volume, number and date.
    pub title: String,
    /// Where it was: an absolute path, `built-in`, or `-`.
    pub source: String,
}

/// Why two documents count as the same, the strongest reason last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trust {
    /// They were read from the same path.
    Path,
    /// They have the same description: editions of one document.
    Description,
    /// They are identical to the byte.
    Content,
}

impl DocumentIdentity {
    /// Returns the identity of a document.
    pub fn of(document: &Document) -> Self {
        let metadata = document.metadata();
        // A relative path would name another file from another folder.
        let source = match &metadata.origin {
            Origin::File(path) => match std::path::absolute(path) {
                Ok(path) => Origin::File(path).place().into_owned(),
                Err(_) => metadata.origin.place().into_owned(),
            },
            other => other.place().into_owned(),
        };
        Self { content: metadata.content.to_string(), title: metadata.headline(), source }
    }

    /// Whether its description is more than a title, so that another text with
    /// the same description is an edition of it.
    pub fn is_described(&self) -> bool {
        self.title.contains(Metadata::PARTED_BY)
    }

    /// Returns why the two are the same document, if they are.
    pub fn same_as(&self, other: &Self) -> Option<Trust> {
        let placed = Origin::StandardInput.to_string();
        if self.content == other.content {
            Some(Trust::Content)
        } else if self.is_described() && self.title == other.title {
            Some(Trust::Description)
        } else if self.source == other.source && self.source != placed && !self.source.is_empty() {
            Some(Trust::Path)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trust_goes_from_the_content_to_the_path() {
        let identity = |content: &str, title: &str, source: &str| DocumentIdentity {
            content: content.to_owned(),
            title: title.to_owned(),
            source: source.to_owned(),
        };
        let letter = identity("aa", "Letter · No. 7", "/home/letter.txt");
        // Renamed or moved.
        assert_eq!(letter.same_as(&identity("aa", "x", "/b")), Some(Trust::Content));
        // Corrected, and kept elsewhere.
        assert_eq!(
            letter.same_as(&identity("bb", "Letter · No. 7", "/b")),
            Some(Trust::Description)
        );
        // Edited where it is.
        assert_eq!(
            letter.same_as(&identity("bb", "Letter · No. 8", "/home/letter.txt")),
            Some(Trust::Path)
        );
        // The same name in another folder; the same title and nothing else.
        assert_eq!(letter.same_as(&identity("bb", "Letter", "/other/letter.txt")), None);
        let notes = identity("aa", "Notes", "/a/notes.txt");
        assert_eq!(notes.same_as(&identity("bb", "Notes", "/b/notes.txt")), None);
        // Standard input has no path.
        assert_eq!(identity("aa", "x", "-").same_as(&identity("bb", "y", "-")), None);
    }
}
