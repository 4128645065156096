//! What the text explains of its own words, looked up in any of its blocks:
//! terms that it defines, and abbreviations.

use super::{BlockId, BlockKind, Document, Passage};
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
    /// By first word: the whole form, the longest first, and what explains it.
    forms: HashMap<String, Vec<(String, Explained)>>,
}

impl Glossary {
    pub fn of(document: &Document) -> Self {
        let mut glossary = Self::default();
        for (at, term) in document.terms.iter().enumerate() {
            glossary.add(&term.name, Explained::Term(at));
        }
        for (at, abbreviation) in document.abbreviations.iter().enumerate() {
            glossary.add(&abbreviation.short, Explained::Abbreviation(at));
        }
        for forms in glossary.forms.values_mut() {
            forms.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then(a.1.cmp(&b.1)));
        }
        glossary
    }

    fn add(&mut self, form: &str, explained: Explained) {
        // A capital that only begins the sentence of the definition.
        let phrase = form.split(' ').count() > 1 && form.chars().skip(1).all(|c| !c.is_uppercase());
        if phrase && form.starts_with(char::is_uppercase) {
            self.add(&form.to_lowercase(), explained);
        }
        let Some(first) = words(form).next().filter(|word| word.start == 0) else { return };
        // A term of one word is looked for by its plural too.
        let first = &form[first];
        self.forms.entry(first.to_owned()).or_default().push((form.to_owned(), explained));
        if first == form {
            let plural = format!("{form}s");
            self.forms.entry(plural.clone()).or_default().push((plural, explained));
        }
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
            let Some(forms) = self.forms.get(&text[word.clone()]) else { continue };
            let fits = forms.iter().find_map(|(form, explained)| {
                let rest = text[word.start..].strip_prefix(form.as_str())?;
                let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
                let plural = rest.strip_prefix('s').is_some_and(ends);
                let len = form.len() + usize::from(plural);
                (ends(rest) || plural).then_some((word.start..word.start + len, *explained))
            });
            if let Some((range, explained)) = fits {
                covered = range.end;
                found.push((range, explained));
            }
        }
        found
    }
}

/// The words of a text: runs of letters and digits, in bytes.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
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
        self.glossary.find(self.body(block))
    }

    /// What a word means.
    pub fn explanation(&self, explained: Explained) -> Option<Explanation> {
        match explained {
            Explained::Term(at) => {
                let term = self.terms.get(at)?;
                let first = term.defined.first()?;
                let (name, meaning) = (term.name.clone(), first.meaning);
                Some(Explanation { name, meaning, place: first.name })
            }
            Explained::Abbreviation(at) => {
                let abbreviation = self.abbreviations.get(at)?;
                let meaning = abbreviation.expansion;
                Some(Explanation { name: abbreviation.short.clone(), meaning, place: meaning })
            }
        }
    }

    /// For each term, every place that uses it and does not define it. A title
    /// names it and uses nothing.
    pub(super) fn uses_of_terms(&self) -> Vec<Vec<Passage>> {
        let mut uses = vec![Vec::new(); self.terms.len()];
        if self.terms.is_empty() {
            return uses;
        }
        let words = |id: &BlockId| self.block(*id).kind != BlockKind::Heading;
        for block in self.block_ids().filter(words) {
            for (range, explained) in self.explained_in(block) {
                let Explained::Term(at) = explained else { continue };
                let place = Passage::within(block, range);
                if !self.terms[at].defined.iter().any(|d| d.name.overlaps(place)) {
                    uses[at].push(place);
                }
            }
        }
        uses
    }
}
