//! A one-line summary of the changes.

use super::{RemovedSection, Revision};
use crate::document::{Document, SectionId};
use crate::messages::{counts, notices};

/// More sections than this are only counted.
const MOST_NAMED: usize = 5;

/// Maximum total length of the names of unnumbered sections, in bytes; longer
/// ones, mostly titles, are counted.
const LONGEST_NAMES: usize = 24;

/// The names of one kind of change: of provisions, and of other sections.
#[derive(Default)]
struct ChangedNames {
    provisions: Vec<String>,
    others: Vec<String>,
}

impl ChangedNames {
    fn sections(document: &Document, sections: &[SectionId]) -> Self {
        let mut named = Self::default();
        for id in sections {
            let provision = document.section(*id).kind.is_provision();
            named.put(document.section_name(*id), provision);
        }
        named
    }

    fn removed(removed: &[RemovedSection]) -> Self {
        let mut named = Self::default();
        for RemovedSection { name, provision } in removed {
            named.put(name.clone(), *provision);
        }
        named
    }

    fn put(&mut self, name: String, provision: bool) {
        let list = if provision { &mut self.provisions } else { &mut self.others };
        list.push(name);
    }

    /// Returns `clauses 4 and 7`, without the noun if it was used before.
    fn told(&self, said: bool) -> Option<String> {
        let mut parts = Vec::new();
        match self.provisions.len() {
            0 => {}
            many if many > MOST_NAMED => parts.push(counts::clauses(many)),
            _ if said => parts.push(list(&self.provisions)),
            1 => parts.push(notices::clause(&self.provisions[0])),
            _ => parts.push(notices::clauses(list(&self.provisions))),
        }
        match self.others.len() {
            0 => {}
            _ if self.others.iter().map(String::len).sum::<usize>() <= LONGEST_NAMES => {
                parts.push(list(&self.others));
            }
            many => parts.push(counts::sections(many)),
        }
        parts.into_iter().reduce(notices::and)
    }
}

/// Formats `4`, `4 and 7`, `4, 7 and 9`.
fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => notices::and(first.join(", "), last),
    }
}

impl Revision {
    /// Returns a summary: `clauses 4 and 7 changed, 12 added, 3 removed`.
    pub fn summary(&self, new: &Document) -> String {
        let kinds = [
            (
                ChangedNames::sections(new, &self.changed),
                notices::some_changed as fn(String) -> String,
            ),
            (ChangedNames::sections(new, &self.added), notices::some_added),
            (ChangedNames::removed(&self.removed), notices::some_removed),
        ];
        let mut told = Vec::new();
        let mut said = false;
        for (named, did) in kinds {
            told.extend(named.told(said).map(did));
            said |= (1..=MOST_NAMED).contains(&named.provisions.len());
        }
        let mut count = |many: usize, words: fn(usize) -> String| {
            if many > 0 {
                told.push(words(many));
            }
        };
        count(self.renumbered, counts::clauses_renumbered);
        count(self.moved, counts::clauses_moved);
        count(self.followed.len(), counts::clauses_followed);
        count(self.typographic, counts::clauses_typographic);
        if told.is_empty() { notices::NO_CLAUSE_REWORDED.to_owned() } else { told.join(", ") }
    }
}
