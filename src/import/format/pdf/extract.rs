//! Having the text of a PDF read, by a library that must be watched: it panics
//! on files that are not as it expects, and sets itself no limits.
//!
//! It reads on a thread of its own, which is left to itself after [`LONGEST`];
//! a panic is caught for each page, so that the others are still shown. What its
//! streams inflate to is measured beforehand ([`MOST_INFLATED`]).

use super::{Extracted, THREAD};
use crate::import::format::refusal::Refusal;
use crate::import::manuscript::Declared;
use flate2::bufread::ZlibDecoder;
use memchr::memmem;
use pdf_extract::{
    Dictionary, Document, Error, MediaBox, Object, OutputDev, OutputError, PlainTextOutput,
    Transform, output_doc_page,
};
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

/// A file of more bytes is not read.
const LARGEST: usize = 512 << 20;

/// Bytes of text that are taken from all pages.
const MOST_TEXT: usize = 64 << 20;

/// Bytes that the streams of a file may inflate to, pictures left out.
const MOST_INFLATED: u64 = 256 << 20;

/// A page and a few hundred others are read in this time many times over.
const LONGEST: Duration = Duration::from_secs(20);

/// The library descends into objects by calling itself.
const STACK: usize = 128 << 20;

/// Bytes before a stream that may be its dictionary.
const DICTIONARY: usize = 2048;

/// The text of each page.
///
/// # Errors
/// Where it is encrypted, damaged, too large, or not read in time.
pub fn text(bytes: &[u8]) -> Result<Extracted, Refusal> {
    if bytes.len() > LARGEST {
        return Err(immoderate(format!("the PDF is of {} MiB", bytes.len() >> 20), LARGEST as u64));
    }
    measure(bytes)?;
    let deadline = Instant::now() + LONGEST;
    let (sender, receiver) = mpsc::channel();
    let bytes = bytes.to_vec();
    let thread = thread::Builder::new().name(THREAD.to_owned()).stack_size(STACK);
    let started = thread.spawn(move || {
        // Caught at this edge alone: no state of the program is shared with the library.
        let read = catch_unwind(|| read(&bytes, deadline));
        // Nobody listens any more where it took too long.
        let _ = sender.send(read.unwrap_or_else(|_| Err(unreadable("its structure is damaged"))));
    });
    started.map_err(|error| unreadable(&error.to_string()))?;
    let waited = receiver.recv_timeout(LONGEST + Duration::from_secs(1));
    waited.unwrap_or_else(|_| Err(unreadable("it takes too long")))
}

fn unreadable(reason: &str) -> Refusal {
    Refusal::UnreadablePdf { reason: reason.to_owned() }
}

fn immoderate(what: String, limit: u64) -> Refusal {
    Refusal::Immoderate { what, limit: format!("{} MiB", limit >> 20) }
}

/// Inflates what looks like a stream, and keeps nothing of it.
fn measure(bytes: &[u8]) -> Result<(), Refusal> {
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
        let too_large = || immoderate("what the PDF packs is larger".to_owned(), MOST_INFLATED);
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

fn read(bytes: &[u8], deadline: Instant) -> Result<Extracted, Refusal> {
    let mut document = Document::load_mem(bytes).map_err(refusal)?;
    if document.is_encrypted() {
        // Many are, with no password, to forbid printing.
        document.decrypt("").map_err(|_| Refusal::Encrypted)?;
    }
    let mut pages = Vec::new();
    let mut left = MOST_TEXT;
    for number in document.get_pages().into_keys() {
        let page = catch_unwind(AssertUnwindSafe(|| page(&document, number, left, deadline)));
        let page = page.ok().and_then(Result::ok);
        if Instant::now() > deadline {
            return Err(unreadable("it takes too long"));
        }
        left = left.saturating_sub(page.as_ref().map_or(0, String::len));
        pages.push(page);
    }
    if left == 0 {
        return Err(immoderate("the text of the PDF is longer".to_owned(), MOST_TEXT as u64));
    }
    // A fault in what it says of itself is none in its text.
    let declared = catch_unwind(AssertUnwindSafe(|| declared(&document))).unwrap_or_default();
    Ok(Extracted { pages, declared })
}

fn refusal(error: Error) -> Refusal {
    match error {
        Error::Decryption(_) | Error::UnsupportedSecurityHandler(_) => Refusal::Encrypted,
        error => Refusal::corrupt("the PDF", error),
    }
}

fn page(
    document: &Document,
    number: u32,
    left: usize,
    deadline: Instant,
) -> Result<String, OutputError> {
    let mut text = String::new();
    let mut output = Watched { inner: PlainTextOutput::new(&mut text), left, deadline };
    output_doc_page(document, &mut output, number)?;
    Ok(text)
}

/// An output that ends where it becomes too long, or takes too long.
struct Watched<'a> {
    inner: PlainTextOutput<&'a mut String>,
    left: usize,
    deadline: Instant,
}

impl OutputDev for Watched<'_> {
    fn begin_page(
        &mut self,
        page: u32,
        media: &MediaBox,
        art: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.inner.begin_page(page, media, art)
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        self.inner.end_page()
    }

    fn output_character(
        &mut self,
        transform: &Transform,
        width: f64,
        spacing: f64,
        font_size: f64,
        character: &str,
    ) -> Result<(), OutputError> {
        self.left = self.left.saturating_sub(character.len());
        if self.left == 0 || Instant::now() > self.deadline {
            return Err(OutputError::FormatError(std::fmt::Error));
        }
        self.inner.output_character(transform, width, spacing, font_size, character)
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        self.inner.begin_word()
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        self.inner.end_word()
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        self.inner.end_line()
    }
}

/// What the document's own records say.
fn declared(document: &Document) -> Declared {
    let text = |dictionary: Option<&Dictionary>, name: &[u8]| {
        let value: &Object = dictionary?.get_deref(name, document).ok()?;
        let words = pdf_extract::decode_text_string(value).ok()?;
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        (!words.is_empty()).then_some(words)
    };
    let record = document.trailer.get_deref(b"Info", document).and_then(Object::as_dict).ok();
    // Programs that print write the name of the file, or of themselves.
    let by_program = |title: &String| {
        let lower = title.to_lowercase();
        lower.starts_with("microsoft ")
            || lower.starts_with("untitled")
            || lower.starts_with('(')
            || [".doc", ".docx", ".odt", ".rtf", ".indd", ".tex", ".pdf"]
                .iter()
                .any(|ending| lower.ends_with(ending))
    };
    Declared {
        title: text(record, b"Title").filter(|title| !by_program(title)),
        language: text(document.catalog().ok(), b"Lang"),
        direction: None,
    }
}
