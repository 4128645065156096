//! The cost of aligning two languages, beside that of reading both: two codes whose provisions have
//! numbers, and two texts without any, of 1 MB and of 10 MB each.
//!
//! `benches/README.md` records the figures of one run.

#[path = "../reading/rulebook.rs"]
mod rulebook;

use bulletin::align::Parallel;
use bulletin::document::{Document, Origin};
use bulletin::source;
use divan::{Bencher, black_box};
use std::fmt;
use std::sync::OnceLock;

/// The pairs of texts.
#[derive(Clone, Copy)]
enum Pair {
    Code,
    LongCode,
    Headless,
    LongHeadless,
}

use Pair::{Code, Headless, LongCode, LongHeadless};

const PAIRS: [Pair; 4] = [Code, LongCode, Headless, LongHeadless];

impl fmt::Display for Pair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Code => "1 MB",
            LongCode => "10 MB",
            Headless => "1 MB without numbers",
            LongHeadless => "10 MB without numbers",
        })
    }
}

impl Pair {
    fn texts(self) -> &'static (String, String) {
        static TEXTS: [OnceLock<(String, String)>; 4] = [const { OnceLock::new() }; 4];
        TEXTS[self as usize].get_or_init(|| {
            let code = |bytes: usize| rulebook::of_bytes(bytes);
            let left = match self {
                Code => code(1_000_000),
                LongCode => code(10_000_000),
                Headless => without_numbers(&code(1_000_000)),
                LongHeadless => without_numbers(&code(10_000_000)),
            };
            let right = translated(&left);
            (left, right)
        })
    }

    fn documents(self) -> &'static (Document, Document) {
        static READ: [OnceLock<(Document, Document)>; 4] = [const { OnceLock::new() }; 4];
        READ[self as usize].get_or_init(|| {
            let (left, right) = self.texts();
            (read(left), read(right))
        })
    }
}

fn read(text: &str) -> Document {
    source::read(text.as_bytes(), Origin::StandardInput).expect("text")
}

/// A text without the numbers of its clauses.
fn without_numbers(text: &str) -> String {
    let bare = |line: &str| {
        line.trim_start_matches(|c: char| c.is_ascii_digit() || ". ".contains(c)).to_owned()
    };
    text.lines().map(bare).collect::<Vec<_>>().join("\n") + "\n"
}

/// A text in an invented language: other letters, longer words, and in every ninth clause, two paragraphs
/// that became one.
fn translated(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut paragraphs = 0;
    for c in text.replace("\n\n", "\u{0}").chars() {
        match c {
            '\u{0}' => {
                paragraphs += 1;
                out.push_str(if paragraphs % 27 == 2 { " " } else { "\n\n" });
            }
            'a'..='y' => out.push(char::from(c as u8 + 1)),
            ' ' if paragraphs % 3 == 0 => out.push_str("n "),
            c => out.push(c),
        }
    }
    out
}

fn main() {
    divan::main();
}

#[divan::bench(args = PAIRS, sample_count = 5)]
fn import_of_both(bencher: Bencher<'_, '_>, pair: Pair) {
    let (left, right) = pair.texts();
    bencher.bench(|| black_box((read(left), read(right))));
}

#[divan::bench(args = PAIRS, sample_count = 5)]
fn alignment(bencher: Bencher<'_, '_>, pair: Pair) {
    let (left, right) = pair.documents();
    bencher.bench(|| black_box(Parallel::of(left, right).rows().len()));
}

#[divan::bench(args = PAIRS, sample_count = 3)]
fn check(bencher: Bencher<'_, '_>, pair: Pair) {
    let (left, right) = pair.documents();
    let parallel = Parallel::of(left, right);
    bencher.bench_local(|| black_box(parallel.differences().len()));
}
