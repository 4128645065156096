//! Whether a text is Markdown, where its name does not say so.
//!
//! Plain texts have numbers, bullets, underlined titles and indents too, so
//! none of these count: only what people write for no reader but Markdown's.

use crate::import::statement::Statement;
use regex::Regex;
use std::sync::LazyLock;

/// Bytes of a text that are looked at.
const SAMPLE: usize = 64 * 1024;

static LINK: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\]\((?:https?://|mailto:|#|\.{0,2}/)[^\s()]+\)").ok());

static RULED: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?m)^\s*\|?(?:\s*:?-{3,}:?\s*\|)+\s*:?-{3,}:?\s*\|?\s*$").ok());

/// Whether a text has headings as Markdown has them, none of which may be a
/// comment, and links, fences or tables besides.
pub fn is_markdown(text: &str) -> bool {
    let sample = &text[..text.floor_char_boundary(SAMPLE)];
    let Some(Outside { headings, fences }) = outside(sample) else { return false };
    let has = |pattern: &Option<Regex>| pattern.as_ref().is_some_and(|re| re.is_match(sample));
    headings > 0 && (fences > 0 || has(&LINK) || has(&RULED))
}

/// Whether a text states its structure in comments of Markdown.
pub fn is_stated(text: &str) -> bool {
    let first = text.lines().next().and_then(Statement::in_markdown);
    first.is_some_and(|statement| statement.begins_a_text())
}

/// What stands outside of fences.
#[derive(Debug, Default)]
struct Outside {
    headings: usize,
    fences: usize,
}

/// `None` where a line that begins as a heading is none: where another such
/// stands beside it, as comments do.
fn outside(sample: &str) -> Option<Outside> {
    let mut found = Outside::default();
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
