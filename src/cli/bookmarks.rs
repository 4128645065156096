//! `bulletin bookmarks`: lists the bookmarks, and shows where they are kept.

use super::arguments::OutputFormat;
use super::error::{Failure, warn};
use super::output::{emit, emit_json};
use crate::bookmarks::{Bookmark, Store, Waiting};
use crate::document::{on_one_line, visible};
use crate::messages::{errors, reports, states};
use crate::settings::Directories;
use serde::Serialize;
use std::time::Duration;

/// How long other programs may hold the bookmarks: far longer than a queue of
/// them takes.
const PATIENCE: Duration = Duration::from_secs(120);

/// After this time, a user at a shell wants to know what the program is waiting for.
const UNNOTICED: Duration = Duration::from_secs(3);

#[derive(Serialize)]
struct ListedBookmark<'a> {
    document: &'a str,
    source: &'a str,
    address: &'a str,
    quotation: &'a str,
    note: &'a str,
    tags: &'a [String],
    earlier: &'a [String],
    created: &'a str,
    modified: &'a str,
}

/// Loads the saved bookmarks.
///
/// # Errors
/// If they cannot be read.
pub fn open() -> Result<Store, Failure> {
    let tell = || warn(errors::WAITING_FOR_BOOKMARKS);
    let waiting = Waiting::at_most(PATIENCE).unnoticed_for(UNNOTICED).telling(tell);
    let store = Store::open(Directories::find()?.bookmarks_file()).waiting(waiting);
    match store.trouble() {
        Some(trouble) => Err(trouble.clone().into()),
        None => Ok(store),
    }
}

/// Lists the bookmarks of all documents, or of those whose title or path contains a text.
///
/// # Errors
/// If they cannot be read, or none belongs to such a document.
pub fn list(document: Option<&str>, format: OutputFormat) -> Result<(), Failure> {
    let store = open()?;
    let chosen = of_documents(&store, document)?;
    match format {
        OutputFormat::Json => {
            let listed: Vec<ListedBookmark<'_>> = chosen
                .iter()
                .map(|b| ListedBookmark {
                    document: &b.document.title,
                    source: &b.document.source,
                    address: &b.address,
                    quotation: &b.quotation.exact,
                    note: &b.note,
                    tags: &b.tags,
                    earlier: &b.earlier,
                    created: &b.created,
                    modified: &b.modified,
                })
                .collect();
            emit_json(&listed)
        }
        OutputFormat::Text => emit(&text(&chosen)),
    }
}

/// Returns all bookmarks, or those of the documents whose title or path contains a text.
///
/// # Errors
/// If none belongs to such a document.
pub fn of_documents<'s>(
    store: &'s Store,
    document: Option<&str>,
) -> Result<Vec<&'s Bookmark>, Failure> {
    let all = store.bookmarks().iter();
    let Some(text) = document else { return Ok(all.collect()) };
    let chosen: Vec<&Bookmark> = all.filter(|bookmark| is_of(bookmark, text)).collect();
    if chosen.is_empty() { Err(Failure::NoDocument(text.to_owned())) } else { Ok(chosen) }
}

fn is_of(bookmark: &Bookmark, text: &str) -> bool {
    let text = text.to_lowercase();
    let document = &bookmark.document;
    [&document.title, &document.source].iter().any(|name| name.to_lowercase().contains(&text))
}

/// By document, in the order of the file.
fn text(bookmarks: &[&Bookmark]) -> String {
    let mut titles: Vec<&str> = Vec::new();
    for bookmark in bookmarks {
        if !titles.contains(&bookmark.document.title.as_str()) {
            titles.push(&bookmark.document.title);
        }
    }
    let mut out = String::new();
    for title in titles {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&format!("{}\n", visible(title)));
        for bookmark in bookmarks.iter().filter(|b| b.document.title == title) {
            let words = on_one_line(&bookmark.quotation.exact);
            out.push_str(&format!("  {}: {words}\n", bookmark.address));
            if !bookmark.tags.is_empty() {
                out.push_str(&format!("    {}\n", reports::tags(bookmark.tags.join(", "))));
            }
            if !bookmark.note.is_empty() {
                out.push_str(&format!("    {}\n", reports::note(bookmark.note.replace('\n', " "))));
            }
            for words in &bookmark.earlier {
                out.push_str(&format!("    {}\n", states::earlier(words.replace('\n', " "))));
            }
        }
    }
    out
}

pub fn path() -> Result<(), Failure> {
    emit(&format!("{}\n", Directories::find()?.bookmarks_file().display()))
}
