//! The list of recently read documents: filtering, choosing, opening and forgetting them.

use super::scrolling::window;
use super::{App, Effect, Filter, Focus, InputLine, Mode};
use crate::action::{Action, Key, KeyCode};
use crate::messages::{notices, states};

/// Whether a document of the list can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Availability {
    /// It is in view.
    InView,
    /// It is open in this run.
    Open,
    /// It is where it was.
    There,
    /// It no longer exists.
    Missing,
}

impl Availability {
    /// The word for it; empty for the usual case.
    pub const fn name(self) -> &'static str {
        match self {
            Self::InView => states::IN_VIEW,
            Self::Open => states::OPEN,
            Self::There => "",
            Self::Missing => states::MISSING,
        }
    }
}

/// A recently read document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recent {
    /// Its title.
    pub title: String,
    /// Its location: an absolute path, or `built-in`.
    pub source: String,
    /// When it was last read, RFC 3339.
    pub opened: String,
    /// The percentage that had been read, if known.
    pub progress: Option<u8>,
    /// The address where it was left.
    pub address: String,
    /// Whether it can be opened.
    pub standing: Availability,
}

impl Recent {
    /// The day on which it was last read.
    pub fn day(&self) -> &str {
        self.opened.split('T').next().unwrap_or("")
    }
}

/// The state of the list.
#[derive(Debug, Clone, Default)]
pub struct RecentList {
    /// Its filter.
    pub filter: InputLine,
    /// Whether the filter is being typed.
    pub filtering: bool,
    /// The previous choice, as an index among all documents.
    before: Option<usize>,
    /// The chosen row.
    pub chosen: usize,
    all: Vec<Recent>,
    /// The indices of the listed documents.
    rows: Vec<usize>,
}

/// The rows that each document takes in the list.
pub const RECENT_ROWS: u16 = 2;

impl RecentList {
    /// The listed documents, latest first.
    pub fn listed(&self) -> impl ExactSizeIterator<Item = &Recent> {
        self.rows.iter().map(|at| &self.all[*at])
    }

    /// The number of documents, listed or not.
    pub fn count(&self) -> usize {
        self.all.len()
    }

    /// The chosen document.
    pub fn chosen(&self) -> Option<&Recent> {
        self.rows.get(self.chosen).map(|at| &self.all[*at])
    }

    /// The index of the first document in view, in a list of `rows` rows.
    pub fn first(&self, rows: u16) -> usize {
        window(self.chosen, self.rows.len(), rows / RECENT_ROWS)
    }

    /// Lists the documents that match the filter.
    fn list(&mut self) {
        let filter = Filter::new(self.filter.text());
        self.rows =
            (0..self.all.len()).filter(|at| filter.takes_document(&self.all[*at])).collect();
        self.chosen = self.chosen.min(self.rows.len().saturating_sub(1));
    }
}

impl App {
    /// Opens the list of these documents, or updates it if it is open.
    pub fn show_recent(&mut self, all: Vec<Recent>) {
        let chosen = self.recent.chosen().map(|recent| recent.source.clone());
        self.recent.all = all;
        if !matches!(self.mode, Mode::Documents) {
            self.recent.filter = InputLine::default();
            self.recent.filtering = false;
            self.hold();
            self.mode = Mode::Documents;
            self.focus = Focus::Pane;
            self.recent.list();
            // Whoever opens the list wants a document other than the one in view.
            let other = |recent: &Recent| recent.standing != Availability::InView;
            let place = self.recent.listed().position(other);
            self.recent.chosen = place.unwrap_or(0);
        } else {
            self.recent.list();
            let place =
                self.recent.listed().position(|recent| Some(&recent.source) == chosen.as_ref());
            self.recent.chosen = place.unwrap_or(self.recent.chosen);
        }
        self.refresh();
    }

    pub(super) fn open_recent(&mut self) -> Vec<Effect> {
        let Some(recent) = self.recent.chosen() else { return Vec::new() };
        match recent.standing {
            Availability::InView => {
                self.give_back();
                Vec::new()
            }
            Availability::Missing => {
                let key = self.key_hint(Action::ForgetDocument);
                let told = notices::document_gone(&recent.source, key);
                self.complain(told);
                Vec::new()
            }
            Availability::Open | Availability::There => {
                vec![Effect::OpenDocument(recent.source.clone())]
            }
        }
    }

    pub(super) fn forget_recent(&mut self) -> Vec<Effect> {
        let Some(recent) = self.recent.chosen() else { return Vec::new() };
        match recent.standing {
            Availability::InView | Availability::Open => {
                self.tell(notices::DOCUMENT_OPEN);
                Vec::new()
            }
            Availability::There | Availability::Missing => {
                vec![Effect::Forget(recent.source.clone())]
            }
        }
    }

    /// Opens the filter above the list.
    pub(super) fn filter_recent(&mut self) {
        self.recent.filtering = true;
        self.recent.before = self.recent.rows.get(self.recent.chosen).copied();
    }

    /// Handles a key in the filter, which the list follows.
    pub(super) fn recent_filter_key(&mut self, key: Key) {
        match key.code {
            KeyCode::Enter => self.recent.filtering = false,
            KeyCode::Escape => {
                self.recent.filtering = false;
                self.recent.filter = InputLine::default();
                self.recent.list();
                self.recent.chosen = self.recent.before.unwrap_or(0);
            }
            KeyCode::Down | KeyCode::Up => {
                self.lines(if key.code == KeyCode::Down { 1 } else { -1 });
            }
            _ => {
                if self.recent.filter.edit(key) {
                    self.recent.chosen = 0;
                    self.recent.list();
                }
            }
        }
    }

    /// Inserts pasted text into the filter.
    pub(super) fn recent_filter_paste(&mut self, text: &str) {
        self.recent.filter.insert(text);
        self.recent.list();
    }
}
