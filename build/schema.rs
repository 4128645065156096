//! The contents of a language file. `assets/languages/README.md` describes them
//! for authors.

#[path = "schema/lists.rs"]
mod lists;

pub use lists::{Contacts, Delegations, Mastheads, Parties, Subjects};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A language.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Language {
    /// Its BCP 47 tag, which is the name of the file.
    #[serde(skip)]
    pub tag: String,
    /// Its name in English.
    #[serde(rename = "name")]
    pub _name: String,
    /// Languages that use the same words to refer to places.
    #[serde(default)]
    pub also: Vec<String>,
    /// Primary subtags that are deprecated or name its usual form.
    #[serde(default)]
    pub replaces: Vec<String>,
    /// The direction of its script.
    #[serde(default)]
    pub direction: Direction,
    /// What identifies a text in it.
    #[serde(default)]
    pub detection: Detection,
    /// Whether languages without references use those of this one.
    #[serde(default)]
    pub default: bool,
    /// Words of the labels of provisions.
    #[serde(default)]
    pub labels: Labels,
    /// Words that refer to places.
    pub references: Option<References>,
    /// Words of dates.
    #[serde(default)]
    pub dates: Dates,
    /// Spelled-out numbers.
    #[serde(default)]
    pub numbers: Numerals,
    /// Words for numbered parts that are not provisions.
    #[serde(default)]
    pub parts: Parts,
    /// Words that define terms.
    #[serde(default)]
    pub definitions: Definitions,
    /// Words that help to find the subject of a provision.
    pub subjects: Option<Subjects>,
    /// Words before the provisions of a text.
    #[serde(default)]
    pub recitals: Recitals,
    /// Words that state how many things a list has.
    pub counts: Option<Counts>,
    /// The letters used for numbers.
    #[serde(default)]
    pub letters: Letters,
    /// Words that list parties.
    pub parties: Option<Parties>,
    /// Words in the masthead of a bulletin.
    #[serde(default)]
    pub mastheads: Mastheads,
    /// Words that begin the lines of an address.
    #[serde(default)]
    pub contacts: Contacts,
    /// Words for the level at which parties were represented.
    #[serde(default)]
    pub delegations: Delegations,
}

/// Codes of languages, from `assets/codes.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Codes {
    /// Codes with the ones to use instead.
    pub replaced: BTreeMap<String, String>,
}

/// The direction of a script.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// As Latin and most others.
    #[default]
    LeftToRight,
    /// As Arabic and Hebrew.
    RightToLeft,
}

/// What identifies a text in a language.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Detection {
    /// Sets of letters: one of each is frequent, which is so in no other language.
    #[serde(default)]
    pub letters: Vec<String>,
    /// Letters that are not frequent.
    #[serde(default)]
    pub without: String,
    /// Languages so similar that a short text may be in either.
    #[serde(default)]
    pub near: Vec<String>,
}

/// Words before the provisions of a text.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Recitals {
    /// Words that begin a recital, or the line with the authority that adopts the text.
    #[serde(default)]
    pub openings: Vec<String>,
}

/// Words that state how many things a list has.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Counts {
    /// Words before the number, or between the number and the noun:
    /// `the following five lamps`.
    #[serde(default)]
    pub following: Vec<String>,
    /// Words after the noun: `five lamps as follows`.
    #[serde(default)]
    pub behind: Vec<String>,
}

/// The letters that a language uses for numbers.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Letters {
    /// Alphabets for list items, each with its letters in order.
    #[serde(default)]
    pub lists: Vec<String>,
    /// Latin letters that lists skip, in one string.
    #[serde(default)]
    pub unused: String,
    /// Letters that texts often replace by others: `ё` by `е`.
    #[serde(default)]
    pub written_as: BTreeMap<char, char>,
    /// Signs of numerals that are not in CLDR, by the name of the numeral system.
    #[serde(default)]
    pub signs: BTreeMap<String, Signs>,
}

/// Words that define terms.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Definitions {
    /// Quotation marks, the opening one and the closing one in one string.
    #[serde(default)]
    pub quotation: Vec<String>,
    /// Words in the title of a provision with definitions.
    #[serde(default)]
    pub titles: Vec<String>,
    /// Words between a term and its meaning.
    #[serde(default)]
    pub means: Vec<String>,
    /// Words that may precede those.
    #[serde(default)]
    pub adverbs: Vec<String>,
    /// Words between a term and a part of its meaning.
    #[serde(default)]
    pub includes: Vec<String>,
    /// Words that may precede a term: `the term “oil”`.
    #[serde(default)]
    pub term: Vec<String>,
    /// Words between a term and its kind: `a “lamp” is a light`.
    #[serde(default)]
    pub being: Vec<String>,
    /// Words that begin the kind.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// Words before a term that are not part of it.
    #[serde(default)]
    pub articles: Vec<String>,
    /// Words that refer to another text for the definition.
    #[serde(default)]
    pub elsewhere: Vec<String>,
    /// Words before a term in parentheses: `(hereinafter “the Port”)`.
    #[serde(default)]
    pub hereinafter: Vec<String>,
    /// Words that may follow `hereinafter`.
    #[serde(default)]
    pub further: Vec<String>,
    /// Endings that a term or an abbreviation may have where the text uses it: `lamps`.
    #[serde(default)]
    pub endings: Vec<String>,
}

/// Words of dates.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Dates {
    /// The months in order, each in its forms in dates.
    #[serde(default)]
    pub months: Vec<Vec<String>>,
    /// Endings directly after the day: `17th`.
    #[serde(default)]
    pub day_endings: Vec<String>,
    /// Words that may separate day, month and year: `2 de mayo de 1999`.
    #[serde(default)]
    pub links: Vec<String>,
    /// Words that may precede the place of a date: `Done at Port Sel`.
    #[serde(default)]
    pub formulas: Vec<String>,
    /// Words that may separate the place and the date: `Port Sel on 2 May`.
    #[serde(default)]
    pub joints: Vec<String>,
}

/// The signs of numerals, from a file of `assets/numbers/signs`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Signs {
    /// Marks that identify letters as a numeral, without a value.
    #[serde(default)]
    pub marks: Vec<String>,
    /// Signs by their value.
    #[serde(default)]
    pub values: BTreeMap<String, Vec<String>>,
    /// Signs that multiply the signs before them, by their factor.
    #[serde(default)]
    pub units: BTreeMap<String, Vec<String>>,
}

/// Spelled-out numbers: those that are not in CLDR in a file of
/// `assets/languages`, and those of CLDR in a file of `assets/numbers`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Numerals {
    /// The forms of `one`, `two`, by the number in digits.
    #[serde(default)]
    pub cardinals: BTreeMap<String, Vec<String>>,
    /// The forms of `first`, `second`, by the number in digits.
    #[serde(default)]
    pub ordinals: BTreeMap<String, Vec<String>>,
}

/// Words for numbered parts that are not provisions.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Parts {
    /// Words for pictures and tables.
    #[serde(default)]
    pub captions: Vec<String>,
    /// Words for parts of prose, of lessons and of verse.
    #[serde(default)]
    pub prose: Vec<String>,
}

/// Words of labels.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Labels {
    /// Headings of the recitals.
    #[serde(default)]
    pub preamble: Vec<String>,
    /// Plural endings of words: `Sections 4 to 6`.
    #[serde(default)]
    pub plural_endings: Vec<String>,
    /// Words between the number of a provision and that of one inserted after it: `第五条之一`.
    #[serde(default)]
    pub inserted: Vec<String>,
    /// Words that make the number before them a reference: `第五条规定的灯`.
    #[serde(default)]
    pub citing: Vec<String>,
    /// Grammatical articles before an ordinal: `The Second Schedule`.
    #[serde(default)]
    pub articles: Vec<String>,
    /// Initials before the number of an operative paragraph of a resolution: `OP1`.
    #[serde(default)]
    pub operative: Vec<String>,
    /// Initials before the number of a paragraph of its preamble: `PP1`.
    #[serde(default)]
    pub preambular: Vec<String>,
    /// Words that say that provisions are gone: `4 to 6 Repealed`.
    #[serde(default)]
    pub repealed: Vec<String>,
    /// Signs that may separate a word and its number: `Article No. 5`.
    #[serde(default)]
    pub number_signs: Vec<String>,
    /// Endings that make a number an ordinal: `1st`.
    #[serde(default)]
    pub ordinal_endings: Vec<String>,
    /// Multiplicative words such as `bis`, by the number in digits.
    #[serde(default)]
    pub times: BTreeMap<String, Vec<String>>,
    /// Words before their number.
    #[serde(default)]
    pub before: Provisions,
    /// Words after their number.
    #[serde(default)]
    pub after: Provisions,
    /// Words after a spelled-out ordinal only.
    #[serde(default)]
    pub ranked: Provisions,
    /// Words after a number with a sign before it.
    #[serde(default)]
    pub around: Vec<Provisions>,
}

/// Words by their meaning.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Provisions {
    /// The sign before the number, if words surround it: `第五条`.
    pub sign: Option<String>,
    /// A provision named article.
    #[serde(default)]
    pub article: Vec<String>,
    /// An article with a number of its own beside the others: `GEÇİCİ MADDE 1`.
    #[serde(default)]
    pub supplementary: Vec<String>,
    /// A provision with another name.
    #[serde(default)]
    pub section: Vec<String>,
    /// The outermost division.
    #[serde(default)]
    pub book: Vec<String>,
    /// Part, title.
    #[serde(default)]
    pub part: Vec<String>,
    /// Chapter.
    #[serde(default)]
    pub chapter: Vec<String>,
    /// A division below the chapter that contains articles.
    #[serde(default)]
    pub subchapter: Vec<String>,
    /// Annex, appendix, schedule.
    #[serde(default)]
    pub annex: Vec<String>,
    /// Like `annex`, but only before a number.
    #[serde(default)]
    pub numbered_annex: Vec<String>,
}

/// Words that refer to places.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct References {
    /// The position of numbers.
    pub order: Order,
    /// The sign before a number, if words surround it.
    pub sign: Option<String>,
    /// The words for places.
    pub words: Vec<Word>,
    /// Separators between two numbers of a list.
    #[serde(default)]
    pub and: Vec<String>,
    /// Separators in a range.
    #[serde(default)]
    pub to: Vec<String>,
    /// Words between a place and the larger place or the text that contains it.
    #[serde(default)]
    pub of: Vec<String>,
    /// Words before a larger place, but not before another text.
    #[serde(default)]
    pub inside: Vec<String>,
    /// Words between an annex and its text.
    #[serde(default)]
    pub attached: Vec<String>,
    /// Grammatical articles before the name of a place or of a text.
    #[serde(default)]
    pub determiners: Vec<String>,
    /// Words that begin a sentence before the name of a text.
    #[serde(default)]
    pub openings: Vec<String>,
    /// Words between a place and a part of it, where the larger place comes first.
    #[serde(default)]
    pub belonging: Vec<String>,
    /// The position of an ordinal that is the number of a part of a provision: `tweede lid`.
    #[serde(default)]
    pub ordinal_parts: OrdinalParts,
    /// Beginnings of a number that make it an ordinal: `მე-5`.
    #[serde(default)]
    pub ordinal_prefixes: Vec<String>,
    /// Words before a part that only its number names: `au 2° du II`.
    #[serde(default)]
    pub bare_parts: Vec<String>,
    /// Words before a provision that only its number of several parts names: `see 4.2.1`.
    #[serde(default)]
    pub bare_numbers: Vec<String>,
    /// Words directly after the letter of an item, where a sign precedes the other numbers: `나목`.
    #[serde(default)]
    pub lettered: Vec<String>,
    /// Words for the document itself.
    #[serde(default)]
    pub own: Vec<String>,
    /// Words for another text.
    #[serde(default)]
    pub other: Vec<String>,
    /// Words for a place in the text named before.
    #[serde(default)]
    pub possessive: Vec<String>,
    /// Words in the title of a text that amends another.
    #[serde(default)]
    pub amending: Vec<String>,
    /// Words that introduce changes to another text: `is amended as follows`.
    #[serde(default)]
    pub amends: Vec<String>,
    /// Words before provisions that are inserted into another text: `insert`, `is replaced by`.
    #[serde(default)]
    pub inserts: Vec<String>,
    /// Words for the number and those after it: `et seq.`
    #[serde(default)]
    pub and_more: Vec<String>,
    /// Optional plural endings: `article(s)`.
    #[serde(default)]
    pub plurals: Vec<String>,
    /// Genitive endings of a name before the place in it.
    #[serde(default)]
    pub genitive_endings: Vec<String>,
    /// Possessive endings of a name before its place: `Hall’s Article 5`.
    #[serde(default)]
    pub owner_endings: Vec<String>,
    /// Endings directly after a number that make it an ordinal: `article 1er`.
    #[serde(default)]
    pub ordinal_endings: Vec<String>,
    /// Nouns that make the number before them a count, not a place: `三人`.
    #[serde(default)]
    pub counted: Vec<String>,
    /// Last words of the names of texts.
    #[serde(default)]
    pub instruments: Vec<String>,
    /// What the language does.
    #[serde(default)]
    pub habits: Vec<ReferenceHabit>,
    /// Words for the next place in the text, without a number.
    #[serde(default)]
    pub next: BTreeMap<Unit, Vec<String>>,
    /// Words for the previous place.
    #[serde(default)]
    pub previous: BTreeMap<Unit, Vec<String>>,
}

/// The position of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// `Article 5`
    WordFirst,
    /// `5 бап`
    NumberFirst,
    /// `5 §` and `artikel 5`
    Either,
    /// `第五条`
    Around,
}

/// A word for places.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Word {
    /// What it means.
    pub unit: Unit,
    /// Its forms.
    pub forms: Vec<String>,
    /// How many numbers can follow.
    #[serde(default)]
    pub numbers: Numbers,
    /// Whether it certainly names a place.
    #[serde(default = "yes")]
    pub certain: bool,
    /// Whether it can name an item of a list.
    #[serde(default = "yes")]
    pub items: bool,
}

fn yes() -> bool {
    true
}

/// What a language does when it refers to places; see `lexicon/referring.rs`.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReferenceHabit {
    Ascending,
    BareGenitive,
    CapitalNames,
    CompoundNames,
    LetterWords,
    OrdinalItems,
}

/// The position of an ordinal beside the word for a part of a provision.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OrdinalParts {
    /// Ordinals name no parts.
    #[default]
    None,
    /// `tweede lid`
    Before,
    /// `часть вторая`
    After,
    /// `segundo párrafo` and `párrafo segundo`
    Either,
}

/// The meaning of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// An annex, appendix, exhibit or schedule.
    Annex,
    /// A chapter, part or title.
    Chapter,
    /// A recital before the articles of an act.
    Recital,
    /// A provision with its own number.
    Article,
    /// A provision, or a part of an article in texts that have articles.
    Section,
    /// A part of a provision, or else a provision.
    Paragraph,
    /// An item of a list.
    Point,
}

/// How many numbers can follow a word.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Numbers {
    /// One, or a range with a dash.
    #[default]
    One,
    /// Several, separated by a word.
    Joined,
    /// Several, also with commas.
    List,
}
