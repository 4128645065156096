//! A document that is being put beside the one in view.

use crate::app::Prepared;
use crate::cli::error::Failure;
use crate::document::ContentId;
use crate::run::awaited::Pending;
use crate::run::event::RereadOutcome;
use crate::terminal::{Stamp, Watch};
use crate::typeset::Pairing;

/// A document that was read to be put beside another.
#[derive(Debug)]
pub struct ReadBeside {
    pub(in crate::run) prepared: Prepared,
    pub(in crate::run) stamp: Stamp,
}

/// What is under way for the document beside the one in view.
#[derive(Debug, Default)]
pub struct PairingState {
    /// A document that is being read to be put beside.
    pub(in crate::run) reading: Option<Pending<Result<Box<ReadBeside>, Failure>>>,
    /// Which paragraphs of two documents belong together: the left and the right document, and the
    /// result once it is there.
    pub(in crate::run) aligning: Option<([ContentId; 2], Pending<Pairing>)>,
    /// The document beside, and the watch of its file, if that is watched.
    pub(in crate::run) watch: Option<(ContentId, Option<Watch>)>,
    /// The number of the latest reading of that file.
    pub(in crate::run) turn: u64,
    /// What was found, and the file as it was then, until it can be shown.
    pub(in crate::run) reread: Option<(Stamp, RereadOutcome)>,
}
