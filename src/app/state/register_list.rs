//! What is shown of a register: its rows, their order and the chosen one.

use super::{
    ListControls, ListOrder, ListOrders, Register, RegisterKind, RegisterRow, by_value,
    last_if_empty,
};
use crate::document::{ContentId, Document};
use crate::messages::states;
use std::sync::Arc;

/// The orders of a register.
pub const REGISTER_ORDERS: ListOrders = &[
    (ListOrder::Given, states::SORTED_BY_TEXT),
    (ListOrder::Name, states::SORTED_BY_NAME),
    (ListOrder::Note, states::SORTED_BY_DESCRIPTION),
    (ListOrder::Places, states::SORTED_BY_PLACES),
];

/// The user's choices for registers.
#[derive(Debug, Clone, Default)]
pub struct RegisterList {
    /// Its filter and order.
    pub controls: ListControls,
    /// The rows of the open register, as listed after the last event.
    pub(in crate::app) listed: Option<Listed>,
}

/// Listed rows, with everything that determines them.
#[derive(Debug, Clone)]
pub(in crate::app) struct Listed {
    kind: RegisterKind,
    filter: String,
    order: ListOrder,
    /// The document, and how much of it had been read.
    document: (ContentId, usize),
    rows: Arc<[RegisterRow]>,
}

impl RegisterList {
    /// The listed rows of a register.
    pub(in crate::app) fn rows(
        &self,
        register: Register,
        document: &Document,
    ) -> Arc<[RegisterRow]> {
        let known = self.listed.as_ref().filter(|listed| {
            listed.kind == register.kind
                && listed.filter == self.controls.only()
                && listed.order == self.controls.order
                && listed.document == identity(document)
        });
        known.map_or_else(|| self.found(register, document).into(), |known| known.rows.clone())
    }

    /// Caches the rows of a register until anything that determines them changes.
    pub(in crate::app) fn keep(&mut self, register: Register, document: &Document) {
        self.listed = Some(Listed {
            kind: register.kind,
            filter: self.controls.only().to_owned(),
            order: self.controls.order,
            document: identity(document),
            rows: self.rows(register, document),
        });
    }

    fn found(&self, register: Register, document: &Document) -> Vec<RegisterRow> {
        let words = self.controls.only().to_lowercase();
        let mut rows = register.rows(document);
        rows.retain(|row| {
            let (name, note) = (row.name.to_lowercase(), row.note.to_lowercase());
            words.split_whitespace().all(|word| name.contains(word) || note.contains(word))
        });
        match self.controls.order {
            ListOrder::Name => rows.sort_by_cached_key(|row| by_value(&row.name)),
            ListOrder::Note => rows.sort_by_cached_key(|row| last_if_empty(&row.note)),
            ListOrder::Places => rows.sort_by_key(|row| std::cmp::Reverse(row.places.len())),
            _ => {}
        }
        rows
    }
}

/// Identifies a document, and how much of it had been read.
fn identity(document: &Document) -> (ContentId, usize) {
    (document.metadata().content, document.text().len())
}
