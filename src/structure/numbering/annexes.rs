//! Annexes: headings with a word for one, which part a document into regions.

use super::candidate::Candidate;
use crate::lexicon::counter::Counter;
use crate::lexicon::keywords::Role;
use crate::structure::trace::{Rule, Trace, TraceSubject};

/// The candidates that begin an annex, each in one reading: `C` is a letter
/// where another annex has one that is no Roman numeral.
pub fn annexes(candidates: &[Candidate], trace: &impl Trace) -> Vec<usize> {
    let refusal = |at: usize| match &candidates[at] {
        annex if !annex.heading || (annex.place.line > 0 && !annex.onset.is_sure()) => {
            Some(Rule::AnnexInText)
        }
        _ if is_title(candidates, at) => Some(Rule::TitleOfProvision),
        _ => None,
    };
    let tell = |at: usize, rule| trace.tell(TraceSubject::Reading(at), rule, Vec::new);
    let found: Vec<usize> = (0..candidates.len())
        .filter(|at| candidates[*at].label.style.role() == Some(Role::Annex))
        .filter(|at| refusal(*at).map(|rule| tell(*at, rule)).is_none())
        .collect();
    // The readings of one label are adjacent.
    let places: Vec<&[usize]> =
        found.chunk_by(|a, b| candidates[*a].place == candidates[*b].place).collect();
    let is_letter = |at: &usize| candidates[*at].label.style.counter == Counter::LetterCapital;
    let lettered = places.iter().any(|readings| readings.iter().all(is_letter));
    let chosen = |readings: &&[usize]| {
        let agreeing = readings.iter().copied().find(|at| is_letter(at) == lettered);
        let chosen = agreeing.or(readings.first().copied());
        for at in readings.iter() {
            tell(*at, if Some(*at) == chosen { Rule::Annex } else { Rule::OtherReading });
        }
        chosen
    };
    places.iter().filter_map(chosen).collect()
}

/// Whether words that begin as an annex does are the title of the provision
/// whose label is alone before them: `Article 9`, `Annexes to the charter`.
fn is_title(candidates: &[Candidate], at: usize) -> bool {
    let annex = &candidates[at];
    let element = annex.place.element;
    let before = candidates[..at].iter().rev().find(|c| c.place.element < element);
    let labelled = before.is_some_and(|c| {
        let role = c.label.style.role();
        c.alone
            && c.place.element + 1 == element
            && matches!(role, Some(Role::Article | Role::Section))
    });
    labelled && (annex.label.style.counter == Counter::Word || !annex.alone)
}
