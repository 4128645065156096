//! The user's position before each jump.

use super::Page;
use crate::typeset::Top;

/// What the pane shows, for a later return.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct View {
    /// The first words in view.
    pub top: Top,
    /// The text, or one of its registers.
    pub page: Page,
}

/// A place to return to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReturnPlace {
    /// In this document.
    Here(View),
    /// The document from which this one was entered, by its source.
    Document(String),
}

/// Places to return to, backward and forward.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    behind: Vec<ReturnPlace>,
    ahead: Vec<View>,
}

/// The maximum number of places remembered.
const DEPTH: usize = 200;

impl History {
    /// Records the place that a jump leaves.
    pub fn leave(&mut self, from: View) {
        self.put(ReturnPlace::Here(from));
    }

    /// Records that the document was entered from another.
    pub fn enter(&mut self, from: String) {
        self.put(ReturnPlace::Document(from));
    }

    fn put(&mut self, from: ReturnPlace) {
        if self.behind.last() != Some(&from) {
            self.behind.push(from);
        }
        if self.behind.len() > DEPTH {
            self.behind.remove(0);
        }
        self.ahead.clear();
    }

    /// Whether there is no place to go back to.
    pub(in crate::app) fn is_empty(&self) -> bool {
        self.behind.is_empty()
    }

    /// The same places in another version of the document.
    pub(in crate::app) fn mapped(self, moved: impl Fn(View) -> View) -> Self {
        let behind = self.behind.into_iter().map(|place| match place {
            ReturnPlace::Here(view) => ReturnPlace::Here(moved(view)),
            place @ ReturnPlace::Document(_) => place,
        });
        Self { behind: behind.collect(), ahead: self.ahead.into_iter().map(&moved).collect() }
    }

    /// The place before `here`.
    pub fn back(&mut self, here: View) -> Option<ReturnPlace> {
        let to = self.behind.pop()?;
        if let ReturnPlace::Here(_) = to {
            self.ahead.push(here);
        }
        Some(to)
    }

    /// The place after `here`, after going back.
    pub fn forward(&mut self, here: View) -> Option<View> {
        let to = self.ahead.pop()?;
        self.behind.push(ReturnPlace::Here(here));
        Some(to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{BlockId, Point};

    fn top(block: usize) -> View {
        let top = Top::at(Point::start_of(BlockId::new(block)));
        View { top, page: Page::Text }
    }

    #[test]
    fn back_and_forward_are_inverse() {
        let mut history = History::default();
        history.leave(top(1));
        history.leave(top(2));
        assert_eq!(history.back(top(3)), Some(ReturnPlace::Here(top(2))));
        assert_eq!(history.back(top(2)), Some(ReturnPlace::Here(top(1))));
        assert_eq!(history.back(top(1)), None);
        assert_eq!(history.forward(top(1)), Some(top(2)));
        assert_eq!(history.forward(top(2)), Some(top(3)));
        assert_eq!(history.forward(top(3)), None);
    }

    #[test]
    fn the_document_from_which_this_one_was_entered_is_a_place() {
        let mut history = History::default();
        history.leave(top(1));
        history.enter("/a".to_owned());
        history.leave(top(2));
        assert_eq!(history.back(top(3)), Some(ReturnPlace::Here(top(2))));
        assert_eq!(history.back(top(2)), Some(ReturnPlace::Document("/a".to_owned())));
        assert_eq!(history.back(top(2)), Some(ReturnPlace::Here(top(1))));
    }

    #[test]
    fn a_jump_ends_the_way_forward() {
        let mut history = History::default();
        history.leave(top(1));
        history.back(top(2));
        history.leave(top(1));
        assert_eq!(history.forward(top(5)), None);
    }
}
