use super::fixture::{docx, epub, zip};
use super::*;
use proptest::prelude::*;
use std::time::{Duration, Instant};

#[test]
fn a_package_of_something_else_is_reported() {
    for (entries, what) in [
        (vec![("xl/workbook.xml", "")], "XLSX"),
        (vec![("mimetype", "application/vnd.oasis.opendocument.presentation")], "ODP"),
        (vec![("[Content_Types].xml", "")], "Office"),
        (vec![("notes.txt", "a lamp")], "ZIP"),
        (vec![], "ZIP"),
    ] {
        let bytes = zip(&entries);
        assert!(is_package(&bytes));
        let error = manuscript(&bytes).unwrap_err();
        assert!(matches!(error, Refusal::OtherPackage { .. }), "{error}");
        assert!(error.to_string().contains(what), "{error}");
    }
}

#[test]
fn a_short_package_is_not_read_for_its_beginning() {
    let damaged = "<w:p>".repeat(99) + "</w:tbl>";
    let page = "<p>A lamp.</p>".repeat(40);
    let unlisted = zip(&[("word/document.xml", &page), ("word/styles.xml", "<w:styles></a>")]);
    for bytes in [docx(&damaged), unlisted, epub(&["", ""])] {
        assert!(manuscript(&bytes).is_err());
        assert!(matches!(beginning(&bytes, 100, 2000), Ok(None)));
        assert!(matches!(beginning(&bytes, 2000, 100), Ok(None)));
    }
    let book = epub(&[&page, &page]);
    assert!(matches!(beginning(&book, 100, 2000), Ok(None)));
    let read = beginning(&book, 100, 1000).unwrap().unwrap();
    assert!(read.bytes <= 100 && read.of == 2 * page.len() as u64, "{read:?}");
}

#[test]
fn hostile_packages_are_refused_soon() {
    let started = Instant::now();
    let nested = format!("{}{}", "<w:sdt>".repeat(100_000), "</w:sdt>".repeat(100_000));
    assert!(matches!(manuscript(&docx(&nested)), Err(Refusal::Immoderate { .. })));
    let entities = r#"<!DOCTYPE x [<!ENTITY a "lamp"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>"#;
    let document = format!("{entities}<w:p><w:r><w:t>&b;</w:t></w:r></w:p>");
    let bytes = zip(&[("word/document.xml", &document)]);
    assert_eq!(manuscript(&bytes).unwrap().text.trim(), "&b;");
    // Every cell of a row spans a billion columns.
    let cell = "<w:tc><w:tcPr><w:gridSpan w:val=\"1000000000\"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>";
    let table = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell.repeat(5_000));
    assert!(manuscript(&docx(&table)).unwrap().text.len() < 1 << 20);
    assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]
    #[test]
    fn arbitrary_bytes_do_no_harm(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let mut package = MAGIC[0].to_vec();
        package.extend(bytes);
        let _ = manuscript(&package);
    }

    #[test]
    fn a_changed_package_does_no_harm(
        edits in proptest::collection::vec((0_usize..4000, any::<u8>()), 1..16),
        cut in 0_usize..60,
    ) {
        let mut bytes = docx("<w:p><w:pPr><w:pStyle w:val=\"a\"/></w:pPr><w:r><w:t>A lamp &amp; an oar</w:t></w:r></w:p>");
        for (at, byte) in edits {
            let len = bytes.len();
            bytes[at % len] = byte;
        }
        bytes.truncate(bytes.len() - cut);
        let _ = manuscript(&bytes);
    }

    #[test]
    fn changed_xml_does_no_harm(
        edits in proptest::collection::vec((0_usize..400, any::<char>()), 1..8),
    ) {
        let body = "<w:tbl><w:tr><w:tc><w:p><w:hyperlink w:anchor=\"x\"><w:r><w:t>lamp</w:t></w:r></w:hyperlink></w:p></w:tc></w:tr></w:tbl>";
        let mut chars: Vec<char> = body.chars().collect();
        for (at, c) in edits {
            let len = chars.len();
            chars[at % len] = c;
        }
        let _ = manuscript(&docx(&chars.into_iter().collect::<String>()));
    }
}
