//! A comparison as a DOCX with tracked changes: both texts whole. Accepting all changes gives the new
//! one, rejecting them the old one.

use crate::align::{Alignment, ChangedWords, MergedBlock};
use crate::document::{BlockId, BlockKind, Document};
use crate::export::{ChangeAuthor, DocxParagraphStyle, DocxWriter, TrackedChange, level};
use std::io;

/// Returns the file.
///
/// # Errors
/// If it is too large for the format.
pub fn docx(alignment: &Alignment, author: ChangeAuthor) -> io::Result<Vec<u8>> {
    let (old, new) = (alignment.old(), alignment.new_document());
    let metadata = new.metadata();
    let mut writer = DocxWriter::new(author, metadata.language.clone(), metadata.direction);
    for block in alignment.merged() {
        match block {
            MergedBlock::Old(id) => put_alone(&mut writer, old, id, TrackedChange::Deleted),
            MergedBlock::New(id) => put_alone(&mut writer, new, id, TrackedChange::Inserted),
            MergedBlock::Both { new: id, .. } if new.block(id).kind == BlockKind::Table => {
                put_alone(&mut writer, new, id, TrackedChange::Kept);
            }
            MergedBlock::Both { old: was, new: is, pieces } => {
                let mut words = labels(old.label(was), new.label(is));
                words.extend(pieces.iter().map(|piece| match piece {
                    ChangedWords::Kept { new: at, .. } => {
                        (&new.body(is)[at.clone()], TrackedChange::Kept)
                    }
                    ChangedWords::Gone(at) => (&old.body(was)[at.clone()], TrackedChange::Deleted),
                    ChangedWords::New(at) => (&new.body(is)[at.clone()], TrackedChange::Inserted),
                }));
                writer.paragraph(style(new, is), TrackedChange::Kept, &words);
            }
        }
    }
    writer.finish(&metadata.title)
}

/// Writes a block of one of the texts.
fn put_alone(writer: &mut DocxWriter, document: &Document, id: BlockId, change: TrackedChange) {
    if document.block(id).kind == BlockKind::Table {
        let table = document.table(id);
        let row = |cells: &Vec<std::ops::Range<usize>>| {
            cells.iter().map(|cell| &document.body(id)[cell.clone()]).collect()
        };
        let rows: Vec<Vec<&str>> = table.rows.iter().map(|own| row(&own.cells)).collect();
        writer.table(change, &rows, table.heads);
        return;
    }
    let label = document.label(id).unwrap_or_default();
    let gap = if label.is_empty() { "" } else { " " };
    let words = [(label, change), (gap, change), (document.body(id), change)];
    writer.paragraph(style(document, id), change, &words);
}

/// The number before a block in both texts.
fn labels<'a>(old: Option<&'a str>, new: Option<&'a str>) -> Vec<(&'a str, TrackedChange)> {
    match (old, new) {
        (None, None) => Vec::new(),
        (Some(old), Some(new)) if old == new => {
            vec![(new, TrackedChange::Kept), (" ", TrackedChange::Kept)]
        }
        _ => {
            let one = |label: Option<&'a str>, change| {
                label.into_iter().flat_map(move |label| [(label, change), (" ", change)])
            };
            one(old, TrackedChange::Deleted).chain(one(new, TrackedChange::Inserted)).collect()
        }
    }
}

/// The style of a block. Kinds that only the recognition distinguishes are normal text.
fn style(document: &Document, id: BlockId) -> DocxParagraphStyle {
    match document.block(id).kind {
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
    }
}
