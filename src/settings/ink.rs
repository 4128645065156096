//! The source's own colours in a theme, as programs print them.
//!
//! A theme of fixed colours shows the sixteen colours of a terminal with its own: red as the sign of a
//! red bookmark, and so on. Other colours are kept. Letters that would be hard to read on what is
//! behind them become lighter or darker. A theme of the terminal's colours leaves all to the
//! terminal, and one without colours shows none.

use super::Attribute;
use super::contrast::{Rgb, contrast};
use super::theme::{CellStyle, Theme};
use crate::document::{Colour, InlineKind};
use anstyle_lossy::palette::VGA;

/// The minimum contrast of letters to what is behind them.
const LEAST: f64 = 4.5;

/// The same in a theme whose secondary words have it.
const HIGH: f64 = 7.0;

/// The steps in which letters become lighter or darker.
const STEPS: u16 = 32;

/// The first of the colours that do not belong to the terminal's own scheme.
const FIXED: u8 = 16;

/// The first of the bright colours.
const BRIGHT: u8 = 8;

impl Theme {
    /// Returns the style of words that the source marks; `None` if the theme does not show it.
    pub fn inked(&self, kind: InlineKind) -> Option<CellStyle> {
        let plain = CellStyle::default();
        match kind {
            InlineKind::Reversed => Some(plain.with(Attribute::Reverse)),
            InlineKind::Faint => Some(self.muted),
            InlineKind::Foreground(colour) => {
                Some(CellStyle { foreground: Some(self.ink(colour)?), ..plain })
            }
            InlineKind::Background(colour) => {
                Some(CellStyle { background: Some(self.ink(colour)?), ..plain })
            }
            _ => None,
        }
    }

    /// Returns the style with letters that are readable on their background.
    pub fn legible(&self, style: CellStyle) -> CellStyle {
        let ground = style.background.or(self.page.background).and_then(rgb);
        let letters = style.foreground.or(self.text.foreground).and_then(rgb);
        let (Some(ground), Some(letters)) = (ground, letters) else { return style };
        if !self.is_rich() {
            return style;
        }
        let least = self.least_contrast();
        if contrast(letters, ground) >= least {
            return style;
        }
        let [black, white] = [[0; 3], [255; 3]];
        let end = if contrast(white, ground) > contrast(black, ground) { white } else { black };
        let mut steps = (1..=STEPS).map(|step| mixed(letters, end, step, STEPS));
        match steps.find(|colour| contrast(*colour, ground) >= least) {
            Some([r, g, b]) => CellStyle { foreground: Some(Colour::Rgb(r, g, b)), ..style },
            // No letters have this contrast to a grey, but some have to the page.
            None if style.background.is_some() => {
                self.legible(CellStyle { background: None, ..style })
            }
            None => style,
        }
    }

    fn least_contrast(&self) -> f64 {
        match (letters(self.muted), self.page.background.and_then(rgb)) {
            (Some(muted), Some(page)) if contrast(muted, page) >= HIGH => HIGH,
            _ => LEAST,
        }
    }

    /// Returns the colour that shows a colour of the source; `None` in a theme without colours.
    fn ink(&self, colour: Colour) -> Option<Colour> {
        match (colour, self.page.background) {
            _ if !self.has_colours() => None,
            (Colour::Ansi(n), _) if self.is_rich() => {
                let [r, g, b] = if n < FIXED { self.own(n)? } else { rgb(colour)? };
                Some(Colour::Rgb(r, g, b))
            }
            // On a background of its own, only the bright colours are certainly readable.
            (Colour::Ansi(n @ 1..7), Some(_)) => Some(Colour::Ansi(n + BRIGHT)),
            _ => Some(colour),
        }
    }

    /// Returns what a theme of fixed colours has for one of the sixteen.
    fn own(&self, n: u8) -> Option<Rgb> {
        let [green, yellow, blue, red] = self.signs.map(letters);
        let half = |a: Option<Rgb>, b: Option<Rgb>| Some(mixed(a?, b?, 1, 2));
        let usual = match n % BRIGHT {
            1 => red,
            2 => green,
            3 => yellow,
            4 => blue,
            5 => half(red, blue),
            6 => half(green, blue),
            _ => None,
        };
        match n {
            0 => self.page.background.and_then(rgb),
            7 => letters(self.text),
            8 => letters(self.muted),
            15 => letters(self.heading),
            _ if n < BRIGHT => usual,
            _ => Some(mixed(usual?, letters(self.heading)?, 1, 3)),
        }
    }
}

/// Returns the colour of a style's letters.
fn letters(style: CellStyle) -> Option<Rgb> {
    style.foreground.and_then(rgb)
}

/// Returns the red, green and blue of a colour; those of the sixteen are the usual ones.
fn rgb(colour: Colour) -> Option<Rgb> {
    match colour {
        Colour::Rgb(r, g, b) => Some([r, g, b]),
        Colour::Ansi(n) => {
            let anstyle::RgbColor(r, g, b) =
                anstyle_lossy::xterm_to_rgb(anstyle::Ansi256Color(n), VGA);
            Some([r, g, b])
        }
    }
}

/// Returns a colour that lies `step` of `steps` steps on the way from one to another.
fn mixed(from: Rgb, to: Rgb, step: u16, steps: u16) -> Rgb {
    std::array::from_fn(|part| {
        let (from, to) = (u16::from(from[part]), u16::from(to[part]));
        u8::try_from((from * (steps - step) + to * step) / steps).unwrap_or(u8::MAX)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> Theme {
        Theme::named(name).expect("a theme")
    }

    fn is_readable(theme: &Theme, style: CellStyle) -> bool {
        let ground = style.background.or(theme.page.background).and_then(rgb).expect("a ground");
        let letters = style.foreground.or(theme.text.foreground).and_then(rgb).expect("letters");
        contrast(letters, ground) >= theme.least_contrast()
    }

    #[test]
    fn all_colours_of_the_source_are_readable_in_a_theme_of_fixed_colours() {
        let some = [Colour::Rgb(0, 40, 0), Colour::Rgb(128, 128, 128), Colour::Rgb(255, 255, 0)];
        let all: Vec<Colour> = (0..=255).map(Colour::Ansi).chain(some).collect();
        for theme in Theme::ALL.iter().filter(|theme| theme.is_rich()) {
            for letters in &all {
                let style = theme.inked(InlineKind::Foreground(*letters)).expect("a colour");
                assert!(is_readable(theme, theme.legible(style)), "{} {letters:?}", theme.name);
                for behind in some {
                    let behind = theme.inked(InlineKind::Background(behind)).expect("a colour");
                    for foreground in [style.foreground, None] {
                        let both = theme.legible(CellStyle { foreground, ..behind });
                        assert!(is_readable(theme, both), "{} {letters:?}", theme.name);
                    }
                }
            }
        }
    }

    #[test]
    fn the_sixteen_colours_differ() {
        for theme in Theme::ALL.iter().filter(|theme| theme.is_rich()) {
            let own =
                |n| theme.inked(InlineKind::Foreground(Colour::Ansi(n))).map(|s| theme.legible(s));
            for n in 1..7 {
                assert!((1..n).all(|other| own(other) != own(n)), "{} {n}", theme.name);
                assert_ne!(own(n).and_then(|style| style.foreground), theme.text.foreground);
            }
        }
    }

    #[test]
    fn the_terminal_shows_its_own_colours_and_a_theme_without_colours_none() {
        let [red, rgb] = [Colour::Ansi(1), Colour::Rgb(1, 2, 3)].map(InlineKind::Foreground);
        let ansi = named("ansi");
        let foreground = |theme: &Theme, kind| theme.inked(kind).and_then(|style| style.foreground);
        assert_eq!(foreground(&ansi, red), Some(Colour::Ansi(1)));
        assert_eq!(foreground(&ansi, rgb), Some(Colour::Rgb(1, 2, 3)));
        assert_eq!(foreground(&named("console"), red), Some(Colour::Ansi(9)));
        for plain in ["plain", "spoken"].map(named) {
            assert_eq!([red, rgb].map(|kind| plain.inked(kind)), [None; 2]);
            assert!(plain.inked(InlineKind::Reversed).expect("a style").has(Attribute::Reverse));
        }
    }
}
