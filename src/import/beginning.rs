//! The beginning of a large text, to be read while the rest still comes.

use super::{ImportError, format, read_of};
use crate::document::{Document, Origin, ReadSoFar};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// The document of the first `bytes` bytes of a file, up to the end of a
/// paragraph; `None` where the file is not longer than that, or where it is of
/// a format that is only understood as a whole: then it is to be opened with
/// [`super::open`].
///
/// # Errors
/// Where the file cannot be read.
pub fn open_beginning(path: &Path, bytes: u64) -> Result<Option<Document>, ImportError> {
    let unreadable =
        |source| ImportError::Unreadable { origin: Origin::File(path.to_path_buf()), source };
    let file = File::open(path).map_err(unreadable)?;
    let metadata = file.metadata().map_err(unreadable)?;
    if !metadata.is_file() || metadata.len() <= bytes {
        return Ok(None);
    }
    let mut read = Vec::new();
    file.take(bytes).read_to_end(&mut read).map_err(unreadable)?;
    let end = last_paragraph_end(&read);
    let beginning = &read[..end];
    if end == 0 || !format::is_read_in_order(beginning, path) {
        return Ok(None);
    }
    let so_far = ReadSoFar { bytes: end as u64, of: metadata.len() };
    read_of(beginning, Origin::File(path.to_path_buf()), Some(so_far)).map(Some)
}

/// Where the last paragraph ends that is whole, in bytes: at a blank line, else
/// at a line's end.
fn last_paragraph_end(bytes: &[u8]) -> usize {
    let blank = |mark: &[u8]| memchr::memmem::rfind(bytes, mark).map(|at| at + mark.len());
    blank(b"\n\n").max(blank(b"\r\n\r\n")).or_else(|| blank(b"\n")).unwrap_or(0)
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
        let beginning = open_beginning(file.path(), 120).expect("read").expect("a beginning");
        assert!(beginning.text().ends_with("at dawn."), "{}", beginning.text());
        let so_far = beginning.metadata().read.expect("a part");
        assert_eq!((so_far.bytes, so_far.of, so_far.percent()), (105, text.len() as u64, 51));
        let whole = crate::import::open(file.path()).expect("whole");
        assert!(whole.text().starts_with(beginning.text()) && whole.metadata().read.is_none());
    }

    #[test]
    fn what_is_short_or_of_another_format_is_read_as_a_whole() {
        let text = "A lamp.\n\nAnother lamp.\n";
        assert!(open_beginning(file(text.as_bytes()).path(), 100).expect("read").is_none());
        let page = format!("<!doctype html>\n<html>\n\n{}", "<p>A lamp.</p>\n\n".repeat(20));
        assert!(open_beginning(file(page.as_bytes()).path(), 100).expect("read").is_none());
        let wide: Vec<u8> =
            "lamp\n\n".repeat(99).encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(open_beginning(file(&wide).path(), 100).expect("read").is_none());
    }
}
