//! The config on the screen, remembered display settings, disabled features, and deceptive names.

use super::program::{Home, Program};
use std::fs;
use std::path::Path;

fn command(program: &mut Program, typed: &str) {
    program.press(":");
    program.shows("Commands");
    program.press(&format!("{typed}\r"));
}

fn quit(mut program: Program) {
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn all_faults_of_the_config_are_reported() {
    let home = Home::new();
    fs::write(home.config("config.toml"), "mouse = 3\njustify = true\nmeasure = 9\nfoo = 1\n")
        .expect("written");
    let program = home.begun();
    program.shows("config.toml: 3 settings are invalid: lines 1, 3 and 4");
    quit(program);
}

#[test]
fn looks_are_remembered_beneath_the_config() {
    let home = Home::new();
    fs::write(home.config("config.toml"), "# mine\nmeasure = 40\n").expect("written");
    let mut program = home.reading();
    program.press("+");
    program.shows("44 columns");
    program.press("C");
    program.until("no contents", |screen| !screen.contents().contains("Contents"));
    command(&mut program, "toggle-justify");
    program.shows("justified");
    quit(program);
    let mut program = home.reading();
    assert!(!program.words().contains("Contents"), "{}", program.words());
    program.press("-");
    program.shows("40 columns");
    command(&mut program, "toggle-justify");
    program.shows("ragged right");
    quit(program);
    // A later change to the config takes effect.
    fs::write(home.config("config.toml"), "# mine\nmeasure = 46\n").expect("written");
    let mut program = home.reading();
    program.press("+");
    program.shows("50 columns");
    program.press("C");
    program.shows("Contents");
    quit(program);
}

#[test]
fn looks_are_saved_into_the_config_or_forgotten() {
    let home = Home::new();
    let config = home.config("config.toml");
    fs::write(&config, "# mine\r\nmeasure = 40 # narrow\r\n").expect("written");
    let mut program = home.reading();
    program.press("+");
    program.shows("44 columns");
    command(&mut program, "reset-settings");
    program.shows("settings reset to config.toml");
    program.press("+");
    program.shows("44 columns");
    command(&mut program, "save-s");
    program.shows("written to config.toml: measure");
    let saved = "# mine\r\nmeasure = 44 # narrow\r\n";
    assert_eq!(fs::read_to_string(&config).expect("read"), saved);
    command(&mut program, "save-settings");
    program.shows("config.toml already has these settings");
    quit(program);
    fs::write(&config, "measure = \n").expect("written");
    let mut program = home.begun();
    program.shows("config.toml:1:");
    command(&mut program, "toggle-justify");
    program.shows("justified");
    command(&mut program, "save-settings");
    program.shows("the settings were not saved");
    assert_eq!(fs::read_to_string(&config).expect("read"), "measure = \n");
    quit(program);
}

/// Whether no files were written below a folder.
fn is_untouched(folder: &Path) -> bool {
    fs::read_dir(folder).map_or(true, |mut entries| entries.next().is_none())
}

#[test]
fn without_a_history_no_place_is_kept() {
    let home = Home::new();
    fs::write(home.config("config.toml"), "history = false\n").expect("written");
    let path = home.document("letter.txt", "A Letter\n\n1. The rope is long.\n\n2. A bell.\n");
    let mut command = home.bulletin();
    command.arg(&path);
    let mut program = Program::start(command);
    program.shows("F1 help");
    program.press("o");
    program.shows("no history is kept: history = false in config.toml");
    quit(program);
    assert!(is_untouched(&home.path().join("state")));
    // The program does not know the last document.
    let program = Program::start(home.bulletin());
    program.shows("News Bulletin");
    quit(program);
    assert!(is_untouched(&home.path().join("state")));
}

#[test]
fn in_secure_mode_nothing_is_written_and_no_program_is_started() {
    let home = Home::new();
    let mut command = home.bulletin();
    command.arg("--built-in");
    command.env("BULLETIN_SECURE", "1");
    // A program that would take the copied words and leave a trace of it.
    command.env("DISPLAY", ":0");
    command.env("PATH", home.path());
    let taker = home.document("xclip", "#!/bin/sh\n: > \"$HOME/started\"\n");
    #[cfg(unix)]
    fs::set_permissions(&taker, std::os::unix::fs::PermissionsExt::from_mode(0o755)).expect("set");
    let mut program = Program::start(command);
    program.shows("F1 help");
    for key in ["m", "M", "U"] {
        program.press(key);
        program.shows("BULLETIN_SECURE is set: nothing is written");
        program.press("j");
        program.until("the notice is gone", |screen| !screen.contents().contains("SECURE"));
    }
    self::command(&mut program, "save-settings");
    program.shows("BULLETIN_SECURE is set: nothing is written");
    program.press("-");
    program.shows(" columns");
    program.press("y");
    program.shows("(OSC 52)");
    quit(program);
    assert!(!home.path().join("started").exists());
    assert!(is_untouched(&home.path().join("state")));
    assert!(is_untouched(&home.path().join("config")));
}

#[test]
fn names_that_would_deceive_are_shown_as_escapes() {
    let home = Home::new();
    let path = home.document("rules\u{202e}txt.sh", "One line of a text.\n\nAnother one.\n");
    let mut command = home.bulletin();
    command.arg(&path);
    let mut program = Program::start(command);
    program.shows("rules\\u{202e}txt");
    program.press("o");
    program.shows("1 document");
    program.shows("rules\\u{202e}txt.sh");
    program.escape("F1 help");
    program.press("m");
    program.shows("bookmark added");
    program.press("B*");
    program.shows("1 bookmark");
    quit_twice(program);
    // The program finds it again by its real name.
    let program = Program::start(home.bulletin());
    program.shows("Another one.");
    let shown = String::from_utf8(program.bytes()).expect("UTF-8");
    assert!(!shown.contains('\u{202e}'));
    quit(program);
}

fn quit_twice(mut program: Program) {
    program.press("q");
    program.shows("F1 help");
    quit(program);
}
