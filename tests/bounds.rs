//! The program reads only regular files of a bounded size, wherever the user names a file. It
//! rejects anything else at once, in one line.

use crate::shell::{self, text};
use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::{Command, Output, Stdio};

const LETTER: &str = "Letter of the Ferryman\n\n1. We confirm that the rope is long.\n\n\
    2. We ask for a second bell on the far bank.\n";

fn run(arguments: &[&str], home: &Path) -> Output {
    shell::run(arguments, home, b"")
}

/// Creates files that are not regular; returns the name of each and what the program calls it.
fn oddities(folder: &Path) -> Vec<(&'static str, &'static str)> {
    let made = Command::new("mkfifo").arg(folder.join("pipe")).status().expect("mkfifo");
    assert!(made.success());
    UnixListener::bind(folder.join("socket")).expect("a socket");
    symlink("/dev/zero", folder.join("zero")).expect("a link");
    symlink("/dev/tty", folder.join("terminal")).expect("a link");
    fs::create_dir(folder.join("directory")).expect("a folder");
    symlink("directory", folder.join("link")).expect("a link");
    vec![
        ("pipe", "it is a named pipe, not a file"),
        ("socket", "it is a socket, not a file"),
        ("zero", "it is a device, not a file"),
        ("terminal", "it is a device, not a file"),
        ("directory", "it is a directory, not a file"),
        ("link", "it is a directory, not a file"),
    ]
}

/// Returns the one line on standard error.
fn told(output: &Output) -> String {
    let told = text(&output.stderr);
    assert_eq!(told.lines().count(), 1, "{told}");
    told
}

#[test]
fn a_document_must_be_a_file() {
    let home = tempfile::tempdir().expect("a folder");
    for (name, kind) in oddities(home.path()) {
        for command in ["outline", "print", "check", "members", "terms", "references"] {
            let output = run(&[command, name], home.path());
            assert_eq!(output.status.code(), Some(2), "{command} {name}");
            let told = told(&output);
            assert!(told.starts_with(&format!("bulletin: cannot read {name}: {kind}")), "{told}");
            assert_eq!(told.contains(&format!("bulletin - < {name}")), name == "pipe", "{told}");
        }
    }
}

#[test]
fn a_document_has_a_largest_size() {
    let home = tempfile::tempdir().expect("a folder");
    let file = File::create(home.path().join("large.txt")).expect("a file");
    file.set_len((2 << 30) + 1).expect("a sparse file");
    let output = run(&["outline", "large.txt"], home.path());
    assert_eq!(output.status.code(), Some(2));
    let said = "bulletin: cannot read large.txt: it is 2.1 GiB, and the limit is 2 GiB\n";
    assert_eq!(told(&output), said);
}

#[test]
fn bookmarks_must_be_a_file_of_a_bounded_size() {
    let home = tempfile::tempdir().expect("a folder");
    let bookmarks = home.path().join("bulletin/bookmarks.toml");
    fs::create_dir(bookmarks.parent().expect("a folder")).expect("made");
    fs::write(home.path().join("some.json"), "[]").expect("written");
    let refused = |kind: &str| {
        for arguments in [&["bookmarks", "list"][..], &["bookmarks", "export"]] {
            let output = run(arguments, home.path());
            assert_eq!(output.status.code(), Some(2), "{arguments:?}");
            let told = told(&output);
            assert!(told.contains("bookmarks.toml") && told.contains(kind), "{told}");
        }
    };
    for (name, kind) in oddities(home.path()) {
        symlink(home.path().join(name), &bookmarks).expect("a link");
        refused(kind);
        fs::remove_file(&bookmarks).expect("removed");
    }
    File::create(&bookmarks).and_then(|f| f.set_len((64 << 20) + 1)).expect("a sparse file");
    refused("it is 64.1 MiB, and the limit is 64 MiB");
}

#[test]
fn a_config_must_be_a_file_of_a_bounded_size() {
    let home = tempfile::tempdir().expect("a folder");
    let config = home.path().join("bulletin/config.toml");
    fs::create_dir(config.parent().expect("a folder")).expect("made");
    let passed_over = |kind: &str| {
        let output = run(&["print", "--built-in", "--at", "1"], home.path());
        assert_eq!(output.status.code(), Some(0));
        let told = told(&output);
        assert!(told.contains("config.toml") && told.contains(kind), "{told}");
    };
    for (name, kind) in oddities(home.path()) {
        symlink(home.path().join(name), &config).expect("a link");
        passed_over(kind);
        fs::remove_file(&config).expect("removed");
    }
    File::create(&config).and_then(|f| f.set_len((1 << 20) + 1)).expect("a sparse file");
    passed_over("it is 1.1 MiB, and the limit is 1 MiB");
}

#[test]
fn annotations_must_be_a_file_of_a_bounded_size() {
    let home = tempfile::tempdir().expect("a folder");
    for (name, kind) in oddities(home.path()) {
        let output = run(&["bookmarks", "import", name], home.path());
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert!(told(&output).contains(kind), "{name}");
    }
    let file = File::create(home.path().join("large.json")).expect("a file");
    file.set_len(65 << 20).expect("a sparse file");
    let output = run(&["bookmarks", "import", "large.json"], home.path());
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("it is 65 MiB, and the limit is 64 MiB"));
}

#[test]
fn what_is_remembered_must_be_files() {
    let home = tempfile::tempdir().expect("a folder");
    let reading = home.path().join("bulletin/reading");
    fs::create_dir_all(&reading).expect("made");
    for (name, _) in oddities(home.path()) {
        symlink(home.path().join(name), reading.join(name).with_extension("toml")).expect("a link");
    }
    let output = run(&["recent"], home.path());
    assert_eq!(output.status.code(), Some(0));
    assert_eq!((text(&output.stdout), text(&output.stderr)), (String::new(), String::new()));
}

#[test]
fn a_pipe_of_the_shell_is_read() {
    let home = tempfile::tempdir().expect("a folder");
    fs::write(home.path().join("letter.txt"), LETTER).expect("written");
    for script in [
        "\"$0\" outline <(cat letter.txt)",
        "\"$0\" outline <(sleep 0.2; cat letter.txt)",
        "\"$0\" outline /dev/stdin < <(cat letter.txt)",
        "cat letter.txt | \"$0\" outline /dev/stdin",
        "cat letter.txt | \"$0\" outline /proc/self/fd/0",
        "\"$0\" outline /dev/fd/7 7<letter.txt",
        "mkfifo pipe; cat letter.txt > pipe & \"$0\" outline - < pipe",
    ] {
        let output = Command::new("bash")
            .args(["-c", script, env!("CARGO_BIN_EXE_bulletin")])
            .current_dir(home.path())
            .env("HOME", home.path())
            .stdin(Stdio::null())
            .output()
            .expect("bash");
        assert_eq!(output.status.code(), Some(0), "{script}: {}", text(&output.stderr));
        let outline = text(&output.stdout);
        assert!(outline.contains("second bell on the far bank"), "{script}: {outline}");
    }
}

#[test]
fn a_file_behind_a_descriptor_is_bounded_too() {
    let home = tempfile::tempdir().expect("a folder");
    let output = Command::new("bash")
        .args(["-c", "\"$0\" outline /dev/stdin < /dev/zero", env!("CARGO_BIN_EXE_bulletin")])
        .env("HOME", home.path())
        .output()
        .expect("bash");
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("it is a device"));
}
