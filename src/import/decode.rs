//! Decodes bytes of any encoding to text.
//!
//! A byte order mark decides; else zero bytes reveal UTF-16; else the bytes are UTF-8
//! if they are valid, or nearly so; else the source's declaration decides; else a
//! guess from letter frequencies, which a remark reports.

use super::wide::{self, Wide};
use super::{Refusal, teletype};
use crate::messages::formats;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// The text of a source, and its offset in the bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text. If the bytes are valid UTF-8, it is identical to them.
    pub text: Cow<'a, str>,
    /// The number of bytes before the text: those of a byte order mark.
    pub skipped: usize,
    /// Assumptions made, and parts that could not be decoded.
    pub remarks: Vec<String>,
}

const UTF_8_MARK: &[u8] = &[0xEF, 0xBB, 0xBF];
const UTF_32LE_MARK: &[u8] = &[0xFF, 0xFE, 0, 0];
const UTF_32BE_MARK: &[u8] = &[0, 0, 0xFE, 0xFF];

/// The number of bytes examined to tell text from other data.
const SAMPLE: usize = 8192;

/// The minimum number of other bytes per zero byte in a text with zeros.
const FEWEST_OTHERS: usize = 64;

/// The number of bytes, from the first that is not ASCII, on which to guess the
/// encoding.
const GUESSED_BY: usize = 256 * 1024;

/// The minimum number of well-formed characters per malformed byte in UTF-8.
const WELL_FORMED: usize = 4;

/// How a text encodes ASCII characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeUnit {
    /// As one byte.
    Byte,
    /// As two bytes, the significant one first.
    Little,
    /// As two bytes, the significant one last.
    Big,
}

impl CodeUnit {
    /// The size in bytes.
    pub const fn size(self) -> usize {
        match self {
            Self::Byte => 1,
            Self::Little | Self::Big => 2,
        }
    }

    /// Returns the bytes of an ASCII character.
    pub fn of(self, byte: u8) -> impl Iterator<Item = u8> {
        let bytes = match self {
            Self::Byte | Self::Little => [byte, 0],
            Self::Big => [0, byte],
        };
        bytes.into_iter().take(self.size())
    }
}

/// Returns the code unit of a text from its beginning; `None` if it has four bytes.
pub fn code_unit(beginning: &[u8]) -> Option<CodeUnit> {
    if beginning.starts_with(UTF_32LE_MARK) || beginning.starts_with(UTF_32BE_MARK) {
        return None;
    }
    let of = |encoding: &'static Encoding| match encoding {
        _ if encoding == UTF_16LE => CodeUnit::Little,
        _ if encoding == UTF_16BE => CodeUnit::Big,
        _ => CodeUnit::Byte,
    };
    if let Some((encoding, _)) = Encoding::for_bom(beginning) {
        return Some(of(encoding));
    }
    match wide::guess(&beginning[..beginning.len().min(SAMPLE)]) {
        Some(Wide::Utf16(encoding)) => Some(of(encoding)),
        Some(Wide::Utf32(_)) => None,
        None => Some(CodeUnit::Byte),
    }
}

/// Decodes a text; `declared` is the encoding that the source declares.
///
/// # Errors
/// [`Refusal::Binary`] if the bytes are not text.
pub fn decode<'a>(
    bytes: &'a [u8],
    declared: Option<&'static Encoding>,
) -> Result<Decoded<'a>, Refusal> {
    if let Some(rest) = bytes.strip_prefix(UTF_32LE_MARK) {
        return Ok(utf_32(rest, u32::from_le_bytes));
    }
    if let Some(rest) = bytes.strip_prefix(UTF_32BE_MARK) {
        return Ok(utf_32(rest, u32::from_be_bytes));
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes).filter(|(e, _)| *e != UTF_8) {
        return Ok(with(encoding, &bytes[mark..], None));
    }
    // Some programs and tapes pad the last block with zeros.
    let bytes = match bytes.iter().rposition(|byte| *byte != 0) {
        Some(last) if bytes.len() - last > 4 => &bytes[..=last],
        _ => bytes,
    };
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    match wide::guess(sample) {
        Some(Wide::Utf16(encoding)) => {
            let remark = formats::without_mark(encoding.name());
            return Ok(with(encoding, bytes, Some(remark)));
        }
        Some(Wide::Utf32(number)) => {
            let mut decoded = utf_32(bytes, number);
            decoded.remarks.insert(0, formats::without_mark("UTF-32"));
            return Ok(decoded);
        }
        None => {}
    }
    let zeros = sample.iter().filter(|byte| **byte == 0).count();
    if zeros * FEWEST_OTHERS > sample.len() || zeros > 0 && is_mostly_controls(sample) {
        return Err(Refusal::Binary);
    }
    let (skipped, rest) = match bytes.strip_prefix(UTF_8_MARK) {
        Some(rest) => (UTF_8_MARK.len(), rest),
        None => (0, bytes),
    };
    if declared.is_none() && is_iso_2022_jp(rest) {
        let remark = formats::guessed(ISO_2022_JP.name());
        return Ok(with(ISO_2022_JP, rest, Some(remark)));
    }
    if let Some(encoding) = declared.filter(|encoding| *encoding == ISO_2022_JP) {
        return Ok(with(encoding, rest, None));
    }
    if let Ok(text) = std::str::from_utf8(rest) {
        return Ok(Decoded { text: Cow::Borrowed(text), skipped, remarks: Vec::new() });
    }
    if is_mostly_controls(sample) {
        return Err(Refusal::Binary);
    }
    if teletype::is_ascii_with_controls(rest) {
        let text = encoding_rs::mem::decode_latin1(rest);
        return Ok(Decoded { text, skipped, remarks: Vec::new() });
    }
    let (well_formed, bad) = count(rest);
    if skipped > 0 || (well_formed > 0 && well_formed >= bad.saturating_mul(WELL_FORMED)) {
        let text = String::from_utf8_lossy(rest);
        return Ok(Decoded { text, skipped, remarks: vec![unreadable(UTF_8)] });
    }
    match declared.filter(|encoding| *encoding != UTF_8) {
        Some(encoding) => Ok(with(encoding, rest, None)),
        None => {
            let encoding = guess(rest);
            let remark = formats::guessed(encoding.name());
            Ok(with(encoding, rest, Some(remark)))
        }
    }
}

/// Whether the bytes are ASCII with valid escapes to Japanese characters and back (RFC
/// 1468).
fn is_iso_2022_jp(bytes: &[u8]) -> bool {
    const INTO: [&[u8]; 2] = [b"\x1B$B", b"\x1B$@"];
    bytes.is_ascii()
        && INTO.iter().any(|into| memchr::memmem::find(bytes, into).is_some())
        && !ISO_2022_JP.decode_without_bom_handling(bytes).1
}

fn with<'a>(encoding: &'static Encoding, bytes: &'a [u8], remark: Option<String>) -> Decoded<'a> {
    let (text, bad) = encoding.decode_without_bom_handling(bytes);
    let mut remarks: Vec<String> = remark.into_iter().collect();
    if bad {
        remarks.push(unreadable(encoding));
    }
    Decoded { text, skipped: 0, remarks }
}

fn unreadable(encoding: &'static Encoding) -> String {
    formats::invalid_bytes(encoding.name())
}

fn utf_32<'a>(bytes: &[u8], number: fn([u8; 4]) -> u32) -> Decoded<'a> {
    let (units, rest) = bytes.as_chunks::<4>();
    let mut bad = !rest.is_empty();
    let text: String = units
        .iter()
        .map(|unit| {
            char::from_u32(number(*unit)).unwrap_or_else(|| {
                bad = true;
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect();
    let remarks = if bad { vec![formats::invalid_bytes("UTF-32")] } else { Vec::new() };
    Decoded { text: Cow::Owned(text), skipped: 0, remarks }
}

/// Whether more than a twentieth of the bytes are controls that do not occur in text.
fn is_mostly_controls(sample: &[u8]) -> bool {
    let control = |byte: &&u8| **byte < 0x20 && !matches!(**byte, 0x08..=0x0D | 0x1B);
    sample.iter().filter(control).count() * 20 > sample.len()
}

/// Counts well-formed multi-byte characters of UTF-8, and malformed sequences.
fn count(bytes: &[u8]) -> (usize, usize) {
    let (mut well_formed, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        well_formed += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    (well_formed, bad)
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let from = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
    let to = bytes.len().min(from + GUESSED_BY);
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[from..to], to == bytes.len());
    detector.guess(None, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const RUSSIAN: &str =
        "Хранители гавани собрались на маяке и решили зажигать лампы каждый вечер.\n";

    fn decoded(bytes: &[u8]) -> (String, Vec<String>) {
        let decoded = decode(bytes, None).unwrap();
        (decoded.text.into_owned(), decoded.remarks)
    }

    #[test]
    fn a_byte_order_mark_is_skipped() {
        let decoded = decode(b"\xEF\xBB\xBFHarbour", None).unwrap();
        assert_eq!((decoded.text.as_ref(), decoded.skipped), ("Harbour", 3));
    }

    #[test]
    fn valid_utf_8_is_not_copied() {
        let decoded = decode(RUSSIAN.as_bytes(), None).unwrap();
        assert!(matches!(decoded.text, Cow::Borrowed(_)));
        assert!(decoded.remarks.is_empty());
    }

    #[test]
    fn wide_encodings_are_read_with_and_without_a_mark() {
        let le: Vec<u8> = RUSSIAN.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = RUSSIAN.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for (bytes, mark) in [(&le, [0xFF, 0xFE]), (&be, [0xFE, 0xFF])] {
            let (text, remarks) = decoded(bytes);
            assert_eq!(text, RUSSIAN);
            assert!(remarks[0].contains("UTF-16"), "{remarks:?}");
            let marked = [&mark[..], bytes].concat();
            assert_eq!(decoded(&marked), (RUSSIAN.to_owned(), vec![]));
        }
        let japanese = "灯台規則\n\n第一条\u{3000}灯台守は毎日夕方に灯をともす。\n";
        let le: Vec<u8> = japanese.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = japanese.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!((decoded(&le).0, decoded(&be).0), (japanese.to_owned(), japanese.to_owned()));
        let bare: Vec<u8> = RUSSIAN.chars().flat_map(|c| u32::from(c).to_be_bytes()).collect();
        assert_eq!(decoded(&bare), (RUSSIAN.to_owned(), vec![formats::without_mark("UTF-32")]));
        let wide: Vec<u8> = RUSSIAN.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
        assert_eq!(decoded(&[UTF_32LE_MARK, &wide].concat()), (RUSSIAN.to_owned(), vec![]));
        assert_eq!(decoded(&[UTF_32BE_MARK, &[0, 0, 0, 0x41, 9]].concat()).1.len(), 1);
    }

    #[test]
    fn an_old_encoding_is_guessed_and_reported() {
        let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(RUSSIAN);
        let (text, remarks) = decoded(&bytes);
        assert_eq!(text, RUSSIAN);
        assert_eq!(remarks, ["read as windows-1251 (guessed)"]);
        let far = [&b"keeper ".repeat(100_000)[..], &bytes].concat();
        assert!(decoded(&far).0.ends_with(RUSSIAN));
    }

    #[test]
    fn japanese_in_seven_bits_is_known_by_its_escapes() {
        let bytes = b"1. \x1B$B$H$&$@$$\x1B(B\n";
        let (text, remarks) = decoded(bytes);
        assert_eq!(text, "1. とうだい\n");
        assert_eq!(remarks, ["read as ISO-2022-JP (guessed)"]);
        assert_eq!(decoded(b"\x1B[1mlamp\x1B[0m $B").0, "\x1B[1mlamp\x1B[0m $B");
    }

    #[test]
    fn what_is_declared_is_not_guessed() {
        let declared = Encoding::for_label(b"iso-8859-5");
        let (bytes, _, _) = encoding_rs::ISO_8859_5.encode(RUSSIAN);
        let decoded = decode(&bytes, declared).unwrap();
        assert_eq!((decoded.text.as_ref(), decoded.remarks.len()), (RUSSIAN, 0));
        // Valid UTF-8 is read as such, whatever is declared.
        assert_eq!(decode(RUSSIAN.as_bytes(), declared).unwrap().text, RUSSIAN);
    }

    #[test]
    fn a_few_bad_bytes_do_not_make_another_encoding() {
        let bytes = [RUSSIAN.as_bytes(), b"\xE9\n"].concat();
        let (text, remarks) = decoded(&bytes);
        assert_eq!(text, format!("{RUSSIAN}\u{FFFD}\n"));
        assert_eq!(remarks, ["some bytes are not valid UTF-8, and are shown as \u{FFFD}"]);
        assert_eq!(decoded(b"caf\xE9 au lait").0, "café au lait");
    }

    #[test]
    fn a_few_zeros_make_no_text_another_thing() {
        let padded = [RUSSIAN.as_bytes(), &[0; 300]].concat();
        assert_eq!(decoded(&padded).0, RUSSIAN);
        let one = [RUSSIAN.as_bytes(), b"\0", RUSSIAN.as_bytes()].concat();
        assert!(decoded(&one).0.contains('\0'));
    }

    #[test]
    fn bytes_that_are_not_text_are_refused() {
        assert_eq!(decode(b"PK\x03\x04\0\0", None), Err(Refusal::Binary));
        assert_eq!(
            decode(b"\x7FELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3E\0", None),
            Err(Refusal::Binary)
        );
        assert_eq!(
            decode(b"BZh9\x01\x02\x03\x04\x05\x06\xFF\xFE\x17\x90", None),
            Err(Refusal::Binary)
        );
    }

    proptest! {
        #[test]
        fn any_bytes_are_decoded_or_refused(bytes: Vec<u8>) {
            let _ = decode(&bytes, None);
        }

        #[test]
        fn utf_16_without_a_mark_is_the_same_text(text in "[a-zа-я ]{40,200}") {
            prop_assume!(text.matches(' ').count() * 12 > text.chars().count());
            let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            prop_assume!(!bytes.is_empty());
            prop_assert_eq!(decode(&bytes, None).unwrap().text, text);
        }
    }
}
