//! The facts in the sentences of a document, as far as they were found: rosters, abbreviations,
//! terms and cross references.

use super::citing::Citing;
use super::glossary::Glossary;
use super::{Abbreviation, Link, Roster, Term};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::sync::OnceLock;

/// The facts found so far.
#[derive(Debug, Clone, Default)]
pub(super) struct SentenceFacts {
    pub rosters: OnceLock<Vec<Roster>>,
    pub abbreviations: OnceLock<Vec<Abbreviation>>,
    pub terms: OnceLock<Terms>,
    pub links: OnceLock<Links>,
}

/// Terms, and the forms of all explained words.
#[derive(Debug, Clone)]
pub(super) struct Terms {
    pub all: Vec<Term>,
    pub glossary: Glossary,
}

/// Links in reading order, and by their targets.
#[derive(Debug, Clone)]
pub(super) struct Links {
    pub all: Vec<Link>,
    pub citing: Citing,
}

/// The facts found so far, in the form that is cached.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Sentences<'a> {
    rosters: Option<Cow<'a, [Roster]>>,
    abbreviations: Option<Cow<'a, [Abbreviation]>>,
    terms: Option<Cow<'a, [Term]>>,
    links: Option<Cow<'a, [Link]>>,
}

impl SentenceFacts {
    /// Restores cached facts.
    pub fn again(sentences: Sentences<'_>) -> Self {
        let Sentences { rosters, abbreviations, terms, links } = sentences;
        // The glossary includes the abbreviations.
        let terms = terms.zip(abbreviations.as_ref()).map(|(terms, abbreviations)| {
            let glossary = Glossary::of(&terms, abbreviations);
            Terms { all: terms.into_owned(), glossary }
        });
        let links =
            links.map(|links| Links { citing: Citing::of(&links), all: links.into_owned() });
        Self {
            rosters: known(rosters.map(Cow::into_owned)),
            abbreviations: known(abbreviations.map(Cow::into_owned)),
            terms: known(terms),
            links: known(links),
        }
    }

    /// Whether all facts were found.
    pub fn are_complete(&self) -> bool {
        self.links.get().is_some() && self.rosters.get().is_some() && self.terms.get().is_some()
    }

    /// Returns the facts found so far.
    pub fn sentences(&self) -> Sentences<'_> {
        Sentences {
            rosters: self.rosters.get().map(Cow::from),
            abbreviations: self.abbreviations.get().map(Cow::from),
            terms: self.terms.get().map(|terms| Cow::from(&terms.all)),
            links: self.links.get().map(|links| Cow::from(&links.all)),
        }
    }
}

/// Returns a cell with the value, if there is one.
fn known<T>(found: Option<T>) -> OnceLock<T> {
    found.map_or_else(OnceLock::new, OnceLock::from)
}
