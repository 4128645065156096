//! The document of a comparison under construction.

use super::rows::{Plan, PlannedBlock, Step};
use super::wording::Wording;
use crate::align::Fate;
use crate::document::{
    BlockDraft, BlockId, Builder, Document, Fragment, LinkTarget, Passage, Point, SectionId, Span,
    Title,
};
use std::ops::Range;

/// A section of a comparison that differs.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparedSection {
    /// The section, in the comparison.
    pub id: SectionId,
    /// What became of it.
    pub fate: Fate,
    /// Its address in the old text, where that is another.
    pub was: Option<String>,
    /// Whether it contains a reference that still names an old number.
    pub is_stale: bool,
}

/// A change that the reader steps to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stop {
    /// Where it begins, in the comparison.
    pub point: Point,
    /// The section that it is in.
    pub section: SectionId,
}

/// The document under construction, and where its parts are.
pub struct Built {
    /// The document.
    pub builder: Builder,
    /// Number of blocks before those of the plan.
    summary: usize,
    /// The sections of the plan, as far as they were opened.
    sections: Vec<SectionId>,
}

impl Built {
    /// A document with so many blocks before those of the plan.
    pub fn new(summary: usize) -> Self {
        Self { builder: Builder::new(), summary, sections: Vec::new() }
    }

    /// The id of a block of the plan.
    pub fn block(&self, at: usize) -> BlockId {
        BlockId::new(self.summary + at)
    }

    /// Puts the sections and blocks of the plan, with their titles and links.
    pub fn push_plan(&mut self, old: &Document, new: &Document, plan: &Plan) {
        for step in &plan.steps {
            match step {
                Step::Open(at) => {
                    let section = &plan.sections[*at];
                    let document = section.wording.of(old, new);
                    let own = document.section(section.id);
                    let id = self.builder.open(own.kind, own.number.clone());
                    self.builder.set_address(id, section.address.clone());
                    self.sections.push(id);
                }
                Step::Close => self.builder.close(),
                Step::Block(at) => self.push_block(old, new, &plan.blocks[*at]),
            }
        }
        for (section, id) in plan.sections.iter().zip(&self.sections) {
            let document = section.wording.of(old, new);
            let own = document.section(section.id);
            let title = |span| {
                let (at, range) = place_of_span(plan, document, section.wording, span)?;
                Some(self.builder.span_in(self.block(at), range))
            };
            let title = match own.title {
                Title::Words(span) => title(span).map(Title::Words),
                Title::Subject(span) => title(span).map(Title::Subject),
                Title::Damaged(span) => title(span).map(Title::Damaged),
                Title::Unnamed => None,
            };
            self.builder.set_title(*id, title.unwrap_or(Title::Unnamed));
        }
        for link in new.links() {
            let LinkTarget::Passage(target) = link.target else { continue };
            let target = plan.place(Wording::New, target.start.block);
            let from = place_of_span(plan, new, Wording::New, link.span);
            if let (Some((from, range)), Some(target)) = (from, target) {
                let start = Point::start_of(self.block(target));
                let len = self.builder.body_len(start.block);
                let end = Point { byte: len, ..start };
                let target = LinkTarget::Passage(Passage { start, end });
                self.builder.link(self.block(from), range, target);
            }
        }
    }

    fn push_block(&mut self, old: &Document, new: &Document, block: &PlannedBlock) {
        let document = block.wording.of(old, new);
        let own = document.block(block.own);
        let fragment = |text| Fragment { source: own.source.start, text };
        let id = self.builder.push(&BlockDraft {
            kind: own.kind,
            source: own.source.clone(),
            label: document.label(block.own).map(fragment),
            body: vec![fragment(&block.body)],
            gap: own.gap,
        });
        match (block.wording, own.paragraph) {
            (Wording::New, Some(number)) => self.builder.number(id, number),
            // What is gone is no paragraph of the new text.
            _ if own.kind.is_paragraph() => self.builder.go_on(id),
            _ => {}
        }
        self.builder.nest(id, own.nesting);
        for run in &block.compared.runs {
            // Nobody sees that a blank is new.
            let is_blank = block.body[run.at.clone()].trim().is_empty();
            if let Some(kind) = run.fate.style().filter(|_| !is_blank) {
                self.builder.style(id, run.at.clone(), kind);
            }
        }
        let start = own.body.start.get();
        for inline in document.inlines(block.own) {
            let span = inline.span.range();
            let range = block.compared.here_range(span.start - start..span.end - start);
            self.builder.style(id, range, inline.kind);
        }
    }

    /// The sections that differ, in order.
    pub fn compared_sections(&self, plan: &Plan) -> Vec<ComparedSection> {
        let compared = plan.sections.iter().zip(&self.sections);
        compared
            .filter(|(section, _)| section.is_stale || !section.fate.is_unchanged())
            .map(|(section, id)| ComparedSection {
                id: *id,
                fate: section.fate,
                was: section.was.clone(),
                is_stale: section.is_stale,
            })
            .collect()
    }

    /// The changes, in order.
    pub fn stops(&self, plan: &Plan) -> Vec<Stop> {
        let stop = |(at, byte): &(usize, usize)| Stop {
            point: Point { block: self.block(*at), byte: *byte },
            section: self.sections[plan.blocks[*at].section],
        };
        plan.stops.iter().map(stop).collect()
    }
}

/// The block of a plan that contains a span of a wording, and where in it.
fn place_of_span(
    plan: &Plan,
    document: &Document,
    wording: Wording,
    span: Span,
) -> Option<(usize, Range<usize>)> {
    let point = document.point_at(span.start)?;
    let at = plan.place(wording, point.block)?;
    let range = point.byte..point.byte + span.len();
    Some((at, plan.blocks[at].compared.here_range(range)))
}
