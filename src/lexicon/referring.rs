//! The words that refer to places, one table per language. The words themselves are in
//! `assets/languages`.

use super::phrase::Phrases;

/// The unit that a word names, outermost first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceUnit {
    /// An annex, appendix, exhibit or schedule.
    Annex,
    /// A chapter, part or title that contains provisions.
    Chapter,
    /// A reason that an act gives before its articles.
    Recital,
    /// A provision with its own number.
    Article,
    /// The same, or a part of an article if the document has articles.
    Section,
    /// A part of the provision that contains the reference, or else a provision.
    Paragraph,
    /// An item of the list that contains the reference.
    Point,
}

impl PlaceUnit {
    /// Whether it is a provision with its own number, and not a part of one or what contains some.
    pub const fn is_provision(self) -> bool {
        matches!(self, Self::Article | Self::Section)
    }
}

/// The position of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// After the word: `Article 5`.
    WordFirst,
    /// Before the word: `5-бап`. The word may have endings.
    NumberFirst,
    /// Before some words and after others: `5 §`, `artikel 5`.
    Either,
    /// Before the word and after a sign: `第五条`.
    Around(&'static str),
}

/// How many numbers follow a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberCount {
    /// One, or a range with a dash.
    One,
    /// Several with a word between them: `Abs. 2 und 3`, `Nr. 1 bis 4`.
    Joined,
    /// Several, also with commas.
    List,
}

/// Words with the same meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlaceWord {
    /// Its forms.
    pub forms: Phrases,
    /// The unit that they name.
    pub unit: PlaceUnit,
    /// How many numbers may follow them.
    pub numbers: NumberCount,
    /// Whether such a place must exist: if it does not, the document is at fault. `step 5` and
    /// `part 2` may mean something else.
    pub certain: bool,
    /// Whether it can name an item of a list. A `stk.` or a `momentti` cannot: its number 1 is the
    /// first paragraph, even if only the items of that have numbers.
    pub items: bool,
}

/// The position of an ordinal beside the word for a part of a provision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrdinalParts {
    /// Ordinals name no parts.
    None,
    /// `tweede lid`
    Before,
    /// `часть вторая`
    After,
    /// `segundo párrafo` and `párrafo segundo`
    Either,
}

impl PlaceWord {
    /// Whether a word of a text is a form of this one, possibly in another number or case:
    /// `chapters` and `chapter`, `глава` and `главу`.
    pub fn is_akin(&self, word: &str) -> bool {
        let begins = |form: &str| stem(form) == stem(word);
        self.forms.all().iter().any(|form| begins(form))
    }
}

/// Returns the common beginning of the forms of a word.
pub fn stem(word: &str) -> &str {
    let end = word.char_indices().nth(STEM).map_or(word.len(), |(at, _)| at);
    word[..end].trim_end_matches('.')
}

/// Number of letters that the forms of a word for a division share.
const STEM: usize = 4;

/// A place named without a number.
#[derive(Debug, Clone, Copy)]
pub struct Relative {
    /// In lower case.
    pub words: &'static str,
    /// The unit that it names.
    pub unit: PlaceUnit,
    /// Whether it is the next one, as opposed to the previous one.
    pub forward: bool,
}

/// What a language does when it refers to places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReferenceHabit {
    /// A comma may lead from a place to the one that contains it: `paragraph 4, Section 25`.
    Ascending,
    /// The genitive works without a preposition: `статья 5 Устава`.
    BareGenitive,
    /// The names of texts always begin with a capital: `of the code` names none.
    CapitalNames,
    /// The name of a text may be one word that ends with one of `instruments`: `merilain`.
    CompoundNames,
    /// Single letters are words, so that only a parenthesis marks a point: `letra b)`.
    LetterWords,
    /// The number behind a part whose number is an ordinal is that of an item:
    /// `första stycket 2`.
    OrdinalItems,
}

/// How a language refers to places.
#[derive(Debug, Clone, Copy)]
pub struct ReferenceWords {
    /// The primary subtag of the language's BCP 47 tag.
    pub tag: &'static str,
    /// The primary subtags of languages with the same words.
    pub also: &'static [&'static str],
    /// The position of numbers.
    pub order: Order,
    /// Words that name places.
    pub words: &'static [PlaceWord],
    /// Words between two numbers of a list, beside the comma.
    pub and: &'static [&'static str],
    /// Words in a range, beside the dash.
    pub to: &'static [&'static str],
    /// Words between a place and what contains it, in this text or another.
    pub of: &'static [&'static str],
    /// Words between a place and what contains it, in this text only.
    pub inside: &'static [&'static str],
    /// Words between an annex and its text: `Annex 2 to the Charter`.
    pub attached: &'static [&'static str],
    /// Articles before a place or the name of a text.
    pub determiners: &'static [&'static str],
    /// Words that begin a sentence before the name of a text: `See Lamp Act`.
    pub openings: &'static [&'static str],
    /// What the language does.
    pub habits: &'static [ReferenceHabit],
    /// Words between a place and a part of it, where the larger place comes first:
    /// `धारा 5 की उपधारा (2)`.
    pub belonging: &'static [&'static str],
    /// The position of an ordinal that is the number of a part of a provision: `tweede lid`.
    pub ordinal_parts: OrdinalParts,
    /// Beginnings of a number that make it an ordinal: `მე-5`.
    pub ordinal_prefixes: &'static [&'static str],
    /// Words before a part that only its number names: `au 2° du II`.
    pub bare_parts: Phrases,
    /// Words before a provision that only its number of several parts names: `see 4.2.1`.
    pub bare_numbers: Phrases,
    /// Words directly after the letter of an item, where a sign precedes the other numbers: `나목`.
    pub lettered: &'static [&'static str],
    /// All forms of `words`.
    pub forms: Phrases,
    /// Words that mean the document itself.
    pub own: Phrases,
    /// Words directly after a number that mean another text.
    pub other: &'static [&'static str],
    /// Words before the unit that refer to what was named before.
    pub possessive: &'static [&'static str],
    /// Text after a word that may be singular or plural: `article(s)`.
    pub plurals: &'static [&'static str],
    /// Endings of a name before the number of a place in it.
    pub genitive_endings: &'static [&'static str],
    /// Endings of a name that owns the place after it: `Hall’s Article 5`.
    pub owner_endings: &'static [&'static str],
    /// Words in the title of a text that amends another; the other's name is the same without them:
    /// `the Lamp (Amendment) Act`.
    pub amending: &'static [&'static str],
    /// Words that introduce changes to another text, to which the places from there on belong:
    /// `is amended as follows`.
    pub amends: Phrases,
    /// Words before provisions that are put into another text.
    pub inserts: Phrases,
    /// Last words of the names of texts: `the Lamp Act, section 5`.
    pub instruments: &'static [&'static str],
    /// Places named without a number.
    pub relative: &'static [Relative],
    /// Their words.
    pub next_to: Phrases,
}

impl ReferenceWords {
    /// Whether the language does something.
    pub fn has(&self, habit: ReferenceHabit) -> bool {
        self.habits.contains(&habit)
    }
}

// Defines `LANGUAGES` and `DEFAULT`, `COUNTED`, `ORDINAL_ENDINGS` and `AND_MORE`.
include!(concat!(env!("OUT_DIR"), "/references.rs"));

const fn sign(forms: &'static [&'static str], numbers: NumberCount) -> PlaceWord {
    let forms = Phrases::new(forms);
    PlaceWord { forms, unit: PlaceUnit::Section, numbers, certain: true, items: false }
}

/// The section sign, used in any language.
pub static SIGNS: [PlaceWord; 2] =
    [sign(&["§§"], NumberCount::List), sign(&["§"], NumberCount::One)];

/// The forms of [`SIGNS`].
pub const SIGN_FORMS: Phrases = Phrases::new(&["§", "§§"]);

/// Returns the tables of all languages.
pub fn all() -> &'static [ReferenceWords] {
    &LANGUAGES
}

/// Returns the table of a tag's language, or that of the default language if it has none.
pub fn of(tag: Option<&str>) -> &'static ReferenceWords {
    let primary = super::language::primary(tag);
    let has =
        |language: &&ReferenceWords| language.tag == primary || language.also.contains(&&*primary);
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
