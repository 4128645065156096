//! Two languages side by side: `bulletin print FILE --beside OTHER` prints what corresponds, `bulletin
//! check FILE --beside OTHER` what one of the texts lacks.

mod check;
mod columns;
mod table;
mod texts;

pub use check::run as check;

use super::arguments::{Begin, Print, PrintFormat, Source};
use super::error::Failure;
use super::output::{emit, emit_json};
use super::places;
use super::styled::Rendition;
use crate::align::{Parallel, ParallelRow};
use crate::document::{BlockId, Passage};
use crate::find::{Target, look_up};
use crate::terminal::Session;
use std::path::Path;
use texts::BothTexts;

/// The width where standard output is no terminal, in columns.
const USUAL_WIDTH: u16 = 120;

/// Prints two texts side by side.
///
/// # Errors
/// If a text cannot be read, or an address leads nowhere.
pub fn print(
    print: &Print,
    left: &Source,
    right: &Path,
    rendition: Rendition,
) -> Result<(), Failure> {
    let texts = BothTexts::read(left, right)?;
    let parallel = Parallel::of(&texts.left, &texts.right);
    let rows = rows_at(&parallel, &print.at)?;
    match print.format {
        PrintFormat::Text => columns::printed(&parallel, &rows, width(print)).emit(rendition),
        PrintFormat::Markdown => emit(&table::markdown(&parallel, &rows)),
        PrintFormat::Tsv => emit(&table::tab_separated(&parallel, &rows)),
        PrintFormat::Json => emit_json(&table::rows(&parallel, &rows)),
    }
}

/// Prints two texts that were to be read side by side, where there is no screen. Words to begin at are
/// ignored.
///
/// # Errors
/// As [`print`], and if these are not two texts.
pub fn plainly(
    sources: &[Source],
    begin: Option<Begin>,
    rendition: Rendition,
) -> Result<(), Failure> {
    let [left, Source { file: Some(right), .. }] = sources else {
        return Err(Failure::SeveralBeside);
    };
    let at = begin.into_iter().filter_map(|begin| match begin {
        Begin::At(address) => Some(address),
        Begin::Search(_) => None,
    });
    let texts = BothTexts::read(left, right)?;
    let parallel = Parallel::of(&texts.left, &texts.right);
    let rows = rows_at(&parallel, &at.collect::<Vec<_>>())?;
    columns::printed(&parallel, &rows, room()).emit(rendition)
}

/// The width of the terminal, in columns.
fn room() -> u16 {
    Session::size().map_or(USUAL_WIDTH, |size| size.columns)
}

/// The width in columns; 0 for paragraphs on one line.
fn width(print: &Print) -> u16 {
    print.width.unwrap_or_else(room)
}

/// The rows of the places that addresses name in the left text; all if there are no addresses.
fn rows_at<'a>(
    parallel: &'a Parallel,
    addresses: &[String],
) -> Result<Vec<&'a ParallelRow>, Failure> {
    let document = parallel.left();
    let mut passages = Vec::new();
    for address in addresses {
        let found = look_up(document, address, None)
            .map_err(|error| places::missed(document, address, error))?;
        match found {
            Target::Text { passage, .. } => passages.push(passage),
            Target::Roster(_) | Target::Entry(..) => {
                return Err(Failure::NoClause(address.to_owned()));
            }
        }
    }
    let is_at = |row: &&ParallelRow| {
        addresses.is_empty() || passages.iter().any(|passage| is_in(parallel, row, *passage))
    };
    Ok(parallel.rows().iter().filter(is_at).collect())
}

/// Whether a row belongs to a passage of the left text: by its left side, or else by the innermost
/// section around its right side that has a partner.
fn is_in(parallel: &Parallel, row: &ParallelRow, passage: Passage) -> bool {
    let covers = |block: &BlockId| (passage.start.block..=passage.end.block).contains(block);
    if !row.left.is_empty() {
        return row.left.iter().any(covers);
    }
    let right = parallel.right();
    let Some(first) = row.right.first() else { return false };
    let mut around = right.ancestry(right.block(*first).section);
    let Some(left) = around.find_map(|id| parallel.of_right(id)) else { return false };
    parallel.left().section(left).block_ids().next().is_some_and(|block| covers(&block))
}
