//! The layout of a register: which rows are listed, in which order, and its columns.

use super::list_view::{LEAD, fitted};
use super::{
    App, Cell, CellPart, Column, GUTTER, ListOrder, ListView, Page, Register, RegisterKind,
    RegisterPlace, RegisterRow, Tone, moved,
};
use crate::typeset::columns;
use std::sync::Arc;

/// The minimum width for listing addresses; below it only their count is shown.
pub const LEAST_PLACES: u16 = 16;

/// The minimum width of what the text says about a name.
const LEAST_NOTE: u16 = 6;

/// The columns of that count.
const COUNT: u16 = 4;

/// The maximum number of lines of a cell before it is cut.
const MOST_LINES: usize = 4;

/// The layout of a register on the screen.
#[derive(Debug, Clone)]
pub struct RegisterView {
    /// Its rows, in the order of the list.
    pub rows: Arc<[RegisterRow]>,
    /// Their layout.
    pub view: ListView,
}

/// The columns of a register: names, what the text says of them, and their places.
fn columns_of(register: Register, rows: &[RegisterRow], width: u16) -> [Option<Column>; 3] {
    let [name_head, note_head, places_head] = register.heads();
    let name = fitted(rows.iter().map(|row| &row.name), name_head, width * 2 / 5);
    let left = width.saturating_sub(LEAD + name + GUTTER);
    let name = Some(Column::new(name_head, name, ListOrder::Name));
    // A reference is named by its only place.
    if matches!(register.kind, RegisterKind::CitedBy(_)) {
        return [name, Some(Column::new(note_head, left, ListOrder::Note)), None];
    }
    let note = match rows.iter().any(|row| !row.note.is_empty()) {
        true => fitted(rows.iter().map(|row| &row.note), note_head, left),
        false => 0,
    };
    let half = note.min(width / 2);
    let fits = left >= half + GUTTER + LEAST_PLACES;
    // The words of a reference name both of its places; where they do not fit, their number says nothing.
    if register.kind == RegisterKind::References && !fits {
        return [name, Some(Column::new(note_head, left, ListOrder::Note)), None];
    }
    // If no address fits beside half of the line, the note may take that room.
    let note = match fits {
        true => half,
        false => note.min(left.saturating_sub(GUTTER + COUNT)),
    };
    let note = Some(note).filter(|width| *width >= LEAST_NOTE);
    let places = left.saturating_sub(note.map_or(0, |width| width + GUTTER));
    // A blank keeps the numbers apart from the arrows at the edge, if there is room for it.
    let has_room = places > columns(places_head) && places != LEAST_PLACES;
    let places = if has_room { places - 1 } else { places };
    [
        name,
        note.map(|width| Column::new(note_head, width, ListOrder::Note)),
        Some(Column::new(places_head, places, ListOrder::Places)),
    ]
}

/// The words of a row: its name, and what the text says about it. Its places are drawn one by one.
fn cells_of(row: &RegisterRow) -> [Cell; 3] {
    let part = |words: &str, tone| vec![CellPart::new(words, tone, MOST_LINES)];
    [part(&row.name, Tone::Name), part(&row.note, Tone::Text), Vec::new()]
}

impl App {
    /// The listed rows of a register.
    fn register_rows(&self, register: Register) -> Arc<[RegisterRow]> {
        self.register_list.rows(register, &self.document)
    }

    /// The index of the chosen row among all rows of a register.
    pub(super) fn chosen_at(&self, register: Register) -> Option<usize> {
        self.register_rows(register).get(register.row).map(|row| row.at)
    }

    /// The chosen row of a register.
    pub(super) fn chosen_row(&self, register: Register) -> Option<RegisterRow> {
        self.register_rows(register).get(register.row).cloned()
    }

    /// The chosen place of a register.
    pub fn chosen_place(&self, register: Register) -> Option<RegisterPlace> {
        self.register_rows(register).get(register.row)?.places.get(register.place).copied()
    }

    /// Lists the rows of the open register, so that no frame has to.
    pub(super) fn list_register(&mut self) {
        match self.page {
            Page::Register(register) => self.register_list.keep(register, &self.document),
            Page::Text => self.register_list.listed = None,
        }
    }

    /// Lays out a register.
    pub fn register_view(&self, register: Register) -> RegisterView {
        let rows = self.register_rows(register);
        let area = self.layout.list();
        let columns = columns_of(register, &rows, area.width);
        let chosen = (rows.len(), register.row);
        let view = ListView::new(area, columns, chosen, |place| cells_of(&rows[place]));
        RegisterView { rows, view }
    }

    /// Chooses another row, `by` rows further.
    pub(super) fn step_register(&mut self, by: i64) {
        let Page::Register(register) = self.page else { return };
        let last = self.register_rows(register).len().saturating_sub(1);
        self.choose_row(moved(register.row, by, last));
    }

    /// Chooses a row by its place.
    pub(super) fn choose_row(&mut self, row: usize) {
        let Page::Register(register) = self.page else { return };
        self.page = Page::Register(Register { row, ..Register::new(register.kind) });
    }

    /// Chooses the row that was chosen before the list changed, if it is still listed.
    pub(super) fn choose_listed(&mut self, register: Register, chosen: Option<usize>) {
        let same = |row: &RegisterRow| Some(row.at) == chosen;
        match self.register_rows(register).iter().position(same) {
            Some(row) => self.page = Page::Register(Register { row, ..register }),
            None => self.choose_row(0),
        }
    }

    /// Chooses the first row about the words in view or about what follows them.
    pub(super) fn choose_first_after_view(&mut self) {
        let Page::Register(register) = self.page else { return };
        let here = self.here();
        let follows =
            |row: &RegisterRow| row.places.first().is_some_and(|place| place.passage.start >= here);
        let row = self.register_rows(register).iter().position(follows).unwrap_or(0);
        self.choose_row(row);
    }

    /// Chooses the next or previous place of the row; returns whether there was one.
    pub(super) fn turn_register(&mut self, forward: bool) -> bool {
        let Page::Register(register) = self.page else { return false };
        let rows = self.register_rows(register);
        let places = rows.get(register.row).map_or(0, |row| row.places.len());
        let to = if forward { Some(register.place + 1) } else { register.place.checked_sub(1) };
        let Some(place) = to.filter(|to| *to < places) else { return false };
        self.page = Page::Register(Register { place, ..register });
        true
    }
}
