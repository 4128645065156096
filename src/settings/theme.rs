//! Themes: how each part of the screen looks, in colours and without.

use crate::bookmarks::Highlight;

/// A colour of a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// One of the sixteen that the terminal's own scheme decides.
    Ansi(u8),
    /// A colour by its red, green and blue.
    Rgb(u8, u8, u8),
}

/// How cells look. What is not set is as the terminal has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Style {
    /// The colour of the letters.
    pub foreground: Option<Colour>,
    /// The colour behind them.
    pub background: Option<Colour>,
    /// Heavy letters.
    pub bold: bool,
    /// Slanted letters.
    pub italic: bool,
    /// A line below.
    pub underline: bool,
    /// Foreground and background exchanged.
    pub reverse: bool,
    /// Faint letters.
    pub dim: bool,
}

impl Style {
    const PLAIN: Self = Self {
        foreground: None,
        background: None,
        bold: false,
        italic: false,
        underline: false,
        reverse: false,
        dim: false,
    };

    const fn rgb(hex: u32) -> Self {
        Self { foreground: Some(colour(hex)), ..Self::PLAIN }
    }

    const fn ansi(n: u8) -> Self {
        Self { foreground: Some(Colour::Ansi(n)), ..Self::PLAIN }
    }

    const fn on(mut self, hex: u32) -> Self {
        self.background = Some(colour(hex));
        self
    }

    const fn bold(mut self) -> Self {
        self.bold = true;
        self
    }

    const fn italic(mut self) -> Self {
        self.italic = true;
        self
    }

    const fn underline(mut self) -> Self {
        self.underline = true;
        self
    }

    const fn reverse(mut self) -> Self {
        self.reverse = true;
        self
    }

    const fn dim(mut self) -> Self {
        self.dim = true;
        self
    }
}

const fn colour(hex: u32) -> Colour {
    let [_, r, g, b] = hex.to_be_bytes();
    Colour::Rgb(r, g, b)
}

/// Whether the terminal is dark or light.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Background {
    /// Light letters on dark.
    Dark,
    /// Dark letters on light.
    Light,
}

/// How many colours there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColourDepth {
    /// None, or none are wanted.
    None,
    /// The sixteen of the terminal's scheme.
    Ansi,
    /// Those, and 240 fixed ones.
    Indexed,
    /// All.
    True,
}

/// The looks of the whole screen. Whatever is told by colour is told by
/// weight, slant, line or reversal too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Its name, as the config writes it.
    pub name: &'static str,
    /// What lies behind everything; a theme of fixed colours brings its own,
    /// so that it can be read on any terminal.
    pub page: Style,
    /// Running text.
    pub text: Style,
    /// What stands back: labels, counts, hints.
    pub muted: Style,
    /// Titles.
    pub heading: Style,
    /// Clause numbers.
    pub number: Style,
    /// Code, which stands between backticks or behind an edge besides.
    pub code: Style,
    /// The operative words of a clause.
    pub operative: Style,
    /// Lines between parts of the screen.
    pub border: Style,
    /// The outline's entry that the text in view belongs to.
    pub current: Style,
    /// The entry under the cursor, where keys go.
    pub cursor: Style,
    /// Words that are being selected.
    pub selection: Style,
    /// Words that a search found.
    pub found: Style,
    /// The one of them that is current.
    pub found_current: Style,
    /// The sign of a bookmark in the contents.
    pub bookmark: Style,
    /// The signs of bookmarks in the margin, one for each highlight.
    pub signs: [Style; 4],
    /// Words that are bookmarked, one style for each highlight.
    pub marks: [Style; 4],
    /// A place that can be gone to.
    pub link: Style,
    /// The line at the bottom.
    pub status: Style,
    /// News of something done.
    pub notice: Style,
    /// News of something that went wrong.
    pub error: Style,
}

const DARK: Theme = Theme {
    name: "dark",
    page: Style::rgb(0xd8d4cb).on(0x1c1b1e),
    text: Style::rgb(0xd8d4cb),
    muted: Style::rgb(0x96928a),
    heading: Style::rgb(0xf1ede4).bold(),
    number: Style::rgb(0xd9a462).bold(),
    code: Style::rgb(0xb9c4b4),
    operative: Style::rgb(0xe9e4d8).italic(),
    border: Style::rgb(0x55524d),
    current: Style::rgb(0xf1ede4).bold(),
    cursor: Style::rgb(0xf1ede4).on(0x3d3a35).bold(),
    selection: Style::rgb(0xf6f2ea).on(0x445a73),
    found: Style::rgb(0xecd39a).underline(),
    found_current: Style::rgb(0x1e1c19).on(0xe5b566).bold(),
    bookmark: Style::rgb(0x8fbfa5),
    signs: [
        Style::rgb(0x8fbfa5),
        Style::rgb(0xe5c07b).bold(),
        Style::rgb(0x9bb9d6).bold(),
        Style::rgb(0xe88f80).bold(),
    ],
    marks: [
        Style::PLAIN.on(0x27352e),
        Style::PLAIN.on(0x3a331f),
        Style::PLAIN.on(0x26313d),
        Style::PLAIN.on(0x402827),
    ],
    link: Style::rgb(0x9bb9d6).underline(),
    status: Style::rgb(0xb4afa5),
    notice: Style::rgb(0xa9cfb8),
    error: Style::rgb(0xe88f80).bold(),
};

const LIGHT: Theme = Theme {
    name: "light",
    page: Style::rgb(0x2b2926).on(0xfaf8f4),
    text: Style::rgb(0x2b2926),
    muted: Style::rgb(0x6a665f),
    heading: Style::rgb(0x11100e).bold(),
    number: Style::rgb(0x954d0e).bold(),
    code: Style::rgb(0x3f5444),
    operative: Style::rgb(0x1a1816).italic(),
    border: Style::rgb(0xb9b4aa),
    current: Style::rgb(0x11100e).bold(),
    cursor: Style::rgb(0x11100e).on(0xe4ded2).bold(),
    selection: Style::rgb(0x11100e).on(0xbdd3ea),
    found: Style::rgb(0x7a4200).underline(),
    found_current: Style::rgb(0x1e1c19).on(0xf2bf65).bold(),
    bookmark: Style::rgb(0x256b4b),
    signs: [
        Style::rgb(0x256b4b),
        Style::rgb(0x7a4f00).bold(),
        Style::rgb(0x225280).bold(),
        Style::rgb(0xa32d1c).bold(),
    ],
    marks: [
        Style::PLAIN.on(0xdcebdf),
        Style::PLAIN.on(0xf6e9c4),
        Style::PLAIN.on(0xd9e6f3),
        Style::PLAIN.on(0xf7dcd7),
    ],
    link: Style::rgb(0x225280).underline(),
    status: Style::rgb(0x5a564f),
    notice: Style::rgb(0x256b4b),
    error: Style::rgb(0xa32d1c).bold(),
};

const ANSI: Theme = Theme {
    name: "ansi",
    page: Style::PLAIN,
    text: Style::PLAIN,
    muted: Style::PLAIN.dim(),
    heading: Style::PLAIN.bold(),
    number: Style::ansi(3).bold(),
    code: Style::ansi(6),
    operative: Style::PLAIN.italic(),
    border: Style::PLAIN.dim(),
    current: Style::PLAIN.bold(),
    cursor: Style::PLAIN.reverse(),
    selection: Style::PLAIN.reverse(),
    found: Style::ansi(3).underline(),
    found_current: Style::ansi(3).reverse().bold(),
    bookmark: Style::ansi(2),
    signs: [Style::ansi(2), Style::ansi(3).bold(), Style::ansi(4).bold(), Style::ansi(1).bold()],
    marks: [Style::ansi(2), Style::ansi(3), Style::ansi(4), Style::ansi(1)],
    link: Style::ansi(4).underline(),
    status: Style::PLAIN,
    notice: Style::ansi(2),
    error: Style::ansi(1).bold(),
};

const PLAIN: Theme = Theme {
    name: "plain",
    page: Style::PLAIN,
    text: Style::PLAIN,
    muted: Style::PLAIN,
    heading: Style::PLAIN.bold(),
    number: Style::PLAIN.bold(),
    code: Style::PLAIN,
    operative: Style::PLAIN.italic(),
    border: Style::PLAIN,
    current: Style::PLAIN.bold(),
    cursor: Style::PLAIN.reverse(),
    selection: Style::PLAIN.reverse(),
    found: Style::PLAIN.underline(),
    found_current: Style::PLAIN.reverse().bold(),
    bookmark: Style::PLAIN,
    signs: [Style::PLAIN, Style::PLAIN.bold(), Style::PLAIN.bold(), Style::PLAIN.bold()],
    marks: [Style::PLAIN; 4],
    link: Style::PLAIN.underline(),
    status: Style::PLAIN,
    notice: Style::PLAIN.bold(),
    error: Style::PLAIN.bold().reverse(),
};

impl Theme {
    /// Every theme.
    pub const ALL: [Self; 4] = [DARK, LIGHT, ANSI, PLAIN];

    /// The theme of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name == name)
    }

    /// The theme that suits a terminal.
    pub fn suiting(background: Option<Background>, depth: ColourDepth) -> Self {
        match (depth, background) {
            (ColourDepth::None, _) => PLAIN,
            // Where it is not known what lies behind the letters, the
            // terminal's own colours are sure to be readable.
            (ColourDepth::Ansi, _) | (_, None) => ANSI,
            (_, Some(Background::Dark)) => DARK,
            (_, Some(Background::Light)) => LIGHT,
        }
    }

    /// How the sign of a highlight looks in the margin.
    pub fn sign(&self, highlight: Highlight) -> Style {
        self.signs[highlight as usize]
    }

    /// How words of a highlight look.
    pub fn marked(&self, highlight: Highlight) -> Style {
        self.marks[highlight as usize]
    }

    /// A style as it looks on the line under the cursor.
    pub fn chosen(&self, style: Style) -> Style {
        let Style { background, reverse, .. } = self.cursor;
        if reverse {
            // Colours exchanged would tear the line into patches.
            return Style { foreground: None, background, reverse, dim: false, ..style };
        }
        Style { background, ..style }
    }

    /// The theme after this one, around, of those that so many colours show.
    pub fn next(self, depth: ColourDepth) -> Self {
        let shown = |theme: &Self| match depth {
            ColourDepth::True | ColourDepth::Indexed => true,
            ColourDepth::Ansi | ColourDepth::None => !matches!(theme.name, "dark" | "light"),
        };
        let at = Self::ALL.iter().position(|theme| theme.name == self.name).unwrap_or(0);
        (1..=Self::ALL.len())
            .map(|by| Self::ALL[(at + by) % Self::ALL.len()])
            .find(shown)
            .unwrap_or(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance, as WCAG 2.2 defines it.
    fn luminance(colour: Colour) -> f64 {
        let Colour::Rgb(r, g, b) = colour else { panic!("a colour of the terminal's own") };
        let linear = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    }

    fn contrast(a: Colour, b: Colour) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn all_words_are_readable() {
        for (theme, behind) in [
            (DARK, colour(0x1c1c22)),
            (DARK, colour(0x2e2e34)),
            (LIGHT, colour(0xffffff)),
            (LIGHT, colour(0xf4eee0)),
        ] {
            for style in [
                theme.page,
                theme.text,
                Style { background: theme.marks[0].background, ..theme.text },
                Style { background: theme.marks[1].background, ..theme.text },
                Style { background: theme.marks[2].background, ..theme.text },
                Style { background: theme.marks[3].background, ..theme.text },
                theme.signs[1],
                theme.signs[2],
                theme.signs[3],
                theme.muted,
                theme.heading,
                theme.number,
                theme.operative,
                theme.current,
                theme.cursor,
                theme.selection,
                theme.found,
                theme.found_current,
                theme.bookmark,
                theme.link,
                theme.status,
                theme.notice,
                theme.error,
            ] {
                let ratio = contrast(
                    style.foreground.expect("a colour"),
                    style.background.unwrap_or(behind),
                );
                assert!(ratio >= 4.0, "{} {style:?} has a contrast of {ratio:.2}", theme.name);
            }
        }
    }

    #[test]
    fn colour_is_never_the_only_sign() {
        for theme in Theme::ALL {
            let sign =
                |s: Style| (s.bold, s.italic, s.underline, s.reverse, s.background.is_some());
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
        assert_eq!(plain.name, "plain");
        assert_eq!(plain.next(ColourDepth::True).name, "dark");
        assert_eq!(plain.next(ColourDepth::Ansi).name, "ansi");
    }
}
