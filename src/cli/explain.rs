//! `bulletin explain`: why a line is, or is not, a provision.

use super::arguments::{Explain, OutputFormat};
use super::error::Failure;
use super::output::{emit, emit_json};
use super::{places, source};
use crate::document::Document;
use crate::structure::references;
use crate::structure::rulebook::{self, thresholds};
use crate::structure::trace::{Explainer, Explanation, Figure, Reason, Recorder, Rule, Threshold};
use serde::{Serialize, Serializer};
use std::ops::RangeInclusive;

/// Columns of the words of a line in a list of lines.
const LONGEST_WORDS: usize = 60;

/// Prints the lines that begin with a label, or everything about one line or one address.
///
/// # Errors
/// If the document cannot be read, or has no such line or address.
pub fn run(explain: &Explain) -> Result<(), Failure> {
    if explain.rules {
        return rules(explain.format);
    }
    let recorder = Recorder::default();
    let document = source::open_traced(&explain.source, &recorder)?;
    source::tell(&source::remarks(&document));
    let trail = recorder.into_trail();
    let (astray, references) = references::astray(&document);
    let explainer = Explainer::new(&document, &trail).with_astray(&astray, references);
    let count = explainer.line_count();
    let lines = |range: RangeInclusive<usize>| {
        range.filter_map(|line| explainer.line(line)).collect::<Vec<Explanation>>()
    };
    let (whole, listed) = match (explain.line, &explain.at) {
        (Some(line), _) if line == 0 || line > count => {
            return Err(Failure::NoLine { line, last: count });
        }
        (Some(line), _) => (lines(line..=line), Vec::new()),
        (None, Some(address)) => {
            let passage = places::passage(&document, address)?;
            let mut all = lines(explainer.lines_of(passage));
            all.retain(|line| !line.words.is_empty());
            let rest = all.split_off(all.len().min(1));
            (all, rest)
        }
        (None, None) => {
            let mut all = lines(1..=count);
            all.retain(is_told);
            (Vec::new(), all)
        }
    };
    match explain.format {
        OutputFormat::Json => {
            let all = whole.iter().chain(&listed);
            emit_json(&all.map(|line| told(&document, line)).collect::<Vec<LineReport>>())?;
        }
        OutputFormat::Text => {
            let mut out: Vec<String> = whole.iter().map(|line| line.told(&document)).collect();
            if !listed.is_empty() {
                out.push(listed.iter().map(|line| row(&document, line)).collect());
            }
            emit(&out.join("\n"))?;
        }
    }
    if whole.is_empty() && listed.is_empty() { Err(Failure::Nothing) } else { Ok(()) }
}

/// Whether a line is listed when no line was requested: a section begins in it, or might.
fn is_told(line: &Explanation) -> bool {
    let decided = |reason: &Reason| !matches!(reason.rule, Rule::NoLabel | Rule::PageFurniture);
    !line.becomes.begins.is_empty() || line.reasons.iter().any(decided)
}

/// A line in a list: its number, what became of it, the rule that refused it, and its words.
fn row(document: &Document, line: &Explanation) -> String {
    let refused = line.refused(document).filter(|rule| *rule != Rule::NoLabel);
    let refused = refused.map_or_else(String::new, |rule| format!(" ({})", rule.name()));
    let words: String = match line.words.char_indices().nth(LONGEST_WORDS) {
        Some((end, _)) => format!("{}…", &line.words[..end]),
        None => line.words.clone(),
    };
    format!("{}: {}{refused}: {words}\n", line.line, line.outcome(document))
}

#[derive(Serialize)]
struct LineReport {
    line: usize,
    text: String,
    outcome: String,
    provision: bool,
    begins: Vec<ProvisionReport>,
    address: Option<String>,
    readings: Vec<LabelReport>,
    reasons: Vec<Because>,
}

#[derive(Serialize)]
struct ProvisionReport {
    address: String,
    kind: &'static str,
}

#[derive(Serialize)]
struct LabelReport {
    label: String,
    number: String,
    word: Option<&'static str>,
    counter: &'static str,
    mark: &'static str,
    stands: &'static str,
}

#[derive(Serialize)]
struct Because {
    rule: &'static str,
    effect: &'static str,
    sentence: &'static str,
    reading: Option<usize>,
    inside: Option<String>,
    sequence: Option<SequenceReport>,
    #[serde(serialize_with = "by_quantity")]
    figures: Vec<Figure>,
}

#[derive(Serialize)]
struct SequenceReport {
    first: String,
    last: String,
    labels: usize,
}

/// A line, for programs.
fn told(document: &Document, line: &Explanation) -> LineReport {
    let begins = line.becomes.begins.iter().map(|id| {
        let section = document.section(*id);
        ProvisionReport { address: section.address.clone(), kind: section.kind.name() }
    });
    let readings = line.readings.iter().map(|reading| LabelReport {
        label: reading.label.clone(),
        number: reading.number.clone(),
        word: reading.word,
        counter: reading.counter,
        mark: reading.mark,
        stands: reading.bearing.name(),
    });
    let reasons = line.reasons.iter().map(|reason| Because {
        rule: reason.rule.name(),
        effect: reason.rule.effect().name(),
        sentence: reason.rule.sentence(),
        reading: reason.reading,
        inside: reason.inside.clone(),
        sequence: reason.sequence.as_ref().map(|own| SequenceReport {
            first: own.first.clone(),
            last: own.last.clone(),
            labels: own.labels,
        }),
        figures: reason.figures.clone(),
    });
    LineReport {
        line: line.line,
        text: line.words.clone(),
        outcome: line.outcome(document),
        provision: line.is_provision(document),
        begins: begins.collect(),
        address: line.becomes.block.map(|block| document.block_address(block)),
        readings: readings.collect(),
        reasons: reasons.collect(),
    }
}

#[derive(Serialize)]
struct RuleReport {
    name: &'static str,
    effect: &'static str,
    sentence: &'static str,
    #[serde(serialize_with = "by_key")]
    thresholds: Vec<Threshold>,
}

/// Writes figures as an object: the counts by the keys of what is counted.
fn by_quantity<S: Serializer>(figures: &[Figure], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(figures.iter().map(|own| (own.quantity.key(), own.count)))
}

/// Writes thresholds as an object: the figures by their conditions.
fn by_key<S: Serializer>(thresholds: &[Threshold], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(thresholds.iter().map(|own| (own.key(), own.value)))
}

/// Prints the rules of recognition.
fn rules(format: OutputFormat) -> Result<(), Failure> {
    let rules = Rule::ALL.iter().map(|rule| RuleReport {
        name: rule.name(),
        effect: rule.effect().name(),
        sentence: rule.sentence(),
        thresholds: thresholds(*rule),
    });
    match format {
        OutputFormat::Json => emit_json(&rules.collect::<Vec<RuleReport>>()),
        OutputFormat::Text => emit(&rulebook::page()),
    }
}
