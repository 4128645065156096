//! The letters and signs that scripts and languages use for numbers.

use super::literal::array;
use super::schema::{Language, Signs};
use std::collections::{BTreeMap, BTreeSet};

/// Writes the tables of `lexicon/letters.rs`.
pub fn tables(languages: &[Language]) -> String {
    let unused: Vec<String> = languages
        .iter()
        .filter(|language| !language.letters.unused.is_empty())
        .map(|language| format!("({:?}, {:?})", language.tag, language.letters.unused))
        .collect();
    let lists = || languages.iter().flat_map(|language| &language.letters.lists);
    let (latin, others): (Vec<&String>, Vec<&String>) =
        lists().partition(|letters| letters.starts_with('a'));
    // Capitals are a separate alphabet in scripts that have them.
    let alphabets: BTreeSet<String> =
        others.into_iter().flat_map(|letters| [letters.clone(), letters.to_uppercase()]).collect();
    let mut places: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    for (alphabet, letters) in alphabets.iter().enumerate() {
        for (at, letter) in members(letters).into_iter().enumerate() {
            places.entry(letter).or_default().push((alphabet, at + 1));
        }
    }
    let between: Vec<String> = between(&latin)
        .iter()
        .map(|(letter, places)| {
            let places: Vec<(char, usize)> = places.iter().copied().collect();
            format!("({letter:?}, &{places:?})")
        })
        .collect();
    let places: Vec<String> =
        places.iter().map(|(letter, places)| format!("({letter:?}, &{places:?})")).collect();
    [
        array("UNUSED", "(&str, &str)", &unused),
        "/// Letters with their alphabets and their places in these, from 1 on.\n".to_owned(),
        array("PLACES", "(&str, &[(u8, u32)])", &places),
        "/// Latin letters that come between others, with the letter before them and their places\n"
            .to_owned(),
        "/// behind it, from 1 on.\n".to_owned(),
        array("BETWEEN", "(&str, &[(char, u32)])", &between),
    ]
    .concat()
}

/// Returns the letters of an alphabet, which spaces separate if some are written with several.
fn members(letters: &str) -> Vec<String> {
    match letters.contains(' ') {
        true => letters.split_whitespace().map(str::to_owned).collect(),
        false => letters.chars().map(String::from).collect(),
    }
}

/// Returns the letters of Latin alphabets that English lacks, such as `č` and `lj`, each with the
/// letters that it may follow.
fn between(alphabets: &[&String]) -> BTreeMap<String, BTreeSet<(char, usize)>> {
    let mut found: BTreeMap<String, BTreeSet<(char, usize)>> = BTreeMap::new();
    for alphabet in alphabets {
        let (mut before, mut behind) = ('a', 0);
        for letter in members(alphabet) {
            match letter.chars().next().filter(|c| letter.len() == 1 && c.is_ascii()) {
                Some(plain) => (before, behind) = (plain, 0),
                None => {
                    behind += 1;
                    // `dd` is the letter `d` twice, as lists go on after `z`.
                    let mut signs = letter.chars();
                    if !(letter.is_ascii() && signs.next() == signs.next()) {
                        found.entry(letter).or_default().insert((before, behind));
                    }
                }
            }
        }
    }
    found
}

/// The value of a sign, and whether it multiplies.
type Worth = (u32, bool);

/// Writes the table of `lexicon/signs.rs`.
pub fn signs(languages: &[Language], known: &[(String, Signs)]) -> Result<String, String> {
    for language in languages {
        let mut names = language.letters.signs.keys();
        if let Some(name) = names.find(|name| !known.iter().any(|(known, _)| known == *name)) {
            let tag = &language.tag;
            return Err(format!("{tag}.toml: letters.signs: there are no “{name}” numerals"));
        }
    }
    let mut systems = Vec::new();
    let mut firsts: BTreeSet<(char, usize)> = BTreeSet::new();
    for (at, (name, own)) in known.iter().enumerate() {
        let further = languages.iter().filter_map(|language| language.letters.signs.get(name));
        let all: Vec<&Signs> = std::iter::once(own).chain(further).collect();
        let marks: BTreeSet<&str> =
            all.iter().flat_map(|signs| &signs.marks).map(String::as_str).collect();
        let mut table: BTreeMap<&str, Worth> = BTreeMap::new();
        for signs in &all {
            for (worths, multiplies) in [(&signs.values, false), (&signs.units, true)] {
                for (worth, signs) in worths {
                    let worth = worth.parse().map_err(|_| format!("{name}: “{worth}”"))?;
                    table.extend(signs.iter().map(|sign| (sign.as_str(), (worth, multiplies))));
                }
            }
        }
        firsts.extend(table.keys().filter_map(|sign| Some((sign.chars().next()?, at))));
        let mut rows: Vec<(&str, Worth)> = table.into_iter().collect();
        // Of two signs with the same beginning, the longer matches.
        rows.sort_by_key(|(sign, _)| std::cmp::Reverse(sign.chars().count()));
        let rows: Vec<String> = rows
            .iter()
            .map(|(sign, (worth, multiplies))| {
                let worth =
                    if *multiplies { "Unit" } else { "Value" }.to_owned() + &format!("({worth})");
                format!("({sign:?}, Worth::{worth})")
            })
            .collect();
        let marks: String = marks.into_iter().collect();
        systems.push(format!(
            "System {{ name: {name:?}, marks: {marks:?}, signs: &[{}] }}",
            rows.join(", ")
        ));
    }
    let firsts: Vec<String> = firsts.iter().map(|first| format!("{first:?}")).collect();
    Ok([
        "/// All that there are.\n".to_owned(),
        format!("pub {}", array("SYSTEMS", "System", &systems)),
        "/// What a numeral may begin with, and the place of its system.\n".to_owned(),
        array("FIRSTS", "(char, usize)", &firsts),
    ]
    .concat())
}
