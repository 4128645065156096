//! What tells a provision that was put in later from the one before it: the `a`
//! of `5a`, the `bis` of `5 bis`, the `1` of `66-1`, `44/1`, `129¹`, `第五条之一`.

use super::is_gap;
use crate::document::Ordinal;
use crate::lexicon::counter::{self, Counter};
use crate::lexicon::keywords::{Side, Word};

/// Latin for so many times, as the laws of many languages number with it.
const LATIN: [(&str, u32); 13] = [
    ("bis", 2),
    ("ter", 3),
    ("quater", 4),
    ("quáter", 4),
    ("quinquies", 5),
    ("sexies", 6),
    ("septies", 7),
    ("octies", 8),
    ("novies", 9),
    ("nonies", 9),
    ("decies", 10),
    ("undecies", 11),
    ("duodecies", 12),
];

/// Endings that make a number an ordinal, and say no more.
const ENDINGS: [&str; 17] = [
    "º", "ª", "°", "ro", "do", "to", "mo", "vo", "no", "er", "ère", "re", "st", "nd", "rd", "th",
    "o",
];

/// An insertion behind a number: its rank, and how it shows in an address.
pub type Insertion = (u32, Ordinal);

/// `a`, ` bis`, and what follows.
pub fn suffix(text: &str) -> (&str, Option<Insertion>) {
    let words = text.trim_start_matches([' ', '\u{A0}']);
    for (word, n) in LATIN {
        if let Some(rest) = words.strip_prefix(word)
            && !rest.starts_with(char::is_alphanumeric)
        {
            return (rest, Some((n, Ordinal::Letters(word.to_owned()))));
        }
    }
    lettered(text).map_or((text, None), |(rest, found)| (rest, Some(found)))
}

/// One letter that no other follows.
fn lettered(text: &str) -> Option<(&str, Insertion)> {
    let mut chars = text.chars();
    let letter = chars.next().filter(char::is_ascii_alphabetic)?.to_ascii_lowercase();
    let n = u32::from(letter) - u32::from('a') + 1;
    let rest = chars.as_str();
    let found = (n, Ordinal::Letters(letter.to_string()));
    (!rest.starts_with(char::is_alphanumeric)).then_some((rest, found))
}

/// The same behind the number of a label with a word, which may be written in
/// more ways: `5º-A`, `66-1`, `44/1`, `129¹`, `§ 4 a`, `条之一`.
pub fn worded<'a>(text: &'a str, number: u32, word: &Word) -> (&'a str, Option<Insertion>) {
    if let Side::Around(_) = word.side {
        return text
            .strip_prefix(['之', 'の', 'ノ', '의'])
            .and_then(numbered)
            .map_or((text, None), |(rest, found)| (rest, Some(found)));
    }
    let ended = ENDINGS
        .iter()
        // `§ 1o` is the first, `§ 137o` comes after `§ 137n`.
        .filter(|ending| **ending != "o" || word.word != "§" || number < 10)
        .filter_map(|ending| text.strip_prefix(ending))
        .find(|rest| !rest.starts_with(char::is_alphanumeric));
    let bare = ended.unwrap_or(text);
    let (rest, found) = suffix(bare);
    if found.is_some() {
        return (rest, found);
    }
    let raised: String = bare.chars().map_while(superscript).collect();
    if let Ok(n) = raised.parse::<u32>() {
        let len: usize = bare.chars().take(raised.len()).map(char::len_utf8).sum();
        return (&bare[len..], Some((n, Ordinal::Number(n))));
    }
    // `Articles 5-10` are several.
    let parted = bare.strip_prefix(['-', '‑', '/']).filter(|_| !word.word.ends_with("articles"));
    if let Some((rest, found)) =
        parted.and_then(|after| numbered(after).or_else(|| lettered(after)))
        && !rest.starts_with(['-', '‑', '/'])
    {
        return (rest, Some(found));
    }
    if word.word == "§"
        && let Some((rest, found)) = apart(bare)
    {
        return (rest, Some(found));
    }
    (bare, None)
}

/// ` a`, before an end, a mark, a title or the word of the label.
pub fn apart(text: &str) -> Option<(&str, Insertion)> {
    let letter = text.strip_prefix([' ', '\u{A0}']).filter(|rest| {
        let own = rest.starts_with(|c: char| c.is_ascii_lowercase());
        let end = rest.get(1..).unwrap_or("");
        let title = end.trim_start_matches(is_gap);
        own && (title.is_empty()
            || end.starts_with(['.', ')', ':'])
            || (title.len() < end.len()
                && title.starts_with(|c: char| c.is_uppercase() || matches!(c, '§' | '('))))
    })?;
    lettered(letter)
}

/// A number that no letter follows.
fn numbered(text: &str) -> Option<(&str, Insertion)> {
    let reading = counter::readings(text)
        .into_iter()
        .find(|r| matches!(r.counter, Counter::Digits | Counter::Han))?;
    let rest = &text[reading.len..];
    let small = (1..MOST_INSERTIONS).contains(&reading.value);
    (small && !rest.starts_with(char::is_alphanumeric))
        .then_some((rest, (reading.value, Ordinal::Number(reading.value))))
}

/// More provisions than this are hardly put in behind one.
const MOST_INSERTIONS: u32 = 60;

fn superscript(c: char) -> Option<char> {
    Some(match c {
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁰' => '0',
        '⁴'..='⁹' => char::from_digit(c as u32 - '⁴' as u32 + 4, 10)?,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::lexicon::label::{Standing, labels};

    /// The number and what was put in behind it, and the words after the label.
    fn read(line: &str) -> (u32, u32, &str) {
        let label = labels(line, Standing::Heading).into_iter().next();
        label.map_or((0, 0, line), |l| (l.value.last(), l.value.suffix, line[l.len..].trim()))
    }

    #[test]
    fn insertions_are_read_in_every_dress() {
        for (line, n, rank, rest) in [
            ("Article 66-1. Lamps", 66, 1, "Lamps"),
            ("ARTICLE 74-2.", 74, 2, ""),
            ("Стаття 85-1. Лампи", 85, 1, "Лампи"),
            ("Стаття 129¹. Лампи", 129, 1, "Лампи"),
            ("Art. 5º-A. Lampadas", 5, 1, "Lampadas"),
            ("Artículo 4 ter. Lámparas", 4, 3, "Lámparas"),
            ("Article 9 octies", 9, 8, ""),
            ("Pasal 7B", 7, 2, ""),
            ("มาตรา 44/1", 44, 1, ""),
            ("§ 4 a. Lamper", 4, 1, "Lamper"),
            ("§ 4 b Lamper", 4, 2, "Lamper"),
            ("4 a § Lampor", 4, 1, "Lampor"),
            ("4a § Lampor", 4, 1, "Lampor"),
            ("第五条之一　灯", 5, 1, "灯"),
            ("第五条の二", 5, 2, ""),
            ("제5조의2(등대)", 5, 2, "(등대)"),
            ("§ 13o Lampen", 13, 15, "Lampen"),
        ] {
            assert_eq!(read(line), (n, rank, rest), "{line}");
        }
    }

    #[test]
    fn the_ending_of_an_ordinal_is_none() {
        for line in ["Art. 8o – Lampadas", "Artículo 1ro. Lámparas", "Article 1er", "Art. 3º Oleo"]
        {
            assert_eq!(read(line).1, 0, "{line}");
            assert!(read(line).0 > 0, "{line}");
        }
    }
}
