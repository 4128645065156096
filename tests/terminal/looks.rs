//! Terminals without colours, and without a screen.

use super::program::{Home, Program};
use std::fs;

/// Returns the parameters of every SGR sequence.
fn styles(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes).into_owned();
    text.split("\u{1b}[")
        .skip(1)
        .filter_map(|rest| {
            let end = rest.find(|c: char| !c.is_ascii_digit() && c != ';' && c != ':')?;
            rest[end..].starts_with('m').then(|| rest[..end].to_owned())
        })
        .collect()
}

/// Whether a style sets a colour; 39, 49 and 59 select the terminal's own.
fn colours(style: &str) -> bool {
    style
        .split([';', ':'])
        .filter_map(|p| p.parse::<u8>().ok())
        .any(|p| matches!(p, 30..=38 | 40..=48 | 58 | 90..=97 | 100..=107))
}

fn read_and_mark(home: &Home, no_color: Option<&str>) -> Vec<String> {
    let mut command = home.bulletin();
    command.arg("--built-in");
    if let Some(value) = no_color {
        command.env("NO_COLOR", value);
    }
    let mut program = Program::start(command);
    program.shows("F1 help");
    program.press("11\r");
    program.shows("11 · energy supply security");
    program.press("/energy\r");
    program.shows("of 6");
    program.press("m");
    program.shows("bookmark added");
    program.press("v");
    program.shows("M note");
    program.escape("F1 help");
    program.press("q");
    assert_eq!(program.ends(), 0);
    styles(&program.bytes())
}

#[test]
fn no_color_means_no_colour() {
    let styles = read_and_mark(&Home::new(), Some("1"));
    assert!(styles.iter().any(|style| style.split(';').any(|p| p == "1")), "{styles:?}");
    let coloured: Vec<_> = styles.iter().filter(|style| colours(style)).collect();
    assert!(coloured.is_empty(), "{coloured:?}");
}

#[test]
fn no_color_keeps_heavy_letters_whatever_theme_is_set() {
    let home = Home::new();
    fs::write(home.config("config.toml"), "theme = \"dark\"\n").expect("written");
    let mut command = home.bulletin();
    command.args(["--built-in", "--at", "11"]);
    command.env("NO_COLOR", "1");
    let program = Program::start(command);
    program.shows("F1 help");
    let (column, row) = program.find("11. ", 30);
    program
        .until("a heavy number", |screen| screen.cell(row, column).is_some_and(vt100::Cell::bold));
}

#[test]
fn colours_are_used_where_nobody_objects() {
    assert!(read_and_mark(&Home::new(), None).iter().any(|style| colours(style)));
    assert!(read_and_mark(&Home::new(), Some("")).iter().any(|style| colours(style)));
}

#[test]
fn a_terminal_that_can_show_no_screen_gets_plain_text() {
    let home = Home::new();
    let mut command = home.bulletin();
    command.args(["--built-in", "--at", "11"]);
    command.env("TERM", "dumb");
    let mut program = Program::start(command);
    program.shows("We recognize that energy supply security");
    assert_eq!(program.ends(), 0);
    let bytes = program.bytes();
    assert!(!bytes.contains(&0x1b), "{}", String::from_utf8_lossy(&bytes));
}

/// Runs a command line in a shell, where `$BULLETIN` is the program; returns the status and what
/// the terminal shows.
fn shell(home: &Home, line: &str) -> (u32, String) {
    let mut command = home.command("sh");
    command.args(["-c", line]);
    command.env("BULLETIN", env!("CARGO_BIN_EXE_bulletin"));
    let mut program = Program::start(command);
    let status = program.ends();
    program.shows("end.");
    (status, program.words())
}

#[test]
fn a_pipe_that_closes_early_does_no_harm() {
    let home = Home::new();
    // More than fits into a pipe, so that there is still something to write.
    let paragraph = format!("{}\n\n", "We agree on the lamps. ".repeat(100));
    let text = paragraph.repeat(400);
    home.document("long.txt", &format!("Rules\n\n1. {text}2. We part.\n"));
    let long = home.path().join("long.txt");
    let line = format!("\"$BULLETIN\" print '{}' | head -1; echo end.", long.display());
    assert_eq!(shell(&home, &line), (0, "    Rules\nend.".to_owned()));
}
