//! The rules by which a text that a program printed is recognised: by how its first lines begin, or
//! by its colours.

use super::hunk;
use super::model::PrintoutKind;
use crate::import::manual_page;
use crate::import::teletype::ShownText;
use std::ops::Range;

/// The number of lines with words that are examined.
pub const SAMPLE: usize = 100;

/// The minimum number of commits in a log of one line each.
pub const LEAST_SHORT_LOG: usize = 3;

/// The minimum number of lines that begin with the time.
pub const LEAST_STAMPED: usize = 3;

/// The minimum percentage of lines that begin with the time.
pub const STAMPED_PERCENT: usize = 90;

/// The minimum percentage of lines with colours: a few coloured words do not make a printout of a text.
pub const COLOURED_PERCENT: usize = 20;

/// The beginnings of the first line of a file in a difference that git prints.
pub const GIT_FILES: [&str; 3] = ["diff --git ", "diff --cc ", "diff --combined "];

/// The maximum length of the part of a line that is examined, in bytes.
const LONGEST: usize = 512;

/// Returns the kind of a text that a program printed; `None` if it is another text.
pub fn of(shown: &ShownText<'_>) -> Option<PrintoutKind> {
    let text = &*shown.text;
    let sample = sample(text);
    let examined = |line: &Range<usize>| {
        let words = &text[line.clone()];
        &words[..words.floor_char_boundary(LONGEST)]
    };
    let lines: Vec<&str> = sample.iter().map(examined).collect();
    let first = *lines.first()?;
    if is_log(&lines) {
        Some(PrintoutKind::Log)
    } else if is_diff(first, &lines) {
        Some(PrintoutKind::Diff)
    } else if lines.iter().all(|line| is_blamed(line)) {
        Some(PrintoutKind::Blame)
    } else if is_short_log(&lines) {
        Some(PrintoutKind::ShortLog)
    } else if is_stamped(&lines) {
        Some(PrintoutKind::StampedLines)
    } else if is_query_result(&lines) {
        Some(PrintoutKind::QueryResult)
    } else if is_status(&lines) {
        Some(PrintoutKind::ServiceStatus)
    } else if is_coloured(shown, &sample) && manual_page::name(text).is_none() {
        Some(PrintoutKind::Coloured)
    } else {
        None
    }
}

/// Returns the first lines with words, without their ends.
fn sample(text: &str) -> Vec<Range<usize>> {
    let mut end = 0;
    let line = |line: &str| {
        let start = end;
        end += line.len();
        start..start + line.lines().next().unwrap_or("").len()
    };
    let has_words = |line: &Range<usize>| !text[line.clone()].trim().is_empty();
    text.split_inclusive('\n').map(line).filter(has_words).take(SAMPLE).collect()
}

/// Whether enough of the lines have colours.
fn is_coloured(shown: &ShownText<'_>, lines: &[Range<usize>]) -> bool {
    // Colours are in the order of the text.
    let mut colours = shown.colours().peekable();
    let mut has_colour = |line: &&Range<usize>| {
        while colours.next_if(|colour| colour.end <= line.start).is_some() {}
        colours.peek().is_some_and(|colour| colour.start < line.end)
    };
    let coloured = lines.iter().filter(&mut has_colour).count();
    coloured > 0 && coloured * 100 >= lines.len() * COLOURED_PERCENT
}

/// Removes the drawing of a graph before a line's words; returns them and their place in the text.
pub fn without_graph<'t>(text: &'t str, line: &Range<usize>) -> (&'t str, usize) {
    let from = line.start + graph(&text[line.clone()]);
    (&text[from..line.end], from)
}

/// Returns the length of the drawing of a graph: signs with single blanks after them.
fn graph(line: &str) -> usize {
    let bytes = line.as_bytes();
    let is_sign = |byte: u8| matches!(byte, b'*' | b'|' | b'/' | b'\\' | b'_');
    let mut at = 0;
    while bytes.get(at).is_some_and(|byte| is_sign(*byte)) {
        at += 1;
        // Behind a merge, more blanks follow.
        let blanks = bytes[at..].iter().take_while(|byte| **byte == b' ').count();
        let sign_follows = bytes.get(at + blanks).is_some_and(|byte| is_sign(*byte));
        at += if sign_follows { blanks } else { blanks.min(1) };
    }
    at
}

/// Returns the hash in the first line of a commit.
pub fn commit(words: &str) -> Option<Range<usize>> {
    const WORD: &str = "commit ";
    let rest = words.trim_start().strip_prefix(WORD)?;
    let len = hash(rest)?;
    let from = words.len() - rest.len();
    matches!(len, 40 | 64).then_some(from..from + len)
}

/// Returns the hash and the subject of a commit in one line.
pub fn short_commit(words: &str) -> Option<[Range<usize>; 2]> {
    let rest = words.trim_start();
    let len = hash(rest).filter(|len| *len <= 40)?;
    let subject = rest[len..].trim();
    let start = words.len() - rest.len();
    let from = words.len() - rest[len..].trim_start().len();
    (!subject.is_empty()).then(|| [start..start + len, from..from + subject.len()])
}

/// Returns the length of the hash at the beginning of words: at least seven hexadecimal digits, of
/// both kinds.
fn hash(words: &str) -> Option<usize> {
    let word = words.split(' ').next().filter(|word| word.len() >= 7)?;
    let hex = word.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    hex.then_some(word.len())
}

/// Whether a log begins: with a commit, or a tag and who made it.
fn is_log(lines: &[&str]) -> bool {
    let first = lines.first().map_or("", |line| &line[graph(line)..]);
    let is_tag =
        first.starts_with("tag ") && lines.get(1).is_some_and(|l| l.starts_with("Tagger: "));
    is_tag || commit(first).is_some()
}

/// Whether differences between files begin: with the first line of a file, a message with a patch,
/// or a summary.
fn is_diff(first: &str, lines: &[&str]) -> bool {
    let is_head = |line: &str| GIT_FILES.iter().any(|head| line.starts_with(head));
    let is_unified = |lines: &[&str]| {
        matches!(lines, [old, new, hunk, ..] if old.starts_with("--- ")
            && new.starts_with("+++ ") && hunk::head(hunk).is_some())
    };
    let is_mail = || {
        let rest = first.strip_prefix("From ").unwrap_or("");
        matches!(hash(rest), Some(40 | 64)) && lines.iter().any(|line| is_head(line))
    };
    let is_summary = || {
        let last = lines.iter().position(|line| is_total(line)).unwrap_or(0);
        last > 0 && lines[..last].iter().all(|line| line.contains(" | "))
    };
    is_head(first)
        || is_unified(lines)
        || (first.starts_with("diff -") && is_unified(&lines[1..]))
        || (first.starts_with("Index: ") && lines.get(1).is_some_and(|l| l.starts_with("=====")))
        || is_mail()
        || is_summary()
}

/// Whether a line has the total of a summary of differences: `2 files changed, 3 insertions(+)`.
fn is_total(line: &str) -> bool {
    let mut words = line.split_whitespace();
    words.next().is_some_and(|count| count.bytes().all(|b| b.is_ascii_digit()))
        && matches!(words.next(), Some("file" | "files"))
        && match words.next() {
            Some("changed") => words.next().is_none(),
            word => word == Some("changed,"),
        }
}

/// Whether all lines are commits, or the drawing of a graph between them.
fn is_short_log(lines: &[&str]) -> bool {
    let words = || lines.iter().map(|line| line[graph(line)..].trim());
    let is_commit = |words: &str| short_commit(words).is_some();
    let has = |is: fn(&u8) -> bool| words().any(|words| words.bytes().take(7).any(|b| is(&b)));
    words().all(|words| words.is_empty() || is_commit(words))
        && words().filter(|words| is_commit(words)).count() >= LEAST_SHORT_LOG
        && has(u8::is_ascii_digit)
        && has(u8::is_ascii_alphabetic)
}

/// Whether a line has a commit, who made it and when, and its own number: `^5ffc0de (Lia 2031-05-01
/// 10:00:00 +0000 12) lamp`.
fn is_blamed(line: &str) -> bool {
    let words = line.strip_prefix('^').unwrap_or(line);
    let Some((head, _)) = words.split_once(')') else { return false };
    let number = head.rsplit(' ').next().unwrap_or("");
    let is_number = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    let has_who = head.contains('(') && head.split(' ').any(has_clock);
    hash(words).is_some() && is_number && has_who
}

/// Whether most lines begin with the time, a remark of the journal or the blanks of a continuation.
fn is_stamped(lines: &[&str]) -> bool {
    let stamped = lines.iter().filter(|line| has_stamp(line)).count();
    let others = lines.iter().filter(|line| line.starts_with("-- ") || line.starts_with("  "));
    stamped >= LEAST_STAMPED && (stamped + others.count()) * 100 >= lines.len() * STAMPED_PERCENT
}

/// Whether a line begins with a day and the time: `Nov 28 14:05:01`, `2031-11-28T14:05:01`,
/// `[   12.345678]`.
fn has_stamp(line: &str) -> bool {
    if let Some((seconds, _)) = line.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        let mut parts = seconds.trim().split('.');
        let is_number = |part: Option<&str>| {
            part.is_some_and(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
        };
        if is_number(parts.next()) && is_number(parts.next()) && parts.next().is_none() {
            return true;
        }
    }
    let mut words = line.split([' ', 'T']).filter(|word| !word.is_empty());
    let first = words.next().unwrap_or("");
    let is_date = first.len() == 10
        && first.bytes().enumerate().all(|(at, b)| {
            if matches!(at, 4 | 7) { matches!(b, b'-' | b'/') } else { b.is_ascii_digit() }
        });
    let time = match is_date {
        true => words.next(),
        false => {
            let month = first.trim_end_matches('.');
            let is_month =
                (3..=9).contains(&month.chars().count()) && month.chars().all(char::is_alphabetic);
            let day = words.next().filter(|day| is_month && day.parse::<u8>().is_ok());
            day.and_then(|_| words.next())
        }
    };
    time.is_some_and(has_clock)
}

/// Whether a word begins with a time of day: `14:05:01`.
fn has_clock(word: &str) -> bool {
    let is_right =
        |(at, b): (usize, &u8)| if matches!(at, 2 | 5) { *b == b':' } else { b.is_ascii_digit() };
    word.as_bytes().get(..8).is_some_and(|bytes| bytes.iter().enumerate().all(is_right))
}

/// Whether all lines are rows of a table that a database client draws, or notes above and below it.
fn is_query_result(lines: &[&str]) -> bool {
    const NOTES: usize = 2;
    let Some(rule) = lines.iter().take(NOTES + 2).position(|line| is_rule(line)) else {
        return false;
    };
    let is_row = |line: &&str| line.contains(['|', '│']) || is_rule(line);
    let is_note = |line: &&str| line.starts_with('(') && line.ends_with(')');
    let header = rule.checked_sub(1).is_none_or(|header| is_row(&&*lines[header]));
    // A table of one column has no other sign than the number of its rows.
    let is_single = || lines.iter().any(|line| is_row_count(line));
    let rows = &lines[rule..];
    (header && rows.len() > 1 && rows[1..].iter().all(|line| is_row(line) || is_note(line)))
        || (rule == 1 && is_single())
}

/// Whether a line is the rule below the heads of a table: `----+----`, `-[ RECORD 1 ]---`.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    let is_drawn = |c: char| "-+─┼┌┬┐├┤└┴┘═╪".contains(c);
    line.starts_with("-[ RECORD ") || (line.chars().count() >= 3 && line.chars().all(is_drawn))
}

/// Whether a line has the number of a table's rows: `(12 rows)`.
fn is_row_count(line: &str) -> bool {
    let inner = line.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    inner.and_then(|inner| inner.split_once(' ')).is_some_and(|(count, word)| {
        count.bytes().all(|b| b.is_ascii_digit()) && matches!(word, "row" | "rows")
    })
}

/// Whether the state of a service begins: a dot and its name, and how it was loaded.
fn is_status(lines: &[&str]) -> bool {
    let is_name = lines.first().is_some_and(|line| line.starts_with(['●', '○', '×', '↻', '*']));
    is_name && lines.get(1).is_some_and(|line| line.trim_start().starts_with("Loaded: "))
}
