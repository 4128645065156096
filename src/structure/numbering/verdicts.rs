//! Verdicts: reports to the trace about the readings of labels and the sequences that they form.
//! Nothing is decided here, and nothing is done unless somebody reads the trace.

use super::candidate::Candidate;
use super::run::Run;
use crate::import::clean;
use crate::import::manuscript::Element;
use crate::structure::trace::{Bearing, Rule, Sighting, Trace, TraceSubject};
use std::collections::HashSet;
use std::ops::Range;

/// Reports all candidates as readings.
pub fn sighted<T: Trace>(trace: &T, text: &str, elements: &[Element], candidates: &[Candidate]) {
    if !T::ASKED {
        return;
    }
    trace.sightings(|| candidates.iter().map(|own| sighting(text, elements, own)).collect());
    for (at, candidate) in candidates.iter().enumerate() {
        if candidate.onset.is_doubtful() {
            trace.tell(TraceSubject::Reading(at), Rule::DoubtfulArticle, Vec::new);
        }
        if candidate.place.column > 0 {
            trace.tell(TraceSubject::Reading(at), Rule::SecondLabel, Vec::new);
        }
    }
}

fn sighting(text: &str, elements: &[Element], candidate: &Candidate) -> Sighting {
    let place = candidate.place;
    let words = clean::even(text, elements[place.element].lines[place.line].0.clone());
    let label = words.get(place.column..).and_then(|own| own.get(..candidate.label.len));
    Sighting {
        offset: candidate.offset,
        words: label.unwrap_or(&words).trim().to_owned(),
        label: candidate.label.clone(),
        bearing: match candidate {
            own if own.onset.is_doubtful() => Bearing::Doubtful,
            own if own.heading => Bearing::Heading,
            own if own.onset.is_sure() => Bearing::Line,
            _ => Bearing::Sentence,
        },
    }
}

/// Reports which candidates of a range are refused, and by which rule.
pub fn refused<T: Trace>(
    trace: &T,
    candidates: &[Candidate],
    range: Range<usize>,
    refusal: impl Fn(&Candidate) -> Option<Rule>,
) {
    if !T::ASKED {
        return;
    }
    for at in range {
        if let Some(rule) = refusal(&candidates[at]) {
            trace.tell(TraceSubject::Reading(at), rule, Vec::new);
        }
    }
}

/// Reports one rule for several sequences.
pub fn all<'r, T: Trace>(trace: &T, runs: impl IntoIterator<Item = &'r Run>, rule: Rule) {
    if !T::ASKED {
        return;
    }
    for run in runs {
        trace.tell(TraceSubject::Sequence(&run.members), rule, Vec::new);
    }
}

/// Reports which of the sequences in a provision are its sub-provisions: those in `kept`.
pub fn inside<'r, T: Trace>(
    trace: &T,
    found: impl Iterator<Item = &'r Run>,
    kept: &[usize],
    is_list: impl Fn(&Run) -> bool,
) {
    if !T::ASKED {
        return;
    }
    let kept: HashSet<usize> = kept.iter().copied().collect();
    for run in found {
        let rule = match run {
            run if kept.contains(&run.first()) => Rule::SubProvisions,
            run if is_list(run) => Rule::LaterList,
            _ => Rule::LoneInside,
        };
        trace.tell(TraceSubject::Sequence(&run.members), rule, Vec::new);
    }
}
