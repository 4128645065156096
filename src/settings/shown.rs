//! What the bottom line shows.

/// Which keys the bottom line offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Hints {
    /// Those that help most just now.
    #[default]
    Shown,
    /// Only that of the help.
    HelpOnly,
}

impl Hints {
    /// By the setting of the config.
    pub const fn of(shown: bool) -> Self {
        if shown { Self::Shown } else { Self::HelpOnly }
    }

    /// As the config writes it.
    pub const fn value(self) -> bool {
        matches!(self, Self::Shown)
    }
}

/// How the bottom line says how far one has read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ProgressShown {
    /// By the clause or the paragraph, and as a percentage.
    #[default]
    Clause,
    /// As a percentage.
    Percent,
    /// By the clause or the paragraph, and by how long the rest takes.
    Time,
}

impl ProgressShown {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Clause, Self::Percent, Self::Time];

    /// The word that the config uses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Clause => "clause",
            Self::Percent => "percent",
            Self::Time => "time",
        }
    }
}
