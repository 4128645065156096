//! The constitution of the Debian project, whose versions 1.0 to 1.9 are in its package `doc-debian`.
//! `DOC_DEBIAN` names the folder if the package is unpacked elsewhere than in the system.

use crate::shell;
use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The versions in order, or `None` where they are not at hand.
fn versions() -> Option<Vec<String>> {
    let folder = std::env::var_os("DOC_DEBIAN");
    let folder = folder.map_or_else(|| PathBuf::from("/usr/share/doc/debian"), PathBuf::from);
    let numbered = (0..9).map(|number| format!("constitution.1.{number}.txt.gz"));
    let names = numbered.chain(["constitution.txt.gz".to_owned()]);
    let files: Vec<PathBuf> = names.map(|name| folder.join(name)).collect();
    if !files.iter().all(|file| file.is_file()) {
        // A test that is skipped says so, also where output is captured.
        let _ = writeln!(std::io::stderr(), "skipped: no package doc-debian in {folder:?}");
        return None;
    }
    Some(files.iter().map(|file| file.display().to_string()).collect())
}

fn history(address: &str, versions: &[String]) -> Value {
    let home = tempfile::tempdir().expect("a folder");
    let arguments = ["history", "--format", "json", address];
    let arguments: Vec<&str> =
        arguments.into_iter().chain(versions.iter().map(String::as_str)).collect();
    let output = shell::run(&arguments, Path::new(home.path()), b"");
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// For each version whether its words changed, in order from 1.0.
fn changed(report: &Value) -> Vec<usize> {
    let versions = report["versions"].as_array().expect("versions").iter().enumerate();
    let is_same = |version: &Value| ["first", "same"].map(Value::from).contains(&version["how"]);
    versions.filter(|(_, version)| !is_same(version)).map(|(at, _)| at).collect()
}

#[test]
fn secret_votes_came_with_version_9() {
    let Some(versions) = versions() else { return };
    let report = history("4.2.3", &versions);
    assert_eq!(changed(&report).last(), Some(&9), "{:?}", changed(&report));
    let runs = report["words"][0]["runs"].as_array().expect("runs");
    let fresh = runs.iter().filter(|run| run["version"] == 9);
    let fresh: String = fresh.filter_map(|run| run["words"].as_str()).collect();
    assert!(fresh.contains("identity of a Developer casting a particular vote"), "{fresh}");
    assert!(!fresh.contains("Votes are taken by the Project Secretary"), "{fresh}");
}

#[test]
fn the_foundation_documents_came_with_version_2() {
    let Some(versions) = versions() else { return };
    let report = history("4.1.5", &versions);
    assert_eq!(changed(&report).first(), Some(&2), "{:?}", changed(&report));
    let addresses = |at: usize| -> Vec<&str> {
        let wording = report["versions"][at]["wording"].as_array().expect("a wording");
        wording.iter().filter_map(|paragraph| paragraph["at"].as_str()).collect()
    };
    assert!(!addresses(1).contains(&"4.1.5.3"), "{:?}", addresses(1));
    assert!(addresses(2).contains(&"4.1.5.3"), "{:?}", addresses(2));
}

#[test]
fn counting_votes_is_renumbered_in_version_8() {
    let Some(versions) = versions() else { return };
    let report = history("A.5", &versions);
    assert_eq!(report["versions"][7]["addresses"], Value::from(["A.6"]));
    assert_eq!(report["versions"][8]["addresses"], Value::from(["A.5"]));
    assert_eq!(report["versions"][8]["marks"][0], "renumbered");
}

/// What became of the clauses between two versions, without the title and its page: how, and the
/// address in the new version or, of what is gone, in the old one.
fn compared(old: &str, new: &str) -> (Option<i32>, Vec<(String, String)>) {
    let home = tempfile::tempdir().expect("a folder");
    let output = shell::run(&["compare", "--format", "json", old, new], home.path(), b"");
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let rows = report["rows"].as_array().expect("rows").iter();
    let clauses = rows.filter_map(|row| {
        let address = row["new"][0].as_str().or_else(|| row["old"][0].as_str())?;
        let is_clause = !address.contains("constitution-for");
        is_clause.then(|| (row["how"].as_str().unwrap_or_default().to_owned(), address.to_owned()))
    });
    (output.status.code(), clauses.collect())
}

/// The amendments are public: <https://www.debian.org/vote/>.
#[test]
fn compare_finds_what_each_amendment_changed() {
    let Some(versions) = versions() else { return };
    let edited = |addresses: &[&str]| -> Vec<(String, String)> {
        addresses.iter().map(|address| ("edited".to_owned(), (*address).to_owned())).collect()
    };
    let new = |addresses: &[&str]| -> Vec<(String, String)> {
        addresses.iter().map(|address| ("new".to_owned(), (*address).to_owned())).collect()
    };
    let points = [edited(&["4.1.5"]), new(&["4.1.5.1", "4.1.5.2", "4.1.5.3"])].concat();
    assert_eq!(compared(&versions[1], &versions[2]), (Some(1), points), "1.2");
    let election = edited(&["5.2.2", "5.2.3", "5.2.4", "5.2.5"]);
    assert_eq!(compared(&versions[3], &versions[4]), (Some(1), election), "1.4");
    let chair = edited(&["2", "2.1.2", "6.1.7", "6.1.8", "6.3.2", "7.1.2", "7.2", "7.3"]);
    assert_eq!(compared(&versions[6], &versions[7]), (Some(1), chair), "1.7");
    let secret = edited(&["4.2.3", "5.2.5"]);
    assert_eq!(compared(&versions[8], &versions[9]), (Some(1), secret), "1.9");
    assert_eq!(compared(&versions[9], &versions[9]), (Some(0), Vec::new()), "the same");
    let method = shell::run(
        &["compare", "--format", "json", "--at", "5.2.7", &versions[7], &versions[8]],
        tempfile::tempdir().expect("a folder").path(),
        b"",
    );
    let method: Value = serde_json::from_slice(&method.stdout).expect("JSON");
    assert_eq!(method["rows"][0]["marks"], Value::from(["followed"]), "{method}");
    let (_, process) = compared(&versions[7], &versions[8]);
    let renumbered = |address: &str| {
        process.contains(&("same".to_owned(), address.to_owned()))
            || process.contains(&("edited".to_owned(), address.to_owned()))
    };
    assert!(renumbered("A.5") && renumbered("A.5.1") && renumbered("A.5.3.1"), "{process:?}");
}
