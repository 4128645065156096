//! The words for parties: one table per language.

use super::literal::{by_language, phrases, shared};
use super::schema::Language;

/// Writes the tables of `lexicon/parties.rs`.
pub fn tables(languages: &[Language]) -> String {
    let rows = by_language(languages, "PartyWords", |language| {
        let parties = language.parties.as_ref()?.lists();
        let lists = parties.into_iter().chain(language.delegations.lists());
        let fields: String =
            lists.map(|(name, words)| format!(", {name}: {}", phrases(words))).collect();
        Some(format!("PartyWords {{ tag: {:?}{fields} }}", language.tag))
    });
    let kinds = shared("KINDS", languages, |language| {
        let Some(own) = &language.parties else { return Vec::new() };
        let lists = [&own.members, &own.observers, &own.signatories, &own.observer_status];
        lists.into_iter().flatten().collect()
    });
    rows + &kinds
}
