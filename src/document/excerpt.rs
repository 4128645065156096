//! A document of which the beginning and the end were read, and not yet what is between them.

use super::{
    Block, BlockId, Document, Inline, Link, LinkTarget, Metadata, Passage, Point, ReadSoFar,
    Section, SectionId, Span, TextOffset, Title,
};
use std::sync::OnceLock;

impl Document {
    /// Returns this beginning of a document with the end of the same document behind it. What was
    /// found in the beginning stays; the blocks of the end have no facts, and its sections are
    /// inside its first one.
    pub fn with_end(&self, end: &Self) -> Self {
        let first = BlockId::new(self.blocks.len());
        let text = format!("{}\n{}", self.text, end.text);
        let by = Shift {
            bytes: self.text.len() + 1,
            blocks: self.blocks.len(),
            sections: self.sections.len(),
        };
        let mut blocks = self.blocks.clone();
        blocks.extend(end.blocks.iter().map(|block| by.block(block)));
        let mut inlines = self.inlines.clone();
        inlines.extend(
            end.inlines.iter().map(|inline| Inline { span: by.span(inline.span), ..*inline }),
        );
        let mut marked = self.marked.clone();
        marked.extend(end.marked.iter().map(|link| by.link(link)));
        let mut sections = self.sections.clone();
        sections.extend(end.sections.iter().map(|section| by.section(section)));
        self.keep_addresses_unique(&mut sections[by.sections..]);
        let mut source_map = self.source_map.clone();
        source_map.extend(&end.source_map, by.bytes);
        let read = self.metadata.read.map(|read| ReadSoFar { end: Some(first), ..read });
        Self {
            metadata: Metadata { read, ..self.metadata.clone() },
            text,
            blocks,
            inlines,
            marked,
            sections,
            index: OnceLock::new(),
            finders: self.finders,
            facts: self.facts.clone(),
            source_map,
        }
    }

    /// Puts the addresses of an end below that of its first section, and that below none.
    fn keep_addresses_unique(&self, end: &mut [Section]) {
        let Some((root, inner)) = end.split_first_mut() else { return };
        let taken = |address: &str| self.sections.iter().any(|own| own.address == address);
        let counted = (2..).map(|count| format!("{}~{count}", root.address));
        let mut addresses = std::iter::once(root.address.clone()).chain(counted);
        root.address = addresses.find(|address| !taken(address)).unwrap_or_default();
        for section in inner {
            section.address = format!("{}/{}", root.address, section.address);
        }
    }
}

/// By how much the places of an end move behind a beginning.
#[derive(Debug, Clone, Copy)]
struct Shift {
    bytes: usize,
    blocks: usize,
    sections: usize,
}

impl Shift {
    fn span(self, span: Span) -> Span {
        let moved = |offset: TextOffset| TextOffset::new(offset.get() + self.bytes);
        Span { start: moved(span.start), end: moved(span.end) }
    }

    fn point(self, point: Point) -> Point {
        Point { block: BlockId::new(point.block.index() + self.blocks), ..point }
    }

    fn section_id(self, id: SectionId) -> SectionId {
        SectionId::new(id.index() + self.sections)
    }

    fn block(self, block: &Block) -> Block {
        Block {
            section: self.section_id(block.section),
            label: block.label.map(|label| self.span(label)),
            body: self.span(block.body),
            ..block.clone()
        }
    }

    fn link(self, link: &Link) -> Link {
        let target = match &link.target {
            LinkTarget::Passage(passage) => LinkTarget::Passage(Passage {
                start: self.point(passage.start),
                end: self.point(passage.end),
            }),
            other => other.clone(),
        };
        Link { span: self.span(link.span), target, origin: link.origin }
    }

    fn section(self, section: &Section) -> Section {
        Section {
            title: match section.title {
                Title::Words(span) => Title::Words(self.span(span)),
                Title::Damaged(span) => Title::Damaged(self.span(span)),
                Title::Subject(span) => Title::Subject(self.span(span)),
                Title::Unnamed => Title::Unnamed,
            },
            parent: section.parent.map(|parent| self.section_id(parent)),
            blocks: section.blocks.start + self.blocks..section.blocks.end + self.blocks,
            end: section.end + self.sections,
            ..section.clone()
        }
    }
}
