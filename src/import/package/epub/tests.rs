//! The parts of an EPUB are read in their order, and limits hold.

use super::*;
use crate::import::package::fixture::{anchored, linked, shown, zip};
use crate::import::package::manuscript as read;

const CONTAINER_XML: &str =
    r#"<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>"#;
const OPF: &str = r#"<package xmlns:dc="dc"><metadata><dc:title>Rules of  Ald</dc:title><dc:language>he</dc:language></metadata>
        <manifest><item id="a" href="text/a%20page.xhtml" media-type="application/xhtml+xml"/>
        <item id="b" href="text/b.xhtml" media-type="application/xhtml+xml"/>
        <item id="c" href="text/c.xhtml" media-type="application/xhtml+xml"/>
        <item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>
        <spine page-progression-direction="rtl"><itemref idref="n"/><itemref idref="b"/><itemref idref="c" linear="no"/>
        <itemref idref="a"/><itemref idref="b"/><itemref idref="gone"/></spine></package>"#;
const PAGE_A: &str =
    r#"<html><body><h1>Lamps</h1><p id="x">Light <em>them</em>.</p></body></html>"#;
const PAGE_B: &str = r##"<html><body><p id="x">See <a href="a%20page.xhtml#x">there</a>, <a href="#x">here</a>,
        <a href="https://ald.example/">far</a>, <a href="../text/a%20page.xhtml">page</a>.</p></body></html>"##;

fn book(more: &[(&str, &str)]) -> Vec<u8> {
    let mut entries = vec![
        ("mimetype", "application/epub+zip"),
        (CONTAINER, CONTAINER_XML),
        ("OPS/book.opf", OPF),
        ("OPS/text/a page.xhtml", PAGE_A),
        ("OPS/text/b.xhtml", PAGE_B),
    ];
    entries.extend(more);
    zip(&entries)
}

#[test]
fn pages_are_in_the_order_of_the_spine() {
    let got = read(&book(&[])).unwrap();
    assert_eq!(shown(&got), ["p See there, here, far, page.", "h1 Lamps", "p Light them."]);
    assert_eq!(got.declared.title.as_deref(), Some("Rules of Ald"));
    assert_eq!(got.declared.language.as_deref(), Some("he"));
    assert_eq!(got.declared.direction, Some(Direction::RightToLeft));
    assert_eq!(got.remarks, ["1 page outside the main text is not shown", "1 page is missing"]);
    assert_eq!(got.elements[1].blank_before, 1);
    assert_eq!(got.styles.iter().map(|(r, _)| &got.text[r.clone()]).collect::<Vec<_>>(), ["them"]);
}

#[test]
fn pages_are_found_by_names_that_are_written_otherwise() {
    let opf = r#"<package><manifest>
            <item id="a" href="Text\A%20b.xhtml" media-type="application/xhtml+xml"/>
            <item id="b" href="text/no#2.xhtml" media-type="application/xhtml+xml"/>
            <item id="c" href="text/É.xhtml" media-type="application/xhtml+xml"/></manifest>
            <spine><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/></spine></package>"#;
    let first = r##"<html><body><p>One, see <a href="NO%232.xhtml#x">two</a>.</p></body></html>"##;
    let got = read(&zip(&[
        ("mimetype", "application/epub+zip"),
        (CONTAINER, CONTAINER_XML),
        ("OPS/book.opf", opf),
        ("OPS/text/a b.xhtml", first),
        ("OPS/text/no#2.xhtml", r#"<html><body><p id="x">Two.</p></body></html>"#),
        ("OPS/text/e\u{301}.xhtml", "<html><body><p>Three.</p></body></html>"),
    ]))
    .unwrap();
    assert_eq!(shown(&got), ["p One, see two.", "p Two.", "p Three."]);
    assert_eq!(linked(&got), [("two", "#OPS/text/no#2.xhtml#x")]);
    assert_eq!(anchored(&got, "OPS/text/no#2.xhtml#x"), Some("Two."));
}

#[test]
fn links_lead_from_page_to_page() {
    let got = read(&book(&[])).unwrap();
    let links = linked(&got);
    assert_eq!(links[0], ("there", "#OPS/text/a page.xhtml#x"));
    assert_eq!(links[1], ("here", "#OPS/text/b.xhtml#x"));
    assert_eq!(links[2], ("far", "https://ald.example/"));
    assert_eq!(links[3], ("page", "#OPS/text/a page.xhtml"));
    assert_eq!(anchored(&got, "OPS/text/a page.xhtml#x"), Some("Light them."));
    assert_eq!(anchored(&got, "OPS/text/a page.xhtml"), Some("Lamps"));
}

#[test]
fn encrypted_books_are_refused_and_encrypted_fonts_are_not() {
    let encryption = |algorithm: &str| {
        format!(
            r#"<encryption><e:EncryptedData xmlns:e="e"><e:EncryptionMethod Algorithm="{algorithm}"/></e:EncryptedData></encryption>"#
        )
    };
    let aes = encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc");
    assert_eq!(read(&book(&[(ENCRYPTION, &aes)])).unwrap_err(), Refusal::Encrypted);
    let font = encryption(FONT_OBFUSCATION[0]);
    assert!(read(&book(&[(ENCRYPTION, &font)])).is_ok());
}

#[test]
fn paths_do_not_leave_the_package() {
    assert_eq!(resolve("a/b.xhtml", "../../../etc/x"), "etc/x");
    assert_eq!(resolve("a/b.xhtml", "/c.xhtml"), "c.xhtml");
    assert_eq!(percent_decoded("a%2Gb%"), "a%2Gb%");
}

#[test]
fn a_spine_without_end_is_refused() {
    let spine = "<itemref idref=\"b\"/>".repeat(MOST_ITEMS + 2);
    let error = package("book.opf", &format!("<package><spine>{spine}</spine></package>"));
    assert!(matches!(error, Err(Refusal::Immoderate { .. })));
}

#[test]
fn a_book_without_a_page_is_refused() {
    let bytes = zip(&[("mimetype", "application/epub+zip"), (CONTAINER, "<container/>")]);
    assert!(matches!(read(&bytes), Err(Refusal::Missing { .. })));
}
