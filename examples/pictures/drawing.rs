//! Draws a screen as an SVG.

use bulletin::document::Colour;
use bulletin::settings::Theme;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::fmt::Write;

/// The size of a cell, in tenths of a pixel: integers avoid rounding.
const WIDTH: u32 = 84;
const HEIGHT: u32 = 190;

/// The space between the cells and the edge of the window.
const PADDING: u32 = 180;

/// From the top of a cell down to the baseline.
const BASELINE: u32 = 136;

/// The page and the frame of a window of some columns and rows, around the screen drawn in it.
pub struct Window {
    columns: u16,
    rows: u16,
    theme: Theme,
}

impl Window {
    /// Creates a window for screens of this one's size.
    pub fn of(buffer: &Buffer, theme: Theme) -> Self {
        Self { columns: buffer.area.width, rows: buffer.area.height, theme }
    }

    /// Returns a picture of one screen.
    pub fn picture(&self, buffer: &Buffer, label: &str) -> String {
        let mut out = self.head(label);
        for row in self.rows(buffer) {
            out.push_str(&row);
        }
        out.push_str("</g>\n</svg>\n");
        out
    }

    /// Returns the beginning of a picture, up to its rows, with two open elements, `svg` and `g`.
    pub fn head(&self, label: &str) -> String {
        let page = page(self.theme);
        let width = u32::from(self.columns) * WIDTH + 2 * PADDING;
        let height = u32::from(self.rows) * HEIGHT + 2 * PADDING;
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" \
             role=\"img\" aria-label=\"{label}\">\n\
             <rect x=\"0.5\" y=\"0.5\" width=\"{iw}\" height=\"{ih}\" rx=\"10\" fill=\"{fill}\" stroke=\"{stroke}\"/>\n\
             <g font-family=\"ui-monospace, 'SF Mono', 'Cascadia Mono', 'JetBrains Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace\" \
             font-size=\"14\" shape-rendering=\"crispEdges\">\n",
            w = tenths(width),
            h = tenths(height),
            iw = tenths(width - 10),
            ih = tenths(height - 10),
            fill = hex(page.1),
            stroke = hex(fixed(self.theme.border.foreground)),
        )
    }

    /// Returns the rows of a screen, each drawn at its position.
    pub fn rows(&self, buffer: &Buffer) -> Vec<String> {
        let page = page(self.theme);
        (0..self.rows)
            .map(|y| {
                let row: Vec<(&str, Look)> = (0..self.columns)
                    .map(|x| &buffer[(x, y)])
                    .map(|cell| (cell.symbol(), Look::of(cell, page)))
                    .collect();
                let mut out = String::new();
                grounds(&mut out, &row, y, page.1);
                strokes(&mut out, &row, y);
                words(&mut out, &row, y);
                out
            })
            .collect()
    }
}

/// The style of a cell, with the page's colours if it has none of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Look {
    foreground: Color,
    background: Color,
    modifier: Modifier,
}

impl Look {
    fn of(cell: &Cell, page: (Color, Color)) -> Self {
        let or = |colour, other| if colour == Color::Reset { other } else { colour };
        let (mut foreground, mut background) = (or(cell.fg, page.0), or(cell.bg, page.1));
        if cell.modifier.contains(Modifier::REVERSED) {
            std::mem::swap(&mut foreground, &mut background);
        }
        Self { foreground, background, modifier: cell.modifier }
    }

    /// Returns the attributes of text in this style.
    fn attributes(self) -> String {
        let mut out = format!(" fill=\"{}\"", hex(self.foreground));
        for (modifier, attribute) in [
            (Modifier::BOLD, " font-weight=\"bold\""),
            (Modifier::ITALIC, " font-style=\"italic\""),
            (Modifier::UNDERLINED, " text-decoration=\"underline\""),
        ] {
            if self.modifier.contains(modifier) {
                out.push_str(attribute);
            }
        }
        out
    }
}

fn hex(colour: Color) -> String {
    let Color::Rgb(r, g, b) = colour else { panic!("{colour:?} is no fixed colour") };
    format!("#{r:02x}{g:02x}{b:02x}")
}

fn page(theme: Theme) -> (Color, Color) {
    (fixed(theme.page.foreground), fixed(theme.page.background))
}

fn fixed(colour: Option<Colour>) -> Color {
    match colour {
        Some(Colour::Rgb(r, g, b)) => Color::Rgb(r, g, b),
        other => panic!("{other:?} is no fixed colour"),
    }
}

/// Draws the backgrounds of a row where they differ from the page.
fn grounds(out: &mut String, row: &[(&str, Look)], y: u16, page: Color) {
    let mut x = 0;
    while x < row.len() {
        let ground = row[x].1.background;
        let len = row[x..].iter().take_while(|(_, look)| look.background == ground).count();
        if ground != page {
            rectangle(out, (left(x), top(y)), (columns(len), HEIGHT), &hex(ground));
        }
        x += len;
    }
}

/// Draws lines and bars as shapes: characters of a font that is not as high as a row would leave
/// gaps between rows.
fn strokes(out: &mut String, row: &[(&str, Look)], y: u16) {
    const THIN: u32 = 10;
    const HEAVY: u32 = 30;
    let mut x = 0;
    while x < row.len() {
        let (symbol, look) = row[x];
        let fill = hex(look.foreground);
        let (at, middle) = (left(x), left(x) + WIDTH / 2);
        let same = row[x..].iter().take_while(|cell| **cell == row[x]).count();
        if symbol == "─" {
            let place = (at, top(y) + HEIGHT / 2 - THIN / 2);
            rectangle(out, place, (columns(same), THIN), &fill);
            x += same;
            continue;
        }
        if let Some(arms) = arms(symbol) {
            let (centre, half) = (top(y) + HEIGHT / 2, THIN / 2);
            if arms.contains(['←', '→']) {
                let from = if arms.contains('←') { at } else { middle - half };
                let to = if arms.contains('→') { at + WIDTH } else { middle + half };
                rectangle(out, (from, centre - half), (to - from, THIN), &fill);
            }
            let from = if arms.contains('↑') { top(y) } else { centre - half };
            let to = if arms.contains('↓') { top(y) + HEIGHT } else { centre + half };
            rectangle(out, (middle - half, from), (THIN, to - from), &fill);
        }
        match symbol {
            "┃" => rectangle(out, (middle - HEAVY / 2, top(y)), (HEAVY, HEIGHT), &fill),
            "▌" => rectangle(out, (at, top(y)), (WIDTH / 2, HEIGHT), &fill),
            "▍" => rectangle(out, (at, top(y)), (WIDTH * 3 / 8, HEIGHT), &fill),
            _ => {}
        }
        x += 1;
    }
}

fn rectangle(out: &mut String, (x, y): (u32, u32), (width, height): (u32, u32), fill: &str) {
    writeln!(
        out,
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{fill}\"/>",
        tenths(x),
        tenths(y),
        tenths(width),
        tenths(height)
    )
    .expect("written");
}

/// Writes the words of a row in runs of one style, each with its column and length, so that another
/// font cannot make it drift.
fn words(out: &mut String, row: &[(&str, Look)], y: u16) {
    let blank = |x: usize| row.get(x).is_none_or(|(s, _)| *s == " " || drawn(s));
    let mut x = 0;
    while x < row.len() {
        if blank(x) {
            x += 1;
            continue;
        }
        let look = row[x].1;
        let mut end = x + 1;
        // A single space between words is part of a run; two end it.
        while end < row.len()
            && row[end].1 == look
            && !drawn(row[end].0)
            && !(blank(end) && blank(end + 1))
        {
            end += 1;
        }
        let text: String = row[x..end].iter().map(|(symbol, _)| *symbol).collect();
        let text = text.trim_end();
        let len = text.chars().count();
        writeln!(
            out,
            "<text x=\"{}\" y=\"{}\" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"{}>{}</text>",
            tenths(left(x)),
            tenths(top(y) + BASELINE),
            tenths(columns(len)),
            look.attributes(),
            escaped(text)
        )
        .expect("written");
        x = end;
    }
}

/// Returns where the lines of a box-drawing character go from its centre, unless straight across.
fn arms(symbol: &str) -> Option<&'static str> {
    Some(match symbol {
        "│" => "↑↓",
        "┌" | "╭" => "→↓",
        "┐" | "╮" => "←↓",
        "└" | "╰" => "→↑",
        "┘" | "╯" => "←↑",
        "├" => "→↑↓",
        "┤" => "←↑↓",
        "┬" => "←→↓",
        "┴" => "←→↑",
        "┼" => "←→↑↓",
        _ => return None,
    })
}

/// Whether a symbol is drawn by [`strokes`].
fn drawn(symbol: &str) -> bool {
    matches!(symbol, "─" | "┃" | "▌" | "▍") || arms(symbol).is_some()
}

fn left(x: usize) -> u32 {
    PADDING + columns(x)
}

fn columns(count: usize) -> u32 {
    u32::try_from(count).expect("few columns") * WIDTH
}

fn top(y: u16) -> u32 {
    PADDING + u32::from(y) * HEIGHT
}

fn tenths(tenths: u32) -> String {
    match tenths % 10 {
        0 => format!("{}", tenths / 10),
        rest => format!("{}.{rest}", tenths / 10),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
