//! The settings in force.

use super::{
    Citations, Hints, LibrarySettings, OwnTheme, PageLayout, Program, ProgressShown, RedlineChoice,
    Reload, Switch, Switches, Theme, ThemeChoice, ThemeName,
};
use crate::action::KeyMap;
use crate::typeset::Bidi;

/// The user's settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The theme.
    pub theme: ThemeChoice,
    /// The user's own themes.
    pub themes: Vec<OwnTheme>,
    /// Maximum width of the text, in columns.
    pub measure: u16,
    /// The settings that are on.
    pub switches: Switches,
    /// Width of the contents, in columns; `None` for a width that suits the terminal.
    pub contents_width: Option<u16>,
    /// How the text is laid out on a wide screen.
    pub layout: PageLayout,
    /// Whether the program or the terminal reorders right-to-left text.
    pub bidi: Bidi,
    /// Which keys the bottom line offers.
    pub hints: Hints,
    /// How the bottom line shows the reading progress.
    pub progress: ProgressShown,
    /// How a comparison marks words that changed.
    pub redline: RedlineChoice,
    /// What happens when the open file has changed.
    pub reload: Reload,
    /// The program that looks up a word.
    pub lookup: Option<Program>,
    /// The program that reads aloud.
    pub speak: Option<Program>,
    /// The citation styles.
    pub citations: Citations,
    /// The folders of the library.
    pub library: LibrarySettings,
    /// The key bindings.
    pub keys: KeyMap,
}

/// Range of the width of the contents, in columns.
pub const CONTENTS_WIDTHS: std::ops::RangeInclusive<u16> = 12..=100;

/// Range of the measure, in columns.
pub const MEASURES: std::ops::RangeInclusive<u16> = 20..=200;

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::Auto,
            themes: Vec::new(),
            measure: 72,
            switches: Switches::default(),
            contents_width: None,
            layout: PageLayout::default(),
            bidi: Bidi::Visual,
            hints: Hints::default(),
            progress: ProgressShown::default(),
            redline: RedlineChoice::default(),
            reload: Reload::default(),
            lookup: None,
            speak: None,
            citations: Citations::default(),
            library: LibrarySettings::default(),
            keys: KeyMap::default(),
        }
    }
}

impl Settings {
    /// Whether a setting is on.
    pub fn is_on(&self, switch: Switch) -> bool {
        self.switches.is_on(switch)
    }

    /// Turns a setting on if it is off, and off if it is on.
    pub fn toggle(&mut self, switch: Switch) {
        self.turn(switch, !self.is_on(switch));
    }

    /// Turns a setting on or off.
    pub fn turn(&mut self, switch: Switch, on: bool) {
        self.switches = self.switches.with(switch, on);
    }

    /// Returns the names of all themes: the built-in ones, then the user's own.
    pub fn theme_names(&self) -> Vec<ThemeName> {
        let always = Theme::ALL.iter().map(|theme| theme.name);
        let own = self.themes.iter().map(|own| own.theme.name);
        always
            .filter(|name| !self.themes.iter().any(|own| own.theme.name == *name))
            .chain(own)
            .collect()
    }

    /// Returns the theme with this name; the user's own themes override built-in ones.
    pub fn theme_named(&self, name: &str) -> Option<Theme> {
        let own = self.themes.iter().map(|own| own.theme).find(|theme| theme.name.as_str() == name);
        own.or_else(|| Theme::named(name))
    }
}
