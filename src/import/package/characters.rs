//! How the styles of a package set characters.

use crate::import::raised::Raised;

/// How a style sets characters. What it leaves open, the styles around it or below it decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CharacterStyle {
    /// Whether they are bold.
    pub bold: Option<bool>,
    /// Whether they are in italics.
    pub italic: Option<bool>,
    /// Whether they are struck out.
    pub struck: Option<bool>,
    /// Superscript or subscript.
    pub raised: Option<Raised>,
}

impl CharacterStyle {
    /// Returns the style with `other` for what it leaves open.
    pub fn or(self, other: Self) -> Self {
        Self {
            bold: self.bold.or(other.bold),
            italic: self.italic.or(other.italic),
            struck: self.struck.or(other.struck),
            raised: self.raised.or(other.raised),
        }
    }
}
