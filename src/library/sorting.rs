//! The order of the library: issues by publisher, volume and number, then other documents by date,
//! then those without a date by title.

use super::record::Record;
use std::cmp::Ordering;

/// The group of a document in the list, first to last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Issue,
    Dated,
    Titled,
}

/// Sorts records as the library lists them.
pub fn sort(records: &mut [&Record]) {
    records.sort_by(|one, other| compare(one, other));
}

fn compare(one: &Record, other: &Record) -> Ordering {
    let [own, its] = [one, other].map(|record| &record.facts);
    let group = |record: &Record| match &record.facts {
        facts if facts.volume.is_some() || facts.number.is_some() => Group::Issue,
        facts if facts.date.is_some() => Group::Dated,
        _ => Group::Titled,
    };
    let date = |record: &Record| record.facts.date.as_ref().map(|d| (d.year, d.month, d.day));
    let publisher = || own.publisher.cmp(&its.publisher);
    let by_group = group(one).cmp(&group(other)).then_with(|| match group(one) {
        Group::Issue => publisher()
            .then_with(|| own.volume.cmp(&its.volume))
            .then_with(|| own.number.cmp(&its.number))
            .then_with(|| date(one).cmp(&date(other))),
        Group::Dated => date(one).cmp(&date(other)),
        Group::Titled => Ordering::Equal,
    });
    by_group
        .then_with(|| own.title.to_lowercase().cmp(&its.title.to_lowercase()))
        .then_with(|| one.path().cmp(&other.path()))
        .then_with(|| one.content.0.cmp(&other.content.0))
}
