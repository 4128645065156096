//! The clauses that changed while the document was open: marked until the user dismisses the marks,
//! and visited one by one.

use super::App;
use crate::action::Action;
use crate::bookmarks::Revision;
use crate::document::{Document, SectionId};
use crate::messages::{notices, states};

/// How a section changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// Its words changed.
    Edited,
    /// It is new.
    Added,
    /// Only its references follow a renumbering.
    Followed,
}

impl Changed {
    /// Its sign in the outline.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Edited => "~",
            Self::Added => "+",
            Self::Followed => "=",
        }
    }

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Edited => states::CHANGED,
            Self::Added => states::ADDED,
            Self::Followed => states::FOLLOWED,
        }
    }
}

/// The changed sections, in reading order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    sections: Vec<(SectionId, Changed)>,
}

impl Changes {
    /// Adds those of a revision; earlier changes stay marked.
    pub(super) fn with(&self, revision: &Revision) -> Self {
        let added = revision.added.iter().map(|id| (*id, Changed::Added));
        let before =
            self.sections.iter().filter_map(|(id, how)| Some((revision.section(*id)?, *how)));
        let edited = revision.changed.iter().map(|id| (*id, Changed::Edited));
        let followed = revision.followed.iter().map(|id| (*id, Changed::Followed));
        let mut sections: Vec<_> = added.chain(before).chain(edited).chain(followed).collect();
        // A new section that is edited before it was seen still counts as new.
        sections.sort_by_key(|(id, _)| *id);
        sections.dedup_by_key(|(id, _)| *id);
        Self { sections }
    }

    /// The changed sections and how each changed.
    pub fn iter(&self) -> impl Iterator<Item = (SectionId, Changed)> + '_ {
        self.sections.iter().copied()
    }

    /// Whether there are no changes.
    pub fn is_empty(&self) -> bool {
        self.sections.is_empty()
    }

    /// How a section changed, if it did.
    pub fn of(&self, section: SectionId) -> Option<Changed> {
        let at = self.sections.binary_search_by_key(&section, |(id, _)| *id).ok()?;
        self.sections.get(at).map(|(_, how)| *how)
    }

    /// How a section, or any section below it, changed.
    pub fn in_and_below(&self, document: &Document, section: SectionId) -> Option<Changed> {
        let below = section.index()..document.section(section).end.max(section.index() + 1);
        let found = self.sections.iter().find(|(id, _)| below.contains(&id.index()));
        self.of(section).or_else(|| found.map(|_| Changed::Edited))
    }
}

impl App {
    /// Goes to the next or the previous changed section.
    pub(super) fn change_step(&mut self, forward: bool) {
        let count = self.changes.sections.len();
        if count == 0 {
            return self.tell(notices::NO_CHANGES);
        }
        let here = self.section_in_view().map_or(0, SectionId::index);
        let sections = &self.changes.sections;
        let (at, around) = if forward {
            let next = sections.partition_point(|(id, _)| id.index() <= here);
            if next < count { (next, false) } else { (0, true) }
        } else {
            let before = sections.partition_point(|(id, _)| id.index() < here).checked_sub(1);
            before.map_or((count - 1, true), |at| (at, false))
        };
        let (id, how) = sections[at];
        let first = self.document.own_blocks(id).next();
        if let Some(first) = first {
            self.show(self.document.block_passage(first));
            self.shown = None;
        }
        let seen = self.key_hint(Action::Cancel);
        self.tell(match around {
            true => notices::change_of_around(how.name(), at + 1, count, seen),
            false => notices::change_of(how.name(), at + 1, count, seen),
        });
    }

    /// Removes the marks; returns whether there were any.
    pub(super) fn dismiss_changes(&mut self) -> bool {
        !std::mem::take(&mut self.changes).is_empty()
    }
}
