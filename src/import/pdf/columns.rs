//! Columns that are drawn line by line, the left half and the right half of
//! each line one after the other: they are read one column after the other.

use super::glyphs::Glyph;

/// Lines of a page that are parted by one gutter, at the least.
const LEAST: usize = 4;

/// The width of a gutter, in parts of the size of the letters, at the least.
const GUTTER: f64 = 0.8;

/// Letters of a line of a column, on average, at the least: the cells of a table
/// are shorter.
const SHORTEST: usize = 12;

/// Of the lines of both columns, one in so many begins with a small letter at the
/// least: in a table, each cell begins anew.
const GOING_ON: usize = 4;

/// A line in two halves.
struct Halves {
    left: Vec<Glyph>,
    right: Vec<Glyph>,
}

/// The lines of a page in the order of reading.
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

/// Whether a line stands below another and is read in the same direction.
fn is_below(before: &[Glyph], group: &[Glyph]) -> bool {
    match (before.first(), group.first()) {
        (Some(before), Some(first)) => first.angle == before.angle && first.y < before.y,
        _ => false,
    }
}

/// Writes lines that one gutter parts, column by column if they are columns.
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

/// Whether the halves of lines are those of two columns of prose.
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

/// The glyphs that are seen, from the left.
fn from_left(group: &[Glyph]) -> Vec<&Glyph> {
    let mut seen: Vec<&Glyph> = group.iter().filter(|glyph| !is_blank(glyph)).collect();
    seen.sort_by(|a, b| a.x.total_cmp(&b.x));
    seen
}

/// The gaps of a line that may be a gutter.
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

/// What of a gutter a line leaves free; one that stands on one side of it leaves all.
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
