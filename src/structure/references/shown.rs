//! Numbers that are in the text where the outline knows nothing of them: a
//! block that begins with one, a sentence that does, the items of an
//! enumeration inside a paragraph (`: (a) oil; (b) wicks`).

use super::scan::Scanner;
use super::{inside, number};
use crate::document::{
    BlockId, BlockKind, ClauseNumber, Document, Ordinal, Passage, Point, SectionId,
};
use crate::lexicon::referring::PlaceUnit;
use std::collections::HashMap;

/// Maximum number of blocks of a provision that are searched for an item.
const MOST_BLOCKS: usize = 64;

/// Maximum number of bytes before the number that a block begins with.
const LEADING: usize = 4;

/// Numbers that only the text shows.
#[derive(Debug, Default)]
pub struct ShownNumbers {
    /// Where a block begins with one.
    places: HashMap<String, BlockId>,
    /// Those that begin a sentence, or may, where they do first.
    said: HashMap<String, Point>,
}

impl ShownNumbers {
    /// Those of a document.
    pub fn of(document: &Document, scanner: &Scanner) -> Self {
        let mut standing = Self::default();
        for block in document.block_ids() {
            let body = document.body(block);
            if let Some((number, sure)) = begins(document, block, scanner) {
                standing.said.entry(key(&number)).or_insert(Point::start_of(block));
                if sure {
                    standing.places.entry(key(&number)).or_insert(block);
                }
            }
            for (byte, number) in inside::sentences(body) {
                standing.said.entry(number.to_owned()).or_insert(Point { block, byte });
            }
        }
        standing
    }

    /// The block that begins with a number, or the section that it begins; what
    /// of a block is behind it, where its points tell it from all others.
    pub fn find(&self, document: &Document, number: &ClauseNumber) -> Option<Passage> {
        let Some(block) = self.places.get(&key(number)).copied() else {
            let start = self.said.get(&key(number)).filter(|_| number.components().len() > 1)?;
            return Some(Passage { start: *start, end: document.end_of(start.block) });
        };
        let section = document.block(block).section;
        let whole = document.section_passage(section).filter(|whole| whole.start.block == block);
        Some(whole.unwrap_or(document.addressed(block)))
    }

    /// Whether a number may be one that the text has.
    pub fn says(&self, number: &ClauseNumber) -> bool {
        self.said.contains_key(&key(number))
    }
}

fn key(number: &ClauseNumber) -> String {
    number.to_string().to_lowercase()
}

/// The number that a block begins with, and whether a reference may lead to it.
fn begins(document: &Document, block: BlockId, scanner: &Scanner) -> Option<(ClauseNumber, bool)> {
    let body = document.body(block);
    let lead = body.find(char::is_alphanumeric).filter(|lead| *lead <= LEADING).unwrap_or(0);
    let worded = scanner.begins(body, lead).filter(|mention| {
        mention.range().start <= lead
            && mention.unit.is_provision()
            && mention.items.len() == 1
            && mention.items[0].last.is_none()
            && is_closed(&body[mention.range().end..])
    });
    if let Some(mention) = worded {
        return mention.items.first().map(|item| (item.first.clone(), true));
    }
    let (number, end) = number::read(body, lead, PlaceUnit::Article)?;
    let digits = body[lead..].starts_with(|c: char| c.is_ascii_digit());
    let heading = document.block(block).kind == BlockKind::Heading;
    let dotted = number.components().len() > 1;
    (digits && is_closed(&body[end..])).then_some((number, dotted || heading))
}

/// Whether what follows a number is the end, a mark, or a title.
fn is_closed(rest: &str) -> bool {
    let bare = rest.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '(' | ','));
    let title = bare.starts_with(|c: char| !c.is_lowercase() && c != ',');
    bare.is_empty() || (title && bare.len() < rest.len())
}

/// The item of an enumeration inside the paragraphs of a section.
pub fn item(document: &Document, section: SectionId, number: &ClauseNumber) -> Option<Passage> {
    let [ordinal] = number.components() else { return None };
    let wanted = match ordinal {
        Ordinal::Number(n) => n.to_string(),
        Ordinal::Letters(signs) | Ordinal::Compound(signs) => signs.to_lowercase(),
    };
    for index in document.section(section).blocks.clone().take(MOST_BLOCKS) {
        let block = document.block_at(index)?;
        let body = document.body(block);
        let mut items = inside::items(body);
        if let Some((start, _)) = items.find(|(_, sign)| *sign == wanted) {
            let end = items.next().map_or(body.len(), |(end, _)| end);
            let end = body[..end].trim_end().len();
            return Some(Passage {
                start: Point { block, byte: start },
                end: Point { block, byte: end },
            });
        }
    }
    None
}
