//! Sections that were split, and sections that were merged into one.
//!
//! A section without a partner that lies beside the partner of another, or inside it, and has most
//! of the words that the other lost, came out of it. A merge is the same seen from the other side.

use super::bag::Bag;
use super::pairs::Pairs;
use super::profile::Side;
use super::weights::Weights;
use crate::document::{Document, SectionId};
use std::collections::BTreeMap;

/// A section came out of another if at least this share of its words, by weight, is in what the
/// other lost.
const SHARE_THAT_MOVED: f32 = 0.6;

/// Shorter sections have too few words to tell where they came from, by weight.
const LEAST_WEIGHT: f32 = 3.0;

/// For each section that was divided, the sections without partner that hold the rest of it.
pub type Rest = BTreeMap<SectionId, Vec<SectionId>>;

/// Returns the sections of the new text that came out of sections of the old one, by the latter.
pub fn splits(old: &Side, new: &Side, pairs: &Pairs, weights: Weights) -> Rest {
    let left = pairs.left_of_new();
    rest(old, new, &left, |id| pairs.of_new(id), |id| pairs.of_old(id), weights)
}

/// Returns the sections of the old text that went into sections of the new one, by the latter.
pub fn merges(old: &Side, new: &Side, pairs: &Pairs, weights: Weights) -> Rest {
    let left = pairs.left_of_old();
    rest(new, old, &left, |id| pairs.of_old(id), |id| pairs.of_new(id), weights)
}

/// Finds, for each section of `parts` in `left`, the section of `whole` that it came out of.
fn rest(
    whole: &Side,
    parts: &Side,
    left: &[SectionId],
    back: impl Fn(SectionId) -> Option<SectionId>,
    forth: impl Fn(SectionId) -> Option<SectionId>,
    weights: Weights,
) -> Rest {
    let mut rest = Rest::new();
    let mut lost: BTreeMap<SectionId, Bag> = BTreeMap::new();
    for id in left {
        let bag = parts.bag(*id);
        let all = bag.weight(|key| weights.of(*key));
        if all < LEAST_WEIGHT {
            continue;
        }
        let origins = around(parts.document, *id).into_iter().filter_map(&back);
        let origin = origins
            .map(|origin| {
                let gone = lost.entry(origin).or_insert_with(|| {
                    let kept = forth(origin).map(|partner| parts.bag(partner)).unwrap_or_default();
                    whole.bag(origin).without(&kept)
                });
                (origin, bag.common_weight(gone, |key| weights.of(*key)) / all)
            })
            .filter(|(_, share)| *share >= SHARE_THAT_MOVED)
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        if let Some((origin, _)) = origin {
            // What one part took, no other can take.
            lost.entry(origin).and_modify(|gone| *gone = gone.without(&bag));
            rest.entry(origin).or_default().push(*id);
        }
    }
    rest
}

/// The sections before and after a section that are beside it, and the one that contains it.
fn around(document: &Document, id: SectionId) -> Vec<SectionId> {
    let section = document.section(id);
    let is_beside = |other: &SectionId| document.section(*other).parent == section.parent;
    let before = id.index().checked_sub(1).map(SectionId::new);
    let before = before.and_then(|last| document.ancestry(last).find(is_beside));
    let after = (section.end < document.sections().len()).then(|| SectionId::new(section.end));
    section.parent.into_iter().chain(before).chain(after.filter(is_beside)).collect()
}
