use super::*;
use crate::import::clean::Break;
use pdf_extract::content::{Content, Operation};
use pdf_extract::{Document, Object, Stream, StringFormat, dictionary};
use proptest::prelude::*;

/// A PDF with these lines on its pages.
fn pdf(pages: &[&[&str]]) -> Vec<u8> {
    let mut document = Document::with_version("1.5");
    let root = document.new_object_id();
    let font = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica",
        "Encoding" => "WinAnsiEncoding",
    });
    let resources = document.add_object(dictionary! { "Font" => dictionary! { "F1" => font } });
    let kids: Vec<Object> = pages
        .iter()
        .map(|lines| {
            let mut operations = vec![
                Operation::new("BT", vec![]),
                Operation::new("Tf", vec!["F1".into(), 12.into()]),
            ];
            for (i, line) in lines.iter().enumerate() {
                let down = if i == 0 { 700 } else { -14 };
                operations.push(Operation::new(
                    "Td",
                    vec![if i == 0 { 72 } else { 0 }.into(), down.into()],
                ));
                operations.push(Operation::new("Tj", vec![Object::string_literal(*line)]));
            }
            operations.push(Operation::new("ET", vec![]));
            let content = Content { operations }.encode().unwrap();
            let content = document.add_object(Stream::new(dictionary! {}, content));
            document
                .add_object(
                    dictionary! { "Type" => "Page", "Parent" => root, "Contents" => content },
                )
                .into()
        })
        .collect();
    let count = i64::try_from(kids.len()).unwrap();
    document.objects.insert(
        root,
        Object::Dictionary(dictionary! {
            "Type" => "Pages", "Kids" => kids, "Count" => count, "Resources" => resources,
            "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
        }),
    );
    let catalog = document.add_object(dictionary! {
        "Type" => "Catalog", "Pages" => root, "Lang" => Object::string_literal("en-GB"),
    });
    let info =
        document.add_object(dictionary! { "Title" => Object::string_literal("Rules of Ald") });
    document.trailer.set("Root", catalog);
    document.trailer.set("Info", info);
    let mut bytes = Vec::new();
    document.compress();
    document.save_to(&mut bytes).unwrap();
    bytes
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
    // The second line goes on in small letters, the third is another clause.
    let breaks: Vec<Break> =
        got.elements.iter().flat_map(|e| e.lines.iter().map(|(_, after)| *after)).collect();
    assert_eq!(breaks[0], Break::Soft);
    assert_eq!(breaks[1], Break::Hard);
}

#[test]
fn a_pdf_without_text_is_told() {
    assert_eq!(manuscript(&pdf(&[&[], &[]])).unwrap_err(), Refusal::Scanned);
    let got = manuscript(&pdf(&[&["Lamps"], &[]])).unwrap();
    assert!(got.remarks.contains(&"1 of 2 pages hold no text".to_owned()), "{:?}", got.remarks);
}

#[test]
fn an_encrypted_pdf_is_refused() {
    // What encrypts it is not known, and so no key can be tried.
    let bytes = rules();
    let mut document = Document::load_mem(&bytes).unwrap();
    let filter = dictionary! {
        "Filter" => "Standard", "V" => 2, "R" => 3, "Length" => 128, "P" => -4,
        "O" => Object::String(vec![1; 32], StringFormat::Hexadecimal),
        "U" => Object::String(vec![2; 32], StringFormat::Hexadecimal),
    };
    let filter = document.add_object(filter);
    document.trailer.set("Encrypt", filter);
    let id = Object::String(vec![3; 16], StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![id.clone(), id]);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    assert_eq!(manuscript(&bytes).unwrap_err(), Refusal::Encrypted);
}

#[test]
fn a_page_that_the_library_cannot_bear_is_told() {
    // Without a size of its pages it panics.
    let bytes = String::from_utf8_lossy(&rules()).into_owned();
    assert!(bytes.contains("/MediaBox"));
    let mut broken = rules();
    let at = memchr::memmem::find(&broken, b"/MediaBox").unwrap();
    broken[at..at + 9].copy_from_slice(b"/MediaBux");
    assert!(matches!(manuscript(&broken), Err(Refusal::UnreadablePdf { .. })));
}

#[test]
fn streams_that_inflate_without_end_are_refused() {
    use std::io::Write;
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    let blanks = vec![b' '; 1 << 20];
    (0..257).for_each(|_| packer.write_all(&blanks).unwrap());
    let mut bytes = b"%PDF-1.5\n1 0 obj <</Filter/FlateDecode>>stream\n".to_vec();
    bytes.extend(packer.finish().unwrap());
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
