//! The signs of a section as they are written, for a check of two texts: what one of them states and
//! the other does not.
//!
//! Languages write the same thing in different ways: a figure in words, a month by its name, a
//! reference whose article only the context tells. So a sign is only missing if nothing in the other
//! text may stand for it.

use super::figures::{counter_len, figures_in};
use super::spelled::spelled_in;
use crate::document::{BlockId, ClauseNumber, Document, Link, LinkTarget, SectionId, StatedDate};
use crate::lexicon::dates;
use std::ops::Range;

/// A sign that a translation must keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sign {
    /// A number in figures, in the digits of ASCII, without separators.
    Figure(String),
    /// A reference to a provision with this number.
    Reference(ClauseNumber),
    /// A date.
    Date(StatedDate),
}

/// A sign with its block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignAt {
    /// The sign.
    pub sign: Sign,
    /// The block that states it.
    pub block: BlockId,
    /// The section that a reference leads to.
    leads: Option<SectionId>,
    /// The figures that the text writes for it.
    written: Vec<String>,
}

/// The signs of some blocks.
#[derive(Debug)]
pub struct StatedSigns<'a> {
    document: &'a Document,
    blocks: Vec<BlockId>,
    /// The signs, in the order of the text.
    signs: Vec<SignAt>,
}

impl<'a> StatedSigns<'a> {
    /// The signs of some blocks.
    pub fn of(document: &'a Document, blocks: Vec<BlockId>) -> Self {
        let signs = blocks.iter().flat_map(|block| in_block(document, *block)).collect();
        Self { document, blocks, signs }
    }

    /// The signs of each of two texts that nothing in the other may stand for. `corresponds` says
    /// whether a section of this text corresponds to one of the other.
    pub fn missing(
        &self,
        other: &Self,
        corresponds: impl Fn(SectionId, SectionId) -> bool,
    ) -> (Vec<SignAt>, Vec<SignAt>) {
        let (mut own, mut others) = (self.signs.clone(), other.signs.clone());
        remove_pairs(&mut own, &mut others, |one, other| one.is_same(other, &corresponds));
        let changed = remove_pairs(&mut own, &mut others, SignAt::is_changed);
        let (mut missing, mut missing_there): (Vec<SignAt>, Vec<SignAt>) =
            changed.into_iter().unzip();
        missing.extend(other.lacking(&others, &own));
        missing_there.extend(self.lacking(&own, &others));
        (missing, missing_there)
    }

    /// Those of `others`, the signs of another text, that neither one of `own` nor a number in words
    /// may stand for.
    fn lacking(&self, own: &[SignAt], others: &[SignAt]) -> Vec<SignAt> {
        let mut figures: Vec<String> = own.iter().flat_map(|sign| sign.written.clone()).collect();
        let mut spelled: Option<Vec<String>> = None;
        let mut is_there = |figure: &String| {
            take(&mut figures, figure)
                || take(spelled.get_or_insert_with(|| self.spelled()), figure)
        };
        // A sign without figures is not lacking: it may be a reference that is only recognised in one
        // of the languages.
        let lacking = others.iter().filter(|sign| !sign.written.iter().all(&mut is_there));
        lacking.cloned().collect()
    }

    /// The numbers that the blocks state otherwise than in figures.
    fn spelled(&self) -> Vec<String> {
        let language = self.document.metadata().language.as_deref();
        let bodies = self.blocks.iter().map(|block| self.document.body(*block));
        bodies
            .flat_map(|body| spelled_in(language, body))
            .map(|number| number.to_string())
            .collect()
    }
}

impl SignAt {
    /// Whether two signs say the same.
    fn is_same(&self, other: &Self, corresponds: impl Fn(SectionId, SectionId) -> bool) -> bool {
        match (&self.sign, &other.sign) {
            (Sign::Date(a), Sign::Date(b)) => (a.year, a.month, a.day) == (b.year, b.month, b.day),
            (Sign::Reference(a), Sign::Reference(b)) => {
                a == b || self.leads.zip(other.leads).is_some_and(|(a, b)| corresponds(a, b))
            }
            (a, b) => a == b,
        }
    }

    /// Whether two signs that do not say the same were written with the same figures: the months of two
    /// dates differ, or the letters of two references.
    fn is_changed(&self, other: &Self) -> bool {
        let is_known = match (&self.sign, &other.sign) {
            (Sign::Date(_), Sign::Date(_)) => true,
            (Sign::Reference(_), Sign::Reference(_)) => {
                self.leads.is_some() && other.leads.is_some()
            }
            _ => false,
        };
        is_known && self.written == other.written
    }
}

/// Removes the pairs from two lists, and returns them.
fn remove_pairs(
    own: &mut Vec<SignAt>,
    others: &mut Vec<SignAt>,
    is_pair: impl Fn(&SignAt, &SignAt) -> bool,
) -> Vec<(SignAt, SignAt)> {
    let mut pairs = Vec::new();
    own.retain(|sign| match others.iter().position(|other| is_pair(sign, other)) {
        Some(at) => {
            pairs.push((sign.clone(), others.remove(at)));
            false
        }
        None => true,
    });
    pairs
}

/// Takes a figure out of a list. Returns whether it was there.
fn take(figures: &mut Vec<String>, figure: &str) -> bool {
    let at = figures.iter().position(|one| one == figure);
    if let Some(at) = at {
        figures.remove(at);
    }
    at.is_some()
}

/// The signs of a block. The figures of a reference or a date are not signs of their own.
fn in_block(document: &Document, block: BlockId) -> Vec<SignAt> {
    let body = document.body(block);
    let written = |range: Range<usize>| -> Vec<String> {
        figures_in(&body[range]).into_iter().map(|(_, figure)| figure).collect()
    };
    let start = document.block(block).body.start.get();
    let references = document.links_of(block).iter().filter_map(|link| {
        let at = link.span.start.get().checked_sub(start)?;
        let range = at..(at + link.span.len()).min(body.len());
        Some((range, Sign::Reference(target(document, link)?), section_of(document, link)))
    });
    let dates = dates::all(body).into_iter().map(|(date, range)| (range, Sign::Date(date), None));
    let mut known: Vec<(Range<usize>, Sign, Option<SectionId>)> = references.chain(dates).collect();
    known.sort_by_key(|(range, ..)| range.start);
    let mut signs = Vec::new();
    let mut from = counter_len(body);
    let figures = |range: Range<usize>, signs: &mut Vec<SignAt>| {
        let figures = figures_in(&body[range]).into_iter();
        signs.extend(figures.map(|(_, figure)| SignAt {
            sign: Sign::Figure(figure.clone()),
            block,
            leads: None,
            written: vec![figure],
        }));
    };
    for (range, sign, leads) in known {
        if range.start < from {
            continue;
        }
        figures(from..range.start, &mut signs);
        from = range.end;
        signs.push(SignAt { sign, block, leads, written: written(range) });
    }
    figures(from..body.len(), &mut signs);
    signs
}

/// The number of the provision that a reference leads to, or would lead to.
fn target(document: &Document, link: &Link) -> Option<ClauseNumber> {
    match &link.target {
        LinkTarget::Passage(_) => document.section(section_of(document, link)?).number.clone(),
        LinkTarget::Nowhere(address) => ClauseNumber::shown_as(address),
        LinkTarget::Outside(_) => None,
    }
}

/// The section that a reference leads to.
fn section_of(document: &Document, link: &Link) -> Option<SectionId> {
    match &link.target {
        LinkTarget::Passage(passage) => document.section_of(*passage),
        LinkTarget::Nowhere(_) | LinkTarget::Outside(_) => None,
    }
}
