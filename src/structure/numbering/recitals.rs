//! Recitals with numbers: what an act says before its articles, one paragraph for each reason,
//! `(1)` to `(173)`, introduced by words such as “Whereas:”.

use super::candidate::Candidate;
use super::kind::is_article;
use super::lead::Lead;
use super::place::ManuscriptPlace;
use super::run::Run;
use crate::lexicon::counter::Counter;
use crate::lexicon::label::LabelForm;

/// Minimum number of recitals of an act.
pub(super) const LEAST: usize = 3;

/// The run of the recitals before the place where an act begins whose
/// provisions are `chosen`; none before provisions that are no articles, unless their labels say
/// that they are of the preamble.
pub fn before<'r>(
    candidates: &[Candidate],
    found: &'r [Run],
    chosen: &Run,
    begin: ManuscriptPlace,
) -> Option<&'r Run> {
    let is_before = |run: &&Run| candidates[run.last()].place < begin;
    let preambular = |run: &&Run| candidates[run.first()].label.style.form == LabelForm::Preambular;
    if let Some(run) = found.iter().find(|run| preambular(run) && is_before(run)) {
        return Some(run);
    }
    let is_recitals = |run: &&Run| {
        let head = &candidates[run.first()];
        let style = head.label.style;
        style.named.is_none()
            && (style.counter, style.form) == (Counter::Digits, LabelForm::Both)
            && head.label.value.is_first()
            && head.lead == Lead::Chapeau
            && run.len() >= LEAST
            && is_before(run)
            && run.members.iter().all(|at| candidates[*at].onset.is_sure())
    };
    if is_article(candidates, chosen) { found.iter().find(is_recitals) } else { None }
}
