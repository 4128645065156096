//! `bulletin recent`: the documents read recently, which the screen lists too.

use super::arguments::OutputFormat;
use super::error::Failure;
use super::output::{emit, emit_json};
use super::source::settings;
use crate::app::{Availability, Recent};
use crate::bookmarks::ReadingStore;
use crate::document::visible;
use crate::keeping::recent_documents;
use crate::messages::states;
use crate::settings::{Directories, Switch};
use serde::Serialize;

#[derive(Serialize)]
struct ListedDocument<'a> {
    title: &'a str,
    source: &'a str,
    opened: Option<&'a str>,
    progress: Option<u8>,
    address: Option<&'a str>,
    missing: bool,
}

/// Prints them.
///
/// # Errors
/// If no home directory is known, or standard output cannot be written.
pub fn run(format: OutputFormat) -> Result<(), Failure> {
    if !settings().is_on(Switch::History) {
        return Err(Failure::NoHistory);
    }
    let recent = recent_documents(&ReadingStore::new(Directories::find()?.reading()));
    match format {
        OutputFormat::Json => {
            let known = |text: &&str| !text.is_empty();
            let listed: Vec<ListedDocument<'_>> = recent
                .iter()
                .map(|one| ListedDocument {
                    title: &one.title,
                    source: &one.source,
                    opened: Some(one.opened.as_str()).filter(known),
                    progress: one.progress,
                    address: Some(one.address.as_str()).filter(known),
                    missing: one.standing == Availability::Missing,
                })
                .collect();
            emit_json(&listed)
        }
        OutputFormat::Text => emit(&recent.iter().map(line).collect::<String>()),
    }
}

/// `2031-05-02   47 %  Rules of the Weir · /home/rules.txt`.
fn line(one: &Recent) -> String {
    let progress = one.progress.map_or(String::new(), |percent| format!("{percent} %"));
    let missing = match one.standing {
        Availability::Missing => format!(" · {}", states::MISSING),
        _ => String::new(),
    };
    format!(
        "{:>10}  {progress:>5}  {} · {}{missing}\n",
        one.day(),
        visible(&one.title),
        visible(&one.source)
    )
}
