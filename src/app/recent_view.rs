//! The list of recent documents as a table: their titles, progress, dates, states and paths.

use super::list_view::{Align, LEAD};
use super::{App, Availability, Cell, CellPart, Column, GUTTER, ListOrder, ListView, Recent};
use super::{Suggested, Tone};
use crate::document::visible;
use crate::messages::headings;
use crate::typeset::columns;

/// Lines of a title and of a path in the list.
const TITLE: usize = 2;
const PATH: usize = 2;

/// Narrower lists show paths, and states, below the titles.
const ROOM_FOR_PATHS: u16 = 72;
const ROOM_FOR_STATES: u16 = 48;

/// Columns of the progress, of a date and of a state.
const PROGRESS: u16 = 5;
const DATE: u16 = 10;
const STATE: u16 = 7;

/// Which columns the list has, besides titles and progress.
#[derive(Debug, Clone, Copy)]
struct Beside {
    paths: bool,
    states: bool,
}

impl Beside {
    fn in_width(width: u16) -> Self {
        Self { paths: width >= ROOM_FOR_PATHS, states: width >= ROOM_FOR_STATES }
    }
}

impl App {
    /// Lays the list of documents out.
    pub fn recent_view(&self) -> ListView {
        let area = self.layout.list();
        let rows: Vec<&Recent> = self.recent.listed().collect();
        let beside = Beside::in_width(area.width);
        let columns = columns_of(&rows, area.width, beside);
        let cells = |place: usize| cells_of(rows[place], beside);
        ListView::new(area, columns, (rows.len(), self.recent.chosen), cells)
    }

    /// Returns the first lines of the chosen document, once they were read.
    pub fn recent_beginning(&self) -> &[String] {
        let Some(recent) = self.recent.chosen() else { return &[] };
        let mut found = self.suggestions.all.iter();
        let is_it = |found: &&super::Suggestion| {
            found.what == Suggested::File && found.path == recent.source
        };
        found.find(is_it).map_or(&[], |found| &found.preview)
    }
}

fn columns_of(rows: &[&Recent], width: u16, beside: Beside) -> Vec<Column> {
    let mut left = width.saturating_sub(LEAD + PROGRESS + GUTTER);
    if beside.states {
        left = left.saturating_sub(DATE + STATE + 2 * GUTTER);
    }
    let longest = |of: fn(&Recent) -> &str| {
        rows.iter().map(|recent| columns(&visible(of(recent)))).max().unwrap_or(0)
    };
    let path = longest(|recent| &recent.source).max(8).min(left / 2);
    let title = if beside.paths { left.saturating_sub(path + GUTTER) } else { left };
    let title = title.min(longest(|recent| &recent.title).max(8));
    let right =
        |head, width, order| Column { align: Align::Right, ..Column::new(head, width, order) };
    let all = [
        (true, Column::new(headings::COLUMN_TITLE, title, ListOrder::Name)),
        (true, right(headings::COLUMN_READ, PROGRESS, ListOrder::Progress)),
        (beside.states, right(headings::COLUMN_OPENED, DATE, ListOrder::Given)),
        (beside.states, Column::new(headings::COLUMN_STATE, STATE, ListOrder::State)),
        (beside.paths, Column::new(headings::COLUMN_PATH, path, ListOrder::Path)),
    ];
    all.into_iter().filter(|(shown, _)| *shown).map(|(_, column)| column).collect()
}

fn cells_of(recent: &Recent, beside: Beside) -> Vec<Cell> {
    let is_missing = recent.standing == Availability::Missing;
    let title = if is_missing { Tone::Muted } else { Tone::Name };
    let state = if is_missing { Tone::Trouble } else { Tone::News };
    let path = CellPart::new(visible(&recent.source), Tone::Muted, PATH);
    let state = CellPart::new(recent.standing.name(), state, 1);
    let progress = recent.progress.map_or(String::new(), |percent| format!("{percent} %"));
    let mut titles = vec![CellPart::new(visible(&recent.title), title, TITLE)];
    if !beside.states {
        titles.push(state.clone());
    }
    if !beside.paths {
        titles.push(path.clone());
    }
    let mut cells = vec![titles, vec![CellPart::new(progress, Tone::Muted, 1)]];
    if beside.states {
        cells.push(vec![CellPart::new(recent.day(), Tone::Muted, 1)]);
        cells.push(vec![state]);
    }
    if beside.paths {
        cells.push(vec![path]);
    }
    cells
}
