//! Settings that are on or off.

/// A setting that is on or off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Switch {
    /// Lines are justified.
    Justify,
    /// Words are hyphenated, if the language is known.
    Hyphenation,
    /// The contents are shown beside the text.
    Contents,
    /// The mouse is used.
    Mouse,
    /// The documents read and their reading positions are remembered.
    History,
    /// Documents are read in plain lines instead of on the screen.
    Linear,
    /// Documents that take long to read are cached.
    Cache,
}

/// The settings that are on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Switches(u8);

impl Switches {
    /// Whether a setting is on.
    pub const fn is_on(self, switch: Switch) -> bool {
        self.0 & 1 << switch as u8 != 0
    }

    /// The same settings, with one of them on or off.
    #[must_use]
    pub const fn with(self, switch: Switch, on: bool) -> Self {
        let bit = 1 << switch as u8;
        Self(if on { self.0 | bit } else { self.0 & !bit })
    }
}

impl Default for Switches {
    fn default() -> Self {
        let on =
            [Switch::Hyphenation, Switch::Contents, Switch::Mouse, Switch::History, Switch::Cache];
        on.into_iter().fold(Self(0), |switches, switch| switches.with(switch, true))
    }
}
