//! Writes the current looks to the config, and preserves its comments, its order
//! and its line ends.

use super::config::LARGEST;
use super::fault::InvalidSetting;
use super::parse::{Parsed, parse};
use super::{Look, Settings};
use crate::bookmarks::atomic;
use crate::files::{self, TomlForm};
use crate::messages::errors;
use std::io;
use std::path::Path;
use toml_edit::{DocumentMut, Item, Value};

/// Writes the looks of some settings to a config, and returns those that changed
/// in it.
///
/// # Errors
/// If the config is not valid TOML, cannot be read, or cannot be written.
pub fn save_looks(path: &Path, settings: &Settings) -> io::Result<Vec<Look>> {
    let text = match files::read_text(path, LARGEST) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        text => text?,
    };
    let (saved, looks) = saved(&text, settings)
        .map_err(|fault| io::Error::other(fault.of_file(path, &text).to_string()))?;
    if !looks.is_empty() {
        files::check_size(saved.len() as u64, LARGEST)?;
        atomic::write(path, &saved)?;
    }
    Ok(looks)
}

/// Returns the text of a config with the looks of some settings, and the looks
/// that changed in it.
fn saved(text: &str, settings: &Settings) -> Result<(String, Vec<Look>), InvalidSetting> {
    let Parsed { settings: said, .. } = parse(text);
    let looks = Look::changed(&said, settings);
    if looks.is_empty() {
        return Ok((text.to_owned(), looks));
    }
    let mut document: DocumentMut =
        text.parse().map_err(|error: toml_edit::TomlError| InvalidSetting {
            at: error.span().map_or(0, |span| span.start),
            reason: error.message().lines().next().unwrap_or(errors::NOT_TOML).to_owned(),
        })?;
    let was_empty = document.is_empty();
    for look in &looks {
        put(&mut document, look.name(), look.value(settings));
    }
    if was_empty {
        keep_comments_first(&mut document);
    }
    Ok((TomlForm::of(text).text(document), looks))
}

/// Sets a value; keeps the comment after it.
fn put(document: &mut DocumentMut, name: &str, mut value: Value) {
    match document.get_mut(name) {
        Some(Item::Value(old)) => {
            *value.decor_mut() = old.decor().clone();
            *old = value;
        }
        _ => {
            document.insert(name, Item::Value(value));
        }
    }
}

/// Moves the comments of a file with nothing else to its start.
fn keep_comments_first(document: &mut DocumentMut) {
    let comments = document.trailing().as_str().unwrap_or("").to_owned();
    if comments.trim().is_empty() {
        return;
    }
    let Some(first) = document.iter().next().map(|(name, _)| name.to_owned()) else { return };
    if let Some(mut key) = document.key_mut(&first) {
        let end = if comments.ends_with('\n') { "" } else { "\n" };
        key.leaf_decor_mut().set_prefix(format!("{comments}{end}"));
        document.set_trailing("");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Switch;
    use crate::settings::{Config, ThemeChoice, ThemeName};

    fn wide() -> Settings {
        Settings {
            measure: 90,
            theme: ThemeChoice::Named(ThemeName::of("dark")),
            ..Settings::default()
        }
    }

    #[test]
    fn comments_order_and_what_is_said_already_stay() {
        let text = "# My own.\nmouse = true # always\n\n# Wide enough.\nmeasure = 60   # columns\n\n\
                    [keys]\n# Far away.\nquit = \"Q\"\n";
        let (saved, looks) = saved(text, &wide()).expect("saved");
        assert_eq!(
            saved,
            "# My own.\nmouse = true # always\n\n# Wide enough.\nmeasure = 90   # columns\n\
             theme = \"dark\"\n\n[keys]\n# Far away.\nquit = \"Q\"\n"
        );
        assert_eq!(looks, [Look::Theme, Look::Measure]);
        let parsed = parse(&saved);
        assert_eq!((parsed.settings.measure, parsed.settings.theme), (90, wide().theme));
    }

    #[test]
    fn an_empty_config_is_filled_and_its_comments_come_first() {
        let (text, _) = saved("", &wide()).expect("saved");
        assert_eq!(text, "theme = \"dark\"\nmeasure = 90\n");
        let (text, _) = saved("# Nothing yet.\n", &wide()).expect("saved");
        assert_eq!(text, "# Nothing yet.\ntheme = \"dark\"\nmeasure = 90\n");
        let (text, looks) = saved("# Nothing yet.", &Settings::default()).expect("saved");
        assert_eq!((text.as_str(), looks.len()), ("# Nothing yet.", 0));
    }

    #[test]
    fn line_ends_are_kept() {
        let (text, _) = saved("# Mine\r\nmeasure = 60\r\n[keys]\r\n", &wide()).expect("saved");
        assert_eq!(text, "# Mine\r\nmeasure = 90\r\ntheme = \"dark\"\r\n[keys]\r\n");
    }

    #[test]
    fn a_config_that_is_not_toml_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("config.toml");
        std::fs::write(&path, "measure = 60\njustify =\n").expect("written");
        let told = save_looks(&path, &wide()).expect_err("a fault").to_string();
        assert!(told.starts_with(&format!("{}:2: ", path.display())), "{told}");
        assert_eq!(std::fs::read_to_string(&path).expect("read"), "measure = 60\njustify =\n");
    }

    #[test]
    fn what_was_saved_is_what_is_in_force_then() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("sub/config.toml");
        let mut settings = wide();
        settings.turn(Switch::Contents, false);
        settings.turn(Switch::Mouse, false);
        assert_eq!(save_looks(&path, &settings).expect("saved").len(), 4);
        assert_eq!(Config::load(&path).settings, settings);
        assert_eq!(save_looks(&path, &settings).expect("saved"), []);
    }
}
