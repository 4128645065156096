//! Real documents, if `BULLETIN_CORPUS` names the folder that holds them and the expected results
//! (`expected.json`).

use bulletin::document::{Document, RosterKind, SectionKind};
use bulletin::find::{Target, look_up};
use bulletin::source;
use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Returns the folder, or `None` with a message that the test was skipped.
fn corpus() -> Option<PathBuf> {
    let folder = std::env::var_os("BULLETIN_CORPUS").map(PathBuf::from);
    if folder.is_none() {
        // The test harness captures the printing macros.
        let _ = writeln!(std::io::stderr(), "skipped: BULLETIN_CORPUS names no folder");
    }
    folder
}

fn expected(folder: &Path) -> Value {
    let text = std::fs::read_to_string(folder.join("expected.json")).expect("expected.json");
    serde_json::from_str(&text).expect("expected.json is JSON")
}

/// Returns the paragraph or section at an address.
fn words(document: &Document, address: &str) -> Option<String> {
    let block = document.block_ids().find(|id| {
        document.block(*id).kind.is_paragraph() && document.block_address(*id) == address
    });
    block.map(|id| document.body(id).to_owned()).or_else(|| {
        let section = document.section_ids().find(|id| document.section_address(*id) == address)?;
        document.section_passage(section).map(|passage| document.passage_text(passage))
    })
}

fn strings(value: &Value) -> impl Iterator<Item = &str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str)
}

/// Returns the canonical address of the provision at an address.
fn provision(document: &Document, address: &str) -> Option<String> {
    match look_up(document, address, None).ok()? {
        Target::Text { sections, .. } => {
            sections.first().map(|id| document.section_address(*id).to_owned())
        }
        Target::Roster(_) | Target::Entry(..) => None,
    }
}

#[test]
fn every_document_has_what_is_expected_and_no_false_clause() {
    let Some(folder) = corpus() else { return };
    let expected = expected(&folder);
    let mut failures = Vec::new();
    for (name, want) in expected.as_object().expect("a file each") {
        let document = source::open(&folder.join(name)).expect(name);
        let top: Vec<&str> = document
            .section_ids()
            .filter(|id| {
                let section = document.section(*id);
                let outer =
                    section.parent.is_none_or(|id| !document.section(id).kind.is_provision());
                let annexed = document
                    .ancestry(*id)
                    .any(|id| document.section(id).kind == SectionKind::Annex);
                section.kind.is_provision() && outer && !annexed
            })
            .map(|id| document.section_address(id))
            .collect();
        let clauses: Vec<&str> = strings(&want["clauses"]).collect();
        if top != clauses {
            failures.push(format!("{name}: clauses {top:?}"));
        }
        for (address, start) in want["starts"].as_object().expect("starts") {
            let words = words(&document, address)
                .or_else(|| words(&document, &provision(&document, address)?))
                .map(|words| words.chars().take(60).collect::<String>());
            let start = start.as_str().expect("words");
            if !words.as_ref().is_some_and(|words| words.starts_with(start)) {
                failures.push(format!("{name}: {address} is {words:?}"));
            }
        }
        for address in strings(&want["absent"]) {
            if words(&document, address).is_some() || look_up(&document, address, None).is_ok() {
                failures.push(format!("{name}: {address} is there"));
            }
        }
        for (kind, roster) in
            [(RosterKind::Members, "members"), (RosterKind::Observers, "observers")]
        {
            let Some(count) = want["rosters"][roster].as_u64() else { continue };
            let found = document.rosters().iter().find(|r| r.kind == kind);
            if found.map(|r| r.entries.len() as u64) != Some(count) {
                failures.push(format!("{name}: {roster} {found:?}"));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Paragraphs of the corpus of laws, wrapped at a width as programs do.
mod wrapped {
    use super::corpus;
    use bulletin::document::{Document, Origin};
    use bulletin::source;
    use serde_json::Value;
    use std::collections::BTreeSet;
    use std::io::Read;
    use std::path::Path;

    /// The tests read one document in this many: enough to show all kinds.
    const SAMPLE: usize = 9;

    const WIDTHS: [usize; 3] = [60, 72, 100];

    /// How paragraphs are separated.
    #[derive(Clone, Copy)]
    enum Apart {
        Blank,
        Nothing,
        Block,
        FirstLine,
        Hanging,
    }

    struct Paragraph {
        words: String,
        level: usize,
        heading: bool,
    }

    fn documents(folder: &Path) -> Vec<Vec<Paragraph>> {
        let file = std::fs::File::open(folder.join("laws/documents.jsonl.gz")).expect("laws");
        let mut text = String::new();
        flate2::read::GzDecoder::new(file).read_to_string(&mut text).expect("gzip of UTF-8");
        let paragraph = |block: &Value| {
            let style = block[0].as_str().expect("a style");
            Paragraph {
                words: block[1].as_str().expect("words").to_owned(),
                level: style.trim_start_matches('p').parse().unwrap_or(0),
                heading: style.starts_with('h'),
            }
        };
        text.lines()
            .step_by(SAMPLE)
            .map(|line| {
                let document: Value = serde_json::from_str(line).expect("JSON");
                document["blocks"].as_array().expect("blocks").iter().map(paragraph).collect()
            })
            .collect()
    }

    fn fill(words: &str, width: usize, first: usize, others: usize) -> String {
        let mut out = " ".repeat(first);
        let mut column = first;
        let mut begun = false;
        for word in words.split_whitespace() {
            let count = word.chars().count();
            if begun && column + 1 + count > width {
                out += "\n";
                out += &" ".repeat(others);
                column = others;
                begun = false;
            }
            if begun {
                out += " ";
                column += 1;
            }
            out += word;
            column += count;
            begun = true;
        }
        out + "\n"
    }

    /// Returns the width of the label and the spaces at the start of a paragraph, in columns.
    fn label(words: &str) -> usize {
        let first = words.split_whitespace().next().unwrap_or("");
        let is_label = first.ends_with([')', '.']) && first.chars().count() <= 5;
        if is_label { first.chars().count() + 1 } else { 0 }
    }

    fn render(paragraphs: &[Paragraph], width: usize, apart: Apart) -> String {
        let mut out = String::new();
        for paragraph in paragraphs {
            let indent = paragraph.level * 4;
            let words = &paragraph.words;
            out += &match apart {
                Apart::Blank => fill(words, width, indent, indent) + "\n",
                Apart::Nothing => fill(words, width, 0, 0),
                Apart::Block => fill(words, width, indent, indent),
                Apart::FirstLine => fill(words, width, if paragraph.heading { 0 } else { 3 }, 0),
                Apart::Hanging => fill(words, width, indent, indent + label(words)),
            };
        }
        out
    }

    fn without_blanks(words: &str) -> String {
        words.split_whitespace().collect()
    }

    /// Returns where paragraphs end, in bytes of all words without spaces: the certain ends, and
    /// the doubtful ones. A mere number is doubtful, since its title or text may be in the same
    /// paragraph.
    fn ends(paragraphs: &[String]) -> (BTreeSet<usize>, BTreeSet<usize>) {
        let (mut ends, mut doubtful) = (BTreeSet::new(), BTreeSet::new());
        let mut at = 0;
        for words in paragraphs {
            at += without_blanks(words).len();
            let short = words.split_whitespace().count() <= 2;
            let number = words.chars().any(|c| c.is_numeric() || "IVX".contains(c));
            if short && number {
                doubtful.insert(at)
            } else {
                ends.insert(at)
            };
        }
        (ends, doubtful)
    }

    fn read(document: &Document) -> Vec<String> {
        let block = |id| {
            let label = document.label(id).unwrap_or("");
            format!("{label} {}", document.body(id))
        };
        let lines = document.block_ids().map(block);
        lines.flat_map(|block| block.split('\n').map(str::to_owned).collect::<Vec<_>>()).collect()
    }

    /// Counts the paragraph ends in all documents, those found, and those found correctly.
    fn measure(folder: &Path, apart: &[Apart]) -> (usize, usize, usize) {
        let (mut all, mut found, mut right) = (0, 0, 0);
        for paragraphs in documents(folder) {
            let words: Vec<String> = paragraphs.iter().map(|p| p.words.clone()).collect();
            let (known, doubtful) = ends(&words);
            for width in WIDTHS {
                for apart in apart {
                    let text = render(&paragraphs, width, *apart);
                    let document =
                        source::read(text.as_bytes(), Origin::StandardInput).expect("a text");
                    let (mut own, numbers) = ends(&read(&document));
                    own.extend(numbers.intersection(&known));
                    all += known.len();
                    found += own.difference(&doubtful).count();
                    right += own.intersection(&known).count();
                }
            }
        }
        (all, found, right)
    }

    #[test]
    fn paragraphs_that_blank_lines_part_are_those_that_were_wrapped() {
        let Some(folder) = corpus() else { return };
        let (all, found, right) = measure(&folder, &[Apart::Blank]);
        assert!(right * 1000 >= all * 995, "{right} of {all} paragraphs");
        assert!(right * 1000 >= found * 995, "{right} of {found} paragraphs found");
    }

    #[test]
    fn paragraphs_that_no_blank_lines_part_are_those_that_were_wrapped() {
        let Some(folder) = corpus() else { return };
        let apart = [Apart::Nothing, Apart::Block, Apart::FirstLine, Apart::Hanging];
        let (all, found, right) = measure(&folder, &apart);
        assert!(right * 100 >= all * 97, "{right} of {all} paragraphs");
        assert!(right * 100 >= found * 97, "{right} of {found} paragraphs found");
    }

    #[test]
    fn no_sentence_of_a_licence_is_torn() {
        let Some(folder) = corpus() else { return };
        let mut torn = Vec::new();
        for name in ["GFDL-1.3.txt", "GPL-3.txt", "MPL-2.0.txt"] {
            let document = source::open(&folder.join("licences").join(name)).expect(name);
            for block in document.block_ids() {
                let body = document.body(block);
                let mut lines = body.lines().peekable();
                while let Some(line) = lines.next() {
                    let goes_on = lines.peek().is_some_and(|n| n.starts_with(char::is_lowercase));
                    if goes_on && !line.ends_with('.') {
                        torn.push(format!("{name}: {line}"));
                    }
                }
            }
        }
        assert!(torn.is_empty(), "{}", torn.join("\n"));
    }
}
