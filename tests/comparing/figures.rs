//! How many clauses of each kind are found, and how many of those found are right, over many seeds:
//! `README.md` has the figures.

use super::amended::{Amended, Kind};
use super::{bed, document, seeds};
use bulletin::align::{Alignment, How};
use bulletin::document::Document;
use std::collections::BTreeMap;

/// Counts of one kind.
#[derive(Debug, Default, Clone, Copy)]
struct Tally {
    expected: usize,
    found: usize,
    right: usize,
}

impl Tally {
    fn precision(self) -> f64 {
        self.right as f64 / self.found.max(1) as f64
    }

    fn recall(self) -> f64 {
        self.right as f64 / self.expected.max(1) as f64
    }
}

/// The kinds of each clause by its marker, as they are found.
fn found(amended: &Amended) -> Vec<(String, Kind)> {
    let (old, new) = (document(&amended.old.written()), document(&amended.new.written()));
    let alignment = Alignment::of(&old, &new);
    let marked = |document: &Document, id| {
        let words: String = document.own_blocks(id).map(|block| document.body(block)).collect();
        bed::marker(&words)
    };
    let mut kinds = Vec::new();
    for row in alignment.rows().iter().filter(|row| !row.is_furniture) {
        let marker = match (row.old.first(), row.new.first()) {
            (Some(id), _) => marked(&old, *id),
            (None, Some(id)) => marked(&new, *id),
            (None, None) => None,
        };
        // The second part of what was split has none.
        let Some(marker) = marker else { continue };
        kinds.push((marker.clone(), Kind::of_words(row.how)));
        kinds.extend(Kind::of_course(row.course).map(|kind| (marker.clone(), kind)));
        if row.how == How::Followed {
            kinds.push((marker, Kind::Followed));
        }
    }
    for stale in alignment.stale() {
        kinds.extend(marked(&new, new.block(stale.at).section).map(|marker| (marker, Kind::Stale)));
    }
    kinds
}

/// The least precision and recall of a kind.
fn floors(kind: Kind) -> (f64, f64) {
    match kind {
        Kind::Same | Kind::Edited | Kind::New | Kind::Gone | Kind::Renumbered => (0.99, 0.99),
        Kind::Moved => (0.97, 0.97),
        Kind::Split | Kind::Merged | Kind::Followed => (0.9, 0.9),
        // No reference is wrongly called stale.
        Kind::Stale => (1.0, 0.9),
    }
}

#[test]
fn each_kind_is_recognised() {
    let mut tallies: BTreeMap<Kind, Tally> = BTreeMap::new();
    let mut faults = Vec::new();
    for (seed, amended) in (0..seeds(300)).filter_map(|seed| Some((seed, Amended::new(seed)?))) {
        let found = found(&amended);
        for (_, kind) in &amended.kinds {
            tallies.entry(*kind).or_default().expected += 1;
        }
        for one in &found {
            let tally = tallies.entry(one.1).or_default();
            tally.found += 1;
            tally.right += usize::from(amended.kinds.contains(one));
        }
        let missed = amended.kinds.iter().filter(|one| !found.contains(one));
        faults.extend(missed.map(|one| format!("seed {seed}: {one:?} is not found")));
        let wrong = found.iter().filter(|one| !amended.kinds.contains(one));
        faults.extend(wrong.map(|one| format!("seed {seed}: {one:?} is found")));
    }
    println!("| kind | clauses | precision | recall |\n|---|--:|--:|--:|");
    for kind in Kind::ALL {
        let tally = tallies.get(&kind).copied().unwrap_or_default();
        let name = format!("{kind:?}").to_lowercase();
        let (precision, recall) = (tally.precision(), tally.recall());
        println!("| {name} | {} | {precision:.3} | {recall:.3} |", tally.expected);
    }
    faults.iter().take(40).for_each(|fault| println!("{fault}"));
    for kind in Kind::ALL {
        let tally = tallies.get(&kind).copied().unwrap_or_default();
        let (precision, recall) = floors(kind);
        assert!(tally.expected > 0, "{kind:?}");
        assert!(tally.precision() >= precision && tally.recall() >= recall, "{kind:?}: {tally:?}");
    }
}
