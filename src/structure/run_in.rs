//! Headings inside provisions: those after which the numbers of a provision continue (`2.2`, a
//! heading, `2.3`), and similar ones.

use super::part::Part;
use crate::import::manuscript::ElementKind;
use crate::lexicon::label::{self, LineRole};
use std::collections::HashMap;

/// Which provisions a heading without a number leaves open.
pub struct Inner {
    /// For each part, the depth of the next provision after it, if it is an outermost one or its
    /// number is written whole.
    next: Vec<Option<usize>>,
    /// Of the headings of each level that are between two provisions, those
    /// that are inside one, and those that are not.
    counts: HashMap<u8, (usize, usize)>,
}

impl Inner {
    /// Of the parts of a document.
    pub fn of(text: &str, parts: &[Part<'_>]) -> Self {
        let mut next = vec![None; parts.len()];
        let mut coming = None;
        for (at, part) in parts.iter().enumerate().rev() {
            // A heading with another number begins something of its own.
            if part.mark.is_none() && is_numbered_heading(text, part) {
                coming = None;
            }
            next[at] = coming;
            if let Some(mark) = part.mark {
                coming = part.provision().filter(|depth| *depth == 0 || mark.whole);
            }
        }
        let mut counts: HashMap<u8, (usize, usize)> = HashMap::new();
        let mut within = false;
        for (part, next) in parts.iter().zip(&next) {
            if part.mark.is_some() {
                within = part.provision().is_some();
            } else if let (ElementKind::Heading { level }, Some(depth), true) =
                (part.kind, next, within)
            {
                let (inside, outside) = counts.entry(level).or_default();
                *(if *depth > 0 { inside } else { outside }) += 1;
            }
        }
        Self { next, counts }
    }

    /// Whether a heading of a level leaves a provision open, `own` the level of
    /// the heading that this is by its format: always where a sub-clause of it
    /// follows; where any does, and the heading is set in from the provision; else
    /// where this is none, and most headings of the level are inside provisions.
    pub fn keeps(
        &self,
        heading: usize,
        level: u8,
        (depth, own): (usize, Option<u8>),
        set_in: bool,
    ) -> bool {
        let Some(next) = self.next.get(heading).copied().flatten() else { return false };
        let (inside, outside) = self.counts.get(&level).copied().unwrap_or_default();
        next > depth || (next > 0 && set_in) || (own.is_none() && inside > outside)
    }
}

fn is_numbered_heading(text: &str, part: &Part<'_>) -> bool {
    part.is_heading() && !label::labels(&part.words(text), LineRole::Heading).is_empty()
}
