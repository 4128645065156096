//! Formats: recognising the bytes of a source and reading them into a [`Manuscript`]: one text,
//! and its elements in reading order.
//!
//! The bytes decide the format; the file's name matters only if they are ambiguous. Characters
//! are decoded ([`decode`]), stripped of codes for terminals and printers ([`teletype`]), then
//! parsed according to their syntax ([`text`], [`printout`], [`markdown`], [`html`]); the formats with markup
//! write the manuscript with a [`writer`]. Other sources contain text in a container: a
//! [`package`] of XML, or a [`pdf`].
//!
//! In plain text [`lines`] finds the elements, [`wrapping`] distinguishes wrapped lines from
//! hard breaks, [`pages`] removes page headers and footers, and [`shapes`] recognises headings
//! by their form. [`clean`] cleans a run of text, and [`markup`] carries over inline markup.

mod blocks;
mod bytes;
mod caught;
pub mod clean;
mod decode;
mod ending;
pub mod gzip;
mod html;
pub mod indent;
pub mod lines;
mod manual_page;
pub mod manuscript;
mod margin_numbers;
mod markdown;
pub mod markup;
mod old;
mod package;
mod pages;
mod pdf;
pub mod printout;
mod raised;
mod raw;
mod refusal;
pub mod shapes;
pub mod stated;
pub mod statement;
pub mod stretches;
mod teletype;
#[cfg(test)]
mod tests;
pub mod text;
mod wide;
mod wrapping;
mod writer;

use crate::messages::formats;
pub use caught::{FILE, catches_panics};
use decode::{CodeUnit, code_unit};
pub use manuscript::Manuscript;
pub use markdown::{Slugs, slug};
#[cfg(test)]
pub use package::fixture;
pub use package::{Beginning, beginning as beginning_of_package, is_package};
pub use raw::{Raw, Wording};
pub use refusal::Refusal;

use decode::Decoded;
use printout::PrintoutKind;
use std::borrow::Cow;
use std::path::Path;
use teletype::ShownText;

/// The maximum number of bytes of HTML or Markdown; plain text may be longer, since it is not
/// converted.
const LARGEST_MARKED_UP: usize = 256 << 20;

/// The format of a source's bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    /// Another source, compressed by gzip.
    Gzip,
    /// A package of XML: EPUB, DOCX, ODT.
    Package,
    /// PDF.
    Pdf,
    /// Text characters.
    Characters,
}

impl Format {
    fn of(bytes: &[u8]) -> Self {
        match bytes {
            _ if gzip::is_packed(bytes) => Self::Gzip,
            _ if package::is_package(bytes) => Self::Package,
            _ if pdf::is_pdf(bytes) => Self::Pdf,
            _ => Self::Characters,
        }
    }
}

/// The syntax of text characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TextSyntax {
    Plain,
    /// Plain text that states its structure.
    Stated,
    /// Text that a program printed.
    Printed(PrintoutKind),
    Markdown,
    Html,
}

impl TextSyntax {
    fn of(shown: &ShownText<'_>, hint: FormatHint) -> Self {
        let text = &*shown.text;
        match hint {
            FormatHint::Markdown => Self::Markdown,
            _ if stated::is_stated(text) => Self::Stated,
            _ if hint != FormatHint::Html
                && let Some(kind) = printout::of(shown) =>
            {
                Self::Printed(kind)
            }
            _ if markdown::is_stated(text) => Self::Markdown,
            _ if html::is_html(text) => Self::Html,
            FormatHint::Html if text.contains("</") => Self::Html,
            FormatHint::None if markdown::is_markdown(text) => Self::Markdown,
            _ => Self::Plain,
        }
    }
}

/// The format that a file's name suggests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FormatHint {
    /// Nothing.
    None,
    Markdown,
    Html,
    /// Another extension.
    Other,
}

impl FormatHint {
    fn of(name: Option<&Path>) -> Self {
        let extension = |path: &Path| path.extension().map(|e| e.to_string_lossy().to_lowercase());
        let mut found = name.and_then(extension);
        if found.as_deref() == Some("gz") {
            found = name.and_then(Path::file_stem).map(Path::new).and_then(extension);
        }
        match found.as_deref() {
            None => Self::None,
            Some("md" | "markdown" | "mkd" | "mdown") => Self::Markdown,
            Some("html" | "htm" | "xhtml" | "xht") => Self::Html,
            Some(_) => Self::Other,
        }
    }
}

/// Returns the manuscript of a source; `name` is that of its file.
///
/// # Errors
/// The format of the bytes is unknown, or they cannot be unpacked.
pub fn manuscript<'a>(bytes: &'a [u8], name: Option<&Path>) -> Result<Manuscript<'a>, Refusal> {
    let hint = FormatHint::of(name);
    match Format::of(bytes) {
        Format::Characters => characters(bytes, hint),
        Format::Package => package::manuscript(bytes),
        Format::Pdf => pdf::manuscript(bytes),
        Format::Gzip => {
            let unpacked = gzip::unpack(bytes, gzip::LARGEST)?;
            match Format::of(&unpacked) {
                Format::Characters => Ok(characters(&unpacked, hint)?.into_owned()),
                Format::Package => package::manuscript(&unpacked),
                Format::Pdf => pdf::manuscript(&unpacked),
                Format::Gzip => Err(Refusal::PackedTwice),
            }
        }
    }
}

/// Returns the end of the last complete block in the beginning of a source, in bytes; `None` if
/// the format can only be read as a whole, or no block is complete. `name` is that of its file.
pub fn end_of_blocks(beginning: &[u8], name: &Path) -> Option<usize> {
    let unit = code_unit(beginning)?;
    match (syntax_of_beginning(beginning, FormatHint::of(Some(name)))?, unit) {
        (TextSyntax::Plain, unit) => Some(blocks::end_of_paragraphs(beginning, unit)),
        (TextSyntax::Printed(_), unit) => blocks::end_of_lines(beginning, unit),
        (TextSyntax::Markdown, CodeUnit::Byte) => blocks::end_of_markdown(beginning),
        (TextSyntax::Html, CodeUnit::Byte) => blocks::end_of_elements(beginning),
        _ => None,
    }
}

/// Returns the end of the last complete line in the beginning of a source without a name, in
/// bytes; `None` if it is not worth showing: only plain text, what programs print, and Markdown are,
/// which the rest of the source changes little.
pub fn end_of_lines(beginning: &[u8]) -> Option<usize> {
    let unit = code_unit(beginning)?;
    let syntax = syntax_of_beginning(beginning, FormatHint::None)?;
    let shown = matches!(syntax, TextSyntax::Plain | TextSyntax::Printed(_) | TextSyntax::Markdown);
    blocks::end_of_lines(beginning, unit).filter(|_| shown)
}

/// Returns the manuscript of the end of a source, without the bytes of `end` that belong to an
/// earlier block. Returns `None` if the source is not in UTF-8, or if its format can only be read as
/// a whole. `beginning` is that of the source, and `name` that of its file.
pub fn end<'a>(beginning: &[u8], end: &'a [u8], name: &Path) -> Option<Manuscript<'a>> {
    let syntax = syntax_of_beginning(beginning, FormatHint::of(Some(name)))?;
    if code_unit(beginning)? != CodeUnit::Byte {
        return None;
    }
    let cut = end.iter().take_while(|byte| **byte & 0xC0 == 0x80).count();
    let text = std::str::from_utf8(&end[cut..]).ok()?.trim_end_matches('\0');
    let shown = |start: usize| teletype::shown(Cow::Borrowed(&text[start..]));
    let (start, manuscript) = match syntax {
        TextSyntax::Plain => {
            let start = ending::start_of_paragraph(text);
            (start, text::manuscript(shown(start), 0, Vec::new()))
        }
        TextSyntax::Markdown => {
            let start = ending::start_of_markdown(text);
            (start, markdown::manuscript(&shown(start).text))
        }
        TextSyntax::Html => {
            let start = ending::start_of_element(text)?;
            (start, html::manuscript(&shown(start).text))
        }
        TextSyntax::Stated | TextSyntax::Printed(_) => return None,
    };
    Some(Manuscript { skipped: cut + start, ..manuscript })
}

/// Returns the syntax of the beginning of a source, if it consists of characters.
fn syntax_of_beginning(beginning: &[u8], hint: FormatHint) -> Option<TextSyntax> {
    let is_text = Format::of(beginning) == Format::Characters;
    let characters = is_text.then(|| Characters::of(beginning, hint).ok()).flatten()?;
    Some(characters.syntax)
}

/// Returns the raw characters of a source; `None` if it has none, like a package, or if they do
/// not account for all of its letters. `name` is that of its file.
pub fn raw<'a>(bytes: &'a [u8], name: Option<&Path>) -> Option<Raw<'a>> {
    let hint = FormatHint::of(name);
    match Format::of(bytes) {
        Format::Characters => raw_characters(bytes, hint),
        Format::Package | Format::Pdf => None,
        Format::Gzip => {
            let unpacked = gzip::unpack(bytes, gzip::LARGEST).ok()?;
            let is_text = Format::of(&unpacked) == Format::Characters;
            let raw = raw_characters(&unpacked, hint).filter(|_| is_text)?;
            Some(Raw { text: Cow::Owned(raw.text.into_owned()), ..raw })
        }
    }
}

fn raw_characters(bytes: &[u8], hint: FormatHint) -> Option<Raw<'_>> {
    let Characters { shown, remarks, syntax, .. } = Characters::of(bytes, hint).ok()?;
    match syntax {
        // The caller reports the absence of words.
        _ if shown.text.trim_start().is_empty() => None,
        TextSyntax::Plain | TextSyntax::Stated | TextSyntax::Printed(_) => {
            Some(Raw::plain(shown.text, remarks))
        }
        TextSyntax::Markdown | TextSyntax::Html if shown.text.len() > LARGEST_MARKED_UP => None,
        TextSyntax::Markdown | TextSyntax::Html => Raw::marked_up(shown.text, remarks),
    }
}

/// Decoded characters and their syntax.
struct Characters<'a> {
    shown: ShownText<'a>,
    /// The number of bytes before them.
    skipped: usize,
    remarks: Vec<String>,
    syntax: TextSyntax,
}

impl<'a> Characters<'a> {
    fn of(bytes: &'a [u8], hint: FormatHint) -> Result<Self, Refusal> {
        if let Some(refusal) = old::refusal(bytes) {
            return Err(refusal);
        }
        let decoded = decode::decode(bytes, html::charset(bytes, hint == FormatHint::Html))?;
        let Decoded { text, skipped, mut remarks } = decoded;
        let shown = teletype::shown(text);
        let syntax = TextSyntax::of(&shown, hint);
        if shown.are_marks_left_out {
            remarks.push(formats::MARKS_LEFT_OUT.to_owned());
        }
        if syntax == TextSyntax::Plain && shown.text.trim_start().starts_with("<?xml") {
            remarks.push(formats::XML.to_owned());
        }
        Ok(Self { shown, skipped, remarks, syntax })
    }
}

fn characters(bytes: &[u8], hint: FormatHint) -> Result<Manuscript<'_>, Refusal> {
    let Characters { shown, skipped, remarks, syntax } = Characters::of(bytes, hint)?;
    match syntax {
        TextSyntax::Plain => Ok(text::manuscript(shown, skipped, remarks)),
        TextSyntax::Stated => Ok(stated::manuscript(shown, skipped, remarks)),
        TextSyntax::Printed(kind) => Ok(printout::manuscript(shown, skipped, remarks, kind)),
        TextSyntax::Markdown => marked_up(&shown.text, remarks, markdown::manuscript),
        TextSyntax::Html => marked_up(&shown.text, remarks, html::manuscript),
    }
}

/// Returns the manuscript that a format writes, with the remarks on its decoding.
fn marked_up(
    text: &str,
    remarks: Vec<String>,
    read: fn(&str) -> Manuscript<'static>,
) -> Result<Manuscript<'static>, Refusal> {
    if text.len() > LARGEST_MARKED_UP {
        return Err(Refusal::Immoderate {
            what: formats::markup_size(text.len() >> 20),
            limit: formats::mebibytes(LARGEST_MARKED_UP >> 20),
        });
    }
    let mut manuscript = read(text);
    manuscript.remarks.splice(0..0, remarks);
    Ok(manuscript)
}
