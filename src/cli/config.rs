//! `bulletin config`: where the settings are, what they are, which keys do what.

use super::error::Failure;
use super::output::emit;
use crate::action::{Action, Group};
use crate::settings::{Directories, Settings};

pub fn path() -> Result<(), Failure> {
    emit(&format!("{}\n", Directories::find()?.config_file().display()))
}

pub fn show() -> Result<(), Failure> {
    emit(&load()?.to_toml())
}

/// Every action by its name in the config, with its keys.
pub fn keys() -> Result<(), Failure> {
    let settings = load()?;
    let rows: Vec<(Group, &str, String, &str)> = Action::ALL
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
    for group in Group::ALL {
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

fn load() -> Result<Settings, Failure> {
    match Settings::load(&Directories::find()?.config_file()) {
        (settings, None) => Ok(settings),
        (_, Some(error)) => Err(error.into()),
    }
}
