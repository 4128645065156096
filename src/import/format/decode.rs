//! From bytes to text.

use std::borrow::Cow;

/// The text of a source, and where it begins in the bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text. Where the bytes are valid UTF-8 it stands in them byte for byte.
    pub text: Cow<'a, str>,
    /// Bytes before the text: those of a byte order mark.
    pub skipped: usize,
}

const BYTE_ORDER_MARK: &[u8] = &[0xEF, 0xBB, 0xBF];

/// How many bytes are looked at to tell text from other data.
const SAMPLE: usize = 8192;

/// Decodes UTF-8, bytes that are not valid standing as U+FFFD; `None` where
/// the bytes are no text.
pub fn decode(bytes: &[u8]) -> Option<Decoded<'_>> {
    if bytes[..bytes.len().min(SAMPLE)].contains(&0) {
        return None;
    }
    let (skipped, rest) = match bytes.strip_prefix(BYTE_ORDER_MARK) {
        Some(rest) => (BYTE_ORDER_MARK.len(), rest),
        None => (0, bytes),
    };
    Some(Decoded { text: String::from_utf8_lossy(rest), skipped })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_skipped() {
        let decoded = decode(b"\xEF\xBB\xBFHarbour").unwrap();
        assert_eq!((decoded.text.as_ref(), decoded.skipped), ("Harbour", 3));
    }

    #[test]
    fn what_is_no_text_is_refused_and_a_bad_byte_is_not() {
        assert_eq!(decode(b"PK\x03\x04\0\0"), None);
        assert_eq!(decode(b"caf\xE9").unwrap().text, "caf\u{FFFD}");
    }
}
