//! How a text's language is recognised, and the direction of its script.

use super::literal::{array, strings};
use super::schema::{Codes, Direction, Language};
use std::collections::BTreeMap;

/// Writes the table of `lexicon/text_languages.rs`.
pub fn files(languages: &[Language]) -> String {
    let tags = languages.iter().enumerate().flat_map(|(file, language)| {
        language.also.iter().chain([&language.tag]).map(move |tag| (tag.as_str(), file))
    });
    let mut tags: Vec<(&str, usize)> = tags.collect();
    // A language with a file of its own has its own words.
    tags.sort_unstable_by_key(|(tag, file)| (*tag, languages[*file].tag != *tag));
    tags.dedup_by_key(|(tag, _)| *tag);
    let tags: Vec<String> = tags.iter().map(|pair| format!("{pair:?}")).collect();
    let count = languages.len();
    format!(
        "{}const _: () = assert!({count} <= u128::BITS as usize);\n",
        array("TAGS", "(&str, u32)", &tags)
    )
}

/// Writes the tables of `lexicon/language.rs`.
pub fn tables(languages: &[Language], codes: &Codes) -> String {
    let own: BTreeMap<&str, &str> = languages
        .iter()
        .flat_map(|language| {
            language.replaces.iter().map(|old| (old.as_str(), language.tag.as_str()))
        })
        .collect();
    let new_of =
        |new: &'_ str| own.get(new).map_or_else(|| new.to_owned(), |own| (*own).to_owned());
    let has_file = |old: &str| languages.iter().any(|language| language.tag == old);
    let mut replaced: BTreeMap<&str, String> = codes
        .replaced
        .iter()
        .filter(|(old, _)| !has_file(old))
        .map(|(old, new)| (old.as_str(), new_of(new)))
        .collect();
    replaced.extend(own.iter().map(|(old, new)| (*old, (*new).to_owned())));
    let replaced: Vec<String> = replaced.iter().map(|pair| format!("{pair:?}")).collect();
    let letters: Vec<String> = languages
        .iter()
        .filter(|language| !language.detection.letters.is_empty())
        .map(|Language { tag, detection, .. }| {
            let each = strings(detection.letters.iter().map(String::as_str));
            format!(
                "DistinctiveLetters {{ tag: {tag:?}, each: {each}, without: {:?} }}",
                detection.without
            )
        })
        .collect();
    let near: Vec<String> = languages
        .iter()
        .filter(|language| !language.detection.near.is_empty())
        .map(|Language { tag, detection, .. }| {
            format!("({tag:?}, {})", strings(detection.near.iter().map(String::as_str)))
        })
        .collect();
    let right_to_left = languages
        .iter()
        .filter(|language| language.direction == Direction::RightToLeft)
        .map(|language| language.tag.as_str());
    [
        "/// Primary subtags out of use, each with the one in its place, sorted.\n".to_owned(),
        array("REPLACED", "(&str, &str)", &replaced),
        "/// Languages that their letters tell from all others.\n".to_owned(),
        array("LETTERS", "DistinctiveLetters", &letters),
        "/// Languages with those near to them, sorted.\n".to_owned(),
        array("NEAR", "(&str, &[&str])", &near),
        "/// Languages whose script runs from right to left, sorted.\n".to_owned(),
        format!("static RIGHT_TO_LEFT: &[&str] = {};\n", strings(right_to_left)),
    ]
    .concat()
}
