//! Builds packages for tests from entries, and shows manuscripts as lines to compare.

use crate::import::manuscript::{ElementKind, Manuscript};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Creates a ZIP archive of these entries.
pub fn zip(entries: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in entries {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Creates a DOCX with this body.
pub fn docx(body: &str) -> Vec<u8> {
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    zip(&[("[Content_Types].xml", "<Types/>"), ("word/document.xml", &document)])
}

/// Creates an ODT with this body.
pub fn odt(body: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:automatic-styles/><office:body><office:text>{body}\
         </office:text></office:body></office:document-content>"
    );
    zip(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", &content)])
}

/// Creates an EPUB of these pages.
pub fn epub(pages: &[&str]) -> Vec<u8> {
    let names: Vec<String> = (0..pages.len()).map(|at| format!("{at}.xhtml")).collect();
    let items = names.iter().map(|name| {
        format!("<item id=\"{name}\" href=\"{name}\" media-type=\"application/xhtml+xml\"/>")
    });
    let spine = names.iter().map(|name| format!("<itemref idref=\"{name}\"/>"));
    let package = format!(
        "<package><manifest>{}</manifest><spine>{}</spine></package>",
        items.collect::<String>(),
        spine.collect::<String>()
    );
    let container =
        "<container><rootfiles><rootfile full-path=\"book.opf\"/></rootfiles></container>";
    let mut entries = vec![
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", container),
        ("book.opf", &package),
    ];
    entries.extend(names.iter().map(String::as_str).zip(pages.iter().copied()));
    zip(&entries)
}

/// Returns each element as a line: its kind, indent and words.
pub fn shown(manuscript: &Manuscript<'_>) -> Vec<String> {
    manuscript
        .elements
        .iter()
        .map(|element| {
            let kind = match element.kind {
                ElementKind::Paragraph => "p".to_owned(),
                ElementKind::Heading { level } => format!("h{level}"),
                ElementKind::Item => "li".to_owned(),
                ElementKind::Quotation => "q".to_owned(),
                ElementKind::Preformatted => "pre".to_owned(),
                ElementKind::Code => "code".to_owned(),
                ElementKind::Table => "table".to_owned(),
                ElementKind::Note => "note".to_owned(),
                ElementKind::Ornament => "orn".to_owned(),
                ElementKind::Printed => "out".to_owned(),
            };
            let lines: Vec<&str> =
                element.lines.iter().map(|(range, _)| &manuscript.text[range.clone()]).collect();
            let indent =
                if element.indent > 0 { element.indent.to_string() } else { String::new() };
            format!("{kind}{indent} {}", lines.join("/").replace('\t', "|"))
        })
        .collect()
}

/// Returns the words of each style.
pub fn styled<'a>(manuscript: &'a Manuscript<'_>) -> Vec<(&'a str, String)> {
    let words = |(range, kind): &(std::ops::Range<usize>, _)| {
        (&manuscript.text[range.clone()], format!("{kind:?}"))
    };
    manuscript.styles.iter().map(words).collect()
}

/// Returns the words of each link, and its target.
pub fn linked<'a>(manuscript: &'a Manuscript<'_>) -> Vec<(&'a str, &'a str)> {
    manuscript
        .links
        .iter()
        .map(|(range, to)| (&manuscript.text[range.clone()], to.as_str()))
        .collect()
}

/// Returns the words after the anchor of this name.
pub fn anchored<'a>(manuscript: &'a Manuscript<'_>, name: &str) -> Option<&'a str> {
    let (at, _) = manuscript.anchors.iter().find(|(_, anchor)| anchor == name)?;
    manuscript.text[*at..].trim_start().lines().next()
}
