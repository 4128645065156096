//! Candidates: the lines of a manuscript that begin as a provision would, with
//! every reading of their label.

#[cfg(test)]
pub mod tests;

use super::beginnings::{self, Onset};
use super::candidate::Candidate;
use super::figures::LineIndex;
use super::lead::Lead;
use super::line_labels::{self, LineContext};
use super::place::ManuscriptPlace;
use super::quoted;
use super::{bracketed, figures, given, learned, raised, running};
use crate::import::clean;
use crate::import::manuscript::{Element, ElementKind};
use crate::lexicon::dates;
use crate::lexicon::keywords::{Rank, Role};
use crate::lexicon::label::{self, Label, LineRole, RaisedForm};
use crate::lexicon::text_languages::TextLanguages;
use crate::structure::trace::{Rule, Trace, TraceSubject};
use std::ops::Range;

/// All candidates of a manuscript, in order; the readings of one label are
/// side by side.
pub fn candidates<T: Trace>(
    text: &str,
    elements: &[Element],
    languages: &TextLanguages<'_>,
    trace: &T,
) -> Vec<Candidate> {
    let refuse = |line: usize, rule| trace.tell(TraceSubject::Line(line), rule, Vec::new);
    let mut out = Vec::new();
    let mut figures = figures::of(text, elements).into_iter().peekable();
    let mut quoted = quoted::provisions(text, elements).into_iter().peekable();
    let mut given = given::provisions(text, elements, languages).into_iter().peekable();
    let running::RunningLines { labels, chapters } = running::lines(text, elements);
    let mut running = labels.into_iter().peekable();
    let mut chapters = chapters.into_iter().peekable();
    let squared = bracketed::number_paragraphs(text, elements);
    let raised = raised::number_paragraphs(text, elements);
    let mut repeated = learned::labels(text, elements, languages).into_iter().peekable();
    for (at, element) in elements.iter().enumerate() {
        let own = repeated.next_if(|found| found.element == at);
        if matches!(
            element.kind,
            ElementKind::Preformatted
                | ElementKind::Code
                | ElementKind::Printed
                | ElementKind::Table
                | ElementKind::Note
                | ElementKind::Ornament
        ) {
            element.lines.iter().for_each(|(line, _)| refuse(line.start, Rule::SetApart));
            continue;
        }
        let begun = out.len();
        let longest = element.lines.iter().map(|(line, _)| line.len()).max().unwrap_or(0);
        for line in 0..element.lines.len() {
            // Only an explanation needs the reason why a line without a label begins nothing.
            if !T::ASKED && !label::may_begin(&text[element.lines[line].0.clone()]) {
                continue;
            }
            let place = ManuscriptPlace { element: at, line, column: 0 };
            while figures.next_if(|column| column.end <= (at, line)).is_some() {}
            while quoted.next_if(|quotation| quotation.end <= (at, line)).is_some() {}
            while given.next_if(|block| block.end <= (at, line)).is_some() {}
            let holds = |lines: &&Range<LineIndex>| lines.contains(&(at, line));
            let offset = element.lines[line].0.start;
            if figures.peek().filter(holds).is_some() {
                refuse(offset, Rule::ColumnOfFigures);
                continue;
            }
            if quoted.peek().filter(holds).is_some() {
                refuse(offset, Rule::Quoted);
                continue;
            }
            if given.peek().filter(holds).is_some() {
                refuse(offset, Rule::Given);
                continue;
            }
            if dates::opens_entry(text[element.lines[line].0.clone()].trim_start()) {
                refuse(offset, Rule::DatedEntry);
                continue;
            }
            let read_before = out.len();
            while running.next_if(|label| *label < (at, line)).is_some() {}
            let in_run = running.next_if_eq(&(at, line)).is_some();
            while chapters.next_if(|chapter| *chapter < (at, line)).is_some() {}
            let role = match chapters.next_if_eq(&(at, line)) {
                Some(_) => Some(LineRole::Heading),
                None => in_run.then_some(LineRole::Paragraph),
            };
            match beginnings::begins(text, element, line, longest, languages) {
                Ok(onset) => {
                    let lead = Lead::of(text, elements, place);
                    let squared = squared && line == 0;
                    // A wrapped line may begin with a plain number.
                    let raised = raised.filter(|form| line == 0 || *form == RaisedForm::Raised);
                    let context =
                        LineContext { element, place, role, onset, lead, squared, raised };
                    if !line_labels::read(text, &context, trace, &mut out) {
                        refuse(offset, Rule::ContentsLine);
                    }
                    if in_run && out.len() > read_before {
                        trace.tell(
                            TraceSubject::Reading(read_before),
                            Rule::RunningNumber,
                            Vec::new,
                        );
                    }
                }
                Err(rule) => {
                    line_labels::read_doubtful(text, element, place, &mut out);
                    if out.len() == read_before {
                        refuse(offset, rule);
                    }
                }
            }
        }
        let read = &out[begun..];
        let known = read.iter().any(|own| own.label.style.named.is_some());
        if let Some(found) = own.filter(|own| !known && (own.constant || read.is_empty())) {
            trace.tell(TraceSubject::Reading(out.len()), Rule::LearnedLabel, Vec::new);
            out.push(of_refrain(text, element, found));
        }
    }
    out
}

/// The candidate that a line is by what its document repeats.
fn of_refrain(text: &str, element: &Element, found: learned::LearnedLabel) -> Candidate {
    let range = element.lines.first().map_or(0..0, |(range, _)| range.clone());
    let offset = range.start;
    let len = clean::even(text, range).len();
    let role = if found.chapters { Role::Division(Rank::Chapter) } else { Role::Article };
    Candidate {
        place: ManuscriptPlace { element: found.element, line: 0, column: 0 },
        label: Label::of_line(found.value, role, len),
        indent: element.indent,
        margin: element.indent,
        edge: element.indent + len,
        onset: Onset::Sure,
        heading: true,
        level: match element.kind {
            ElementKind::Heading { level } => Some(level),
            _ => None,
        },
        item: false,
        alone: true,
        misread: None,
        offset,
        lead: Lead::Words,
    }
}
