//! Removes line numbers in the margin, as in bills and pleadings: they are not part of the
//! text.

use super::glyphs::Glyph;

/// The minimum number of numbered lines: fewer numbers may be those of clauses.
const LEAST: usize = 5;

/// At least one in this many numbered lines must continue a sentence: each item of a list
/// begins one.
const GOING_ON: usize = 4;

/// At most one in this many numbers may break the sequence.
const STRAYS: usize = 8;

/// The maximum number of digits.
const DIGITS: usize = 3;

/// The tolerance for the alignment of numbers in a column, relative to the font size.
const COLUMN: f64 = 0.8;

/// The side of a line on which its number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum NumberSide {
    Left,
    Right,
}

/// A number at an end of a line.
#[derive(Debug, Clone, Copy)]
struct Number {
    group: usize,
    value: u32,
    from: f64,
    to: f64,
    y: f64,
    size: f64,
    /// The number of glyphs of the line that it takes.
    len: usize,
    /// Whether it was drawn as a line of its own.
    alone: bool,
}

/// Removes the line numbers of a page, if it has any.
pub fn without_line_numbers(mut groups: Vec<Vec<Glyph>>) -> Vec<Vec<Glyph>> {
    for side in [NumberSide::Left, NumberSide::Right] {
        let all: Vec<Number> = (0..groups.len())
            .filter_map(|at| number(&groups[at], side).map(|found| Number { group: at, ..found }))
            .collect();
        let Some(column) = column(&all) else { continue };
        if !counts_lines(&groups, &column, side) {
            continue;
        }
        for number in &column {
            let group = &mut groups[number.group];
            match side {
                NumberSide::Left => drop(group.drain(..number.len)),
                NumberSide::Right => group.truncate(group.len() - number.len),
            }
        }
        groups.retain(|group| !group.is_empty());
        break;
    }
    groups
}

fn is_blank(glyph: &Glyph) -> bool {
    glyph.text.chars().all(char::is_whitespace)
}

/// Returns the number at one end of a line, if a gap separates it from the words.
fn number(group: &[Glyph], side: NumberSide) -> Option<Number> {
    let drawn: Vec<usize> = (0..group.len()).filter(|at| !is_blank(&group[*at])).collect();
    let mut found: Vec<usize> = Vec::new();
    let from_end: Vec<usize> = match side {
        NumberSide::Left => drawn.clone(),
        NumberSide::Right => drawn.iter().rev().copied().collect(),
    };
    for at in from_end {
        let glyph = &group[at];
        let joins = found.last().is_none_or(|last| {
            let last = &group[*last];
            let gap = (glyph.x - last.x - last.width).max(last.x - glyph.x - glyph.width);
            gap <= GAP * glyph.size
        });
        if !joins || !glyph.text.bytes().all(|byte| byte.is_ascii_digit()) {
            break;
        }
        found.push(at);
    }
    if side == NumberSide::Right {
        found.reverse();
    }
    let (first, last) = (group.get(*found.first()?)?, group.get(*found.last()?)?);
    let written: String = found.iter().map(|at| group[*at].text.as_str()).collect();
    let value = written.parse().ok().filter(|_| written.len() <= DIGITS)?;
    let (from, to) = (first.x, last.x + last.width);
    let neighbour = match side {
        NumberSide::Left => drawn.get(found.len()),
        NumberSide::Right => drawn.len().checked_sub(found.len() + 1).and_then(|at| drawn.get(at)),
    };
    let parted = neighbour.is_none_or(|at| {
        let other = &group[*at];
        let gap = match side {
            NumberSide::Left => other.x - to,
            NumberSide::Right => from - (other.x + other.width),
        };
        gap > GAP * first.size
    });
    let len = match side {
        NumberSide::Left => neighbour.copied().unwrap_or(group.len()),
        NumberSide::Right => group.len() - neighbour.map_or(0, |at| at + 1),
    };
    let alone = neighbour.is_none();
    let (y, size) = (first.y, first.size);
    parted.then_some(Number { group: 0, value, from, to, y, size, len, alone })
}

/// The minimum gap between a number and its line, relative to the font size.
const GAP: f64 = 0.2;

/// Returns the largest column of aligned numbers, if it has enough.
fn column(all: &[Number]) -> Option<Vec<Number>> {
    let near = |a: f64, b: f64, size: f64| (a - b).abs() < COLUMN * size;
    let like = |one: &Number| -> Vec<Number> {
        let same = |other: &&Number| {
            near(one.from, other.from, one.size) || near(one.to, other.to, one.size)
        };
        all.iter().filter(same).copied().collect()
    };
    let column = all.iter().map(like).max_by_key(Vec::len)?;
    (column.len() >= LEAST).then_some(column)
}

/// Whether numbers count the lines beside them, each line or each fifth, from top to bottom,
/// and sentences continue across lines.
fn counts_lines(groups: &[Vec<Glyph>], column: &[Number], side: NumberSide) -> bool {
    let mut column = column.to_vec();
    column.sort_by(|a, b| b.y.total_cmp(&a.y));
    let step = match column.as_slice() {
        [first, second, ..] => second.value.saturating_sub(first.value),
        _ => return false,
    };
    let strays = column.windows(2).filter(|pair| pair[1].value != pair[0].value + step).count();
    if !(step == 1 || step == FIFTH) || strays * STRAYS > column.len() {
        return false;
    }
    // The words of each line without its number, from top to bottom.
    let mut lines: Vec<(f64, String)> = Vec::new();
    for (at, group) in groups.iter().enumerate() {
        let number = column.iter().find(|number| number.group == at);
        if number.is_some_and(|number| number.alone) {
            continue;
        }
        let taken = number.map_or(0, |number| number.len);
        let words = match side {
            NumberSide::Left => &group[taken..],
            NumberSide::Right => &group[..group.len() - taken],
        };
        let text: String = words.iter().map(|glyph| glyph.text.as_str()).collect();
        if let Some(first) = words.first() {
            lines.push((first.y, text.trim().to_owned()));
        }
    }
    let beside =
        |number: &Number| lines.iter().find(|(y, _)| (y - number.y).abs() < 0.5 * number.size);
    let counted: Vec<&(f64, String)> = column.iter().filter_map(beside).collect();
    if counted.len() * 2 < column.len() {
        return false;
    }
    let going_on = |line: &&&(f64, String)| line.1.starts_with(char::is_lowercase);
    if step == 1 {
        return counted.iter().filter(going_on).count() * GOING_ON >= counted.len();
    }
    // The number of lines between two numbers must match them, except for blank lines.
    column.windows(2).all(|pair| {
        let between = lines.iter().filter(|(y, _)| pair[0].y >= *y && *y > pair[1].y).count();
        between > 0 && between <= step as usize + 1
    })
}

/// Often only each fifth line has a number.
const FIFTH: u32 = 5;
