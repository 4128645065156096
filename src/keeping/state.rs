//! The thread that reads and writes what the program remembers by itself.

use super::answer::{Answer, Left, Saved};
use super::places::FilePlaces;
use super::recent::documents as recent_documents;
use crate::bookmarks::{Forgotten, ReadingState, ReadingStore};
use crate::messages::errors;
use crate::settings::{Config, Look, LookChange, LookMemory, Security, Settings, save_looks};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender};

/// A request to the thread.
#[derive(Debug, Clone)]
pub enum StateRequest {
    /// Remember the state of the document with this content. There is no answer.
    Remember {
        /// The content.
        content: String,
        /// Its state.
        state: Box<ReadingState>,
    },
    /// Return the last state of a document.
    FindPlace {
        /// Its content.
        content: String,
        /// Its path.
        source: String,
    },
    /// List the recently read documents.
    ListRecent,
    /// Forget the document at this path.
    Forget(String),
    /// Undo the last forgetting.
    Recollect,
    /// Remember looks. There is no answer.
    RememberLooks(Vec<LookChange>),
    /// Forget some of the remembered looks. There is no answer.
    DropLooks(Vec<Look>),
    /// Write the looks of these settings to the config.
    SaveLooks(Box<Settings>),
    /// Forget the remembered looks.
    ForgetLooks,
    /// Drop the sender once all earlier requests are done. There is no answer.
    Rest(Sender<()>),
}

impl StateRequest {
    /// Whether the request has an answer.
    pub fn is_answered(&self) -> bool {
        !matches!(
            self,
            Self::Remember { .. } | Self::RememberLooks(_) | Self::DropLooks(_) | Self::Rest(_)
        )
    }
}

/// Serves requests until all senders are gone.
pub(super) fn keep(
    places: FilePlaces,
    requests: &Receiver<StateRequest>,
    answer: &impl Fn(Answer),
) {
    let mut memory = Memory {
        positions: ReadingStore::new(places.reading),
        forgotten: Vec::new(),
        looks: LookMemory::new(places.looks),
        config: places.config,
    };
    if places.security == Security::Open {
        memory.positions.clear_leftovers();
    }
    for request in requests {
        if let Some(done) = memory.take(request) {
            answer(done);
        }
    }
}

struct Memory {
    positions: ReadingStore,
    /// Documents forgotten in this run, the most recent last.
    forgotten: Vec<Forgotten>,
    looks: LookMemory,
    /// The config file.
    config: PathBuf,
}

impl Memory {
    fn take(&mut self, request: StateRequest) -> Option<Answer> {
        Some(match request {
            StateRequest::Remember { content, state } => {
                // A position that cannot be written is no reason to disturb the
                // user.
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
            StateRequest::RememberLooks(changes) => {
                // The same holds for looks.
                let _ = self.looks.remember(&changes);
                return None;
            }
            StateRequest::DropLooks(looks) => {
                let _ = self.looks.drop(&looks);
                return None;
            }
            StateRequest::SaveLooks(settings) => self.save(&settings),
            StateRequest::ForgetLooks => match self.looks.forget() {
                Ok(()) => Answer::LooksForgotten(Box::new(Config::load(&self.config))),
                Err(error) => Answer::Unremembered(errors::history_not_cleared(error)),
            },
            StateRequest::Rest(held) => {
                drop(held);
                return None;
            }
        })
    }

    fn save(&self, settings: &Settings) -> Answer {
        let saved = save_looks(&self.config, settings);
        // Looks in the config need not be remembered as well.
        let saved = saved.and_then(|looks| self.looks.forget().map(|()| looks));
        match saved {
            Ok(looks) => Answer::LooksSaved(Box::new(Saved {
                name: self.config.file_name().unwrap_or_default().to_string_lossy().into_owned(),
                looks,
                config: Config::load(&self.config),
            })),
            Err(error) => Answer::Unremembered(errors::settings_not_saved(error)),
        }
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
            Err(error) => Answer::Unremembered(errors::not_removed(error)),
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
            Err(error) => Answer::Unremembered(errors::not_undone(error)),
        }
    }
}
