//! Reading a comparison of two texts: what is shown of it, and the places in the texts that it is
//! of.

use super::{
    App, Changes, Compared, Effect, LabelWidths, Mode, Only, OnlyShown, PeekSubject, Prepared,
    blocks_around, skipped_clauses,
};
use crate::action::Action;
use crate::bookmarks::Bookmark;
use crate::comparison::{Comparison, Redline};
use crate::document::{BlockId, LinkTarget, Passage, Point};
use crate::messages::{headings, notices};
use crate::settings::{ColourDepth, Ornaments, RedlineChoice};
use crate::typeset::Shown;
use std::sync::Arc;

/// The rows in place of clauses that are skipped: their number, between blank ones.
const ROWS_OF_SKIPPED: usize = 3;

/// The columns for the signs of what became of a clause. A third sign takes that of the mark of the
/// paragraph in view, which goes to the next line.
const SIGNS: u16 = 2;

impl Prepared {
    /// Prepares a comparison. Goes through the whole text.
    pub fn of_comparison(comparison: Comparison) -> Self {
        let document = Arc::clone(comparison.document());
        let differing: Vec<Passage> =
            comparison.differing().map(|block| document.block_passage(block)).collect();
        let changes = Changes::compared(&comparison);
        let shown = Shown::of(blocks_around(&document, &differing)).parted_by(ROWS_OF_SKIPPED);
        let compared = Compared {
            skipped: skipped_clauses(&document, &shown),
            shown,
            comparison: Arc::new(comparison),
        };
        let prepared = Self::from(document);
        let labels = LabelWidths { signs: SIGNS, ..prepared.labels };
        Self { compared: Some(compared), changes, labels, ..prepared }
    }
}

impl App {
    /// The comparison that is being read, if it is one.
    pub fn comparing(&self) -> Option<&Comparison> {
        self.comparison.as_ref().map(|compared| compared.comparison.as_ref())
    }

    /// How many clauses without a change are skipped before a block; `None` if nothing is.
    pub fn skipped_before(&self, block: BlockId) -> Option<usize> {
        let compared = self.comparison.as_ref()?;
        let only_changes = self.only.as_ref().is_some_and(|only| only.what == OnlyShown::Changes);
        compared.skipped.get(&block).copied().filter(|_| only_changes)
    }

    /// The names of the two texts of the comparison.
    pub fn compared_names(&self) -> Option<(String, String)> {
        let comparison = self.comparing()?;
        let [old, new] = [comparison.old(), comparison.new_text()];
        Some((old.metadata().origin.name(), new.metadata().origin.name()))
    }

    /// How changed words are to be marked: by their style, where the screen can show it.
    pub fn wanted_redline(&self) -> Redline {
        let is_plain = self.theme.ornaments == Ornaments::Omitted
            || !self.theme.has_colours()
            || matches!(self.colours, ColourDepth::None | ColourDepth::Ansi);
        match self.settings.redline {
            RedlineChoice::Signs => Redline::Signs,
            RedlineChoice::Styles => Redline::Styles,
            RedlineChoice::Auto if is_plain => Redline::Signs,
            RedlineChoice::Auto => Redline::Styles,
        }
    }

    /// Whether the comparison marks changed words in another way than the look wants.
    pub fn has_other_redline(&self) -> bool {
        self.comparing().is_some_and(|comparison| comparison.redline() != self.wanted_redline())
    }

    /// Shows what changed in a comparison, from the first entry of its summary on.
    pub(super) fn begin_comparing(&mut self) {
        if let Some(only) = self.only_changes() {
            self.show_only(Some(only));
            self.link = self.first_entry();
        }
    }

    /// What is shown of a comparison while only the changes are.
    pub(super) fn only_changes(&self) -> Option<Only> {
        self.comparison.as_ref().map(|compared| Only::changes(compared.shown.clone()))
    }

    /// The first entry of the summary.
    fn first_entry(&self) -> Option<usize> {
        let first = self.document.links().first()?;
        let block = self.document.point_at(first.span.start)?.block;
        self.is_summary(block).then_some(0)
    }

    /// Whether a block is part of the summary of a comparison.
    pub(super) fn is_summary(&self, block: BlockId) -> bool {
        self.comparing().is_some_and(|comparison| comparison.block(block).is_none())
    }

    /// Whether the chosen link is an entry of the summary.
    pub(super) fn is_at_entry(&self) -> bool {
        let link = self.current_link().and_then(|link| self.document.point_at(link.span.start));
        link.is_some_and(|point| self.is_summary(point.block))
    }

    /// Goes to the change that an entry of the summary names; returns whether the link is one.
    pub(super) fn follow_entry(&mut self, at: usize) -> bool {
        let Some(link) = self.document.links().get(at) else { return false };
        let is_entry = |point: Point| self.is_summary(point.block);
        let LinkTarget::Passage(target) = link.target else { return false };
        if !self.document.point_at(link.span.start).is_some_and(is_entry) {
            return false;
        }
        self.mode = Mode::Read;
        self.link = None;
        self.show(target);
        self.shown = None;
        true
    }

    /// Compares with another document, which the user chooses; in a comparison, exchanges the old
    /// and the new text.
    pub(super) fn compare(&mut self) -> Vec<Effect> {
        if self.comparison.is_some() {
            return vec![Effect::SwapComparison];
        }
        self.ask_for_path(Action::Compare.name());
        Vec::new()
    }

    /// Shows the old wording of the paragraph in view; returns whether there is one to show, or a
    /// reason why not.
    pub(super) fn peek_old(&mut self) -> bool {
        let Some(block) = self.block_in_view() else { return false };
        let Some(comparison) = self.comparing().filter(|all| all.block(block).is_some()) else {
            return false;
        };
        match comparison.old_wording(block) {
            Some(passage) => {
                let old = comparison.old();
                let text = old.passage_text(passage);
                let name = old.metadata().origin.name();
                let title = headings::old_wording(old.passage_address(passage), name);
                let subject = PeekSubject::Report { title, text };
                self.open_peek(subject, Some(Point::start_of(block)));
            }
            None => self.tell(notices::NO_OLD_WORDING),
        }
        true
    }

    /// A new bookmark of a passage: in a comparison, of the new text. Says so if the words are gone.
    pub(super) fn new_bookmark(&mut self, passage: Passage, note: &str) -> Option<Bookmark> {
        let Some(comparison) = self.comparing() else {
            return Some(Bookmark::new(&self.document, passage, note));
        };
        let new = comparison.new_text();
        match comparison.passage_in_new(passage) {
            Some(passage) => Some(Bookmark::new(new, passage, note)),
            None if self.is_summary(passage.start.block) => {
                self.complain(notices::SUMMARY_NOT_MARKED);
                None
            }
            None => {
                let name = comparison.old().metadata().origin.name();
                self.complain(notices::gone_not_marked(name));
                None
            }
        }
    }

    /// The place in the new text at which the comparison is being read.
    pub fn place_in_new(&self) -> Option<Point> {
        self.comparing()?.point_in_new(self.attended().unwrap_or_else(|| self.here()))
    }

    /// Goes to a place of the new text in the comparison.
    pub fn go_to_compared(&mut self, point: Point) {
        if let Some(point) = self.comparing().and_then(|all| all.point_here(point)) {
            self.link = None;
            self.jump_to(point);
        }
        self.refresh();
    }
}
