//! The thread that reads and writes what the program remembers by itself.

use super::{Answer, recent_documents};
use crate::bookmarks::{Forgotten, ReadingState, ReadingStore};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender};

/// What can be asked of the thread.
#[derive(Debug, Clone)]
pub enum StateRequest {
    /// To remember how the document of a content is left. It is not answered.
    Remember {
        /// The content.
        content: String,
        /// How it is left.
        state: Box<ReadingState>,
    },
    /// To tell how a document was left.
    FindPlace {
        /// Its content.
        content: String,
        /// Where it is.
        source: String,
    },
    /// To list the documents that were read lately.
    ListRecent,
    /// To forget how the document of a place was left.
    Forget(String),
    /// To take the last forgetting back.
    Recollect,
    /// To let go of this, once all before it is done. It is not answered.
    Rest(Sender<()>),
}

impl StateRequest {
    /// Whether somebody waits for an answer.
    pub fn is_answered(&self) -> bool {
        !matches!(self, Self::Remember { .. } | Self::Rest(_))
    }
}

/// How a document was left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Left {
    /// Nothing is remembered of it.
    Never,
    /// As this, in the same wording.
    Here(Box<ReadingState>),
    /// As this, in another wording.
    InAnotherWording(Box<ReadingState>),
}

/// Remembers in a folder until nobody can ask for anything any more.
pub(super) fn keep(reading: PathBuf, requests: &Receiver<StateRequest>, answer: &impl Fn(Answer)) {
    let mut memory = Memory { positions: ReadingStore::new(reading), forgotten: Vec::new() };
    for request in requests {
        if let Some(done) = memory.take(request) {
            answer(done);
        }
    }
}

struct Memory {
    positions: ReadingStore,
    /// Documents that were forgotten in this run, the last one last.
    forgotten: Vec<Forgotten>,
}

impl Memory {
    fn take(&mut self, request: StateRequest) -> Option<Answer> {
        Some(match request {
            StateRequest::Remember { content, state } => {
                // A position that cannot be written is no reason to trouble a
                // person who goes elsewhere.
                let _ = self.positions.save(&content, &state);
                return None;
            }
            StateRequest::FindPlace { content, source } => {
                let left = self.left(&content, &source);
                Answer::Left { content, left }
            }
            StateRequest::ListRecent => Answer::Recent(recent_documents(&self.positions)),
            StateRequest::Forget(source) => self.forget(&source),
            StateRequest::Recollect => self.recollect(),
            StateRequest::Rest(held) => {
                drop(held);
                return None;
            }
        })
    }

    fn left(&self, content: &str, source: &str) -> Left {
        if let Some(state) = self.positions.load(content) {
            Left::Here(Box::new(state))
        } else if let Some(state) = self.positions.left_at(source) {
            Left::InAnotherWording(Box::new(state))
        } else {
            Left::Never
        }
    }

    fn forget(&mut self, source: &str) -> Answer {
        match self.positions.forget(source) {
            Ok(forgotten) => {
                let title = forgotten.as_ref().map(|forgotten| forgotten.title.clone());
                self.forgotten.extend(forgotten);
                Answer::Forgotten { title, recent: recent_documents(&self.positions) }
            }
            Err(error) => Answer::Unremembered(format!("it cannot be forgotten: {error}")),
        }
    }

    fn recollect(&mut self) -> Answer {
        let Some(forgotten) = self.forgotten.last() else {
            let recent = recent_documents(&self.positions);
            return Answer::Recollected { title: None, recent };
        };
        match self.positions.recollect(forgotten) {
            Ok(()) => {
                let title = self.forgotten.pop().map(|forgotten| forgotten.title);
                Answer::Recollected { title, recent: recent_documents(&self.positions) }
            }
            Err(error) => Answer::Unremembered(format!("it cannot be taken back: {error}")),
        }
    }
}
