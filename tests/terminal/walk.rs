//! A walk through the program with only the bottom line as a guide: each step presses keys that the
//! bottom line offers, and looks for what it says next.

use super::program::{Home, Program, Terminal};
use std::fs;

/// Walks at a size of the terminal.
fn walk(columns: u16, rows: u16) {
    let home = Home::new();
    let other = home.document("rules.txt", "Lamp rules\n\n1. The lamp is lit.\n\n2. It is kept.\n");
    let mut command = home.bulletin();
    command.arg("--built-in");
    let mut program = Program::start_in(Terminal { columns, rows, answers: false }, command);
    let offers = |program: &Program, words: &str| {
        program.until(words, |screen| {
            screen.rows(0, columns).last().is_some_and(|line| line.contains(words))
        });
    };
    // The first line names a number, the search, the mark and the help.
    offers(&program, "13 goes to clause 13");
    offers(&program, "/ searches");
    offers(&program, "q quits");
    program.press("13\r");
    program.shows("13 · development, peace");
    // The line now offers the search, the mark and the commands.
    offers(&program, "/ search");
    offers(&program, "m mark");
    offers(&program, ": commands");
    program.press("/");
    offers(&program, "Ctrl-r: regular expression");
    program.press("energy supply\r");
    offers(&program, "n next match");
    program.shows("11 · energy supply security");
    // The search can be cleared; what marks is offered, and after it what adds a note.
    offers(&program, "Escape clear");
    program.press("\u{1b}");
    offers(&program, ": commands");
    offers(&program, "m mark");
    program.press("m");
    offers(&program, "M adds a note · B lists");
    program.press("M");
    offers(&program, "Enter saves");
    program.press("ask about this\r");
    program.shows("note saved");
    program.press("B");
    program.shows("ask about this");
    offers(&program, "Escape close");
    program.press("\u{1b}");
    // The commands: export, open, theme.
    offers(&program, ": commands");
    program.press(":");
    program.shows("Export bookmarks");
    offers(&program, "Enter run");
    let notes = home.path().join("notes.md");
    program.press(&format!("export {}", notes.display()));
    program.shows("1 bookmark in this document");
    program.press("\r");
    program.shows("1 bookmark written");
    assert!(fs::read_to_string(&notes).expect("written").contains("ask about this"));
    program.press(&format!(":open {}", other.display()));
    program.shows("1. The lamp is lit.");
    program.press("\r");
    program.shows("document 2 of 2");
    program.press(":theme ");
    program.shows("Theme light");
    program.press("light\r");
    offers(&program, "theme: light");
    // The palette offers the way out.
    program.press(":quit");
    program.shows("Quit");
    program.press("\r");
    assert_eq!(program.ends(), 0);
}

#[test]
fn the_bottom_line_leads_through_the_program() {
    walk(100, 30);
}

#[test]
fn the_bottom_line_leads_through_the_program_on_a_small_screen() {
    walk(80, 24);
}
