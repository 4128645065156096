//! What happens when the open file has changed.

/// What happens when the open file has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reload {
    /// The file is reloaded.
    #[default]
    Auto,
    /// The program reports it, and reloads the file on request.
    Ask,
    /// Nothing.
    Off,
}

impl Reload {
    /// All values.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Ask, Self::Off];

    /// The name in the config.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Ask => "ask",
            Self::Off => "off",
        }
    }
}
