//! Opens untrusted ZIP packages.
//!
//! Nothing is written to disk, so a name such as `../x` is harmless. Reading is limited by
//! [`MOST_ENTRIES`], [`LARGEST_ENTRY`], [`LARGEST_TOTAL`] and [`HIGHEST_RATIO`].

use crate::import::refusal::Refusal;
use crate::messages::formats;
use std::collections::HashMap;
use std::io::{Cursor, Read};
use unicode_normalization::UnicodeNormalization;
use zip::ZipArchive;
use zip::result::ZipError;

/// The maximum number of entries, more than any document has.
const MOST_ENTRIES: usize = 20_000;

/// The maximum inflated size of an entry, in bytes. The longest books have a tenth of it.
const LARGEST_ENTRY: u64 = 64 << 20;

/// The maximum inflated size of all entries read, in bytes.
const LARGEST_TOTAL: u64 = 160 << 20;

/// The maximum ratio of an entry's inflated to its compressed size, if it is larger than
/// [`SMALL_ENTRY`]; the XML of real documents has a ratio of 5 to 30.
const HIGHEST_RATIO: u64 = 200;

/// The inflated size in bytes up to which an entry's ratio does not matter.
const SMALL_ENTRY: u64 = 4 << 20;

/// A ZIP package.
#[derive(Debug)]
pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// The names of its entries by their [`likeness`].
    names: HashMap<String, String>,
    /// The number of bytes inflated so far.
    inflated: u64,
}

/// The text of an entry, or its beginning.
#[derive(Debug)]
pub struct Inflated {
    pub text: String,
    /// Whether that is all of it.
    pub whole: bool,
}

impl<'a> Archive<'a> {
    /// Opens a package.
    ///
    /// # Errors
    /// Its directory is damaged, or has too many entries.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let zip = ZipArchive::new(Cursor::new(bytes))
            .map_err(|e| Refusal::corrupt(formats::PACKAGE, e))?;
        if zip.len() > MOST_ENTRIES {
            return Err(Refusal::Immoderate {
                what: formats::package_entries(zip.len()),
                limit: MOST_ENTRIES.to_string(),
            });
        }
        let mut names = HashMap::new();
        for name in zip.file_names().flatten() {
            for written in [&*name, percent_decoded(&name).as_str()] {
                names.entry(likeness(written)).or_insert_with(|| name.to_string());
            }
        }
        Ok(Self { zip, names, inflated: 0 })
    }

    /// Whether it has an entry of this name.
    pub fn has(&self, name: &str) -> bool {
        self.name_of(name).is_some()
    }

    /// Returns the name of the entry that `name` means: itself, or one that differs only in
    /// spelling. Packages made on another system differ in case, slashes, escapes or accent
    /// composition.
    pub fn name_of<'n>(&'n self, name: &'n str) -> Option<&'n str> {
        match self.zip.index_for_name(name) {
            Some(_) => Some(name),
            None => self.names.get(&likeness(name)).map(String::as_str),
        }
    }

    /// Returns the text of an entry; `None` if there is no such entry.
    ///
    /// # Errors
    /// The entry is damaged, encrypted or too large.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        Ok(self.beginning(name, u64::MAX)?.map(|entry| entry.text))
    }

    /// Returns the inflated size of an entry that the directory states, in bytes; zero if there is no
    /// such entry.
    pub fn size(&mut self, name: &str) -> u64 {
        let Some(own) = self.name_of(name).map(ToOwned::to_owned) else { return 0 };
        self.zip.by_name(&own).map_or(0, |entry| entry.size())
    }

    /// Returns the text of an entry, up to `most` bytes of it; `None` if there is no such entry.
    ///
    /// # Errors
    /// The entry is damaged, encrypted or too large.
    pub fn beginning(&mut self, name: &str, most: u64) -> Result<Option<Inflated>, Refusal> {
        let Some(own) = self.name_of(name).map(ToOwned::to_owned) else { return Ok(None) };
        let mut entry = match self.zip.by_name(&own) {
            Ok(entry) => entry,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(Refusal::Encrypted);
            }
            Err(error) => return Err(Refusal::corrupt(name, error)),
        };
        let ratio = (entry.compressed_size().saturating_mul(HIGHEST_RATIO)).max(SMALL_ENTRY);
        let limit = LARGEST_ENTRY.min(ratio).min(LARGEST_TOTAL - self.inflated);
        let mut bytes = Vec::new();
        // Do not trust the size that the directory states: count the output.
        let read = entry.by_ref().take(most.min(limit + 1)).read_to_end(&mut bytes);
        read.map_err(|error| Refusal::corrupt(name, error))?;
        let len = bytes.len() as u64;
        if len > limit {
            return Err(Refusal::Immoderate {
                what: formats::entry_size(name, limit >> 20),
                limit: formats::entry_limits(
                    LARGEST_ENTRY >> 20,
                    LARGEST_TOTAL >> 20,
                    HIGHEST_RATIO,
                ),
            });
        }
        self.inflated += len;
        let whole = len < most || len >= entry.size();
        Ok(Some(Inflated { text: decode(bytes), whole }))
    }

    /// Returns the beginning of the text of a large entry, up to `most` bytes of it, and the size of
    /// all of it; `None` if that is at most `least` bytes, or within `most`.
    ///
    /// # Errors
    /// The entry is damaged, encrypted or too large.
    pub fn beginning_of_large(
        &mut self,
        name: &str,
        most: u64,
        least: u64,
    ) -> Result<Option<(String, u64)>, Refusal> {
        let of = self.size(name);
        if of <= least.max(most) {
            return Ok(None);
        }
        // The directory may state a size that is too large.
        let read = self.beginning(name, most)?.filter(|read| !read.whole);
        Ok(read.map(|read| (read.text, of)))
    }

    /// Returns the text of a required entry.
    ///
    /// # Errors
    /// As [`Archive::text`], or the entry is missing.
    pub fn required(&mut self, name: &str) -> Result<String, Refusal> {
        self.text(name)?.ok_or_else(|| Refusal::Missing { part: name.to_owned() })
    }
}

/// Normalises the spelling of an entry's name.
fn likeness(name: &str) -> String {
    let name = name.replace('\\', "/");
    name.trim_start_matches("./").trim_start_matches('/').nfc().collect::<String>().to_lowercase()
}

/// Decodes the percent escapes of a URL path.
pub fn percent_decoded(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        match code.and_then(|hex| u8::from_str_radix(hex, 16).ok()).filter(|_| *first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Decodes XML: UTF-8, or UTF-16 with a byte order mark.
fn decode(bytes: Vec<u8>) -> String {
    let units = |from: fn([u8; 2]) -> u16| {
        let units = bytes[2..].as_chunks().0.iter().map(|pair| from(*pair));
        char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    match bytes.as_slice() {
        [0xFF, 0xFE, ..] => units(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => units(u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => String::from_utf8(bytes)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::package::fixture::zip;

    #[test]
    fn entries_are_read_and_missing_ones_reported() {
        let bytes = zip(&[("a.xml", "<lamp/>"), ("../b.xml", "outside")]);
        let mut archive = Archive::open(&bytes).unwrap();
        assert_eq!(archive.required("a.xml").unwrap(), "<lamp/>");
        assert_eq!(archive.text("../b.xml").unwrap().as_deref(), Some("outside"));
        assert_eq!(archive.text("c.xml").unwrap(), None);
        let error = archive.required("c.xml").unwrap_err().to_string();
        assert!(error.contains("c.xml"), "{error}");
    }

    #[test]
    fn an_entry_is_found_by_a_name_that_is_written_otherwise() {
        let bytes = zip(&[
            ("OPS/Lamp.xml", "one"),
            ("OPS/lamp.xml", "two"),
            ("OPS\\oil.xml", "three"),
            ("OPS/cafe\u{301}.xml", "four"),
            ("OPS/a%20b.xml", "five"),
        ]);
        let mut archive = Archive::open(&bytes).unwrap();
        for (name, text) in [
            ("OPS/Lamp.xml", "one"),
            ("OPS/lamp.xml", "two"),
            ("ops/LAMP.XML", "one"),
            ("OPS/oil.xml", "three"),
            ("OPS/café.xml", "four"),
            ("OPS/a b.xml", "five"),
        ] {
            assert_eq!(archive.required(name).unwrap(), text, "{name}");
        }
        assert_eq!(archive.name_of("ops/oil.xml"), Some("OPS\\oil.xml"));
    }

    #[test]
    fn an_entry_that_grows_beyond_measure_is_refused() {
        let bytes = zip(&[("bomb.xml", &" ".repeat(9 << 20))]);
        assert!(bytes.len() < 20_000);
        let error = Archive::open(&bytes).unwrap().text("bomb.xml").unwrap_err();
        assert!(matches!(error, Refusal::Immoderate { .. }), "{error}");
    }

    #[test]
    fn a_package_that_is_cut_short_is_damaged() {
        let bytes = zip(&[("a.xml", &"lamp ".repeat(400))]);
        for cut in [1, 22, bytes.len() / 2, bytes.len() - 5] {
            let error = Archive::open(&bytes[..bytes.len() - cut]).err();
            assert!(matches!(error, Some(Refusal::Corrupt { .. })), "{cut}: {error:?}");
        }
    }

    #[test]
    fn utf_16_is_read() {
        let wide: Vec<u8> =
            [0xFEFF].into_iter().chain("lämp".encode_utf16()).flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(wide), "lämp");
        assert_eq!(decode(b"\xEF\xBB\xBFlamp\xFF".to_vec()), "lamp\u{FFFD}");
    }
}
