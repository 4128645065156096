//! Labels with a word: `Article 5`, `5 бап`, `第五条`.

use super::insertion::{self, Insertion};
use super::{Form, Label, Named, Standing, Style, Value, dotted, is_cjk, is_gap};
use crate::document::Ordinal;
use crate::lexicon::counter::{self, Counter, Reading};
use crate::lexicon::keywords::{self, NUMBER_SIGNS, Role, Side, WORDS, Word};
use unicode_normalization::char::compose;

/// Adds the labels of a line that begin with a word.
pub fn worded(line: &str, standing: Standing, out: &mut Vec<Label>) {
    let Some((first, _)) = composed(line) else { return };
    for index in keywords::beginning_with(first) {
        let word = &WORDS[index];
        match word.side {
            Side::Before => {
                let Some(rest) = strip(line, word.word) else { continue };
                if !word.numbered && is_title_mark(rest) {
                    out.push(unnumbered(line.len() - rest.len()));
                    continue;
                }
                let symbol = word.word.ends_with(['§', '.']);
                // `Article. I.`, as old prints have it.
                let rest =
                    rest.strip_prefix('.').filter(|rest| rest.starts_with(is_gap)).unwrap_or(rest);
                let gap = rest.trim_start_matches(is_gap);
                let cjk = word.word.chars().any(is_cjk);
                // `Article5.`, by a slip.
                let slip =
                    word.role == Role::Article && gap.starts_with(|c| counter::digit(c).is_some());
                let signed = behind_sign(gap);
                if gap.len() == rest.len() && signed.len() == gap.len() && !symbol && !cjk && !slip
                {
                    continue;
                }
                let gap = signed;
                let before = line.len() - gap.len();
                let spelled = counter::word(gap, word.spelled);
                for reading in counter::readings(gap).into_iter().chain(spelled) {
                    let end = before + reading.len;
                    finish(
                        line,
                        Numbered { reading, word: index, end, insertion: None },
                        standing,
                        out,
                    );
                }
            }
            Side::Around(sign) => {
                let Some(rest) = line.strip_prefix(sign) else { continue };
                let gap = rest.trim_start_matches(is_gap);
                for reading in counter::readings(gap) {
                    let behind = gap[reading.len..].trim_start_matches(is_gap);
                    let Some(after) = behind.strip_prefix(word.word) else { continue };
                    let end = line.len() - after.len();
                    finish(
                        line,
                        Numbered { reading, word: index, end, insertion: None },
                        standing,
                        out,
                    );
                }
            }
            Side::After => {}
        }
    }
}

/// Whether nothing follows a word, or a title that a mark parts from it.
fn is_title_mark(rest: &str) -> bool {
    let rest = rest.trim_start();
    rest.is_empty() || rest.starts_with([':', '–', '—', '：'])
}

/// An annex that has no number.
fn unnumbered(len: usize) -> Label {
    let named = Some(Named { role: Role::Annex, word: 0 });
    Label {
        style: Style { named, counter: Counter::Word, form: Form::Worded, components: 1 },
        value: Value { components: vec![0], suffix: 0 },
        ordinals: Vec::new(),
        len,
    }
}

/// A word in front, in whatever case, its marks composed or not.
fn strip<'a>(line: &'a str, word: &str) -> Option<&'a str> {
    let mut rest = line;
    for expected in word.chars() {
        let (c, after) = composed(rest)?;
        if c != expected && !c.to_lowercase().eq(std::iter::once(expected)) {
            return None;
        }
        rest = after;
    }
    Some(rest)
}

/// The first character with the marks that follow it, and the rest.
fn composed(text: &str) -> Option<(char, &str)> {
    let mut chars = text.chars();
    let mut first = chars.next()?;
    loop {
        let rest = chars.as_str();
        // U+0300 to U+036F, which hardly a text has.
        let marked = matches!(rest.as_bytes().first(), Some(0xCC | 0xCD));
        match chars.next().filter(|_| marked).and_then(|mark| compose(first, mark)) {
            Some(whole) => first = whole,
            None => return Some((first, rest)),
        }
    }
}

/// What follows a sign for a number, where a number does.
fn behind_sign(text: &str) -> &str {
    let numbers = |rest: &str| {
        let rest = rest.trim_start_matches(is_gap);
        rest.starts_with(|c| counter::digit(c).is_some())
    };
    let signs = NUMBER_SIGNS.iter().filter_map(|sign| strip(text, sign));
    signs.into_iter().find(|rest| numbers(rest)).unwrap_or(text).trim_start_matches(is_gap)
}

/// A word and its number.
struct Numbered {
    reading: Reading,
    /// The word's place in [`WORDS`].
    word: usize,
    /// Where the two end, in bytes of the line.
    end: usize,
    /// What stands between a number and the word behind it.
    insertion: Option<Insertion>,
}

/// A label, with what stands behind its word and number.
fn finish(line: &str, numbered: Numbered, standing: Standing, out: &mut Vec<Label>) {
    let Numbered { reading, word: index, end, insertion } = numbered;
    let word = &WORDS[index];
    let mut components = vec![reading.value];
    let mut ordinals = vec![reading.ordinal];
    let (tail, more) = dotted(&line[end..]);
    for n in more {
        components.push(n);
        ordinals.push(Ordinal::Number(n));
    }
    let (tail, suffix) = match insertion {
        Some(insertion) => (tail, Some(insertion)),
        None => insertion::worded(tail, reading.value, word),
    };
    let end = line.len() - tail.len();
    let Some(len) = closed(line, end, standing, word) else { return };
    let named = match word.role {
        Role::Section => u16::try_from(index).unwrap_or(u16::MAX),
        Role::Article | Role::Annex | Role::Division(_) => 0,
    };
    ordinals.extend(suffix.iter().map(|(_, ordinal)| ordinal.clone()));
    // A word counts among digits as well as among Roman numerals.
    let counters: &[Counter] = match reading.counter {
        Counter::Word => &[Counter::Digits, Counter::RomanCapital],
        Counter::Han | Counter::Hebrew => &[Counter::Digits],
        Counter::RomanSmall => &[Counter::RomanCapital],
        ref other => std::slice::from_ref(other),
    };
    for counter in counters {
        let components_len = u8::try_from(components.len()).unwrap_or(u8::MAX);
        out.push(Label {
            style: Style {
                named: Some(Named { role: word.role, word: named }),
                counter: *counter,
                form: Form::Worded,
                components: components_len,
            },
            value: Value {
                components: components.clone(),
                suffix: suffix.as_ref().map_or(0, |(n, _)| *n),
            },
            ordinals: ordinals
                .iter()
                .map(|ordinal| match (ordinal, reading.counter) {
                    (Ordinal::Letters(_), Counter::RomanSmall) => Ordinal::Number(reading.value),
                    _ => ordinal.clone(),
                })
                .collect(),
            len,
        });
    }
}

/// Where a worded label ends that its counter ends at `end`: behind the mark
/// after it. `None` where what follows makes it a reference in running text.
fn closed(line: &str, end: usize, standing: Standing, word: &Word) -> Option<usize> {
    let rest = &line[end..];
    // `Article 5**)`: signs of footnotes, or of what an amendment changed.
    let marks = rest.trim_start_matches(['.', ':', ')', '：', '．', 'º', 'ª', '°', '*', '†', '‡']);
    let marked = marks.len() < rest.len();
    let gap = marks.trim_start_matches(is_gap);
    let dash = gap
        .strip_prefix(['–', '—', '-'])
        .filter(|rest| rest.is_empty() || rest.starts_with(is_gap) || marked);
    let after = dash.map_or(gap, |rest| rest.trim_start_matches(is_gap));
    let end = line.len() - if dash.is_some() { dash.unwrap_or("").len() } else { marks.len() };
    let Some(next) = after.chars().next() else { return Some(end) };
    if goes_on_behind_parts(rest) {
        return None;
    }
    let parted = marked || dash.is_some() || gap.len() < marks.len();
    let reference = next.is_lowercase() || matches!(next, ',' | ';' | ')' | '/' | '-' | '–');
    let cjk = word.word.chars().any(is_cjk);
    let title = matches!(next, '(' | '（' | '【' | '［' | '[' | '「' | '《' | '〈')
        || (matches!(word.side, Side::Around(_)) && is_tight_title(next));
    // `附件一的修订` is about an annex.
    if word.role == Role::Annex && cjk && !parted && is_of_reference(next) {
        return None;
    }
    if standing == Standing::Heading {
        return (parted || title || cjk).then_some(end);
    }
    if !marked && dash.is_none() && reference {
        return None;
    }
    (parted || title).then_some(end)
}

/// Whether parts of a provision stand right behind its number, and a sentence
/// goes on behind them: `Article 3(4) of the Annex`.
fn goes_on_behind_parts(rest: &str) -> bool {
    let mut behind = rest;
    while let Some((part, after)) = behind.strip_prefix('(').and_then(|inner| inner.split_once(')'))
        && part.len() <= LONGEST_PART
        && part.chars().all(char::is_alphanumeric)
    {
        behind = after;
    }
    let sentence = behind.trim_start_matches(is_gap);
    behind.len() < rest.len()
        && sentence.starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | ';'))
}

/// Bytes of the number of a part, at the most.
const LONGEST_PART: usize = 8;

/// Whether a sign begins words of their own behind a label in Chinese that no
/// blank parts from them.
fn is_tight_title(first: char) -> bool {
    matches!(first, '\u{4E00}'..='\u{9FFF}') && !is_of_reference(first)
}

/// Whether a sign behind a number makes a reference of it: `第五条规定的灯`.
fn is_of_reference(next: char) -> bool {
    "第规規所的之及与與和或至到中内內前后後以同若等款项項".contains(next)
}

/// What may stand between a number and the word behind it.
const BEFORE_WORD: [char; 7] = ['.', ' ', '\u{A0}', '-', '–', '‑', '‐'];

/// `5 бап`, `5-бап`, `5. cikk`
pub fn after_word(
    line: &str,
    tail: &str,
    reading: &Reading,
    standing: Standing,
    out: &mut Vec<Label>,
) {
    if !matches!(reading.counter, Counter::Digits | Counter::RomanCapital) {
        return;
    }
    // `5a §`, `5 a §`, `5/A. §`, `5¹ §`
    let mark = tail.trim_start_matches([' ', '\u{A0}']).chars().next();
    let inserted = mark.is_some_and(|c| {
        c.is_ascii_lowercase()
            || matches!(c, '-' | '/' | '‑' | '¹' | '²' | '³' | '⁰'..='⁹')
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
        if after.starts_with(char::is_alphanumeric) {
            continue;
        }
        let (reading, end) = (reading.clone(), line.len() - after.len());
        finish(line, Numbered { reading, word: index, end, insertion }, standing, out);
    }
}
