//! The rulebook: the figures that each [`Rule`] compares with, as its pass has them.

use super::trace::{Rule, Threshold};
use super::{numbering, printout, prose_lists, references};
use std::fmt::Write as _;

/// The thresholds of a rule.
pub fn thresholds(rule: Rule) -> Vec<Threshold> {
    let mut all = numbering::thresholds(rule);
    all.extend(prose_lists::thresholds(rule));
    all.extend(references::thresholds(rule));
    all.extend(printout::thresholds(rule));
    all
}

/// All rules as a page of text: the name and the effect of each, its sentence, and its thresholds.
pub fn page() -> String {
    let mut page = String::new();
    for rule in Rule::ALL {
        let gap = if page.is_empty() { "" } else { "\n" };
        // Writing to a string cannot fail.
        let _ = write!(
            page,
            "{gap}{} ({})\n    {}\n",
            rule.name(),
            rule.effect().name(),
            rule.sentence()
        );
        for threshold in thresholds(*rule) {
            let _ = writeln!(page, "    {}", threshold.told());
        }
    }
    page
}
