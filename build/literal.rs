//! Rust as it is written in the tables.

use super::schema::Language;
use std::collections::BTreeSet;
use std::fmt::Write;

/// A slice of strings, in the order given.
pub fn strings<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<String> = words.into_iter().map(|word| format!("{word:?}")).collect();
    format!("&[{}]", words.join(", "))
}

/// The same, but of two that begin alike the longer stands first.
pub fn longest_first(words: &[String]) -> String {
    let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    strings(words)
}

/// A static array.
pub fn array(name: &str, of: &str, rows: &[String]) -> String {
    let mut out = format!("static {name}: [{of}; {}] = [\n", rows.len());
    for row in rows {
        // A String takes all that is written to it.
        let _ = writeln!(out, "    {row},");
    }
    out + "];\n"
}

/// `LANGUAGES`, with a row for each language that has one, and `DEFAULT`, the place of the default language in it.
pub fn by_language(languages: &[Language], row: impl Fn(&Language) -> Option<String>) -> String {
    let known: Vec<(bool, String)> =
        languages.iter().filter_map(|own| Some((own.default, row(own)?))).collect();
    let default = known.iter().position(|(default, _)| *default).unwrap_or(0);
    let rows: Vec<String> = known.into_iter().map(|(_, row)| row).collect();
    [
        array("LANGUAGES", "Language", &rows),
        "/// The one whose words are looked for where a language has none.\n".to_owned(),
        format!("const DEFAULT: usize = {default};\n"),
    ]
    .concat()
}

/// Words and phrases as `lexicon/phrase.rs` looks for them.
pub fn phrases<'a>(words: impl IntoIterator<Item = &'a String>) -> String {
    let sorted: BTreeSet<&str> = words.into_iter().map(String::as_str).collect();
    format!("Phrases::new({})", strings(sorted))
}
