//! Words that count in every text, of all languages together: months, numbers in
//! words, and what is numbered and is no provision.

use super::literal::{array, strings};
use super::schema::Language;
use std::collections::{BTreeMap, BTreeSet};

/// The tables of `lexicon/dates.rs`.
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

/// The table of `lexicon/counter.rs`.
pub fn numbers(languages: &[Language]) -> String {
    let ordinals = ranks("ORDINALS", "u32", languages, |language| &language.numbers.ordinals);
    format!("/// Ordinals in words.\n{ordinals}")
}

/// The tables of `lexicon/wording.rs`.
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
    ]
    .concat()
}

/// One sorted list of a field of all languages.
fn merged(name: &str, languages: &[Language], of: impl Fn(&Language) -> &Vec<String>) -> String {
    let words: BTreeSet<&str> = languages.iter().flat_map(of).map(String::as_str).collect();
    format!("pub static {name}: &[&str] = {};\n", strings(words))
}

/// One sorted table of words with their places in an order, from 1 on.
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
