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

/// The digits to which a number is filled up in a key; longer ones sort by their first digits.
const DIGITS: usize = 10;

/// The key that sorts words from A to Z, and the numbers in them by their value: `5.2` comes before
/// `5.10`.
pub fn by_value(words: &str) -> String {
    let mut key = String::with_capacity(words.len());
    let mut rest = words;
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (number, after) = rest.split_at(digits);
        key.extend(std::iter::repeat_n(
            '0',
            if digits == 0 { 0 } else { DIGITS.saturating_sub(digits) },
        ));
        key.push_str(number);
        let end = after.find(|c: char| c.is_ascii_digit()).unwrap_or(after.len());
        key.push_str(&after[..end].to_lowercase());
        rest = &after[end..];
    }
    key
}

/// The key that sorts words as [`by_value`], with empty ones last.
pub fn last_if_empty(words: &str) -> (bool, String) {
    (words.is_empty(), by_value(words))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_sort_by_their_value() {
        let mut places = ["5.10", "A.1", "5.2", "10", "5", "a.1.2"];
        places.sort_by_key(|words| by_value(words));
        assert_eq!(places, ["5", "5.2", "5.10", "10", "A.1", "a.1.2"]);
    }
}
