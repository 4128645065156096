//! What the program says on the screen, in plain lines and on the command line.
//!
//! The words are in `assets/messages`, where a translator finds all of them; its README describes the
//! form. The build makes a constant or a function of each, in a module for each file.

use std::borrow::Borrow;

/// The form of a message that a number calls for, as CLDR names it. Another language may need more
/// forms, and chooses them here.
enum Plural {
    One,
    Other,
}

impl Plural {
    fn of(count: usize) -> Self {
        if count == 1 { Self::One } else { Self::Other }
    }
}

/// Joins alternatives: `auto, ask or off`.
pub fn alternatives(all: &[impl Borrow<str>]) -> String {
    match all {
        [most @ .., last] if !most.is_empty() => settings::or(most.join(", "), last.borrow()),
        _ => all.concat(),
    }
}

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

#[cfg(test)]
mod tests {
    use super::{alternatives, counts};

    #[test]
    fn a_number_chooses_the_form() {
        assert_eq!(counts::bookmarks(1), "1 bookmark");
        assert_eq!(counts::bookmarks(0), "0 bookmarks");
        assert_eq!(counts::bookmarks(21), "21 bookmarks");
    }

    #[test]
    fn the_last_alternative_follows_a_word() {
        assert_eq!(alternatives(&["4", "14", "4:1"]), "4, 14 or 4:1");
        assert_eq!(alternatives(&["4".to_owned()]), "4");
    }
}
