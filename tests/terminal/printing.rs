//! The commands that print, where a person reads what they print.

use super::program::{Home, Program, ROWS};

#[test]
fn a_terminal_shows_that_nothing_matches() {
    let home = Home::new();
    let mut command = home.bulletin();
    command.args(["find", "zebra", "--built-in"]);
    let mut program = Program::start(command);
    program.shows("bulletin: no match");
    assert_eq!(program.ends(), 1);
}

#[test]
fn only_a_document_that_fits_the_screen_is_printed() {
    let home = Home::new();
    let line = |n: u16| format!("{n}. The lamp {n} is lit at dusk.\n\n");
    let short = home.document("short.txt", &(1..5).map(line).collect::<String>());
    let long = home.document("long.txt", &(1..ROWS).map(line).collect::<String>());
    let piped = |path: &std::path::Path| {
        let mut command = home.command("sh");
        let program = env!("CARGO_BIN_EXE_bulletin");
        command.args(["-c", &format!("cat '{}' | '{program}' -F", path.display())]);
        Program::start(command)
    };
    let mut program = piped(&short);
    program.shows("The lamp 4 is lit");
    assert_eq!(program.ends(), 0);
    let mut program = piped(&long);
    program.shows("F1 help");
    program.shows("The lamp 1 is lit");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn a_large_file_that_was_read_last_is_opened_whatever_it_shows() {
    let home = Home::new();
    let page = format!("<!doctype html><!--{}--><p>1. A lamp.</p>", " lamp".repeat(20_000));
    let path = home.document("rules.html", &page);
    for arguments in [&[path.to_str().expect("a path")][..], &["-F"]] {
        let mut command = home.bulletin();
        command.args(arguments);
        let mut program = Program::start(command);
        program.shows("F1 help");
        program.shows("A lamp.");
        program.press("q");
        assert_eq!(program.ends(), 0);
    }
}

#[test]
fn links_to_the_web_are_made_for_terminals_only() {
    let home = Home::new();
    let path =
        home.document("lamps.md", "# Lamps\n\nA [lamp of oil](https://lamps.example/oil) burns.\n");
    let mut command = home.bulletin();
    command.args(["print", path.to_str().expect("a path")]);
    let mut program = Program::start(command);
    program.shows("A lamp of oil burns.");
    assert_eq!(program.ends(), 0);
    let written = String::from_utf8_lossy(&program.bytes()).into_owned();
    let link = "\u{1b}]8;;https://lamps.example/oil\u{1b}\\lamp of oil\u{1b}]8;;\u{1b}\\";
    assert!(written.contains(link), "{written:?}");
    let output = crate::shell::run(
        &["print", path.to_str().expect("a path"), "--color", "always"],
        home.path(),
        b"",
    );
    assert!(!output.stdout.contains(&0x1b), "{output:?}");
}

#[test]
fn a_printout_keeps_its_colours_and_links_on_a_terminal() {
    let home = Home::new();
    let link = "\u{1b}]8;;https://lamps.example/oil\u{1b}\\";
    let words = format!("A {link}lamp \u{1b}[31mof oil\u{1b}[0m\u{1b}]8;;\u{1b}\\ burns.\n");
    let path = home.document("lamps.txt", &words);
    let program = env!("CARGO_BIN_EXE_bulletin");
    let path = path.display();
    for line in [
        format!("'{program}' print '{path}'"),
        format!("cat '{path}' | '{program}' print -"),
        format!("'{program}' -F '{path}'"),
        format!("cat '{path}' | '{program}' -F"),
    ] {
        let mut command = home.command("sh");
        command.args(["-c", &line]);
        let mut program = Program::start(command);
        program.shows("A lamp of oil burns.");
        assert_eq!(program.ends(), 0);
        let written = String::from_utf8_lossy(&program.bytes()).into_owned();
        let shown = format!("{link}\u{1b}[31mof oil\u{1b}[0m\u{1b}]8;;\u{1b}\\ burns.");
        assert!(written.contains(&shown), "{line}: {written:?}");
    }
}

#[test]
fn a_manual_page_shows_its_sections_in_the_contents() {
    let has_page = std::process::Command::new("man")
        .args(["-w", "ls"])
        .output()
        .is_ok_and(|output| output.status.success());
    if !has_page {
        eprintln!("skipped: there is no manual page of ls");
        return;
    }
    let home = Home::new();
    let mut command = home.command("man");
    command.env("MANPAGER", env!("CARGO_BIN_EXE_bulletin"));
    command.arg("ls");
    let mut program = Program::start(command);
    program.shows("F1 help");
    program.shows("SYNOPSIS");
    // Only the contents name it on the first screen.
    program.shows("REPORTING BUGS");
    program.press("q");
    assert_eq!(program.ends(), 0);
}
