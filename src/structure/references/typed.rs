//! References that a person types, as the language of a text writes them.

use super::mention::{Mention, MentionedNumber};
use super::scan::Scanner;
use crate::document::{Address, ClauseNumber, Notation, Ordinal, Place, PlaceName};
use crate::lexicon::referring::{self, PlaceUnit};

/// What typed words may mean as a reference in the language of a BCP 47 tag
/// (`Artikel 5 Absatz 2`, `المادة ٥`, `articles 5 à 7`), the likeliest first.
/// Annexes and chapters go by their names alone.
pub fn typed(language: Option<&str>, words: &str) -> Vec<Address> {
    let words = words.trim().trim_end_matches(['.', ',', ';', ':']);
    let scanner = Scanner::new(referring::of(language), "", "");
    let mentions = scanner.mentions(words);
    let Some((outer, inner)) = parts(words, &mentions) else { return Vec::new() };
    let provision = |number: &ClauseNumber| {
        let all = outer.iter().chain(number.components()).cloned().collect();
        Some(place(ClauseNumber::from_components(all)?, None))
    };
    let whole = provision(&inner.first);
    if let Some(last) = &inner.last {
        let range = whole.zip(provision(last));
        return range.map(|(first, last)| Address::Range(first, last)).into_iter().collect();
    }
    // Where the parts of an article are not distinguished, its paragraphs count.
    let paragraph = match inner.first.components() {
        [Ordinal::Number(n)] => {
            ClauseNumber::from_components(outer).map(|number| place(number, Some(*n)))
        }
        _ => None,
    };
    whole.into_iter().chain(paragraph).map(Address::Place).collect()
}

fn place(number: ClauseNumber, paragraph: Option<u32>) -> Place {
    let notation = Notation::Common;
    Place { scope: None, what: PlaceName::Provision(number), occurrence: None, paragraph, notation }
}

/// Where the words are one reference and nothing else: its innermost number,
/// and the components of those that it is a part of.
fn parts<'a>(words: &str, mentions: &'a [Mention]) -> Option<(Vec<Ordinal>, &'a MentionedNumber)> {
    let ends = (mentions.first()?.range().start, mentions.last()?.range().end);
    let alone = |mention: &Mention| {
        mention.items.len() == 1 && !matches!(mention.unit, PlaceUnit::Annex | PlaceUnit::Chapter)
    };
    if ends != (0, words.len()) || !mentions.iter().all(alone) {
        return None;
    }
    let inner = (0..mentions.len())
        .find(|at| mentions.iter().all(|mention| mention.within != Some(*at)))?;
    let around: Vec<&Mention> =
        std::iter::successors(mentions[inner].within, |at| mentions[*at].within)
            .take(mentions.len())
            .map(|at| &mentions[at])
            .collect();
    let numbers = around.iter().rev().flat_map(|mention| &mention.items);
    let outer = numbers.flat_map(|item| item.first.components()).cloned().collect();
    (around.len() + 1 == mentions.len()).then_some(())?;
    Some((outer, mentions[inner].items.first()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(language: &str, words: &str) -> String {
        let all: Vec<String> =
            typed(Some(language), words).iter().map(Address::to_string).collect();
        all.join(" or ")
    }

    #[test]
    fn a_reference_of_many_languages_is_an_address() {
        for (language, words, address) in [
            ("en", "Article 5", "5"),
            ("en", "Articles 5 to 7", "5-7"),
            ("en", "paragraph 2 of Article 5", "5.2 or 5:2"),
            ("en", "Article 5, paragraph 2", "5.2 or 5:2"),
            ("de", "Artikel 5 Absatz 2", "5.2 or 5:2"),
            ("de", "§ 12 Abs. 3", "12.3 or 12:3"),
            ("fr", "articles 5 à 7", "5-7"),
            ("ru", "ст. 5", "5"),
            ("ru", "пункт 2 статьи 5", "5.2 or 5:2"),
            ("kk", "5-бап", "5"),
            ("ar", "المادة ٥", "5"),
            ("ja", "第五条", "5"),
            ("ja", "第５条", "5"),
            ("zh", "第十二条", "12"),
            ("ko", "제5조", "5"),
        ] {
            assert_eq!(told(language, words), address, "{language} {words}");
        }
    }

    #[test]
    fn other_words_are_none() {
        for words in
            ["", "lamps", "lamps of Article 5", "Article 5 and lamps", "Articles 5 and 9", "5"]
        {
            assert_eq!(told("en", words), "", "{words}");
        }
    }
}
