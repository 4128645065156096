//! The extent of a provision: the heading that ends it before the next provision begins.

use super::candidate::{Candidate, between};
use super::mark::Heading;
use super::place::ManuscriptPlace;

/// Returns the place directly after another.
pub fn after(place: ManuscriptPlace) -> ManuscriptPlace {
    ManuscriptPlace { column: place.column + 1, ..place }
}

/// Returns where a provision ends that ends before `end` at the latest: at the next heading, or, if
/// the provision is a heading by its format, at the next that is no deeper. No heading before a
/// number that continues the provision's own (`values`) ends it.
pub fn end_of_provision(
    candidates: &[Candidate],
    headings: &[Heading],
    provision: &Candidate,
    values: &[u32],
    end: ManuscriptPlace,
) -> ManuscriptPlace {
    let behind = |place| headings.partition_point(|heading| heading.place <= place);
    let mut from = behind(provision.place);
    if headings.get(from).is_some_and(|heading| heading.place < end) {
        from = last_written_whole(candidates, provision, values, end).map_or(from, behind);
    }
    headings[from..]
        .iter()
        .take_while(|heading| heading.place < end)
        // What follows a label alone is its title.
        .filter(|heading| {
            !(provision.alone && heading.place.element == provision.place.element + 1)
        })
        .find(|heading| provision.level.is_none_or(|own| heading.level <= own))
        .map_or(end, |heading| heading.place)
}

/// Returns where the last sub-provision begins whose number repeats that of its provision (`2.3`
/// within `2`), before any heading whose number does not.
fn last_written_whole(
    candidates: &[Candidate],
    provision: &Candidate,
    values: &[u32],
    end: ManuscriptPlace,
) -> Option<ManuscriptPlace> {
    let within = between(candidates, after(provision.place)..end);
    let least = if provision.label.value.prefix().is_empty() { 1 } else { values.len() };
    let mut last = None;
    for c in &candidates[within] {
        let (style, numbers) = (c.label.style, &c.label.value.components);
        let whole = style.named.is_none() && style.components > 1 && c.place.column == 0;
        if !whole || !c.onset.is_sure() {
            continue;
        }
        if (least..numbers.len()).any(|len| values.ends_with(&numbers[..len])) {
            last = Some(c.place);
        } else if c.heading && last.is_none_or(|last| last < c.place) {
            break;
        }
    }
    last
}
