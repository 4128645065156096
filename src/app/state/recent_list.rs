//! The list of recently read documents: its rows, their order and the chosen one.

use super::{Filter, ListControls, ListOrder, ListOrders, Recent, last_if_empty};
use crate::messages::states;

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
    pub(in crate::app) all: Vec<Recent>,
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
    pub(in crate::app) fn list(&mut self) {
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
