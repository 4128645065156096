//! The user's own themes: `[themes.NAME]` overrides the styles of roles in a base theme
//! (`text = "#2b2926"`, `found = "black on #f2bf65 bold"`).

use super::Attribute;
use super::theme::{CellStyle, Theme, ThemeName};
use crate::document::Colour;
use crate::messages::settings;
use toml_edit::Value;

/// A theme made by the user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnTheme {
    /// The theme.
    pub theme: Theme,
    /// The name of its base theme.
    pub base: ThemeName,
    /// The styles that it sets, as they are written.
    roles: Vec<(String, String)>,
}

/// The names of the sixteen colours.
pub(super) const COLOURS: [&str; 16] = [
    "black",
    "red",
    "green",
    "yellow",
    "blue",
    "magenta",
    "cyan",
    "white",
    "bright-black",
    "bright-red",
    "bright-green",
    "bright-yellow",
    "bright-blue",
    "bright-magenta",
    "bright-cyan",
    "bright-white",
];

/// The roles that a theme can style.
pub const ROLES: [&str; 26] = [
    "page",
    "text",
    "muted",
    "heading",
    "number",
    "code",
    "operative",
    "border",
    "current",
    "cursor",
    "selection",
    "found",
    "found-current",
    "bookmark",
    "link",
    "status",
    "notice",
    "error",
    "sign-green",
    "sign-yellow",
    "sign-blue",
    "sign-red",
    "mark-green",
    "mark-yellow",
    "mark-blue",
    "mark-red",
];

impl OwnTheme {
    /// Creates a theme that looks like its base.
    pub fn new(name: ThemeName, base: Theme) -> Self {
        Self { theme: Theme { name, ..base }, base: base.name, roles: Vec::new() }
    }

    /// Sets the style of a role.
    ///
    /// # Errors
    /// The error, and valid values.
    pub fn give(&mut self, role: &str, written: &str) -> Result<(), String> {
        let theme = &mut self.theme;
        let [sign_green, sign_yellow, sign_blue, sign_red] = &mut theme.signs;
        let [mark_green, mark_yellow, mark_blue, mark_red] = &mut theme.marks;
        let style = match role {
            "page" => &mut theme.page,
            "text" => &mut theme.text,
            "muted" => &mut theme.muted,
            "heading" => &mut theme.heading,
            "number" => &mut theme.number,
            "code" => &mut theme.code,
            "operative" => &mut theme.operative,
            "border" => &mut theme.border,
            "current" => &mut theme.current,
            "cursor" => &mut theme.cursor,
            "selection" => &mut theme.selection,
            "found" => &mut theme.found,
            "found-current" => &mut theme.found_current,
            "bookmark" => &mut theme.bookmark,
            "link" => &mut theme.link,
            "status" => &mut theme.status,
            "notice" => &mut theme.notice,
            "error" => &mut theme.error,
            "sign-green" => sign_green,
            "sign-yellow" => sign_yellow,
            "sign-blue" => sign_blue,
            "sign-red" => sign_red,
            "mark-green" => mark_green,
            "mark-yellow" => mark_yellow,
            "mark-blue" => mark_blue,
            "mark-red" => mark_red,
            _ => {
                return Err(settings::role_unknown(role, ROLES.join(", ")));
            }
        };
        *style = styled(*style, written).map_err(|word| settings::look_invalid(role, word))?;
        self.roles.push((role.to_owned(), written.to_owned()));
        Ok(())
    }

    /// Formats the theme for the config.
    pub(super) fn to_toml(&self) -> String {
        let name = toml_edit::Key::new(self.theme.name.as_str());
        let base = Value::from(self.base.as_str());
        let roles: String = self
            .roles
            .iter()
            .map(|(role, written)| format!("{role} = {}\n", Value::from(written.as_str())))
            .collect();
        format!("\n[themes.{name}]\nbase = {base}\n{roles}")
    }
}

/// Applies a written style to a style.
///
/// # Errors
/// Returns the first unknown word.
fn styled(mut style: CellStyle, written: &str) -> Result<CellStyle, &str> {
    let mut behind = false;
    for word in written.split_whitespace() {
        let (wanted, look) = match word.strip_prefix("no-") {
            Some(look) => (false, look),
            None => (true, word),
        };
        match look {
            "on" if wanted => {
                behind = true;
                continue;
            }
            _ if let Some(attribute) = Attribute::named(look) => {
                style = match wanted {
                    true => style.with(attribute),
                    false => style.without(attribute),
                };
            }
            _ => {
                let colour = colour(word).ok_or(word)?;
                if std::mem::take(&mut behind) {
                    style.background = colour;
                } else {
                    style.foreground = colour;
                }
            }
        }
    }
    if behind { Err("on") } else { Ok(style) }
}

/// Parses a colour: a name, or red, green and blue; `default` is the terminal's own.
fn colour(word: &str) -> Option<Option<Colour>> {
    if word == "default" {
        return Some(None);
    }
    if let Some(hex) = word.strip_prefix('#').filter(|hex| hex.is_ascii()) {
        let digit = |at: usize| u8::from_str_radix(hex.get(at..=at)?, 16).ok();
        let byte = |at: usize| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok();
        return match hex.len() {
            3 => Some(Some(Colour::Rgb(digit(0)? * 17, digit(1)? * 17, digit(2)? * 17))),
            6 => Some(Some(Colour::Rgb(byte(0)?, byte(2)?, byte(4)?))),
            _ => None,
        };
    }
    let at = COLOURS.iter().position(|name| *name == word)?;
    Some(Some(Colour::Ansi(u8::try_from(at).ok()?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own() -> OwnTheme {
        OwnTheme::new(ThemeName::of("mine"), Theme::ALL[0])
    }

    #[test]
    fn a_look_changes_what_its_words_name() {
        let mut mine = own();
        let before = mine.theme;
        mine.give("text", "#fff").expect("a look");
        mine.give("found", "black on #f2bf65 bold no-underline").expect("a look");
        assert_eq!(
            mine.theme.text,
            CellStyle { foreground: Some(Colour::Rgb(255, 255, 255)), ..before.text }
        );
        let found = mine.theme.found;
        assert_eq!(
            (found.foreground, found.background),
            (Some(Colour::Ansi(0)), Some(Colour::Rgb(0xf2, 0xbf, 0x65)))
        );
        assert!(found.has(Attribute::Bold) && !found.has(Attribute::Underline));
        assert_eq!(mine.theme.link, before.link, "the rest is as in its base");
    }

    #[test]
    fn an_invalid_style_is_rejected() {
        for written in ["#12345", "pink", "red on", "#äöü"] {
            let told = own().give("text", written).expect_err(written);
            assert!(told.starts_with("text: “"), "{told}");
        }
        assert!(
            own().give("txt", "#fff").expect_err("no role").contains("is not a part of a theme")
        );
    }

    #[test]
    fn every_role_can_be_given_a_look() {
        for role in ROLES {
            own().give(role, "red").expect(role);
        }
    }
}
