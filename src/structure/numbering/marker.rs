//! The marking of provisions: each label of a run becomes one; of the runs inside it, the
//! run that begins first is its sub-provisions, and so on inwards.

use super::candidate::{Candidate, between};
use super::extent::{after, end_of_provision};
use super::kind::distinct;
use super::mark::{Heading, Mark, ProvisionUnit};
use super::place::ManuscriptPlace;
use super::run::Run;
use super::scope::{EnclosingLevel, Scope, values_of};
use super::sequences::{RunStart, is_second_of_article, runs};
use super::verdicts;
use crate::document::{ClauseNumber, Ordinal};
use crate::lexicon::counter::Counter;
use crate::lexicon::keywords::Role;
use crate::lexicon::label::{LabelForm, LabelStyle};
use crate::structure::share::Share;
use crate::structure::trace::{Figure, Quantity, Rule, Trace, TraceSubject};
use std::collections::HashMap;
use std::ops::Range;

/// What marks the provisions of a manuscript.
pub struct Marker<'a, T> {
    /// All readings of labels.
    pub candidates: &'a [Candidate],
    /// Headings without a number.
    pub headings: &'a [Heading],
    /// What was marked so far.
    pub marks: Vec<Mark>,
    /// Takes what is decided.
    pub trace: &'a T,
}

/// What is inside a provision.
pub enum InnerProvisions {
    /// A list, of a style.
    List(LabelStyle),
    /// A label that nothing follows; the provisions beside its own may show that it is a
    /// sub-provision.
    Lone(Box<Lone>),
    /// Nothing that is numbered, or one sub-provision.
    Nothing,
}

/// A single label inside a provision, and its scope.
pub struct Lone {
    /// Its place among the candidates.
    at: usize,
    /// Where its provision ends.
    end: ManuscriptPlace,
    number: ClauseNumber,
    values: Vec<u32>,
    depth: usize,
    around: Vec<EnclosingLevel>,
    /// Whether nothing is between it and the heading of its provision.
    opens: bool,
    /// The list behind it, which is inside it if it is a sub-provision, and else beside it.
    list: Vec<usize>,
}

/// Whether a label is directly below another one that is a heading: `Art. 7`, `1. The keeper …`
fn opens(own: &Candidate, holder: &Candidate) -> bool {
    let below = match own.place.element.checked_sub(holder.place.element) {
        Some(0) => own.place.line == holder.place.line + 1,
        Some(1) => own.place.line == 0,
        _ => false,
    };
    below && own.place.column == 0 && holder.heading && holder.label.style.named.is_some()
}

/// Whether a label with a word is that of a paragraph of the provision around it: `§ 1º` in an
/// article, `Stk. 2.` in `§ 5`. It is beside the lists of the provision, whatever their numbers.
fn is_paragraph(candidate: &Candidate, scope: &Scope<'_>) -> bool {
    let Some(around) = scope.around.last().and_then(|level| level.style.named) else {
        return false;
    };
    let own = candidate.label.style.named;
    matches!(around.role, Role::Article | Role::Section)
        && own.is_some_and(|own| own.role == Role::Section && own != around)
}

/// Whether a label is that of the second paragraph of an article, `２`, after the items of its
/// first, which has no number: `一`, `二`.
fn is_second_behind_items(candidate: &Candidate, head: &Candidate) -> bool {
    let style = candidate.label.style;
    style.counter == Counter::Digits
        && style.form == LabelForm::Space
        && candidate.label.value.last() == 2
        && head.label.style.counter == Counter::Han
}

/// Whether a mark after a label ends it.
fn is_closed(style: LabelStyle) -> bool {
    matches!(style.form, LabelForm::Point | LabelForm::Close | LabelForm::Both | LabelForm::Degree)
}

/// Whether a label may begin a sub-provision though no other follows it.
fn is_able_alone(candidate: &Candidate) -> bool {
    let style = candidate.label.style;
    candidate.onset.is_sure()
        && is_closed(style)
        && style.named.is_none()
        && candidate.label.value.is_first()
}

impl<T: Trace> Marker<'_, T> {
    pub fn push(&mut self, at: usize, unit: ProvisionUnit) {
        let candidate = &self.candidates[at];
        self.marks.push(Mark {
            place: candidate.place,
            unit,
            len: candidate.label.len,
            indent: candidate.margin,
            heading: candidate.heading,
            level: candidate.level,
            named: candidate.label.style.named.is_some() || candidate.level.is_some(),
            whole: !candidate.label.value.prefix().is_empty(),
        });
    }

    /// Makes provisions of a run's labels, each with what is below it.
    pub fn emit(&mut self, members: &[usize], end: ManuscriptPlace, scope: Option<&Scope<'_>>) {
        let mut inside: Vec<InnerProvisions> = Vec::with_capacity(members.len());
        for (i, at) in members.iter().enumerate() {
            let candidate = &self.candidates[*at];
            let ordinals = &candidate.label.ordinals;
            let components = match scope {
                None => ordinals.clone(),
                Some(scope) => {
                    let own = candidate.label.value.prefix().len().min(ordinals.len() - 1);
                    let mut all = scope.number.components().to_vec();
                    all.extend_from_slice(&ordinals[own..]);
                    all
                }
            };
            let Some(number) = ClauseNumber::from_components(components) else { continue };
            let depth = scope.map_or(0, |scope| scope.depth);
            let article = candidate.label.style.role() == Some(Role::Article);
            self.push(*at, ProvisionUnit::Provision { number, depth, article });
            let end = members.get(i + 1).map_or(end, |next| self.candidates[*next].place);
            inside.push(self.inside(*at, end, scope));
        }
        self.adopt(inside);
    }

    /// A single label inside a provision begins a sub-provision if its siblings
    /// have lists of the same style.
    fn adopt(&mut self, inside: Vec<InnerProvisions>) {
        let siblings = inside.len();
        let mut lists: HashMap<LabelStyle, usize> = HashMap::new();
        let mut opening: HashMap<LabelStyle, usize> = HashMap::new();
        let mut lone: Vec<Lone> = Vec::new();
        for own in inside {
            match own {
                InnerProvisions::List(style) => *lists.entry(style).or_default() += 1,
                InnerProvisions::Lone(own) => {
                    let style = self.candidates[own.at].label.style;
                    *opening.entry(style).or_default() += usize::from(own.opens);
                    lone.push(*own);
                }
                InnerProvisions::Nothing => {}
            }
        }
        for Lone { at, end, number, values, depth, around, opens, list } in lone {
            let of = |known: &HashMap<LabelStyle, usize>| {
                known.get(&self.candidates[at].label.style).copied().unwrap_or_default()
            };
            let alike = of(&lists);
            // Where articles have paragraphs, the number below the heading of one is that of its
            // only paragraph.
            let first = opens && alike > 0 && ALIKE.is_reached(alike + of(&opening), siblings);
            let adopted = first || (alike >= LEAST_ALIKE && ALIKE.is_reached(alike, siblings));
            let rule = match adopted {
                true if first => Rule::OnlyParagraph,
                true => Rule::LoneLikeOthers,
                false => Rule::LoneInside,
            };
            self.trace.tell(TraceSubject::Reading(at), rule, || {
                vec![Figure::new(Quantity::ListsOfThisStyleBesideIt, alike)]
            });
            let scope = Scope { number: &number, values, depth, around: &around };
            let members = if adopted { vec![at] } else { list };
            self.emit(&members, end, Some(&scope));
        }
    }

    /// Looks for the sub-clauses of what was marked last, up to `end`.
    pub fn inside(
        &mut self,
        at: usize,
        end: ManuscriptPlace,
        outer: Option<&Scope<'_>>,
    ) -> InnerProvisions {
        let candidate = &self.candidates[at];
        let Some(mark) = self.marks.last() else { return InnerProvisions::Nothing };
        let (number, depth) = match &mark.unit {
            ProvisionUnit::Provision { number, depth, .. } => (number.clone(), *depth + 1),
            ProvisionUnit::Annex(Some(number)) => (number.clone(), 0),
            ProvisionUnit::Annex(None) | ProvisionUnit::Division(_) | ProvisionUnit::Recital(_) => {
                return InnerProvisions::Nothing;
            }
        };
        let values = values_of(candidate, outer.map_or(&[], |outer| &outer.values));
        let closed = end_of_provision(self.candidates, self.headings, candidate, &values, end);
        self.trace.look_into(|| Some(number.to_string()));
        let behind = between(self.candidates, closed..end);
        verdicts::refused(self.trace, self.candidates, behind, |_| Some(Rule::BehindHeading));
        let end = closed;
        let start = after(candidate.place);
        let mut around = outer.map_or_else(Vec::new, |outer| outer.around.to_vec());
        let (indent, margin, edge) = (candidate.indent, candidate.margin, candidate.edge);
        let style = candidate.label.style;
        around.push(EnclosingLevel {
            style,
            indent,
            margin,
            edge,
            heading: candidate.heading,
            level: candidate.level,
        });
        let scope = Scope { number: &number, values, depth, around: &around };
        self.below(start..end, &scope, at)
    }

    /// The sub-clauses in a range: the run that begins first, and those that
    /// begin again in the same style after it.
    fn below(
        &mut self,
        range: Range<ManuscriptPlace>,
        scope: &Scope<'_>,
        holder: usize,
    ) -> InnerProvisions {
        let within = between(self.candidates, range.clone());
        let deepest = scope.around.len() > DEEPEST;
        if within.is_empty() || deepest {
            verdicts::refused(self.trace, self.candidates, within, |_| Some(Rule::TooDeep));
            return InnerProvisions::Nothing;
        }
        verdicts::refused(self.trace, self.candidates, within.clone(), |c| scope.refusal(c));
        let admit = |c: &Candidate| scope.refusal(c).is_none();
        let mut found = runs(self.candidates, within, RunStart::First, self.trace, admit);
        // Where sub-clauses write their whole number (`2.1`), a list of plain
        // numbers in front of them has none that it could share with them.
        let whole = |run: &Run| !self.candidates[run.first()].label.value.prefix().is_empty();
        if let Some(first) = found.iter().find(|run| whole(run)).map(Run::first) {
            found.retain(|run| {
                let plain =
                    matches!(self.candidates[run.first()].label.ordinals[..], [Ordinal::Number(_)]);
                let kept = whole(run) || !plain || run.first() > first;
                if !kept {
                    verdicts::all(self.trace, [run], Rule::PlainBeforeWhole);
                }
                kept
            });
        }
        let mut kept: Vec<usize> = Vec::new();
        // A clause may hold as many lists as a whole book: each is looked at once.
        let mut next = 0;
        while let Some(at) = (next..found.len()).find(|at| self.is_list(&found[*at], scope)) {
            let run = &found[at];
            let head = &self.candidates[run.first()];
            let last = self.candidates[run.last()].place;
            kept.extend(&run.members);
            // What begins again, or is further out, is not inside the last.
            let again = (at + 1..found.len()).find(|at| {
                let c = &self.candidates[found[*at].first()];
                let alike =
                    c.label.style == head.label.style && c.indent.abs_diff(head.indent) <= 1;
                let whole = !c.label.value.prefix().is_empty();
                // The level of numbers that are written whole does not depend on their indent.
                let further_out = head.label.value.prefix().is_empty()
                    && (whole || (!head.heading && c.indent + 1 < head.margin));
                let second = is_second_behind_items(c, head);
                c.place > last && (alike || further_out || second || is_paragraph(c, scope))
            });
            match again {
                // Another reading of the same label comes as well.
                Some(again) => {
                    let begun = &self.candidates[found[again].first()];
                    if is_second_behind_items(begun, head) {
                        let subject = TraceSubject::Reading(found[again].first());
                        self.trace.tell(subject, Rule::SecondBehindItems, Vec::new);
                    }
                    let place = begun.place;
                    next = found.partition_point(|run| self.candidates[run.first()].place < place);
                }
                None => break,
            }
        }
        // `1. The keeper lights:`, `a) …`, `b) …` may be the only paragraph of an article.
        let is_before_list = |at: usize| {
            kept.first().is_some_and(|first| {
                at < *first
                    && opens(&self.candidates[at], &self.candidates[holder])
                    && self.candidates[at].place < self.candidates[*first].place
            })
        };
        let lone = found.first().map(Run::first);
        let lone = lone.filter(|at| {
            is_able_alone(&self.candidates[*at]) && (kept.is_empty() || is_before_list(*at))
        });
        let told = found.iter().filter(|run| lone != Some(run.first()));
        verdicts::inside(self.trace, told, &kept, |run| self.is_list(run, scope));
        let style = |at: usize| self.candidates[at].label.style;
        let inside = match (kept.first(), lone) {
            (Some(first), None) if kept.len() > 1 => InnerProvisions::List(style(*first)),
            (_, Some(at)) => InnerProvisions::Lone(Box::new(Lone {
                at,
                end: range.end,
                number: scope.number.clone(),
                values: scope.values.clone(),
                depth: scope.depth,
                around: scope.around.to_vec(),
                opens: opens(&self.candidates[at], &self.candidates[holder]),
                list: std::mem::take(&mut kept),
            })),
            _ => InnerProvisions::Nothing,
        };
        self.emit(&kept, range.end, Some(scope));
        inside
    }

    /// Whether a run is a list of sub-clauses: of more than one, or one that
    /// its place or its number shows to be one.
    fn is_list(&self, run: &Run, scope: &Scope<'_>) -> bool {
        let head = &self.candidates[run.first()];
        if distinct(self.candidates, run) > 1 || (head.onset.is_sure() && is_paragraph(head, scope))
        {
            return true;
        }
        let deeper = scope
            .around
            .last()
            .is_some_and(|level| head.edge > level.edge || head.indent > level.indent);
        let digits = matches!(head.label.style.counter, Counter::Digits | Counter::LetterSmall);
        let closed = is_closed(head.label.style);
        let numbered = head.label.style.components > 1;
        let second = is_second_of_article(head, RunStart::First);
        // A wrapped line is aligned with the words of its clause.
        let inward = scope.around.last().is_some_and(|level| head.indent > level.edge + 1);
        (head.onset.is_sure() || inward)
            && (numbered || second || (closed && digits && (deeper || head.item)))
    }
}

/// Maximum number of nested levels of provisions.
pub(super) const DEEPEST: usize = 10;

/// Minimum share of the provisions beside it with a list for a single label to be one too.
pub(super) const ALIKE: Share = Share::new(1, 2);

/// Minimum number of provisions with a list for a single label beside them to be one too.
pub(super) const LEAST_ALIKE: usize = 2;
