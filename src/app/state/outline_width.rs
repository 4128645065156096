//! The width of the outline, and where it is wanted.

use super::Focus;
use super::page_form::{ASIDE_ROOM, PageForm};

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
    pub(in crate::app) fn beside(self, columns: u16, form: PageForm) -> u16 {
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
            PageForm::Two | PageForm::Beside(_) | PageForm::Alone => USUAL_OUTLINE,
        };
        let wide = match self.measure {
            // The text takes all the room that there is.
            measure if measure >= columns => columns / 4,
            _ => columns.min(USUAL_SCREEN) / 4 + wider,
        };
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
