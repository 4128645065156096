//! The facts in the sentences of a document: rosters, abbreviations, terms and cross references.
//! Each kind is found on first use and then kept, so that unused facts cost nothing.

use super::citing::Citing;
use super::facts::{Links, SentenceFacts, Terms};
use super::glossary::Glossary;
use super::term_uses::uses_of_terms;
use super::{Abbreviation, BlockId, Document, Finders, Link, Roster, RosterId, Term};

impl Document {
    /// Sets the finders of the document.
    pub fn read_by(mut self, finders: Finders) -> Self {
        self.finders = finders;
        self.facts = SentenceFacts::default();
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
        self.facts.are_complete()
    }

    /// Named parties that the text enumerates.
    pub fn rosters(&self) -> &[Roster] {
        self.facts.rosters.get_or_init(|| (self.finders.rosters)(self))
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
        self.facts.abbreviations.get_or_init(|| (self.finders.abbreviations)(self))
    }

    /// Terms that the text defines, in the order of their definitions.
    pub fn terms(&self) -> &[Term] {
        &self.explained().all
    }

    /// The forms of terms and abbreviations.
    pub(super) fn glossary(&self) -> &Glossary {
        &self.explained().glossary
    }

    /// The endings that explained words may have.
    pub(super) fn endings(&self) -> &'static [&'static str] {
        (self.finders.endings)(self)
    }

    fn explained(&self) -> &Terms {
        self.facts.terms.get_or_init(|| {
            let mut all = (self.finders.terms)(self);
            let glossary = Glossary::of(&all, self.abbreviations());
            let uses = uses_of_terms(&glossary, self, &all, self.endings());
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

    /// Returns the links of a block, in order.
    pub fn links_of(&self, id: BlockId) -> &[Link] {
        let body = self.block(id).body;
        let links = self.links();
        let from = links.partition_point(|link| link.span.start < body.start);
        let to = links.partition_point(|link| link.span.start < body.end);
        &links[from..to.max(from)]
    }

    /// The links by their targets.
    pub(super) fn citing(&self) -> &Citing {
        &self.linked().citing
    }

    fn linked(&self) -> &Links {
        self.facts.links.get_or_init(|| {
            let marked = &self.marked;
            let free = |reference: &Link| {
                let from = marked.partition_point(|link| link.span.end <= reference.span.start);
                marked.get(from).is_none_or(|link| reference.span.end <= link.span.start)
            };
            let references = (self.finders.references)(self);
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
