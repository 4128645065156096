//! Real documents, where `BULLETIN_CORPUS` names the folder that holds them
//! and what must be found in them (`expected.json`).

use bulletin::document::{Document, RosterKind, SectionKind};
use bulletin::import;
use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The folder, or `None` with a word that the test was skipped.
fn corpus() -> Option<PathBuf> {
    let folder = std::env::var_os("BULLETIN_CORPUS").map(PathBuf::from);
    if folder.is_none() {
        // The macros that print are caught by the test harness.
        let _ = writeln!(std::io::stderr(), "skipped: BULLETIN_CORPUS names no folder");
    }
    folder
}

fn expected(folder: &Path) -> Value {
    let text = std::fs::read_to_string(folder.join("expected.json")).expect("expected.json");
    serde_json::from_str(&text).expect("expected.json is JSON")
}

/// The paragraph or section that an address names.
fn words(document: &Document, address: &str) -> Option<String> {
    let block = document.block_ids().find(|id| {
        document.block(*id).kind.is_paragraph() && document.block_address(*id) == address
    });
    block.map(|id| document.body(id).to_owned()).or_else(|| {
        let section = document.section_ids().find(|id| document.section_address(*id) == address)?;
        document.section_passage(section).map(|passage| document.passage_text(passage))
    })
}

fn strings(value: &Value) -> impl Iterator<Item = &str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str)
}

#[test]
fn plain_texts_have_the_clauses_that_are_expected() {
    let Some(folder) = corpus() else { return };
    let expected = expected(&folder);
    let name = "bulletin/news-bulletin-v06-n24-2006-06-20.txt";
    let document = import::open(&folder.join(name)).expect(name);
    let want = &expected[name];
    let clauses: Vec<&str> = document
        .section_ids()
        .filter(|id| document.section(*id).kind == SectionKind::Clause)
        .map(|id| document.section_address(id))
        .collect();
    assert_eq!(clauses, strings(&want["clauses"]).collect::<Vec<_>>());
    for (address, start) in want["starts"].as_object().expect("starts") {
        let words = words(&document, address).unwrap_or_default();
        assert!(words.starts_with(start.as_str().expect("words")), "{address}: {words}");
    }
    for address in strings(&want["absent"]) {
        assert_eq!(words(&document, address), None, "{address}");
    }
    for (kind, name) in [(RosterKind::Members, "members"), (RosterKind::Observers, "observers")] {
        let roster = document.rosters().iter().find(|r| r.kind == kind);
        assert_eq!(
            roster.map(|r| r.entries.len() as u64),
            want["rosters"][name].as_u64(),
            "{name}"
        );
    }
}
