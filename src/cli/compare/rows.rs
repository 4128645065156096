//! Which rows of a comparison are printed.

use crate::align::{Alignment, Course, How, Row, Stale};
use crate::cli::arguments::{Compare, Compared};
use crate::cli::error::Failure;
use crate::cli::places as addressed;
use crate::document::{Document, SectionId};
use crate::find::{LookupError, Target, look_up};
use std::collections::HashSet;

/// Which rows are printed.
pub(super) struct Shown {
    what: Compared,
    /// What was asked for; `None` for all.
    at: Option<Asked>,
    strict: bool,
}

impl Shown {
    pub(super) fn of(compare: &Compare, alignment: &Alignment) -> Result<Self, Failure> {
        let at = match compare.at.as_deref() {
            Some(address) => Some(at(alignment, address)?),
            None => None,
        };
        Ok(Self { what: compare.what(), at, strict: compare.strict })
    }

    pub(super) fn has(&self, row: &Row) -> bool {
        let differs = match (row.how, row.course) {
            (How::Same, Course::Stayed) => false,
            (How::Typographic, Course::Stayed) => self.strict,
            _ => true,
        };
        let is_asked = match &self.at {
            None => true,
            Some(Asked::Old(ids)) => row.old.iter().any(|id| ids.contains(id)),
            Some(Asked::New(ids)) => row.new.iter().any(|id| ids.contains(id)),
        };
        is_asked && (differs || self.what == Compared::All)
    }

    pub(super) fn has_stale(&self, alignment: &Alignment, stale: &Stale) -> bool {
        let section = alignment.new_document().block(stale.at).section;
        match &self.at {
            None => true,
            Some(Asked::Old(_)) => false,
            Some(Asked::New(ids)) => ids.contains(&section),
        }
    }
}

/// The sections at an address, with all inside them.
enum Asked {
    /// Of the old text.
    Old(HashSet<SectionId>),
    /// Of the new text.
    New(HashSet<SectionId>),
}

/// Returns the sections at an address in the new text or, failing that, in the old one.
fn at(alignment: &Alignment, address: &str) -> Result<Asked, Failure> {
    let below = |document: &Document, ids: Vec<SectionId>| -> HashSet<SectionId> {
        ids.into_iter().flat_map(|id| document.with_inner(id)).collect()
    };
    let sections = |document: &Document| match look_up(document, address, None) {
        Ok(Target::Text { sections, .. }) => Ok(Some(below(document, sections))),
        Ok(_) => Ok(None),
        Err(error) => Err(error),
    };
    match sections(alignment.new_document()) {
        Ok(Some(ids)) => Ok(Asked::New(ids)),
        Err(LookupError::Miss(miss)) => match sections(alignment.old()) {
            Ok(Some(ids)) => Ok(Asked::Old(ids)),
            _ => Err(addressed::missed(alignment.new_document(), address, LookupError::Miss(miss))),
        },
        Err(error) => Err(error.into()),
        Ok(None) => Err(Failure::NoClause(address.to_owned())),
    }
}
