//! The blocks that are shown, if only the clauses with matches or with changes are.

use super::Search;
use crate::document::{BlockId, BlockKind, Document, Passage};
use crate::find::PatternSyntax;
use crate::typeset::{Pairing, Shown, TextSide};
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
    /// What is not one paragraph beside one, in two texts side by side.
    Unmatched,
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

    /// The rows of two texts that are not one paragraph beside one; `None` if all are.
    pub(in crate::app) fn unmatched(pairing: &Pairing, side: TextSide) -> Option<Self> {
        let rows = pairing.unmatched(side);
        let own = |at: &u32| pairing.row(side, *at as usize).own.map(BlockId::new);
        let shown = Shown::of(rows.iter().flat_map(own));
        let shown = (!rows.is_empty()).then(|| shown.with_rows(rows.into()));
        shown.map(|shown| Self { what: OnlyShown::Unmatched, shown })
    }

    /// Whether it shows the changes, or the matches of a search.
    pub(in crate::app) fn is_of(&self, search: Option<&Search>) -> bool {
        match &self.what {
            OnlyShown::Changes | OnlyShown::Unmatched => true,
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
