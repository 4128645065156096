//! `bulletin print`: the text, or the places that addresses name.

use super::arguments::{Print, PrintFormat, Source};
use super::error::Failure;
use super::markdown::markdown;
use super::output::{emit, emit_json};
use super::places::{self, Printed};
use super::plain;
use super::source;
use crate::document::{BlockId, Document, Passage};

pub fn run(print: &Print) -> Result<(), Failure> {
    let document = source::open(&print.source)?;
    let named = places::named(&document, &print.at)?;
    match print.format {
        PrintFormat::Json if print.at.is_empty() => emit_json(&places::all(&document)),
        PrintFormat::Json => {
            let places: Vec<_> = named.into_iter().map(|one| one.place(&document)).collect();
            emit_json(&places)
        }
        PrintFormat::Markdown => {
            emit(&in_words(&document, &named, print.cite, &|passage| markdown(&document, passage)))
        }
        PrintFormat::Text => {
            let columns = print.width.unwrap_or_else(|| source::settings().measure);
            emit(&in_words(&document, &named, print.cite, &|passage| {
                plain::lines(&document, passage, columns)
            }))
        }
    }
}

/// The text where standard output is no terminal.
pub fn plainly(source: &Source, at: Option<&str>) -> Result<(), Failure> {
    run(&Print {
        source: source.clone(),
        at: at.map(str::to_owned).into_iter().collect(),
        format: PrintFormat::Text,
        width: None,
        cite: false,
    })
}

/// The places, each in words, parted by a blank line; all of the text where
/// none are named.
fn in_words(
    document: &Document,
    named: &[Printed],
    with_citations: bool,
    set: &dyn Fn(Passage) -> String,
) -> String {
    if named.is_empty() {
        let mut text = all(document).map(set).unwrap_or_default();
        if with_citations {
            text.push_str(&format!("\n— {}\n", document.metadata().citation()));
        }
        return text;
    }
    let parts: Vec<String> = named
        .iter()
        .map(|one| {
            let place = one.place(document);
            let mut words = match one {
                Printed::Words(_, passage) => set(*passage),
                Printed::Roster(_) | Printed::Entry(..) => place.text.replace("\n\n", "\n") + "\n",
            };
            if with_citations {
                words.push_str(&format!("\n— {}\n", place.citation));
            }
            words
        })
        .collect();
    parts.join("\n")
}

fn all(document: &Document) -> Option<Passage> {
    let last = document.block_count().checked_sub(1)?;
    let (first, last) = (BlockId::new(0), BlockId::new(last));
    Some(Passage { start: document.block_passage(first).start, end: document.end_of(last) })
}
