//! Explains how a passage was recognised: reads its document again, in the background, with a
//! trace.

use super::event::Event;
use crate::document::{ContentId, Document, Origin, Passage};
use crate::messages::errors;
use crate::source::{self, ImportError};
use crate::structure::references;
use crate::structure::trace::{Explainer, Recorder};
use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::thread;

/// The source from which to read a document again.
enum Again {
    File(PathBuf),
    BuiltIn,
}

impl Again {
    fn read(&self, recorder: &Recorder) -> Result<Document, ImportError> {
        match self {
            Self::File(path) => source::open_traced(path, recorder),
            Self::BuiltIn => source::built_in_traced(recorder),
        }
    }
}

/// Explains how a passage was recognised, and sends the result as [`Event::Explained`].
pub fn explain(shown: &Document, passage: Passage, events: Sender<Event>) {
    let document = shown.metadata().content;
    let again = match &shown.metadata().origin {
        Origin::File(path) => Some(Again::File(path.clone())),
        Origin::BuiltIn => Some(Again::BuiltIn),
        Origin::StandardInput | Origin::Comparison { .. } => None,
    };
    let work = move || {
        let told = match again {
            Some(again) => told(&again, document, passage),
            None => Err(errors::CANNOT_REREAD_INPUT_FOR_THIS.to_owned()),
        };
        // A program that is ending no longer needs it.
        let _ = events.send(Event::Explained { document, passage, told });
    };
    // If no thread can be started, there is no explanation.
    drop(thread::Builder::new().name("explain".to_owned()).spawn(work));
}

fn told(again: &Again, shown: ContentId, passage: Passage) -> Result<String, String> {
    let recorder = Recorder::default();
    let document = again.read(&recorder).map_err(|error| error.to_string())?;
    if document.metadata().content != shown {
        return Err(errors::CHANGED_MEANWHILE.to_owned());
    }
    let trail = recorder.into_trail();
    let (astray, count) = references::astray(&document);
    let explainer = Explainer::new(&document, &trail).with_astray(&astray, count);
    let lines = explainer.lines_of(passage).filter_map(|line| explainer.line(line));
    let told: Vec<String> =
        lines.filter(|line| !line.words.is_empty()).map(|line| line.told(&document)).collect();
    Ok(told.join("\n"))
}
