//! The beginning of a large text, read while the rest is still loading.

use super::error::ImportError;
use super::reading::{LARGEST, content, read_of};
use crate::document::{Document, Origin, ReadSoFar};
use crate::files;
use crate::import::{self, gzip};
use crate::structure;
use crate::structure::trace::Untraced;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

/// The maximum size of a package whose beginning is read, in bytes: its directory is at its end.
const LARGEST_PACKAGE: u64 = 64 << 20;

/// The number of bytes by which packed files are recognised.
const HEAD: u64 = 4;

/// Reads the first `bytes` bytes of a file, up to the end of a block, as a document. Returns `None`
/// if the file is not longer than `least` bytes, or if its format can only be read as a whole: then
/// use [`crate::source::open`]. For a file packed by gzip, and for the text of a package, the
/// unpacked bytes count.
///
/// # Errors
/// If the file cannot be read.
pub fn open_beginning(
    path: &Path,
    bytes: u64,
    least: u64,
) -> Result<Option<Document>, ImportError> {
    let unreadable =
        |source| ImportError::Unreadable { origin: Origin::File(path.to_path_buf()), source };
    let origin = || Origin::File(path.to_path_buf());
    let beginning = match source(path).map_err(unreadable)? {
        None => return Ok(None),
        Some(Source::Bytes { size, .. }) if size <= least.max(bytes) => return Ok(None),
        Some(Source::Bytes { stream, size }) => {
            let mut read = Vec::new();
            stream.take(bytes).read_to_end(&mut read).map_err(unreadable)?;
            let Some(end) = import::end_of_blocks(&read, path).filter(|end| *end > 0) else {
                return Ok(None);
            };
            let so_far = ReadSoFar { bytes: end as u64, of: Some(size), end: None };
            read_of(&read[..end], content(&read[..end]), origin(), Some(so_far), &Untraced)?
        }
        Some(Source::Package(packed)) => {
            // What is wrong with it is reported when the whole is read.
            let Ok(Some(read)) = import::beginning_of_package(&packed, bytes, least) else {
                return Ok(None);
            };
            let so_far = Some(ReadSoFar { bytes: read.bytes, of: Some(read.of), end: None });
            // As with a beginning of bytes, what was read stands for it, not the file.
            let content = content(read.manuscript.text.as_bytes());
            structure::document(read.manuscript, origin(), content, so_far, &Untraced)
        }
    };
    // A page may have much markup before its first words.
    Ok(Some(beginning).filter(|beginning| beginning.block_count() > 0))
}

/// The contents of a file whose beginning can be read.
enum Source {
    /// Its bytes, unpacked, and how many there are.
    Bytes { stream: Box<dyn Read>, size: u64 },
    /// A package, which has a directory.
    Package(Vec<u8>),
}

/// Reads the lines received so far from a source of unknown length as a document;
/// returns `None` if there are none yet, or if the format can only be read as a
/// whole.
///
/// # Errors
/// If the format of the lines is not supported.
pub fn read_beginning(bytes: &[u8], origin: Origin) -> Result<Option<Document>, ImportError> {
    let Some(end) = import::end_of_lines(bytes) else { return Ok(None) };
    let beginning = &bytes[..end];
    let so_far = ReadSoFar { bytes: end as u64, of: None, end: None };
    read_of(beginning, content(beginning), origin, Some(so_far), &Untraced).map(Some)
}

/// Returns the contents of a file; `None` if it is not one that can be read twice, or a package that
/// is too large.
fn source(path: &Path) -> io::Result<Option<Source>> {
    if files::is_own_stream(path) {
        return Ok(None);
    }
    let mut file = files::open(path, LARGEST)?;
    let metadata = file.metadata()?;
    let mut head = Vec::new();
    file.by_ref().take(HEAD).read_to_end(&mut head)?;
    if import::is_package(&head) {
        file.rewind()?;
        let mut packed = Vec::new();
        file.take(LARGEST_PACKAGE).read_to_end(&mut packed)?;
        let whole = packed.len() as u64 == metadata.len();
        return Ok(whole.then_some(Source::Package(packed)));
    }
    if !gzip::is_packed(&head) {
        file.rewind()?;
        return Ok(Some(Source::Bytes { stream: Box::new(file), size: metadata.len() }));
    }
    // The last four bytes are the size (RFC 1952, 2.3.1) if the file was packed
    // as a whole and is less than 4 GiB; otherwise they are too small.
    let mut size = [0; 4];
    file.seek(SeekFrom::End(-4))?;
    file.read_exact(&mut size)?;
    file.rewind()?;
    let stream = Box::new(gzip::reader(BufReader::new(file)));
    let size = u64::from(u32::from_le_bytes(size)).max(metadata.len());
    Ok(Some(Source::Bytes { stream, size }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::fixture;
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
        let page = format!("<!doctype html>\n<style>{}</style><p>A lamp.</p>", "a {}\n".repeat(99));
        assert!(open_beginning(file(page.as_bytes()).path(), 100, 0).expect("read").is_none());
        let packed: Vec<u8> = (0..400).map(|n| b"PK\x03\x04"[n % 4]).collect();
        assert!(open_beginning(file(&packed).path(), 100, 0).expect("read").is_none());
        let wide: Vec<u8> =
            "lamp\n\n".repeat(99).chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
        assert!(open_beginning(file(&wide).path(), 100, 0).expect("read").is_none());
        let many = "A lamp.\n\n".repeat(99);
        assert!(open_beginning(file(many.as_bytes()).path(), 100, 500).expect("read").is_some());
        assert!(open_beginning(file(many.as_bytes()).path(), 100, 5000).expect("read").is_none());
    }

    #[test]
    fn markup_begins_with_its_blocks() {
        let page: String =
            (1..99).map(|n| format!("<h2 id=a{n}>{n}. Lamp</h2>\n<p>A <b>lamp</b>.\n")).collect();
        let page = format!("<!doctype html><meta charset=utf-8><title>Rules</title>{page}");
        let markdown: String =
            (1..99).map(|n| format!("## {n}. Lamp\n\nA **lamp** of\nglass.\n\n")).collect();
        let markdown =
            format!("# Rules\n\nSee [oil](https://oil.example/).\n\n{markdown}```\n```\n");
        for text in [page, markdown] {
            let file = file(text.as_bytes());
            let beginning = open_beginning(file.path(), 1000, 0).expect("read").expect("a part");
            assert!(!beginning.text().contains(['<', '*', '#']), "{}", beginning.text());
            let so_far = beginning.metadata().read.expect("a part");
            assert!((800..1000).contains(&so_far.bytes), "{so_far:?}");
            assert!(beginning.sections().len() > 9);
            let whole = crate::source::open(file.path()).expect("whole");
            assert!(whole.text().starts_with(beginning.text()), "{}", beginning.text());
        }
    }

    #[test]
    fn packages_begin_with_their_first_pages_and_paragraphs() {
        let clause = |n: usize| format!("{n}. Lamp {n} is lit at dusk.");
        let page = |from: usize| -> String {
            let paragraphs = (from..from + 50).map(|n| format!("<p>{}</p>\n", clause(n)));
            format!("<html><body>\n{}</body></html>", paragraphs.collect::<String>())
        };
        let book = fixture::epub(&[&page(1), &page(51), &page(101)]);
        let paragraphs =
            (1..=150).map(|n| format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", clause(n)));
        let letter = fixture::docx(&paragraphs.collect::<String>());
        let items = (1..=150).map(|n| format!("<text:p>{}</text:p>", clause(n)));
        let note = fixture::odt(&items.collect::<String>());
        for (name, bytes) in [("book", book), ("letter", letter), ("note", note)] {
            let file = file(&bytes);
            let beginning = open_beginning(file.path(), 3000, 0).expect("read").expect(name);
            let so_far = beginning.metadata().read.expect("a part");
            assert!((2500..=3000).contains(&so_far.bytes) && so_far.of > Some(5000), "{so_far:?}");
            assert!(beginning.sections().len() > 30, "{name}: {}", beginning.text());
            let whole = crate::source::open(file.path()).expect("whole");
            assert!(whole.text().starts_with(beginning.text()), "{name}: {}", beginning.text());
            assert!(whole.text().ends_with(&clause(150)[5..]), "{name}: {}", whole.text());
            assert_ne!(beginning.metadata().content, whole.metadata().content, "{name}");
            assert!(open_beginning(file.path(), 30_000, 0).expect("read").is_none(), "{name}");
            assert!(open_beginning(file.path(), 3000, 20_000).expect("read").is_none(), "{name}");
        }
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
            assert_eq!(ends(&whole), ends(&beginning), "both have the same positions");
        }
    }
}
