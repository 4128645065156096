//! What the lists have in common: the filter that is typed into the bottom line, the order, and the
//! mouse.

use super::{App, Effect, InputLine, ListControls, ListKind, ListOrder, ListView, Mode, Page};
use crate::action::{Key, KeyCode, Mouse};

impl App {
    /// Returns the list that is open and takes keys.
    pub fn open_list(&self) -> Option<ListKind> {
        match (&self.mode, self.page) {
            (Mode::Bookmarks, _) => Some(ListKind::Bookmarks),
            (Mode::Documents, _) => Some(ListKind::Documents),
            (Mode::Read, Page::Register(register)) => Some(ListKind::Register(register)),
            _ => None,
        }
    }

    /// Returns the filter and the order of a list.
    pub fn controls(&self, list: ListKind) -> &ListControls {
        match list {
            ListKind::Register(_) => &self.register_list.controls,
            ListKind::Bookmarks => &self.list.controls,
            ListKind::Documents => &self.recent.controls,
        }
    }

    fn controls_mut(&mut self, list: ListKind) -> &mut ListControls {
        match list {
            ListKind::Register(_) => &mut self.register_list.controls,
            ListKind::Bookmarks => &mut self.list.controls,
            ListKind::Documents => &mut self.recent.controls,
        }
    }

    /// Returns the list whose filter is being typed.
    pub fn filtered_list(&self) -> Option<ListKind> {
        self.open_list().filter(|list| self.controls(*list).filtering)
    }

    /// Lays the open list out.
    fn open_view(&self) -> Option<ListView> {
        Some(match self.open_list()? {
            ListKind::Register(register) => self.register_view(register).view,
            ListKind::Bookmarks => self.bookmarks_view(),
            ListKind::Documents => self.recent_view(),
        })
    }

    /// Opens the filter of the open list.
    pub(super) fn open_filter(&mut self) {
        if let Some(list) = self.open_list() {
            self.controls_mut(list).filtering = true;
        }
    }

    /// Handles a key in the filter, which the list follows.
    pub(super) fn filter_key(&mut self, key: Key) {
        let Some(list) = self.filtered_list() else { return };
        match key.code {
            KeyCode::Enter => self.controls_mut(list).filtering = false,
            KeyCode::Escape => {
                self.controls_mut(list).filtering = false;
                self.clear_filter();
            }
            KeyCode::Down | KeyCode::Up => {
                self.lines(if key.code == KeyCode::Down { 1 } else { -1 });
            }
            _ => self.change_list(list, |controls| controls.filter.edit(key)),
        }
    }

    /// Inserts pasted text into the filter.
    pub(super) fn paste_into_filter(&mut self, list: ListKind, text: &str) {
        self.change_list(list, |controls| {
            controls.filter.insert(text);
            true
        });
    }

    /// Lists all rows again; returns whether some were left out.
    pub(super) fn clear_filter(&mut self) -> bool {
        let Some(list) = self.open_list() else { return false };
        let was_filtered = !self.controls(list).only().is_empty();
        self.change_list(list, |controls| {
            controls.filter = InputLine::default();
            true
        });
        was_filtered
    }

    /// Sorts the open list by its next order.
    pub(super) fn next_order(&mut self) {
        let Some(list) = self.open_list() else { return };
        self.sort_by(list, self.controls(list).order.next(list.orders()));
        self.tell(self.controls(list).order.words(list.orders()));
    }

    fn sort_by(&mut self, list: ListKind, order: ListOrder) {
        self.change_list(list, |controls| {
            let changes = controls.order != order;
            controls.order = order;
            changes
        });
    }

    /// Changes the filter or the order of a list; the chosen row stays chosen if it is still listed.
    fn change_list(&mut self, list: ListKind, change: impl FnOnce(&mut ListControls) -> bool) {
        let at = match list {
            ListKind::Register(register) => self.chosen_at(register),
            ListKind::Bookmarks | ListKind::Documents => None,
        };
        if !change(self.controls_mut(list)) {
            return;
        }
        match list {
            ListKind::Register(register) => self.choose_listed(register, at),
            ListKind::Bookmarks => self.list_anew(),
            ListKind::Documents => self.recent.list(),
        }
    }

    /// Handles a press on the open list: on a head, sorts by its column; on a row, chooses it, or
    /// opens it if it is already chosen.
    pub(super) fn press_list(&mut self, mouse: Mouse) -> Vec<Effect> {
        let (Some(list), Some(view)) = (self.open_list(), self.open_view()) else {
            return Vec::new();
        };
        let (x, y) = (mouse.column, mouse.row);
        self.focus = super::Focus::Pane;
        if let Some(column) = view.head_under(x, y) {
            // The column that the list is sorted by gives it back its own order.
            let sorted = self.controls(list).order == column.order;
            self.sort_by(list, if sorted { ListOrder::Given } else { column.order });
        } else if let Some(place) = view.row_under(x, y) {
            if view.chosen == place {
                return self.confirm();
            }
            self.choose_place(list, place);
        } else if view.preview.is_some_and(|area| area.contains(x, y)) && view.count > 0 {
            return self.confirm();
        }
        Vec::new()
    }

    /// Chooses the row under the mouse; returns whether there is one.
    pub(super) fn choose_under(&mut self, list: ListKind, mouse: Mouse) -> bool {
        let view = self.open_view();
        let under = view.and_then(|view| view.row_under(mouse.column, mouse.row));
        if let Some(place) = under {
            self.focus = super::Focus::Pane;
            self.choose_place(list, place);
        }
        under.is_some()
    }

    fn choose_place(&mut self, list: ListKind, place: usize) {
        match list {
            ListKind::Bookmarks => self.list.chosen = place,
            ListKind::Documents => self.recent.chosen = place,
            ListKind::Register(_) => self.choose_row(place),
        }
    }
}
