//! A comparison as a DOCX with tracked changes: both texts whole. Accepting all changes gives the new
//! one, rejecting them the old one.

use super::docx_words::{LookedBlock, bullet, label, labels, redlined};
use crate::align::{Alignment, BlockOfBoth, MergedBlock};
use crate::document::{BlockId, BlockKind, Document};
use crate::export::{
    ChangeAuthor, DocxListLevel, DocxParagraph, DocxParagraphStyle, DocxWords, DocxWriter,
    MoveNumber, TrackedChange, level,
};
use std::collections::HashMap;
use std::io;

/// Returns the file.
///
/// # Errors
/// If it is too large for the format.
pub fn docx(alignment: &Alignment, author: ChangeAuthor) -> io::Result<Vec<u8>> {
    let (old, new) = (alignment.old(), alignment.new_document());
    let metadata = new.metadata();
    let mut writer = DocxWriter::new(author, metadata.language.clone(), metadata.direction);
    let mut moves = Moves::default();
    for block in alignment.merged() {
        match block {
            MergedBlock::Old(id) => put_alone(&mut writer, old, id, TrackedChange::Deleted),
            MergedBlock::New(id) => put_alone(&mut writer, new, id, TrackedChange::Inserted),
            MergedBlock::Both(BlockOfBoth { new: id, .. })
                if new.block(id).kind == BlockKind::Table =>
            {
                put_alone(&mut writer, new, id, TrackedChange::Kept);
            }
            MergedBlock::Both(pair) => {
                let (was, is) = (paragraph(old, pair.old), paragraph(new, pair.new));
                let mut words = labels(old.label(pair.old), new.label(pair.new));
                words.extend(redlined((old, new), &pair, TrackedChange::Kept));
                // A list writes the bullets of both wordings only where both begin with the same one.
                let has_bullet = words.first().is_some_and(|first| {
                    first.change == TrackedChange::Kept && bullet(first.words) > 0
                });
                let is_item = was.item.is_some() && is.item.is_some() && has_bullet;
                let (was, is) = if is_item { (was, is) } else { (unlisted(was), unlisted(is)) };
                put(&mut writer, is, was, TrackedChange::Kept, words);
            }
            MergedBlock::MovedFrom(pair) => {
                let change = TrackedChange::MovedFrom(moves.number(&pair));
                let mut words = label(old, pair.old, TrackedChange::Deleted);
                words.extend(redlined((old, new), &pair, change));
                let set = paragraph(old, pair.old);
                put(&mut writer, set, set, change, words);
            }
            MergedBlock::MovedTo(pair) => {
                let change = TrackedChange::MovedTo(moves.number(&pair));
                let mut words = label(new, pair.new, TrackedChange::Inserted);
                words.extend(redlined((old, new), &pair, change));
                let set = paragraph(new, pair.new);
                put(&mut writer, set, set, change, words);
            }
        }
    }
    writer.finish(&metadata.title)
}

/// The moves so far.
#[derive(Default)]
struct Moves(HashMap<BlockId, MoveNumber>);

impl Moves {
    /// The number of the move of a block, which is the same at both of its places.
    fn number(&mut self, pair: &BlockOfBoth) -> MoveNumber {
        let next = MoveNumber(self.0.len() + 1);
        *self.0.entry(pair.old).or_insert(next)
    }
}

/// Writes a block of one of the texts.
fn put_alone(writer: &mut DocxWriter, document: &Document, id: BlockId, change: TrackedChange) {
    let block = LookedBlock::of(document, id);
    if document.block(id).kind == BlockKind::Table {
        let table = document.table(id);
        let row = |cells: &Vec<std::ops::Range<usize>>| {
            cells.iter().map(|cell| block.words(cell, change)).collect()
        };
        let rows: Vec<Vec<Vec<DocxWords>>> = table.rows.iter().map(|own| row(&own.cells)).collect();
        writer.table(change, &rows, table.heads);
        return;
    }
    let mut words = label(document, id, change);
    words.extend(block.all_words(change));
    let set = paragraph(document, id);
    put(writer, set, set, change, words);
}

/// Writes a paragraph; the list writes the bullet of an item.
fn put(
    writer: &mut DocxWriter,
    paragraph: DocxParagraph,
    was: DocxParagraph,
    change: TrackedChange,
    mut words: Vec<DocxWords>,
) {
    if paragraph.item.is_some() {
        let mut left = bullet(&words.iter().map(|one| one.words).collect::<String>());
        for one in &mut words {
            let taken = left.min(one.words.len());
            (one.words, left) = (&one.words[taken..], left - taken);
        }
    }
    writer.paragraph(paragraph, was, change, &words);
}

/// The same paragraph outside any list.
fn unlisted(paragraph: DocxParagraph) -> DocxParagraph {
    DocxParagraph { item: None, ..paragraph }
}

/// How a block is set. Kinds that only the recognition distinguishes are normal text.
fn paragraph(document: &Document, id: BlockId) -> DocxParagraph {
    let block = document.block(id);
    let style = match block.kind {
        BlockKind::Heading => DocxParagraphStyle::Heading(level::of(document, id)),
        BlockKind::Quotation => DocxParagraphStyle::Quotation,
        BlockKind::Preformatted | BlockKind::Printed => DocxParagraphStyle::Preformatted,
        BlockKind::Code => DocxParagraphStyle::Code,
        BlockKind::Paragraph
        | BlockKind::Dateline
        | BlockKind::ListItem
        | BlockKind::Table
        | BlockKind::Note
        | BlockKind::Ornament => DocxParagraphStyle::Normal,
    };
    let around = level::provisions(document, id).saturating_sub(1);
    let nesting = block.nesting;
    match block.kind {
        BlockKind::ListItem if bullet(document.body(id)) > 0 => {
            DocxParagraph { style, indent: around, item: Some(DocxListLevel::new(nesting)) }
        }
        BlockKind::ListItem => {
            DocxParagraph { style, indent: around + usize::from(nesting), item: None }
        }
        // A quotation has the indent of its style.
        BlockKind::Heading | BlockKind::Quotation => DocxParagraph { style, indent: 0, item: None },
        _ => DocxParagraph { style, indent: around, item: None },
    }
}
