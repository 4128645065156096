//! Joins the pages of a document into one text: removes running heads and page numbers,
//! and joins divided words and paragraphs across page breaks.

use super::line::PdfLine;
use crate::messages::formats;
use std::collections::{HashMap, HashSet};

/// The number of lines at the top and at the bottom of a page that may be running
/// heads.
const EDGE: usize = 3;

/// The minimum number of pages with a running head.
const FEWEST_PAGES: usize = 3;

/// The maximum number of running heads quoted in the remark.
const TOLD: usize = 3;

/// Joins pages; returns their lines, and remarks on what was set aside.
pub fn join(pages: &[Vec<PdfLine>]) -> (Vec<PdfLine>, Vec<String>) {
    let mut pages: Vec<Vec<PdfLine>> = pages.iter().map(|page| trimmed(page)).collect();
    let set_aside = drop_running_heads(&mut pages);
    let mut lines: Vec<PdfLine> = Vec::new();
    for page in pages {
        let goes_on = match (lines.last(), page.first()) {
            (Some(last), Some(first)) => {
                !last.text.ends_with(['.', ':', ';', '!', '?', '”', '"'])
                    && first.text.starts_with(char::is_lowercase)
            }
            _ => true,
        };
        if !goes_on {
            lines.push(PdfLine::default());
        }
        lines.extend(page);
        lines.iter_mut().next_back().into_iter().for_each(|last| last.ends_page = true);
    }
    join_divided(&mut lines);
    let remarks = if set_aside.is_empty() {
        Vec::new()
    } else {
        let words: Vec<String> =
            set_aside.iter().take(TOLD).map(|line| format!("“{line}”")).collect();
        let lines = words.join(", ");
        vec![match set_aside.len() > TOLD {
            true => formats::pdf_headers_and_others(lines),
            false => formats::pdf_headers(lines),
        }]
    };
    (lines, remarks)
}

/// Returns the lines of a page, with single blank lines between paragraphs.
fn trimmed(page: &[PdfLine]) -> Vec<PdfLine> {
    let mut out: Vec<PdfLine> = Vec::new();
    for line in page {
        if !(line.is_blank() && out.last().is_none_or(PdfLine::is_blank)) {
            out.push(line.clone());
        }
    }
    while out.last().is_some_and(PdfLine::is_blank) {
        out.pop();
    }
    out
}

/// Returns a line with `#` for each number, and its first number.
fn form(line: &str) -> (String, Option<i64>) {
    let (mut out, mut digits, mut first) = (String::new(), String::new(), None);
    for c in line.chars().chain(['\n']) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        if !digits.is_empty() {
            out.push('#');
            first = first.or_else(|| digits.parse().ok());
            digits.clear();
        }
        out.push(c);
    }
    (out.trim_end().to_owned(), first)
}

/// Removes lines at page edges that are on enough pages and whose numbers, if any,
/// follow the page numbers; returns one of each form.
fn drop_running_heads(pages: &mut [Vec<PdfLine>]) -> Vec<String> {
    // By form and offset from the page number; and by the exact words.
    let mut found: HashMap<(String, Option<i64>), HashSet<usize>> = HashMap::new();
    let key = |line: &str, page: usize| {
        let (form, number) = form(line);
        let page = i64::try_from(page).unwrap_or(i64::MAX);
        // A constant number is part of the words.
        [(form, number.map(|number| number.saturating_sub(page))), (line.to_owned(), None)]
    };
    for (at, page) in pages.iter().enumerate() {
        for line in edges(page).into_iter().map(|i| page[i].text.as_str()) {
            for key in key(line, at) {
                found.entry(key).or_default().insert(at);
            }
        }
    }
    // A book may have different heads on left and right pages.
    let enough = FEWEST_PAGES.max(pages.len().div_ceil(3));
    // Each page may begin with a clause whose number follows the page number.
    let numbered = |line: &str| {
        let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
        rest.len() < line.len() && rest.starts_with(['.', ')'])
    };
    let is_head = |line: &str, at: usize| {
        if numbered(line) {
            return false;
        }
        key(line, at).iter().any(|key| found.get(key).is_some_and(|on| on.len() >= enough))
    };
    let (mut told, mut seen) = (Vec::new(), HashSet::new());
    for (at, page) in pages.iter_mut().enumerate() {
        // A title may have the same words as the running head above it: keep one of the
        // two.
        let mut once = HashSet::new();
        let heads = edges(page).into_iter().filter(|i| is_head(&page[*i].text, at));
        let mut drop: Vec<usize> = heads.filter(|i| once.insert(page[*i].text.clone())).collect();
        drop.sort_unstable();
        for i in drop.into_iter().rev() {
            let line = page.remove(i).text;
            if seen.insert(form(&line).0) {
                told.push(line);
            }
        }
        // Remove the blank lines around it.
        page.dedup_by(|a, b| a.is_blank() && b.is_blank());
        while page.first().is_some_and(PdfLine::is_blank) {
            page.remove(0);
        }
        while page.last().is_some_and(PdfLine::is_blank) {
            page.pop();
        }
    }
    told
}

/// Returns the indices of the first and last lines with words, each once.
fn edges(page: &[PdfLine]) -> Vec<usize> {
    let filled: Vec<usize> = (0..page.len()).filter(|i| !page[*i].is_blank()).collect();
    let bottom = filled.len().saturating_sub(EDGE).max(EDGE.min(filled.len()));
    filled[..EDGE.min(filled.len())].iter().chain(&filled[bottom..]).copied().collect()
}

/// Joins words that are divided across two lines. Removes the hyphen only if the word
/// occurs without it elsewhere; otherwise the word keeps it, as `well-known` must.
fn join_divided(lines: &mut Vec<PdfLine>) {
    let words: HashSet<String> = lines
        .iter()
        .flat_map(|line| line.text.split(|c: char| !c.is_alphanumeric()))
        .map(str::to_lowercase)
        .collect();
    let mut given = HashSet::new();
    for at in 1..lines.len() {
        let (before, after) = lines.split_at_mut(at);
        let (Some(line), Some(next)) = (before.last_mut(), after.first_mut()) else { continue };
        let Some((soft, head)) = divided(&line.text) else { continue };
        if !next.text.starts_with(char::is_lowercase) {
            continue;
        }
        let word = next.text.split_whitespace().next().unwrap_or("");
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let whole = soft || words.contains(&format!("{head}{bare}").to_lowercase());
        let wraps = line.wraps;
        if whole {
            line.pop();
        }
        line.append(next.take_first_word());
        line.wraps = if next.is_blank() { next.wraps } else { wraps };
        if next.is_blank() {
            given.insert(at);
        }
    }
    // Remove lines that lost all their words: they are not blank lines.
    let mut at = 0..lines.len();
    lines.retain(|_| at.next().is_none_or(|at| !given.contains(&at)));
}

/// Returns the first part of a divided word at the end of a line, and whether its
/// hyphen is soft.
fn divided(line: &str) -> Option<(bool, &str)> {
    let (soft, rest) = match line.strip_suffix('\u{AD}') {
        Some(rest) => (true, rest),
        None => (false, line.strip_suffix(['-', '\u{2010}'])?),
    };
    let from = rest
        .rfind(|c: char| !c.is_alphanumeric())
        .map_or(0, |at| at + rest[at..].chars().next().map_or(1, char::len_utf8));
    let head = &rest[from..];
    head.ends_with(char::is_lowercase).then_some((soft, head))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(pages: &[&str]) -> (String, Vec<String>) {
        let page = |page: &&str| page.lines().map(|line| PdfLine::plain(line.trim())).collect();
        let (lines, remarks) = join(&pages.iter().map(page).collect::<Vec<Vec<PdfLine>>>());
        let lines: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        (lines.join("\n"), remarks)
    }

    #[test]
    fn running_heads_and_page_numbers_are_set_aside() {
        let pages: Vec<String> = (1..=4)
            .map(|n| format!("Rules of Ald, 2006\n\n{n}. Lamp {n} is lit.\n\nIt burns {} nights.\n\nPage {n} of 4\n", n * n))
            .collect();
        let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
        let (text, remarks) = joined(&pages);
        assert_eq!(text.lines().filter(|l| !l.is_empty()).count(), 8, "{text}");
        assert!(text.starts_with("1. Lamp 1 is lit.\n\nIt burns 1 nights.\n\n2. Lamp"), "{text}");
        assert_eq!(
            remarks,
            ["running headers and page numbers are left out: “Page 1 of 4”, “Rules of Ald, 2006”"]
        );
    }

    #[test]
    fn a_title_under_a_running_head_of_its_words_stays() {
        let (text, _) = joined(&["Rules\n\nRules\n\na", "Rules\n\nb", "Rules\n\nc"]);
        assert_eq!(text.lines().filter(|line| *line == "Rules").count(), 1, "{text}");
    }

    #[test]
    fn lines_that_only_look_alike_stay() {
        let (text, remarks) = joined(&["Article 3\na", "Article 5\nb", "Article 9\nc", "d"]);
        assert!(text.contains("Article 3") && text.contains("Article 9"), "{text}");
        assert_eq!(remarks, [""; 0]);
    }

    #[test]
    fn a_paragraph_goes_on_over_the_page() {
        let (text, _) = joined(&["The keeper lights\n", "the lamp.\n", "He sleeps."]);
        assert_eq!(text, "The keeper lights\nthe lamp.\n\nHe sleeps.");
    }

    #[test]
    fn divided_words_are_made_whole_where_that_is_sure() {
        let (text, _) =
            joined(&["the har-\nbour is a well-\nknown harbour; a co\u{AD}\nast\nA-\nB"]);
        assert_eq!(text, "the harbour\nis a well-known\nharbour; a coast\nA-\nB");
    }
}
