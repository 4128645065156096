//! Mentions of names in scripts without capital letters, which particles may precede or follow
//! without a blank: `阿尔巴的港口`, `لألبا`, `알바는`.

use crate::lexicon::characters::{is_hangul, is_of_word, is_unspaced};
use crate::lexicon::parties::PartyWords;
use std::ops::Range;

/// Minimum number of characters of a name without its form of state.
const SHORTEST_CORE: usize = 2;

/// Finds the parties that a text names, each with its bytes, in order. `forms` are the names, longer
/// ones first.
pub fn find(
    text: &str,
    forms: &[(String, usize)],
    language: &PartyWords,
) -> Vec<(usize, Range<usize>)> {
    let mut found: Vec<(usize, Range<usize>)> = Vec::new();
    for (at, _) in text.char_indices() {
        if found.last().is_some_and(|(_, last)| at < last.end) {
            continue;
        }
        let rest = &text[at..];
        let is_here = |(form, _): &&(String, usize)| {
            let behind = rest.strip_prefix(form.as_str());
            behind.is_some_and(|behind| {
                begins(&text[..at], form, language) && ends(form, behind, language)
            })
        };
        if let Some((form, party)) = forms.iter().find(is_here) {
            found.push((*party, at..at + form.len()));
        }
    }
    found
}

/// Whether a name may begin after `before`: a word begins there, or the beginning of the word is a
/// particle.
fn begins(before: &str, name: &str, language: &PartyWords) -> bool {
    if language.distinguishing.ended(before.trim_end()) {
        return false;
    }
    if name.starts_with(is_unspaced) {
        return !continues(before.chars().next_back(), name.chars().next());
    }
    let word = &before[before.trim_end_matches(is_of_word).len()..];
    word.is_empty() || language.prefixes.has(word)
}

/// Whether a name may end before `behind`: the word ends there, or a particle ends it.
fn ends(name: &str, behind: &str, language: &PartyWords) -> bool {
    if name.ends_with(is_unspaced) {
        return !continues(name.chars().next_back(), behind.chars().next());
    }
    let particle = || {
        let whole = |_, rest: &str| (!rest.starts_with(is_of_word)).then_some(());
        name.ends_with(is_hangul) && language.suffixes.find_at_start(behind, whole).is_some()
    };
    !behind.starts_with(is_of_word) || particle()
}

/// Whether a character continues the word of the one before it, though no blank separates words: both
/// are katakana, in which foreign names are written.
fn continues(before: Option<char>, next: Option<char>) -> bool {
    let katakana = |c: char| matches!(c, '\u{30A1}'..='\u{30FA}' | '\u{30FC}'..='\u{30FE}');
    before.is_some_and(katakana) && next.is_some_and(katakana)
}

/// Returns a name without its form of state: `科尔` of `科尔共和国`, `كور` of `جمهورية كور`.
pub fn without_state_form<'a>(name: &'a str, language: &PartyWords) -> Option<&'a str> {
    let behind = language.states.begun(name).map(|len| name[len..].trim_start());
    let before = language.states.matches_at_end(name).map(|(_, rest)| rest.trim_end()).next();
    let core = behind.into_iter().chain(before);
    core.into_iter().find(|core| core.chars().count() >= SHORTEST_CORE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::parties;

    fn told<'a>(tag: &str, names: &[&str], text: &'a str) -> Vec<&'a str> {
        let language = parties::of(Some(tag)).expect("words for parties");
        let mut forms: Vec<(String, usize)> =
            names.iter().enumerate().map(|(at, name)| ((*name).to_owned(), at)).collect();
        forms.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
        find(text, &forms, language).into_iter().map(|(_, range)| &text[range]).collect()
    }

    #[test]
    fn particles_make_no_other_name() {
        for (tag, names, text, expected) in [
            ("zh", &["科尔", "阿尔巴"][..], "阿尔巴的代表感谢科尔政府。", &["阿尔巴", "科尔"][..]),
            ("zh", &["科尔"], "北科尔未出席。", &[]),
            ("ja", &["コル"], "コルはコルドバに感謝した。", &["コル"]),
            ("ko", &["알바"], "알바는 알바니아에 감사한다.", &["알바"]),
            ("ar", &["ألبا"], "شكرت برين وألبا كورا، ولألبا ميناء.", &["ألبا", "ألبا"]),
            ("he", &["אלבה", "קור"], "נציגי אלבה הודו לקור על מקורות.", &["אלבה", "קור"]),
        ] {
            assert_eq!(told(tag, names, text), expected, "{text}");
        }
    }

    #[test]
    fn forms_of_state_precede_or_follow_the_name() {
        for (tag, name, core) in [
            ("zh", "科尔共和国", Some("科尔")),
            ("ja", "コル王国", Some("コル")),
            ("ko", "브렌 왕국", Some("브렌")),
            ("ar", "جمهورية كور", Some("كور")),
            ("he", "ממלכת קור", Some("קור")),
            ("he", "קור", None),
        ] {
            let language = parties::of(Some(tag)).expect("words for parties");
            assert_eq!(without_state_form(name, language), core, "{name}");
        }
    }
}
