//! The outline: sections, their kinds and titles.

use super::{BlockId, ClauseNumber, Span};
use std::ops::Range;

/// The place of a section in the outline's reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SectionId(u32);

impl SectionId {
    /// The section at `index` in reading order.
    ///
    /// # Panics
    /// Where an outline has more than `u32::MAX` sections.
    pub fn new(index: usize) -> Self {
        Self(u32::try_from(index).expect("fewer than four thousand million sections"))
    }

    /// Its index in reading order.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// What a section is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SectionKind {
    /// The head of a bulletin: title, publisher, date, number.
    Masthead,
    /// A news story.
    Story,
    /// A declaration or another instrument that holds clauses.
    Declaration,
    /// The recitals before the first clause.
    Preamble,
    /// A numbered provision.
    Clause,
    /// A provision that the document calls an article.
    Article,
    /// An annex or appendix.
    Annex,
    /// The tail of a bulletin: contact, address.
    Imprint,
    /// An announcement.
    Notice,
    /// Text under a heading, or text of no other kind.
    Heading,
}

impl SectionKind {
    /// The word that stands for the kind in addresses and in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Masthead => "masthead",
            Self::Story => "story",
            Self::Declaration => "declaration",
            Self::Preamble => "preamble",
            Self::Clause => "clause",
            Self::Article => "article",
            Self::Annex => "annex",
            Self::Imprint => "imprint",
            Self::Notice => "notice",
            Self::Heading => "heading",
        }
    }

    /// The word that a person reads.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Masthead => "Masthead",
            Self::Story => "News story",
            Self::Declaration => "Declaration",
            Self::Preamble => "Preamble",
            Self::Clause => "Clause",
            Self::Article => "Article",
            Self::Annex => "Annex",
            Self::Imprint => "Imprint",
            Self::Notice => "Announcements",
            Self::Heading => "Text",
        }
    }

    /// Whether it is a numbered provision.
    pub const fn is_provision(self) -> bool {
        matches!(self, Self::Clause | Self::Article)
    }
}

/// The words that name a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Title {
    /// A title that stands in the text.
    Words(Span),
    /// A title whose beginning is lost in the source.
    Damaged(Span),
    /// A few words of a clause that tell its subject.
    Subject(Span),
    /// None: the section goes by the name of its kind.
    Unnamed,
}

/// A node of the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// What it is.
    pub kind: SectionKind,
    /// Its number, for provisions.
    pub number: Option<ClauseNumber>,
    /// What it is called.
    pub title: Title,
    /// Its address, unique in the document. Set when the document is finished.
    pub address: String,
    /// The section that it stands in.
    pub parent: Option<SectionId>,
    /// How many sections it stands in.
    pub depth: u16,
    /// Indices of its blocks, those of its sub-sections included.
    pub blocks: Range<usize>,
    /// How many paragraphs are its own, not those of its sub-sections.
    pub paragraphs: u32,
    /// The index after its last descendant in the outline's order.
    pub end: usize,
}

impl Section {
    /// Its blocks, those of its sub-sections included.
    pub fn block_ids(&self) -> impl DoubleEndedIterator<Item = BlockId> + use<> {
        self.blocks.clone().map(BlockId::new)
    }
}
