//! A comparison as text: signs first, the words that went in `[-…-]`, those that came in `{+…+}`,
//! as in wdiff and in git.

use super::report::{Report, told};
use crate::align::{Alignment, ChangedWords, Course, How, Paragraph, Row, Told};
use crate::cli::arguments::Compared;
use crate::cli::styled::{Styled, TextRole};

/// Words of context that are printed beside a change.
const CONTEXT: usize = 12;

/// What replaces words that are not printed.
const ELIDED: &str = "…";

/// The whole report.
pub fn printed(report: &Report, what: Compared) -> Styled {
    let mut out = Styled::default();
    if what == Compared::References {
        put_stale(report, &mut out);
        return out;
    }
    let alignment = report.alignment;
    out.push(format!("{}\n", alignment.counts().told()));
    let rows = report.rows.iter().copied();
    let (text, furniture): (Vec<&Row>, Vec<&Row>) = rows.partition(|row| !row.is_furniture);
    for told in alignment.runs(&text) {
        match told {
            Told::Row(row) => put_row(alignment, row, what, &mut out),
            Told::Run(first, ..) => {
                out.push(format!("{} ", first.fate().signs()));
                out.put(TextRole::Address, alignment.told_places(&told)).push("\n");
            }
        }
    }
    put_stale(report, &mut out);
    furniture.into_iter().for_each(|row| put_row(alignment, row, what, &mut out));
    out
}

fn put_stale(report: &Report, out: &mut Styled) {
    for stale in &report.stale {
        let line = report.alignment.stale_line(stale);
        out.put(TextRole::Fault, "!").push(format!(" {line}\n"));
    }
}

/// Puts a row: its signs, its address and what changed in its words.
pub fn put_row(alignment: &Alignment, row: &Row, what: Compared, out: &mut Styled) {
    let sign = row.fate().signs();
    let sign = if sign.is_empty() { " " } else { &sign };
    let note = match row.how {
        How::Split | How::Merged | How::Replaced => format!(" ({})", told(row)),
        _ => String::new(),
    };
    let title = alignment.title(row);
    out.push(format!("{sign} ")).put(TextRole::Address, alignment.places(row)).push(note);
    let is_brief = row.how == How::Same && row.course != Course::Stayed;
    if what == Compared::Summary || is_brief {
        out.push(format!("  {title}\n"));
        return;
    }
    out.push(":");
    let paragraphs = alignment.paragraphs(row);
    let differing = paragraphs.iter().filter(|p| p.differs() || what == Compared::All);
    for (at, paragraph) in differing.enumerate() {
        out.push(if at == 0 { " " } else { "\n    " });
        put_paragraph(paragraph, what, out);
    }
    out.push("\n");
}

/// Puts a paragraph in one line, with what changed marked.
fn put_paragraph(paragraph: &Paragraph, what: Compared, out: &mut Styled) {
    let last = paragraph.pieces.len().saturating_sub(1);
    for (at, piece) in paragraph.pieces.iter().enumerate() {
        let words = paragraph.words(piece).replace('\n', " ");
        match piece {
            // Only blanks differ, not words.
            ChangedWords::Gone(_) if words.trim().is_empty() => continue,
            ChangedWords::New(_) if words.trim().is_empty() => out.push(words),
            ChangedWords::Kept { .. } if what == Compared::All => out.push(words),
            ChangedWords::Kept { .. } => out.push(elided(&words, Around::of(at, last))),
            ChangedWords::Gone(_) => out.put(TextRole::Gone, format!("[-{words}-]")),
            ChangedWords::New(_) => out.put(TextRole::New, format!("{{+{words}+}}")),
        };
    }
}

/// Kept words without those that are far from any change: before the first and after the last, only
/// those beside it are printed.
fn elided(words: &str, around: Around) -> String {
    let blanks: Vec<usize> = words.match_indices(char::is_whitespace).map(|(at, _)| at).collect();
    let most = if around == Around::Changes { 2 * CONTEXT } else { CONTEXT };
    if blanks.len() <= most {
        return words.to_owned();
    }
    let head = &words[..blanks[CONTEXT - 1]];
    let tail = &words[blanks[blanks.len() - CONTEXT]..];
    match around {
        Around::Nothing => words.to_owned(),
        Around::ChangeBehind => format!("{ELIDED}{tail}"),
        Around::ChangeBefore => format!("{head} {ELIDED}"),
        Around::Changes => format!("{head} {ELIDED}{tail}"),
    }
}

/// Where changes are around words of a paragraph that are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Around {
    Nothing,
    ChangeBefore,
    ChangeBehind,
    Changes,
}

impl Around {
    /// What is around the piece at an index, if `last` is the index of the last piece.
    const fn of(at: usize, last: usize) -> Self {
        match (at == 0, at == last) {
            (true, true) => Self::Nothing,
            (true, false) => Self::ChangeBehind,
            (false, true) => Self::ChangeBefore,
            (false, false) => Self::Changes,
        }
    }
}
