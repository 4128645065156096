//! The look of the text: settings that keys change while reading, remembered for
//! the next start.

use super::setting::Setting;
use super::{Settings, table};
use toml_edit::Value;

/// A setting that a key can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Look {
    /// The theme.
    Theme,
    /// Maximum width of the text.
    Measure,
    /// Whether lines are justified.
    Justify,
    /// Whether words are hyphenated.
    Hyphenation,
    /// Whether the contents are shown.
    Contents,
    /// Width of the contents.
    ContentsWidth,
    /// How the text is laid out on a wide screen.
    Layout,
    /// Whether the program or the terminal reorders right-to-left text.
    Bidi,
    /// Whether the mouse is used.
    Mouse,
    /// Which keys the bottom line offers.
    Hints,
    /// How the bottom line shows the reading progress.
    Progress,
}

impl Look {
    /// All looks, in the order of the config.
    pub const ALL: [Self; 11] = [
        Self::Theme,
        Self::Measure,
        Self::Justify,
        Self::Hyphenation,
        Self::Contents,
        Self::ContentsWidth,
        Self::Layout,
        Self::Bidi,
        Self::Mouse,
        Self::Hints,
        Self::Progress,
    ];

    /// The setting.
    fn setting(self) -> &'static Setting {
        match self {
            Self::Theme => &table::THEME,
            Self::Measure => &table::MEASURE,
            Self::Justify => &table::JUSTIFY,
            Self::Hyphenation => &table::HYPHENATION,
            Self::Contents => &table::CONTENTS,
            Self::ContentsWidth => &table::CONTENTS_WIDTH,
            Self::Layout => &table::LAYOUT,
            Self::Bidi => &table::BIDI,
            Self::Mouse => &table::MOUSE,
            Self::Hints => &table::HINTS,
            Self::Progress => &table::PROGRESS,
        }
    }

    /// The name of the setting.
    pub fn name(self) -> &'static str {
        self.setting().name
    }

    /// Returns the look with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|look| look.name() == name)
    }

    /// Returns its value in `settings`, as in the config.
    pub fn value(self, settings: &Settings) -> Value {
        self.setting().value(settings)
    }

    /// Returns the looks in which two settings differ.
    pub fn changed(one: &Settings, other: &Settings) -> Vec<Self> {
        let same = |look: &Self| look.value(one).to_string() == look.value(other).to_string();
        Self::ALL.into_iter().filter(|look| !same(look)).collect()
    }
}

impl Settings {
    /// Copies all looks from other settings; the rest stays.
    pub fn take_looks(&mut self, other: &Self) {
        for look in Look::ALL {
            look.setting().copy(other, self);
        }
    }
}
