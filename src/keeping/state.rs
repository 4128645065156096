//! The thread that reads and writes what the program remembers by itself.

use super::{Answer, Places, recent_documents};
use crate::bookmarks::{Forgotten, ReadingState, ReadingStore};
use crate::settings::{Config, Look, LookChange, LookMemory, Security, Settings, save_looks};
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
    /// To remember looks. It is not answered.
    RememberLooks(Vec<LookChange>),
    /// To forget some of the looks that are remembered. It is not answered.
    DropLooks(Vec<Look>),
    /// To write the looks of these settings into the config.
    SaveLooks(Box<Settings>),
    /// To forget the looks that are remembered.
    ForgetLooks,
    /// To let go of this, once all before it is done. It is not answered.
    Rest(Sender<()>),
}

/// Looks that were written into the config.
#[derive(Debug, Clone)]
pub struct Saved {
    /// The name of the file.
    pub name: String,
    /// Those that it did not say before.
    pub looks: Vec<Look>,
    /// The config as it is now.
    pub config: Config,
}

impl StateRequest {
    /// Whether somebody waits for an answer.
    pub fn is_answered(&self) -> bool {
        !matches!(
            self,
            Self::Remember { .. } | Self::RememberLooks(_) | Self::DropLooks(_) | Self::Rest(_)
        )
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
pub(super) fn keep(places: Places, requests: &Receiver<StateRequest>, answer: &impl Fn(Answer)) {
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
    /// Documents that were forgotten in this run, the last one last.
    forgotten: Vec<Forgotten>,
    looks: LookMemory,
    /// The file of the config.
    config: PathBuf,
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
            StateRequest::RememberLooks(changes) => {
                // Nor are looks.
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
                Err(error) => Answer::Unremembered(format!("the history was not cleared: {error}")),
            },
            StateRequest::Rest(held) => {
                drop(held);
                return None;
            }
        })
    }

    fn save(&self, settings: &Settings) -> Answer {
        let saved = save_looks(&self.config, settings);
        // What the config says need not be remembered beside it.
        let saved = saved.and_then(|looks| self.looks.forget().map(|()| looks));
        match saved {
            Ok(looks) => Answer::LooksSaved(Box::new(Saved {
                name: self.config.file_name().unwrap_or_default().to_string_lossy().into_owned(),
                looks,
                config: Config::load(&self.config),
            })),
            Err(error) => Answer::Unremembered(format!("the settings were not saved: {error}")),
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
            Err(error) => Answer::Unremembered(format!("it was not removed: {error}")),
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
            Err(error) => Answer::Unremembered(format!("it cannot be undone: {error}")),
        }
    }
}
