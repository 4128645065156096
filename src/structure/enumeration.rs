//! Enumerations of names in a sentence: `A, B, the Isle of C, and D`.

use std::ops::Range;

/// Words in small letters that a name may hold between two of its own.
const INNER: [&str; 14] =
    ["of", "the", "and", "for", "in", "on", "de", "du", "la", "le", "del", "van", "von", "al"];

/// Words that begin a sentence before a name.
const OPENING: [&str; 16] = [
    "While",
    "Also",
    "Today",
    "Now",
    "Both",
    "However",
    "Finally",
    "Later",
    "Then",
    "In",
    "Since",
    "And",
    "But",
    "Moreover",
    "Furthermore",
    "Meanwhile",
];

/// The end of the sentence that `from` stands in, in bytes.
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

/// `St.` and `U.S.` end no sentence.
fn is_short(before: &str) -> bool {
    let word: Vec<char> = before.chars().rev().take_while(|c| !c.is_whitespace()).take(3).collect();
    (1..=2).contains(&word.len()) && word.last().is_some_and(|c| c.is_uppercase())
}

/// The names that a text begins with, in bytes, up to the first word that can
/// be no part of one; and where the enumeration ends.
pub fn names(list: &str) -> (Vec<Range<usize>>, usize) {
    let mut out = Vec::new();
    let mut at = 0;
    let mut end = 0;
    loop {
        let last = opens_with_and(&list[at..]);
        let Some(item) = item(list, at) else { break };
        let words = &list[item.clone()];
        let past = item.end + parenthesis(&list[item.end..]);
        let next = separator(&list[past..]).map(|len| past + len);
        let more = next.is_some_and(|next| self::item(list, next).is_some());
        // The last item without a comma before `and` holds two names.
        match words.find(" and ").filter(|_| !last && !more) {
            Some(and) => {
                out.push(item.start..item.start + and);
                out.extend(self::item(list, item.start + and));
            }
            None => out.push(item.clone()),
        }
        end = past;
        let Some(next) = next.filter(|_| more) else { break };
        at = next;
    }
    (out, end)
}

/// The enumeration that a text ends with, found backwards: its first byte.
pub fn start_of_names(text: &str) -> usize {
    let mut start = text.trim_end().len();
    let mut named = start;
    while start > 0 {
        let word_start = text[..start]
            .rfind(char::is_whitespace)
            .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
        let word = &text[word_start..start];
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        // What ends a sentence, or opens one, is no part of a list.
        if word.ends_with(['.', ';', ':', '!', '?']) || OPENING.contains(&bare) {
            break;
        }
        if bare.starts_with(char::is_uppercase) {
            named = word_start;
        } else if !INNER.contains(&bare) {
            break;
        }
        start = text[..word_start].trim_end().len();
    }
    named
}

fn opens_with_and(list: &str) -> bool {
    list.trim_start().starts_with("and ")
}

/// The bytes between two items: a comma, `and`, or both.
fn separator(rest: &str) -> Option<usize> {
    let trimmed = rest.trim_start_matches([' ', '\u{A0}']);
    let blanks = rest.len() - trimmed.len();
    if trimmed.starts_with(',') {
        return Some(blanks + 1);
    }
    trimmed.starts_with("and ").then_some(blanks)
}

/// The name at `from`, without `and`, an article or what stands in parentheses
/// behind it.
fn item(list: &str, from: usize) -> Option<Range<usize>> {
    let mut start = from + (list[from..].len() - list[from..].trim_start().len());
    for word in ["and ", "also ", "the ", "The "] {
        if list[start..].starts_with(word) {
            start += word.len();
        }
    }
    if !list[start..].starts_with(char::is_uppercase) {
        return None;
    }
    let mut end = start;
    let mut at = start;
    for piece in list[start..].split_inclusive([' ', '\u{A0}', '\n']) {
        let word = piece.trim_end();
        let bare = word.trim_end_matches([',', '.', ':', ')', '”', '"']);
        if bare.starts_with(char::is_uppercase) {
            end = at + bare.len();
        } else if !INNER.contains(&bare) {
            break;
        }
        if word.len() > bare.len() {
            break;
        }
        at += piece.len();
    }
    Some(start..end)
}

/// Bytes of a parenthesis at the start of `rest`, blanks before it included.
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

    fn told(list: &str) -> Vec<&str> {
        names(list).0.into_iter().map(|range| &list[range]).collect()
    }

    #[test]
    fn names_are_parted_by_commas_and_the_last_and() {
        assert_eq!(told("Ald, the Isle of Cor, and Dun"), ["Ald", "Isle of Cor", "Dun"]);
        assert_eq!(told("Ald, Salt and Pepper, and Dun"), ["Ald", "Salt and Pepper", "Dun"]);
        assert_eq!(told("Ald, Cor and Dun met in May"), ["Ald", "Cor", "Dun"]);
        assert_eq!(told("Ald and Cor attended"), ["Ald", "Cor"]);
        assert_eq!(
            told("Ald, and the League for Oil and Lamps (LOL)"),
            ["Ald", "League for Oil and Lamps"]
        );
        assert_eq!(told("nobody, Ald"), [""; 0]);
    }

    #[test]
    fn an_enumeration_is_found_backwards() {
        let text = "In all this the Isle of Cor, Ald and Dun ";
        assert_eq!(&text[start_of_names(text)..], "Isle of Cor, Ald and Dun ");
    }

    #[test]
    fn a_short_word_with_a_point_ends_no_sentence() {
        assert_eq!(sentence_end("St. Ald met. Then", 0), 11);
    }
}
