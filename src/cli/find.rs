//! `bulletin find`: each match with its address and the words around it.

use super::arguments::{Find, Format, Source};
use super::error::Failure;
use super::output::{emit, emit_json};
use super::source;
use crate::document::{Document, Passage, visible};
use crate::find::{Query, Syntax, context};
use serde::Serialize;

/// Characters of context on each side of a match.
const CONTEXT: usize = 36;

#[derive(Serialize)]
struct Match {
    /// The file, where several were searched.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    address: String,
    offset: usize,
    length: usize,
    #[serde(rename = "match")]
    found: String,
    context: String,
}

pub fn run(find: &Find) -> Result<(), Failure> {
    let syntax = if find.regex { Syntax::Regex } else { Syntax::Literal };
    let query = Query::new(&find.pattern, syntax)?;
    let mut matches = Vec::new();
    let mut unread = None;
    let several = find.files.len() > 1;
    let files = if find.files.is_empty() {
        vec![None]
    } else {
        find.files.iter().cloned().map(Some).collect()
    };
    for file in files {
        let source = Source { file, built_in: find.built_in };
        // What each of many files lacks would hide what was found.
        let opened = if several { source::open(&source) } else { source::open_telling(&source) };
        let document = match opened {
            Ok(document) => document,
            // As grep does: the others are searched all the same.
            Err(failure) if several => {
                failure.tell();
                unread = Some(failure);
                continue;
            }
            Err(failure) => return Err(failure),
        };
        if several {
            source::tell_remarks(&document);
        }
        let name = several.then(|| document.metadata().origin.place().into_owned());
        let found = query.matches(&document);
        matches.extend(found.into_iter().map(|passage| told(&document, name.clone(), passage)));
    }
    match find.format {
        // An empty list is an answer too.
        Format::Json => emit_json(&matches)?,
        Format::Text => {
            let lines: String = matches
                .iter()
                .map(|m| {
                    let file =
                        m.file.as_ref().map(|f| format!("{}:", visible(f))).unwrap_or_default();
                    format!("{file}{}: {}\n", m.address, m.context.replace('\n', " "))
                })
                .collect();
            emit(&lines)?;
        }
    }
    match unread {
        Some(failure) => Err(Failure::Told(failure.status())),
        None if matches.is_empty() => Err(Failure::NoMatch),
        None => Ok(()),
    }
}

fn told(document: &Document, file: Option<String>, passage: Passage) -> Match {
    let body = document.body(passage.start.block);
    let end = if passage.end.block == passage.start.block { passage.end.byte } else { body.len() };
    let range = passage.start.byte..end;
    Match {
        file,
        address: document.block_address(passage.start.block),
        offset: range.start,
        length: range.len(),
        context: context(body, range.clone(), CONTEXT),
        found: body[range].to_owned(),
    }
}
