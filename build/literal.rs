//! Rust source text for the tables.

use super::schema::Language;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// Formats a slice of strings, in the given order.
pub fn strings<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<String> = words.into_iter().map(|word| format!("{word:?}")).collect();
    format!("&[{}]", words.join(", "))
}

/// Like [`strings`], with longer strings first.
pub fn longest_first(words: &[String]) -> String {
    let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    strings(words)
}

/// Formats a static array.
pub fn array(name: &str, of: &str, rows: &[String]) -> String {
    let mut out = format!("static {name}: [{of}; {}] = [\n", rows.len());
    for row in rows {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "    {row},");
    }
    out + "];\n"
}

/// Writes `LANGUAGES`, with a row of the type `of` for each language that has one, and `DEFAULT`,
/// the index of the default language in it.
pub fn by_language(
    languages: &[Language],
    of: &str,
    row: impl Fn(&Language) -> Option<String>,
) -> String {
    let known: Vec<(bool, String)> =
        languages.iter().filter_map(|own| Some((own.default, row(own)?))).collect();
    let default = known.iter().position(|(default, _)| *default).unwrap_or(0);
    let rows: Vec<String> = known.into_iter().map(|(_, row)| row).collect();
    [
        array("LANGUAGES", of, &rows),
        "/// The one whose words are looked for where a language has none.\n".to_owned(),
        format!("const DEFAULT: usize = {default};\n"),
    ]
    .concat()
}

/// Formats, for each letter of ASCII that words begin with, the set of their second characters:
/// letters of ASCII by their places, and all others as one, for `Initials` of `lexicon/initials.rs`.
pub fn initials<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    const OTHERS: u32 = 31;
    let place = |c: char| c.is_ascii_lowercase().then(|| u32::from(c) - u32::from('a'));
    // The capital of the Turkic `ı` is that of `i`.
    let cases = |c: char| std::iter::once(c).chain(c.to_uppercase().flat_map(char::to_lowercase));
    let mut sets = [0u32; 26];
    for word in words {
        let mut chars = word.chars();
        let (Some(first), second) = (chars.next(), chars.next()) else { continue };
        let seconds = second.map_or(u32::MAX, |second| {
            cases(second).fold(0, |set, c| set | 1 << place(c).unwrap_or(OTHERS))
        });
        for first in cases(first).filter_map(place) {
            sets[first as usize] |= seconds;
        }
    }
    format!("Initials::new({sets:?})")
}

/// Formats words of all languages, each with its languages, for `lexicon/shared_phrases.rs`.
pub fn shared<'l>(
    name: &str,
    languages: &'l [Language],
    of: impl Fn(&'l Language) -> Vec<&'l String>,
) -> String {
    let mut sets: BTreeMap<&str, u128> = BTreeMap::new();
    for (file, language) in languages.iter().enumerate() {
        for word in of(language) {
            *sets.entry(word).or_default() |= 1 << file;
        }
    }
    let files: Vec<String> =
        sets.values().map(|files| format!("LanguageSet::new({files:#x})")).collect();
    let initials = initials(sets.keys().copied());
    let (phrases, files) = (strings(sets.into_keys()), files.join(", "));
    format!(
        "pub static {name}: SharedPhrases =\n    SharedPhrases::new(Phrases::new({phrases}), {initials}, &[{files}]);\n"
    )
}

/// Formats words and phrases for `lexicon/phrase.rs`.
pub fn phrases<'a>(words: impl IntoIterator<Item = &'a String>) -> String {
    let sorted: BTreeSet<&str> = words.into_iter().map(String::as_str).collect();
    format!("Phrases::new({})", strings(sorted))
}
