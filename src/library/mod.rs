//! The library: the documents in the user's folders, known by their content.
//!
//! ```text
//! folders --walk--> files --update--> catalogue, kept documents
//! ```
//!
//! [`Shelf`] is the whole: a [`Catalogue`] with a [`Record`] of each content, and the documents as they
//! were read ([`kept`]). An [`update`] compares the files with what is known ([`file_state`]) and reads
//! what differs ([`reading`]): a moved file keeps its record, an edited one becomes a later edition,
//! and a deleted one stays as missing until it is forgotten.

mod catalogue;
mod error;
mod facts;
mod fault;
mod file_state;
mod hexadecimal;
mod kept;
mod places;
mod reach;
mod reading;
mod record;
mod shelf;
mod sorting;
mod stored_path;
#[cfg(test)]
mod tests;
mod update;
mod walk;

pub use catalogue::Catalogue;
pub use error::ShelfError;
pub use facts::DocumentFacts;
pub use fault::Fault;
pub use kept::KeptDocuments;
pub use places::LibraryPlaces;
pub use reach::Reach;
pub use reading::{FileReader, Import, ReadingLimits};
pub use record::{KnownFile, Presence, Record, Standing, UnreadFile};
pub use shelf::Shelf;
pub use sorting::sort;
pub use stored_path::StoredPath;
pub use update::{UpdateEvent, Updated};
