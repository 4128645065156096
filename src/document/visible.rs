//! Makes names safe to show: of files, and of places that a user typed.
//!
//! A name may contain invisible characters that reorder the others, so that
//! `fdp.exe` reads as a PDF. They are shown as escapes. The text of a document is
//! different: there, these characters are needed.

use std::borrow::Cow;
use std::fmt::Write;

/// Whether a character is invisible and changes how others are shown: control
/// characters, and those that embed, override or isolate a direction (UAX #9, 2.1
/// to 2.5).
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
}

/// Escapes the hidden characters of a name: `\u{202e}`.
pub fn visible(name: &str) -> Cow<'_, str> {
    if !name.contains(is_hidden) {
        return Cow::Borrowed(name);
    }
    let mut shown = String::with_capacity(name.len() + 8);
    for c in name.chars() {
        if is_hidden(c) {
            // Writing to a string cannot fail.
            let _ = write!(shown, "\\u{{{:x}}}", u32::from(c));
        } else {
            shown.push(c);
        }
    }
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_hidden_is_shown_as_an_escape() {
        assert_eq!(visible("rules\u{202e}txt.sh"), "rules\\u{202e}txt.sh");
        assert_eq!(visible("a\u{1b}[2Jb\n"), "a\\u{1b}[2Jb\\u{a}");
        assert_eq!(visible("\u{2066}a\u{2069}"), "\\u{2066}a\\u{2069}");
        // Marks are part of Arabic and Hebrew spelling.
        assert!(matches!(visible("קובץ\u{200f} 1"), Cow::Borrowed(_)));
    }

    proptest! {
        #[test]
        fn nothing_hidden_is_left(name in "\\PC*|[\u{0}-\u{A0}]*|[\u{2000}-\u{2070}]*") {
            prop_assert!(!visible(&name).contains(is_hidden));
        }
    }
}
