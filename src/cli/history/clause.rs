//! A clause in one version of a text, and what changed in it since the version before.

use crate::align::{Alignment, Course, How, Row, addresses};
use crate::cli::arguments::{Compared, OutputFormat};
use crate::cli::compare::{self, Entry};
use crate::cli::styled::Styled;
use crate::document::{Document, SectionId};

/// The clause in a version.
pub enum Clause {
    /// It is not in this version.
    Absent,
    /// It was in the version before, and is not in this one.
    Gone,
    /// It is in this version.
    Present(PresentClause),
}

/// A clause that a version has.
pub struct PresentClause {
    /// Its addresses: one, or several where clauses were merged or divided.
    pub addresses: Vec<String>,
    /// Its paragraphs: their addresses and words.
    pub wording: Vec<(String, String)>,
    /// What became of it since the version before; `None` in the first version.
    pub change: Option<ClauseChange>,
}

/// What became of a clause.
pub struct ClauseChange {
    /// The clause as a whole.
    pub row: Row,
    /// Its address, or those in both versions.
    pub places: String,
    /// What changed in it.
    pub details: Details,
}

/// What changed in a clause, in the format that is printed.
pub enum Details {
    /// As text.
    Text(Styled),
    /// As JSON.
    Json(Vec<Entry>),
}

impl Clause {
    /// The clause in the first version.
    pub fn first(document: &Document, sections: &[SectionId]) -> Self {
        Self::present(document, sections, None)
    }

    /// The clause in the new text of an alignment: `rows` are those of the clause and of all inside
    /// it, in either text.
    pub fn changed(
        alignment: &Alignment,
        sections: Vec<SectionId>,
        rows: &[&Row],
        format: OutputFormat,
    ) -> Self {
        let Some(row) = whole(&sections, rows) else { return Self::Absent };
        let places = alignment.places(&row);
        let is_shown = |one: &&&Row| {
            let is_renumbered = one.course != Course::Stayed && row.course == Course::Stayed;
            row.how != How::New && (one.how != How::Same || is_renumbered)
        };
        let shown = rows.iter().filter(is_shown);
        let details = match format {
            OutputFormat::Json => {
                Details::Json(shown.map(|row| compare::entry(alignment, row)).collect())
            }
            OutputFormat::Text => {
                let mut out = Styled::default();
                for row in shown {
                    compare::put_row(alignment, row, Compared::Changes, out.push("  "));
                }
                Details::Text(out)
            }
        };
        let change = ClauseChange { row, places, details };
        Self::present(alignment.new_document(), &sections, Some(change))
    }

    fn present(document: &Document, sections: &[SectionId], change: Option<ClauseChange>) -> Self {
        if sections.is_empty() {
            return Self::Absent;
        }
        let mut blocks: Vec<_> =
            sections.iter().flat_map(|id| document.section(*id).block_ids()).collect();
        blocks.sort_unstable();
        blocks.dedup();
        let wording = blocks.into_iter().map(|id| (document.block_address(id), document.body(id)));
        let wording = wording.filter(|(_, words)| !words.is_empty());
        Self::Present(PresentClause {
            addresses: addresses(document, sections).into_iter().map(str::to_owned).collect(),
            wording: wording.map(|(at, words)| (at, words.to_owned())).collect(),
            change,
        })
    }
}

/// The row of a clause as a whole: its words have changed if those of anything inside it have.
fn whole(sections: &[SectionId], rows: &[&Row]) -> Option<Row> {
    let is_own = |row: &&&Row| row.new.iter().any(|id| sections.contains(id));
    let mut own = rows.iter().filter(is_own);
    let mut whole = Row::clone(own.next()?);
    for row in own {
        whole.old.extend(&row.old);
        whole.new.extend(&row.new);
        if whole.course == Course::Stayed {
            whole.course = row.course;
        }
    }
    if whole.how < How::Edited {
        let most = rows.iter().map(|row| row.how).max();
        whole.how = most.map_or(whole.how, |most| most.min(How::Edited));
    }
    Some(whole)
}
