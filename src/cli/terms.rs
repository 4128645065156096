//! `bulletin terms`: the words that the text explains.

use super::arguments::{OutputFormat, Source};
use super::error::Failure;
use super::output::emit_json;
use super::places::addresses;
use super::source;
use super::styled::{Rendition, Styled, TextRole};
use crate::cache::Personal;
use crate::document::{Document, Explained, Passage, on_one_line};
use crate::messages::reports;
use serde::Serialize;

#[derive(Serialize)]
struct TermReport {
    name: String,
    kind: &'static str,
    definition: String,
    defined: Vec<String>,
    used: Vec<String>,
    uses: usize,
}

/// Prints each of them with its meaning, and the places that explain and use it.
///
/// # Errors
/// If the document cannot be read, or explains no words.
pub fn run(source: &Source, format: OutputFormat, rendition: Rendition) -> Result<(), Failure> {
    let document = source::open_telling(source, &Personal::default())?;
    let terms = document.terms().iter().enumerate().filter_map(|(at, term)| {
        let defined: Vec<Passage> = term.defined.iter().map(|d| d.name).collect();
        told(&document, Explained::Term(at), &defined, &term.used)
    });
    let abbreviations =
        document.abbreviations().iter().enumerate().filter_map(|(at, a)| {
            told(&document, Explained::Abbreviation(at), &a.explained, &a.used)
        });
    let all: Vec<TermReport> = terms.chain(abbreviations).collect();
    match format {
        OutputFormat::Json => emit_json(&all)?,
        OutputFormat::Text => {
            let mut out = Styled::default();
            all.iter().for_each(|told| text(told, &mut out));
            out.emit(rendition)?;
        }
    }
    if all.is_empty() { Err(Failure::Nothing) } else { Ok(()) }
}

fn told(
    document: &Document,
    explained: Explained,
    defined: &[Passage],
    used: &[Passage],
) -> Option<TermReport> {
    let explanation = document.explanation(explained)?;
    let places = |all: &[Passage]| match all.split_first() {
        Some((first, rest)) => addresses(document, first.start.block, rest),
        None => Vec::new(),
    };
    Some(TermReport {
        name: explanation.name,
        kind: match explained {
            Explained::Term(_) => "term",
            Explained::Abbreviation(_) => "abbreviation",
        },
        definition: document.passage_text(explanation.meaning),
        defined: places(defined),
        used: places(used),
        uses: used.len(),
    })
}

fn text(told: &TermReport, out: &mut Styled) {
    let meaning = on_one_line(&told.definition);
    let defined = told.defined.join(", ");
    out.put(TextRole::Heading, &told.name).push(" (").put(TextRole::Address, defined);
    out.push(format!("; {}): {meaning}\n", reports::used(told.uses)));
}
