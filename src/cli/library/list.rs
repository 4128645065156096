//! `bulletin library`: the list of documents.

use super::own;
use crate::cli::arguments::OutputFormat;
use crate::cli::error::{Failure, warn};
use crate::cli::output::{emit, emit_json};
use crate::document::{Origin, visible};
use crate::library::{Catalogue, Reach, Record, Standing, sort};
use crate::messages::{counts, library};
use serde::Serialize;

#[derive(Serialize)]
struct LibraryReport<'a> {
    reach: Reach,
    documents: Vec<DocumentReport<'a>>,
    unreadable: Vec<UnreadableReport>,
}

#[derive(Serialize)]
struct DocumentReport<'a> {
    content: String,
    title: &'a str,
    publisher: Option<&'a str>,
    date: Option<String>,
    volume: Option<u32>,
    number: Option<u32>,
    edition: Option<&'a str>,
    language: Option<&'a str>,
    clauses: u32,
    standing: &'static str,
    files: Vec<String>,
    edition_of: Option<String>,
    read: &'a str,
}

#[derive(Serialize)]
struct UnreadableReport {
    file: String,
    reason: String,
}

/// Prints all documents, except earlier editions.
///
/// # Errors
/// If the library cannot be read; [`Failure::Nothing`] if it is empty.
pub fn run(format: OutputFormat) -> Result<(), Failure> {
    let catalogue = own::shelf()?.catalogue()?;
    let mut records: Vec<&Record> =
        catalogue.records().filter(|own| own.standing() != Standing::Earlier).collect();
    sort(&mut records);
    let covered = Reach::of(&catalogue);
    match format {
        OutputFormat::Json => emit_json(&LibraryReport {
            reach: covered,
            documents: records.iter().map(|record| report(record)).collect(),
            unreadable: unreadable(&catalogue),
        })?,
        OutputFormat::Text => {
            emit(&records.iter().map(|record| line(record)).collect::<String>())?;
            match covered.all() {
                0 => warn(library::EMPTY),
                _ => warn(&covered.to_string()),
            }
        }
    }
    if records.is_empty() { Err(Failure::Nothing) } else { Ok(()) }
}

fn report(record: &Record) -> DocumentReport<'_> {
    let facts = &record.facts;
    DocumentReport {
        content: record.content.to_string(),
        title: &facts.title,
        publisher: facts.publisher.as_deref(),
        date: facts.day(),
        volume: facts.volume,
        number: facts.number,
        edition: facts.edition.as_deref(),
        language: facts.language.as_deref(),
        clauses: facts.clauses,
        standing: record.standing().name(),
        files: record.files.iter().map(|file| file.path.to_string_lossy().into_owned()).collect(),
        edition_of: record.edition_of.map(|own| own.to_string()),
        read: &record.read,
    }
}

fn unreadable(catalogue: &Catalogue) -> Vec<UnreadableReport> {
    let files = catalogue.unread().filter(|file| !file.is_other_format());
    let mut files: Vec<_> = files
        .map(|file| UnreadableReport {
            file: file.path.to_string_lossy().into_owned(),
            reason: file.fault.to_string(),
        })
        .collect();
    files.sort_by(|one, other| one.file.cmp(&other.file));
    files
}

/// `2006-06-20   25 clauses  News Bulletin · Vol. 6, No. 24 · /home/bulletin.txt`.
fn line(record: &Record) -> String {
    let facts = &record.facts;
    let path = record.path().unwrap_or(&record.name);
    let path = Origin::File(path.to_path_buf()).to_string();
    let place = match record.standing() {
        Standing::Missing => library::is_missing(path),
        Standing::Here | Standing::Earlier => path,
    };
    let (day, clauses) = (facts.day().unwrap_or_default(), counts::clauses(facts.clauses as usize));
    format!("{day:>10}  {clauses:>12}  {} · {place}\n", visible(&facts.headline))
}
