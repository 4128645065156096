//! A theme's styles as ratatui styles.

use crate::document::Colour;
use crate::settings::{Attribute, CellStyle, ColourDepth};
use anstyle_lossy::palette::VGA;
use ratatui::style::{Color, Modifier, Style as Cells};

/// Converts a theme's style into a style of cells.
pub(super) fn cells(style: CellStyle, colours: ColourDepth) -> Cells {
    let mut cells = Cells::new();
    if let Some(foreground) = style.foreground {
        cells = cells.fg(colour(foreground, colours));
    }
    if let Some(background) = style.background {
        cells = cells.bg(colour(background, colours));
    }
    for attribute in Attribute::ALL.into_iter().filter(|attribute| style.has(*attribute)) {
        cells = cells.add_modifier(modifier(attribute));
    }
    cells
}

fn modifier(attribute: Attribute) -> Modifier {
    match attribute {
        Attribute::Bold => Modifier::BOLD,
        Attribute::Italic => Modifier::ITALIC,
        Attribute::Underline => Modifier::UNDERLINED,
        Attribute::Reverse => Modifier::REVERSED,
        Attribute::Dim => Modifier::DIM,
        Attribute::Crossed => Modifier::CROSSED_OUT,
    }
}

/// The same for words, which keep only the colours of the cells they are written into.
pub(super) fn words(style: CellStyle, colours: ColourDepth) -> Cells {
    let cells = cells(style, colours);
    cells.remove_modifier(Modifier::all() - cells.add_modifier)
}

fn colour(colour: Colour, colours: ColourDepth) -> Color {
    match (colour, colours) {
        (Colour::Ansi(n @ 16..), ColourDepth::Ansi) => {
            Color::Indexed(ansi(anstyle_lossy::xterm_to_ansi(anstyle::Ansi256Color(n), VGA)))
        }
        (Colour::Rgb(r, g, b), ColourDepth::Ansi) => {
            Color::Indexed(ansi(anstyle_lossy::rgb_to_ansi(anstyle::RgbColor(r, g, b), VGA)))
        }
        (Colour::Ansi(n), _) => Color::Indexed(n),
        (Colour::Rgb(r, g, b), ColourDepth::Indexed) => {
            Color::Indexed(anstyle_lossy::rgb_to_xterm(anstyle::RgbColor(r, g, b)).index())
        }
        (Colour::Rgb(r, g, b), _) => Color::Rgb(r, g, b),
    }
}

/// Returns the index of one of the sixteen colours.
fn ansi(colour: anstyle::AnsiColor) -> u8 {
    anstyle::Ansi256Color::from_ansi(colour).index()
}
