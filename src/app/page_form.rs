//! How the columns of a page share the room beside the contents.

use super::{App, PageForm, ROOM_FOR_ASIDES, ROOM_FOR_BESIDE, ROOM_FOR_TWO};
use crate::document::Direction;
use crate::settings::{Ornaments, PageLayout};
use crate::typeset::TextSide;

impl App {
    /// The form of the page: depends on the setting, the width of the screen, and whether the
    /// document has anything to show beside the text. Right-to-left text has neither margin nor
    /// second column, since its numbers are where the notes would be.
    pub(super) fn page_form(&self) -> PageForm {
        let columns = self.size.columns;
        if self.theme.ornaments == Ornaments::Omitted {
            return PageForm::Alone;
        }
        if self.has_beside() {
            // Where the lines begin.
            return PageForm::Beside(match self.direction {
                Direction::LeftToRight => TextSide::Left,
                Direction::RightToLeft => TextSide::Right,
            });
        }
        if let Some(side) = self.side_of_other().filter(|_| columns >= ROOM_FOR_BESIDE) {
            return PageForm::Beside(side);
        }
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

    /// Whether there is room to pin a clause beside the text.
    pub fn can_pin(&self) -> bool {
        let wide = self.size.columns >= ROOM_FOR_ASIDES;
        let form = self.page_form();
        let alone = self.settings.layout == PageLayout::One
            || matches!(form, PageForm::Two | PageForm::Beside(_) | PageForm::Alone);
        wide && !alone && self.direction == Direction::LeftToRight
    }
}
