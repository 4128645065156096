//! What the text explains of its own words, looked up in any of its blocks:
//! terms that it defines, and abbreviations.

use super::{Abbreviation, BlockId, BlockKind, Document, Passage, Term};
use std::collections::HashMap;
use std::ops::Range;

/// What explains a word, by its place among the document's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Explained {
    /// A term.
    Term(usize),
    /// An abbreviation.
    Abbreviation(usize),
}

/// What a word means, as the text has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The word.
    pub name: String,
    /// What it means: all that defines a term, or the words that an
    /// abbreviation stands for.
    pub meaning: Passage,
    /// Where it is explained.
    pub place: Passage,
}

/// The forms of what is explained.
#[derive(Debug, Clone, Default)]
pub(super) struct Glossary {
    /// What explains a form.
    forms: HashMap<String, Explained>,
    /// How many words the forms have that begin with a word, the most first.
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
        // A capital that only begins the sentence of the definition.
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

    /// What a text uses of it, in bytes of the text: whole words, in the
    /// letters of the explanation, in the singular or with an `s`; of two
    /// that begin alike the longer.
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

    /// For each term, every place of a document that uses it and does not define it. A title
    /// names it and uses nothing.
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

/// The words of a text: runs of letters and digits, in bytes.
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
    /// The words of a block that the text explains somewhere, in bytes of its
    /// body. Nothing but the block is looked at.
    pub fn explained_in(&self, block: BlockId) -> Vec<(Range<usize>, Explained)> {
        self.glossary().find(self.body(block))
    }

    /// What a word means.
    pub fn explanation(&self, explained: Explained) -> Option<Explanation> {
        match explained {
            Explained::Term(at) => {
                let term = self.terms().get(at)?;
                let first = term.defined.first()?;
                let (name, meaning) = (term.name.clone(), first.meaning);
                Some(Explanation { name, meaning, place: first.name })
            }
            Explained::Abbreviation(at) => {
                let abbreviation = self.abbreviations().get(at)?;
                let meaning = abbreviation.expansion;
                Some(Explanation { name: abbreviation.short.clone(), meaning, place: meaning })
            }
        }
    }
}
