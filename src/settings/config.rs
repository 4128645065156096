//! `config.toml`: what may be set, and how it is written.

use super::fault::{Fault, SettingsError};
use super::parse::{Parsed, Written, parse};
use super::{Citations, Hints, Look, OwnTheme, Program, ProgressShown, Theme, ThemeName};
use crate::action::{Action, KeyMap};
use crate::files;
use crate::typeset::Bidi;
use std::path::Path;
use toml_edit::Value;

/// Which theme is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ThemeChoice {
    /// The one that suits the terminal.
    #[default]
    Auto,
    /// This one.
    Named(ThemeName),
}

impl ThemeChoice {
    /// The word that the config uses.
    pub const fn name(self) -> ThemeName {
        match self {
            Self::Auto => ThemeName::of("auto"),
            Self::Named(name) => name,
        }
    }
}

/// What is done when the file that is read has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reload {
    /// It is read again.
    #[default]
    Auto,
    /// That is told, and it is read again when the person says so.
    Ask,
    /// Nothing.
    Off,
}

impl Reload {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Ask, Self::Off];

    /// The word that the config uses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Ask => "ask",
            Self::Off => "off",
        }
    }
}

/// What a person has set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The theme.
    pub theme: ThemeChoice,
    /// A person's own themes.
    pub themes: Vec<OwnTheme>,
    /// Columns of the text, at most.
    pub measure: u16,
    /// Whether lines are stretched to the full measure.
    pub justify: bool,
    /// Whether words are hyphenated, where the language is known.
    pub hyphenation: bool,
    /// Whether the contents are shown beside the text.
    pub contents: bool,
    /// Columns of the contents; `None` for what suits the terminal.
    pub contents_width: Option<u16>,
    /// Who puts right-to-left text into its visual order.
    pub bidi: Bidi,
    /// Whether the mouse is used.
    pub mouse: bool,
    /// Which keys the bottom line offers.
    pub hints: Hints,
    /// How it says how far one has read.
    pub progress: ProgressShown,
    /// Whether it is remembered which documents were read, and where each was left.
    pub history: bool,
    /// What is done when the file that is read has changed.
    pub reload: Reload,
    /// What looks a word up.
    pub lookup: Option<Program>,
    /// What reads aloud.
    pub speak: Option<Program>,
    /// How passages are cited.
    pub citations: Citations,
    /// Which key does what.
    pub keys: KeyMap,
}

/// The largest config that is read, in bytes.
pub(super) const LARGEST: u64 = 1 << 20;

/// The narrowest and the widest contents that can be set, in columns.
pub const CONTENTS_WIDTHS: std::ops::RangeInclusive<u16> = 12..=100;

/// The narrowest and the widest measure, in columns.
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
            bidi: Bidi::Visual,
            mouse: true,
            hints: Hints::default(),
            progress: ProgressShown::default(),
            history: true,
            reload: Reload::default(),
            lookup: None,
            speak: None,
            citations: Citations::default(),
            keys: KeyMap::default(),
        }
    }
}

/// A config that was read.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// What is in force by it.
    pub settings: Settings,
    /// The settings that it gives, as they are written.
    pub written: Written,
    /// What is invalid in it; what is valid is in force all the same.
    pub faults: Vec<SettingsError>,
}

impl Config {
    /// Reads the config; a file that is not there sets nothing.
    pub fn load(path: &Path) -> Self {
        match files::read(path, LARGEST) {
            Ok(bytes) => {
                let text = String::from_utf8_lossy(&bytes);
                let Parsed { settings, written, faults } = parse(&text);
                let told = |fault: Fault| fault.of_file(path, &text);
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
    /// The names of all themes: those that are always there, then a person's own.
    pub fn theme_names(&self) -> Vec<ThemeName> {
        let always = Theme::ALL.iter().map(|theme| theme.name);
        let own = self.themes.iter().map(|own| own.theme.name);
        always
            .filter(|name| !self.themes.iter().any(|own| own.theme.name == *name))
            .chain(own)
            .collect()
    }

    /// The theme of a name; a person's own comes before one that is always there.
    pub fn theme_named(&self, name: &str) -> Option<Theme> {
        let own = self.themes.iter().map(|own| own.theme).find(|theme| theme.name.as_str() == name);
        own.or_else(|| Theme::named(name))
    }

    /// All settings as the config writes them; the looks that are `remembered`
    /// are told apart.
    pub fn to_toml(&self, remembered: &[Look]) -> String {
        let mut out = String::new();
        for look in Look::ALL {
            let remark = if remembered.contains(&look) { "  # changed while reading" } else { "" };
            out.push_str(&format!("{} = {}{remark}\n", look.name(), look.value(self)));
        }
        out.push_str(&format!("history = {}\nreload = \"{}\"\n", self.history, self.reload.name()));
        for (name, program) in [("lookup", &self.lookup), ("speak", &self.speak)] {
            if let Some(program) = program {
                let words: toml_edit::Array = program.words().iter().map(String::as_str).collect();
                out.push_str(&format!("{name} = {words}\n"));
            }
        }
        out.push_str(&self.citations.choice_line());
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
             reload = \"ask\"\n[keys]\nquit = [\"Q\"]",
        )
        .settings;
        assert_eq!((settings.measure, settings.justify), (60, true));
        assert_eq!((settings.contents, settings.history), (false, false));
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
