//! Looks that are remembered from one start to the next, beneath the config: a
//! setting that the config gives otherwise than it did then is the person's
//! latest word.

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

/// How long another instance may hold the lock before it is passed over.
const PATIENCE: Duration = Duration::from_secs(1);

/// A look that was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Kept {
    /// Its value, as the config would write it.
    value: String,
    /// What the config said when it was changed, where it said anything.
    #[serde(skip_serializing_if = "Option::is_none")]
    config: Option<String>,
}

impl Kept {
    /// Whether a config says the same of the look as it did then.
    fn holds(&self, look: Look, config: &Config) -> bool {
        self.config.as_deref() == config.written.get(look.name())
    }
}

/// The looks that are remembered, by the names of their settings.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
struct Kepts(BTreeMap<String, Kept>);

/// A look that a person has changed, to be remembered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookChange {
    /// Which.
    pub look: Look,
    /// Its value, as the config would write it.
    pub value: String,
    /// What the config says of it, where it says anything.
    pub config: Option<String>,
}

/// Remembers looks in a small file.
#[derive(Debug, Clone)]
pub struct LookMemory {
    path: PathBuf,
}

impl LookMemory {
    /// The memory in a file, which may not exist yet.
    pub fn new(path: PathBuf) -> Self {
        Self { path }
    }

    /// The settings of a config with what is remembered and still holds.
    pub fn over(&self, config: &Config) -> Settings {
        self.load().over(config)
    }

    /// The looks that are remembered and that a config has changed since.
    pub fn overruled(&self, config: &Config) -> Vec<Look> {
        let kept = self.load();
        let overruled =
            |look: &Look| kept.0.get(look.name()).is_some_and(|k| !k.holds(*look, config));
        Look::ALL.into_iter().filter(overruled).collect()
    }

    /// Forgets some looks for good: a config that is changed back does not bring
    /// them back.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn drop(&self, looks: &[Look]) -> io::Result<()> {
        self.change(|kept| kept.0.retain(|name, _| !looks.iter().any(|look| look.name() == name)))
    }

    /// Remembers looks; those that other instances changed stay.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn remember(&self, changes: &[LookChange]) -> io::Result<()> {
        self.change(|kept| kept.take(changes))
    }

    fn change(&self, change: impl FnOnce(&mut Kepts)) -> io::Result<()> {
        // Without the lock another instance's latest look may be lost: no more
        // than that.
        let _lock = self.lock();
        let mut kept = self.load();
        change(&mut kept);
        let text = toml::to_string(&kept).map_err(io::Error::other)?;
        atomic::write(&self.path, &text)
    }

    /// Forgets all looks.
    ///
    /// # Errors
    /// Where the file cannot be removed.
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

    /// What cannot be read is as if it were not there.
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
            // What is no look is not changed by a key, and so not by its memory.
            let Some(look) = Look::named(name) else { continue };
            if kept.holds(look, config) {
                // What is not valid, as a theme of another version, is as if it
                // were not there.
                settings.set_written(look.name(), &kept.value);
            }
        }
        settings
    }

    fn take(&mut self, changes: &[LookChange]) {
        for LookChange { look, value, config } in changes {
            let kept = Kept { value: value.clone(), config: config.clone() };
            self.0.insert(look.name().to_owned(), kept);
        }
    }
}

impl Config {
    /// The looks in which settings differ from those before them, with what this
    /// config says of each.
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
        looks.contents = false;
        looks.bidi = Bidi::Terminal;
        memory.remember(&first.changes(&first.settings, &looks)).expect("remembered");
        assert_eq!(memory.over(&first), looks);
        // A comment, and other settings, change nothing of it.
        let same = config(folder.path(), "# mine\njustify = true\nmeasure = 60 # narrow\n");
        assert_eq!(memory.over(&same), Settings { justify: true, ..looks.clone() });
        // What the config says since then wins, also where it says the default.
        let since = config(folder.path(), "measure = 66\ntheme = \"auto\"\n");
        let now = memory.over(&since);
        assert_eq!((now.measure, now.theme), (66, ThemeChoice::Auto));
        assert_eq!((now.contents, now.bidi), (false, Bidi::Terminal));
        let gone = config(folder.path(), "");
        assert_eq!(memory.overruled(&since), [Look::Theme, Look::Measure]);
        memory.drop(&memory.overruled(&since)).expect("dropped");
        assert_eq!(memory.over(&first).measure, 60, "changed back, it says so still");
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
        let justified = Settings { justify: true, ..Settings::default() };
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
        assert_eq!(settings, Settings { mouse: false, ..Settings::default() });
        std::fs::write(&path, "no = [").expect("written");
        assert_eq!(LookMemory::new(path).over(&Config::default()), Settings::default());
    }
}
