//! Themes: the style of each part of the screen, with and without colours.

use super::{Attribute, Attributes};
use crate::bookmarks::Highlight;
use crate::document::Colour;
use std::fmt;

/// The style of cells. Unset values are the terminal's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CellStyle {
    /// The colour of the text.
    pub foreground: Option<Colour>,
    /// The colour behind it.
    pub background: Option<Colour>,
    /// The attributes of its letters.
    pub attributes: Attributes,
}

impl CellStyle {
    pub(super) const PLAIN: Self =
        Self { foreground: None, background: None, attributes: Attributes::NONE };

    pub(super) const fn rgb(hex: u32) -> Self {
        Self { foreground: Some(colour(hex)), ..Self::PLAIN }
    }

    pub(super) const fn ansi(n: u8) -> Self {
        Self { foreground: Some(Colour::Ansi(n)), ..Self::PLAIN }
    }

    pub(super) const fn on(mut self, hex: u32) -> Self {
        self.background = Some(colour(hex));
        self
    }

    pub(super) const fn on_ansi(mut self, n: u8) -> Self {
        self.background = Some(Colour::Ansi(n));
        self
    }

    /// Whether its letters have an attribute.
    pub const fn has(self, attribute: Attribute) -> bool {
        self.attributes.has(attribute)
    }

    /// The same style with an attribute.
    #[must_use]
    pub const fn with(mut self, attribute: Attribute) -> Self {
        self.attributes = self.attributes.with(attribute);
        self
    }

    /// The same style without an attribute.
    #[must_use]
    pub const fn without(mut self, attribute: Attribute) -> Self {
        self.attributes = self.attributes.without(attribute);
        self
    }

    pub(super) const fn bold(self) -> Self {
        self.with(Attribute::Bold)
    }

    pub(super) const fn italic(self) -> Self {
        self.with(Attribute::Italic)
    }

    pub(super) const fn underline(self) -> Self {
        self.with(Attribute::Underline)
    }

    pub(super) const fn reverse(self) -> Self {
        self.with(Attribute::Reverse)
    }

    pub(super) const fn dim(self) -> Self {
        self.with(Attribute::Dim)
    }
}

const fn colour(hex: u32) -> Colour {
    let [_, r, g, b] = hex.to_be_bytes();
    Colour::Rgb(r, g, b)
}

/// Whether rules, frames and signs are drawn around the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ornaments {
    /// They are.
    Drawn,
    /// Rows hold words only, and the text is alone on the screen: a screen reader reads whole rows.
    Omitted,
}

/// Whether the terminal is dark or light.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Background {
    /// Light letters on dark.
    Dark,
    /// Dark letters on light.
    Light,
}

/// How many colours the terminal supports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColourDepth {
    /// None, or the user wants none.
    None,
    /// The sixteen of the terminal's scheme.
    Ansi,
    /// Those sixteen, and 240 fixed ones.
    Indexed,
    /// All.
    True,
}

/// Maximum length of a theme's name, in bytes.
pub const LONGEST_NAME: usize = 32;

/// The name of a theme, built-in or the user's own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct ThemeName {
    bytes: [u8; LONGEST_NAME],
    len: usize,
}

impl ThemeName {
    /// Creates a name that is known to be short enough.
    pub(super) const fn of(name: &str) -> Self {
        match Self::new(name) {
            Some(name) => name,
            None => panic!("the name of a theme is too long"),
        }
    }

    /// Creates a name; returns `None` if it is longer than [`LONGEST_NAME`].
    pub const fn new(name: &str) -> Option<Self> {
        let from = name.as_bytes();
        if from.len() > LONGEST_NAME {
            return None;
        }
        let mut bytes = [0; LONGEST_NAME];
        let mut at = 0;
        while at < from.len() {
            bytes[at] = from[at];
            at += 1;
        }
        Some(Self { bytes, len: from.len() })
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.len]).unwrap_or_default()
    }
}

impl fmt::Display for ThemeName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for ThemeName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.as_str())
    }
}

/// The styles of the whole screen. Whatever a colour shows, weight, slant,
/// underline or reversal shows too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Its name, as the config writes it.
    pub name: ThemeName,
    /// The page behind everything; a theme of fixed colours sets it, so that it
    /// is readable on any terminal.
    pub page: CellStyle,
    /// Running text.
    pub text: CellStyle,
    /// Secondary text: labels, counts, hints.
    pub muted: CellStyle,
    /// Titles.
    pub heading: CellStyle,
    /// Clause numbers.
    pub number: CellStyle,
    /// Code, which is also between backticks or behind an edge.
    pub code: CellStyle,
    /// The operative words of a clause.
    pub operative: CellStyle,
    /// Lines between parts of the screen.
    pub border: CellStyle,
    /// The entry of the outline for the text on the screen.
    pub current: CellStyle,
    /// The entry under the cursor, which has the focus.
    pub cursor: CellStyle,
    /// Words being selected.
    pub selection: CellStyle,
    /// Words found by a search.
    pub found: CellStyle,
    /// The current match.
    pub found_current: CellStyle,
    /// The sign of a bookmark in the contents.
    pub bookmark: CellStyle,
    /// The signs of bookmarks in the margin, one for each highlight.
    pub signs: [CellStyle; 4],
    /// Bookmarked words, one style for each highlight.
    pub marks: [CellStyle; 4],
    /// A link to a place.
    pub link: CellStyle,
    /// The line at the bottom.
    pub status: CellStyle,
    /// A message about something done.
    pub notice: CellStyle,
    /// A message about an error.
    pub error: CellStyle,
    /// Whether anything but words is drawn.
    pub ornaments: Ornaments,
}

impl Theme {
    /// Whether any of its styles has a colour.
    pub fn has_colours(&self) -> bool {
        self.styles().any(|style| style.foreground.is_some() || style.background.is_some())
    }

    /// Returns all of its styles.
    pub fn styles(&self) -> impl Iterator<Item = CellStyle> {
        let one = [
            self.page,
            self.text,
            self.muted,
            self.heading,
            self.number,
            self.code,
            self.operative,
            self.border,
            self.current,
            self.cursor,
            self.selection,
            self.found,
            self.found_current,
            self.bookmark,
            self.link,
            self.status,
            self.notice,
            self.error,
        ];
        one.into_iter().chain(self.signs).chain(self.marks)
    }

    /// Returns the style of a highlight's sign in the margin.
    pub fn sign(&self, highlight: Highlight) -> CellStyle {
        self.signs[highlight as usize]
    }

    /// Returns the style of highlighted words.
    pub fn marked(&self, highlight: Highlight) -> CellStyle {
        self.marks[highlight as usize]
    }

    /// The style of words that a text no longer has.
    pub fn gone(&self) -> CellStyle {
        CellStyle { foreground: self.error.foreground, ..CellStyle::PLAIN.with(Attribute::Crossed) }
    }

    /// The style of words that a text did not have before.
    pub fn new_words(&self) -> CellStyle {
        CellStyle { foreground: self.notice.foreground, ..CellStyle::PLAIN.underline() }
    }

    /// Returns the style laid over the words of a link in the text, which keep their colour.
    pub fn linked(&self) -> CellStyle {
        CellStyle { foreground: None, ..self.link }
    }

    /// Adapts a style to the line under the cursor.
    pub fn chosen(&self, style: CellStyle) -> CellStyle {
        let background = self.cursor.background;
        if self.cursor.has(Attribute::Reverse) {
            // Reversed colours would break the line into patches.
            let style = style.with(Attribute::Reverse).without(Attribute::Dim);
            return CellStyle { foreground: None, background, ..style };
        }
        CellStyle { background, ..style }
    }

    /// Whether it has fixed colours, which sixteen colours cannot show.
    pub fn is_rich(&self) -> bool {
        matches!(self.page.foreground, Some(Colour::Rgb(..)))
    }

    /// Returns the next theme that a colour depth can show; the first follows the last.
    pub fn next(self, depth: ColourDepth, themes: &[Self]) -> Self {
        let shown = |theme: &&Self| match depth {
            ColourDepth::True | ColourDepth::Indexed => true,
            ColourDepth::Ansi | ColourDepth::None => !theme.is_rich(),
        };
        let at = themes.iter().position(|theme| theme.name == self.name).unwrap_or(0);
        let others = themes.iter().cycle().skip(at + 1).take(themes.len());
        others.into_iter().find(shown).copied().unwrap_or(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colour_is_never_the_only_sign() {
        for theme in Theme::ALL {
            let sign =
                |s: CellStyle| (s.without(Attribute::Dim).attributes, s.background.is_some());
            for style in [
                theme.found,
                theme.found_current,
                theme.cursor,
                theme.selection,
                theme.number,
                theme.link,
            ] {
                assert_ne!(sign(style), sign(theme.text), "{} {style:?}", theme.name);
            }
            assert_ne!(sign(theme.found), sign(theme.found_current), "{}", theme.name);
        }
    }

    #[test]
    fn no_colours_means_none() {
        let plain = Theme::suiting(Some(Background::Dark), ColourDepth::None);
        assert_eq!(plain.name.as_str(), "plain");
        let next = |theme: Theme, depth| theme.next(depth, &Theme::ALL);
        let spoken = next(plain, ColourDepth::Ansi);
        assert_eq!(spoken.name.as_str(), "spoken");
        assert_eq!(next(spoken, ColourDepth::True).name.as_str(), "dark");
        assert_eq!(next(spoken, ColourDepth::Ansi).name.as_str(), "ansi");
    }

    #[test]
    fn without_colours_a_theme_draws_what_it_drew() {
        for theme in Theme::ALL {
            let plain = theme.without_colours();
            assert!(!plain.has_colours());
            assert_eq!(plain.ornaments, theme.ornaments, "{}", theme.name);
        }
    }

    #[test]
    fn a_name_is_kept_as_it_is_unless_it_is_too_long() {
        assert_eq!(
            ThemeName::new("émeraude").map(|name| name.to_string()).as_deref(),
            Some("émeraude")
        );
        assert_eq!(ThemeName::new(&"x".repeat(LONGEST_NAME + 1)), None);
    }
}
