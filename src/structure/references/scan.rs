//! Mentions of places in a text, before anybody asks where they lead: the word,
//! its numbers, and whether they are of this document or of another.

use super::compound::{ArticleTail, Compounds};
use super::number::{chinese, digits, read, with_parts};
use super::words::{PlaceWords, joins};
use crate::document::{ClauseNumber, Ordinal};
use crate::import::stretches;
use crate::lexicon::counter::is_han;
use crate::lexicon::referring::{
    NumberCount, Order, PlaceUnit, PlaceWord, ReferenceWords, Relative, SIGNS,
};
use crate::lexicon::spelled;
use std::collections::HashMap;
use std::ops::Range;

/// Number of bytes of a text in which the words about its places are searched.
const LONGEST_CONTEXT: usize = 16 << 10;

/// A number of a mention, or a range of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MentionedNumber {
    /// The words, in bytes; those of the first begin with the word that names
    /// the place.
    pub words: Range<usize>,
    /// The number.
    pub first: ClauseNumber,
    /// The last of a range.
    pub last: Option<ClauseNumber>,
    /// Whether it may be the count of something else: the 6 of `section 5 or 6`.
    pub guessed: bool,
}

impl MentionedNumber {
    fn new(words: Range<usize>, first: ClauseNumber) -> Self {
        Self { words, first, last: None, guessed: false }
    }
}

/// A word that names places, with its numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// What it names.
    pub unit: PlaceUnit,
    /// The word itself.
    pub word: &'static PlaceWord,
    /// Whether it says that there is such a place.
    pub certain: bool,
    /// Whether it is the place that the words are in: `this Section 3.4`.
    pub own: bool,
    /// The numbers, at least one.
    pub items: Vec<MentionedNumber>,
    /// The place that this is a part of, by its index among the mentions.
    pub within: Option<usize>,
    /// Whether it is of another text.
    pub elsewhere: bool,
    /// The section whose title is behind it, by its index among the titles
    /// that the scanner knows.
    pub under: Option<usize>,
}

impl Mention {
    /// From its word to its last number, in bytes.
    pub fn range(&self) -> Range<usize> {
        let ends = (self.items.first(), self.items.last());
        let (Some(first), Some(last)) = ends else { return 0..0 };
        first.words.start..last.words.end
    }

    /// Of its numbers the one that another mention is a part of: the last of
    /// `Articles 3 and 5, paragraph 2`, the first of `paragraph 2 of Articles …`.
    pub fn nearest_to(&self, part: &Self) -> Option<MentionedNumber> {
        if self.range().start > part.range().start {
            return self.items.first().cloned();
        }
        let mut item = self.items.last()?.clone();
        if let Some(last) = item.last.take() {
            item.first = last;
        }
        Some(item)
    }
}

/// Finds mentions in the words of one language.
pub struct Scanner {
    pub(super) language: &'static ReferenceWords,
    words: PlaceWords,
    /// The title of the document and what it calls itself, in small letters.
    pub(super) title: String,
    /// The titles of its own annexes and parts.
    pub(super) titles: Vec<String>,
    /// Its own numbers that are more than digits.
    compounds: Compounds,
    /// Whether its own provisions have numbers in words.
    spelled: bool,
}

impl Scanner {
    /// For a document of a title and a text.
    pub fn new(language: &'static ReferenceWords, title: &str, text: &str) -> Self {
        let words = PlaceWords::of(language);
        Self {
            language,
            title: format!("{}\n{}", title.to_lowercase(), own_names(&words, text)),
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
        let spelled = labels.any(|label| ordinal_at_end(self.language, label).is_some());
        Self { titles, compounds, spelled, ..self }
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
        self.relate(text, &mut found);
        found
    }

    /// Articles that a code cites by their letters and numbers alone, at some places.
    fn without_words<'t>(
        &'t self,
        text: &'t str,
        places: Range<usize>,
    ) -> impl Iterator<Item = Mention> + 't {
        let mut words = self.language.words.iter();
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
        let stands_alone = |range: &Range<usize>| whole(text, range.clone(), self.language);
        // What follows a colon is not a clause but what is said next.
        let leads_in = |range: &Range<usize>| text[range.end..].trim_start().starts_with(':');
        let known = |range: Range<usize>| {
            let words = text[range.clone()].to_lowercase();
            let known = self.language.relative.iter().find(|known| known.words == words)?;
            Some((range, known))
        };
        let found = self.words.relative(text).into_iter();
        found.filter(|range| stands_alone(range) && !leads_in(range)).filter_map(known).collect()
    }

    fn mention(&self, text: &str, hit: Range<usize>) -> Option<Mention> {
        let words = text[hit.clone()].to_lowercase();
        let words = words.trim_end_matches([' ', '\u{a0}', '\n']);
        // What a language makes of the sign goes before what all do.
        let all = self.language.words.iter().chain(&SIGNS);
        let sign = words.starts_with('§');
        match self.language.order {
            _ if sign => {}
            Order::WordFirst => {}
            Order::Either if !words.starts_with(|c: char| c.is_ascii_digit()) => {}
            Order::NumberFirst | Order::Either | Order::Around(_) => {
                let form = |word: &PlaceWord| word.forms.iter().any(|form| words.ends_with(form));
                let word = all.clone().find(|word| form(word))?;
                let first = match self.language.order {
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
                let behind = match self.language.order {
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
                let known =
                    self.language.order != Order::NumberFirst || self.says_own(&text[..hit.start]);
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
        let word = all.clone().find(|word| word.forms.contains(&words))?;
        let letters = words.ends_with(char::is_alphabetic);
        // A word is parted from its number, and is no part of another.
        let parted = text[..hit.end].ends_with([' ', '\u{a0}', '\n']);
        let behind = &text[hit.end..];
        let bracketed = behind.starts_with('(');
        let plural = self.language.plurals.iter().any(|end| behind.starts_with(end));
        let longer = letters && !parted && behind.starts_with(joins);
        if !sign && (joined(text, hit.start) || longer) {
            return None;
        }
        let before = &text[..hit.start];
        let numbered = sign || !letters || parted || (bracketed && !plural);
        let items = match numbered.then(|| self.items(text, hit.clone(), word)).flatten() {
            Some(items) => items,
            // `the Third Schedule.`, `المادة الثانية`
            None => match self.in_words(text, hit.clone(), word) {
                Some(item) => vec![item],
                None => vec![ranked(self.language, text, hit, word)?],
            },
        };
        let end = items.last().map_or(0, |item| item.words.end);
        let of_own = |word: &str| self.language.own.contains(&word.to_lowercase().as_str());
        let own = before.split_whitespace().next_back().is_some_and(of_own);
        // The parts of what is around may be named in words alone.
        let part = bracketed && word.unit != PlaceUnit::Paragraph;
        let certain = word.certain && !part && !ends_title(before, &text[end..]);
        let (unit, within) = (word.unit, None);
        Some(Mention { unit, word, certain, own, items, within, elsewhere: false, under: None })
    }

    /// A provision whose number is an ordinal after the word, as the labels of the document have
    /// it: `المادة الثانية`, `cláusula segunda`.
    fn in_words(&self, text: &str, hit: Range<usize>, word: &PlaceWord) -> Option<MentionedNumber> {
        let able = self.spelled && word.unit.is_provision();
        let words = able.then(|| text[hit.end..].trim_start())?;
        let at = text.len() - words.len();
        let (end, number) = spelled::word_ends(words)
            .take(MOST_ORDINAL_WORDS)
            .find_map(|end| Some((end, spelled::ordinal_in(self.language.tag, &words[..end])?)))?;
        Some(MentionedNumber::new(hit.start..at + end, ClauseNumber::top(number)))
    }

    /// The numbers behind a word.
    fn items(
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
        let blanks = [' ', '\u{a0}', '\n'];
        let behind = rest.trim_start_matches(blanks);
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
            let letter = rest.chars().next().filter(char::is_ascii_lowercase)?;
            let behind = &rest[1..];
            let closed = behind.starts_with(')');
            let after = behind.trim_start_matches([' ', '\u{a0}', '\n']);
            let next = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
            // `alínea a do inciso II`, `alínea a, do art. 5`, but `alínea a que se refere`
            let ended = behind.is_empty()
                || behind.starts_with([',', ';', '.'])
                || (after.len() < behind.len() && self.language.of.contains(&next));
            let plain = (!self.language.letter_words || ended)
                && !behind.starts_with(|c: char| c.is_alphanumeric() || c == '-')
                && !behind
                    .strip_prefix('.')
                    .is_some_and(|more| more.starts_with(char::is_alphanumeric));
            let number = ClauseNumber::from_components(vec![Ordinal::Letters(letter.to_string())])?;
            (unit == PlaceUnit::Point && (closed || plain)).then_some((number, at + 1))
        };
        // `paragraph [12]` of a judgment
        let bracketed = || {
            let inner = text[at..].strip_prefix('[').filter(|_| unit == PlaceUnit::Paragraph)?;
            let (number, len) = digits(inner)?;
            inner[len..].strip_prefix(']')?;
            Some((ClauseNumber::top(number.parse().ok()?), at + len + 2))
        };
        self.whole(text, at, unit).or_else(letter).or_else(bracketed)
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
        let blanks = [' ', '\u{a0}', '\n'];
        let tight = rest.trim_start_matches(blanks);
        let dash = tight.strip_prefix(['-', '–', '—', '\u{2011}']);
        let many = word.numbers != NumberCount::One;
        let spelled = || {
            let words = self.language.to.iter();
            let mut fits = words
                .filter_map(|to| tight.strip_prefix(to).filter(|rest| rest.starts_with(blanks)));
            fits.next().filter(|_| tight.len() < rest.len())
        };
        // A dash between blanks parts a sentence, as a rule.
        let dash = dash.filter(|_| many || tight.len() == rest.len());
        let words = dash.is_none();
        let number = dash.or_else(spelled)?.trim_start_matches(blanks);
        let (last, end) = self.whole(text, text.len() - number.len(), word.unit)?;
        let part = number.starts_with('(') && rest.len() < text.len() && text[..at].ends_with(')');
        let last = match continued(first, &last, outermost).filter(|_| part) {
            Some(whole) => whole,
            None if words && !many => return None,
            None => last,
        };
        Some((last, end))
    }

    /// What parts two numbers of a list, where it does.
    fn and<'t>(&self, rest: &'t str, word: &PlaceWord) -> Option<&'t str> {
        let blanks = [' ', '\u{a0}', '\n'];
        let comma = rest.strip_prefix([',', ';']);
        let inner = comma.unwrap_or(rest).trim_start_matches(blanks);
        let mut words = self.language.and.iter();
        let spelled = words.find_map(|and| {
            let tail = inner.strip_prefix(and)?;
            tail.starts_with(blanks).then(|| tail.trim_start_matches(blanks))
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

/// Maximum number of words in an ordinal.
const MOST_ORDINAL_WORDS: usize = 2;

/// The ordinal in words at the end of a label: `المادة الثانية`, `PRIMERA.-`.
fn ordinal_at_end(language: &ReferenceWords, label: &str) -> Option<u32> {
    let words = label.trim_end_matches(|c: char| !c.is_alphanumeric());
    let last = words.split_whitespace().next_back()?;
    let in_words = last.chars().count() > 2 && last.chars().all(char::is_alphabetic);
    in_words.then(|| spelled::ordinal_in(language.tag, last)).flatten()
}

/// A division that an ordinal before its word numbers: `the Second Schedule`.
fn ranked(
    language: &ReferenceWords,
    text: &str,
    hit: Range<usize>,
    word: &PlaceWord,
) -> Option<MentionedNumber> {
    let outer = matches!(word.unit, PlaceUnit::Annex | PlaceUnit::Chapter);
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

fn whole(text: &str, range: Range<usize>, language: &ReferenceWords) -> bool {
    let spaced = !matches!(language.order, Order::Around(_));
    let ends = !text[range.end..].starts_with(char::is_alphanumeric);
    !spaced || (!joined(text, range.start) && ends)
}
