//! Chapters and annexes by their number, whether the outline numbers them or
//! only the words that they begin with do.

use super::number;
use crate::document::{ClauseNumber, Document, Ordinal, Passage, SectionKind};
use crate::lexicon::referring::{Language, Order, Unit, Word};
use std::collections::{HashMap, HashSet};

/// Places that words with a number begin.
#[derive(Debug, Default)]
pub struct Parts {
    places: HashMap<(Unit, String), Passage>,
    units: HashSet<Unit>,
}

impl Parts {
    /// Those of a document.
    pub fn of(document: &Document, language: &Language) -> Self {
        let mut parts = Self::default();
        for id in document.section_ids() {
            let section = document.section(id);
            let Some(whole) = document.section_passage(id) else { continue };
            let body = document.body(whole.start.block);
            let told = begins(body, language);
            let number = section.number.clone();
            let annex = (section.kind == SectionKind::Annex)
                .then(|| number.map(|number| (Unit::Annex, number)))
                .flatten();
            for (unit, number) in annex.into_iter().chain(told) {
                if !section.kind.is_provision() {
                    parts.add(unit, &number, whole);
                }
            }
        }
        // Where the outline knows nothing of it, the line that begins it.
        for block in document.block_ids() {
            if let Some((unit, number)) = begins(document.body(block), language) {
                parts.add(unit, &number, document.block_passage(block));
            }
        }
        parts
    }

    fn add(&mut self, unit: Unit, number: &ClauseNumber, passage: Passage) {
        self.places.entry((unit, key(number))).or_insert(passage);
        self.units.insert(unit);
    }

    /// The part of a number.
    pub fn find(&self, unit: Unit, number: &ClauseNumber) -> Option<Passage> {
        self.places.get(&(unit, key(number))).copied()
    }

    /// Whether there are any.
    pub fn has(&self, unit: Unit) -> bool {
        self.units.contains(&unit)
    }
}

/// `III` and `3` are the same.
fn key(number: &ClauseNumber) -> String {
    match number.components() {
        [one @ Ordinal::Letters(_)] => {
            one.roman().map_or_else(|| number.to_string().to_lowercase(), |n| n.to_string())
        }
        _ => number.to_string().to_lowercase(),
    }
}

/// The part that a text begins with: `Annex II`, `Chapter 3: Of lamps`.
fn begins(body: &str, language: &Language) -> Option<(Unit, ClauseNumber)> {
    if language.order != Order::WordFirst {
        return None;
    }
    let first = body.split([' ', '\u{a0}', '\n']).next()?;
    let word = first.to_lowercase();
    let outer = |known: &&Word| {
        matches!(known.unit, Unit::Annex | Unit::Chapter) && known.forms.contains(&word.as_str())
    };
    let unit = language.words.iter().find(outer)?.unit;
    let blank = body[first.len()..].chars().next()?;
    let (number, end) = number::read(body, first.len() + blank.len_utf8(), unit)?;
    let rest = body[end..].trim_start_matches([' ', '\u{a0}']);
    let closed = rest.is_empty() || rest.starts_with(['.', ':', '\n', '–', '—', '-']);
    let title = rest.chars().next().is_some_and(|c| c.is_uppercase() || matches!(c, '“' | '"'));
    (closed || title).then_some((unit, number))
}
