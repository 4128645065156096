//! Detects encodings of two or four bytes per character without a byte order mark.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use icu_properties::CodePointMapData;
use icu_properties::props::GeneralCategory;

/// An encoding with wide units.
#[derive(Debug, Clone, Copy)]
pub enum Wide {
    /// Two bytes per unit.
    Utf16(&'static Encoding),
    /// Four bytes per unit; the function converts them to a number.
    Utf32(fn([u8; 4]) -> u32),
}

/// Returns the wide encoding of a sample from the beginning of a text, or `None`.
pub fn guess(sample: &[u8]) -> Option<Wide> {
    if !sample.contains(&0) {
        return None;
    }
    let numbers: [fn([u8; 4]) -> u32; 2] = [u32::from_le_bytes, u32::from_be_bytes];
    let (quads, _) = sample.as_chunks::<4>();
    for number in numbers {
        let text: Option<String> = quads.iter().map(|quad| char::from_u32(number(*quad))).collect();
        if text.is_some_and(|text| blanks(&text).is_some_and(|blanks| blanks > 0)) {
            return Some(Wide::Utf32(number));
        }
    }
    let (pairs, _) = sample.as_chunks::<2>();
    let read = |encoding: &'static Encoding| {
        let (text, bad) = encoding.decode_without_bom_handling(pairs.as_flattened());
        // The sample may end between the halves of a surrogate pair.
        let whole = text.strip_suffix(char::REPLACEMENT_CHARACTER).unwrap_or(&text);
        let sound = !bad || !whole.contains(char::REPLACEMENT_CHARACTER);
        blanks(whole).filter(|blanks| sound && *blanks > 0)
    };
    match (read(UTF_16LE), read(UTF_16BE)) {
        (Some(little), big) if big.is_none_or(|big| little > big) => Some(Wide::Utf16(UTF_16LE)),
        (_, Some(_)) => Some(Wide::Utf16(UTF_16BE)),
        _ => None,
    }
}

/// Returns the number of blanks and line ends in a text; `None` if it has a character that
/// no text has.
fn blanks(text: &str) -> Option<usize> {
    let mut blanks = 0;
    for c in text.chars() {
        if matches!(c, ' ' | '\n' | '\r' | '\t' | '\u{3000}') {
            blanks += 1;
            continue;
        }
        match CodePointMapData::<GeneralCategory>::new().get(c) {
            GeneralCategory::Unassigned
            | GeneralCategory::PrivateUse
            | GeneralCategory::Surrogate => {
                return None;
            }
            GeneralCategory::Control if !c.is_whitespace() => return None,
            _ => {}
        }
    }
    Some(blanks)
}
