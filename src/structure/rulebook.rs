//! The rulebook: the figures that each [`Rule`] compares with, as its pass has them.

use super::trace::{Rule, Threshold};
use super::{numbering, prose_lists};

/// The thresholds of a rule.
pub fn thresholds(rule: Rule) -> Vec<Threshold> {
    let mut all = numbering::thresholds(rule);
    all.extend(prose_lists::thresholds(rule));
    all
}
