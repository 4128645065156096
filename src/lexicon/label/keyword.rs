//! Labels with a word: `Article 5`, `5 бап`, `第五条`.

use super::insertion::{self, Insertion};
use super::range::{self, RangeHyphen};
use super::series::series;
use super::{
    Label, LabelForm, LabelNumber, LabelStyle, LabelTail, LabelWord, LineRole, NOTE_SIGNS, Suffix,
    dotted, is_cjk, is_gap, thousands,
};
use crate::document::Ordinal;
use crate::lexicon::counter::{self, Counter, CounterReading};
use crate::lexicon::keywords::{
    self, CITING, Keyword, NUMBER_SIGNS, PART_WORDS, PLURAL_ENDINGS, Role, WORDS, WordSide,
};
use unicode_normalization::char::compose;

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
                let cjk = word.word.chars().any(is_cjk);
                // `Article5.`, a typing error.
                let slip =
                    word.role == Role::Article && gap.starts_with(|c| counter::digit(c).is_some());
                let signed = behind_sign(gap);
                if gap.len() == rest.len() && signed.len() == gap.len() && !symbol && !cjk && !slip
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

/// Whether nothing follows a word, or a title after a mark.
fn is_title_mark(rest: &str) -> bool {
    let rest = rest.trim_start();
    rest.is_empty() || rest.starts_with([':', '–', '—', '：'])
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

/// Strips a word from the start of a line, in any case, with marks composed or not.
pub(super) fn strip<'a>(line: &'a str, word: &str) -> Option<&'a str> {
    let mut rest = line;
    for expected in word.chars() {
        let bytes = rest.as_bytes();
        // The first letters rule out most lines.
        if let Some(byte) = bytes.first().filter(|byte| byte.is_ascii())
            && !bytes.get(1).is_some_and(may_mark)
        {
            let c = char::from(*byte);
            let small = match expected.is_ascii() {
                true => c.to_ascii_lowercase() == expected,
                false => is_capital_of(c, expected),
            };
            if c != expected && !small {
                return None;
            }
            rest = &rest[1..];
            continue;
        }
        let (c, after) = composed(rest)?;
        if c != expected && !is_capital_of(c, expected) {
            return None;
        }
        rest = after;
    }
    Some(rest)
}

/// Whether `capital` is a capital of `small`: `ı` has `I` in Turkic languages, and `i` has `İ`.
fn is_capital_of(capital: char, small: char) -> bool {
    match small {
        'ı' => capital == 'I',
        'i' => matches!(capital, 'I' | 'İ'),
        small => capital.to_lowercase().eq(std::iter::once(small)),
    }
}

/// Returns the first character composed with the marks after it, and the rest.
pub(super) fn composed(text: &str) -> Option<(char, &str)> {
    let mut chars = text.chars();
    let mut first = chars.next()?;
    loop {
        let rest = chars.as_str();
        let marked = rest.as_bytes().first().is_some_and(may_mark);
        match chars.next().filter(|_| marked).and_then(|mark| compose(first, mark)) {
            Some(whole) => first = whole,
            None => return Some((first, rest)),
        }
    }
}

/// Whether a byte may begin a combining mark (U+0300 to U+036F), which few texts contain.
fn may_mark(byte: &u8) -> bool {
    matches!(byte, 0xCC | 0xCD)
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

/// A word with its number.
pub(super) struct Numbered {
    pub reading: CounterReading,
    /// The word's index in [`WORDS`].
    pub word: usize,
    /// Where the two end, in bytes from the start of the line.
    pub end: usize,
    /// The insertion between a number and the word after it.
    pub insertion: Option<Insertion>,
    /// Whether the label means several provisions.
    pub several: Several,
}

/// Whether a label means several provisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Several {
    /// Its word is plural: the label means several, or is no label.
    Must,
    /// It may mean several.
    May,
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

/// Adds a label, including what follows its word and number.
pub(super) fn finish(line: &str, numbered: Numbered, standing: LineRole, out: &mut Vec<Label>) {
    let Numbered { reading, word: index, end, insertion, several } = numbered;
    let word = &WORDS[index];
    let tail = &line[end..];
    let hyphen = match several {
        Several::Must => RangeHyphen::Range,
        Several::May => RangeHyphen::Number,
    };
    if insertion.is_none() && reading.counter == Counter::Digits {
        if let Some((until, tail)) = range::last(reading.value, tail, None, hyphen) {
            let behind = LabelTail { until: Some(until), ..LabelTail::default() };
            push(line, line.len() - tail.len(), index, &reading, &behind, standing, out);
            return;
        }
        if let Some((value, tail)) =
            thousands(reading.value, tail).filter(|_| several != Several::Must)
        {
            let whole =
                CounterReading { value, ordinal: Ordinal::Number(value), ..reading.clone() };
            let end = line.len() - tail.len();
            push(line, end, index, &whole, &LabelTail::default(), standing, out);
        }
    }
    if several == Several::Must {
        // `§§ 3-3 to 3-5. [Reserved]`
        if let (behind, Some(own)) = insertion::worded(tail, reading.value, word)
            && let Some((last, tail)) = range::of_code(reading.value, &own, behind, word)
        {
            let behind = LabelTail { insertion: Some(own.up_to(&last)), ..LabelTail::default() };
            push(line, line.len() - tail.len(), index, &reading, &behind, standing, out);
        }
        return;
    }
    let (tail, more) = dotted(tail);
    let (tail, insertion) = match insertion {
        Some(insertion) => (tail, Some(insertion)),
        None => insertion::worded(tail, reading.value, word),
    };
    let (tail, insertion) = insertion::of_code(tail, insertion, 1 + more.len());
    let end = line.len() - tail.len();
    let behind = LabelTail { more, insertion, until: None };
    push(line, end, index, &reading, &behind, standing, out);
}

/// Adds a label whose number ends at `end`, once for each kind of counter that it may be.
fn push(
    line: &str,
    end: usize,
    index: usize,
    reading: &CounterReading,
    behind: &LabelTail,
    standing: LineRole,
    out: &mut Vec<Label>,
) {
    let word = &WORDS[index];
    let Some(len) = closed(line, end, standing, word) else { return };
    let named = match word.role {
        Role::Section => u16::try_from(index).unwrap_or(u16::MAX),
        Role::Article | Role::Annex | Role::Division(_) => 0,
    };
    // A number in words counts among digits and among Roman numerals.
    let counters: &[Counter] = match reading.counter {
        Counter::Word => &[Counter::Digits, Counter::RomanCapital],
        Counter::Han | Counter::Hebrew | Counter::SignsCapital(_) | Counter::SignsSmall(_) => {
            &[Counter::Digits]
        }
        Counter::RomanSmall => &[Counter::RomanCapital],
        ref other => std::slice::from_ref(other),
    };
    let first = match (&reading.ordinal, reading.counter) {
        (
            Ordinal::Letters(_),
            Counter::RomanSmall | Counter::SignsCapital(_) | Counter::SignsSmall(_),
        ) => Ordinal::Number(reading.value),
        (ordinal, _) => ordinal.clone(),
    };
    let value = behind.value(reading.value);
    for counter in counters {
        out.push(Label {
            style: LabelStyle {
                named: Some(LabelWord { role: word.role, word: named }),
                counter: *counter,
                form: LabelForm::Worded,
                components: u8::try_from(value.components.len()).unwrap_or(u8::MAX),
            },
            value: value.clone(),
            until: behind.until,
            ordinals: behind.shown(first.clone()),
            len,
        });
    }
}

/// Marks after the number of a worded label.
const CLOSING_MARKS: [char; 8] = ['.', ':', ')', '：', '．', 'º', 'ª', '°'];

/// Returns where a worded label ends whose counter ends at `end`: after the mark that follows.
/// `None` if what follows makes it a reference in running text.
pub(super) fn closed(line: &str, end: usize, standing: LineRole, word: &Keyword) -> Option<usize> {
    let rest = &line[end..];
    // `Article 5**)`: signs of footnotes, or of amended text.
    let is_mark = |c: char| CLOSING_MARKS.contains(&c) || NOTE_SIGNS.contains(&c);
    let marks = rest.trim_start_matches(is_mark);
    let marked = marks.len() < rest.len();
    let gap = marks.trim_start_matches(is_gap);
    let dash = gap
        .strip_prefix(['–', '—', '-'])
        .filter(|rest| rest.is_empty() || rest.starts_with(is_gap) || marked);
    let after = dash.map_or(gap, |rest| rest.trim_start_matches(is_gap));
    let end = line.len() - if dash.is_some() { dash.unwrap_or("").len() } else { marks.len() };
    let Some(next) = after.chars().next() else { return Some(end) };
    // `Stk. 3. Stk. 2 gælder ikke`: after the full stop, a sentence begins.
    let sentence = marked && gap.starts_with(char::is_uppercase);
    if goes_on_behind_parts(rest) || (!sentence && names_a_part(gap)) {
        return None;
    }
    let parted = marked || dash.is_some() || gap.len() < marks.len();
    let reference = next.is_lowercase() || matches!(next, ',' | ';' | ')' | '/' | '-' | '–');
    let cjk = word.word.chars().any(is_cjk);
    let title = matches!(next, '(' | '（' | '【' | '［' | '[' | '「' | '《' | '〈')
        || (matches!(word.side, WordSide::Around(_)) && is_tight_title(after));
    // `附件一的修订` is about an annex and not its label.
    if word.role == Role::Annex && cjk && !parted && is_cited(after) {
        return None;
    }
    if standing == LineRole::Heading {
        return (parted || title || cjk).then_some(end);
    }
    if !marked && dash.is_none() && reference {
        return None;
    }
    (parted || title).then_some(end)
}

/// Whether parts of a provision follow its number directly and a sentence continues after them:
/// `Article 3(4) of the Annex`.
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

/// Whether the words after a number name a numbered part of the provision. The line is then a
/// reference to that part: `§ 1 Abs. 2 gilt entsprechend`.
fn names_a_part(words: &str) -> bool {
    let len = words.find(|c: char| !c.is_alphabetic()).unwrap_or(words.len());
    let (word, rest) = words.split_at(len);
    let number = rest.trim_start_matches(['.', ' ', '\u{A0}']);
    number.len() < rest.len()
        && number.starts_with(|c| counter::digit(c).is_some())
        && PART_WORDS.binary_search(&word.to_lowercase().as_str()).is_ok()
}

/// Maximum length of the number of a part, in bytes.
const LONGEST_PART: usize = 8;

/// Whether a title follows a Chinese label without a space.
fn is_tight_title(after: &str) -> bool {
    after.starts_with(|c| matches!(c, '\u{4E00}'..='\u{9FFF}')) && !is_cited(after)
}

/// Whether the text after a number makes it a reference: `第五条规定的灯`.
fn is_cited(after: &str) -> bool {
    CITING.iter().any(|sign| after.starts_with(sign))
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
        if after.starts_with(char::is_alphanumeric) {
            continue;
        }
        let (reading, end) = (reading.clone(), line.len() - after.len());
        let numbered = Numbered { reading, word: index, end, insertion, several: Several::May };
        finish(line, numbered, standing, out);
    }
}
