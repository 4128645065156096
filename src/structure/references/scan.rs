//! Mentions of places in a text, before anybody asks where they lead: the word,
//! its numbers, and whether they are of this document or of another.

use super::compound::{ArticleTail, Compounds};
use super::mention::{Mention, MentionedNumber};
use super::number::{chinese, digits, read, with_parts};
use super::number_list::NumberList;
use super::other_texts::OtherTexts;
use super::relation::Relations;
use super::words::{PlaceWords, joins};
use crate::document::{ClauseNumber, Ordinal};
use crate::import::stretches;
use crate::lexicon::counter::is_han;
use crate::lexicon::keywords::{OPERATIVE, PREAMBULAR};
use crate::lexicon::referring::{Order, PlaceUnit, PlaceWord, ReferenceWords, Relative, SIGNS};
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
            let Some(hit) = hit else { break };
            let mention = self.mention(text, hit.clone());
            at = mention.as_ref().map_or(0, |mention| mention.range().end).max(hit.end);
            found.extend(mention.filter(|mention| !heads(text, &mention.range())));
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
            Order::Either if !words.starts_with(|c: char| c.is_ascii_digit()) => {}
            Order::NumberFirst | Order::Either | Order::Around(_) => {
                let word = all.clone().find(|word| word.forms.ended(words))?;
                let first = match self.texts.language.order {
                    Order::Around(sign) => {
                        let inside = words.strip_prefix(sign)?.trim_start();
                        let len = inside.find(|c: char| !c.is_numeric() && !is_han(c))?;
                        let inside = &inside[..len];
                        let digits = digits(inside).map(|(digits, _)| digits.parse().ok());
                        ClauseNumber::top(digits.unwrap_or_else(|| chinese(inside))?)
                    }
                    _ if joined(text, hit.start) => return None,
                    _ => {
                        let len = words.find(|c: char| !c.is_ascii_digit() && c != '.')?;
                        read(words[..len].trim_end_matches('.'), 0, word.unit)?.0
                    }
                };
                let number = match first.components() {
                    [Ordinal::Number(n)] if word.unit == PlaceUnit::Article => Some(*n),
                    _ => None,
                };
                let behind = match self.texts.language.order {
                    Order::Around(_) => number.map(|n| self.compounds.behind(n, &text[hit.end..])),
                    _ => None,
                };
                let (hit, first) = match behind {
                    Some(ArticleTail::Inserted(own, len)) => {
                        (hit.start..hit.end + len, ClauseNumber::from_components(vec![own?])?)
                    }
                    Some(ArticleTail::Nothing) | None => (hit, first),
                };
                // Where a name is before a number, any may have been there.
                let known = self.texts.language.order != Order::NumberFirst
                    || self.texts.says_own(&text[..hit.start]);
                return Some(Mention {
                    unit: word.unit,
                    word,
                    certain: word.certain && known,
                    own: false,
                    items: vec![MentionedNumber::new(hit, first)],
                    within: None,
                    elsewhere: false,
                    under: None,
                });
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
            None => match self.in_words(text, hit.clone(), word) {
                Some(item) => vec![item],
                None => vec![ranked(self.texts.language, text, hit, word)?],
            },
        };
        let end = items.last().map_or(0, |item| item.words.end);
        let of_own = |word: &str| self.texts.language.own.has(word);
        let own = before.split_whitespace().next_back().is_some_and(of_own);
        // The parts of what is around may be named in words alone.
        let part = bracketed && word.unit != PlaceUnit::Paragraph;
        let ordinal = word.unit == PlaceUnit::Paragraph
            && items.first().is_some_and(|item| item.words.start < start);
        let certain = word.certain && !part && !ordinal && !ends_title(before, &text[end..]);
        let (unit, within) = (word.unit, None);
        Some(Mention { unit, word, certain, own, items, within, elsewhere: false, under: None })
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
    let outer = matches!(word.unit, PlaceUnit::Annex | PlaceUnit::Chapter)
        || (language.ordinal_parts && word.unit == PlaceUnit::Paragraph);
    let before = text[..hit.start].trim_end_matches([' ', '\u{a0}', '\n']);
    let ordinal = before.split_whitespace().next_back().filter(|_| outer)?;
    let rank = spelled::ordinal_in(language.tag, ordinal)?;
    let end = hit.start + text[hit].trim_end_matches([' ', '\u{a0}', '\n']).len();
    let number = ClauseNumber::top(rank);
    (before.len() < end).then(|| MentionedNumber::new(before.len() - ordinal.len()..end, number))
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
