//! The list of recent documents as a table: their titles, progress, dates, states and paths.

use super::list_view::{LEAD, fitted};
use super::{
    App, Availability, Cell, CellPart, Column, GUTTER, ListOrder, ListView, Recent, Suggested, Tone,
};
use crate::document::visible;
use crate::messages::headings;

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

fn columns_of(rows: &[&Recent], width: u16, beside: Beside) -> [Option<Column>; 5] {
    let rows = rows.iter();
    let mut left = width.saturating_sub(LEAD + PROGRESS + GUTTER);
    if beside.states {
        left = left.saturating_sub(DATE + STATE + 2 * GUTTER);
    }
    let paths = rows.clone().map(|recent| visible(&recent.source));
    let path = beside.paths.then(|| fitted(paths, headings::COLUMN_PATH, left / 2));
    let left = left.saturating_sub(path.map_or(0, |width| width + GUTTER));
    let title = fitted(rows.map(|recent| visible(&recent.title)), headings::COLUMN_TITLE, left);
    let state = |column: Column| beside.states.then_some(column);
    [
        Some(Column::new(headings::COLUMN_TITLE, title, ListOrder::Name)),
        Some(Column::figures(headings::COLUMN_READ, PROGRESS, ListOrder::Progress)),
        state(Column::figures(headings::COLUMN_OPENED, DATE, ListOrder::Given)),
        state(Column::new(headings::COLUMN_STATE, STATE, ListOrder::State)),
        path.map(|width| Column::new(headings::COLUMN_PATH, width, ListOrder::Path)),
    ]
}

fn cells_of(recent: &Recent, beside: Beside) -> [Cell; 5] {
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
    [
        titles,
        vec![CellPart::new(progress, Tone::Muted, 1)],
        vec![CellPart::new(recent.day(), Tone::Muted, 1)],
        vec![state],
        vec![path],
    ]
}
