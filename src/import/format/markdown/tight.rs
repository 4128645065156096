//! Headings without a blank behind their signs (`##Lamps`), as Markdown had
//! them before CommonMark.

use std::borrow::Cow;

/// The same text with a blank behind the signs of each heading, where a document
/// writes most of its headings without one.
pub fn headings_apart(markdown: &str) -> Cow<'_, str> {
    let fenced = markdown.contains("```") || markdown.contains("~~~");
    let tight = markdown.lines().filter_map(signs).count();
    let is_apart = |line: &&str| {
        let rest = line.trim_start_matches('#');
        rest.len() < line.len() && rest.starts_with([' ', '\t'])
    };
    let apart = markdown.lines().filter(is_apart).count();
    // A few lines may begin with a word that is tagged so.
    if fenced || tight < LEAST + 2 * apart {
        return Cow::Borrowed(markdown);
    }
    let mut out = String::with_capacity(markdown.len() + tight);
    for line in markdown.split_inclusive('\n') {
        let (before, after) = line.split_at(signs(line).unwrap_or(0));
        out.push_str(before);
        if !before.is_empty() {
            out.push(' ');
        }
        out.push_str(after);
    }
    Cow::Owned(out)
}

/// So many such lines are headings.
const LEAST: usize = 3;

/// How many signs stand right before the words of a line.
fn signs(line: &str) -> Option<usize> {
    let words = line.trim_start_matches('#');
    let signs = line.len() - words.len();
    let word = words.starts_with(|c: char| c.is_alphanumeric() || c == '§');
    ((1..=6).contains(&signs) && word).then_some(signs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tight_headings_are_read_where_a_document_has_hardly_others() {
        let text =
            "#Rules\n\n##§ 1 Lamps\nLamps burn. #1 of them is red.\n\n##§ 2 Oil\nOil is dry.\n";
        let apart =
            "# Rules\n\n## § 1 Lamps\nLamps burn. #1 of them is red.\n\n## § 2 Oil\nOil is dry.\n";
        assert_eq!(headings_apart(text), apart);
        for other in ["# Rules\n#lamp\n#oil\n#rope\n", "A note\n\n#lamp\n", "#!/bin/sh\n#x\n"] {
            assert_eq!(headings_apart(other), other);
        }
    }
}
