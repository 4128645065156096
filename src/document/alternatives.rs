//! What exists instead of a place that a document does not have, for the message about it.

use super::{ClauseNumber, Document, Miss, PlaceName, SectionId};
use crate::messages::places;

/// Returns that several sections have what was asked for.
pub(super) fn ambiguous(document: &Document, asked: &str, several: &[SectionId]) -> Miss {
    let address = |id: &SectionId| document.section_address(*id).to_owned();
    Miss::Ambiguous { asked: asked.to_owned(), candidates: several.iter().map(address).collect() }
}

/// Returns what exists instead of a missing sub-clause, if its clause exists.
pub(super) fn without(document: &Document, number: &ClauseNumber) -> Option<String> {
    let (_, outer) = number.components().split_last().filter(|(_, outer)| !outer.is_empty())?;
    let outer = ClauseNumber::from_components(outer.to_vec())?;
    let Some(clause) = document.provisions_numbered(&outer).first().copied() else {
        return without(document, &outer);
    };
    let inside: Vec<&str> = document
        .children(Some(clause))
        .filter(|id| document.section(*id).number.is_some())
        .map(|id| document.section_address(id))
        .collect();
    Some(match (inside.first(), inside.last()) {
        (Some(first), Some(last)) => places::sub_clauses(outer, first, last),
        _ => {
            let count = document.section(clause).paragraphs as usize;
            places::no_paragraphs_in_clause(outer, count)
        }
    })
}

/// Names the last clause.
pub(super) fn last_words(document: &Document) -> String {
    match document.last_clause(|_| true) {
        Some(id) => places::last_clause(document.section_address(id)),
        None => places::NO_CLAUSES.to_owned(),
    }
}

/// Returns that no section has a name, and those that sections have.
pub(super) fn unknown_name(document: &Document, name: &str) -> Miss {
    let mut there: Vec<&str> = document
        .section_ids()
        .filter(|id| document.section(*id).number.is_none())
        .map(|id| document.section_address(id))
        .chain(document.rosters().iter().map(|r| r.kind.name()))
        .take(9)
        .collect();
    let more = there.len() > 8;
    there.truncate(8);
    let names = there.join(", ") + if more { " …" } else { "" };
    let there = if there.len() == 1 { places::is(names) } else { places::are(names) };
    Miss::Name { name: name.to_owned(), there }
}

/// The name of a place as it was asked for.
pub(super) fn what_words(what: &PlaceName) -> String {
    match what {
        PlaceName::Last => "last".to_owned(),
        PlaceName::Provision(number) => number.to_string(),
        PlaceName::Named(name) => name.clone(),
    }
}
