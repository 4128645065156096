//! The latest clicks of the mouse in one place.

use std::time::Duration;

/// The latest clicks in one place.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::app) struct Clicks {
    pub(in crate::app) cell: (u16, u16),
    pub(in crate::app) at: Duration,
    /// The number of clicks.
    pub(in crate::app) count: u8,
}
