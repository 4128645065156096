//! The document: its text, and the structure that was found in it.

use super::facts::SentenceFacts;
use super::index::Index;
use super::{
    Abbreviation, Block, BlockId, BlockKind, Inline, InlineKind, Link, Metadata, Roster, Section,
    SectionId, SourceMap, Span, Term, Title,
};
use std::borrow::Cow;
use std::sync::OnceLock;

/// A document: its text, and the structure that was found in it.
#[derive(Debug, Clone)]
pub struct Document {
    pub(super) metadata: Metadata,
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
    pub(super) inlines: Vec<Inline>,
    /// The links that the source marks.
    pub(super) marked: Vec<Link>,
    pub(super) sections: Vec<Section>,
    pub(super) index: OnceLock<Index>,
    /// The functions that find the facts in the sentences.
    pub(super) finders: Finders,
    /// The facts found so far.
    pub(super) facts: SentenceFacts,
    pub(super) source_map: SourceMap,
}

/// The functions that find the facts in a finished document. They return the same result whenever
/// they are called.
///
/// The finders of rosters and terms may use the abbreviations. No other finder may use the result
/// of another: it could wait for itself.
#[derive(Debug, Clone, Copy)]
pub struct Finders {
    /// Named parties.
    pub rosters: fn(&Document) -> Vec<Roster>,
    /// Abbreviations that the text explains.
    pub abbreviations: fn(&Document) -> Vec<Abbreviation>,
    /// Terms that it defines. Their uses are found in this module.
    pub terms: fn(&Document) -> Vec<Term>,
    /// Cross references.
    pub references: fn(&Document) -> Vec<Link>,
    /// The endings that explained words may have where the text uses them.
    pub endings: fn(&Document) -> &'static [&'static str],
}

impl Default for Finders {
    /// Returns finders that find nothing.
    fn default() -> Self {
        Self {
            rosters: |_| Vec::new(),
            abbreviations: |_| Vec::new(),
            terms: |_| Vec::new(),
            references: |_| Vec::new(),
            endings: |_| &[],
        }
    }
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

    /// Whether a program printed it: it has lines, and no sentences.
    pub fn is_printed(&self) -> bool {
        self.blocks.first().is_some_and(|first| first.kind == BlockKind::Printed)
    }

    /// Whether a program printed it, and it is no log and no difference: its contents would be empty.
    pub fn lacks_entries(&self) -> bool {
        self.is_printed() && self.sections.len() == 1
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

    /// Returns a section and all sections inside it, in reading order.
    pub fn with_inner(&self, id: SectionId) -> impl Iterator<Item = SectionId> + use<> {
        (id.index()..self.section(id).end).map(SectionId::new)
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
            Title::Words(span) | Title::Subject(span) => self.words_now(span),
            Title::Damaged(span) => Cow::Owned(format!("… {}", self.words_now(span))),
            Title::Unnamed if section.kind.is_provision() => self.first_words(id),
            Title::Unnamed => Cow::Borrowed(section.kind.label()),
        }
    }

    /// Returns the first words of a provision without title and subject, or those
    /// of its first sub-provision if it has none of its own.
    fn first_words(&self, id: SectionId) -> Cow<'_, str> {
        let mut bodies = self.section(id).block_ids().map(|block| self.block(block).body);
        let first = bodies.find(|body| !body.is_empty()).map(|body| self.words_now(body));
        let first = first.unwrap_or_default();
        let cut = first.floor_char_boundary(FIRST_WORDS);
        let end = if cut == first.len() { cut } else { first[..cut].rfind(' ').unwrap_or(cut) };
        match first[..end].trim_end_matches(['.', ',', ';', ':']) {
            "" => Cow::Borrowed(self.section(id).kind.label()),
            words => Cow::Owned(words.to_owned()),
        }
    }

    /// Returns the words of a range of the text on one line; in a comparison, without those that
    /// are gone, unless all are.
    fn words_now(&self, span: Span) -> Cow<'_, str> {
        let from = self.inlines.partition_point(|inline| inline.span.end <= span.start);
        let inside = self.inlines[from..].iter().take_while(|inline| inline.span.start < span.end);
        let mut gone = inside.filter(|inline| inline.kind == InlineKind::Gone).peekable();
        if gone.peek().is_none() {
            return flatten(self.slice(span));
        }
        let (mut words, mut at) = (String::new(), span.start);
        for inline in gone {
            words.push_str(self.slice(Span { start: at, end: inline.span.start.max(at) }));
            at = inline.span.end.min(span.end).max(at);
        }
        words.push_str(self.slice(Span { start: at, end: span.end }));
        match words.trim() {
            "" => flatten(self.slice(span)),
            words => Cow::Owned(words.replace('\n', " ")),
        }
    }

    /// Returns the index of the sections.
    pub(super) fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::of(&self.sections))
    }
}

/// Replaces line ends in a title with spaces.
fn flatten(words: &str) -> Cow<'_, str> {
    if words.contains('\n') { Cow::Owned(words.replace('\n', " ")) } else { Cow::Borrowed(words) }
}
