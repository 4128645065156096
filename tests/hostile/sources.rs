//! An input as the bytes of a file: unchanged, or as the text inside a package.
//!
//! A changed byte in an archive or in compressed text only damages the file, which the program
//! rejects before it reads any of it. So the first byte of an input chooses the kind of the others,
//! and this module writes what surrounds them.

use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The kind of the bytes after the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inside {
    /// A whole file with this name; its bytes may specify its format further.
    File(&'static str),
    /// A text compressed with gzip.
    Gzip,
    /// The body of a DOCX; after a zero byte its numbering, after another its styles.
    Docx,
    /// The content of an ODT; after a zero byte its styles.
    Odt,
    /// Two pages of an EPUB, separated by a zero byte.
    Epub,
    /// The drawing instructions of the one page of a PDF.
    Pdf,
}

/// The kinds that the first byte of an input chooses from: a digit is an index into them.
const KINDS: [Inside; 10] = [
    Inside::File("rules.txt"),
    Inside::File("rules"),
    Inside::File("rules.md"),
    Inside::File("rules.html"),
    Inside::File("rules.pdf"),
    Inside::Gzip,
    Inside::Docx,
    Inside::Odt,
    Inside::Epub,
    Inside::Pdf,
];

/// Returns the name of a file and its bytes; `None` for an empty input.
pub fn of(input: &[u8]) -> Option<(&'static str, Vec<u8>)> {
    let (kind, bytes) = input.split_first()?;
    let mut parts = bytes.split(|byte| *byte == 0);
    let mut part = || parts.next().unwrap_or_default();
    Some(match KINDS[usize::from(kind.wrapping_sub(b'0')) % KINDS.len()] {
        Inside::File(name) => (name, bytes.to_vec()),
        Inside::Gzip => ("rules.txt.gz", gzip(bytes)),
        Inside::Docx => {
            let document = element("w:document", &element("w:body", part()));
            let numbering = element("w:numbering", part());
            let styles = element("w:styles", part());
            let entries = [
                ("[Content_Types].xml", &b"<Types/>"[..]),
                ("word/document.xml", &document),
                ("word/numbering.xml", &numbering),
                ("word/styles.xml", &styles),
            ];
            ("rules.docx", archive(&entries))
        }
        Inside::Odt => {
            let body = element("office:body", &element("office:text", part()));
            let styles = element("office:automatic-styles", part());
            let content = element("office:document-content", &[styles, body].concat());
            let entries = [
                ("mimetype", &b"application/vnd.oasis.opendocument.text"[..]),
                ("content.xml", &content),
            ];
            ("rules.odt", archive(&entries))
        }
        Inside::Epub => {
            let entries = [
                ("mimetype", &b"application/epub+zip"[..]),
                ("META-INF/container.xml", CONTAINER),
                ("book.opf", BOOK),
                ("a.xhtml", part()),
                ("b.xhtml", part()),
            ];
            ("rules.epub", archive(&entries))
        }
        Inside::Pdf => ("rules.pdf", pdf(bytes)),
    })
}

const CONTAINER: &[u8] =
    br#"<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>"#;

const BOOK: &[u8] = br#"<package><metadata/><manifest>
<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>
<item id="b" href="b.xhtml" media-type="application/xhtml+xml"/>
</manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>"#;

/// Needs no namespace declarations: the program relies on the prefixes that all writers use.
fn element(name: &str, inside: &[u8]) -> Vec<u8> {
    [format!("<{name}>").as_bytes(), inside, format!("</{name}>").as_bytes()].concat()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).expect("memory is written to");
    encoder.finish().expect("memory is written to")
}

fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        writer.start_file(*name, stored).expect("an entry");
        writer.write_all(bytes).expect("memory is written to");
    }
    writer.finish().expect("memory is written to").into_inner()
}

/// Builds a PDF of one page without a cross-reference table; readers then search for its objects.
fn pdf(content: &[u8]) -> Vec<u8> {
    let start = format!(
        "%PDF-1.5\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n\
         2 0 obj\n<</Type/Pages/Count 1/Kids[4 0 R]/MediaBox[0 0 595 842]\
         /Resources<</Font<</F1 3 0 R>>>>>>\nendobj\n\
         3 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>\nendobj\n\
         4 0 obj\n<</Type/Page/Parent 2 0 R/Contents 5 0 R>>\nendobj\n\
         5 0 obj\n<</Length {}>>stream\n",
        content.len()
    );
    let end = b"\nendstream\nendobj\ntrailer <</Size 6/Root 1 0 R>>\n%%EOF\n";
    [start.as_bytes(), content, end].concat()
}
