//! Validates the files: each is complete according to the schema, its lists are
//! sorted and in lower case, and nothing occurs twice.

use super::schema::{Language, Numerals, Order, Signs};
use std::collections::HashMap;
use toml::Value;

/// Months in a year.
const MONTHS: usize = 12;

/// Parses and validates the file of one language.
pub fn language(tag: &str, text: &str) -> Result<Language, String> {
    if !is_tag(tag) {
        return Err(format!("“{tag}” is not a BCP 47 tag"));
    }
    let table: toml::Table = toml::from_str(text).map_err(|error| error.to_string())?;
    lists("", &Value::Table(table))?;
    let mut language: Language = toml::from_str(text).map_err(|error| error.to_string())?;
    tag.clone_into(&mut language.tag);
    digits(language.numbers.cardinals.keys().chain(language.numbers.ordinals.keys()))?;
    digits(language.labels.times.keys())?;
    for signs in language.letters.signs.values() {
        digits(signs.values.keys().chain(signs.units.keys()))?;
    }
    let labels = &language.labels;
    if [&labels.before, &labels.after, &labels.ranked].iter().any(|words| words.sign.is_some()) {
        return Err("labels.before, after and ranked have no `sign`; labels.around has".into());
    }
    if labels.around.iter().any(|around| around.sign.is_none()) {
        return Err("labels.around: the `sign` before the number is missing".into());
    }
    let months = language.dates.months.len();
    if months != 0 && months != MONTHS {
        return Err(format!("dates.months: there are {months}, not {MONTHS}"));
    }
    let known = &language.detection;
    let mut letters = known.letters.iter().chain(std::iter::once(&known.without));
    if let Some(letters) = letters.find(|letters| letters.is_ascii() && !letters.is_empty()) {
        return Err(format!("detection: “{letters}” are letters of too many languages"));
    }
    if let Some(marks) =
        language.definitions.quotation.iter().find(|marks| marks.chars().count() != 2)
    {
        return Err(format!("definitions.quotation: “{marks}” is not two marks"));
    }
    if let Some(references) = &language.references {
        let sign = references.sign.is_some();
        if sign != (references.order == Order::Around) {
            return Err("references.sign: belongs to `order = \"around\"`, and only there".into());
        }
        let mut known = HashMap::new();
        for (at, word) in references.words.iter().enumerate() {
            for form in &word.forms {
                if let Some(first) = known.insert(form, at) {
                    let both = format!("references.words[{first}] and [{at}]");
                    return Err(format!("{both}: “{form}” stands twice"));
                }
            }
        }
    }
    Ok(language)
}

/// Parses and validates the file of a language in `assets/numbers`.
pub fn numbers(text: &str) -> Result<Numerals, String> {
    let table: toml::Table = toml::from_str(text).map_err(|error| error.to_string())?;
    lists("", &Value::Table(table))?;
    let numerals: Numerals = toml::from_str(text).map_err(|error| error.to_string())?;
    digits(numerals.cardinals.keys().chain(numerals.ordinals.keys()))?;
    Ok(numerals)
}

/// Parses and validates a file in `assets/numbers/signs`.
pub fn signs(text: &str) -> Result<Signs, String> {
    let table: toml::Table = toml::from_str(text).map_err(|error| error.to_string())?;
    lists("", &Value::Table(table))?;
    let signs: Signs = toml::from_str(text).map_err(|error| error.to_string())?;
    digits(signs.values.keys().filter(|worth| *worth != "0").chain(signs.units.keys()))?;
    Ok(signs)
}

/// Checks that numbers are in digits.
fn digits<'a>(mut keys: impl Iterator<Item = &'a String>) -> Result<(), String> {
    let wrong = keys.find(|key| key.parse::<u32>().is_err() || key.starts_with('0'));
    wrong.map_or(Ok(()), |key| Err(format!("numbers: “{key}” is not a number from 1 on")))
}

/// Checks all languages together: each tag has one file, and one language is the default.
pub fn together(languages: &[Language]) -> Result<(), String> {
    let mut known: HashMap<&str, &str> = HashMap::new();
    for language in languages.iter().filter(|language| language.references.is_some()) {
        for tag in language.also.iter().chain([&language.tag]) {
            if let Some(other) = known.insert(tag, &language.tag) {
                let tags = format!("{other}.toml and {}.toml", language.tag);
                return Err(format!("{tags}: both have the references of “{tag}”"));
            }
        }
    }
    near(languages)?;
    ranks(languages, "dates.months", |language| &language.dates.months)?;
    let is_default = |language: &&Language| language.default && language.references.is_some();
    match languages.iter().filter(is_default).count() {
        1 => Ok(()),
        count => Err(format!("default: {count} languages with references have it, not one")),
    }
}

/// Checks that languages are near to each other and that each subtag has one file.
fn near(languages: &[Language]) -> Result<(), String> {
    let mut tags: HashMap<&str, &str> = HashMap::new();
    for language in languages {
        for tag in language.replaces.iter().chain([&language.tag]) {
            if let Some(other) = tags.insert(tag, &language.tag) {
                let tags = format!("{other}.toml and {}.toml", language.tag);
                return Err(format!("{tags}: both are the files of “{tag}”"));
            }
        }
        for tag in &language.detection.near {
            let other = languages.iter().find(|other| other.tag == *tag);
            if other.is_none_or(|other| !other.detection.near.contains(&language.tag)) {
                let file = format!("{}.toml", language.tag);
                return Err(format!("{file}: detection.near: “{tag}” is not near to it"));
            }
        }
    }
    Ok(())
}

/// Checks the words for a position in an order, which are read before the
/// language is known: each word means one position in all languages.
fn ranks(
    languages: &[Language],
    key: &str,
    of: impl Fn(&Language) -> &Vec<Vec<String>>,
) -> Result<(), String> {
    let mut known: HashMap<&str, (usize, &str)> = HashMap::new();
    for language in languages {
        for (at, word) in of(language)
            .iter()
            .enumerate()
            .flat_map(|(at, words)| words.iter().map(move |word| (at, word)))
        {
            let (first, tag) = *known.entry(word).or_insert((at, &language.tag));
            if first != at {
                let (one, other) = (format!("{tag}.toml"), format!("{}.toml", language.tag));
                return Err(format!(
                    "{key}: “{word}” is {} in {one} and {} in {other}",
                    first + 1,
                    at + 1
                ));
            }
        }
    }
    Ok(())
}

/// Whether it is a primary subtag of two or three letters, with optional further subtags.
fn is_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or_default();
    let lengths = (2..=3).contains(&primary.len());
    lengths
        && primary.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}

/// Checks the lists of words below a key.
fn lists(key: &str, value: &Value) -> Result<(), String> {
    match value {
        Value::Table(table) => table.iter().try_for_each(|(name, value)| {
            let key = if key.is_empty() { name.clone() } else { format!("{key}.{name}") };
            lists(&key, value)
        }),
        Value::Array(items) if items.iter().all(Value::is_str) => {
            let words: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
            list(key, &words)
        }
        Value::Array(items) => {
            items.iter().enumerate().try_for_each(|(at, item)| lists(&format!("{key}[{at}]"), item))
        }
        _ => Ok(()),
    }
}

fn list(key: &str, words: &[&str]) -> Result<(), String> {
    if words.is_empty() {
        return Err(format!("{key}: the list is empty; leave it out"));
    }
    for word in words {
        if word.trim() != *word || word.is_empty() {
            return Err(format!("{key}: “{word}” has blanks at its ends or is empty"));
        }
    }
    for word in words {
        if word.to_lowercase() != *word {
            return Err(format!("{key}: “{word}” is not in small letters"));
        }
    }
    for pair in words.windows(2) {
        match pair[0].cmp(pair[1]) {
            std::cmp::Ordering::Less => {}
            std::cmp::Ordering::Equal => return Err(format!("{key}: “{}” stands twice", pair[0])),
            std::cmp::Ordering::Greater => {
                return Err(format!("{key}: “{}” belongs before “{}”", pair[1], pair[0]));
            }
        }
    }
    Ok(())
}
