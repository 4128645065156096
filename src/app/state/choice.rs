//! A choice in a list: its steps, and the rows in view around it.

/// Moves an index of a list by `by`, within its limits.
pub(in crate::app) fn moved(at: usize, by: i64, last: usize) -> usize {
    let to = i64::try_from(at).unwrap_or(i64::MAX).saturating_add(by);
    usize::try_from(to).unwrap_or(0).min(last)
}

/// The first row in view of a list of `count` rows, of which `rows` fit: the chosen one stays in
/// the middle if not all fit.
pub(in crate::app) fn window(chosen: usize, count: usize, rows: u16) -> usize {
    let rows = usize::from(rows);
    chosen.saturating_sub(rows / 2).min(count.saturating_sub(rows))
}
