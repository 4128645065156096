//! Parses a config into settings; skips invalid settings, and reports all of
//! them.

use super::fault::{InvalidSetting, line_of};
use super::invalid::Invalid;
use super::table::{self, SETTINGS, TABLES, TableKind};
use super::{OwnTheme, Settings, Theme, ThemeName};
use crate::bookmarks::Template;
use crate::messages::{errors, settings};
use std::collections::{BTreeMap, HashSet};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The result of parsing a config.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Parsed {
    /// The resulting settings.
    pub settings: Settings,
    /// The settings in the config, as they are written.
    pub written: Written,
    /// The faults, in the order of the lines.
    pub faults: Vec<InvalidSetting>,
}

/// The settings in a config, each with its value as written there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written(BTreeMap<String, String>);

impl Written {
    /// Returns the value of a setting; `None` if it is not in the config.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }
}

/// A value with its source text.
#[derive(Clone, Copy)]
struct Given<'a> {
    value: &'a Spanned<DeValue<'a>>,
    /// The whole text of the config.
    text: &'a str,
}

impl<'a> Given<'a> {
    fn value(self) -> &'a DeValue<'a> {
        self.value.get_ref()
    }

    fn words(self) -> &'a str {
        self.text.get(self.value.span()).unwrap_or("").trim()
    }

    /// Returns its first line.
    fn shown(self) -> &'a str {
        self.words().lines().next().unwrap_or("empty")
    }

    fn fault(self, reason: String) -> InvalidSetting {
        InvalidSetting { at: self.value.span().start, reason }
    }
}

/// Returns the entries of a table in the order of the text.
fn entries<'a>(table: &'a DeTable<'a>, text: &'a str) -> Vec<(&'a str, Range<usize>, Given<'a>)> {
    let mut entries: Vec<_> = table
        .iter()
        .map(|(name, value)| (name.get_ref().as_ref(), name.span(), Given { value, text }))
        .collect();
    entries.sort_by_key(|(_, at, _)| at.start);
    entries
}

/// Parses the text of a config, with replacement characters for invalid UTF-8. A
/// line that is not TOML does not affect the others.
pub(super) fn parse(text: &str) -> Parsed {
    let (table, errors) = DeTable::parse_recoverable(text);
    let not_toml = errors.iter().map(|error| InvalidSetting {
        at: error.span().map_or(0, |span| span.start),
        reason: error.message().lines().next().unwrap_or(errors::NOT_TOML).to_owned(),
    });
    let not_text = text
        .match_indices(char::REPLACEMENT_CHARACTER)
        .map(|(at, _)| InvalidSetting { at, reason: errors::NOT_TEXT.to_owned() });
    let mut faults: Vec<InvalidSetting> = not_text.chain(not_toml).collect();
    // The first fault of a garbled line suffices.
    faults.sort_by_key(|fault| fault.at);
    faults.dedup_by_key(|fault| line_of(text, fault.at));
    let garbled = faults.iter().map(|fault| line_of(text, fault.at)).collect();
    let mut parsed = Parsed { faults, ..Parsed::default() };
    parsed.take(table.get_ref(), text, &garbled);
    parsed.faults.sort_by_key(|fault| fault.at);
    parsed
}

impl Parsed {
    /// Applies the settings of a table, except those in garbled lines.
    fn take(&mut self, table: &DeTable<'_>, text: &str, garbled: &HashSet<usize>) {
        let meant = |at: &Range<usize>| !garbled.contains(&line_of(text, at.start));
        let mut entries = entries(table, text);
        // Settings refer to templates and themes by name, so tables come first, although they follow
        // in the text.
        entries.sort_by_key(|(name, ..)| table::with_key(name).is_none());
        for (name, at, given) in entries {
            match (table::with_key(name), given.value().as_table()) {
                (Some(own), Some(lines)) => match own.kind {
                    TableKind::Citations => self.take_citations(lines, text, &meant),
                    TableKind::Themes => self.take_themes(lines, text, &meant),
                    TableKind::Library => self.take_library(lines, text, &meant),
                    TableKind::Keys => self.take_keys(lines, text, &meant),
                },
                (Some(own), None) if meant(&at) => {
                    self.faults.push(given.fault(own.not_a_table.to_owned()));
                }
                (None, _) if meant(&at) => {
                    self.written.0.insert(name.to_owned(), given.words().to_owned());
                    if let Err(reason) = set(&mut self.settings, name, given) {
                        self.faults.push(InvalidSetting { at: at.start, reason });
                    }
                }
                _ => {}
            }
        }
    }

    fn take_citations(
        &mut self,
        table: &DeTable<'_>,
        text: &str,
        meant: &impl Fn(&Range<usize>) -> bool,
    ) {
        for (name, _, given) in entries(table, text).into_iter().filter(|(_, at, _)| meant(at)) {
            let template: Result<Template, String> = match given.value().as_str() {
                Some(written) => written.parse().map_err(|error| format!("{name}: {error}")),
                None => Err(settings::expected(name, given.shown(), settings::TEMPLATE)),
            };
            match template {
                Ok(template) => self.settings.citations.add(name, template),
                Err(reason) => self.faults.push(given.fault(reason)),
            }
        }
    }

    fn take_themes(
        &mut self,
        table: &DeTable<'_>,
        text: &str,
        meant: &impl Fn(&Range<usize>) -> bool,
    ) {
        for (name, _, given) in entries(table, text) {
            let mut fault =
                |given: Given<'_>, reason: String| self.faults.push(given.fault(reason));
            let (Some(roles), Some(named)) = (given.value().as_table(), ThemeName::new(name))
            else {
                fault(given, settings::theme_name_invalid(name));
                continue;
            };
            let roles: Vec<_> =
                entries(roles, text).into_iter().filter(|(_, at, _)| meant(at)).collect();
            let base = roles.iter().find(|(role, ..)| *role == "base").map(|(_, _, given)| *given);
            let base = match base {
                None => Theme::ALL[0],
                Some(given) => match given.value().as_str().and_then(Theme::named) {
                    Some(base) => base,
                    None => {
                        let names = Theme::ALL.map(|theme| theme.name.to_string()).join(", ");
                        fault(
                            given,
                            settings::expected("base", given.shown(), settings::one_of(names)),
                        );
                        continue;
                    }
                },
            };
            let mut own = OwnTheme::new(named, base);
            for (role, _, given) in roles.into_iter().filter(|(role, ..)| *role != "base") {
                let given_look = match given.value().as_str() {
                    Some(look) => own.give(role, look),
                    None => Err(settings::expected(role, given.shown(), settings::ROLE)),
                };
                if let Err(reason) = given_look {
                    fault(given, reason);
                }
            }
            self.settings.themes.push(own);
        }
    }

    fn take_library(
        &mut self,
        table: &DeTable<'_>,
        text: &str,
        meant: &impl Fn(&Range<usize>) -> bool,
    ) {
        for (name, at, given) in entries(table, text).into_iter().filter(|(_, at, _)| meant(at)) {
            if let Err(invalid) = self.settings.library.set(name, given.value()) {
                let reason = match invalid {
                    Invalid::Not(right) => settings::expected(name, given.shown(), right),
                    Invalid::Because(reason) => reason,
                };
                self.faults.push(InvalidSetting { at: at.start, reason });
            }
        }
    }

    fn take_keys(
        &mut self,
        table: &DeTable<'_>,
        text: &str,
        meant: &impl Fn(&Range<usize>) -> bool,
    ) {
        let defaults = self.settings.keys.clone();
        let mut changes: Vec<(&str, Vec<&str>)> = Vec::new();
        for (name, _, given) in entries(table, text).into_iter().filter(|(_, at, _)| meant(at)) {
            let keys: Option<Vec<&str>> = match given.value() {
                DeValue::String(key) => Some(vec![key.as_ref()]),
                DeValue::Array(keys) => keys.iter().map(|key| key.get_ref().as_str()).collect(),
                _ => None,
            };
            let Some(keys) = keys else {
                self.faults.push(given.fault(settings::expected(
                    name,
                    given.shown(),
                    settings::KEY,
                )));
                continue;
            };
            // Together with the earlier bindings, so that a conflict is reported at its own line.
            let mut map = defaults.clone();
            changes.push((name, keys));
            match map.rebind(changes.iter().cloned()) {
                Ok(()) => self.settings.keys = map,
                Err(error) => {
                    changes.pop();
                    self.faults.push(given.fault(error.to_string()));
                }
            }
        }
    }
}

/// Applies a setting that is not a table.
///
/// # Errors
/// The error, and valid values.
fn set(settings: &mut Settings, name: &str, given: Given<'_>) -> Result<(), String> {
    let Some(setting) = table::named(name) else {
        let names = SETTINGS.iter().map(|setting| setting.name);
        let names: Vec<&str> = names.chain(TABLES.iter().map(|table| table.name)).collect();
        return Err(settings::unknown(name, names.join(", ")));
    };
    setting.set(settings, given.value()).map_err(|invalid| match invalid {
        Invalid::Not(right) => settings::expected(name, given.shown(), right),
        Invalid::Because(reason) => reason,
    })
}

impl Settings {
    /// Sets one setting as a line of the config would; returns whether it is valid.
    pub fn set_written(&mut self, name: &str, value: &str) -> bool {
        let Ok(parsed) = DeValue::parse(value) else { return false };
        set(self, name, Given { value: &parsed, text: value }).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::{Action, Context, Key};
    use crate::settings::Switch;
    use crate::settings::ThemeChoice;

    /// Returns the faults, each after its line.
    fn told(text: &str) -> Vec<String> {
        let line =
            |fault: &InvalidSetting| format!("{}: {}", line_of(text, fault.at), fault.reason);
        parse(text).faults.iter().map(line).collect()
    }

    #[test]
    fn a_fault_is_reported_with_its_line() {
        for (text, said) in [
            ("# mine\nmeasure = 9000\n", "2: measure is 9000: write a number from 20 to 200"),
            ("measure = 0x4_8", ""),
            (
                "theme = \"pink\"",
                "1: theme is \"pink\": write auto, dark, light, paper, contrast, colourblind, ansi, console, plain, spoken",
            ),
            ("bidi = \"rtl\"", "1: bidi is \"rtl\": write visual or terminal"),
            ("mouse = 1", "1: mouse is 1: write true or false"),
            ("history = \"no\"", "1: history is \"no\": write true or false"),
            ("reload = true", "1: reload is true: write auto, ask or off"),
            (
                "\n\n[keys]\nquit = \"q\"\nfly = \"x\"",
                "5: unknown action “fly”: run “bulletin config keys” for the list",
            ),
            (
                "[keys]\nquit = \"qq\"",
                "2: “qq” is not a key: write j, G, Ctrl-d, Alt-Left, F1, Space, Enter …",
            ),
            (
                "citation = \"chicago\"\n[citations]\nmine = \"{title}\"\n",
                "1: unknown citation style “chicago”: use one of plain, markdown, footnote, bibtex, mine",
            ),
            (
                "keys = 1",
                "1: keys is not a table: write [keys] and then lines such as quit = \"q\"",
            ),
        ] {
            assert_eq!(told(text).join("\n"), said);
        }
        let told = told("[citations]\nmine = \"{title}\"\nours = \"{author}\"\n").concat();
        assert!(told.starts_with("3: ours: “{author}” is not a placeholder: use one of {quote}"));
    }

    #[test]
    fn all_faults_are_reported_in_the_order_of_their_lines() {
        let text = "colour = 1\nmeasure = 9000\njustify = true\nmouse = 3\n\
                    [keys]\nfly = \"x\"\nquit = \"z\"\nhelp = \"z\"\nreload = 1\n\
                    [citations]\nours = \"{author}\"\nmine = 5\n";
        let lines: Vec<String> =
            told(text).iter().map(|told| told.split(':').next().unwrap_or("").to_owned()).collect();
        assert_eq!(lines, ["1", "2", "4", "6", "8", "9", "11", "12"]);
        let Parsed { settings, .. } = parse(text);
        assert!(settings.is_on(Switch::Justify) && settings.is_on(Switch::Mouse));
        assert_eq!(settings.keys.action(Context::Everywhere, Key::char('z')), Some(Action::Quit));
    }

    #[test]
    fn lines_that_are_not_toml_leave_the_others_in_force() {
        let text = "theme = dark\nmeasure = 60\njustify =\nmouse = false\nhyphenation = no\nmeasure = 50\n\
                    [keys]\nquit = \"Q\nhelp = \"h\"\n";
        let lines: Vec<String> =
            told(text).iter().map(|told| told.split(':').next().unwrap_or("").to_owned()).collect();
        for line in ["1", "3", "5", "6", "8"] {
            assert!(lines.contains(&line.to_owned()), "{line}: {:?}", told(text));
        }
        assert_eq!(
            told("theme = \"\u{fffd}\u{fffd}\"\nmeasure = 60\n"),
            ["1: the bytes are not UTF-8"]
        );
        let Parsed { settings, .. } = parse(text);
        assert_eq!((settings.measure, settings.is_on(Switch::Mouse)), (60, false));
        assert_eq!(settings.theme, ThemeChoice::Auto);
        assert_eq!(settings.keys.action(Context::Everywhere, Key::char('h')), Some(Action::Help));
    }

    #[test]
    fn what_is_written_is_known_as_it_is_written() {
        let written = parse("measure = 0x48 # wide\ntheme = 'dark'\nmouse = 3\n").written;
        assert_eq!(written.get("measure"), Some("0x48"));
        assert_eq!(written.get("theme"), Some("'dark'"));
        assert_eq!(written.get("mouse"), Some("3"));
        assert_eq!(written.get("justify"), None);
    }
}
