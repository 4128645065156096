//! Wide layouts and the scroll bar in a real terminal: folding, dragging, and the marks on the bar.

use super::program::{COLUMNS, Home, Program, ROWS, Terminal};
use std::fs;

const WIDE: Terminal = Terminal { columns: 200, rows: 50, answers: false };

/// The columns of the contents, in which words are looked for.
const CONTENTS: u16 = 24;

/// Reads the built-in bulletin on a wide screen in a layout.
fn wide(home: &Home, layout: &str) -> Program {
    fs::write(home.config("config.toml"), format!("layout = \"{layout}\"\n")).expect("written");
    let mut command = home.bulletin();
    command.arg("--built-in");
    let program = Program::start_in(WIDE, command);
    program.shows("F1 help");
    program
}

/// Returns the first place of words at or after a column of the wide screen.
fn place(program: &Program, words: &str, from: u16) -> (u16, u16) {
    let found = (0..WIDE.rows).find_map(|row| {
        let text = program.row(row, from, WIDE.columns - from);
        let before = text[..text.find(words)?].chars().count();
        Some((from + u16::try_from(before).expect("a column"), row))
    });
    found.unwrap_or_else(|| panic!("“{words}” is nowhere:\n{}", program.words()))
}

#[test]
fn folding_the_contents_leaves_the_text_of_a_wide_layout_where_it_is() {
    for layout in ["margin", "two"] {
        let home = Home::new();
        let mut program = wide(&home, layout);
        program.press("11\r");
        program.shows("11 · energy supply security");
        let before = place(&program, "We recognize that energy", CONTENTS);
        program.press("Z");
        let in_contents =
            |screen: &vt100::Screen| screen.rows(0, CONTENTS).any(|row| row.contains("14 "));
        program.until("the contents are folded", |screen| !in_contents(screen));
        assert_eq!(place(&program, "We recognize that energy", CONTENTS), before);
        program.press("Z");
        program.until("the contents are unfolded", in_contents);
        program.press("q");
        assert_eq!(program.ends(), 0);
    }
}

#[test]
fn a_drag_selects_in_both_wide_layouts() {
    for layout in ["margin", "two"] {
        let home = Home::new();
        let mut program = wide(&home, layout);
        program.press("10\r");
        program.shows("10 · First CICA Summit");
        let (column, row) = place(&program, "We recognize that", CONTENTS);
        let last = column + u16::try_from("We recognize".len()).expect("columns") - 1;
        program.drag(&[(column, row), (column + 4, row), (last, row)]);
        program.shows("12 characters");
        program.press("m");
        program.shows("bookmark added: 11");
        let kept = fs::read_to_string(home.bookmarks()).expect("bookmarks");
        assert!(kept.contains("\"We recognize\""), "{kept}");
    }
}

/// The signs in the last column of a screen, but for the bar itself.
fn marks(screen: &vt100::Screen) -> String {
    let signs = screen.rows(COLUMNS - 1, 1).collect::<String>();
    signs.chars().filter(|sign| !"┃│─ ".contains(*sign)).collect()
}

#[test]
fn the_scroll_bar_marks_matches_and_bookmarks() {
    let home = Home::new();
    let mut program = home.reading();
    program.press("/energy\r");
    program.until("matches on the bar", |screen| marks(screen).matches('•').count() > 1);
    program.press("\u{1b}");
    program.until("no marks", |screen| marks(screen).is_empty());
    program.press("11\rm");
    program.shows("bookmark added: 11");
    program.until("one mark", |screen| marks(screen).chars().count() == 1);
}

#[test]
fn the_scroll_bar_is_dragged_to_the_end_and_back() {
    let home = Home::new();
    let mut program = home.reading();
    let first = program.words();
    let bar = |row: u16| (COLUMNS - 1, row);
    program.drag(&[bar(2), bar(ROWS / 2), bar(ROWS - 2)]);
    program.until("the end", |screen| screen.contents().contains("100 %"));
    program.drag(&[bar(ROWS - 2), bar(ROWS / 2), bar(2)]);
    let title =
        first.lines().nth(2).expect("a line").trim_end_matches(['┃', '│']).trim().to_owned();
    program.shows(&title);
}
