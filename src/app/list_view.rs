//! The table that every list is shown as: the heads of its columns, the rows in view, each as high as
//! its words need, and a preview of the chosen row in the room that the rows leave.

use super::{Area, ListOrder};
use crate::bookmarks::Highlight;
use crate::typeset::{columns, lines};

/// Blanks between the columns of a list.
pub const GUTTER: u16 = 2;

/// Columns before the first cell, for the sign of the chosen row.
pub const LEAD: u16 = 2;

/// The minimum number of rows of a preview, with the line above it, and its part of a tall list.
const LEAST_PREVIEW: u16 = 6;

const PREVIEW_PART: u16 = 3;

/// The rows of a list that stay in view beside a preview, however small the window.
const LEAST_ROWS: u16 = 4;

/// How the words of a cell are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// A name that the eye looks for.
    Name,
    /// The number of a place.
    Number,
    /// Words of a text.
    Text,
    /// A note of the user.
    Note,
    /// Tags.
    Tags,
    /// Less important words.
    Muted,
    /// News.
    News,
    /// A problem.
    Trouble,
    /// The sign of a bookmark.
    Sign(Highlight),
}

/// Words of a cell in one tone. The parts of a cell come below one another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellPart {
    /// The words.
    pub words: String,
    /// How they are meant.
    pub tone: Tone,
    /// The maximum number of lines.
    pub most: usize,
}

impl CellPart {
    /// Creates a part of a cell; words that need more than `most` lines are cut.
    pub fn new(words: impl Into<String>, tone: Tone, most: usize) -> Self {
        Self { words: words.into(), tone, most }
    }

    /// Returns its lines in a column of this width.
    pub fn lines(&self, width: u16) -> Vec<String> {
        if self.words.is_empty() {
            return Vec::new();
        }
        if columns(&self.words) <= width || width == 0 {
            return vec![self.words.clone()];
        }
        let mut set = lines(&self.words, width);
        if set.len() > self.most {
            set.truncate(self.most);
            if let Some(last) = set.last_mut() {
                last.push('…');
            }
        }
        set
    }
}

/// The words of a row in one column.
pub type Cell = Vec<CellPart>;

/// The side of a column at which its words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// The left one.
    Left,
    /// The right one, for figures.
    Right,
}

/// A column of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its head.
    pub head: &'static str,
    /// Its width.
    pub width: u16,
    /// The side at which its words stand.
    pub align: Align,
    /// The order that a click on its head chooses.
    pub order: ListOrder,
}

impl Column {
    /// Creates a column of words.
    pub fn new(head: &'static str, width: u16, order: ListOrder) -> Self {
        Self { head, width, align: Align::Left, order }
    }

    /// Creates a column of figures.
    pub fn figures(head: &'static str, width: u16, order: ListOrder) -> Self {
        Self { align: Align::Right, ..Self::new(head, width, order) }
    }
}

/// Returns the width of a column that fits its head and all of these words, but at most `most`.
pub fn fitted<W: AsRef<str>>(words: impl IntoIterator<Item = W>, head: &str, most: u16) -> u16 {
    let mut width = columns(head);
    for words in words {
        // The rest of a long list cannot make it wider.
        if width >= most {
            break;
        }
        width = width.max(columns(words.as_ref()));
    }
    width.min(most)
}

/// Returns the rows of the screen that a row with these cells takes.
fn row_height(columns: &[Column], cells: &[Cell]) -> u16 {
    let rows = |(column, cell): (&Column, &Cell)| {
        cell.iter().map(|part| part.lines(column.width).len()).sum::<usize>()
    };
    let most = columns.iter().zip(cells).map(rows).max().unwrap_or(0);
    u16::try_from(most).unwrap_or(u16::MAX).max(1)
}

/// The position of a row in view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListLine {
    /// Its index in the list.
    pub place: usize,
    /// Its first row of the screen, from the top of the list.
    pub row: u16,
    /// Its height.
    pub height: u16,
}

/// A list as it lies on the screen.
#[derive(Debug, Clone)]
pub struct ListView {
    /// Its columns.
    pub columns: Vec<Column>,
    /// The line with their heads.
    pub head: Area,
    /// The rows below.
    pub list: Area,
    /// The area of the preview, if there is room for one.
    pub preview: Option<Area>,
    /// The rows in view.
    pub lines: Vec<ListLine>,
    /// Their cells, in the order of the columns.
    pub cells: Vec<Vec<Cell>>,
    /// The number of rows.
    pub count: usize,
    /// The chosen row.
    pub chosen: usize,
}

impl ListView {
    /// Lays out `count` rows with the chosen one in view; `cells` returns the cells of a row, one for
    /// each column, whether there is room for the column or not.
    pub fn new<const N: usize>(
        area: Area,
        columns: [Option<Column>; N],
        (count, chosen): (usize, usize),
        cells: impl Fn(usize) -> [Cell; N],
    ) -> Self {
        let cells = |place: usize| -> Vec<Cell> {
            let all = columns.iter().zip(cells(place));
            all.filter_map(|(column, cell)| column.map(|_| cell)).collect()
        };
        let columns: Vec<Column> = columns.into_iter().flatten().collect();
        let height = |place: usize| row_height(&columns, &cells(place));
        let head = Area { height: 1.min(area.height), ..area };
        let below = Area { y: area.y + head.height, height: area.height - head.height, ..area };
        let least = LEAST_PREVIEW.max(below.height / PREVIEW_PART);
        let most = below.height.checked_sub(least).filter(|rows| *rows >= LEAST_ROWS && count > 0);
        let lines = window(count, chosen, most.unwrap_or(below.height), height);
        let taken = lines.last().map_or(0, |line| line.row + line.height);
        // The rows leave the rest to the preview.
        let rows = most.map_or(below.height, |_| taken.max(LEAST_ROWS));
        let preview =
            most.map(|_| Area { y: below.y + rows, height: below.height - rows, ..below });
        let list = Area { height: rows, ..below };
        let cells = lines.iter().map(|line| cells(line.place)).collect();
        Self { columns, head, list, preview, lines, cells, count, chosen }
    }

    /// Returns the cells of a row in view.
    pub fn row(&self, line: ListLine) -> Area {
        Area { y: self.list.y + line.row, height: line.height, ..self.list }
    }

    /// Returns the columns, each with the column of the screen where it starts.
    pub fn starts(&self) -> impl Iterator<Item = (u16, &Column)> {
        self.columns.iter().scan(self.list.x + LEAD, |x, column| {
            let start = *x;
            *x = x.saturating_add(column.width + GUTTER);
            Some((start, column))
        })
    }

    /// Returns the index of the row under a cell of the screen.
    pub fn row_under(&self, x: u16, y: u16) -> Option<usize> {
        let under = |line: &&ListLine| self.row(**line).contains(x, y);
        self.lines.iter().find(under).map(|line| line.place)
    }

    /// Returns the column whose head is under a cell of the screen.
    pub fn head_under(&self, x: u16, y: u16) -> Option<Column> {
        let heads = self.starts().filter(|(start, _)| self.head.contains(x, y) && *start <= x);
        heads.last().map(|(_, column)| *column)
    }
}

/// Returns the rows in view in `most` rows of the screen, with the chosen one in the middle if not all
/// fit.
fn window(count: usize, chosen: usize, most: u16, height: impl Fn(usize) -> u16) -> Vec<ListLine> {
    let Some(last) = count.checked_sub(1) else { return Vec::new() };
    let chosen = chosen.min(last);
    let (mut first, mut above) = (chosen, 0);
    while first > 0 {
        let height = height(first - 1);
        if above + height > most / 2 {
            break;
        }
        (first, above) = (first - 1, above + height);
    }
    // Rows above fill what is left at the end.
    let mut left = most.saturating_sub(above);
    for place in chosen..count {
        left = left.saturating_sub(height(place));
        if left == 0 {
            break;
        }
    }
    while first > 0 {
        let height = height(first - 1);
        if height > left {
            break;
        }
        (first, left) = (first - 1, left - height);
    }
    let mut lines = Vec::new();
    let mut row = 0;
    for place in first..count {
        if row >= most {
            break;
        }
        let height = height(place).min(most - row);
        lines.push(ListLine { place, row, height });
        row += height;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_wrap_before_they_are_cut() {
        let part = CellPart::new("the lamp is lit at dusk and kept until dawn", Tone::Text, 2);
        assert_eq!(part.lines(60).len(), 1);
        assert_eq!(part.lines(30), ["the lamp is lit at dusk and", "kept until dawn"]);
        assert_eq!(part.lines(12), ["the lamp is", "lit at dusk…"]);
        assert!(CellPart::new("", Tone::Text, 2).lines(12).is_empty());
    }

    #[test]
    fn the_chosen_row_is_in_view_and_the_preview_has_the_rest() {
        let area = Area { x: 0, y: 0, width: 40, height: 30 };
        for (count, height) in [(0_usize, 1), (1, 1), (3, 2), (200, 3)] {
            for chosen in [0, count / 2, count.saturating_sub(1)] {
                let columns = [Some(Column::new("Words", 10, ListOrder::Words))];
                let words = vec!["lamp"; height].join(" lantern ");
                let cells = |_| [vec![CellPart::new(&*words, Tone::Text, height)]];
                let view = ListView::new(area, columns, (count, chosen), cells);
                let preview = view.preview.map_or(0, |area| area.height);
                assert_eq!(view.head.height + view.list.height + preview, area.height);
                assert_eq!(count > 0, view.lines.iter().any(|line| line.place == chosen));
                assert!(view.lines.iter().all(|line| line.row + line.height <= view.list.height));
            }
        }
    }

    #[test]
    fn a_cell_of_the_screen_belongs_to_a_row_or_a_head() {
        let area = Area { x: 10, y: 2, width: 40, height: 12 };
        let columns = [("Name", ListOrder::Name), ("Places", ListOrder::Places)];
        let cells = |_| [vec![CellPart::new("the lamp", Tone::Name, 2)], Vec::new()];
        let columns = columns.map(|(head, order)| Some(Column::new(head, 5, order)));
        let view = ListView::new(area, columns, (2, 0), cells);
        let order = |x, y| view.head_under(x, y).map(|column| column.order);
        assert_eq!(order(12, 2), Some(ListOrder::Name));
        assert_eq!(order(20, 2), Some(ListOrder::Places));
        assert_eq!((order(10, 2), order(12, 3)), (None, None));
        assert_eq!([3, 4, 5, 7].map(|y| view.row_under(11, y)), [Some(0), Some(0), Some(1), None]);
    }

    #[test]
    fn a_column_that_is_left_out_takes_its_cells_along() {
        let area = Area { x: 0, y: 0, width: 40, height: 12 };
        let columns = [None, Some(Column::new("Places", 6, ListOrder::Places))];
        let cells = |_| ["Corran", "2, 5"].map(|words| vec![CellPart::new(words, Tone::Text, 1)]);
        let view = ListView::new(area, columns, (1, 0), cells);
        assert_eq!(view.columns.len(), 1);
        assert_eq!(view.cells, [[vec![CellPart::new("2, 5", Tone::Text, 1)]]]);
    }

    #[test]
    fn a_column_is_as_wide_as_its_head_and_words_up_to_a_limit() {
        assert_eq!(fitted(["oil", "lantern"], "Note", 20), 7);
        assert_eq!(fitted(["oil"], "Note", 20), 4);
        assert_eq!(fitted(["oil", "lantern", "lamp"], "Note", 5), 5);
        assert_eq!(fitted([""; 0], "Note", 3), 3);
    }
}
