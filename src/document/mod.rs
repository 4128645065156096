//! The model of an open document: one text, and everything else as ranges into it.
//!
//! A [`Document`] is immutable once an importer has built it with a [`Builder`]:
//!
//! * the **text**, stored once: without control characters, alignment blanks and line ends inside
//!   paragraphs;
//! * [`Block`]s, the smallest units of layout, in reading order, each a range of the text and a
//!   range of the source it was read from;
//! * [`Section`]s, the outline, an arena in reading order;
//! * [`Roster`]s, [`Abbreviation`]s and [`Term`]s, found in the text, with [`Passage`]s as
//!   evidence;
//! * [`Link`]s: words that lead to another place, marked in the source or found as cross references
//!   in the text.
//!
//! The [`Finders`] of the document find the facts in its sentences on first use.
//!
//! A place is a [`Point`] (block and byte), never a row of the screen. This module does no input or
//! output.

mod abbreviation;
mod address;
mod block;
mod builder;
mod chapeau;
mod citing;
mod glossary;
mod index;
mod kept;
mod lack;
mod link;
mod lookup;
mod metadata;
mod miss;
mod number;
mod one_line;
mod parts;
mod printed;
mod provisions;
mod roman;
mod roster;
mod section;
mod source_map;
mod span;
mod spoken;
mod table;
mod term;
mod told;
mod visible;

pub use abbreviation::Abbreviation;
pub use address::{Address, AddressError, Notation, Place, PlaceName};
pub use block::{Alignment, Block, BlockKind, Inline, InlineKind};
pub use builder::{BlockDraft, Builder, Fragment};
pub use glossary::{Explained, WordMeaning, words};
pub use kept::KeptDocument;
pub use lack::Lack;
pub use link::{Link, LinkOrigin, LinkTarget};
pub use lookup::{Target, look_up, referred, resolve};
pub use metadata::{ContentId, Direction, Metadata, Origin, ReadSoFar, StatedDate};
pub use miss::{LookupError, Miss};
pub use number::{ClauseNumber, Ordinal};
pub use one_line::on_one_line;
pub use parts::SectionPart;
pub use roman::{roman_numeral, roman_value};
pub use roster::{RepresentationLevel, Roster, RosterEntry, RosterId, RosterKind, Standing};
pub use section::{Section, SectionId, SectionKind, Title};
pub use source_map::SourceMap;
pub use span::{BlockId, Passage, Point, Span, TextOffset};
pub use spoken::ordinal_ending;
pub use table::{Table, TableRow};
pub use term::{Definition, Term};
pub use told::Finders;
pub use visible::{is_hidden, visible};

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

/// A document: its text, and the structure that was found in it.
#[derive(Debug, Clone)]
pub struct Document {
    metadata: Metadata,
    text: String,
    blocks: Vec<Block>,
    inlines: Vec<Inline>,
    /// The links that the source marks.
    marked: Vec<Link>,
    sections: Vec<Section>,
    index: OnceLock<index::Index>,
    told: told::Told,
    source_map: SourceMap,
}

/// Maximum length of the words used as a title, in bytes.
const FIRST_WORDS: usize = 60;

impl Document {
    /// The metadata of the document, and its origin.
    pub fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    /// The whole text. A line feed separates blocks; a line feed inside a block
    /// is a line end that its author intended.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the words of a range of the text.
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    /// All blocks in reading order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Number of blocks.
    pub fn block_count(&self) -> usize {
        self.blocks.len()
    }

    /// The ids of all blocks in reading order.
    pub fn block_ids(&self) -> impl DoubleEndedIterator<Item = BlockId> + use<> {
        (0..self.blocks.len()).map(BlockId::new)
    }

    /// Returns the block at an index of the reading order, if it exists.
    pub fn block_at(&self, index: usize) -> Option<BlockId> {
        (index < self.blocks.len()).then(|| BlockId::new(index))
    }

    /// The last block in reading order.
    pub fn last_block(&self) -> Option<BlockId> {
        self.block_at(self.blocks.len().checked_sub(1)?)
    }

    /// Returns a block.
    ///
    /// # Panics
    /// If `id` belongs to another document.
    pub fn block(&self, id: BlockId) -> &Block {
        &self.blocks[id.index()]
    }

    /// Returns the words of a block, without its label.
    pub fn body(&self, id: BlockId) -> &str {
        self.slice(self.block(id).body)
    }

    /// Returns the number in the margin beside a block (`11.`), as in the source.
    pub fn label(&self, id: BlockId) -> Option<&str> {
        self.block(id).label.map(|span| self.slice(span))
    }

    /// Returns the inline styles of a block, in order; spans are ranges of the whole text.
    pub fn inlines(&self, id: BlockId) -> &[Inline] {
        let body = self.block(id).body;
        let from = self.inlines.partition_point(|i| i.span.start < body.start);
        let to = self.inlines.partition_point(|i| i.span.start < body.end);
        &self.inlines[from..to.max(from)]
    }

    /// Returns the links of a block, in order.
    pub fn links_of(&self, id: BlockId) -> &[Link] {
        let body = self.block(id).body;
        let links = self.links();
        let from = links.partition_point(|link| link.span.start < body.start);
        let to = links.partition_point(|link| link.span.start < body.end);
        &links[from..to.max(from)]
    }

    /// The outline in reading order: every section comes before its children.
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// The ids of all sections in reading order.
    pub fn section_ids(&self) -> impl DoubleEndedIterator<Item = SectionId> + use<> {
        (0..self.sections.len()).map(SectionId::new)
    }

    /// Returns a section.
    ///
    /// # Panics
    /// If `id` belongs to another document.
    pub fn section(&self, id: SectionId) -> &Section {
        &self.sections[id.index()]
    }

    /// Returns the sections directly below `parent`, or those of the top level.
    pub fn children(&self, parent: Option<SectionId>) -> impl Iterator<Item = SectionId> + '_ {
        let (mut next, end) = match parent {
            Some(id) => (id.index() + 1, self.section(id).end),
            None => (0, self.sections.len()),
        };
        std::iter::from_fn(move || {
            if next >= end {
                return None;
            }
            let id = SectionId::new(next);
            next = self.sections[next].end;
            Some(id)
        })
    }

    /// Returns a section and the sections around it, innermost first.
    pub fn ancestry(&self, id: SectionId) -> impl Iterator<Item = SectionId> + '_ {
        std::iter::successors(Some(id), |id| self.section(*id).parent)
    }

    /// Returns the blocks of a section, without those of its sub-sections.
    pub fn own_blocks(&self, id: SectionId) -> impl Iterator<Item = BlockId> + '_ {
        let own = self.section(id);
        own.block_ids().filter(move |block| self.block(*block).section == id)
    }

    /// Returns the numbered paragraphs of a section, without those of its
    /// sub-sections, in order: the address `8:3` names the third.
    pub fn paragraphs(&self, id: SectionId) -> impl Iterator<Item = BlockId> + '_ {
        self.own_blocks(id).filter(|block| self.block(*block).paragraph.is_some())
    }

    /// Returns the number of a paragraph: its position in the section, counted
    /// from 1, or the number that the text gives it; `None` for headings and the
    /// like.
    pub fn paragraph_number(&self, block: BlockId) -> Option<u32> {
        self.block(block).paragraph
    }

    /// Returns the name of a section: its title in the text, its subject, or the
    /// name of its kind.
    pub fn title(&self, id: SectionId) -> Cow<'_, str> {
        let section = self.section(id);
        match section.title {
            Title::Words(span) | Title::Subject(span) => flatten(self.slice(span)),
            Title::Damaged(span) => Cow::Owned(format!("… {}", flatten(self.slice(span)))),
            Title::Unnamed if section.kind.is_provision() => self.first_words(id),
            Title::Unnamed => Cow::Borrowed(section.kind.label()),
        }
    }

    /// Returns the first words of a provision without title and subject, or those
    /// of its first sub-provision if it has none of its own.
    fn first_words(&self, id: SectionId) -> Cow<'_, str> {
        let mut bodies = self.section(id).block_ids().map(|block| self.body(block));
        let first = bodies.find(|body| !body.is_empty()).unwrap_or("");
        let cut = first.floor_char_boundary(FIRST_WORDS);
        let end = if cut == first.len() { cut } else { first[..cut].rfind(' ').unwrap_or(cut) };
        match first[..end].trim_end_matches(['.', ',', ';', ':']) {
            "" => Cow::Borrowed(self.section(id).kind.label()),
            words => flatten(words),
        }
    }

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

    /// Returns the words of a passage, with a blank line between blocks.
    pub fn passage_text(&self, passage: Passage) -> String {
        let mut out = String::new();
        for (block, range) in self.passage_ranges(passage) {
            if !out.is_empty() {
                out.push_str("\n\n");
            }
            out.push_str(&self.body(block)[range]);
        }
        out
    }

    /// Returns the part of each block's body that a passage covers.
    pub fn passage_ranges(
        &self,
        passage: Passage,
    ) -> impl Iterator<Item = (BlockId, Range<usize>)> + '_ {
        (passage.start.block.index()..=passage.end.block.index()).map(move |index| {
            let block = BlockId::new(index);
            (block, self.part_in(passage, block))
        })
    }

    /// Returns the part of a block's body that a passage covers; empty if it covers none.
    pub fn part_in(&self, passage: Passage, block: BlockId) -> Range<usize> {
        if block < passage.start.block || block > passage.end.block {
            return 0..0;
        }
        let len = self.body(block).len();
        let from = if block == passage.start.block { passage.start.byte.min(len) } else { 0 };
        let to = if block == passage.end.block { passage.end.byte.min(len) } else { len };
        from..to.max(from)
    }

    /// Returns the whole of a section with its sub-sections; `None` if it contains no block.
    pub fn section_passage(&self, id: SectionId) -> Option<Passage> {
        let range = self.section(id).blocks.clone();
        let (first, last) = (range.start, range.end.checked_sub(1)?);
        (first <= last).then(|| self.between(BlockId::new(first), BlockId::new(last)))
    }

    /// Returns the whole of a block.
    pub fn block_passage(&self, id: BlockId) -> Passage {
        self.between(id, id)
    }

    /// Returns all from the start of a block to the end of the same or a later one.
    pub fn between(&self, first: BlockId, last: BlockId) -> Passage {
        Passage { start: Point::start_of(first), end: self.end_of(last) }
    }

    /// Returns all of the document; `None` if it is empty.
    pub fn whole(&self) -> Option<Passage> {
        Some(self.between(self.block_at(0)?, self.last_block()?))
    }

    /// Returns the point after a block's last byte.
    pub fn end_of(&self, id: BlockId) -> Point {
        Point { block: id, byte: self.body(id).len() }
    }

    /// Returns the offset of a point in the whole text.
    pub fn offset_of(&self, point: Point) -> TextOffset {
        let body = self.block(point.block).body;
        TextOffset::new((body.start.get() + point.byte).min(body.end.get()))
    }

    /// Returns the point at an offset of the whole text: in the block that
    /// contains it, or else at the start of the next block, or else at the end of
    /// the last. `None` if the document has no block.
    pub fn point_at(&self, offset: TextOffset) -> Option<Point> {
        let index = self.blocks.partition_point(|b| b.body.end < offset);
        match self.blocks.get(index) {
            Some(block) => Some(Point {
                block: BlockId::new(index),
                byte: offset.get().saturating_sub(block.body.start.get()),
            }),
            None => self.last_block().map(|id| self.end_of(id)),
        }
    }

    /// Returns the byte offset in the source of a byte of the text.
    pub fn source_offset(&self, offset: TextOffset) -> usize {
        self.source_map.to_source(offset)
    }

    /// Returns the byte range of the source that a passage was read from.
    pub fn source_range(&self, passage: Passage) -> Range<usize> {
        let start = self.source_map.to_source(self.offset_of(passage.start));
        let end = self.offset_of(passage.end);
        // The end is exclusive: map the last byte, then step over it, to exclude
        // blanks dropped after it.
        match end.get().checked_sub(1) {
            Some(last) => start..self.source_map.to_source(TextOffset::new(last)).max(start) + 1,
            None => start..start,
        }
    }
}

/// Replaces line ends in a title with spaces.
fn flatten(words: &str) -> Cow<'_, str> {
    if words.contains('\n') { Cow::Owned(words.replace('\n', " ")) } else { Cow::Borrowed(words) }
}

/// Whether an address names a section by a name.
fn is_name(address: &str) -> bool {
    matches!(address.parse(), Ok(Address::Place(Place { what: PlaceName::Named(_), .. })))
}
