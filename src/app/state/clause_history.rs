//! The history of a clause, for a window over the text: its versions, each with what changed, and the
//! versions that added the words of the last.

/// The history of a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseHistory {
    /// What it is about.
    pub title: String,
    /// Its versions, the oldest first, and the words of the last wording by their versions.
    pub entries: Vec<HistoryEntry>,
}

/// What is said of a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryEntry {
    /// Its name and what became of the clause.
    pub name: String,
    /// The wording, or what changed in it.
    pub lines: Vec<String>,
    /// Where the clause is in it; `None` if it does not have the clause.
    pub place: Option<VersionPlace>,
}

/// A clause of a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionPlace {
    /// Where the version is read from, as [`Recent::source`](super::Recent) has it.
    pub source: String,
    /// The address of the clause.
    pub address: String,
}
