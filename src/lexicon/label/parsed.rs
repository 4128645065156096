//! A label as it was read: how it is written, and the number that it states.

use super::number::{LabelNumber, Suffix};
use crate::document::Ordinal;
use crate::lexicon::counter::Counter;
use crate::lexicon::keywords::Role;
use std::borrow::Cow;

/// How a label is written; the labels of a sequence share one style.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LabelStyle {
    /// The word beside the counter.
    pub named: Option<LabelWord>,
    /// The kind of the last counter.
    pub counter: Counter,
    /// The marks around it.
    pub form: LabelForm,
    /// How many counters it has.
    pub components: u8,
}

/// The word of a label. All words for an article count as the same, since a document may abbreviate
/// it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LabelWord {
    /// The word's role for the number.
    pub role: Role,
    /// Its index in [`crate::lexicon::keywords::WORDS`], if the role has several words.
    pub(super) word: u16,
}

/// The marks around a counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LabelForm {
    /// No significant marks, beside a word.
    Worded,
    /// `11.`
    Point,
    /// `11)`
    Close,
    /// `(11)`
    Both,
    /// `一、`
    Comma,
    /// `11-`
    Dash,
    /// `２　灯`: a space before words of a script without spaces.
    Space,
    /// A number without a mark, alone on its line or before a title.
    Bare,
    /// `2.0`, which contains `2.1`: it counts as `2`.
    Round,
    /// `[11]`
    Square,
    /// `1°`
    Degree,
    /// `¹`
    Raised,
    /// `OP1`, an operative paragraph of a resolution.
    Operative,
    /// `PP1`, a paragraph of the preamble of a resolution.
    Preambular,
}

impl LabelStyle {
    /// Creates a style without a word.
    pub(super) fn bare(counter: Counter, form: LabelForm, components: usize) -> Self {
        let components = u8::try_from(components).unwrap_or(u8::MAX);
        Self { named: None, counter, form, components }
    }

    /// Returns the role of its word.
    pub fn role(&self) -> Option<Role> {
        self.named.map(|named| named.role)
    }
}

/// One reading of a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// How it is written.
    pub style: LabelStyle,
    /// The number that it states.
    pub value: LabelNumber,
    /// The last number of a label for several provisions: 6 in `4 to 6`.
    pub until: Option<u32>,
    /// The number as an address shows it.
    pub ordinals: Vec<Ordinal>,
    /// Length in bytes of its line after cleaning and normalising.
    pub len: usize,
}

impl Label {
    /// Creates a label that fills a line of `len` bytes, found by what the document repeats.
    pub fn of_line(value: u32, role: Role, len: usize) -> Self {
        Self {
            style: LabelStyle {
                named: Some(LabelWord { role, word: 0 }),
                counter: Counter::Digits,
                form: LabelForm::Worded,
                components: 1,
            },
            value: LabelNumber { components: vec![value], suffix: Suffix::default() },
            until: None,
            ordinals: vec![Ordinal::Number(value)],
            len,
        }
    }

    /// Whether it labels an article in one of several series distinguished by letters: `L. 121-1`.
    pub fn is_of_series(&self) -> bool {
        self.style.named.is_some()
            && self.ordinals.len() == 1
            && self.value.prefix().first().is_some_and(|letters| *letters > LETTERED)
    }

    /// Whether it labels an article with a number of its own beside the others: `GEÇİCİ MADDE 1`.
    pub fn is_supplementary(&self) -> bool {
        let series = self.value.components.first();
        self.is_of_series() && series.is_some_and(|series| *series >= SUPPLEMENTED)
    }

    /// Returns the value that the next label in the sequence follows: for a range, its last.
    pub fn reached(&self) -> Cow<'_, LabelNumber> {
        let Some(until) = self.until else { return Cow::Borrowed(&self.value) };
        let mut value = self.value.clone();
        if let Some(last) = value.components.last_mut() {
            *last = until;
        }
        Cow::Owned(value)
    }
}

/// Added to a letter in front of numbers (`A.1`), so that `A.1` is not below `1`.
pub const LETTERED: u32 = 10_000_000;

/// Added to the index of the word of articles that have numbers of their own beside the others:
/// `GEÇİCİ MADDE 1`.
pub const SUPPLEMENTED: u32 = 2 * LETTERED;

/// The context of a line, as far as it affects the label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineRole {
    /// A heading, or a short line by itself.
    Heading,
    /// The start of its own paragraph.
    Paragraph,
    /// The first of several lines, or one among them.
    Running,
}
