//! Where the parts of the screen are. Kept beside the state, since the mouse
//! and the text's measure depend on it as much as the drawing does.

use crate::document::Document;

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

/// The size of the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub columns: u16,
    /// Rows.
    pub rows: u16,
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
    /// All that is right of the outline.
    pub pane: Area,
    /// The columns of the text, inside the pane; the margin with the numbers
    /// is left of it.
    pub text: Area,
    /// Columns of the margin.
    pub margin: u16,
    /// The scrollbar.
    pub scrollbar: Area,
    /// The bottom line.
    pub status: Area,
}

/// Narrower terminals have no outline beside the text.
const ROOM_FOR_OUTLINE: u16 = 60;

/// The widest numbers that hang in the margin; wider ones stand in the text.
const WIDEST_LABEL: u16 = 10;

impl Layout {
    /// The layout of a screen, for numbers of at most `labels` columns.
    pub fn new(size: Size, labels: u16, measure: u16, outline: bool, focused: bool) -> Self {
        let Size { columns, rows } = size;
        let header = (rows >= 12).then_some(Area { x: 0, y: 0, width: columns, height: 1 });
        let rule_y = u16::from(header.is_some());
        let rule = (rows >= 7).then_some(Area { x: 0, y: rule_y, width: columns, height: 1 });
        let top = rule_y + u16::from(rule.is_some());
        let height = rows.saturating_sub(top + 1);
        let outline_place = match (columns >= ROOM_FOR_OUTLINE, outline, focused) {
            (true, true, _) => OutlinePlace::Beside,
            (true, false, true) | (false, _, true) => OutlinePlace::Over,
            _ => OutlinePlace::Hidden,
        };
        let wide = (columns / 3).clamp(20, 36).min(columns);
        let outline_width = match outline_place {
            OutlinePlace::Beside => wide,
            OutlinePlace::Over => columns.saturating_sub(1).min(44),
            OutlinePlace::Hidden => 0,
        };
        let beside = if outline_place == OutlinePlace::Beside { outline_width + 1 } else { 0 };
        let pane = Area { x: beside, y: top, width: columns.saturating_sub(beside), height };
        // The number, a blank, and the mark of a bookmark.
        let margin = (labels + 3).min(pane.width / 4);
        // A blank parts the marks in the margin from the outline.
        let edge = u16::from(outline_place == OutlinePlace::Beside);
        let room = pane.width.saturating_sub(edge + margin + 2);
        let width = room.min(measure).max(1);
        let spare = room.saturating_sub(width);
        let left = spare / 2;
        Self {
            header,
            rule,
            outline_place,
            outline: Area { x: 0, y: top, width: outline_width, height },
            pane,
            text: Area { x: pane.x + edge + margin + left, y: top, width, height },
            margin,
            scrollbar: Area { x: columns.saturating_sub(1), y: top, width: 1.min(columns), height },
            status: Area { x: 0, y: rows.saturating_sub(1), width: columns, height: 1.min(rows) },
        }
    }
}

/// Rows of the words that a register shows of a place, with the line above.
const EVIDENCE: u16 = 6;

/// Rows of a register that stay, however small the window.
const LEAST_LIST: u16 = 4;

impl Layout {
    /// What lists and tables fill: the pane without its edges.
    pub fn list(self) -> Area {
        let Area { x, y, width, height } = self.pane;
        let edge = u16::from(width > 30);
        let width = width.saturating_sub(2 * edge);
        Area { x: x + edge, y, width: width.min(120), height }
    }

    /// The rows of a register, and where there is room the words of the place
    /// that is chosen.
    pub fn register(self) -> (Area, Option<Area>) {
        let all = self.list();
        match all.height.checked_sub(EVIDENCE).filter(|rows| *rows >= LEAST_LIST) {
            Some(rows) => {
                let list = Area { height: rows, ..all };
                (list, Some(Area { y: all.y + rows, height: EVIDENCE, ..all }))
            }
            None => (all, None),
        }
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
    pub fn bookmarks(self) -> (Area, Option<Area>) {
        let all = self.documents();
        let detail = (all.height / 2).min(DETAIL);
        if detail < LEAST_DETAIL {
            return (all, None);
        }
        let rows = all.height - detail;
        (Area { height: rows, ..all }, Some(Area { y: all.y + rows, height: detail, ..all }))
    }
}

/// Rows of all that there is of a bookmark: at the most, and at the least.
const DETAIL: u16 = 12;
const LEAST_DETAIL: u16 = 5;

/// Columns of the widest number that hangs in the margin.
pub fn label_width(document: &Document) -> u16 {
    let widest = document
        .blocks()
        .iter()
        .filter_map(|block| block.label)
        .map(|span| document.slice(span).chars().count())
        .filter(|width| *width <= usize::from(WIDEST_LABEL))
        .max();
    widest.and_then(|width| u16::try_from(width).ok()).unwrap_or(2).max(2)
}
