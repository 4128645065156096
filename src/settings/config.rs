//! `config.toml`: what may be set, and what is wrong with it, with the line.

use super::{Citations, Theme};
use crate::action::{Action, KeyMap};
use crate::bookmarks::Template;
use crate::files;
use crate::typeset::Bidi;
use std::ops::Range;
use std::path::{Path, PathBuf};
use thiserror::Error;
use toml_edit::{Document, Item, Value};

/// Which theme is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ThemeChoice {
    /// The one that suits the terminal.
    #[default]
    Auto,
    /// This one.
    Named(&'static str),
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
    const ALL: [Self; 3] = [Self::Auto, Self::Ask, Self::Off];

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
    /// Columns of the text, at the most.
    pub measure: u16,
    /// Whether lines are stretched to the full measure.
    pub justify: bool,
    /// Whether words are hyphenated, where the language is known.
    pub hyphenation: bool,
    /// Who puts right-to-left text into its visual order.
    pub bidi: Bidi,
    /// Whether the mouse is used.
    pub mouse: bool,
    /// What is done when the file that is read has changed.
    pub reload: Reload,
    /// How passages are cited.
    pub citations: Citations,
    /// Which key does what.
    pub keys: KeyMap,
}

/// The largest config that is read, in bytes.
const LARGEST: u64 = 1 << 20;

/// The narrowest and the widest measure, in columns.
pub const MEASURES: std::ops::RangeInclusive<u16> = 20..=200;

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::Auto,
            measure: 72,
            justify: false,
            hyphenation: true,
            bidi: Bidi::Visual,
            mouse: true,
            reload: Reload::default(),
            citations: Citations::default(),
            keys: KeyMap::default(),
        }
    }
}

/// What is wrong with the settings.
#[derive(Debug, Error)]
pub enum SettingsError {
    /// The platform does not say where a person's files are.
    #[error("no home directory is known: set HOME")]
    NoHome,
    /// The config cannot be read.
    #[error("cannot read {}: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Something in it is wrong.
    #[error("{}:{line}: {reason}", path.display())]
    Wrong {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong, and what would be right.
        reason: String,
    },
}

/// What is wrong, and the bytes of the file that say so.
struct Fault {
    at: Option<Range<usize>>,
    reason: String,
}

impl Settings {
    /// Reads the config; a file that is not there sets nothing. What is right
    /// in it is in force even where something else is wrong; of that, the
    /// first is told.
    pub fn load(path: &Path) -> (Self, Option<SettingsError>) {
        let text = match files::read_text(path, LARGEST) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return (Self::default(), None);
            }
            Err(source) => {
                let error = SettingsError::Unreadable { path: path.to_path_buf(), source };
                return (Self::default(), Some(error));
            }
        };
        let (settings, fault) = Self::parse(&text);
        let error = fault.map(|fault| SettingsError::Wrong {
            path: path.to_path_buf(),
            line: line_of(&text, fault.at.map_or(0, |at| at.start)),
            reason: fault.reason,
        });
        (settings, error)
    }

    fn parse(text: &str) -> (Self, Option<Fault>) {
        let mut settings = Self::default();
        let document = match Document::parse(text) {
            Ok(document) => document,
            Err(error) => {
                let reason = error.message().lines().next().unwrap_or("no TOML").to_owned();
                return (settings, Some(Fault { at: error.span(), reason }));
            }
        };
        let mut first = None;
        // A template is known by its name only once the table is read, which
        // has to stand behind all that is no table.
        let items = document.iter().filter(|(key, _)| *key == "citations");
        let items = items.chain(document.iter().filter(|(key, _)| *key != "citations"));
        for (key, item) in items {
            if let Err(fault) = settings.set(key, item) {
                first.get_or_insert(fault);
            }
        }
        (settings, first)
    }

    fn set(&mut self, key: &str, item: &Item) -> Result<(), Fault> {
        let wrong = |right: &str| Fault {
            at: item.span(),
            reason: format!("{key} is {}: write {right}", shown(item)),
        };
        let switch = || item.as_bool().ok_or_else(|| wrong("true or false"));
        match key {
            "theme" => {
                let names = || Theme::ALL.map(|theme| theme.name).join(", ");
                self.theme = match item.as_str() {
                    Some("auto") => ThemeChoice::Auto,
                    Some(name) => match Theme::named(name) {
                        Some(theme) => ThemeChoice::Named(theme.name),
                        None => return Err(wrong(&format!("auto, {}", names()))),
                    },
                    None => return Err(wrong(&format!("auto, {}", names()))),
                };
            }
            "measure" => {
                let columns = item.as_integer().and_then(|n| u16::try_from(n).ok());
                self.measure = columns
                    .filter(|n| MEASURES.contains(n))
                    .ok_or_else(|| wrong("a number from 20 to 200"))?;
            }
            "justify" => self.justify = switch()?,
            "hyphenation" => self.hyphenation = switch()?,
            "bidi" => {
                let known = [Bidi::Visual, Bidi::Terminal];
                self.bidi = known
                    .into_iter()
                    .find(|bidi| item.as_str() == Some(bidi.name()))
                    .ok_or_else(|| wrong("visual or terminal"))?;
            }
            "mouse" => self.mouse = switch()?,
            "reload" => {
                let named = |name: &str| Reload::ALL.into_iter().find(|one| one.name() == name);
                self.reload =
                    item.as_str().and_then(named).ok_or_else(|| wrong("auto, ask, off"))?;
            }
            "citation" => {
                let name =
                    item.as_str().ok_or_else(|| wrong("the name of a template, as \"plain\""))?;
                self.citations
                    .choose(name)
                    .map_err(|error| Fault { at: item.span(), reason: error.to_string() })?;
            }
            "citations" => self.set_citations(item)?,
            "keys" => self.set_keys(item)?,
            _ => {
                return Err(Fault {
                    at: item.span(),
                    reason: format!(
                        "“{key}” is no setting: there are theme, measure, justify, hyphenation, bidi, mouse, reload, citation, [citations] and [keys]"
                    ),
                });
            }
        }
        Ok(())
    }

    fn set_citations(&mut self, item: &Item) -> Result<(), Fault> {
        let Some(table) = item.as_table_like() else {
            return Err(Fault {
                at: item.span(),
                reason: "citations is no table: write [citations] and then lines such as \
                         short = \"{title}{, provision}\""
                    .to_owned(),
            });
        };
        let mut first = None;
        for (name, item) in table.iter() {
            let template: Result<Template, String> = match item.as_str() {
                Some(written) => written.parse().map_err(|error| format!("{name}: {error}")),
                None => Err(format!(
                    "{name} is {}: write words such as \"{{title}}{{, provision}}\"",
                    shown(item)
                )),
            };
            match template {
                Ok(template) => self.citations.add(name, template),
                Err(reason) => {
                    first.get_or_insert(Fault { at: item.span(), reason });
                }
            }
        }
        first.map_or(Ok(()), Err)
    }

    fn set_keys(&mut self, item: &Item) -> Result<(), Fault> {
        let fault = |at: &Item, reason: String| Fault { at: at.span(), reason };
        let Some(table) = item.as_table_like() else {
            return Err(fault(
                item,
                "keys is no table: write [keys] and then lines such as quit = \"q\"".to_owned(),
            ));
        };
        let mut changes: Vec<(&str, Vec<&str>)> = Vec::new();
        let mut first = None;
        for (name, item) in table.iter() {
            let keys: Option<Vec<&str>> = match item.as_value() {
                Some(Value::String(key)) => Some(vec![key.value().as_str()]),
                Some(Value::Array(keys)) => keys.iter().map(Value::as_str).collect(),
                _ => None,
            };
            let checked = match keys {
                // One at a time too, so that a fault is told with its own line.
                Some(keys) => self
                    .keys
                    .clone()
                    .rebind([(name, keys.clone())])
                    .map(|()| changes.push((name, keys)))
                    .map_err(|error| error.to_string()),
                None => Err(format!(
                    "{name} is {}: write a key such as \"q\", or several as [\"q\", \"Ctrl-c\"]",
                    shown(item)
                )),
            };
            if let Err(reason) = checked {
                first.get_or_insert(fault(item, reason));
            }
        }
        if let Err(error) = self.keys.rebind(changes) {
            first.get_or_insert(fault(item, error.to_string()));
        }
        first.map_or(Ok(()), Err)
    }

    /// All settings as the config writes them.
    pub fn to_toml(&self) -> String {
        let theme = match self.theme {
            ThemeChoice::Auto => "auto",
            ThemeChoice::Named(name) => name,
        };
        let mut out = format!(
            "theme = \"{theme}\"\nmeasure = {}\njustify = {}\nhyphenation = {}\nbidi = \"{}\"\nmouse = {}\nreload = \"{}\"\n",
            self.measure,
            self.justify,
            self.hyphenation,
            self.bidi.name(),
            self.mouse,
            self.reload.name()
        );
        out.push_str(&self.citations.choice_line());
        out.push_str(&self.citations.table());
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

fn shown(item: &Item) -> String {
    item.to_string().trim().lines().next().unwrap_or("empty").to_owned()
}

fn line_of(text: &str, byte: usize) -> usize {
    text.bytes().take(byte).filter(|b| *b == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::{Context, Key};

    fn told(text: &str) -> String {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("config.toml");
        std::fs::write(&path, text).expect("a file");
        match Settings::load(&path) {
            (_, None) => "fine".to_owned(),
            (_, Some(error)) => {
                error.to_string().replace(&format!("{}/", dir.path().display()), "")
            }
        }
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        for (text, said) in [
            (
                "# mine\nmeasure = 9000\n",
                "config.toml:2: measure is 9000: write a number from 20 to 200",
            ),
            (
                "theme = \"pink\"",
                "config.toml:1: theme is \"pink\": write auto, dark, light, ansi, plain",
            ),
            ("bidi = \"rtl\"", "config.toml:1: bidi is \"rtl\": write visual or terminal"),
            ("mouse = 1", "config.toml:1: mouse is 1: write true or false"),
            ("reload = true", "config.toml:1: reload is true: write auto, ask, off"),
            (
                "\n\n[keys]\nquit = \"q\"\nfly = \"x\"",
                "config.toml:5: no action is called “fly”: “bulletin config keys” lists them",
            ),
            (
                "[keys]\nquit = \"qq\"",
                "config.toml:2: “qq” is no key: write j, G, Ctrl-d, Alt-Left, F1, Space, Enter …",
            ),
        ] {
            assert_eq!(told(text), said);
        }
        assert_eq!(
            told("citation = \"chicago\"\n[citations]\nmine = \"{title}\"\n"),
            "config.toml:1: no citation is called “chicago”: there are plain, markdown, footnote, bibtex, mine"
        );
        assert!(
            told("[citations]\nmine = \"{title}\"\nours = \"{author}\"\n").starts_with(
                "config.toml:3: ours: “{author}” is no placeholder: there are {quote}"
            )
        );
        assert!(told("colour = 1").contains("“colour” is no setting"));
        assert!(told("a = \n").starts_with("config.toml:1: "));
        assert_eq!(told(""), "fine");
    }

    #[test]
    fn what_is_shown_reads_as_what_is_set() {
        let (mut settings, _) = Settings::parse(
            "measure = 60\nbidi = \"terminal\"\njustify = true\nreload = \"ask\"\n[keys]\nquit = [\"Q\"]",
        );
        assert_eq!((settings.measure, settings.justify), (60, true));
        assert_eq!(settings.bidi, Bidi::Terminal);
        assert_eq!(settings.keys.action(Context::Everywhere, Key::char('q')), None);
        assert_eq!(Settings::parse(&settings.to_toml()).0, settings);
        (settings, _) = Settings::parse(
            "citation = \"my own\"\n[citations]\n\"my own\" = \"{quote}\\n“{title}” \\\\\"\n",
        );
        assert_eq!(settings.citations.chosen(), Some("my own"));
        assert_eq!(Settings::parse(&settings.to_toml()).0, settings);
        settings = Settings::default();
        assert_eq!(Settings::parse(&settings.to_toml()).0, settings);
    }

    #[test]
    fn what_is_right_is_in_force_beside_what_is_wrong() {
        let (settings, fault) = Settings::parse(
            "measure = 60\nmouse = 3\njustify = true\n[keys]\nfly = \"x\"\nquit = \"Q\"",
        );
        assert!(fault.is_some_and(|fault| fault.reason.starts_with("mouse is 3")));
        assert_eq!((settings.measure, settings.justify, settings.mouse), (60, true, true));
        assert_eq!(settings.keys.action(Context::Everywhere, Key::char('Q')), Some(Action::Quit));
    }
}
