//! The mouse: clicks in the contents, the wheel, dragging.

use super::program::Home;
use std::fs;

/// A column in the text, far from the contents.
const TEXT: u16 = 60;

/// Number of columns that contain only words of the text.
const WORDS: u16 = 30;

#[test]
fn a_click_in_the_contents_goes_there() {
    let home = Home::new();
    let mut program = home.reading();
    program.press("11\r");
    program.shows("11 · energy supply security");
    let entry = program.find("promote tourism", 0);
    assert!(entry.0 < TEXT, "it stands in the contents");
    program.click(entry);
    program.shows("14 · promote tourism");
}

#[test]
fn the_wheel_moves_the_text_under_it() {
    let home = Home::new();
    let mut program = home.reading();
    program.press("11\r");
    program.shows("11 · energy supply security");
    let (_, first) = program.find("We recognize that energy", TEXT - 30);
    let text = |row: u16| program.row(row, TEXT - 20, WORDS);
    let further = text(first + 3);
    program.wheel_down((TEXT, 10));
    program.until("three rows on", |screen| {
        let rows: Vec<String> = screen.rows(TEXT - 20, WORDS).collect();
        rows[usize::from(first)] == further
    });
}

#[test]
fn what_is_dragged_over_can_be_marked() {
    let home = Home::new();
    let mut program = home.reading();
    program.press("10\r");
    program.shows("10 · First CICA Summit");
    // Drags in the middle of the pane, since dragging past its edge scrolls.
    let (column, row) = program.find("We recognize that energy", TEXT - 30);
    let width = u16::try_from("We recognize".len()).expect("columns");
    program.drag(&[(column, row), (column + 4, row), (column + width - 1, row)]);
    program.shows("12 characters");
    program.press("m");
    program.shows("bookmark added: 11");
    let kept = fs::read_to_string(home.bookmarks()).expect("bookmarks");
    assert!(kept.contains("\"We recognize\""), "{kept}");
}

#[test]
fn a_click_on_an_abbreviation_shows_its_meaning() {
    let home = Home::new();
    let mut program = home.reading();
    program.press("10\r");
    program.shows("10 · First CICA Summit");
    let word = program.find("CICA process has", TEXT - 20);
    program.click((word.0 + 1, word.1));
    program.shows("In the words of this text");
    program.shows("Conference on Interaction and Confidence Building");
    // Enter goes to the definition.
    program.press("\r");
    program.shows("Measures in Asia (CICA) in");
}

#[test]
fn a_terminal_is_not_asked_for_what_nobody_uses() {
    let home = Home::new();
    let program = home.reading();
    program.until("the mouse", |screen| {
        screen.mouse_protocol_mode() == vt100::MouseProtocolMode::ButtonMotion
            && screen.mouse_protocol_encoding() == vt100::MouseProtocolEncoding::Sgr
    });
}

#[test]
fn two_clicks_take_a_word_and_the_other_button_says_what_can_be_done() {
    let home = Home::new();
    let mut program = home.reading();
    program.press("10\r");
    program.shows("10 · First CICA Summit");
    let (column, row) = program.find("witnessed rapid", TEXT - 30);
    program.click((column + 2, row));
    program.click((column + 2, row));
    program.shows("9 characters selected by word");
    // The secondary button: 2 in the mouse protocol.
    program.press(&format!("\x1b[<2;{};{}M", column + 3, row + 1));
    program.shows("Bookmark with a note");
    program.press("\r");
    program.shows("bookmark added: 10");
    let kept = fs::read_to_string(home.bookmarks()).expect("bookmarks");
    assert!(kept.contains("\"witnessed\""), "{kept}");
}
