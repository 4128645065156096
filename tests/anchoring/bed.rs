//! A test bed for finding passages again: real texts, seeded edits of every kind, and the true new
//! position of each word of a passage.
//!
//! The bed splits a text into words that keep their identity. An edit moves, drops, replaces and
//! inserts words; so for every passage it is known which of its words remain, and where.

use bulletin::bookmarks::{Anchor, Bookmark, Index};
use bulletin::document::{BlockKind, Document, Origin, Passage, Point};
use bulletin::source;
use fastrand::Rng;
use std::ops::Range;

/// A word, and its index in the unedited text.
#[derive(Debug, Clone)]
struct Word {
    text: String,
    origin: Option<usize>,
}

type Paragraph = Vec<Word>;

/// The bytes of a word in a source, and its index in the unedited text.
type Placed = (Range<usize>, Option<usize>);

/// A clause, or other paragraphs that belong together.
#[derive(Debug, Clone)]
struct Unit {
    number: Option<u32>,
    paragraphs: Vec<Paragraph>,
}

/// A text whose words keep their identity.
#[derive(Debug, Clone)]
pub struct Text {
    units: Vec<Unit>,
}

/// One kind of edit, or several.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Edit {
    /// Replaces, drops or adds to this percentage of the words.
    Words(u32),
    /// Inserts new sentences into this percentage of the paragraphs.
    Sentences(u32),
    /// Inserts new clauses between the others and renumbers all.
    ClausesInserted,
    /// Removes some clauses and renumbers the others.
    ClausesRemoved,
    /// Swaps some clauses and renumbers all.
    ClausesSwapped,
    /// Numbers the clauses from some clause on higher.
    Renumbered,
    /// Repeats some paragraphs elsewhere.
    ParagraphsRepeated,
    /// All of these except `Renumbered`, with 15 % of sentences and 5 % of words.
    Everything,
}

/// Every edit, with its name in the report.
pub const EDITS: [(&str, Edit); 12] = [
    ("1 % of words changed", Edit::Words(1)),
    ("5 % of words changed", Edit::Words(5)),
    ("9 % of words changed", Edit::Words(9)),
    ("20 % of words changed", Edit::Words(20)),
    ("35 % of words changed", Edit::Words(35)),
    ("sentences inserted in a third of the paragraphs", Edit::Sentences(33)),
    ("clauses inserted", Edit::ClausesInserted),
    ("clauses removed", Edit::ClausesRemoved),
    ("clauses swapped", Edit::ClausesSwapped),
    ("clauses renumbered", Edit::Renumbered),
    ("paragraphs repeated", Edit::ParagraphsRepeated),
    ("all of these at once", Edit::Everything),
];

/// The results for the bookmarks of one kind of edit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// All bookmarks.
    pub bookmarks: u32,
    /// Found at their words.
    pub found: u32,
    /// Reported as ambiguous, with the right place among those offered.
    pub asked: u32,
    /// Reported as lost, with most of their words gone.
    pub lost_rightly: u32,
    /// Reported as lost, though most of their words remain.
    pub missed: u32,
    /// Found at identical words elsewhere; their own are gone.
    pub on_a_copy: u32,
    /// Found at their words, but with more or fewer of the words there.
    pub in_part: u32,
    /// Found or offered where none of their words is.
    pub wrong: u32,
    /// Of those found on a copy, in part or wrongly: those reported as exact.
    pub wrong_exact: u32,
}

impl Tally {
    /// Adds another tally.
    pub fn add(&mut self, other: Self) {
        self.bookmarks += other.bookmarks;
        self.found += other.found;
        self.asked += other.asked;
        self.lost_rightly += other.lost_rightly;
        self.missed += other.missed;
        self.on_a_copy += other.on_a_copy;
        self.in_part += other.in_part;
        self.wrong += other.wrong;
        self.wrong_exact += other.wrong_exact;
    }

    /// Returns the number of bookmarks whose words remain, or most of them.
    pub fn findable(&self) -> u32 {
        self.bookmarks - self.lost_rightly - self.on_a_copy
    }
}

impl Text {
    /// Splits a document into words.
    pub fn of(document: &Document) -> Self {
        let mut units: Vec<Unit> = Vec::new();
        let mut section = None;
        let mut next = 0;
        let mut number = 0;
        for id in document.block_ids() {
            let block = document.block(id);
            if block.kind == BlockKind::Ornament {
                continue;
            }
            if section != Some(block.section) {
                section = Some(block.section);
                let numbered = document.section(block.section).kind.is_provision();
                number += u32::from(numbered);
                units.push(Unit { number: numbered.then_some(number), paragraphs: Vec::new() });
            }
            let words = document.body(id).split_whitespace().map(|word| {
                next += 1;
                Word { text: word.to_owned(), origin: Some(next - 1) }
            });
            if let Some(unit) = units.last_mut() {
                unit.paragraphs.push(words.collect());
            }
        }
        Self { units }
    }

    /// Returns the text as a source, and for each word its bytes and its origin.
    fn render(&self) -> (String, Vec<Placed>) {
        let (mut out, mut words) = (String::new(), Vec::new());
        for unit in &self.units {
            for (at, paragraph) in unit.paragraphs.iter().enumerate() {
                if !out.is_empty() {
                    out.push_str("\n\n");
                }
                if let Some(number) = unit.number.filter(|_| at == 0) {
                    out.push_str(&format!("{number}. "));
                }
                for (i, word) in paragraph.iter().enumerate() {
                    if i > 0 {
                        out.push(' ');
                    }
                    let start = out.len();
                    out.push_str(&word.text);
                    words.push((start..out.len(), word.origin));
                }
            }
        }
        out.push('\n');
        (out, words)
    }

    /// Numbers the clauses consecutively from `first`.
    fn number_from(&mut self, first: u32) {
        let numbered = self.units.iter_mut().filter(|unit| unit.number.is_some());
        for (unit, number) in numbered.zip(first..) {
            unit.number = Some(number);
        }
    }

    fn clauses(&self) -> Vec<usize> {
        (0..self.units.len()).filter(|i| self.units[*i].number.is_some()).collect()
    }

    fn any_word(&self, rng: &mut Rng) -> String {
        loop {
            let unit = &self.units[rng.usize(..self.units.len())];
            let paragraph = &unit.paragraphs[rng.usize(..unit.paragraphs.len())];
            if !paragraph.is_empty() {
                return paragraph[rng.usize(..paragraph.len())].text.clone();
            }
        }
    }

    /// Returns a sentence of random words of the text.
    fn sentence(&self, rng: &mut Rng) -> Paragraph {
        let count = rng.usize(8..24);
        (0..count).map(|_| Word { text: self.any_word(rng), origin: None }).collect()
    }

    /// Edits the text.
    pub fn edit(&mut self, edit: Edit, rng: &mut Rng) {
        let clauses = self.clauses();
        match edit {
            Edit::Words(percent) => {
                let before = self.clone();
                for paragraph in self.units.iter_mut().flat_map(|unit| &mut unit.paragraphs) {
                    let mut edited = Vec::with_capacity(paragraph.len());
                    for word in paragraph.drain(..) {
                        match rng.u32(..100) < percent {
                            false => edited.push(word),
                            true => match rng.u32(..4) {
                                0 => {}
                                1 => {
                                    edited.push(word);
                                    edited.push(Word { text: before.any_word(rng), origin: None });
                                }
                                _ => edited.push(Word { text: before.any_word(rng), origin: None }),
                            },
                        }
                    }
                    *paragraph = edited;
                }
            }
            Edit::Sentences(percent) => {
                let before = self.clone();
                for paragraph in self.units.iter_mut().flat_map(|unit| &mut unit.paragraphs) {
                    if rng.u32(..100) < percent {
                        let at = rng.usize(..=paragraph.len());
                        paragraph.splice(at..at, before.sentence(rng));
                    }
                }
            }
            Edit::ClausesInserted => {
                for _ in 0..clauses.len().div_ceil(6) {
                    let at = rng.usize(..=self.units.len());
                    let paragraphs = (0..rng.usize(1..3))
                        .map(|_| [self.sentence(rng), self.sentence(rng)].concat())
                        .collect();
                    self.units.insert(at, Unit { number: Some(0), paragraphs });
                }
                self.number_from(1);
            }
            Edit::ClausesRemoved => {
                let mut gone: Vec<usize> = clauses;
                rng.shuffle(&mut gone);
                gone.truncate(gone.len().div_ceil(5));
                let mut at = 0;
                self.units.retain(|_| {
                    at += 1;
                    !gone.contains(&(at - 1))
                });
                self.number_from(1);
            }
            Edit::ClausesSwapped => {
                for _ in 0..clauses.len().div_ceil(6) {
                    let (a, b) = (rng.choice(&clauses), rng.choice(&clauses));
                    if let (Some(a), Some(b)) = (a, b) {
                        self.units.swap(*a, *b);
                    }
                }
                self.number_from(1);
            }
            Edit::Renumbered => {
                // The list begins again at 1 so that it is one, and then jumps.
                self.number_from(1);
                let by = rng.u32(1..4);
                let from = rng.usize(..clauses.len().max(1));
                for at in clauses.into_iter().skip(from) {
                    if let Some(number) = &mut self.units[at].number {
                        *number += by;
                    }
                }
            }
            Edit::ParagraphsRepeated => {
                for _ in 0..self.units.len().div_ceil(6) {
                    let from = rng.usize(..self.units.len());
                    let unit = &self.units[from];
                    let mut copy = unit.paragraphs[rng.usize(..unit.paragraphs.len())].clone();
                    copy.iter_mut().for_each(|word| word.origin = None);
                    let to = rng.usize(..self.units.len());
                    let unit = &mut self.units[to];
                    let at = rng.usize(..=unit.paragraphs.len());
                    unit.paragraphs.insert(at, copy);
                }
            }
            Edit::Everything => {
                for edit in [
                    Edit::ParagraphsRepeated,
                    Edit::ClausesSwapped,
                    Edit::ClausesInserted,
                    Edit::ClausesRemoved,
                    Edit::Sentences(15),
                    Edit::Words(5),
                ] {
                    self.edit(edit, rng);
                }
            }
        }
    }
}

/// A document of a text, with the positions of its words.
struct Known {
    document: Document,
    words: Vec<Placed>,
}

impl Known {
    fn new(text: &Text) -> Self {
        let (source, words) = text.render();
        let document = source::read(source.as_bytes(), Origin::StandardInput).expect("text");
        Self { document, words }
    }

    /// Returns the indexes of the words of a passage.
    fn places(&self, passage: Passage) -> Range<usize> {
        let bytes = self.document.source_range(passage);
        let start = self.words.partition_point(|(word, _)| word.end <= bytes.start);
        let end = self.words.partition_point(|(word, _)| word.start < bytes.end);
        start..end.max(start)
    }
}

/// Chooses a passage as a person would mark it: a paragraph, a sentence, a few words.
fn passage(document: &Document, rng: &mut Rng) -> Option<Passage> {
    let block = document.block_at(rng.usize(..document.block_count()))?;
    let body = document.body(block);
    let words: Vec<Range<usize>> = {
        let mut at = 0;
        body.split(' ')
            .map(|word| {
                let start = at;
                at += word.len() + 1;
                start..start + word.len()
            })
            .filter(|range| !range.is_empty())
            .collect()
    };
    let within = |from: usize, to: usize| {
        Some(Passage {
            start: Point { block, byte: words.get(from)?.start },
            end: Point { block, byte: words.get(to.checked_sub(1)?)?.end },
        })
    };
    if words.len() < 3 {
        return None;
    }
    match rng.u32(..3) {
        0 => within(0, words.len()),
        1 => {
            let ends: Vec<usize> = (0..words.len())
                .filter(|i| body[words[*i].clone()].ends_with(['.', ';', ',']))
                .map(|i| i + 1)
                .collect();
            let end = *rng.choice(&ends)?;
            let start = ends.iter().rev().find(|e| **e < end).copied().unwrap_or(0);
            within(start, end)
        }
        _ => {
            let len = rng.usize(3..=words.len().min(25));
            let from = rng.usize(..=words.len() - len);
            within(from, from + len)
        }
    }
}

/// Returns the share of words that two ranges have in common.
fn common(a: &Range<usize>, b: &Range<usize>) -> f32 {
    let shared = a.end.min(b.end).saturating_sub(a.start.max(b.start));
    let all = a.end.max(b.end) - a.start.min(b.start);
    shared as f32 / all.max(1) as f32
}

/// Minimum share of common words for a passage to count as found.
const RIGHT: f32 = 0.6;

/// Below this share of surviving words a passage is gone.
const GONE: f32 = 0.5;

/// Marks passages of a text, edits it, and finds them again. Calls `show` for every one that is not
/// found correctly.
pub fn trial(
    text: &Text,
    edit: Edit,
    seed: u64,
    bookmarks: u32,
    show: &mut dyn FnMut(&Bookmark, &Anchor, &str),
) -> Tally {
    let mut rng = Rng::with_seed(seed);
    let before = Known::new(text);
    let mut edited = text.clone();
    edited.edit(edit, &mut rng);
    let after = Known::new(&edited);
    let index = Index::new(&after.document);
    let mut tally = Tally::default();
    while tally.bookmarks < bookmarks {
        let Some(marked) = passage(&before.document, &mut rng) else { continue };
        let bookmark = Bookmark::new(&before.document, marked, "");
        let origins: Vec<usize> =
            before.words[before.places(marked)].iter().filter_map(|(_, origin)| *origin).collect();
        // The number of a clause is not one of its words.
        let Some((first, last)) = origins.first().zip(origins.last()) else { continue };
        let still: Vec<usize> = (0..after.words.len())
            .filter(|i| after.words[*i].1.is_some_and(|o| (*first..=*last).contains(&o)))
            .collect();
        let survivors = still.len() as f32 / origins.len() as f32;
        let truth = still.first().zip(still.last()).map(|(first, last)| *first..*last + 1);
        let anchor = index.find(&bookmark);
        tally.bookmarks += 1;
        let right = |passage: &Passage| {
            truth.as_ref().is_some_and(|truth| common(truth, &after.places(*passage)) >= RIGHT)
        };
        let touches = |passage: &Passage| {
            truth.as_ref().is_some_and(|truth| common(truth, &after.places(*passage)) > 0.0)
        };
        let same =
            |passage: &Passage| after.document.passage_text(*passage) == bookmark.quotation.exact;
        let outcome = match &anchor {
            Anchor::Lost if survivors < GONE => {
                tally.lost_rightly += 1;
                "lost rightly"
            }
            Anchor::Lost => {
                tally.missed += 1;
                "missed"
            }
            Anchor::Ambiguous(offered) if offered.iter().any(right) => {
                tally.asked += 1;
                "asked"
            }
            found if found.candidates().iter().any(right) => {
                tally.found += 1;
                "found"
            }
            found if truth.is_none() && found.candidates().iter().any(same) => {
                tally.on_a_copy += 1;
                tally.wrong_exact += u32::from(matches!(found, Anchor::Exact(_)));
                "on a copy"
            }
            found if found.candidates().iter().any(touches) => {
                tally.in_part += 1;
                tally.wrong_exact += u32::from(matches!(found, Anchor::Exact(_)));
                "in part"
            }
            found => {
                tally.wrong += 1;
                tally.wrong_exact += u32::from(matches!(found, Anchor::Exact(_)));
                "wrong"
            }
        };
        if !matches!(outcome, "found" | "lost rightly") {
            show(&bookmark, &anchor, outcome);
        }
    }
    tally
}
