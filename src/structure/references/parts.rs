//! Divisions by their number: chapters, parts and annexes, whether the outline
//! numbers them or only the words that they begin with do.

use super::scan::Scanner;
use crate::document::{BlockId, ClauseNumber, Document, Ordinal, Passage, SectionId, SectionKind};
use crate::lexicon::referring::{PlaceUnit, PlaceWord, stem};
use std::collections::{HashMap, HashSet};

/// A place that words with a number begin.
#[derive(Debug)]
struct Division {
    /// What the words for it begin with, where the text has them.
    word: Option<String>,
    passage: Passage,
    /// The section that it is, or that it is in.
    section: SectionId,
}

/// The divisions of a document.
#[derive(Debug, Default)]
pub struct Divisions {
    places: HashMap<(PlaceUnit, String), Vec<Division>>,
    /// What the words for divisions begin with that the text has.
    words: HashSet<String>,
    units: HashSet<PlaceUnit>,
}

impl Divisions {
    /// Those of a document.
    pub fn of(document: &Document, scanner: &Scanner) -> Self {
        let mut parts = Self::default();
        let mut begun = HashSet::new();
        for section in document.section_ids() {
            let own = document.section(section);
            let Some(passage) = document.section_passage(section) else { continue };
            if own.kind.is_provision() {
                continue;
            }
            if let Some((unit, word, number)) = begins(document, passage.start.block, scanner) {
                begun.insert(passage.start.block);
                parts.add(unit, &number, Division { word: Some(word), passage, section });
            } else if let (SectionKind::Annex, Some(number)) = (own.kind, &own.number) {
                parts.add(PlaceUnit::Annex, number, Division { word: None, passage, section });
            }
        }
        // Where the outline knows nothing of it, the line that begins it.
        for block in document.block_ids().filter(|block| !begun.contains(block)) {
            if let Some((unit, word, number)) = begins(document, block, scanner) {
                let passage = document.block_passage(block);
                let section = document.block(block).section;
                parts.add(unit, &number, Division { word: Some(word), passage, section });
            }
        }
        parts
    }

    fn add(&mut self, unit: PlaceUnit, number: &ClauseNumber, part: Division) {
        self.units.insert(unit);
        self.words.extend(part.word.clone());
        self.places.entry((unit, key(number))).or_default().push(part);
    }

    /// The division that a word and a number name at `from`: of several, one in
    /// the division `around`, or else the one that has most around it in common.
    pub fn find(
        &self,
        document: &Document,
        word: &PlaceWord,
        number: &ClauseNumber,
        around: Option<SectionId>,
        from: SectionId,
    ) -> Option<Passage> {
        let known = self.words.iter().any(|known| word.is_akin(known));
        let meant = |part: &&Division| {
            let within = around.is_none_or(|around| {
                document.ancestry(part.section).any(|id| id == around) && part.section != around
            });
            let named = part.word.as_ref().is_none_or(|own| word.is_akin(own));
            within && (named || !known)
        };
        let shared = |part: &&Division| {
            let own: Vec<SectionId> = document.ancestry(part.section).collect();
            document.ancestry(from).position(|id| own.contains(&id)).unwrap_or(usize::MAX)
        };
        let numbered = self.places.get(&(word.unit, key(number)))?;
        numbered.iter().filter(meant).min_by_key(shared).map(|part| part.passage)
    }

    /// Whether an annex has a number.
    pub fn has_annex(&self, number: &ClauseNumber) -> bool {
        self.places.contains_key(&(PlaceUnit::Annex, key(number)))
    }

    /// Whether there are any.
    pub fn has(&self, unit: PlaceUnit) -> bool {
        self.units.contains(&unit)
    }
}

/// `III` and `3` are the same.
fn key(number: &ClauseNumber) -> String {
    match number.components() {
        [one @ Ordinal::Letters(_)] => {
            one.roman().map_or_else(|| number.to_string().to_lowercase(), |n| n.to_string())
        }
        _ => number.to_string().to_lowercase(),
    }
}

/// The division that a block begins with: `Annex II`, `Chapter 3: Of lamps`.
fn begins(
    document: &Document,
    block: BlockId,
    scanner: &Scanner,
) -> Option<(PlaceUnit, String, ClauseNumber)> {
    let body = document.body(block);
    let mention = scanner.begins(body, 0)?;
    let range = mention.range();
    let outer = matches!(mention.unit, PlaceUnit::Annex | PlaceUnit::Chapter);
    let [item] = mention.items.as_slice() else { return None };
    if !outer || range.start > 0 || item.last.is_some() {
        return None;
    }
    let rest = body[range.end..].trim_start_matches([' ', '\u{a0}']);
    let closed = rest.is_empty() || rest.starts_with(['.', ':', '\n', '–', '—', '-']);
    let title = rest
        .chars()
        .next()
        .is_some_and(|c| (c.is_alphabetic() && !c.is_lowercase()) || matches!(c, '“' | '"'));
    let written = body[range.clone()].to_lowercase();
    let word = written.split(|c: char| !c.is_alphabetic()).find(|word| mention.word.is_akin(word));
    let word = stem(word.unwrap_or(&written)).to_owned();
    (closed || title).then(|| (mention.unit, word, item.first.clone()))
}
