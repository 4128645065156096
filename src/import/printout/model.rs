//! A text that a program printed: its kind and its entries.

use std::ops::Range;

/// What a program printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrintoutKind {
    /// The commits of a repository, perhaps with their changes (`git log -p`, `git show`).
    Log,
    /// The same in one line for each commit (`git log --oneline`).
    ShortLog,
    /// Differences between files (`git diff`, `diff -u`).
    Diff,
    /// The lines of a file, each with the commit that made it (`git blame`).
    Blame,
    /// Lines that begin with the time (`journalctl`).
    StampedLines,
    /// Rows of a database (`psql`).
    QueryResult,
    /// The state of a service (`systemctl status`).
    ServiceStatus,
    /// Other lines with colours (`ls --color`, `grep --color`, compilers).
    Coloured,
}

/// A text that a program printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printout {
    /// What it is.
    pub kind: PrintoutKind,
    /// Its entries, in the order of the text.
    pub entries: Vec<PrintedEntry>,
}

/// An entry of a printout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedEntry {
    /// The index of the element that it begins with.
    pub element: usize,
    /// The number of entries around it.
    pub level: usize,
    /// The words that name it, in bytes of the text.
    pub title: Range<usize>,
    /// The hash of a commit, in bytes of the text.
    pub hash: Option<Range<usize>>,
}
