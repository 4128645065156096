//! Spelled-out numbers, one table per language, from CLDR and from the language files.

use super::literal::{array, strings};
use super::schema::{Language, Numerals};
use std::collections::BTreeMap;

/// The numbers of all languages that have some, by tag.
pub struct Numbers(BTreeMap<String, Words>);

/// Words with their numbers.
#[derive(Default)]
struct Words {
    cardinals: BTreeMap<String, u32>,
    ordinals: BTreeMap<String, u32>,
}

impl Numbers {
    /// Combines the numbers of the languages with those of CLDR.
    pub fn new(languages: &[Language], spelled: &[(String, Numerals)]) -> Result<Self, String> {
        let written_as = written_as(languages);
        let mut all: BTreeMap<String, Words> = BTreeMap::new();
        for (tag, numerals) in spelled {
            if !languages.iter().any(|language| language.tag == *tag) {
                return Err(format!("assets/numbers/{tag}.toml has no file in assets/languages"));
            }
            all.entry(tag.clone()).or_default().add(numerals, &written_as);
        }
        for language in languages {
            let Numerals { cardinals, ordinals } = &language.numbers;
            if !cardinals.is_empty() || !ordinals.is_empty() {
                let words = all.entry(language.tag.clone()).or_default();
                words.add(&language.numbers, &written_as);
            }
        }
        Ok(Self(all))
    }

    /// Returns the index of a language in the table.
    pub fn place(&self, tag: &str) -> Option<usize> {
        self.0.keys().position(|known| known == tag)
    }

    /// Writes the table of `lexicon/spelled.rs`.
    pub fn table(
        &self,
        languages: &[Language],
        spelled: &[(String, Numerals)],
    ) -> Result<String, String> {
        let rows: Vec<String> = self
            .0
            .iter()
            .map(|(tag, words)| {
                let (cardinals, ordinals) = (lines(&words.cardinals), lines(&words.ordinals));
                format!(
                    "NumberWords {{ tag: {tag:?}, cardinals: {cardinals:?}, ordinals: {ordinals:?} }}"
                )
            })
            .collect();
        let replaced = written_as(languages);
        let replaced: Vec<String> = replaced.iter().map(|pair| format!("{pair:?}")).collect();
        let tag = languages.iter().find(|language| language.default).map(|own| own.tag.as_str());
        let default = tag.and_then(|tag| self.place(tag)).unwrap_or(0);
        let written = spelled.iter().find(|(known, _)| Some(known.as_str()) == tag);
        let (_, written) = written.ok_or("assets/numbers has no file for the default language")?;
        Ok([
            "/// Those of all languages that have some.\n".to_owned(),
            array("NUMBERS", "NumberWords", &rows),
            "/// Those that are read where no language is known.\n".to_owned(),
            format!("const DEFAULT: usize = {default};\n"),
            "/// Letters that texts replace by others, sorted.\n".to_owned(),
            array("WRITTEN_AS", "(char, char)", &replaced),
            "/// The default language’s cardinals from 1 on, as they are written.\n".to_owned(),
            format!("static CARDINALS: &[&str] = {};\n", in_order(&written.cardinals)),
            "/// Its ordinals.\n".to_owned(),
            format!("static ORDINALS: &[&str] = {};\n", in_order(&written.ordinals)),
        ]
        .concat())
    }
}

/// Returns the letters of all languages that texts replace by others.
fn written_as(languages: &[Language]) -> BTreeMap<char, char> {
    languages.iter().flat_map(|language| language.letters.written_as.clone()).collect()
}

/// The first form of each number from 1 on, as far as there are no gaps.
fn in_order(numbers: &BTreeMap<String, Vec<String>>) -> String {
    let forms = (1_u32..).map_while(|number| numbers.get(&number.to_string())?.first());
    strings(forms.map(String::as_str))
}

impl Words {
    fn add(&mut self, numerals: &Numerals, written_as: &BTreeMap<char, char>) {
        let tables =
            [(&mut self.cardinals, &numerals.cardinals), (&mut self.ordinals, &numerals.ordinals)];
        for (words, numbers) in tables {
            for (number, forms) in numbers {
                let Ok(number) = number.parse() else { continue };
                for form in forms {
                    // If a word means two numbers, the smaller applies.
                    let known = words.entry(folded(form, written_as)).or_insert(number);
                    *known = number.min(*known);
                }
            }
        }
    }
}

/// Folds a word; `lexicon/spelled.rs` folds the words that it looks up in the same way.
fn folded(word: &str, written_as: &BTreeMap<char, char>) -> String {
    let even = |c| match c {
        '-' | '\u{2010}' | '\u{2011}' => ' ',
        '\'' | '‘' | 'ʻ' | 'ʼ' => '’',
        c => written_as.get(&c).copied().unwrap_or(c),
    };
    let capitals = word.chars().flat_map(char::to_uppercase);
    capitals.flat_map(char::to_lowercase).filter(|c| !DROPPED.contains(c)).map(even).collect()
}

/// Characters that are dropped: the point that the small letter of the Turkic `İ` keeps, and the zero
/// width space between the parts of a number in Thai, Lao and Khmer, which few texts write.
const DROPPED: [char; 2] = ['\u{307}', '\u{200B}'];

/// Formats one line per word, sorted: a single string needs no pointer per word.
fn lines(words: &BTreeMap<String, u32>) -> String {
    words.iter().map(|(word, number)| format!("{word}\t{number}\n")).collect()
}
