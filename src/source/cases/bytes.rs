//! Texts whose bytes matter: line ends, and the mark at the beginning of a file.

use super::document;
use crate::document::{Document, RosterEntry};

const BULLETIN: &str = include_str!("../../../tests/fixtures/compact-bulletin.txt");

/// Returns the address of each section.
fn outline(document: &Document) -> Vec<&str> {
    document.section_ids().map(|id| document.section_address(id)).collect()
}

/// Returns the name of each party, and the places that mention it.
fn parties(document: &Document) -> Vec<(&str, Vec<String>)> {
    let entries = document.rosters().iter().flat_map(|roster| &roster.entries);
    let mentions = |entry: &RosterEntry| {
        entry.mentions.iter().map(|at| document.block_address(at.start.block)).collect()
    };
    entries.map(|entry| (entry.name.as_str(), mentions(entry))).collect()
}

#[test]
fn a_party_has_the_bytes_that_name_it_however_lines_end() {
    let plain = document(BULLETIN);
    assert_eq!(parties(&plain).len(), 13);
    for source in
        [BULLETIN.to_owned(), BULLETIN.replace('\n', "\r\n"), format!("\u{FEFF}{BULLETIN}")]
    {
        let bulletin = document(&source);
        assert_eq!(outline(&bulletin), outline(&plain));
        assert_eq!(bulletin.text(), plain.text());
        assert_eq!(parties(&bulletin), parties(&plain));
        for entry in bulletin.rosters().iter().flat_map(|roster| &roster.entries) {
            let words = &source[bulletin.source_range(entry.evidence)];
            let words: Vec<&str> = words.split_whitespace().collect();
            assert_eq!(words.join(" "), entry.name);
        }
    }
}
