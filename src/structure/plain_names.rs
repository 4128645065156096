//! Enumerations of names in scripts without capital letters: `甲、乙和丙`, `ألبا وبرين وكور`.
//!
//! No capital shows that words are a name. So these rules hold instead:
//!
//! 1. One mark separates the names of a list, or a conjunction does; another mark ends it. A
//!    conjunction without the mark, after names with it, precedes the last name.
//! 2. Each name is short, and consists of letters.
//! 3. No name has a word that names lack, such as a preposition or a verb. If one has, the list is
//!    one of other things, such as duties.

use crate::lexicon::characters::{is_hangul, is_letter, is_of_word, is_unspaced};
use crate::lexicon::parties::PartyWords;
use crate::lexicon::phrase::Phrases;
use std::ops::Range;

/// Maximum number of characters of a name where words are not separated, as in Chinese.
const LONGEST_UNSPACED: usize = 14;

/// Maximum number of characters of another name.
const LONGEST_SPACED: usize = 36;

/// Maximum number of words of a name.
const MOST_WORDS: usize = 4;

/// What separates two names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// A mark, and possibly a conjunction after it.
    Mark(char),
    /// A conjunction.
    And,
}

/// Returns the names that a text begins with, in bytes, and where the enumeration ends; none if its
/// items are no names.
pub fn names(list: &str, language: &PartyWords) -> (Vec<Range<usize>>, usize) {
    let mut found = Vec::new();
    let mut end = 0;
    let mut next = Some(0);
    let mut first: Option<Joint> = None;
    let mut is_last = false;
    while let Some(start) = next {
        let start = start + list[start..].len() - list[start..].trim_start().len();
        let ItemEnd { at, joint } = item_end(list, start, language);
        let ends = is_last
            || match (first, joint) {
                (_, None) => true,
                (Some(Joint::And), Some((Joint::Mark(_), _))) => true,
                (Some(Joint::Mark(own)), Some((Joint::Mark(mark), _))) => mark != own,
                _ => false,
            };
        let item = if ends { without_end(list, start..at, language) } else { start..at };
        let item = item.start..item.start + list[item.clone()].trim_end().len();
        if !is_name(&list[item.clone()], language) {
            return (Vec::new(), 0);
        }
        found.push(item);
        end = at;
        next = joint.filter(|_| !ends).map(|(_, next)| next);
        let joint = joint.map(|(joint, _)| joint);
        is_last = matches!((first, joint), (Some(Joint::Mark(_)), Some(Joint::And)));
        first = first.or(joint);
    }
    (found, end)
}

/// Returns the names that a text ends with, where something else may precede them.
pub fn names_at_end(text: &str, language: &PartyWords) -> Vec<Range<usize>> {
    let begins = text.char_indices().filter(|(_, c)| is_end(*c) || is_mark(*c, language));
    let begins = std::iter::once(0).chain(begins.map(|(at, c)| at + c.len_utf8()));
    let whole = |start: usize| {
        let (names, end) = names(&text[start..], language);
        let all = !names.is_empty() && text[start + end..].trim().is_empty();
        all.then(|| names.into_iter().map(|n| n.start + start..n.end + start).collect())
    };
    begins.into_iter().find_map(whole).unwrap_or_default()
}

/// Where an item ends, and what separates it from the next, with the place where that begins.
struct ItemEnd {
    at: usize,
    joint: Option<(Joint, usize)>,
}

fn item_end(list: &str, start: usize, language: &PartyWords) -> ItemEnd {
    let mut inside = start;
    for (len, c) in list[start..].char_indices() {
        let at = start + len;
        let rest = &list[at..];
        let begins_word = is_unspaced(c) || !list[..at].ends_with(is_of_word);
        if begins_word && let Some(len) = language.inside_names.begun(rest) {
            inside = inside.max(at + len);
        }
        if at < inside {
            continue;
        }
        if is_mark(c, language) {
            let behind = rest[c.len_utf8()..].trim_start();
            let behind = behind_and(behind, language).unwrap_or(behind);
            let joint = Some((Joint::Mark(c), list.len() - behind.len()));
            return ItemEnd { at, joint };
        }
        if is_end(c) {
            return behind_parenthesis(list, at, language);
        }
        let behind = match c {
            _ if at == start => None,
            c if c.is_whitespace() => behind_and(rest.trim_start(), language),
            c if is_unspaced(c) => language.and.begun(rest).map(|len| &rest[len..]),
            c if is_hangul(c) => behind_ending(rest, language.and_endings),
            _ => None,
        };
        if let Some(behind) = behind {
            return ItemEnd { at, joint: Some((Joint::And, list.len() - behind.len())) };
        }
    }
    ItemEnd { at: list.len(), joint: None }
}

/// Returns the end of an item before a parenthesis that explains it, or before another mark.
fn behind_parenthesis(list: &str, at: usize, language: &PartyWords) -> ItemEnd {
    let closed = list[at..].find([')', '）']).filter(|_| list[at..].starts_with(['(', '（']));
    let behind = closed.map_or("", |close| list[at + close..].trim_start_matches([')', '）']));
    let mark = behind.chars().next().filter(|c| is_mark(*c, language));
    let joint = mark.map(|mark| {
        let rest = behind[mark.len_utf8()..].trim_start();
        (Joint::Mark(mark), list.len() - behind_and(rest, language).unwrap_or(rest).len())
    });
    ItemEnd { at, joint }
}

/// Returns the text after a conjunction at its start: a word, or letters joined to the next one.
fn behind_and<'t>(text: &'t str, language: &PartyWords) -> Option<&'t str> {
    if let Some(len) = language.and.begun(text) {
        return Some(text[len..].trim_start());
    }
    let joined = language
        .and_beginnings
        .find_at_start(text, |_, rest| rest.starts_with(is_letter).then_some(rest));
    joined.filter(|_| language.inside_names.begun(text).is_none())
}

/// Returns the text after a particle that ends a word.
fn behind_ending(text: &str, endings: Phrases) -> Option<&str> {
    endings.find_at_start(text, |_, rest| {
        rest.starts_with(char::is_whitespace).then(|| rest.trim_start())
    })
}

/// Returns an item without words that end an enumeration.
fn without_end(list: &str, item: Range<usize>, language: &PartyWords) -> Range<usize> {
    let words = list[item.clone()].trim_end();
    let ends = language.list_ends.matches_at_end(words);
    let shortest = ends.map(|(_, rest)| rest.trim_end().len()).min();
    item.start..item.start + shortest.unwrap_or(words.len())
}

fn is_mark(c: char, language: &PartyWords) -> bool {
    c == ',' || language.separators.may_begin(c)
}

/// Whether a mark ends an enumeration.
fn is_end(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace() && !is_of_word(c) && !is_inside(c)
}

/// Whether a mark may be inside a name.
fn is_inside(c: char) -> bool {
    matches!(c, '-' | '\'' | '’' | '‑' | '・' | '·' | '״' | '׳' | '־' | '"')
}

fn is_name(item: &str, language: &PartyWords) -> bool {
    let longest = if item.contains(is_unspaced) { LONGEST_UNSPACED } else { LONGEST_SPACED };
    let short = item.chars().count() <= longest && item.split_whitespace().count() <= MOST_WORDS;
    let sign = |c: char| (is_of_word(c) && !c.is_numeric()) || c.is_whitespace() || is_inside(c);
    let lacks = |(at, c): (usize, char)| {
        let whole = |_, rest: &str| (!rest.starts_with(is_of_word)).then_some(());
        let rest = &item[at..];
        let begins_word = !item[..at].ends_with(is_of_word);
        if is_unspaced(c) {
            language.not_names.strip(rest).is_some()
        } else if is_hangul(c) {
            language.not_names.find_at_start(rest, whole).is_some()
        } else {
            begins_word && language.not_names.find_at_start(rest, whole).is_some()
        }
    };
    short
        && item.starts_with(is_letter)
        && item.chars().all(sign)
        && !item.char_indices().any(lacks)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::parties;

    fn told<'a>(tag: &str, list: &'a str) -> Vec<&'a str> {
        let language = parties::of(Some(tag)).expect("words for parties");
        names(list, language).0.into_iter().map(|range| &list[range]).collect()
    }

    #[test]
    fn names_are_separated_by_the_marks_and_particles_of_the_language() {
        for (tag, list, expected) in [
            (
                "zh",
                "阿尔巴、布伦、科尔共和国和埃及。",
                &["阿尔巴", "布伦", "科尔共和国", "埃及"][..],
            ),
            ("zh", "阿尔巴、布伦及科尔，总部设在港口。", &["阿尔巴", "布伦", "科尔"]),
            ("ja", "アルバ、ブレン及びコル共和国である。", &["アルバ", "ブレン", "コル共和国"]),
            ("ko", "알바, 브렌, 코르 및 둔이다.", &["알바", "브렌", "코르", "둔"]),
            ("ko", "알바, 브렌 왕국과 코르입니다.", &["알바", "브렌 왕국", "코르"]),
            ("ar", "ألبا وبرين وجمهورية كور ودون.", &["ألبا", "برين", "جمهورية كور", "دون"]),
            ("ar", "ألبا، وبرين (المملكة)، وكور.", &["ألبا", "برين", "كور"]),
            ("he", "אלבה, ברן, ונצואלה ודון, ומושבו בנמל.", &["אלבה", "ברן", "ונצואלה", "דון"]),
        ] {
            assert_eq!(told(tag, list), expected, "{list}");
        }
    }

    #[test]
    fn duties_and_common_nouns_are_no_names() {
        for (tag, list) in [
            ("zh", "遵守规则、履行义务和缴纳会费。"),
            ("zh", "发展中国家、最不发达国家和小岛屿国家。"),
            ("ja", "この規則を守り、義務を果たし、会費を払う。"),
            ("ko", "규칙을 지키고, 의무를 다하고, 회비를 낸다."),
            ("ar", "العمل على حفظ النور، وصيانة المنارة في الميناء، ودفع الرسوم."),
            ("he", "לשמור על האור, לתחזק את המגדלור, לשלם את האגרה."),
        ] {
            assert_eq!(told(tag, list), [""; 0], "{list}");
        }
    }

    #[test]
    fn names_before_a_verb_are_found() {
        let language = parties::of(Some("zh")).expect("words for parties");
        let text = "会议期间，戊国、己国和庚国";
        let found: Vec<&str> =
            names_at_end(text, language).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["戊国", "己国", "庚国"]);
    }
}
