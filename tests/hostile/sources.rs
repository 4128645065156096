//! An input as the bytes of a file: as it stands, or as the text inside a package.
//!
//! A changed byte of an archive or of compressed text is only a damaged file, which is
//! refused before anything of it is read. So the first byte of an input chooses what the
//! others are, and what stands around them is written here.

use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// What the bytes behind the first are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inside {
    /// All of a file of this name; its bytes tell more of what it is.
    File(&'static str),
    /// A text packed by gzip.
    Gzip,
    /// The body of a DOCX; behind a zero byte its numbering, behind another its styles.
    Docx,
    /// The content of an ODT; behind a zero byte its styles.
    Odt,
    /// Two pages of an EPUB, parted by a zero byte.
    Epub,
    /// What draws the one page of a PDF.
    Pdf,
}

/// What the first byte of an input chooses from: a digit is its place here.
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

/// The name of a file and its bytes; `None` where there is no input.
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

/// Prefixes need no names here: what is read goes by the prefixes that all writers use.
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

/// A PDF of one page; readers look for the objects of a file that has no table of them.
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
