//! Looks up sections by their address, and provisions by their number.

use super::index::{self, outermost_annex};
use super::{ClauseNumber, Document, Ordinal, SectionId, SectionKind};

impl Document {
    /// The ids of all provisions in reading order.
    pub(super) fn provisions(&self) -> impl DoubleEndedIterator<Item = SectionId> + '_ {
        self.section_ids().filter(|id| self.section(*id).kind.is_provision())
    }

    /// Returns the last clause of the text itself; of its annexes only if it has no clauses of its
    /// own. What a clause contains does not count.
    pub(super) fn last_clause(&self, within: impl Fn(&SectionId) -> bool) -> Option<SectionId> {
        let kind = |id: SectionId| self.section(id).kind;
        let outermost = |id: &SectionId| {
            within(id) && !self.ancestry(*id).skip(1).any(|outer| kind(outer).is_provision())
        };
        let of_body =
            |id: &SectionId| self.ancestry(*id).all(|outer| kind(outer) != SectionKind::Annex);
        let clauses = || self.provisions().filter(&outermost);
        clauses().rfind(of_body).or_else(|| clauses().next_back())
    }

    /// Returns the section with an address, as written by [`Document::section_address`].
    pub fn section_at(&self, address: &str) -> Option<SectionId> {
        let sections = &self.index().by_address;
        let place = sections.binary_search_by(|id| self.section_address(*id).cmp(address));
        place.ok().map(|place| sections[place])
    }

    /// Returns the provisions with a number, in reading order. Case does not
    /// matter. If none matches, a number with other marks does (`66-1` for
    /// `66.1`), or the value of a Roman numeral.
    pub fn provisions_numbered(&self, number: &ClauseNumber) -> &[SectionId] {
        let key = index::key(number);
        let numbers = &self.index().by_number;
        if let Some(found) =
            numbers.all.get(&key).or_else(|| numbers.compound.get(&index::parts(&key)))
        {
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
        arabic.and_then(|number| numbers.all.get(&index::key(&number))).map_or(&[], Vec::as_slice)
    }

    /// Returns the provision that the text at `from` means by a number: the one
    /// in the same annex or, outside annexes, in none; or else the first.
    pub fn provision_near(&self, number: &ClauseNumber, from: SectionId) -> Option<SectionId> {
        let first = *self.provisions_numbered(number).first()?;
        let own = self.section(first).number.as_ref()?;
        let place = (self.annex_of(from), index::key(own));
        Some(self.index().by_number.first.get(&place).copied().unwrap_or(first))
    }

    /// Returns the outermost annex that contains a section, or that is it.
    pub fn annex_of(&self, section: SectionId) -> Option<SectionId> {
        outermost_annex(&self.sections, section)
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
