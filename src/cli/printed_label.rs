//! The labels of provisions as the text prints them, beside their numbers in JSON: the number alone
//! does not tell `2(1)` from `2.1`.

use crate::document::{Document, SectionId};
use crate::lexicon::label::{self, LineRole};

/// Returns the label of a provision as the text prints it. Several provisions may begin with one
/// block, as `3. (1)` does: each has its own part of the label.
pub fn of(document: &Document, id: SectionId) -> Option<String> {
    let section = document.section(id);
    let first = section.block_ids().next().filter(|_| section.kind.is_provision())?;
    let begins = |id: &SectionId| {
        let other = document.section(*id);
        other.kind.is_provision() && other.block_ids().next() == Some(first)
    };
    let outer = document.ancestry(id).skip(1).take_while(begins).count();
    let is_innermost = !document.children(Some(id)).next().is_some_and(|child| begins(&child));
    let mut rest = document.label(first)?.trim();
    let len = |label: &str| {
        let readings = label::labels(label, LineRole::Running);
        readings.iter().map(|own| own.len).max().filter(|len| *len > 0).unwrap_or(label.len())
    };
    for _ in 0..outer {
        rest = rest[len(rest)..].trim_start();
    }
    let own = if is_innermost { rest } else { &rest[..len(rest)] };
    (!own.is_empty()).then(|| own.trim_end().to_owned())
}
