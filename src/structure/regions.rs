//! Splits the parts of a text into masthead, story, front, clauses, imprint and announcements, by
//! their form and their place alone.

use super::masthead::{self, Masthead};
use super::numbering::ProvisionUnit;
use super::part::{self, Part};
use crate::import::clean;
use crate::lexicon::bulletins::BulletinLanguages;
use crate::lexicon::dates;
use std::ops::Range;

/// Parts that are looked at for a masthead.
const HEAD_CHUNKS: usize = 8;

/// The maximum number of parts up to the next contact line: a name or a street without a sign may
/// be between them.
const CONTACT_REACH: usize = 2;

/// The regions of a text, as ranges of its parts.
#[derive(Debug, Default)]
pub struct Regions {
    /// What the masthead says, where there is one.
    pub masthead: Option<Masthead>,
    /// The lines of the masthead.
    pub head: Range<usize>,
    /// What is between masthead and declaration.
    pub story: Range<usize>,
    /// Title, dateline and preamble of a declaration.
    pub front: Range<usize>,
    /// Where its clauses begin.
    clauses: Vec<usize>,
    /// Where the clauses end.
    pub body_end: usize,
    /// Who publishes it, and how they are reached.
    pub imprint: Range<usize>,
    /// Announcements after the imprint.
    pub notices: Range<usize>,
}

impl Regions {
    /// Finds the regions of the parts of a text.
    pub fn of(text: &str, parts: &[Part<'_>], languages: BulletinLanguages<'_>) -> Self {
        let mut regions = Self::default();
        let body = parts.iter().position(|part| {
            part.mark.is_some_and(|mark| matches!(mark.unit, ProvisionUnit::Annex(_)))
        });
        regions.clauses = part::top_level(&parts[..body.unwrap_or(parts.len())]);
        regions.find_masthead(text, parts, regions.first(parts), languages);
        regions.find_front(text, parts, regions.first(parts));
        regions.find_tail(text, parts, languages);
        regions
    }

    /// The parts of the clauses, and of what is between them.
    pub fn body(&self, parts: &[Part<'_>]) -> Range<usize> {
        self.first(parts)..self.body_end
    }

    fn first(&self, parts: &[Part<'_>]) -> usize {
        self.clauses.first().copied().unwrap_or(parts.len())
    }

    fn find_masthead(
        &mut self,
        text: &str,
        parts: &[Part<'_>],
        first: usize,
        languages: BulletinLanguages<'_>,
    ) {
        let short = parts[..first].iter().take(HEAD_CHUNKS).take_while(|p| p.is_head(text)).count();
        let words = |part: &Part<'_>, lines: Range<usize>| {
            let words = part.lines[lines].iter().map(|(r, _)| clean::words(text, r.clone()));
            words.collect::<Vec<_>>().join(" ")
        };
        let lines: Vec<String> = parts[..short]
            .iter()
            .flat_map(|part| part.statements().into_iter().map(|lines| words(part, lines)))
            .collect();
        self.masthead = masthead::read(lines.iter().map(String::as_str), languages);
        // The last short chunk before the text is the headline of the story.
        let end =
            if self.masthead.is_some() { short.saturating_sub(usize::from(short > 1)) } else { 0 };
        self.head = 0..end;
    }

    /// The title, dateline and recitals before the first clause, found
    /// backwards from it; all after an ornament belongs to them.
    fn find_front(&mut self, text: &str, parts: &[Part<'_>], first: usize) {
        let from = self.head.end;
        // A preamble below a heading of its own does not depend on its form, nor does a chapter
        // that contains the first clause.
        let formal = |part: &Part<'_>| part.is_preamble_heading(text) || part.mark.is_some();
        if parts[from..first].iter().any(formal) {
            (self.story, self.front) = (from..first, first..first);
            return;
        }
        let ornament = (from..first).rev().find(|i| parts[*i].is_ornament(text));
        let start = match ornament {
            Some(at) if first < parts.len() => at + 1,
            _ => {
                let mut start = first;
                while start > from && parts[start - 1].is_recital(text) {
                    start -= 1;
                }
                // Recitals lead to clauses, or are none.
                if first == parts.len() {
                    start = first;
                } else if start < first {
                    while start > from
                        && (parts[start - 1].is_title(text)
                            || dates::is_dateline(&parts[start - 1].words(text)))
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
    fn find_tail(&mut self, text: &str, parts: &[Part<'_>], languages: BulletinLanguages<'_>) {
        let after = match self.clauses.last() {
            // What follows a label that is alone is its words, whatever they are.
            Some(last) => last + 1 + usize::from(parts[*last].is_label_alone(text)),
            None => (self.head.end + 1).min(parts.len()),
        };
        let contact = (after..parts.len()).find(|i| parts[*i].is_contact(text, languages));
        let mut start = contact.unwrap_or(parts.len());
        loop {
            let marked = |back: usize| {
                start >= after + back && parts[start - back].contact_marks(text, languages) > 0
            };
            // An address without a mark may be between two lines that have one.
            let lead = (1..=CONTACT_REACH).find(|back| marked(*back));
            match lead {
                Some(back) if back == 1 || parts[start - 1].is_title(text) => start -= back,
                _ => break,
            }
        }
        // Only a bulletin or a declaration has a tail of this kind.
        if self.masthead.is_none() && (self.clauses.is_empty() || self.front.is_empty()) {
            start = parts.len();
        }
        let mut end = start;
        while let Some(next) = (end..parts.len().min(end + CONTACT_REACH)).find(|i| {
            parts[*i].contact_marks(text, languages) > 0 || parts[*i].is_contact(text, languages)
        }) {
            end = next + 1;
        }
        if start < parts.len() && start > after && parts[start - 1].is_ornament(text) {
            start -= 1;
        }
        self.body_end = start;
        self.story.end = self.story.end.min(start);
        self.imprint = start..end;
        self.notices = end..parts.len();
    }
}
