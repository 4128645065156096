//! Labels without a word: `11.`, `(a)`, `2.1`, `一、`, `[12]`.

use super::characters::{DASHES, is_gap};
use super::insertion::{self, suffix};
use super::keyword::after_word;
use super::listed::{ListedCounter, listed};
use super::note_signs::behind_note;
use super::number::{LabelNumber, Suffix};
use super::parsed::{LETTERED, Label, LabelForm, LabelStyle, LineRole};
use super::range::{self, RangeHyphen};
use super::tail::{Further, LabelTail, dotted, thousands};
use crate::document::Ordinal;
use crate::lexicon::counter::{self, Counter, CounterReading};

/// Maximum number of letters in a Roman numeral that labels a provision (`lxxxviii`).
const LONGEST_NUMERAL: usize = 8;

/// Adds the labels of a line that begins with a counter.
pub fn bare(line: &str, standing: LineRole, out: &mut Vec<Label>) {
    let open = line.starts_with(['(', '（']);
    let inner = if open { line.trim_start_matches(['(', '（']) } else { line };
    if open && line.len() - inner.len() > 3 {
        return;
    }
    let before = line.len() - inner.len();
    put_in(line, before, standing, out);
    // The end of the letters shows whether they are a word of running text.
    let run = inner.bytes().take_while(u8::is_ascii_alphabetic).count();
    let after = inner[run..].chars().next();
    let apart = dashed(&inner[run..]).is_some();
    if run > LONGEST_NUMERAL
        || (run > 0 && !open && !apart && after.is_some_and(|c| c == ' ' || c.is_alphanumeric()))
    {
        return;
    }
    for reading in counter::readings(inner) {
        let rest = &line[before + reading.len..];
        if !open && counter::is_enclosed(line) {
            push_bare(line, rest, &reading, LabelTail::default(), LabelForm::Both, out);
            continue;
        }
        if open {
            let (rest, behind) = inside(rest, &reading);
            // `(1).` counts as `(1)`.
            let closed = rest.strip_prefix([')', '）']);
            let closed = closed
                .map(|tail| tail.strip_prefix('.').filter(|t| ends(t, false)).unwrap_or(tail));
            if let Some(tail) = closed {
                let several = range::last(reading.value, tail, Some(')'), RangeHyphen::Range);
                if let Some((until, tail)) = several {
                    let behind = LabelTail { until: Some(until), ..LabelTail::default() };
                    push_bare(line, tail, &reading, behind, LabelForm::Both, out);
                } else if ends(tail, true) {
                    push_bare(line, tail, &reading, behind, LabelForm::Both, out);
                }
            }
            continue;
        }
        // `g.1)` beside `g)` and `h)`.
        if matches!(reading.counter, Counter::LetterSmall | Counter::RomanSmall)
            && let Some((tail, own)) = insertion::parted(rest, &INNER_MARKS)
            && let Some((LabelForm::Close, tail)) = mark(tail, reading.counter)
        {
            let behind = LabelTail { insertion: Some(own), ..LabelTail::default() };
            push_bare(line, tail, &reading, behind, LabelForm::Close, out);
            continue;
        }
        let first_capital = matches!(
            reading.counter,
            Counter::Digits | Counter::LetterCapital | Counter::RomanCapital
        );
        let digits = reading.counter == Counter::Digits;
        let known = out.len();
        after_word(line, rest, &reading, standing, out);
        // `2. Abschnitt` is the heading of a division and not an item of a list.
        if out.len() > known && standing == LineRole::Heading {
            continue;
        }
        if digits
            && let Some((until, tail)) = range::last(reading.value, rest, None, RangeHyphen::Range)
        {
            let behind = LabelTail { until: Some(until), ..LabelTail::default() };
            match tail.strip_prefix('.') {
                Some(tail) => push_bare(line, tail, &reading, behind, LabelForm::Point, out),
                // The labels around it may have a mark.
                None => {
                    push_bare(line, tail, &reading, behind.clone(), LabelForm::Bare, out);
                    push_bare(line, tail, &reading, behind, LabelForm::Point, out);
                }
            }
            continue;
        }
        if digits
            && let Some((value, tail)) = thousands(reading.value, rest)
            && let Some((form, tail)) = mark(tail, reading.counter)
        {
            let ordinal = Ordinal::Number(value);
            let whole = CounterReading { value, ordinal, ..reading.clone() };
            push_bare(line, tail, &whole, LabelTail::default(), form, out);
        }
        let (tail, more) = if first_capital { dotted(rest) } else { (rest, Vec::new()) };
        if let (true, Some((last, Ordinal::Number(_)))) = (digits, more.last()) {
            let numbers = &line[before..line.len() - tail.len()];
            let prefix = numbers.trim_end_matches(|c: char| c != '.');
            if let Some((until, tail)) = range::dotted(prefix, *last, tail, RangeHyphen::Range) {
                let behind = LabelTail { more, until: Some(until), ..LabelTail::default() };
                let tail = tail.strip_prefix('.').unwrap_or(tail);
                push_bare(line, tail, &reading, behind, LabelForm::Point, out);
                continue;
            }
        }
        let (tail, insertion) = if digits { suffix(tail) } else { (tail, None) };
        // `1-bis.`
        let (tail, insertion) = match insertion {
            None if digits && more.is_empty() => insertion::times_behind_hyphen(tail),
            own => (tail, own),
        };
        let (tail, insertion) = match digits {
            true => insertion::of_code(tail, insertion, 1 + more.len()),
            false => (tail, insertion),
        };
        let tail = if digits { behind_note(tail) } else { tail };
        let plain = insertion.is_none() && more.is_empty();
        if plain && is_spaced(tail, reading.counter) {
            push_bare(line, tail, &reading, LabelTail::default(), LabelForm::Space, out);
            continue;
        }
        // `2.1` and `2.1.` count as one style: a list may contain both.
        let form = if more.is_empty() { LabelForm::Bare } else { LabelForm::Point };
        let bare = || is_bare(tail, &more, &reading, standing).then_some((form, tail));
        let Some((form, tail)) = mark(tail, reading.counter).or_else(bare) else { continue };
        let round = matches!(more.as_slice(), [(0, _)]) && reading.value > 0;
        if round && digits && insertion.is_none() {
            push_bare(line, tail, &reading, LabelTail::default(), LabelForm::Round, out);
        }
        push_bare(line, tail, &reading, LabelTail { more, insertion, until: None }, form, out);
    }
}

/// Adds the labels inserted between those of a list, or before its first; `before` is the length in
/// bytes of the opening parenthesis.
fn put_in(line: &str, before: usize, standing: LineRole, out: &mut Vec<Label>) {
    for ListedCounter { reading, insertion } in listed(&line[before..]) {
        let rest = &line[before + reading.len..];
        let bare =
            || is_bare(rest, &Vec::new(), &reading, standing).then_some((LabelForm::Bare, rest));
        let closed = match before {
            0 => mark(rest, reading.counter).or_else(bare),
            _ => rest.strip_prefix([')', '）']).map(|tail| (LabelForm::Both, tail)),
        };
        let Some((form, tail)) = closed else { continue };
        if before == 0 || ends(tail, true) {
            let behind = LabelTail { insertion, ..LabelTail::default() };
            push_bare(line, tail, &reading, behind, form, out);
        }
    }
}

/// Marks before an insertion after a number or a letter of a list.
const INNER_MARKS: [char; 3] = ['.', '-', '‑'];

/// Reads what follows a counter in parentheses: `(1A)`, `(2.1)`, `(a.1)`, `(a-1)`.
fn inside<'a>(rest: &'a str, reading: &CounterReading) -> (&'a str, LabelTail) {
    let (tail, insertion) = match reading.counter {
        Counter::Digits => suffix(rest),
        _ => (rest, None),
    };
    let parted = || insertion::parted(rest, &INNER_MARKS);
    let (tail, insertion) = match insertion {
        Some(own) => (tail, Some(own)),
        None => parted().map_or((rest, None), |(tail, own)| (tail, Some(own))),
    };
    (tail, LabelTail { insertion, ..LabelTail::default() })
}

/// From this many further numbers on, a number is not a measurement, so the text after it may
/// continue the sentence of its lead-in: `6.2.1 if the keeper …`.
const DEEP: usize = 2;

/// Maximum number of words of a term that is defined below its number.
const MOST_TERM_WORDS: usize = 4;

/// Whether a counter may lack a mark: because it has several numbers, is alone on its line, or
/// precedes a title.
fn is_bare(tail: &str, more: &Further, reading: &CounterReading, standing: LineRole) -> bool {
    let numeral = matches!(reading.counter, Counter::Digits | Counter::RomanCapital | Counter::Han);
    if tail.trim().is_empty() {
        return numeral || !more.is_empty();
    }
    let blank = tail.starts_with(is_gap);
    let after = tail.trim_start();
    let title = after.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
        || (!more.is_empty() && after.starts_with(['“', '"', '«', '„']));
    let begun = title || after.starts_with(['[', '«', '“', '"', '„']);
    let words = standing != LineRole::Running && reading.counter == Counter::Digits;
    let deep = more.len() >= DEEP && after.starts_with(char::is_alphabetic);
    // `2.1 bucket`: the entries of a list of terms have small letters.
    let term = standing == LineRole::Heading
        && !more.is_empty()
        && after.starts_with(char::is_alphabetic)
        && after.split_whitespace().count() <= MOST_TERM_WORDS;
    let deep = deep || term;
    blank && ((title && !more.is_empty()) || (begun && words) || deep || is_stacked(after))
}

/// Whether a sub-clause begins after the number of its clause: `2 (1) The keeper …`
fn is_stacked(after: &str) -> bool {
    let Some(inner) = after.strip_prefix('(') else { return false };
    let first = counter::readings(inner).into_iter().find(|r| r.counter == Counter::Digits);
    let rest = first.filter(|r| r.value == 1).and_then(|r| inner[r.len..].strip_prefix(')'));
    rest.is_some_and(|rest| {
        // `89 (1) [Repealed]`
        let begun = |c: char| c.is_uppercase() || c == '[';
        rest.starts_with(is_gap) && rest.trim_start().starts_with(begun)
    })
}

/// Whether a space separates a counter from words in Chinese characters or kana, which are written
/// without spaces.
fn is_spaced(tail: &str, counter: Counter) -> bool {
    let words = tail.trim_start_matches(is_gap);
    let able = matches!(counter, Counter::Digits | Counter::Han | Counter::Alphabet(_));
    able && words.len() < tail.len()
        && words.starts_with(|c: char| matches!(c, '\u{3041}'..='\u{9FFF}' | '「' | '（'))
}

fn push_bare(
    line: &str,
    tail: &str,
    reading: &CounterReading,
    behind: LabelTail,
    form: LabelForm,
    out: &mut Vec<Label>,
) {
    let lettered = reading.counter == Counter::LetterCapital && !behind.more.is_empty();
    let value = behind.value(reading.value + if lettered { LETTERED } else { 0 });
    let last = if behind.more.is_empty() { reading.counter } else { Counter::Digits };
    out.push(Label {
        style: LabelStyle::bare(last, form, value.components.len()),
        value,
        until: behind.until,
        ordinals: behind.shown(reading.ordinal.clone()),
        len: line.len() - tail.len(),
    });
}

/// Signs that make a number an ordinal.
const DEGREES: [char; 2] = ['º', '°'];

/// Returns the text after a dash between spaces after a counter.
fn dashed(tail: &str) -> Option<&str> {
    let dash = tail.strip_prefix([' ', '\u{A0}'])?;
    dash.strip_prefix(DASHES).filter(|words| words.starts_with(is_gap))
}

/// Returns the mark after a counter, and the text after the mark.
fn mark(tail: &str, counter: Counter) -> Option<(LabelForm, &str)> {
    // `1 - Lamps`, `١ - تضاء`; after `I – ` the words may continue the sentence before.
    if let Some(words) = dashed(tail) {
        let begun =
            words.trim_start().starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
        let counts = matches!(counter, Counter::Digits | Counter::Alphabet(_));
        let able = (begun && counts) || counter == Counter::RomanCapital;
        return able.then_some((LabelForm::Dash, words));
    }
    let mut chars = tail.chars();
    let (form, rest) = match chars.next()? {
        // `1.º`
        '.' if chars.as_str().starts_with(DEGREES) => {
            (LabelForm::Degree, chars.as_str().trim_start_matches(DEGREES))
        }
        '.' | '．' => (LabelForm::Point, chars.as_str()),
        ')' | '）' => (LabelForm::Close, chars.as_str()),
        '、' => (LabelForm::Comma, chars.as_str()),
        'º' | '°' => (LabelForm::Degree, chars.as_str().trim_start_matches(['.', ')'])),
        '-' | '–' if counter != Counter::LetterCapital => (LabelForm::Dash, chars.as_str()),
        _ => return None,
    };
    // `1.-` and `1.)` count as `1.`.
    let rest = match form {
        LabelForm::Point => rest.strip_prefix(['-', '–', '—', ')']).unwrap_or(rest),
        _ => rest,
    };
    let tight = matches!(counter, Counter::Digits | Counter::Han) && form != LabelForm::Dash;
    (form == LabelForm::Comma || ends(rest, tight)).then_some((form, rest))
}

/// Characters besides letters that words may begin with.
const OPENING: [char; 11] = ['(', '（', '“', '"', '«', '„', '「', '『', '《', '〈', '【'];

/// Whether a label ends before `rest`; if `tight`, words may follow without a space.
fn ends(rest: &str, tight: bool) -> bool {
    let Some(next) = rest.chars().next() else { return true };
    let letter = next.is_alphabetic() && !next.is_lowercase();
    is_gap(next) || (tight && (letter || OPENING.contains(&next)))
}

/// Returns the label of a line that begins with a number in square brackets: `[12] The appeal`.
pub fn bracketed(line: &str) -> Option<Label> {
    let inner = line.strip_prefix('[')?;
    let reading = counter::readings(inner).into_iter().find(|r| r.counter == Counter::Digits)?;
    let rest = inner[reading.len..].strip_prefix(']')?;
    let words = rest.trim_start_matches(is_gap);
    let begun =
        words.is_empty() || (words.len() < rest.len() && !words.starts_with(char::is_lowercase));
    begun.then(|| Label {
        style: LabelStyle::bare(Counter::Digits, LabelForm::Square, 1),
        value: LabelNumber { components: vec![reading.value], suffix: Suffix::default() },
        until: None,
        ordinals: vec![reading.ordinal],
        len: line.len() - rest.len(),
    })
}
