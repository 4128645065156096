//! The sections that are open at a place of a text, and what closes them.

use crate::lexicon::keywords::Rank;

/// A section that is open.
#[derive(Debug, Clone, Copy)]
pub struct Open {
    /// How far out it is.
    pub level: OpenLevel,
    /// The level of its heading, by the format.
    pub heading: Option<u8>,
    /// Columns before its label.
    pub indent: usize,
    /// Columns before the lines that its first one was wrapped into, where it was.
    pub hang: Option<usize>,
}

impl Open {
    /// Whether a heading of a level, by the format, is inside it.
    pub fn holds_heading(&self, level: u8) -> bool {
        match self.level {
            OpenLevel::Annex | OpenLevel::Division(_) => self.heading.is_none_or(|own| own < level),
            OpenLevel::Heading | OpenLevel::Provision(_) => {
                self.heading.is_some_and(|own| own < level)
            }
            OpenLevel::Preamble => false,
        }
    }
}

/// How far out a section is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OpenLevel {
    /// An annex.
    Annex,
    /// A chapter, or another division of a rank.
    Division(Rank),
    /// A heading.
    Heading,
    /// A preamble.
    Preamble,
    /// A provision, by its depth.
    Provision(usize),
}

/// The open sections, outermost first.
#[derive(Debug, Default)]
pub struct OpenSections {
    all: Vec<Open>,
    /// Where wrapped lines of provisions are, by their depth.
    hangs: Vec<Option<usize>>,
}

impl OpenSections {
    /// Opens a section in the innermost one.
    pub fn push(&mut self, section: Open) {
        self.all.push(section);
    }

    /// Closes the innermost section.
    pub fn pop(&mut self) {
        self.all.pop();
    }

    /// The innermost section.
    pub fn last(&self) -> Option<&Open> {
        self.all.last()
    }

    /// Whether the innermost section ends before one of this level: it is not further out.
    pub fn closes_before(&self, level: OpenLevel, heading: Option<u8>) -> bool {
        let Some(top) = self.last() else { return false };
        let outer = match (top.level, level) {
            // A heading holds provisions, unless it is of their own level.
            (OpenLevel::Heading, OpenLevel::Provision(_)) => {
                heading.is_none_or(|own| top.heading.is_some_and(|level| level < own))
            }
            (OpenLevel::Preamble, _) => false,
            (OpenLevel::Heading, OpenLevel::Division(_)) => {
                heading.is_some_and(|own| top.heading.is_some_and(|level| level < own))
            }
            (top, level) => top < level,
        };
        !outer
    }

    /// Whether text at an indent is further out than the innermost section, a sub-clause.
    pub fn is_left_by(&self, indent: usize) -> bool {
        let Some(top) = self.last() else { return false };
        let OpenLevel::Provision(depth) = top.level else { return false };
        let outside =
            indent < top.indent || top.hang.is_some_and(|hang| hang > top.indent && indent < hang);
        depth > 0 && outside && top.heading.is_none()
    }

    /// Notes where the wrapped lines of the innermost section are, a provision of a depth.
    pub fn hang(&mut self, depth: usize, hang: Option<usize>) {
        self.hangs.resize(self.hangs.len().max(depth + 1), None);
        self.hangs.truncate(depth + 1);
        if hang.is_some() {
            self.hangs[depth] = hang;
        }
        let known = hang.or(self.hangs[depth]);
        if let Some(top) = self.all.last_mut() {
            top.hang = known;
        }
    }

    /// Columns before running text in the innermost section.
    pub fn text_indent(&self) -> usize {
        match self.last() {
            Some(Open { level: OpenLevel::Provision(_), hang, indent, .. }) => {
                hang.unwrap_or(*indent)
            }
            _ => 0,
        }
    }
}
