//! The lists, with the orders that each can be sorted by.

use super::{BOOKMARK_ORDERS, ListOrders, RECENT_ORDERS, REGISTER_ORDERS, Register};

/// A list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListKind {
    /// A register of the document.
    Register(Register),
    /// The bookmarks.
    Bookmarks,
    /// The recent documents.
    Documents,
}

impl ListKind {
    /// Returns the orders in which it can be sorted.
    pub const fn orders(self) -> ListOrders {
        match self {
            Self::Register(_) => REGISTER_ORDERS,
            Self::Bookmarks => BOOKMARK_ORDERS,
            Self::Documents => RECENT_ORDERS,
        }
    }
}
