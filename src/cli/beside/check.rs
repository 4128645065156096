//! `bulletin check FILE --beside OTHER`: what one of the texts lacks.

use super::texts::BothTexts;
use crate::align::{LocatedDifference, Parallel, ParallelDifference, ParallelSide};
use crate::cli::arguments::{OutputFormat, Source};
use crate::cli::error::Failure;
use crate::cli::output::emit_json;
use crate::cli::styled::{Rendition, Styled, TextRole};
use crate::document::Document;
use crate::messages::{beside, counts};
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct DifferenceReport {
    /// The file that has it.
    file: String,
    /// Its address there.
    address: String,
    kind: &'static str,
    words: String,
}

/// Prints each difference in one line; nothing if there is none.
///
/// # Errors
/// If a text cannot be read; [`Failure::Differ`] if one lacks something.
pub fn run(
    left: &Source,
    right: &Path,
    format: OutputFormat,
    rendition: Rendition,
) -> Result<(), Failure> {
    let texts = BothTexts::read(left, right)?;
    let parallel = Parallel::of(&texts.left, &texts.right);
    let reports: Vec<DifferenceReport> =
        parallel.differences().iter().map(|one| report(&parallel, one)).collect();
    match format {
        OutputFormat::Json => emit_json(&reports)?,
        OutputFormat::Text => {
            let mut out = Styled::default();
            for report in &reports {
                out.put(TextRole::File, &report.file).push(": ");
                out.put(TextRole::Address, &report.address).push(": ");
                out.put(TextRole::Fault, &report.words).push("\n");
            }
            out.emit(rendition)?;
        }
    }
    if reports.is_empty() { Ok(()) } else { Err(Failure::Differ) }
}

fn report(parallel: &Parallel, found: &LocatedDifference) -> DifferenceReport {
    let (own, other) = match found.side {
        ParallelSide::Left => (parallel.left(), parallel.right()),
        ParallelSide::Right => (parallel.right(), parallel.left()),
    };
    let file = |document: &Document| document.metadata().origin.to_string();
    let section = || own.section_address(found.section).to_owned();
    let address = found.block.map_or_else(section, |block| own.block_address(block));
    let (kind, words) = match &found.difference {
        ParallelDifference::Provision => {
            let place = own.section_name_with_kind(found.section);
            ("provision", beside::provision(place, file(other)))
        }
        ParallelDifference::Paragraphs(one, two) => {
            let (more, fewer) = (one.max(two), one.min(two));
            let (more, fewer) = (counts::paragraphs(*more), counts::paragraphs(*fewer));
            ("paragraphs", beside::paragraphs(more, fewer, file(other)))
        }
        ParallelDifference::Reference(number) => {
            ("reference", beside::reference(number, file(other)))
        }
        ParallelDifference::Figure(figure) => ("figure", beside::figure(figure, file(other))),
        ParallelDifference::Date(date) => ("date", beside::date(&date.words, file(other))),
    };
    DifferenceReport { file: file(own), address, kind, words }
}
