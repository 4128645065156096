//! Where a mention leads: each is looked up from its place.

use super::bare_numbers;
use super::faults::{Faults, ProvisionRange};
use super::mention::{Mention, MentionedNumber};
use super::naming::Naming;
use super::parts::Divisions;
use super::places::Places;
use super::scan::Scanner;
use super::shown::ShownNumbers;
use super::written::Written;
use crate::document::{
    BlockId, BlockKind, ClauseNumber, Document, LinkTarget, Ordinal, Passage, Point, SectionId,
};
use crate::lexicon::referring::PlaceUnit;
use std::ops::Range;

/// Why a mention is not a link.
pub enum Astray {
    /// It may be of anything.
    Unknown,
    /// It is about this document, which has no such place: its address.
    Nowhere(String),
}

/// The mentions of a block.
pub struct MentionsOfBlock<'a> {
    /// The block.
    pub block: BlockId,
    /// Its mentions, in order.
    pub mentions: &'a [Mention],
    /// For each, the place without a number that it is in; empty if the block names none.
    pub around: &'a [Option<SectionId>],
}

/// Where the mentions of a document lead.
pub struct Finder<'a> {
    document: &'a Document,
    places: Places<'a>,
    parts: Divisions,
    naming: Naming,
    /// How the provisions of the document are numbered.
    range: ProvisionRange,
    /// The sections whose titles the scanner knows, in the same order.
    titled: Vec<SectionId>,
}

impl<'a> Finder<'a> {
    /// For a document in a language.
    pub fn new(
        document: &'a Document,
        titled: Vec<SectionId>,
        scanner: &Scanner,
        naming: Naming,
    ) -> Self {
        Self {
            document,
            titled,
            naming,
            parts: Divisions::of(document, scanner),
            places: Places { document, shown: ShownNumbers::of(document, scanner) },
            range: ProvisionRange::of(document),
        }
    }

    /// The places of the document.
    pub fn places(&self) -> &Places<'a> {
        &self.places
    }

    fn faults(&self) -> Faults<'_> {
        Faults { places: &self.places, parts: &self.parts, range: self.range }
    }

    /// The place without a number that a part is said to be in, of those that a block has:
    /// `前項第二号`, `paragraph 2 of the preceding article`.
    pub fn around(
        &self,
        block: BlockId,
        mention: &Mention,
        beside: &[(Range<usize>, Passage)],
        scanner: &Scanner,
    ) -> Option<SectionId> {
        let (body, range) = (self.document.body(block), mention.range());
        let part = matches!(mention.unit, PlaceUnit::Paragraph | PlaceUnit::Point);
        let mut places = beside.iter().filter(|_| part && mention.within.is_none());
        let (_, place) = places.find(|(at, _)| match at.end <= range.start {
            true => scanner.texts().leads_in(&body[at.end..range.start]),
            false => body
                .get(range.end..at.start)
                .is_some_and(|between| scanner.texts().leads_out(between, &body[at.clone()])),
        })?;
        self.document.section_of(*place)
    }

    /// Where an item of the mention at an index leads.
    pub fn target(
        &self,
        here: &MentionsOfBlock<'_>,
        at: usize,
        item: &MentionedNumber,
    ) -> Result<Passage, Astray> {
        let MentionsOfBlock { block, mentions, around } = *here;
        let (mention, around) = (&mentions[at], around.get(at).copied().flatten());
        let from = self.document.block(block).section;
        // `paragraph 2 of Article 5`: the article first.
        let mut around = mention.under.and_then(|at| self.titled.get(at)).copied().or(around);
        if let Some(within) = mention.within
            && let Some(outer) = mentions.get(within)
            && let Some(near) = outer.nearest_to(mention)
        {
            let whole = self.target(here, within, &near);
            let whole = whole.map_err(|_| Astray::Unknown)?;
            around = Some(self.document.section_of(whole).ok_or(Astray::Unknown)?);
        }
        let written = &self.document.body(block)[item.words.clone()];
        let written = Written::of(written);
        let one = |number: &ClauseNumber| self.place(from, mention, number, around, written);
        let first = one(&item.first)?;
        match &item.last {
            None => Ok(first),
            Some(last) => {
                let last = one(last)?;
                let within = first.start.block == last.end.block;
                let passage = match within {
                    true => Passage { start: first.start, end: last.end },
                    // Over several paragraphs it is of whole ones.
                    false => Passage {
                        start: Point::start_of(first.start.block),
                        end: self.document.end_of(last.end.block),
                    },
                };
                if first.start <= last.start { Ok(passage) } else { Err(Astray::Unknown) }
            }
        }
    }

    /// The place of a number, as the words at `from` mean it.
    fn place(
        &self,
        from: SectionId,
        mention: &Mention,
        number: &ClauseNumber,
        around: Option<SectionId>,
        written: Written,
    ) -> Result<Passage, Astray> {
        if bare_numbers::is_one(mention) {
            return self.places.numbered(from, number).ok_or(Astray::Unknown);
        }
        let own = || self.places.own(from, number).filter(|_| mention.own);
        let dotted = written == Written::Dotted;
        // A number of a paragraph that the list of items does not show.
        let counted = !mention.word.items
            && matches!(number.components(), [Ordinal::Number(_)])
            && matches!(written, Written::Plain | Written::Dotted);
        let body =
            || self.naming.body_of(self.document, from, mention).filter(|_| around.is_none());
        let of_body = || body().and_then(|body| self.places.numbered(body, number));
        let found = match (mention.unit, around) {
            (PlaceUnit::Annex | PlaceUnit::Chapter, _) => {
                self.parts.find(self.document, mention.word, number, around, from)
            }
            (PlaceUnit::Recital, _) => self.places.recital(number),
            (PlaceUnit::Paragraph, Some(around)) => match self.places.inside(around, number) {
                Some(part) if counted && self.places.is_listed(part) => {
                    self.places.paragraph_of_items(around, number)
                }
                // Its items are no paragraphs: these are beside them, and the first of them,
                // which has no number, is all of it.
                Some(part) if self.places.is_item(part) => match *number == ClauseNumber::top(1) {
                    true => self.document.section_passage(around),
                    false => self.places.paragraph_beside_items(around, number),
                },
                part => part.or_else(|| self.places.first_unnumbered(around, number)),
            },
            (_, Some(around)) => self.places.inside(around, number),
            (PlaceUnit::Article, None) => {
                own().or_else(of_body).or_else(|| self.places.provision(from, number, dotted))
            }
            (PlaceUnit::Section, None) => {
                // In a text of articles a section is a part of one.
                let article =
                    || self.places.article_of(from).and_then(|id| self.places.part(id, number));
                let letters = matches!(number.components(), [Ordinal::Letters(l)] if l.starts_with(char::is_lowercase));
                let near = || self.places.near(from, number, written).filter(|_| letters);
                let found = own().or_else(of_body).or_else(article).or_else(near);
                found.or_else(|| self.places.provision(from, number, dotted))
            }
            (PlaceUnit::Paragraph | PlaceUnit::Point, None) => {
                let annexed = || self.annexed(from, mention, number, written);
                let near = || {
                    let part = self.places.near(from, number, written)?;
                    let paragraph = mention.unit == PlaceUnit::Paragraph;
                    let item = (counted && self.places.is_listed(part))
                        || (paragraph && self.places.is_item(part));
                    let outer = self.places.provision_around(part).filter(|_| item);
                    outer.map_or(Some(part), |id| self.places.paragraph_of_items(id, number))
                };
                let first = || {
                    let mut around = self.document.ancestry(from);
                    around.find_map(|id| self.places.first_unnumbered(id, number))
                };
                // `пункт 3.1` is one of the document before it is a part of what is around.
                let dotted_whole = dotted && number.components().len() > 1;
                let whole = || self.places.numbered(from, number).filter(|_| dotted_whole);
                own().or_else(annexed).or_else(whole).or_else(near).or_else(first).or_else(|| {
                    // A paragraph is a clause of its own, but never an article.
                    let clause = mention.unit == PlaceUnit::Paragraph
                        && self.places.article_of(from).is_none();
                    let provision = || self.places.provision(from, number, dotted);
                    let found = clause.then(provision).flatten();
                    found.filter(|found| !self.places.has_other_word(*found, mention.word))
                })
            }
        };
        let lost = || {
            // Where its parts are not distinguished, it may be among them.
            let outer = || self.places.nearest(from, number);
            let hidden = dotted && outer().is_some_and(|outer| !self.places.is_divided(outer));
            !hidden && self.faults().is_told(from, mention, number, around)
        };
        let found = found.map(|found| self.places.signed(found, mention, number));
        found.ok_or_else(|| match lost() {
            true => Astray::Nowhere(self.faults().missing(from, mention.unit, number, around)),
            false => Astray::Unknown,
        })
    }

    /// A provision of the annex that words are in, if the text calls those by the word of the
    /// mention: `paragraph 1` in a schedule of paragraphs is not sub-paragraph (1).
    fn annexed(
        &self,
        from: SectionId,
        mention: &Mention,
        number: &ClauseNumber,
        written: Written,
    ) -> Option<Passage> {
        let able = written != Written::Enclosed && self.naming.names_annexed(mention);
        let annex = self.document.annex_of(from).filter(|_| able)?;
        self.places.numbered_in(annex, number)
    }

    /// Whether the words are not a reference but the head of the place itself.
    pub fn heads(&self, block: BlockId, item: &MentionedNumber, target: &LinkTarget) -> bool {
        let body = self.document.body(block);
        // A mark, a number sign or a bullet may be before it.
        if body[..item.words.start].contains(char::is_alphanumeric) {
            return false;
        }
        let rest = body[item.words.end..].trim_start_matches([' ', '\u{a0}']);
        let own = matches!(target, LinkTarget::Passage(passage) if passage.start.block == block);
        let closed = rest.is_empty() || rest.starts_with(['.', ':', '\n', '–', '—', '-']);
        let title = rest.starts_with(char::is_uppercase)
            && !body.trim_end().ends_with(['.', ';', ':', ','])
            && item.last.is_none();
        let closed = closed || title;
        own || self.document.block(block).kind == BlockKind::Heading || closed
    }
}
