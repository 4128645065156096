//! How the columns of a page share the room beside the contents.

use super::App;
use crate::document::Direction;
use crate::settings::PageLayout;

/// What stands side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageForm {
    /// One column of text.
    One,
    /// One column of text, and a margin with what belongs to its lines.
    Margin,
    /// Two columns of text.
    Two,
}

/// Columns of a screen from which there is a margin for notes.
const ROOM_FOR_ASIDES: u16 = 140;

/// Columns of a screen from which there can be two columns of text.
const ROOM_FOR_TWO: u16 = 180;

/// The narrowest and the widest margin for notes.
const ASIDE_WIDTHS: std::ops::RangeInclusive<u16> = 18..=40;

/// Columns between the text and that margin, and between two columns of text.
const GAP: u16 = 3;

/// The narrowest of two columns of text.
const LEAST_COLUMN: u16 = 40;

/// Where the columns are, from the first that text can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Columns {
    /// The first column of the text.
    pub left: u16,
    /// How wide it is.
    pub width: u16,
    /// Where a second one begins, as wide.
    pub second: Option<u16>,
    /// Where the margin for notes begins, and how wide it is.
    pub aside: Option<(u16, u16)>,
}

impl PageForm {
    /// The columns in so much room, of text of such a measure with its numbers in a margin; one
    /// column where there is no room for more.
    pub(super) fn columns(self, room: u16, margin: u16, measure: u16) -> Columns {
        let width = room.min(measure).max(1);
        let spare = room.saturating_sub(width);
        match self {
            Self::Margin => {
                let aside = spare.saturating_sub(GAP).min(*ASIDE_WIDTHS.end());
                if aside >= *ASIDE_WIDTHS.start() {
                    let left = (spare - GAP - aside) / 2;
                    let aside = Some((left + width + GAP, aside));
                    return Columns { left, width, second: None, aside };
                }
            }
            Self::Two => {
                let width = (room.saturating_sub(margin + GAP) / 2).min(measure);
                if width >= LEAST_COLUMN {
                    let left = (room - 2 * width - margin - GAP) / 2;
                    let second = Some(left + width + GAP + margin);
                    return Columns { left, width, second, aside: None };
                }
            }
            Self::One => {}
        }
        Columns { left: spare / 2, width, second: None, aside: None }
    }
}

impl App {
    /// What the page shows side by side: by the setting, the screen, and whether there is
    /// anything to show beside the text. Text that runs right to left stands alone, since its
    /// numbers are where the notes would be.
    pub(super) fn page_form(&self) -> PageForm {
        let columns = self.size.columns;
        if self.direction == Direction::RightToLeft || columns < ROOM_FOR_ASIDES {
            return PageForm::One;
        }
        match self.settings.layout {
            PageLayout::One => PageForm::One,
            PageLayout::Two if columns >= ROOM_FOR_TWO => PageForm::Two,
            PageLayout::Margin => PageForm::Margin,
            PageLayout::Auto | PageLayout::Two if self.has_asides() => PageForm::Margin,
            PageLayout::Auto | PageLayout::Two => PageForm::One,
        }
    }

    /// Whether a clause can be kept in view beside the text.
    pub fn can_pin(&self) -> bool {
        let wide = self.size.columns >= ROOM_FOR_ASIDES;
        let alone = self.settings.layout == PageLayout::One || self.page_form() == PageForm::Two;
        wide && !alone && self.direction == Direction::LeftToRight
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_share_the_room_and_never_overlap() {
        for form in [PageForm::One, PageForm::Margin, PageForm::Two] {
            for room in 0..260 {
                for (margin, measure) in [(4, 72), (10, 100), (3, 20)] {
                    let columns = form.columns(room, margin, measure);
                    let end = columns.left + columns.width;
                    assert!(columns.width <= measure && end <= room.max(1));
                    if let Some(second) = columns.second {
                        assert!(end + margin <= second && second + columns.width <= room);
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
}
