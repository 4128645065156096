//! Peers: provisions whose number has a point though they are beside those without
//! one and not below them, as `2.1` that was put in between 2 and 3.

use super::candidate::Candidate;
use crate::document::Ordinal;
use crate::import::manuscript::Element;
use crate::lexicon::counter::Counter;
use crate::lexicon::keywords::Role;
use crate::lexicon::label::{LabelForm, LabelStyle, Suffix};
use crate::structure::share::Share;
use crate::structure::trace::{Figure, Quantity, Rule, Trace, TraceSubject};
use std::collections::BTreeMap;

/// Where the labels of a document show that those with a point are peers of the others,
/// makes them such: `2.1` is 2 with something put in behind it then.
pub fn settle(text: &str, elements: &[Element], candidates: &mut [Candidate], trace: &impl Trace) {
    let mut families: BTreeMap<Option<Role>, Family> = BTreeMap::new();
    for (at, candidate) in candidates.iter().enumerate() {
        let Some(place) = family_place(candidate) else { continue };
        let family = families.entry(candidate.label.style.role()).or_default();
        match place {
            FamilyPlace::Whole => family.whole.push(at),
            FamilyPlace::Dotted => family.dotted.push(at),
        }
    }
    for (role, family) in families {
        if family.dotted.is_empty() || family.whole.is_empty() {
            continue;
        }
        let peers = if role == Some(Role::Article) {
            family.are_rare()
        } else {
            family.are_beside(text, elements, candidates)
        };
        if peers {
            family.put_beside(candidates, trace);
        }
    }
}

/// Labels of one kind of word, with and without a point in their number.
#[derive(Debug, Default)]
struct Family {
    whole: Vec<usize>,
    dotted: Vec<usize>,
}

enum FamilyPlace {
    Whole,
    Dotted,
}

/// Minimum number of articles that were not inserted for each that was.
pub(super) const RARELY: usize = 2;

fn family_place(candidate: &Candidate) -> Option<FamilyPlace> {
    let LabelStyle { named, counter, form, components } = candidate.label.style;
    let able = match named {
        Some(named) => matches!(named.role, Role::Article | Role::Section),
        None => matches!(form, LabelForm::Point | LabelForm::Bare),
    };
    let digits = counter == Counter::Digits && candidate.place.column == 0;
    let whole = candidate.label.value.suffix.is_empty() && !candidate.label.is_supplementary();
    match components {
        1 if able && digits && whole => Some(FamilyPlace::Whole),
        2 if able && digits && whole => Some(FamilyPlace::Dotted),
        _ => None,
    }
}

/// This many that are shown to be beside others decide for all.
const SEVERAL: usize = 2;

/// Fewer decide for all if they are this share of them.
pub(super) const MOSTLY: Share = Share::new(1, 2);

impl Family {
    /// Whether hardly a number has a point.
    fn are_rare(&self) -> bool {
        self.dotted.len() * RARELY <= self.whole.len()
    }

    /// Whether more of those with a point are shown to be beside the provision before
    /// them than below it, and than tell nothing.
    fn are_beside(&self, text: &str, elements: &[Element], candidates: &[Candidate]) -> bool {
        let (mut beside, mut below, mut pairs) = (0, 0, 0);
        for (holder, first) in self.pairs(candidates) {
            pairs += 1;
            match relation(text, elements, candidates, holder, first) {
                Some(Relation::Beside) => beside += 1,
                Some(Relation::Below) => below += 1,
                None => {}
            }
        }
        beside > below && (beside >= SEVERAL || MOSTLY.is_passed(beside, pairs))
    }

    /// Each whole number that another with a point goes on from, and the first of these.
    fn pairs<'a>(
        &'a self,
        candidates: &'a [Candidate],
    ) -> impl Iterator<Item = (usize, usize)> + 'a {
        let mut met: Option<usize> = None;
        self.dotted.iter().filter_map(move |dotted| {
            let before = self.whole.partition_point(|whole| whole < dotted);
            let holder = self.whole[..before].iter().rev().find(|whole| {
                candidates[**whole].label.reached().components
                    == candidates[*dotted].label.value.prefix()
            })?;
            let new = met != Some(*holder);
            met = Some(*holder);
            new.then_some((*holder, *dotted))
        })
    }

    /// Makes those with a point peers of the others.
    fn put_beside(&self, candidates: &mut [Candidate], trace: &impl Trace) {
        for dotted in &self.dotted {
            let before = self.whole.partition_point(|whole| whole < dotted);
            let near = before.checked_sub(1).or((!self.whole.is_empty()).then_some(0));
            let Some(form) = near.map(|at| candidates[self.whole[at]].label.style.form) else {
                continue;
            };
            trace.tell(TraceSubject::Reading(*dotted), Rule::PutInLater, || {
                vec![
                    Figure::new(Quantity::NumbersWithAPoint, self.dotted.len()),
                    Figure::new(Quantity::NumbersWithoutAPoint, self.whole.len()),
                ]
            });
            let label = &mut candidates[*dotted].label;
            let shown: Vec<String> = label.ordinals.iter().map(ToString::to_string).collect();
            if let Some(own) = label.value.components.pop() {
                label.value.suffix = Suffix::of(&[own]);
                label.style.components = 1;
                label.style.form = form;
                label.ordinals = vec![Ordinal::Compound(shown.join("."))];
            }
        }
    }
}

/// How a number with a point relates to the whole one.
enum Relation {
    /// `2. (1) … (2) … 2.1 (1) …`
    Beside,
    /// `2. Lamps`, `2.1 Each lamp …`
    Below,
}

/// What shows how a number with a point relates to the whole one before it: whether a
/// list of that ends before it, or nothing but a title.
fn relation(
    text: &str,
    elements: &[Element],
    candidates: &[Candidate],
    holder: usize,
    dotted: usize,
) -> Option<Relation> {
    let is_part = |candidate: &Candidate| {
        candidate.label.style.named.is_none()
            && matches!(candidate.label.style.form, LabelForm::Both | LabelForm::Close)
            && (candidate.label.style.form == LabelForm::Both
                || candidate.label.style.counter == Counter::LetterSmall)
            && candidate.label.value.is_first()
    };
    let (from, to) = (candidates[holder].place, candidates[dotted].place);
    let between = candidates[holder..dotted].iter();
    let listed = between.clone().any(|own| own.place > from && own.place < to && is_part(own));
    let stacked = candidates[dotted..]
        .iter()
        .take_while(|own| own.place.element == to.element && own.place.line == to.line)
        .any(|own| own.place.column > 0 && is_part(own));
    if listed || stacked {
        return Some(Relation::Beside);
    }
    // What was repealed holds nothing.
    let line =
        elements[from.element].lines.get(from.line).map_or("", |(range, _)| &text[range.clone()]);
    let remark = line.get(candidates[holder].label.len..).unwrap_or("").trim();
    if candidates[holder].label.until.is_some()
        || (remark.starts_with('[') && remark.ends_with(']'))
    {
        return Some(Relation::Beside);
    }
    let (element, next) = (&elements[from.element], to.element);
    let end = element.lines.last().map_or("", |(range, _)| text[range.clone()].trim_end());
    let title = candidates[holder].heading && !end.ends_with(['.', '。', ']', ')']);
    (title && next <= from.element + 1).then_some(Relation::Below)
}
