//! `bulletin config`: the path of the config, the current settings and keys, and the schema.

use super::error::{Failure, warn};
use super::output::{emit, emit_json};
use crate::action::{Action, ActionGroup};
use crate::settings::{self, Config, Directories, Look, LookMemory};

/// Prints the path of the config.
///
/// # Errors
/// If no home directory is known, or standard output cannot be written.
pub fn path() -> Result<(), Failure> {
    emit(&format!("{}\n", Directories::find()?.config_file().display()))
}

/// Prints the current settings, including those that keys have changed.
///
/// # Errors
/// As [`path`].
pub fn show() -> Result<(), Failure> {
    let directories = Directories::find()?;
    let config = load(&directories);
    let settings = LookMemory::new(directories.looks_file()).over(&config);
    emit(&settings.to_toml(&Look::changed(&config.settings, &settings)))
}

/// Prints every action by its name in the config, with its keys.
///
/// # Errors
/// As [`path`].
pub fn keys() -> Result<(), Failure> {
    let settings = load(&Directories::find()?).settings;
    let rows: Vec<(ActionGroup, &str, String, &str)> = Action::ALL
        .iter()
        .map(|action| {
            let keys: Vec<String> =
                settings.keys.keys(*action).iter().map(ToString::to_string).collect();
            (action.group(), action.name(), keys.join(" "), action.title())
        })
        .collect();
    let names = rows.iter().map(|row| row.1.len()).max().unwrap_or(0);
    let keys = rows.iter().map(|row| row.2.chars().count()).max().unwrap_or(0);
    let mut out = String::new();
    for group in ActionGroup::ALL {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&format!("{}\n", group.title()));
        for (_, name, bound, title) in rows.iter().filter(|row| row.0 == group) {
            out.push_str(&format!("  {name:names$}  {bound:keys$}  {title}\n"));
        }
    }
    emit(&out)
}

/// Prints the JSON schema of the config.
///
/// # Errors
/// If standard output cannot be written.
pub fn schema() -> Result<(), Failure> {
    emit_json(&settings::schema())
}

/// Loads the config; reports what is invalid in it on standard error.
fn load(directories: &Directories) -> Config {
    let config = Config::load(&directories.config_file());
    config.faults.iter().for_each(|fault| warn(&fault.to_string()));
    config
}
