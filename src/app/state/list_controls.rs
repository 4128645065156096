//! The filter and the order of a list.

use super::{InputLine, ListOrder};

/// The filter and the order of a list.
#[derive(Debug, Clone, Default)]
pub struct ListControls {
    /// What its rows must match.
    pub filter: InputLine,
    /// Whether the filter is being typed.
    pub filtering: bool,
    /// What it is sorted by.
    pub order: ListOrder,
}

impl ListControls {
    /// Returns the filter without blanks around it.
    pub fn only(&self) -> &str {
        self.filter.text().trim()
    }
}
