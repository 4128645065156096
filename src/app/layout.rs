//! The layout of the screen. Kept with the state, since the mouse and the text's measure depend on
//! it as much as the drawing does.

use super::mode::Focus;
use super::page_form::{ASIDE_ROOM, PageColumns, PageForm};
use crate::action::Size;
use crate::document::{Direction, Document};
use crate::typeset::columns;

/// A rectangle of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Area {
    /// Its left column, from 0.
    pub x: u16,
    /// Its top row, from 0.
    pub y: u16,
    /// Its width, in columns.
    pub width: u16,
    /// Its height, in rows.
    pub height: u16,
}

impl Area {
    /// Whether a cell lies in the area.
    pub fn contains(self, x: u16, y: u16) -> bool {
        (self.x..self.x.saturating_add(self.width)).contains(&x)
            && (self.y..self.y.saturating_add(self.height)).contains(&y)
    }
}

/// How the outline is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutlinePlace {
    /// Not shown.
    Hidden,
    /// Beside the text.
    Beside,
    /// Over the text, if there is no room beside it.
    Over,
}

/// The areas of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// The line with the document's title.
    pub header: Option<Area>,
    /// The line with the name of what is in view.
    pub rule: Option<Area>,
    /// How the outline is shown.
    pub outline_place: OutlinePlace,
    /// The entries of the outline.
    pub outline: Area,
    /// The column between the outline and the text; dragging it changes the outline's width.
    pub divider: Option<u16>,
    /// Everything to the right of the outline.
    pub pane: Area,
    /// The columns of the text, inside the pane; the margin with the numbers is beside it, where
    /// lines begin.
    pub text: Area,
    /// The second column of the text, which continues the first.
    pub second: Option<Area>,
    /// The columns for notes beside the lines they belong to.
    pub aside: Option<Area>,
    /// The columns of the old text beside a comparison; its numbers are in a margin of the same width.
    pub beside: Option<Area>,
    /// The width of the margin for numbers.
    pub margin: u16,
    /// The width of its outer part, for marks.
    marks: u16,
    /// The direction of lines: puts the margin to the left or right of the text.
    pub direction: Direction,
    /// The scrollbar.
    pub scrollbar: Area,
    /// The bottom line.
    pub status: Area,
}

/// Narrower terminals have no outline beside the text.
const ROOM_FOR_OUTLINE: u16 = 60;

/// The maximum width of a list.
const WIDEST_LIST: u16 = 150;

/// The widest number that hangs in the margin; wider ones are set in the text.
const WIDEST_LABEL: u16 = 8;

/// Blanks between a number and its surroundings in the margin.
const BLANKS: u16 = 2;

/// Narrower panes have one column for the marks of bookmarks and of the paragraph in view.
const ROOM_FOR_MARKS: u16 = 40;

/// The maximum width of the margin and the edges of the pane together.
const BESIDE_TEXT: u16 = 20;

/// The width of the outline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutlineWidth {
    /// The width that the user has set, in columns.
    pub set: Option<u16>,
    /// The preferred measure of the text, in columns.
    pub measure: u16,
}

/// The width of the contents beside a page of more than one column, and the widest that is not set.
const USUAL_OUTLINE: u16 = 28;
const WIDEST_OUTLINE: u16 = 56;

/// Beyond this width the outline takes more than a quarter of the screen.
const USUAL_SCREEN: u16 = 80;

/// The minimum width of an outline, and of the text beside a wider one.
const LEAST_OUTLINE: u16 = 12;
const LEAST_TEXT: u16 = 30;

impl OutlineWidth {
    /// The outline's width beside the text, on a screen of `columns` columns.
    fn beside(self, columns: u16, form: PageForm) -> u16 {
        let most = columns.saturating_sub(LEAST_TEXT).max(LEAST_OUTLINE).min(columns);
        if let Some(set) = self.set {
            return set.clamp(LEAST_OUTLINE.min(most), most);
        }
        // A quarter of a usual screen. On a wider one it takes more, up to the point where the text
        // has its full measure, and then more still.
        let wider = columns.saturating_sub(USUAL_SCREEN).saturating_mul(2) / 5;
        let spare = columns.saturating_sub(self.measure.saturating_add(BESIDE_TEXT));
        // Notes beside the text, or a second column, come before wider contents.
        let spare = match form {
            PageForm::One => spare.clamp(36, WIDEST_OUTLINE),
            PageForm::Margin => {
                spare.saturating_sub(ASIDE_ROOM).clamp(USUAL_OUTLINE, WIDEST_OUTLINE)
            }
            PageForm::Two | PageForm::Beside | PageForm::Alone => USUAL_OUTLINE,
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
    /// Beside the text, if there is room.
    Beside,
    /// Over the text, while it has the focus.
    Over,
    /// Beside the text, or over it if there is no room.
    BesideOrOver,
}

impl OutlineWanted {
    /// Derives the place from the setting and the focus.
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
    /// Lays out a screen for numbers of these widths.
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
        let alone = form == PageForm::Alone;
        let has_room = columns >= ROOM_FOR_OUTLINE && !alone;
        let outline_place = match wanted {
            OutlineWanted::Beside | OutlineWanted::BesideOrOver if has_room => OutlinePlace::Beside,
            OutlineWanted::Over | OutlineWanted::BesideOrOver => OutlinePlace::Over,
            OutlineWanted::Beside | OutlineWanted::Nowhere => OutlinePlace::Hidden,
        };
        let outline_width = match outline_place {
            OutlinePlace::Beside => width.beside(columns, form),
            OutlinePlace::Over if alone => columns.saturating_sub(1),
            OutlinePlace::Over => columns.saturating_sub(1).min(44),
            OutlinePlace::Hidden => 0,
        };
        let beside = if outline_place == OutlinePlace::Beside { outline_width + 1 } else { 0 };
        let pane = Area { x: beside, y: top, width: columns.saturating_sub(beside), height };
        // The mark of a bookmark, that of the paragraph in view, the number, and blanks.
        let most = pane.width / 4;
        let marks = match pane.width {
            _ if alone => 0,
            ROOM_FOR_MARKS.. => 2,
            _ => 1,
        };
        let beside_number = marks + BLANKS;
        let fitting = if labels.all + beside_number <= most { labels.all } else { labels.numerals };
        let margin = if alone { 0 } else { (fitting + beside_number).min(most) };
        // A blank separates the marks in the margin from the outline.
        let edge = u16::from(outline_place == OutlinePlace::Beside);
        let beside_text = if alone { 0 } else { edge + margin + 2 };
        let room = pane.width.saturating_sub(beside_text);
        let PageColumns { left, width, second, aside, beside } =
            form.columns(room, margin, measure);
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
            beside: beside.map(|at| column((at, width))),
            margin,
            marks,
            direction: Direction::LeftToRight,
            scrollbar: Area {
                x: columns.saturating_sub(1),
                y: top,
                width: if alone { 0 } else { 1.min(columns) },
                height,
            },
            status: Area { x: 0, y: rows.saturating_sub(1), width: columns, height: 1.min(rows) },
        }
    }
}

impl Layout {
    /// The same layout with the margin where lines of a direction begin.
    pub fn running(self, direction: Direction) -> Self {
        if direction == self.direction {
            return self;
        }
        // One column stays free between the text and the edge without a margin.
        let text = match direction {
            // Without a margin, the lines begin at the edge of the screen.
            Direction::RightToLeft if self.margin == 0 => {
                Area { x: (self.pane.x + self.pane.width) - self.text.width, ..self.text }
            }
            Direction::LeftToRight if self.margin == 0 => Area { x: self.pane.x, ..self.text },
            Direction::RightToLeft => {
                Area { x: (self.text.x + 1).saturating_sub(self.margin), ..self.text }
            }
            Direction::LeftToRight => Area { x: self.text.x + self.margin - 1, ..self.text },
        };
        Self { text, direction, ..self }
    }

    /// The rows of text on a screen, in all its columns.
    pub fn rows(self) -> u16 {
        let columns = if self.second.is_some() { 2 } else { 1 };
        self.text.height.saturating_mul(columns)
    }

    /// The same layout for one row of text: its `text` is the column that holds the row, starting
    /// at that row.
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
            // A cell between the columns belongs to the nearer one.
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

    /// The widest number that the margin holds, in columns.
    pub fn label_room(self) -> u16 {
        self.margin.saturating_sub(self.marks + BLANKS - u16::from(!self.has_wide_margin()))
    }

    /// Whether two blanks, not one, separate a number from the text.
    fn has_wide_margin(self) -> bool {
        self.margin > 4 + self.marks
    }

    /// The column of bookmarks' marks, at the outer edge of the margin.
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
            Direction::LeftToRight => (self.mark_column() + self.marks).saturating_sub(1),
            Direction::RightToLeft => (self.mark_column() + 1).saturating_sub(self.marks),
        }
    }

    /// The columns for the number beside a block indented by `indent`: the first, and the one after
    /// the last.
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
    /// The area of lists and tables: the pane without its edges.
    pub fn list(self) -> Area {
        let Area { x, y, width, height } = self.pane;
        let edge = u16::from(width > 30);
        let width = width.saturating_sub(2 * edge);
        Area { x: x + edge, y, width: width.min(WIDEST_LIST), height }
    }
}

/// The widths of the widest numbers that hang in the margin, at least 2.
///
/// If there is no room for all of them (`Article premier`), all numbers in words are set in the
/// text, so that the articles of one document look alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LabelWidths {
    /// That of all numbers if none is too wide; otherwise of numerals.
    pub all: u16,
    /// That of numbers that are not words.
    pub numerals: u16,
}

impl LabelWidths {
    /// Measures a document's numbers.
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

/// Whether a number is written in words, or contains them: not `4.1`, `(c)`, `VII.`
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
