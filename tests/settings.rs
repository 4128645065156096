//! The config, what it disables, secure mode, and deceptive names, as a shell sees them.

use crate::shell::{self, text};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const LETTER: &str = "Letter of the Ferryman\n\n1. We confirm that the rope is long.\n\n\
    2. We ask for a second bell on the far bank.\n";

/// Creates a person's folders with this config.
fn home(config: &str) -> tempfile::TempDir {
    let home = tempfile::tempdir().expect("a folder");
    fs::create_dir(home.path().join("bulletin")).expect("made");
    fs::write(home.path().join("bulletin/config.toml"), config).expect("written");
    home
}

/// Returns every file below a folder, with its contents.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .flat_map(|entry| {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                files(&path)
            } else {
                vec![(path.clone(), fs::read(&path).expect("read"))]
            }
        })
        .collect();
    files.sort();
    files
}

#[test]
fn all_faults_are_reported_and_the_current_settings_are_printed() {
    let config = "theme = pink\nmeasure = 60\nmouse = 3\n[keys]\nfly = \"x\"\nquit = \"Q\"\n";
    let home = home(config);
    for (command, shown) in [("show", "measure = 60\n"), ("keys", "quit")] {
        let output = shell::run(&["config", command], home.path(), b"");
        assert_eq!(output.status.code(), Some(0), "{command}");
        let printed = text(&output.stdout);
        assert!(printed.contains(shown), "{printed}");
        let told = text(&output.stderr);
        let lines: Vec<&str> = told
            .lines()
            .filter_map(|line| line.split_once("config.toml:")?.1.split(':').next())
            .collect();
        assert_eq!(lines, ["1", "3", "5"], "{told}");
    }
    // A command that prints a document reports them as well.
    let output = shell::run(&["print", "--built-in", "--at", "1"], home.path(), b"");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(text(&output.stderr).lines().count(), 3);
}

#[test]
fn without_a_history_nothing_is_remembered_or_recalled() {
    let home = home("history = false\n");
    let reading = home.path().join("bulletin/reading");
    fs::create_dir(&reading).expect("made");
    let letter = home.path().join("letter.txt");
    fs::write(&letter, LETTER).expect("written");
    let state = format!(
        "title = \"Letter\"\nsource = \"{}\"\nopened = \"2030-05-01T10:00:00Z\"\n",
        letter.display()
    );
    fs::write(reading.join("aa.toml"), &state).expect("written");
    let output = shell::run(&["recent"], home.path(), b"");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stdout), "");
    let told = "bulletin: no history is kept: history = false in config.toml\n";
    assert_eq!(text(&output.stderr), told);
    let output = Command::new(env!("CARGO_BIN_EXE_bulletin"))
        .args(["print", "--at", "1"])
        .env("HOME", home.path())
        .env("XDG_CONFIG_HOME", home.path())
        .env("XDG_STATE_HOME", home.path())
        .stdin(std::process::Stdio::null())
        .output()
        .expect("the program");
    assert!(!text(&output.stdout).contains("the rope is long"), "the letter is not recalled");
    assert_eq!(fs::read_to_string(reading.join("aa.toml")).expect("read"), state);
}

#[test]
fn in_secure_mode_nothing_is_imported() {
    let home = home("");
    fs::write(home.path().join("some.json"), "[]").expect("written");
    let before = files(home.path());
    let run = |secure: &str, arguments: &[&str]| -> Output {
        Command::new(env!("CARGO_BIN_EXE_bulletin"))
            .args(arguments)
            .current_dir(home.path())
            .env("HOME", home.path())
            .env("XDG_CONFIG_HOME", home.path())
            .env("XDG_STATE_HOME", home.path())
            .env("BULLETIN_SECURE", secure)
            .output()
            .expect("the program")
    };
    let output = run("1", &["bookmarks", "import", "some.json"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(text(&output.stderr), "bulletin: BULLETIN_SECURE is set: nothing is written\n");
    for arguments in [&["bookmarks", "list"][..], &["bookmarks", "export"], &["recent"]] {
        assert_eq!(run("1", arguments).status.code(), Some(0), "{arguments:?}");
    }
    assert_eq!(files(home.path()), before);
    assert!(!text(&run("0", &["bookmarks", "import", "some.json"]).stderr).contains("SECURE"));
}

/// A file name that displays as another, and how the program shows it.
const DECEIVING: &str = "rules\u{202e}txt\u{2066}.sh";
const SHOWN: &str = "rules\\u{202e}txt\\u{2066}.sh";

fn is_deceiving(text: &str) -> bool {
    text.contains(|c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
}

#[test]
fn names_that_would_deceive_are_shown_as_escapes() {
    let home = home("");
    fs::write(home.path().join(DECEIVING), "One line of a text.\n").expect("written");
    fs::write(home.path().join("letter.txt"), LETTER).expect("written");
    let gone = format!("no-{DECEIVING}");
    for arguments in [
        &["outline", DECEIVING][..],
        &["print", DECEIVING],
        &["find", "line", DECEIVING, "letter.txt"],
        &["find", "line", DECEIVING, &gone],
        &["outline", &gone],
        &[&gone, "letter.txt"],
        &["bookmarks", "import", &gone],
        &["bookmarks", "import", DECEIVING],
        &["bookmarks", "export", "--document", DECEIVING],
        &["print", "letter.txt", "--at", DECEIVING],
        &["print", "letter.txt", "--at", "2\u{202e}7"],
        &["print", "--built-in", "--at", "members/\u{202e}x"],
        &["print", "letter.txt", "--cite=\u{202e}plain", "--at", "1"],
        &["print", "letter.txt", "--no-\u{202e}such"],
        &["outline", "letter.txt", "--format", "\u{202e}json"],
    ] {
        let output = shell::run(arguments, home.path(), b"");
        let (printed, told) = (text(&output.stdout), text(&output.stderr));
        assert!(!is_deceiving(&printed), "{arguments:?}: {printed}");
        assert!(!is_deceiving(&told), "{arguments:?}: {told}");
        let named = arguments[0] == "print" && output.status.code() == Some(0);
        assert!(named || (printed + &told).contains("\\u{202e}"), "{arguments:?}");
    }
    let output = shell::run(&["outline", DECEIVING, "--format", "json"], home.path(), b"");
    let json = text(&output.stdout);
    assert!(!is_deceiving(&json), "{json}");
    let outline: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(outline["source"], DECEIVING);
    assert!(outline["title"].as_str().is_some_and(|title| SHOWN.starts_with(title)), "{json}");
}

#[test]
fn a_fault_is_reported_once_for_several_documents() {
    let home = home("mouse = 3\n");
    let letter = home.path().join("letter.txt");
    fs::write(&letter, LETTER).expect("written");
    let letter = letter.to_str().expect("a name");
    for (arguments, times) in
        [(&[letter, letter][..], 2), (&["print", letter, letter], 2), (&["print", letter], 1)]
    {
        let output = shell::run(arguments, home.path(), b"");
        let told = text(&output.stderr);
        assert_eq!(told.matches("mouse is 3").count(), 1, "{arguments:?}: {told}");
        let printed = text(&output.stdout);
        assert_eq!(printed.matches("second bell").count(), times, "{arguments:?}: {printed}");
    }
}
