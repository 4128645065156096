//! The places of a document by their numbers: a part of a provision, the nearest around the words, the
//! one before or after.

use super::mention::Mention;
use super::shown::{self, ShownNumbers};
use super::written::Written;
use crate::document::{
    Address, BlockId, BlockKind, ClauseNumber, Document, Notation, Ordinal, Passage, Place,
    PlaceName, SectionId, SectionKind, referred,
};
use crate::lexicon::counter::{Counter, is_han, readings};
use crate::lexicon::referring::{PlaceUnit, PlaceWord};

/// Maximum number of a paragraph that is named by its place in an article.
const LAST_PARAGRAPH: u32 = 99;

/// The places of a document.
pub struct Places<'a> {
    /// The document.
    pub document: &'a Document,
    /// The numbers that its text shows where its outline has none.
    pub shown: ShownNumbers,
}

impl Places<'_> {
    /// Returns the provision that contains the words, by its number or the end of it.
    pub fn own(&self, from: SectionId, number: &ClauseNumber) -> Option<Passage> {
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
    pub fn article_of(&self, from: SectionId) -> Option<SectionId> {
        let article = |id: &SectionId| self.document.section(*id).kind == SectionKind::Article;
        self.document.ancestry(from).filter(article).last()
    }

    /// A provision by its number, or the nearest around it whose parts are not
    /// told apart.
    pub fn provision(
        &self,
        from: SectionId,
        number: &ClauseNumber,
        dotted: bool,
    ) -> Option<Passage> {
        // In an annex the numbers may begin anew.
        let annexed = self.document.annex_of(from).and_then(|annex| {
            let outer = self.document.section(annex).number.as_ref()?;
            self.numbered(from, &extended(outer, number))
        });
        let exact = annexed.or_else(|| self.numbered(from, number));
        let shown = || self.shown.find(self.document, number);
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
    pub fn nearest(&self, from: SectionId, number: &ClauseNumber) -> Option<SectionId> {
        let components = number.components();
        (1..components.len()).rev().find_map(|len| {
            let outer = ClauseNumber::from_components(components[..len].to_vec())?;
            self.document.provision_near(&outer, from)
        })
    }

    /// A provision by exactly this number.
    pub fn numbered(&self, from: SectionId, number: &ClauseNumber) -> Option<Passage> {
        let (what, notation) = (PlaceName::Provision(number.clone()), Notation::Common);
        let place = Place { scope: None, what, occurrence: None, paragraph: None, notation };
        referred(self.document, &Address::Place(place), from)
    }

    /// A part of a provision that is known, or all of it where its parts are
    /// not distinguished.
    pub fn inside(&self, section: SectionId, number: &ClauseNumber) -> Option<Passage> {
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

    /// A part of what is around, the nearest first. A number such as `6(7.1)` begins with that
    /// of a provision, wherever the words are.
    pub fn near(
        &self,
        from: SectionId,
        number: &ClauseNumber,
        written: Written,
    ) -> Option<Passage> {
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
    pub fn part(&self, section: SectionId, number: &ClauseNumber) -> Option<Passage> {
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
    pub fn numbered_in(&self, section: SectionId, number: &ClauseNumber) -> Option<Passage> {
        let blocks = &self.document.section(section).blocks;
        let inside = |id: &&SectionId| blocks.contains(&self.document.section(**id).blocks.start);
        let id = self.document.provisions_numbered(number).iter().find(inside)?;
        self.document.section_passage(*id)
    }

    /// The first paragraph of a provision, by its number, where the second has one and the first none:
    /// `§ 4. The lamp is lit.`, `Stk. 2. Oil is dry.`
    pub fn first_unnumbered(&self, section: SectionId, number: &ClauseNumber) -> Option<Passage> {
        let own = self.document.section(section);
        let outer = own.number.as_ref().filter(|_| *number == ClauseNumber::top(1))?;
        let numbered = |n| self.numbered_in(section, &extended(outer, &ClauseNumber::top(n)));
        let block = own.block_ids().next().filter(|_| own.kind.is_provision())?;
        (numbered(1).is_none() && numbered(2).is_some()).then(|| self.document.block_passage(block))
    }

    /// Whether a place begins with a numeral in Han characters, as the items of
    /// an article do whose paragraphs have digits or none: `一　灯`.
    pub fn is_item(&self, place: Passage) -> bool {
        let label = self.document.label(place.start.block).unwrap_or("");
        let numeral = label.trim_start_matches(|c: char| !c.is_alphanumeric());
        readings(numeral).iter().any(|reading| reading.counter == Counter::Han)
    }

    /// The provision that directly contains the one that a place is.
    pub fn provision_around(&self, place: Passage) -> Option<SectionId> {
        let id = self.document.section_of(place)?;
        let outer = self.document.ancestry(id).nth(1)?;
        self.document.section(outer).kind.is_provision().then_some(outer)
    }

    /// Whether a place is an item of the sentence that the provision around it begins:
    /// `The keeper shall: 1) light the lamp;`.
    pub fn is_listed(&self, place: Passage) -> bool {
        let document = self.document;
        let begins = |outer: SectionId| {
            let first = document.children(Some(outer)).next()?;
            let before = document.section(first).blocks.start.checked_sub(1)?;
            let own = document.section(outer).blocks.contains(&before);
            let lead = document.body(document.block_at(before).filter(|_| own)?).trim_end();
            let open = !lead.ends_with(['.', ';', '!', '?', '。', '।']);
            let small = document.body(place.start.block).trim_start();
            // A script without capitals shows no more.
            let cased = lead.contains(char::is_uppercase);
            let goes_on = lead.ends_with([':', '：', '՝'])
                || (cased && small.starts_with(char::is_lowercase));
            Some(open && goes_on)
        };
        self.provision_around(place).and_then(begins).unwrap_or(false)
    }

    /// The paragraph of a number in a provision where only the items of its first paragraph have
    /// such numbers: that is all of it, another is beside them.
    pub fn paragraph_of_items(&self, section: SectionId, number: &ClauseNumber) -> Option<Passage> {
        match *number == ClauseNumber::top(1) {
            true => self.document.section_passage(section),
            false => self.paragraph_beside_items(section, number).or_else(|| {
                // Where no paragraph has a number, it is somewhere in the provision.
                let mut inside = self.document.children(Some(section));
                let listed = inside.all(|id| {
                    self.document.section_passage(id).is_some_and(|place| self.is_listed(place))
                });
                self.document.section_passage(section).filter(|_| listed)
            }),
        }
    }

    /// Whether the label of a place has a word, and not the one that names the place.
    pub fn has_other_word(&self, place: Passage, word: &PlaceWord) -> bool {
        let label = self.document.label(place.start.block).unwrap_or("").to_lowercase();
        let mut words = label.split(|c: char| !c.is_alphabetic() && c != '§').filter(|own| {
            let numeral = own.chars().all(|c| "ivxlc".contains(c) || is_han(c));
            own.starts_with('§') || (own.chars().count() > 1 && !numeral)
        });
        words.any(|own| !word.is_akin(own) && !word.forms.has(own))
    }

    /// The paragraph of a number that is beside items of the same number: `２` behind `一`, `二`.
    pub fn paragraph_beside_items(
        &self,
        section: SectionId,
        number: &ClauseNumber,
    ) -> Option<Passage> {
        let own = self.document.section(section);
        let whole = extended(own.number.as_ref()?, number);
        let numbered = self.document.provisions_numbered(&whole).iter();
        let inside =
            numbered.filter(|id| own.blocks.contains(&self.document.section(**id).blocks.start));
        let mut places = inside.filter_map(|id| self.document.section_passage(*id));
        places.find(|place| !self.is_item(*place) && !self.is_listed(*place))
    }

    /// A recital, by the number of its paragraph in the preamble.
    pub fn recital(&self, number: &ClauseNumber) -> Option<Passage> {
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
        if unit == PlaceUnit::Paragraph
            && !forward
            && let Some(paragraph) = self.paragraph_before_items(block)
        {
            return Some(paragraph);
        }
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
        // The first paragraph of an article may have no number.
        let second = document.section(section).number.as_ref().filter(|number| {
            let last = number.components().last();
            unit == PlaceUnit::Paragraph && !forward && last == Some(&Ordinal::Number(2))
        });
        let outer = second.and_then(|_| document.ancestry(section).nth(1));
        let first = outer.and_then(|id| self.first_unnumbered(id, &ClauseNumber::top(1)));
        if first.is_some() {
            return first;
        }
        let mut around =
            document.ancestry(section).filter(|id| document.section(*id).kind.is_provision());
        let article = self.article_of(section).filter(|_| unit == PlaceUnit::Section);
        let own = match (unit, article) {
            (PlaceUnit::Paragraph | PlaceUnit::Point, _) => around.next(),
            // Of the sections of an article, not of the articles.
            (_, Some(article)) => around.take_while(|id| *id != article).last(),
            _ => around.last(),
        }?;
        let next = document.sibling(own, forward)?;
        document.section(next).kind.is_provision().then(|| document.section_passage(next)).flatten()
    }

    /// The paragraph before that of a block, where items with numerals in Han characters are between
    /// them or the block is one: neither `一` nor `（一）` is a paragraph.
    fn paragraph_before_items(&self, block: BlockId) -> Option<Passage> {
        let document = self.document;
        let is_item = |block: BlockId| self.is_item(document.block_passage(block));
        let article = document.ancestry(document.block(block).section).filter(|id| {
            let own = document.section(*id);
            own.kind.is_provision() && !own.block_ids().next().is_some_and(is_item)
        });
        let article = article.last()?;
        let first = document.section(article).blocks.start;
        let before = |block: BlockId| {
            let index = block.index().checked_sub(1).filter(|index| *index >= first)?;
            document.block_at(index)
        };
        let mut own = block;
        while is_item(own) {
            own = before(own)?;
        }
        let mut paragraph = before(own)?;
        let passed = own != block || is_item(paragraph);
        while is_item(paragraph) {
            paragraph = before(paragraph)?;
        }
        passed.then(|| document.addressed(paragraph))
    }

    /// Of the provisions of one number in an article the one whose label has the sign of the
    /// mention: `§ 1º` is not the first item of the list before it.
    pub fn signed(&self, found: Passage, mention: &Mention, number: &ClauseNumber) -> Passage {
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
        if mention.unit != PlaceUnit::Paragraph || !mention.word.forms.may_begin('§') {
            return found;
        }
        let all = self.document.provisions_numbered(own);
        let signed = all.iter().find(is_signed).and_then(|id| self.document.section_passage(*id));
        signed.unwrap_or(found)
    }

    /// Whether parts of a provision have numbers.
    pub fn is_divided(&self, section: SectionId) -> bool {
        let document = self.document;
        let mut inside = document.children(Some(section));
        inside.any(|id| document.section(id).number.is_some())
    }
}

/// A number with that of a part behind it.
pub fn extended(number: &ClauseNumber, part: &ClauseNumber) -> ClauseNumber {
    part.components().iter().fold(number.clone(), |number, ordinal| number.child(ordinal.clone()))
}
