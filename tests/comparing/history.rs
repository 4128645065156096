//! `bulletin history` as it is run.

use super::bed::{Edit, Text};
use crate::shell::{self, text};
use serde_json::Value;
use std::path::Path;
use std::process::Output;

/// Four versions: words change, a clause comes in before, another leaves.
const VERSIONS: [&str; 4] = [
    "Rules of the Quay\n\n1. The keeper lights the lamp at dusk.\n\n2. Barges moor on the north side of the quay, and pay a toll of 3 coins.\n\n3. Oil is weighed by two clerks.\n",
    "Rules of the Quay\n\n1. The keeper lights the lamp at dusk.\n\n2. Barges moor on the north side of the quay, and pay a toll of 5 coins.\n\n3. Oil is weighed by two clerks.\n",
    "Rules of the Quay\n\n1. The keeper lights the lamp at dusk.\n\n2. No fish is sold before the bell has rung twice.\n\n3. Barges moor on the north side of the quay, and pay a toll of 5 coins.\n\n4. Oil is weighed by two clerks.\n",
    "Rules of the Quay\n\n1. The keeper lights the lamp at dusk.\n\n2. No fish is sold before the bell has rung twice.\n\n3. Barges moor on the north side of the quay before noon, and pay a toll of 5 coins.\n",
];

const NAMES: [&str; 4] = ["a.txt", "b.txt", "c.txt", "d.txt"];

fn history(home: &Path, arguments: &[&str]) -> Output {
    for (name, version) in NAMES.iter().zip(VERSIONS) {
        std::fs::write(home.join(name), version).expect("written");
    }
    let arguments: Vec<&str> = ["history"].into_iter().chain(arguments.iter().copied()).collect();
    shell::run(&arguments, home, b"")
}

fn printed(arguments: &[&str]) -> (Option<i32>, String) {
    let home = tempfile::tempdir().expect("a folder");
    let output = history(home.path(), arguments);
    (output.status.code(), text(&output.stdout))
}

fn json(home: &Path, arguments: &[&str]) -> Value {
    let arguments: Vec<&str> = arguments.iter().copied().chain(["--format", "json"]).collect();
    serde_json::from_slice(&history(home, &arguments).stdout).expect("JSON")
}

fn told<'a>(report: &'a Value, key: &str) -> Vec<&'a str> {
    let versions = report["versions"].as_array().expect("versions");
    versions.iter().filter_map(|version| version[key].as_str()).collect()
}

#[test]
fn every_wording_is_printed_with_the_version_of_each_word() {
    assert_eq!(
        printed(&["3", "a.txt", "b.txt", "c.txt", "d.txt"]),
        (
            Some(0),
            "a.txt: 2\n\
             \x20 2: Barges moor on the north side of the quay, and pay a toll of 3 coins.\n\
             b.txt: 2, changed\n\
             \x20 ~ 2: … the north side of the quay, and pay a toll of [-3-]{+5+} coins.\n\
             c.txt: 2 -> 3, renumbered\n\
             d.txt: 3, changed\n\
             \x20 ~ 3: Barges moor on the north side of the quay{+ before noon+}, and pay a toll of 5 coins.\n\
             \n\
             Words of 3 in d.txt, by the version that added them:\n\
             \x20 a.txt  Barges moor on the north side of the quay\n\
             \x20 d.txt  before noon\n\
             \x20 a.txt  , and pay a toll of\n\
             \x20 b.txt  5\n\
             \x20 a.txt  coins.\n"
                .to_owned()
        )
    );
}

#[test]
fn a_clause_is_followed_from_the_newest_version_that_has_the_address() {
    let home = tempfile::tempdir().expect("a folder");
    // Clause 4 is not in the last version; what was clause 4 in the one before is gone.
    let gone = json(home.path(), &["4", "a.txt", "b.txt", "c.txt", "d.txt"]);
    assert_eq!(told(&gone, "how"), ["first", "same", "same", "gone"]);
    let marks: Vec<&Value> = (0..4).map(|at| &gone["versions"][at]["marks"]).collect();
    assert_eq!(
        marks,
        [
            &Value::from([""; 0]),
            &Value::from([""; 0]),
            &Value::from(["renumbered"]),
            &Value::from([""; 0])
        ]
    );
    assert_eq!(gone["words"][0]["runs"][0]["words"], "Oil is weighed by two clerks.");
    // What came in later is absent before.
    let fresh = json(home.path(), &["2", "a.txt", "b.txt", "c.txt", "d.txt"]);
    assert_eq!(told(&fresh, "how"), ["absent", "absent", "new", "same"]);
    // Under the old number, the clause is found in the old version and followed to its new number.
    let followed = json(home.path(), &["3", "b.txt", "a.txt"]);
    assert_eq!(told(&followed, "how"), ["first", "same"]);
    let renumbered = json(home.path(), &["4", "c.txt", "a.txt"]);
    assert_eq!(renumbered["versions"][1]["addresses"], Value::from(["3"]));
}

#[test]
fn the_exit_status_says_whether_the_clause_was_found() {
    assert_eq!(printed(&["2", "a.txt"]).0, Some(0));
    assert_eq!(printed(&["9", "a.txt", "b.txt"]), (Some(1), String::new()));
    assert_eq!(printed(&["2", "a.txt", "none.txt"]), (Some(2), String::new()));
    assert_eq!(printed(&["2", "-", "-"]).0, Some(2));
    assert_eq!(printed(&["2"]).0, Some(2));
    assert_eq!(printed(&["members", "a.txt"]).0, Some(1));
}

#[test]
fn one_version_may_come_from_standard_input() {
    let home = tempfile::tempdir().expect("a folder");
    history(home.path(), &["2", "a.txt"]);
    let output = shell::run(&["history", "2", "a.txt", "-"], home.path(), VERSIONS[1].as_bytes());
    assert!(text(&output.stdout).contains("standard input: 2, changed\n"), "{output:?}");
}

#[test]
fn what_is_inside_a_clause_belongs_to_its_history() {
    let home = tempfile::tempdir().expect("a folder");
    let old = "1. Fish is sold at the quay.\n\n2. Barges\n\n  2.1. Barges moor on the north side of the quay.\n\n  2.2. A toll of 3 coins is paid to the clerk.\n\n3. Oil is weighed by two clerks.\n";
    let new = old.replace("3 coins", "5 coins");
    std::fs::write(home.path().join("old.txt"), old).expect("written");
    std::fs::write(home.path().join("new.txt"), new).expect("written");
    let report = json(home.path(), &["2", "old.txt", "new.txt"]);
    assert_eq!(told(&report, "how"), ["first", "edited"]);
    let changes = report["versions"][1]["changes"].as_array().expect("changes");
    assert_eq!(changes.len(), 1, "{changes:?}");
    assert_eq!(changes[0]["new"], Value::from(["2.2"]));
}

#[test]
fn words_that_moved_from_another_clause_keep_their_version() {
    let home = tempfile::tempdir().expect("a folder");
    let old = Text::new(7);
    let new = old.with(Edit::Split(4));
    std::fs::write(home.path().join("old.txt"), old.written()).expect("written");
    std::fs::write(home.path().join("new.txt"), new.written()).expect("written");
    let report = json(home.path(), &["6", "old.txt", "new.txt"]);
    assert_eq!(told(&report, "how"), ["first", "split"]);
    let runs = report["words"][0]["runs"].as_array().expect("runs");
    assert!(runs.iter().all(|run| run["version"] == 0), "{runs:?}");
}

/// Over many edits of a text: the runs are the last wording, and each word is in the version that is
/// said to have added it.
#[test]
fn every_word_is_in_the_version_that_added_it() {
    for seed in 0..10 {
        let home = tempfile::tempdir().expect("a folder");
        let mut versions = vec![Text::new(seed)];
        for edit in [Edit::Words(5), Edit::Insert(2), Edit::Words(6), Edit::Delete(9)] {
            let next = versions[versions.len() - 1].with(edit);
            versions.push(next);
        }
        let names: Vec<String> = (0..versions.len()).map(|at| format!("{at}.txt")).collect();
        for (name, version) in names.iter().zip(&versions) {
            std::fs::write(home.path().join(name), version.written()).expect("written");
        }
        let arguments: Vec<&str> =
            ["7"].into_iter().chain(names.iter().map(String::as_str)).collect();
        let report = json(home.path(), &arguments);
        let last = versions[versions.len() - 1].clauses()[6].clone();
        let runs = report["words"][0]["runs"].as_array().expect("runs");
        let words: String = runs.iter().filter_map(|run| run["words"].as_str()).collect();
        assert_eq!(words, last, "seed {seed}");
        let mut added = 0;
        for run in runs {
            let version =
                usize::try_from(run["version"].as_u64().expect("a number")).expect("small");
            let text = versions[version].written();
            for word in run["words"].as_str().expect("words").split_whitespace() {
                assert!(text.contains(word), "seed {seed}: {word} is not in version {version}");
            }
            added += usize::from(version > 0);
        }
        assert!(added > 0, "seed {seed}: {runs:?}");
    }
}
