//! The built-in themes, and the one that suits a terminal.

use super::theme::{Background, CellStyle, ColourDepth, Ornaments, Theme, ThemeName};

impl Theme {
    /// All built-in themes.
    pub const ALL: [Self; 9] =
        [DARK, LIGHT, PAPER, CONTRAST, COLOURBLIND, ANSI, CONSOLE, PLAIN, SPOKEN];

    /// Returns the built-in theme with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name.as_str() == name)
    }

    /// Returns the theme that suits a terminal.
    pub fn suiting(background: Option<Background>, depth: ColourDepth) -> Self {
        match (depth, background) {
            (ColourDepth::None, _) => PLAIN,
            // If the background is unknown, the terminal's own colours are
            // certainly readable.
            (ColourDepth::Ansi, _) | (_, None) => ANSI,
            (_, Some(Background::Dark)) => DARK,
            (_, Some(Background::Light)) => LIGHT,
        }
    }

    /// Returns the theme for a terminal without colours: this one if it has none, otherwise the one
    /// without colours that draws the same.
    pub fn without_colours(self) -> Self {
        match self.ornaments {
            _ if !self.has_colours() => self,
            Ornaments::Drawn => PLAIN,
            Ornaments::Omitted => SPOKEN,
        }
    }
}

const DARK: Theme = Theme {
    name: ThemeName::of("dark"),
    page: CellStyle::rgb(0xd8d4cb).on(0x1c1b1e),
    text: CellStyle::rgb(0xd8d4cb),
    muted: CellStyle::rgb(0x9f9b93),
    heading: CellStyle::rgb(0xf1ede4).bold(),
    number: CellStyle::rgb(0xd9a462).bold(),
    code: CellStyle::rgb(0xb9c4b4),
    operative: CellStyle::rgb(0xe9e4d8).italic(),
    border: CellStyle::rgb(0x55524d),
    current: CellStyle::rgb(0xf1ede4).bold(),
    cursor: CellStyle::rgb(0xf1ede4).on(0x3d3a35).bold(),
    selection: CellStyle::rgb(0xf6f2ea).on(0x445a73),
    found: CellStyle::rgb(0xecd39a).bold().underline(),
    found_current: CellStyle::rgb(0x1e1c19).on(0xe5b566).bold(),
    bookmark: CellStyle::rgb(0x8fbfa5),
    signs: [
        CellStyle::rgb(0x8fbfa5),
        CellStyle::rgb(0xe5c07b).bold(),
        CellStyle::rgb(0x9bb9d6).bold(),
        CellStyle::rgb(0xe88f80).bold(),
    ],
    marks: [
        CellStyle::PLAIN.on(0x27352e),
        CellStyle::PLAIN.on(0x3a331f),
        CellStyle::PLAIN.on(0x26313d),
        CellStyle::PLAIN.on(0x402827),
    ],
    link: CellStyle::rgb(0x9bb9d6).underline(),
    status: CellStyle::rgb(0xb4afa5),
    notice: CellStyle::rgb(0xa9cfb8),
    error: CellStyle::rgb(0xe88f80).bold(),
    ornaments: Ornaments::Drawn,
};

const LIGHT: Theme = Theme {
    name: ThemeName::of("light"),
    page: CellStyle::rgb(0x2b2926).on(0xfaf8f4),
    text: CellStyle::rgb(0x2b2926),
    muted: CellStyle::rgb(0x67635c),
    heading: CellStyle::rgb(0x11100e).bold(),
    number: CellStyle::rgb(0x954d0e).bold(),
    code: CellStyle::rgb(0x3f5444),
    operative: CellStyle::rgb(0x1a1816).italic(),
    border: CellStyle::rgb(0xb9b4aa),
    current: CellStyle::rgb(0x11100e).bold(),
    cursor: CellStyle::rgb(0x11100e).on(0xe4ded2).bold(),
    selection: CellStyle::rgb(0x11100e).on(0xbdd3ea),
    found: CellStyle::rgb(0x7a4200).bold().underline(),
    found_current: CellStyle::rgb(0x1e1c19).on(0xf2bf65).bold(),
    bookmark: CellStyle::rgb(0x256b4b),
    signs: [
        CellStyle::rgb(0x256b4b),
        CellStyle::rgb(0x7a4f00).bold(),
        CellStyle::rgb(0x225280).bold(),
        CellStyle::rgb(0xa32d1c).bold(),
    ],
    marks: [
        CellStyle::PLAIN.on(0xdcebdf),
        CellStyle::PLAIN.on(0xf6e9c4),
        CellStyle::PLAIN.on(0xd9e6f3),
        CellStyle::PLAIN.on(0xf7dcd7),
    ],
    link: CellStyle::rgb(0x225280).underline(),
    status: CellStyle::rgb(0x5a564f),
    notice: CellStyle::rgb(0x256b4b),
    error: CellStyle::rgb(0xa32d1c).bold(),
    ornaments: Ornaments::Drawn,
};

const ANSI: Theme = Theme {
    name: ThemeName::of("ansi"),
    page: CellStyle::PLAIN,
    text: CellStyle::PLAIN,
    muted: CellStyle::PLAIN.dim(),
    heading: CellStyle::PLAIN.bold(),
    number: CellStyle::ansi(3).bold(),
    code: CellStyle::ansi(6),
    operative: CellStyle::PLAIN.italic(),
    border: CellStyle::PLAIN.dim(),
    current: CellStyle::PLAIN.bold(),
    cursor: CellStyle::PLAIN.reverse().bold(),
    selection: CellStyle::PLAIN.reverse(),
    found: CellStyle::ansi(3).bold().underline(),
    found_current: CellStyle::ansi(3).reverse().bold().underline(),
    bookmark: CellStyle::ansi(2),
    signs: [
        CellStyle::ansi(2),
        CellStyle::ansi(3).bold(),
        CellStyle::ansi(4).bold(),
        CellStyle::ansi(1).bold(),
    ],
    // The colour behind the words is not known, so no other colour is safe.
    marks: [CellStyle::PLAIN.italic().underline(); 4],
    link: CellStyle::ansi(4).underline(),
    status: CellStyle::PLAIN,
    notice: CellStyle::ansi(2),
    error: CellStyle::ansi(1).bold(),
    ornaments: Ornaments::Drawn,
};

const PLAIN: Theme = Theme {
    name: ThemeName::of("plain"),
    page: CellStyle::PLAIN,
    text: CellStyle::PLAIN,
    muted: CellStyle::PLAIN,
    heading: CellStyle::PLAIN.bold(),
    number: CellStyle::PLAIN.bold(),
    code: CellStyle::PLAIN,
    operative: CellStyle::PLAIN.italic(),
    border: CellStyle::PLAIN,
    current: CellStyle::PLAIN.bold(),
    cursor: CellStyle::PLAIN.reverse().bold(),
    selection: CellStyle::PLAIN.reverse(),
    found: CellStyle::PLAIN.bold().underline(),
    found_current: CellStyle::PLAIN.reverse().bold().underline(),
    bookmark: CellStyle::PLAIN,
    signs: [
        CellStyle::PLAIN,
        CellStyle::PLAIN.bold(),
        CellStyle::PLAIN.bold(),
        CellStyle::PLAIN.bold(),
    ],
    marks: [CellStyle::PLAIN.italic().underline(); 4],
    link: CellStyle::PLAIN.underline(),
    status: CellStyle::PLAIN,
    notice: CellStyle::PLAIN.italic(),
    error: CellStyle::PLAIN.bold().reverse(),
    ornaments: Ornaments::Drawn,
};

/// Words alone, without colours, for a screen reader or a braille display.
const SPOKEN: Theme =
    Theme { name: ThemeName::of("spoken"), ornaments: Ornaments::Omitted, ..PLAIN };

/// Ink on warm paper, for long reading in a bright room.
const PAPER: Theme = Theme {
    name: ThemeName::of("paper"),
    page: CellStyle::rgb(0x3b3228).on(0xf3e9d6),
    text: CellStyle::rgb(0x3b3228),
    muted: CellStyle::rgb(0x69594a),
    heading: CellStyle::rgb(0x241c14).bold(),
    number: CellStyle::rgb(0x8a3b12).bold(),
    code: CellStyle::rgb(0x3f5238),
    operative: CellStyle::rgb(0x2b231b).italic(),
    border: CellStyle::rgb(0xb8a88d),
    current: CellStyle::rgb(0x241c14).bold(),
    cursor: CellStyle::rgb(0x241c14).on(0xdfcfb2).bold(),
    selection: CellStyle::rgb(0x241c14).on(0xc3d3cf),
    found: CellStyle::rgb(0x7a3e00).bold().underline(),
    found_current: CellStyle::rgb(0x241c14).on(0xe8b45c).bold(),
    bookmark: CellStyle::rgb(0x2d6145),
    signs: [
        CellStyle::rgb(0x2d6145),
        CellStyle::rgb(0x744a00).bold(),
        CellStyle::rgb(0x2a4f74).bold(),
        CellStyle::rgb(0x962d1d).bold(),
    ],
    marks: [
        CellStyle::PLAIN.on(0xdbe3c6),
        CellStyle::PLAIN.on(0xf3dfa4),
        CellStyle::PLAIN.on(0xd3dfe2),
        CellStyle::PLAIN.on(0xf0cfc2),
    ],
    link: CellStyle::rgb(0x2a4f74).underline(),
    status: CellStyle::rgb(0x5e5041),
    notice: CellStyle::rgb(0x2d6145),
    error: CellStyle::rgb(0x962d1d).bold(),
    ornaments: Ornaments::Drawn,
};

/// White and a few strong colours on black: all words have a contrast of at least 7.
const CONTRAST: Theme = Theme {
    name: ThemeName::of("contrast"),
    page: CellStyle::rgb(0xffffff).on(0x000000),
    text: CellStyle::rgb(0xffffff),
    muted: CellStyle::rgb(0xc8c8c8),
    heading: CellStyle::rgb(0xffffff).bold(),
    number: CellStyle::rgb(0xffd75f).bold(),
    code: CellStyle::rgb(0xb9f5c9),
    operative: CellStyle::rgb(0xffffff).italic(),
    border: CellStyle::rgb(0x9a9a9a),
    current: CellStyle::rgb(0xffd75f).bold(),
    cursor: CellStyle::rgb(0x000000).on(0xffffff).bold(),
    selection: CellStyle::rgb(0x000000).on(0x9fd3ff),
    found: CellStyle::rgb(0xffd75f).bold().underline(),
    found_current: CellStyle::rgb(0x000000).on(0xffd75f).bold(),
    bookmark: CellStyle::rgb(0x7df0a8),
    signs: [
        CellStyle::rgb(0x7df0a8),
        CellStyle::rgb(0xffd75f).bold(),
        CellStyle::rgb(0x9fd3ff).bold(),
        CellStyle::rgb(0xffa99f).bold(),
    ],
    marks: [
        CellStyle::PLAIN.on(0x0e3a20),
        CellStyle::PLAIN.on(0x3f3200),
        CellStyle::PLAIN.on(0x0f2f4d),
        CellStyle::PLAIN.on(0x4a1410),
    ],
    link: CellStyle::rgb(0x9fd3ff).underline(),
    status: CellStyle::rgb(0xe0e0e0),
    notice: CellStyle::rgb(0x7df0a8),
    error: CellStyle::rgb(0xffa99f).bold(),
    ornaments: Ornaments::Drawn,
};

/// Colours that people with red-green colour blindness can distinguish: blue, orange, yellow and
/// sky, of different brightness.
const COLOURBLIND: Theme = Theme {
    name: ThemeName::of("colourblind"),
    page: CellStyle::rgb(0xe4e4e4).on(0x14171c),
    text: CellStyle::rgb(0xe4e4e4),
    muted: CellStyle::rgb(0x9fa6b0),
    heading: CellStyle::rgb(0xffffff).bold(),
    number: CellStyle::rgb(0xe69f00).bold(),
    code: CellStyle::rgb(0xc9d6e2),
    operative: CellStyle::rgb(0xf4f4f4).italic(),
    border: CellStyle::rgb(0x515861),
    current: CellStyle::rgb(0xffffff).bold(),
    cursor: CellStyle::rgb(0xffffff).on(0x2f4763).bold(),
    selection: CellStyle::rgb(0xffffff).on(0x005a8f),
    found: CellStyle::rgb(0xf0e442).bold().underline(),
    found_current: CellStyle::rgb(0x14171c).on(0xf0e442).bold(),
    bookmark: CellStyle::rgb(0x56b4e9),
    signs: [
        CellStyle::rgb(0x56b4e9),
        CellStyle::rgb(0xf0e442).bold(),
        CellStyle::rgb(0xc3ccff).bold(),
        CellStyle::rgb(0xff9b57).bold(),
    ],
    marks: [
        CellStyle::PLAIN.on(0x10324a),
        CellStyle::PLAIN.on(0x403c12),
        CellStyle::PLAIN.on(0x2b2f55),
        CellStyle::PLAIN.on(0x4d2a10),
    ],
    link: CellStyle::rgb(0x56b4e9).underline(),
    status: CellStyle::rgb(0xb9c0c9),
    notice: CellStyle::rgb(0x56b4e9),
    error: CellStyle::rgb(0xff9b57).bold(),
    ornaments: Ornaments::Drawn,
};

/// Light text on black in the sixteen colours, for a console without italic and faint text.
const CONSOLE: Theme = Theme {
    name: ThemeName::of("console"),
    page: CellStyle::ansi(7).on_ansi(0),
    text: CellStyle::ansi(7),
    muted: CellStyle::ansi(6),
    heading: CellStyle::ansi(15).bold(),
    number: CellStyle::ansi(11).bold(),
    code: CellStyle::ansi(10),
    operative: CellStyle::ansi(15),
    border: CellStyle::ansi(6),
    current: CellStyle::ansi(15).bold(),
    cursor: CellStyle::ansi(0).on_ansi(6).bold(),
    selection: CellStyle::ansi(0).on_ansi(7),
    found: CellStyle::ansi(11).bold().underline(),
    found_current: CellStyle::ansi(0).on_ansi(2).bold(),
    bookmark: CellStyle::ansi(10),
    signs: [
        CellStyle::ansi(10),
        CellStyle::ansi(11).bold(),
        CellStyle::ansi(14).bold(),
        CellStyle::ansi(9).bold(),
    ],
    marks: [CellStyle::PLAIN.on_ansi(4); 4],
    link: CellStyle::ansi(14).underline(),
    status: CellStyle::ansi(7),
    notice: CellStyle::ansi(10),
    error: CellStyle::ansi(9).bold(),
    ornaments: Ornaments::Drawn,
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Colour;
    use crate::settings::{Attribute, contrast};

    /// The sixteen colours of consoles.
    const CONSOLE_COLOURS: [u32; 16] = [
        0x000000, 0xaa0000, 0x00aa00, 0xaa5500, 0x0000aa, 0xaa00aa, 0x00aaaa, 0xaaaaaa, 0x555555,
        0xff5555, 0x55ff55, 0xffff55, 0x5555ff, 0xff55ff, 0x55ffff, 0xffffff,
    ];

    fn contrast(a: Colour, b: Colour) -> f64 {
        let [a, b] = [a, b].map(|colour| match colour {
            Colour::Rgb(r, g, b) => [r, g, b],
            Colour::Ansi(n) => {
                let [_, r, g, b] = CONSOLE_COLOURS[usize::from(n)].to_be_bytes();
                [r, g, b]
            }
        });
        contrast::contrast(a, b)
    }

    /// The least contrast of words in a theme with its own background, and the style that has it.
    fn least(theme: &Theme) -> (f64, CellStyle) {
        let words = [
            theme.page,
            theme.text,
            theme.muted,
            theme.heading,
            theme.number,
            theme.code,
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
        ];
        let ground = theme.page.background.expect("a ground");
        // The highlights of bookmarks can be behind any words of the text.
        let in_text = [
            theme.text,
            theme.muted,
            theme.heading,
            theme.number,
            theme.code,
            theme.operative,
            theme.found,
        ];
        let marked = theme.marks.into_iter().flat_map(|mark| {
            in_text.map(|style| CellStyle {
                background: mark.background,
                foreground: mark.foreground.or(style.foreground),
                ..style
            })
        });
        let all = words.into_iter().chain(theme.signs).chain(marked);
        all.map(|style| {
            let letters = style.foreground.expect("a colour");
            (contrast(letters, style.background.unwrap_or(ground)), style)
        })
        .min_by(|(a, _), (b, _)| a.total_cmp(b))
        .expect("words")
    }

    #[test]
    fn all_words_are_readable() {
        for theme in Theme::ALL.iter().filter(|theme| theme.page.background.is_some()) {
            let (ratio, style) = least(theme);
            assert!(ratio >= 4.5, "{} {style:?} has a contrast of {ratio:.2}", theme.name);
        }
    }

    #[test]
    fn words_of_a_bookmark_keep_their_colour_and_the_signs_tell_its_highlight() {
        for theme in Theme::ALL {
            assert!(theme.marks.iter().all(|mark| mark.foreground.is_none()), "{}", theme.name);
        }
        for theme in [ANSI, CONSOLE] {
            assert!(theme.marks.iter().all(|mark| *mark != CellStyle::PLAIN), "{}", theme.name);
            for (at, sign) in theme.signs.iter().enumerate() {
                assert!(!theme.signs[..at].contains(sign), "{}", theme.name);
            }
        }
    }

    /// The roles that can be seen side by side: in the text, in a list, and in the bottom line.
    fn side_by_side(theme: &Theme) -> [Vec<(&'static str, CellStyle)>; 3] {
        [
            vec![
                ("text", theme.text),
                ("heading", theme.heading),
                ("operative", theme.operative),
                ("link", CellStyle { foreground: theme.text.foreground, ..theme.linked() }),
                ("found", theme.found),
                ("found-current", theme.found_current),
                ("cursor", theme.cursor),
                ("selection", theme.selection),
                ("mark", CellStyle { foreground: theme.text.foreground, ..theme.marks[0] }),
            ],
            vec![
                ("text", theme.text),
                ("current", theme.current),
                ("cursor", theme.cursor),
                ("found", theme.found),
            ],
            vec![
                ("status", theme.status),
                ("number", theme.number),
                ("found", theme.found),
                ("notice", theme.notice),
                ("error", theme.error),
            ],
        ]
    }

    #[test]
    fn no_two_roles_look_alike() {
        for theme in Theme::ALL {
            for roles in side_by_side(&theme) {
                for (at, (name, style)) in roles.iter().enumerate() {
                    for (other, like) in &roles[..at] {
                        assert_ne!(style, like, "{}: {name} and {other}", theme.name);
                    }
                }
            }
        }
    }

    /// Not everyone can tell colours apart, and not every terminal has them.
    #[test]
    fn words_of_the_text_differ_without_colours() {
        let shape =
            |style: &CellStyle| (style.without(Attribute::Dim).attributes, style.background);
        for theme in Theme::ALL {
            let [text, ..] = side_by_side(&theme);
            // A console has no slanted letters; there these words are brighter.
            let text: Vec<_> = text
                .iter()
                .filter(|(name, _)| theme.name != CONSOLE.name || *name != "operative")
                .collect();
            for (at, (name, style)) in text.iter().enumerate() {
                for (other, like) in &text[..at] {
                    assert_ne!(shape(style), shape(like), "{}: {name} and {other}", theme.name);
                }
            }
        }
    }

    #[test]
    fn the_theme_of_high_contrast_has_it_everywhere() {
        let (ratio, style) = least(&CONTRAST);
        assert!(ratio >= 7.0, "{style:?} has a contrast of {ratio:.2}");
    }

    #[test]
    fn a_theme_for_the_console_has_its_sixteen_colours_alone() {
        let rich = |colour: Option<Colour>| matches!(colour, Some(Colour::Rgb(..)));
        for style in [CONSOLE.page, CONSOLE.text, CONSOLE.link, CONSOLE.cursor, CONSOLE.found] {
            assert!(!rich(style.foreground) && !rich(style.background));
            assert!(!style.has(Attribute::Italic) && !style.has(Attribute::Dim));
        }
    }
}
