//! What a terminal can do and how it looks, according to the environment.

use crate::settings::{Background, ColourDepth};
use std::ffi::OsString;

/// The environment variables that describe a terminal and its user.
#[derive(Debug, Clone, Default)]
pub struct Environment {
    /// `TERM`, the type of the terminal.
    pub term: String,
    /// `COLORTERM`, whether it supports true colour.
    pub colorterm: String,
    /// `COLORFGBG`, the colours of some terminals.
    pub colorfgbg: String,
    /// Whether `NO_COLOR` is set and not empty (no-color.org).
    pub no_color: bool,
    /// Whether `CLICOLOR_FORCE` is set, and neither empty nor `0` (bixense.com/clicolors).
    pub clicolor_force: bool,
    /// The name of the user, if `USER` or `USERNAME` is set.
    pub user: Option<String>,
}

impl Environment {
    /// Reads the variables of this process.
    pub fn read() -> Self {
        let text = |name: &str| {
            std::env::var_os(name).and_then(|v: OsString| v.into_string().ok()).unwrap_or_default()
        };
        Self {
            term: text("TERM"),
            colorterm: text("COLORTERM"),
            colorfgbg: text("COLORFGBG"),
            no_color: std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty()),
            clicolor_force: std::env::var_os("CLICOLOR_FORCE")
                .is_some_and(|v| !v.is_empty() && v != "0"),
            user: ["USER", "USERNAME"].map(text).into_iter().find(|name| !name.is_empty()),
        }
    }

    /// Whether a screen can be drawn at all.
    pub fn has_screen(&self) -> bool {
        self.term != "dumb"
    }

    /// The number of colours.
    pub fn colours(&self) -> ColourDepth {
        if self.no_color {
            return ColourDepth::None;
        }
        if matches!(self.colorterm.as_str(), "truecolor" | "24bit") || self.term.contains("direct")
        {
            return ColourDepth::True;
        }
        // These support true colour, and ssh does not forward COLORTERM.
        let known = ["kitty", "alacritty", "foot", "ghostty", "wezterm", "contour"];
        if known.iter().any(|name| self.term.contains(name)) {
            return ColourDepth::True;
        }
        if self.term.contains("256color") { ColourDepth::Indexed } else { ColourDepth::Ansi }
    }

    /// The background according to `COLORFGBG`: its last number is one of the
    /// sixteen colours, of which 7 and those from 9 on are light.
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
    /// The number of colours.
    pub colours: ColourDepth,
    /// The background, if known.
    pub background: Option<Background>,
}

impl Abilities {
    /// Returns the abilities of the terminal that an environment describes.
    pub fn of(environment: &Environment) -> Self {
        let colours = environment.colours();
        let background = match colours {
            ColourDepth::None => None,
            _ => environment.stated_background(),
        };
        Self { colours, background }
    }

    /// Whether the choice of colours depends on the background: with few
    /// colours, the terminal's own scheme suits it anyway.
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
