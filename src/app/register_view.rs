//! The layout of a register: which rows are listed, in which order, where each of them is, and what
//! room is left for the words of the chosen place.

use super::scrolling::moved;
use super::{
    App, Area, InputLine, ListLine, Page, Register, RegisterKind, RegisterPlace, RegisterRow,
};
use crate::action::{Key, KeyCode};
use crate::document::{ContentId, Document};
use crate::messages::states;
use crate::typeset::{columns, lines};
use std::sync::Arc;

/// The gap between the columns of the table.
pub const GUTTER: u16 = 2;

/// The minimum width for listing addresses; below it only their count is shown.
pub const LEAST_PLACES: u16 = 16;

/// The maximum lines of a cell before it is cut.
const MOST_LINES: usize = 4;

/// The minimum rows for the words of the chosen place, including the line above.
const EVIDENCE: u16 = 6;

/// The minimum rows of the table beside them, however small the window.
const LEAST_ROWS: u16 = 4;

/// The order of a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RegisterOrder {
    /// In document order.
    #[default]
    Text,
    /// By name.
    Name,
    /// By the number of places, most first.
    Places,
}

impl RegisterOrder {
    /// The next order, cyclically.
    const fn next(self) -> Self {
        match self {
            Self::Text => Self::Name,
            Self::Name => Self::Places,
            Self::Places => Self::Text,
        }
    }

    /// Its name.
    const fn name(self) -> &'static str {
        match self {
            Self::Text => states::SORTED_BY_TEXT,
            Self::Name => states::SORTED_BY_NAME,
            Self::Places => states::SORTED_BY_PLACES,
        }
    }
}

/// The user's choices for registers.
#[derive(Debug, Clone, Default)]
pub struct RegisterList {
    /// The words that rows must contain.
    pub filter: InputLine,
    /// Whether they are being typed.
    pub filtering: bool,
    /// The order.
    pub order: RegisterOrder,
    /// The rows of the open register, as listed after the last event.
    listed: Option<ListedRows>,
}

/// Listed rows, with everything that determines them.
#[derive(Debug, Clone)]
struct ListedRows {
    kind: RegisterKind,
    filter: String,
    order: RegisterOrder,
    /// The document, and how much of it had been read.
    document: (ContentId, usize),
    rows: Arc<[RegisterRow]>,
}

impl RegisterList {
    /// The listed rows of a register.
    fn rows(&self, register: Register, document: &Document) -> Arc<[RegisterRow]> {
        let known = self.listed.as_ref().filter(|listed| {
            listed.kind == register.kind
                && listed.filter == self.filter.text()
                && listed.order == self.order
                && listed.document == identity(document)
        });
        known.map_or_else(|| self.found(register, document).into(), |known| known.rows.clone())
    }

    /// Caches the rows of a register until anything that determines them changes.
    fn keep(&mut self, register: Register, document: &Document) {
        self.listed = Some(ListedRows {
            kind: register.kind,
            filter: self.filter.text().to_owned(),
            order: self.order,
            document: identity(document),
            rows: self.rows(register, document),
        });
    }

    fn found(&self, register: Register, document: &Document) -> Vec<RegisterRow> {
        let words = self.filter.text().to_lowercase();
        let mut rows = register.rows(document);
        rows.retain(|row| {
            let (name, note) = (row.name.to_lowercase(), row.note.to_lowercase());
            words.split_whitespace().all(|word| name.contains(word) || note.contains(word))
        });
        match self.order {
            RegisterOrder::Text => {}
            RegisterOrder::Name => rows.sort_by_cached_key(|row| row.name.to_lowercase()),
            RegisterOrder::Places => rows.sort_by_key(|row| std::cmp::Reverse(row.places.len())),
        }
        rows
    }
}

/// Identifies a document, and how much of it had been read.
fn identity(document: &Document) -> (ContentId, usize) {
    (document.metadata().content, document.text().len())
}

/// The columns of a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Widths {
    /// The width of the names.
    pub name: u16,
    /// The width of what the text says about them.
    pub note: u16,
    /// Whether there is a column of places.
    pub places: bool,
}

/// The layout of a register on the screen.
#[derive(Debug, Clone)]
pub struct RegisterView {
    /// Its rows, in the order of the list.
    pub rows: Arc<[RegisterRow]>,
    /// The line of the column headings.
    pub head: Area,
    /// The area of the rows.
    pub list: Area,
    /// The area for the words of the chosen place, if there is room.
    pub evidence: Option<Area>,
    /// The columns.
    pub widths: Widths,
    /// The rows in view.
    pub lines: Vec<ListLine>,
}

impl RegisterView {
    /// The chosen place of its register.
    pub fn chosen_place(&self, register: Register) -> Option<RegisterPlace> {
        self.rows.get(register.row)?.places.get(register.place).copied()
    }
}

/// The lines of a cell, cut after a limit.
pub fn cell(words: &str, width: u16) -> Vec<String> {
    if columns(words) <= width || width == 0 {
        return vec![words.to_owned()];
    }
    let mut cell = lines(words, width);
    if cell.len() > MOST_LINES {
        cell.truncate(MOST_LINES);
        if let Some(last) = cell.last_mut() {
            last.push('…');
        }
    }
    cell
}

impl Widths {
    fn of(kind: RegisterKind, rows: &[RegisterRow], width: u16) -> Self {
        let widest = |of: fn(&RegisterRow) -> &str| {
            rows.iter().map(|row| columns(of(row))).max().unwrap_or(0)
        };
        let name = widest(|row| &row.name).min(width * 2 / 5);
        // The cursor mark comes before the name, the count of places after the note.
        let taken = 2 + name + 2 * GUTTER + 4;
        let half = widest(|row| &row.note).min(width / 2);
        // A reference is named by its only place.
        let places = !matches!(kind, RegisterKind::CitedBy(_));
        // If no address fits beside half of the line, the note may take that room.
        let note = if !places {
            width.saturating_sub(2 + name + GUTTER)
        } else if taken - 4 + half + LEAST_PLACES <= width {
            half
        } else {
            widest(|row| &row.note).min(width.saturating_sub(taken))
        };
        Self { name, note, places }
    }

    /// The height of a row, in rows of the screen.
    fn height(self, row: &RegisterRow) -> u16 {
        let lines = cell(&row.name, self.name).len().max(cell(&row.note, self.note).len());
        u16::try_from(lines).unwrap_or(u16::MAX).max(1)
    }
}

impl App {
    /// The listed rows of a register.
    fn register_rows(&self, register: Register) -> Arc<[RegisterRow]> {
        self.register_list.rows(register, &self.document)
    }

    /// The chosen row of a register.
    pub(super) fn chosen_row(&self, register: Register) -> Option<RegisterRow> {
        self.register_rows(register).get(register.row).cloned()
    }

    /// The chosen place of a register.
    pub(super) fn chosen_place(&self, register: Register) -> Option<RegisterPlace> {
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
        let all = self.layout.list();
        let head = Area { height: 1.min(all.height), ..all };
        let below = Area { y: all.y + head.height, height: all.height - head.height, ..all };
        let widths = Widths::of(register.kind, &rows, all.width);
        let most = match below.height.checked_sub(EVIDENCE).filter(|rows| *rows >= LEAST_ROWS) {
            Some(most) => most,
            None => below.height,
        };
        let lines = window(&rows, widths, register.row, most);
        let taken = lines.last().map_or(0, |line| line.row + line.height);
        // The words get the room that the rows leave.
        let height = if most < below.height { taken.max(LEAST_ROWS) } else { below.height };
        let list = Area { height, ..below };
        let evidence = (most < below.height).then_some(Area {
            y: below.y + height,
            height: below.height - height,
            ..below
        });
        RegisterView { rows, head, list, evidence, widths, lines }
    }

    /// Chooses another row, `by` rows further.
    pub(super) fn step_register(&mut self, by: i64) {
        let Page::Register(register) = self.page else { return };
        let last = self.register_rows(register).len().saturating_sub(1);
        let row = moved(register.row, by, last);
        self.page = Page::Register(Register { row, ..Register::new(register.kind) });
    }

    /// Chooses the first row.
    pub(super) fn choose_first_row(&mut self) {
        let Page::Register(register) = self.page else { return };
        self.page = Page::Register(Register::new(register.kind));
    }

    /// Chooses the next or previous place of the row; returns whether there was one.
    pub(super) fn turn_register(&mut self, forward: bool) -> bool {
        let Page::Register(register) = self.page else { return false };
        let places = self.chosen_row(register).map_or(0, |row| row.places.len());
        let to = if forward { Some(register.place + 1) } else { register.place.checked_sub(1) };
        let Some(place) = to.filter(|to| *to < places) else { return false };
        self.page = Page::Register(Register { place, ..register });
        true
    }

    /// Lists the register in the next order; keeps the choice.
    pub(super) fn order_register(&mut self) {
        let Page::Register(register) = self.page else { return };
        let chosen = self.chosen_row(register).map(|row| row.at);
        self.register_list.order = self.register_list.order.next();
        let place = |row: &RegisterRow| Some(row.at) == chosen;
        let row = self.register_rows(register).iter().position(place).unwrap_or(0);
        self.page = Page::Register(Register { row, ..register });
        self.tell(self.register_list.order.name());
    }

    /// Handles a key in the filter, which the list follows.
    pub(super) fn register_filter_key(&mut self, key: Key) {
        let list = &mut self.register_list;
        match key.code {
            KeyCode::Enter => list.filtering = false,
            KeyCode::Escape => {
                list.filtering = false;
                self.clear_register_filter();
            }
            KeyCode::Down | KeyCode::Up => {
                self.step_register(if key.code == KeyCode::Down { 1 } else { -1 });
            }
            _ => {
                if list.filter.edit(key) {
                    self.choose_first_row();
                }
            }
        }
    }

    /// Clears the filter; returns whether it had hidden any rows.
    pub(super) fn clear_register_filter(&mut self) -> bool {
        let was_filtered = !self.register_list.filter.text().is_empty();
        if was_filtered {
            self.register_list.filter = InputLine::default();
            self.choose_first_row();
        }
        was_filtered
    }

    /// Whether the filter of a register is being typed.
    pub fn filters_register(&self) -> bool {
        let open = matches!((&self.mode, self.page), (super::Mode::Read, Page::Register(_)));
        open && self.register_list.filtering
    }
}

/// The rows that fit into `most` rows of the screen, including the chosen one.
fn window(rows: &[RegisterRow], widths: Widths, chosen: usize, most: u16) -> Vec<ListLine> {
    let Some(last) = rows.len().checked_sub(1) else { return Vec::new() };
    let chosen = chosen.min(last);
    // The chosen row is in the middle if not all rows fit.
    let (mut first, mut above) = (chosen, 0);
    while first > 0 {
        let height = widths.height(&rows[first - 1]);
        if above + height > most / 2 {
            break;
        }
        (first, above) = (first - 1, above + height);
    }
    // Empty rows at the end are filled from above.
    let mut left = most.saturating_sub(above);
    for row in &rows[chosen..] {
        left = left.saturating_sub(widths.height(row));
        if left == 0 {
            break;
        }
    }
    while first > 0 {
        let height = widths.height(&rows[first - 1]);
        if height > left {
            break;
        }
        (first, left) = (first - 1, left - height);
    }
    let mut lines = Vec::new();
    let mut at = 0;
    for (place, row) in rows.iter().enumerate().skip(first) {
        if at >= most {
            break;
        }
        let height = widths.height(row).min(most - at);
        lines.push(ListLine { place, row: at, height });
        at += height;
    }
    lines
}
