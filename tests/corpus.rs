//! Real documents, where `BULLETIN_CORPUS` names the folder that holds them
//! and what must be found in them (`expected.json`).

use bulletin::document::{Document, RosterKind, SectionKind};
use bulletin::find::{Target, look_up};
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

/// The address of the provision that an address names, however it is written.
fn provision(document: &Document, address: &str) -> Option<String> {
    match look_up(document, address, None).ok()? {
        Target::Text { sections, .. } => {
            sections.first().map(|id| document.section_address(*id).to_owned())
        }
        Target::Roster(_) | Target::Entry(..) => None,
    }
}

#[test]
fn every_document_has_what_is_expected_and_no_false_clause() {
    let Some(folder) = corpus() else { return };
    let expected = expected(&folder);
    let mut failures = Vec::new();
    for (name, want) in expected.as_object().expect("a file each") {
        let document = import::open(&folder.join(name)).expect(name);
        let top: Vec<&str> = document
            .section_ids()
            .filter(|id| {
                let section = document.section(*id);
                let outer =
                    section.parent.is_none_or(|id| !document.section(id).kind.is_provision());
                let annexed = document
                    .ancestry(*id)
                    .any(|id| document.section(id).kind == SectionKind::Annex);
                section.kind.is_provision() && outer && !annexed
            })
            .map(|id| document.section_address(id))
            .collect();
        let clauses: Vec<&str> = strings(&want["clauses"]).collect();
        if top != clauses {
            failures.push(format!("{name}: clauses {top:?}"));
        }
        for (address, start) in want["starts"].as_object().expect("starts") {
            let words = words(&document, address)
                .or_else(|| words(&document, &provision(&document, address)?))
                .map(|words| words.chars().take(60).collect::<String>());
            let start = start.as_str().expect("words");
            if !words.as_ref().is_some_and(|words| words.starts_with(start)) {
                failures.push(format!("{name}: {address} is {words:?}"));
            }
        }
        for address in strings(&want["absent"]) {
            if words(&document, address).is_some() || look_up(&document, address, None).is_ok() {
                failures.push(format!("{name}: {address} is there"));
            }
        }
        for (kind, roster) in
            [(RosterKind::Members, "members"), (RosterKind::Observers, "observers")]
        {
            let Some(count) = want["rosters"][roster].as_u64() else { continue };
            let found = document.rosters().iter().find(|r| r.kind == kind);
            if found.map(|r| r.entries.len() as u64) != Some(count) {
                failures.push(format!("{name}: {roster} {found:?}"));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
