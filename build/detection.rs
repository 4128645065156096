//! How a text's language is recognised, and the direction of its script.

use super::literal::{array, strings};
use super::schema::{Direction, Language};

/// Writes the tables of `lexicon/language.rs`.
pub fn tables(languages: &[Language]) -> String {
    let mut replaced: Vec<(&str, &str)> = languages
        .iter()
        .flat_map(|language| {
            language.replaces.iter().map(|old| (old.as_str(), language.tag.as_str()))
        })
        .collect();
    replaced.sort_unstable();
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
