//! The addresses of the places of a document: its sections, its blocks, and passages.

use super::{
    Address, BlockId, Document, Passage, Place, PlaceName, SectionId, SectionKind, SectionPart,
};

impl Document {
    /// The address of a section, unique in the document.
    pub fn section_address(&self, id: SectionId) -> &str {
        &self.section(id).address
    }

    /// Returns the address of a block: its section, and its paragraph if the
    /// section has more than one.
    pub fn block_address(&self, block: BlockId) -> String {
        let section = self.block(block).section;
        let address = self.section_address(section);
        match self.paragraph_number(block) {
            Some(n) if self.section(section).kind == SectionKind::Preamble => match address {
                "preamble" => format!("pp{n}"),
                other => format!("{other}:{n}"),
            },
            Some(n) if self.section(section).paragraphs > 1 => format!("{address}:{n}"),
            _ => address.to_owned(),
        }
    }

    /// Returns the passage that the address of a block names: the block, or its
    /// whole section.
    pub fn addressed(&self, block: BlockId) -> Passage {
        let section = self.block(block).section;
        let own = self.section(section);
        let counted = own.kind == SectionKind::Preamble || own.paragraphs > 1;
        match self.paragraph_number(block) {
            Some(_) if counted => self.block_passage(block),
            _ => self.section_passage(section).unwrap_or(self.block_passage(block)),
        }
    }

    /// Returns the address of a passage: that of its block, or the range from its
    /// first block to its last (`8:2-8:4`).
    pub fn passage_address(&self, passage: Passage) -> String {
        let first = self.block_address(passage.start.block);
        let last = self.block_address(passage.end.block);
        let ends = [passage.start.block, passage.end.block];
        if first == last { first } else { self.range_address(&first, &last, ends) }
    }

    /// Returns the address of a range between two places, with the first and the last block of the
    /// range. A plain number after a paragraph (`8:1-9`) would be a paragraph of the same section,
    /// and a name before a hyphen would continue after it (`story-4`).
    fn range_address(&self, first: &str, last: &str, ends: [BlockId; 2]) -> String {
        let named = |address: &str| !address.contains(':') && is_name(address);
        let paragraph = |block: BlockId| {
            let section = self.section_address(self.block(block).section);
            format!("{section}:{}", self.paragraph_number(block).unwrap_or(1))
        };
        let first = if named(first) { paragraph(ends[0]) } else { first.to_owned() };
        let plain = last.bytes().all(|byte| byte.is_ascii_digit());
        if named(last) || (first.contains(':') && plain) {
            return format!("{first}-{}", paragraph(ends[1]));
        }
        format!("{first}-{last}")
    }

    /// Returns the address of a part, which can be looked up again: `8`, `8:3`, `8:2-4`.
    pub fn part_address(&self, part: SectionPart) -> String {
        let section = self.section(part.section);
        let (first, last) = (part.passage.start.block, part.passage.end.block);
        let numbers = (first.index()..=last.index())
            .filter(|_| !part.whole)
            .filter_map(|index| self.block_at(index).filter(|b| self.block(*b).paragraph.is_some()))
            .collect::<Vec<BlockId>>();
        match numbers.as_slice() {
            [] => section.address.clone(),
            // The address of the section would include its sub-sections.
            [_] if section.paragraphs == 1 && section.end > part.section.index() + 1 => {
                format!("{}:1", section.address)
            }
            [one] => self.block_address(*one),
            [one, .., other] => {
                let last = self.paragraph_number(*other).unwrap_or_default();
                format!("{}-{last}", self.block_address(*one))
            }
        }
    }

    /// Returns the address of a passage as a user would type it: that of the
    /// section if the passage is a whole one, or else of its blocks; for several
    /// sections, from the first to the last (`5-7`).
    pub fn place_address(&self, passage: Passage) -> String {
        if let Some(section) = self.section_of(passage) {
            return self.section_address(section).to_owned();
        }
        let parts = self.parts(passage);
        match (parts.first(), parts.last()) {
            (Some(first), Some(last)) if parts.len() > 1 => {
                let end = last.passage.end.block;
                let from = match first.whole {
                    true => self.part_address(*first),
                    false => self.block_address(first.passage.start.block),
                };
                let to = match last.whole {
                    true => self.part_address(*last),
                    false => self.block_address(end),
                };
                self.range_address(&from, &to, [first.passage.start.block, end])
            }
            (Some(only), _) => self.part_address(*only),
            _ => self.passage_address(passage),
        }
    }
}

/// Whether an address names a section by a name.
fn is_name(address: &str) -> bool {
    matches!(address.parse(), Ok(Address::Place(Place { what: PlaceName::Named(_), .. })))
}
