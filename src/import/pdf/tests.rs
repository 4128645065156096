use super::*;
use crate::import::clean::Break;
use crate::import::manuscript::ElementKind;
use proptest::prelude::*;

/// Builds a PDF from objects, numbered from 1; the first is the catalogue.
fn file(objects: &[String], trailer: &str) -> Vec<u8> {
    let mut out = b"%PDF-1.5\n".to_vec();
    let mut places = Vec::new();
    for (i, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend(format!("{} 0 obj\n{object}\nendobj\n", i + 1).into_bytes());
    }
    let table = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).into_bytes());
    places.iter().for_each(|at| out.extend(format!("{at:010} 00000 n \n").into_bytes()));
    let size = objects.len() + 1;
    out.extend(
        format!("trailer <</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{table}\n%%EOF\n")
            .into_bytes(),
    );
    out
}

/// Builds a PDF from the content of its pages, with `more` in the dictionary of
/// each.
fn drawn(pages: &[String], more: &str) -> Vec<u8> {
    let font = |name: &str| {
        format!("<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>")
    };
    let kids: Vec<String> = (0..pages.len()).map(|i| format!("{} 0 R", 6 + 2 * i)).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R/Lang(en-GB)>>".to_owned(),
        format!(
            "<</Type/Pages/Count {}/Kids[{}]/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>>>",
            pages.len(),
            kids.join(" ")
        ),
        font("Helvetica"),
        font("Helvetica-Bold"),
        "<</Title(Rules of Ald)>>".to_owned(),
    ];
    for (i, content) in pages.iter().enumerate() {
        objects.push(format!("<</Type/Page/Parent 2 0 R/Contents {} 0 R{more}>>", 7 + 2 * i));
        objects.push(format!("<</Length {}>>stream\n{content}\nendstream", content.len()));
    }
    file(&objects, "/Info 5 0 R")
}

/// Builds a PDF with these lines on its pages.
fn pdf(pages: &[&[&str]]) -> Vec<u8> {
    let page = |lines: &&[&str]| {
        let shown: Vec<String> = lines.iter().map(|line| format!("({line}) Tj T*")).collect();
        format!("BT /F1 12 Tf 14 TL 72 700 Td {} ET", shown.join(" "))
    };
    drawn(&pages.iter().map(page).collect::<Vec<_>>(), "")
}

fn rules() -> Vec<u8> {
    pdf(&[&[
        "1. The keeper shall light the lamp at dusk, and put",
        "it out at dawn.",
        "2. No other may.",
    ]])
}

#[test]
fn lines_and_what_it_declares_are_read() {
    let bytes = rules();
    assert!(is_pdf(&bytes));
    let got = manuscript(&bytes).unwrap();
    let lines: Vec<&str> = got.text.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(lines.len(), 3, "{:?}", got.text);
    assert!(lines[0].starts_with("1. The keeper"));
    assert_eq!(got.declared.title.as_deref(), Some("Rules of Ald"));
    assert_eq!(got.declared.language.as_deref(), Some("en-GB"));
    // The second line continues in lower case; the third is another clause.
    let breaks: Vec<Break> =
        got.elements.iter().flat_map(|e| e.lines.iter().map(|(_, after)| *after)).collect();
    assert_eq!(breaks[0], Break::Soft);
    assert_eq!(breaks[1], Break::Hard);
}

#[test]
fn a_pdf_without_text_is_reported() {
    assert_eq!(manuscript(&pdf(&[&[], &[]])).unwrap_err(), Refusal::Scanned);
    let got = manuscript(&pdf(&[&["Lamps"], &[]])).unwrap();
    assert!(got.remarks.contains(&"1 of 2 pages contain no text".to_owned()), "{:?}", got.remarks);
}

#[test]
fn an_encrypted_pdf_is_refused() {
    // The encryption parameters are invalid, so no key can be tried.
    let key = "01".repeat(32);
    let filter = format!(
        "/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<{key}>/U<{key}>>>/ID[<{key}><{key}>]"
    );
    let bytes = String::from_utf8(rules()).unwrap().replace("/Info 5 0 R", &filter);
    assert_eq!(manuscript(bytes.as_bytes()).unwrap_err(), Refusal::Encrypted);
}

#[test]
fn a_file_whose_directory_is_lost_is_read_all_the_same() {
    let bytes = rules();
    let at = memchr::memmem::find(&bytes, b"xref").unwrap();
    let got = manuscript(&bytes[..at]).unwrap();
    assert!(got.text.starts_with("1. The keeper"), "{}", got.text);
}

#[test]
fn links_and_headings_are_marked() {
    let page = "BT /F1 18 Tf 72 750 Td (Rules of Ald) Tj /F1 12 Tf 0 -40 Td (The ) Tj /F2 12 Tf (lamp) Tj \
        /F1 12 Tf ( of the sea is lit.) Tj ET";
    let link = "/Annots[<</Type/Annot/Subtype/Link/Rect[72 705 95 725]/A<</S/URI/URI(https://ald.example/)>>>>]";
    let got = manuscript(&drawn(&[page.to_owned()], link)).unwrap();
    assert_eq!(got.text.trim(), "Rules of Ald\n\nThe lamp of the sea is lit.");
    assert_eq!(got.elements[0].kind, ElementKind::Heading { level: 1 });
    let links: Vec<_> =
        got.links.iter().map(|(at, to)| (&got.text[at.clone()], to.as_str())).collect();
    assert_eq!(links, [("The", "https://ald.example/")]);
}

#[test]
fn a_page_that_draws_itself_ends() {
    // Forms that draw each other, and a page tree that refers to itself.
    let forms: Vec<String> = (0..2)
        .map(|i| {
            format!(
                "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {} 0 R>>>>/Length 12>>stream\n/X Do /X Do \nendstream",
                5 - i
            )
        })
        .collect();
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Count 2/Kids[3 0 R 2 0 R]/MediaBox[0 0 99 99]/Resources<</XObject<</X 4 0 R>>>>>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/Contents 6 0 R>>".to_owned(),
        forms[0].clone(),
        forms[1].clone(),
        "<</Length 6>>stream\n/X Do \nendstream".to_owned(),
    ];
    assert!(manuscript(&file(&objects, "")).is_err());
}

/// A PDF whose second page draws a form that draws another ten times, and so on.
fn without_end(first: &str, innermost: &str) -> Vec<u8> {
    const DEPTH: usize = 8;
    let page = |content: usize| format!("<</Type/Page/Parent 2 0 R/Contents {content} 0 R>>");
    let stream =
        |content: &str| format!("<</Length {}>>stream\n{content}\nendstream", content.len());
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Count 2/Kids[4 0 R 6 0 R]/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>/XObject<</X 8 0 R>>>>>>".to_owned(),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
        page(5),
        stream(first),
        page(7),
        stream("/X Do"),
    ];
    for at in 0..DEPTH {
        let content = if at + 1 < DEPTH { "/X Do ".repeat(10) } else { innermost.to_owned() };
        objects.push(format!(
            "<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>/XObject<</X {} 0 R>>>>/Length {}>>stream\n{content}\nendstream",
            9 + at,
            content.len()
        ));
    }
    file(&objects, "")
}

#[test]
fn a_pdf_that_draws_without_end_is_shown_as_far_as_it_was_read() {
    let first = "BT /F1 12 Tf 72 700 Td (The lamp is lit at dusk.) Tj ET";
    let short = std::time::Duration::from_millis(300);
    for innermost in ["0 0 m 9 9 l S ".repeat(50), "BT /F1 9 Tf 9 9 Td (oil) Tj ET ".repeat(50)] {
        let read = extract::text(&without_end(first, &innermost), short).unwrap();
        assert_eq!((read.reach, read.count), (Reach::Late, 2));
        let got = made_of(read).unwrap();
        assert!(got.text.starts_with("The lamp is lit at dusk."), "{}", got.text);
        let told = |remark: &String| remark.starts_with("only pages 1 to ");
        assert!(got.remarks.iter().any(told), "{:?}", got.remarks);
    }
    let read = extract::text(&without_end("", &"0 0 m 9 9 l S ".repeat(50)), short).unwrap();
    assert!(matches!(made_of(read), Err(Refusal::UnreadablePdf { .. })));
}

#[test]
fn streams_that_inflate_without_end_are_refused() {
    use std::io::Write;
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    let blanks = vec![b' '; 1 << 20];
    (0..257).for_each(|_| packer.write_all(&blanks).unwrap());
    let mut bytes = b"%PDF-1.5\n1 0 obj <</Filter/FlateDecode>>stream\n".to_vec();
    bytes.extend(packer.finish().unwrap());
    assert!(matches!(manuscript(&bytes), Err(Refusal::Immoderate { .. })));
    // Runs in a compressed stream: each pair of bytes expands to 128.
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(&[129, b' '].repeat(3 << 20)).unwrap();
    let mut bytes =
        b"%PDF-1.5\n1 0 obj <</Filter[/FlateDecode /RunLengthDecode]>>stream\n".to_vec();
    bytes.extend(packer.finish().unwrap());
    bytes.extend(b"\nendstream\nendobj");
    assert!(matches!(manuscript(&bytes), Err(Refusal::Immoderate { .. })));
}

#[test]
fn objects_in_objects_without_end_are_refused() {
    let bytes =
        format!("%PDF-1.5\n1 0 obj\n{}\nendobj\ntrailer <</Root 1 0 R>>", "[".repeat(100_000));
    assert!(manuscript(bytes.as_bytes()).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn no_change_to_a_file_is_too_odd(
        edits in proptest::collection::vec((0_usize..1200, any::<u8>()), 0..24),
        cut in 0_usize..1200,
    ) {
        let mut bytes = rules();
        for (at, byte) in edits {
            let len = bytes.len();
            bytes[at % len] = byte;
        }
        bytes.truncate(bytes.len() - cut % 200);
        let _ = manuscript(&bytes);
    }
}
