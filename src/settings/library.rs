//! The folders of the library, as the config names them.

use super::invalid::Invalid;
use crate::messages::settings;
use directories::BaseDirs;
use ignore::overrides::OverrideBuilder;
use std::path::{Path, PathBuf};
use toml::de::DeValue;
use toml_edit::{InlineTable, Value};

/// The folders of the library.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LibrarySettings {
    /// The folders.
    pub folders: Vec<LibraryFolder>,
    /// Patterns of names that are left out, as in `.gitignore`.
    pub ignore: Vec<String>,
}

/// A folder of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LibraryFolder {
    /// Its path as the config writes it: from the root, or from the home directory.
    written: String,
    /// How many folders deep it is read; `None` for all of it.
    pub depth: Option<u32>,
}

impl LibraryFolder {
    /// Returns the folder at a path from the root or from `~`; `None` for another path.
    pub fn new(written: impl Into<String>, depth: Option<u32>) -> Option<Self> {
        let written = written.into();
        let is_home = written == "~" || written.starts_with("~/");
        (is_home || Path::new(&written).is_absolute()).then_some(Self { written, depth })
    }

    /// Its path.
    pub fn path(&self) -> PathBuf {
        let home = self.written.strip_prefix('~').zip(BaseDirs::new());
        match home {
            Some((rest, base)) => base.home_dir().join(rest.trim_start_matches('/')),
            None => PathBuf::from(&self.written),
        }
    }

    /// Parses a path, or a table with a path and a depth.
    fn of(value: &DeValue<'_>) -> Option<Self> {
        if let Some(path) = value.as_str() {
            return Self::new(path, None);
        }
        let table = value.as_table()?;
        let mut own = (None, None);
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "path" => own.0 = Some(value.get_ref().as_str()?),
                "depth" => {
                    let number = value.get_ref().as_integer()?;
                    let depth = u32::from_str_radix(number.as_str(), number.radix()).ok()?;
                    own.1 = Some(depth).filter(|depth| *depth > 0);
                    own.1?;
                }
                _ => return None,
            }
        }
        Self::new(own.0?, own.1)
    }

    /// The folder as a value of the config.
    pub(super) fn value(&self) -> Value {
        let path = Value::from(self.written.as_str());
        match self.depth {
            None => path,
            Some(depth) => {
                let mut table = InlineTable::new();
                table.insert("path", path);
                table.insert("depth", i64::from(depth).into());
                table.into()
            }
        }
    }
}

impl LibrarySettings {
    /// Sets one of the settings to a value of the config.
    ///
    /// # Errors
    /// If there is no such setting, or the value is invalid.
    pub(super) fn set(&mut self, name: &str, value: &DeValue<'_>) -> Result<(), Invalid> {
        let list = |right: &str| value.as_array().ok_or_else(|| Invalid::Not(right.to_owned()));
        match name {
            "folders" => {
                let right = || Invalid::Not(settings::FOLDERS.to_owned());
                let all = list(settings::FOLDERS)?.iter();
                let folders: Option<Vec<_>> =
                    all.map(|own| LibraryFolder::of(own.get_ref())).collect();
                self.folders = folders.ok_or_else(right)?;
            }
            "ignore" => {
                let mut ignore = Vec::new();
                for own in list(settings::PATTERNS)?.iter() {
                    let pattern = own.get_ref().as_str();
                    let pattern =
                        pattern.ok_or_else(|| Invalid::Not(settings::PATTERNS.to_owned()))?;
                    if let Err(error) = OverrideBuilder::new("/").add(&format!("!{pattern}")) {
                        return Err(Invalid::Because(settings::pattern_invalid(error)));
                    }
                    ignore.push(pattern.to_owned());
                }
                self.ignore = ignore;
            }
            _ => return Err(Invalid::Because(settings::library_unknown(name))),
        }
        Ok(())
    }

    /// The table of the config; empty without folders and patterns.
    pub(super) fn table(&self) -> String {
        let list = |values: Vec<Value>| values.into_iter().collect::<toml_edit::Array>();
        let mut out = String::new();
        if !self.folders.is_empty() {
            let folders = list(self.folders.iter().map(LibraryFolder::value).collect());
            out.push_str(&format!("folders = {folders}\n"));
        }
        if !self.ignore.is_empty() {
            let ignore = list(self.ignore.iter().map(|own| own.as_str().into()).collect());
            out.push_str(&format!("ignore = {ignore}\n"));
        }
        if out.is_empty() { out } else { format!("\n[library]\n{out}") }
    }
}

#[cfg(test)]
mod tests {
    use crate::settings::parse::parse;

    #[test]
    fn folders_are_read_and_printed_alike() {
        let text = "[library]\nfolders = [\"/srv/acts\", { path = \"~/Papers\", depth = 3 }]\n\
                    ignore = [\"*.bak\"]\n";
        let settings = parse(text).settings;
        let folders = &settings.library.folders;
        assert_eq!(folders[0].path(), std::path::Path::new("/srv/acts"));
        assert!(folders[1].path().is_absolute() && folders[1].path().ends_with("Papers"));
        assert_eq!((folders[0].depth, folders[1].depth), (None, Some(3)));
        assert_eq!(parse(&settings.to_toml(&[])).settings, settings);
    }

    #[test]
    fn faults_of_folders_are_reported() {
        for (line, said) in [
            ("folders = \"/a\"", "folders is \"/a\": write a list of paths"),
            ("folders = [\"Papers\"]", "folders is [\"Papers\"]: write a list of paths"),
            ("folders = [{ path = \"/a\", depth = 0 }]", "folders is"),
            ("folders = [{ depth = 2 }]", "folders is"),
            ("ignore = [1]", "ignore is [1]: write a list of patterns"),
            ("ignore = [\"{a\"]", "ignore: "),
            ("folder = []", "“folder” is not a setting of the library: use folders or ignore"),
        ] {
            let faults = parse(&format!("[library]\n{line}\n")).faults;
            assert_eq!(faults.len(), 1, "{line}");
            assert!(faults[0].reason.starts_with(said), "{line}: {}", faults[0].reason);
        }
    }
}
