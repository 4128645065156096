//! How a register is shown: which rows, in which order, where each of them lies, and what is
//! left for the words of the chosen place.

use super::scrolling::moved;
use super::{App, Area, Line, ListLine, Page, Register, RegisterKind, RegisterPlace, RegisterRow};
use crate::action::{Key, KeyCode};
use crate::document::{ContentId, Document};
use crate::typeset::{columns, lines};
use std::sync::Arc;

/// Columns between the columns of the table.
pub const GUTTER: u16 = 2;

/// With fewer columns left for addresses, only their count is shown.
pub const LEAST_PLACES: u16 = 16;

/// Lines of a cell before it is cut.
const MOST_LINES: usize = 4;

/// Rows of the words of the chosen place, with the line above: at the least.
const EVIDENCE: u16 = 6;

/// Rows of the table that stay beside them, however small the window.
const LEAST_ROWS: u16 = 4;

/// In which order a register is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RegisterOrder {
    /// As the text has it.
    #[default]
    Text,
    /// By name.
    Name,
    /// By how many places tell of it, most first.
    Places,
}

impl RegisterOrder {
    /// The next one, around.
    const fn next(self) -> Self {
        match self {
            Self::Text => Self::Name,
            Self::Name => Self::Places,
            Self::Places => Self::Text,
        }
    }

    /// What it is called.
    const fn name(self) -> &'static str {
        match self {
            Self::Text => "sorted as in the text",
            Self::Name => "sorted by name",
            Self::Places => "sorted by the number of places",
        }
    }
}

/// What a person has chosen of how a register is listed.
#[derive(Debug, Clone, Default)]
pub struct RegisterList {
    /// The words that its rows must have.
    pub filter: Line,
    /// Whether they are being typed.
    pub filtering: bool,
    /// In which order.
    pub order: RegisterOrder,
    /// The rows of the register that is shown, as they were listed after the last event.
    listed: Option<Listed>,
}

/// Rows that are listed, with all that decides which they are.
#[derive(Debug, Clone)]
struct Listed {
    kind: RegisterKind,
    filter: String,
    order: RegisterOrder,
    /// The document, and how much of it was read.
    document: (ContentId, usize),
    rows: Arc<[RegisterRow]>,
}

impl RegisterList {
    /// The rows of a register that are listed.
    fn rows(&self, register: Register, document: &Document) -> Arc<[RegisterRow]> {
        let known = self.listed.as_ref().filter(|listed| {
            listed.kind == register.kind
                && listed.filter == self.filter.text()
                && listed.order == self.order
                && listed.document == identity(document)
        });
        known.map_or_else(|| self.found(register, document).into(), |known| known.rows.clone())
    }

    /// Keeps the rows of a register for as long as they stay the same.
    fn keep(&mut self, register: Register, document: &Document) {
        self.listed = Some(Listed {
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

/// What tells one document from another, and from itself when less of it was read.
fn identity(document: &Document) -> (ContentId, usize) {
    (document.metadata().content, document.text().len())
}

/// The columns of a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Widths {
    /// Of the names.
    pub name: u16,
    /// Of what the text says of them.
    pub note: u16,
    /// Whether the places are listed beside.
    pub places: bool,
}

/// A register as it lies on the screen.
#[derive(Debug, Clone)]
pub struct RegisterView {
    /// Its rows, in the order in which they are listed.
    pub rows: Arc<[RegisterRow]>,
    /// The line of the heads of its columns.
    pub head: Area,
    /// The rows below.
    pub list: Area,
    /// Where the words of the chosen place are shown, where there is room.
    pub evidence: Option<Area>,
    /// The columns.
    pub widths: Widths,
    /// The rows in view.
    pub lines: Vec<ListLine>,
}

impl RegisterView {
    /// The chosen place of the register that it is of.
    pub fn chosen_place(&self, register: Register) -> Option<RegisterPlace> {
        self.rows.get(register.row)?.places.get(register.place).copied()
    }
}

/// A cell in lines, cut where it has too many.
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
        // The sign of the cursor before the name; the count of places after the note.
        let taken = 2 + name + 2 * GUTTER + 4;
        let half = widest(|row| &row.note).min(width / 2);
        // A reference is named by its only place.
        let places = !matches!(kind, RegisterKind::CitedBy(_));
        // Where no address fits beside half of the line, the note may have it.
        let note = if !places {
            width.saturating_sub(2 + name + GUTTER)
        } else if taken - 4 + half + LEAST_PLACES <= width {
            half
        } else {
            widest(|row| &row.note).min(width.saturating_sub(taken))
        };
        Self { name, note, places }
    }

    /// Rows of the screen that a row takes.
    fn height(self, row: &RegisterRow) -> u16 {
        let lines = cell(&row.name, self.name).len().max(cell(&row.note, self.note).len());
        u16::try_from(lines).unwrap_or(u16::MAX).max(1)
    }
}

impl App {
    /// The rows of a register that are listed.
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

    /// Lists the register that is shown, so that no frame has to.
    pub(super) fn list_register(&mut self) {
        match self.page {
            Page::Register(register) => self.register_list.keep(register, &self.document),
            Page::Text => self.register_list.listed = None,
        }
    }

    /// Where everything of a register lies.
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
        // What the rows leave is for the words.
        let height = if most < below.height { taken.max(LEAST_ROWS) } else { below.height };
        let list = Area { height, ..below };
        let evidence = (most < below.height).then_some(Area {
            y: below.y + height,
            height: below.height - height,
            ..below
        });
        RegisterView { rows, head, list, evidence, widths, lines }
    }

    /// Chooses another row, so many on.
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

    /// Chooses the next place of the row, or the one before; tells whether there was one.
    pub(super) fn turn_register(&mut self, forward: bool) -> bool {
        let Page::Register(register) = self.page else { return false };
        let places = self.chosen_row(register).map_or(0, |row| row.places.len());
        let to = if forward { Some(register.place + 1) } else { register.place.checked_sub(1) };
        let Some(place) = to.filter(|to| *to < places) else { return false };
        self.page = Page::Register(Register { place, ..register });
        true
    }

    /// Lists the register in the next order; the chosen row stays chosen.
    pub(super) fn order_register(&mut self) {
        let Page::Register(register) = self.page else { return };
        let chosen = self.chosen_row(register).map(|row| row.at);
        self.register_list.order = self.register_list.order.next();
        let place = |row: &RegisterRow| Some(row.at) == chosen;
        let row = self.register_rows(register).iter().position(place).unwrap_or(0);
        self.page = Page::Register(Register { row, ..register });
        self.tell(self.register_list.order.name());
    }

    /// The filter is typed while the list follows it.
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

    /// Lists all rows again; tells whether some were left out.
    pub(super) fn clear_register_filter(&mut self) -> bool {
        let was_filtered = !self.register_list.filter.text().is_empty();
        if was_filtered {
            self.register_list.filter = Line::default();
            self.choose_first_row();
        }
        was_filtered
    }

    /// Whether words for the rows of a register are being typed.
    pub fn filters_register(&self) -> bool {
        let open = matches!((&self.mode, self.page), (super::Mode::Read, Page::Register(_)));
        open && self.register_list.filtering
    }
}

/// The rows in view of so many rows of the screen, the chosen one among them.
fn window(rows: &[RegisterRow], widths: Widths, chosen: usize, most: u16) -> Vec<ListLine> {
    let Some(last) = rows.len().checked_sub(1) else { return Vec::new() };
    let chosen = chosen.min(last);
    // The chosen one stands in the middle where there are more than fit.
    let (mut first, mut above) = (chosen, 0);
    while first > 0 {
        let height = widths.height(&rows[first - 1]);
        if above + height > most / 2 {
            break;
        }
        (first, above) = (first - 1, above + height);
    }
    // What is left at the end is filled from above.
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
