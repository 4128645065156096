//! The outline of a manuscript's provisions: which candidates are one, at which
//! level, and under which number.
//!
//! The whole document decides, from the outside in:
//!
//! 1. annexes and appendices part it into regions;
//! 2. in a region the longest run that lies in no gap of another is that of the
//!    provisions;
//! 3. runs through which these are numbered on are divisions (chapters, titles);
//! 4. in each provision the run that begins first is that of its sub-clauses,
//!    and so on inwards. A number such as `2.1` belongs under the `2` alone.

use super::candidate::{Candidate, between};
use super::choice::{drop_weaker_series, provisions, weight};
use super::kind::distinct;
use super::place::Place;
use super::run::Run;
use super::scope::{EnclosingLevel, Scope, values_of};
use super::sequences::{Start, runs};
use super::{instrument, recitals, verdicts};
use crate::document::{ClauseNumber, Ordinal};
use crate::lexicon::counter::Counter;
use crate::lexicon::keywords::{Rank, Role};
use crate::lexicon::label::Form;
use crate::structure::trace::{Figure, Rule, Subject, Trace, Untraced};
use std::collections::HashSet;
use std::ops::Range;

/// What begins at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProvisionUnit {
    /// A recital before the provisions, by its number.
    Recital(u32),
    /// A chapter or the like.
    Division(Rank),
    /// An annex; its letter, where its provisions begin with that (`A.1`).
    Annex(Option<ClauseNumber>),
    /// A provision.
    Provision {
        /// Its whole number.
        number: ClauseNumber,
        /// How many provisions it stands in.
        depth: usize,
        /// Whether its document calls it an article.
        article: bool,
    },
}

/// A place where something begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Where.
    pub place: Place,
    /// What.
    pub unit: ProvisionUnit,
    /// Bytes that its label takes of the line, made safe and even.
    pub len: usize,
    /// Columns before its line.
    pub indent: usize,
    /// Whether it is a heading by its form.
    pub heading: bool,
    /// The level of the heading that it is by its format.
    pub level: Option<u8>,
    /// Whether a word or a heading shows that it is more than an item of a list.
    pub named: bool,
    /// Whether its number is written whole: `2.1`, not `1` below `2`.
    pub whole: bool,
}

/// A heading without a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heading {
    /// Where it stands.
    pub place: Place,
    /// Its level, the outermost 1.
    pub level: u8,
}

/// The marks of a manuscript of so many elements, in order.
pub fn outline(
    candidates: &[Candidate],
    headings: &[Heading],
    elements: usize,
    trace: &impl Trace,
) -> Vec<Mark> {
    let end = Place { element: elements, line: 0, column: 0 };
    let mut outliner = Outliner { candidates, headings, marks: Vec::new(), trace };
    let annexes = annexes(candidates, trace);
    let (mut from, mut before) = (Place::default(), None);
    for annex in &annexes {
        outliner.part(before, from..candidates[*annex].place);
        outliner.annex(*annex);
        before = Some(*annex);
        from = after(candidates[*annex].place);
    }
    outliner.part(before, from..end);
    let mut marks = outliner.marks;
    marks.sort_by_key(|mark| mark.place);
    marks.dedup_by_key(|mark| mark.place);
    marks
}

/// The candidates that begin an annex, each in one reading: `C` is a letter
/// where another annex has one that is no Roman numeral.
fn annexes(candidates: &[Candidate], trace: &impl Trace) -> Vec<usize> {
    let refusal = |at: usize| match &candidates[at] {
        annex if !annex.heading || annex.place.line > 0 => Some(Rule::AnnexInText),
        _ if is_title(candidates, at) => Some(Rule::TitleOfProvision),
        _ => None,
    };
    let tell = |at: usize, rule| trace.tell(Subject::Reading(at), rule, Vec::new);
    let found: Vec<usize> = (0..candidates.len())
        .filter(|at| candidates[*at].label.style.role() == Some(Role::Annex))
        .filter(|at| refusal(*at).map(|rule| tell(*at, rule)).is_none())
        .collect();
    // The readings of one label stand side by side.
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
/// whose label stands alone before them: `Article 9`, `Annexes to the charter`.
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

struct Outliner<'a, T> {
    candidates: &'a [Candidate],
    headings: &'a [Heading],
    marks: Vec<Mark>,
    trace: &'a T,
}

/// Right behind a place.
fn after(place: Place) -> Place {
    Place { column: place.column + 1, ..place }
}

impl<T: Trace> Outliner<'_, T> {
    /// A region: the body, or an annex, whose provisions may begin with its letter.
    fn part(&mut self, annex: Option<usize>, range: Range<Place>) {
        let lettered = annex.is_some_and(|annex| {
            let annex = &self.candidates[annex];
            let letter = matches!(annex.label.ordinals.first(), Some(Ordinal::Letters(_)));
            let own = values_of(annex, &[]);
            letter
                && between(self.candidates, range.clone())
                    .any(|at| self.candidates[at].label.value.prefix().starts_with(&own))
        });
        match annex {
            Some(annex) if lettered => self.inside(annex, range.end, None),
            _ => self.region(range),
        }
    }

    fn annex(&mut self, at: usize) {
        let candidate = &self.candidates[at];
        let number = candidate
            .label
            .ordinals
            .first()
            .filter(|ordinal| matches!(ordinal, Ordinal::Letters(_)))
            .and_then(|ordinal| ClauseNumber::from_components(vec![ordinal.clone()]));
        self.push(at, ProvisionUnit::Annex(number));
    }

    fn tell(&self, at: usize, rule: Rule) {
        self.trace.tell(Subject::Reading(at), rule, Vec::new);
    }

    fn push(&mut self, at: usize, unit: ProvisionUnit) {
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

    /// The provisions, divisions and lettered appendices of a region.
    fn region(&mut self, range: Range<Place>) {
        let within = between(self.candidates, range.clone());
        // Where a count begins with `0.0`, `1.0` is but one of its numbers.
        let from_nought = self.candidates[within.clone()]
            .iter()
            .any(|c| c.label.value.components.len() > 1 && c.label.value.components[0] == 0);
        let refusal = |c: &Candidate| match c.label.style {
            style if weight(c) == 0 && !matches!(style.role(), Some(Role::Division(_))) => {
                Some(Rule::WeakLabel)
            }
            style if from_nought && style.form == Form::Round => Some(Rule::CountsFromNought),
            _ => None,
        };
        self.trace.look_into(|| None);
        verdicts::refused(self.trace, self.candidates, within.clone(), refusal);
        let admit = |c: &Candidate| refusal(c).is_none();
        let mut found = runs(self.candidates, within.clone(), Start::Anywhere, self.trace, admit);
        drop_weaker_series(self.candidates, &mut found);
        let (found, lone): (Vec<Run>, Vec<Run>) =
            found.into_iter().partition(|run| distinct(self.candidates, run) > 1);
        verdicts::all(self.trace, &lone, Rule::LoneLabel);
        let chosen = provisions(self.candidates, &found, self.trace);
        let instruments = chosen
            .as_ref()
            .map_or_else(Vec::new, |chosen| instrument::of(self.candidates, chosen, &found, &lone));
        let others = instruments.iter().filter(|run| chosen.as_ref() != Some(*run));
        verdicts::all(self.trace, others, Rule::AnotherText);
        let marked = self.marks.len();
        self.divisions(&within, &found, chosen.as_ref(), &instruments);
        self.recitals(&found, &instruments, marked);
        let appendices =
            instruments.last().map_or_else(Vec::new, |last| self.appendices(last, &within));
        let end = appendices.first().map_or(range.end, |at| self.candidates[*at].place);
        for (i, run) in instruments.iter().enumerate() {
            let next = instruments.get(i + 1).map(|next| self.candidates[next.first()].place);
            self.emit(&run.members, next.unwrap_or(end), None);
        }
        for (i, at) in appendices.iter().enumerate() {
            let end = appendices.get(i + 1).map_or(range.end, |at| self.candidates[*at].place);
            self.annex(*at);
            self.inside(*at, end, None);
        }
    }

    /// Recitals stand before all that was marked in a region, which are the marks
    /// from `marked` on.
    fn recitals(&mut self, found: &[Run], instruments: &[Run], marked: usize) {
        let Some(first) = instruments.first() else { return };
        let begin = self.candidates[first.first()].place;
        let begin = self.marks[marked..].iter().map(|mark| mark.place).fold(begin, Place::min);
        if let Some(run) = recitals::before(self.candidates, found, first, begin) {
            verdicts::all(self.trace, [run], Rule::Recital);
            for at in &run.members {
                self.push(*at, ProvisionUnit::Recital(self.candidates[*at].label.value.last()));
            }
        }
    }

    /// Chapters and the like: by their words, or since the provisions are
    /// numbered on through them.
    fn divisions(
        &mut self,
        within: &Range<usize>,
        found: &[Run],
        chosen: Option<&Run>,
        instruments: &[Run],
    ) {
        let mut marks: Vec<(usize, Rank)> = Vec::new();
        // A word may name articles in one law and chapters in another.
        let provisions: HashSet<Place> = instruments
            .iter()
            .flat_map(|run| &run.members)
            .map(|at| self.candidates[*at].place)
            .collect();
        for at in within.clone() {
            let candidate = &self.candidates[at];
            if let Some(Role::Division(rank)) = candidate.label.style.role()
                && candidate.heading
                && candidate.place.line == 0
                && !provisions.contains(&candidate.place)
            {
                self.tell(at, Rule::Division);
                marks.push((at, rank));
            }
        }
        for run in found {
            let Some(chosen) = chosen.filter(|chosen| *chosen != run) else { continue };
            let head = &self.candidates[run.first()].label;
            // Provisions that are numbered anew, or a part of them, hold no others.
            let alike = head.style == self.candidates[chosen.first()].label.style;
            let stacked = self.candidates[run.first()].place.column > 0;
            if alike || stacked || !head.value.is_first() {
                continue;
            }
            let division = head.style.role();
            // The same lines in another reading.
            let place = |at: &usize| self.candidates[*at].place;
            if chosen.members.binary_search_by_key(&place(&run.first()), place).is_ok() {
                continue;
            }
            let headings = run.members.iter().filter(|at| self.candidates[**at].heading).count();
            if matches!(division, Some(Role::Division(_))) || headings * 5 < run.len() * 4 {
                continue;
            }
            // In how many of its gaps provisions begin.
            let filled = |i: usize| {
                let end = run.members.get(i + 1).copied().unwrap_or(usize::MAX);
                let next = chosen.members.partition_point(|at| *at < run.members[i]);
                chosen.members.get(next).is_some_and(|at| *at < end)
            };
            let filled = (0..run.len()).filter(|i| filled(*i)).count();
            if filled > 1 && filled * 5 >= run.len() * 4 && run.len() < chosen.len() {
                self.trace.tell(Subject::Sequence(&run.members), Rule::NumberedThrough, || {
                    vec![
                        Figure::count("headings", headings),
                        Figure::count("holding provisions", filled),
                    ]
                });
                marks.extend(run.members.iter().map(|at| (*at, Rank::Section)));
            }
        }
        for (at, rank) in marks {
            self.push(at, ProvisionUnit::Division(rank));
        }
    }

    /// Appendices that go by a letter alone: they follow the last provision,
    /// aligned as the provisions are, each with a title.
    fn appendices(&self, chosen: &Run, within: &Range<usize>) -> Vec<usize> {
        let last = &self.candidates[chosen.last()];
        if last.label.style.named.is_some() {
            return Vec::new();
        }
        let admit = |c: &Candidate| {
            c.label.style.counter == Counter::LetterCapital
                && c.label.style.form == Form::Point
                && c.label.style.components == 1
                && c.indent.abs_diff(last.indent) <= 1
                && c.place > last.place
                && c.heading
        };
        let mut found = runs(self.candidates, within.clone(), Start::First, &Untraced, admit);
        found.retain(|run| {
            // Each has something of its own below its title.
            let apart = |pair: &[usize]| {
                self.candidates[pair[1]].place.element > self.candidates[pair[0]].place.element + 1
            };
            run.members.windows(2).all(apart)
        });
        found.truncate(1);
        verdicts::all(self.trace, &found, Rule::LetteredAppendix);
        found.into_iter().next().map_or_else(Vec::new, |run| run.members)
    }

    /// Makes provisions of a run's labels, each with what is below it.
    fn emit(&mut self, members: &[usize], end: Place, scope: Option<&Scope<'_>>) {
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
            self.inside(*at, end, scope);
        }
    }

    /// Looks for the sub-clauses of what was marked last, up to `end`.
    fn inside(&mut self, at: usize, end: Place, outer: Option<&Scope<'_>>) {
        let candidate = &self.candidates[at];
        let Some(mark) = self.marks.last() else { return };
        let (number, depth) = match &mark.unit {
            ProvisionUnit::Provision { number, depth, .. } => (number.clone(), *depth + 1),
            ProvisionUnit::Annex(Some(number)) => (number.clone(), 0),
            ProvisionUnit::Annex(None) | ProvisionUnit::Division(_) | ProvisionUnit::Recital(_) => {
                return;
            }
        };
        let values = values_of(candidate, outer.map_or(&[], |outer| &outer.values));
        let closed = self.closed_at(candidate, &values, end);
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
        self.below(start..end, &scope);
    }

    /// The next heading that ends a provision: any, where the provision is no
    /// heading by its format, else one that is no deeper than it. None does that
    /// a number stands behind which goes on with the provision's own (`values`).
    fn closed_at(&self, candidate: &Candidate, values: &[u32], end: Place) -> Place {
        let after = |place| self.headings.partition_point(|heading| heading.place <= place);
        let mut from = after(candidate.place);
        if self.headings.get(from).is_some_and(|heading| heading.place < end) {
            from = self.last_written_whole(candidate, values, end).map_or(from, after);
        }
        self.headings[from..]
            .iter()
            .take_while(|heading| heading.place < end)
            // What follows a label alone is its title.
            .filter(|heading| {
                !(candidate.alone && heading.place.element == candidate.place.element + 1)
            })
            .find(|heading| candidate.level.is_none_or(|own| heading.level <= own))
            .map_or(end, |heading| heading.place)
    }

    /// Where the last sub-clause begins whose number repeats that of its clause
    /// (`2.3` within `2`), before any heading whose number does not.
    fn last_written_whole(&self, clause: &Candidate, values: &[u32], end: Place) -> Option<Place> {
        let within = between(self.candidates, after(clause.place)..end);
        let least = if clause.label.value.prefix().is_empty() { 1 } else { values.len() };
        let mut last = None;
        for c in &self.candidates[within] {
            let (style, numbers) = (c.label.style, &c.label.value.components);
            let whole = style.named.is_none() && style.components > 1 && c.place.column == 0;
            if !whole || !c.strong {
                continue;
            }
            if (least..numbers.len()).any(|len| values.ends_with(&numbers[..len])) {
                last = Some(c.place);
            } else if c.heading && last.is_none_or(|last| last < c.place) {
                break;
            }
        }
        last
    }

    /// The sub-clauses in a range: the run that begins first, and those that
    /// begin again in the same style after it.
    fn below(&mut self, range: Range<Place>, scope: &Scope<'_>) {
        let within = between(self.candidates, range.clone());
        let deepest = scope.around.len() > DEEPEST;
        if within.is_empty() || deepest {
            verdicts::refused(self.trace, self.candidates, within, |_| Some(Rule::TooDeep));
            return;
        }
        verdicts::refused(self.trace, self.candidates, within.clone(), |c| scope.refusal(c));
        let admit = |c: &Candidate| scope.refusal(c).is_none();
        let mut found = runs(self.candidates, within, Start::First, self.trace, admit);
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
            // What begins again, or stands further out, is not inside the last.
            let again = (at + 1..found.len()).find(|at| {
                let c = &self.candidates[found[*at].first()];
                let alike =
                    c.label.style == head.label.style && c.indent.abs_diff(head.indent) <= 1;
                let whole = !c.label.value.prefix().is_empty();
                // Numbers that are written whole tell their level, not their indent.
                let further_out = head.label.value.prefix().is_empty()
                    && (whole || (!head.heading && c.indent + 1 < head.margin));
                c.place > last && (alike || further_out)
            });
            match again {
                // Another reading of the same label comes as well.
                Some(again) => {
                    let place = self.candidates[found[again].first()].place;
                    next = found.partition_point(|run| self.candidates[run.first()].place < place);
                }
                None => break,
            }
        }
        verdicts::inside(self.trace, &found, &kept, |run| self.is_list(run, scope));
        let end = range.end;
        self.emit(&kept, end, Some(scope));
    }

    /// Whether a run is a list of sub-clauses: of more than one, or one that
    /// its place or its number shows to be one.
    fn is_list(&self, run: &Run, scope: &Scope<'_>) -> bool {
        let head = &self.candidates[run.first()];
        if distinct(self.candidates, run) > 1 {
            return true;
        }
        let deeper = scope
            .around
            .last()
            .is_some_and(|level| head.edge > level.edge || head.indent > level.indent);
        let digits = matches!(head.label.style.counter, Counter::Digits | Counter::LetterSmall);
        let closed = matches!(head.label.style.form, Form::Point | Form::Close | Form::Both);
        let numbered = head.label.style.components > 1;
        let second = head.label.style.form == Form::Space && head.label.value.last() == 2;
        // A line that was wrapped stands where the words of its clause do.
        let inward = scope.around.last().is_some_and(|level| head.indent > level.edge + 1);
        (head.strong || inward)
            && (numbered || second || (closed && digits && (deeper || head.item)))
    }
}

/// Levels of provisions that stand in one another, at the most.
pub(super) const DEEPEST: usize = 10;
