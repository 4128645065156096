//! Long texts, pasted or typed faster than anyone types.

use super::program::{Home, Program};

/// Pastes text as a terminal sends it.
fn paste(program: &mut Program, text: &str) {
    program.press(&format!("\u{1b}[200~{text}\u{1b}[201~"));
}

#[test]
fn a_long_paste_is_cut_in_every_prompt_which_says_so() {
    let long = "a lamp ".repeat(150_000);
    for (opening, shown) in [("/", "/"), ("'", "Go to:"), (":", "Commands"), ("o/", "Filter:")] {
        let home = Home::new();
        let mut program = home.reading();
        program.press(opening);
        program.shows(shown);
        paste(&mut program, &long);
        program.shows("a line can hold 4 KB: the rest was cut");
        // The truncated text can be edited, which clears the message.
        program.press("\u{8}");
        program.until("nothing is told", |screen| !screen.contents().contains("4 KB"));
        program.press("\u{3}");
        program.press("\u{3}");
        program.press("q");
        assert_eq!(program.ends(), 0, "{opening}");
    }
}

#[test]
fn a_note_takes_more_and_keeps_what_fits() {
    let home = Home::new();
    let mut program = home.reading();
    program.press("M");
    program.shows("─ Note ─");
    paste(&mut program, &"a lamp, and oil for it\r".repeat(50_000));
    program.shows("a note can hold 64 KB: the rest was cut");
    program.press("\r");
    program.shows("bookmark added with its note");
    program.press("q");
    assert_eq!(program.ends(), 0);
    let kept = std::fs::read_to_string(home.bookmarks()).expect("bookmarks");
    assert!(kept.matches("a lamp, and oil for it").count() > 2_800, "{}", kept.len());
}

#[test]
fn what_a_terminal_pastes_as_keys_is_taken_as_well() {
    let home = Home::new();
    let mut program = home.reading();
    program.press("/");
    program.press(&"a lamp ".repeat(15_000));
    program.shows("a line can hold 4 KB: the rest was cut");
    program.press("\u{3}");
    program.shows("F1 help");
    // A number before a movement key is still a count.
    program.press("2]");
    program.shows("F1 help");
    program.press("q");
    assert_eq!(program.ends(), 0);
}
