//! `bulletin find`: each match with its address and the words around it.

use super::arguments::{Find, OutputFormat, Source};
use super::candidates::{SearchCandidate, SearchOrigin, candidates};
use super::error::Failure;
use super::output::JsonList;
use super::source;
use super::styled::{Rendition, Styled, TextRole};
use crate::cache::Personal;
use crate::document::{Document, Passage, visible};
use crate::find::{Cues, PatternSyntax, Query, context};
use crate::parallel::in_order;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use std::ops::ControlFlow;

/// Characters of context on each side of a match.
const CONTEXT: usize = 36;

#[derive(Serialize)]
struct Match {
    /// The file, if several are searched.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    address: String,
    offset: usize,
    length: usize,
    #[serde(flatten)]
    context: MatchContext,
}

/// The words before a match, its own, and those after it.
struct MatchContext([String; 3]);

impl Serialize for MatchContext {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("MatchContext", 2)?;
        fields.serialize_field("match", &self.0[1])?;
        fields.serialize_field("context", &self.0.concat())?;
        fields.end()
    }
}

/// What was found in one source.
#[derive(Default)]
struct Searched {
    matches: Vec<Match>,
    /// What was assumed to read it, and what of it cannot be shown.
    remarks: Vec<String>,
}

/// Prints all matches, in the order of the files.
///
/// # Errors
/// [`Failure::NoMatch`] if there are none; [`Failure::Told`] if a file could not be read, as in
/// grep.
pub fn run(find: &Find, rendition: Rendition) -> Result<(), Failure> {
    let syntax = if find.regex { PatternSyntax::Regex } else { PatternSyntax::Literal };
    let query = Query::new(&find.pattern, syntax)?;
    let cues = query.cues();
    let among = if find.files.len() > 1 || find.files.iter().any(|file| file.is_dir()) {
        Among::Several
    } else {
        Among::One
    };
    let cache = Personal::default();
    let search =
        |candidate: SearchCandidate| search(candidate, &cache, &query, cues.as_ref(), among);
    let mut printing = MatchPrinter { format: find.format, rendition, list: JsonList::default() };
    let (mut any, mut status, mut unwritten) = (false, None, None);
    let mut take = |searched: Result<Searched, Failure>| {
        let printed = match searched {
            Ok(searched) => {
                source::tell(&searched.remarks);
                any |= !searched.matches.is_empty();
                printing.print(&searched.matches)
            }
            // As in grep, the other files are searched all the same.
            Err(failure) => {
                failure.tell();
                status = status.max(Some(failure.status()));
                Ok(())
            }
        };
        match printed {
            Ok(()) => ControlFlow::Continue(()),
            Err(failure) => {
                unwritten = Some(failure);
                ControlFlow::Break(())
            }
        }
    };
    match among {
        Among::Several => in_order(candidates(find), search, take),
        Among::One => candidates(find).for_each(|candidate| {
            let _ = take(search(candidate));
        }),
    }
    if let Some(failure) = unwritten {
        return Err(failure);
    }
    printing.finish()?;
    match status {
        Some(status) => Err(Failure::Told(status)),
        None if !any => Err(Failure::NoMatch),
        None => Ok(()),
    }
}

/// Prints matches as they are found.
struct MatchPrinter {
    format: OutputFormat,
    rendition: Rendition,
    list: JsonList,
}

impl MatchPrinter {
    fn print(&mut self, matches: &[Match]) -> Result<(), Failure> {
        match self.format {
            OutputFormat::Json => self.list.extend(matches),
            OutputFormat::Text => {
                let mut out = Styled::default();
                for found in matches {
                    if let Some(file) = &found.file {
                        out.put(TextRole::File, visible(file)).push(":");
                    }
                    let [before, words, after] =
                        found.context.0.each_ref().map(|part| part.replace('\n', " "));
                    out.put(TextRole::Address, &found.address).push(": ");
                    out.push(before).put(TextRole::Found, words).push(after).push("\n");
                }
                out.emit(self.rendition)
            }
        }
    }

    /// Ends the list; an empty list is an answer, too.
    fn finish(self) -> Result<(), Failure> {
        match self.format {
            OutputFormat::Json => self.list.finish(),
            OutputFormat::Text => Ok(()),
        }
    }
}

/// Whether a source is searched with others.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Among {
    One,
    Several,
}

/// Searches a source; one that does not contain the cues is not read as a document.
fn search(
    candidate: SearchCandidate,
    cache: &Personal,
    query: &Query,
    cues: Option<&Cues>,
    among: Among,
) -> Result<Searched, Failure> {
    let SearchCandidate { source, given } = candidate;
    match search_source(&source?, cache, query, cues, among) {
        // Of a folder, only what has a supported format is searched.
        Err(Failure::Import(error))
            if given == SearchOrigin::InFolder && error.is_other_format() =>
        {
            Ok(Searched::default())
        }
        Ok(searched) if given == SearchOrigin::InFolder && searched.matches.is_empty() => {
            Ok(Searched::default())
        }
        searched => searched,
    }
}

fn search_source(
    source: &Source,
    cache: &Personal,
    query: &Query,
    cues: Option<&Cues>,
    among: Among,
) -> Result<Searched, Failure> {
    let document = match source::load(source)? {
        Some(unread) => {
            if let Some(cues) = cues
                && let Some(raw) = unread.raw()
                && !cues.may_be_in(&raw)
            {
                let remark = |remark: String| format!("{}: {remark}", unread.origin());
                let remarks = raw.remarks.into_iter().map(remark).collect();
                return Ok(Searched { matches: Vec::new(), remarks });
            }
            cache.read(unread)?.kept()
        }
        None => source::open(source, cache)?.kept(),
    };
    let mut remarks = source::remarks(&document);
    // What each of many files lacks would hide what was found.
    if among == Among::One {
        remarks.extend(source::lack(&document));
    }
    let name = (among == Among::Several).then(|| document.metadata().origin.place().into_owned());
    let found = query.matches(&document);
    let matches =
        found.into_iter().map(|passage| found_at(&document, name.clone(), passage)).collect();
    Ok(Searched { matches, remarks })
}

fn found_at(document: &Document, file: Option<String>, passage: Passage) -> Match {
    let body = document.body(passage.start.block);
    let range = document.part_in(passage, passage.start.block);
    Match {
        file,
        address: document.block_address(passage.start.block),
        offset: range.start,
        length: range.len(),
        context: MatchContext(context(body, range, CONTEXT)),
    }
}
