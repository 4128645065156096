//! What the user was reading before something opened over it.

use super::{Focus, History, Mode, Only, View};
use crate::document::Point;

/// The held state.
#[derive(Debug, Clone)]
pub(in crate::app) struct Held {
    pub(in crate::app) mode: Mode,
    pub(in crate::app) focus: Focus,
    /// The place of the entry under the outline's cursor.
    pub(in crate::app) entry: usize,
    /// What the pane showed.
    pub(in crate::app) view: View,
    pub(in crate::app) attention: Option<Point>,
    pub(in crate::app) link: Option<usize>,
    pub(in crate::app) only: Option<Only>,
    pub(in crate::app) history: History,
}
