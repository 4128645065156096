//! The beginning of a large text, to be read while the rest still comes.

use super::{ImportError, LARGEST, read_of};
use crate::document::{Document, Origin, ReadSoFar};
use crate::files;
use crate::import::{self, CodeUnit, gzip};
use crate::structure::trace::Untraced;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

/// The document of the first `bytes` bytes of a file, up to the end of a
/// paragraph; `None` where the file is not longer than `least` bytes, or where
/// it is of a format that is only understood as a whole: then it is to be opened
/// with [`crate::source::open`]. Of a file packed by gzip the bytes that it holds count.
///
/// # Errors
/// Where the file cannot be read.
pub fn open_beginning(
    path: &Path,
    bytes: u64,
    least: u64,
) -> Result<Option<Document>, ImportError> {
    let unreadable =
        |source| ImportError::Unreadable { origin: Origin::File(path.to_path_buf()), source };
    let Some((source, size)) = source(path).map_err(unreadable)? else { return Ok(None) };
    if size <= least.max(bytes) {
        return Ok(None);
    }
    let mut read = Vec::new();
    source.take(bytes).read_to_end(&mut read).map_err(unreadable)?;
    let end = last_paragraph_end(&read);
    let beginning = &read[..end];
    if end == 0 || !import::is_read_in_order(beginning, path) {
        return Ok(None);
    }
    let so_far = ReadSoFar { bytes: end as u64, of: Some(size) };
    read_of(beginning, Origin::File(path.to_path_buf()), Some(so_far), &Untraced).map(Some)
}

/// The document of the lines that came by now of a source whose end is not known;
/// `None` where there is none yet, or where it is of a format that is only
/// understood as a whole.
///
/// # Errors
/// Where the lines are of no format that is known.
pub fn read_beginning(bytes: &[u8], origin: Origin) -> Result<Option<Document>, ImportError> {
    let end = last_line_end(bytes);
    let beginning = &bytes[..end];
    if end == 0 || !import::is_shown_in_order(beginning) {
        return Ok(None);
    }
    let so_far = ReadSoFar { bytes: end as u64, of: None };
    read_of(beginning, origin, Some(so_far), &Untraced).map(Some)
}

/// What a file holds, unpacked, and how many bytes that is; `None` where it is
/// no file that can be read twice.
fn source(path: &Path) -> io::Result<Option<(Box<dyn Read>, u64)>> {
    if files::is_own_stream(path) {
        return Ok(None);
    }
    let mut file = files::open(path, LARGEST)?;
    let metadata = file.metadata()?;
    let mut head = Vec::new();
    file.by_ref().take(gzip::HEAD).read_to_end(&mut head)?;
    if !gzip::is_packed(&head) {
        file.rewind()?;
        return Ok(Some((Box::new(file), metadata.len())));
    }
    // The last four bytes tell the size (RFC 1952, 2.3.1) of one that is packed
    // as a whole, and of less than 4 GiB; of others it is only told too small.
    let mut size = [0; 4];
    file.seek(SeekFrom::End(-4))?;
    file.read_exact(&mut size)?;
    file.rewind()?;
    let unpacked = gzip::reader(BufReader::new(file));
    Ok(Some((Box::new(unpacked), u64::from(u32::from_le_bytes(size)).max(metadata.len()))))
}

/// Where the last paragraph ends that is whole, in bytes: at a blank line, else at a line's end,
/// else, where all is one line, behind a word or a character.
fn last_paragraph_end(bytes: &[u8]) -> usize {
    let Some(unit) = import::code_unit(bytes) else { return 0 };
    let blank = last(bytes, "\n\n").max(last(bytes, "\r\n\r\n"));
    let line = blank.or_else(|| last(bytes, "\n")).or_else(|| last(bytes, " "));
    line.unwrap_or_else(|| whole_characters(bytes, unit))
}

/// Where the last line ends that is whole, in bytes.
fn last_line_end(bytes: &[u8]) -> usize {
    last(bytes, "\n").unwrap_or(0)
}

/// The byte behind the last of some marks, as the text's encoding writes them.
fn last(bytes: &[u8], mark: &str) -> Option<usize> {
    let unit = import::code_unit(bytes)?;
    let mark: Vec<u8> = mark.bytes().flat_map(|byte| unit.of(byte)).collect();
    let mut before = bytes.len();
    while let Some(at) = memchr::memmem::rfind(&bytes[..before], &mark) {
        // What looks like it may be halves of two others.
        if at % unit.size() == 0 {
            return Some(at + mark.len());
        }
        before = at + mark.len() - 1;
    }
    None
}

/// Where the last character ends that is whole, in bytes.
fn whole_characters(bytes: &[u8], unit: CodeUnit) -> usize {
    if unit != CodeUnit::Byte {
        return bytes.len() / unit.size() * unit.size();
    }
    let tail = bytes.iter().rev().take(4).take_while(|byte| **byte & 0xC0 == 0x80).count();
    bytes.len().saturating_sub(tail + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn file(bytes: &[u8]) -> tempfile::NamedTempFile {
        let mut file = tempfile::NamedTempFile::new().expect("a file");
        file.write_all(bytes).expect("written");
        file
    }

    #[test]
    fn a_beginning_ends_with_a_paragraph() {
        let lamp = "The lamp is lit at dusk and put out at dawn.\n";
        let text = format!("Rules\n\n1. {lamp}\n2. {lamp}\n3. {lamp}\n4. {lamp}");
        let file = file(text.as_bytes());
        let beginning = open_beginning(file.path(), 120, 0).expect("read").expect("a beginning");
        assert!(beginning.text().ends_with("at dawn."), "{}", beginning.text());
        let so_far = beginning.metadata().read.expect("a part");
        assert_eq!(
            (so_far.bytes, so_far.of, so_far.to_string()),
            (105, Some(text.len() as u64), "51 %".to_owned())
        );
        let whole = crate::source::open(file.path()).expect("whole");
        assert!(whole.text().starts_with(beginning.text()) && whole.metadata().read.is_none());
    }

    #[test]
    fn what_is_short_or_of_another_format_is_read_as_a_whole() {
        let text = "A lamp.\n\nAnother lamp.\n";
        assert!(open_beginning(file(text.as_bytes()).path(), 100, 0).expect("read").is_none());
        let page = format!("<!doctype html>\n<html>\n\n{}", "<p>A lamp.</p>\n\n".repeat(20));
        assert!(open_beginning(file(page.as_bytes()).path(), 100, 0).expect("read").is_none());
        let wide: Vec<u8> =
            "lamp\n\n".repeat(99).chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
        assert!(open_beginning(file(&wide).path(), 100, 0).expect("read").is_none());
        let many = "A lamp.\n\n".repeat(99);
        assert!(open_beginning(file(many.as_bytes()).path(), 100, 500).expect("read").is_some());
        assert!(open_beginning(file(many.as_bytes()).path(), 100, 5000).expect("read").is_none());
    }

    #[test]
    fn a_text_of_one_line_begins_too() {
        for text in ["lamp oil ".repeat(99), "語".repeat(99)] {
            let file = file(text.as_bytes());
            let beginning = open_beginning(file.path(), 100, 0).expect("read").expect("a part");
            let words = beginning.text();
            assert!(words.len() > 80 && text.starts_with(words), "{words}");
        }
    }

    #[test]
    fn what_came_of_a_stream_ends_with_a_line() {
        let read = |text: &str| read_beginning(text.as_bytes(), Origin::StandardInput);
        let beginning = read("1. A lamp.\n2. Oil.\n3. A wi").expect("read").expect("lines");
        assert!(beginning.text().ends_with("Oil."), "{}", beginning.text());
        let so_far = beginning.metadata().read.expect("a part");
        assert_eq!((so_far.bytes, so_far.of, so_far.to_string()), (19, None, "1 KB".to_owned()));
        let marked_up = read("# Rules\n\nA *lamp*.\n\n## Oil\n\nSome [oil](#o).\n")
            .expect("read")
            .expect("lines");
        assert!(!marked_up.text().contains('#'), "{}", marked_up.text());
        assert!(read("A lamp").expect("read").is_none());
        let page = "<!doctype html>\n<html>\n<p>A lamp.</p>\n";
        assert!(read(page).expect("read").is_none());
        let packed = gzip::pack(b"A lamp.\n\n");
        let packed = read_beginning(&[&packed[..], b"\n"].concat(), Origin::StandardInput);
        assert!(packed.expect("read").is_none());
    }

    #[test]
    fn packed_and_wide_texts_begin_as_plain_ones_do() {
        let text: String =
            (1..99).map(|n| format!("{n}. The l\u{10A}mp \u{A0A} is lit.\n\n")).collect();
        let packed = gzip::pack(text.as_bytes());
        let marked = |bytes: [u8; 2], units: Vec<u8>| [bytes.to_vec(), units].concat();
        let little = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [packed, marked([0xFF, 0xFE], little), marked([0xFE, 0xFF], big)] {
            let file = file(&bytes);
            let beginning = open_beginning(file.path(), 500, 0).expect("read").expect("a part");
            assert!(beginning.text().ends_with("is lit."), "{}", beginning.text());
            let so_far = beginning.metadata().read.expect("a part");
            assert!(so_far.bytes > 450 && so_far.of >= Some(bytes.len() as u64), "{so_far:?}");
            let whole = crate::source::open(file.path()).expect("whole");
            assert!(whole.text().starts_with(beginning.text()));
            let ends = |document: &Document| document.blocks()[5].source.clone();
            assert_eq!(ends(&whole), ends(&beginning), "places are told alike");
        }
    }
}
