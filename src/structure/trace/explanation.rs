//! Explanations: what became of a line, and each decision that led to it.

use super::figure::Figure;
use super::names::{BlockWords, block_words};
use super::rule::{Rule, RuleEffect};
use super::sighting::Bearing;
use crate::document::{BlockId, Document, SectionId};
use crate::messages::explanations;

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

impl Reason {
    /// Of a rule that compared nothing.
    pub fn of(rule: Rule) -> Self {
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
