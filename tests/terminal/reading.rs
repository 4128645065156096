//! Moving through a text: by address, by search, on terminals that change size.

use super::program::{Home, Program};
use portable_pty::CommandBuilder;

#[test]
fn the_place_is_there_again() {
    let home = Home::new();
    let mut program = home.reading();
    program.press("11");
    program.shows("Go to: 11");
    program.press("\r");
    program.shows("11 · energy supply security");
    program.press("q");
    assert_eq!(program.ends(), 0);
    let mut program = home.reading();
    program.shows("11 · energy supply security");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn a_search_goes_backward_and_on_around_the_beginning() {
    let home = Home::new();
    let mut program = home.reading();
    program.press("11\r");
    program.shows("11 · energy supply security");
    program.press("?energy");
    program.shows("1 of 6");
    program.press("\r");
    program.shows("especially developing energy");
    program.press("n");
    program.shows("6 of 6");
    program.shows("around");
}

#[test]
fn a_search_that_is_cancelled_leaves_what_would_be_marked() {
    let home = Home::new();
    let mut command = home.bulletin();
    command.args(["--built-in", "--at", "5"]);
    let mut program = Program::start(command);
    program.shows("Declaration › 5");
    // A match in the next clause, on the same screen.
    program.press("/Cognizan");
    program.shows("1 of ");
    program.escape("Declaration › 5");
    program.press("m");
    program.shows("bookmark added: 5");
}

#[test]
fn what_a_document_lacks_is_shown() {
    for (text, note) in [
        ("", "the document is empty"),
        ("  \n\n", "the document has no text, only white space"),
        ("Of lamps\n\nA lamp burns.\n", "no numbered clauses found: headings are listed"),
    ] {
        let home = Home::new();
        let path = home.document("lamps.txt", text);
        let mut command = home.bulletin();
        command.arg(&path);
        let mut program = Program::start(command);
        program.shows(note);
        program.press("q");
        assert_eq!(program.ends(), 0);
    }
}

#[test]
fn another_size_keeps_the_first_words_in_view() {
    let home = Home::new();
    let mut program = home.reading();
    program.press("11\r");
    program.shows("11 · energy supply security");
    for (columns, rows) in [(50, 16), (20, 5), (160, 50), (100, 30)] {
        program.resize(columns, rows);
        program.until("the first words on the first row of text", |screen| {
            let text: Vec<String> = screen.rows(0, columns).collect();
            let first = text.iter().position(|row| row.contains("We recognize"));
            // At most the lines of the head are above it, and the status is below it.
            let beside = |row: &String| row.contains("11");
            first.is_some_and(|at| at <= 2 && beside(&text[at])) && text.len() == usize::from(rows)
        });
    }
    program.press("q");
    assert_eq!(program.ends(), 0);
}

/// Builds a command for `bulletin -` with a document on standard input, and keys from the terminal.
fn piped(home: &Home, shell: &str) -> CommandBuilder {
    let text = include_str!("../fixtures/harbour-letter.txt");
    let mut command = home.command("sh");
    command.args(["-c", shell]);
    command.env("LETTER", home.document("letter.txt", text));
    command.env("BULLETIN", env!("CARGO_BIN_EXE_bulletin"));
    command
}

#[test]
fn keys_come_from_the_terminal_while_a_document_comes_from_standard_input() {
    for shell in [r#"cat "$LETTER" | "$BULLETIN" -"#, r#""$BULLETIN" - < "$LETTER""#] {
        let home = Home::new();
        let mut program = Program::start(piped(&home, shell));
        program.shows("Harbour Letter");
        program.press("2\r");
        program.shows("We support the pilots");
        program.press("/hulne\r");
        program.shows("1 of 1");
        program.press("q");
        assert_eq!(program.ends(), 0, "{shell}");
    }
}

#[test]
fn a_terminal_larger_than_any_is_drawn_within_a_thousand_cells() {
    let home = Home::new();
    let mut program = home.reading();
    program.resize(1_100, 1_200);
    program.until("the bottom line at the thousandth row", |screen| {
        let last = screen.rows(0, 1_100).nth(999).unwrap_or_default();
        last.contains("F1 help") && last.trim_end().chars().count() <= 1_000
    });
    // The mouse has no effect beyond the drawn area.
    program.click((1_050, 1_100));
    program.press("11\r");
    program.until("another place", |screen| {
        screen.rows(0, 1_100).nth(999).unwrap_or_default().contains("› 11")
    });
    program.press("q");
    assert_eq!(program.ends(), 0);
}
