//! The sections that the outline shows: those of the body, in order, that no fold hides. They are
//! stored as stretches, so that the cost depends on the number of folds, not of sections.

use crate::document::{Document, SectionId, SectionKind};
use std::collections::BTreeSet;
use std::ops::Range;

/// Sections that are consecutive both in the document and in the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stretch {
    /// Their indices.
    sections: Range<usize>,
    /// The position of the first.
    place: usize,
}

/// The sections that no fold hides, with their positions.
#[derive(Debug, Clone, Default)]
pub(in crate::app) struct Unfolded {
    /// The indices of the sections outside the body.
    apart: Vec<usize>,
    stretches: Vec<Stretch>,
}

impl Unfolded {
    /// All sections of the body; goes through the whole document.
    pub fn all(document: &Document) -> Self {
        let apart = |kind| matches!(kind, SectionKind::Imprint | SectionKind::Notice);
        let sections = document.sections().iter().enumerate();
        let apart = sections.filter(|(_, section)| apart(section.kind)).map(|(at, _)| at).collect();
        let mut all = Self { apart, stretches: Vec::new() };
        all.fold(document, &BTreeSet::new());
        all
    }

    /// Leaves out what these folds hide.
    pub fn fold(&mut self, document: &Document, folded: &BTreeSet<SectionId>) {
        self.stretches.clear();
        let count = document.sections().len();
        // Where a stretch ends, and where the next one may begin.
        let hidden = folded.iter().map(|id| {
            let (first, end) = (id.index() + 1, document.section(*id).end);
            first..end.max(first)
        });
        let mut gaps: Vec<Range<usize>> =
            hidden.chain(self.apart.iter().map(|at| *at..at + 1)).collect();
        gaps.sort_unstable_by_key(|gap| gap.start);
        gaps.push(count..count);
        let (mut next, mut place) = (0, 0);
        for gap in gaps {
            if gap.start > next {
                self.stretches.push(Stretch { sections: next..gap.start, place });
                place += gap.start - next;
            }
            next = next.max(gap.end);
        }
    }

    /// The sections outside the body.
    pub fn apart(&self) -> impl Iterator<Item = SectionId> {
        self.apart.iter().copied().map(SectionId::new)
    }

    /// The number of sections.
    pub fn len(&self) -> usize {
        self.stretches.last().map_or(0, |last| last.place + last.sections.len())
    }

    /// The section at a position.
    pub fn section(&self, place: usize) -> Option<SectionId> {
        let after = self.stretches.partition_point(|stretch| stretch.place <= place);
        let stretch = self.stretches.get(after.checked_sub(1)?)?;
        let index = stretch.sections.start + (place - stretch.place);
        stretch.sections.contains(&index).then(|| SectionId::new(index))
    }

    /// The position of a section, if it is shown.
    pub fn place(&self, section: SectionId) -> Option<usize> {
        let index = section.index();
        let after = self.stretches.partition_point(|stretch| stretch.sections.start <= index);
        let stretch = self.stretches.get(after.checked_sub(1)?)?;
        let found = stretch.sections.contains(&index);
        found.then(|| stretch.place + (index - stretch.sections.start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Origin;
    use crate::source;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    /// What is shown, found by going through all sections one by one.
    fn one_by_one(document: &Document, folded: &BTreeSet<SectionId>) -> Vec<SectionId> {
        let (mut shown, mut next) = (Vec::new(), 0);
        while let Some(section) = document.sections().get(next) {
            let id = SectionId::new(next);
            let apart = matches!(section.kind, SectionKind::Imprint | SectionKind::Notice);
            if !apart {
                shown.push(id);
            }
            next = if folded.contains(&id) { section.end.max(next + 1) } else { next + 1 };
        }
        shown
    }

    fn check(document: &Document, folded: &BTreeSet<SectionId>) {
        let mut unfolded = Unfolded::all(document);
        unfolded.fold(document, folded);
        let expected = one_by_one(document, folded);
        let shown: Vec<SectionId> = (0..).map_while(|place| unfolded.section(place)).collect();
        assert_eq!(shown, expected);
        assert_eq!(unfolded.len(), expected.len());
        for id in document.section_ids() {
            let place = expected.iter().position(|other| *other == id);
            assert_eq!(unfolded.place(id), place, "{id:?}");
        }
    }

    static DOCUMENTS: LazyLock<[Document; 2]> = LazyLock::new(|| {
        let nested: String = (1..=9)
            .map(|n| format!("{n}. Lamps\n\n{n}.1. Oil is kept.\n\n(a) Cold;\n\n(b) dark.\n\n{n}.2. Wicks are cut.\n\n"))
            .collect();
        let nested = source::read(nested.as_bytes(), Origin::StandardInput).expect("text");
        [nested, source::built_in().expect("bulletin")]
    });

    proptest! {
        #[test]
        fn a_place_leads_to_its_section_and_back_whatever_is_folded(
            folds in proptest::collection::btree_set(0usize..80, 0..30),
        ) {
            for document in &*DOCUMENTS {
                let ids = folds.iter().map(|at| SectionId::new(*at));
                let count = document.sections().len();
                let folded = ids.filter(|id| id.index() < count).collect();
                check(document, &folded);
            }
        }
    }
}
