//! Words that apply to texts in any language: months, words that define a term,
//! and words for numbered parts that are not provisions.

use super::literal::{array, by_language, longest_first, phrases, strings};
use super::schema::{Definitions, Language};
use std::collections::{BTreeMap, BTreeSet};

/// Writes the tables of `lexicon/dates.rs`.
pub fn dates(languages: &[Language]) -> String {
    [
        "/// Months by their words.\n".to_owned(),
        ranks("MONTHS", "u8", languages, |language| &language.dates.months),
        merged("DAY_ENDINGS", languages, |language| &language.dates.day_endings),
        merged("LINKS", languages, |language| &language.dates.links),
        merged("FORMULAS", languages, |language| &language.dates.formulas),
        merged("JOINTS", languages, |language| &language.dates.joints),
    ]
    .concat()
}

/// Writes the tables of `lexicon/wording.rs`.
pub fn words(languages: &[Language]) -> String {
    let conjunctions: BTreeSet<&str> = languages
        .iter()
        .filter_map(|language| language.references.as_ref())
        .flat_map(|references| references.and.iter().map(String::as_str))
        .collect();
    [
        "/// What stands before the last of several, in whatever language.\n".to_owned(),
        format!("pub static CONJUNCTIONS: &[&str] = {};\n", strings(conjunctions)),
        "/// What pictures and tables are called.\n".to_owned(),
        merged("CAPTIONS", languages, |language| &language.parts.captions),
        "/// Words that number the parts of prose, of lessons and of verse.\n".to_owned(),
        merged("PROSE", languages, |language| &language.parts.prose),
        "/// What a recital begins with, or the line that names who adopts the text.\n".to_owned(),
        format!(
            "pub static RECITAL_OPENINGS: Phrases = {};\n",
            phrases(languages.iter().flat_map(|language| &language.recitals.openings))
        ),
    ]
    .concat()
}

/// Writes the tables of `lexicon/defining.rs`.
pub fn definitions(languages: &[Language]) -> String {
    let marks: BTreeSet<(char, char)> = languages
        .iter()
        .flat_map(|language| &language.definitions.quotation)
        .filter_map(|marks| Some((marks.chars().next()?, marks.chars().nth(1)?)))
        .collect();
    let marks: Vec<String> = marks.into_iter().map(|pair| format!("{pair:?}")).collect();
    let phrases = |name: &str, of: fn(&Definitions) -> &Vec<String>| {
        let all: BTreeSet<&String> =
            languages.iter().flat_map(|language| of(&language.definitions)).collect();
        let all: Vec<String> = all.into_iter().cloned().collect();
        format!("pub static {name}: &[&str] = {};\n", longest_first(&all))
    };
    [
        "/// Quotation marks, each with the one that closes it.\n".to_owned(),
        format!("pub {}", array("QUOTATION", "(char, char)", &marks)),
        "/// What the title of a provision has that holds definitions.\n".to_owned(),
        phrases("TITLES", |words| &words.titles),
        "/// What stands between a term and its meaning.\n".to_owned(),
        phrases("MEANS", |words| &words.means),
        "/// What may stand before that.\n".to_owned(),
        phrases("ADVERBS", |words| &words.adverbs),
        "/// What stands between a term and a part of its meaning.\n".to_owned(),
        phrases("INCLUDES", |words| &words.includes),
        "/// What a term may be called in front of it.\n".to_owned(),
        phrases("TERM", |words| &words.term),
        "/// What stands between a term and its kind.\n".to_owned(),
        phrases("BEING", |words| &words.being),
        "/// What its kind begins with.\n".to_owned(),
        phrases("KINDS", |words| &words.kinds),
        "/// What stands before a term and is no part of it.\n".to_owned(),
        phrases("ARTICLES", |words| &words.articles),
        "/// What says that another text has the definition.\n".to_owned(),
        phrases("ELSEWHERE", |words| &words.elsewhere),
        "/// What stands before a term in parentheses.\n".to_owned(),
        phrases("HEREINAFTER", |words| &words.hereinafter),
        "/// What may stand behind it there.\n".to_owned(),
        phrases("FURTHER", |words| &words.further),
    ]
    .concat()
}

/// Writes the tables of `lexicon/counting.rs`.
pub fn counts(languages: &[Language]) -> String {
    by_language(languages, "CountWords", |language| {
        let counts = language.counts.as_ref()?;
        let (following, behind) = (phrases(&counts.following), phrases(&counts.behind));
        Some(format!(
            "CountWords {{ tag: {:?}, following: {following}, behind: {behind} }}",
            language.tag
        ))
    })
}

/// Writes the tables of `lexicon/bulletins.rs`.
pub fn bulletins(languages: &[Language]) -> String {
    by_language(languages, "BulletinWords", |language| {
        let heads = language.mastheads.lists().into_iter();
        let contacts = language.contacts.lists().into_iter();
        let lists: Vec<(String, &Vec<String>)> = heads
            .map(|(name, words)| (format!("head_{name}"), words))
            .chain(contacts.map(|(name, words)| (format!("contact_{name}"), words)))
            .collect();
        if lists.iter().all(|(_, words)| words.is_empty()) {
            return None;
        }
        let fields: String =
            lists.iter().map(|(name, words)| format!(", {name}: {}", phrases(*words))).collect();
        Some(format!("BulletinWords {{ tag: {:?}{fields} }}", language.tag))
    })
}

/// Writes the tables of `lexicon/subjects.rs`.
pub fn subjects(languages: &[Language]) -> String {
    by_language(languages, "SubjectWords", |language| {
        let fields: String = language
            .subjects
            .as_ref()?
            .lists()
            .into_iter()
            .map(|(name, words)| format!(", {name}: {}", strings(words.iter().map(String::as_str))))
            .collect();
        Some(format!("SubjectWords {{ tag: {:?}{fields} }}", language.tag))
    })
}

/// Merges a field of all languages into one sorted list.
fn merged(name: &str, languages: &[Language], of: impl Fn(&Language) -> &Vec<String>) -> String {
    let words: BTreeSet<&str> = languages.iter().flat_map(of).map(String::as_str).collect();
    format!("pub static {name}: &[&str] = {};\n", strings(words))
}

/// Merges words with their positions, from 1, into one sorted table.
fn ranks(
    name: &str,
    rank: &str,
    languages: &[Language],
    of: impl Fn(&Language) -> &Vec<Vec<String>>,
) -> String {
    let mut words: BTreeMap<&str, usize> = BTreeMap::new();
    for language in languages {
        for (at, forms) in of(language).iter().enumerate() {
            words.extend(forms.iter().map(|form| (form.as_str(), at + 1)));
        }
    }
    let rows: Vec<String> =
        words.into_iter().map(|(word, rank)| format!("({word:?}, {rank})")).collect();
    array(name, &format!("(&str, {rank})"), &rows)
}
