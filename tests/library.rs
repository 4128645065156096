//! `bulletin library`, as a shell sees it.

use crate::shell::{self, text};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Output;
use std::time::{Duration, SystemTime};
use tempfile::TempDir;

/// Two issues of a serial, of which the later comes first by name, an act with a date, and notes.
const PAPERS: [(&str, &str); 4] = [
    (
        "a.txt",
        "Harbour Gazette\n\nPublished by the Harbour Office\nVolume 2, No. 11\n4 May 2031\n\n1. The harbour supply is secured.\n\n2. Lamps are lit.\n",
    ),
    (
        "b.txt",
        "Harbour Gazette\n\nPublished by the Harbour Office\nVolume 2, No. 2\n4 March 2031\n\n1. The lamps burn oil.\n\n2. Oil is sold at the quay.\n",
    ),
    (
        "act.md",
        "# Lamp Act\n\n## Article 1\n\nThe lamp keeper lights the lamp.\n\n## Article 2\n\nSee Article 1.\n",
    ),
    ("notes.txt", "Notes on Wicks\n\n1. A wick is a thread.\n\n2. Oil rises in it.\n"),
];

/// A person's home with some papers.
fn home() -> TempDir {
    let home = tempfile::tempdir().expect("a folder");
    fs::create_dir(home.path().join("papers")).expect("made");
    for (name, text) in PAPERS {
        write(&home.path().join("papers").join(name), text);
    }
    home
}

/// Writes a file that was modified long ago.
fn write(path: &Path, text: &str) {
    fs::write(path, text).expect("written");
    let file = fs::File::options().append(true).open(path).expect("a file");
    file.set_modified(SystemTime::now() - Duration::from_secs(60)).expect("its time is set");
}

fn run(home: &TempDir, arguments: &[&str]) -> Output {
    let arguments: Vec<&str> = ["library"].iter().chain(arguments).copied().collect();
    shell::run(&arguments, home.path(), b"")
}

/// Runs a command that succeeds; returns what it printed.
fn printed(home: &TempDir, arguments: &[&str]) -> String {
    let output = run(home, arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", text(&output.stderr));
    text(&output.stdout)
}

fn json(home: &TempDir, arguments: &[&str]) -> Value {
    serde_json::from_str(&printed(home, arguments)).expect("JSON")
}

/// The names of the listed files.
fn listed(home: &TempDir) -> Vec<String> {
    let list = json(home, &["--format", "json"]);
    let documents = list["documents"].as_array().expect("documents").iter();
    let name = |own: &Value| {
        let path = own["files"][0].as_str().expect("a path").to_owned();
        Path::new(&path).file_name().expect("a name").to_string_lossy().into_owned()
    };
    documents.map(name).collect()
}

#[test]
fn folders_are_added_updated_listed_and_removed() {
    let home = home();
    let empty = run(&home, &[]);
    assert_eq!(empty.status.code(), Some(1));
    assert!(text(&empty.stderr).contains("the library is empty"), "{}", text(&empty.stderr));
    let none = run(&home, &["update"]);
    assert_eq!(none.status.code(), Some(2));
    assert!(text(&none.stderr).contains("bulletin library add PATH"), "{}", text(&none.stderr));
    assert_eq!(printed(&home, &["add", "papers"]), "4 added\n");
    let config = fs::read_to_string(home.path().join("bulletin/config.toml")).expect("a config");
    assert!(config.starts_with("[library]\nfolders = [\""), "{config}");
    assert_eq!(listed(&home), ["b.txt", "a.txt", "act.md", "notes.txt"]);
    let list = printed(&home, &[]);
    assert!(list.contains("2 clauses  Lamp Act · "), "{list}");
    let told = text(&run(&home, &[]).stderr);
    assert_eq!(told, "bulletin: 4 of 4 read\n");
    assert_eq!(printed(&home, &["update"]), "nothing changed\n");
    fs::remove_file(home.path().join("papers/act.md")).expect("removed");
    assert_eq!(printed(&home, &["update"]), "1 missing\n");
    let list = printed(&home, &[]);
    assert!(list.contains("Lamp Act · missing: /"), "{list}");
    printed(&home, &["remove", "papers/../papers"]);
    let list = json(&home, &["--format", "json"]);
    assert_eq!(list["documents"].as_array().map(Vec::len), Some(1), "the missing one stays");
    assert_eq!(list["documents"][0]["standing"], "missing");
    assert_eq!(run(&home, &["remove", "papers"]).status.code(), Some(1));
    assert_eq!(run(&home, &["add", "nowhere"]).status.code(), Some(2));
}

#[test]
fn a_config_with_a_fault_makes_no_document_leave() {
    let home = home();
    printed(&home, &["add", "papers"]);
    let config = home.path().join("bulletin/config.toml");
    fs::write(&config, "[library]\nfolders = [\"papers\"]\n").expect("written");
    let refused = run(&home, &["update"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("config.toml:2: folders is"));
    assert_eq!(listed(&home).len(), 4);
}

#[test]
fn in_secure_mode_nothing_is_written() {
    let home = home();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_bulletin"))
        .args(["library", "add", "papers"])
        .current_dir(home.path())
        .env("HOME", home.path())
        .env("XDG_CONFIG_HOME", home.path())
        .env_remove("XDG_DATA_HOME")
        .env("BULLETIN_SECURE", "1")
        .output()
        .expect("the program");
    assert_eq!(output.status.code(), Some(2));
    let entries = fs::read_dir(home.path()).expect("a folder");
    assert_eq!(entries.count(), 1, "only the papers");
}
