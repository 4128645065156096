//! How the text looks: the settings that a key changes while reading, and that
//! are remembered for the next start.

use super::Settings;
use toml_edit::Value;

/// A setting that an action changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Look {
    /// The theme.
    Theme,
    /// Columns of the text.
    Measure,
    /// Whether lines are stretched.
    Justify,
    /// Whether words are hyphenated.
    Hyphenation,
    /// Whether the contents are shown.
    Contents,
    /// Columns of the contents.
    ContentsWidth,
    /// Who puts right-to-left text into order.
    Bidi,
    /// Whether the mouse is used.
    Mouse,
    /// Which keys the bottom line offers.
    Hints,
    /// How it says how far one has read.
    Progress,
}

impl Look {
    /// All of them, in the order of the config.
    pub const ALL: [Self; 10] = [
        Self::Theme,
        Self::Measure,
        Self::Justify,
        Self::Hyphenation,
        Self::Contents,
        Self::ContentsWidth,
        Self::Bidi,
        Self::Mouse,
        Self::Hints,
        Self::Progress,
    ];

    /// The name of the setting.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Measure => "measure",
            Self::Justify => "justify",
            Self::Hyphenation => "hyphenation",
            Self::Contents => "contents",
            Self::ContentsWidth => "contents-width",
            Self::Bidi => "bidi",
            Self::Mouse => "mouse",
            Self::Hints => "hints",
            Self::Progress => "progress",
        }
    }

    /// The look of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|look| look.name() == name)
    }

    /// Its value in some settings, as the config writes it.
    pub fn value(self, settings: &Settings) -> Value {
        match self {
            Self::Theme => settings.theme.name().as_str().into(),
            Self::Measure => i64::from(settings.measure).into(),
            Self::Justify => settings.justify.into(),
            Self::Hyphenation => settings.hyphenation.into(),
            Self::Contents => settings.contents.into(),
            Self::ContentsWidth => match settings.contents_width {
                Some(columns) => i64::from(columns).into(),
                None => "auto".into(),
            },
            Self::Bidi => settings.bidi.name().into(),
            Self::Mouse => settings.mouse.into(),
            Self::Hints => settings.hints.value().into(),
            Self::Progress => settings.progress.name().into(),
        }
    }

    /// Gives some settings the value of others.
    fn copy(self, from: &Settings, to: &mut Settings) {
        match self {
            Self::Theme => to.theme = from.theme,
            Self::Measure => to.measure = from.measure,
            Self::Justify => to.justify = from.justify,
            Self::Hyphenation => to.hyphenation = from.hyphenation,
            Self::Contents => to.contents = from.contents,
            Self::ContentsWidth => to.contents_width = from.contents_width,
            Self::Bidi => to.bidi = from.bidi,
            Self::Mouse => to.mouse = from.mouse,
            Self::Hints => to.hints = from.hints,
            Self::Progress => to.progress = from.progress,
        }
    }

    /// The looks in which two settings differ.
    pub fn changed(one: &Settings, other: &Settings) -> Vec<Self> {
        let same = |look: &Self| look.value(one).to_string() == look.value(other).to_string();
        Self::ALL.into_iter().filter(|look| !same(look)).collect()
    }
}

impl Settings {
    /// Takes the looks of other settings; all else stays.
    pub fn take_looks(&mut self, other: &Self) {
        for look in Look::ALL {
            look.copy(other, self);
        }
    }
}
