//! Common properties of all formats.

use super::clean::Break;
use super::manuscript::{Element, ElementKind};
use super::*;
use proptest::prelude::*;
use std::ops::Range;

/// Returns each element with its kind, indent and lines; `/` is a hard break.
pub fn shown(manuscript: &Manuscript<'_>) -> Vec<String> {
    manuscript.elements.iter().map(|element| of_element(manuscript, element)).collect()
}

fn of_element(manuscript: &Manuscript<'_>, element: &Element) -> String {
    let kind = match element.kind {
        ElementKind::Paragraph => "p".to_owned(),
        ElementKind::Heading { level } => format!("h{level}"),
        ElementKind::Item => "li".to_owned(),
        ElementKind::Quotation => "q".to_owned(),
        ElementKind::Preformatted => "pre".to_owned(),
        ElementKind::Code => "code".to_owned(),
        ElementKind::Table => "table".to_owned(),
        ElementKind::Note => "note".to_owned(),
        ElementKind::Ornament => "hr".to_owned(),
        ElementKind::Printed => "out".to_owned(),
    };
    let mut out = format!("{kind}{}|", element.indent);
    for (i, (range, after)) in element.lines.iter().enumerate() {
        out += &manuscript.text[range.clone()];
        if i + 1 < element.lines.len() {
            out += if *after == Break::Hard { "/" } else { "_" };
        }
    }
    out
}

/// Returns the words of a range.
pub fn words<'a>(manuscript: &'a Manuscript<'_>, range: &Range<usize>) -> &'a str {
    &manuscript.text[range.clone()]
}

/// Asserts that all ranges are in order and within the text.
pub fn assert_sound(manuscript: &Manuscript<'_>) {
    let text = manuscript.text.as_ref();
    let mut last = 0;
    for element in &manuscript.elements {
        assert!(!element.lines.is_empty());
        for (range, _) in &element.lines {
            assert!(last <= range.start, "{last} {range:?}");
            assert!(text.get(range.clone()).is_some(), "{range:?}");
            last = range.end;
        }
    }
    let styles = manuscript.styles.iter().map(|(range, _)| range);
    for range in styles.chain(manuscript.links.iter().map(|(range, _)| range)) {
        assert!(!range.is_empty() && text.get(range.clone()).is_some(), "{range:?}");
    }
    for (at, _) in &manuscript.anchors {
        assert!(text.is_char_boundary(*at));
    }
}

fn read(bytes: &[u8], name: &str) -> Result<Manuscript<'static>, Refusal> {
    manuscript(bytes, Some(Path::new(name)).filter(|_| !name.is_empty()))
        .map(Manuscript::into_owned)
}

#[test]
fn the_bytes_tell_the_format_and_a_name_tips_the_scales() {
    let page = b"<!DOCTYPE html><h1>Lamps</h1>";
    for name in ["lamps", "lamps.txt", "lamps.html", ""] {
        assert_eq!(shown(&read(page, name).unwrap()), ["h10|Lamps"], "{name}");
    }
    let part = b"<h1>Lamps</h1><p>Of oil.</p>";
    assert_eq!(shown(&read(part, "lamps.html").unwrap()), ["h10|Lamps", "p0|Of oil."]);
    assert_eq!(shown(&read(part, "lamps.txt").unwrap()).len(), 1);
    let short = b"# Lamps\n\nOf *oil*.\n";
    assert_eq!(shown(&read(short, "lamps.md").unwrap()), ["h10|Lamps", "p0|Of oil."]);
    assert_eq!(shown(&read(short, "").unwrap()), ["p0|# Lamps", "p0|Of *oil*."]);
    let long = b"# Lamps\n\nOf [oil](https://oil.example/).\n";
    assert_eq!(shown(&read(long, "").unwrap()), ["h10|Lamps", "p0|Of oil."]);
    assert_eq!(shown(&read(long, "lamps.conf").unwrap()).len(), 2);
    assert_eq!(shown(&read(long, "lamps.conf").unwrap())[0], "p0|# Lamps");
}

#[test]
fn what_is_packed_is_read_once() {
    let packed = gzip::pack(b"# Lamps\n\nOf *oil*.\n");
    assert_eq!(shown(&read(&packed, "lamps.md.gz").unwrap()), ["h10|Lamps", "p0|Of oil."]);
    assert_eq!(shown(&read(&packed, "lamps.gz").unwrap())[0], "p0|# Lamps");
    assert_eq!(read(&gzip::pack(&packed), "lamps.md.gz").unwrap_err(), Refusal::PackedTwice);
    assert_eq!(read(&gzip::pack(b"\0\x01\0\0\x02"), "").unwrap_err(), Refusal::Binary);
}

#[test]
fn a_page_is_decoded_as_it_declares() {
    let (bytes, _, _) =
        encoding_rs::KOI8_R.encode("<html><meta charset='koi8-r'><p>Лампы горят.</p>");
    let page = read(&bytes, "lamps").unwrap();
    assert_eq!((shown(&page), page.remarks.len()), (vec!["p0|Лампы горят.".to_owned()], 0));
    let guessed = encoding_rs::WINDOWS_1251.encode("<html><p>Лампы горят всю ночь.</p>").0;
    assert_eq!(read(&guessed, "lamps").unwrap().remarks, ["read as windows-1251 (guessed)"]);
}

#[test]
fn a_plain_text_is_not_copied() {
    let text = manuscript(b"Lamps\n", None).unwrap();
    assert!(matches!(text.text, std::borrow::Cow::Borrowed(_)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes: Vec<u8>, name in "[a-z]{1,3}(\\.(md|html|txt|gz))?") {
        for bytes in [gzip::pack(&bytes), [&[0x1F, 0x8B, 8][..], &bytes].concat(), bytes] {
            if let Ok(manuscript) = read(&bytes, &name) {
                assert_sound(&manuscript);
            }
        }
    }
}
