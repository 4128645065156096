//! Marginal notes: titles that are above the provisions that they name, as consolidated
//! acts print what stood in the margin.
//!
//! One short line above a provision may be its title, or the heading of a group of
//! provisions, or the end of what is before. Siblings decide together: where most have
//! such a line, it is the title of each. A second such line above it heads the group.

use super::numbering::ProvisionUnit;
use super::part::Part;
use crate::import::manuscript::ElementKind;
use std::collections::HashMap;
use std::ops::Range;

/// The longest note, in characters.
const LONGEST: usize = 150;

/// Maximum number of words of a note that ends with a full stop.
const MOST_WORDS: usize = 12;

/// Minimum number of siblings with a note.
const LEAST: usize = 2;

/// The minimum share of siblings with words of their own that have a note above them: so many of so
/// many.
const SHARE: (usize, usize) = (1, 2);
/// The same where notes may be something else: headings by the format, which may head
/// several, or short sentences.
const SHARE_OF_DOUBTFUL: (usize, usize) = (9, 10);

/// What a part is among provisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Above {
    /// The title of the provision that begins in the next part.
    Title,
    /// The heading of a group of provisions, of which the first begins below its title.
    Group,
}

/// The notes of some parts.
#[derive(Debug, Default)]
pub struct MarginalNotes {
    above: HashMap<usize, Above>,
}

/// Provisions of one depth, written alike.
#[derive(Debug, Default)]
struct MarginalSiblings {
    /// Those with words of their own.
    all: usize,
    /// Parts above them that may be notes, in order.
    notes: Vec<usize>,
    /// How many of these are headings by the format, or end as sentences do.
    doubtful: usize,
}

impl MarginalNotes {
    /// Looks at a range of the parts.
    pub fn of(text: &str, parts: &[Part<'_>], range: Range<usize>) -> Self {
        let mut groups: HashMap<(usize, bool), MarginalSiblings> = HashMap::new();
        for at in range.clone() {
            let Some(ProvisionUnit::Provision { depth, article, .. }) =
                parts[at].mark.map(|mark| &mark.unit)
            else {
                continue;
            };
            let siblings = groups.entry((*depth, *article)).or_default();
            let stacked = parts.get(at + 1).is_some_and(begins_in_line);
            if begins_in_line(&parts[at]) || !(stacked || has_words(text, &parts[at])) {
                continue;
            }
            siblings.all += 1;
            if at > range.start && is_note(text, parts, at - 1) {
                siblings.doubtful += usize::from(is_doubtful(text, &parts[at - 1]));
                siblings.notes.push(at - 1);
            }
        }
        let mut above = HashMap::new();
        for siblings in groups.values().filter(|siblings| siblings.have_notes()) {
            for note in &siblings.notes {
                above.insert(*note, Above::Title);
                let group = note.checked_sub(1).filter(|group| {
                    let plain = parts[*group].kind == ElementKind::Paragraph;
                    *group >= range.start && plain && is_note(text, parts, *group)
                });
                if let Some(group) = group {
                    above.entry(group).or_insert(Above::Group);
                }
            }
        }
        Self { above }
    }

    /// What a part is among provisions, where it is anything.
    pub fn at(&self, part: usize) -> Option<Above> {
        self.above.get(&part).copied()
    }
}

impl MarginalSiblings {
    fn have_notes(&self) -> bool {
        let count = self.notes.len();
        let doubtful = self.doubtful * 2 >= count;
        let (least, of) = if doubtful { SHARE_OF_DOUBTFUL } else { SHARE };
        count >= LEAST && count * of >= self.all * least
    }
}

/// Whether a note may be something else: the heading of several provisions, or a sentence.
fn is_doubtful(text: &str, note: &Part<'_>) -> bool {
    note.is_heading() || ends_sentence(note.words(text).trim())
}

fn ends_sentence(words: &str) -> bool {
    words.ends_with(['.', '。'])
}

/// Whether a provision begins in the line of another, as `(1)` does in `2 (1)`.
fn begins_in_line(part: &Part<'_>) -> bool {
    part.mark.is_some_and(|mark| mark.place.column > 0)
}

/// Whether a provision has words that a title could be of: not a remark in brackets
/// alone, such as that it was repealed, and more than a title of its own.
fn has_words(text: &str, part: &Part<'_>) -> bool {
    let first = part.first_behind_label(text);
    let title = || part.is_clause_title(text) && !ends_sentence(part.words(text).trim());
    first.is_some_and(|first| !matches!(first, '[' | '(')) && !title()
}

/// Whether a part may be a note above the provision after it: a short line without the end of a
/// sentence, separated from what is before.
fn is_note(text: &str, parts: &[Part<'_>], at: usize) -> bool {
    let part = &parts[at];
    let heading = part.is_heading();
    let plain = part.kind == ElementKind::Paragraph;
    if part.mark.is_some() || !(heading || plain) {
        return false;
    }
    let words = part.words(text);
    let words = words.trim();
    let parted = at == 0 || heading || part.blank_before > 0;
    let begun = words.starts_with(|c: char| !c.is_lowercase() && !matches!(c, '[' | '('));
    let short = !ends_sentence(words) || words.split_whitespace().count() <= MOST_WORDS;
    parted
        && begun
        && short
        && !part.is_ornament(text)
        && !words.ends_with([';', ',', ':', '?', '!', ']', '”', '"'])
        && words.chars().count() <= LONGEST
}
