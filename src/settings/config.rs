//! `config.toml`: the settings, and how they are written.

use super::fault::{InvalidSetting, SettingsError};
use super::parse::{Parsed, Written, parse};
use super::table::SETTINGS;
use super::{
    Citations, Hints, Look, OwnTheme, PageLayout, Program, ProgressShown, RedlineChoice, Theme,
    ThemeName,
};
use crate::action::{Action, KeyMap};
use crate::files;
use crate::messages::settings;
use crate::typeset::Bidi;
use std::path::Path;
use toml_edit::Value;

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

/// The user's settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The theme.
    pub theme: ThemeChoice,
    /// The user's own themes.
    pub themes: Vec<OwnTheme>,
    /// Maximum width of the text, in columns.
    pub measure: u16,
    /// Whether lines are justified.
    pub justify: bool,
    /// Whether words are hyphenated, if the language is known.
    pub hyphenation: bool,
    /// Whether the contents are shown beside the text.
    pub contents: bool,
    /// Width of the contents, in columns; `None` for a width that suits the terminal.
    pub contents_width: Option<u16>,
    /// How the text is laid out on a wide screen.
    pub layout: PageLayout,
    /// Whether the program or the terminal reorders right-to-left text.
    pub bidi: Bidi,
    /// Whether the mouse is used.
    pub mouse: bool,
    /// Which keys the bottom line offers.
    pub hints: Hints,
    /// How the bottom line shows the reading progress.
    pub progress: ProgressShown,
    /// How a comparison marks words that changed.
    pub redline: RedlineChoice,
    /// Whether the documents read and their reading positions are remembered.
    pub history: bool,
    /// Whether documents are read in plain lines instead of on the screen.
    pub linear: bool,
    /// Whether documents that take long to read are cached.
    pub cache: bool,
    /// What happens when the open file has changed.
    pub reload: Reload,
    /// The program that looks up a word.
    pub lookup: Option<Program>,
    /// The program that reads aloud.
    pub speak: Option<Program>,
    /// The citation styles.
    pub citations: Citations,
    /// The key bindings.
    pub keys: KeyMap,
}

/// Maximum size of the config, in bytes.
pub(super) const LARGEST: u64 = 1 << 20;

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
            justify: false,
            hyphenation: true,
            contents: true,
            contents_width: None,
            layout: PageLayout::default(),
            bidi: Bidi::Visual,
            mouse: true,
            hints: Hints::default(),
            progress: ProgressShown::default(),
            redline: RedlineChoice::default(),
            history: true,
            linear: false,
            cache: true,
            reload: Reload::default(),
            lookup: None,
            speak: None,
            citations: Citations::default(),
            keys: KeyMap::default(),
        }
    }
}

/// A parsed config.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// The resulting settings.
    pub settings: Settings,
    /// The settings in the config, as they are written.
    pub written: Written,
    /// Its faults; valid settings apply anyway.
    pub faults: Vec<SettingsError>,
}

impl Config {
    /// Loads the config; a missing file sets nothing.
    pub fn load(path: &Path) -> Self {
        match files::read(path, LARGEST) {
            Ok(bytes) => {
                let text = String::from_utf8_lossy(&bytes);
                let Parsed { settings, written, faults } = parse(&text);
                let told = |fault: InvalidSetting| fault.of_file(path, &text);
                Self { settings, written, faults: faults.into_iter().map(told).collect() }
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Self::default(),
            Err(error) => {
                let (path, reason) = (path.to_path_buf(), error.to_string());
                let fault = SettingsError::Unreadable { path, reason };
                Self { faults: vec![fault], ..Self::default() }
            }
        }
    }
}

impl Settings {
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

    /// Formats all settings for the config, and marks the `remembered` looks.
    pub fn to_toml(&self, remembered: &[Look]) -> String {
        let mut out = String::new();
        for setting in SETTINGS {
            let is_remembered = remembered.iter().any(|look| look.name() == setting.name);
            let comment = if setting.is_set(self) { "" } else { "# " };
            out.push_str(&format!("{comment}{} = {}", setting.name, setting.value(self)));
            if is_remembered {
                out.push_str(&format!("  # {}", settings::CHANGED));
            }
            out.push('\n');
        }
        out.push_str(&self.citations.table());
        for own in &self.themes {
            out.push_str(&own.to_toml());
        }
        out.push_str("\n[keys]\n");
        for action in Action::ALL {
            let keys: Vec<String> = self
                .keys
                .keys(*action)
                .iter()
                .map(|key| Value::from(key.to_string()).to_string())
                .collect();
            out.push_str(&format!("{} = [{}]\n", action.name(), keys.join(", ")));
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::{Context, Key};

    #[test]
    fn what_is_shown_reads_as_what_is_set() {
        let settings = parse(
            "measure = 60\nbidi = \"terminal\"\njustify = true\ncontents = false\nhistory = false\n\
             cache = false\nreload = \"ask\"\n[keys]\nquit = [\"Q\"]",
        )
        .settings;
        assert_eq!((settings.measure, settings.justify), (60, true));
        assert_eq!((settings.contents, settings.history, settings.cache), (false, false, false));
        assert_eq!(settings.bidi, Bidi::Terminal);
        assert_eq!(settings.keys.action(Context::Everywhere, Key::char('q')), None);
        assert_eq!(parse(&settings.to_toml(&[])).settings, settings);
        let settings = parse(
            "citation = \"my own\"\n[citations]\n\"my own\" = \"{quote}\\n“{title}” \\\\\"\n",
        )
        .settings;
        assert_eq!(settings.citations.chosen(), Some("my own"));
        assert_eq!(parse(&settings.to_toml(&[])).settings, settings);
        let settings = Settings::default();
        let parsed = parse(&settings.to_toml(&[]));
        assert_eq!((parsed.settings, parsed.faults), (settings, Vec::new()));
    }

    #[test]
    fn faults_name_the_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("config.toml");
        std::fs::write(&path, "measure = 60\nmouse = 3\n").expect("written");
        let Config { settings, faults, .. } = Config::load(&path);
        assert_eq!(settings.measure, 60);
        let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
        assert_eq!(told, [format!("{}:2: mouse is 3: write true or false", path.display())]);
        assert!(Config::load(&folder.path().join("none.toml")).faults.is_empty());
    }
}
