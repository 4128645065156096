//! Lists and numbered headings of an ODT, counted in order.

use super::styles::{LEVELS, ListLevelStyle, ListStyle, OdtStyles};
use crate::import::package::xml::StartTag;
use crate::lexicon::numeral::Numeral;
use std::collections::HashMap;

/// The maximum length of a label, in characters; longer ones are cut.
const LONGEST_LABEL: usize = 120;

/// The current numbers of a list's levels.
type Counters = [Option<u32>; LEVELS];

/// An open list.
#[derive(Debug)]
struct OpenList {
    style: Option<String>,
    id: Option<String>,
}

/// An open item.
#[derive(Debug, Default)]
struct OpenItem {
    /// Whether it has a number, and no paragraph so far.
    fresh: bool,
    /// The number it sets, if any.
    start: Option<u32>,
}

/// The lists of a document.
#[derive(Debug, Default)]
pub struct OdtLists {
    open: Vec<OpenList>,
    items: Vec<OpenItem>,
    counters: Counters,
    by_style: HashMap<String, Counters>,
    by_id: HashMap<String, Counters>,
    outline: Counters,
}

impl OdtLists {
    /// Begins a list.
    pub fn begin(&mut self, tag: &StartTag<'_>) {
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
            // An inner list begins the item, so later paragraphs have no number.
            if let Some(item) = self.items.last_mut() {
                item.fresh = false;
            }
        }
        self.open.push(OpenList { style, id: id.or(continued) });
    }

    /// Ends a list.
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

    /// Begins an item; `numbered` states whether it has a number.
    pub fn begin_item(&mut self, tag: &StartTag<'_>, numbered: bool) {
        let start = tag.attribute("start-value").and_then(|v| v.parse().ok());
        self.items.push(OpenItem { fresh: numbered, start });
    }

    /// Ends an item.
    pub fn end_item(&mut self) {
        self.items.pop();
    }

    /// Returns the nesting depth of the open lists.
    pub const fn depth(&self) -> usize {
        self.open.len()
    }

    /// Whether the next paragraph gets the number of an item.
    pub fn is_due(&self) -> bool {
        self.items.last().is_some_and(|item| item.fresh)
    }

    /// Counts the open item and returns its label for a paragraph of the style
    /// `paragraph`; `None` if it has none or already got it.
    pub fn label(&mut self, styles: &OdtStyles, paragraph: &str) -> Option<String> {
        let item = self.items.last_mut().filter(|item| item.fresh)?;
        item.fresh = false;
        let start = item.start;
        let at = self.open.len().checked_sub(1)?.min(LEVELS - 1);
        let named = self.open.last().and_then(|list| list.style.as_deref());
        let list = named.or_else(|| styles.list_of(paragraph))?;
        count(styles.levels(list)?, &mut self.counters, at, start)
    }

    /// Counts a heading and returns its label.
    pub fn heading(&mut self, styles: &OdtStyles, tag: &HeadingNumbering) -> Option<String> {
        let at = usize::from(tag.level).checked_sub(1)?.min(LEVELS - 1);
        count(&styles.outline, &mut self.outline, at, tag.start)
    }
}

/// The properties of a heading that matter for its number.
#[derive(Debug, Clone, Copy)]
pub struct HeadingNumbering {
    /// Its level, from 1.
    pub level: u8,
    /// The number it sets, if any.
    pub start: Option<u32>,
}

fn count(
    levels: &ListStyle,
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

/// Joins the numbers of the shown levels with points.
fn joined(level: &ListLevelStyle, at: usize, number: impl Fn(usize) -> Option<String>) -> String {
    let shown = (at + 1).saturating_sub(level.shown)..=at;
    let numbers: Vec<String> = shown.filter_map(number).filter(|n| !n.is_empty()).collect();
    format!("{}{}{}", level.prefix, numbers.join("."), level.suffix)
}

/// Fills the numbers into the placeholders (`%1%`) of a pattern.
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
