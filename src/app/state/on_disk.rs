//! How the file of the document compares with what is shown.

use crate::messages::states;

/// How the file compares with the document that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OnDisk {
    /// It is the version that is shown.
    #[default]
    Shown,
    /// It is another version.
    Changed,
    /// It is gone.
    Gone,
    /// It is empty.
    Empty,
    /// It is still being written.
    BeingWritten,
    /// It cannot be read.
    Unreadable,
}

impl OnDisk {
    /// The words for it; none for the usual case.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Shown => "",
            Self::Changed => states::CHANGED_ON_DISK,
            Self::Gone => states::GONE_FROM_DISK,
            Self::Empty => states::EMPTY_ON_DISK,
            Self::BeingWritten => states::BEING_WRITTEN,
            Self::Unreadable => states::UNREADABLE_ON_DISK,
        }
    }

    /// Whether there is no other version to show.
    pub const fn is_amiss(self) -> bool {
        !matches!(self, Self::Shown | Self::Changed)
    }
}
