//! How the columns of a page share the room beside the contents.

use crate::typeset::TextSide;

/// The columns of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageForm {
    /// One column of text.
    One,
    /// One column of text, and a margin with notes on its lines.
    Margin,
    /// Two columns of text.
    Two,
    /// Another text at this side of the text.
    Beside(TextSide),
    /// One column of text from the edge of the screen on, without a margin, and nothing beside it.
    Alone,
}

/// The minimum width of the screen for a margin with notes.
pub(in crate::app) const ROOM_FOR_ASIDES: u16 = 140;

/// The minimum width of the screen for two columns of text.
pub(in crate::app) const ROOM_FOR_TWO: u16 = 180;

/// The minimum and maximum width of the margin for notes.
const ASIDE_WIDTHS: std::ops::RangeInclusive<u16> = 18..=40;

/// The width of that margin from which the text stays in the middle beside it.
const COMFORTABLE_ASIDE: u16 = 24;

/// The gap between the text and that margin, and between two columns of text.
const GAP: u16 = 3;

/// Columns that a margin of full width takes beside the text.
pub(in crate::app) const ASIDE_ROOM: u16 = *ASIDE_WIDTHS.end() + GAP;

/// The minimum width of each of two columns of text.
const LEAST_COLUMN: u16 = 40;

/// The minimum width of each of two texts beside each other.
const LEAST_BESIDE: u16 = 30;

/// The positions of the columns, relative to the first column that text can use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) struct PageColumns {
    /// The first column of the text.
    pub left: u16,
    /// The width of the text.
    pub width: u16,
    /// The start of the second text column, which is equally wide.
    pub second: Option<u16>,
    /// The start and the width of the margin for notes.
    pub aside: Option<(u16, u16)>,
    /// The start of another text, which is equally wide.
    pub beside: Option<u16>,
}

impl PageForm {
    /// Places the columns in `room` columns, for text of a measure with its numbers in a margin;
    /// one column if there is no room for more.
    pub(in crate::app) fn columns(self, room: u16, margin: u16, measure: u16) -> PageColumns {
        let width = room.min(measure).max(1);
        let spare = room.saturating_sub(width);
        match self {
            Self::Margin => {
                // The text stays in the middle, where it is without a margin, if the room beside it
                // is wide enough for one.
                let left = spare / 2;
                let beside = (spare - left).saturating_sub(GAP).min(*ASIDE_WIDTHS.end());
                if beside >= COMFORTABLE_ASIDE {
                    let aside = Some((left + width + GAP, beside));
                    return PageColumns { left, width, second: None, aside, beside: None };
                }
                let aside = spare.saturating_sub(GAP).min(*ASIDE_WIDTHS.end());
                if aside >= *ASIDE_WIDTHS.start() {
                    let left = (spare - GAP - aside) / 2;
                    let aside = Some((left + width + GAP, aside));
                    return PageColumns { left, width, second: None, aside, beside: None };
                }
            }
            Self::Two => {
                let width = (room.saturating_sub(margin + GAP) / 2).min(measure);
                if width >= LEAST_COLUMN {
                    let left = (room - 2 * width - margin - GAP) / 2;
                    let second = Some(left + width + GAP + margin);
                    return PageColumns { left, width, second, aside: None, beside: None };
                }
            }
            Self::Beside(side) => {
                let width = (room.saturating_sub(margin + GAP) / 2).min(measure);
                if width >= LEAST_BESIDE {
                    let first = (room - 2 * width - margin - GAP) / 2;
                    let last = first + width + GAP + margin;
                    let (left, beside) = match side {
                        TextSide::Left => (last, first),
                        TextSide::Right => (first, last),
                    };
                    let (second, aside) = (None, None);
                    return PageColumns { left, width, second, aside, beside: Some(beside) };
                }
            }
            Self::Alone => {
                return PageColumns { left: 0, width, second: None, aside: None, beside: None };
            }
            Self::One => {}
        }
        PageColumns { left: spare / 2, width, second: None, aside: None, beside: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_share_the_room_and_never_overlap() {
        let beside = [TextSide::Left, TextSide::Right].map(PageForm::Beside);
        for form in [PageForm::One, PageForm::Margin, PageForm::Two].into_iter().chain(beside) {
            for room in 0..260 {
                for (margin, measure) in [(4, 72), (10, 100), (3, 20)] {
                    let columns = form.columns(room, margin, measure);
                    let end = columns.left + columns.width;
                    assert!(columns.width <= measure && end <= room.max(1));
                    if let Some(second) = columns.second {
                        assert!(end + margin <= second && second + columns.width <= room);
                    }
                    if let Some(at) = columns.beside {
                        let apart = at.abs_diff(columns.left);
                        assert!(apart >= columns.width + margin && at + columns.width <= room);
                    }
                    if let Some((at, width)) = columns.aside {
                        assert!(end < at && at + width <= room);
                    }
                }
            }
        }
        assert!(PageForm::Two.columns(160, 8, 72).second.is_some());
        assert!(PageForm::Two.columns(80, 8, 72).second.is_none());
        assert_eq!(PageForm::Margin.columns(100, 8, 72).aside, Some((75, 25)));
    }

    #[test]
    fn a_margin_does_not_move_the_text_if_there_is_room_beside_it() {
        for room in 126..260 {
            let [alone, beside] =
                [PageForm::One, PageForm::Margin].map(|form| form.columns(room, 8, 72));
            assert_eq!((alone.left, alone.width), (beside.left, beside.width), "{room}");
            assert!(beside.aside.is_some_and(|(_, width)| width >= COMFORTABLE_ASIDE));
        }
    }
}
