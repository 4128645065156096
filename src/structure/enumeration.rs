//! Enumerations of names in a sentence: `A, B, the Isle of C, and D`.

use crate::lexicon::cursor::Cursor;
use crate::lexicon::parties::PartyWords;
use crate::lexicon::phrase;
use std::ops::Range;

/// Returns the end of the sentence that contains `from`, in bytes.
pub fn sentence_end(body: &str, from: usize) -> usize {
    let rest = &body[from..];
    rest.char_indices()
        .filter(|(_, c)| matches!(c, '.' | '!' | '?' | ';'))
        .find(|(at, c)| {
            let after = rest[at + c.len_utf8()..].chars().next();
            let ends = after.is_none_or(|c| c.is_whitespace() || matches!(c, '”' | '"' | ')'));
            ends && !is_short(&rest[..*at])
        })
        .map_or(body.len(), |(at, _)| from + at)
}

/// Whether a full stop after some text is that of an abbreviation: `St.`, `U.S.`
fn is_short(before: &str) -> bool {
    let word: Vec<char> = before.chars().rev().take_while(|c| !c.is_whitespace()).take(3).collect();
    (1..=2).contains(&word.len()) && word.last().is_some_and(|c| c.is_uppercase())
}

/// Returns the names at the start of a text, in bytes, up to the first word that cannot be part of
/// one, and where the enumeration ends.
pub fn names(list: &str, language: &PartyWords) -> (Vec<Range<usize>>, usize) {
    let mut out = Vec::new();
    let mut at = 0;
    let mut end = 0;
    loop {
        let last = opens_with_and(&list[at..], language);
        let Some(item) = item(list, at, language) else { break };
        let past = item.end + parenthesis(&list[item.end..]);
        let next = separator(&list[past..], language).map(|len| past + len);
        let more = next.is_some_and(|next| self::item(list, next, language).is_some());
        // The last item contains two names if no comma precedes `and`.
        match conjunction(list, &item, language).filter(|_| !last && !more) {
            Some(and) => {
                out.push(item.start..and);
                out.extend(self::item(list, and, language));
            }
            None => out.push(item.clone()),
        }
        end = past;
        let Some(next) = next.filter(|_| more) else { break };
        at = next;
    }
    (out, end)
}

/// Returns the first byte of the enumeration at the end of a text.
pub fn start_of_names(text: &str, language: &PartyWords) -> usize {
    let mut start = text.trim_end().len();
    let mut named = start;
    while start > 0 {
        let word_start = text[..start]
            .rfind(char::is_whitespace)
            .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
        let word = &text[word_start..start];
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let capital = bare.starts_with(char::is_uppercase);
        // A word that ends or begins a sentence is not part of a list.
        if word.ends_with(['.', ';', ':', '!', '?']) || (capital && language.openings.has(bare)) {
            break;
        }
        if capital || is_elided(bare, language) {
            named = word_start;
        } else if !language.inside_names.has(bare) {
            break;
        }
        start = text[..word_start].trim_end().len();
    }
    named
}

/// Whether a word is a name after an article or a preposition without a blank (`l’Alba`, `d’Alba`).
fn is_elided(word: &str, language: &PartyWords) -> bool {
    let at = Cursor::new(word, 0);
    let behind = at.here(language.of).or_else(|| at.here(language.articles));
    behind.is_some_and(|behind| behind.rest().starts_with(char::is_uppercase))
}

/// Returns the end of the first of two names in an item that a word joins.
fn conjunction(list: &str, item: &Range<usize>, language: &PartyWords) -> Option<usize> {
    let words = &list[item.clone()];
    let first = phrase::starts(words, 0).skip(1).find(|at| {
        words[..*at].ends_with(char::is_whitespace) && opens_with_and(&words[*at..], language)
    })?;
    Some(item.start + words[..first].trim_end().len())
}

fn opens_with_and(list: &str, language: &PartyWords) -> bool {
    Cursor::new(list.trim_start(), 0).here(language.and).and_then(Cursor::blank).is_some()
}

/// Returns the number of bytes between two items: a comma, `and`, or both.
fn separator(rest: &str, language: &PartyWords) -> Option<usize> {
    let trimmed = rest.trim_start_matches([' ', '\u{A0}']);
    let blanks = rest.len() - trimmed.len();
    if trimmed.starts_with(',') {
        return Some(blanks + 1);
    }
    opens_with_and(trimmed, language).then_some(blanks)
}

/// Returns the name at `from`, without `and`, an article or a parenthesis after it.
fn item(list: &str, from: usize, language: &PartyWords) -> Option<Range<usize>> {
    let blanks = list[from..].len() - list[from..].trim_start().len();
    let mut start = Cursor::new(list, from + blanks);
    for words in [language.and, language.also, language.articles] {
        start = start.here(words).and_then(Cursor::blank).unwrap_or(start);
    }
    let start = start.place();
    if !list[start..].starts_with(char::is_uppercase) {
        return None;
    }
    let mut end = start;
    let mut at = start;
    for piece in list[start..].split_inclusive([' ', '\u{A0}', '\n']) {
        let word = piece.trim_end();
        let bare = word.trim_end_matches([',', '.', ':', ')', '”', '"']);
        if bare.starts_with(char::is_uppercase) || is_elided(bare, language) {
            end = at + bare.len();
        } else if !language.inside_names.has(bare) {
            break;
        }
        if word.len() > bare.len() {
            break;
        }
        at += piece.len();
    }
    Some(start..end)
}

/// Returns the length of a parenthesis at the start of `rest`, including the blanks before it.
fn parenthesis(rest: &str) -> usize {
    let trimmed = rest.trim_start();
    match trimmed.starts_with('(').then(|| trimmed.find(')')).flatten() {
        Some(close) => rest.len() - trimmed.len() + close + 1,
        None => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::parties;

    fn told<'a>(tag: &str, list: &'a str) -> Vec<&'a str> {
        names(list, parties::of(Some(tag)).expect(tag))
            .0
            .into_iter()
            .map(|range| &list[range])
            .collect()
    }

    #[test]
    fn names_are_parted_by_commas_and_the_last_and() {
        assert_eq!(told("en", "Ald, the Isle of Cor, and Dun"), ["Ald", "Isle of Cor", "Dun"]);
        assert_eq!(told("en", "Ald, Salt and Pepper, and Dun"), ["Ald", "Salt and Pepper", "Dun"]);
        assert_eq!(told("en", "Ald, Cor and Dun met in May"), ["Ald", "Cor", "Dun"]);
        assert_eq!(told("en", "Ald and Cor attended"), ["Ald", "Cor"]);
        assert_eq!(
            told("en", "Ald, and the League for Oil and Lamps (LOL)"),
            ["Ald", "League for Oil and Lamps"]
        );
        assert_eq!(told("en", "nobody, Ald"), [""; 0]);
    }

    #[test]
    fn an_enumeration_is_found_backwards() {
        let text = "In all this the Isle of Cor, Ald and Dun ";
        assert_eq!(
            &text[start_of_names(text, parties::of(None).expect("the default"))..],
            "Isle of Cor, Ald and Dun "
        );
    }

    #[test]
    fn a_short_word_with_a_point_ends_no_sentence() {
        assert_eq!(sentence_end("St. Ald met. Then", 0), 11);
    }
}
