//! Labels with a word: `Article 5`, `5 бап`, `第五条`.

use super::characters::is_gap;
use super::insertion;
use super::number::{LabelNumber, Suffix};
use super::numbered::{Numbered, Several, finish};
use super::parsed::{Label, LabelForm, LabelStyle, LabelWord, LineRole};
use super::prefix::{composed, strip};
use super::series::series;
use crate::lexicon::characters::is_east_asian;
use crate::lexicon::counter::{self, Counter, CounterReading};
use crate::lexicon::keywords::{
    self, Keyword, NUMBER_SIGNS, PLURAL_ENDINGS, Role, WORDS, WordSide,
};

/// Adds the labels of a line that begins with a word.
pub fn worded(line: &str, standing: LineRole, out: &mut Vec<Label>) {
    if !keywords::may_begin(line) {
        return;
    }
    let Some((first, _)) = composed(line) else { return };
    for index in keywords::beginning_with(first) {
        let word = &WORDS[index];
        match word.side {
            WordSide::Before => {
                let Some(rest) = strip(line, word.word) else { continue };
                if !word.numbered && is_title_mark(rest) {
                    out.push(unnumbered(line.len() - rest.len()));
                    continue;
                }
                let (rest, several) = plural(word, rest);
                let symbol = word.word.ends_with(['§', '.']);
                // `Article. I.`, as in old prints.
                let rest =
                    rest.strip_prefix('.').filter(|rest| rest.starts_with(is_gap)).unwrap_or(rest);
                let gap = rest.trim_start_matches(is_gap);
                let east_asian = word.word.chars().any(is_east_asian);
                // `Article5.`, a typing error.
                let slip =
                    word.role == Role::Article && gap.starts_with(|c| counter::digit(c).is_some());
                let signed = behind_sign(gap);
                if gap.len() == rest.len()
                    && signed.len() == gap.len()
                    && !symbol
                    && !east_asian
                    && !slip
                {
                    continue;
                }
                let gap = signed;
                let able = matches!(word.role, Role::Article | Role::Section);
                if let Some(number) = series(gap).filter(|_| able) {
                    out.extend(number.label(line, index, standing));
                    continue;
                }
                let before = line.len() - gap.len();
                let spelled = counter::word(gap, word.spelled);
                for reading in counter::readings(gap).into_iter().chain(spelled) {
                    let end = before + reading.len;
                    let numbered = Numbered { reading, word: index, end, insertion: None, several };
                    finish(line, numbered, standing, out);
                }
            }
            WordSide::Around(sign) => {
                let Some(rest) = line.strip_prefix(sign) else { continue };
                let gap = rest.trim_start_matches(is_gap);
                for reading in counter::readings(gap) {
                    let behind = gap[reading.len..].trim_start_matches(is_gap);
                    let Some(after) = behind.strip_prefix(word.word) else { continue };
                    let end = line.len() - after.len();
                    let several = Several::May;
                    let numbered = Numbered { reading, word: index, end, insertion: None, several };
                    finish(line, numbered, standing, out);
                }
            }
            WordSide::After | WordSide::Ranked => {}
        }
    }
}

/// Whether nothing follows a word, or a title after a mark, or the provision that the annex is to.
fn is_title_mark(rest: &str) -> bool {
    let rest = rest.trim_start();
    rest.is_empty()
        || rest.starts_with([':', '–', '—', '：'])
        || names_its_provision(rest.trim_end())
}

/// Maximum length of a provision in brackets, in bytes.
const LONGEST_IN_BRACKETS: usize = 40;

/// Whether words are nothing but a provision in brackets: `SCHEDULE (s. 4)`, `ANNEX [Article 5]`.
fn names_its_provision(words: &str) -> bool {
    let inner = words.strip_prefix(['(', '[']).and_then(|words| words.strip_suffix([')', ']']));
    inner.is_some_and(|inner| {
        inner.len() <= LONGEST_IN_BRACKETS
            && inner.starts_with(char::is_alphabetic)
            && inner.contains(|c: char| c.is_ascii_digit())
            && inner.matches(['(', '[']).count() == inner.matches([')', ']']).count()
    })
}

/// Creates the label of an annex without a number.
fn unnumbered(len: usize) -> Label {
    let named = Some(LabelWord { role: Role::Annex, word: 0 });
    Label {
        style: LabelStyle { named, counter: Counter::Word, form: LabelForm::Worded, components: 1 },
        value: LabelNumber { components: vec![0], suffix: Suffix::default() },
        until: None,
        ordinals: Vec::new(),
        len,
    }
}

/// Returns the text after a number sign, if a number follows it.
fn behind_sign(text: &str) -> &str {
    let numbers = |rest: &str| {
        let rest = rest.trim_start_matches(is_gap);
        rest.starts_with(|c| counter::digit(c).is_some())
    };
    let signs = NUMBER_SIGNS.iter().filter_map(|sign| strip(text, sign));
    signs.into_iter().find(|rest| numbers(rest)).unwrap_or(text).trim_start_matches(is_gap)
}

/// Strips a plural ending after a word: `§§ 3–5`, `Sections 4 to 6`.
fn plural<'a>(word: &Keyword, rest: &'a str) -> (&'a str, Several) {
    let endings = if word.is_sign() { &["§"] } else { PLURAL_ENDINGS };
    let able = matches!(word.role, Role::Article | Role::Section);
    let mut several = endings.iter().filter_map(|ending| strip(rest, ending));
    match several.find(|rest| able && rest.starts_with(is_gap)) {
        Some(rest) => (rest, Several::Must),
        None => (rest, Several::May),
    }
}

/// Characters that may come between a number and the word after it.
const BEFORE_WORD: [char; 7] = ['.', ' ', '\u{A0}', '-', '–', '‑', '‐'];

/// Adds labels with a number before the word: `5 бап`, `5-бап`, `5. cikk`.
pub fn after_word(
    line: &str,
    tail: &str,
    reading: &CounterReading,
    standing: LineRole,
    out: &mut Vec<Label>,
) {
    if !matches!(reading.counter, Counter::Digits | Counter::RomanCapital) {
        return;
    }
    // `5a §`, `5 a §`, `5/A. §`, `5¹ §`
    let mark = tail.trim_start_matches([' ', '\u{A0}']).chars().next();
    let inserted = mark.is_some_and(|c| {
        c.is_ascii_lowercase()
            || matches!(c, '-' | '/' | '^' | '‑' | '¹' | '²' | '³' | '⁰'..='⁹')
            || tail.starts_with(|c: char| c.is_ascii_uppercase())
    });
    let begun = tail.trim_start_matches(BEFORE_WORD);
    let words = match composed(begun) {
        _ if inserted => keywords::after_numbers(),
        Some((sign, _)) => keywords::after_numbers_with(sign),
        None => 0..0,
    };
    for index in words {
        let word = &WORDS[index];
        let (behind, insertion) =
            if inserted { insertion::worded(tail, reading.value, word) } else { (tail, None) };
        let behind = if insertion.is_some() { behind } else { tail };
        let rest = behind.trim_start_matches(BEFORE_WORD);
        let Some(after) = strip(rest, word.word) else { continue };
        let next = after.trim_start_matches(is_gap);
        let numbered =
            next.len() < after.len() && next.starts_with(|c| counter::digit(c).is_some());
        // `2. Статья 3 кодекса`: the word is that of the number behind it.
        if after.starts_with(char::is_alphanumeric) || (tail.starts_with('.') && numbered) {
            continue;
        }
        let (reading, end) = (reading.clone(), line.len() - after.len());
        let numbered = Numbered { reading, word: index, end, insertion, several: Several::May };
        finish(line, numbered, standing, out);
    }
}
