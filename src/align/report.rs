//! How an alignment is reported in lines: the places of its rows, references to old numbers, and
//! remarks on the whole.

use super::alignment::Alignment;
use super::references::Stale;
use super::row::Row;
use super::runs::Told;
use crate::document::{Document, SectionId};
use crate::messages::comparing;

/// Below this share of common words, two texts have next to nothing in common.
const NOTHING_IN_COMMON: f32 = 0.05;

/// Below this share of common words, texts that declare two languages are in two languages.
const TWO_LANGUAGES: f32 = 0.1;

impl Alignment<'_> {
    /// What a reader of the comparison must know.
    pub fn remarks(&self) -> Vec<String> {
        let (old, new) = (self.old(), self.new_document());
        let mut remarks = Vec::new();
        let has_clauses = |document: &Document| {
            document.sections().iter().any(|section| section.kind.is_provision())
        };
        if !has_clauses(old) && !has_clauses(new) {
            remarks.push(comparing::NO_CLAUSES.to_owned());
        }
        let languages = (&old.metadata().language, &new.metadata().language);
        let is_same = old.metadata().content == new.metadata().content;
        let common = if is_same { 1.0 } else { self.common() };
        match languages {
            (Some(a), Some(b)) if a != b && common < TWO_LANGUAGES => {
                remarks.push(comparing::two_languages(a, b));
            }
            _ if common < NOTHING_IN_COMMON => {
                remarks.push(comparing::NOTHING_IN_COMMON.to_owned());
            }
            _ => {}
        }
        match self.coarse() {
            0 => {}
            clauses => remarks.push(comparing::aligned_roughly(clauses)),
        }
        remarks
    }

    /// The old and new address of a row: `4`, or `4 -> 5`.
    pub fn places(&self, row: &Row) -> String {
        let old = addresses(self.old(), &row.old).join(", ");
        let new = addresses(self.new_document(), &row.new).join(", ");
        match (old.is_empty(), new.is_empty()) {
            (true, _) => new,
            (_, true) => old,
            _ if old == new => new,
            _ => format!("{old} -> {new}"),
        }
    }

    /// The places of a row, or of a run of rows from the first to the last: `2-3 -> 3-4`, or
    /// `A.6 -> A.5, with 8 below`.
    pub fn told_places(&self, told: &Told) -> String {
        let (first, last, count) = match told {
            Told::Row(row) => return self.places(row),
            Told::Run(first, last, count) => (first, last, count),
        };
        let ends = |row: &Row| {
            let (old, new) = (self.old(), self.new_document());
            (addresses(old, &row.old).concat(), addresses(new, &row.new).concat())
        };
        let ((from, to), (from_last, to_last)) = (ends(first), ends(last));
        if from == from_last {
            format!("{from} -> {to}, {}", comparing::with_below(count - 1))
        } else {
            format!("{from}-{from_last} -> {to}-{to_last}")
        }
    }

    /// The title of a row's section, in the new text or, if it is gone, in the old one.
    pub fn title(&self, row: &Row) -> String {
        match (row.new.first(), row.old.first()) {
            (Some(id), _) => self.new_document().title(*id).into_owned(),
            (None, Some(id)) => self.old().title(*id).into_owned(),
            (None, None) => String::new(),
        }
    }

    /// What a reference to an old number says, and what it should say.
    pub fn stale_line(&self, stale: &Stale) -> String {
        let new = self.new_document();
        let at = new.block_address(stale.at);
        match stale.is {
            Some(id) => comparing::stale(at, &stale.says, new.section_address(id)),
            None => comparing::stale_gone(at, &stale.says),
        }
    }
}

/// The addresses of some sections.
pub fn addresses<'a>(document: &'a Document, ids: &[SectionId]) -> Vec<&'a str> {
    ids.iter().map(|id| document.section_address(*id)).collect()
}
