//! The context menu.

use crate::action::Action;

/// An open menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Menu {
    /// The cell where the button was pressed.
    pub(in crate::app) at: (u16, u16),
    /// The actions offered.
    pub items: Vec<Action>,
    /// The index of the chosen action.
    pub chosen: usize,
}
