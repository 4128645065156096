//! Two texts as two columns of lines; where there is no room for two, one below the other.

use crate::align::{LEAST_CERTAIN, Parallel, ParallelRow};
use crate::cli::plain;
use crate::cli::styled::{Rendition, Styled, TextRole};
use crate::document::{BlockId, Direction, Document};
use crate::export;
use crate::typeset::columns as columns_of;

/// Below this width, in columns, the texts are printed one below the other.
const LEAST_FOR_TWO: u16 = 100;

/// What separates the columns: of paragraphs that correspond, and of those that may not.
const RULE: &str = " │ ";
const UNCERTAIN_RULE: &str = " ≈ ";

/// What is printed where a text has nothing.
const NOTHING: &str = "–";

/// The margin of the second text below the first.
const MARGIN: &str = "┊ ";

/// Prints rows at a width in columns; 0 for paragraphs on one line.
pub fn printed(parallel: &Parallel, rows: &[&ParallelRow], width: u16) -> Styled {
    let mut out = Styled::default();
    for row in rows {
        let is_first = out.is_empty();
        match width >= LEAST_FOR_TWO {
            true => {
                if !is_first {
                    let blanks = " ".repeat(usize::from(room_of_each(width)));
                    out.push(blanks).put(TextRole::Address, RULE.trim_end()).push("\n");
                }
                put_beside(parallel, row, width, &mut out);
            }
            false => {
                if !is_first {
                    out.push("\n");
                }
                put_below(parallel, row, width, &mut out);
            }
        }
    }
    out
}

/// The width of each column.
fn room_of_each(width: u16) -> u16 {
    width.saturating_sub(columns_of(RULE)) / 2
}

fn put_beside(parallel: &Parallel, row: &ParallelRow, width: u16, out: &mut Styled) {
    let rule = if row.certainty < LEAST_CERTAIN { UNCERTAIN_RULE } else { RULE };
    let room = room_of_each(width);
    let left = lines(parallel.left(), &row.left, room);
    let right = lines(parallel.right(), &row.right, room);
    for at in 0..left.len().max(right.len()) {
        let words = |lines: &[String]| lines.get(at).cloned().unwrap_or_default();
        let (one, other) = (words(&left), words(&right));
        let one = padded(parallel.left(), &one, room);
        let other = padded(parallel.right(), &other, room);
        let other = other.trim_end();
        let rule = if other.is_empty() { rule.trim_end() } else { rule };
        out.push(one).put(TextRole::Address, rule).push(other).push("\n");
    }
}

fn put_below(parallel: &Parallel, row: &ParallelRow, width: u16, out: &mut Styled) {
    for line in lines(parallel.left(), &row.left, width) {
        out.push(line).push("\n");
    }
    let room = if width == 0 { 0 } else { width.saturating_sub(columns_of(MARGIN)) };
    let sign = if row.certainty < LEAST_CERTAIN { "≈ " } else { MARGIN };
    for line in lines(parallel.right(), &row.right, room) {
        out.put(TextRole::Address, sign).push(line).push("\n");
    }
}

/// The lines of some blocks; a sign for none.
fn lines(document: &Document, blocks: &[BlockId], width: u16) -> Vec<String> {
    if blocks.is_empty() {
        return vec![NOTHING.to_owned()];
    }
    let mut all: Vec<String> = Vec::new();
    for block in blocks {
        if !all.is_empty() {
            all.push(String::new());
        }
        let passage = document.block_passage(*block);
        let words = match width {
            0 => export::text(document, passage),
            width => plain::lines(document, passage, width, Rendition::PLAIN).plain().to_owned(),
        };
        all.extend(words.lines().map(|line| line.trim_end().to_owned()));
    }
    all
}

/// A line at the width of its column; at the right edge where the text declares that direction.
fn padded(document: &Document, line: &str, width: u16) -> String {
    let blanks = " ".repeat(usize::from(width.saturating_sub(columns_of(line))));
    match document.metadata().direction {
        Some(Direction::RightToLeft) => blanks + line,
        _ => line.to_owned() + &blanks,
    }
}
