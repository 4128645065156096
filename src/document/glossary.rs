//! The forms of the terms and abbreviations that a text explains, to find them in its words.

use super::{Abbreviation, Term};
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
        let lengths = self.lengths.entry(form[first].to_owned()).or_default();
        if !lengths.contains(&length) {
            lengths.push(length);
        }
        self.forms.entry(form.to_owned()).or_insert(explained);
    }

    /// Finds the explained words in a text, as byte ranges: whole words, with the
    /// same case as in the explanation, with one of `endings` or without; the
    /// longest of those with the same beginning.
    pub fn find(&self, text: &str, endings: &[&str]) -> Vec<(Range<usize>, Explained)> {
        let mut found = Vec::new();
        if self.forms.is_empty() {
            return found;
        }
        let mut covered = 0;
        for word in words(text) {
            if word.start < covered {
                continue;
            }
            let stems = |form| endings.iter().filter_map(move |end| str::strip_suffix(form, end));
            let explained = |range: Range<usize>| {
                let form = &text[range.clone()];
                let mut forms = std::iter::once(form).chain(stems(form));
                Some((range, *forms.find_map(|form| self.forms.get(form))?))
            };
            let longer = self.lengths.get(&text[word.clone()]).and_then(|lengths| {
                lengths.iter().find_map(|length| {
                    let last = words(&text[word.start..]).nth(length - 1)?;
                    explained(word.start..word.start + last.end)
                })
            });
            let fits = longer.or_else(|| explained(word));
            if let Some((range, explained)) = fits {
                covered = range.end;
                found.push((range, explained));
            }
        }
        found
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
