//! Places whose number precedes their word (`5-бап`, `(2) bekezdés`, `b) pont`), or a sign both
//! (`第五条`).

use super::compound::{ArticleTail, Compounds};
use super::mention::{Mention, MentionedNumber};
use super::number::{chinese, digits, read};
use super::number_before;
use super::number_list::NumberList;
use super::other_texts::OtherTexts;
use super::place_words::joins;
use crate::document::{ClauseNumber, Ordinal};
use crate::lexicon::characters::{BLANKS, is_letter};
use crate::lexicon::counter::is_han;
use crate::lexicon::referring::{Order, PlaceUnit, ReferenceHabit, SIGNS};
use std::ops::Range;

/// Maximum number of letters in the ending of a word behind its number.
const LONGEST_ENDING: usize = 12;

/// Reads the numbers before words.
pub struct NumberFirst<'a> {
    /// What tells the document from other texts.
    pub texts: &'a OtherTexts,
    /// The numbers of the document that are more than digits.
    pub compounds: &'a Compounds,
}

impl NumberFirst<'_> {
    /// A place whose number precedes its word: `5-бап`, `(2) bekezdés`, `1 ja 2 §`.
    pub fn number_first(&self, text: &str, hit: Range<usize>) -> Option<Mention> {
        let language = self.texts.language;
        if text[..hit.start].ends_with(joins) {
            return None;
        }
        let written = text[hit.clone()].to_lowercase();
        let words = written.trim_end_matches(BLANKS);
        let mut all = language.words.iter().chain(&SIGNS);
        // `mgr.` ends with `gr.`.
        let word = all.find(|word| {
            let mut forms = word.forms.matches_at_end(words);
            forms.any(|(_, before)| !before.ends_with(is_letter))
        })?;
        let at = text[hit.clone()].find(|c: char| c.is_ascii_digit())?;
        let compound = self.compounds.read(text, hit.start + at);
        let compound = compound.filter(|(_, end)| *end < hit.end).map(|(number, _)| number);
        let first = match compound {
            Some(number) => ClauseNumber::from_components(vec![number])?,
            None => {
                let number = text.get(hit.start + at..)?;
                let len = number.find(|c: char| !c.is_ascii_digit() && c != '.')?;
                read(number[..len].trim_end_matches('.'), 0, word.unit)?.0
            }
        };
        // Where a name is before a number, any may have been there.
        let known = language.order != Order::NumberFirst || self.texts.says_own(&text[..hit.start]);
        let (mut items, ranged) = number_before::further(language, text, hit.start, &first);
        let end = hit.end + ending(&text[hit.end..]);
        match items.as_mut_slice() {
            [range] if ranged => range.words.end = end,
            _ => items.push(MentionedNumber::new(hit.start..end, first)),
        }
        Some(Mention::named(word, word.certain && known, items))
    }

    /// A place whose number a sign precedes and its word follows: `第五条`, `나목`.
    pub fn surrounded(&self, text: &str, hit: Range<usize>, sign: &str) -> Option<Mention> {
        let language = self.texts.language;
        let written = &text[hit.clone()];
        let Some(inside) = written.strip_prefix(sign) else {
            let letter = written.chars().next()?;
            let word = language.words.iter().find(|word| word.unit == PlaceUnit::Point)?;
            let number = ClauseNumber::from_components(vec![Ordinal::Letters(letter.to_string())])?;
            return Some(Mention::named(word, false, vec![MentionedNumber::new(hit, number)]));
        };
        let words = written.trim_end_matches(BLANKS);
        let word = language.words.iter().find(|word| word.forms.ended(words))?;
        let inside = inside.trim_start().trim_start_matches(['（', '(']);
        let inside = &inside[..inside.find(|c: char| !c.is_numeric() && !is_han(c))?];
        let digits = digits(inside).map(|(digits, _)| digits.parse().ok());
        let number: u32 = digits.unwrap_or_else(|| chinese(inside))?;
        let behind = (word.unit == PlaceUnit::Article)
            .then(|| self.compounds.behind(number, &text[hit.end..]));
        let (hit, first) = match behind {
            Some(ArticleTail::Inserted(own, len)) => {
                (hit.start..hit.end + len, ClauseNumber::from_components(vec![own?])?)
            }
            Some(ArticleTail::Nothing) | None => (hit, ClauseNumber::top(number)),
        };
        Some(Mention::named(word, word.certain, vec![MentionedNumber::new(hit, first)]))
    }

    /// A part whose number precedes its word and is no digit: `b) pont`, `drugi odstavek`.
    pub fn part_behind_number(&self, text: &str, hit: Range<usize>) -> Option<Mention> {
        let language = self.texts.language;
        let words = text[hit.clone()].trim_end_matches(BLANKS);
        let hit_end = hit.start + words.len();
        let hyphen = words.split_once('-').filter(|(letter, _)| letter.chars().count() == 1);
        let words = hyphen.map_or(words, |(_, word)| word);
        let word = language.words.iter().find(|word| word.forms.has(words))?;
        let at = hit_end - words.len();
        let (start, number) = number_before::read(language, text, at, word.unit)?;
        let end = hit_end + ending(&text[hit_end..]);
        let closed = language.order == Order::NumberFirst || end == hit_end;
        let mut items = match number.components() {
            [Ordinal::Number(_)] => number_before::further_ordinals(language, text, start),
            _ => Vec::new(),
        };
        items.push(MentionedNumber::new(start..end, number));
        closed.then(|| Mention::named(word, false, items))
    }

    /// The item whose number is directly behind a part that an ordinal numbers:
    /// `första stycket 2`, `วรรคหนึ่ง (๑)`.
    pub fn item_behind(&self, text: &str, part: &Mention) -> Option<Mention> {
        let language = self.texts.language;
        let numbers = NumberList { language, compounds: self.compounds };
        let range = part.range();
        let ordinal =
            part.unit == PlaceUnit::Paragraph && !text[range.clone()].contains(char::is_numeric);
        let word = language.words.iter().find(|word| word.unit == PlaceUnit::Point);
        let word = word.filter(|_| language.has(ReferenceHabit::OrdinalItems) && ordinal)?;
        let rest = text[range.end..].strip_prefix(BLANKS)?;
        let at = text.len() - rest.len();
        Some(Mention::named(word, false, numbers.items(text, at..at, word)?))
    }
}

/// The length in bytes of the ending that a word has in the text beyond its form in the table:
/// `5 §:n`, `5. §-a`, `5-бабының`.
fn ending(rest: &str) -> usize {
    let joint = rest.strip_prefix([':', '-', '\u{2011}', '’', '\'']);
    let letters = joint.unwrap_or(rest);
    let behind = letters.trim_start_matches(is_letter);
    let count = letters[..letters.len() - behind.len()].chars().count();
    if (1..=LONGEST_ENDING).contains(&count) { rest.len() - behind.len() } else { 0 }
}
