//! A theme's styles, as ratatui has them.

use crate::settings::{Colour, Style};
use ratatui::style::{Color, Modifier, Style as Cells};

/// The style of cells that a theme's style asks for.
pub(super) fn cells(style: Style) -> Cells {
    let mut cells = Cells::new();
    if let Some(foreground) = style.foreground {
        cells = cells.fg(colour(foreground));
    }
    if let Some(background) = style.background {
        cells = cells.bg(colour(background));
    }
    let modifiers = [
        (style.bold, Modifier::BOLD),
        (style.italic, Modifier::ITALIC),
        (style.underline, Modifier::UNDERLINED),
        (style.reverse, Modifier::REVERSED),
        (style.dim, Modifier::DIM),
    ];
    for (_, modifier) in modifiers.into_iter().filter(|(wanted, _)| *wanted) {
        cells = cells.add_modifier(modifier);
    }
    cells
}

fn colour(colour: Colour) -> Color {
    match colour {
        Colour::Ansi(n) => Color::Indexed(n),
        Colour::Rgb(r, g, b) => Color::Rgb(r, g, b),
    }
}
