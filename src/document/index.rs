//! The sections of a document by their addresses, and its provisions by their numbers, sorted when
//! the first of them is looked up, so that a look-up costs one step. Who only reads a document
//! through needs neither.

use super::{ClauseNumber, Ordinal, Section, SectionId, SectionKind};
use foldhash::HashMap;
use std::fmt::Write as _;

/// The sections in the orders in which they are looked up.
#[derive(Debug, Clone)]
pub(super) struct Index {
    /// All sections, by address.
    pub by_address: Vec<SectionId>,
    /// The provisions, by number.
    pub by_number: ProvisionsByNumber,
}

impl Index {
    /// Sorts the sections of a document.
    pub fn of(sections: &[Section]) -> Self {
        let mut by_address: Vec<SectionId> = (0..sections.len()).map(SectionId::new).collect();
        by_address.sort_by_key(|id| &sections[id.index()].address);
        Self { by_address, by_number: ProvisionsByNumber::of(sections) }
    }
}

/// The provisions of each number, in reading order.
#[derive(Debug, Clone, Default)]
pub(super) struct ProvisionsByNumber {
    pub all: HashMap<String, Vec<SectionId>>,
    /// Provisions whose number is printed as one component with marks (`1A`,
    /// `66-1`), by the parts of that number.
    pub compound: HashMap<String, Vec<SectionId>>,
    /// The first provision of each number in each annex, and outside annexes;
    /// empty if the document has no annexes.
    pub first: HashMap<(Option<SectionId>, String), SectionId>,
}

impl ProvisionsByNumber {
    /// Collects the numbers of all sections.
    fn of(sections: &[Section]) -> Self {
        let mut numbers = Self::default();
        let annexes = sections.iter().any(|s| s.kind == SectionKind::Annex);
        for (at, section) in sections.iter().enumerate() {
            let id = SectionId::new(at);
            let Some(number) = section.number.as_ref().filter(|_| section.kind.is_provision())
            else {
                continue;
            };
            let key = key(number);
            if annexes {
                let place = (outermost_annex(sections, id), key.clone());
                numbers.first.entry(place).or_insert(id);
            }
            for covered in covered(number) {
                numbers.all.entry(self::key(&covered)).or_default().push(id);
            }
            if number.components().iter().any(|c| matches!(c, Ordinal::Compound(_))) {
                numbers.compound.entry(parts(&key)).or_default().push(id);
            }
            numbers.all.entry(key).or_default().push(id);
        }
        numbers
    }
}

/// Returns the outermost annex that contains a section, or that is it.
pub(super) fn outermost_annex(sections: &[Section], section: SectionId) -> Option<SectionId> {
    let around = std::iter::successors(Some(section), |id| sections[id.index()].parent);
    around.filter(|id| sections[id.index()].kind == SectionKind::Annex).last()
}

/// Stands for a point within one component: the section 2.1 is not the subsection 2(1).
const INNER_POINT: &str = "·";

/// Normalizes a number across notations: lower case, separated by points.
pub(super) fn key(number: &ClauseNumber) -> String {
    let mut key = String::new();
    for (at, part) in number.components().iter().enumerate() {
        let point = if at > 0 { "." } else { "" };
        // Writing to a string cannot fail.
        let _ = match part {
            Ordinal::Compound(signs) if signs.contains('.') => {
                write!(key, "{point}{}", signs.replace('.', INNER_POINT))
            }
            part => write!(key, "{point}{part}"),
        };
    }
    if key.is_ascii() {
        key.make_ascii_lowercase();
        return key;
    }
    key.to_lowercase()
}

/// Returns the numbers that an entry covers, if it covers several.
fn covered(number: &ClauseNumber) -> impl Iterator<Item = ClauseNumber> + '_ {
    let last = number.components().split_last();
    let each = last.and_then(|(last, outer)| Some((last.covered()?, outer)));
    each.into_iter().flat_map(|(covered, outer)| {
        covered.filter_map(|n| {
            let own = outer.iter().cloned().chain([Ordinal::Number(n)]);
            ClauseNumber::from_components(own.collect())
        })
    })
}

/// Normalizes the marks between the parts of a key: `66-1` equals `66.1`, and
/// `5a` equals `5.a`.
pub(super) fn parts(key: &str) -> String {
    let mut out = String::with_capacity(key.len() + 1);
    let mut last: Option<char> = None;
    for c in key.chars() {
        let parted = last.is_some_and(|last| {
            (last.is_ascii_digit() && c.is_alphabetic())
                || (last.is_alphabetic() && c.is_ascii_digit())
        });
        if parted {
            out.push('.');
        }
        out.push(if c.is_alphanumeric() { c } else { '.' });
        last = Some(c);
    }
    out
}
