//! Going to a place: by an address, from a list, back and forward.

use super::{
    App, Effect, Focus, Mode, OutlineEntry, Page, Register, RegisterKind, RegisterList,
    ReturnPlace, View,
};
use crate::action::Action;
use crate::document::{Passage, Point, RosterId, TextOffset};
use crate::find::{Target, look_up};
use crate::messages::notices;

impl App {
    /// Opens the document at the target of an address.
    pub fn open_at(&mut self, target: &Target) {
        self.go_to(target);
        self.refresh();
    }

    /// Opens the document at a point.
    pub fn open_at_point(&mut self, point: Point) {
        self.jump_to(point);
        self.refresh();
    }

    /// What the pane shows, to return to later.
    pub(super) fn view(&self) -> View {
        View { top: self.reading.top(), page: self.page }
    }

    /// Jumps to a point of the text; the user can go back.
    pub fn jump_to(&mut self, point: Point) {
        self.history.leave(self.view());
        self.page = Page::Text;
        self.attention = None;
        self.uncover(point.block);
        self.reading.go(&self.document, point);
    }

    pub(super) fn go_to_clause(&mut self, number: u32) {
        match look_up(&self.document, &number.to_string(), None) {
            Ok(target) => self.go_to(&target),
            Err(miss) => self.complain(miss.to_string()),
        }
    }

    /// Jumps to a percentage of the document.
    pub(super) fn go_to_part(&mut self, percent: Option<u32>) {
        let Some(percent) = percent.or(Some(0)).filter(|percent| *percent <= 100) else {
            return self.complain(notices::PERCENTAGE);
        };
        let Some(point) = self.part_at(percent) else { return };
        self.history.leave(self.view());
        (self.page, self.focus) = (Page::Text, Focus::Pane);
        self.attention = None;
        self.reading.go_within(&self.document, point);
    }

    /// The point at a percentage of the document.
    pub fn part_at(&self, percent: u32) -> Option<Point> {
        let share = u128::from(percent) * self.document.text().len() as u128 / 100;
        let offset = TextOffset::new(usize::try_from(share).unwrap_or(usize::MAX));
        let end = || self.document.last_block().map(|block| self.document.end_of(block));
        self.document.point_at(offset).or_else(end)
    }

    /// Jumps to the target of an address.
    pub(super) fn go_to(&mut self, target: &Target) {
        match *target {
            Target::Text { passage, .. } => self.jump_to(passage.start),
            Target::Roster(id) => self.open_register(RegisterKind::Roster(id), 0),
            Target::Entry(id, row) => self.open_register(RegisterKind::Roster(id), row),
        }
        self.focus = Focus::Pane;
    }

    /// Shows a passage, from the start of its paragraph if both fit into the pane.
    pub(super) fn show(&mut self, passage: Passage) {
        self.jump_to(Point::start_of(passage.start.block));
        self.focus = Focus::Pane;
        self.attend(passage.start);
        self.shown = Some(passage);
    }

    /// Shows a passage of a document that was entered from another: going back leads there.
    pub(super) fn show_without_return(&mut self, passage: Passage) {
        (self.page, self.focus) = (Page::Text, Focus::Pane);
        self.reading.go(&self.document, Point::start_of(passage.start.block));
        self.attend(passage.start);
        self.shown = Some(passage);
    }

    /// Brings a point into view and makes it the point that actions refer to.
    pub(super) fn attend(&mut self, point: Point) {
        self.page = Page::Text;
        self.uncover(point.block);
        self.reading.reveal(&self.document, point);
        self.attention = Some(point);
    }

    pub(super) fn open_register(&mut self, kind: RegisterKind, row: usize) {
        if self.page == Page::Text {
            self.hold();
            self.history.leave(self.view());
        }
        self.register_list = RegisterList::default();
        self.page = Page::Register(Register { row, ..Register::new(kind) });
        self.focus = Focus::Pane;
    }

    pub(super) fn open_members(&mut self) {
        let rosters = self.document.rosters().len();
        if rosters == 0 {
            self.tell(notices::LISTS_NO_PARTIES);
            return;
        }
        // The key cycles through the rosters and returns to the text.
        let next = match self.page {
            Page::Register(Register { kind: RegisterKind::Roster(id), .. }) => id.index() + 1,
            _ => 0,
        };
        if next < rosters {
            self.open_register(RegisterKind::Roster(RosterId::new(next)), 0);
        } else {
            self.give_back();
        }
    }

    pub(super) fn open_abbreviations(&mut self) {
        if self.document.abbreviations().is_empty() {
            self.tell(notices::EXPLAINS_NO_ABBREVIATIONS);
        } else {
            self.open_register(RegisterKind::Abbreviations, 0);
        }
    }

    pub(super) fn open_terms(&mut self) {
        if self.document.terms().is_empty() {
            self.tell(notices::DEFINES_NO_TERMS);
        } else {
            self.open_register(RegisterKind::Terms, 0);
        }
    }

    pub(super) fn open_references(&mut self) {
        if self.document.links().is_empty() {
            self.tell(notices::NO_REFERENCES);
        } else {
            self.open_register(RegisterKind::References, 0);
            self.choose_first_after_view();
        }
    }

    /// Lists the references to the clause in view, or to the nearest enclosing section that has
    /// any.
    pub(super) fn open_citations(&mut self) {
        let section = match (self.focus, self.outline.chosen()) {
            (Focus::Outline, Some(OutlineEntry::Section(id))) => Some(id),
            _ => self.section_in_view(),
        };
        let Some(section) = section else { return };
        let document = &self.document;
        let cited = document.ancestry(section).find(|id| !document.cited_by(*id).is_empty());
        match cited {
            Some(id) => {
                self.mode = Mode::Read;
                self.open_register(RegisterKind::CitedBy(id), 0);
            }
            None => {
                let name = document.section_name(section);
                self.tell(notices::nothing_refers_to(name));
            }
        }
    }

    /// Opens the entry under the outline's cursor.
    pub(super) fn open_entry(&mut self) {
        match self.outline.chosen() {
            Some(OutlineEntry::Section(id)) => {
                if let Some(passage) = self.document.section_passage(id) {
                    self.jump_to(passage.start);
                }
                self.focus = Focus::Pane;
            }
            Some(OutlineEntry::Roster(id)) => self.open_register(RegisterKind::Roster(id), 0),
            Some(OutlineEntry::Abbreviations) => self.open_abbreviations(),
            Some(OutlineEntry::Terms) => self.open_terms(),
            Some(OutlineEntry::Bookmarks) => {
                self.focus = Focus::Pane;
                self.open_bookmarks();
            }
            None => {}
        }
    }

    /// Opens or follows the item under the cursor.
    pub(super) fn confirm(&mut self) -> Vec<Effect> {
        match self.mode {
            Mode::Bookmarks => return self.open_bookmark(),
            Mode::Documents => return self.open_recent(),
            Mode::Help(_) | Mode::Select(_) => {}
            _ => match (self.focus, self.page) {
                (Focus::Outline, _) => self.open_entry(),
                (Focus::Pane, Page::Register(register)) => {
                    if let Some(place) = self.chosen_place(register) {
                        self.show(place.passage);
                    }
                }
                (Focus::Pane, Page::Text) => {
                    match self.link.filter(|_| self.current_link().is_some()) {
                        Some(at) => self.peek_link(at),
                        None => self.lines(1),
                    }
                }
            },
        }
        Vec::new()
    }

    /// Goes back or forward in the history of jumps; returns the effect that brings back the document
    /// from which this one was entered.
    pub(super) fn travel(&mut self, forward: bool) -> Vec<Effect> {
        let here = self.view();
        let to = match forward {
            true => self.history.forward(here).map(ReturnPlace::Here),
            false => self.history.back(here),
        };
        match to {
            Some(ReturnPlace::Document(source)) => return vec![Effect::OpenDocument(source)],
            Some(ReturnPlace::Here(view)) => {
                self.focus = Focus::Pane;
                self.attention = None;
                self.page = view.page;
                self.uncover(view.top.point.block);
                self.reading.restore(&self.document, view.top);
            }
            None if forward => {
                let key = self.key_hint(Action::FocusOutline);
                self.tell(notices::at_last_place(key));
            }
            None => self.tell(notices::AT_FIRST_PLACE),
        }
        Vec::new()
    }
}
