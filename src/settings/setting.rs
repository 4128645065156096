//! A setting of the config: its name, the values that it takes, and what it does.
//!
//! The [`table`](super::table) has one for each line that can be in the config outside a table.
//! The parser, the printed config, the documentation, the schema and the manual page are made from
//! it.

use super::invalid::Invalid;
use super::program::Program;
use super::{Hints, Settings, Switch, ThemeChoice};
use crate::messages::{alternatives, settings};
use std::ops::RangeInclusive;
use toml::de::DeValue;
use toml_edit::Value;

/// A setting.
#[derive(Debug)]
pub struct Setting {
    /// Its name in the config.
    pub name: &'static str,
    /// Its values.
    pub kind: ValueKind,
    /// What it does, as Markdown.
    pub meaning: &'static str,
}

/// The values of a setting, and where they are kept.
#[derive(Debug, Clone, Copy)]
pub enum ValueKind {
    /// `true` or `false`.
    Switch(Switch),
    /// `true` or `false`: which keys the bottom line offers.
    Hints,
    /// A number of columns.
    Columns {
        /// The numbers that are valid.
        range: RangeOf,
        /// Returns the value.
        get: fn(&Settings) -> u16,
        /// Sets it.
        set: fn(&mut Settings, u16),
    },
    /// A number of columns, or `"auto"`.
    ColumnsOrAuto {
        /// The numbers that are valid.
        range: RangeOf,
        /// Returns the value; `None` for `"auto"`.
        get: fn(&Settings) -> Option<u16>,
        /// Sets it.
        set: fn(&mut Settings, Option<u16>),
    },
    /// One of several names.
    Choice {
        /// Returns the names.
        names: fn() -> Vec<&'static str>,
        /// Returns the value.
        get: fn(&Settings) -> &'static str,
        /// Sets it, if there is a value of this name; returns whether there is.
        set: fn(&mut Settings, &str) -> bool,
    },
    /// The name of a theme, or `"auto"`.
    Theme,
    /// A program with its arguments, as one line or as a list; an empty list for none.
    Program {
        /// Returns the value.
        get: fn(&Settings) -> Option<&Program>,
        /// Sets it.
        set: fn(&mut Settings, Option<Program>),
    },
    /// The name of a citation template.
    Citation,
}

/// Valid numbers of columns.
pub type RangeOf = &'static RangeInclusive<u16>;

impl Setting {
    /// Sets it to a value of the config.
    ///
    /// # Errors
    /// If the value is invalid.
    pub fn set(&self, settings: &mut Settings, value: &DeValue<'_>) -> Result<(), Invalid> {
        let not = |right: &str| Invalid::Not(right.to_owned());
        match self.kind {
            ValueKind::Hints => {
                settings.hints = Hints::of(value.as_bool().ok_or_else(|| not(settings::SWITCH))?);
            }
            ValueKind::Switch(switch) => {
                settings.turn(switch, value.as_bool().ok_or_else(|| not(settings::SWITCH))?);
            }
            ValueKind::Columns { range, set, .. } => {
                set(settings, columns(value, range).ok_or_else(|| not(&numbers(range)))?);
            }
            ValueKind::ColumnsOrAuto { range, set, .. } => match value.as_str() {
                Some("auto") => set(settings, None),
                _ => {
                    let right = || not(&settings::or_auto(numbers(range)));
                    set(settings, Some(columns(value, range).ok_or_else(right)?));
                }
            },
            ValueKind::Choice { names, set, .. } => {
                if !value.as_str().is_some_and(|name| set(settings, name)) {
                    return Err(Invalid::Not(alternatives(&names())));
                }
            }
            ValueKind::Theme => settings.theme = theme(settings, value)?,
            ValueKind::Program { set, .. } => set(settings, self.program(value)?),
            ValueKind::Citation => {
                let right = || not(settings::CITATION);
                let name = value.as_str().ok_or_else(right)?;
                let chosen = settings.citations.choose(name);
                chosen.map_err(|error| Invalid::Because(error.to_string()))?;
            }
        }
        Ok(())
    }

    fn program(&self, value: &DeValue<'_>) -> Result<Option<Program>, Invalid> {
        let not = || Invalid::Not(settings::PROGRAM.to_owned());
        let program = match value {
            DeValue::String(line) => Program::parse(line),
            DeValue::Array(words) if words.is_empty() => return Ok(None),
            DeValue::Array(words) => {
                let words = words.iter().map(|word| word.get_ref().as_str().map(str::to_owned));
                Program::of(words.collect::<Option<_>>().ok_or_else(not)?)
            }
            _ => return Err(not()),
        };
        program.map(Some).map_err(|error| Invalid::Because(format!("{}: {error}", self.name)))
    }

    /// Returns what it does and which numbers it takes, as Markdown.
    pub fn description(&self) -> String {
        match self.kind {
            ValueKind::Columns { range, .. } | ValueKind::ColumnsOrAuto { range, .. } => {
                settings::meaning_and_range(self.meaning, range.start(), range.end())
            }
            _ => self.meaning.to_owned(),
        }
    }

    /// Returns its value, as the config writes it.
    pub fn value(&self, settings: &Settings) -> Value {
        match self.kind {
            ValueKind::Switch(switch) => settings.is_on(switch).into(),
            ValueKind::Hints => settings.hints.value().into(),
            ValueKind::Columns { get, .. } => i64::from(get(settings)).into(),
            ValueKind::ColumnsOrAuto { get, .. } => match get(settings) {
                Some(columns) => i64::from(columns).into(),
                None => "auto".into(),
            },
            ValueKind::Choice { get, .. } => get(settings).into(),
            ValueKind::Theme => settings.theme.name().as_str().into(),
            ValueKind::Program { get, .. } => {
                let words = get(settings).map_or(&[][..], Program::words);
                Value::Array(words.iter().map(String::as_str).collect())
            }
            ValueKind::Citation => settings.citations.chosen().unwrap_or("plain").into(),
        }
    }

    /// Whether a line of the config can state its value.
    pub fn is_set(&self, settings: &Settings) -> bool {
        match self.kind {
            // If no template is chosen, an output format may use its own.
            ValueKind::Citation => settings.citations.chosen().is_some(),
            _ => true,
        }
    }

    /// Copies its value between settings.
    pub fn copy(&self, from: &Settings, to: &mut Settings) {
        match self.kind {
            ValueKind::Switch(switch) => to.turn(switch, from.is_on(switch)),
            ValueKind::Hints => to.hints = from.hints,
            ValueKind::Columns { get, set, .. } => set(to, get(from)),
            ValueKind::ColumnsOrAuto { get, set, .. } => set(to, get(from)),
            ValueKind::Choice { get, set, .. } => {
                set(to, get(from));
            }
            ValueKind::Theme => to.theme = from.theme,
            ValueKind::Program { get, set } => set(to, get(from).cloned()),
            ValueKind::Citation => to.citations = from.citations.clone(),
        }
    }
}

fn theme(settings: &Settings, value: &DeValue<'_>) -> Result<ThemeChoice, Invalid> {
    let named = match value.as_str() {
        Some("auto") => return Ok(ThemeChoice::Auto),
        Some(name) => settings.theme_named(name),
        None => None,
    };
    named.map(|theme| ThemeChoice::Named(theme.name)).ok_or_else(|| {
        let names: Vec<String> = settings.theme_names().iter().map(ToString::to_string).collect();
        Invalid::Not(settings::theme(names.join(", ")))
    })
}

/// Parses a number of columns within a range.
fn columns(value: &DeValue<'_>, range: RangeOf) -> Option<u16> {
    let number = value.as_integer()?;
    let columns = u16::from_str_radix(number.as_str(), number.radix()).ok()?;
    range.contains(&columns).then_some(columns)
}

/// `a number from 20 to 200`.
fn numbers(range: RangeOf) -> String {
    settings::number(range.start(), range.end())
}
