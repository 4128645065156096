//! A comparison for programs.

use super::report::Report;
use crate::align::{Alignment, ChangedWords, Counts, Course, How, Paragraph, Row, addresses};
use crate::document::{BlockId, Document, StatedDate};
use serde::Serialize;

#[derive(Serialize)]
pub struct Comparison {
    old: Side,
    new: Side,
    counts: Counts,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    remarks: Vec<String>,
    rows: Vec<Entry>,
    stale: Vec<Stale>,
}

#[derive(Serialize)]
struct Side {
    title: String,
    source: String,
    content: String,
    date: Option<String>,
}

/// A row.
#[derive(Serialize)]
pub struct Entry {
    how: &'static str,
    marks: Vec<&'static str>,
    old: Vec<String>,
    new: Vec<String>,
    share: f32,
    paragraphs: Vec<Wordings>,
}

#[derive(Serialize)]
struct Wordings {
    old: Option<String>,
    new: Option<String>,
    pieces: Vec<Words>,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Words {
    Kept(String),
    Gone(String),
    New(String),
}

#[derive(Serialize)]
struct Stale {
    at: String,
    says: String,
    was: String,
    is: Option<String>,
}

impl Comparison {
    /// The report as it is written.
    pub fn of(report: &Report) -> Self {
        let alignment = report.alignment;
        let (old, new) = (alignment.old(), alignment.new_document());
        Self {
            old: side(old),
            new: side(new),
            counts: alignment.counts(),
            remarks: report.remarks.clone(),
            rows: report.rows.iter().map(|row| entry(alignment, row)).collect(),
            stale: report
                .stale
                .iter()
                .map(|stale| Stale {
                    at: new.block_address(stale.at),
                    says: stale.says.clone(),
                    was: old.section_address(stale.was).to_owned(),
                    is: stale.is.map(|id| new.section_address(id).to_owned()),
                })
                .collect(),
        }
    }
}

fn side(document: &Document) -> Side {
    let metadata = document.metadata();
    Side {
        title: metadata.title.clone(),
        source: metadata.origin.place().into_owned(),
        content: metadata.content.to_string(),
        date: date(document),
    }
}

/// The date of a document, as in 2026-03-01.
pub fn date(document: &Document) -> Option<String> {
    document.metadata().date.as_ref().map(StatedDate::iso)
}

/// The name of what became of a row.
pub fn how(how: How) -> &'static str {
    match how {
        How::Same | How::Typographic => "same",
        How::Followed | How::Edited => "edited",
        How::Replaced => "replaced",
        How::Split => "split",
        How::Merged => "merged",
        How::New => "new",
        How::Gone => "gone",
    }
}

/// The names of what else differs in a row.
pub fn marks(row: &Row) -> Vec<&'static str> {
    let mut marks = Vec::new();
    match row.course {
        Course::Stayed => {}
        Course::Renumbered => marks.push("renumbered"),
        Course::Moved => marks.push("moved"),
    }
    match row.how {
        How::Followed => marks.push("followed"),
        How::Typographic => marks.push("typographic"),
        _ => {}
    }
    marks
}

/// A row for programs.
pub fn entry(alignment: &Alignment, row: &Row) -> Entry {
    let owned = |all: Vec<&str>| all.into_iter().map(str::to_owned).collect();
    Entry {
        how: how(row.how),
        marks: marks(row),
        old: owned(addresses(alignment.old(), &row.old)),
        new: owned(addresses(alignment.new_document(), &row.new)),
        share: (row.share * 100.0).round() / 100.0,
        paragraphs: alignment
            .paragraphs(row)
            .iter()
            .map(|paragraph| wordings(alignment, paragraph))
            .collect(),
    }
}

fn wordings(alignment: &Alignment, paragraph: &Paragraph) -> Wordings {
    let pieces = paragraph.pieces.iter().map(|piece| {
        let words = paragraph.words(piece).to_owned();
        match piece {
            ChangedWords::Kept { .. } => Words::Kept(words),
            ChangedWords::Gone(_) => Words::Gone(words),
            ChangedWords::New(_) => Words::New(words),
        }
    });
    Wordings {
        old: address(alignment.old(), &paragraph.old),
        new: address(alignment.new_document(), &paragraph.new),
        pieces: pieces.collect(),
    }
}

/// The address of some blocks, each a paragraph of its own.
fn address(document: &Document, blocks: &[BlockId]) -> Option<String> {
    let passage = document.between(*blocks.first()?, *blocks.last()?);
    Some(document.passage_address(passage))
}
