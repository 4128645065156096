//! How much of the library a list or a search covers.

use super::catalogue::Catalogue;
use crate::messages::library;
use serde::Serialize;
use std::fmt;

/// How many documents there are, and how many of them a list or a search covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Reach {
    /// Documents that were read.
    pub read: usize,
    /// Documents that were not read yet, or by another version of the program.
    pub unread: usize,
    /// Files that could not be read.
    pub unreadable: usize,
}

impl Reach {
    /// The reach of a list of all documents.
    pub fn of(catalogue: &Catalogue) -> Self {
        let unreadable = catalogue.unread().filter(|file| !file.is_other_format()).count();
        Self { read: catalogue.len(), unread: 0, unreadable }
    }

    /// All of them.
    pub const fn all(&self) -> usize {
        self.read + self.unread + self.unreadable
    }
}

/// Formats it as `1,204 of 1,310 read, 6 unreadable`.
impl fmt::Display for Reach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&library::reach(grouped(self.read), grouped(self.all())))?;
        if self.unreadable > 0 {
            write!(f, ", {}", library::reach_unreadable(grouped(self.unreadable)))?;
        }
        Ok(())
    }
}

/// A number with a comma after each three digits from its end.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_written_in_one_line() {
        let reach = Reach { read: 1204, unread: 100, unreadable: 6 };
        assert_eq!(reach.to_string(), "1,204 of 1,310 read, 6 unreadable");
        assert_eq!(Reach { read: 999, ..Reach::default() }.to_string(), "999 of 999 read");
        assert_eq!(grouped(1_000_000), "1,000,000");
    }
}
