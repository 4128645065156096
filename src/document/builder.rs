//! How an importer builds a [`Document`]: it opens and closes sections and pushes
//! blocks in reading order, and [`Builder::finish`] assigns addresses.

use super::addressing::give_addresses;
use super::composition::Composition;
use super::facts::SentenceFacts;
use super::{
    Block, BlockId, BlockKind, ClauseNumber, Document, Finders, Inline, InlineKind, Link,
    LinkOrigin, LinkTarget, Metadata, Section, SectionId, SectionKind, SourceMap, Span, TextOffset,
    Title,
};
use foldhash::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

/// Words of a block that are in the source byte for byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fragment<'a> {
    /// Byte offset in the source.
    pub source: usize,
    /// The words; or the replacement of the bytes at `source`, such as one space
    /// for a run of blanks.
    pub text: &'a str,
}

/// A block that is not yet part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockDraft<'a> {
    /// Its kind.
    pub kind: BlockKind,
    /// The byte range in the source.
    pub source: Range<usize>,
    /// The number before it.
    pub label: Option<Fragment<'a>>,
    /// Its words; fragments are joined without a blank.
    pub body: Vec<Fragment<'a>>,
    /// Whether the source has a wider gap before it.
    pub gap: bool,
}

/// The text of a source, which the words of blocks come from.
#[derive(Debug, Clone, Copy, Default)]
pub struct SourceText<'a> {
    /// The text.
    pub text: &'a str,
    /// The number of bytes of the source before it.
    pub skipped: usize,
}

/// A document under construction.
#[derive(Debug, Default)]
pub struct Builder {
    text: Composition,
    /// The words of the block that was pushed last.
    last: String,
    blocks: Vec<Block>,
    inlines: Vec<Inline>,
    links: Vec<Link>,
    sections: Vec<Section>,
    open: Vec<SectionId>,
    source_map: SourceMap,
    /// The names of sections, if other than the name of their kind.
    names: HashMap<SectionId, String>,
    /// The addresses of sections that have one already.
    addresses: HashMap<SectionId, String>,
}

impl Builder {
    /// Creates an empty builder.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reserves space for blocks and sections, and for the lines of the source that the blocks are
    /// made of.
    pub fn reserve(&mut self, blocks: usize, sections: usize, lines: usize) {
        self.blocks.reserve_exact(blocks);
        self.sections.reserve_exact(sections);
        self.source_map.reserve(lines);
        self.text.reserve(lines);
    }

    /// Opens a section inside the section that is open.
    pub fn open(&mut self, kind: SectionKind, number: Option<ClauseNumber>) -> SectionId {
        let id = SectionId::new(self.sections.len());
        self.sections.push(Section {
            kind,
            number,
            title: Title::Unnamed,
            address: String::new(),
            parent: self.open.last().copied(),
            depth: u16::try_from(self.open.len()).unwrap_or(u16::MAX),
            blocks: self.blocks.len()..self.blocks.len(),
            paragraphs: 0,
            end: 0,
        });
        self.open.push(id);
        id
    }

    /// Closes the innermost open section.
    pub fn close(&mut self) {
        let end = self.sections.len();
        if let Some(id) = self.open.pop() {
            let section = &mut self.sections[id.index()];
            section.blocks.end = self.blocks.len();
            section.end = end;
        }
    }

    /// Whether the innermost open section is a provision that contains no block yet, except a title
    /// above its label.
    pub fn at_start_of_provision(&self) -> bool {
        let is_title = |block: &Block| block.kind == BlockKind::Heading && block.label.is_none();
        self.open.last().map(|id| &self.sections[id.index()]).is_some_and(|section| {
            section.kind.is_provision() && self.blocks[section.blocks.start..].iter().all(is_title)
        })
    }

    /// Sets the name of a section without a number for addresses (`Chapter III`).
    pub fn set_name(&mut self, section: SectionId, name: &str) {
        self.names.insert(section, name.to_owned());
    }

    /// Sets the address of a section, which it has in another document.
    pub fn set_address(&mut self, section: SectionId, address: String) {
        self.addresses.insert(section, address);
    }

    /// Sets the title of a section.
    pub fn set_title(&mut self, section: SectionId, title: Title) {
        self.sections[section.index()].title = title;
    }

    /// Adds a block to the innermost open section; opens a
    /// [`SectionKind::Heading`] if there is none.
    pub fn push(&mut self, draft: &BlockDraft<'_>) -> BlockId {
        self.push_from(draft, SourceText::default())
    }

    /// Like [`Builder::push`], for a block of a source that [`Builder::finish_in`] is given: words
    /// that are in it byte for byte are not copied before.
    pub fn push_from(&mut self, draft: &BlockDraft<'_>, source: SourceText<'_>) -> BlockId {
        let section = match self.open.last() {
            Some(id) => *id,
            None => self.open(SectionKind::Heading, None),
        };
        if self.text.len() > 0 {
            self.text.push("\n", "", 0);
        }
        let label = draft.label.map(|fragment| {
            let span = self.append(fragment, source);
            self.text.push(" ", "", 0);
            span
        });
        let start = self.text.len();
        self.last.clear();
        for fragment in &draft.body {
            self.append(*fragment, source);
            self.last.push_str(fragment.text);
        }
        let paragraph = draft.kind.is_paragraph().then(|| {
            let section = &mut self.sections[section.index()];
            section.paragraphs += 1;
            section.paragraphs
        });
        let id = BlockId::new(self.blocks.len());
        self.blocks.push(Block {
            kind: draft.kind,
            section,
            label,
            body: Span::new(start, self.text.len()),
            source: draft.source.clone(),
            gap: draft.gap,
            nesting: 0,
            paragraph,
        });
        id
    }

    /// Sets the number of the paragraph that was pushed last, if the text numbers
    /// paragraphs itself.
    pub fn number(&mut self, block: BlockId, number: u32) {
        let block = &mut self.blocks[block.index()];
        block.paragraph = Some(number);
        self.sections[block.section.index()].paragraphs = number;
    }

    /// Makes the block that was pushed last a continuation of the paragraph
    /// before it, without its own number.
    pub fn go_on(&mut self, block: BlockId) {
        let block = &mut self.blocks[block.index()];
        if block.paragraph.take().is_some() {
            self.sections[block.section.index()].paragraphs -= 1;
        }
    }

    /// Sets the number of lists around the list of an item.
    pub fn nest(&mut self, block: BlockId, lists: u8) {
        self.blocks[block.index()].nesting = lists;
    }

    fn append(&mut self, fragment: Fragment<'_>, source: SourceText<'_>) -> Span {
        let start = self.text.len();
        self.source_map.push(start, fragment.source);
        let at = fragment.source.checked_sub(source.skipped);
        self.text.push(fragment.text, source.text, at.unwrap_or(usize::MAX));
        Span::new(start, self.text.len())
    }

    /// Styles words of a block; `range` is in bytes of its body.
    pub fn style(&mut self, block: BlockId, range: Range<usize>, kind: InlineKind) {
        let span = self.span_in(block, range);
        self.inlines.push(Inline { span, kind });
    }

    /// Links words of a block to a target; `range` is in bytes of its body.
    pub fn link(&mut self, block: BlockId, range: Range<usize>, target: LinkTarget) {
        let span = self.span_in(block, range);
        self.links.push(Link { span, target, origin: LinkOrigin::Marked });
    }

    /// Returns the words of the block that was pushed last.
    pub fn last_body(&self) -> &str {
        &self.last
    }

    /// Returns the length of a block's body in bytes.
    pub fn body_len(&self, block: BlockId) -> usize {
        self.blocks[block.index()].body.len()
    }

    /// Converts a range of a block's body to a range of the whole text.
    pub fn span_in(&self, block: BlockId, range: Range<usize>) -> Span {
        let start = self.blocks[block.index()].body.start.get();
        Span {
            start: TextOffset::new(start + range.start),
            end: TextOffset::new(start + range.end),
        }
    }

    /// Closes all open sections, assigns an address to every section, and builds
    /// the document. The facts in its sentences are found later: see
    /// [`Document::read_by`].
    pub fn finish(self, metadata: Metadata) -> Document {
        self.finish_in(metadata, Vec::new(), 0)
    }

    /// Like [`Builder::finish`]; the text of the source is the bytes from `from` on, and their
    /// memory becomes that of the document's text.
    pub fn finish_in(mut self, metadata: Metadata, bytes: Vec<u8>, from: usize) -> Document {
        while !self.open.is_empty() {
            self.close();
        }
        self.blocks.shrink_to_fit();
        self.sections.shrink_to_fit();
        self.source_map.shrink();
        self.inlines.sort_by_key(|inline| inline.span.start);
        self.links.sort_by_key(|link| link.span.start);
        let mut document = Document {
            metadata,
            text: self.text.into_text(bytes, from),
            blocks: self.blocks,
            inlines: self.inlines,
            marked: self.links,
            sections: self.sections,
            index: OnceLock::new(),
            finders: Finders::default(),
            facts: SentenceFacts::default(),
            source_map: self.source_map,
        };
        give_addresses(&mut document, &self.names, self.addresses);
        document
    }
}
