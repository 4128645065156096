//! Instruments: a document may hold several texts whose provisions are numbered
//! anew in each, as the licences of a program's owners do, or by-laws under
//! their headings. A list in a clause, and the steps of a manual, are none.

use super::candidate::Candidate;
use super::kind::{Kind, LEAST, MUCH, distinct, form, is_article, length, span};
use super::lead::Lead;
use super::run::Run;
use crate::structure::share::Share;

/// The runs that are the provisions of a text each, the chosen one among
/// them, in order; `lone` are labels that nothing follows. Where texts are many,
/// a short one below a heading is one of them.
pub fn of(candidates: &[Candidate], chosen: &Run, found: &[Run], lone: &[Run]) -> Vec<Run> {
    // Articles are told by their word, wherever they stand.
    let article = is_article(candidates, chosen);
    let (style, column) = form(candidates, chosen);
    let alike = |run: &&Run| {
        let (own, indent) = form(candidates, run);
        let same_word = own.role() == style.role() && own.named == style.named;
        if article { same_word } else { own == style && indent == column }
    };
    let kin: Vec<&Run> = found.iter().filter(alike).collect();
    let many = Kind::of(candidates, &kin).are_instruments();
    let short = |run: &&Run| many && candidates[run.first()].lead == Lead::Heading;
    let mut out: Vec<Run> = kin
        .into_iter()
        .filter(|run| *run == chosen || is_another(candidates, chosen, run) || short(run))
        .chain(lone.iter().filter(alike).filter(short))
        .cloned()
        .collect();
    out.sort_by_key(Run::first);
    let mut end = None;
    out.retain(|run| {
        let behind = end.is_none_or(|end| run.first() > end);
        if behind {
            end = Some(run.last());
        }
        behind
    });
    if out.contains(chosen) { out } else { vec![chosen.clone()] }
}

/// Whether a run is the provisions of another text than one that is written
/// alike: it stands outside of that, below a heading or as a text of its own,
/// and is as long. Articles need no heading, as those of a protocol; behind the
/// last, as those of transition, they need no more.
fn is_another(candidates: &[Candidate], chosen: &Run, run: &Run) -> bool {
    let outside = run.first() > chosen.last() || run.last() < chosen.first();
    let lead = candidates[run.first()].lead;
    let large = LARGE.is_reached(span(candidates, run), span(candidates, chosen));
    let article = is_article(candidates, chosen);
    let later = run.first() > chosen.last() && article;
    let headed = article && candidates[run.first()].level.is_some();
    let begun = article && candidates[run.first()].label.value.is_first();
    later
        || outside
            && distinct(candidates, run) >= LEAST
            && (headed || lead == Lead::Heading || (lead == Lead::Words && (large || begun)))
            && (headed || length(candidates, run) * MUCH >= length(candidates, chosen))
}

/// A text of its own needs no heading where it takes so much of what the chosen one takes.
pub(super) const LARGE: Share = Share::new(1, 2);
