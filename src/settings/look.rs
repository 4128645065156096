//! The look of the text: settings that keys change while reading, remembered for
//! the next start.

use super::Settings;
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

    /// The name of the setting.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Measure => "measure",
            Self::Justify => "justify",
            Self::Hyphenation => "hyphenation",
            Self::Contents => "contents",
            Self::ContentsWidth => "contents-width",
            Self::Layout => "layout",
            Self::Bidi => "bidi",
            Self::Mouse => "mouse",
            Self::Hints => "hints",
            Self::Progress => "progress",
        }
    }

    /// Returns the look with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|look| look.name() == name)
    }

    /// Returns its value in `settings`, as in the config.
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
            Self::Layout => settings.layout.name().into(),
            Self::Bidi => settings.bidi.name().into(),
            Self::Mouse => settings.mouse.into(),
            Self::Hints => settings.hints.value().into(),
            Self::Progress => settings.progress.name().into(),
        }
    }

    /// Copies its value between settings.
    fn copy(self, from: &Settings, to: &mut Settings) {
        match self {
            Self::Theme => to.theme = from.theme,
            Self::Measure => to.measure = from.measure,
            Self::Justify => to.justify = from.justify,
            Self::Hyphenation => to.hyphenation = from.hyphenation,
            Self::Contents => to.contents = from.contents,
            Self::ContentsWidth => to.contents_width = from.contents_width,
            Self::Layout => to.layout = from.layout,
            Self::Bidi => to.bidi = from.bidi,
            Self::Mouse => to.mouse = from.mouse,
            Self::Hints => to.hints = from.hints,
            Self::Progress => to.progress = from.progress,
        }
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
            look.copy(other, self);
        }
    }
}
