//! Printed output can be read back: Markdown, and text with one paragraph per line, give the same
//! document with its outline, its addresses and its words.

mod corpus;
mod generated;
mod marks;
mod packages;

use bulletin::document::{BlockId, Document, Origin, Passage};
use bulletin::{export, source};
use proptest::prelude::*;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Returns a passage of the whole document.
fn all(document: &Document) -> Option<Passage> {
    let last = document.last_block()?;
    let start = document.block_passage(BlockId::new(0)).start;
    Some(Passage { start, end: document.end_of(last) })
}

/// How a document is printed.
#[derive(Debug, Clone, Copy)]
enum Form {
    Markdown,
    Text,
}

impl Form {
    fn print(self, document: &Document) -> String {
        let Some(all) = all(document) else { return String::new() };
        match self {
            Self::Markdown => export::markdown(document, all),
            Self::Text => export::text(document, all),
        }
    }

    fn read(self, printed: &str) -> Document {
        let name = match self {
            Self::Markdown => "printed.md",
            Self::Text => "printed.txt",
        };
        source::read(printed.as_bytes(), Origin::File(name.into())).expect("a text")
    }
}

/// Returns the outline with every address and its words, one line each.
fn told(document: &Document) -> String {
    let mut out = String::new();
    for id in document.section_ids() {
        let section = document.section(id);
        let _ = writeln!(
            out,
            "{:depth$}{} {:?} {:?} “{}” {}",
            "",
            section.address,
            section.kind,
            section.number.as_ref().map(ToString::to_string),
            document.title(id),
            section.paragraphs,
            depth = usize::from(section.depth),
        );
        for block in document.own_blocks(id) {
            let _ = writeln!(out, "  {:?}", document.body(block));
        }
    }
    out
}

/// Returns the first line in which two documents differ.
fn difference(own: &Document, other: &Document) -> Option<String> {
    let (own, other) = (told(own), told(other));
    if own == other {
        return None;
    }
    let mut others = other.lines();
    let at = own.lines().find(|line| others.next() != Some(line));
    Some(format!("{:.160}", at.unwrap_or("more at the end")))
}

/// Whether printed output states its structure.
fn states(printed: &str) -> bool {
    printed.lines().any(|line| line.starts_with(".. ") || line.starts_with("<!-- "))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    files
}

#[test]
fn every_fixture_and_the_bulletin_read_back_alike() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut documents =
        vec![("the bulletin".to_owned(), source::built_in().expect("the bulletin"))];
    for file in files(&folder) {
        documents.push((file.display().to_string(), source::open(&file).expect("a fixture")));
    }
    assert!(documents.len() > 6, "there are fixtures");
    for (name, document) in &documents {
        for form in [Form::Markdown, Form::Text] {
            let printed = form.print(document);
            let lost = difference(document, &form.read(&printed));
            assert_eq!(lost, None, "{name} as {form:?}:\n{printed}");
            assert!(!states(&printed), "{name} as {form:?} is written without statements");
        }
    }
}

/// A page whose layout expresses what its words do not: text that continues an outer clause,
/// numbers that begin nothing, and a line in capitals that is no heading.
const LAID_OUT: &str = "<!doctype html><html lang=en><h1>Lamps</h1><p>1. The keeper lights:</p><p style='margin-left:4em'>(a) the tall lamp;</p><p style='margin-left:4em'>(b) the low lamp.</p><p>He does so at dusk.</p><p>2. The oil is dry.</p><pre>3. a line\n   as it stands</pre><p>3. The wick is new.</p></html>";

#[test]
fn what_only_a_layout_shows_is_stated_and_read_again() {
    let document =
        source::read(LAID_OUT.as_bytes(), Origin::File("page.html".into())).expect("a page");
    assert!(document.section_at("1(b)").is_some(), "{}", told(&document));
    for form in [Form::Markdown, Form::Text] {
        let printed = form.print(&document);
        assert_eq!(difference(&document, &form.read(&printed)), None, "{form:?}:\n{printed}");
    }
}

/// A title above each section, and a list that only indentation ends.
const TITLED: &str = "Rope Act\n\nName\n\n1 This Act may be cited as the Rope Act.\n\nWords\n\n2 In this Act,\n\nrope means\n\n    (a) any line that is as long as a quay, and\n\n    (b) any part of it that was cut off;\n\nwarden means whoever keeps ropes.\n\nDuty\n\n3 The warden keeps each rope dry and within reach of the steps.\n";

#[test]
fn a_title_above_its_number_is_read_again() {
    let document = source::read(TITLED.as_bytes(), Origin::StandardInput).expect("an act");
    let two = document.section_at("2").expect("section 2");
    assert_eq!(document.title(two), "Words", "{}", told(&document));
    for form in [Form::Markdown, Form::Text] {
        let printed = form.print(&document);
        assert_eq!(difference(&document, &form.read(&printed)), None, "{form:?}:\n{printed}");
    }
}

#[test]
fn a_print_without_a_name_is_distinguished_from_other_texts() {
    let document = source::read(
        b".. story, level 1\n1. no clause\n\n.. clause 7, level 1\n\\| 7.  It is lit.\n",
        Origin::StandardInput,
    )
    .expect("a text");
    let clause = document.section_at("7").expect("clause 7");
    assert_eq!(document.section(clause).paragraphs, 1);
    assert_eq!(document.children(None).count(), 2);
    for form in [Form::Markdown, Form::Text] {
        let printed = form.print(&document);
        let read = source::read(printed.as_bytes(), Origin::StandardInput).expect("a text");
        assert_eq!(difference(&document, &read), None, "{form:?}:\n{printed}");
    }
}

#[test]
fn a_part_keeps_its_numbers() {
    let rules =
        "# Rules\n\n## 1. Definitions\n\nA *lamp* is a light.\n\n## 2. Use\n\n1. one\n2. two\n";
    let document = source::read(rules.as_bytes(), Origin::File("rules.md".into())).expect("rules");
    let id = document.section_at("1").expect("clause 1");
    let part = document.section_passage(id).expect("words");
    assert_eq!(export::markdown(&document, part), "## 1. Definitions\n\nA *lamp* is a light.\n");
    let whole = Form::Markdown.print(&document);
    assert!(whole.contains("## 2. Use\n"), "{whole}");
    assert!(!whole.contains("\\."), "no number is escaped: {whole}");
}

/// Words, some of them with a meaning in Markdown.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => "[a-z]{1,8}",
        2 => prop::sample::select(&["*", "**", "_a_", "`x`", "a*b", "[x]", "[x](y)", "![", "<b>", "&amp;",
            "\\", "~~no~~", "#", "|", "a|b", "語文", "“so”", "(a)", "$5", "1.", "-", "+", ">"][..])
            .prop_map(str::to_owned),
    ]
}

/// Titles of articles, possibly all the same.
fn titles() -> impl Strategy<Value = Vec<String>> {
    prop_oneof![
        prop::collection::vec("[A-Z][a-z]{3,9}", 7),
        "[A-Z][a-z]{3,9}".prop_map(|title| vec![title; 7]),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_sign_in_the_words_is_lost(lines in prop::collection::vec(prop::collection::vec(word(), 1..8), 1..6)) {
        let paragraphs: Vec<String> = lines
            .iter()
            .map(|words| {
                let words = words.join(" ").replace('&', "&amp;").replace('<', "&lt;");
                format!("<p>So {words} ends</p>")
            })
            .collect();
        let page = format!("<!doctype html><html><h1>Lamps</h1>{}</html>", paragraphs.concat());
        let document = source::read(page.as_bytes(), Origin::File("page.html".into())).expect("a page");
        let printed = Form::Markdown.print(&document);
        prop_assert_eq!(difference(&document, &Form::Markdown.read(&printed)), None, "{}", printed);
    }

    #[test]
    fn a_document_in_markdown_reads_back_alike(
        titles in titles(),
        clauses in prop::collection::vec((prop::collection::vec("[a-z]{2,8}( [a-z]{2,8}){2,9}", 1..4), 0..4_usize), 2..7)
    ) {
        let mut text = "# The rules\n\n".to_owned();
        for (at, ((paragraphs, parts), title)) in clauses.iter().zip(&titles).enumerate() {
            let _ = writeln!(text, "## {}. {title}\n", at + 1);
            for paragraph in paragraphs {
                let _ = writeln!(text, "It is so: {paragraph}.\n");
            }
            for part in ["(a)", "(b)", "(c)", "(d)"].iter().take(*parts).filter(|_| *parts > 1) {
                let _ = writeln!(text, "{part} the lamp and its oil;\n");
            }
        }
        let document = Form::Markdown.read(&text);
        for form in [Form::Markdown, Form::Text] {
            let printed = form.print(&document);
            prop_assert_eq!(difference(&document, &form.read(&printed)), None, "{:?}: {}", form, printed);
        }
    }
}
