//! Showing only the clauses with matches of the search, or those that changed, with their headings;
//! movement skips everything else.

use super::{App, Page, Search};
use crate::action::Action;
use crate::document::{BlockId, BlockKind, Document, Passage};
use crate::find::PatternSyntax;
use crate::messages::notices;
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
    shown: Shown,
}

impl Only {
    fn of(document: &Document, search: &Search) -> Self {
        let (pattern, syntax) = (search.pattern.clone(), search.syntax);
        let shown = Shown::of(blocks_around(document, search.matches()));
        Self { what: OnlyShown::Matches { pattern, syntax }, shown }
    }

    /// The changes of a comparison.
    pub(super) const fn changes(shown: Shown) -> Self {
        Self { what: OnlyShown::Changes, shown }
    }

    /// Whether it shows the changes, or the matches of a search.
    fn is_of(&self, search: Option<&Search>) -> bool {
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
pub(super) fn blocks_around(document: &Document, matches: &[Passage]) -> BTreeSet<BlockId> {
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

impl App {
    /// Shows only the clauses with matches, or everything again.
    pub(super) fn toggle_only_matches(&mut self) {
        if self.only.is_some() {
            self.show_only(None);
            return self.tell(notices::ALL_CLAUSES_SHOWN);
        }
        if let (Some(compared), None) = (&self.comparison, &self.search) {
            let only = Only::changes(compared.shown.clone());
            self.page = Page::Text;
            self.show_only(Some(only));
            let key = self.key_hint(Action::OnlyMatches);
            return self.tell(notices::only_changes_shown(key));
        }
        let key = self.key_hint(Action::SearchForward);
        match &self.search {
            None => self.tell(notices::search_first(key)),
            Some(search) if search.is_going_on() => self.tell(notices::STILL_SEARCHING),
            Some(search) if search.matches().is_empty() => self.tell(notices::NO_MATCHES_TO_SHOW),
            Some(search) => {
                let only = Only::of(&self.document, search);
                self.page = Page::Text;
                self.show_only(Some(only));
                let key = self.key_hint(Action::OnlyMatches);
                self.tell(notices::only_matches_shown(key));
            }
        }
    }

    /// Shows only these blocks, or everything.
    pub(super) fn show_only(&mut self, only: Option<Only>) {
        self.reading.show_only(&self.document, only.as_ref().map(|only| only.shown.clone()));
        self.only = only;
    }

    /// Updates the shown blocks to the current search; shows everything if there is none.
    pub(super) fn settle_only(&mut self) {
        if self.only.as_ref().is_some_and(|only| !only.is_of(self.search.as_ref())) {
            self.show_only(None);
        }
    }

    /// Shows everything if a block that must come into view is hidden.
    pub(super) fn uncover(&mut self, block: BlockId) {
        if !self.reading.shows(block) {
            self.show_only(None);
            self.tell(notices::ALL_CLAUSES_SHOWN);
        }
    }
}
