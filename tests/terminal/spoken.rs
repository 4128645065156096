//! The cursor of a real terminal, where a screen reader finds it.

use super::program::{Home, Program};
use crate::reader::is_ornament;
use std::fs;

/// Waits until the visible cursor is at these words, to the right of it.
fn reaches(program: &Program, words: &str) {
    program.until(&format!("the cursor at “{words}”"), |screen| {
        let (row, column) = screen.cursor_position();
        let (_, columns) = screen.size();
        let found = screen.rows(column, columns.get() - column).nth(usize::from(row));
        !screen.hide_cursor() && found.is_some_and(|found| found.starts_with(words))
    });
}

#[test]
fn the_cursor_is_at_the_first_word_that_was_reached() {
    let home = Home::new();
    let mut program = home.reading();
    program.press("11\r");
    reaches(&program, "We recognize that energy supply");
    program.press("]");
    reaches(&program, "We are convinced that construction");
    program.press("/pipelines\r");
    reaches(&program, "pipelines");
    program.press("/sea");
    program.until("the cursor behind what is typed", |screen| {
        let (row, column) = screen.cursor_position();
        let typed = screen.rows(0, column).nth(usize::from(row));
        typed.is_some_and(|typed| typed.trim_start() == "/sea")
    });
    program.escape("1 of 1");
    program.press("r");
    reaches(&program, "Afghanistan");
    program.press("j");
    reaches(&program, "Azerbaijan");
    program.press("q");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn the_spoken_theme_draws_words_alone_even_without_colours() {
    let home = Home::new();
    fs::write(home.config("config.toml"), "theme = \"spoken\"\n").expect("written");
    for no_color in [false, true] {
        let mut command = home.bulletin();
        command.args(["--built-in", "--at", "11"]);
        if no_color {
            command.env("NO_COLOR", "1");
        }
        let mut program = Program::start(command);
        reaches(&program, "We recognize that energy supply");
        program.press("c");
        reaches(&program, "11");
        assert!(!program.words().contains(is_ornament), "{}", program.words());
        program.press("q");
        assert_eq!(program.ends(), 0);
    }
}

#[test]
fn a_program_that_cannot_be_started_is_named_and_reading_aloud_is_stopped() {
    let home = Home::new();
    let programs = "lookup = [\"no-such-dictionary\", \"{}\"]\n";
    fs::write(home.config("config.toml"), programs).expect("written");
    let mut program = home.reading();
    program.press("/energy\rvL");
    program.shows("no-such-dictionary cannot be started");
    program.press("q");
    assert_eq!(program.ends(), 0);
    let heard = home.path().join("heard");
    let script = home.document("read-aloud", "printf '%s|' \"$1\" >> \"$2\"; exec sleep 600\n");
    let speak =
        format!("speak = [\"sh\", \"{}\", \"{{}}\", \"{}\"]\n", script.display(), heard.display());
    fs::write(home.config("config.toml"), speak).expect("written");
    let mut program = home.reading();
    program.press("11\rS");
    program.shows("reading aloud");
    reaches(&program, "We recognize that energy supply");
    program.until("a paragraph is heard", |_| {
        fs::read_to_string(&heard).is_ok_and(|heard| heard.contains('|'))
    });
    program.press("S");
    program.shows("stopped reading aloud");
    let heard = fs::read_to_string(&heard).expect("heard");
    assert_eq!(heard.matches('|').count(), 1, "one paragraph: {heard}");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn a_paragraph_and_a_clause_are_read_aloud_and_a_program_that_fails_is_named() {
    let home = Home::new();
    let path = home.document(
        "lamps.txt",
        "Lamp rules\n\n1. The lamp is lit.\n\nIt burns oil.\n\n2. The lamp is kept.\n",
    );
    let heard = home.path().join("heard");
    let script = home.document("read-aloud", "printf '%s|' \"$1\" >> \"$2\"\n");
    let speak =
        format!("speak = [\"sh\", \"{}\", \"{{}}\", \"{}\"]\n", script.display(), heard.display());
    fs::write(home.config("config.toml"), speak).expect("written");
    let reading = || {
        let mut command = home.bulletin();
        command.arg(&path);
        command.args(["--at", "1"]);
        let program = Program::start(command);
        program.shows("F1 help");
        program
    };
    let hears = |program: &Program, words: &str| {
        program.until(words, |_| fs::read_to_string(&heard).is_ok_and(|heard| heard == words));
    };
    let mut program = reading();
    program.press(":speak-paragraph\r");
    hears(&program, "1. The lamp is lit.\n|");
    program.until("it is over", |screen| !screen.contents().contains("reading aloud"));
    fs::remove_file(&heard).expect("removed");
    program.press(":speak-clause\r");
    hears(&program, "1. The lamp is lit.\n|It burns oil.\n|");
    program.press("q");
    assert_eq!(program.ends(), 0);
    let failing = home.document("no-voice", "echo no voice >&2; exit 1\n");
    let speak = format!("speak = [\"sh\", \"{}\", \"{{}}\"]\n", failing.display());
    fs::write(home.config("config.toml"), speak).expect("written");
    let mut program = reading();
    program.press(":speak-clause\r");
    program.shows("no voice");
    program.press("S");
    program.shows("no voice");
    program.press("q");
    assert_eq!(program.ends(), 0);
}
