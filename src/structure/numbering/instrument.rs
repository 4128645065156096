//! Instruments: a document may hold several texts whose provisions are numbered
//! anew in each, as the licences of a program's owners do, or by-laws under
//! their headings. A list in a clause, and the steps of a manual, are none.

use super::candidate::Candidate;
use super::kind::{Kind, LEAST, MUCH, distinct, form, is_article, length, span};
use super::lead::Lead;
use super::run::Run;
use super::verdicts;
use crate::lexicon::keywords::Role;
use crate::structure::share::Share;
use crate::structure::trace::{Rule, Trace};

/// Returns the runs that are each the provisions of one text, in order, with the rule by which they
/// are; the chosen run, which needs none, is among them. `lone` are labels that nothing follows:
/// where there are many texts, a short one below a heading is one of them.
pub fn of(
    candidates: &[Candidate],
    chosen: &Run,
    found: &[Run],
    lone: &[Run],
    trace: &impl Trace,
) -> Vec<(Run, Option<Rule>)> {
    // Articles are recognised by their word, wherever they are.
    let article = is_article(candidates, chosen);
    let (style, column) = form(candidates, chosen);
    let alike = |run: &&Run| {
        let (own, indent) = form(candidates, run);
        let same_word = own.role() == style.role() && own.named == style.named;
        if article { same_word } else { own == style && indent == column }
    };
    let kin: Vec<&Run> = found.iter().filter(alike).collect();
    let many = Kind::of(candidates, &kin).are_instruments();
    let anew = style.named.is_some()
        && kin.len() + lone.iter().filter(alike).count() > 1
        && kin
            .iter()
            .copied()
            .chain(lone.iter().filter(alike))
            .all(|run| opens_division(candidates, run));
    let short = |run: &Run| match () {
        () if anew => Some(Rule::AnewInDivision),
        () if many && candidates[run.first()].lead == Lead::Heading => Some(Rule::ShortText),
        () => None,
    };
    let of_found = kin.into_iter().filter_map(|run| {
        let rule = || another_text(candidates, chosen, run).or_else(|| short(run));
        if run == chosen { Some((run, None)) } else { rule().map(|rule| (run, Some(rule))) }
    });
    let of_lone =
        lone.iter().filter(alike).filter_map(|run| short(run).map(|rule| (run, Some(rule))));
    let mut out: Vec<(Run, Option<Rule>)> =
        of_found.chain(of_lone).map(|(run, rule)| (run.clone(), rule)).collect();
    out.sort_by_key(|(run, _)| run.first());
    let mut end = None;
    out.retain(|(run, _)| {
        let behind = end.is_none_or(|end| run.first() > end);
        if behind {
            end = Some(run.last());
        } else {
            verdicts::all(trace, [run], Rule::InsideOtherText);
        }
        behind
    });
    match out.iter().any(|(run, _)| run == chosen) {
        true => out,
        false => vec![(chosen.clone(), None)],
    }
}

/// Whether a run begins with the first number directly below the heading of a chapter or the like.
fn opens_division(candidates: &[Candidate], run: &Run) -> bool {
    let head = &candidates[run.first()];
    let before = candidates[..run.first()].iter().rev().find(|other| other.place < head.place);
    head.label.value.is_first()
        && before.is_some_and(|other| {
            matches!(other.label.style.role(), Some(Role::Division(_)))
                && other.heading
                && (other.place.line == 0 || other.onset.is_sure())
        })
}

/// The rule by which a run is the provisions of another text than a run that is written alike: it
/// is outside of that, below a heading or as a text of its own, and is as long.
fn another_text(candidates: &[Candidate], chosen: &Run, run: &Run) -> Option<Rule> {
    let outside = run.first() > chosen.last() || run.last() < chosen.first();
    let lead = candidates[run.first()].lead;
    let article = is_article(candidates, chosen);
    let headed = article && candidates[run.first()].level.is_some();
    let begun = article && candidates[run.first()].label.value.is_first();
    if article && run.first() > chosen.last() {
        return Some(Rule::ArticlesBehind);
    }
    if !outside || distinct(candidates, run) < LEAST {
        return None;
    }
    if headed {
        return Some(Rule::HeadedArticles);
    }
    let long = length(candidates, run) * MUCH >= length(candidates, chosen);
    let large = LARGE.is_reached(span(candidates, run), span(candidates, chosen));
    match lead {
        Lead::Heading if long => Some(Rule::TextBelowHeading),
        Lead::Words if long && begun => Some(Rule::ArticlesBegun),
        Lead::Words if long && large => Some(Rule::LargeText),
        _ => None,
    }
}

/// A text needs no heading if it takes this share of what the chosen one takes.
pub(super) const LARGE: Share = Share::new(1, 2);
