//! Everything that the loop holds.

use super::{
    Comparing, Growing, KeptState, Looks, LookupPrograms, Opening, PairingState, Rereading,
    Suggesting,
};
use crate::app::App;
use crate::bookmarks::DocumentIdentity;
use crate::cache::Personal;
use crate::keeping::{FilePlaces, Keeper};
use crate::run::documents::Documents;
use crate::terminal::{Clipboard, Stamp};
use std::time::Instant;

/// The reader: the state, and what the loop needs to carry out its effects.
pub struct Reader {
    pub(in crate::run) app: App,
    /// The sources of the look.
    pub(in crate::run) looks: Looks,
    pub(in crate::run) identity: DocumentIdentity,
    /// The stamp of the file in view when it was read.
    pub(in crate::run) stamp: Stamp,
    /// The documents that are not in view.
    pub(in crate::run) documents: Documents,
    pub(in crate::run) cache: Personal,
    pub(in crate::run) rereading: Rereading,
    pub(in crate::run) growing: Growing,
    /// The document being read to be brought into view.
    pub(in crate::run) opening: Option<Opening>,
    /// The comparison being made to be brought into view.
    pub(in crate::run) comparing: Option<Comparing>,
    /// What is under way for the document beside the one in view.
    pub(in crate::run) pairing: PairingState,
    pub(in crate::run) keeper: Keeper,
    pub(in crate::run) kept: KeptState,
    pub(in crate::run) places: FilePlaces,
    pub(in crate::run) clipboard: Clipboard,
    /// The bookmark for which the document was opened, until its passage is found.
    pub(in crate::run) wanted: Option<String>,
    /// The completion of typed paths.
    pub(in crate::run) suggesting: Suggesting,
    /// Running programs.
    pub(in crate::run) outside: LookupPrograms,
    /// When reading began.
    pub(in crate::run) begun: Instant,
}
