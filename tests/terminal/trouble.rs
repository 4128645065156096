//! Faulty files: the program reports them, keeps them and continues.

use super::program::{Home, Program};
use std::fs;

#[test]
fn broken_bookmarks_are_reported_and_kept_byte_for_byte() {
    let home = Home::new();
    let broken = b"version = 1\n# mine\n[[bookmark]\nid = \"\xFF\n";
    fs::write(home.bookmarks(), broken).expect("written");
    let mut program = home.begun();
    program.shows("bookmarks.toml:4:");
    program.press("11\r");
    program.shows("11 · energy supply security");
    program.press("m");
    program.shows("bookmarks.toml:4:");
    program.press("12\r");
    program.shows("12 · construction");
    program.press("q");
    assert_eq!(program.ends(), 0);
    assert_eq!(fs::read(home.bookmarks()).expect("bookmarks"), broken);
}

#[test]
fn an_invalid_config_is_reported_with_its_line() {
    let home = Home::new();
    fs::write(home.config("config.toml"), "justify = true\nmeasure = 9\n").expect("written");
    let mut program = home.begun();
    program.shows("config.toml:2:");
    program.shows("measure is 9");
    program.press("11\r");
    program.shows("11 · energy supply security");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

/// What a hostile text would make a terminal do: name the window, copy, query, colour, reorder.
const HOSTILE: [&str; 8] = [
    "\u{1b}]0;pwned\u{7}",
    "\u{1b}]52;c;cHduZWQ=\u{7}",
    "\u{1b}[6n",
    "\u{1b}[5;31;7m",
    "\u{9b}5;32m",
    "\u{90}q\u{9c}",
    "\u{202e}",
    "\u{2066}",
];

#[test]
fn no_control_character_of_a_file_reaches_the_terminal() {
    let home = Home::new();
    let all = HOSTILE.concat();
    let text = format!(
        "A Title{all}\n\nWe, the keepers{all};\n\n1. We decide that {all} the first.\n\n\
         2. We decide {all}\u{8}\u{8}\u{8}that the second.\u{1b}[m\n\n3. We close.\n{}",
        // More than enough plain lines, so that this is no printout of a program.
        (4..20).map(|n| format!("\n{n}. We keep lamp {n}.\n")).collect::<String>()
    );
    let path = home.document("evil\u{1b}[5;31;7m.txt", &text);
    // With a fixed theme, the program does not query the terminal's colours, and has no reason to
    // write a bell itself.
    fs::write(home.config("config.toml"), "theme = \"dark\"\n").expect("written");
    let mut command = home.bulletin();
    command.arg(path);
    let mut program = Program::start(command);
    program.shows("We close.");
    // Opens everything that shows words of the text or the name of the file.
    program.press("2\r");
    program.shows("Declaration › 2");
    // The backspaces would put the text after them over the end of the word before them.
    program.press("/We dec\r");
    program.shows("of 2");
    program.press("m");
    program.shows("bookmark added");
    program.press("B");
    program.shows("1 bookmark");
    program.press("e");
    program.shows("─ Note ─");
    program.escape("1 bookmark");
    program.escape("F1 help");
    program.press("o");
    program.shows("1 document");
    program.escape("F1 help");
    program.press(":");
    program.shows("Commands");
    program.press("\u{1b}");
    program.until("the palette is closed", |screen| !screen.contents().contains("Commands"));
    program.press("q");
    assert_eq!(program.ends(), 0);
    let bytes = program.bytes();
    for payload in HOSTILE {
        let raw = payload.as_bytes();
        assert!(!bytes.windows(raw.len()).any(|seen| seen == raw), "{payload:?}");
    }
    let shown = String::from_utf8(bytes).expect("UTF-8");
    let c1 = |c: char| ('\u{80}'..='\u{9f}').contains(&c);
    assert!(!shown.contains(c1), "a C1 control");
    assert!(!shown.contains('\u{7}'), "a bell");
    // The program itself moves back only before or after it moves to another row.
    let own = |at: usize| {
        let (before, behind) = shown.split_at(at);
        before.trim_end_matches('\u{8}').ends_with('\n')
            || behind.trim_start_matches('\u{8}').starts_with(['\n', '\u{1b}'])
    };
    assert!(shown.match_indices('\u{8}').all(|(at, _)| own(at)), "a backspace");
}
