//! Measures the unpacked size of a PDF's streams before any is read.

use super::filter;
use crate::import::refusal::Refusal;
use crate::messages::formats;
use memchr::memmem;
use std::borrow::Cow;

/// The maximum unpacked size of a file's streams without images, in bytes.
const MOST_UNPACKED: u64 = 256 << 20;

/// The maximum size of a stream's dictionary, in bytes.
const DICTIONARY: usize = 2048;

/// Unpacks everything that looks like a stream, and discards the output.
///
/// # Errors
/// The output is larger than [`MOST_UNPACKED`].
pub fn streams(bytes: &[u8]) -> Result<(), Refusal> {
    let mut left = MOST_UNPACKED;
    let ends: Vec<usize> = memmem::find_iter(bytes, b"endstream").collect();
    for at in memmem::find_iter(bytes, b"stream") {
        let dictionary = &bytes[at.saturating_sub(DICTIONARY)..at];
        let from = memmem::rfind(dictionary, b" obj").unwrap_or(0);
        let dictionary = &dictionary[from..];
        let filters = filter::named(dictionary);
        let Some((last, first)) = filters.split_last() else { continue };
        if memmem::find(dictionary, b"/Image").is_some() {
            continue;
        }
        if bytes[..at].ends_with(b"end") {
            continue;
        }
        let end = ends.get(ends.partition_point(|end| *end < at)).copied();
        let data = &bytes[at + "stream".len()..end.unwrap_or(bytes.len())];
        let data = data.strip_prefix(b"\r").unwrap_or(data);
        let Some(data) = data.strip_prefix(b"\n") else { continue };
        let too_large = || Refusal::Immoderate {
            what: formats::PDF_CONTENT_SIZE.to_owned(),
            limit: formats::mebibytes(MOST_UNPACKED >> 20),
        };
        if end.is_none() {
            // Count it, since many such streams would each be read to the end of
            // the file.
            left = left.checked_sub(data.len() as u64).ok_or_else(too_large)?;
        }
        let mut unpacked = Cow::Borrowed(data);
        for filter in first {
            unpacked = Cow::Owned(filter.unpack(&unpacked, left));
            left = left.checked_sub(unpacked.len() as u64).ok_or_else(too_large)?;
        }
        left = left.checked_sub(last.count(&unpacked, left)).ok_or_else(too_large)?;
    }
    Ok(())
}
