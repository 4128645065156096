//! Finds columns that are drawn line by line, with the left and right halves of each
//! line in sequence, and puts one column after the other.

use super::glyphs::Glyph;

/// The minimum number of lines of a page with a common gutter.
const LEAST: usize = 4;

/// The minimum width of a gutter, relative to the font size.
const GUTTER: f64 = 0.8;

/// The minimum average number of letters in a column's lines: table cells are
/// shorter.
const SHORTEST: usize = 12;

/// At least one in this many lines of each column begins with a lower-case letter; in
/// a table, each cell begins afresh.
const GOING_ON: usize = 4;

/// A line split into two halves.
struct Halves {
    left: Vec<Glyph>,
    right: Vec<Glyph>,
}

/// Returns the lines of a page in reading order.
pub fn in_order(groups: Vec<Vec<Glyph>>) -> Vec<Vec<Glyph>> {
    let mut out = Vec::with_capacity(groups.len());
    let mut block: Vec<Vec<Glyph>> = Vec::new();
    let mut gutter: Option<(f64, f64)> = None;
    for group in groups {
        let shared = match gutter {
            _ if block.last().is_some_and(|last| !is_below(last, &group)) => None,
            None => widest_gap(&group),
            Some(known) => narrowed(known, &group),
        };
        match shared {
            Some(shared) => gutter = Some(shared),
            None => {
                write_out(&mut out, std::mem::take(&mut block), gutter.take());
                gutter = widest_gap(&group);
            }
        }
        if gutter.is_some() {
            block.push(group);
        } else {
            out.push(group);
        }
    }
    write_out(&mut out, block, gutter);
    out
}

/// Whether a line is below another and has the same direction.
fn is_below(before: &[Glyph], group: &[Glyph]) -> bool {
    match (before.first(), group.first()) {
        (Some(before), Some(first)) => first.angle == before.angle && first.y < before.y,
        _ => false,
    }
}

/// Writes lines with a common gutter, column by column if they are columns.
fn write_out(out: &mut Vec<Vec<Glyph>>, block: Vec<Vec<Glyph>>, gutter: Option<(f64, f64)>) {
    let Some((from, to)) = gutter.filter(|_| block.len() >= LEAST) else {
        return out.extend(block);
    };
    let middle = (from + to) / 2.0;
    let halve = |group: &Vec<Glyph>| {
        let (left, right) = group.iter().cloned().partition(|glyph| glyph.x < middle);
        Halves { left, right }
    };
    let halves: Vec<Halves> = block.iter().map(halve).collect();
    if !are_columns(&halves) {
        return out.extend(block);
    }
    let (left, right): (Vec<_>, Vec<_>) =
        halves.into_iter().map(|halves| (halves.left, halves.right)).unzip();
    out.extend(left.into_iter().chain(right).filter(|half| half.iter().any(|g| !is_blank(g))));
}

/// Whether the halves of lines are two columns of prose.
fn are_columns(halves: &[Halves]) -> bool {
    let words = |half: &[Glyph]| {
        let text: String = half.iter().map(|glyph| glyph.text.as_str()).collect();
        text.trim().to_owned()
    };
    [true, false].into_iter().all(|left| {
        let lines: Vec<String> = halves
            .iter()
            .map(|halves| words(if left { &halves.left } else { &halves.right }))
            .filter(|line| !line.is_empty())
            .collect();
        let letters: usize =
            lines.iter().flat_map(|line| line.chars()).filter(|c| !c.is_whitespace()).count();
        let going_on = lines.iter().filter(|line| line.starts_with(char::is_lowercase)).count();
        lines.len() >= LEAST
            && letters >= lines.len() * SHORTEST
            && going_on * GOING_ON >= lines.len()
    })
}

fn is_blank(glyph: &Glyph) -> bool {
    glyph.text.chars().all(char::is_whitespace)
}

/// Returns the visible glyphs from left to right.
fn from_left(group: &[Glyph]) -> Vec<&Glyph> {
    let mut seen: Vec<&Glyph> = group.iter().filter(|glyph| !is_blank(glyph)).collect();
    seen.sort_by(|a, b| a.x.total_cmp(&b.x));
    seen
}

/// Returns the gaps of a line that may be a gutter.
fn gaps(group: &[Glyph]) -> Vec<(f64, f64)> {
    let seen = from_left(group);
    let size = seen.iter().map(|glyph| glyph.size).fold(0.0, f64::max);
    seen.windows(2)
        .map(|pair| (pair[0].x + pair[0].width, pair[1].x))
        .filter(|(from, to)| to - from > GUTTER * size)
        .collect()
}

fn widest_gap(group: &[Glyph]) -> Option<(f64, f64)> {
    gaps(group).into_iter().max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)))
}

/// Returns the part of a gutter that a line leaves free; a line on one side of it
/// leaves all.
fn narrowed(gutter: (f64, f64), group: &[Glyph]) -> Option<(f64, f64)> {
    let seen = from_left(group);
    let (first, last) = (seen.first()?, seen.last()?);
    let size = first.size;
    let aside = last.x + last.width <= gutter.0 + size || first.x + 0.5 * size >= gutter.1;
    if aside {
        let from = if last.x < gutter.1 { gutter.0.max(last.x + last.width) } else { gutter.0 };
        return (from < gutter.1).then_some((from, gutter.1));
    }
    gaps(group)
        .into_iter()
        .map(|gap| (gap.0.max(gutter.0), gap.1.min(gutter.1)))
        .find(|(from, to)| to - from > GUTTER / 2.0 * size)
}
