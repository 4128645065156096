//! `--quit-if-one-screen`: prints a document that fits the screen, instead of opening the screen.

use super::arguments::Source;
use super::error::Failure;
use super::input::Head;
use super::styled::{Rendition, Styled};
use super::{plain, source};
use crate::cache::Personal;
use crate::terminal::Session;
use crate::typeset::columns as columns_of;
use std::path::Path;

/// Maximum size of a source that is tried, in bytes: more never fits.
const MOST: usize = 64 << 10;

/// The maximum number of lines to try, in screens: lines that were broken for a narrower column may
/// be joined, but not that many.
const SCREENS: usize = 4;

/// Prints the document of a source if it fits the screen; otherwise returns the source to open,
/// with what was read of standard input.
///
/// # Errors
/// If the document cannot be read, or standard output cannot be written.
pub fn print_if_it_fits(wanted: &Source, rendition: Rendition) -> Result<Option<Source>, Failure> {
    let Ok(size) = Session::size() else { return Ok(Some(wanted.clone())) };
    let rows = usize::from(size.rows.saturating_sub(1));
    let mut source = wanted.clone();
    if source::input(wanted).is_some() {
        source.head = Head::read(MOST, rows * SCREENS)?;
        if !source.head.is_whole() {
            return Ok(Some(source));
        }
    } else {
        let file = wanted.file.clone().or_else(|| source::last_path(wanted));
        if file.as_deref().is_some_and(is_large) {
            return Ok(Some(source));
        }
    }
    let document = source::open(&source, &Personal::default())?.kept();
    let columns = source::settings_quietly().measure.min(size.columns);
    let folded = |line: &str| usize::from(columns_of(line).div_ceil(size.columns.max(1)).max(1));
    let text = document.whole().map_or_else(Styled::default, |passage| {
        plain::lines(&document, passage, columns, rendition)
    });
    // The terminal folds the lines that a program printed.
    if text.plain().lines().map(folded).sum::<usize>() > rows {
        return Ok(Some(source));
    }
    text.emit(rendition)?;
    Ok(None)
}

fn is_large(file: &Path) -> bool {
    std::fs::metadata(file).is_ok_and(|metadata| metadata.len() > MOST as u64)
}
