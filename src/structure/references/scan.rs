//! Mentions of places in a text, before anybody asks where they lead: the word,
//! its numbers, and whether they are of this document or of another.

use super::compound::Compounds;
use super::mention::{Mention, MentionedNumber};
use super::number::with_parts;
use super::number_first::NumberFirst;
use super::number_list::NumberList;
use super::other_texts::OtherTexts;
use super::place_words::{PlaceWords, joins};
use super::relation::Relations;
use super::{bare_numbers, bare_parts, ordinals};
use crate::import::stretches;
use crate::lexicon::characters::BLANKS;
use crate::lexicon::keywords::{OPERATIVE, PREAMBULAR};
use crate::lexicon::referring::{Order, PlaceUnit, ReferenceWords, Relative, SIGNS};
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
        let spelled = labels.any(|label| ordinals::at_end(self.texts.language, label).is_some());
        Self { titles, compounds, spelled, ..self }
    }

    /// What tells the document from other texts.
    pub fn texts(&self) -> &OtherTexts {
        &self.texts
    }

    fn number_first(&self) -> NumberFirst<'_> {
        NumberFirst { texts: &self.texts, compounds: &self.compounds }
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
            let item =
                mention.as_ref().and_then(|mention| self.number_first().item_behind(text, mention));
            let ends = [&mention, &item].into_iter().flatten().map(|found| found.range().end);
            at = ends.max().unwrap_or(0).max(hit.end);
            found.extend(mention.filter(|mention| !heads(text, &mention.range())));
            found.extend(item);
        }
        let mut found = in_order(found);
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
            let items = vec![MentionedNumber::new(range.start..end, first)];
            Some(Mention::named(word, false, items))
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
        let words = words.trim_end_matches(BLANKS);
        // What a language makes of the sign goes before what all do.
        let all = self.texts.language.words.iter().chain(&SIGNS);
        let sign = words.starts_with('§');
        match self.texts.language.order {
            _ if sign => {}
            Order::WordFirst => {}
            Order::Around(sign) => return self.number_first().surrounded(text, hit, sign),
            Order::NumberFirst | Order::Either if words.contains(|c: char| c.is_ascii_digit()) => {
                return self.number_first().number_first(text, hit);
            }
            Order::NumberFirst => return self.number_first().part_behind_number(text, hit),
            Order::Either => {
                let part = self.number_first().part_behind_number(text, hit.clone());
                if part.is_some() {
                    return part;
                }
            }
        }
        let word = all.clone().find(|word| word.forms.has(words))?;
        let letters = words.ends_with(char::is_alphabetic);
        // A word is parted from its number, and is no part of another.
        let parted = text[..hit.end].ends_with(BLANKS);
        let behind = &text[hit.end..];
        let bracketed = behind.starts_with('(');
        let plural = self.texts.language.plurals.iter().any(|end| behind.starts_with(end));
        // `OP1`
        let initials = behind.starts_with(|c: char| c.is_ascii_digit())
            && text[hit.clone()].bytes().all(|b| b.is_ascii_uppercase())
            && (OPERATIVE.binary_search(&words).is_ok()
                || PREAMBULAR.binary_search(&words).is_ok());
        let longer = letters && !parted && behind.starts_with(joins) && !initials;
        if !sign && (text[..hit.start].ends_with(joins) || longer) {
            return None;
        }
        let (before, start) = (&text[..hit.start], hit.start);
        let numbered = sign || !letters || parted || initials || (bracketed && !plural);
        let items = match numbered.then(|| self.numbers().items(text, hit.clone(), word)).flatten()
        {
            Some(items) => items,
            // `the Third Schedule.`, `المادة الثانية`
            None => {
                let able = self.spelled && word.unit.is_provision();
                let item = able
                    .then(|| ordinals::provision_behind(self.texts.language, text, hit.clone()));
                let items = match item.flatten() {
                    Some(item) => vec![item],
                    None => ordinals::behind(&self.numbers(), text, &hit, word),
                };
                match items.is_empty() {
                    true => vec![ordinals::before(self.texts.language, text, hit, word)?],
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
        Some(Mention { own, ..Mention::named(word, certain, items) })
    }
}

/// Mentions in the order of the text, without those that begin within another.
fn in_order(mut found: Vec<Mention>) -> Vec<Mention> {
    found.sort_by_key(|mention| mention.range().start);
    let mut from = 0;
    found.retain(|mention| {
        let Range { start, end } = mention.range();
        let free = start >= from;
        from = from.max(end);
        free
    });
    found
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

/// Whether words in the midst of a block are the head of a provision that the
/// source did not part from the one before: `… of oil. Article 5. Wicks …`.
fn heads(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].trim_end_matches(BLANKS);
    let ended = before.is_empty() || before.ends_with(['.', ';', ']', '”', '"']);
    let Some(behind) = text[range.end..].strip_prefix(['.', ':']) else { return false };
    let title = behind.trim_start_matches(BLANKS);
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
    !spaced || (!text[..range.start].ends_with(joins) && ends)
}
