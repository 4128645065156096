//! Mentions of places in a text, before anybody asks where they lead: the word,
//! its numbers, and whether they are of this document or of another.

use super::compound::{ArticleTail, Compounds};
use super::mention::{Mention, MentionedNumber};
use super::number::{chinese, digits, read, with_parts};
use super::number_before;
use super::number_list::NumberList;
use super::other_texts::OtherTexts;
use super::relation::Relations;
use super::words::{PlaceWords, joins};
use super::{bare_numbers, bare_parts};
use crate::document::{ClauseNumber, Ordinal};
use crate::import::stretches;
use crate::lexicon::characters::{is_letter, is_unspaced};
use crate::lexicon::counter::is_han;
use crate::lexicon::keywords::{OPERATIVE, PREAMBULAR};
use crate::lexicon::referring::{
    Order, OrdinalParts, PlaceUnit, PlaceWord, ReferenceWords, Relative, SIGNS,
};
use crate::lexicon::spelled;
use std::collections::HashMap;
use std::ops::Range;

/// Number of bytes of a text in which the words about its places are searched.
const LONGEST_CONTEXT: usize = 16 << 10;

/// Finds mentions in the words of one language.
pub struct Scanner {
    texts: OtherTexts,
    words: PlaceWords,
    /// The titles of its own annexes and parts.
    titles: Vec<String>,
    /// Its own numbers that are more than digits.
    compounds: Compounds,
    /// Whether its own provisions have numbers in words.
    spelled: bool,
}

impl Scanner {
    /// For a document of a title and a text.
    pub fn new(language: &'static ReferenceWords, title: &str, text: &str) -> Self {
        let words = PlaceWords::of(language);
        let title = format!("{}\n{}", title.to_lowercase(), own_names(&words, text));
        Self {
            texts: OtherTexts { language, title },
            words,
            titles: Vec::new(),
            compounds: Compounds::default(),
            spelled: false,
        }
    }

    /// The same for a document with these titles of sections and these numbers; `labels` are those
    /// of its provisions.
    pub fn knowing<'l>(
        self,
        titles: Vec<String>,
        compounds: Compounds,
        mut labels: impl Iterator<Item = &'l str>,
    ) -> Self {
        let spelled = labels.any(|label| ordinal_at_end(self.texts.language, label).is_some());
        Self { titles, compounds, spelled, ..self }
    }

    /// What tells the document from other texts.
    pub fn texts(&self) -> &OtherTexts {
        &self.texts
    }

    fn numbers(&self) -> NumberList<'_> {
        NumberList { language: self.texts.language, compounds: &self.compounds }
    }

    /// The mentions of a text, in order.
    pub fn mentions(&self, text: &str) -> Vec<Mention> {
        let mut found: Vec<Mention> = Vec::new();
        let mut from = 0;
        while from < text.len() {
            // What is said of a place is near it: a long text is read a stretch at a time.
            let len = stretches::end_within(&text[from..], LONGEST_CONTEXT);
            let before = found.len();
            for mut mention in self.mentions_of_stretch(&text[from..from + len]) {
                for item in &mut mention.items {
                    item.words = item.words.start + from..item.words.end + from;
                }
                mention.within = mention.within.map(|at| at + before);
                found.push(mention);
            }
            from += len;
        }
        found
    }

    fn mentions_of_stretch(&self, text: &str) -> Vec<Mention> {
        let mut found: Vec<Mention> = Vec::new();
        let mut at = 0;
        loop {
            let hit = self.words.find(text, at..text.len());
            let until = hit.as_ref().map_or(text.len(), |hit| hit.start);
            found.extend(self.without_words(text, at..until));
            found.extend(bare_parts::find(self.texts.language.bare_parts, text, at..until));
            found.extend(bare_numbers::find(self.texts.language, text, at..until));
            let Some(hit) = hit else { break };
            let mention = self.mention(text, hit.clone());
            let item = mention.as_ref().and_then(|mention| self.item_behind(text, mention));
            let ends = [&mention, &item].into_iter().flatten().map(|found| found.range().end);
            at = ends.max().unwrap_or(0).max(hit.end);
            found.extend(mention.filter(|mention| !heads(text, &mention.range())));
            found.extend(item);
        }
        Relations { texts: &self.texts, titles: &self.titles }.relate(text, &mut found);
        found
    }

    /// Articles that a code cites by their letters and numbers alone, at some places.
    fn without_words<'t>(
        &'t self,
        text: &'t str,
        places: Range<usize>,
    ) -> impl Iterator<Item = Mention> + 't {
        let mut words = self.texts.language.words.iter();
        let word = words.find(|word| word.unit == PlaceUnit::Article).unwrap_or(&SIGNS[1]);
        self.compounds.alone(text, places).into_iter().filter_map(move |(range, number)| {
            let (first, end) = with_parts(number, text, range.end)?;
            Some(Mention {
                unit: PlaceUnit::Article,
                word,
                certain: false,
                own: false,
                items: vec![MentionedNumber::new(range.start..end, first)],
                within: None,
                elsewhere: false,
                under: None,
            })
        })
    }

    /// The first mention of a text, be it the head of a provision, where it begins no later than
    /// at a place.
    pub fn begins(&self, text: &str, latest: usize) -> Option<Mention> {
        // An ordinal may be before its word: `Second Schedule`.
        let word = text[latest..].trim_start_matches(|c: char| !c.is_whitespace()).trim_start();
        self.mention(text, self.words.find(text, 0..text.len() - word.len() + 1)?)
    }

    /// Whether a text leads in to changes of another: `is amended as follows`.
    pub fn amends(&self, text: &str) -> bool {
        self.words.amends(text)
    }

    /// Places that a text tells without a number, in bytes.
    pub fn relative(&self, text: &str) -> Vec<(Range<usize>, &'static Relative)> {
        let is_whole =
            |range: &Range<usize>| stands_alone(text, range.clone(), self.texts.language);
        // What follows a colon is not a clause but what is said next.
        let leads_in = |range: &Range<usize>| text[range.end..].trim_start().starts_with(':');
        let known = |range: Range<usize>| {
            let words = text[range.clone()].to_lowercase();
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let known = self.texts.language.relative.iter().find(|known| known.words == words)?;
            Some((range, known))
        };
        let found = self.words.relative(text).into_iter();
        found.filter(|range| is_whole(range) && !leads_in(range)).filter_map(known).collect()
    }

    fn mention(&self, text: &str, hit: Range<usize>) -> Option<Mention> {
        let words = text[hit.clone()].to_lowercase();
        let words = words.trim_end_matches([' ', '\u{a0}', '\n']);
        // What a language makes of the sign goes before what all do.
        let all = self.texts.language.words.iter().chain(&SIGNS);
        let sign = words.starts_with('§');
        match self.texts.language.order {
            _ if sign => {}
            Order::WordFirst => {}
            Order::Around(sign) => return self.surrounded(text, hit, sign),
            Order::NumberFirst | Order::Either if words.contains(|c: char| c.is_ascii_digit()) => {
                return self.number_first(text, hit);
            }
            Order::NumberFirst => return self.part_behind_number(text, hit),
            Order::Either => {
                let part = self.part_behind_number(text, hit.clone());
                if part.is_some() {
                    return part;
                }
            }
        }
        let word = all.clone().find(|word| word.forms.has(words))?;
        let letters = words.ends_with(char::is_alphabetic);
        // A word is parted from its number, and is no part of another.
        let parted = text[..hit.end].ends_with([' ', '\u{a0}', '\n']);
        let behind = &text[hit.end..];
        let bracketed = behind.starts_with('(');
        let plural = self.texts.language.plurals.iter().any(|end| behind.starts_with(end));
        // `OP1`
        let initials = behind.starts_with(|c: char| c.is_ascii_digit())
            && text[hit.clone()].bytes().all(|b| b.is_ascii_uppercase())
            && (OPERATIVE.binary_search(&words).is_ok()
                || PREAMBULAR.binary_search(&words).is_ok());
        let longer = letters && !parted && behind.starts_with(joins) && !initials;
        if !sign && (joined(text, hit.start) || longer) {
            return None;
        }
        let (before, start) = (&text[..hit.start], hit.start);
        let numbered = sign || !letters || parted || initials || (bracketed && !plural);
        let items = match numbered.then(|| self.numbers().items(text, hit.clone(), word)).flatten()
        {
            Some(items) => items,
            // `the Third Schedule.`, `المادة الثانية`
            None => {
                let item = self.in_words(text, hit.clone(), word);
                let items =
                    item.map_or_else(|| self.ordinals_behind(text, &hit, word), |i| vec![i]);
                match items.is_empty() {
                    true => vec![ranked(self.texts.language, text, hit, word)?],
                    false => items,
                }
            }
        };
        let end = items.last().map_or(0, |item| item.words.end);
        let of_own = |word: &str| self.texts.language.own.has(word);
        let own = before.split_whitespace().next_back().is_some_and(of_own);
        // The parts of what is around may be named in words alone.
        let part = bracketed && word.unit != PlaceUnit::Paragraph;
        let ordinal = word.unit == PlaceUnit::Paragraph
            && items.first().is_some_and(|item| {
                item.words.start < start || !text[item.words.clone()].contains(char::is_numeric)
            });
        let certain = word.certain && !part && !ordinal && !ends_title(before, &text[end..]);
        let (unit, within) = (word.unit, None);
        Some(Mention { unit, word, certain, own, items, within, elsewhere: false, under: None })
    }

    /// Parts of a provision that ordinals behind their word number: `часть вторая`, `частин першої
    /// та другої`, `วรรคสอง`.
    fn ordinals_behind(
        &self,
        text: &str,
        hit: &Range<usize>,
        word: &PlaceWord,
    ) -> Vec<MentionedNumber> {
        let language = self.texts.language;
        let able = matches!(language.ordinal_parts, OrdinalParts::After | OrdinalParts::Either)
            && matches!(word.unit, PlaceUnit::Paragraph | PlaceUnit::Point);
        let mut items: Vec<MentionedNumber> = Vec::new();
        let mut at = hit.end;
        while able && items.len() < MOST_ORDINALS {
            let words = text[at..].trim_start_matches([' ', '\u{a0}', '\n']);
            let start = text.len() - words.len();
            let Some((len, rank)) = begun_ordinal(language, words) else { break };
            let begin = if items.is_empty() { hit.start } else { start };
            items.push(MentionedNumber::new(begin..start + len, ClauseNumber::top(rank)));
            let end = start + len;
            let Some(joint) = self.numbers().joint(&text[end..]) else { break };
            at = end + joint;
        }
        items
    }

    /// A place whose number a sign precedes and its word follows: `第五条`, `나목`.
    fn surrounded(&self, text: &str, hit: Range<usize>, sign: &str) -> Option<Mention> {
        let language = self.texts.language;
        let written = &text[hit.clone()];
        let Some(inside) = written.strip_prefix(sign) else {
            let letter = written.chars().next()?;
            let word = language.words.iter().find(|word| word.unit == PlaceUnit::Point)?;
            let number = ClauseNumber::from_components(vec![Ordinal::Letters(letter.to_string())])?;
            return Some(named(word, false, vec![MentionedNumber::new(hit, number)]));
        };
        let words = written.trim_end_matches([' ', '\u{a0}', '\n']);
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
        Some(named(word, word.certain, vec![MentionedNumber::new(hit, first)]))
    }

    /// A place whose number precedes its word: `5-бап`, `(2) bekezdés`, `1 ja 2 §`.
    fn number_first(&self, text: &str, hit: Range<usize>) -> Option<Mention> {
        let language = self.texts.language;
        if joined(text, hit.start) {
            return None;
        }
        let written = text[hit.clone()].to_lowercase();
        let words = written.trim_end_matches([' ', '\u{a0}', '\n']);
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
        Some(named(word, word.certain && known, items))
    }

    /// A part whose number precedes its word and is no digit: `b) pont`, `drugi odstavek`.
    fn part_behind_number(&self, text: &str, hit: Range<usize>) -> Option<Mention> {
        let language = self.texts.language;
        let words = text[hit.clone()].trim_end_matches([' ', '\u{a0}', '\n']);
        let hit_end = hit.start + words.len();
        let hyphen = words.split_once('-').filter(|(letter, _)| letter.chars().count() == 1);
        let words = hyphen.map_or(words, |(_, word)| word);
        let word = language.words.iter().find(|word| word.forms.has(words))?;
        let at = hit_end - words.len();
        let (start, number) = number_before::read(language, text, at, word.unit)?;
        let end = hit_end + ending(&text[hit_end..]);
        let closed = language.order == Order::NumberFirst || end == hit_end;
        closed.then(|| named(word, false, vec![MentionedNumber::new(start..end, number)]))
    }

    /// The item whose number is directly behind a part that an ordinal numbers:
    /// `första stycket 2`, `วรรคหนึ่ง (๑)`.
    fn item_behind(&self, text: &str, part: &Mention) -> Option<Mention> {
        let language = self.texts.language;
        let range = part.range();
        let ordinal =
            part.unit == PlaceUnit::Paragraph && !text[range.clone()].contains(char::is_numeric);
        let word = language.words.iter().find(|word| word.unit == PlaceUnit::Point);
        let word = word.filter(|_| language.ordinal_items && ordinal)?;
        let rest = text[range.end..].strip_prefix([' ', '\u{a0}', '\n'])?;
        let at = text.len() - rest.len();
        Some(named(word, false, self.numbers().items(text, at..at, word)?))
    }

    /// A provision whose number is an ordinal after the word, as the labels of the document have
    /// it: `المادة الثانية`, `cláusula segunda`.
    fn in_words(&self, text: &str, hit: Range<usize>, word: &PlaceWord) -> Option<MentionedNumber> {
        let able = self.spelled && word.unit.is_provision();
        let words = able.then(|| text[hit.end..].trim_start())?;
        let at = text.len() - words.len();
        let (end, number) = spelled::word_ends(words).take(MOST_ORDINAL_WORDS).find_map(|end| {
            Some((end, spelled::ordinal_in(self.texts.language.tag, &words[..end])?))
        })?;
        Some(MentionedNumber::new(hit.start..at + end, ClauseNumber::top(number)))
    }
}

/// Maximum number of words in an ordinal.
const MOST_ORDINAL_WORDS: usize = 2;

/// The ordinal in words at the end of a label: `المادة الثانية`, `PRIMERA.-`.
fn ordinal_at_end(language: &ReferenceWords, label: &str) -> Option<u32> {
    let words = label.trim_end_matches(|c: char| !c.is_alphanumeric());
    let last = words.split_whitespace().next_back()?;
    let in_words = last.chars().count() > 2 && last.chars().all(char::is_alphabetic);
    in_words.then(|| spelled::ordinal_in(language.tag, last)).flatten()
}

/// A division, or a part of a provision in languages that name it so, that an ordinal before its
/// word numbers: `the Second Schedule`, `tweede lid`.
fn ranked(
    language: &ReferenceWords,
    text: &str,
    hit: Range<usize>,
    word: &PlaceWord,
) -> Option<MentionedNumber> {
    let outer = matches!(word.unit, PlaceUnit::Annex | PlaceUnit::Chapter);
    let before = text[..hit.start].trim_end_matches([' ', '\u{a0}', '\n']);
    let end = hit.start + text[hit].trim_end_matches([' ', '\u{a0}', '\n']).len();
    if word.unit == PlaceUnit::Paragraph {
        let (start, rank) = number_before::ordinal(language, before)?;
        let number = ClauseNumber::from_components(vec![rank])?;
        return Some(MentionedNumber::new(start..end, number));
    }
    let ordinal = before.split_whitespace().next_back().filter(|_| outer)?;
    let number = ClauseNumber::top(spelled::ordinal_in(language.tag, ordinal)?);
    (before.len() < end).then(|| MentionedNumber::new(before.len() - ordinal.len()..end, number))
}

/// Maximum number of letters in an ordinal directly behind its word: `วรรคหนึ่ง`.
const LONGEST_ORDINAL: usize = 16;

/// Maximum number of ordinals behind a word.
const MOST_ORDINALS: usize = 8;

/// The ordinal at the start of a text, in whatever case: its length in bytes, and its value.
fn begun_ordinal(language: &ReferenceWords, words: &str) -> Option<(usize, u32)> {
    let first = words.chars().next().filter(|c| c.is_alphabetic())?;
    if is_unspaced(first) {
        let ends = words.char_indices().skip(1).map(|(at, _)| at).chain([words.len()]);
        let ends: Vec<usize> = ends.take(LONGEST_ORDINAL).collect();
        ends.into_iter()
            .rev()
            .find_map(|end| Some((end, spelled::ordinal_in(language.tag, &words[..end])?)))
    } else {
        let ends: Vec<usize> = spelled::word_ends(words).take(MOST_ORDINAL_WORDS).collect();
        ends.into_iter().rev().find_map(|end| {
            Some((end, spelled::inflected_ordinal_in(language.tag, &words[..end])?))
        })
    }
}

/// A mention of a word that nothing is known of yet but its numbers.
fn named(word: &'static PlaceWord, certain: bool, items: Vec<MentionedNumber>) -> Mention {
    let unit = word.unit;
    Mention { unit, word, certain, own: false, items, within: None, elsewhere: false, under: None }
}

/// Maximum number of letters in the ending of a word behind its number.
const LONGEST_ENDING: usize = 12;

/// The length in bytes of the ending that a word has in the text beyond its form in the table:
/// `5 §:n`, `5. §-a`, `5-бабының`.
fn ending(rest: &str) -> usize {
    let joint = rest.strip_prefix([':', '-', '\u{2011}', '’', '\'']);
    let letters = joint.unwrap_or(rest);
    let behind = letters.trim_start_matches(is_letter);
    let count = letters[..letters.len() - behind.len()].chars().count();
    if (1..=LONGEST_ENDING).contains(&count) { rest.len() - behind.len() } else { 0 }
}

/// How often a text calls itself by a name (`this Constitution`) that is its own.
const NAMED: usize = 2;

/// What a text calls itself, in small letters.
fn own_names(words: &PlaceWords, text: &str) -> String {
    let mut names: HashMap<String, usize> = HashMap::new();
    for name in words.names_of_this(text) {
        *names.entry(name.to_lowercase()).or_default() += 1;
    }
    let often = names.into_iter().filter(|(_, times)| *times >= NAMED).map(|(name, _)| name);
    let mut often: Vec<String> = often.collect();
    often.sort_unstable();
    often.join("\n")
}

/// Whether a place is inside a word.
fn joined(text: &str, at: usize) -> bool {
    text[..at].ends_with(joins)
}

/// Whether words in the midst of a block are the head of a provision that the
/// source did not part from the one before: `… of oil. Article 5. Wicks …`.
fn heads(text: &str, range: &Range<usize>) -> bool {
    let blanks = [' ', '\u{a0}', '\n'];
    let before = text[..range.start].trim_end_matches(blanks);
    let ended = before.is_empty() || before.ends_with(['.', ';', ']', '”', '"']);
    let Some(behind) = text[range.end..].strip_prefix(['.', ':']) else { return false };
    let title = behind.trim_start_matches(blanks);
    let capital = text[range.start..].starts_with(char::is_uppercase);
    // `Art. 26. 1. The keeper …` has its first paragraph behind it.
    let paragraph = ["1.", "(1)"].iter().any(|first| title.starts_with(first));
    let sentence = ended && title.starts_with(|c: char| c.is_uppercase() || c == '(');
    range.start > 0 && capital && title.len() < behind.len() && (paragraph || sentence)
}

/// Whether words that end a block may be a title: `… of Work Article 123`.
fn ends_title(before: &str, after: &str) -> bool {
    let word = before.split_whitespace().next_back().unwrap_or("");
    after.trim().is_empty() && word.starts_with(char::is_uppercase)
}

/// Whether words are no part of longer ones.
fn stands_alone(text: &str, range: Range<usize>, language: &ReferenceWords) -> bool {
    let spaced = !matches!(language.order, Order::Around(_));
    let ends = !text[range.end..].starts_with(char::is_alphanumeric);
    !spaced || (!joined(text, range.start) && ends)
}
