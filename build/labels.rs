//! The words of labels in all languages: labels are read before the language of a
//! text is known, and many languages share a word.

use super::literal::{array, initials, strings};
use super::numbers::Numbers;
use super::schema::{Labels, Language, Order, Provisions, References, Unit};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// A word on one side of a number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    /// The character at the start of the line, or after the number.
    first: char,
    /// Longer words come first: `部分` before `部`.
    length: Reverse<usize>,
    word: String,
    /// The sign before the number, if there is one.
    sign: Option<String>,
    /// Index in [`ROLES`].
    role: usize,
}

/// The meaning of each key, and whether the word requires a number.
const ROLES: [(&str, bool); 9] = [
    ("Article", true),
    ("Article", true),
    ("Section", true),
    ("Division(Rank::Book)", true),
    ("Division(Rank::Part)", true),
    ("Division(Rank::Chapter)", true),
    ("Division(Rank::Section)", true),
    ("Annex", false),
    ("Annex", true),
];

/// Index of the articles that have numbers of their own in [`ROLES`].
const SUPPLEMENTARY: usize = 1;

/// Returns the words of a side, by their role.
fn by_role(words: &Provisions) -> [&[String]; 9] {
    [
        &words.article,
        &words.supplementary,
        &words.section,
        &words.book,
        &words.part,
        &words.chapter,
        &words.subchapter,
        &words.annex,
        &words.numbered_annex,
    ]
}

fn rows(provisions: &Provisions) -> impl Iterator<Item = Row> {
    by_role(provisions).into_iter().enumerate().flat_map(move |(role, words)| {
        words.iter().map(move |word| Row {
            first: provisions.sign.as_ref().unwrap_or(word).chars().next().unwrap_or_default(),
            length: Reverse(word.chars().count()),
            word: word.clone(),
            sign: provisions.sign.clone(),
            role,
        })
    })
}

/// Writes the tables of `lexicon/keywords.rs`.
pub fn tables(languages: &[Language], numbers: &Numbers) -> String {
    let labels = || languages.iter().map(|language| &language.labels);
    let mut spelled: BTreeMap<(usize, Row), BTreeSet<usize>> = BTreeMap::new();
    let mut sides: [BTreeSet<Row>; 3] = Default::default();
    for Language { tag, labels, .. } in languages {
        let before = rows(&labels.before).chain(labels.around.iter().flat_map(rows));
        let of_sides =
            [before.collect(), rows(&labels.after).collect(), rows(&labels.ranked).collect()];
        for (side, words) in of_sides.into_iter().enumerate() {
            let words: Vec<Row> = words;
            for row in words {
                spelled.entry((side, row.clone())).or_default().extend(numbers.place(tag));
                sides[side].insert(row);
            }
        }
    }
    let endings: BTreeSet<&String> = labels().flat_map(|labels| &labels.plural_endings).collect();
    let is_plural = |at: usize, row: &Row| {
        let singular = endings.iter().filter_map(|ending| row.word.strip_suffix(ending.as_str()));
        singular
            .into_iter()
            .any(|word| sides[at].iter().any(|other| other.word == word && other.role == row.role))
    };
    let words: Vec<String> = ["Before", "After", "Ranked"]
        .iter()
        .zip(&sides)
        .enumerate()
        .flat_map(|(at, (side, rows))| rows.iter().map(move |row| (at, *side, row)))
        .map(|(at, side, row)| written(row, side, &spelled[&(at, row.clone())], is_plural(at, row)))
        .collect();
    let [before, after, ranked] = sides;
    let list = |name: &str, about: &str, of: fn(&Labels) -> &Vec<String>| {
        let words: BTreeSet<&str> = labels().flat_map(of).map(String::as_str).collect();
        format!("/// {about}\npub static {name}: &[&str] = {};\n", strings(words))
    };
    let times: Vec<String> = labels()
        .flat_map(|labels| &labels.times)
        .flat_map(|(number, words)| words.iter().map(move |word| format!("({word:?}, {number})")))
        .collect();
    [
        "/// All of them: those before their numbers, then those behind, at last those behind\n"
            .to_owned(),
        "/// ordinals in words.\n".to_owned(),
        format!("pub {}", array("WORDS", "Keyword", &words)),
        format!(
            "/// The first two characters of the words before numbers.\nstatic BEGINNINGS: Initials = {};\n",
            initials(before.iter().map(|row| row.sign.as_ref().unwrap_or(&row.word).as_str()))
        ),
        array("BEFORE", "(char, Range<usize>)", &index(&before, 0)),
        array("AFTER", "(char, Range<usize>)", &index(&after, before.len())),
        array("RANKED", "(char, Range<usize>)", &index(&ranked, before.len() + after.len())),
        list("PREAMBLES", "Headings of a preamble.", |labels| &labels.preamble),
        "/// Signs before numbers that words surround.\n".to_owned(),
        format!("static SIGNS_AROUND: &[&str] = {};\n", strings(signs_around(languages))),
        list(
            "NUMBER_SIGNS",
            "Signs for a number that may stand between a word and it.",
            |labels| &labels.number_signs,
        ),
        list(
            "ORDINAL_ENDINGS",
            "Endings that make a number an ordinal, and say no more.",
            |labels| &labels.ordinal_endings,
        ),
        list("PLURAL_ENDINGS", "Endings that make several of a word.", |labels| {
            &labels.plural_endings
        }),
        list("INSERTED", "What stands before the number of what was put in.", |labels| {
            &labels.inserted
        }),
        list("CITING", "What makes a reference of the number before it.", |labels| &labels.citing),
        list("ARTICLES", "Articles of speech before an ordinal.", |labels| &labels.articles),
        list("OPERATIVE", "Initials of the operative paragraphs of a resolution.", |labels| {
            &labels.operative
        }),
        list("PREAMBULAR", "Initials of the paragraphs of its preamble.", |labels| {
            &labels.preambular
        }),
        list("REPEALED", "Words that say that provisions are gone.", |labels| &labels.repealed),
        "/// What is so many times, as laws number what they put in.\n".to_owned(),
        format!("pub {}", array("TIMES", "(&str, u32)", &times)),
        "/// Words for a part of a provision, without the point of those cut short.\n".to_owned(),
        format!("pub static PART_WORDS: &[&str] = {};\n", strings(parts(languages))),
        "/// Words of references that a number follows, in all their forms.\n".to_owned(),
        format!("pub static REFERENCE_WORDS: &[&str] = {};\n", strings(referring(languages))),
        "/// Words between the first number of several and the last.\n".to_owned(),
        format!("pub static RANGE_WORDS: &[&str] = {};\n", strings(between(languages))),
    ]
    .concat()
}

fn references(languages: &[Language]) -> impl Iterator<Item = &References> {
    languages.iter().filter_map(|language| language.references.as_ref())
}

/// Returns the words for a part of a provision, as references use them.
fn parts(languages: &[Language]) -> BTreeSet<&str> {
    references(languages)
        .flat_map(|references| &references.words)
        .filter(|word| matches!(word.unit, Unit::Paragraph | Unit::Point))
        .flat_map(|word| &word.forms)
        .map(|form| form.trim_end_matches('.'))
        .collect()
}

/// Returns the words that certainly name a place if a number follows them.
fn referring(languages: &[Language]) -> BTreeSet<&str> {
    references(languages)
        .filter(|references| matches!(references.order, Order::WordFirst | Order::Either))
        .flat_map(|references| &references.words)
        .filter(|word| word.certain)
        .flat_map(|word| &word.forms)
        .map(String::as_str)
        .collect()
}

/// Returns the signs before numbers that words surround.
fn signs_around(languages: &[Language]) -> BTreeSet<&str> {
    let around = languages.iter().flat_map(|language| &language.labels.around);
    around.filter_map(|words| words.sign.as_deref()).collect()
}

/// Returns the words between the numbers of a list or of a range, as references use them.
fn between(languages: &[Language]) -> BTreeSet<&str> {
    references(languages)
        .flat_map(|references| references.and.iter().chain(&references.to))
        .map(String::as_str)
        .filter(|word| word.starts_with(char::is_alphabetic))
        .collect()
}

fn written(row: &Row, side: &str, spelled: &BTreeSet<usize>, plural: bool) -> String {
    let (role, numbered) = ROLES[row.role];
    let side = match &row.sign {
        Some(sign) => format!("Around({sign:?})"),
        None => side.to_owned(),
    };
    let (word, spelled) = (&row.word, spelled.iter().collect::<Vec<_>>());
    let supplementary = row.role == SUPPLEMENTARY;
    format!(
        "Keyword {{ word: {word:?}, side: WordSide::{side}, role: Role::{role}, numbered: {numbered}, supplementary: {supplementary}, plural: {plural}, spelled: &{spelled:?} }}"
    )
}

/// Returns the range of rows for each first character.
fn index(rows: &BTreeSet<Row>, from: usize) -> Vec<String> {
    let mut counts: BTreeMap<char, usize> = BTreeMap::new();
    for row in rows {
        *counts.entry(row.first).or_default() += 1;
    }
    let mut at = from;
    counts
        .into_iter()
        .map(|(first, count)| {
            let start = at;
            at += count;
            format!("({first:?}, {start}..{at})")
        })
        .collect()
}
