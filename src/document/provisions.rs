//! Provisions by their number, so that a reference costs one look-up.

use super::{ClauseNumber, Document, Ordinal, SectionId, SectionKind};
use foldhash::HashMap;
use std::fmt::Write as _;

/// The provisions of each number, in reading order.
#[derive(Debug, Clone, Default)]
pub(super) struct ProvisionsByNumber {
    all: HashMap<String, Vec<SectionId>>,
    /// Provisions whose number is printed as one component with marks (`1A`,
    /// `66-1`), by the parts of that number.
    compound: HashMap<String, Vec<SectionId>>,
    /// The first provision of each number in each annex, and outside annexes;
    /// empty if the document has no annexes.
    first: HashMap<(Option<SectionId>, String), SectionId>,
}

impl ProvisionsByNumber {
    /// Collects the numbers of a document.
    pub fn of(document: &Document) -> Self {
        let mut numbers = Self::default();
        let annexes = document.sections.iter().any(|s| s.kind == SectionKind::Annex);
        for id in document.section_ids() {
            let section = document.section(id);
            let Some(number) = section.number.as_ref().filter(|_| section.kind.is_provision())
            else {
                continue;
            };
            let key = key(number);
            if annexes {
                let place = (document.annex_of(id), key.clone());
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

/// Stands for a point within one component: the section 2.1 is not the subsection 2(1).
const INNER_POINT: &str = "·";

/// Normalizes a number across notations: lower case, separated by points.
fn key(number: &ClauseNumber) -> String {
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
fn parts(key: &str) -> String {
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

impl Document {
    /// Returns the provisions with a number, in reading order. Case does not
    /// matter. If none matches, a number with other marks does (`66-1` for
    /// `66.1`), or the value of a Roman numeral.
    pub fn provisions_numbered(&self, number: &ClauseNumber) -> &[SectionId] {
        let key = key(number);
        let numbers = &self.index().by_number;
        if let Some(found) = numbers.all.get(&key).or_else(|| numbers.compound.get(&parts(&key))) {
            return found;
        }
        let value = |own: &Ordinal| match own {
            Ordinal::Letters(signs) if signs.starts_with(char::is_uppercase) => own.roman(),
            _ => None,
        };
        if number.components().iter().all(|own| value(own).is_none()) {
            return &[];
        }
        let arabic = |own: &Ordinal| value(own).map_or_else(|| own.clone(), Ordinal::Number);
        let arabic =
            ClauseNumber::from_components(number.components().iter().map(arabic).collect());
        arabic.and_then(|number| numbers.all.get(&self::key(&number))).map_or(&[], Vec::as_slice)
    }

    /// Returns the provision that the text at `from` means by a number: the one
    /// in the same annex or, outside annexes, in none; or else the first.
    pub fn provision_near(&self, number: &ClauseNumber, from: SectionId) -> Option<SectionId> {
        let first = *self.provisions_numbered(number).first()?;
        let own = self.section(first).number.as_ref()?;
        let place = (self.annex_of(from), key(own));
        Some(self.index().by_number.first.get(&place).copied().unwrap_or(first))
    }

    /// Returns the outermost annex that contains a section, or that is it.
    pub fn annex_of(&self, section: SectionId) -> Option<SectionId> {
        self.ancestry(section).filter(|id| self.section(*id).kind == SectionKind::Annex).last()
    }

    /// Returns the next or the previous section with the same parent.
    pub fn sibling(&self, section: SectionId, forward: bool) -> Option<SectionId> {
        let parent = self.section(section).parent;
        if forward {
            let next = self.section(section).end;
            let id = (next < self.sections.len()).then(|| SectionId::new(next))?;
            return (self.section(id).parent == parent).then_some(id);
        }
        let before = SectionId::new(section.index().checked_sub(1)?);
        if Some(before) == parent {
            return None;
        }
        self.ancestry(before).find(|id| self.section(*id).parent == parent)
    }
}
