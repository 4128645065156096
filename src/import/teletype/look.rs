//! The look of characters on a terminal, as far as a document keeps it.

use crate::document::InlineKind;

/// Bold, italic and underlined, each on or off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TextLook(u8);

impl TextLook {
    pub const PLAIN: Self = Self(0);
    pub const BOLD: Self = Self(1);
    pub const ITALIC: Self = Self(2);
    pub const UNDERLINED: Self = Self(4);

    /// Each look, and the corresponding style of a document.
    pub const STYLES: [(Self, InlineKind); 3] = [
        (Self::BOLD, InlineKind::Strong),
        (Self::ITALIC, InlineKind::Emphasis),
        (Self::UNDERLINED, InlineKind::Underlined),
    ];

    /// Combines two looks.
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Removes another look from this one.
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether it includes another look.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}
