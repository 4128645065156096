//! How each language tells of parties: a table a language.

use super::literal::{array, phrases};
use super::schema::Language;

/// The tables of `lexicon/parties.rs`.
pub fn tables(languages: &[Language]) -> String {
    let known: Vec<&Language> =
        languages.iter().filter(|language| language.parties.is_some()).collect();
    let rows: Vec<String> = known
        .iter()
        .filter_map(|language| {
            let parties = language.parties.as_ref()?.lists();
            let lists = parties.into_iter().chain(language.delegations.lists());
            let fields: String =
                lists.map(|(name, words)| format!(", {name}: {}", phrases(words))).collect();
            Some(format!("Language {{ tag: {:?}{fields} }}", language.tag))
        })
        .collect();
    let default = known.iter().position(|language| language.default).unwrap_or(0);
    [
        array("LANGUAGES", "Language", &rows),
        "/// The one whose words are looked for where a language has none.\n".to_owned(),
        format!("const DEFAULT: usize = {default};\n"),
    ]
    .concat()
}
