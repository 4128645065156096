//! The words that refer to places, one table for each language. A language, or
//! a word of one, is one more entry.

mod europe;
mod large;
mod others;

use Unit::Section;

/// What a word names, the outermost first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// An annex, appendix, exhibit or schedule.
    Annex,
    /// A chapter, part or title over provisions.
    Chapter,
    /// A provision by its own number.
    Article,
    /// The same, but a part of an article where the document has articles.
    Section,
    /// A part of the provision that the words stand in, or else a provision.
    Paragraph,
    /// An item of the list that the words stand in.
    Point,
}

/// Where a number stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Behind the word: `Article 5`.
    WordFirst,
    /// Before the word: `5-бап`. The word may have endings.
    NumberFirst,
    /// Before some words and behind others: `5 §`, `artikel 5`.
    Either,
    /// Before the word and behind a sign: `第五条`.
    Around(&'static str),
}

/// How many numbers follow a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbers {
    /// One, or a range with a dash.
    One,
    /// Several with a word between: `Abs. 2 und 3`, `Nr. 1 bis 4`.
    Joined,
    /// Several, with commas too.
    List,
}

/// Words that mean the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// In small letters.
    pub forms: &'static [&'static str],
    /// What they name.
    pub unit: Unit,
    /// How many numbers may follow.
    pub numbers: Numbers,
    /// Whether they say that there is such a place: where there is none, the
    /// document is at fault. `step 5` and `part 2` are said of much else.
    pub certain: bool,
}

/// A place told without a number.
#[derive(Debug, Clone, Copy)]
pub struct Relative {
    /// In small letters.
    pub words: &'static str,
    /// What it names.
    pub unit: Unit,
    /// Whether it is the next one, or the one before.
    pub forward: bool,
}

/// How a language refers to places.
#[derive(Debug, Clone, Copy)]
pub struct Language {
    /// The primary part of its BCP 47 tag.
    pub tag: &'static str,
    /// Those of languages that have the same words.
    pub also: &'static [&'static str],
    /// Where numbers stand.
    pub order: Order,
    /// What names places.
    pub words: &'static [Word],
    /// What parts two numbers of a list, beside the comma.
    pub and: &'static [&'static str],
    /// What stands in a range, beside the dash.
    pub to: &'static [&'static str],
    /// What leads from a place to what it is a place of.
    pub of: &'static [&'static str],
    /// Whether the genitive needs no word: `статья 5 Устава`.
    pub bare_genitive: bool,
    /// What says that the document itself is meant.
    pub own: &'static [&'static str],
    /// What says that another text is meant, right behind a number.
    pub other: &'static [&'static str],
    /// What says, before the word, that it is of what was named before.
    pub possessive: &'static [&'static str],
    /// Last words of the names of such texts: `the Lamp Act, section 5`.
    pub instruments: &'static [&'static str],
    /// Places without a number.
    pub relative: &'static [Relative],
}

const fn one(forms: &'static [&'static str], unit: Unit) -> Word {
    Word { forms, unit, numbers: Numbers::One, certain: true }
}

const fn many(forms: &'static [&'static str], unit: Unit) -> Word {
    Word { forms, unit, numbers: Numbers::List, certain: true }
}

const fn joined(forms: &'static [&'static str], unit: Unit) -> Word {
    Word { forms, unit, numbers: Numbers::Joined, certain: true }
}

/// Said of much else too.
const fn loose(word: Word) -> Word {
    Word { certain: false, ..word }
}

const fn before(words: &'static str, unit: Unit) -> Relative {
    Relative { words, unit, forward: false }
}

const fn after(words: &'static str, unit: Unit) -> Relative {
    Relative { words, unit, forward: true }
}

/// What a language has that is told no more of.
const PLAIN: Language = Language {
    tag: "",
    also: &[],
    order: Order::WordFirst,
    words: &[],
    and: &[],
    to: &[],
    of: &[],
    bare_genitive: false,
    own: &[],
    other: &[],
    possessive: &[],
    instruments: &[],
    relative: &[],
};

/// The sign of a section, in whatever language.
pub static SIGNS: [Word; 2] = [many(&["§§"], Section), one(&["§"], Section)];

/// The table for a document in the language of a tag.
pub fn of(tag: Option<&str>) -> &'static Language {
    let primary = tag.and_then(|tag| tag.split(['-', '_']).next()).unwrap_or("en");
    let mut all = large::LANGUAGES.iter().chain(&europe::LANGUAGES).chain(&others::LANGUAGES);
    all.find(|language| language.tag == primary || language.also.contains(&primary))
        .unwrap_or(&large::LANGUAGES[0])
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_language_has_one_table_and_every_word_small_letters() {
        let all = large::LANGUAGES.iter().chain(&europe::LANGUAGES).chain(&others::LANGUAGES);
        let mut tags = HashSet::new();
        for language in all {
            for tag in language.also.iter().chain([&language.tag]) {
                assert!(tags.insert(*tag), "{tag}");
            }
            let mut forms = HashSet::new();
            for form in language.words.iter().flat_map(|word| word.forms) {
                assert!(forms.insert(*form), "{} {form}", language.tag);
                assert_eq!(form.to_lowercase(), *form, "{}", language.tag);
            }
        }
    }
}
