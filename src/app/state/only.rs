//! The blocks that are shown, if only the clauses with matches or with changes are.

use super::Search;
use crate::document::{BlockId, BlockKind, Document, Passage};
use crate::find::PatternSyntax;
use crate::typeset::Shown;
use std::collections::{BTreeSet, HashSet};

/// What is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OnlyShown {
    /// The matches of a search.
    Matches {
        /// Its pattern.
        pattern: String,
        /// The syntax of the pattern.
        syntax: PatternSyntax,
    },
    /// What changed, in a comparison.
    Changes,
}

/// The blocks that are shown, and what they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Only {
    /// What is shown.
    pub what: OnlyShown,
    pub(in crate::app) shown: Shown,
}

impl Only {
    pub(in crate::app) fn of(document: &Document, search: &Search) -> Self {
        let (pattern, syntax) = (search.pattern.clone(), search.syntax);
        let shown = Shown::of(blocks_around(document, search.matches()));
        Self { what: OnlyShown::Matches { pattern, syntax }, shown }
    }

    /// The changes of a comparison.
    pub(in crate::app) const fn changes(shown: Shown) -> Self {
        Self { what: OnlyShown::Changes, shown }
    }

    /// Whether it shows the changes, or the matches of a search.
    pub(in crate::app) fn is_of(&self, search: Option<&Search>) -> bool {
        match &self.what {
            OnlyShown::Changes => true,
            OnlyShown::Matches { pattern, syntax } => {
                search.is_some_and(|search| (&search.pattern, search.syntax) == (pattern, *syntax))
            }
        }
    }
}

/// The blocks of the clauses that contain matches, with the headings and lead-ins above them; in a
/// text without clauses, its paragraphs with matches.
pub(in crate::app) fn blocks_around(document: &Document, matches: &[Passage]) -> BTreeSet<BlockId> {
    let mut blocks = BTreeSet::new();
    let mut known = HashSet::new();
    let found =
        matches.iter().flat_map(|found| found.start.block.index()..=found.end.block.index());
    for block in found.map(BlockId::new) {
        let section = document.block(block).section;
        blocks.insert(block);
        if !known.insert(section) {
            continue;
        }
        if document.section(section).kind.is_provision() {
            blocks.extend(document.own_blocks(section));
            blocks.extend(document.lead_ins(section));
        }
        let headings = document.ancestry(section).flat_map(|outer| document.own_blocks(outer));
        blocks.extend(headings.filter(|id| document.block(*id).kind == BlockKind::Heading));
    }
    blocks
}
