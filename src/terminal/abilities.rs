//! What a terminal can do and how it looks, from what the environment says.

use crate::settings::{Background, ColourDepth};
use std::ffi::OsString;

/// The variables that tell of a terminal.
#[derive(Debug, Clone, Default)]
pub struct Environment {
    /// `TERM`, its kind.
    pub term: String,
    /// `COLORTERM`, whether it has all colours.
    pub colorterm: String,
    /// `COLORFGBG`, its colours in some terminals.
    pub colorfgbg: String,
    /// Whether `NO_COLOR` is set and not empty (no-color.org).
    pub no_color: bool,
}

impl Environment {
    /// Those of this process.
    pub fn read() -> Self {
        let text = |name: &str| {
            std::env::var_os(name).and_then(|v: OsString| v.into_string().ok()).unwrap_or_default()
        };
        Self {
            term: text("TERM"),
            colorterm: text("COLORTERM"),
            colorfgbg: text("COLORFGBG"),
            no_color: std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty()),
        }
    }

    /// Whether a screen can be drawn at all.
    pub fn has_screen(&self) -> bool {
        self.term != "dumb"
    }

    /// How many colours there are.
    pub fn colours(&self) -> ColourDepth {
        if self.no_color {
            return ColourDepth::None;
        }
        if matches!(self.colorterm.as_str(), "truecolor" | "24bit") || self.term.contains("direct")
        {
            return ColourDepth::True;
        }
        // These have all colours, and ssh does not carry COLORTERM along.
        let known = ["kitty", "alacritty", "foot", "ghostty", "wezterm", "contour"];
        if known.iter().any(|name| self.term.contains(name)) {
            return ColourDepth::True;
        }
        if self.term.contains("256color") { ColourDepth::Indexed } else { ColourDepth::Ansi }
    }

    /// What `COLORFGBG` says lies behind the letters: its last number is one
    /// of the sixteen colours, of which 7 and those from 9 on are light.
    fn stated_background(&self) -> Option<Background> {
        let behind: u8 = self.colorfgbg.rsplit(';').next()?.parse().ok()?;
        match behind {
            7 | 9..=15 => Some(Background::Light),
            0..=6 | 8 => Some(Background::Dark),
            _ => None,
        }
    }
}

/// What a terminal can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Abilities {
    /// How many colours it has.
    pub colours: ColourDepth,
    /// What lies behind its letters, where that is known.
    pub background: Option<Background>,
}

impl Abilities {
    /// Those of the terminal that an environment tells of.
    pub fn of(environment: &Environment) -> Self {
        let colours = environment.colours();
        let background = match colours {
            ColourDepth::None => None,
            _ => environment.stated_background(),
        };
        Self { colours, background }
    }

    /// Whether it matters what lies behind the letters: with few colours, those
    /// of the terminal's own scheme suit it anyway.
    pub fn depends_on_background(self) -> bool {
        matches!(self.colours, ColourDepth::True | ColourDepth::Indexed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(term: &str, colorterm: &str) -> Environment {
        Environment {
            term: term.to_owned(),
            colorterm: colorterm.to_owned(),
            ..Environment::default()
        }
    }

    #[test]
    fn colours_are_those_that_the_environment_names() {
        assert_eq!(environment("xterm", "").colours(), ColourDepth::Ansi);
        assert_eq!(environment("xterm-256color", "").colours(), ColourDepth::Indexed);
        assert_eq!(environment("xterm-256color", "truecolor").colours(), ColourDepth::True);
        assert_eq!(environment("xterm-kitty", "").colours(), ColourDepth::True);
        let none = Environment { no_color: true, ..environment("xterm-kitty", "truecolor") };
        assert_eq!(none.colours(), ColourDepth::None);
        assert!(!environment("dumb", "").has_screen());
    }

    #[test]
    fn the_background_is_read_where_it_is_stated() {
        let stated = |words: &str| {
            Environment { colorfgbg: words.to_owned(), ..Environment::default() }
                .stated_background()
        };
        assert_eq!(stated("15;0"), Some(Background::Dark));
        assert_eq!(stated("0;default;15"), Some(Background::Light));
        assert_eq!(stated("0;default"), None);
        assert_eq!(stated(""), None);
    }
}
