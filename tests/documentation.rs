//! Checks README and `docs/`: the pictures, the table of keys, the settings, the links and the
//! examples. `UPDATE_DOCS=1` rewrites the table of keys.

use bulletin::action::{Action, ActionGroup, KeyMap};
use bulletin::settings::{Config, SETTINGS, Settings, TABLES};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

// `main` writes the pictures; these tests only compare them.
#[allow(dead_code)]
#[path = "../examples/pictures/main.rs"]
mod pictures;

const BEGIN: &str = "<!-- keys: made from the table of actions -->\n";
const END: &str = "<!-- end of keys -->\n";

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn read(name: &str) -> String {
    std::fs::read_to_string(path(name)).expect(name)
}

const KEYS: &str = "docs/keys.md";
const CONFIGURATION: &str = "docs/configuration.md";

/// Returns the README and the pages that it refers to, with their names.
fn pages() -> Vec<(String, String)> {
    let mut names = vec!["README.md".to_owned()];
    for entry in std::fs::read_dir(path("docs")).expect("docs") {
        let name = entry.expect("a page").file_name();
        names.push(format!("docs/{}", name.to_string_lossy()));
    }
    names.sort();
    names.into_iter().map(|name| (name.clone(), read(&name))).collect()
}

/// Formats a key as code: a backtick needs longer delimiters, and a bar would end the cell.
fn code(key: &str) -> String {
    if key.contains('`') {
        format!("`` {key} ``")
    } else {
        format!("`{}`", key.replace('|', "\\|"))
    }
}

fn keys_table() -> String {
    let map = KeyMap::default();
    let mut out = String::from("| keys | what they do |\n|---|---|\n");
    for group in ActionGroup::ALL {
        out.push_str(&format!("| | **{}** |\n", group.title()));
        for action in Action::ALL.iter().filter(|action| action.group() == group) {
            let keys: Vec<String> =
                map.keys(*action).iter().map(|key| code(&key.to_string())).collect();
            let keys = if keys.is_empty() { "–".to_owned() } else { keys.join(" ") };
            out.push_str(&format!("| {keys} | {} |\n", action.title()));
        }
    }
    out
}

/// Compares the text between two marks of a page with what is wanted, or writes it there.
pub fn check_or_write(name: &str, begin: &str, end: &str, wanted: &str) {
    let page = read(name);
    let (before, rest) = page.split_once(begin).expect("the mark before the table");
    let (table, after) = rest.split_once(end).expect("the mark behind the table");
    if std::env::var_os("UPDATE_DOCS").is_some_and(|value| value == "1") {
        let text = format!("{before}{begin}{wanted}{end}{after}");
        std::fs::write(path(name), text).expect("written");
        return;
    }
    assert_eq!(table, wanted, "run UPDATE_DOCS=1 cargo test --test all documentation");
}

#[test]
fn the_table_of_keys_is_that_of_the_program() {
    check_or_write(KEYS, BEGIN, END, &keys_table());
}

#[test]
fn the_table_of_settings_is_that_of_the_program() {
    let defaults = Settings::default();
    let mut table = String::from("| setting | default | what it does |\n|---|---|---|\n");
    for setting in SETTINGS {
        let (name, default) = (setting.name, setting.value(&defaults));
        table.push_str(&format!("| `{name}` | `{default}` | {} |\n", setting.description()));
    }
    for of in &TABLES {
        table.push_str(&format!("| `{}` | none | {} |\n", of.name, of.meaning));
    }
    let begin = "<!-- settings: made from the table of settings -->\n";
    check_or_write(CONFIGURATION, begin, "<!-- end of settings -->\n", &table);
}

#[test]
fn the_pictures_are_those_of_the_program() {
    let readme = read("README.md");
    let command = "cargo run --example pictures";
    assert!(readme.contains(command));
    for (name, picture) in pictures::pictures() {
        let name = format!("assets/pictures/{name}");
        assert!(readme.contains(&format!("({name})")), "{name} is not in the README");
        // The comparison covers the whole picture, which is too long to print.
        assert!(picture == read(&name), "{name} differs: run {command}");
    }
}

#[test]
fn every_link_to_a_file_leads_to_one() {
    let link = regex::Regex::new(r"\]\(([^)#:]+)(#[^)]*)?\)").expect("a pattern");
    for (name, page) in pages() {
        for found in link.captures_iter(&page) {
            let target = path(&name).parent().expect("a folder").join(&found[1]);
            assert!(target.exists(), "{name}: {}", &found[1]);
        }
    }
}

#[test]
fn the_example_of_a_config_is_valid_and_sets_what_it_says() {
    let page = read(CONFIGURATION);
    let (_, rest) = page.split_once("```toml\n").expect("an example");
    let (example, _) = rest.split_once("```").expect("its end");
    let folder = tempfile::tempdir().expect("a folder");
    let config = folder.path().join("config.toml");
    std::fs::write(&config, example).expect("written");
    let Config { settings, faults, .. } = Config::load(&config);
    assert_eq!(faults, []);
    assert_ne!(settings, Settings::default());
}

/// Returns the lines of a page that call the program.
fn examples(page: &str) -> Vec<&str> {
    let calls = |line: &&str| line.starts_with("    ") && line.contains("bulletin ");
    let shown = page.lines().filter(calls).map(str::trim).collect::<Vec<_>>();
    shown.into_iter().filter(|line| !line.starts_with("cargo")).collect()
}

/// A folder with the documents of the examples, and the environment of the shell.
struct Shell {
    home: tempfile::TempDir,
    path: std::ffi::OsString,
}

impl Shell {
    fn new() -> Self {
        let home = tempfile::tempdir().expect("a folder");
        for (fixture, name) in [
            ("harbour-letter.txt", "letter.txt"),
            ("harbour-letter.txt", "brief.txt"),
            ("lamp-charter.txt", "rules.txt"),
            ("lamp-code.txt", "code.txt"),
            ("quay-rules-old.txt", "old.txt"),
            ("quay-rules-new.txt", "new.txt"),
        ] {
            std::fs::copy(path(&format!("tests/fixtures/{fixture}")), home.path().join(name))
                .expect("the letter");
        }
        let program = Path::new(env!("CARGO_BIN_EXE_bulletin")).parent().expect("a folder");
        let mut paths = vec![program.to_path_buf()];
        paths.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
        Self { home, path: std::env::join_paths(&paths).expect("a path") }
    }

    fn run(&self, command: &str) -> Output {
        Command::new("sh")
            .args(["-c", command])
            .current_dir(self.home.path())
            .env("PATH", &self.path)
            .env("HOME", self.home.path())
            .env("XDG_CONFIG_HOME", self.home.path())
            .env("XDG_STATE_HOME", self.home.path())
            .output()
            .expect("a shell")
    }
}

#[test]
fn what_an_example_prints_is_shown() {
    let pages: String = pages().into_iter().map(|(_, page)| page).collect();
    let shown: Vec<&str> =
        pages.split("```console\n$ ").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert!(!shown.is_empty());
    for example in shown {
        let (command, printed) = example.split_once('\n').expect("what it prints");
        let output = Shell::new().run(command);
        assert_eq!(String::from_utf8_lossy(&output.stdout), printed, "{command}");
    }
}

#[test]
fn every_example_works() {
    let pages: String = pages().into_iter().map(|(_, page)| page + "\n").collect();
    let examples = examples(&pages);
    assert!(examples.len() >= 10, "{examples:?}");
    for example in examples {
        let output = Shell::new().run(example);
        let told = String::from_utf8_lossy(&output.stderr);
        // The two texts differ.
        let status = i32::from(example.contains("compare "));
        assert_eq!(output.status.code(), Some(status), "{example}: {told}");
        assert!(told.is_empty(), "{example}: {told}");
        // Without bookmarks or a reading history there is no output, and none for a text without
        // faults.
        let silent = ["bookmarks list", "bookmarks export", "check letter", "bulletin recent"]
            .iter()
            .any(|s| example.contains(s));
        assert_ne!(output.stdout.is_empty(), !silent, "{example}");
    }
}
