//! Settings of the bottom line.

/// Which keys the bottom line offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Hints {
    /// The most useful ones in the current state.
    #[default]
    Shown,
    /// Only the one for help.
    HelpOnly,
}

impl Hints {
    /// Converts the setting of the config.
    pub const fn of(shown: bool) -> Self {
        if shown { Self::Shown } else { Self::HelpOnly }
    }

    /// Returns the setting for the config.
    pub const fn value(self) -> bool {
        matches!(self, Self::Shown)
    }
}

/// How a comparison marks words that changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RedlineChoice {
    /// By their style, where the theme and the terminal can show it.
    #[default]
    Auto,
    /// Crossed out and underlined.
    Styles,
    /// Between signs.
    Signs,
}

impl RedlineChoice {
    /// All values.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Styles, Self::Signs];

    /// The name in the config.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Styles => "styles",
            Self::Signs => "signs",
        }
    }
}

/// How the bottom line shows the reading progress.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ProgressShown {
    /// With the clause or the paragraph, and a percentage.
    #[default]
    Clause,
    /// With a percentage.
    Percent,
    /// With the clause or the paragraph, and the remaining reading time.
    Time,
}

impl ProgressShown {
    /// All values.
    pub const ALL: [Self; 3] = [Self::Clause, Self::Percent, Self::Time];

    /// The name in the config.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Clause => "clause",
            Self::Percent => "percent",
            Self::Time => "time",
        }
    }
}
