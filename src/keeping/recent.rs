//! The documents that were read lately, as the screen and the command line list
//! them.

use crate::app::{Recent, Standing};
use crate::bookmarks::{ReadingState, ReadingStore};
use crate::document::Origin;
use crate::import;
use std::path::Path;

/// The documents that were read, the latest first; the bulletin that the
/// program carries is always among them.
pub fn documents(positions: &ReadingStore) -> Vec<Recent> {
    let built_in = Origin::BuiltIn.to_string();
    let mut states = positions.recent();
    if !states.iter().any(|state| state.source == built_in) {
        let title =
            import::built_in().map_or_else(|_| built_in.clone(), |d| d.metadata().headline());
        states.push(ReadingState { title, source: built_in.clone(), ..ReadingState::default() });
    }
    let recent = |state: ReadingState| {
        let there = state.source == built_in || Path::new(&state.source).exists();
        Recent {
            standing: if there { Standing::There } else { Standing::Missing },
            title: state.title,
            source: state.source,
            opened: state.opened,
            progress: state.progress,
            address: state.address,
        }
    };
    states.into_iter().map(recent).collect()
}
