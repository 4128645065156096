//! How many sections of two versions are the same, changed, new, gone, moved or renumbered.

use super::alignment::Alignment;
use super::row::{Course, How, Row};
use crate::messages::comparing;
use serde::Serialize;

/// The rows of an alignment by what became of them. Furniture of the page is not counted, nor are
/// sections without words of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Counts {
    /// Rows with the same words at the same address.
    pub same: usize,
    /// Rows with other words, wherever they are now.
    pub changed: usize,
    /// Sections that are only in the new text.
    pub new: usize,
    /// Sections that are only in the old text.
    pub gone: usize,
    /// Rows that are elsewhere among the others.
    pub moved: usize,
    /// Rows under another address, in their place among the others.
    pub renumbered: usize,
    /// Those of the renumbered and moved rows whose words changed too.
    pub both: usize,
    /// Rows in which references follow a renumbering, and nothing else differs.
    pub followed: usize,
    /// Rows that differ in typography only.
    pub typographic: usize,
}

impl Counts {
    /// Whether no section has other words, is new or gone.
    pub fn is_unchanged(&self) -> bool {
        self.changed + self.new + self.gone == 0
    }

    /// Whether nothing differs at all, typography, numbers and order included.
    pub fn is_same(&self) -> bool {
        self.is_unchanged() && self.moved + self.renumbered + self.followed + self.typographic == 0
    }

    /// The counts in a line: `2 clauses changed, 1 new, 3 renumbered (1 of them changed)`.
    pub fn told(&self) -> String {
        type Told = fn(usize) -> String;
        let kinds: [(usize, Told, Told); 7] = [
            (self.changed, comparing::clauses_changed, comparing::more_changed),
            (self.new, comparing::clauses_new, comparing::more_new),
            (self.gone, comparing::clauses_gone, comparing::more_gone),
            (self.moved, comparing::clauses_moved, comparing::more_moved),
            (self.renumbered, comparing::clauses_renumbered, comparing::more_renumbered),
            (self.followed, comparing::clauses_followed, comparing::more_followed),
            (self.typographic, comparing::clauses_typographic, comparing::more_typographic),
        ];
        // Beside the last of the kinds that it counts.
        let of_both = if self.renumbered > 0 { 4 } else { 3 };
        let mut parts: Vec<String> = Vec::new();
        for (at, (count, first, further)) in kinds.into_iter().enumerate() {
            if count == 0 {
                continue;
            }
            // The first says what is counted.
            let told = if parts.is_empty() { first(count) } else { further(count) };
            let has_both = at == of_both && self.both > 0;
            parts.push(if has_both { comparing::both(told, self.both) } else { told });
        }
        if parts.is_empty() { comparing::NONE_CHANGED.to_owned() } else { parts.join(", ") }
    }
}

impl Alignment<'_> {
    /// Counts the rows.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        let words = |row: &Row| {
            row.old.iter().any(|id| self.old.profile(*id).words > 0)
                || row.new.iter().any(|id| self.new.profile(*id).words > 0)
        };
        for row in self.rows.iter().filter(|row| !row.is_furniture && words(row)) {
            match row.how {
                How::New => counts.new += 1,
                How::Gone => counts.gone += 1,
                How::Same => counts.same += usize::from(row.course == Course::Stayed),
                How::Typographic => counts.typographic += 1,
                How::Followed => counts.followed += 1,
                How::Edited | How::Replaced | How::Split | How::Merged => counts.changed += 1,
            }
            match row.course {
                Course::Stayed => continue,
                Course::Renumbered => counts.renumbered += 1,
                Course::Moved => counts.moved += 1,
            }
            counts.both += usize::from(row.is_changed());
        }
        counts
    }
}
