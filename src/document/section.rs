//! The outline: sections, their kinds and titles.

use super::{BlockId, ClauseNumber, Span};
use crate::messages::places;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// The index of a section in the outline's reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SectionId(u32);

impl SectionId {
    /// Creates the id of the section at `index` in reading order.
    ///
    /// # Panics
    /// If `index` is larger than `u32::MAX`.
    pub fn new(index: usize) -> Self {
        Self(u32::try_from(index).expect("fewer than four thousand million sections"))
    }

    /// Its index in reading order.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// The kind of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum SectionKind {
    /// The head of a bulletin: title, publisher, date, number.
    Masthead,
    /// A news story.
    Story,
    /// A declaration or another instrument that contains clauses.
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
    /// Text under a heading, or any other text.
    Heading,
}

impl SectionKind {
    /// The name of the kind in addresses and in JSON.
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

    /// The label for display.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Masthead => places::MASTHEAD,
            Self::Story => places::STORY,
            Self::Declaration => places::DECLARATION,
            Self::Preamble => places::PREAMBLE,
            Self::Clause => places::CLAUSE,
            Self::Article => places::ARTICLE,
            Self::Annex => places::ANNEX,
            Self::Imprint => places::IMPRINT,
            Self::Notice => places::ANNOUNCEMENTS,
            Self::Heading => places::TEXT,
        }
    }

    /// Whether it is a numbered provision.
    pub const fn is_provision(self) -> bool {
        matches!(self, Self::Clause | Self::Article)
    }
}

/// The title of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Title {
    /// A title in the text.
    Words(Span),
    /// A title whose beginning is missing in the source.
    Damaged(Span),
    /// A few words of a clause that state its subject.
    Subject(Span),
    /// None: the section has the name of its kind.
    Unnamed,
}

/// A node of the outline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Its kind.
    pub kind: SectionKind,
    /// Its number, for provisions.
    pub number: Option<ClauseNumber>,
    /// Its title.
    pub title: Title,
    /// Its address, unique in the document. Set when the document is finished.
    pub address: String,
    /// The enclosing section.
    pub parent: Option<SectionId>,
    /// Number of enclosing sections.
    pub depth: u16,
    /// Indices of its blocks, including those of its sub-sections.
    pub blocks: Range<usize>,
    /// Number of its own paragraphs, without those of its sub-sections.
    pub paragraphs: u32,
    /// The index after its last descendant in the outline's order.
    pub end: usize,
}

impl Section {
    /// The ids of its blocks, including those of its sub-sections.
    pub fn block_ids(&self) -> impl DoubleEndedIterator<Item = BlockId> + use<> {
        self.blocks.clone().map(BlockId::new)
    }
}
