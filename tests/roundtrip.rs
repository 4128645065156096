//! What is printed can be read back: Markdown, and text with a paragraph a
//! line, are the same document again, in its outline, its addresses and its
//! words.

use bulletin::document::{BlockId, Document, InlineKind, LinkOrigin, LinkTarget, Origin, Passage};
use bulletin::{export, source};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// Everything of a document.
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

/// The outline with every address and its words, a line each.
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

/// The first line in which two differ.
fn difference(own: &Document, other: &Document) -> Option<String> {
    let (own, other) = (told(own), told(other));
    if own == other {
        return None;
    }
    let mut others = other.lines();
    let at = own.lines().find(|line| others.next() != Some(line));
    Some(format!("{:.160}", at.unwrap_or("more at the end")))
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
        }
    }
}

/// Documents of the corpus whose structure is told by a layout that no model
/// keeps: lists without blank lines that are no provisions, and columns of a PDF.
const KNOWN: usize = 17;

#[test]
fn the_corpus_reads_back_alike() {
    let Some(folder) = std::env::var_os("BULLETIN_CORPUS").map(PathBuf::from) else {
        // The macros that print are caught by the test harness.
        let _ = writeln!(std::io::stderr(), "skipped: BULLETIN_CORPUS names no folder");
        return;
    };
    let mut lost = Vec::new();
    for part in ["bulletin", "udhr", "licences", "laws/small", "cases/files"] {
        for file in files(&folder.join(part)) {
            let Ok(document) = source::open(&file) else { continue };
            for form in [Form::Markdown, Form::Text] {
                if let Some(line) = difference(&document, &form.read(&form.print(&document))) {
                    lost.push(format!("{} as {form:?}: {line}", file.display()));
                }
            }
        }
    }
    assert!(lost.len() <= KNOWN, "{} are lost:\n{}", lost.len(), lost.join("\n"));
}

/// What is marked in the words of a document: styles, links and notes.
fn marks(document: &Document) -> BTreeSet<String> {
    let mut marks = BTreeSet::new();
    for id in document.block_ids() {
        let kind = document.block(id).kind;
        let kind = if kind.is_verbatim() { "as it stands".to_owned() } else { format!("{kind:?}") };
        marks.insert(format!("{kind}: {}", document.body(id)));
        for inline in document.inlines(id) {
            if inline.kind != InlineKind::Operative {
                marks.insert(format!("{:?}: {}", inline.kind, document.slice(inline.span)));
            }
        }
        for link in document.links_of(id) {
            let words = document.slice(link.span);
            match &link.target {
                LinkTarget::Outside(to) => {
                    marks.insert(format!("{words} -> {to}"));
                }
                LinkTarget::Passage(to) if link.origin == LinkOrigin::Marked => {
                    marks.insert(format!("{words} -> {}", document.body(to.start.block)));
                }
                _ => {}
            }
        }
    }
    marks
}

const MARKED: &str = "# Rules of the *Lamp*\n\nSee [the board](https://lamps.example/a_(b)?c=1&d=2), **every [lamp](https://lamps.example) of it**, and [oil](#2-oil).[^1]\n\n## 1. Lamps\n\nThe `light()` of **(a)** *each* lamp burns ``a ` b``; 3 * 4 = 12, snake_case, C:\\lamps, <b>, &amp;amp;.\n\n| Lamp | Oil |\n|------|----:|\n| Pier \\| quay | **2** |\n|      | `a \\| b` |\n\n## 2. Oil\n\n> Oil is dry,\n> and clean.\n\n- one *thing*\n  - deeper\n- two\n\n3. third\n4. fourth\n\n```\nfn light() {\n    ``` = 1;\n}\n```\n\nRoses\\\nare red\n\n---\n\n[^1]: A *note* on [it](https://notes.example).\n";

#[test]
fn links_tables_code_emphasis_and_notes_survive_in_markdown() {
    let pages = [
        ("marked.md", MARKED.to_owned()),
        (
            "page.html",
            "<!doctype html><html lang=en><title>Lamps</title><h1>Lamps</h1><p>A <b>bold</b>, <i>slant</i>ed, <code>x = `y`</code> word; <b>(a)</b>b, <a href='https://lamps.example/?a=1&amp;b=2'>out</a> and <a href='#oil'>in</a>.</p><h2>1. Use</h2><p>One.<br>Two.</p><pre>a\n  b</pre><table><tr><th>L<th>O<tr><td>1<td>a|b</table><h2 id=oil>2. Oil</h2><blockquote>Dry.</blockquote><ul><li>one<ul><li>in</ul><li>two</ul></html>"
                .to_owned(),
        ),
    ];
    for (name, page) in pages {
        let document = source::read(page.as_bytes(), Origin::File(name.into())).expect(name);
        let printed = Form::Markdown.print(&document);
        let read = Form::Markdown.read(&printed);
        assert_eq!(difference(&document, &read), None, "{name}:\n{printed}");
        let (own, other) = (marks(&document), marks(&read));
        let lost: Vec<&String> = own.difference(&other).collect();
        let new: Vec<&String> = other.difference(&own).collect();
        assert!(lost.is_empty() && new.is_empty(), "{name}: {lost:?} {new:?}\n{printed}");
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

/// Words, some of which mean something to Markdown.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => "[a-z]{1,8}",
        2 => prop::sample::select(&["*", "**", "_a_", "`x`", "a*b", "[x]", "[x](y)", "![", "<b>", "&amp;",
            "\\", "~~no~~", "#", "|", "a|b", "語文", "“so”", "(a)", "$5", "1.", "-", "+", ">"][..])
            .prop_map(str::to_owned),
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
        titles in prop::collection::hash_set("[A-Z][a-z]{3,9}", 7),
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
