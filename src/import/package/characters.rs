//! How the styles of a package set characters.

use crate::document::InlineKind;
use crate::import::manuscript::ElementKind;
use crate::import::raised::Raised;
use crate::import::writer::Writer;

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

    /// Returns the inline styles that it makes in an element of this kind.
    pub fn inline(self, kind: ElementKind) -> impl Iterator<Item = InlineKind> {
        // Headings are bold anyway.
        let bold = self.bold == Some(true) && !matches!(kind, ElementKind::Heading { .. });
        let strong = bold.then_some(InlineKind::Strong);
        let emphasis = (self.italic == Some(true)).then_some(InlineKind::Emphasis);
        strong.into_iter().chain(emphasis)
    }

    /// Writes words that may be struck out or raised; `write` adds their characters.
    pub fn write(self, words: &str, writer: &mut Writer, write: fn(&mut Writer, &str)) {
        if !words.trim().is_empty() {
            writer.strike(self.struck == Some(true));
        }
        let raised = self.raised.and_then(|raised| raised.words(words));
        write(writer, raised.as_deref().unwrap_or(words));
    }
}
