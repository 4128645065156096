//! What the next line is asked for.

use crate::messages::linear;

/// What a line is asked for, where one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Anything.
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
    /// The name of the words that are asked for, if any.
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::Note => Some(linear::NOTE),
            Self::Tags => Some(linear::TAGS),
            Self::Letter => Some(linear::LETTER),
            Self::Anything | Self::YesOrNo => None,
        }
    }
}
