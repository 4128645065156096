//! The corpus reads back unchanged: its files, and its laws as text.

use super::{Form, difference, files};
use bulletin::document::{Document, Origin};
use bulletin::source;
use flate2::read::GzDecoder;
use serde::Deserialize;
use std::fs::File;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The folders whose files are read unchanged.
const FOLDERS: [&str; 6] = ["bulletin", "udhr", "licences", "debian", "laws/small", "cases/files"];

/// Width of a wrapped text in columns.
const WIDTH: usize = 72;

/// A law in the corpus: styles (`h1`, `p2` for a paragraph indented twice) and words.
#[derive(Deserialize)]
struct Law {
    id: String,
    blocks: Vec<(String, String)>,
}

/// A text without clauses.
#[derive(Deserialize)]
struct Negative {
    name: String,
    text: String,
}

impl Law {
    /// Returns the law with one paragraph per line, or as indented wrapped lines.
    fn text(&self, wrapped: bool) -> String {
        let paragraphs = self.blocks.iter().map(|(style, words)| {
            let deep: usize =
                style.strip_prefix('p').and_then(|depth| depth.parse().ok()).unwrap_or(0);
            let indent = "    ".repeat(deep);
            let options = textwrap::Options::new(WIDTH)
                .initial_indent(&indent)
                .subsequent_indent(&indent)
                .break_words(false);
            if wrapped { textwrap::fill(words, options) } else { words.clone() }
        });
        paragraphs.collect::<Vec<String>>().join("\n\n") + "\n"
    }
}

/// The name of a source in the corpus, and a function that reads it.
type Source = (String, Box<dyn Fn() -> Option<Document> + Send + Sync>);

fn rows<T: for<'a> Deserialize<'a>>(path: &Path) -> Vec<T> {
    let Ok(file) = File::open(path) else { return Vec::new() };
    let lines = BufReader::new(GzDecoder::new(file)).lines();
    lines.map(|line| serde_json::from_str(&line.expect("a line")).expect("a row")).collect()
}

fn sources(folder: &Path) -> Vec<Source> {
    let mut sources: Vec<Source> = Vec::new();
    for file in FOLDERS.iter().flat_map(|part| files(&folder.join(part))) {
        let name = file.display().to_string();
        sources.push((name, Box::new(move || source::open(&file).ok())));
    }
    let mut text = |name: String, text: String| {
        let origin = Origin::File(PathBuf::from(&name));
        let read = move || source::read(text.as_bytes(), origin.clone()).ok();
        sources.push((name, Box::new(read)));
    };
    for law in rows::<Law>(&folder.join("laws/documents.jsonl.gz")) {
        text(format!("{}.wrapped.txt", law.id), law.text(true));
        text(format!("{}.lines.txt", law.id), law.text(false));
    }
    for negative in rows::<Negative>(&folder.join("laws/negatives.jsonl.gz")) {
        text(negative.name, negative.text);
    }
    sources
}

#[test]
fn the_corpus_reads_back_alike() {
    let Some(folder) = std::env::var_os("BULLETIN_CORPUS").map(PathBuf::from) else {
        // The test harness captures the printing macros.
        let _ = writeln!(std::io::stderr(), "skipped: BULLETIN_CORPUS names no folder");
        return;
    };
    let sources = sources(&folder);
    let (next, read) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let lost = Mutex::new(Vec::new());
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some((name, source)) = sources.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let Some(document) = source() else { continue };
                    read.fetch_add(1, Ordering::Relaxed);
                    for form in [Form::Markdown, Form::Text] {
                        let printed = form.read(&form.print(&document));
                        if let Some(line) = difference(&document, &printed) {
                            let fault = format!("{name} as {form:?}: {line}");
                            lost.lock().expect("no thread failed").push(fault);
                        }
                    }
                }
            });
        }
    });
    let lost = lost.into_inner().expect("no thread failed");
    let read = read.into_inner();
    assert!(read > 200, "the corpus holds documents: {read} were read");
    assert!(lost.is_empty(), "{} of {read} are lost:\n{}", lost.len(), lost.join("\n"));
}
