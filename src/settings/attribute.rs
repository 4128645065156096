//! Attributes of letters, and sets of them.

/// An attribute of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attribute {
    /// Heavy letters.
    Bold,
    /// Slanted letters.
    Italic,
    /// A line below.
    Underline,
    /// Foreground and background exchanged.
    Reverse,
    /// Faint letters.
    Dim,
    /// A line through the letters.
    Crossed,
}

impl Attribute {
    /// All attributes.
    pub const ALL: [Self; 6] =
        [Self::Bold, Self::Italic, Self::Underline, Self::Reverse, Self::Dim, Self::Crossed];

    /// Returns the attribute with this name in the config.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|attribute| attribute.name() == name)
    }

    /// Its name in the config.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Bold => "bold",
            Self::Italic => "italic",
            Self::Underline => "underline",
            Self::Reverse => "reverse",
            Self::Dim => "dim",
            Self::Crossed => "crossed",
        }
    }

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// A set of attributes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Attributes(u8);

impl Attributes {
    /// No attributes.
    pub const NONE: Self = Self(0);

    /// Whether an attribute is in the set.
    pub const fn has(self, attribute: Attribute) -> bool {
        self.0 & attribute.bit() != 0
    }

    /// The set with an attribute.
    pub const fn with(self, attribute: Attribute) -> Self {
        Self(self.0 | attribute.bit())
    }

    /// The set without an attribute.
    pub const fn without(self, attribute: Attribute) -> Self {
        Self(self.0 & !attribute.bit())
    }

    /// The attributes of either set.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
