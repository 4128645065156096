//! Splits a passage by the sections that it covers.

use super::{BlockId, Document, Passage, Point, SectionId, SectionKind};

/// The part of a section that a passage covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SectionPart {
    /// The section.
    pub section: SectionId,
    /// The covered text.
    pub passage: Passage,
    /// Whether it is the whole section with its sub-sections.
    pub whole: bool,
}

impl Document {
    /// Returns the parts of a passage, in reading order. If it covers a whole
    /// section, the sub-sections are not separate parts; but a heading over
    /// numbered provisions never replaces these, since their own numbers name
    /// them.
    pub fn parts(&self, passage: Passage) -> Vec<SectionPart> {
        let mut parts: Vec<SectionPart> = Vec::new();
        let last = passage.end.block.index();
        let mut index = passage.start.block.index();
        while index <= last && index < self.block_count() {
            let block = BlockId::new(index);
            let section = self.widest_within(block, passage);
            let (end, whole) = match section {
                Some(id) => (self.section(id).blocks.end.max(index + 1), true),
                None => (self.run_end(block, last), false),
            };
            let last_of_part = BlockId::new(end - 1);
            parts.push(SectionPart {
                section: section.unwrap_or(self.block(block).section),
                passage: Passage {
                    start: Point::start_of(block).max(passage.start),
                    end: self.end_of(last_of_part).min(passage.end),
                },
                whole,
            });
            index = end;
        }
        // A passage that ends before the first byte of a block covers none of it.
        parts.retain(|part| !part.passage.is_empty());
        parts
    }

    /// Returns the section of which a passage is the whole; of several with the
    /// same words, the outermost provision, or else the outermost section.
    pub fn section_of(&self, passage: Passage) -> Option<SectionId> {
        let same = |id: &SectionId| self.section_passage(*id) == Some(passage);
        let inner = self.blocks.get(passage.start.block.index())?.section;
        let all: Vec<SectionId> = self.ancestry(inner).filter(same).collect();
        let provision = all.iter().rfind(|id| self.section(**id).kind.is_provision());
        provision.or(all.last()).copied()
    }

    /// Returns the index after the last block, at most `last`, of the run of a
    /// section's own blocks that begins with `block`.
    fn run_end(&self, block: BlockId, last: usize) -> usize {
        let section = self.block(block).section;
        let mut end = block.index() + 1;
        while end <= last && self.blocks.get(end).is_some_and(|next| next.section == section) {
            end += 1;
        }
        end
    }

    /// Returns the widest section that begins with a block and lies in a passage.
    fn widest_within(&self, block: BlockId, passage: Passage) -> Option<SectionId> {
        let inner = self.block(block).section;
        let provision = self.section(inner).kind.is_provision();
        let fits = |id: &SectionId| {
            let section = self.section(*id);
            let heads = section.kind == SectionKind::Heading && self.holds_provisions(*id);
            section.blocks.start == block.index()
                && (!provision || section.kind.is_provision())
                && !heads
                && self
                    .section_passage(*id)
                    .is_some_and(|all| passage.start <= all.start && all.end <= passage.end)
        };
        self.ancestry(inner).filter(fits).last()
    }

    fn holds_provisions(&self, id: SectionId) -> bool {
        self.sections[id.index()..self.section(id).end].iter().any(|s| s.kind.is_provision())
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Origin, Passage, Target, look_up};

    const RULES: &str = "Rules\n\n1. We agree on one.\n\n2. We agree on two.\n\nMore of two.\n\nStill more.\n\n3. We agree on three.\n\nMore of three.\n\n4. We agree on four.\n";

    fn told(document: &Document, address: &str) -> Vec<String> {
        let Ok(Target::Text { passage, .. }) = look_up(document, address, None) else {
            panic!("{address}");
        };
        document
            .parts(passage)
            .into_iter()
            .map(|part| {
                let words = document.passage_text(part.passage).replace("\n\n", "|");
                let sign = if part.whole { "" } else { "~" };
                format!("{}{sign} {words}", document.section_address(part.section))
            })
            .collect()
    }

    #[test]
    fn the_address_of_a_range_leads_back_to_it() {
        let rules = crate::source::read(RULES.as_bytes(), Origin::StandardInput).expect("text");
        for (from, to, address) in
            [("2:2", "3", "2:2-3:2"), ("2:2", "4", "2:2-4:1"), ("1", "3", "1-3")]
        {
            let at = |address| match look_up(&rules, address, None) {
                Ok(Target::Text { passage, .. }) => passage,
                other => panic!("{other:?}"),
            };
            let passage = Passage { start: at(from).start, end: at(to).end };
            assert_eq!(rules.place_address(passage), address);
            assert_eq!(at(address), passage, "{address}");
        }
    }

    #[test]
    fn a_passage_over_clauses_is_clipped_at_both_ends() {
        let rules = crate::source::read(RULES.as_bytes(), Origin::StandardInput).expect("text");
        assert_eq!(
            told(&rules, "2:2-3:1"),
            ["2~ More of two.|Still more.", "3~ We agree on three."]
        );
        assert_eq!(
            told(&rules, "2:3-4:1"),
            ["2~ Still more.", "3 We agree on three.|More of three.", "4 We agree on four."]
        );
        assert_eq!(told(&rules, "2"), ["2 We agree on two.|More of two.|Still more."]);
    }

    #[test]
    fn the_address_of_a_part_leads_back_to_it() {
        let letter = include_bytes!("../../tests/fixtures/harbour-letter.txt");
        let letter = crate::source::read(letter, Origin::StandardInput).expect("text");
        let paragraphs: Vec<_> =
            letter.block_ids().filter(|id| letter.block(*id).paragraph.is_some()).collect();
        for (at, first) in paragraphs.iter().enumerate() {
            for last in &paragraphs[at..] {
                let passage = letter.between(*first, *last);
                let parts = letter.parts(passage);
                assert_eq!(parts.first().map(|part| part.passage.start), Some(passage.start));
                assert_eq!(parts.last().map(|part| part.passage.end), Some(passage.end));
                for part in parts {
                    // Titles and ornaments at the ends have no address of their own.
                    let ends = [part.passage.start.block, part.passage.end.block];
                    if !part.whole && ends.iter().any(|id| letter.block(*id).paragraph.is_none()) {
                        continue;
                    }
                    let address = letter.part_address(part);
                    match look_up(&letter, &address, None) {
                        Ok(Target::Text { passage, .. }) => {
                            assert_eq!(passage, part.passage, "{address}");
                        }
                        other => panic!("{address}: {other:?}"),
                    }
                }
            }
        }
    }
}
