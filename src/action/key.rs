//! Keys in the notation of the config: `j`, `Ctrl-d`, `Alt-Left`, `F1`.

use crate::messages::errors;
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// A key, without its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum KeyCode {
    /// A character; Shift is part of it (`G`).
    Char(char),
    /// A function key.
    Function(u8),
    Enter,
    Escape,
    Backspace,
    Tab,
    BackTab,
    Delete,
    Insert,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
}

/// Modifiers that a terminal can report with a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Modifiers {
    /// The control key.
    pub control: bool,
    /// The alt (option, meta) key.
    pub alt: bool,
    /// The Shift key, for keys that are not characters.
    pub shift: bool,
}

/// A key press.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// Which key.
    pub code: KeyCode,
    /// The modifiers held.
    pub modifiers: Modifiers,
}

/// Reports text that names no key.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}", errors::not_a_key(.0))]
pub struct KeyError(pub String);

const NAMES: [(&str, KeyCode); 20] = [
    ("Enter", KeyCode::Enter),
    ("Return", KeyCode::Enter),
    ("Escape", KeyCode::Escape),
    ("Esc", KeyCode::Escape),
    ("Backspace", KeyCode::Backspace),
    ("Tab", KeyCode::Tab),
    ("BackTab", KeyCode::BackTab),
    ("Delete", KeyCode::Delete),
    ("Insert", KeyCode::Insert),
    ("Up", KeyCode::Up),
    ("Down", KeyCode::Down),
    ("Left", KeyCode::Left),
    ("Right", KeyCode::Right),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("PageUp", KeyCode::PageUp),
    ("PgUp", KeyCode::PageUp),
    ("PageDown", KeyCode::PageDown),
    ("PgDn", KeyCode::PageDown),
    ("Space", KeyCode::Char(' ')),
];

impl Key {
    /// Creates a key without modifiers.
    pub const fn plain(code: KeyCode) -> Self {
        Self { code, modifiers: Modifiers { control: false, alt: false, shift: false } }
    }

    /// Creates a character without modifiers.
    pub const fn char(c: char) -> Self {
        Self::plain(KeyCode::Char(c))
    }

    /// Creates a character with the control key.
    pub const fn control(c: char) -> Self {
        Self {
            code: KeyCode::Char(c),
            modifiers: Modifiers { control: true, alt: false, shift: false },
        }
    }

    /// Returns the character that the key types, if it types one.
    pub const fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if !self.modifiers.control && !self.modifiers.alt => Some(c),
            _ => None,
        }
    }
}

impl FromStr for Key {
    type Err = KeyError;

    fn from_str(written: &str) -> Result<Self, KeyError> {
        let error = || KeyError(written.to_owned());
        let mut modifiers = Modifiers::default();
        let mut rest = written.trim();
        // A lone `-` is a key; elsewhere it separates a modifier from its key.
        while let Some((head, tail)) =
            rest.split_once('-').filter(|(h, t)| !h.is_empty() && !t.is_empty())
        {
            let held = match head.to_ascii_lowercase().as_str() {
                "ctrl" | "control" | "c" => &mut modifiers.control,
                "alt" | "meta" | "a" | "m" => &mut modifiers.alt,
                "shift" | "s" => &mut modifiers.shift,
                _ => return Err(error()),
            };
            *held = true;
            rest = tail;
        }
        let mut chars = rest.chars();
        let code = match (chars.next(), chars.next()) {
            (Some(c), None) => KeyCode::Char(c),
            (Some('F' | 'f'), Some(_))
                if rest[1..].parse::<u8>().is_ok_and(|n| (1..=24).contains(&n)) =>
            {
                KeyCode::Function(rest[1..].parse().map_err(|_| error())?)
            }
            _ => NAMES
                .iter()
                .find(|(name, _)| name.eq_ignore_ascii_case(rest))
                .map(|(_, code)| *code)
                .ok_or_else(error)?,
        };
        Ok(match code {
            // The character already includes Shift.
            KeyCode::Char(c) if modifiers.shift => Self {
                code: KeyCode::Char(c.to_uppercase().next().unwrap_or(c)),
                modifiers: Modifiers { shift: false, ..modifiers },
            },
            KeyCode::Tab if modifiers.shift => {
                Self { code: KeyCode::BackTab, modifiers: Modifiers { shift: false, ..modifiers } }
            }
            code => Self { code, modifiers },
        })
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.modifiers.control {
            f.write_str("Ctrl-")?;
        }
        if self.modifiers.alt {
            f.write_str("Alt-")?;
        }
        if self.modifiers.shift {
            f.write_str("Shift-")?;
        }
        match self.code {
            KeyCode::Char(' ') => f.write_str("Space"),
            KeyCode::Char(c) => write!(f, "{c}"),
            KeyCode::Function(n) => write!(f, "F{n}"),
            code => match NAMES.iter().find(|(_, named)| *named == code) {
                Some((name, _)) => f.write_str(name),
                None => Ok(()),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_read_as_they_are_written() {
        for written in [
            "j", "G", "-", "Ctrl-d", "Alt-Left", "F1", "Space", "Enter", "Escape", "BackTab",
            "Ctrl--", "/",
        ] {
            assert_eq!(written.parse::<Key>().map(|k| k.to_string()), Ok(written.to_owned()));
        }
        assert_eq!("ctrl-D".parse::<Key>().map(|k| k.to_string()), Ok("Ctrl-D".to_owned()));
        assert_eq!("Shift-Tab".parse::<Key>().map(|k| k.to_string()), Ok("BackTab".to_owned()));
        assert_eq!("Shift-g".parse::<Key>(), Ok(Key::char('G')));
    }

    #[test]
    fn an_invalid_key_is_reported() {
        for written in ["", "Hyper-x", "F99", "jj", "Ctrl-"] {
            assert!(written.parse::<Key>().is_err(), "{written:?}");
        }
    }
}
