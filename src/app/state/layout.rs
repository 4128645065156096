//! The layout of the screen. Kept with the state, since the mouse and the text's measure depend on
//! it as much as the drawing does.

use super::page_form::{PageColumns, PageForm};
use super::{Area, LabelWidths, OutlineWanted, OutlineWidth};
use crate::action::Size;
use crate::document::Direction;

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
    /// The columns of another text beside the text; its numbers are in a margin of the same width.
    pub beside: Option<Area>,
    /// The direction of its lines.
    pub beside_direction: Direction,
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

/// Blanks between a number and its surroundings in the margin.
const BLANKS: u16 = 2;

/// Narrower panes have one column for the marks of bookmarks and of the paragraph in view.
const ROOM_FOR_MARKS: u16 = 40;

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
            // The signs of changes have columns of their own unless numbers would lose theirs.
            ROOM_FOR_MARKS.. if labels.all + 2 + labels.signs + BLANKS <= most => 2 + labels.signs,
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
            beside_direction: Direction::LeftToRight,
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

    /// The same layout with the margin of the text beside where its lines begin.
    pub fn running_beside(self, direction: Direction) -> Self {
        match self.of_beside() {
            Some(beside) => {
                let running = beside.running(direction);
                Self { beside: Some(running.text), beside_direction: direction, ..self }
            }
            None => self,
        }
    }

    /// The same layout with the text beside in place of the text.
    pub fn of_beside(self) -> Option<Self> {
        let (text, direction) = (self.beside?, self.beside_direction);
        Some(Self { text, direction, beside: None, ..self })
    }

    /// The same layout for a single row of the text.
    pub fn down(self, row: u16) -> Self {
        let text = Area { y: self.text.y.saturating_add(row), height: 1, ..self.text };
        Self { text, ..self }
    }

    /// The same layout for lines of a direction that are indented, and the column where they would
    /// begin without an indent.
    pub fn indented(self, by: u16, direction: Direction) -> (Self, u16) {
        let Area { x, width, .. } = self.text;
        let inside = width.saturating_sub(by);
        let (x, edge) = match direction {
            Direction::LeftToRight => (x + width.min(by), x),
            Direction::RightToLeft => (x, (x + width).saturating_sub(1)),
        };
        (Self { text: Area { x, width: inside, ..self.text }, direction, ..self }, edge)
    }

    /// The column of the rule between the text and the text beside it.
    pub fn rule_between(self) -> Option<u16> {
        let beside = self.of_beside()?;
        let right = if beside.text.x > self.text.x { beside } else { self };
        let margin = match right.direction {
            Direction::LeftToRight => right.margin,
            Direction::RightToLeft => 1,
        };
        Some(right.text.x.saturating_sub(margin + 2))
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

    /// The columns for the signs of changes: the first, and how many. The mark of the paragraph in
    /// view has the innermost one, that of bookmarks has one of them only in a narrow margin.
    pub fn sign_columns(self) -> (u16, u16) {
        let own = u16::from(self.marks > 2);
        let first = match self.direction {
            Direction::LeftToRight => self.mark_column() + own,
            Direction::RightToLeft => self.here_column(),
        };
        (first, self.marks.saturating_sub(own))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typeset::TextSide;

    #[test]
    fn a_wide_screen_widens_the_outline_and_never_narrows_the_text() {
        let labels = LabelWidths { all: 3, numerals: 3, signs: 0 };
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
        let labels = LabelWidths { all: 3, numerals: 3, signs: 0 };
        let of = |columns, set| {
            let (size, width) =
                (Size { columns, rows: 24 }, OutlineWidth { set: Some(set), measure: 72 });
            Layout::new(size, labels, width, OutlineWanted::Beside, PageForm::One).outline.width
        };
        assert_eq!([of(120, 50), of(80, 50), of(80, 90), of(80, 3)], [50, 50, 50, 12]);
    }

    #[test]
    fn of_two_texts_the_old_one_is_where_lines_begin() {
        let labels = LabelWidths { all: 3, numerals: 3, signs: 0 };
        for columns in [100, 140, 200] {
            let size = Size { columns, rows: 24 };
            let width = OutlineWidth { set: None, measure: 72 };
            let wanted = OutlineWanted::Nowhere;
            let [left, right] = [TextSide::Left, TextSide::Right]
                .map(|side| Layout::new(size, labels, width, wanted, PageForm::Beside(side)));
            let right =
                right.running(Direction::RightToLeft).running_beside(Direction::RightToLeft);
            let [old_left, old_right] = [left, right].map(|layout| layout.beside.expect("a text"));
            assert!(old_left.x >= left.margin && old_left.x + old_left.width < left.text.x);
            assert!(right.text.x + right.text.width + right.margin < old_right.x);
            assert!(old_right.x + old_right.width + right.margin <= right.scrollbar.x);
        }
    }

    #[test]
    fn signs_of_changes_marks_and_numbers_do_not_cover_each_other() {
        let labels = LabelWidths { all: 3, numerals: 3, signs: 2 };
        for columns in [40, 80, 120, 160] {
            let size = Size { columns, rows: 24 };
            let width = OutlineWidth { set: None, measure: 62 };
            let left = Layout::new(size, labels, width, OutlineWanted::Beside, PageForm::One);
            for layout in [left, left.running(Direction::RightToLeft)] {
                let (first, count) = layout.sign_columns();
                let signs = first..first + count;
                assert_eq!(count, labels.signs + 1, "the last is that of the paragraph in view");
                assert!(!signs.contains(&layout.mark_column()));
                assert!(signs.contains(&layout.here_column()));
                let (label, end) = layout.label_columns(0);
                assert!(signs.end <= label || end <= signs.start);
            }
        }
    }

    #[test]
    fn the_margin_is_where_lines_begin() {
        let labels = LabelWidths { all: 3, numerals: 3, signs: 0 };
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
