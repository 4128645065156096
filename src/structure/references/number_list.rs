//! The numbers behind a word that names places: one, a range, or a list.

use super::compound::Compounds;
use super::mention::MentionedNumber;
use super::number::{digits, read, with_parts};
use crate::document::{ClauseNumber, Ordinal};
use crate::lexicon::characters::BLANKS;
use crate::lexicon::counter::{Counter, digit, readings};
use crate::lexicon::letters;
use crate::lexicon::referring::{
    NumberCount, PlaceUnit, PlaceWord, ReferenceHabit, ReferenceWords,
};
use std::ops::Range;

/// Reads the numbers behind a word.
pub struct NumberList<'a> {
    /// The words of the language.
    pub language: &'static ReferenceWords,
    /// The numbers of the document that are more than digits.
    pub compounds: &'a Compounds,
}

impl NumberList<'_> {
    /// The numbers behind a word.
    pub fn items(
        &self,
        text: &str,
        hit: Range<usize>,
        word: &PlaceWord,
    ) -> Option<Vec<MentionedNumber>> {
        let (first, end) = self.number(text, hit.end, word.unit)?;
        // What has a number before its parentheses keeps it.
        let outermost = usize::from(!text[hit.end..].starts_with('('));
        let mut items = vec![MentionedNumber::new(hit.start..end, first)];
        loop {
            let item = items.last_mut()?;
            let end = item.words.end;
            if let Some((last, after)) = self.to(text, end, word, &item.first, outermost) {
                item.last = Some(last);
                item.words.end = after;
                continue;
            }
            let Some(joint) = self.and(&text[end..], word) else { break };
            let at = end + joint.len();
            let Some((first, after)) = self.number(text, at, word.unit) else { break };
            let next = if text[at..].starts_with('(') {
                // `58(1) and (2)`: the second is one of 58 too.
                let whole = text[..end].ends_with(')') && !joint.starts_with(';');
                whole.then(|| continued(&item.first, &first, outermost)).flatten()
            } else {
                let before = item.first.components().last();
                let letter = text[at..].starts_with(|c: char| c.is_ascii_lowercase());
                let point = letter && matches!(before, Some(Ordinal::Number(_)));
                let fits = word.numbers != NumberCount::One
                    || (!joint.starts_with(';')
                        && (first.components().len() > 1 || !joint.starts_with(','))
                        && self.is_another(&item.first, &first, &text[after..]));
                (!point && fits).then_some(first)
            };
            let Some(first) = next else { break };
            let guessed = word.numbers == NumberCount::One && !text[at..].starts_with('(');
            items.push(MentionedNumber { guessed, ..MentionedNumber::new(at..after, first) });
        }
        Some(items)
    }

    /// Whether a number behind a word of one place and a conjunction is another
    /// such place, and no count: `section 1(1) or 2(1)`, not `section 5 or 30 days`.
    fn is_another(&self, before: &ClauseNumber, next: &ClauseNumber, rest: &str) -> bool {
        let (before, next) = (before.components(), next.components());
        if next.len() > 1 {
            return before.len() == next.len()
                && before.iter().zip(next).all(|(before, next)| alike(before, next));
        }
        let ([Ordinal::Number(before), ..], [Ordinal::Number(next)]) = (before, next) else {
            return matches!((before, next), ([before], [next]) if alike(before, next));
        };
        let behind = rest.trim_start_matches(BLANKS);
        let word = behind.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        let ReferenceWords { of, inside, and, .. } = self.language;
        let joins = [of, inside, and].iter().any(|known| known.contains(&word));
        let counts = behind.starts_with(char::is_alphanumeric) && !joins;
        before < next && (!counts || next - before <= NEAR)
    }

    /// The number at `at`, or the small letter of a point: `lit. b`,
    /// `letra b)`. A letter that is a word too is known by its parenthesis.
    fn number(&self, text: &str, at: usize, unit: PlaceUnit) -> Option<(ClauseNumber, usize)> {
        let letter = || {
            let rest = &text[at..];
            let latin =
                |c: &char| c.is_ascii_lowercase() || !letters::between(&c.to_string()).is_empty();
            let Some(letter) = rest.chars().next().filter(latin) else {
                let part = matches!(unit, PlaceUnit::Paragraph | PlaceUnit::Point);
                let (letter, len) = quoted_letter(rest).filter(|_| part)?;
                let own = Ordinal::Letters(letter.to_string());
                return Some((ClauseNumber::from_components(vec![own])?, at + len));
            };
            let behind = &rest[letter.len_utf8()..];
            let closed = behind.starts_with(')');
            let after = behind.trim_start_matches(BLANKS);
            let next = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
            // `alínea a do inciso II`, `alínea a, do art. 5`, but `alínea a que se refere`
            let ended = behind.is_empty()
                || behind.starts_with([',', ';', '.'])
                || (after.len() < behind.len() && self.language.of.contains(&next));
            let plain = (!self.language.has(ReferenceHabit::LetterWords) || ended)
                && !behind.starts_with(|c: char| c.is_alphanumeric() || c == '-')
                && !behind
                    .strip_prefix('.')
                    .is_some_and(|more| more.starts_with(char::is_alphanumeric));
            let number = ClauseNumber::from_components(vec![Ordinal::Letters(letter.to_string())])?;
            let end = at + letter.len_utf8();
            (unit == PlaceUnit::Point && (closed || plain)).then_some((number, end))
        };
        // `paragraph [12]` of a judgment
        let bracketed = || {
            let inner = text[at..].strip_prefix('[').filter(|_| unit == PlaceUnit::Paragraph)?;
            let (number, len) = digits(inner)?;
            inner[len..].strip_prefix(']')?;
            Some((ClauseNumber::top(number.parse().ok()?), at + len + 2))
        };
        let found = self.whole(text, at, unit).or_else(letter).or_else(bracketed);
        found.or_else(|| self.numeral_of(text, at)).or_else(|| numeral_of_script(text, at))
    }

    /// A capital letter before the larger place, where it is no pronoun or article: `inciso I do
    /// caput`, `Subsection A of this section`.
    fn numeral_of(&self, text: &str, at: usize) -> Option<(ClauseNumber, usize)> {
        let behind = text[at..].strip_prefix(|c: char| c.is_ascii_uppercase())?;
        let rest = behind.strip_prefix(BLANKS)?;
        let next = rest.split(BLANKS).next().unwrap_or("");
        let numeral = text[at..text.len() - behind.len()].to_owned();
        let number = ClauseNumber::from_components(vec![Ordinal::Letters(numeral)])?;
        self.language.of.contains(&next).then_some((number, text.len() - behind.len()))
    }

    /// A number, as the provisions of the document are numbered or else as any is.
    fn whole(&self, text: &str, at: usize, unit: PlaceUnit) -> Option<(ClauseNumber, usize)> {
        let own = self.compounds.read(text, at);
        own.and_then(|(first, end)| with_parts(first, text, end)).or_else(|| read(text, at, unit))
    }

    /// The last number of a range; that of `4(b) to (f)` is one of 4 too.
    fn to(
        &self,
        text: &str,
        at: usize,
        word: &PlaceWord,
        first: &ClauseNumber,
        outermost: usize,
    ) -> Option<(ClauseNumber, usize)> {
        let rest = &text[at..];
        let tight = rest.trim_start_matches(BLANKS);
        let dash = tight.strip_prefix(['-', '–', '—', '\u{2011}']);
        let many = word.numbers != NumberCount::One;
        let spelled = || {
            let words = self.language.to.iter();
            let mut fits = words
                .filter_map(|to| tight.strip_prefix(to).filter(|rest| rest.starts_with(BLANKS)));
            fits.next().filter(|_| tight.len() < rest.len())
        };
        // A dash between blanks parts a sentence, as a rule.
        let dash = dash.filter(|_| many || tight.len() == rest.len());
        let words = dash.is_none();
        let number = dash.or_else(spelled)?.trim_start_matches(BLANKS);
        let (last, end) = self.whole(text, text.len() - number.len(), word.unit)?;
        let part = number.starts_with('(') && rest.len() < text.len() && text[..at].ends_with(')');
        let last = match continued(first, &last, outermost).filter(|_| part) {
            Some(whole) => whole,
            None if words && !many => return None,
            None => last,
        };
        Some((last, end))
    }

    /// The length in bytes of what separates two members of a list, with the blanks behind it.
    pub fn joint(&self, rest: &str) -> Option<usize> {
        let comma = rest.strip_prefix(',');
        let inner = comma.unwrap_or(rest).trim_start_matches(BLANKS);
        let mut words = self.language.and.iter().filter_map(|and| inner.strip_prefix(and));
        let behind = words.find(|tail| tail.starts_with(BLANKS)).or(comma)?;
        Some(rest.len() - behind.len())
    }

    /// What parts two numbers of a list, where it does.
    fn and<'t>(&self, rest: &'t str, word: &PlaceWord) -> Option<&'t str> {
        let comma = rest.strip_prefix([',', ';']);
        let inner = comma.unwrap_or(rest).trim_start_matches(BLANKS);
        let mut words = self.language.and.iter();
        let spelled = words.find_map(|and| {
            let tail = inner.strip_prefix(and)?;
            tail.starts_with(BLANKS).then(|| tail.trim_start_matches(BLANKS))
        });
        let tail = match (spelled, comma) {
            (Some(tail), _) => tail,
            // `§§ 88, 89 Abs. 4, 90`: the comma goes on with what was before.
            (None, Some(_)) if word.numbers == NumberCount::Joined => return None,
            (None, Some(_)) => inner,
            (None, None) => return None,
        };
        Some(&rest[..rest.len() - tail.len()])
    }
}

/// A numeral of a script that has signs for them and no digits: `አንቀጽ ፪`.
fn numeral_of_script(text: &str, at: usize) -> Option<(ClauseNumber, usize)> {
    let rest = &text[at..];
    rest.starts_with(|c: char| c.is_numeric() && !c.is_ascii() && digit(c).is_none())
        .then_some(())?;
    let reading = readings(rest)
        .into_iter()
        .find(|reading| matches!(reading.counter, Counter::SignsSmall(_)))?;
    Some((ClauseNumber::top(reading.value), at + reading.len))
}

/// Two places that are named together by the word for one are at most this far apart.
const NEAR: u32 = 3;

/// The number that a part continues a list of numbers with: `(b)` behind
/// `58(1)(a)` is 58(1)(b), `(2)` is 58(2). Levels before the `outermost` are kept.
fn continued(before: &ClauseNumber, part: &ClauseNumber, outermost: usize) -> Option<ClauseNumber> {
    let first = part.components().first()?;
    let components = before.components();
    let level = (outermost..components.len()).rev().find(|at| alike(&components[*at], first))?;
    let mut whole = components[..level].to_vec();
    whole.extend_from_slice(part.components());
    ClauseNumber::from_components(whole)
}

/// A letter of another alphabet that marks show to be the number of a point, and where it ends:
/// `"а"`, `«б»`, `в)`, `α΄`. One alone is a word in many languages.
fn quoted_letter(text: &str) -> Option<(char, usize)> {
    let inner = text.strip_prefix(['"', '«', '“', '„', '(']).unwrap_or(text);
    let letter = inner.chars().next()?;
    let counts = !letters::places(&letter.to_string()).is_empty();
    let behind = &inner[letter.len_utf8()..];
    let mark = behind.chars().next()?;
    let closed = matches!(mark, '"' | '»' | '”' | '“' | ')' | '΄' | '’' | '\'' | '´');
    (counts && closed).then(|| (letter, text.len() - behind.len() + mark.len_utf8()))
}

/// Whether two parts may be of one list: letters, Roman numerals or digits.
fn alike(before: &Ordinal, next: &Ordinal) -> bool {
    let roman = |letters: &str| letters.chars().all(|c| "ivxl".contains(c));
    match (before, next) {
        (Ordinal::Number(_), Ordinal::Number(_)) => true,
        (Ordinal::Letters(a), Ordinal::Letters(b)) => {
            (a.len() == 1 && b.len() == 1) || (roman(a) && roman(b)) || (a.len() > 1 && b.len() > 1)
        }
        _ => false,
    }
}
