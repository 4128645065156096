//! The end of a text that is shown before the text is read up to it: paragraphs and headings, but no
//! provisions, since which numbers are theirs depends on all that comes before.

use super::blocks::Blocks;
use super::passes::FINDERS;
use super::{chunk, sections};
use crate::document::{
    BlockDraft, BlockKind, ContentId, Document, Fragment, Metadata, Origin, SectionKind, Title,
};
use crate::import::manuscript::Manuscript;
use crate::import::markup::Markup;
use crate::lexicon::subjects;

/// Returns the end of a text as one section with the given title; `None` if it has no words.
pub fn end(
    manuscript: Manuscript<'_>,
    title: &str,
    origin: Origin,
    content: ContentId,
) -> Option<Document> {
    let Manuscript { text, skipped, elements, styles, links, anchors, .. } = manuscript;
    let parts = chunk::parts(&text, &elements, &[]);
    if parts.is_empty() {
        return None;
    }
    let markup = Markup::new(styles, links, anchors);
    let mut blocks = Blocks::new(&text, skipped, &parts, markup, subjects::of(None));
    let section = blocks.builder.open(SectionKind::Heading, None);
    let heading = blocks.builder.push(&BlockDraft {
        kind: BlockKind::Heading,
        source: skipped..skipped,
        label: None,
        body: vec![Fragment { source: skipped, text: title }],
        gap: true,
    });
    let words = blocks.builder.span_in(heading, 0..title.len());
    blocks.builder.set_title(section, Title::Words(words));
    sections::inside(&mut blocks, 0..parts.len());
    blocks.builder.close();
    let builder = blocks.finish();
    let metadata = Metadata::new(title, origin, content);
    Some(builder.finish_in(metadata, text.into_owned().into_bytes(), 0).read_by(FINDERS))
}
