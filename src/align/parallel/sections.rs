//! Which section of one text is which of the other, by the path of their numbers.

use super::part::{Part, length_of};
use super::program::Comparison;
use super::ratio::LengthRatio;
use super::shapes::ShapeCosts;
use crate::align::beads::Bead;
use crate::align::pairs::Pairs;
use crate::document::{BlockId, ClauseNumber, Document, Ordinal, Section, SectionId, SectionKind};
use std::collections::{BTreeMap, HashMap, VecDeque};

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
///    letters of another alphabet, or only in one of the texts: they pair by their place, or by their
///    length where the texts do not have the same number of them. So do headings, and a preamble that
///    only one of the texts calls by a known name.
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
        |document: &Document, id: SectionId| document.section(id).kind.is_provision();
    let numbers_correspond =
        of_left.iter().any(|id| is_provision(left, *id) && pairs.of_old(*id).is_some());
    // Where only one of the texts numbers its provisions, the other has headings in their place.
    let has_provisions =
        |document: &Document, ids: &[SectionId]| ids.iter().any(|id| is_provision(document, *id));
    let is_mixed = has_provisions(left, &of_left) != has_provisions(right, &of_right);
    let groups: &[fn(SectionKind) -> bool] = match (numbers_correspond, is_mixed) {
        (true, _) => &[is_unnumbered],
        (false, false) => &[SectionKind::is_provision, is_unnumbered],
        (false, true) => &[|kind| kind.is_provision() || is_unnumbered(kind)],
    };
    for is_of_group in groups {
        let gaps = gaps((left, &of_left), (right, &of_right), pairs, *is_of_group);
        for (one, other) in gaps {
            found.extend(pair_by_place((left, one), (right, other), pairs, ratio));
        }
    }
    found
}

/// Whether sections of a kind have no number by which they pair.
pub(super) fn is_unnumbered(kind: SectionKind) -> bool {
    matches!(
        kind,
        SectionKind::Heading
            | SectionKind::Declaration
            | SectionKind::Preamble
            | SectionKind::Story
    )
}

/// The sections of a group without a partner, by the gaps between those that correspond.
fn gaps(
    (left, of_left): (&Document, &[SectionId]),
    (right, of_right): (&Document, &[SectionId]),
    pairs: &Pairs,
    is_of_group: fn(SectionKind) -> bool,
) -> Vec<(Vec<SectionId>, Vec<SectionId>)> {
    let mut gaps: BTreeMap<Option<SectionId>, (Vec<SectionId>, Vec<SectionId>)> = BTreeMap::new();
    let mut before = None;
    for id in of_left {
        match pairs.of_old(*id) {
            Some(_) => before = Some(*id),
            None if is_of_group(left.section(*id).kind) => {
                gaps.entry(before).or_default().0.push(*id);
            }
            None => {}
        }
    }
    before = None;
    for id in of_right {
        match pairs.of_new(*id) {
            Some(partner) => before = Some(partner),
            None if is_of_group(right.section(*id).kind) => {
                gaps.entry(before).or_default().1.push(*id);
            }
            None => {}
        }
    }
    gaps.into_values().collect()
}

/// The last component of the number of a provision.
fn own_number(document: &Document, id: SectionId) -> Option<&Ordinal> {
    let section = document.section(id);
    let number = section.number.as_ref().filter(|_| section.kind.is_provision());
    number.and_then(|number| number.components().last())
}

/// Pairs sections by their place, or by their length if there are not as many of them.
fn pair_by_place(
    (left, one): (&Document, Vec<SectionId>),
    (right, other): (&Document, Vec<SectionId>),
    pairs: &mut Pairs,
    ratio: LengthRatio,
) -> Vec<(SectionId, SectionId)> {
    let beads: Vec<Bead> = if one.len() == other.len() {
        (0..one.len()).map(|at| Bead::pair(at, at)).collect()
    } else {
        let whole = |document: &Document, ids: &[SectionId]| -> Vec<Part> {
            let of = |id: &SectionId| {
                let blocks: Vec<BlockId> = document.section(*id).block_ids().collect();
                Part { length: length_of(document, &blocks), ..Part::default() }
            };
            ids.iter().map(of).collect()
        };
        let comparison = Comparison { ratio, shapes: &ShapeCosts::usual(), partners: None };
        comparison.beads(&whole(left, &one), &whole(right, &other))
    };
    let single = beads.into_iter().filter(Bead::is_pair);
    let joined = single.map(|bead| (one[bead.old.start], other[bead.new.start]));
    joined.filter(|(a, b)| pairs.join(*a, *b)).collect()
}
