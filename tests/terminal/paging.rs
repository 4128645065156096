//! The program as the pager of other programs.

use super::program::{COLUMNS, Home, Program, ROWS};
use portable_pty::CommandBuilder;
use std::path::Path;
use std::process::Command;

const BULLETIN: &str = env!("CARGO_BIN_EXE_bulletin");

/// Runs git in a folder, whatever the user's config says; returns whether there is one.
fn git(folder: &Path, arguments: &[&str]) -> bool {
    let mut command = Command::new("git");
    command.args(["-c", "user.name=Lia", "-c", "user.email=lia@harbour.example"]);
    command.args(arguments).current_dir(folder);
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    command.output().is_ok_and(|output| output.status.success())
}

/// Makes a repository with two commits and a change; `None` without git.
fn repository(lines: u16) -> Option<Home> {
    let home = Home::new();
    let folder = home.path().join("lamps");
    std::fs::create_dir(&folder).expect("a folder");
    if !git(&folder, &["init", "-q"]) {
        eprintln!("skipped: there is no git");
        return None;
    }
    let write = |word: &str| {
        let line = |n| {
            let word = if n % 2 == 1 { word } else { "old" };
            format!("{n}. The lamp {n} is {word}.\n")
        };
        let text: String = (1..=lines).map(line).collect();
        std::fs::write(folder.join("rules.txt"), text).expect("written");
    };
    for (word, subject) in [("lit", "Light the lamps"), ("dark", "Put them out")] {
        write(word);
        assert!(git(&folder, &["add", "."]) && git(&folder, &["commit", "-qm", subject]));
    }
    write("lit again");
    Some(home)
}

/// Runs git with this pager in the repository.
fn paged(home: &Home, arguments: &[&str]) -> CommandBuilder {
    let mut command = home.command("git");
    command.cwd(home.path().join("lamps"));
    command.env("GIT_PAGER", BULLETIN);
    command.env("GIT_CONFIG_GLOBAL", "/dev/null");
    command.env_remove("LESS");
    command.args(arguments);
    command
}

#[test]
fn a_log_has_its_commits_in_the_contents_and_its_lines_as_they_are() {
    let Some(home) = repository(ROWS) else { return };
    let mut program = Program::start(paged(&home, &["log", "-p", "--stat"]));
    program.shows("F1 help");
    program.shows("Author: Lia <lia@harbour.example>");
    program.shows("-1. The lamp 1 is lit.");
    // Only the contents have the subject without blanks before it.
    program.shows("Light the lamps");
    program.press("G");
    program.shows(&format!("+{ROWS}. The lamp {ROWS} is old."));
    program.press("/lamp 2 is\r");
    program.shows("2. The lamp 2 is");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn a_difference_keeps_its_colours() {
    let Some(home) = repository(ROWS) else { return };
    let mut program = Program::start(paged(&home, &["diff"]));
    program.shows("+1. The lamp 1 is lit again.");
    program.until("a red and a green line", |screen| {
        let colour_of = |words: &str| {
            let rows = screen.rows(0, COLUMNS).enumerate();
            let (row, column) = rows.into_iter().find_map(|(row, line)| {
                let before = &line[..line.find(words)?];
                Some((u16::try_from(row).ok()?, u16::try_from(before.chars().count()).ok()?))
            })?;
            Some(screen.cell(row, column)?.fgcolor())
        };
        colour_of("-1. The lamp") == Some(vt100::Color::Idx(1))
            && colour_of("+1. The lamp") == Some(vt100::Color::Idx(2))
    });
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn a_short_difference_is_printed_as_git_asks_less_to_do() {
    let Some(home) = repository(3) else { return };
    for (no_color, red) in [(None, true), (Some("1"), false)] {
        let mut command = paged(&home, &["diff", "--color=always"]);
        command.env_remove("NO_COLOR");
        no_color.into_iter().for_each(|value| command.env("NO_COLOR", value));
        let mut program = Program::start(command);
        program.shows("+3. The lamp 3 is lit again.");
        assert_eq!(program.ends(), 0);
        let written = String::from_utf8_lossy(&program.bytes()).into_owned();
        assert!(!written.contains("\u{1b}[?1049h"), "no screen was taken: {written:?}");
        assert_eq!(written.contains("\u{1b}[31m"), red, "{written:?}");
    }
}

#[test]
fn options_of_less_are_accepted() {
    let home = Home::new();
    let path = home.document("lamps.txt", "1. A lamp.\n");
    let mut command = home.bulletin();
    command.args(["-RXS", path.to_str().expect("a path")]);
    let mut program = Program::start(command);
    program.shows("A lamp.");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn a_manual_page_with_colours_has_its_sections() {
    let home = Home::new();
    let page = "\u{1b}[4mLAMP\u{1b}[24m(1)          Harbour Commands          \u{1b}[4mLAMP\u{1b}[24m(1)\n\n\
        \u{1b}[1mNAME\u{1b}[0m\n       lamp - light the \u{1b}[31mlamp\u{1b}[0m\n\n\
        \u{1b}[1mOIL AND ROPE\u{1b}[0m\n       None.\n";
    let path = home.document("lamp.txt", page);
    let mut command = home.command("sh");
    command.args(["-c", &format!("cat '{}' | '{BULLETIN}'", path.display())]);
    let mut program = Program::start(command);
    program.shows("lamp - light the lamp");
    program.until("the section twice", |screen| {
        screen.contents().matches("OIL AND ROPE").count() == 2
    });
    program.press("q");
    assert_eq!(program.ends(), 0);
}
