//! The numbers of paragraphs, which DOCX stores separately: `numbering.xml` defines how
//! each level of a list is counted and written (ECMA-376 part 1, 17.9).

use super::attributes::{flag, value};
use super::number_format;
use crate::import::package::xml::{StartTag, Xml, XmlEvent};
use crate::import::refusal::Refusal;
use crate::lexicon::numeral::Numeral;
use std::collections::HashMap;

/// The number of levels of a list.
const LEVELS: usize = 9;

/// The maximum length of a label, in characters; longer ones are cut.
const LONGEST_LABEL: usize = 120;

/// The numbering of a level.
#[derive(Debug, Clone, Default)]
struct NumberingLevel {
    start: u32,
    numeral: Numeral,
    /// The label; `%1` is a placeholder for the number of the first level.
    text: String,
    /// The level, counted from 1, whose paragraphs restart this one; 0 for none. If
    /// absent, any higher level does.
    restart: Option<usize>,
    /// Whether all numbers of the label are decimal, whatever the formats of their levels.
    legal: bool,
    /// The paragraph style of this level.
    style: Option<String>,
}

type NumberingLevels = [Option<NumberingLevel>; LEVELS];

/// A definition that lists share, and its counters.
#[derive(Debug, Default)]
struct AbstractNumbering {
    levels: NumberingLevels,
    /// The numbering style that defines the levels instead.
    style: Option<String>,
    counters: [Option<u32>; LEVELS],
}

/// A list.
#[derive(Debug, Default)]
struct NumberingInstance {
    definition: String,
    levels: NumberingLevels,
    /// The number at which this list starts each level, until used.
    starts: [Option<u32>; LEVELS],
}

/// All lists of a document.
#[derive(Debug, Default)]
pub struct Numbering {
    definitions: HashMap<String, AbstractNumbering>,
    lists: HashMap<String, NumberingInstance>,
}

impl Numbering {
    /// Reads `numbering.xml`; `list_of_style` returns the list of a numbering style.
    ///
    /// # Errors
    /// The part is damaged.
    pub fn read(
        text: &str,
        list_of_style: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, Refusal> {
        let mut numbering = Self::default();
        let mut xml = Xml::new("word/numbering.xml", text);
        while let Some(node) = xml.next()? {
            let XmlEvent::Start(tag) = node else { continue };
            match tag.name() {
                "abstractNum" => {
                    let id = tag.attribute("abstractNumId").unwrap_or_default();
                    let definition = definition(&mut xml)?;
                    numbering.definitions.insert(id, definition);
                }
                "num" => {
                    let id = tag.attribute("numId").unwrap_or_default();
                    let list = list(&mut xml)?;
                    numbering.lists.insert(id, list);
                }
                "numPicBullet" => xml.skip()?,
                _ => {}
            }
        }
        numbering.follow_styles(list_of_style);
        Ok(numbering)
    }

    /// Replaces a definition that only names a style by that of the style's list.
    fn follow_styles(&mut self, list_of_style: impl Fn(&str) -> Option<String>) {
        let mut followed = HashMap::new();
        for (id, definition) in &self.definitions {
            let list = definition.style.as_deref().and_then(&list_of_style);
            if let Some(list) = list.and_then(|list| self.lists.get(&list)) {
                followed.insert(id.clone(), list.definition.clone());
            }
        }
        for list in self.lists.values_mut() {
            if let Some(definition) = followed.get(&list.definition) {
                list.definition.clone_from(definition);
            }
        }
    }

    /// Returns the level of a list that uses a paragraph style.
    pub fn level_of_style(&self, list: &str, style: &str) -> Option<usize> {
        let list = self.lists.get(list)?;
        let definition = self.definitions.get(&list.definition)?;
        (0..LEVELS).find(|at| {
            let level = list.levels[*at].as_ref().or(definition.levels[*at].as_ref());
            level.and_then(|level| level.style.as_deref()) == Some(style)
        })
    }

    /// Counts a paragraph and returns its label, empty if the level has none; `None` if
    /// there is no such list.
    pub fn label(&mut self, list: &str, level: usize) -> Option<String> {
        let list = self.lists.get_mut(list)?;
        let definition = self.definitions.get_mut(&list.definition)?;
        let level = level.min(LEVELS - 1);
        let of = |at: usize| list.levels[at].as_ref().or(definition.levels[at].as_ref());
        let own = of(level)?;
        let counters = &mut definition.counters;
        counters[level] = Some(match (list.starts[level].take(), counters[level]) {
            (Some(start), _) => start,
            (None, Some(before)) => before.saturating_add(1),
            (None, None) => own.start,
        });
        // A higher level that was never used counts as begun.
        for (at, counter) in counters.iter_mut().enumerate().take(level) {
            let start = || of(at).map_or(1, |level| level.start);
            *counter = counter.or_else(|| Some(list.starts[at].take().unwrap_or_else(start)));
        }
        for (at, counter) in counters.iter_mut().enumerate().skip(level + 1) {
            let restart = of(at).and_then(|level| level.restart);
            if restart.is_none_or(|restart| level < restart) {
                *counter = None;
            }
        }
        // Pandoc uses blank bullets for the later paragraphs of an item.
        if own.numeral == Numeral::Bullet && !own.text.trim().is_empty() {
            return Some(Numeral::Bullet.write(0));
        }
        let mut label = String::new();
        let mut chars = own.text.chars().peekable();
        while let Some(c) = chars.next() {
            let digit = chars.peek().and_then(|d| d.to_digit(10)).filter(|d| (1..=9).contains(d));
            match digit.filter(|_| c == '%') {
                Some(digit) => {
                    chars.next();
                    let at = digit as usize - 1;
                    let numeral = of(at).map_or(Numeral::Decimal, |level| level.numeral);
                    let numeral = if own.legal { Numeral::Decimal } else { numeral };
                    label += &numeral.write(counters[at].unwrap_or(0));
                }
                None => label.push(c),
            }
        }
        Some(label.trim().chars().take(LONGEST_LABEL).collect())
    }
}

fn definition(xml: &mut Xml<'_>) -> Result<AbstractNumbering, Refusal> {
    let mut definition = AbstractNumbering::default();
    while let Some(node) = xml.next()? {
        match node {
            XmlEvent::Start(tag) if tag.name() == "lvl" => {
                read_level(xml, &tag, &mut definition.levels)?;
            }
            XmlEvent::Start(tag) if tag.name() == "numStyleLink" => definition.style = value(&tag),
            XmlEvent::End(name) if name == "abstractNum" => break,
            _ => {}
        }
    }
    Ok(definition)
}

fn list(xml: &mut Xml<'_>) -> Result<NumberingInstance, Refusal> {
    let mut list = NumberingInstance::default();
    let mut overridden = 0;
    while let Some(node) = xml.next()? {
        match node {
            XmlEvent::Start(tag) => match tag.name() {
                "abstractNumId" => list.definition = value(&tag).unwrap_or_default(),
                "lvlOverride" => overridden = number(tag.attribute("ilvl")).min(LEVELS - 1),
                "startOverride" => {
                    list.starts[overridden] = value(&tag).and_then(|start| start.parse().ok());
                }
                "lvl" => read_level(xml, &tag, &mut list.levels)?,
                _ => {}
            },
            XmlEvent::End(name) if name == "num" => break,
            _ => {}
        }
    }
    Ok(list)
}

fn read_level(
    xml: &mut Xml<'_>,
    tag: &StartTag<'_>,
    levels: &mut NumberingLevels,
) -> Result<(), Refusal> {
    let at = number(tag.attribute("ilvl"));
    let mut level = NumberingLevel::default();
    while let Some(node) = xml.next()? {
        match node {
            XmlEvent::Start(tag) => match tag.name() {
                "start" => level.start = value(&tag).and_then(|v| v.parse().ok()).unwrap_or(0),
                "numFmt" => level.numeral = number_format::numeral(&tag),
                "lvlText" => level.text = value(&tag).unwrap_or_default(),
                "lvlRestart" => level.restart = value(&tag).and_then(|v| v.parse().ok()),
                "isLgl" => level.legal = flag(&tag),
                "pStyle" => level.style = value(&tag),
                "pPr" | "rPr" => xml.skip()?,
                _ => {}
            },
            XmlEvent::End(name) if name == "lvl" => break,
            _ => {}
        }
    }
    if let Some(place) = levels.get_mut(at) {
        *place = Some(level);
    }
    Ok(())
}

fn number(value: Option<String>) -> usize {
    value.and_then(|value| value.parse().ok()).unwrap_or(0)
}
