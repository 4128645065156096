//! How a terminal shows its letters, as far as a document keeps it.

use crate::document::InlineKind;

/// Bold, slanted and underlined, each on or off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look(u8);

impl Look {
    pub const PLAIN: Self = Self(0);
    pub const BOLD: Self = Self(1);
    pub const ITALIC: Self = Self(2);
    pub const UNDERLINED: Self = Self(4);

    /// Each look, and the style of a document that it is.
    pub const STYLES: [(Self, InlineKind); 3] = [
        (Self::BOLD, InlineKind::Strong),
        (Self::ITALIC, InlineKind::Emphasis),
        (Self::UNDERLINED, InlineKind::Underlined),
    ];

    /// Both of two looks.
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// This look without another.
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether it has all of another.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}
