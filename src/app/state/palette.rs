//! The command palette: the typed line, and the choice among the commands that match it.

use super::InputLine;

/// The state of the palette.
#[derive(Debug, Clone, Default)]
pub struct Palette {
    /// The typed line.
    pub line: InputLine,
    /// The index of the chosen command among the matching ones.
    pub chosen: usize,
}

impl Palette {
    /// Inserts text into the line.
    pub(in crate::app) fn insert(&mut self, text: &str) {
        self.line.insert(text);
        self.chosen = 0;
    }

    /// Replaces the line; the caret goes to its end.
    pub(in crate::app) fn complete(&mut self, line: &str) {
        self.line = InputLine::new(line);
        self.chosen = 0;
    }
}
