//! `bulletin history`: one clause through the versions of a text, and the version in which each of its
//! words came in.

mod clause;
mod json;
mod report;
mod text;
mod versions;

pub use clause::Clause;
pub use report::Report;
pub use text::{origins, version};
pub use versions::{Version, VersionSource, Versions};

use super::arguments::{History, OutputFormat};
use super::error::Failure;
use super::output::emit_json;
use super::styled::Rendition;
use crate::align::{Alignment, Lineage};
use crate::document::SectionId;
use crate::find::{Target, look_up};

/// Prints the history of a clause.
///
/// # Errors
/// If a version cannot be read, or none has the address.
pub fn run(history: &History, rendition: Rendition) -> Result<(), Failure> {
    let mut versions = Versions::of(&history.files)?;
    let (last, sections) = versions.last_with(&history.address)?;
    let report = report(&mut versions, last, sections, history.format)?;
    match history.format {
        OutputFormat::Text => text::printed(&report).emit(rendition),
        OutputFormat::Json => emit_json(&json::HistoryReport::of(&history.address, &report)),
    }
}

/// The history of the clause at an address of one of the versions.
///
/// # Errors
/// If a version cannot be read, or that one has no such address.
pub fn traced(versions: &mut Versions, at: usize, address: &str) -> Result<Report, Failure> {
    let document = versions.open(at)?;
    let sections = match look_up(document, address, None) {
        Ok(Target::Text { sections, .. }) => sections,
        Ok(_) => return Err(Failure::NoClause(address.to_owned())),
        Err(error) => return Err(error.into()),
    };
    let (last, sections) = versions.last_from(at, sections)?;
    report(versions, last, sections, OutputFormat::Text)
}

/// Follows a clause from the last version that has it back to the first version. Each version is
/// closed as soon as it has been compared with its successor.
fn report(
    versions: &mut Versions,
    last: usize,
    sections: Vec<SectionId>,
    format: OutputFormat,
) -> Result<Report, Failure> {
    let mut told = Vec::new();
    for at in (last + 1..versions.count()).rev() {
        let clause = if at == last + 1 { Clause::Gone } else { Clause::Absent };
        told.push((versions.source(at)?, clause));
        versions.close(at);
    }
    let mut lineage = Lineage::new(versions.open(last)?, sections);
    for at in (1..=last).rev() {
        let source = versions.source(at)?;
        let (old, new) = versions.pair(at - 1)?;
        let alignment = Alignment::of(old, new);
        let sections = lineage.sections().to_vec();
        let rows = lineage.back(&alignment);
        told.push((source, Clause::changed(&alignment, sections, &rows, format)));
        if at < last {
            versions.close(at);
        }
    }
    told.push((versions.source(0)?, Clause::first(versions.open(0)?, lineage.sections())));
    told.reverse();
    let document = versions.open(last)?;
    let origins = lineage.origins().into_iter();
    let origins = origins.map(|(block, words)| (document.block_address(block), words)).collect();
    Ok(Report { versions: told, last, origins })
}
