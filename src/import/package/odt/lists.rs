//! Lists and numbered headings of an ODT, counted as they come.

use super::styles::{LEVELS, Level, Levels, Styles};
use crate::import::package::xml::Tag;
use crate::lexicon::numeral::Numeral;
use std::collections::HashMap;

/// A label of more characters is cut: no number is as long.
const LONGEST_LABEL: usize = 120;

/// The numbers that the levels of a list have come to.
type Counters = [Option<u32>; LEVELS];

/// A list that is open.
#[derive(Debug)]
struct List {
    style: Option<String>,
    id: Option<String>,
}

/// An item that is open.
#[derive(Debug, Default)]
struct Item {
    /// No paragraph of it came yet, and it has a number.
    fresh: bool,
    /// The number that it begins with, where it says one.
    start: Option<u32>,
}

/// The lists of a document.
#[derive(Debug, Default)]
pub struct Lists {
    open: Vec<List>,
    items: Vec<Item>,
    counters: Counters,
    by_style: HashMap<String, Counters>,
    by_id: HashMap<String, Counters>,
    outline: Counters,
}

impl Lists {
    /// A list begins.
    pub fn begin(&mut self, tag: &Tag<'_>) {
        let mut style = tag.attribute("style-name");
        let id = tag.prefixed("xml:id");
        let continued = tag.attribute("continue-list");
        if self.open.is_empty() {
            let goes_on = tag.attribute("continue-numbering").as_deref() == Some("true");
            let before = match (&continued, &style) {
                (Some(id), _) => self.by_id.get(id),
                (None, Some(style)) if goes_on => self.by_style.get(style),
                _ => None,
            };
            self.counters = before.copied().unwrap_or_default();
        } else {
            style = style.or_else(|| self.open.last().and_then(|list| list.style.clone()));
            // The item has come to its inner list, and what follows has no number.
            if let Some(item) = self.items.last_mut() {
                item.fresh = false;
            }
        }
        self.open.push(List { style, id: id.or(continued) });
    }

    /// A list ends.
    pub fn end(&mut self) {
        let Some(list) = self.open.pop() else { return };
        if self.open.is_empty() {
            if let Some(style) = list.style {
                self.by_style.insert(style, self.counters);
            }
            if let Some(id) = list.id {
                self.by_id.insert(id, self.counters);
            }
        }
    }

    /// An item begins; `numbered` where it has a number at all.
    pub fn begin_item(&mut self, tag: &Tag<'_>, numbered: bool) {
        let start = tag.attribute("start-value").and_then(|v| v.parse().ok());
        self.items.push(Item { fresh: numbered, start });
    }

    /// An item ends.
    pub fn end_item(&mut self) {
        self.items.pop();
    }

    /// Levels of lists that are open, one in another.
    pub const fn depth(&self) -> usize {
        self.open.len()
    }

    /// Whether the next paragraph has the number of an item.
    pub fn is_due(&self) -> bool {
        self.items.last().is_some_and(|item| item.fresh)
    }

    /// Counts the item that is open, and gives its label, with a paragraph of
    /// the style `paragraph`; `None` where it has none, or had it.
    pub fn label(&mut self, styles: &Styles, paragraph: &str) -> Option<String> {
        let item = self.items.last_mut().filter(|item| item.fresh)?;
        item.fresh = false;
        let start = item.start;
        let at = self.open.len().checked_sub(1)?.min(LEVELS - 1);
        let named = self.open.last().and_then(|list| list.style.as_deref());
        let list = named.or_else(|| styles.list_of(paragraph))?;
        count(styles.levels(list)?, &mut self.counters, at, start)
    }

    /// Counts a heading, and gives its label.
    pub fn heading(&mut self, styles: &Styles, tag: &Heading) -> Option<String> {
        let at = usize::from(tag.level).checked_sub(1)?.min(LEVELS - 1);
        count(&styles.outline, &mut self.outline, at, tag.start)
    }
}

/// What counts of a heading.
#[derive(Debug, Clone, Copy)]
pub struct Heading {
    /// Its level, from 1.
    pub level: u8,
    /// The number that it begins with, where it says one.
    pub start: Option<u32>,
}

fn count(
    levels: &Levels,
    counters: &mut Counters,
    at: usize,
    start: Option<u32>,
) -> Option<String> {
    let level = levels[at].as_ref()?;
    counters[at] = Some(match (start, counters[at]) {
        (Some(start), _) => start,
        (None, Some(before)) => before.saturating_add(1),
        (None, None) => level.start,
    });
    counters[at + 1..].fill(None);
    let number = |at: usize| {
        let level = levels.get(at)?.as_ref()?;
        let number = counters[at].unwrap_or(level.start);
        (level.numeral != Numeral::Bullet).then(|| level.numeral.write(number))
    };
    let label = match level.numeral {
        Numeral::Bullet => Numeral::Bullet.write(0),
        Numeral::None if level.pattern.is_none() => format!("{}{}", level.prefix, level.suffix),
        _ => match &level.pattern {
            Some(pattern) => fill(pattern, number),
            None => joined(level, at, number),
        },
    };
    let label: String = label.trim().chars().take(LONGEST_LABEL).collect();
    (!label.is_empty()).then_some(label)
}

/// The numbers of the levels that are shown, parted by points.
fn joined(level: &Level, at: usize, number: impl Fn(usize) -> Option<String>) -> String {
    let shown = (at + 1).saturating_sub(level.shown)..=at;
    let numbers: Vec<String> = shown.filter_map(number).filter(|n| !n.is_empty()).collect();
    format!("{}{}{}", level.prefix, numbers.join("."), level.suffix)
}

/// A pattern, with the numbers in the places of `%1%` and the like.
fn fill(pattern: &str, number: impl Fn(usize) -> Option<String>) -> String {
    let mut out = String::new();
    for (i, piece) in pattern.split('%').enumerate() {
        match piece.parse::<usize>() {
            Ok(level @ 1..=LEVELS) if i % 2 == 1 => {
                out.push_str(&number(level - 1).unwrap_or_default());
            }
            _ => out.push_str(piece),
        }
    }
    out
}
