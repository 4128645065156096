//! Suggestions for a path that is typed into the palette.

/// What a suggestion leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Suggested {
    /// A folder, whose files are suggested next.
    Folder,
    /// A file.
    File,
    /// A recently read document, with its title.
    Read(String),
    /// A document that is open.
    Open,
}

/// A suggested path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The path, as it would be typed.
    pub path: String,
    /// What it leads to.
    pub what: Suggested,
    /// Lines that preview it.
    pub preview: Vec<String>,
}

/// The suggestions for what was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Suggestions {
    /// What was typed.
    pub typed: String,
    /// The suggestions, the likeliest first.
    pub all: Vec<Suggestion>,
}
