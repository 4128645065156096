//! A large text is readable from its beginning while the rest still loads.

use super::program::{Home, PATIENCE, Program};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// What the header shows while there is more to read.
const STILL_READING: &str = "still reading";

/// Length of the text in bytes. Reading it takes long enough for keys to arrive before the end; an
/// optimised build reads more than five times as fast.
const SIZE: usize = if cfg!(debug_assertions) { 600_000 } else { 6_000_000 };

/// Percentage of the text read when its beginning, 256 KiB, is shown.
const READ: usize = 256 * 1024 * 100 / SIZE;

/// The first words of a clause near the beginning, which is available at once.
const EARLY: &str = "300. Paragraph 300 of the harbour rules";

/// Writes the text, whose last clause has other words; returns that clause's number.
fn text(home: &Home) -> (PathBuf, usize) {
    let mut text = String::from("Rules of the Great Harbour\n\n");
    let mut number = 0;
    while text.len() < SIZE {
        number += 1;
        write!(text, "{number}. Paragraph {number} of the harbour rules").expect("written");
        for watch in 1..=5 {
            write!(text, "\nkeeps the lamp at the quay through watch {watch} of the night,")
                .expect("written");
        }
        text.push_str("\nand is read aloud at dusk.\n\n");
    }
    number += 1;
    writeln!(text, "{number}. Endquay closes the book.").expect("written");
    (home.document("harbour.txt", &text), number)
}

/// Waits until the cache holds a document.
fn until_kept(home: &Home) {
    let folder = home.path().join("cache/bulletin/documents");
    let is_whole = |entry: &fs::DirEntry| !entry.file_name().as_encoded_bytes().starts_with(b".");
    let start = Instant::now();
    while !fs::read_dir(&folder).is_ok_and(|all| all.flatten().any(|entry| is_whole(&entry))) {
        assert!(start.elapsed() < PATIENCE, "nothing is kept in {}", folder.display());
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// Opens the text; returns the program once it shows the beginning.
fn open(home: &Home, path: &Path) -> Program {
    // Each time the text is read, and not taken from the cache.
    fs::write(home.config("config.toml"), "cache = false\n").expect("a config");
    let mut command = home.bulletin();
    command.arg(path);
    let program = Program::start(command);
    program.until("the beginning, and that there is more", |screen| {
        let words = screen.contents();
        words.contains("Paragraph 1 of the harbour rules") && words.contains(STILL_READING)
    });
    program
}

/// Waits until all of the text is read.
fn until_whole(program: &Program) {
    program.until("all is read", |screen| {
        let words = screen.contents();
        words.contains("Great Harbour") && !words.contains(STILL_READING)
    });
}

#[test]
fn it_is_shown_at_once_and_all_of_it_is_there_in_the_end() {
    let home = Home::new();
    let (path, last) = text(&home);
    let mut program = open(&home, &path);
    program.shows(&format!("{READ} % read, still reading"));
    until_whole(&program);
    program.press(&format!("{last}\r"));
    program.shows("Endquay closes the book.");
    program.shows(&format!("› {last}"));
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn what_was_read_before_is_opened_whole() {
    let home = Home::new();
    let (path, last) = text(&home);
    let open = || {
        let mut command = home.bulletin();
        command.arg(&path);
        Program::start(command)
    };
    let mut program = open();
    until_whole(&program);
    program.press(&format!("{last}\r"));
    program.shows("Endquay closes the book.");
    until_kept(&home);
    program.press("q");
    assert_eq!(program.ends(), 0);
    let mut program = open();
    program.shows("Endquay closes the book.");
    program.shows(&format!("› {last}"));
    program.press("300\r");
    program.shows(&EARLY["300. ".len()..]);
    program.press("q");
    assert_eq!(program.ends(), 0);
    let written = String::from_utf8_lossy(&program.bytes()).into_owned();
    assert!(!written.contains("still"), "the source was read again: {written}");
}

#[test]
fn the_place_and_the_search_stay_while_it_grows() {
    let home = Home::new();
    let (path, _) = text(&home);
    let mut program = open(&home, &path);
    // While a prompt is open, the text does not grow.
    program.press("/paragraph 300 of");
    program.shows("1 of 1");
    program.shows(STILL_READING);
    program.press("\r");
    program.shows("› 300");
    until_whole(&program);
    program.shows("› 300");
    program.shows(&EARLY["300. ".len()..]);
    // The program counts the matches again: there is one, and it is still the current one.
    program.press("n");
    program.shows("1 of 1");
    program.shows("› 300");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn a_miss_says_how_little_was_read() {
    let home = Home::new();
    let (path, last) = text(&home);
    let mut program = open(&home, &path);
    program.press(&last.to_string());
    program.shows(&format!("({READ} % read so far)"));
    // Once the prompt is closed, the rest appears.
    program.escape("F1 help");
    until_whole(&program);
    program.press(&format!("{last}\r"));
    program.shows("Endquay closes the book.");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn a_mark_that_comes_too_early_is_refused_and_can_be_set_later() {
    const REFUSED: &str = "bookmarks can be added when the whole document is loaded";
    let home = Home::new();
    let (path, _) = text(&home);
    let mut program = open(&home, &path);
    // While there is a selection, the text does not grow.
    program.press("v");
    program.press("m");
    program.shows(REFUSED);
    assert!(!home.bookmarks().exists());
    until_whole(&program);
    program.press("300\r");
    program.shows("› 300");
    program.press("m");
    program.shows("bookmark added: 300");
    let kept = fs::read_to_string(home.bookmarks()).expect("bookmarks");
    assert!(kept.contains("Paragraph 300 of the harbour rules"), "{kept}");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn a_note_is_refused_before_it_is_typed() {
    let home = Home::new();
    let (path, _) = text(&home);
    let mut program = open(&home, &path);
    program.press("v");
    program.press("M");
    program.shows("bookmarks can be added when the whole document is loaded");
    assert!(!program.words().contains("─ Note ─"), "{}", program.words());
    program.press("\u{3}\u{3}");
    assert_eq!(program.ends(), 0);
}

/// Goes to the end, and waits until it is shown while there is more to read.
fn go_to_unread_end(program: &mut Program) {
    program.press("G");
    program.until("the end, before all is read", |screen| {
        let words = screen.contents();
        words.contains("Endquay closes the book.") && words.contains(STILL_READING)
    });
}

#[test]
fn whoever_goes_to_the_end_sees_it_at_once_and_its_numbers_later() {
    let home = Home::new();
    let (path, last) = text(&home);
    let mut program = open(&home, &path);
    go_to_unread_end(&mut program);
    program.shows("clause numbers appear once all of it is read");
    until_whole(&program);
    program.shows("Endquay closes the book.");
    // In the margin there are two blanks behind a number, and in the text one.
    program.shows(&format!("{}.  Paragraph", last - 1));
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn the_place_in_the_end_stays_when_it_is_numbered() {
    let home = Home::new();
    let (path, last) = text(&home);
    let mut program = open(&home, &path);
    go_to_unread_end(&mut program);
    program.press("kkkkkkkkkkkkkkkkkkkkkkkkkkkkkk");
    let words = format!("Paragraph {} of the harbour rules", last - 6);
    program.shows(&words);
    until_whole(&program);
    program.shows(&words);
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn whoever_moves_on_from_the_end_stays_there() {
    let home = Home::new();
    let (path, _) = text(&home);
    let mut program = open(&home, &path);
    go_to_unread_end(&mut program);
    program.press("g");
    program.shows("Paragraph 1 of the harbour rules");
    until_whole(&program);
    program.shows("Paragraph 1 of the harbour rules");
    assert!(!program.words().contains("Endquay"), "{}", program.words());
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn a_page_and_markdown_are_shown_at_once_too() {
    let home = Home::new();
    let rules = |rule: &dyn Fn(usize) -> String| (1..=10_200).map(rule).collect::<String>();
    let known = "Each keeper knows Paragraph 1 of the harbour rules.";
    let of = |n: usize| ["Lamps", "Oil", "Wicks", "Rope", "Boats", "Bells", "Glass"][n % 7];
    let page =
        rules(&|n| format!("<h3>{n}. {}</h3><p>The <b>keeper</b> goes round watch {n}.\n", of(n)));
    let page = format!(
        "<!doctype html><title>Great Harbour</title><h1>Great Harbour</h1><p>{known}\n{page}"
    );
    let markdown =
        rules(&|n| format!("### {n}. {}\n\nThe **keeper** goes round watch {n}.\n\n", of(n)));
    let markdown = format!("# Great Harbour\n\n{known}\n\n{markdown}");
    for (name, text) in [("harbour.html", page), ("harbour.md", markdown)] {
        let path = home.document(name, &text);
        let mut program = open(&home, &path);
        until_whole(&program);
        program.press("G");
        program.shows("goes round watch 10200.");
        program.press("q");
        assert_eq!(program.ends(), 0);
    }
}

#[test]
fn it_cannot_be_read_again_before_it_is_read() {
    let home = Home::new();
    let (path, _) = text(&home);
    let mut program = open(&home, &path);
    program.press("R");
    program.shows("it is still being read");
    until_whole(&program);
    program.press("R");
    program.shows("harbour.txt has not changed");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn leaving_while_it_is_read_ends_at_once_and_keeps_the_place_of_before() {
    let home = Home::new();
    let (path, last) = text(&home);
    let mut program = open(&home, &path);
    until_whole(&program);
    program.press(&format!("{last}\r"));
    program.shows("Endquay closes the book.");
    program.press("q");
    assert_eq!(program.ends(), 0);
    // Quitting before the remembered place is read does not lose it.
    let mut program = open(&home, &path);
    program.press("q");
    assert_eq!(program.ends(), 0);
    let mut program = open(&home, &path);
    program.shows("Endquay closes the book.");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn a_beginning_that_is_left_for_another_document_is_there_again() {
    let home = Home::new();
    let (path, last) = text(&home);
    let letter = home.document("letter.txt", "Letter of the Ferryman\n\n1. The rope is long.\n");
    let mut command = home.bulletin();
    command.args([&path, &letter]);
    let mut program = Program::start(command);
    program.shows(STILL_READING);
    program.press(")");
    program.shows("Letter of the Ferryman");
    program.press("(");
    program.shows("Great Harbour");
    until_whole(&program);
    program.press(&format!("{last}\r"));
    program.shows("Endquay closes the book.");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn a_search_goes_to_the_end_of_it_and_back() {
    let home = Home::new();
    let (path, last) = text(&home);
    let mut program = open(&home, &path);
    until_whole(&program);
    program.press("/Endquay\r");
    program.shows(&format!(" {last}   1 of 1"));
    program.press("/Paragraph 2 of the\r");
    program.shows(" 2   1 of 1");
    program.press("q");
    assert_eq!(program.ends(), 0);
}
