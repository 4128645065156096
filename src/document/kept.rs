//! A document as it is kept for another run: what an importer found, without what is made of that at
//! once, and without where it came from.

use super::facts::{SentenceFacts, Sentences};
use super::{Block, Document, Finders, Inline, Link, Metadata, Origin, Section, SourceMap};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::sync::OnceLock;

/// What is kept of a document. It may be written in any form of serde's that does not name its fields;
/// the program that reads it must be the one that wrote it.
#[derive(Debug, Serialize, Deserialize)]
pub struct KeptDocument<'a> {
    metadata: Cow<'a, Metadata>,
    text: Cow<'a, str>,
    blocks: Cow<'a, [Block]>,
    inlines: Cow<'a, [Inline]>,
    marked: Cow<'a, [Link]>,
    sections: Cow<'a, [Section]>,
    source_map: Cow<'a, SourceMap>,
    sentences: Sentences<'a>,
}

impl Document {
    /// What is kept of it, with what its sentences were found to tell by now.
    pub fn kept(&self) -> KeptDocument<'_> {
        KeptDocument {
            metadata: Cow::Borrowed(&self.metadata),
            text: Cow::Borrowed(&self.text),
            blocks: Cow::Borrowed(&self.blocks),
            inlines: Cow::Borrowed(&self.inlines),
            marked: Cow::Borrowed(&self.marked),
            sections: Cow::Borrowed(&self.sections),
            source_map: Cow::Borrowed(&self.source_map),
            sentences: self.facts.sentences(),
        }
    }

    /// The document again, which is read from `origin` now; what was not found yet is found by
    /// `finders`.
    pub fn from_kept(kept: KeptDocument<'_>, origin: Origin, finders: Finders) -> Self {
        Self {
            metadata: Metadata { origin, ..kept.metadata.into_owned() },
            text: kept.text.into_owned(),
            blocks: kept.blocks.into_owned(),
            inlines: kept.inlines.into_owned(),
            marked: kept.marked.into_owned(),
            sections: kept.sections.into_owned(),
            index: OnceLock::new(),
            finders,
            facts: SentenceFacts::again(kept.sentences),
            source_map: kept.source_map.into_owned(),
        }
    }
}
