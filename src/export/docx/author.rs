//! Who made tracked changes.

/// Who made the changes, and when.
#[derive(Debug, Clone)]
pub struct ChangeAuthor {
    /// The name.
    pub name: String,
    /// The time, as in `2026-03-01T10:00:00Z`.
    pub time: String,
}
