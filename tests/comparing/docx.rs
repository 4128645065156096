//! `bulletin compare --format docx`: accepting all changes gives the new text, rejecting them the old.

use super::bed::Text;
use super::resolving::{Decision, resolved};
use super::{cases, seeds};
use crate::shell;
use bulletin::document::{BlockKind, Document, InlineKind, LinkTarget, Origin, Span};
use proptest::prelude::*;
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
    assert!(output.status.code().is_some_and(|code| code < 2), "{output:?}");
    output.stdout
}

/// The main part of a DOCX.
fn main_part(docx: &[u8]) -> String {
    let main = parts(docx).into_iter().find(|(name, _)| name == "word/document.xml");
    main.expect("the text").1
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

/// Reads a text whose file has an extension.
fn read_as(text: &str, extension: &str) -> Document {
    let origin = Origin::File(format!("text.{extension}").into());
    bulletin::source::read(text.as_bytes(), origin).expect("a document")
}

/// A DOCX with all changes accepted or rejected.
fn with_all(docx: &[u8], decision: Decision) -> Document {
    read(&with_main(docx, &|main: &str| resolved(main, decision)))
}

fn read(bytes: &[u8]) -> Document {
    bulletin::source::read(bytes, Origin::StandardInput).expect("a document")
}

/// The outline of a document and its words, with how they are set and where they lead.
fn content(document: &Document) -> (Vec<String>, Vec<String>) {
    let outline = document
        .section_ids()
        .map(|id| format!("{} {}", document.section_address(id), document.title(id)));
    let words = document.block_ids().map(|id| {
        let body = document.body(id);
        let start = document.block(id).body.start.get();
        let part = |span: Span| &body[span.range().start - start..span.range().end - start];
        // Headings are bold anyway.
        let is_bold = document.block(id).kind == BlockKind::Heading;
        let set = document.inlines(id).iter().filter_map(|inline| match inline.kind {
            InlineKind::Strong if is_bold => None,
            InlineKind::Strong | InlineKind::Emphasis | InlineKind::Code => {
                Some(format!(" {:?} {}", inline.kind, part(inline.span)))
            }
            _ => None,
        });
        let links = document.links_of(id).iter().filter_map(|link| match &link.target {
            LinkTarget::Outside(to) => Some(format!(" {} to {to}", part(link.span))),
            _ => None,
        });
        let label = document.label(id).unwrap_or_default();
        let nesting = document.block(id).nesting;
        let is_table = document.block(id).kind == BlockKind::Table;
        let heads = if is_table { document.table(id).heads } else { 0 };
        format!("{label} {nesting} {heads} {body}{}", set.chain(links).collect::<String>())
    });
    (outline.collect(), words.collect())
}

fn assert_both_come_back(old: &str, new: &str, name: &str) {
    let docx = docx(old, new, name);
    let [was, is] = [old, new].map(|text| content(&read_as(text, name)));
    assert_eq!(content(&with_all(&docx, Decision::Accept)), is, "accepted: {old}\n→\n{new}");
    assert_eq!(content(&with_all(&docx, Decision::Reject)), was, "rejected: {old}\n→\n{new}");
    // As it is, the program reads it as if all changes were accepted.
    assert_eq!(content(&read(&docx)), is, "unresolved: {old}\n→\n{new}");
}

#[test]
fn both_texts_come_back_from_the_tracked_changes() {
    assert_both_come_back(OLD, NEW, "md");
}

/// Chapters whose words are set in many ways.
const CHAPTERS: [&str; 4] = [
    "Lamps\n\n(1) The *keeper* lights the **lamp** at dusk, as [the harbour](https://example.org/a?b=1&c=2) asks.\n\n(2) Oil & tar cost < 3 `coins`.\n\n- oil of fish\n  - from the north\n  - from the south\n- tar\n",
    "Barges\n\n> No barge moors in the *fog*.\n\n| barge | toll |\n|---|---|\n| **small** | 3 |\n| large | 5 |\n",
    "Ropes\n\nThe mate coils the long rope beside the lamp, and [writes](mailto:mate@example.org) to the clerk.\n\n    let rope = 3;\n    coil(rope);\n",
    "Fish\n\nNo fish is sold before the bell has rung **twice**, whatever the clerk of the harbour says.\n",
];

fn rules(chapters: &[usize], edit: impl Fn(&str) -> String) -> String {
    let numbered = chapters.iter().enumerate();
    let chapters: String =
        numbered.map(|(at, of)| format!("## {}. {}\n", at + 1, CHAPTERS[*of])).collect();
    format!("# Rules of the Quay\n\n{}", edit(&chapters))
}

#[test]
fn what_moved_is_a_move() {
    let old = rules(&[0, 1, 2, 3], str::to_owned);
    let new = rules(&[0, 3, 1, 2], |text| text.replace("rung **twice**", "rung *thrice*"));
    assert_both_come_back(&old, &new, "md");
    let main = main_part(&docx(&old, &new, "md"));
    let names = |element: &str| -> Vec<String> {
        let pattern = format!(r#"<w:{element}RangeStart [^>]*w:name="([^"]*)""#);
        let pattern = Regex::new(&pattern).expect("a pattern");
        pattern.captures_iter(&main).map(|found| found[1].to_owned()).collect()
    };
    let moved = names("moveFrom");
    assert_eq!((names("moveTo"), moved.len()), (moved, 2), "the heading and the paragraph: {main}");
    assert!(main.contains("thrice</w:t></w:r></w:ins>"), "edited besides: {main}");
}

#[test]
fn words_that_are_only_set_otherwise_are_kept() {
    let old = rules(&[0, 1], str::to_owned);
    let new = rules(&[0, 1], |text| text.replace("*keeper*", "**keeper**"));
    let docx = docx(&old, &new, "md");
    let main = main_part(&docx);
    assert!(main.contains("<w:rPrChange "), "{main}");
    assert!(!main.contains("<w:del ") && !main.contains("<w:ins "), "{main}");
    assert_eq!(content(&with_all(&docx, Decision::Reject)), content(&read_as(&old, "md")));
    assert_eq!(content(&with_all(&docx, Decision::Accept)), content(&read_as(&new, "md")));
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn both_texts_come_back_whatever_was_edited(
        old in Just([0, 1, 2, 3]).prop_shuffle(),
        new in Just([0, 1, 2, 3]).prop_shuffle(),
        count in 1..=4_usize,
        words in prop::sample::select(vec!["lamp", "barge", "rope", "the", "3", "*fog*", "oil"]),
        by in prop::sample::select(vec!["wick", "**wick** and *tar*", "[wick](https://example.org)", ""]),
    ) {
        let (old, new) =
            (rules(&old, str::to_owned), rules(&new[..count], |text| text.replace(words, by)));
        if old != new {
            assert_both_come_back(&old, &new, "md");
        }
    }
}

#[test]
fn both_texts_come_back_from_clauses_in_plain_text() {
    for seed in 0..seeds(12) {
        let old = Text::new(seed);
        let (new, _) = old.edited(seed);
        assert_both_come_back(&old.written(), &new.written(), "txt");
        assert_both_come_back(&old.written(), &old.shuffled(seed).written(), "txt");
    }
}

#[test]
fn changes_have_an_author_a_time_and_a_number() {
    let docx = docx(OLD, NEW, "md");
    let (parts, main) = (parts(&docx), main_part(&docx));
    let change = Regex::new(
        r#"<w:(?:ins|del|rPrChange|pPrChange|moveFrom|moveTo|moveFromRangeStart|moveToRangeStart) w:id="(\d+)" w:author="([^"]*)" w:date="\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ""#,
    )
    .expect("a pattern");
    let changes: Vec<_> = change.captures_iter(&main).collect();
    assert_eq!(changes.len(), main.matches(" w:author=").count());
    assert!(main.contains("<w:ins ") && main.contains("<w:del "), "{main}");
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
