//! The clauses that changed, in a comparison or while the document was open.

use crate::align::Fate;
use crate::bookmarks::Revision;
use crate::comparison::Comparison;
use crate::document::{Document, Point, SectionId};
use crate::messages::comparing;

/// Where to step from a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Towards {
    Next,
    Previous,
}

/// How a section changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    fate: Fate,
    /// Its address in the old text, where that is another and the old text is known.
    was: Option<String>,
    /// Whether it contains a reference that still names an old number.
    is_stale: bool,
}

impl Changed {
    /// A change of which nothing else is known.
    const fn of(fate: Fate) -> Self {
        Self { fate, was: None, is_stale: false }
    }

    /// Its signs in the contents.
    pub fn signs(&self) -> String {
        let stale = if self.is_stale { "!" } else { "" };
        format!("{}{stale}", self.fate.signs())
    }

    /// The most important of its signs.
    pub fn sign(&self) -> &'static str {
        match (self.is_stale, self.fate.words_sign(), self.fate.course_sign()) {
            (_, "", "") => "!",
            (_, "", course) => course,
            (_, words, _) => words,
        }
    }

    /// What happened to it, in words.
    pub fn name(&self) -> String {
        let told = self.fate.told(self.was.as_deref());
        match (self.is_stale, told.as_str()) {
            (false, _) => told,
            (true, "") => comparing::HAS_OLD_NUMBER.to_owned(),
            (true, told) => format!("{told}, {}", comparing::HAS_OLD_NUMBER),
        }
    }
}

/// The changed sections and the changes in them, in reading order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    pub(in crate::app) sections: Vec<(SectionId, Changed)>,
    pub(in crate::app) stops: Vec<Point>,
}

impl Changes {
    /// Adds those of a revision; earlier changes stay marked.
    pub(in crate::app) fn with(&self, revision: &Revision, new: &Document) -> Self {
        let of = |sections: &[SectionId], fate: Fate| -> Vec<(SectionId, Changed)> {
            sections.iter().map(|id| (*id, Changed::of(fate))).collect()
        };
        let before = self.sections.iter().cloned();
        let before = before.filter_map(|(id, how)| Some((revision.section(id)?, how)));
        // A new section that is edited before it was seen still counts as new.
        let mut sections = of(&revision.added, Fate::NEW);
        sections.extend(before);
        sections.extend(of(&revision.changed, Fate::EDITED));
        sections.extend(of(&revision.followed, Fate::FOLLOWED));
        sections.sort_by_key(|(id, _)| *id);
        sections.dedup_by_key(|(id, _)| *id);
        let first = |(id, _): &(SectionId, Changed)| new.own_blocks(*id).next();
        let stops = sections.iter().filter_map(first).map(Point::start_of).collect();
        Self { sections, stops }
    }

    /// Those of a comparison.
    pub(in crate::app) fn compared(comparison: &Comparison) -> Self {
        let sections = comparison.sections().iter().map(|section| {
            let (fate, was) = (section.fate, section.was.clone());
            (section.id, Changed { fate, was, is_stale: section.is_stale })
        });
        let stops = comparison.stops().iter().map(|stop| stop.point);
        Self { sections: sections.collect(), stops: stops.collect() }
    }

    /// The changed sections and how each changed.
    pub fn iter(&self) -> impl Iterator<Item = (SectionId, &Changed)> + '_ {
        self.sections.iter().map(|(id, how)| (*id, how))
    }

    /// Whether there are no changes.
    pub fn is_empty(&self) -> bool {
        self.sections.is_empty()
    }

    /// How a section changed, if it did.
    pub fn of(&self, section: SectionId) -> Option<&Changed> {
        let at = self.sections.binary_search_by_key(&section, |(id, _)| *id).ok()?;
        self.sections.get(at).map(|(_, how)| how)
    }

    /// The signs of a section or, if it did not change, the sign that a section below it did.
    pub fn signs_in_and_below(&self, document: &Document, section: SectionId) -> Option<String> {
        let end = document.section(section).end.max(section.index() + 1);
        let from = self.sections.partition_point(|(id, _)| *id < section);
        let is_below = self.sections.get(from).is_some_and(|(id, _)| id.index() < end);
        let own = self.of(section).map(Changed::signs);
        own.or_else(|| is_below.then(|| Fate::EDITED.signs()))
    }

    /// The place of the next change after a point, or of the last before it, and whether it was
    /// reached around the end. `None` if there are no changes.
    pub(in crate::app) fn step(
        &self,
        here: Point,
        is_seen: bool,
        towards: Towards,
    ) -> Option<(usize, bool)> {
        let last = self.stops.len().checked_sub(1)?;
        Some(if towards == Towards::Next {
            let next =
                self.stops.partition_point(|stop| *stop < here || (is_seen && *stop == here));
            if next <= last { (next, false) } else { (0, true) }
        } else {
            let before = self.stops.partition_point(|stop| *stop < here).checked_sub(1);
            before.map_or((last, true), |at| (at, false))
        })
    }
}
