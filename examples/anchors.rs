//! Reports how passages are found again in edited texts: how many were found correctly, reported as
//! lost correctly, and placed wrongly.
//!
//! `cargo run --release --example anchors` prints the report for the built-in bulletin and the
//! files named. Files after `--versions` are versions of one document in order; for these the
//! report shows how the passages of each fare in every later one. `--show` lists every passage that
//! was not found.

#[path = "../tests/anchoring/bed.rs"]
mod bed;

use bed::{EDITS, Tally, Text, trial};
use bulletin::bookmarks::{Anchor, Bookmark, Index};
use bulletin::document::Document;
use bulletin::source;
use std::path::Path;
use std::time::Instant;

const SEEDS: u64 = 40;
const BOOKMARKS: u32 = 50;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let show = arguments.iter().any(|a| a == "--show");
    let versions = arguments.iter().position(|a| a == "--versions").unwrap_or(arguments.len());
    let mut texts = vec![("The bulletin".to_owned(), source::built_in()?)];
    for file in arguments[..versions].iter().filter(|a| !a.starts_with("--")) {
        texts.push((name(file), source::open(Path::new(file))?));
    }
    for (name, document) in &texts {
        edits(name, document, show);
    }
    let files = arguments.get(versions + 1..).unwrap_or_default();
    let versions: Vec<(String, Document)> = files
        .iter()
        .map(|file| Ok((name(file), source::open(Path::new(file))?)))
        .collect::<Result<_, source::ImportError>>()?;
    if versions.len() > 1 {
        println!("\n## Versions of one document\n");
        println!("| from | to | paragraphs | exact | moved | reworded | ambiguous | lost |");
        println!("|---|---|--:|--:|--:|--:|--:|--:|");
        for (i, from) in versions.iter().enumerate() {
            for to in &versions[i + 1..] {
                version(from, to, show);
            }
        }
    }
    Ok(())
}

fn name(file: &str) -> String {
    Path::new(file)
        .file_stem()
        .map_or_else(|| file.to_owned(), |s| s.to_string_lossy().into_owned())
}

fn edits(name: &str, document: &Document, show: bool) {
    println!("\n## {name}\n");
    println!(
        "| edit | bookmarks | found | asked | in part | lost rightly | missed | on a copy | wrong | wrong, but reported as exact |"
    );
    println!("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    let text = Text::of(document);
    let mut all = Tally::default();
    let start = Instant::now();
    for (title, edit) in EDITS {
        let mut sum = Tally::default();
        for seed in 0..SEEDS {
            sum.add(trial(&text, edit, seed, BOOKMARKS, &mut |bookmark, anchor, outcome| {
                if show {
                    eprintln!(
                        "{title} {seed}: {outcome}, {}: {}: {}",
                        anchor.name(),
                        bookmark.address,
                        bookmark.quotation.exact
                    );
                }
            }));
        }
        row(title, sum);
        all.add(sum);
    }
    row("all", all);
    let each = start.elapsed().as_micros() / u128::from(all.bookmarks.max(1));
    println!("\nOne passage is found in {each} µs, including its share of preparing the text.");
}

fn row(title: &str, tally: Tally) {
    let share = 100.0 * f64::from(tally.found) / f64::from(tally.findable().max(1));
    println!(
        "| {title} | {} | {} ({share:.2} %) | {} | {} | {} | {} | {} | {} | {} |",
        tally.bookmarks,
        tally.found,
        tally.asked,
        tally.in_part,
        tally.lost_rightly,
        tally.missed,
        tally.on_a_copy,
        tally.wrong,
        tally.wrong_exact
    );
}

fn version((from, old): &(String, Document), (to, new): &(String, Document), show: bool) {
    let index = Index::new(new);
    let mut counts = [0u32; 5];
    let mut all = 0;
    for block in old.block_ids().filter(|id| old.block(*id).kind.is_paragraph()) {
        let bookmark = Bookmark::new(old, old.block_passage(block), "");
        let anchor = index.find(&bookmark);
        all += 1;
        counts[match &anchor {
            Anchor::Exact(_) => 0,
            Anchor::Moved(_) => 1,
            Anchor::Reworded(_) => 2,
            Anchor::Ambiguous(_) => 3,
            Anchor::Lost => 4,
        }] += 1;
        if show && !matches!(anchor, Anchor::Exact(_) | Anchor::Moved(_)) {
            eprintln!(
                "{from} to {to}: {}: {}: {}",
                anchor.name(),
                bookmark.address,
                bookmark.quotation.exact
            );
            for passage in anchor.candidates() {
                eprintln!(
                    "    now {}: {}",
                    new.block_address(passage.start.block),
                    new.passage_text(*passage)
                );
            }
        }
    }
    let [exact, moved, reworded, ambiguous, lost] = counts;
    println!("| {from} | {to} | {all} | {exact} | {moved} | {reworded} | {ambiguous} | {lost} |");
}
