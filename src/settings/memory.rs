//! Looks that are remembered between starts. The config overrides a remembered
//! look if its value of that setting has changed since.

use super::config::{Config, LARGEST};
use super::{Look, Settings};
use crate::bookmarks::{atomic, lock};
use crate::files;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long to wait for the lock of another instance.
const PATIENCE: Duration = Duration::from_secs(1);

/// A remembered look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct RememberedLook {
    /// Its value, as in the config.
    value: String,
    /// The value in the config at that time, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    config: Option<String>,
}

impl RememberedLook {
    /// Whether the config still has the value of that time.
    fn holds(&self, look: Look, config: &Config) -> bool {
        self.config.as_deref() == config.written.get(look.name())
    }
}

/// The remembered looks, by the names of their settings.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
struct Kepts(BTreeMap<String, RememberedLook>);

/// A changed look, to be remembered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookChange {
    /// The look.
    pub look: Look,
    /// Its value, as in the config.
    pub value: String,
    /// The value in the config, if any.
    pub config: Option<String>,
}

/// Remembers looks in a small file.
#[derive(Debug, Clone)]
pub struct LookMemory {
    path: PathBuf,
}

impl LookMemory {
    /// Opens the memory in a file, which may not exist yet.
    pub fn new(path: PathBuf) -> Self {
        Self { path }
    }

    /// Returns the settings of a config with the remembered looks that still apply.
    pub fn over(&self, config: &Config) -> Settings {
        self.load().over(config)
    }

    /// Returns the remembered looks that the config has changed since.
    pub fn overruled(&self, config: &Config) -> Vec<Look> {
        let kept = self.load();
        let overruled =
            |look: &Look| kept.0.get(look.name()).is_some_and(|k| !k.holds(*look, config));
        Look::ALL.into_iter().filter(overruled).collect()
    }

    /// Forgets some looks for good: reverting the config does not restore them.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn drop(&self, looks: &[Look]) -> io::Result<()> {
        self.change(|kept| kept.0.retain(|name, _| !looks.iter().any(|look| look.name() == name)))
    }

    /// Remembers looks; keeps those that other instances changed.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn remember(&self, changes: &[LookChange]) -> io::Result<()> {
        self.change(|kept| kept.take(changes))
    }

    fn change(&self, change: impl FnOnce(&mut Kepts)) -> io::Result<()> {
        // Without the lock, at worst another instance's latest look is lost.
        let _lock = self.lock();
        let mut kept = self.load();
        change(&mut kept);
        let text = toml::to_string(&kept).map_err(io::Error::other)?;
        atomic::write(&self.path, &text)
    }

    /// Forgets all looks.
    ///
    /// # Errors
    /// If the file cannot be removed.
    pub fn forget(&self) -> io::Result<()> {
        match std::fs::remove_file(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    fn lock(&self) -> Option<File> {
        let mut path = self.path.clone().into_os_string();
        path.push(".lock");
        lock::take(Path::new(&path), &mut lock::Waiting::at_most(PATIENCE)).ok()
    }

    /// Loads the file; an unreadable file counts as missing.
    fn load(&self) -> Kepts {
        files::read_text(&self.path, LARGEST)
            .ok()
            .and_then(|text| toml::from_str(&text).ok())
            .unwrap_or_default()
    }
}

impl Kepts {
    fn over(&self, config: &Config) -> Settings {
        let mut settings = config.settings.clone();
        for (name, kept) in &self.0 {
            // Keys only change looks, so other settings are not remembered.
            let Some(look) = Look::named(name) else { continue };
            if kept.holds(look, config) {
                // An invalid value, such as a theme of another version, is
                // ignored.
                settings.set_written(look.name(), &kept.value);
            }
        }
        settings
    }

    fn take(&mut self, changes: &[LookChange]) {
        for LookChange { look, value, config } in changes {
            let kept = RememberedLook { value: value.clone(), config: config.clone() };
            self.0.insert(look.name().to_owned(), kept);
        }
    }
}

impl Config {
    /// Returns the looks that differ between two settings, with the value of each
    /// in this config.
    pub fn changes(&self, before: &Settings, after: &Settings) -> Vec<LookChange> {
        Look::changed(before, after)
            .into_iter()
            .map(|look| LookChange {
                look,
                value: look.value(after).to_string().trim().to_owned(),
                config: self.written.get(look.name()).map(str::to_owned),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Switch;
    use crate::settings::{ThemeChoice, ThemeName};
    use crate::typeset::Bidi;

    fn config(folder: &Path, text: &str) -> Config {
        let path = folder.join("config.toml");
        std::fs::write(&path, text).expect("written");
        Config::load(&path)
    }

    #[test]
    fn looks_are_remembered_until_the_config_says_otherwise() {
        let folder = tempfile::tempdir().expect("a folder");
        let memory = LookMemory::new(folder.path().join("state/looks.toml"));
        let first = config(folder.path(), "measure = 60\n");
        let mut looks = first.settings.clone();
        looks.measure = 76;
        looks.theme = ThemeChoice::Named(ThemeName::of("light"));
        looks.turn(Switch::Contents, false);
        looks.bidi = Bidi::Terminal;
        memory.remember(&first.changes(&first.settings, &looks)).expect("remembered");
        assert_eq!(memory.over(&first), looks);
        // A comment, and other settings, do not affect it.
        let same = config(folder.path(), "# mine\njustify = true\nmeasure = 60 # narrow\n");
        let mut justified = looks.clone();
        justified.turn(Switch::Justify, true);
        assert_eq!(memory.over(&same), justified);
        // A later value in the config wins, even the default.
        let since = config(folder.path(), "measure = 66\ntheme = \"auto\"\n");
        let now = memory.over(&since);
        assert_eq!((now.measure, now.theme), (66, ThemeChoice::Auto));
        assert_eq!((now.is_on(Switch::Contents), now.bidi), (false, Bidi::Terminal));
        let gone = config(folder.path(), "");
        assert_eq!(memory.overruled(&since), [Look::Theme, Look::Measure]);
        memory.drop(&memory.overruled(&since)).expect("dropped");
        assert_eq!(memory.over(&first).measure, 60, "after reverting the config, it still applies");
        assert_eq!(memory.overruled(&first), []);
        assert_eq!(memory.over(&gone).measure, Settings::default().measure);
        memory.forget().expect("forgotten");
        memory.forget().expect("nothing to forget");
        assert_eq!(memory.over(&first), first.settings);
    }

    #[test]
    fn instances_keep_what_each_other_remembered() {
        let folder = tempfile::tempdir().expect("a folder");
        let memory = LookMemory::new(folder.path().join("looks.toml"));
        let config = Config::default();
        let mut justified = Settings::default();
        justified.turn(Switch::Justify, true);
        let wide = Settings { measure: 90, ..Settings::default() };
        memory.remember(&config.changes(&config.settings, &justified)).expect("remembered");
        memory.remember(&config.changes(&config.settings, &wide)).expect("remembered");
        assert_eq!(memory.over(&config), Settings { measure: 90, ..justified });
    }

    #[test]
    fn what_is_not_a_look_or_not_valid_is_not_remembered() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("looks.toml");
        std::fs::write(
            &path,
            "[history]\nvalue = \"false\"\n[measure]\nvalue = \"9000\"\n[mouse]\nvalue = \"false\"\n",
        )
        .expect("written");
        let settings = LookMemory::new(path.clone()).over(&Config::default());
        let mut without_mouse = Settings::default();
        without_mouse.turn(Switch::Mouse, false);
        assert_eq!(settings, without_mouse);
        std::fs::write(&path, "no = [").expect("written");
        assert_eq!(LookMemory::new(path).over(&Config::default()), Settings::default());
    }
}
