//! Pairs the sections of two texts.
//!
//! 1. **Anchors**: sections with the same words, which no other section has, are one, whatever their
//!    number ([`anchors`]). Of several with the same words, those at the same address are one; the
//!    others are paired in their order.
//! 2. **Containers**: a section belongs to the one that holds most of the partners of its
//!    sub-sections ([`containers`]).
//! 3. **Candidates**: the others are scored by their words, their number, their neighbours and their
//!    title, and taken from the best down ([`candidates`](super::candidates)).
//! 4. **Replaced**: what is left at the same address in paired parents is one section whose words
//!    were replaced ([`replaced`]).
//!
//! Two sections are never paired by their titles alone. Nothing depends on the clock: the same two
//! texts give the same pairs on every machine.

use super::candidates;
use super::pairs::Pairs;
use super::profile::Side;
use crate::document::SectionId;
use std::collections::HashMap;

/// Sections of fewer words, such as “(Repealed)”, are no anchors.
const LEAST_WORDS_OF_ANCHOR: u32 = 3;

/// A section is the one that holds at least this share of its paired sub-sections, by words.
const SHARE_OF_CONTAINER: f32 = 0.5;

/// Pairs the sections of two texts. Returns whether the steps of the search were used up, so that
/// some pairs may be missing.
pub fn pair(old: &Side, new: &Side) -> (Pairs, candidates::Search) {
    let mut pairs = Pairs::none(old.profiles.len(), new.profiles.len());
    anchors(old, new, &mut pairs);
    containers(old, new, &mut pairs);
    let search = candidates::pair(old, new, &mut pairs);
    containers(old, new, &mut pairs);
    replaced(old, new, &mut pairs);
    (pairs, search)
}

/// Pairs sections with the same words.
fn anchors(old: &Side, new: &Side, pairs: &mut Pairs) {
    let (of_old, of_new) = (by_words(old), by_words(new));
    let mut repeated: Vec<(&[SectionId], &[SectionId])> = Vec::new();
    for (plain, ids) in &of_old {
        match (ids.as_slice(), of_new.get(plain).map(Vec::as_slice)) {
            (_, None) => {}
            ([only], Some([partner])) if old.profile(*only).words >= LEAST_WORDS_OF_ANCHOR => {
                pairs.join(*only, *partner);
            }
            (several, Some(others)) => repeated.push((several, others)),
        }
    }
    repeated.sort_unstable();
    for (several, others) in &repeated {
        let by_address: HashMap<&str, SectionId> =
            others.iter().map(|id| (new.document.section_address(*id), *id)).collect();
        for id in *several {
            if let Some(same) = by_address.get(old.document.section_address(*id)) {
                pairs.join(*id, *same);
            }
        }
    }
    in_order(old, new, &repeated, pairs);
}

/// The sections of a text by the hash of their words; those without words have none.
fn by_words(side: &Side) -> HashMap<u64, Vec<SectionId>> {
    let mut by_words: HashMap<u64, Vec<SectionId>> = HashMap::new();
    for id in side.document.section_ids() {
        let profile = side.profile(id);
        if profile.words > 0 {
            by_words.entry(profile.plain).or_default().push(id);
        }
    }
    by_words
}

/// Pairs the sections of the same words that are left, each with the next of its kind between the
/// pairs around it. Sections of few words say too little away from their address.
fn in_order(old: &Side, new: &Side, repeated: &[(&[SectionId], &[SectionId])], pairs: &mut Pairs) {
    let gaps = Gaps::of(pairs, old);
    for (several, others) in repeated {
        if old.profile(several[0]).words < LEAST_WORDS_OF_ANCHOR {
            continue;
        }
        let mut next = 0;
        for id in *several {
            if pairs.of_old(*id).is_some() {
                continue;
            }
            let (from, to) = gaps.around(*id, new.profiles.len());
            next = next.max(others.partition_point(|other| other.index() < from));
            while others.get(next).is_some_and(|other| other.index() < to) {
                let other = others[next];
                next += 1;
                if pairs.join(*id, other) {
                    break;
                }
            }
        }
    }
}

/// The pairs that kept their order, between which the others lie.
struct Gaps(Vec<(SectionId, SectionId)>);

impl Gaps {
    fn of(pairs: &Pairs, old: &Side) -> Self {
        let ordered = pairs.ordered(|id| old.size(id)).into_iter();
        Self(ordered.filter_map(|(pair, is_ordered)| is_ordered.then_some(pair)).collect())
    }

    /// The range of the new text between the partners of the nearest pairs around a section.
    fn around(&self, old: SectionId, len: usize) -> (usize, usize) {
        let after = self.0.partition_point(|(known, _)| *known < old);
        let from = after.checked_sub(1).map_or(0, |at| self.0[at].1.index() + 1);
        (from, self.0.get(after).map_or(len, |(_, new)| new.index()))
    }
}

/// Pairs sections by the partners of what they contain, from the innermost outwards.
fn containers(old: &Side, new: &Side, pairs: &mut Pairs) {
    for id in old.document.section_ids().rev() {
        if pairs.of_old(id).is_some() {
            continue;
        }
        let mut weights: HashMap<SectionId, u64> = HashMap::new();
        let mut all = 0;
        for inner in old.document.with_inner(id).skip(1) {
            let Some(partner) = pairs.of_old(inner) else { continue };
            let words = u64::from(old.profile(inner).words) + 1;
            all += words;
            for holder in new.document.ancestry(partner).skip(1) {
                *weights.entry(holder).or_default() += words;
            }
        }
        let least = SHARE_OF_CONTAINER * all as f32;
        let free = weights.into_iter().filter(|(holder, weight)| {
            *weight as f32 >= least && pairs.of_new(*holder).is_none() && all > 0
        });
        // Of several around the same sections, the innermost; of several beside each other, the
        // one that holds more.
        let best = free.max_by_key(|(holder, weight)| {
            (new.document.section(*holder).depth, *weight, std::cmp::Reverse(*holder))
        });
        if let Some((holder, _)) = best.filter(|(holder, _)| holds(old, new, pairs, id, *holder)) {
            pairs.join(id, holder);
        }
    }
}

/// Whether most of what a section of the new text contains comes from a section of the old one.
fn holds(old: &Side, new: &Side, pairs: &Pairs, id: SectionId, holder: SectionId) -> bool {
    let (mut within, mut all) = (0.0, 0.0);
    for inner in new.document.with_inner(holder).skip(1) {
        let Some(partner) = pairs.of_new(inner) else { continue };
        let words = new.profile(inner).words as f32 + 1.0;
        all += words;
        if (id.index()..old.document.section(id).end).contains(&partner.index()) {
            within += words;
        }
    }
    within >= SHARE_OF_CONTAINER * all
}

/// Pairs what is left at the same address in paired parents: its words were replaced.
fn replaced(old: &Side, new: &Side, pairs: &mut Pairs) {
    for id in pairs.left_of_old() {
        let Some(same) = new.document.section_at(old.document.section_address(id)) else {
            continue;
        };
        let parents = (old.document.section(id).parent, new.document.section(same).parent);
        let beside = match parents {
            (None, None) => true,
            (Some(old), Some(new)) => pairs.of_old(old) == Some(new),
            _ => false,
        };
        if beside {
            pairs.join(id, same);
        }
    }
}
