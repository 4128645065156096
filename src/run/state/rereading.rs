//! How far the file in view is followed.

use crate::run::event::RereadOutcome;
use crate::terminal::{Stamp, Watch};

/// The state of reloading the file in view.
#[derive(Debug, Default)]
pub struct Rereading {
    /// Watches the file.
    pub(in crate::run) watch: Option<Watch>,
    /// The number of the latest reading.
    pub(in crate::run) turn: u64,
    /// What was found, and the file as it was then, until it can be shown.
    pub(in crate::run) pending: Option<(Stamp, RereadOutcome)>,
    /// Whether the user requested it.
    pub(in crate::run) asked: bool,
}
