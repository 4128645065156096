//! Explanations: what became of a line, and each decision that led to it.

use super::figure::Figure;
use super::rule::{Rule, RuleEffect};
use super::sighting::{Bearing, Sighting};
use super::trail::{About, Decision, Trail};
use crate::document::{BlockId, BlockKind, Document, Link, Passage, SectionId};
use crate::import::clean;
use crate::lexicon::counter::Counter;
use crate::lexicon::keywords::Role;
use crate::lexicon::label::{self, LabelForm, LineRole};
use crate::messages::explanations;
use std::collections::{HashMap, HashSet};
use std::ops::RangeInclusive;

/// Why a line is what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// Its number, counted from 1.
    pub line: usize,
    /// The line as it was read.
    pub words: String,
    /// What became of it.
    pub becomes: Becomes,
    /// The labels that it may have.
    pub readings: Vec<LabelReading>,
    /// The decisions, in the order in which they fell.
    pub reasons: Vec<Reason>,
}

/// What became of a line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Becomes {
    /// The sections that begin in it, the outermost first.
    pub begins: Vec<SectionId>,
    /// The block that it is in, the first of several.
    pub block: Option<BlockId>,
    /// Whether that block began in an earlier line.
    pub goes_on: bool,
}

/// A label that a line may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelReading {
    /// As printed.
    pub label: String,
    /// What it counts, as in an address.
    pub number: String,
    /// What its word names.
    pub word: Option<&'static str>,
    /// With which signs it counts.
    pub counter: &'static str,
    /// The mark around it.
    pub mark: &'static str,
    /// The role of its line.
    pub bearing: Bearing,
}

/// A decision about a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Its rule.
    pub rule: Rule,
    /// The reading that it is about, by its place in [`Explanation::readings`].
    pub reading: Option<usize>,
    /// The provision that was looked into; none in a whole region.
    pub inside: Option<String>,
    /// The sequence that it is about.
    pub sequence: Option<Sequence>,
    /// What the rule compared.
    pub figures: Vec<Figure>,
}

/// A sequence of labels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sequence {
    /// Its first label.
    pub first: String,
    /// Its last label.
    pub last: String,
    /// How many it has.
    pub labels: usize,
}

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
                Figure::count(explanations::COUNTED_REFERENCES_THAT_LEAD_NOWHERE, lost),
                Figure::count(explanations::COUNTED_REFERENCES, all),
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

impl Reason {
    fn of(rule: Rule) -> Self {
        Self { rule, reading: None, inside: None, sequence: None, figures: Vec::new() }
    }
}

impl Explanation {
    /// Whether a provision begins in the line.
    pub fn is_provision(&self, document: &Document) -> bool {
        self.becomes.begins.iter().any(|id| document.section(*id).kind.is_provision())
    }

    /// The rule that refused a line in which nothing begins that a rule speaks for: that which
    /// decided last.
    pub fn refused(&self, document: &Document) -> Option<Rule> {
        let effect = |reason: &Reason| reason.rule.effect();
        let spoken_for = self.reasons.iter().any(|reason| effect(reason) == RuleEffect::For);
        let begun = self.is_provision(document) || (spoken_for && !self.becomes.begins.is_empty());
        let mut decided = self.reasons.iter().filter(|own| effect(own) != RuleEffect::Neither);
        let last = decided.next_back().filter(|_| !begun)?;
        (effect(last) == RuleEffect::Against).then_some(last.rule)
    }

    /// What became of the line, in words.
    pub fn outcome(&self, document: &Document) -> String {
        let Becomes { begins, block, goes_on } = &self.becomes;
        // What holds the whole text says nothing of a line.
        let told = |id: &&SectionId| document.section(**id).parent.is_some() || begins.len() == 1;
        let begun: Vec<String> = begins
            .iter()
            .filter(told)
            .map(|id| {
                let section = document.section(*id);
                format!("{} {}", section.kind.name(), section.address)
            })
            .collect();
        match block {
            _ if self.words.is_empty() => explanations::BLANK.to_owned(),
            _ if !begun.is_empty() => explanations::begins(begun.join(explanations::AND)),
            None => explanations::NO_PART.to_owned(),
            Some(block) => {
                let BlockWords { one, this } = block_words(document.block(*block).kind);
                let address = document.block_address(*block);
                match goes_on {
                    true => explanations::continues_at(this, address),
                    false => explanations::begins_at(one, address),
                }
            }
        }
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

const fn role_name(role: Role) -> &'static str {
    match role {
        Role::Division(_) => explanations::WORD_DIVISION,
        Role::Annex => explanations::WORD_ANNEX,
        Role::Article => explanations::WORD_ARTICLE,
        Role::Section => explanations::WORD_SECTION,
    }
}

const fn counter_name(counter: Counter) -> &'static str {
    match counter {
        Counter::Digits => explanations::COUNTER_DIGITS,
        Counter::RomanCapital => explanations::COUNTER_CAPITAL_ROMAN_NUMERAL,
        Counter::RomanSmall => explanations::COUNTER_SMALL_ROMAN_NUMERAL,
        Counter::LetterCapital => explanations::COUNTER_CAPITAL_LETTER,
        Counter::LetterSmall => explanations::COUNTER_SMALL_LETTER,
        Counter::LetterTwice => explanations::COUNTER_SMALL_LETTER_TWICE,
        Counter::Alphabet(_) => explanations::COUNTER_LETTER,
        Counter::SignsCapital(_) | Counter::SignsSmall(_) => {
            explanations::COUNTER_NUMERAL_OF_LETTERS
        }
        Counter::Han => explanations::COUNTER_HAN_NUMERAL,
        Counter::Hebrew => explanations::COUNTER_HEBREW_NUMERAL,
        Counter::Word => explanations::COUNTER_WORD,
    }
}

const fn mark_name(form: LabelForm) -> &'static str {
    match form {
        LabelForm::Worded | LabelForm::Bare => explanations::MARK_NO_MARK,
        LabelForm::Point => explanations::MARK_FULL_STOP,
        LabelForm::Close => explanations::MARK_CLOSING_PARENTHESIS,
        LabelForm::Both => explanations::MARK_PARENTHESES,
        LabelForm::Comma => explanations::MARK_COMMA,
        LabelForm::Dash => explanations::MARK_DASH,
        LabelForm::Space => explanations::MARK_BLANK,
        LabelForm::Round => explanations::MARK_FULL_STOP_AND_ZERO,
        LabelForm::Square => explanations::MARK_SQUARE_BRACKETS,
        LabelForm::Degree => explanations::MARK_ORDINAL_SIGN,
        LabelForm::Raised => explanations::MARK_RAISED,
        LabelForm::Operative | LabelForm::Preambular => explanations::MARK_INITIALS,
    }
}

/// The words for a kind of block.
struct BlockWords {
    /// As one of many: “a paragraph”.
    one: &'static str,
    /// As one that was named before: “the paragraph”.
    this: &'static str,
}

/// The words for a kind of block.
const fn block_words(kind: BlockKind) -> BlockWords {
    let (one, this) = match kind {
        BlockKind::Paragraph => (explanations::ONE_PARAGRAPH, explanations::THIS_PARAGRAPH),
        BlockKind::Heading => (explanations::ONE_HEADING, explanations::THIS_HEADING),
        BlockKind::Dateline => (explanations::ONE_DATELINE, explanations::THIS_DATELINE),
        BlockKind::ListItem => (explanations::ONE_LIST_ITEM, explanations::THIS_LIST_ITEM),
        BlockKind::Quotation => (explanations::ONE_QUOTATION, explanations::THIS_QUOTATION),
        BlockKind::Preformatted => {
            (explanations::ONE_PREFORMATTED_BLOCK, explanations::THIS_PREFORMATTED_BLOCK)
        }
        BlockKind::Code => (explanations::ONE_BLOCK_OF_CODE, explanations::THIS_BLOCK_OF_CODE),
        BlockKind::Printed => {
            (explanations::ONE_BLOCK_OF_OUTPUT, explanations::THIS_BLOCK_OF_OUTPUT)
        }
        BlockKind::Table => (explanations::ONE_TABLE, explanations::THIS_TABLE),
        BlockKind::Note => (explanations::ONE_NOTE, explanations::THIS_NOTE),
        BlockKind::Ornament => (explanations::ONE_MARK, explanations::THIS_MARK),
    };
    BlockWords { one, this }
}
