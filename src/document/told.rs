//! The facts in the sentences of a document: rosters, abbreviations, terms and cross references.
//! Each kind is found on first use and then cached, so that unused facts cost nothing.

use super::citing::Citing;
use super::glossary::Glossary;
use super::{Abbreviation, Document, Link, Roster, RosterId, Term};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::sync::OnceLock;

/// The functions that find the facts in a finished document. They return the same result whenever
/// they are called.
///
/// The finders of rosters and terms may use the abbreviations. No other finder may use the result
/// of another: it could wait for itself.
#[derive(Debug, Clone, Copy)]
pub struct Finders {
    /// Named parties.
    pub rosters: fn(&Document) -> Vec<Roster>,
    /// Abbreviations that the text explains.
    pub abbreviations: fn(&Document) -> Vec<Abbreviation>,
    /// Terms that it defines. Their uses are found in this module.
    pub terms: fn(&Document) -> Vec<Term>,
    /// Cross references.
    pub references: fn(&Document) -> Vec<Link>,
}

impl Default for Finders {
    /// Returns finders that find nothing.
    fn default() -> Self {
        Self {
            rosters: |_| Vec::new(),
            abbreviations: |_| Vec::new(),
            terms: |_| Vec::new(),
            references: |_| Vec::new(),
        }
    }
}

/// The facts found so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Told {
    finders: Finders,
    rosters: OnceLock<Vec<Roster>>,
    abbreviations: OnceLock<Vec<Abbreviation>>,
    terms: OnceLock<Terms>,
    links: OnceLock<Links>,
}

/// Terms, and the forms of all explained words.
#[derive(Debug, Clone)]
struct Terms {
    all: Vec<Term>,
    glossary: Glossary,
}

/// Links in reading order, and by their targets.
#[derive(Debug, Clone)]
struct Links {
    all: Vec<Link>,
    citing: Citing,
}

/// The facts found so far, in the form that is cached.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Sentences<'a> {
    rosters: Option<Cow<'a, [Roster]>>,
    abbreviations: Option<Cow<'a, [Abbreviation]>>,
    terms: Option<Cow<'a, [Term]>>,
    links: Option<Cow<'a, [Link]>>,
}

impl Told {
    /// Restores cached facts.
    pub fn again(sentences: Sentences<'_>, finders: Finders) -> Self {
        let Sentences { rosters, abbreviations, terms, links } = sentences;
        // The glossary includes the abbreviations.
        let terms = terms.zip(abbreviations.as_ref()).map(|(terms, abbreviations)| {
            let glossary = Glossary::of(&terms, abbreviations);
            Terms { all: terms.into_owned(), glossary }
        });
        let links =
            links.map(|links| Links { citing: Citing::of(&links), all: links.into_owned() });
        Self {
            finders,
            rosters: known(rosters.map(Cow::into_owned)),
            abbreviations: known(abbreviations.map(Cow::into_owned)),
            terms: known(terms),
            links: known(links),
        }
    }
}

/// Returns a cell with the value, if there is one.
fn known<T>(found: Option<T>) -> OnceLock<T> {
    found.map_or_else(OnceLock::new, OnceLock::from)
}

impl Document {
    /// Sets the finders of the document.
    pub fn read_by(mut self, finders: Finders) -> Self {
        self.told = Told { finders, ..Told::default() };
        self
    }

    /// Finds all facts now, so that nobody has to wait for them later.
    pub fn find_all_told(&self) {
        self.index();
        self.links();
        self.rosters();
        self.terms();
    }

    /// Returns whether all facts were found.
    pub fn is_all_told(&self) -> bool {
        let told = &self.told;
        told.links.get().is_some() && told.rosters.get().is_some() && told.terms.get().is_some()
    }

    /// Returns the facts found so far.
    pub(super) fn sentences(&self) -> Sentences<'_> {
        let told = &self.told;
        Sentences {
            rosters: told.rosters.get().map(Cow::from),
            abbreviations: told.abbreviations.get().map(Cow::from),
            terms: told.terms.get().map(|terms| Cow::from(&terms.all)),
            links: told.links.get().map(|links| Cow::from(&links.all)),
        }
    }

    /// Named parties that the text enumerates.
    pub fn rosters(&self) -> &[Roster] {
        self.told.rosters.get_or_init(|| (self.told.finders.rosters)(self))
    }

    /// Returns a roster.
    ///
    /// # Panics
    /// If `id` belongs to another document.
    pub fn roster(&self, id: RosterId) -> &Roster {
        &self.rosters()[id.index()]
    }

    /// Abbreviations that the text explains, in the order of their explanation.
    pub fn abbreviations(&self) -> &[Abbreviation] {
        self.told.abbreviations.get_or_init(|| (self.told.finders.abbreviations)(self))
    }

    /// Terms that the text defines, in the order of their definitions.
    pub fn terms(&self) -> &[Term] {
        &self.explained().all
    }

    /// The forms of terms and abbreviations.
    pub(super) fn glossary(&self) -> &Glossary {
        &self.explained().glossary
    }

    fn explained(&self) -> &Terms {
        self.told.terms.get_or_init(|| {
            let mut all = (self.told.finders.terms)(self);
            let glossary = Glossary::of(&all, self.abbreviations());
            let uses = glossary.uses_of_terms(self, &all);
            for (term, uses) in all.iter_mut().zip(uses) {
                term.used = uses;
            }
            Terms { all, glossary }
        })
    }

    /// All links in reading order: those that the source marks, and the cross references outside
    /// these.
    pub fn links(&self) -> &[Link] {
        &self.linked().all
    }

    /// The links by their targets.
    pub(super) fn citing(&self) -> &Citing {
        &self.linked().citing
    }

    fn linked(&self) -> &Links {
        self.told.links.get_or_init(|| {
            let marked = &self.marked;
            let free = |reference: &Link| {
                let from = marked.partition_point(|link| link.span.end <= reference.span.start);
                marked.get(from).is_none_or(|link| reference.span.end <= link.span.start)
            };
            let references = (self.told.finders.references)(self);
            let mut all: Vec<Link> = references.into_iter().filter(free).collect();
            all.extend(marked.iter().cloned());
            all.sort_by_key(|link| link.span.start);
            let citing = Citing::of(&all);
            Links { all, citing }
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Origin};

    fn letter() -> Document {
        let text = "Letter of the Ferryman\n\n1. “Lamp” means a light (hereinafter “the Light”).\n\n\
                    2. A Lamp burns, as said in paragraph 1.\n";
        crate::source::read(text.as_bytes(), Origin::StandardInput).expect("a letter")
    }

    #[test]
    fn whatever_is_asked_for_first_all_is_found_alike() {
        let asked: [fn(&Document) -> bool; 5] = [
            |letter| letter.terms().is_empty(),
            |letter| letter.links().is_empty(),
            |letter| letter.rosters().is_empty(),
            |letter| letter.abbreviations().is_empty(),
            |letter| letter.cited_by(crate::document::SectionId::new(0)).is_empty(),
        ];
        for ask in asked {
            let letter = letter();
            let _ = ask(&letter);
            let copy = letter.clone();
            assert_eq!(
                copy.terms().iter().map(|term| &term.name).collect::<Vec<_>>(),
                ["Lamp", "Light"]
            );
            assert_eq!((copy.links().len(), copy.rosters().len()), (1, 0));
            assert_eq!((letter.terms()[0].used.len(), letter.links()), (1, copy.links()));
        }
    }
}
