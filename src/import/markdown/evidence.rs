//! Detects Markdown in a text whose name does not say so.
//!
//! Plain texts also have numbers, bullets, underlined titles and indents, so
//! none of these count: only constructs that are written for Markdown alone.

use crate::import::statement::Statement;

/// The number of bytes to examine.
const SAMPLE: usize = 64 * 1024;

/// The beginnings of a link's address.
const SCHEMES: [&str; 7] = ["https://", "http://", "mailto:", "#", "/", "./", "../"];

/// The minimum number of hyphens per cell in the line under a table's head.
const SHORTEST_RULE: usize = 3;

/// Whether a text has Markdown headings, none of which could be a comment, and
/// also links, fences or tables.
pub fn is_markdown(text: &str) -> bool {
    let sample = &text[..text.floor_char_boundary(SAMPLE)];
    let Some(UnfencedText { headings, fences }) = outside(sample) else { return false };
    headings > 0 && (fences > 0 || has_link(sample) || has_ruled_table(sample))
}

/// Whether a text has a link: `[the rules](https://…)`.
fn has_link(text: &str) -> bool {
    memchr::memmem::find_iter(text.as_bytes(), "](").any(|at| {
        let words = &text[at + 2..];
        SCHEMES.iter().filter_map(|scheme| words.strip_prefix(scheme)).any(|address| {
            let end = address.find(|c: char| c.is_whitespace() || c == '(' || c == ')');
            end.is_some_and(|end| end > 0 && address[end..].starts_with(')'))
        })
    })
}

/// Whether a text has the line under a table's head: `|---|:---:|`.
fn has_ruled_table(text: &str) -> bool {
    let rules = memchr::memchr_iter(b'\n', text.as_bytes()).map(|end| &text[end + 1..]);
    [text].into_iter().chain(rules).any(begins_with_rule)
}

/// Whether a text begins with such a line, with at least two cells.
fn begins_with_rule(text: &str) -> bool {
    let text = text.trim_start();
    let mut cells = text.strip_prefix('|').unwrap_or(text);
    let mut count = 0;
    while let Some(behind) = behind_cell(cells) {
        count += 1;
        let next = behind.trim_start().strip_prefix('|');
        if count > 1 && (ends_line(behind) || next.is_some_and(ends_line)) {
            return true;
        }
        let Some(next) = next else { break };
        cells = next;
    }
    false
}

/// Returns the text after a cell of hyphens.
fn behind_cell(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let text = text.strip_prefix(':').unwrap_or(text);
    let rest = text.trim_start_matches('-');
    let rule = text.len() - rest.len() >= SHORTEST_RULE;
    rule.then(|| rest.strip_prefix(':').unwrap_or(rest))
}

/// Whether only blanks come before the end of the line.
fn ends_line(text: &str) -> bool {
    let blanks = &text[..text.len() - text.trim_start().len()];
    blanks.len() == text.len() || blanks.contains('\n')
}

/// Whether a text states its structure in Markdown comments.
pub fn is_stated(text: &str) -> bool {
    let first = text.lines().next().and_then(Statement::in_markdown);
    first.is_some_and(|statement| statement.begins_a_text())
}

/// What a text has outside fences, and the number of complete fences.
#[derive(Debug, Default)]
struct UnfencedText {
    headings: usize,
    fences: usize,
}

/// Counts headings and fences; `None` if something like a heading is not one:
/// comments, unlike headings, are on consecutive lines.
fn outside(sample: &str) -> Option<UnfencedText> {
    let mut found = UnfencedText::default();
    let mut fence: Option<&str> = None;
    let mut after_heading = false;
    for line in sample.lines() {
        if let Some(mark) = ["```", "~~~"].into_iter().find(|mark| line.starts_with(mark)) {
            match fence {
                Some(open) if open == mark => {
                    fence = None;
                    found.fences += 1;
                }
                Some(_) => {}
                None => fence = Some(mark),
            }
            after_heading = false;
        } else if fence.is_none() {
            let level = line.bytes().take_while(|byte| *byte == b'#').count();
            let heading = (1..=6).contains(&level) && line[level..].starts_with(' ');
            if heading && after_heading || line.starts_with("#!") {
                return None;
            }
            found.headings += usize::from(heading);
            after_heading = heading;
        }
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_is_known_by_what_nothing_else_has() {
        assert!(is_markdown("# Lamps\n\nSee [the rules](https://lamps.example/rules).\n"));
        assert!(is_markdown("Lamps\n\n## Use\n\n```\nlight\n```\n"));
        assert!(is_markdown("# Lamps\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"));
    }

    #[test]
    fn plain_texts_are_none() {
        let plain = [
            "The Lamp Licence\n================\n\n1. Definitions\n\n  * lamp: a light\n\n* * *\n",
            "# Port of the lamp\n# and its colour\nport = 1\n# see [it](https://lamps.example)\n",
            "#!/bin/sh\n# Lights [a lamp](https://lamps.example/lamp).\n\nlight\n",
            "Network of Lamps\n\n   +---+---+\n   | a | b |\n   +---+---+\n\n   [LAMP](see section 3)\n",
            "# A lone title\n\nAnd a paragraph that says nothing more.\n",
            "",
        ];
        for text in plain {
            assert!(!is_markdown(text), "{text}");
        }
    }
}
