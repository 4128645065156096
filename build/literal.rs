//! Rust source text for the tables.

use super::schema::Language;
use std::collections::BTreeSet;
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

/// Formats words and phrases for `lexicon/phrase.rs`.
pub fn phrases<'a>(words: impl IntoIterator<Item = &'a String>) -> String {
    let sorted: BTreeSet<&str> = words.into_iter().map(String::as_str).collect();
    format!("Phrases::new({})", strings(sorted))
}
