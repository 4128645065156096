//! Describes the cited provisions briefly, as lawyers do:
//! `clauses 4-6, 8 and 11`, `clause 8, paras 2-3; clause 9, para. 1`.

use super::citable::Citable;
use crate::document::{Document, SectionId, SectionKind, SectionPart};
use crate::messages::{notices, places};
use std::fmt::Display;

/// The cited part of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
enum CitedExtent {
    /// The whole section.
    Whole,
    /// The words that its sub-clauses complete.
    Chapeau,
    /// These of its paragraphs.
    Paragraphs(Vec<u32>),
}

/// All that is cited, in reading order, each section once.
#[derive(Debug, Clone, Default)]
pub(super) struct Provisions {
    cited: Vec<(SectionId, CitedExtent)>,
}

impl Provisions {
    /// Collects the provisions that some places of a document cite.
    pub fn new(document: &Document, places: &[Citable]) -> Self {
        let mut cited: Vec<(SectionId, CitedExtent)> = Vec::new();
        for place in places {
            match *place {
                Citable::Section(id) => cited.push((id, CitedExtent::Whole)),
                _ => {
                    for passage in place.passages(document) {
                        match document.section_of(passage) {
                            Some(id) => cited.push((id, CitedExtent::Whole)),
                            None => cited.extend(extents(document, &document.parts(passage))),
                        }
                    }
                }
            }
        }
        cited.sort_by_key(|(id, _)| *id);
        let mut merged: Vec<(SectionId, CitedExtent)> = Vec::new();
        for (id, extent) in cited {
            match merged.last_mut() {
                Some((last, so_far)) if *last == id => so_far.add(extent),
                _ => merged.push((id, extent)),
            }
        }
        let whole: Vec<SectionId> =
            merged.iter().filter(|(_, e)| *e == CitedExtent::Whole).map(|(id, _)| *id).collect();
        merged.retain(|(id, _)| {
            !document.ancestry(*id).skip(1).any(|above| whole.binary_search(&above).is_ok())
        });
        Self { cited: merged }
    }

    /// Returns the outermost section that contains all of it, if that section has
    /// a name to cite.
    pub fn instrument(&self, document: &Document) -> Option<SectionId> {
        let root = |(id, _): &(SectionId, CitedExtent)| document.ancestry(*id).last();
        let first = root(self.cited.first()?)?;
        let section = document.section(first);
        let nameless = matches!(section.kind, SectionKind::Masthead | SectionKind::Imprint);
        let same = self.cited.iter().all(|one| root(one) == Some(first));
        let named = name(document, first).is_some() && section.number.is_none();
        (same && named && !nameless).then_some(first)
    }

    /// Describes the provisions, without the name of the enclosing section `within`.
    pub fn words(&self, document: &Document, within: Option<SectionId>) -> String {
        let mut out = String::new();
        let mut before: Option<Vec<String>> = None;
        let mut rest = self.cited.as_slice();
        while let Some((id, extent)) = rest.first() {
            let around = around(document, *id, within);
            let alike = rest
                .iter()
                .take_while(|(other, other_extent)| {
                    *extent == CitedExtent::Whole
                        && *other_extent == CitedExtent::Whole
                        && noun(document, *other).is_some()
                        && noun(document, *other) == noun(document, *id)
                        && self::around(document, *other, within) == around
                })
                .count()
                .max(1);
            let (group, left) = rest.split_at(alike);
            rest = left;
            let own = match (noun(document, *id), Some(*id) == within) {
                (Some(noun), _) => Some(numbers(document, noun, group)),
                (None, true) => None,
                (None, false) => name(document, *id),
            };
            let detail = match extent {
                CitedExtent::Whole => None,
                CitedExtent::Chapeau => Some(places::CITED_CHAPEAU.to_owned()),
                CitedExtent::Paragraphs(numbers) => Some(paragraphs(numbers)),
            };
            let continued = before.as_ref() == Some(&around);
            let names = around.iter().filter(|_| !continued).cloned();
            let words: Vec<String> = names.chain(own).chain(detail).collect();
            if words.is_empty() {
                continue;
            }
            if !out.is_empty() {
                out.push_str("; ");
            }
            out.push_str(&words.join(", "));
            before = Some(around);
        }
        out
    }
}

impl CitedExtent {
    fn add(&mut self, other: Self) {
        match (&mut *self, other) {
            (Self::Paragraphs(numbers), Self::Paragraphs(more)) => {
                numbers.extend(more);
                numbers.sort_unstable();
                numbers.dedup();
            }
            (Self::Chapeau, Self::Chapeau | Self::Paragraphs(_)) => {}
            (Self::Paragraphs(_), Self::Chapeau) => *self = Self::Chapeau,
            _ => *self = Self::Whole,
        }
    }
}

/// Returns what the parts of a passage cite. A title or a dateline cites nothing,
/// unless it is the whole passage; then it cites its section.
fn extents(document: &Document, parts: &[SectionPart]) -> Vec<(SectionId, CitedExtent)> {
    let mut found: Vec<(SectionId, CitedExtent)> = Vec::new();
    for part in parts {
        let section = document.section(part.section);
        let blocks = part.passage.start.block.index()..=part.passage.end.block.index();
        let numbers: Vec<u32> = blocks
            .filter_map(|index| document.paragraph_number(document.block_at(index)?))
            .collect();
        let all = numbers.len() == usize::try_from(section.paragraphs).unwrap_or(usize::MAX);
        let divided = section.end > part.section.index() + 1;
        let extent = if part.whole {
            CitedExtent::Whole
        } else if numbers.is_empty() {
            continue;
        } else if all && divided && document.chapeau(part.section).is_some() {
            CitedExtent::Chapeau
        } else if divided && section.kind.is_provision() {
            CitedExtent::Paragraphs(numbers)
        } else if all && (!divided || numbers.len() == 1) {
            CitedExtent::Whole
        } else {
            CitedExtent::Paragraphs(numbers)
        };
        found.push((part.section, extent));
    }
    if found.is_empty() {
        found.extend(parts.first().map(|part| (part.section, CitedExtent::Whole)));
    }
    found
}

/// Returns the names of the enclosing sections, outermost first, up to `within`.
/// A section is left out if the number inside it already includes its number.
fn around(document: &Document, id: SectionId, within: Option<SectionId>) -> Vec<String> {
    let mut names = Vec::new();
    let mut inner = document.section(id).number.as_ref();
    for above in document.ancestry(id).skip(1) {
        let number = document.section(above).number.as_ref();
        let said = match (inner, number) {
            (Some(inner), Some(outer)) => {
                let (inner, outer) = (inner.components(), outer.components());
                inner.len() > outer.len() && inner.iter().zip(outer).all(|(a, b)| a.same(b))
            }
            _ => false,
        };
        if number.is_some() {
            inner = number;
        }
        if said || Some(above) == within {
            continue;
        }
        match (number, noun(document, above)) {
            (Some(number), Some(noun)) => names.push(noun.with(number, 1)),
            _ => names.extend(name(document, above)),
        }
    }
    names.reverse();
    names
}

/// The noun before the number of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CitedNoun {
    Annex,
    Article,
    Clause,
}

impl CitedNoun {
    /// Returns the noun with its numbers, of which there are `count`.
    fn with(self, numbers: impl Display, count: usize) -> String {
        match (self, count) {
            (Self::Annex, 1) => places::cited_annex(numbers),
            (Self::Annex, _) => places::cited_annexes(numbers),
            (Self::Article, 1) => places::cited_article(numbers),
            (Self::Article, _) => places::cited_articles(numbers),
            (Self::Clause, 1) => places::cited_clause(numbers),
            (Self::Clause, _) => places::cited_clauses(numbers),
        }
    }
}

/// Returns the noun before the number of a section.
fn noun(document: &Document, id: SectionId) -> Option<CitedNoun> {
    let section = document.section(id);
    section.number.as_ref()?;
    Some(match section.kind {
        SectionKind::Article => CitedNoun::Article,
        SectionKind::Annex => CitedNoun::Annex,
        _ => CitedNoun::Clause,
    })
}

/// The name of a section without a number; `None` if it is the name of the
/// document, which the citation already has.
fn name(document: &Document, id: SectionId) -> Option<String> {
    let section = document.section(id);
    if section.kind != SectionKind::Heading {
        return Some(section.kind.label().to_owned());
    }
    let title = document.title(id);
    (title != document.metadata().title).then(|| format!("“{title}”"))
}

/// `clause 4`, `clauses 4-6, 8 and 11`.
fn numbers(document: &Document, noun: CitedNoun, group: &[(SectionId, CitedExtent)]) -> String {
    let shown = |id: SectionId| {
        document.section(id).number.as_ref().map(ToString::to_string).unwrap_or_default()
    };
    let follows = |a: SectionId, b: SectionId| {
        let (first, next) = (document.section(a), document.section(b));
        first.parent == next.parent && first.end == b.index()
    };
    let ids: Vec<SectionId> = group.iter().map(|(id, _)| *id).collect();
    let words = listed(&ids, |a, b| follows(*a, *b), |id| shown(*id));
    noun.with(words, ids.len())
}

/// `para. 3`, `paras 4-6, 8 and 11`.
fn paragraphs(numbers: &[u32]) -> String {
    let words = listed(numbers, |a, b| a + 1 == *b, ToString::to_string);
    if numbers.len() > 1 { places::cited_paragraphs(words) } else { places::cited_paragraph(words) }
}

/// Lists things, consecutive ones as a range.
fn listed<T>(
    things: &[T],
    follows: impl Fn(&T, &T) -> bool,
    shown: impl Fn(&T) -> String,
) -> String {
    let runs: Vec<String> = things
        .chunk_by(|a, b| follows(a, b))
        .filter_map(|run| {
            let (first, last) = (run.first()?, run.last()?);
            Some(match run.len() {
                1 => shown(first),
                _ => format!("{}-{}", shown(first), shown(last)),
            })
        })
        .collect();
    match runs.as_slice() {
        [rest @ .., last] if !rest.is_empty() => notices::and(rest.join(", "), last),
        _ => runs.concat(),
    }
}
