//! Words that name a provision or a part of a document, one entry per word. The words themselves
//! are in `assets/languages`.

use super::initials::Initials;
use std::ops::Range;

/// What kind of unit a word and its number label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// A book, part, title or chapter: it contains provisions, whose numbers continue through it or
    /// start again in it.
    Division(Rank),
    /// An annex, appendix or schedule.
    Annex,
    /// A provision that is called an article.
    Article,
    /// A provision of another name: section, rule, clause, paragraph.
    Section,
}

/// The nesting of divisions: the smaller, the further out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rank {
    /// Book, volume.
    Book,
    /// Part, title, division.
    Part,
    /// Chapter.
    Chapter,
    /// A section that holds articles.
    Section,
}

/// The position of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WordSide {
    /// `Article 5`
    Before,
    /// `5 бап`
    After,
    /// `Première partie`, but not `1 partie`
    Ranked,
    /// `第五条`: the word follows, and this sign precedes.
    Around(&'static str),
}

/// A word that names provisions or divisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Keyword {
    /// In lower case.
    pub word: &'static str,
    /// Its position beside the number.
    pub side: WordSide,
    /// The unit that it labels.
    pub role: Role,
    /// Whether it needs a number to be a label: an amendment without one is a clause about
    /// amendments, but an annex without one is an annex.
    pub numbered: bool,
    /// Whether the articles that it names have numbers of their own beside the others:
    /// `GEÇİCİ MADDE 1`.
    pub supplementary: bool,
    /// Whether it is another word with a plural ending: `articles`.
    pub plural: bool,
    /// The languages whose numbers in words may follow it, or whose ordinals may precede it, as
    /// indexes into the table of [`spelled`](super::spelled).
    pub spelled: &'static [usize],
}

// Defines `WORDS` and the indexes into it, `BEGINNINGS`, `PREAMBLES`, `SIGNS_AROUND`,
// `NUMBER_SIGNS`, `ORDINAL_ENDINGS`, `PLURAL_ENDINGS`, `INSERTED`, `CITING`, `ARTICLES`, `OPERATIVE`, `PREAMBULAR`,
// `REPEALED`, `TIMES`,
// `PART_WORDS`, `REFERENCE_WORDS` and `RANGE_WORDS`.
include!(concat!(env!("OUT_DIR"), "/labels.rs"));

impl Keyword {
    /// Whether it is a sign and not a word: `§`.
    pub fn is_sign(&self) -> bool {
        !self.word.starts_with(char::is_alphabetic)
    }
}

/// Returns the words, as indexes into [`WORDS`], that a line beginning with `sign` may begin with.
pub fn beginning_with(sign: char) -> Range<usize> {
    with(&BEFORE, sign)
}

/// Whether one of the words before numbers may be at the start of a line, by its first two letters.
pub fn may_begin(line: &str) -> bool {
    BEGINNINGS.may_begin(line)
}

/// Returns the words that follow a number, as indexes into [`WORDS`].
pub fn after_numbers() -> Range<usize> {
    let ends = AFTER.first().zip(AFTER.last());
    ends.map_or(0..0, |((_, first), (_, last))| first.start..last.end)
}

/// Returns the words that follow a number and begin with `sign` or its lower case.
pub fn after_numbers_with(sign: char) -> Range<usize> {
    with(&AFTER, sign)
}

/// Returns the words that may follow an ordinal in words and begin with `sign` or its lower case.
pub fn ranked_with(sign: char) -> impl Iterator<Item = usize> {
    with(&RANKED, sign).chain(with(&AFTER, sign))
}

fn with(index: &[(char, Range<usize>)], sign: char) -> Range<usize> {
    let folded = sign.to_lowercase().next().unwrap_or(sign);
    let at = index.binary_search_by_key(&folded, |(first, _)| *first);
    at.map_or(0..0, |at| index[at].1.clone())
}

/// Whether a character is the sign before a number that words surround: `第`.
pub fn is_sign_around(c: char) -> bool {
    SIGNS_AROUND.contains(&&*c.encode_utf8(&mut [0; 4]))
}

/// Whether a word names provisions or divisions.
pub fn names_provisions(word: &str) -> bool {
    let word = word.to_lowercase();
    WORDS.iter().any(|known| known.word == word)
}

/// Whether `words` are the heading of a preamble.
pub fn is_preamble(words: &str) -> bool {
    let bare =
        words.trim_matches(|c: char| !c.is_alphanumeric() && !is_combining(c)).to_lowercase();
    PREAMBLES.binary_search(&bare.as_str()).is_ok()
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{93C}'..='\u{94D}' | '\u{E31}'..='\u{E4E}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_by_its_first_sign() {
        let found = |range: Range<usize>| WORDS[range].iter().map(|word| word.word);
        assert!(found(beginning_with('A')).any(|word| word == "article"));
        assert!(found(beginning_with('第')).any(|word| word == "条"));
        assert!(found(after_numbers_with('Б')).any(|word| word == "бап"));
        assert_eq!(beginning_with('☂').len() + after_numbers_with('☂').len(), 0);
        assert!(after_numbers().all(|at| WORDS[at].side == WordSide::After));
        assert!((0..after_numbers().start).all(|at| WORDS[at].side != WordSide::After));
    }

    #[test]
    fn a_preamble_is_known_in_whatever_dress() {
        for words in ["Preamble", "PREAMBLE", "ПРЕАМБУЛА", "〈前文〉", "الديباجة", "प्रस्तावना"]
        {
            assert!(is_preamble(words), "{words}");
        }
        assert!(!is_preamble("Preamble to a letter"));
    }
}
