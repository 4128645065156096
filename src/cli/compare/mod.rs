//! `bulletin compare`: what changed between two versions of a text, clause by clause.

mod docx;
mod docx_looks;
mod docx_words;
mod json;
mod markup;
mod report;
mod rows;
mod text;

pub(super) use json::{Entry, date, entry, how, marks};
pub(super) use report::told;
pub(super) use text::put_row;

use super::arguments::{Compare, CompareFormat, Compared, Source};
use super::error::{Failure, PROGRAM, warn};
use super::output::{emit, emit_json, write_bytes};
use super::source;
use super::styled::Rendition;
use crate::align::{Alignment, Course, How};
use crate::cache::Personal;
use crate::document::Document;
use crate::export::ChangeAuthor;
use crate::messages::comparing;
use crate::settings::Security;
use crate::terminal::Environment;
use jiff::{Timestamp, Unit};
use report::Report;
use rows::Shown;
use std::fs;
use std::io::{self, IsTerminal};
use std::path::Path;

/// Prints what changed.
///
/// # Errors
/// If a text cannot be read, an address leads nowhere, or the texts differ.
pub fn run(compare: &Compare, rendition: Rendition) -> Result<(), Failure> {
    compare.check()?;
    let Some((old, new)) = sides(compare)? else { return Ok(()) };
    let alignment = Alignment::of(&old, &new);
    let shown = Shown::of(compare, &alignment)?;
    let rows = alignment.rows().iter().filter(|row| !row.is_furniture);
    let furniture = alignment.rows().iter().filter(|row| row.is_furniture);
    let rows = rows.chain(furniture).filter(|row| shown.has(row)).collect();
    let stale = alignment.stale().into_iter().filter(|stale| shown.has_stale(&alignment, stale));
    let report = Report {
        alignment: &alignment,
        rows,
        stale: stale.collect(),
        remarks: alignment.remarks(),
    };
    match compare.format {
        CompareFormat::Text => {
            report.remarks.iter().for_each(|remark| warn(remark));
            text::printed(&report, compare.what()).emit(rendition)?;
        }
        CompareFormat::Json => emit_json(&json::Comparison::of(&report))?,
        CompareFormat::Markdown => emit(&markup::markdown(&report))?,
        CompareFormat::Html => emit(&markup::html(&report))?,
        CompareFormat::Docx => write_docx(compare, &alignment)?,
    }
    if compare.git.is_empty() { outcome(compare, &report) } else { Ok(()) }
}

/// Writes a DOCX to a file, or to standard output unless that is a terminal.
fn write_docx(compare: &Compare, alignment: &Alignment) -> Result<(), Failure> {
    let output = compare.output.as_deref().filter(|file| *file != Path::new("-"));
    if output.is_none() && io::stdout().is_terminal() {
        return Err(Failure::BinaryOutput);
    }
    let environment = Environment::read();
    let name = compare.author.clone().or(environment.user).unwrap_or_else(|| PROGRAM.to_owned());
    let time = Timestamp::now().round(Unit::Second).unwrap_or_else(|_| Timestamp::now());
    let author = ChangeAuthor { name, time: time.to_string() };
    let bytes = docx::docx(alignment, author).map_err(Failure::Output)?;
    match output {
        Some(file) => {
            Security::of_environment().may_write()?;
            let name = || file.display().to_string();
            fs::write(file, bytes).map_err(|source| Failure::Unwritable { file: name(), source })
        }
        None => write_bytes(&bytes),
    }
}

/// Returns an error if a clause differs, or something else that the options name.
fn outcome(compare: &Compare, report: &Report) -> Result<(), Failure> {
    let counts = report.alignment.counts();
    let differs = match compare.what() {
        Compared::References => !report.stale.is_empty(),
        _ if compare.at.is_some() => report.rows.iter().any(|row| match compare.strict {
            true => row.how != How::Same || row.course != Course::Stayed,
            false => row.is_changed(),
        }),
        _ if compare.strict => {
            !counts.is_same() || report.alignment.rows().iter().any(|row| row.how != How::Same)
        }
        _ => !counts.is_unchanged(),
    };
    if differs { Err(Failure::Differ) } else { Ok(()) }
}

/// Opens both documents; returns `None` if git passes a file that exists on one side only.
fn sides(compare: &Compare) -> Result<Option<(Document, Document)>, Failure> {
    // The seven parameters of git: path, old file, its hash and mode, new file, its hash and mode.
    let (old, new) = match compare.git.as_slice() {
        [path, old, _, _, new, ..] => {
            let missing = Path::new("/dev/null");
            let only = |what: &str| format!("{}: {what}\n", path.display());
            if old == missing || new == missing {
                emit(&only(if old == missing {
                    comparing::NEW_FILE
                } else {
                    comparing::FILE_REMOVED
                }))?;
                return Ok(None);
            }
            (old.clone(), new.clone())
        }
        _ => match (&compare.old, &compare.new) {
            (Some(old), Some(new)) => (old.clone(), new.clone()),
            // The arguments require both.
            _ => return Ok(None),
        },
    };
    let (old, new) = (Source::named(old), Source::named(new));
    source::refuse_several_inputs([&old, &new])?;
    let cache = Personal::default();
    Ok(Some((source::open_version(&old, &cache)?, source::open_version(&new, &cache)?)))
}
