use super::*;
use proptest::prelude::*;
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use std::num::NonZeroU16;

const AREA: Rect = Rect { x: 0, y: 0, width: 24, height: 8 };

/// Returns the cells that a terminal shows after these bytes, with their
/// colours.
fn seen(bytes: &[u8]) -> Vec<String> {
    let [rows, columns] = [AREA.height, AREA.width].map(|n| NonZeroU16::new(n).expect("not 0"));
    let mut parser = vt100::Parser::new(rows, columns, 0);
    parser.process(bytes);
    let screen = parser.screen();
    let mut out = Vec::new();
    for y in 0..AREA.height {
        for x in 0..AREA.width {
            let Some(cell) = screen.cell(y, x) else { continue };
            // The cell before it gives its style.
            if cell.is_wide_continuation() {
                continue;
            }
            let words = cell.contents();
            let blank = words.is_empty() || words == " ";
            let letters = (!blank)
                .then(|| (words, cell.fgcolor(), cell.bold(), cell.italic(), cell.is_wide()));
            let all = (letters, cell.bgcolor(), cell.underline(), cell.inverse());
            out.push(format!("{y},{x} {all:?}"));
        }
    }
    out
}

/// Returns the bytes that Ratatui's own backend sends for a frame on an empty
/// screen.
fn whole(frame: &Buffer) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut backend = CrosstermBackend::new(&mut bytes);
    backend.draw(Buffer::empty(AREA).diff(frame).into_iter()).expect("memory");
    Backend::flush(&mut backend).expect("memory");
    bytes
}

fn sent(painter: &mut Painter, frame: &Buffer, cursor: Option<Position>) -> Vec<u8> {
    let pen = painter.paint(frame);
    painter.finish(pen, cursor)
}

fn painted(frames: &[Buffer]) -> Vec<u8> {
    let mut painter = Painter::default();
    frames.iter().flat_map(|frame| sent(&mut painter, frame, None)).collect()
}

fn styles() -> impl Strategy<Value = Style> {
    let colour = prop_oneof![
        3 => Just(Color::Reset),
        1 => Just(Color::Red),
        1 => Just(Color::Indexed(42)),
        1 => Just(Color::Rgb(1, 2, 3)),
    ];
    let modifier = prop_oneof![
        3 => Just(Modifier::empty()),
        1 => Just(Modifier::BOLD),
        1 => Just(Modifier::ITALIC | Modifier::UNDERLINED),
        1 => Just(Modifier::REVERSED),
    ];
    (colour.clone(), colour, modifier)
        .prop_map(|(fg, bg, modifier)| Style::new().fg(fg).bg(bg).add_modifier(modifier))
}

/// Rows of words, some of them wide, each with a style.
fn lines() -> impl Strategy<Value = Vec<(u16, String, Style)>> {
    let words = prop_oneof![
        4 => "[a-d ]{0,24}",
        1 => "[灯油a ]{0,12}",
    ];
    prop::collection::vec((0..AREA.width, words, styles()), usize::from(AREA.height))
}

fn frame(lines: &[(u16, String, Style)], moved: usize) -> Buffer {
    let mut buffer = Buffer::empty(AREA);
    for y in 0..AREA.height {
        let (x, words, style) = &lines[(usize::from(y) + moved) % lines.len()];
        buffer.set_stringn(*x, y, words, usize::from(AREA.width - x), *style);
    }
    buffer
}

proptest! {
    #[test]
    fn a_terminal_shows_the_last_frame_whatever_came_before_it(
        first in lines(), second in lines(), moved in 0..8_usize, mixed in 0..8_usize
    ) {
        // The second frame is the first one moved, with some rows of another.
        let mut next = frame(&first, moved);
        let other = frame(&second, 0);
        let from = mixed * usize::from(AREA.width);
        next.content[from..].clone_from_slice(&other.content[from..]);
        let frames = [frame(&first, 0), next, frame(&second, moved)];
        let (ours, theirs) = (seen(&painted(&frames)), seen(&whole(&frames[2])));
        let different = ours.iter().zip(&theirs).find(|(ours, theirs)| ours != theirs);
        prop_assert_eq!(different, None);
    }
}

fn page(from: usize) -> Buffer {
    let mut buffer = Buffer::empty(Rect { x: 0, y: 0, width: 80, height: 24 });
    buffer.set_string(0, 0, "The Rules of the Harbour", Style::new().bold());
    for y in 1..23_u16 {
        let line = from + usize::from(y);
        let words =
            format!("line {line} of the rules, {}", "with words of its own ".repeat(line % 3));
        buffer.set_string(4, y, words, Style::new());
    }
    buffer.set_string(0, 23, format!("{from} %"), Style::new().dim());
    buffer
}

#[test]
fn a_line_down_is_scrolled_and_costs_little_more_than_the_line() {
    let mut painter = Painter::default();
    let whole = sent(&mut painter, &page(0), None).len();
    let down = sent(&mut painter, &page(1), None).len();
    let up = sent(&mut painter, &page(0), None).len();
    assert!(whole > 1000, "{whole}");
    assert!(down < 200 && up < 200, "{down} {up}");
}

#[test]
fn a_frame_that_is_shown_already_costs_nothing() {
    let mut painter = Painter::default();
    sent(&mut painter, &page(0), Some(Position { x: 3, y: 4 }));
    assert_eq!(sent(&mut painter, &page(0), Some(Position { x: 3, y: 4 })), b"");
    assert!(sent(&mut painter, &page(0), None).len() < 30);
}

#[test]
fn a_cluster_is_written_over_blanks_and_what_follows_at_its_own_place() {
    let mut frame = Buffer::with_lines(["abcd"]);
    let mut painter = Painter::default();
    sent(&mut painter, &frame, None);
    let two = NonZeroU16::new(2).expect("not 0");
    frame[(0, 0)]
        .set_symbol("কা")
        .set_diff_option(ratatui::buffer::CellDiffOption::ForcedWidth(two));
    frame[(1, 0)].set_symbol(" ").set_diff_option(ratatui::buffer::CellDiffOption::Skip);
    frame[(2, 0)].set_symbol("x");
    let out = String::from_utf8(sent(&mut painter, &frame, None)).expect("UTF-8");
    assert!(out.contains("  \rকা"), "{out:?}");
    assert!(out.contains("\u{1b}[1;3Hx"), "{out:?}");
}

#[test]
fn a_frame_is_marked_only_for_terminals_that_show_it_at_once() {
    let mut painter = Painter::default();
    assert!(!sent(&mut painter, &page(0), None).starts_with(BEGIN.as_bytes()));
    painter.synchronise();
    let bytes = sent(&mut painter, &page(9), None);
    assert!(bytes.starts_with(BEGIN.as_bytes()) && bytes.ends_with(END.as_bytes()));
}
