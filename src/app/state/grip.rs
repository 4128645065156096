//! What the mouse is dragging.

/// What the mouse drags while its button is down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum Grip {
    /// The divider between the contents and the text.
    Divider,
    /// The scroll bar.
    Scrollbar,
}
