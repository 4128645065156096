//! `config.toml`: the settings, and how they are written.

use super::fault::{InvalidSetting, SettingsError};
use super::parse::{Parsed, Written, parse};
use super::table::SETTINGS;
use super::{Look, Settings};
use crate::action::Action;
use crate::files;
use crate::messages::settings;
use std::path::Path;
use toml_edit::Value;

/// Maximum size of the config, in bytes.
pub(super) const LARGEST: u64 = 1 << 20;

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
        out.push_str(&self.library.table());
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
    use crate::settings::Switch;
    use crate::typeset::Bidi;

    #[test]
    fn what_is_shown_reads_as_what_is_set() {
        let settings = parse(
            "measure = 60\nbidi = \"terminal\"\njustify = true\ncontents = false\nhistory = false\n\
             cache = false\nreload = \"ask\"\n[keys]\nquit = [\"Q\"]",
        )
        .settings;
        assert_eq!((settings.measure, settings.is_on(Switch::Justify)), (60, true));
        assert_eq!(
            (
                settings.is_on(Switch::Contents),
                settings.is_on(Switch::History),
                settings.is_on(Switch::Cache)
            ),
            (false, false, false)
        );
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
