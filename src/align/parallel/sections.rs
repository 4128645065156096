//! Which section of one text is which of the other, by the path of their numbers.

use super::lengths::{LengthRatio, lengths_of, pair_by_length};
use crate::align::pairs::Pairs;
use crate::document::{ClauseNumber, Document, Ordinal, Section, SectionId, SectionKind};
use std::collections::{HashMap, VecDeque};

/// What a section is known by in every language.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum SectionKey {
    /// The kind, of which a text has one.
    Kind(SectionKind),
    /// The number of an annex among the annexes.
    Annex(usize),
    /// The number of a provision, and that of the annex that contains it.
    Provision(Option<usize>, ClauseNumber),
}

/// Pairs the sections of two texts.
///
/// 1. Those with the same key, the first with the first where a text has several.
/// 2. Inside each pair, the sections that are left, by their own number.
/// 3. If none of the provisions inside has a partner, they are numbered in another series, such as the
///    letters of another alphabet: they pair by their place, or by their length where the texts have
///    not the same number of them. So do headings.
pub fn pair(left: &Document, right: &Document) -> Pairs {
    let mut pairs = Pairs::none(left.sections().len(), right.sections().len());
    let others = by_key(right);
    for (key, ids) in by_key(left) {
        let partners = others.get(&key).into_iter().flatten();
        ids.into_iter().zip(partners).for_each(|(id, partner)| {
            pairs.join(id, *partner);
        });
    }
    let ratio = LengthRatio::of_sections(left, right, &pairs);
    let mut open: VecDeque<(Option<SectionId>, Option<SectionId>)> = VecDeque::new();
    open.push_back((None, None));
    open.extend(pairs.all().map(|(one, other)| (Some(one), Some(other))));
    while let Some((parent, partner)) = open.pop_front() {
        let found = pair_inside((left, parent), (right, partner), &mut pairs, ratio);
        open.extend(found.into_iter().map(|(one, other)| (Some(one), Some(other))));
    }
    pairs
}

fn by_key(document: &Document) -> HashMap<SectionKey, Vec<SectionId>> {
    let annexes =
        document.section_ids().filter(|id| document.section(*id).kind == SectionKind::Annex);
    let annexes: HashMap<SectionId, usize> = annexes.enumerate().map(|(at, id)| (id, at)).collect();
    let mut by_key: HashMap<SectionKey, Vec<SectionId>> = HashMap::new();
    for id in document.section_ids() {
        let Section { kind, number, .. } = document.section(id);
        let key = match (kind, number) {
            (SectionKind::Annex, _) => SectionKey::Annex(annexes[&id]),
            (SectionKind::Heading | SectionKind::Declaration, _) => continue,
            (_, Some(number)) => {
                let annex = document.annex_of(id).and_then(|annex| annexes.get(&annex));
                SectionKey::Provision(annex.copied(), number.clone())
            }
            (kind, None) if kind.is_provision() => continue,
            (kind, None) => SectionKey::Kind(*kind),
        };
        by_key.entry(key).or_default().push(id);
    }
    by_key
}

/// Pairs the sections directly inside two that correspond, as far as they have no partner. Returns the
/// new pairs.
fn pair_inside(
    (left, parent): (&Document, Option<SectionId>),
    (right, partner): (&Document, Option<SectionId>),
    pairs: &mut Pairs,
    ratio: LengthRatio,
) -> Vec<(SectionId, SectionId)> {
    let (of_left, of_right): (Vec<SectionId>, Vec<SectionId>) =
        (left.children(parent).collect(), right.children(partner).collect());
    let mut found = Vec::new();
    let mut others: HashMap<&Ordinal, SectionId> = HashMap::new();
    for id in &of_right {
        if let Some(own) = own_number(right, *id).filter(|_| pairs.of_new(*id).is_none()) {
            others.entry(own).or_insert(*id);
        }
    }
    for id in &of_left {
        if let Some(other) = own_number(left, *id).and_then(|own| others.get(own))
            && pairs.join(*id, *other)
        {
            found.push((*id, *other));
        }
    }
    let is_provision =
        |document: &Document, id: &SectionId| document.section(*id).kind.is_provision();
    let numbers_correspond =
        of_left.iter().any(|id| is_provision(left, id) && pairs.of_old(*id).is_some());
    let is_heading = |document: &Document, id: &SectionId| {
        matches!(document.section(*id).kind, SectionKind::Heading | SectionKind::Declaration)
    };
    if !numbers_correspond {
        let one = of_left.iter().copied().filter(|id| is_provision(left, id));
        let other = of_right.iter().copied().filter(|id| is_provision(right, id));
        found.extend(pair_by_place((left, one), (right, other), pairs, ratio));
    }
    let one = of_left.iter().copied().filter(|id| is_heading(left, id));
    let other = of_right.iter().copied().filter(|id| is_heading(right, id));
    found.extend(pair_by_place((left, one), (right, other), pairs, ratio));
    found
}

/// The last component of the number of a provision.
fn own_number(document: &Document, id: SectionId) -> Option<&Ordinal> {
    let section = document.section(id);
    let number = section.number.as_ref().filter(|_| section.kind.is_provision());
    number.and_then(|number| number.components().last())
}

/// Pairs sections by their place, or by their length if there are not as many of them.
fn pair_by_place(
    (left, one): (&Document, impl Iterator<Item = SectionId>),
    (right, other): (&Document, impl Iterator<Item = SectionId>),
    pairs: &mut Pairs,
    ratio: LengthRatio,
) -> Vec<(SectionId, SectionId)> {
    let one: Vec<SectionId> = one.filter(|id| pairs.of_old(*id).is_none()).collect();
    let other: Vec<SectionId> = other.filter(|id| pairs.of_new(*id).is_none()).collect();
    let places: Vec<(usize, usize)> = if one.len() == other.len() {
        (0..one.len()).map(|at| (at, at)).collect()
    } else {
        let whole = |document: &Document, ids: &[SectionId]| {
            lengths_of(document, ids, |id| document.section(id).block_ids().collect())
        };
        pair_by_length(&whole(left, &one), &whole(right, &other), ratio)
    };
    let joined = places.into_iter().map(|(a, b)| (one[a], other[b]));
    joined.filter(|(a, b)| pairs.join(*a, *b)).collect()
}
