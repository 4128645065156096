//! What the streams of a PDF inflate to, measured before any is read.

use crate::import::format::refusal::Refusal;
use flate2::bufread::ZlibDecoder;
use memchr::memmem;
use std::io::Read;

/// Bytes that the streams of a file may inflate to, pictures left out.
const MOST_INFLATED: u64 = 256 << 20;

/// Bytes before a stream that may be its dictionary.
const DICTIONARY: usize = 2048;

/// Inflates what looks like a stream, and keeps nothing of it.
///
/// # Errors
/// Where it is more than [`MOST_INFLATED`].
pub fn streams(bytes: &[u8]) -> Result<(), Refusal> {
    let mut left = MOST_INFLATED;
    for at in memmem::find_iter(bytes, b"stream") {
        let dictionary = &bytes[at.saturating_sub(DICTIONARY)..at];
        let from = memmem::rfind(dictionary, b" obj").unwrap_or(0);
        let dictionary = &dictionary[from..];
        let filters = memmem::find_iter(dictionary, b"FlateDecode").count();
        if filters == 0 || memmem::find(dictionary, b"/Image").is_some() {
            continue;
        }
        let data = &bytes[at + "stream".len()..];
        let data = data.strip_prefix(b"\r").unwrap_or(data);
        let Some(data) = data.strip_prefix(b"\n") else { continue };
        let too_large = || Refusal::Immoderate {
            what: "what the PDF packs is larger".to_owned(),
            limit: format!("{} MiB", MOST_INFLATED >> 20),
        };
        if filters > 1 {
            let packed = inflate(data, left);
            left = left.checked_sub(packed.len() as u64).ok_or_else(too_large)?;
            let inner = count(&packed, left);
            left = left.checked_sub(inner).ok_or_else(too_large)?;
        } else {
            left = left.checked_sub(count(data, left)).ok_or_else(too_large)?;
        }
    }
    Ok(())
}

/// What data inflates to, one byte more than `limit` at the most; damaged data as far as it goes.
fn inflate(data: &[u8], limit: u64) -> Vec<u8> {
    let mut out = Vec::new();
    // What came before the damage stays.
    let _ = ZlibDecoder::new(data).take(limit + 1).read_to_end(&mut out);
    out
}

/// The length of what data inflates to, likewise.
fn count(data: &[u8], limit: u64) -> u64 {
    let mut reader = ZlibDecoder::new(data).take(limit + 1);
    let (mut buffer, mut len) = ([0; 16 << 10], 0);
    while let Ok(read @ 1..) = reader.read(&mut buffer) {
        len += read as u64;
    }
    len
}
