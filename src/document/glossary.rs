//! The terms and abbreviations that a text explains, looked up in any of its
//! blocks.

use super::{Abbreviation, BlockId, BlockKind, Document, Passage, Term};
use std::collections::HashMap;
use std::ops::Range;

/// The index of an explained word among the document's terms or abbreviations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Explained {
    /// A term.
    Term(usize),
    /// An abbreviation.
    Abbreviation(usize),
}

/// The meaning of a word, as the text explains it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordMeaning {
    /// The word.
    pub name: String,
    /// Its meaning: the whole definition of a term, or the words that are
    /// abbreviated.
    pub meaning: Passage,
    /// Where it is explained.
    pub place: Passage,
}

/// The forms of the explained words.
#[derive(Debug, Clone, Default)]
pub(super) struct Glossary {
    /// The explained word of each form.
    forms: HashMap<String, Explained>,
    /// For each first word, the lengths in words of the forms that begin with it, longest first.
    lengths: HashMap<String, Vec<usize>>,
}

impl Glossary {
    pub fn of(terms: &[Term], abbreviations: &[Abbreviation]) -> Self {
        let mut glossary = Self::default();
        for (at, term) in terms.iter().enumerate() {
            glossary.add(&term.name, Explained::Term(at));
        }
        for (at, abbreviation) in abbreviations.iter().enumerate() {
            glossary.add(&abbreviation.short, Explained::Abbreviation(at));
        }
        for lengths in glossary.lengths.values_mut() {
            lengths.sort_unstable_by_key(|length| std::cmp::Reverse(*length));
        }
        glossary
    }

    fn add(&mut self, form: &str, explained: Explained) {
        let form = form.trim_matches(|c: char| !c.is_alphanumeric());
        let length = words(form).count();
        let Some(first) = words(form).next() else { return };
        // An initial capital may be due to the start of the sentence.
        let small = form.chars().skip(1).all(|c| !c.is_uppercase());
        if length > 1 && small && form.starts_with(char::is_uppercase) {
            self.add(&form.to_lowercase(), explained);
        }
        let mut begin = |first: String| {
            let lengths = self.lengths.entry(first).or_default();
            if !lengths.contains(&length) {
                lengths.push(length);
            }
        };
        begin(form[first.clone()].to_owned());
        if length == 1 {
            begin(format!("{form}s"));
        }
        self.forms.entry(form.to_owned()).or_insert(explained);
    }

    /// Finds the explained words in a text, as byte ranges: whole words, with the
    /// same case as in the explanation, in the singular or with an `s`; the
    /// longest of those with the same beginning.
    fn find(&self, text: &str) -> Vec<(Range<usize>, Explained)> {
        let mut found = Vec::new();
        if self.forms.is_empty() {
            return found;
        }
        let mut covered = 0;
        for word in words(text) {
            if word.start < covered {
                continue;
            }
            let Some(lengths) = self.lengths.get(&text[word.clone()]) else { continue };
            let fits = lengths.iter().find_map(|length| {
                let last = words(&text[word.start..]).nth(length - 1)?;
                let range = word.start..word.start + last.end;
                let form = &text[range.clone()];
                let singular = || self.forms.get(form.strip_suffix('s')?);
                let explained = self.forms.get(form).or_else(singular)?;
                Some((range, *explained))
            });
            if let Some((range, explained)) = fits {
                covered = range.end;
                found.push((range, explained));
            }
        }
        found
    }

    /// Returns, for each term, every place in a document that uses it and does not define it. A
    /// title does not use its words.
    pub fn uses_of_terms(&self, document: &Document, terms: &[Term]) -> Vec<Vec<Passage>> {
        let mut uses = vec![Vec::new(); terms.len()];
        if terms.is_empty() {
            return uses;
        }
        let words = |id: &BlockId| document.block(*id).kind != BlockKind::Heading;
        for block in document.block_ids().filter(words) {
            for (range, explained) in self.find(document.body(block)) {
                let Explained::Term(at) = explained else { continue };
                let place = Passage::within(block, range);
                let defined = &terms[at].defined;
                let near = defined.partition_point(|definition| definition.name.end <= place.start);
                if !defined.get(near).is_some_and(|d| d.name.overlaps(place)) {
                    uses[at].push(place);
                }
            }
        }
        uses
    }
}

/// Returns the words of a text: byte ranges of runs of letters and digits.
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(char::is_alphanumeric)?;
        let len = text[start..].find(|c: char| !c.is_alphanumeric());
        at = len.map_or(text.len(), |len| start + len);
        Some(start..at)
    })
}

impl Document {
    /// Finds the words of a block that the text explains somewhere, as byte
    /// ranges of its body. Searches only this block.
    pub fn explained_in(&self, block: BlockId) -> Vec<(Range<usize>, Explained)> {
        self.glossary().find(self.body(block))
    }

    /// Returns the meaning of a word.
    pub fn explanation(&self, explained: Explained) -> Option<WordMeaning> {
        match explained {
            Explained::Term(at) => {
                let term = self.terms().get(at)?;
                let first = term.defined.first()?;
                let (name, meaning) = (term.name.clone(), first.meaning);
                Some(WordMeaning { name, meaning, place: first.name })
            }
            Explained::Abbreviation(at) => {
                let abbreviation = self.abbreviations().get(at)?;
                let meaning = abbreviation.expansion;
                Some(WordMeaning { name: abbreviation.short.clone(), meaning, place: meaning })
            }
        }
    }
}
