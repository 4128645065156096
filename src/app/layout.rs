//! Where the parts of the screen are. Kept beside the state, since the mouse
//! and the text's measure depend on it as much as the drawing does.

use super::mode::Focus;
use super::page_form::{Columns, PageForm};
use crate::action::Size;
use crate::document::{Direction, Document};
use crate::typeset::columns;

/// A rectangle of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Area {
    /// Columns from the left.
    pub x: u16,
    /// Rows from the top.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Area {
    /// Whether a cell lies in it.
    pub fn contains(self, x: u16, y: u16) -> bool {
        (self.x..self.x.saturating_add(self.width)).contains(&x)
            && (self.y..self.y.saturating_add(self.height)).contains(&y)
    }
}

/// Whether the outline is wanted, and how it can be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutlinePlace {
    /// Not shown.
    Hidden,
    /// Beside the text.
    Beside,
    /// Over the text, where there is no room beside it.
    Over,
}

/// Where the parts of the screen are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// The line that names the document.
    pub header: Option<Area>,
    /// The line that names what is in view.
    pub rule: Option<Area>,
    /// How the outline is shown.
    pub outline_place: OutlinePlace,
    /// The entries of the outline.
    pub outline: Area,
    /// The column between the outline and the text, by which its width can be changed.
    pub divider: Option<u16>,
    /// All that is right of the outline.
    pub pane: Area,
    /// The columns of the text, inside the pane; the margin with the numbers
    /// is beside it, where lines begin.
    pub text: Area,
    /// The second column of the text, which goes on where the first ends.
    pub second: Option<Area>,
    /// The columns for what belongs to the lines beside them.
    pub aside: Option<Area>,
    /// Columns of the margin.
    pub margin: u16,
    /// Columns of it, at its outer edge, for marks.
    marks: u16,
    /// Which way lines run: the margin is left of the text, or right of it.
    pub direction: Direction,
    /// The scrollbar.
    pub scrollbar: Area,
    /// The bottom line.
    pub status: Area,
}

/// Narrower terminals have no outline beside the text.
const ROOM_FOR_OUTLINE: u16 = 60;

/// The widest numbers that hang in the margin; wider ones stand in the text.
const WIDEST_LABEL: u16 = 8;

/// Blanks of the margin beside a number.
const BLANKS: u16 = 2;

/// Narrower panes have one column for the marks of bookmarks and of the paragraph in view.
const ROOM_FOR_MARKS: u16 = 40;

/// Columns that the widest margin and the edges of the pane take beside the text.
const BESIDE_TEXT: u16 = 20;

/// How wide the outline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutlineWidth {
    /// What a person has set, in columns.
    pub set: Option<u16>,
    /// The measure that the text has where there is room.
    pub measure: u16,
}

/// Columns of the contents beside a page of more than one column.
const USUAL_OUTLINE: u16 = 28;

/// Columns of a screen from which the outline takes more than a quarter.
const USUAL_SCREEN: u16 = 80;

/// The narrowest outline that shows anything, and the narrowest text beside a wider one.
const LEAST_OUTLINE: u16 = 12;
const LEAST_TEXT: u16 = 30;

impl OutlineWidth {
    /// Its columns beside the text, on a screen of so many.
    fn beside(self, columns: u16, form: PageForm) -> u16 {
        let most = columns.saturating_sub(LEAST_TEXT).max(LEAST_OUTLINE).min(columns);
        if let Some(set) = self.set {
            return set.clamp(LEAST_OUTLINE.min(most), most);
        }
        // A quarter of a usual screen; of a wider one it takes more, up to where the text has all
        // that it wants, and then more still.
        let wider = columns.saturating_sub(USUAL_SCREEN).saturating_mul(2) / 5;
        let spare = columns.saturating_sub(self.measure.saturating_add(BESIDE_TEXT));
        // What stands beside the text, or a second column, comes before more of the contents.
        let spare = match form {
            PageForm::One => spare.clamp(36, 56),
            PageForm::Margin | PageForm::Two => USUAL_OUTLINE,
        };
        let wide = columns.min(USUAL_SCREEN) / 4 + wider;
        wide.min(columns / 3).min(spare).max(16).min(most)
    }
}

/// Where the outline is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutlineWanted {
    /// Nowhere.
    Nowhere,
    /// Beside the text, where there is room.
    Beside,
    /// Over the text, while it is used.
    Over,
    /// Beside the text, or over it where there is no room.
    BesideOrOver,
}

impl OutlineWanted {
    /// Where it is wanted by a setting, and by whether it is used now.
    pub fn of(contents: bool, focus: Focus) -> Self {
        match (contents, focus) {
            (true, Focus::Outline) => Self::BesideOrOver,
            (true, Focus::Pane) => Self::Beside,
            (false, Focus::Outline) => Self::Over,
            (false, Focus::Pane) => Self::Nowhere,
        }
    }
}

impl Layout {
    /// The layout of a screen, for numbers of such widths.
    pub fn new(
        size: Size,
        labels: LabelWidths,
        width: OutlineWidth,
        wanted: OutlineWanted,
        form: PageForm,
    ) -> Self {
        let measure = width.measure;
        let Size { columns, rows } = size;
        let header = (rows >= 12).then_some(Area { x: 0, y: 0, width: columns, height: 1 });
        let rule_y = u16::from(header.is_some());
        let rule = (rows >= 7).then_some(Area { x: 0, y: rule_y, width: columns, height: 1 });
        let top = rule_y + u16::from(rule.is_some());
        let height = rows.saturating_sub(top + 1);
        let has_room = columns >= ROOM_FOR_OUTLINE;
        let outline_place = match wanted {
            OutlineWanted::Beside | OutlineWanted::BesideOrOver if has_room => OutlinePlace::Beside,
            OutlineWanted::Over | OutlineWanted::BesideOrOver => OutlinePlace::Over,
            OutlineWanted::Beside | OutlineWanted::Nowhere => OutlinePlace::Hidden,
        };
        let outline_width = match outline_place {
            OutlinePlace::Beside => width.beside(columns, form),
            OutlinePlace::Over => columns.saturating_sub(1).min(44),
            OutlinePlace::Hidden => 0,
        };
        let beside = if outline_place == OutlinePlace::Beside { outline_width + 1 } else { 0 };
        let pane = Area { x: beside, y: top, width: columns.saturating_sub(beside), height };
        // The mark of a bookmark, that of the paragraph in view, the number, and blanks.
        let most = pane.width / 4;
        let marks = if pane.width >= ROOM_FOR_MARKS { 2 } else { 1 };
        let beside_number = marks + BLANKS;
        let fitting = if labels.all + beside_number <= most { labels.all } else { labels.numerals };
        let margin = (fitting + beside_number).min(most);
        // A blank parts the marks in the margin from the outline.
        let edge = u16::from(outline_place == OutlinePlace::Beside);
        let room = pane.width.saturating_sub(edge + margin + 2);
        let Columns { left, width, second, aside } = form.columns(room, margin, measure);
        let from = pane.x + edge + margin;
        let column = |(at, width)| Area { x: from + at, y: top, width, height };
        Self {
            header,
            rule,
            outline_place,
            outline: Area { x: 0, y: top, width: outline_width, height },
            divider: (outline_place == OutlinePlace::Beside).then_some(outline_width),
            pane,
            text: column((left, width)),
            second: second.map(|at| column((at, width))),
            aside: aside.map(column),
            margin,
            marks,
            direction: Direction::LeftToRight,
            scrollbar: Area { x: columns.saturating_sub(1), y: top, width: 1.min(columns), height },
            status: Area { x: 0, y: rows.saturating_sub(1), width: columns, height: 1.min(rows) },
        }
    }
}

impl Layout {
    /// The same with the margin where lines of a direction begin.
    pub fn running(self, direction: Direction) -> Self {
        if direction == self.direction {
            return self;
        }
        // One column stays between the text and the edge that has no margin.
        let text = match direction {
            Direction::RightToLeft => {
                Area { x: (self.text.x + 1).saturating_sub(self.margin), ..self.text }
            }
            Direction::LeftToRight => Area { x: self.text.x + self.margin - 1, ..self.text },
        };
        Self { text, direction, ..self }
    }

    /// Rows of text that a screen holds, in all its columns.
    pub fn rows(self) -> u16 {
        let columns = if self.second.is_some() { 2 } else { 1 };
        self.text.height.saturating_mul(columns)
    }

    /// The same for one row of text: its `text` is the column in which the row stands, and
    /// begins with that row.
    pub fn at_row(self, row: usize) -> Self {
        let height = usize::from(self.text.height).max(1);
        let text = match self.second {
            Some(second) if row >= height => second,
            _ => self.text,
        };
        let down = u16::try_from(row % height).unwrap_or(0);
        let y = text.y + if row >= 2 * height { text.height } else { down };
        Self { text: Area { y, height: 1, ..text }, ..self }
    }

    /// The row of text under a cell.
    pub fn row_under(self, x: u16, y: u16) -> Option<usize> {
        let down = usize::from(y.checked_sub(self.text.y).filter(|down| *down < self.text.height)?);
        match self.second {
            // What lies between the columns belongs to the nearer one.
            Some(second) if x + self.margin >= second.x => {
                Some(usize::from(self.text.height) + down)
            }
            _ => Some(down),
        }
    }

    /// Whether a cell lies in a column of text.
    pub fn is_text(self, x: u16, y: u16) -> bool {
        self.text.contains(x, y) || self.second.is_some_and(|second| second.contains(x, y))
    }

    /// Columns of the widest number that the margin holds.
    pub fn label_room(self) -> u16 {
        self.margin.saturating_sub(self.marks + BLANKS - u16::from(!self.has_wide_margin()))
    }

    /// Whether two blanks stand between a number and the text, not one.
    fn has_wide_margin(self) -> bool {
        self.margin > 4 + self.marks
    }

    /// The column of a mark beside the text, at the outer edge of the margin.
    pub fn mark_column(self) -> u16 {
        match self.direction {
            Direction::LeftToRight => self.text.x.saturating_sub(self.margin),
            Direction::RightToLeft => {
                (self.text.x + self.text.width + self.margin).saturating_sub(1)
            }
        }
    }

    /// The column of the mark beside the paragraph in view, inside that of bookmarks.
    pub fn here_column(self) -> u16 {
        match self.direction {
            Direction::LeftToRight => self.mark_column() + self.marks - 1,
            Direction::RightToLeft => (self.mark_column() + 1).saturating_sub(self.marks),
        }
    }

    /// The columns of the number beside a block that is set in by `indent`: the
    /// first, and that after the last.
    pub fn label_columns(self, indent: u16) -> (u16, u16) {
        let gap = if self.has_wide_margin() { 2 } else { 1 };
        let Area { x, width, .. } = self.text;
        match self.direction {
            Direction::LeftToRight => {
                (x.saturating_sub(self.margin) + self.marks, (x + indent).saturating_sub(gap))
            }
            Direction::RightToLeft => (
                (x + width + gap).saturating_sub(indent),
                (x + width + self.margin).saturating_sub(self.marks),
            ),
        }
    }
}

impl Layout {
    /// What lists and tables fill: the pane without its edges.
    pub fn list(self) -> Area {
        let Area { x, y, width, height } = self.pane;
        let edge = u16::from(width > 30);
        let width = width.saturating_sub(2 * edge);
        Area { x: x + edge, y, width: width.min(120), height }
    }
}

impl Layout {
    /// The rows of the list of documents, below the line of its filter.
    pub fn documents(self) -> Area {
        let all = self.list();
        let above = 1.min(all.height);
        Area { y: all.y + above, height: all.height - above, ..all }
    }

    /// The rows of the list of bookmarks, below the line of its filter, and
    /// where there is room all that there is of the chosen one.
    /// `needed` rows are enough for all of them.
    pub fn bookmarks(self, needed: u16) -> (Area, Option<Area>) {
        let all = self.documents();
        let detail = (all.height / 2).min(DETAIL);
        if detail < LEAST_DETAIL {
            return (all, None);
        }
        // What the list leaves is for the chosen one.
        let rows = (all.height - detail).min(needed.max(1));
        let detail = all.height - rows;
        (Area { height: rows, ..all }, Some(Area { y: all.y + rows, height: detail, ..all }))
    }
}

/// Rows of all that there is of a bookmark: at the most, and at the least.
const DETAIL: u16 = 12;
const LEAST_DETAIL: u16 = 5;

/// Columns of the widest numbers that hang in the margin, from 2.
///
/// Where there is no room for all of them (`Article premier`), all that are
/// words stand in the text, so that the articles of one document look alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LabelWidths {
    /// Of all numbers, where none is too wide; else of numerals.
    pub all: u16,
    /// Of those that are not words.
    pub numerals: u16,
}

impl LabelWidths {
    /// The widths of a document's numbers.
    pub fn of(document: &Document) -> Self {
        let (mut all, mut numerals, mut too_wide) = (2, 2, false);
        for span in document.blocks().iter().filter_map(|block| block.label) {
            let label = document.slice(span);
            let wide = columns(label);
            if wide > WIDEST_LABEL {
                too_wide = true;
                continue;
            }
            all = wide.max(all);
            if wide > numerals && !is_words(label) {
                numerals = wide;
            }
        }
        Self { all: if too_wide { numerals } else { all }, numerals }
    }
}

/// Whether a number is written in words, or with them: not `4.1`, `(c)`, `VII.`
fn is_words(label: &str) -> bool {
    let roman = |c: char| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'i' | 'v' | 'x' | 'l' | 'c');
    let letters = || label.chars().filter(|c| c.is_alphabetic());
    letters().any(|c| c >= '\u{2E80}') || (letters().count() > 1 && !letters().all(roman))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Origin;

    fn widths(labels: &[&str]) -> (u16, u16) {
        let clauses: Vec<String> = labels
            .iter()
            .map(|label| format!("{label} The lamp is lit at dusk, and put out at dawn."))
            .collect();
        let text = format!("Harbour rules\n\n{}\n", clauses.join("\n\n"));
        let document = crate::source::read(text.as_bytes(), Origin::StandardInput).expect("text");
        assert!(
            document.blocks().iter().filter(|block| block.label.is_some()).count() == labels.len()
        );
        let LabelWidths { all, numerals } = LabelWidths::of(&document);
        (all, numerals)
    }

    #[test]
    fn numbers_hang_where_all_of_a_kind_can() {
        assert_eq!(widths(&["1.", "2.", "3."]), (2, 2));
        assert_eq!(widths(&["第一条", "第二条", "第三条"]), (6, 2));
        assert_eq!(widths(&["Article 1.", "Article 2.", "Article 3."]), (2, 2));
    }

    #[test]
    fn a_wide_screen_widens_the_outline_and_never_narrows_the_text() {
        let labels = LabelWidths { all: 3, numerals: 3 };
        let of = |columns, measure| {
            let size = Size { columns, rows: 24 };
            let width = OutlineWidth { set: None, measure };
            let layout = Layout::new(size, labels, width, OutlineWanted::Beside, PageForm::One);
            (layout.outline.width, layout.text.width)
        };
        assert_eq!(of(80, 72).0, 20, "a quarter");
        assert_eq!(of(120, 72), (36, 72));
        assert_eq!(of(160, 72), (52, 72));
        assert_eq!(of(300, 72), (56, 72));
        assert_eq!(of(160, 110), (36, 110), "the text comes first");
    }

    #[test]
    fn a_width_that_is_set_leaves_room_for_both() {
        let labels = LabelWidths { all: 3, numerals: 3 };
        let of = |columns, set| {
            let (size, width) =
                (Size { columns, rows: 24 }, OutlineWidth { set: Some(set), measure: 72 });
            Layout::new(size, labels, width, OutlineWanted::Beside, PageForm::One).outline.width
        };
        assert_eq!([of(120, 50), of(80, 50), of(80, 90), of(80, 3)], [50, 50, 50, 12]);
    }

    #[test]
    fn the_margin_stands_where_lines_begin() {
        let labels = LabelWidths { all: 3, numerals: 3 };
        for columns in [1, 2, 5, 20, 40, 80, 120] {
            let size = Size { columns, rows: 24 };
            let width = OutlineWidth { set: None, measure: 72 };
            let left = Layout::new(size, labels, width, OutlineWanted::Beside, PageForm::One);
            let right = left.running(Direction::RightToLeft);
            assert_eq!(left.running(Direction::LeftToRight), left);
            assert_eq!((right.text.width, right.margin), (left.text.width, left.margin));
            if columns >= 20 {
                assert!(left.label_columns(0).1 <= left.text.x);
                assert!(right.label_columns(0).0 >= right.text.x + right.text.width);
                assert!(right.mark_column() < right.scrollbar.x);
            }
        }
    }
}
