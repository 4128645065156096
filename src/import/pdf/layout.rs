//! Builds the lines of a page from individually placed characters.
//!
//! The order is that of drawing, which in all usual programs is the reading order,
//! even with columns; [`columns`] separates columns that are drawn line by line.
//! Characters at one height make a line, without line numbers in the [`margin`].
//! The distances and lengths of lines reveal paragraphs.

#[cfg(test)]
mod tests;

use super::direction::{is_right_to_left, to_reading_order};
use super::glyphs::Glyph;
use super::line::{LineMark, PdfLine};
use super::line_spacing::LineSpacing;
use super::{columns, margin};
use crate::document::InlineKind;
use crate::import::raised::Raised;
use crate::import::writer::is_number;
use unicode_normalization::UnicodeNormalization;

/// The minimum gap between words, relative to the font size.
const WORD_GAP: f64 = 0.13;

/// The minimum gap between a leading number and its words, relative to the font
/// size.
const LABEL_GAP: f64 = 0.03;

/// The minimum gap between table cells, relative to the font size.
const CELL_GAP: f64 = 1.0;

/// The blanks written for such a gap.
const CELL_BLANKS: &str = "   ";

/// The number of lines before and after a line that determine the extent of its
/// column.
const NEIGHBOURS: usize = 40;

/// Characters at one height.
#[derive(Debug)]
struct GlyphRow {
    line: PdfLine,
    /// Its beginning and end in reading direction.
    from: f64,
    to: f64,
    y: f64,
    size: f64,
    angle: i32,
    right_to_left: bool,
    first_word: f64,
}

/// Returns the lines of a page; empty lines separate paragraphs. `spacing` is that of the pages before
/// it, and includes this page afterwards.
pub fn lines(glyphs: Vec<Glyph>, spacing: &mut LineSpacing) -> Vec<PdfLine> {
    let groups = columns::in_order(margin::without_line_numbers(group(glyphs)));
    let mut rows: Vec<GlyphRow> = groups.into_iter().filter_map(row).collect();
    let ends: Vec<(f64, f64)> = (0..rows.len()).map(|at| column(&rows, at)).collect();
    let pitch = spacing.with_page(pitches(&rows, &ends));
    for at in 1..rows.len() {
        let room = ends[at - 1].1 - rows[at - 1].to;
        let full = is_full(&rows, &ends, at - 1);
        // If a person broke the lines by eye, the sentence decides.
        let long = room < (ends[at - 1].1 - ends[at - 1].0) * 0.4;
        let goes_on = rows[at].line.text.starts_with(char::is_lowercase)
            && rows[at - 1].line.text.ends_with(|c: char| c.is_alphanumeric() || c == ',')
            && !rows[at].line.text.split(' ').next().is_some_and(is_number);
        rows[at - 1].line.wraps = full || long && goes_on;
    }
    let apart: Vec<bool> =
        (0..rows.len()).map(|at| at > 0 && is_apart(&rows, &ends, at, pitch)).collect();
    let mut out: Vec<PdfLine> = Vec::new();
    for (row, apart) in rows.into_iter().zip(apart) {
        out.extend(apart.then(PdfLine::default));
        out.push(row.line);
    }
    out
}

/// Groups characters by height.
fn group(glyphs: Vec<Glyph>) -> Vec<Vec<Glyph>> {
    let mut groups: Vec<Vec<Glyph>> = Vec::new();
    let (mut y, mut size) = (0.0, 0.0_f64);
    for glyph in glyphs {
        let of_row = groups.last().and_then(|group| group.last()).is_some_and(|last| {
            last.angle == glyph.angle
                && (glyph.y - y).abs() < 0.5 * size.max(glyph.size).min(2.0 * size)
        });
        if of_row && let Some(group) = groups.last_mut() {
            if glyph.size > size {
                (y, size) = (glyph.y, glyph.size);
            }
            group.push(glyph);
        } else {
            (y, size) = (glyph.y, glyph.size);
            groups.push(vec![glyph]);
        }
    }
    groups
}

fn is_blank(glyph: &Glyph) -> bool {
    glyph.text.chars().all(char::is_whitespace)
}

fn row(mut glyphs: Vec<Glyph>) -> Option<GlyphRow> {
    let drawn = |glyphs: &Vec<Glyph>| glyphs.iter().position(|glyph| !is_blank(glyph));
    glyphs.drain(..drawn(&glyphs)?);
    let largest =
        glyphs.iter().filter(|g| !is_blank(g)).max_by(|a, b| a.size.total_cmp(&b.size))?;
    let (y, size, angle) = (largest.y, largest.size, largest.angle);
    let back = glyphs.windows(2).any(|pair| pair[1].x < pair[0].x - 0.5 * size);
    if back {
        glyphs.sort_by(|a, b| a.x.total_cmp(&b.x));
    }
    let (left, right) = glyphs
        .iter()
        .filter(|glyph| !is_blank(glyph))
        .fold((f64::MAX, f64::MIN), |(left, right), glyph| {
            (left.min(glyph.x), right.max(glyph.x + glyph.width))
        });
    let right_to_left = is_right_to_left(glyphs.iter().map(|glyph| glyph.text.as_str()));
    to_reading_order(&mut glyphs, |glyph| &glyph.text);
    let line = line(&glyphs, y, size);
    if line.text.trim().is_empty() {
        return None;
    }
    let word = line.text.split(' ').next().map_or(0, |word| word.chars().count());
    let first_word = glyphs.iter().take(word).map(|glyph| glyph.width).sum();
    // Negated, so that the beginning of a right-to-left line is less than its end.
    let (from, to) = if right_to_left { (-right, -left) } else { (left, right) };
    Some(GlyphRow { line, from, to, y, size, angle, right_to_left, first_word })
}

/// Returns the words of characters in reading order.
fn line(glyphs: &[Glyph], y: f64, size: f64) -> PdfLine {
    let mut out = PdfLine { size: (size * 2.0).round() / 2.0, ..PdfLine::default() };
    let mut accent: Option<char> = None;
    let (mut last, mut blank): (Option<&Glyph>, bool) = (None, false);
    for (i, glyph) in glyphs.iter().enumerate() {
        // Not all programs draw blanks, so gaps count, too.
        if is_blank(glyph) {
            blank = true;
            continue;
        }
        if let Some(before) = last.replace(glyph) {
            let gap = gap(before, glyph);
            let numbered = is_number(&out.text);
            let label = out.text.chars().count() < 4 || numbered;
            let least = if numbered { LABEL_GAP } else { WORD_GAP };
            if gap > CELL_GAP * size && !label {
                out.text.push_str(CELL_BLANKS);
            } else if blank || gap > least * size.min(before.size.max(glyph.size)) {
                out.text.push(' ');
            }
        }
        blank = false;
        // Some programs draw an accent and its letter on top of each other.
        let next = glyphs.get(i + 1);
        let over = next.is_some_and(|next| next.x < glyph.x + glyph.width * 0.6);
        if let Some(combining) = combining(&glyph.text).filter(|_| over) {
            accent = Some(combining);
            continue;
        }
        let from = out.text.len();
        let small = glyph.size < size * 0.85;
        let raised = match glyph.y - y {
            up if small && up > 0.15 * size => Raised::Above.words(&glyph.text),
            up if small && up < -0.08 * size => Raised::Below.words(&glyph.text),
            _ => None,
        };
        out.text.push_str(raised.as_deref().unwrap_or(&glyph.text));
        if let Some(combining) = accent.take() {
            let letter: String = out.text[from..].chars().chain([combining]).nfc().collect();
            out.text.truncate(from);
            out.text.push_str(&letter);
        }
        mark(&mut out, from, glyph);
    }
    out
}

/// Returns the gap between two characters, in either order.
fn gap(before: &Glyph, after: &Glyph) -> f64 {
    if after.x >= before.x {
        after.x - (before.x + before.width)
    } else {
        before.x - (after.x + after.width)
    }
}

/// Marks the text from `from` on with the style and link of a glyph.
fn mark(line: &mut PdfLine, from: usize, glyph: &Glyph) {
    let styles = [
        glyph.bold.then_some(LineMark::Style(InlineKind::Strong)),
        glyph.italic.then_some(LineMark::Style(InlineKind::Emphasis)),
        glyph.link.clone().map(LineMark::Link),
    ];
    let to = line.text.len();
    for mark in styles.into_iter().flatten() {
        // The blank between two marked words is marked, too.
        let goes_on = line.marks.iter_mut().rev().find(|(range, of)| {
            *of == mark && line.text[range.end..from].chars().all(|c| c == ' ')
        });
        match goes_on {
            Some((range, _)) => range.end = to,
            None => line.marks.push((from..to, mark)),
        }
    }
}

fn combining(text: &str) -> Option<char> {
    Some(match text {
        "`" => '\u{300}',
        "´" => '\u{301}',
        "ˆ" | "^" => '\u{302}',
        "˜" => '\u{303}',
        "¯" => '\u{304}',
        "˘" => '\u{306}',
        "˙" => '\u{307}',
        "¨" => '\u{308}',
        "˚" => '\u{30A}',
        "˝" => '\u{30B}',
        "ˇ" => '\u{30C}',
        _ => return None,
    })
}

/// Returns the extent of a row's column.
fn column(rows: &[GlyphRow], at: usize) -> (f64, f64) {
    let row = &rows[at];
    let near = at.saturating_sub(NEIGHBOURS)..rows.len().min(at + NEIGHBOURS);
    let like = rows[near].iter().filter(|other| {
        other.angle == row.angle
            && other.right_to_left == row.right_to_left
            && (other.size - row.size).abs() < 0.1 * row.size
            && other.from < row.to
            && row.from < other.to
    });
    like.fold((row.from, row.to), |(from, to), other| (from.min(other.from), to.max(other.to)))
}

/// Whether the first word of the next row had no room in this one.
fn is_full(rows: &[GlyphRow], ends: &[(f64, f64)], at: usize) -> bool {
    let next = &rows[at + 1];
    next.first_word + next.size * 0.2 > ends[at].1 - rows[at].to
}

/// Whether a row may be the last of a paragraph by its last sign.
fn ends_sentence(row: &GlyphRow) -> bool {
    row.line.text.ends_with(['.', ':', ';', '!', '?', '”', '"', ')', ']', '。', '」', '）'])
}

/// Returns the distances of rows from the full row before them, relative to the font size: those of
/// the lines of paragraphs.
fn pitches(rows: &[GlyphRow], ends: &[(f64, f64)]) -> Vec<f64> {
    let follows = |at: &usize| {
        let (row, next) = (&rows[*at], &rows[at + 1]);
        let alike = (row.size - next.size).abs() < 0.1 * row.size;
        // Where each line ends a sentence, each may be a paragraph.
        row.angle == next.angle && alike && !ends_sentence(row) && is_full(rows, ends, *at)
    };
    let full = (0..rows.len().saturating_sub(1)).filter(follows);
    full.map(|at| (rows[at].y - rows[at + 1].y) / rows[at].size).collect()
}

/// Whether a row begins a paragraph.
fn is_apart(rows: &[GlyphRow], ends: &[(f64, f64)], at: usize, pitch: f64) -> bool {
    let (before, row) = (&rows[at - 1], &rows[at]);
    let down = before.y - row.y;
    let size = before.size.max(row.size);
    if row.angle != before.angle || down < -0.5 * size || down > pitch * 1.28 * size {
        return true;
    }
    if (row.size - before.size).abs() > 0.12 * size {
        return true;
    }
    // An indented first line of a paragraph, after a complete sentence.
    let in_by = row.from - ends[at].0;
    let alone = rows.get(at + 1).is_none_or(|next| next.from < row.from - 0.8 * row.size);
    ends_sentence(before)
        && (0.8 * row.size..5.0 * row.size).contains(&in_by)
        && before.from < row.from - 0.8 * row.size
        && alone
        && !row.line.text.starts_with(char::is_lowercase)
}
