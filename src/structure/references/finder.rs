//! Where a mention leads: each is looked up from its place.

use super::naming::Naming;
use super::parts::Divisions;
use super::scan::{Mention, MentionedNumber, Scanner};
use super::shown::{self, ShownNumbers};
use crate::document::{
    Address, BlockId, BlockKind, ClauseNumber, Document, LinkTarget, Notation, Ordinal, Passage,
    Place, PlaceName, Point, SectionId, SectionKind, referred,
};
use crate::lexicon::counter::{Counter, readings};
use crate::lexicon::referring::PlaceUnit;

/// Maximum number of a paragraph that is named by its place in an article.
const LAST_PARAGRAPH: u32 = 99;

/// Why a mention is no link.
pub enum Astray {
    /// It may be of anything.
    Unknown,
    /// It is of this document, and there is no such place: its address.
    Nowhere(String),
}

/// How a mention writes its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Written {
    /// `2`
    Plain,
    /// `2.1`
    Dotted,
    /// `(1)`, `(1)(a)`
    Enclosed,
    /// `2(1)`, `2.1(a)`
    Mixed,
}

impl Written {
    /// How the words of a mention write it.
    fn of(words: &str) -> Self {
        let number = words.find(|c: char| c == '(' || c.is_numeric()).map_or("", |at| &words[at..]);
        match number.find('(') {
            Some(0) => Self::Enclosed,
            Some(_) => Self::Mixed,
            None if words.contains('.') => Self::Dotted,
            None => Self::Plain,
        }
    }
}

/// Where the mentions of a document lead.
pub struct Finder<'a> {
    pub(super) document: &'a Document,
    pub(super) parts: Divisions,
    pub(super) standing: ShownNumbers,
    naming: Naming,
    /// Whether the document has provisions.
    pub(super) provisions: bool,
    /// The highest of their numbers.
    pub(super) last: u32,
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
            standing: ShownNumbers::of(document, scanner),
            provisions: document.sections().iter().any(|section| section.kind.is_provision()),
            last: last_number(document),
        }
    }

    /// Where an item of a mention leads.
    pub fn target(
        &self,
        block: BlockId,
        mentions: &[Mention],
        mention: &Mention,
        item: &MentionedNumber,
    ) -> Result<Passage, Astray> {
        let from = self.document.block(block).section;
        // `paragraph 2 of Article 5`: the article first.
        let mut around = mention.under.and_then(|at| self.titled.get(at)).copied();
        if let Some(outer) = mention.within.and_then(|at| mentions.get(at))
            && let Some(near) = outer.nearest_to(mention)
        {
            let whole = self.target(block, mentions, outer, &near).map_err(|_| Astray::Unknown)?;
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
        let own = || self.own(from, number).filter(|_| mention.own);
        let dotted = written == Written::Dotted;
        let body =
            || self.naming.body_of(self.document, from, mention).filter(|_| around.is_none());
        let of_body = || body().and_then(|body| self.numbered(body, number));
        let found = match (mention.unit, around) {
            (PlaceUnit::Annex | PlaceUnit::Chapter, _) => {
                self.parts.find(self.document, mention.word, number, around, from)
            }
            (PlaceUnit::Recital, _) => self.recital(number),
            (PlaceUnit::Paragraph, Some(around)) => match self.inside(around, number) {
                // Its items are no paragraphs: these are beside them, and the first of them,
                // which has no number, is all of it.
                Some(part) if self.is_item(part) => match *number == ClauseNumber::top(1) {
                    true => self.document.section_passage(around),
                    false => self.paragraph_beside_items(around, number),
                },
                part => part,
            },
            (_, Some(around)) => self.inside(around, number),
            (PlaceUnit::Article, None) => {
                own().or_else(of_body).or_else(|| self.provision(from, number, dotted))
            }
            (PlaceUnit::Section, None) => {
                // In a text of articles a section is a part of one.
                let article = || self.article_of(from).and_then(|id| self.part(id, number));
                let letters = matches!(number.components(), [Ordinal::Letters(l)] if l.starts_with(char::is_lowercase));
                let near = || self.near(from, number, written).filter(|_| letters);
                let found = own().or_else(of_body).or_else(article).or_else(near);
                found.or_else(|| self.provision(from, number, dotted))
            }
            (PlaceUnit::Paragraph | PlaceUnit::Point, None) => {
                let annexed = || self.annexed(from, mention, number, written);
                let near = || self.near(from, number, written);
                own().or_else(annexed).or_else(near).or_else(|| {
                    // A paragraph is a clause of its own, but never an article.
                    let clause =
                        mention.unit == PlaceUnit::Paragraph && self.article_of(from).is_none();
                    let provision = || self.provision(from, number, dotted);
                    clause.then(provision).flatten()
                })
            }
        };
        let lost = || {
            // Where its parts are not distinguished, it may be among them.
            let outer = || self.nearest(from, number);
            let hidden = dotted && outer().is_some_and(|outer| !self.is_divided(outer));
            !hidden && self.is_told(from, mention, number, around)
        };
        let found = found.map(|found| self.signed(found, mention, number));
        found.ok_or_else(|| match lost() {
            true => Astray::Nowhere(self.missing(from, mention.unit, number, around)),
            false => Astray::Unknown,
        })
    }

    /// Of the provisions of one number in an article the one whose label has the sign of the
    /// mention: `§ 1º` is not the first item of the list before it.
    fn signed(&self, found: Passage, mention: &Mention, number: &ClauseNumber) -> Passage {
        let section = self.document.section_of(found).map(|id| self.document.section(id));
        let own = section.and_then(|section| section.number.as_ref());
        let Some(own) = own.filter(|own| own.components().ends_with(number.components())) else {
            return found;
        };
        let is_signed = |id: &&SectionId| {
            let first = self.document.section(**id).block_ids().next();
            let label = first.and_then(|block| self.document.label(block));
            label.is_some_and(|label| label.starts_with('§'))
        };
        if mention.unit != PlaceUnit::Paragraph
            || !mention.word.forms.iter().any(|f| f.starts_with('§'))
        {
            return found;
        }
        let all = self.document.provisions_numbered(own);
        let signed = all.iter().find(is_signed).and_then(|id| self.document.section_passage(*id));
        signed.unwrap_or(found)
    }

    /// Returns the provision that contains the words, by its number or the end of it.
    fn own(&self, from: SectionId, number: &ClauseNumber) -> Option<Passage> {
        let written: Vec<String> =
            number.components().iter().map(|o| o.to_string().to_lowercase()).collect();
        let is = |id: &SectionId| {
            let own = self.document.section(*id).number.as_ref()?.components();
            let tail = own.get(own.len().checked_sub(written.len())?..)?;
            tail.iter().map(|o| o.to_string().to_lowercase()).eq(written.clone()).then_some(())
        };
        let section = self.document.ancestry(from).find(|id| is(id).is_some())?;
        self.document.section_passage(section)
    }

    /// Returns the article that contains the words.
    pub(super) fn article_of(&self, from: SectionId) -> Option<SectionId> {
        let article = |id: &SectionId| self.document.section(*id).kind == SectionKind::Article;
        self.document.ancestry(from).filter(article).last()
    }

    /// A provision by its number, or the nearest around it whose parts are not
    /// told apart.
    fn provision(&self, from: SectionId, number: &ClauseNumber, dotted: bool) -> Option<Passage> {
        // In an annex the numbers may begin anew.
        let annexed = self.document.annex_of(from).and_then(|annex| {
            let outer = self.document.section(annex).number.as_ref()?;
            self.numbered(from, &extended(outer, number))
        });
        let exact = annexed.or_else(|| self.numbered(from, number));
        let shown = || self.standing.find(self.document, number);
        let deeper = || self.deeper(from, number);
        // `3.0` is what others call 3.
        let whole = || match number.components().split_last() {
            Some((Ordinal::Number(0), outer)) => {
                self.numbered(from, &ClauseNumber::from_components(outer.to_vec())?)
            }
            _ => None,
        };
        // Of 9 there may be but its parts, 9.1 and so on.
        let parts = || self.numbered(from, &number.child(Ordinal::Number(1)));
        let part = || shown().or_else(whole).or_else(parts);
        exact.or_else(deeper).or_else(part).or_else(|| {
            // Who writes `4.5` means a number, who writes `4(5)` may count.
            let section = self.nearest(from, number).filter(|_| !dotted)?;
            let whole = || self.document.section_passage(section);
            let last = number.components().last().cloned();
            let last = last.and_then(|last| ClauseNumber::from_components(vec![last]));
            let item = last.and_then(|last| shown::item(self.document, section, &last));
            let paragraph = item.or_else(|| self.paragraph(section, number));
            paragraph.or_else(|| if self.is_divided(section) { None } else { whole() })
        })
    }

    /// A number that goes on that of a provision around: 3.4 in 5.B.1.
    fn deeper(&self, from: SectionId, number: &ClauseNumber) -> Option<Passage> {
        let own = self.document.section(from).number.as_ref()?.components();
        (1..own.len()).rev().find_map(|len| {
            let outer = ClauseNumber::from_components(own[..len].to_vec())?;
            self.numbered(from, &extended(&outer, number))
        })
    }

    /// The innermost provision around the place of a number, where that itself
    /// is not there.
    pub(super) fn nearest(&self, from: SectionId, number: &ClauseNumber) -> Option<SectionId> {
        let components = number.components();
        (1..components.len()).rev().find_map(|len| {
            let outer = ClauseNumber::from_components(components[..len].to_vec())?;
            self.document.provision_near(&outer, from)
        })
    }

    fn numbered(&self, from: SectionId, number: &ClauseNumber) -> Option<Passage> {
        let (what, notation) = (PlaceName::Provision(number.clone()), Notation::Common);
        let place = Place { scope: None, what, occurrence: None, paragraph: None, notation };
        referred(self.document, &Address::Place(place), from)
    }

    /// A part of a provision that is known, or all of it where its parts are
    /// not distinguished.
    fn inside(&self, section: SectionId, number: &ClauseNumber) -> Option<Passage> {
        let whole = self.document.section_passage(section)?;
        // An annex or a part holds provisions whose numbers do not go on its own.
        let division = !self.document.section(section).kind.is_provision();
        let own = || self.numbered_in(section, number).filter(|_| division);
        self.part(section, number)
            .or_else(own)
            .or_else(|| self.undivided_part(section, number))
            .or_else(|| shown::item(self.document, section, number))
            .or_else(|| (!self.is_divided(section)).then_some(whole))
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
        self.numbered_in(annex, number)
    }

    /// A part of what is around, the nearest first. A number such as `6(7.1)` begins with that
    /// of a provision, wherever the words are.
    fn near(&self, from: SectionId, number: &ClauseNumber, written: Written) -> Option<Passage> {
        let around = || {
            let provision = |id: &SectionId| self.document.section(*id).kind.is_provision();
            self.document.ancestry(from).filter(provision)
        };
        let exact = around().find_map(|id| self.part(id, number));
        let whole = written == Written::Mixed && self.article_of(from).is_none();
        exact
            .or_else(|| self.numbered(from, number).filter(|_| whole))
            .or_else(|| around().find_map(|id| self.undivided_part(id, number)))
            .or_else(|| around().find_map(|id| shown::item(self.document, id, number)))
    }

    /// The part of a provision that has a number.
    pub(super) fn part(&self, section: SectionId, number: &ClauseNumber) -> Option<Passage> {
        let document = self.document;
        let own = document.section(section).number.as_ref()?;
        // `paragraph 36.1 of Article 36` has the number of the article in its own.
        let whole = || {
            let inside = number.components().strip_prefix(own.components());
            inside.filter(|inside| !inside.is_empty())?;
            document.provision_near(number, section)
        };
        let part = self.numbered_in(section, &extended(own, number));
        let blocks = &document.section(section).blocks;
        let whole = || {
            let part = whole().and_then(|id| document.section_passage(id));
            part.filter(|part| blocks.contains(&part.start.block.index()))
        };
        part.or_else(whole).or_else(|| self.paragraph(section, number))
    }

    /// Returns the provision of a number in a section.
    fn numbered_in(&self, section: SectionId, number: &ClauseNumber) -> Option<Passage> {
        let blocks = &self.document.section(section).blocks;
        let inside = |id: &&SectionId| blocks.contains(&self.document.section(**id).blocks.start);
        let id = self.document.provisions_numbered(number).iter().find(inside)?;
        self.document.section_passage(*id)
    }

    /// Whether a place begins with a numeral in Han characters, as the items of
    /// an article do whose paragraphs have digits or none: `一　灯`.
    fn is_item(&self, place: Passage) -> bool {
        let label = self.document.label(place.start.block).unwrap_or("");
        let numeral = label.trim_start_matches(|c: char| !c.is_alphanumeric());
        readings(numeral).iter().any(|reading| reading.counter == Counter::Han)
    }

    /// The paragraph of a number that is beside items of the same number: `２` behind `一`, `二`.
    fn paragraph_beside_items(&self, section: SectionId, number: &ClauseNumber) -> Option<Passage> {
        let own = self.document.section(section);
        let whole = extended(own.number.as_ref()?, number);
        let numbered = self.document.provisions_numbered(&whole).iter();
        let inside =
            numbered.filter(|id| own.blocks.contains(&self.document.section(**id).blocks.start));
        let mut places = inside.filter_map(|id| self.document.section_passage(*id));
        places.find(|place| !self.is_item(*place))
    }

    /// A recital, by the number of its paragraph in the preamble.
    fn recital(&self, number: &ClauseNumber) -> Option<Passage> {
        let [Ordinal::Number(n)] = number.components() else { return None };
        let preamble = |id: &SectionId| self.document.section(*id).kind == SectionKind::Preamble;
        let section = self.document.section_ids().find(preamble)?;
        let numbered = |block: &BlockId| self.document.paragraph_number(*block) == Some(*n);
        let block = self.document.paragraphs(section).find(numbered)?;
        Some(self.document.block_passage(block))
    }

    /// The part of a provision that holds the place of a number, and whose own
    /// parts are not distinguished.
    fn undivided_part(&self, section: SectionId, number: &ClauseNumber) -> Option<Passage> {
        let components = number.components();
        (1..components.len()).rev().find_map(|len| {
            let outer = ClauseNumber::from_components(components[..len].to_vec())?;
            let part = self.part(section, &outer)?;
            self.document.section_of(part).filter(|id| !self.is_divided(*id)).map(|_| part)
        })
    }

    /// The second paragraph of an article whose paragraphs have no numbers.
    fn paragraph(&self, section: SectionId, number: &ClauseNumber) -> Option<Passage> {
        let article = self.document.section(section).kind == SectionKind::Article;
        let Some(Ordinal::Number(n)) = number.components().last() else { return None };
        if !article || *n > LAST_PARAGRAPH || self.is_divided(section) {
            return None;
        }
        let nth = usize::try_from(*n).ok()?.checked_sub(1)?;
        let block = self.document.paragraphs(section).nth(nth)?;
        Some(self.document.addressed(block))
    }

    /// Returns what is before or after a block, or the provision that it is in.
    pub fn beside(&self, block: BlockId, unit: PlaceUnit, forward: bool) -> Option<Passage> {
        let document = self.document;
        let section = document.block(block).section;
        if unit == PlaceUnit::Paragraph {
            let mut near = block;
            loop {
                near = if forward { near.next() } else { near.previous()? };
                let there = document.blocks().get(near.index())?;
                if there.section != section {
                    break;
                }
                if there.paragraph.is_some() {
                    return Some(document.addressed(near));
                }
                if there.kind != BlockKind::Ornament {
                    break;
                }
            }
        }
        let mut around =
            document.ancestry(section).filter(|id| document.section(*id).kind.is_provision());
        let article = self.article_of(section).filter(|_| unit == PlaceUnit::Section);
        let own = match (unit, article) {
            (PlaceUnit::Paragraph, _) => around.next(),
            // Of the sections of an article, not of the articles.
            (_, Some(article)) => around.take_while(|id| *id != article).last(),
            _ => around.last(),
        }?;
        let next = document.sibling(own, forward)?;
        document.section(next).kind.is_provision().then(|| document.section_passage(next)).flatten()
    }

    /// Whether the words are no reference but the head of the place itself.
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

/// The highest number of the outermost provisions.
fn last_number(document: &Document) -> u32 {
    let provisions = document.sections().iter().filter(|section| section.kind.is_provision());
    let numbers = provisions.filter_map(|section| match section.number.as_ref()?.components() {
        [Ordinal::Number(n), ..] => Some(*n),
        _ => None,
    });
    numbers.max().unwrap_or(0)
}

/// A number with that of a part behind it.
pub(super) fn extended(number: &ClauseNumber, part: &ClauseNumber) -> ClauseNumber {
    part.components().iter().fold(number.clone(), |number, ordinal| number.child(ordinal.clone()))
}
