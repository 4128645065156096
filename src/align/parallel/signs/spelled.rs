//! Numbers that a text states otherwise than in figures: in words (`thirty`), as Chinese numerals, or
//! as the name of a month. A figure of the other text may have become one of them.

use crate::lexicon::spelled::numbers_in;
use crate::lexicon::{counter, dates};

/// The numbers that some words of a language state otherwise than in figures.
pub fn spelled_in(language: Option<&str>, words: &str) -> Vec<u32> {
    let mut numbers = numbers_in(words, language);
    numbers.extend(han_numbers_in(words));
    numbers.extend(dates::months_in(words).map(u32::from));
    numbers
}

/// The numbers that Chinese numerals state.
fn han_numbers_in(words: &str) -> Vec<u32> {
    let mut numbers = Vec::new();
    let mut from = 0;
    while let Some(at) = words[from..].find(counter::is_han).map(|at| from + at) {
        let readings = counter::readings(&words[at..]);
        let han = readings.into_iter().find(|reading| reading.counter == counter::Counter::Han);
        from = match han {
            Some(reading) => {
                numbers.push(reading.value);
                at + reading.len
            }
            None => at + words[at..].chars().next().map_or(1, char::len_utf8),
        };
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_the_words_of_the_language() {
        for (language, words, number) in [
            ("en", "within thirty days", 30),
            ("fr", "dans un délai de vingt-cinq jours", 25),
            ("de", "binnen zweiundzwanzig Tagen", 22),
            ("ru", "в течение тридцати дней", 30),
            ("ja", "三十日以内に", 30),
            ("zh", "二十五日内", 25),
            ("th", "ภายในสามสิบวัน", 30),
            ("en", "on 20 June 2006", 6),
        ] {
            let found = spelled_in(Some(language), words);
            assert!(found.contains(&number), "{language}: {words}: {found:?}");
        }
        assert!(spelled_in(Some("en"), "the lamp of the keeper").is_empty());
        assert!(spelled_in(Some("zu"), "thirty days").is_empty(), "no number words are known");
    }
}
