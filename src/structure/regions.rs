//! Which parts of a text are what, by their form and their place alone.

use super::chunk::{self, Part};
use super::masthead::{self, Masthead};
use super::numbering::{self, Heading, Mark, Place, ProvisionUnit};
use super::trace::{Figure, Rule, Subject, Threshold, Trace};
use crate::import::clean;
use crate::import::manuscript::{Element, ElementKind};
use crate::lexicon::dates;
use std::ops::Range;

/// Parts that are looked at for a masthead.
const HEAD_CHUNKS: usize = 8;

/// The parts of a manuscript's elements, with what begins where.
pub fn parts(text: &str, elements: &[Element], trace: &impl Trace) -> Vec<Part> {
    let candidates = numbering::candidates(text, elements, trace);
    numbering::sighted(trace, text, elements, &candidates);
    let numbered = |element: usize| {
        let at = candidates.partition_point(|c| c.place.element < element);
        candidates.get(at).is_some_and(|c| c.place.element == element)
    };
    let headings: Vec<Heading> = elements
        .iter()
        .enumerate()
        .filter_map(|(element, at)| match at.kind {
            // One with a number may be that of a sub-clause.
            ElementKind::Heading { level } if !numbered(element) => {
                Some(Heading { place: Place { element, line: 0, column: 0 }, level })
            }
            _ => None,
        })
        .collect();
    let end = Place { element: elements.len(), line: 0, column: 0 };
    let marks = numbering::outline(&candidates, &headings, end, trace);
    drop(candidates);
    let parts = chunk::parts(text, elements, &marks);
    let Some(Veto { rule, figures }) = mere_list(text, &parts) else { return parts };
    trace.look_into(|| None);
    trace.tell(Subject::Document, rule, || figures);
    let marks: Vec<Mark> = marks
        .into_iter()
        .filter(|mark| !matches!(mark.unit, ProvisionUnit::Provision { .. }))
        .collect();
    chunk::parts(text, elements, &marks)
}

/// Whether a text begins as mail does: with who writes to whom.
fn is_mail(text: &str, parts: &[Part]) -> bool {
    let Some(head) = parts.first() else { return false };
    let has = |names: &[&str]| {
        head.chunk.lines.iter().any(|(range, _)| {
            let name = text[range.clone()].split_once(':').map_or("", |(name, _)| name);
            names.iter().any(|known| name.eq_ignore_ascii_case(known))
        })
    };
    has(&["From"]) && has(&["To", "Subject", "Date"])
}

/// Why the numbers of a document are none of provisions.
struct Veto {
    rule: Rule,
    figures: Vec<Figure>,
}

impl Veto {
    fn new(rule: Rule, figures: impl IntoIterator<Item = (&'static str, usize)>) -> Self {
        let figure = |(name, value)| Figure::count(name, value);
        Self { rule, figures: figures.into_iter().map(figure).collect() }
    }
}

/// Why the numbers are but those of a letter's points, of a table, or of a
/// list inside prose: a small part of the text, or lines of one paragraph that
/// prose goes on after.
fn mere_list(text: &str, parts: &[Part]) -> Option<Veto> {
    let clauses = top_level(parts);
    let (first, last) = (clauses.first().copied()?, clauses.last().copied()?);
    if is_mail(text, parts) {
        return Some(Veto::new(Rule::Mail, []));
    }
    let rows = clauses.iter().filter(|at| parts[**at].is_row(text)).count();
    if rows * MOSTLY > clauses.len() {
        return Some(Veto::new(Rule::RowsOfTable, [("rows", rows), ("clauses", clauses.len())]));
    }
    let size = |range: Range<usize>| parts[range].iter().map(|p| p.size).sum::<usize>();
    // What the last clause holds is a part of the clauses.
    let inner = parts.iter().rposition(|part| part.provision().is_some_and(|depth| depth > 0));
    let end = inner.filter(|inner| *inner > last).unwrap_or(last) + 1;
    let share = |of: usize| size(first..end) * of < size(0..parts.len());
    let small_part = || {
        let (clauses, all) = (size(first..end), size(0..parts.len()));
        Veto::new(Rule::SmallPart, [("bytes of clauses", clauses), ("bytes", all)])
    };
    let named = |at: &&usize| parts[**at].mark.as_ref().is_some_and(|mark| mark.named);
    let nested = parts[first..].iter().any(|part| part.provision().is_some_and(|depth| depth > 0));
    let recitals = parts[..first].iter().any(Part::opens_as_recital);
    if clauses.iter().filter(named).count() * MOSTLY > clauses.len() {
        return None;
    }
    if clauses.iter().all(|at| parts[*at].is_label_alone()) && is_verse(text, &parts[first..]) {
        return Some(Veto::new(Rule::Verse, []));
    }
    // What leads in to a list is like a recital.
    if recitals {
        return share(LEAST_SHARE).then(small_part);
    }
    // A report goes on with annexes that are longer than itself.
    let each = size(first..last + 1) / clauses.len();
    let long = clauses.len() >= numbering::MANY && each >= numbering::LONG;
    let close = clauses[1..].iter().filter(|at| parts[**at].chunk.blank_before == 0);
    // Where hardly a blank line parts anything, there is none to miss.
    let blank = parts.iter().skip(1).filter(|part| part.chunk.blank_before > 0).count();
    let unparted =
        blank * 4 <= clauses.len() && clauses.len() >= LEAST_UNPARTED && each >= SHORTEST_UNPARTED;
    let close = close.count();
    let together = close * MOSTLY >= clauses.len() - 1 && !nested && !unparted;
    let after = &parts[last + 1..];
    let goes_on = after.iter().any(|p| !p.is_contact() && !p.is_ornament()) && !are_notes(after);
    let led_in = first > 0 && parts[first].chunk.blank_before == 0;
    if share(SMALL) && !long {
        return Some(small_part());
    }
    (together && (goes_on || led_in)).then(|| {
        let figures = [("clauses", clauses.len()), ("without a blank line", close)];
        Veto::new(Rule::ListInProse, figures)
    })
}

/// Whether parts are notes below a text: each begins with a number without a mark and a new
/// sentence, and the numbers go up from one.
fn are_notes(parts: &[Part]) -> bool {
    let mut last = 0;
    parts.iter().all(|part| {
        let note = part.words.split_once(' ').and_then(|(number, words)| {
            let begins = words.starts_with(char::is_uppercase);
            number.parse::<u32>().ok().filter(|_| begins)
        });
        let follows = note.is_some_and(|number| number > last && (last > 0 || number == 1));
        last = note.unwrap_or(last);
        follows
    })
}

/// More than one of so many are most.
const MOSTLY: usize = 2;

/// Clauses that are less than this part of their text, one of so many, are a list inside prose.
const SMALL: usize = 4;

/// Clauses behind recitals are more than this part of their text, one of so many.
const LEAST_SHARE: usize = 12;

/// What a rule that takes all provisions away compares with.
pub fn thresholds(rule: Rule) -> Vec<Threshold> {
    let of = |figures: &[(&'static str, usize)]| {
        figures.iter().map(|(name, value)| Threshold { name, value: *value }).collect()
    };
    match rule {
        Rule::RowsOfTable => of(&[("one of so many, more than", MOSTLY)]),
        Rule::Verse => of(&[("lines, at least", LEAST_VERSES)]),
        Rule::SmallPart => of(&[
            ("one part of the text of so many, less than", SMALL),
            ("the same behind recitals", LEAST_SHARE),
        ]),
        Rule::ListInProse => of(&[
            ("clauses of a text without blank lines, at least", LEAST_UNPARTED),
            ("bytes of each, at least", SHORTEST_UNPARTED),
        ]),
        _ => Vec::new(),
    }
}

/// Whether the lines of paragraphs are those of verse: hardly one that goes on
/// after another begins with a small letter.
fn is_verse(text: &str, parts: &[Part]) -> bool {
    let lines = parts.iter().flat_map(|part| part.chunk.lines.iter().skip(1));
    let (mut all, mut capital) = (0, 0);
    for (line, _) in lines {
        let words = text[line.clone()].trim_start_matches(|c: char| !c.is_alphabetic());
        if words.contains(char::is_lowercase) {
            all += 1;
            capital += usize::from(words.starts_with(char::is_uppercase));
        }
    }
    all >= LEAST_VERSES && capital * 10 >= all * 9
}

/// So many lines show verse, at the least.
const LEAST_VERSES: usize = 8;

/// Clauses of a text without blank lines, at the least: so many, and of so many
/// bytes each.
const LEAST_UNPARTED: usize = 5;
const SHORTEST_UNPARTED: usize = 150;

/// The places of the parts that begin a provision of the outermost level.
fn top_level(parts: &[Part]) -> Vec<usize> {
    (0..parts.len()).filter(|at| parts[*at].provision() == Some(0)).collect()
}

/// Which parts are what, as ranges of their places.
#[derive(Debug, Default)]
pub struct Plan {
    pub masthead: Option<Masthead>,
    pub head: Range<usize>,
    pub story: Range<usize>,
    pub front: Range<usize>,
    pub clauses: Vec<usize>,
    pub body_end: usize,
    pub imprint: Range<usize>,
    pub notices: Range<usize>,
}

impl Plan {
    pub fn of(text: &str, parts: &[Part]) -> Self {
        let mut plan = Self::default();
        let body = parts.iter().position(|part| {
            part.mark.as_ref().is_some_and(|mark| matches!(mark.unit, ProvisionUnit::Annex(_)))
        });
        plan.clauses = top_level(&parts[..body.unwrap_or(parts.len())]);
        plan.find_masthead(text, parts, plan.first(parts));
        plan.find_front(parts, plan.first(parts));
        plan.find_tail(parts);
        plan
    }

    pub fn first(&self, parts: &[Part]) -> usize {
        self.clauses.first().copied().unwrap_or(parts.len())
    }

    fn find_masthead(&mut self, text: &str, parts: &[Part], first: usize) {
        let short = parts[..first].iter().take(HEAD_CHUNKS).take_while(|p| p.is_head(text)).count();
        let lines: Vec<String> = parts[..short]
            .iter()
            .flat_map(|p| p.chunk.lines.iter().map(|(r, _)| clean::words(text, r.clone())))
            .collect();
        self.masthead = masthead::read(lines.iter().map(String::as_str));
        // The last short chunk before the text is the headline of the story.
        let end =
            if self.masthead.is_some() { short.saturating_sub(usize::from(short > 1)) } else { 0 };
        self.head = 0..end;
    }

    /// The title, dateline and recitals before the first clause, found
    /// backwards from it; all after an ornament belongs to them.
    fn find_front(&mut self, parts: &[Part], first: usize) {
        let from = self.head.end;
        // A preamble under a heading of its own is no matter of form, nor is a
        // chapter that the first clause stands in.
        let formal = |part: &Part| part.is_preamble_heading() || part.mark.is_some();
        if parts[from..first].iter().any(formal) {
            (self.story, self.front) = (from..first, first..first);
            return;
        }
        let ornament = (from..first).rev().find(|i| parts[*i].is_ornament());
        let start = match ornament {
            Some(at) if first < parts.len() => at + 1,
            _ => {
                let mut start = first;
                while start > from && parts[start - 1].is_recital() {
                    start -= 1;
                }
                // Recitals lead to clauses, or are none.
                if first == parts.len() {
                    start = first;
                } else if start < first {
                    while start > from
                        && (parts[start - 1].is_title()
                            || dates::is_dateline(&parts[start - 1].words))
                    {
                        start -= 1;
                    }
                }
                start
            }
        };
        self.story = from..start;
        self.front = start..first;
    }

    /// The contact lines after the last clause, or after a story without
    /// clauses, and what follows them.
    fn find_tail(&mut self, parts: &[Part]) {
        let after = match self.clauses.last() {
            Some(last) => last + 1,
            None => (self.head.end + 1).min(parts.len()),
        };
        let contact = (after..parts.len()).find(|i| parts[*i].is_contact());
        let mut start = contact.unwrap_or(parts.len());
        loop {
            let marked =
                |back: usize| start >= after + back && parts[start - back].contact_marks() > 0;
            // An address without a mark may stand between two lines that have one.
            let lead = if marked(1) {
                1
            } else if marked(2) && parts[start - 1].is_title() {
                2
            } else {
                break;
            };
            start -= lead;
        }
        // Only a bulletin or a declaration has a tail of this kind.
        if self.masthead.is_none() && (self.clauses.is_empty() || self.front.is_empty()) {
            start = parts.len();
        }
        let mut end = start;
        while let Some(next) = (end..parts.len().min(end + 2))
            .find(|i| parts[*i].contact_marks() > 0 || parts[*i].is_contact())
        {
            end = next + 1;
        }
        if start < parts.len() && start > after && parts[start - 1].is_ornament() {
            start -= 1;
        }
        self.body_end = start;
        self.story.end = self.story.end.min(start);
        self.imprint = start..end;
        self.notices = end..parts.len();
    }
}
