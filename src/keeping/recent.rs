//! The recently read documents, as the screen and the command line list them.

use crate::app::{Availability, Recent};
use crate::bookmarks::{ReadingState, ReadingStore};
use crate::document::Origin;
use std::path::Path;

/// Returns the documents that were read, most recent first.
pub fn documents(positions: &ReadingStore) -> Vec<Recent> {
    let built_in = Origin::BuiltIn.place();
    let recent = |state: ReadingState| {
        let there = state.source == built_in || Path::new(&state.source).exists();
        Recent {
            standing: if there { Availability::There } else { Availability::Missing },
            title: state.title,
            source: state.source,
            opened: state.opened,
            progress: state.progress,
            address: state.address,
        }
    };
    positions.recent().into_iter().map(recent).collect()
}
