//! Movement by rows, paragraphs and clauses, to the ends and sideways, in whatever has the focus.

use super::{App, Focus, Mode, Page, moved};
use crate::action::Action;
use crate::document::{BlockId, Document, Point};

impl App {
    pub(super) fn page_rows(&self) -> i64 {
        if self.layout.second.is_some() {
            // Two columns turn together, like the pages of a book.
            return i64::from(self.layout.rows());
        }
        // The last two rows of the page stay in view, for orientation.
        i64::from(self.layout.text.height.saturating_sub(2).max(1))
    }

    pub(super) fn half_page(&self) -> i64 {
        i64::from((self.layout.rows() / 2).max(1))
    }

    /// Moves by rows.
    pub(super) fn lines(&mut self, by: i64) {
        match &mut self.mode {
            Mode::Select(_) => self.select_lines(by),
            Mode::Help(help) => help.step(by, &self.settings.keys),
            Mode::Bookmarks => {
                let last = self.listed().len().saturating_sub(1);
                self.list.chosen = moved(self.list.chosen, by, last);
            }
            Mode::Documents => {
                let last = self.recent.listed().len().saturating_sub(1);
                self.recent.chosen = moved(self.recent.chosen, by, last);
            }
            _ => match (self.focus, &mut self.page) {
                (Focus::Outline, _) => self.outline.step(by),
                (Focus::Pane, Page::Register(_)) => self.step_register(by),
                (Focus::Pane, Page::Text) => self.reading.scroll(&self.document, by),
            },
        }
    }

    /// Goes to the first or the last item of whatever has the focus.
    pub(super) fn ends(&mut self, last: bool) {
        let in_text = self.focus == Focus::Pane && self.page == Page::Text;
        if matches!(self.mode, Mode::Select(_)) {
            self.select_by(if last { Action::End } else { Action::Top }, 1);
        } else if matches!(self.mode, Mode::Read) && in_text {
            self.history.leave(self.view());
            self.attention = None;
            if last {
                self.go_to_end();
            } else {
                self.reading.start(&self.document);
            }
        } else {
            let far = i64::from(u32::MAX);
            self.lines(if last { far } else { -far });
        }
    }

    pub(super) fn paragraphs(&mut self, by: i64) {
        if matches!(self.mode, Mode::Select(_)) {
            self.select_paragraphs(by);
            return;
        }
        let to = self.steps(by, paragraph_from);
        self.stop_at(to);
    }

    pub(super) fn clauses(&mut self, by: i64) {
        if let Mode::Select(selection) = &mut self.mode {
            if let Some(to) = section_from(&self.document, selection.head, by) {
                selection.head = to;
            }
            self.reveal_head();
        } else {
            let to = self.steps(by, section_from);
            self.stop_at(to);
        }
    }

    /// The point `by` steps from the first words in view; steps skip hidden blocks.
    fn steps(
        &self,
        by: i64,
        step: impl Fn(&Document, Point, i64) -> Option<Point>,
    ) -> Option<Point> {
        if self.only.is_none() {
            return step(&self.document, self.here(), by);
        }
        let (mut here, mut to, mut left) = (self.here(), None, by.unsigned_abs());
        while left > 0
            && let Some(next) = step(&self.document, here, by.signum())
        {
            here = next;
            if self.reading.shows(here.block) {
                to = Some(here);
                left -= 1;
            }
        }
        to
    }

    /// Puts a point on the top row; does nothing if there is no point.
    fn stop_at(&mut self, point: Option<Point>) {
        let Some(point) = point else { return };
        self.page = Page::Text;
        self.focus = Focus::Pane;
        self.attention = None;
        self.reading.go(&self.document, point);
    }

    pub(super) fn sideways(&mut self, right: bool, times: i64) {
        match (&mut self.mode, self.focus, &mut self.page) {
            (Mode::Select(_), ..) => {
                self.select_by(if right { Action::Right } else { Action::Left }, times);
            }
            (Mode::Documents, ..) => {}
            (Mode::Bookmarks, ..) => {
                let at = self.list.at();
                self.bookmark_index.choose(at, right);
            }
            (_, Focus::Outline, _) if right => {
                if !self.outline.step_in(&self.document) {
                    self.focus = Focus::Pane;
                }
            }
            (_, Focus::Outline, _) => self.outline.step_out(&self.document),
            (_, Focus::Pane, Page::Register(_)) => {
                if !self.turn_register(right) && !right {
                    self.focus = Focus::Outline;
                }
            }
            (_, Focus::Pane, Page::Text) => {
                if !right {
                    self.focus = Focus::Outline;
                }
            }
        }
    }
}

/// The start of the paragraph `by` paragraphs from a point, or of the last one in that direction;
/// `None` if there is none.
fn paragraph_from(document: &Document, from: Point, by: i64) -> Option<Point> {
    let is_paragraph = |id: &BlockId| document.block(*id).kind.is_paragraph();
    let here = from.block.index();
    let steps = usize::try_from(by.unsigned_abs()).unwrap_or(usize::MAX);
    let block = if by > 0 {
        let after = (here + 1..document.block_count()).map(BlockId::new);
        after.filter(is_paragraph).take(steps).last()
    } else {
        // From inside a paragraph, the first step back goes to its start.
        let before = here + usize::from(from.byte > 0);
        let before = (0..before.min(document.block_count())).rev().map(BlockId::new);
        before.filter(is_paragraph).take(steps).last()
    };
    block.map(Point::start_of)
}

/// The start of the section `by` sections from a point, or of the last one in that direction;
/// `None` if there is none. Sections that begin with the same block count as one.
fn section_from(document: &Document, from: Point, by: i64) -> Option<Point> {
    let sections = document.sections();
    let start = |at: usize| sections[at].blocks.start;
    let mut to = None;
    let mut here = from;
    for _ in 0..by.unsigned_abs() {
        let block = here.block.index();
        let next = if by > 0 {
            let at = sections.partition_point(|s| s.blocks.start <= block);
            (at < sections.len()).then(|| start(at)).filter(|b| *b < document.block_count())
        } else {
            let passed = |b: usize| b < block || (b == block && here.byte > 0);
            sections.partition_point(|s| passed(s.blocks.start)).checked_sub(1).map(start)
        };
        let Some(next) = next else { break };
        here = Point::start_of(BlockId::new(next));
        to = Some(here);
    }
    to
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Origin;

    #[test]
    fn stops_are_where_sections_and_paragraphs_begin() {
        let letter = include_bytes!("../../tests/fixtures/harbour-letter.txt");
        let letter = crate::source::read(letter, Origin::StandardInput).expect("text");
        let at = |address: &str| match crate::find::look_up(&letter, address, None) {
            Ok(crate::find::Target::Text { passage, .. }) => passage.start,
            other => panic!("{other:?}"),
        };
        let inside = Point { byte: 5, ..at("2:2") };
        assert_eq!(paragraph_from(&letter, inside, 1), Some(at("2:3")));
        assert_eq!(paragraph_from(&letter, inside, -1), Some(at("2:2")));
        assert_eq!(paragraph_from(&letter, inside, -2), Some(at("2:1")));
        assert_eq!(section_from(&letter, inside, 1), Some(at("3")));
        assert_eq!(section_from(&letter, inside, -1), Some(at("2")));
        assert_eq!(section_from(&letter, at("2"), -1), Some(at("1")));
        assert_eq!(section_from(&letter, at("1"), 2), Some(at("3")));
        assert_eq!(section_from(&letter, at("notice"), 1), None);
        assert_eq!(section_from(&letter, Point::default(), -1), None);
        assert_eq!(paragraph_from(&letter, Point::default(), -3), None);
    }
}
