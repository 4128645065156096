//! Words of dates, of definitions, of captions, of recitals, of counts and of bulletins.

use super::literal::{array, by_language, phrases, shared, strings};
use super::schema::{Definitions, Language, References};
use std::collections::{BTreeMap, BTreeSet};

/// Writes the tables of `lexicon/dates.rs`.
pub fn dates(languages: &[Language]) -> String {
    [
        "/// Months by their words.\n".to_owned(),
        ranks("MONTHS", "u8", languages, |language| &language.dates.months),
        merged("DAY_ENDINGS", languages, |language| &language.dates.day_endings),
        merged("LINKS", languages, |language| &language.dates.links),
        merged("FORMULAS", languages, |language| &language.dates.formulas),
        merged("JOINTS", languages, |language| &language.dates.joints),
    ]
    .concat()
}

/// Writes the tables of `lexicon/wording.rs`.
pub fn words(languages: &[Language]) -> String {
    [
        "/// Words before the last of several.\n".to_owned(),
        shared("CONJUNCTIONS", languages, |language| of_references(language, |own| vec![&own.and])),
        "/// Words that lead to a place, such as `in`, `of`, `under`, and are not articles.\n"
            .to_owned(),
        shared("LEADING", languages, |language| {
            let mut leading = of_references(language, |own| {
                vec![&own.of, &own.inside, &own.attached, &own.openings]
            });
            leading.retain(|word| {
                !language.references.as_ref().is_some_and(|own| own.determiners.contains(word))
            });
            leading
        }),
        "/// Words for pictures and tables.\n".to_owned(),
        shared("CAPTIONS", languages, |language| language.parts.captions.iter().collect()),
        "/// Words that number parts of prose, of lessons and of verse.\n".to_owned(),
        shared("PROSE", languages, |language| language.parts.prose.iter().collect()),
        "/// Words that begin a recital, or the line that names who adopts the text.\n".to_owned(),
        shared("RECITAL_OPENINGS", languages, |language| {
            language.recitals.openings.iter().collect()
        }),
    ]
    .concat()
}

/// Returns the words of some lists of references.
fn of_references<'l>(
    language: &'l Language,
    lists: impl Fn(&'l References) -> Vec<&'l Vec<String>>,
) -> Vec<&'l String> {
    language.references.iter().flat_map(lists).flatten().collect()
}

/// Writes the tables of `lexicon/defining.rs`.
pub fn definitions(languages: &[Language]) -> String {
    let marks: BTreeSet<(char, char)> = languages
        .iter()
        .flat_map(|language| &language.definitions.quotation)
        .filter_map(|marks| Some((marks.chars().next()?, marks.chars().nth(1)?)))
        .collect();
    let marks: Vec<String> = marks.into_iter().map(|pair| format!("{pair:?}")).collect();
    let phrases = |name: &str, of: fn(&Definitions) -> &Vec<String>| {
        shared(name, languages, |language| of(&language.definitions).iter().collect())
    };
    [
        "/// Quotation marks, each with the one that closes it.\n".to_owned(),
        format!("pub {}", array("QUOTATION", "(char, char)", &marks)),
        "/// Words in the title of a provision with definitions.\n".to_owned(),
        phrases("TITLES", |words| &words.titles),
        "/// Words between a term and its meaning.\n".to_owned(),
        phrases("MEANS", |words| &words.means),
        "/// Words that may precede those.\n".to_owned(),
        phrases("ADVERBS", |words| &words.adverbs),
        "/// Words between a term and a part of its meaning.\n".to_owned(),
        phrases("INCLUDES", |words| &words.includes),
        "/// Words that may precede a term.\n".to_owned(),
        phrases("TERM", |words| &words.term),
        "/// Words between a term and its kind.\n".to_owned(),
        phrases("BEING", |words| &words.being),
        "/// Words that begin the kind.\n".to_owned(),
        phrases("KINDS", |words| &words.kinds),
        "/// Words before a term that are not part of it.\n".to_owned(),
        phrases("ARTICLES", |words| &words.articles),
        "/// Words that refer to another text for the definition.\n".to_owned(),
        phrases("ELSEWHERE", |words| &words.elsewhere),
        "/// Words before a term in parentheses.\n".to_owned(),
        phrases("HEREINAFTER", |words| &words.hereinafter),
        "/// Words that may follow those.\n".to_owned(),
        phrases("FURTHER", |words| &words.further),
    ]
    .concat()
}

/// Writes the table of `lexicon/defining.rs` of endings by language.
pub fn endings(languages: &[Language]) -> String {
    by_language(languages, "TermEndings", |language| {
        let Language { tag, definitions, .. } = language;
        let endings = strings(definitions.endings.iter().map(String::as_str));
        (!definitions.endings.is_empty())
            .then(|| format!("TermEndings {{ tag: {tag:?}, endings: {endings} }}"))
    })
}

/// Writes the tables of `lexicon/counting.rs`.
pub fn counts(languages: &[Language]) -> String {
    by_language(languages, "CountWords", |language| {
        let counts = language.counts.as_ref()?;
        let (following, behind) = (phrases(&counts.following), phrases(&counts.behind));
        Some(format!(
            "CountWords {{ tag: {:?}, following: {following}, behind: {behind} }}",
            language.tag
        ))
    })
}

/// Writes the tables of `lexicon/bulletins.rs`.
pub fn bulletins(languages: &[Language]) -> String {
    by_language(languages, "BulletinWords", |language| {
        let heads = language.mastheads.lists().into_iter();
        let contacts = language.contacts.lists().into_iter();
        let lists: Vec<(String, &Vec<String>)> = heads
            .map(|(name, words)| (format!("head_{name}"), words))
            .chain(contacts.map(|(name, words)| (format!("contact_{name}"), words)))
            .collect();
        if lists.iter().all(|(_, words)| words.is_empty()) {
            return None;
        }
        let fields: String =
            lists.iter().map(|(name, words)| format!(", {name}: {}", phrases(*words))).collect();
        Some(format!("BulletinWords {{ tag: {:?}{fields} }}", language.tag))
    })
}

/// Writes the tables of `lexicon/subjects.rs`.
pub fn subjects(languages: &[Language]) -> String {
    by_language(languages, "SubjectWords", |language| {
        let fields: String = language
            .subjects
            .as_ref()?
            .lists()
            .into_iter()
            .map(|(name, words)| format!(", {name}: {}", strings(words.iter().map(String::as_str))))
            .collect();
        Some(format!("SubjectWords {{ tag: {:?}{fields} }}", language.tag))
    })
}

/// Merges a field of all languages into one sorted list.
fn merged(name: &str, languages: &[Language], of: impl Fn(&Language) -> &Vec<String>) -> String {
    let words: BTreeSet<&str> = languages.iter().flat_map(of).map(String::as_str).collect();
    format!("pub static {name}: &[&str] = {};\n", strings(words))
}

/// Merges words with their positions, from 1, into one sorted table.
fn ranks(
    name: &str,
    rank: &str,
    languages: &[Language],
    of: impl Fn(&Language) -> &Vec<Vec<String>>,
) -> String {
    let mut words: BTreeMap<&str, usize> = BTreeMap::new();
    for language in languages {
        for (at, forms) in of(language).iter().enumerate() {
            words.extend(forms.iter().map(|form| (form.as_str(), at + 1)));
        }
    }
    let rows: Vec<String> =
        words.into_iter().map(|(word, rank)| format!("({word:?}, {rank})")).collect();
    array(name, &format!("(&str, {rank})"), &rows)
}
