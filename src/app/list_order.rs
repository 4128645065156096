//! The orders in which a list can be sorted.

/// What a list is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ListOrder {
    /// The order in which the list comes: that of the text, of its places, or of time.
    #[default]
    Given,
    /// Names or titles, from A to Z.
    Name,
    /// Words, from A to Z.
    Words,
    /// Notes, from A to Z; rows without one come last.
    Note,
    /// Highlight colours.
    Colour,
    /// States or other documents; rows without come last.
    State,
    /// Dates, newest first.
    Time,
    /// Progress, from the least read.
    Progress,
    /// Paths, from A to Z.
    Path,
    /// Numbers of places, largest first.
    Places,
}

/// The key that sorts words from A to Z, with empty ones last.
pub fn last_if_empty(words: &str) -> (bool, String) {
    (words.is_empty(), words.to_lowercase())
}

/// The orders of a list, each with the words that report it.
pub type ListOrders = &'static [(ListOrder, &'static str)];

impl ListOrder {
    /// Returns the order after this one, starting again after the last.
    pub fn next(self, orders: ListOrders) -> Self {
        let at = orders.iter().position(|(order, _)| *order == self).map_or(0, |at| at + 1);
        orders.get(at).or(orders.first()).map_or(Self::Given, |(order, _)| *order)
    }

    /// Returns the words that report it.
    pub fn words(self, orders: ListOrders) -> &'static str {
        orders.iter().find(|(order, _)| *order == self).map_or("", |(_, words)| words)
    }
}
