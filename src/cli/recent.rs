//! `bulletin recent`: the documents that were read lately, which the screen
//! lists too.

use super::arguments::Format;
use super::error::Failure;
use super::output::{emit, emit_json};
use crate::app::{Recent, Standing};
use crate::bookmarks::{ReadingState, ReadingStore};
use crate::document::Origin;
use crate::import;
use crate::settings::Directories;
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct Listed<'a> {
    title: &'a str,
    source: &'a str,
    opened: Option<&'a str>,
    progress: Option<u8>,
    address: Option<&'a str>,
    missing: bool,
}

/// The documents that were read, the latest first; the bulletin that the
/// program carries is always among them.
pub fn documents(positions: &ReadingStore) -> Vec<Recent> {
    let built_in = Origin::BuiltIn.to_string();
    let mut states = positions.recent();
    if !states.iter().any(|state| state.source == built_in) {
        let title =
            import::built_in().map_or_else(|_| built_in.clone(), |d| d.metadata().headline());
        states.push(ReadingState { title, source: built_in.clone(), ..ReadingState::default() });
    }
    let recent = |state: ReadingState| {
        let there = state.source == built_in || Path::new(&state.source).exists();
        Recent {
            standing: if there { Standing::There } else { Standing::Missing },
            title: state.title,
            source: state.source,
            opened: state.opened,
            progress: state.progress,
            address: state.address,
        }
    };
    states.into_iter().map(recent).collect()
}

/// Prints them.
///
/// # Errors
/// Where no home directory is known, or standard output cannot be written.
pub fn run(format: Format) -> Result<(), Failure> {
    let recent = documents(&ReadingStore::new(Directories::find()?.reading()));
    match format {
        Format::Json => {
            let known = |text: &&str| !text.is_empty();
            let listed: Vec<Listed<'_>> = recent
                .iter()
                .map(|one| Listed {
                    title: &one.title,
                    source: &one.source,
                    opened: Some(one.opened.as_str()).filter(known),
                    progress: one.progress,
                    address: Some(one.address.as_str()).filter(known),
                    missing: one.standing == Standing::Missing,
                })
                .collect();
            emit_json(&listed)
        }
        Format::Text => emit(&recent.iter().map(line).collect::<String>()),
    }
}

/// `2031-05-02   47 %  Rules of the Weir · /home/rules.txt`.
fn line(one: &Recent) -> String {
    let progress = one.progress.map_or(String::new(), |percent| format!("{percent} %"));
    let missing = if one.standing == Standing::Missing { " · missing" } else { "" };
    format!("{:>10}  {progress:>5}  {} · {}{missing}\n", one.day(), one.title, one.source)
}
