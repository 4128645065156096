//! What a file of a language may hold. `assets/languages/README.md` tells the
//! same to those who write one.

#[path = "schema/parties.rs"]
mod parties;

pub use parties::{Contacts, Delegations, Mastheads, Parties};
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
    /// Languages that refer to places in the same words.
    #[serde(default)]
    pub also: Vec<String>,
    /// Whether its references stand for those of languages that have none.
    #[serde(default)]
    pub default: bool,
    /// What stands at the head of a provision.
    #[serde(default)]
    pub labels: Labels,
    /// How a text refers to places.
    pub references: Option<References>,
    /// How a text states dates.
    #[serde(default)]
    pub dates: Dates,
    /// Numbers in words.
    #[serde(default)]
    pub numbers: Numerals,
    /// What is numbered, and is no provision.
    #[serde(default)]
    pub parts: Parts,
    /// How a text says what its terms mean.
    #[serde(default)]
    pub definitions: Definitions,
    /// By what the subject of a provision is found.
    #[serde(default)]
    pub subjects: Subjects,
    /// How a text begins before its provisions.
    #[serde(default)]
    pub recitals: Recitals,
    /// How a text says how many things it lists.
    pub counts: Option<Counts>,
    /// The letters that it counts with.
    #[serde(default)]
    pub letters: Letters,
    /// How a text lists parties.
    pub parties: Option<Parties>,
    /// What the head of a bulletin says.
    #[serde(default)]
    pub mastheads: Mastheads,
    /// What the lines of an address begin with.
    #[serde(default)]
    pub contacts: Contacts,
    /// How it says at what level they were represented.
    #[serde(default)]
    pub delegations: Delegations,
}

/// By what the subject of a provision is found, which is told where it has no title.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Subjects {
    /// Verbs, participles and their company that begin a provision or a recital.
    #[serde(default)]
    pub lead: Vec<String>,
    /// Words between these and the subject.
    #[serde(default)]
    pub passing: Vec<String>,
    /// Words after which the subject is told.
    #[serde(default)]
    pub after: Vec<String>,
    /// Words that a subject does not end in.
    #[serde(default)]
    pub dangling: Vec<String>,
    /// Words that begin a condition, which says nothing without its verb.
    #[serde(default)]
    pub condition: Vec<String>,
    /// Words by which a provision says what a term means.
    #[serde(default)]
    pub defining: Vec<String>,
    /// Words between the operative ones and the subject that are the subject themselves
    /// before a verb: `All are equal`.
    #[serde(default)]
    pub alone: Vec<String>,
    /// Pronouns that narrow the word before them: `the oil that was burnt`.
    #[serde(default)]
    pub relative: Vec<String>,
    /// Those of `after` that are nouns before another of them: `our will has`.
    #[serde(default)]
    pub nouns: Vec<String>,
    /// What joins another operative word: `and stress`.
    #[serde(default)]
    pub and: Vec<String>,
}

/// How a text begins before its provisions.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Recitals {
    /// What a recital begins with, or the line that names who adopts the text.
    #[serde(default)]
    pub openings: Vec<String>,
}

/// How a text says how many things it lists.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Counts {
    /// What stands before the number, or between it and what is counted:
    /// `the following five lamps`.
    #[serde(default)]
    pub following: Vec<String>,
    /// What stands behind what is counted: `five lamps as follows`.
    #[serde(default)]
    pub behind: Vec<String>,
}

/// The letters that a language counts with.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Letters {
    /// Alphabets that number the items of lists, each with its letters in their order.
    #[serde(default)]
    pub lists: Vec<String>,
    /// Latin letters that its lists leave out, in one string.
    #[serde(default)]
    pub unused: String,
    /// Signs of numerals that CLDR does not have, by the name of the numerals.
    #[serde(default)]
    pub signs: BTreeMap<String, Signs>,
}

/// How a text says what its terms mean.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Definitions {
    /// Quotation marks, the opening one and the closing one in one string.
    #[serde(default)]
    pub quotation: Vec<String>,
    /// What the title of a provision has that holds definitions.
    #[serde(default)]
    pub titles: Vec<String>,
    /// What stands between a term and its meaning.
    #[serde(default)]
    pub means: Vec<String>,
    /// What may stand before that.
    #[serde(default)]
    pub adverbs: Vec<String>,
    /// What stands between a term and a part of its meaning.
    #[serde(default)]
    pub includes: Vec<String>,
    /// What a term may be called in front of it: `the term “oil”`.
    #[serde(default)]
    pub term: Vec<String>,
    /// What stands between a term and its kind: `a “lamp” is a light`.
    #[serde(default)]
    pub being: Vec<String>,
    /// What its kind begins with.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// What stands before a term and is no part of it.
    #[serde(default)]
    pub articles: Vec<String>,
    /// What says that another text has the definition.
    #[serde(default)]
    pub elsewhere: Vec<String>,
    /// What stands before a term in parentheses: `(hereinafter “the Port”)`.
    #[serde(default)]
    pub hereinafter: Vec<String>,
    /// What may stand behind it there.
    #[serde(default)]
    pub further: Vec<String>,
}

/// How a text states dates.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Dates {
    /// The months from the first, each in the forms that a date has it in.
    #[serde(default)]
    pub months: Vec<Vec<String>>,
    /// What may stand right behind the day: `17th`.
    #[serde(default)]
    pub day_endings: Vec<String>,
    /// What may stand between day, month and year: `2 de mayo de 1999`.
    #[serde(default)]
    pub links: Vec<String>,
    /// What may stand before the place of a date: `Done at Port Sel`.
    #[serde(default)]
    pub formulas: Vec<String>,
    /// What may stand between the place and the date: `Port Sel on 2 May`.
    #[serde(default)]
    pub joints: Vec<String>,
}

/// The signs of numerals, as a file of `assets/numbers/signs` has them.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Signs {
    /// What shows that letters are a numeral, and has no worth.
    #[serde(default)]
    pub marks: Vec<String>,
    /// Signs by what they are worth.
    #[serde(default)]
    pub values: BTreeMap<String, Vec<String>>,
    /// Signs that multiply what stands before them, by what they multiply with.
    #[serde(default)]
    pub units: BTreeMap<String, Vec<String>>,
}

/// Numbers in words: those that CLDR does not have in a file of `assets/languages`,
/// and those that it has in one of `assets/numbers`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Numerals {
    /// The forms of `one`, `two`, by the number in digits.
    #[serde(default)]
    pub cardinals: BTreeMap<String, Vec<String>>,
    /// The forms of `first`, `second`, likewise.
    #[serde(default)]
    pub ordinals: BTreeMap<String, Vec<String>>,
}

/// What is numbered, and is no provision.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Parts {
    /// What pictures and tables are called.
    #[serde(default)]
    pub captions: Vec<String>,
    /// Parts of prose, of lessons and of verse.
    #[serde(default)]
    pub prose: Vec<String>,
}

/// Words of labels.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Labels {
    /// Headings under which the recitals stand.
    #[serde(default)]
    pub preamble: Vec<String>,
    /// Endings that make several of a word: `Sections 4 to 6`.
    #[serde(default)]
    pub plural_endings: Vec<String>,
    /// What stands between a number with its word and that of what was put in behind it:
    /// `第五条之一`.
    #[serde(default)]
    pub inserted: Vec<String>,
    /// What makes a reference of a number that stands right before it: `第五条规定的灯`.
    #[serde(default)]
    pub citing: Vec<String>,
    /// Articles of speech before an ordinal: `The Second Schedule`.
    #[serde(default)]
    pub articles: Vec<String>,
    /// What may stand between a word and its number: `Article No. 5`.
    #[serde(default)]
    pub number_signs: Vec<String>,
    /// Endings that make a number an ordinal: `1st`.
    #[serde(default)]
    pub ordinal_endings: Vec<String>,
    /// What is so many times: `bis`, by the number in digits.
    #[serde(default)]
    pub times: BTreeMap<String, Vec<String>>,
    /// Words before their number.
    #[serde(default)]
    pub before: Provisions,
    /// Words behind their number.
    #[serde(default)]
    pub after: Provisions,
    /// Words behind an ordinal in words alone.
    #[serde(default)]
    pub ranked: Provisions,
    /// Words behind a number that a sign stands before.
    #[serde(default)]
    pub around: Vec<Provisions>,
}

/// Words by what they name.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Provisions {
    /// The sign before the number, where they stand around it: `第五条`.
    pub sign: Option<String>,
    /// A provision that is called an article.
    #[serde(default)]
    pub article: Vec<String>,
    /// A provision of another name.
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
    /// A division below the chapter, which holds articles.
    #[serde(default)]
    pub subchapter: Vec<String>,
    /// Annex, appendix, schedule.
    #[serde(default)]
    pub annex: Vec<String>,
    /// The same, but only with a number behind it.
    #[serde(default)]
    pub numbered_annex: Vec<String>,
}

/// How a text refers to places.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct References {
    /// Where numbers stand.
    pub order: Order,
    /// The sign before a number, where words stand around it.
    pub sign: Option<String>,
    /// What names places.
    pub words: Vec<Word>,
    /// What parts two numbers of a list.
    #[serde(default)]
    pub and: Vec<String>,
    /// What stands in a range.
    #[serde(default)]
    pub to: Vec<String>,
    /// What leads from a place to the place or the text that it is of.
    #[serde(default)]
    pub of: Vec<String>,
    /// What leads to a larger place, but not to another text.
    #[serde(default)]
    pub inside: Vec<String>,
    /// What leads from an annex to its text.
    #[serde(default)]
    pub attached: Vec<String>,
    /// Articles of speech, before the name of a place or of a text.
    #[serde(default)]
    pub determiners: Vec<String>,
    /// What begins a sentence before the name of a text.
    #[serde(default)]
    pub openings: Vec<String>,
    /// What says that the document itself is meant.
    #[serde(default)]
    pub own: Vec<String>,
    /// What says that another text is meant.
    #[serde(default)]
    pub other: Vec<String>,
    /// What says that the place is of what was named before.
    #[serde(default)]
    pub possessive: Vec<String>,
    /// What the title of a text has in it that amends another.
    #[serde(default)]
    pub amending: Vec<String>,
    /// What leads in to changes of another text: `is amended as follows`.
    #[serde(default)]
    pub amends: Vec<String>,
    /// `et seq.`: the number and those behind it.
    #[serde(default)]
    pub and_more: Vec<String>,
    /// `article(s)`: what makes one or several of a word.
    #[serde(default)]
    pub plurals: Vec<String>,
    /// How a name ends that a place is of, where the name stands before it.
    #[serde(default)]
    pub genitive_endings: Vec<String>,
    /// How a name ends that owns the place behind it: `Hall’s Article 5`.
    #[serde(default)]
    pub owner_endings: Vec<String>,
    /// What may stand right behind a number and make it an ordinal: `article 1er`.
    #[serde(default)]
    pub ordinal_endings: Vec<String>,
    /// What is counted where a number stands before it, and is no place: `三人`.
    #[serde(default)]
    pub counted: Vec<String>,
    /// Last words of the names of texts.
    #[serde(default)]
    pub instruments: Vec<String>,
    /// Whether the genitive needs no word: `статья 5 Устава`.
    #[serde(default)]
    pub bare_genitive: bool,
    /// Whether a comma leads from a place to the one that it is of:
    /// `paragraph 4, Section 25`.
    #[serde(default)]
    pub ascending: bool,
    /// Whether names of texts begin with capitals throughout.
    #[serde(default)]
    pub capital_names: bool,
    /// Whether single letters are words: `a lamp`, `y`.
    #[serde(default)]
    pub letter_words: bool,
    /// Places without a number, behind this one in the text.
    #[serde(default)]
    pub next: BTreeMap<Unit, Vec<String>>,
    /// The same, before this one.
    #[serde(default)]
    pub previous: BTreeMap<Unit, Vec<String>>,
}

/// Where numbers stand.
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

/// A word that names places.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Word {
    /// What it names.
    pub unit: Unit,
    /// Its forms.
    pub forms: Vec<String>,
    /// How many numbers follow.
    #[serde(default)]
    pub numbers: Numbers,
    /// Whether it says that there is such a place.
    #[serde(default = "certain")]
    pub certain: bool,
}

fn certain() -> bool {
    true
}

/// What a word names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// An annex, appendix, exhibit or schedule.
    Annex,
    /// A chapter, part or title.
    Chapter,
    /// A reason that an act gives before its articles.
    Recital,
    /// A provision by its own number.
    Article,
    /// The same, but a part of an article where there are articles.
    Section,
    /// A part of a provision, or else a provision.
    Paragraph,
    /// An item of a list.
    Point,
}

/// How many numbers follow a word.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Numbers {
    /// One, or a range with a dash.
    #[default]
    One,
    /// Several with a word between.
    Joined,
    /// Several, with commas too.
    List,
}
