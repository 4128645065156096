//! Instruments: a document may hold several texts whose provisions are numbered
//! anew in each, as the licences of a program's owners do, or by-laws under
//! their headings. A list in a clause, and the steps of a manual, are none.

use super::candidate::{Candidate, Lead};
use super::choice::distinct;
use super::run::Run;

/// Provisions that a text has, at the least, if another of its kind stands
/// before it.
const LEAST: usize = 3;

/// Bytes of the text of provisions, at the least, where they are numbered
/// anew over and over; the entries of a changelog or the steps of a manual
/// are shorter.
const SHORTEST: usize = 100;

/// Provisions that are so many times as long as others are of another kind.
const MUCH: usize = 3;

/// Whether two runs are written alike, and stand equally far in.
pub fn alike(candidates: &[Candidate], a: &Run, b: &Run) -> bool {
    let (a, b) = (&candidates[a.first()], &candidates[b.first()]);
    a.label.style == b.label.style && a.indent.abs_diff(b.indent) <= 1
}

/// Bytes from the first label of a run to its last.
fn span(candidates: &[Candidate], run: &Run) -> usize {
    candidates[run.last()].offset.saturating_sub(candidates[run.first()].offset)
}

/// Bytes of one of its provisions; the last may be longer than it is told.
fn length(candidates: &[Candidate], run: &Run) -> usize {
    span(candidates, run) / run.len().saturating_sub(1).max(1)
}

/// Whether a run is but a list, as against one that is written alike and takes
/// more of the text: it is led in to, or its labels stand much closer.
pub fn is_list(candidates: &[Candidate], run: &Run, found: &[Run]) -> bool {
    let led_in = candidates[run.first()].lead == Lead::Chapeau;
    found.iter().any(|other| {
        alike(candidates, other, run)
            && span(candidates, other) > span(candidates, run)
            && (length(candidates, other) > length(candidates, run) * MUCH
                || (led_in && candidates[other.first()].lead != Lead::Chapeau))
    })
}

/// Whether runs that are written alike are the provisions of one text each,
/// though there are many: most begin below a heading and few behind a lead-in, they are long, and hardly
/// anything stands between them.
pub fn are_many(candidates: &[Candidate], run: &Run, found: &[Run]) -> bool {
    let group: Vec<&Run> = found.iter().filter(|other| alike(candidates, other, run)).collect();
    let labels: usize = group.iter().map(|run| run.len()).sum();
    let behind = |lead: Lead| -> usize {
        let led = |run: &&&Run| candidates[run.first()].lead == lead;
        group.iter().filter(led).map(|run| run.len()).sum()
    };
    let text: usize = group.iter().map(|run| span(candidates, run) + length(candidates, run)).sum();
    let (Some(first), Some(last)) = (group.first(), group.last()) else { return false };
    let all = candidates[last.last()].offset - candidates[first.first()].offset;
    labels >= LEAST * group.len()
        && behind(Lead::Heading) * 2 >= labels
        && behind(Lead::Chapeau) * 4 <= labels
        && text >= labels * SHORTEST
        && text * 3 >= all * 2
}

/// The runs that are the provisions of a text each, the chosen one among
/// them, in order; `lone` are labels that nothing follows. Where texts are many,
/// a short one below a heading is one of them.
pub fn of(candidates: &[Candidate], chosen: &Run, found: &[Run], lone: &[Run]) -> Vec<Run> {
    let many = are_many(candidates, chosen, found);
    let short = |run: &&Run| {
        many && candidates[run.first()].lead == Lead::Heading && alike(candidates, chosen, run)
    };
    let mut out: Vec<Run> = found
        .iter()
        .filter(|run| *run == chosen || is_another(candidates, chosen, run) || short(run))
        .chain(lone.iter().filter(short))
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

/// Whether a run is the provisions of another text than the chosen one: it
/// stands outside of that, below a heading or as a text of its own, and is as long.
fn is_another(candidates: &[Candidate], chosen: &Run, run: &Run) -> bool {
    let outside = run.first() > chosen.last() || run.last() < chosen.first();
    let lead = candidates[run.first()].lead;
    let large = span(candidates, run) * 2 >= span(candidates, chosen);
    alike(candidates, chosen, run)
        && outside
        && distinct(candidates, run) >= LEAST
        && (lead == Lead::Heading || (lead == Lead::Words && large))
        && length(candidates, run) * MUCH >= length(candidates, chosen)
}
