//! What is printed of the history of a clause.

use super::clause::Clause;
use super::versions::VersionSource;
use crate::align::WordOrigin;

/// What is printed.
pub struct Report {
    /// The versions, the oldest first, with the clause in each.
    pub versions: Vec<(VersionSource, Clause)>,
    /// The index of the last version that has the clause.
    pub last: usize,
    /// The paragraphs of its last wording: their addresses, and their words by the versions in which
    /// they came in.
    pub(super) origins: Vec<(String, Vec<WordOrigin>)>,
}

impl Report {
    /// The version in which words came in.
    pub(super) fn source(&self, origin: &WordOrigin) -> &VersionSource {
        &self.versions[origin.version as usize].0
    }
}
