//! Draws the screen as the README shows it, as an SVG on standard output:
//! `cargo run --example picture > assets/screen.svg`.

use bulletin::action::{Key, KeyCode, Size};
use bulletin::app::App;
use bulletin::bookmarks::Bookmark;
use bulletin::document::{Document, Passage};
use bulletin::settings::{Settings, Theme};
use bulletin::{source, ui};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::fmt::Write;

const COLUMNS: u16 = 100;
const ROWS: u16 = 30;

/// A cell, in tenths of a pixel, so that no place needs a fraction's rounding.
const WIDTH: u32 = 84;
const HEIGHT: u32 = 190;

/// What lies between the cells and the edge of the window.
const PADDING: u32 = 180;

/// From the top of a cell down to the line that letters stand on.
const BASELINE: u32 = 136;

/// The clause in view, and what is bookmarked in it.
const CLAUSE: &str = "11";
const MARKED: &str = "dialogue and cooperation among producer and consumer states";

fn main() {
    print!("{}", picture());
}

/// The picture.
pub fn picture() -> String {
    let theme = Theme::named("dark").expect("a theme");
    svg(&screen(theme), theme)
}

fn screen(theme: Theme) -> Buffer {
    let document = source::built_in().expect("the bulletin");
    let bookmark = Bookmark::new(&document, passage(&document), "");
    let size = Size { columns: COLUMNS, rows: ROWS };
    let mut app = App::new(document, Settings::default(), theme, size);
    app.take_bookmarks(&[bookmark]);
    for c in CLAUSE.chars() {
        app.key(Key::char(c));
    }
    app.key(Key::plain(KeyCode::Enter));
    let mut terminal = Terminal::new(TestBackend::new(COLUMNS, ROWS)).expect("a screen");
    terminal.draw(|frame| ui::draw(&app, frame)).expect("a frame");
    terminal.backend().buffer().clone()
}

fn passage(document: &Document) -> Passage {
    let section = document.section_at(CLAUSE).expect("a clause");
    let block = document.own_blocks(section).next().expect("a paragraph");
    let start = document.body(block).find(MARKED).expect("its words");
    Passage::within(block, start..start + MARKED.len())
}

/// How a cell looks, with the page's colours where it has none of its own.
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

    /// The attributes of text that looks so.
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
    use bulletin::settings::Colour;
    let fixed = |colour: Option<Colour>| match colour {
        Some(Colour::Rgb(r, g, b)) => Color::Rgb(r, g, b),
        other => panic!("{other:?} is no fixed colour"),
    };
    (fixed(theme.page.foreground), fixed(theme.page.background))
}

fn svg(buffer: &Buffer, theme: Theme) -> String {
    let page = page(theme);
    let width = u32::from(COLUMNS) * WIDTH + 2 * PADDING;
    let height = u32::from(ROWS) * HEIGHT + 2 * PADDING;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" \
         role=\"img\" aria-label=\"The reader at clause {CLAUSE}: the contents on the left, the text on the right\">\n\
         <rect x=\"0.5\" y=\"0.5\" width=\"{iw}\" height=\"{ih}\" rx=\"10\" fill=\"{fill}\" stroke=\"{stroke}\"/>\n\
         <g font-family=\"ui-monospace, 'SF Mono', 'Cascadia Mono', 'JetBrains Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace\" \
         font-size=\"14\" shape-rendering=\"crispEdges\">\n",
        w = tenths(width),
        h = tenths(height),
        iw = tenths(width - 10),
        ih = tenths(height - 10),
        fill = hex(page.1),
        stroke = colour_of(theme.border.foreground),
    );
    for y in 0..ROWS {
        let row: Vec<(&str, Look)> = (0..COLUMNS)
            .map(|x| &buffer[(x, y)])
            .map(|cell| (cell.symbol(), Look::of(cell, page)))
            .collect();
        grounds(&mut out, &row, y, page.1);
        strokes(&mut out, &row, y);
        words(&mut out, &row, y);
    }
    out.push_str("</g>\n</svg>\n");
    out
}

fn colour_of(colour: Option<bulletin::settings::Colour>) -> String {
    match colour {
        Some(bulletin::settings::Colour::Rgb(r, g, b)) => hex(Color::Rgb(r, g, b)),
        other => panic!("{other:?} is no fixed colour"),
    }
}

/// What lies behind the cells of a row, where that is not the page.
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

/// Lines and bars, drawn rather than written: letters of a font that is not as
/// high as a row would leave gaps between rows.
fn strokes(out: &mut String, row: &[(&str, Look)], y: u16) {
    const THIN: u32 = 10;
    const HEAVY: u32 = 30;
    let mut x = 0;
    while x < row.len() {
        let (symbol, look) = row[x];
        let fill = hex(look.foreground);
        let (at, middle) = (left(x), left(x) + WIDTH / 2);
        let same = row[x..].iter().take_while(|cell| **cell == row[x]).count();
        match symbol {
            "─" => {
                let place = (at, top(y) + HEIGHT / 2 - THIN / 2);
                rectangle(out, place, (columns(same), THIN), &fill);
                x += same - 1;
            }
            "│" => rectangle(out, (middle - THIN / 2, top(y)), (THIN, HEIGHT), &fill),
            "┃" => rectangle(out, (middle - HEAVY / 2, top(y)), (HEAVY, HEIGHT), &fill),
            "┬" => {
                let across = top(y) + HEIGHT / 2 - THIN / 2;
                rectangle(out, (at, across), (WIDTH, THIN), &fill);
                let down = HEIGHT / 2 + THIN / 2;
                rectangle(out, (middle - THIN / 2, across), (THIN, down), &fill);
            }
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

/// The words of a row in runs of one look; each is put in its column and given
/// its length, so that another font cannot make it drift.
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
        // One blank between words is part of a run; two end it.
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

/// Whether a symbol is drawn by [`strokes`].
fn drawn(symbol: &str) -> bool {
    matches!(symbol, "─" | "│" | "┃" | "┬" | "▌" | "▍")
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
