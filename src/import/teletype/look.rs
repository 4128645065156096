//! The look of characters on a terminal, as far as a document keeps it.

use crate::document::{Colour, InlineKind};

/// Bold, italic and the like, each on or off, and the colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TextLook {
    /// The looks that are on, a bit each.
    on: u8,
    /// The colour of the letters, if it is not the usual one.
    pub foreground: Option<Colour>,
    /// The colour behind them, if it is not the usual one.
    pub background: Option<Colour>,
}

impl TextLook {
    pub const PLAIN: Self = Self::of(0);
    pub const BOLD: Self = Self::of(1);
    pub const ITALIC: Self = Self::of(2);
    pub const UNDERLINED: Self = Self::of(4);
    pub const REVERSED: Self = Self::of(8);
    pub const FAINT: Self = Self::of(16);

    /// The number of kinds of marks that a look can make.
    pub const KINDS: usize = 7;

    /// Returns the marks of a document for this look, each kind at its own index.
    pub fn marks(self) -> [Option<InlineKind>; Self::KINDS] {
        let on = |look, kind| self.has(look).then_some(kind);
        [
            on(Self::BOLD, InlineKind::Strong),
            on(Self::ITALIC, InlineKind::Emphasis),
            on(Self::UNDERLINED, InlineKind::Underlined),
            on(Self::REVERSED, InlineKind::Reversed),
            on(Self::FAINT, InlineKind::Faint),
            self.foreground.map(InlineKind::Foreground),
            self.background.map(InlineKind::Background),
        ]
    }

    const fn of(on: u8) -> Self {
        Self { on, foreground: None, background: None }
    }

    /// Combines two looks; the colours are those of this one.
    pub const fn with(self, other: Self) -> Self {
        Self { on: self.on | other.on, ..self }
    }

    /// Removes another look from this one.
    pub const fn without(self, other: Self) -> Self {
        Self { on: self.on & !other.on, ..self }
    }

    /// Whether it includes another look.
    const fn has(self, other: Self) -> bool {
        self.on & other.on == other.on
    }

    /// Returns the look with another colour of the letters.
    pub const fn lettered(self, foreground: Option<Colour>) -> Self {
        Self { foreground, ..self }
    }

    /// Returns the look with another colour behind the letters.
    pub const fn grounded(self, background: Option<Colour>) -> Self {
        Self { background, ..self }
    }

    /// Whether letters are marked otherwise than by their colours.
    pub const fn is_marked(self) -> bool {
        self.on != 0
    }
}
