//! The words that refer to places, one table for each language. The words
//! themselves are in `assets/languages`.

/// What a word names, the outermost first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceUnit {
    /// An annex, appendix, exhibit or schedule.
    Annex,
    /// A chapter, part or title over provisions.
    Chapter,
    /// A reason that an act gives before its articles.
    Recital,
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
    pub unit: PlaceUnit,
    /// How many numbers may follow.
    pub numbers: Numbers,
    /// Whether they say that there is such a place: where there is none, the
    /// document is at fault. `step 5` and `part 2` are said of much else.
    pub certain: bool,
}

impl Word {
    /// Whether a word of a text is a form of this one, be it of another number
    /// or case: of `chapters` and `chapter`, of `глава` and `главу`.
    pub fn is_akin(&self, word: &str) -> bool {
        let begins = |form: &str| stem(form) == stem(word);
        self.forms.iter().any(|form| begins(form))
    }
}

/// What the forms of a word begin with alike.
pub fn stem(word: &str) -> &str {
    let end = word.char_indices().nth(STEM).map_or(word.len(), |(at, _)| at);
    word[..end].trim_end_matches('.')
}

/// Letters that the forms of a word for a division have in common.
const STEM: usize = 4;

/// A place told without a number.
#[derive(Debug, Clone, Copy)]
pub struct Relative {
    /// In small letters.
    pub words: &'static str,
    /// What it names.
    pub unit: PlaceUnit,
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
    /// What leads from a place to what it is a place of, in this text or another.
    pub of: &'static [&'static str],
    /// What leads from a place to what it is a place of, in this text alone.
    pub inside: &'static [&'static str],
    /// What leads from an annex to its text: `Annex 2 to the Charter`.
    pub attached: &'static [&'static str],
    /// Articles of speech, before a place or the name of a text.
    pub determiners: &'static [&'static str],
    /// What begins a sentence before the name of a text: `See Lamp Act`.
    pub openings: &'static [&'static str],
    /// Whether the genitive needs no word: `статья 5 Устава`.
    pub bare_genitive: bool,
    /// Whether a comma leads from a place to the one that it is of:
    /// `paragraph 4, Section 25`.
    pub ascending: bool,
    /// Whether the names of texts begin with capitals throughout: `of the code`
    /// names none.
    pub capital_names: bool,
    /// Whether single letters are words, so that a point is known by its
    /// parenthesis: `letra b)`.
    pub letter_words: bool,
    /// What says that the document itself is meant.
    pub own: &'static [&'static str],
    /// What says that another text is meant, right behind a number.
    pub other: &'static [&'static str],
    /// What says, before the word, that it is of what was named before.
    pub possessive: &'static [&'static str],
    /// What stands behind a word that may mean one or several: `article(s)`.
    pub plurals: &'static [&'static str],
    /// How a name ends before the number of a place that is of it.
    pub genitive_endings: &'static [&'static str],
    /// How a name ends that owns the place behind it: `Hall’s Article 5`.
    pub owner_endings: &'static [&'static str],
    /// What the title of a text has in it that amends another, whose name is the
    /// same without: `the Lamp (Amendment) Act`.
    pub amending: &'static [&'static str],
    /// What leads in to changes of another text, whose places are told from there
    /// on: `is amended as follows`.
    pub amends: &'static [&'static str],
    /// Last words of the names of such texts: `the Lamp Act, section 5`.
    pub instruments: &'static [&'static str],
    /// Places without a number.
    pub relative: &'static [Relative],
}

// `LANGUAGES` and `DEFAULT`, `COUNTED`, `ORDINAL_ENDINGS` and `AND_MORE`.
include!(concat!(env!("OUT_DIR"), "/references.rs"));

const fn sign(forms: &'static [&'static str], numbers: Numbers) -> Word {
    Word { forms, unit: PlaceUnit::Section, numbers, certain: true }
}

/// The sign of a section, in whatever language.
pub static SIGNS: [Word; 2] = [sign(&["§§"], Numbers::List), sign(&["§"], Numbers::One)];

/// The tables of all languages.
pub fn all() -> &'static [Language] {
    &LANGUAGES
}

/// Whether a word leads to a place in some language: `in`, `of`, `under`, but no
/// article of speech.
pub fn is_leading(word: &str) -> bool {
    LANGUAGES.iter().any(|language| {
        let Language { of, inside, attached, openings, determiners, .. } = language;
        let mut leading = of.iter().chain(*inside).chain(*attached).chain(*openings);
        leading.any(|known| *known == word) && !determiners.contains(&word)
    })
}

/// The table for a document in the language of a tag.
pub fn of(tag: Option<&str>) -> &'static Language {
    let primary = super::language::primary(tag);
    let has = |language: &&Language| language.tag == primary || language.also.contains(&&*primary);
    LANGUAGES.iter().find(has).unwrap_or(&LANGUAGES[DEFAULT])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_has_its_own_words_those_of_another_or_those_of_the_default() {
        assert_eq!(of(Some("de-AT")).tag, "de");
        assert_eq!(of(Some("nn")).tag, "nb");
        for none in [Some("tlh"), None] {
            assert_eq!(of(none).tag, LANGUAGES[DEFAULT].tag);
        }
    }
}
