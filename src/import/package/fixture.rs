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
