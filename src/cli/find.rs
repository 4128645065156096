//! `bulletin find`: each match with its address and the words around it.

use super::arguments::{Find, Format, Source};
use super::error::Failure;
use super::output::{emit, emit_json};
use super::source;
use crate::cache;
use crate::document::{Document, Passage, visible};
use crate::find::{Cue, Query, Syntax, context};
use serde::Serialize;
use std::num::NonZero;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{iter, thread};

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

/// What was found in one source.
struct Searched {
    matches: Vec<Match>,
    /// What was assumed to read it, and what of it cannot be shown.
    remarks: Vec<String>,
}

pub fn run(find: &Find) -> Result<(), Failure> {
    let syntax = if find.regex { Syntax::Regex } else { Syntax::Literal };
    let query = Query::new(&find.pattern, syntax)?;
    let mut matches = Vec::new();
    let mut unread = None;
    let sources: Vec<Source> = if find.files.is_empty() {
        vec![Source { file: None, built_in: find.built_in }]
    } else {
        let source = |file: &PathBuf| Source { file: Some(file.clone()), built_in: false };
        find.files.iter().map(source).collect()
    };
    for searched in search_all(&sources, &query) {
        match searched {
            Ok(searched) => {
                source::tell(&searched.remarks);
                matches.extend(searched.matches);
            }
            // As grep does: the others are searched all the same.
            Err(failure) if sources.len() > 1 => {
                failure.tell();
                unread = Some(failure);
            }
            Err(failure) => return Err(failure),
        }
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

/// Searches sources on all cores; what is found stands in their order.
fn search_all(sources: &[Source], query: &Query) -> Vec<Result<Searched, Failure>> {
    let among = if sources.len() > 1 { Among::Several } else { Among::One };
    let cue = query.cue();
    let search = |source| search(source, query, cue.as_ref(), among);
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    if cores == 1 || sources.len() == 1 {
        return sources.iter().map(search).collect();
    }
    let next = AtomicUsize::new(0);
    let work = || {
        let taken = iter::from_fn(|| {
            let at = next.fetch_add(1, Ordering::Relaxed);
            sources.get(at).map(|source| (at, source))
        });
        taken.map(|(at, source)| (at, search(source))).collect::<Vec<_>>()
    };
    let mut searched = thread::scope(|scope| {
        let others: Vec<_> = (1..cores.min(sources.len()))
            .filter_map(|_| thread::Builder::new().spawn_scoped(scope, work).ok())
            .collect();
        let mut searched = work();
        for other in others {
            match other.join() {
                Ok(found) => searched.extend(found),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        searched
    });
    searched.sort_unstable_by_key(|(at, _)| *at);
    searched.into_iter().map(|(_, searched)| searched).collect()
}

/// Whether a source is searched with others.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Among {
    One,
    Several,
}

/// Searches a source; one that does not hold the cue is not read as a document.
fn search(
    source: &Source,
    query: &Query,
    cue: Option<&Cue>,
    among: Among,
) -> Result<Searched, Failure> {
    let document = match source::load(source)? {
        Some(unread) => {
            if let Some(cue) = cue
                && let Some(raw) = unread.raw()
                && !cue.may_be_in(&raw)
            {
                let remark = |remark: String| format!("{}: {remark}", unread.origin());
                let remarks = raw.remarks.into_iter().map(remark).collect();
                return Ok(Searched { matches: Vec::new(), remarks });
            }
            cache::read(unread)?.kept()
        }
        None => source::open(source)?.kept(),
    };
    let mut remarks = source::remarks(&document);
    // What each of many files lacks would hide what was found.
    if among == Among::One {
        remarks.extend(source::lack(&document));
    }
    let name = (among == Among::Several).then(|| document.metadata().origin.place().into_owned());
    let found = query.matches(&document);
    let matches = found.into_iter().map(|passage| told(&document, name.clone(), passage)).collect();
    Ok(Searched { matches, remarks })
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
