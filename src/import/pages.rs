//! Removes remains of printed pages from plain text: the footer and the header
//! around each form feed (as in RFC 7994 and before), and character frames around
//! a paragraph.

use std::collections::HashMap;
use std::ops::Range;

/// A line: its bytes in the text, without its end.
pub type PageLine = Range<usize>;

/// Blanks out the lines that belong to the page rather than the text: they become
/// empty ranges, like blank lines. If a page break interrupts a paragraph, no
/// blank line remains.
pub fn without_furniture(text: &str, lines: Vec<PageLine>) -> Vec<PageLine> {
    without_frames(text, without_page_lines(text, lines))
}

fn without_page_lines(text: &str, lines: Vec<PageLine>) -> Vec<PageLine> {
    let feeds: Vec<usize> = (1..lines.len())
        .filter(|at| text[lines[at - 1].end..lines[*at].start].contains('\u{C}'))
        .collect();
    if feeds.len() < 2 {
        return lines;
    }
    let is_blank = |at: &usize| text[lines[*at].clone()].trim().is_empty();
    let footers: Vec<Option<usize>> =
        feeds.iter().map(|at| (0..*at).rev().take(8).find(|at| !is_blank(at))).collect();
    let headers: Vec<Option<usize>> =
        feeds.iter().map(|at| (*at..lines.len()).take(8).find(|at| !is_blank(at))).collect();
    let repeated = |found: &[Option<usize>]| -> Vec<Option<usize>> {
        let form = |at: usize| form(&text[lines[at].clone()]);
        let mut counts: HashMap<String, usize> = HashMap::new();
        for at in found.iter().flatten() {
            *counts.entry(form(*at)).or_default() += 1;
        }
        found.iter().map(|at| at.filter(|at| counts[&form(*at)] > 1)).collect()
    };
    let (footers, headers) = (repeated(&footers), repeated(&headers));
    let mut gone = vec![false; lines.len()];
    for at in footers.iter().chain(&headers).flatten() {
        gone[*at] = true;
    }
    let kept: Vec<usize> = (0..lines.len()).filter(|at| !gone[*at] && !is_blank(at)).collect();
    let mut last = None;
    for (i, feed) in feeds.iter().enumerate() {
        // If the sentence continues, remove all blank lines around the page
        // break.
        let next = kept.partition_point(|at| at < feed);
        let around = next.checked_sub(1).and_then(|before| Some((kept[before], *kept.get(next)?)));
        let Some((before, after)) = around.filter(|around| last.replace(*around) != Some(*around))
        else {
            continue;
        };
        let (above, below) = (&text[lines[before].clone()], &text[lines[after].clone()]);
        let level = |line: &str| line.len() - line.trim_start().len();
        let open =
            above.trim_end().ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '-'));
        let marked = footers[i].is_some() || headers[i].is_some();
        if open && level(above) == level(below) && marked {
            gone[before + 1..after].fill(true);
        }
    }
    lines.into_iter().zip(gone).filter(|(_, gone)| !gone).map(|(line, _)| line).collect()
}

/// Returns a line without its digits, so that `[Page 3]` and `[Page 4]` are
/// equal.
fn form(line: &str) -> String {
    line.chars().filter(|c| !c.is_ascii_digit() && !c.is_whitespace()).collect()
}

/// The minimum number of lines of a frame, including its edges.
const LEAST_FRAME: usize = 3;

fn without_frames(text: &str, mut lines: Vec<PageLine>) -> Vec<PageLine> {
    let mut at = 0;
    while at < lines.len() {
        match frame(text, &lines[at..]) {
            Some((sign, count)) => {
                for line in &mut lines[at..at + count] {
                    *line = inside(text, line, sign);
                }
                at += count;
            }
            None => at += 1,
        }
    }
    lines
}

/// Returns the character and the number of lines of a frame that begins here.
fn frame(text: &str, lines: &[PageLine]) -> Option<(char, usize)> {
    let first = text[lines.first()?.clone()].trim();
    let sign = first.chars().next().filter(|c| "*#|%".contains(*c))?;
    let is_edge = |line: &PageLine| {
        let words = text[line.clone()].trim();
        words.len() > 10 && words.chars().all(|c| c == sign)
    };
    if !is_edge(&lines[0]) {
        return None;
    }
    let count = 1 + lines[1..]
        .iter()
        .take_while(|line| {
            let words = text[(*line).clone()].trim();
            words.len() > 1 && words.starts_with(sign) && words.ends_with(sign) && !is_edge(line)
        })
        .count();
    let closed = lines.get(count).is_some_and(is_edge);
    (closed && count + 1 >= LEAST_FRAME).then_some((sign, count + 1))
}

/// Returns the part of a line inside its frame.
fn inside(text: &str, line: &PageLine, sign: char) -> PageLine {
    let words = &text[line.clone()];
    let inner = words.trim().trim_matches(sign);
    if inner.trim().is_empty() {
        return line.start..line.start;
    }
    let start = line.start + words.find(sign).map_or(0, |at| at + sign.len_utf8());
    start..start + inner.len()
}

#[cfg(test)]
mod tests {
    use crate::import::lines;

    fn paragraphs(text: &str) -> Vec<String> {
        lines::chunks(text)
            .iter()
            .map(|element| {
                let lines: Vec<&str> =
                    element.lines.iter().map(|(line, _)| &text[line.clone()]).collect();
                lines.join(" ")
            })
            .collect()
    }

    #[test]
    fn the_end_of_a_page_does_not_cut_a_paragraph() {
        let page = |n: u32, body: &str| {
            format!(
                "{body}\n\n\nKeeper                    Lamps                    [Page {n}]\n\u{C}\nNOTE 7            Of Lamps and Oil            May 1999\n\n\n"
            )
        };
        let text =
            page(1, "   The keeper shall light every lamp of the harbour and\n   put it out")
                + &page(
                    2,
                    "   at dawn, and no one else shall do so.\n\n   Of oil there shall be enough.",
                )
                + "   The end.\n";
        assert_eq!(
            paragraphs(&text),
            [
                "The keeper shall light every lamp of the harbour and put it out at dawn, and no one else shall do so.",
                "Of oil there shall be enough.",
                "The end."
            ]
        );
    }

    #[test]
    fn a_frame_is_not_part_of_the_text() {
        let text = "Before.\n\n**************\n*            *\n*  6. Lamps  *\n*  shall be  *\n*            *\n*  lit.      *\n**************\n\nAfter.\n";
        assert_eq!(paragraphs(text), ["Before.", "6. Lamps shall be", "lit.", "After."]);
    }
}
