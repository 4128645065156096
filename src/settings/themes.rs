//! The built-in themes.

use super::theme::{Style, Theme, ThemeName};

pub(super) const DARK: Theme = Theme {
    name: ThemeName::of("dark"),
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

pub(super) const LIGHT: Theme = Theme {
    name: ThemeName::of("light"),
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

pub(super) const ANSI: Theme = Theme {
    name: ThemeName::of("ansi"),
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
    // The colour behind the words is not known, so a line below is all that is safe.
    marks: [Style::PLAIN.underline(); 4],
    link: Style::ansi(4).underline(),
    status: Style::PLAIN,
    notice: Style::ansi(2),
    error: Style::ansi(1).bold(),
};

pub(super) const PLAIN: Theme = Theme {
    name: ThemeName::of("plain"),
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

/// Ink on warm paper, for long reading in a bright room.
pub(super) const PAPER: Theme = Theme {
    name: ThemeName::of("paper"),
    page: Style::rgb(0x3b3228).on(0xf3e9d6),
    text: Style::rgb(0x3b3228),
    muted: Style::rgb(0x6b5c4b),
    heading: Style::rgb(0x241c14).bold(),
    number: Style::rgb(0x8a3b12).bold(),
    code: Style::rgb(0x3f5238),
    operative: Style::rgb(0x2b231b).italic(),
    border: Style::rgb(0xb8a88d),
    current: Style::rgb(0x241c14).bold(),
    cursor: Style::rgb(0x241c14).on(0xdfcfb2).bold(),
    selection: Style::rgb(0x241c14).on(0xc3d3cf),
    found: Style::rgb(0x7a3e00).underline(),
    found_current: Style::rgb(0x241c14).on(0xe8b45c).bold(),
    bookmark: Style::rgb(0x2d6145),
    signs: [
        Style::rgb(0x2d6145),
        Style::rgb(0x744a00).bold(),
        Style::rgb(0x2a4f74).bold(),
        Style::rgb(0x962d1d).bold(),
    ],
    marks: [
        Style::PLAIN.on(0xdbe3c6),
        Style::PLAIN.on(0xf3dfa4),
        Style::PLAIN.on(0xd3dfe2),
        Style::PLAIN.on(0xf0cfc2),
    ],
    link: Style::rgb(0x2a4f74).underline(),
    status: Style::rgb(0x5e5041),
    notice: Style::rgb(0x2d6145),
    error: Style::rgb(0x962d1d).bold(),
};

/// White and a few strong colours on black: all words have a contrast of at least 7.
pub(super) const CONTRAST: Theme = Theme {
    name: ThemeName::of("contrast"),
    page: Style::rgb(0xffffff).on(0x000000),
    text: Style::rgb(0xffffff),
    muted: Style::rgb(0xc8c8c8),
    heading: Style::rgb(0xffffff).bold(),
    number: Style::rgb(0xffd75f).bold(),
    code: Style::rgb(0xb9f5c9),
    operative: Style::rgb(0xffffff).italic(),
    border: Style::rgb(0x9a9a9a),
    current: Style::rgb(0xffd75f).bold(),
    cursor: Style::rgb(0x000000).on(0xffd75f).bold(),
    selection: Style::rgb(0x000000).on(0x9fd3ff),
    found: Style::rgb(0xffd75f).underline(),
    found_current: Style::rgb(0x000000).on(0xffd75f).bold(),
    bookmark: Style::rgb(0x7df0a8),
    signs: [
        Style::rgb(0x7df0a8),
        Style::rgb(0xffd75f).bold(),
        Style::rgb(0x9fd3ff).bold(),
        Style::rgb(0xffa99f).bold(),
    ],
    marks: [
        Style::PLAIN.on(0x0e3a20),
        Style::PLAIN.on(0x3f3200),
        Style::PLAIN.on(0x0f2f4d),
        Style::PLAIN.on(0x4a1410),
    ],
    link: Style::rgb(0x9fd3ff).underline(),
    status: Style::rgb(0xe0e0e0),
    notice: Style::rgb(0x7df0a8),
    error: Style::rgb(0xffa99f).bold(),
};

/// Colours that people with red-green colour blindness can distinguish: blue, orange, yellow and
/// sky, of different brightness.
pub(super) const COLOURBLIND: Theme = Theme {
    name: ThemeName::of("colourblind"),
    page: Style::rgb(0xe4e4e4).on(0x14171c),
    text: Style::rgb(0xe4e4e4),
    muted: Style::rgb(0x9ca3ad),
    heading: Style::rgb(0xffffff).bold(),
    number: Style::rgb(0xe69f00).bold(),
    code: Style::rgb(0xc9d6e2),
    operative: Style::rgb(0xf4f4f4).italic(),
    border: Style::rgb(0x515861),
    current: Style::rgb(0xffffff).bold(),
    cursor: Style::rgb(0xffffff).on(0x2f4763).bold(),
    selection: Style::rgb(0xffffff).on(0x005a8f),
    found: Style::rgb(0xf0e442).underline(),
    found_current: Style::rgb(0x14171c).on(0xf0e442).bold(),
    bookmark: Style::rgb(0x56b4e9),
    signs: [
        Style::rgb(0x56b4e9),
        Style::rgb(0xf0e442).bold(),
        Style::rgb(0xc3ccff).bold(),
        Style::rgb(0xff9b57).bold(),
    ],
    marks: [
        Style::PLAIN.on(0x10324a),
        Style::PLAIN.on(0x403c12),
        Style::PLAIN.on(0x2b2f55),
        Style::PLAIN.on(0x4d2a10),
    ],
    link: Style::rgb(0x56b4e9).underline(),
    status: Style::rgb(0xb9c0c9),
    notice: Style::rgb(0x56b4e9),
    error: Style::rgb(0xff9b57).bold(),
};

/// Light text on black in the sixteen colours, for a console without italic and faint text.
pub(super) const CONSOLE: Theme = Theme {
    name: ThemeName::of("console"),
    page: Style::ansi(7).on_ansi(0),
    text: Style::ansi(7),
    muted: Style::ansi(6),
    heading: Style::ansi(15).bold(),
    number: Style::ansi(11).bold(),
    code: Style::ansi(10),
    operative: Style::ansi(15),
    border: Style::ansi(6),
    current: Style::ansi(15).bold(),
    cursor: Style::ansi(0).on_ansi(6).bold(),
    selection: Style::ansi(0).on_ansi(7),
    found: Style::ansi(11).underline(),
    found_current: Style::ansi(0).on_ansi(2).bold(),
    bookmark: Style::ansi(10),
    signs: [Style::ansi(10), Style::ansi(11).bold(), Style::ansi(14).bold(), Style::ansi(9).bold()],
    marks: [Style::PLAIN.on_ansi(4); 4],
    link: Style::ansi(14).underline(),
    status: Style::ansi(7),
    notice: Style::ansi(10),
    error: Style::ansi(9).bold(),
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Colour;

    /// The sixteen colours of consoles.
    const CONSOLE_COLOURS: [u32; 16] = [
        0x000000, 0xaa0000, 0x00aa00, 0xaa5500, 0x0000aa, 0xaa00aa, 0x00aaaa, 0xaaaaaa, 0x555555,
        0xff5555, 0x55ff55, 0xffff55, 0x5555ff, 0xff55ff, 0x55ffff, 0xffffff,
    ];

    /// Relative luminance, as WCAG 2.2 defines it.
    fn luminance(colour: Colour) -> f64 {
        let (r, g, b) = match colour {
            Colour::Rgb(r, g, b) => (r, g, b),
            Colour::Ansi(n) => {
                let [_, r, g, b] = CONSOLE_COLOURS[usize::from(n)].to_be_bytes();
                (r, g, b)
            }
        };
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

    /// The least contrast of words in a theme with its own background, and the style that has it.
    fn least(theme: &Theme) -> (f64, Style) {
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
        let marked = theme.marks.map(|mark| Style {
            background: mark.background,
            foreground: mark.foreground.or(theme.text.foreground),
            ..theme.text
        });
        // The highlights of bookmarks can be behind any words.
        let linked = theme.marks.map(|mark| Style {
            background: mark.background,
            foreground: mark.foreground.or(theme.operative.foreground),
            ..theme.text
        });
        let all = words.into_iter().chain(theme.signs).chain(marked).chain(linked);
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
            assert!(theme.marks.iter().all(|mark| *mark != Style::PLAIN), "{}", theme.name);
            for (at, sign) in theme.signs.iter().enumerate() {
                assert!(!theme.signs[..at].contains(sign), "{}", theme.name);
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
            assert!(!style.italic && !style.dim);
        }
    }
}
