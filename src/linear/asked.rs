//! What the next line must contain.

use crate::messages::linear;

/// What the next line must contain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Any command.
    Anything,
    /// A note.
    Note,
    /// Tags.
    Tags,
    /// The letter of a mark.
    Letter,
    /// Yes or no.
    YesOrNo,
}

impl Asked {
    /// The name of the requested words, if any.
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::Note => Some(linear::NOTE),
            Self::Tags => Some(linear::TAGS),
            Self::Letter => Some(linear::LETTER),
            Self::Anything | Self::YesOrNo => None,
        }
    }
}
