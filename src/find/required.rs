//! The words that every match of a regular expression contains.

use regex_syntax::hir::{Hir, HirKind};

/// Maximum number of alternatives: more would take longer to look for than they save.
const MOST: usize = 8;

/// Returns words of which every match contains at least one, as they are in the expression;
/// nothing if there are no such words.
pub fn required(pattern: &str) -> Vec<String> {
    // Its case is compared as the search compares it; here, `(?i)` in the expression hides the
    // words that it applies to.
    regex_syntax::parse(pattern).map_or_else(|_| Vec::new(), |hir| of(&hir))
}

fn of(hir: &Hir) -> Vec<String> {
    match hir.kind() {
        HirKind::Literal(literal) => {
            std::str::from_utf8(&literal.0).map_or_else(|_| Vec::new(), |words| vec![words.into()])
        }
        HirKind::Capture(group) => of(&group.sub),
        HirKind::Repetition(repetition) if repetition.min > 0 => of(&repetition.sub),
        // The part whose shortest word is longest excludes the most.
        HirKind::Concat(parts) => {
            parts.iter().map(of).max_by_key(|words| shortest(words)).unwrap_or_default()
        }
        HirKind::Alternation(parts) => {
            let all: Vec<Vec<String>> = parts.iter().map(of).collect();
            let is_known = all.iter().all(|words| !words.is_empty());
            let all = all.concat();
            if is_known && all.len() <= MOST { all } else { Vec::new() }
        }
        HirKind::Repetition(_) | HirKind::Empty | HirKind::Class(_) | HirKind::Look(_) => {
            Vec::new()
        }
    }
}

fn shortest(words: &[String]) -> usize {
    words.iter().map(|word| word.chars().count()).min().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::required;

    #[test]
    fn words_that_every_match_contains_are_found() {
        for (pattern, words) in [
            ("lamps?", &["lamp"][..]),
            ("(the )?lantern", &["lantern"]),
            ("lamp|lantern", &["lamp", "lantern"]),
            (r"\bkeeper\b.*oil", &["keeper"]),
            ("(?:oil)+ wick", &[" wick"]),
            ("lamp|.", &[]),
            ("(?i)lamp", &[]),
            ("[0-9]+", &[]),
            ("a*", &[]),
            ("(", &[]),
        ] {
            assert_eq!(required(pattern), words, "{pattern}");
        }
    }
}
