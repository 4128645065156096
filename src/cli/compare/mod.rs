//! `bulletin compare`: what changed between two versions of a text, clause by clause.

mod docx;
mod json;
mod markup;
mod text;

pub(super) use json::{Entry, date, entry, how, marks};
pub(super) use text::put_row;

use super::arguments::{Compare, CompareFormat, Compared, Source};
use super::error::{Failure, PROGRAM, warn};
use super::output::{emit, emit_json, write_bytes};
use super::places as addressed;
use super::source;
use super::styled::Rendition;
use crate::align::{Alignment, Course, Extent, How, Row, Stale};
use crate::cache::Personal;
use crate::document::{Document, SectionId};
use crate::export::ChangeAuthor;
use crate::find::{LookupError, Target, look_up};
use crate::messages::comparing;
use crate::settings::Security;
use crate::terminal::Environment;
use jiff::{Timestamp, Unit};
use std::collections::HashSet;
use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

/// What is printed.
struct Report<'a> {
    alignment: &'a Alignment<'a>,
    /// The rows that are printed, in the order of the new text; furniture comes last.
    rows: Vec<&'a Row>,
    /// The references that did not follow a renumbering.
    stale: Vec<Stale>,
    /// Remarks on the whole, such as that the texts have nothing in common.
    remarks: Vec<String>,
}

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
            true => row.extent != Extent::None || row.course != Course::Stayed,
            false => row.is_changed(),
        }),
        _ if compare.strict => {
            !counts.is_same()
                || report.alignment.rows().iter().any(|row| row.extent != Extent::None)
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
    let input = Path::new("-");
    if old == input && new == input {
        return Err(Failure::SeveralFromInput);
    }
    // Whether the texts have clauses is reported for both together.
    let cache = Personal::default();
    let open = |file: PathBuf| -> Result<Document, Failure> {
        let document = source::open(&Source::named(file), &cache)?.kept();
        source::tell(&source::remarks(&document));
        Ok(document)
    };
    Ok(Some((open(old)?, open(new)?)))
}

/// Which rows are printed.
struct Shown {
    what: Compared,
    /// What was asked for; `None` for all.
    at: Option<Asked>,
    strict: bool,
}

impl Shown {
    fn of(compare: &Compare, alignment: &Alignment) -> Result<Self, Failure> {
        let at = match compare.at.as_deref() {
            Some(address) => Some(at(alignment, address)?),
            None => None,
        };
        Ok(Self { what: compare.what(), at, strict: compare.strict })
    }

    fn has(&self, row: &Row) -> bool {
        let differs = match (row.how, row.extent, row.course) {
            (How::Same, Extent::None, Course::Stayed) => false,
            (_, Extent::Typographic, Course::Stayed) => self.strict,
            _ => true,
        };
        let is_asked = match &self.at {
            None => true,
            Some(Asked::Old(ids)) => row.old.iter().any(|id| ids.contains(id)),
            Some(Asked::New(ids)) => row.new.iter().any(|id| ids.contains(id)),
        };
        is_asked && (differs || self.what == Compared::All)
    }

    fn has_stale(&self, alignment: &Alignment, stale: &Stale) -> bool {
        let section = alignment.new_document().block(stale.at).section;
        match &self.at {
            None => true,
            Some(Asked::Old(_)) => false,
            Some(Asked::New(ids)) => ids.contains(&section),
        }
    }
}

/// The sections at an address, with all inside them.
enum Asked {
    /// Of the old text.
    Old(HashSet<SectionId>),
    /// Of the new text.
    New(HashSet<SectionId>),
}

/// Returns the sections at an address in the new text or, failing that, in the old one.
fn at(alignment: &Alignment, address: &str) -> Result<Asked, Failure> {
    let below = |document: &Document, ids: Vec<SectionId>| -> HashSet<SectionId> {
        let range = |id: SectionId| (id.index()..document.section(id).end).map(SectionId::new);
        ids.into_iter().flat_map(range).collect()
    };
    let sections = |document: &Document| match look_up(document, address, None) {
        Ok(Target::Text { sections, .. }) => Ok(Some(below(document, sections))),
        Ok(_) => Ok(None),
        Err(error) => Err(error),
    };
    match sections(alignment.new_document()) {
        Ok(Some(ids)) => Ok(Asked::New(ids)),
        Err(LookupError::Miss(miss)) => match sections(alignment.old()) {
            Ok(Some(ids)) => Ok(Asked::Old(ids)),
            _ => Err(addressed::missed(alignment.new_document(), address, LookupError::Miss(miss))),
        },
        Err(error) => Err(error.into()),
        Ok(None) => Err(Failure::NoClause(address.to_owned())),
    }
}

/// What a row says in words, beside its addresses.
pub(super) fn told(row: &Row) -> String {
    let words = match (row.how, row.extent) {
        (How::New, _) => comparing::NEW,
        (How::Gone, _) => comparing::GONE,
        (How::Split, _) => comparing::SPLIT,
        (How::Merged, _) => comparing::MERGED,
        (How::Replaced, _) => comparing::REPLACED,
        (_, Extent::None) => "",
        (_, Extent::Typographic) => comparing::TYPOGRAPHY,
        (_, Extent::Followed) => comparing::REFERENCES,
        (_, Extent::Words) => comparing::CHANGED,
    };
    let course = match row.course {
        Course::Stayed => "",
        Course::Renumbered => comparing::RENUMBERED,
        Course::Moved => comparing::MOVED,
    };
    let parts: Vec<&str> = [course, words].into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { comparing::UNCHANGED.to_owned() } else { parts.join(", ") }
}
