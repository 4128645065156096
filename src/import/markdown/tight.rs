//! Headings without a blank after their signs (`##Lamps`), as Markdown allowed
//! before CommonMark.

use super::fence::is_fence;
use std::borrow::Cow;

/// Returns the text with a blank added after the signs of such headings: of
/// all, if the document writes most headings so; otherwise of those on their
/// own with several signs, which no hashtag has.
pub fn headings_apart(markdown: &str) -> Cow<'_, str> {
    let tight = markdown.lines().filter_map(signs).count();
    if tight == 0 {
        return Cow::Borrowed(markdown);
    }
    let fenced = markdown.lines().any(is_fence);
    let is_apart = |line: &&str| {
        let rest = line.trim_start_matches('#');
        rest.len() < line.len() && rest.starts_with([' ', '\t'])
    };
    let apart = markdown.lines().filter(is_apart).count();
    // A few lines may begin with a hashtag.
    let all = !fenced && tight >= LEAST + 2 * apart;
    let mut out = String::with_capacity(markdown.len() + tight);
    let mut lines = markdown.split_inclusive('\n').peekable();
    let (mut code, mut blank_before) = (false, true);
    while let Some(line) = lines.next() {
        code ^= is_fence(line);
        let blank_behind = lines.peek().is_none_or(|next| next.trim().is_empty());
        let alone = blank_before && blank_behind && !code;
        let heads = |signs: &usize| all || (alone && *signs > 1);
        let (before, after) = line.split_at(signs(line).filter(heads).unwrap_or(0));
        out.push_str(before);
        if !before.is_empty() {
            out.push(' ');
        }
        out.push_str(after);
        blank_before = line.trim().is_empty();
    }
    Cow::Owned(out)
}

/// The minimum number of such lines to count as headings.
const LEAST: usize = 3;

/// Returns the number of signs directly before the words of a line.
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

    #[test]
    fn a_tight_heading_among_others_is_alone_after_several_signs() {
        let text = "# Rules\n\n## Article 1\n\n####Lamps\n\nLamps burn.\n\n##Article 2 \n\nOil.\n\n##Article 3";
        let apart = "# Rules\n\n## Article 1\n\n#### Lamps\n\nLamps burn.\n\n## Article 2 \n\nOil.\n\n## Article 3";
        assert_eq!(headings_apart(text), apart);
        for other in ["# Rules\n\n```\n\n##lamp\n\n```\n", "# Rules\n\n##lamp\nis a tag\n"] {
            assert_eq!(headings_apart(other), other);
        }
    }
}
