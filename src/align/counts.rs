//! How many sections of two versions are the same, changed, new, gone, moved or renumbered.

use super::alignment::Alignment;
use super::row::{Course, Extent, How, Row};
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
        let mut parts: Vec<String> = Vec::new();
        let mut put = |count: usize, one: &str, many: &str| {
            let word = if count == 1 { one } else { many };
            match (count, parts.is_empty()) {
                (0, _) => {}
                // The first says what is counted.
                (1, true) => parts.push(format!("1 clause {word}")),
                (_, true) => parts.push(format!("{count} clauses {word}")),
                _ => parts.push(format!("{count} {word}")),
            }
        };
        put(self.changed, "changed", "changed");
        put(self.new, "new", "new");
        put(self.gone, "gone", "gone");
        let of_these = |word: &str| match self.both {
            0 => word.to_owned(),
            both => format!("{word} ({both} of them changed)"),
        };
        let (moved, renumbered) = match (self.moved, self.renumbered) {
            (_, 0) => (of_these("moved"), String::new()),
            _ => ("moved".to_owned(), of_these("renumbered")),
        };
        put(self.moved, &moved, &moved);
        put(self.renumbered, &renumbered, &renumbered);
        put(
            self.followed,
            "differs only in renumbered references",
            "differ only in renumbered references",
        );
        put(self.typographic, "differs only in typography", "differ only in typography");
        if parts.is_empty() { "no clause changed".to_owned() } else { parts.join(", ") }
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
            match (row.how, row.extent) {
                (How::New, _) => counts.new += 1,
                (How::Gone, _) => counts.gone += 1,
                (How::Same, Extent::None) if row.course == Course::Stayed => counts.same += 1,
                (_, Extent::None) => {}
                (_, Extent::Typographic) => counts.typographic += 1,
                (_, Extent::Followed) => counts.followed += 1,
                (_, Extent::Words) => counts.changed += 1,
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
