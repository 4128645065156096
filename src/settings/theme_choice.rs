//! The theme to use.

use super::ThemeName;

/// The theme to use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ThemeChoice {
    /// The one that suits the terminal.
    #[default]
    Auto,
    /// The theme with this name.
    Named(ThemeName),
}

impl ThemeChoice {
    /// The name in the config.
    pub const fn name(self) -> ThemeName {
        match self {
            Self::Auto => ThemeName::of("auto"),
            Self::Named(name) => name,
        }
    }
}
