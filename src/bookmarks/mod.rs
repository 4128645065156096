//! What a person made, and where a person was: kept on disk, never lost.
//!
//! * [`Bookmark`] is a passage with its address, its quotation in context and
//!   a note; it finds its passage again in a document;
//! * [`Store`] keeps them in `bookmarks.toml`: each change is made to the file
//!   as it is on disk then, under a lock, and written atomically;
//! * [`ReadingStore`] remembers where each document was left.

mod atomic;
mod bookmark;
mod citation;
mod reading;
mod record;
mod store;

pub use bookmark::{Bookmark, DocumentIdentity, Position, Quotation, clip};
pub use citation::cite;
pub use reading::{ReadingState, ReadingStore};
pub use store::{Change, Store, StoreError};
