//! `bulletin compare --format docx`: accepting all changes gives the new text, rejecting them the old.

use super::bed::Text;
use crate::shell;
use bulletin::document::{Document, Origin};
use regex::Regex;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const OLD: &str = "# Rules of the Quay\n\n## 1. Lamps\n\n(1) The keeper lights the lamp at dusk.\n\n(2) Oil & tar cost < 3 coins.\n\n## 2. Barges\n\n> No barge moors in the fog.\n\n| barge | toll |\n|---|---|\n| small | 3 |\n| large | 5 |\n\n## 3. Ropes\n\nThe mate coils the long rope beside the lamp.\n\n    let rope = 3;\n    coil(rope);\n";

const NEW: &str = "# Rules of the Quay\n\n## 1. Lamps\n\n(1) The keeper lights the lamp at sunset, in \"fog\" too.\n\n(2) Oil & tar cost < 3 coins.\n\n(3) No lamp is left alone.\n\n## 2. Fish\n\nNo fish is sold before the bell has rung twice.\n\n## 3. Barges\n\n> No barge moors in the fog.\n\n| barge | toll |\n|---|---|\n| small | 4 |\n| large | 5 |\n\n## 4. Ropes\n\nThe mate coils the long rope beside the lamp.\n\n    let rope = 3;\n    coil(rope);\n";

/// Compares two texts, and returns the DOCX.
fn docx(old: &str, new: &str, name: &str) -> Vec<u8> {
    let home = tempfile::tempdir().expect("a folder");
    std::fs::write(home.path().join(format!("old.{name}")), old).expect("written");
    std::fs::write(home.path().join(format!("new.{name}")), new).expect("written");
    let (old, new) = (format!("old.{name}"), format!("new.{name}"));
    let arguments = ["compare", &old, &new, "--format", "docx", "--author", "Ida <Clerk>"];
    let output = shell::run(&arguments, home.path(), b"");
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    output.stdout
}

/// The parts of a DOCX with their names.
fn parts(docx: &[u8]) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(docx)).expect("an archive");
    (0..archive.len())
        .map(|at| {
            let mut part = archive.by_index(at).expect("a part");
            let name = part.name().expect("a name").into_owned();
            let mut text = String::new();
            part.read_to_string(&mut text).expect("UTF-8");
            (name, text)
        })
        .collect()
}

/// A DOCX with another main part.
fn with_main(docx: &[u8], main: &dyn Fn(&str) -> String) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts(docx) {
        let text = if name == "word/document.xml" { main(&text) } else { text };
        writer.start_file(name, SimpleFileOptions::default()).expect("begun");
        writer.write_all(text.as_bytes()).expect("written");
    }
    writer.finish().expect("an archive").into_inner()
}

/// Resolves all changes as a word processor does: what `lost` marks is removed with its paragraphs and
/// rows, what `kept` marks loses its mark.
fn resolved(main: &str, kept: &str, lost: &str) -> String {
    let all = |pattern: String| Regex::new(&pattern).expect("a pattern");
    let row = all(format!(r"(?s)<w:tr><w:trPr>(?:<w:tblHeader/>)?<w:{lost} [^>]*/>.*?</w:tr>"));
    let main = row.replace_all(main, "");
    let paragraph =
        all(format!(r"(?s)<w:p><w:pPr>[^\n]*?<w:rPr><w:{lost} [^>]*/></w:rPr></w:pPr>.*?</w:p>"));
    let main = paragraph.replace_all(&main, "");
    let words = all(format!(r"(?s)<w:{lost} [^>]*[^/]>.*?</w:{lost}>"));
    let main = words.replace_all(&main, "");
    let table = all(r"<w:tbl><w:tblPr>.*</w:tblGrid>\s*</w:tbl>".to_owned());
    let main = table.replace_all(&main, "");
    let marks = all(format!(r"</?w:{kept}(?: [^>]*)?>"));
    marks.replace_all(&main, "").replace("delText", "t")
}

fn read(bytes: &[u8]) -> Document {
    bulletin::source::read(bytes, Origin::StandardInput).expect("a document")
}

/// The outline and the words of a document.
fn content(document: &Document) -> (Vec<String>, Vec<String>) {
    let outline = document
        .section_ids()
        .map(|id| format!("{} {}", document.section_address(id), document.title(id)));
    let words = document.block_ids().map(|id| document.body(id).to_owned());
    (outline.collect(), words.filter(|words| !words.is_empty()).collect())
}

#[test]
fn both_texts_come_back_from_the_tracked_changes() {
    let docx = docx(OLD, NEW, "md");
    let accept = |main: &str| resolved(main, "ins", "del");
    let reject = |main: &str| resolved(main, "del", "ins");
    assert_eq!(content(&read(&with_main(&docx, &accept))), content(&read(NEW.as_bytes())));
    assert_eq!(content(&read(&with_main(&docx, &reject))), content(&read(OLD.as_bytes())));
    // As it is, the program reads it as if all changes were accepted.
    assert_eq!(content(&read(&docx)), content(&read(NEW.as_bytes())));
}

#[test]
fn both_texts_come_back_whatever_was_edited() {
    for seed in 0..12 {
        let old = Text::new(seed);
        let (new, _) = old.edited(seed);
        let (old, new) = (old.written(), new.written());
        let docx = docx(&old, &new, "txt");
        let reject = |main: &str| resolved(main, "del", "ins");
        assert_eq!(content(&read(&docx)), content(&read(new.as_bytes())), "seed {seed}");
        let rejected = read(&with_main(&docx, &reject));
        assert_eq!(content(&rejected), content(&read(old.as_bytes())), "seed {seed}");
    }
}

#[test]
fn changes_have_an_author_a_time_and_a_number() {
    let parts = parts(&docx(OLD, NEW, "md"));
    let main = &parts.iter().find(|(name, _)| name == "word/document.xml").expect("the text").1;
    let change = Regex::new(
        r#"<w:(?:ins|del) w:id="(\d+)" w:author="([^"]*)" w:date="\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ""#,
    )
    .expect("a pattern");
    let changes: Vec<_> = change.captures_iter(main).collect();
    assert_eq!(changes.len(), main.matches("<w:ins ").count() + main.matches("<w:del ").count());
    assert!(changes.iter().all(|change| &change[2] == "Ida &lt;Clerk&gt;"));
    let mut numbers: Vec<&str> =
        changes.iter().map(|change| change.get(1).unwrap().as_str()).collect();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), changes.len());
    assert!(
        main.contains(">dusk</w:delText>")
            && main.contains(">sunset, in &quot;fog&quot; too</w:t>"),
        "{main}"
    );
    assert!(!main.contains("<w:del></w:del>"));
    for name in ["[Content_Types].xml", "_rels/.rels", "word/styles.xml"] {
        assert!(parts.iter().any(|(known, _)| known == name), "{name}");
    }
}

#[test]
fn options_that_leave_out_parts_are_refused() {
    let home = tempfile::tempdir().expect("a folder");
    for name in ["old.txt", "new.txt"] {
        std::fs::write(home.path().join(name), "1. Fish.\n\n2. Oil.\n").expect("written");
    }
    let status = |more: &[&str]| {
        let arguments: Vec<&str> =
            ["compare", "old.txt", "new.txt"].into_iter().chain(more.iter().copied()).collect();
        shell::run(&arguments, home.path(), b"").status.code()
    };
    assert_eq!(status(&["--format", "docx", "--at", "1"]), Some(2));
    assert_eq!(status(&["--format", "docx", "--summary"]), Some(2));
    assert_eq!(status(&["--author", "Ida"]), Some(2));
    assert_eq!(status(&["--output", "a.txt"]), Some(2));
    assert_eq!(status(&["--format", "docx", "--output", "changes.docx"]), Some(0));
    assert!(Path::new(&home.path().join("changes.docx")).exists());
}
