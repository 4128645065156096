//! What is shown of the list of bookmarks: its rows, its order and the chosen one.

use super::{ListControls, ListOrder, ListOrders};
use crate::messages::states;

/// The orders of the list.
pub const BOOKMARK_ORDERS: ListOrders = &[
    (ListOrder::Given, states::SORTED_BY_PLACE),
    (ListOrder::Words, states::SORTED_BY_WORDS),
    (ListOrder::Note, states::SORTED_BY_NOTE),
    (ListOrder::Colour, states::SORTED_BY_COLOUR),
    (ListOrder::State, states::SORTED_BY_DOCUMENT),
    (ListOrder::Time, states::NEWEST_FIRST),
];

/// The state of the list.
#[derive(Debug, Clone, Default)]
pub struct BookmarkList {
    /// Its filter and order.
    pub controls: ListControls,
    /// Whether it includes bookmarks of other documents.
    pub everywhere: bool,
    /// The indices of the listed bookmarks in the index.
    pub(in crate::app) rows: Vec<usize>,
    /// The chosen row.
    pub chosen: usize,
    /// The id of the last choice, for when the list is empty for a while.
    pub(in crate::app) last: Option<String>,
}

impl BookmarkList {
    /// The chosen bookmark's position in the index; `usize::MAX` if there is none.
    pub(in crate::app) fn at(&self) -> usize {
        self.rows.get(self.chosen).copied().unwrap_or(usize::MAX)
    }
}
