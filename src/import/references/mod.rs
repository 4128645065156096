//! Cross references: words of the text that lead to another place of it.
//!
//! 1. [`scan`] finds the words of a language's table ([`words`]) with the
//!    numbers behind them ([`number`]), and tells which are of another text;
//! 2. here each is looked up from where it stands, by the one grammar of
//!    addresses: a chapter or annex by its name ([`parts`]), an article by its
//!    number, a paragraph in the provision around it first.
//!
//! What is found is a link of the document. One that must lead somewhere and
//! leads nowhere is kept, to be told of.

mod number;
mod parts;
mod scan;
#[cfg(test)]
mod tests;
mod words;

use crate::document::{
    Address, BlockId, BlockKind, ClauseNumber, Document, Link, LinkTarget, Ordinal, Passage, Place,
    SectionId, SectionKind, What, referred,
};
use parts::Parts;
use scan::{Item, Mention, Scanner};
use words::Unit;

/// A paragraph that is named by its place in an article, at most.
const LAST_PARAGRAPH: u32 = 99;

/// Why a mention is no link.
enum Astray {
    /// It may be of anything.
    Unknown,
    /// It is of this document, and there is no such place: its address.
    Nowhere(String),
}

/// The references of a document, in reading order.
pub fn find(document: &Document) -> Vec<Link> {
    let language = words::of(document.metadata().language.as_deref());
    let Some(scanner) = Scanner::new(language, &document.metadata().title) else {
        return Vec::new();
    };
    let provisions = document.sections().iter().any(|section| section.kind.is_provision());
    let finder = Finder { document, parts: Parts::of(document, language), provisions };
    let mut links = Vec::new();
    for block in document.block_ids() {
        let body = document.body(block);
        let mentions = scanner.mentions(body);
        for mention in mentions.iter().filter(|mention| !mention.elsewhere) {
            for item in &mention.items {
                let target = match finder.target(block, &mentions, mention, item) {
                    Ok(passage) => LinkTarget::Passage(passage),
                    Err(Astray::Nowhere(address)) => LinkTarget::Nowhere(address),
                    Err(Astray::Unknown) => continue,
                };
                if !finder.heads(block, item, &target) {
                    links.push(link(document, block, item.words.clone(), target));
                }
            }
        }
        for (range, relative) in scanner.relative(body) {
            let target = finder.beside(block, relative.unit, relative.forward);
            links.extend(target.map(|t| link(document, block, range, LinkTarget::Passage(t))));
        }
    }
    links.sort_by_key(|link| link.span.start);
    // Of two that would overlap, the first has the words.
    let mut end = crate::document::TextOffset::default();
    links.retain(|link| {
        let free = link.span.start >= end;
        if free {
            end = link.span.end;
        }
        free
    });
    links
}

fn link(
    document: &Document,
    block: BlockId,
    range: std::ops::Range<usize>,
    target: LinkTarget,
) -> Link {
    let start = document.block(block).body.start.get();
    Link { span: crate::document::Span::new(start + range.start, start + range.end), target }
}

struct Finder<'a> {
    document: &'a Document,
    parts: Parts,
    /// Whether the document has any.
    provisions: bool,
}

impl Finder<'_> {
    /// Where an item of a mention leads.
    fn target(
        &self,
        block: BlockId,
        mentions: &[Mention],
        mention: &Mention,
        item: &Item,
    ) -> Result<Passage, Astray> {
        let from = self.document.block(block).section;
        // `paragraph 2 of Article 5`: the article first.
        let mut around = None;
        if let Some(outer) = mention.within.and_then(|at| mentions.get(at))
            && let Some(last) = outer.items.first()
        {
            let whole = self.target(block, mentions, outer, last).map_err(|_| Astray::Unknown)?;
            around = self.document.section_of(whole);
        }
        let one = |number: &ClauseNumber| self.place(from, mention, number, around);
        let first = one(&item.first)?;
        match &item.last {
            None => Ok(first),
            Some(last) => {
                let last = one(last)?;
                let passage = Passage { start: first.start, end: last.end };
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
    ) -> Result<Passage, Astray> {
        let found = match (mention.unit, around) {
            (Unit::Annex | Unit::Chapter, _) => self.parts.find(mention.unit, number),
            (_, Some(around)) => self.inside(around, number),
            (Unit::Article, None) => self.provision(from, number),
            (Unit::Paragraph | Unit::Point, None) => self.near(from, number).or_else(|| {
                // A paragraph is a clause of its own, but never an article.
                let clause = mention.unit == Unit::Paragraph && self.article_of(from).is_none();
                self.provision(from, number).filter(|_| clause)
            }),
        };
        found.ok_or_else(|| match self.is_told(from, mention, number, around) {
            true => Astray::Nowhere(self.missing(from, mention.unit, number, around)),
            false => Astray::Unknown,
        })
    }

    /// The address of a place that is not there.
    fn missing(
        &self,
        from: SectionId,
        unit: Unit,
        number: &ClauseNumber,
        around: Option<SectionId>,
    ) -> String {
        let within = around.or_else(|| self.article_of(from).filter(|_| unit == Unit::Paragraph));
        let outer = within.and_then(|id| self.document.section(id).number.as_ref());
        match (unit, outer) {
            (Unit::Annex, _) => format!("annex {number}"),
            (Unit::Chapter, _) => format!("chapter {number}"),
            (_, Some(outer)) => extended(outer, number).to_string(),
            (_, None) => number.to_string(),
        }
    }

    /// The article that words stand in.
    fn article_of(&self, from: SectionId) -> Option<SectionId> {
        let article = |id: &SectionId| self.document.section(*id).kind == SectionKind::Article;
        self.document.ancestry(from).filter(article).last()
    }

    /// Whether it is the document's own fault that a place is not there.
    fn is_told(
        &self,
        from: SectionId,
        mention: &Mention,
        number: &ClauseNumber,
        around: Option<SectionId>,
    ) -> bool {
        let document = self.document;
        let kind = |id| document.section(id).kind;
        // News speak of other texts.
        let news = document.ancestry(from).any(|id| {
            matches!(
                kind(id),
                SectionKind::Masthead
                    | SectionKind::Story
                    | SectionKind::Imprint
                    | SectionKind::Notice
                    | SectionKind::Preamble
            )
        });
        let year = matches!(number.components(), [Ordinal::Number(n)] if (1700..2200).contains(n));
        let numbered = match (mention.unit, around) {
            (Unit::Annex | Unit::Chapter, _) => self.parts.has(mention.unit),
            (_, Some(around)) => self.is_divided(around),
            // The parts of an annex that is not known may be anywhere.
            (Unit::Article, None) => match number.components() {
                [outer @ Ordinal::Letters(_), _, ..] => {
                    let outer = ClauseNumber::from_components(vec![outer.clone()]);
                    outer.is_some_and(|outer| self.parts.find(Unit::Annex, &outer).is_some())
                }
                _ => self.provisions,
            },
            // Paragraphs that no number tells apart may be counted by anybody.
            (Unit::Paragraph, None) => document
                .ancestry(from)
                .all(|id| kind(id) != SectionKind::Article || self.is_divided(id)),
            (Unit::Point, None) => false,
        };
        mention.certain && !news && !year && numbered
    }

    fn is_divided(&self, section: SectionId) -> bool {
        let document = self.document;
        let mut inside = document.children(Some(section));
        inside.any(|id| document.section(id).number.is_some())
    }

    /// A provision by its number, or the nearest around it whose parts are not
    /// told apart.
    fn provision(&self, from: SectionId, number: &ClauseNumber) -> Option<Passage> {
        // In an annex the numbers may begin anew.
        let annexed = self.document.annex_of(from).and_then(|annex| {
            let outer = self.document.section(annex).number.as_ref()?;
            self.numbered(from, &extended(outer, number))
        });
        let exact = annexed.or_else(|| self.numbered(from, number));
        exact.or_else(|| {
            let section = self.nearest(from, number)?;
            let whole = || self.document.section_passage(section);
            let paragraph = self.paragraph(section, number);
            paragraph.or_else(|| if self.is_divided(section) { None } else { whole() })
        })
    }

    /// The innermost provision around the place of a number, where that itself
    /// is not there.
    fn nearest(&self, from: SectionId, number: &ClauseNumber) -> Option<SectionId> {
        let components = number.components();
        (1..components.len()).rev().find_map(|len| {
            let outer = ClauseNumber::from_components(components[..len].to_vec())?;
            self.document.provision_near(&outer, from)
        })
    }

    fn numbered(&self, from: SectionId, number: &ClauseNumber) -> Option<Passage> {
        let (what, scope) = (What::Provision(number.clone()), None);
        let place = Place { scope, what, occurrence: None, paragraph: None };
        referred(self.document, &Address::Place(place), from)
    }

    /// A part of a provision that is known, or all of it where its parts are
    /// not told apart.
    fn inside(&self, section: SectionId, number: &ClauseNumber) -> Option<Passage> {
        let whole = self.document.section_passage(section)?;
        self.part(section, number)
            .or_else(|| self.undivided_part(section, number))
            .or_else(|| (!self.is_divided(section)).then_some(whole))
    }

    /// A part of what stands around, the nearest first.
    fn near(&self, from: SectionId, number: &ClauseNumber) -> Option<Passage> {
        let around = || {
            let provision = |id: &SectionId| self.document.section(*id).kind.is_provision();
            self.document.ancestry(from).filter(provision)
        };
        let exact = around().find_map(|id| self.part(id, number));
        exact.or_else(|| around().find_map(|id| self.undivided_part(id, number)))
    }

    /// The part of a provision that has a number.
    fn part(&self, section: SectionId, number: &ClauseNumber) -> Option<Passage> {
        let document = self.document;
        let own = document.section(section).number.as_ref()?;
        let part = document.provision_near(&extended(own, number), section);
        let blocks = &document.section(section).blocks;
        part.and_then(|id| document.section_passage(id))
            .filter(|part| blocks.contains(&part.start.block.index()))
            .or_else(|| self.paragraph(section, number))
    }

    /// The part of a provision that holds the place of a number, and whose own
    /// parts are not told apart.
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
        Some(self.document.block_passage(block))
    }

    /// What stands before or after a block, or the provision that it is in.
    fn beside(&self, block: BlockId, unit: Unit, forward: bool) -> Option<Passage> {
        let document = self.document;
        let section = document.block(block).section;
        if unit == Unit::Paragraph {
            let mut near = block;
            loop {
                near = if forward { near.next() } else { near.previous()? };
                let there = document.blocks().get(near.index())?;
                if there.section != section {
                    break;
                }
                if there.paragraph.is_some() {
                    return Some(document.block_passage(near));
                }
                if there.kind != BlockKind::Ornament {
                    break;
                }
            }
        }
        let mut around =
            document.ancestry(section).filter(|id| document.section(*id).kind.is_provision());
        let own = match unit {
            Unit::Paragraph => around.next(),
            _ => around.last(),
        }?;
        let next = document.sibling(own, forward)?;
        document.section(next).kind.is_provision().then(|| document.section_passage(next)).flatten()
    }

    /// Whether the words are no reference but the head of the place itself.
    fn heads(&self, block: BlockId, item: &Item, target: &LinkTarget) -> bool {
        if item.words.start > 0 {
            return false;
        }
        let body = self.document.body(block);
        let rest = body[item.words.end..].trim_start_matches([' ', '\u{a0}']);
        let own = matches!(target, LinkTarget::Passage(passage) if passage.start.block == block);
        let closed = rest.is_empty() || rest.starts_with(['.', ':', '\n', '–', '—', '-']);
        own || self.document.block(block).kind == BlockKind::Heading || closed
    }
}

/// A number with that of a part behind it.
fn extended(number: &ClauseNumber, part: &ClauseNumber) -> ClauseNumber {
    part.components().iter().fold(number.clone(), |number, ordinal| number.child(ordinal.clone()))
}
