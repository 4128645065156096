//! Which document a bookmark is of: known by its content, by what it says of
//! itself, and by its path, in this order of trust.

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

/// Why two documents are taken for one, the strongest reason last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trust {
    /// They were read from the same place.
    Path,
    /// They say the same of themselves: editions of one document.
    Description,
    /// They are the same to the byte.
    Content,
}

impl DocumentIdentity {
    /// The identity of a document.
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

    /// Whether it says more of itself than a title, so that another text that
    /// says the same is an edition of it.
    fn is_described(&self) -> bool {
        self.title.contains(Metadata::PARTED_BY)
    }

    /// Why the two are one document, where they are.
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
        // Of the same name in another folder; of the same title and no more.
        assert_eq!(letter.same_as(&identity("bb", "Letter", "/other/letter.txt")), None);
        let notes = identity("aa", "Notes", "/a/notes.txt");
        assert_eq!(notes.same_as(&identity("bb", "Notes", "/b/notes.txt")), None);
        // What was piped in has no place.
        assert_eq!(identity("aa", "x", "-").same_as(&identity("bb", "y", "-")), None);
    }
}
