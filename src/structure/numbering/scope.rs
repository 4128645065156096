//! What may be a sub-clause of a provision: labels that are written otherwise
//! than those of the levels around it, or are further in.

use super::candidate::Candidate;
use crate::document::{ClauseNumber, Ordinal};
use crate::lexicon::counter::Counter;
use crate::lexicon::keywords::Role;
use crate::lexicon::label::{LETTERED, LabelForm, LabelStyle};
use crate::structure::trace::Rule;

/// The provision that sub-clauses are looked for in.
pub struct Scope<'s> {
    /// Its own number.
    pub number: &'s ClauseNumber,
    /// The same as plain numbers, which `2.1` is compared with.
    pub values: Vec<u32>,
    /// How many provisions contain its sub-clauses.
    pub depth: usize,
    /// Styles of the levels around, each with the columns of one of its labels.
    pub around: &'s [EnclosingLevel],
}

/// A level around a provision: one of its labels.
#[derive(Clone, Copy)]
pub struct EnclosingLevel {
    /// How it is written.
    pub style: LabelStyle,
    /// Columns before it.
    pub indent: usize,
    /// Columns before its line.
    pub margin: usize,
    /// Columns up to the end of it.
    pub edge: usize,
    /// Whether it is a heading by its form.
    pub heading: bool,
    /// The level of the heading that its label is in, by the format.
    pub level: Option<u8>,
}

/// The numbers that the labels below a label may begin with.
pub fn values_of(candidate: &Candidate, outer: &[u32]) -> Vec<u32> {
    let label = &candidate.label;
    if !label.value.prefix().is_empty() {
        return label.value.components.clone();
    }
    let letter = matches!(label.ordinals.last(), Some(Ordinal::Letters(_)));
    let own = label.value.last() + if letter { LETTERED } else { 0 };
    outer.iter().copied().chain([own]).collect()
}

impl Scope<'_> {
    /// Why a label cannot be that of a sub-clause here; none where it may.
    pub fn refusal(&self, candidate: &Candidate) -> Option<Rule> {
        let label = &candidate.label;
        if candidate.misread.is_some() {
            return candidate.misread;
        }
        if !label.value.prefix().is_empty() && !self.values.ends_with(label.value.prefix()) {
            return Some(Rule::ForeignPrefix);
        }
        // `Article 2.1` is below `Article 2`.
        let whole = label.style.role() == Some(Role::Article) && label.style.components > 1;
        let ordinal = label.style.named.is_none() && label.style.counter == Counter::Word;
        if ordinal || (!matches!(label.style.role(), None | Some(Role::Section)) && !whole) {
            return Some(Rule::WordInside);
        }
        if label.style.form == LabelForm::Bare && label.style.components == 1 {
            return Some(Rule::BareInside);
        }
        let inner = self.around.last();
        let outdented = inner.is_some_and(|level| {
            !level.heading && !candidate.heading && candidate.indent + 2 < level.margin
        });
        let taken = self.around.iter().any(|level| {
            // What is not a heading is below a heading that is written alike.
            let below = level.level.is_some() && candidate.level.is_none();
            !below
                && level.style == label.style
                && !(candidate.edge > level.edge && candidate.indent >= level.indent)
        });
        match (outdented, taken) {
            (true, _) => Some(Rule::Outdented),
            (_, true) => Some(Rule::StyleTaken),
            _ => None,
        }
    }
}
