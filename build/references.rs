//! The words of references to places: one table per language.

use super::literal::{by_language, longest_first, phrases as phrase_list, strings};
use super::schema::{Language, Order, References, Unit};
use std::collections::{BTreeMap, BTreeSet};

/// Writes the tables of `lexicon/referring.rs`.
pub fn tables(languages: &[Language]) -> String {
    let merged = |of: fn(&References) -> &Vec<String>| {
        let all = languages.iter().filter_map(|language| language.references.as_ref());
        strings(all.flat_map(of).map(String::as_str).collect::<BTreeSet<_>>())
    };
    let more: BTreeSet<&String> = languages
        .iter()
        .filter_map(|language| language.references.as_ref())
        .flat_map(|references| &references.and_more)
        .collect();
    let more: Vec<String> = more.into_iter().cloned().collect();
    [
        by_language(languages, "ReferenceWords", |own| Some(row(own, own.references.as_ref()?))),
        "/// What is counted, and is no place.\n".to_owned(),
        format!("pub static COUNTED: &[&str] = {};\n", merged(|own| &own.counted)),
        "/// Endings right behind a number that make it an ordinal.\n".to_owned(),
        format!("pub static ORDINAL_ENDINGS: &[&str] = {};\n", merged(|own| &own.ordinal_endings)),
        "/// `et seq.`, in whatever language.\n".to_owned(),
        format!("pub static AND_MORE: &[&str] = {};\n", longest_first(&more)),
    ]
    .concat()
}

fn row(language: &Language, references: &References) -> String {
    let order = match (references.order, &references.sign) {
        (Order::Around, Some(sign)) => format!("Around({sign:?})"),
        (order, _) => format!("{order:?}"),
    };
    let words: Vec<String> = references
        .words
        .iter()
        .map(|word| {
            let (forms, unit) = (phrase_list(&word.forms), word.unit);
            let (numbers, certain, items) = (word.numbers, word.certain, word.items);
            format!(
                "PlaceWord {{ forms: {forms}, unit: PlaceUnit::{unit:?}, numbers: NumberCount::{numbers:?}, certain: {certain}, items: {items} }}"
            )
        })
        .collect();
    let next_to = references.previous.values().chain(references.next.values()).flatten();
    let relative: Vec<String> =
        phrases(&references.previous, false).chain(phrases(&references.next, true)).collect();
    let habits: Vec<String> =
        references.habits.iter().map(|habit| format!("ReferenceHabit::{habit:?}")).collect();
    let fields = [
        ("tag", format!("{:?}", language.tag)),
        ("also", list(&language.also)),
        ("order", format!("Order::{order}")),
        ("words", format!("&[{}]", words.join(", "))),
        ("and", longest_first(&references.and)),
        ("to", longest_first(&references.to)),
        ("of", longest_first(&references.of)),
        ("inside", longest_first(&references.inside)),
        ("attached", longest_first(&references.attached)),
        ("determiners", list(&references.determiners)),
        ("openings", list(&references.openings)),
        ("belonging", list(&references.belonging)),
        ("ordinal_parts", format!("OrdinalParts::{:?}", references.ordinal_parts)),
        ("ordinal_prefixes", longest_first(&references.ordinal_prefixes)),
        ("bare_parts", phrase_list(&references.bare_parts)),
        ("bare_numbers", phrase_list(&references.bare_numbers)),
        ("lettered", longest_first(&references.lettered)),
        ("own", phrase_list(&references.own)),
        ("other", list(&references.other)),
        ("possessive", list(&references.possessive)),
        ("amending", list(&references.amending)),
        ("amends", phrase_list(&references.amends)),
        ("inserts", phrase_list(&references.inserts)),
        ("forms", phrase_list(references.words.iter().flat_map(|word| &word.forms))),
        ("next_to", phrase_list(next_to)),
        ("plurals", list(&references.plurals)),
        ("genitive_endings", list(&references.genitive_endings)),
        ("owner_endings", list(&references.owner_endings)),
        ("instruments", longest_first(&references.instruments)),
        ("habits", format!("&[{}]", habits.join(", "))),
        ("relative", format!("&[{}]", relative.join(", "))),
    ];
    let fields: Vec<String> =
        fields.into_iter().map(|(name, value)| format!("{name}: {value}")).collect();
    format!("ReferenceWords {{ {} }}", fields.join(", "))
}

fn list(words: &[String]) -> String {
    strings(words.iter().map(String::as_str))
}

fn phrases(places: &BTreeMap<Unit, Vec<String>>, forward: bool) -> impl Iterator<Item = String> {
    places.iter().flat_map(move |(unit, phrases)| {
        phrases.iter().map(move |words| {
            format!(
                "Relative {{ words: {words:?}, unit: PlaceUnit::{unit:?}, forward: {forward} }}"
            )
        })
    })
}
