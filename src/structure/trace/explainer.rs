//! The explainer: collects, for each line, the decisions of a trail and what became of the line.

use super::explanation::{Becomes, Explanation, LabelReading, Reason, Sequence};
use super::figure::Figure;
use super::names::{counter_name, mark_name, role_name};
use super::quantity::Quantity;
use super::rule::Rule;
use super::sighting::Sighting;
use super::trail::{About, Decision, Trail};
use crate::document::{BlockId, Document, Link, Passage, SectionId};
use crate::import::clean;
use crate::lexicon::label::{self, LineRole};
use std::collections::{HashMap, HashSet};
use std::ops::RangeInclusive;

/// Explains the lines of a document that was read with a trail.
#[derive(Debug)]
pub struct Explainer<'d> {
    document: &'d Document,
    trail: &'d Trail,
    /// The blocks that are in each line.
    blocks: Vec<Vec<BlockId>>,
    /// The readings in each line, by their places.
    readings: Vec<Vec<usize>>,
    /// The decisions about each line, by their places, each with the reading.
    decisions: Vec<Vec<(usize, Option<usize>)>>,
    /// The lines with references that are not reported since most lead nowhere.
    astray: HashSet<usize>,
    /// How many of the references lead nowhere, and how many there are.
    references: (usize, usize),
}

impl<'d> Explainer<'d> {
    /// Of a document and the trail that its reading left.
    pub fn new(document: &'d Document, trail: &'d Trail) -> Self {
        let count = trail.line_count();
        let mut blocks = vec![Vec::new(); count];
        let mut readings = vec![Vec::new(); count];
        let mut decisions = vec![Vec::new(); count];
        let mut explainer = Self {
            document,
            trail,
            blocks: Vec::new(),
            readings: Vec::new(),
            decisions: Vec::new(),
            astray: HashSet::new(),
            references: (0, 0),
        };
        for block in document.block_ids() {
            for line in explainer.lines_of_block(block) {
                blocks[line - 1].push(block);
            }
        }
        let line_of = |at: usize| trail.sightings.get(at).map(|own| trail.line_at(own.offset));
        for at in 0..trail.sightings.len() {
            let own = line_of(at).and_then(|line| readings.get_mut(line));
            own.into_iter().for_each(|own: &mut Vec<usize>| own.push(at));
        }
        let mut push = |line: usize, at: usize, reading: Option<usize>| {
            if let Some(own) = decisions.get_mut(line) {
                let own: &mut Vec<(usize, Option<usize>)> = own;
                own.push((at, reading));
            }
        };
        for (at, decision) in trail.decisions.iter().enumerate() {
            match &decision.about {
                About::Line(offset) => push(trail.line_at(*offset), at, None),
                About::Reading(reading) => {
                    line_of(*reading).into_iter().for_each(|line| push(line, at, Some(*reading)));
                }
                About::Sequence(members) => {
                    for reading in members {
                        line_of(*reading)
                            .into_iter()
                            .for_each(|line| push(line, at, Some(*reading)));
                    }
                }
                About::Document => {
                    let whole = decision.rule.is_of_whole_text();
                    let is_about = |line: &usize| whole || !readings[*line].is_empty();
                    (0..count).filter(is_about).for_each(|line| push(line, at, None));
                }
            }
        }
        explainer.blocks = blocks;
        explainer.readings = readings;
        explainer.decisions = decisions;
        explainer
    }

    /// Also explains the references that are not reported since most of `count` lead nowhere.
    #[must_use]
    pub fn with_astray(mut self, astray: &[Link], count: usize) -> Self {
        self.references = (astray.len(), count);
        for block in self.document.block_ids() {
            let body = self.document.block(block).body;
            let holds = |link: &Link| body.start <= link.span.start && link.span.start < body.end;
            if astray.iter().any(holds) {
                self.astray.insert(*self.lines_of_block(block).start());
            }
        }
        self
    }

    /// How many lines there are.
    pub fn line_count(&self) -> usize {
        self.trail.line_count()
    }

    /// The lines of a passage, counted from 1.
    pub fn lines_of(&self, passage: Passage) -> RangeInclusive<usize> {
        let (first, last) = (passage.start.block, passage.end.block);
        let begin = *self.lines_of_block(first).start();
        begin..=*self.lines_of_block(last).end()
    }

    /// The lines of a block, counted from 1.
    fn lines_of_block(&self, block: BlockId) -> RangeInclusive<usize> {
        let source = &self.document.block(block).source;
        let line = |at: usize| self.trail.line_at(at.saturating_sub(self.trail.skipped)) + 1;
        let most = self.trail.line_count();
        let first = line(source.start).min(most);
        // A block of no words has one line.
        first..=line(source.end.saturating_sub(1).max(source.start)).min(most)
    }

    /// Why a line, counted from 1, is what it is; `None` if there is no such line.
    pub fn line(&self, number: usize) -> Option<Explanation> {
        let at = number.checked_sub(1)?;
        let range = self.trail.lines.get(at)?.clone();
        let words = clean::words(&self.trail.text, range).trim().to_owned();
        let own = &self.readings[at];
        // Two words may read one label alike.
        let mut readings: Vec<LabelReading> = Vec::new();
        let mut place_of: HashMap<usize, usize> = HashMap::new();
        for (at, sighting) in own.iter().filter_map(|at| Some((at, self.trail.sightings.get(*at)?)))
        {
            let reading = read(sighting);
            let known = readings.iter().position(|own| *own == reading);
            place_of.insert(*at, known.unwrap_or(readings.len()));
            if known.is_none() {
                readings.push(reading);
            }
        }
        let mut reasons: Vec<Reason> = Vec::new();
        for (decision, reading) in &self.decisions[at] {
            let decision = &self.trail.decisions[*decision];
            let reading = reading.and_then(|reading| place_of.get(&reading).copied());
            let reason = self.reason(decision, reading);
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        // These hold whether or not the line begins with a label.
        let placed =
            |reason: &Reason| reason.rule.is_of_whole_text() || reason.rule == Rule::Quoted;
        let placed = reasons.iter().any(placed);
        if let Some(rule) = self.plain(at, &words).filter(|_| !placed) {
            reasons = vec![Reason::of(rule)];
        }
        if self.astray.contains(&number) {
            let (lost, all) = self.references;
            let figures = vec![
                Figure::new(Quantity::ReferencesThatLeadNowhere, lost),
                Figure::new(Quantity::References, all),
            ];
            reasons.push(Reason { figures, ..Reason::of(Rule::MostlyAstray) });
        }
        Some(Explanation { line: number, becomes: self.becomes(at), readings, reasons, words })
    }

    /// The rule that a line without a label is passed over by.
    fn plain(&self, at: usize, words: &str) -> Option<Rule> {
        if words.is_empty() || !self.readings[at].is_empty() {
            return None;
        }
        let range = &self.trail.lines[at];
        let held = self.trail.held.partition_point(|held| held.end <= range.start);
        let is_held = self.trail.held.get(held).is_some_and(|held| held.start < range.end);
        if !is_held {
            return Some(Rule::PageFurniture);
        }
        let reads = |standing| !label::labels(words, standing).is_empty();
        (!reads(LineRole::Heading) && !reads(LineRole::Running)).then_some(Rule::NoLabel)
    }

    fn reason(&self, decision: &Decision, reading: Option<usize>) -> Reason {
        let label = |at: &usize| self.trail.sightings.get(*at).map(|own| own.words.clone());
        let sequence = match &decision.about {
            About::Sequence(members) => Some(Sequence {
                first: members.first().and_then(label).unwrap_or_default(),
                last: members.last().and_then(label).unwrap_or_default(),
                labels: members.len(),
            }),
            _ => None,
        };
        Reason {
            rule: decision.rule,
            reading,
            inside: decision.inside.clone(),
            sequence,
            figures: decision.figures.clone(),
        }
    }

    fn becomes(&self, at: usize) -> Becomes {
        let blocks = &self.blocks[at];
        let begun = |block: BlockId| *self.lines_of_block(block).start() == at + 1;
        let mut begins = Vec::new();
        for block in blocks.iter().copied().filter(|block| begun(*block)) {
            let section = self.document.block(block).section;
            let first = |id: &SectionId| self.document.section(*id).blocks.start == block.index();
            let mut own: Vec<SectionId> = self.document.ancestry(section).filter(first).collect();
            own.reverse();
            begins.extend(own);
        }
        let block = blocks.first().copied();
        Becomes { begins, block, goes_on: block.is_some_and(|block| !begun(block)) }
    }
}

fn read(sighting: &Sighting) -> LabelReading {
    let label = &sighting.label;
    let number: Vec<String> = label.ordinals.iter().map(ToString::to_string).collect();
    LabelReading {
        label: sighting.words.clone(),
        number: number.join("."),
        word: label.style.role().map(role_name),
        counter: counter_name(label.style.counter),
        mark: mark_name(label.style.form),
        bearing: sighting.bearing,
    }
}
