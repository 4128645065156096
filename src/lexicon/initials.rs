//! The first characters of many phrases: a test that rules out most words of a text.

/// The first two characters of phrases. Most words of a text begin with none of these pairs.
#[derive(Debug, Clone, Copy)]
pub struct Initials {
    /// For each ASCII letter, the set of characters after it: ASCII letters, and [`OTHERS`].
    seconds: [u32; LETTERS],
}

/// The number of letters of ASCII.
const LETTERS: usize = 26;

/// The place, in a set of second characters, of all that are not ASCII letters.
const OTHERS: u32 = 31;

impl Initials {
    /// Creates the beginnings that the build collected.
    pub const fn new(seconds: [u32; LETTERS]) -> Self {
        Self { seconds }
    }

    /// Whether one of the phrases may begin a text. Always true of non-ASCII characters.
    pub fn may_begin(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        let Some(first) = bytes.first().and_then(letter) else { return true };
        let seconds = self.seconds[first as usize];
        seconds != 0
            && (seconds & 1 << second(bytes.get(1)) != 0
                || bytes.get(1).is_some_and(|byte| !byte.is_ascii()))
    }
}

/// Returns the place of a letter of ASCII in the alphabet.
fn letter(byte: &u8) -> Option<u32> {
    byte.is_ascii_alphabetic().then(|| u32::from(byte.to_ascii_lowercase() - b'a'))
}

/// Returns the place of the byte after the first of a phrase or a word, if there is one.
fn second(byte: Option<&u8>) -> u32 {
    byte.and_then(letter).unwrap_or(OTHERS)
}
