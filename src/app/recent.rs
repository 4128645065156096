//! The list of recently read documents: filtering, choosing, opening and forgetting them.

use super::list_order::last_if_empty;
use super::{App, Effect, Filter, Focus, InputLine, ListControls, ListOrder, ListOrders, Mode};
use crate::action::Action;
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

/// The orders of the list.
pub const RECENT_ORDERS: ListOrders = &[
    (ListOrder::Given, states::LATEST_FIRST),
    (ListOrder::Name, states::SORTED_BY_TITLE),
    (ListOrder::Progress, states::LEAST_READ_FIRST),
    (ListOrder::State, states::SORTED_BY_STATE),
    (ListOrder::Path, states::SORTED_BY_PATH),
];

/// The state of the list.
#[derive(Debug, Clone, Default)]
pub struct RecentList {
    /// Its filter and order.
    pub controls: ListControls,
    /// The chosen row.
    pub chosen: usize,
    all: Vec<Recent>,
    /// The indices of the listed documents.
    rows: Vec<usize>,
}

impl RecentList {
    /// The listed documents, in their order.
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

    /// Lists the documents that match the filter; the chosen one stays chosen if it is still listed.
    pub(super) fn list(&mut self) {
        let chosen = self.rows.get(self.chosen).copied();
        let filter = Filter::new(self.controls.only());
        self.rows =
            (0..self.all.len()).filter(|at| filter.takes_document(&self.all[*at])).collect();
        let all = &self.all;
        match self.controls.order {
            ListOrder::Name => self.rows.sort_by_cached_key(|at| all[*at].title.to_lowercase()),
            ListOrder::Progress => self.rows.sort_by_key(|at| all[*at].progress),
            ListOrder::State => {
                self.rows.sort_by_cached_key(|at| last_if_empty(all[*at].standing.name()));
            }
            ListOrder::Path => self.rows.sort_by_cached_key(|at| all[*at].source.to_lowercase()),
            _ => {}
        }
        self.chosen = self.rows.iter().position(|at| Some(*at) == chosen).unwrap_or(0);
    }
}

impl App {
    /// Opens the list of these documents, or updates it if it is open.
    pub fn show_recent(&mut self, all: Vec<Recent>) {
        let chosen = self.recent.chosen().map(|recent| recent.source.clone());
        self.recent.all = all;
        if !matches!(self.mode, Mode::Documents) {
            self.recent.controls.filter = InputLine::default();
            self.recent.controls.filtering = false;
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
}
