//! Labels without a word: `11.`, `(a)`, `2.1`, `一、`.

use super::insertion::suffix;
use super::keyword::after_word;
use super::{Form, LETTERED, Label, Standing, Style, Value, dotted, is_gap};
use crate::document::Ordinal;
use crate::lexicon::counter::{self, Counter, Reading};

/// The longest Roman numeral that labels a provision (`lxxxviii`), in letters.
const LONGEST_NUMERAL: usize = 8;

/// Adds the labels of a line that begin with a counter.
pub fn bare(line: &str, standing: Standing, out: &mut Vec<Label>) {
    let open = line.starts_with(['(', '（']);
    let inner = if open { line.trim_start_matches(['(', '（']) } else { line };
    if open && line.len() - inner.len() > 3 {
        return;
    }
    let before = line.len() - inner.len();
    // A word of running text is seen to be one at its end.
    let run = inner.bytes().take_while(u8::is_ascii_alphabetic).count();
    let after = inner[run..].chars().next();
    if run > LONGEST_NUMERAL
        || (run > 0 && !open && after.is_some_and(|c| c == ' ' || c.is_alphanumeric()))
    {
        return;
    }
    for reading in counter::readings(inner) {
        let rest = &line[before + reading.len..];
        if !open && counter::is_enclosed(line) {
            push_bare(line, rest, &reading, &[], None, Form::Both, out);
            continue;
        }
        if open {
            let (rest, suffix) = suffix(rest);
            // `(1).` is `(1)`.
            let closed = rest.strip_prefix([')', '）']);
            let closed = closed
                .map(|tail| tail.strip_prefix('.').filter(|t| ends(t, false)).unwrap_or(tail));
            if let Some(tail) = closed
                && ends(tail, true)
            {
                push_bare(line, tail, &reading, &[], suffix, Form::Both, out);
            }
            continue;
        }
        let first_capital = matches!(
            reading.counter,
            Counter::Digits | Counter::LetterCapital | Counter::RomanCapital
        );
        let (tail, more) = if first_capital { dotted(rest) } else { (rest, Vec::new()) };
        let (tail, suffix) =
            if reading.counter == Counter::Digits { suffix(tail) } else { (tail, None) };
        after_word(line, rest, &reading, standing, out);
        if suffix.is_none() && more.is_empty() && is_spaced(tail, reading.counter) {
            push_bare(line, tail, &reading, &[], None, Form::Space, out);
            continue;
        }
        // `2.1` and `2.1.` are written alike: the same list may have both.
        let form = if more.is_empty() { Form::Bare } else { Form::Point };
        let bare = || is_bare(tail, &more, &reading, standing).then_some((form, tail));
        let Some((form, tail)) = mark(tail, reading.counter).or_else(bare) else { continue };
        if more == [0]
            && reading.value > 0
            && reading.counter == Counter::Digits
            && suffix.is_none()
        {
            push_bare(line, tail, &reading, &[], None, Form::Round, out);
        }
        push_bare(line, tail, &reading, &more, suffix, form, out);
    }
}

/// Whether a counter may stand without a mark: one of several numbers, one
/// alone on its line, or one before a title.
fn is_bare(tail: &str, more: &[u32], reading: &Reading, standing: Standing) -> bool {
    let numeral = matches!(reading.counter, Counter::Digits | Counter::RomanCapital | Counter::Han);
    if tail.trim().is_empty() {
        return numeral || !more.is_empty();
    }
    let blank = tail.starts_with(is_gap);
    let after = tail.trim_start();
    let title = after.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
        || (!more.is_empty() && after.starts_with(['“', '"', '«', '„']));
    let words = standing == Standing::Heading && reading.counter == Counter::Digits;
    blank && ((title && (!more.is_empty() || words)) || (more.is_empty() && is_stacked(after)))
}

/// Whether a sub-clause begins behind the number of its clause: `2 (1) The keeper …`
fn is_stacked(after: &str) -> bool {
    let Some(inner) = after.strip_prefix('(') else { return false };
    let first = counter::readings(inner).into_iter().find(|r| r.counter == Counter::Digits);
    let rest = first.filter(|r| r.value == 1).and_then(|r| inner[r.len..].strip_prefix(')'));
    rest.is_some_and(|rest| {
        rest.starts_with(is_gap) && rest.trim_start().starts_with(char::is_uppercase)
    })
}

/// Whether a blank parts a counter from words in Chinese characters or kana,
/// which themselves have none.
fn is_spaced(tail: &str, counter: Counter) -> bool {
    let words = tail.trim_start_matches(is_gap);
    let able = matches!(counter, Counter::Digits | Counter::Han | Counter::Alphabet(_));
    able && words.len() < tail.len()
        && words.starts_with(|c: char| matches!(c, '\u{3041}'..='\u{9FFF}' | '「' | '（'))
}

fn push_bare(
    line: &str,
    tail: &str,
    reading: &Reading,
    more: &[u32],
    suffix: Option<(u32, Ordinal)>,
    form: Form,
    out: &mut Vec<Label>,
) {
    let lettered = reading.counter == Counter::LetterCapital && !more.is_empty();
    let mut components = vec![reading.value + if lettered { LETTERED } else { 0 }];
    components.extend(more);
    let mut ordinals = vec![reading.ordinal.clone()];
    ordinals.extend(more.iter().map(|n| Ordinal::Number(*n)));
    ordinals.extend(suffix.iter().map(|(_, ordinal)| ordinal.clone()));
    let last = if more.is_empty() { reading.counter } else { Counter::Digits };
    out.push(Label {
        style: Style::bare(last, form, components.len()),
        value: Value { components, suffix: suffix.map_or(0, |(n, _)| n) },
        ordinals,
        len: line.len() - tail.len(),
    });
}

/// The mark behind a counter, and what follows it.
fn mark(tail: &str, counter: Counter) -> Option<(Form, &str)> {
    // `1 - Lamps`, `١ - تضاء`
    let apart = tail.strip_prefix([' ', '\u{A0}']).and_then(|rest| {
        let words = rest.strip_prefix(['-', '–', '—'])?;
        let begun =
            words.trim_start().starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
        (words.starts_with(is_gap) && begun && counter == Counter::Digits).then_some(words)
    });
    if let Some(words) = apart {
        return Some((Form::Dash, words));
    }
    let mut chars = tail.chars();
    let (form, rest) = match chars.next()? {
        '.' | '．' => (Form::Point, chars.as_str()),
        ')' | '）' => (Form::Close, chars.as_str()),
        '、' => (Form::Comma, chars.as_str()),
        'º' | '°' => (Form::Point, chars.as_str().trim_start_matches(['.', ')'])),
        '-' | '–' if counter != Counter::LetterCapital => (Form::Dash, chars.as_str()),
        _ => return None,
    };
    // `1.-` and `1.)` are marks of one kind.
    let rest = match form {
        Form::Point => rest.strip_prefix(['-', '–', '—', ')']).unwrap_or(rest),
        _ => rest,
    };
    let tight = matches!(counter, Counter::Digits | Counter::Han) && form != Form::Dash;
    (form == Form::Comma || ends(rest, tight)).then_some((form, rest))
}

/// What words may begin with, besides letters.
const OPENING: [char; 11] = ['(', '（', '“', '"', '«', '„', '「', '『', '《', '〈', '【'];

/// Whether a label ends before `rest`; where `tight`, words may follow without a blank.
fn ends(rest: &str, tight: bool) -> bool {
    let Some(next) = rest.chars().next() else { return true };
    let letter = next.is_alphabetic() && !next.is_lowercase();
    is_gap(next) || (tight && (letter || OPENING.contains(&next)))
}
