//! The user's bookmarks and reading positions: stored on disk, never lost.
//!
//! * [`Bookmark`] is a passage with its address, its quotation in context, a note
//!   and tags;
//! * [`Index`] finds its passage again in a document, edited or not, and returns
//!   an [`Anchor`];
//! * [`Revision`] describes how a document was edited;
//! * a [`Change`] says which field of which bookmark changes, from what to what;
//! * [`Store`] keeps them in `bookmarks.toml`: each change is merged with the
//!   file as it is on disk then, under a lock, and written atomically;
//! * [`exchange`] exports and imports bookmarks;
//! * [`ReadingStore`] stores the reading position of each document.

mod anchor;
pub(crate) mod atomic;
mod bookmark;
mod change;
mod citation;
mod earlier;
pub mod exchange;
mod identity;
pub(crate) mod lock;
mod merging;
mod reading;
mod record;
mod revision;
mod store;

pub use anchor::{Anchor, Index, at_position};
pub use bookmark::{Bookmark, Highlight, Position, Quotation, clip, stamp};
pub use change::{Change, Edit, Remark};
pub use citation::{Citable, Cited, Template, TemplateError, cite, in_markdown};
pub use identity::{DocumentIdentity, Trust};
pub use lock::Waiting;
pub use merging::preview;
pub use reading::{Forgotten, ReadingState, ReadingStore};
pub use revision::{RemovedSection, Revision};
pub use store::{LARGEST, Store, StoreError};
