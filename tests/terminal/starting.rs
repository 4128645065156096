//! Startup: keys typed before the first frame, and documents that arrive slowly.

use super::program::{Home, Program, Terminal};
use portable_pty::CommandBuilder;
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;

#[test]
fn what_is_typed_before_the_first_frame_is_not_lost() {
    for answers in [false, true] {
        let home = Home::new();
        let mut command = home.bulletin();
        command.arg("--built-in");
        let mut program = Program::start_in(Terminal { columns: 100, rows: 30, answers }, command);
        // Immediately: nothing is drawn yet, and the terminal is still in line mode.
        program.press("11\r");
        program.shows("11 · energy supply security");
        program.press("q");
        assert_eq!(program.ends(), 0);
    }
}

#[test]
fn what_is_typed_while_the_terminal_is_asked_is_not_lost() {
    let home = Home::new();
    let mut program = home.begun();
    program.until("the other screen", vt100::Screen::alternate_screen);
    program.press("1");
    program.press("1\r");
    program.shows("11 · energy supply security");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

/// Returns where bytes first occur among those written to a terminal.
fn place(bytes: &[u8], wanted: &[u8]) -> usize {
    let found = bytes.windows(wanted.len()).position(|window| window == wanted);
    found.unwrap_or_else(|| panic!("{:?} was never written", String::from_utf8_lossy(wanted)))
}

#[test]
fn the_terminal_is_asked_before_it_is_taken_and_nothing_waits_for_the_answer() {
    let home = Home::new();
    // This terminal never answers.
    let mut program = home.reading();
    let bytes = program.bytes();
    assert!(place(&bytes, b"\x1b]11;?") < place(&bytes, b"\x1b[?1049h"));
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn an_error_is_reported_once_the_terminal_has_answered() {
    let home = Home::new();
    let mut command = home.bulletin();
    command.args(["--built-in", "--at", "99"]);
    let terminal = Terminal { columns: 100, rows: 30, answers: true };
    let mut program = Program::start_in(terminal, command);
    assert_ne!(program.ends(), 0);
    program.shows("bulletin: ");
    assert!(!program.words().contains("rgb"), "{}", program.words());
    let bytes = program.bytes();
    // On a busy machine the program first shows that it is reading the file.
    let count = |sequence| bytes.windows(8).filter(|window| *window == sequence).count();
    assert_eq!(count(b"\x1b[?1049h"), count(b"\x1b[?1049l"), "the screen was given back");
}

#[test]
fn a_reply_that_comes_late_or_in_pieces_is_not_a_key() {
    let home = Home::new();
    let mut program = home.reading();
    for piece in ["\u{1b}]11;rgb:ffff/", "ffff/ffff\u{1b}", "\\\u{1b}[?64;", "1;22c"] {
        program.press(piece);
    }
    program.press("11");
    program.until("an address, and nothing else", |screen| {
        let words = screen.contents();
        words.contains("Go to: 11") && !words.contains("ffff") && !words.contains("rgb")
    });
    program.press("\r");
    program.shows("11 · energy supply security");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

/// Starts the program with a pipe as its standard input, and returns the end to write to.
fn fed(home: &Home, arguments: &str) -> (Program, File) {
    let pipe = home.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    let program =
        Program::start(shell(home, &format!(r#""$BULLETIN" {arguments} < "$PIPE""#), &pipe));
    let feed = OpenOptions::new().write(true).open(&pipe).expect("a pipe");
    (program, feed)
}

fn shell(home: &Home, line: &str, pipe: &Path) -> CommandBuilder {
    let mut command = home.command("sh");
    command.args(["-c", line]);
    command.env("BULLETIN", env!("CARGO_BIN_EXE_bulletin"));
    command.env("PIPE", pipe);
    command
}

const RULES: &str = "Harbour Rules\n\n1. The lamp is lit at dusk.\n\n2. The rope is long.\n\n";

#[test]
fn a_document_that_comes_slowly_is_shown_as_it_comes() {
    let home = Home::new();
    let (mut program, mut feed) = fed(&home, "");
    program.shows("reading standard input …");
    // Keys typed meanwhile are for the document.
    program.press("2\r");
    feed.write_all(RULES.as_bytes()).expect("written");
    program.shows("The rope is long.");
    program.shows("still reading");
    program.shows("› 2");
    for clause in 3..6 {
        writeln!(feed, "{clause}. The pilot calls {clause} times.\n").expect("written");
        program.shows(&format!("calls {clause} times"));
    }
    program.press("m");
    program.shows("bookmarks can be added when the whole document is loaded");
    drop(feed);
    program.until("the whole", |screen| !screen.contents().contains("still reading"));
    program.press("5\r");
    program.shows("› 5");
    program.press("m");
    program.shows("bookmark added: 5");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn one_can_leave_while_a_document_still_comes() {
    for text in ["", RULES] {
        let home = Home::new();
        let (mut program, mut feed) = fed(&home, "");
        feed.write_all(text.as_bytes()).expect("written");
        program.shows(if text.is_empty() { "reading standard input …" } else { "still reading" });
        program.press("q");
        assert_eq!(program.ends(), 0);
    }
}

#[test]
fn a_signal_ends_it_while_the_first_document_is_read() {
    let home = Home::new();
    // `exec` replaces the shell with the program, so that the signal reaches the program.
    let (mut program, _feed) = {
        let pipe = home.path().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.expect("mkfifo").success());
        let program = Program::start(shell(&home, r#"exec "$BULLETIN" < "$PIPE""#, &pipe));
        (program, OpenOptions::new().write(true).open(&pipe).expect("a pipe"))
    };
    program.shows("reading standard input …");
    program.signal("TERM");
    assert_ne!(program.ends(), 0);
}

#[test]
fn an_error_in_a_slow_document_restores_the_terminal_and_is_reported() {
    let home = Home::new();
    let (mut program, mut feed) = fed(&home, "");
    program.shows("reading standard input …");
    feed.write_all(&[0; 5000]).expect("written");
    drop(feed);
    assert_eq!(program.ends(), 2);
    program.shows("bulletin: -");
    let home = Home::new();
    let (mut program, feed) = fed(&home, "");
    program.shows("reading standard input …");
    drop(feed);
    assert_eq!(program.ends(), 2);
    program.shows("standard input is empty");
}

#[test]
fn only_pipes_are_read() {
    let home = Home::new();
    let nowhere = Path::new("/dev/null");
    let mut program = Program::start(shell(&home, r#""$BULLETIN" < "$PIPE""#, nowhere));
    program.shows("News Bulletin");
    program.press("q");
    assert_eq!(program.ends(), 0);
    // If a document is named, the program leaves standard input unread.
    let (mut program, _feed) = fed(&home, "--built-in");
    program.shows("F1 help");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

/// Starts the program with a letter, and a second document that comes from a pipe.
fn with_second(home: &Home) -> (Program, File) {
    let pipe = home.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    let letter = "Letter of the Ferryman\n\n1. The oar is short.\n\n2. The tide is high.\n";
    home.document("letter.txt", letter);
    let line = r#""$BULLETIN" "$HOME/letter.txt" /dev/fd/9 9< "$PIPE""#;
    let program = Program::start(shell(home, line, &pipe));
    let feed = OpenOptions::new().write(true).open(&pipe).expect("a pipe");
    program.shows("document 1 of 2");
    (program, feed)
}

#[test]
fn keys_are_taken_while_the_next_document_is_read() {
    let home = Home::new();
    let (mut program, mut feed) = with_second(&home);
    program.press(")");
    program.shows("opening /dev/fd/9 …");
    program.press("2\r");
    program.shows("› 2");
    program.press("m");
    program.shows("bookmark added: 2");
    // The document does not appear while a prompt is open.
    program.press("/tide");
    feed.write_all(RULES.as_bytes()).expect("written");
    drop(feed);
    program.shows("1 of 1");
    program.press("\r");
    program.shows("Harbour Rules");
    program.shows("document 2 of 2");
    program.press("(");
    program.shows("Letter of the Ferryman");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn a_document_that_does_not_come_can_be_left() {
    let home = Home::new();
    let (mut program, _feed) = with_second(&home);
    program.press(")");
    program.shows("opening /dev/fd/9 …");
    program.escape("/dev/fd/9 was not opened");
    program.press("1\r");
    program.shows("› 1");
    program.press(")");
    program.shows("opening /dev/fd/9 …");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn plain_lines_leave_the_screen_alone() {
    let home = Home::new();
    let mut command = home.bulletin();
    command.args(["--linear", "--built-in"]);
    let mut program = Program::start(command);
    program.shows("> ");
    program.press("23\r");
    program.shows("clause 23 of 25, one paragraph");
    program.press("m a day to keep\r");
    program.shows("bookmark added");
    let bytes = program.bytes();
    assert!(!bytes.contains(&0x1b), "no control sequence is sent");
    program.press("q\r");
    assert_eq!(program.ends(), 0);
}
