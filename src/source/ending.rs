//! The end of a large text, read while what comes before it is still loading.

use super::error::ImportError;
use super::reading::{LARGEST, content};
use crate::document::{Document, Origin};
use crate::{files, import, structure};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

/// The number of bytes at the beginning by which the format is recognised.
const HEAD: u64 = 64 << 10;

/// Reads up to `bytes` bytes at the end of a file, from the start of a block, as one section with
/// the given title, in which no provision is recognised. Returns `None` if they would begin before
/// `after`, or if the format can only be read from its beginning.
///
/// # Errors
/// If the file cannot be read.
pub fn open_end(
    path: &Path,
    bytes: u64,
    after: u64,
    title: &str,
) -> Result<Option<Document>, ImportError> {
    let origin = || Origin::File(path.to_path_buf());
    let unreadable = |source| ImportError::Unreadable { origin: origin(), source };
    if files::is_own_stream(path) {
        return Ok(None);
    }
    let Some(FileEnds { head, start, end }) = ends(path, bytes, after).map_err(unreadable)? else {
        return Ok(None);
    };
    let Some(mut manuscript) = import::end(&head, &end, path) else { return Ok(None) };
    manuscript.skipped += usize::try_from(start).unwrap_or(usize::MAX);
    Ok(structure::end(manuscript, title, origin(), content(&end)))
}

/// The two ends of a file.
struct FileEnds {
    /// Its first bytes.
    head: Vec<u8>,
    /// The offset of its last bytes.
    start: u64,
    /// Its last bytes.
    end: Vec<u8>,
}

/// Reads the ends of a file; returns `None` if the last bytes would begin before `after`.
fn ends(path: &Path, bytes: u64, after: u64) -> io::Result<Option<FileEnds>> {
    let mut file = files::open(path, LARGEST)?;
    let start = file.metadata()?.len().saturating_sub(bytes);
    if start < after {
        return Ok(None);
    }
    let (mut head, mut end) = (Vec::new(), Vec::new());
    file.by_ref().take(HEAD).read_to_end(&mut head)?;
    file.seek(SeekFrom::Start(start))?;
    // A file that grows meanwhile has another end soon.
    file.take(bytes).read_to_end(&mut end)?;
    Ok(Some(FileEnds { head, start, end }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bookmarks::Revision;
    use crate::document::Point;
    use crate::source::{open, open_beginning};
    use std::io::Write;

    const TITLE: &str = "The end";

    fn file(name: &str, text: &str) -> tempfile::NamedTempFile {
        let mut file = tempfile::Builder::new().suffix(name).tempfile().expect("a file");
        file.write_all(text.as_bytes()).expect("written");
        file
    }

    fn clause(n: usize) -> String {
        format!("{n}. The lamp of quay {n} is lit at\n   dusk, and put out at dawn.\n\n")
    }

    fn title(n: usize) -> &'static str {
        ["Lamps", "Oil", "Wicks", "Rope", "Boats", "Bells", "Glass"][n % 7]
    }

    /// A beginning with its end, and the whole.
    fn both(path: &Path) -> (Document, Document, Document) {
        let beginning = open_beginning(path, 2000, 0).expect("read").expect("a beginning");
        let read = beginning.metadata().read.expect("a part");
        let end = open_end(path, 1500, read.bytes, TITLE).expect("read").expect("an end");
        let excerpt = beginning.with_end(&end);
        (beginning, excerpt, open(path).expect("whole"))
    }

    #[test]
    fn the_end_is_behind_the_beginning_and_its_words_stay_in_place() {
        let plain: String = (1..=200).map(clause).collect();
        let markdown: String = (1..=200)
            .map(|n| format!("## {n}. {}\n\nThe *keeper* is at quay {n}\nat dusk.\n\n", title(n)))
            .collect();
        // Sentences that are alike would be read as labels.
        let sentence =
            |n: usize| format!("{} and <b>{}</b> go to quay {n}", title(3 * n), title(n / 7));
        let page: String = (1..=200)
            .map(|n| format!("<h2>{n}. {}</h2>\n<p>{} at dusk.", title(n), sentence(n)))
            .collect();
        let page = format!("<!doctype html><meta charset=utf-8><title>Lamps</title>{page}");
        for (name, text) in [(".txt", plain), (".md", markdown), (".html", page)] {
            let file = file(name, &text);
            let (beginning, excerpt, whole) = both(file.path());
            let first = excerpt.metadata().read.and_then(|read| read.end).expect("an end");
            assert_eq!(excerpt.body(first), TITLE);
            assert!(excerpt.text().starts_with(beginning.text()), "{name}");
            let last = |document: &Document| {
                document.last_block().map_or(String::new(), |last| document.body(last).to_owned())
            };
            assert!(last(&excerpt).ends_with(&last(&whole)), "{name}: {}", last(&excerpt));
            // In the end nothing is numbered, and all of the beginning is as it was.
            let own = excerpt.sections().iter().take(beginning.sections().len());
            assert!(own.clone().any(|section| section.kind.is_provision()), "{name}");
            assert!(own.zip(beginning.sections()).all(|(own, its)| own.address == its.address));
            let end = &excerpt.sections()[beginning.sections().len()..];
            assert!(end.iter().all(|section| section.number.is_none()), "{name}");
            let addresses = excerpt.section_ids().map(|id| excerpt.section_address(id));
            assert_eq!(
                addresses.collect::<std::collections::HashSet<_>>().len(),
                excerpt.sections().len()
            );
            let grown = Revision::grown(&beginning, &excerpt);
            let start = Point::start_of(beginning.last_block().expect("a block"));
            assert_eq!(grown.point(&beginning, &excerpt, start), start, "{name}");
            let grown = Revision::grown(&excerpt, &whole);
            for block in excerpt.block_ids().filter(|block| *block > first) {
                let byte = excerpt.body(block).find("quay").unwrap_or(0);
                let point = grown.point(&excerpt, &whole, Point { block, byte });
                let words = &excerpt.body(block)[byte..];
                let now = &whole.body(point.block)[point.byte..];
                let is_heading = byte == 0;
                assert!(is_heading || now == words, "{name}: {words:?} is {now:?}");
            }
            for block in beginning.block_ids() {
                let point = grown.point(&excerpt, &whole, Point::start_of(block));
                assert_eq!(point.block, block, "{name}");
            }
        }
    }

    #[test]
    fn an_end_that_is_not_apart_or_in_another_encoding_is_not_read() {
        let text: String = (1..=200).map(clause).collect();
        let plain = file(".txt", &text);
        let size = text.len() as u64;
        let end = |path, bytes, after| open_end(path, bytes, after, TITLE).expect("read");
        assert!(end(plain.path(), 1000, size - 1000).is_some());
        assert!(end(plain.path(), 1000, size - 999).is_none());
        let mut wide = tempfile::NamedTempFile::new().expect("a file");
        let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        wide.write_all(&units).expect("written");
        assert!(end(wide.path(), 1000, 0).is_none());
        let mut western = tempfile::NamedTempFile::new().expect("a file");
        western
            .write_all(
                &text.replace("lamp", "l\u{E4}mp").chars().map(|c| c as u8).collect::<Vec<_>>(),
            )
            .expect("written");
        assert!(end(western.path(), 1000, 0).is_none());
        let mut packed = tempfile::NamedTempFile::new().expect("a file");
        packed.write_all(&import::gzip::pack(text.as_bytes())).expect("written");
        assert!(end(packed.path(), 1000, 0).is_none());
    }
}
