//! Hunks of a difference between files: their heads, and which lines belong to them.
//!
//! A removed line may look like the head of a file (`--- a`), so the lines of a hunk are counted, as
//! `patch` does.

use std::ops::Range;

/// The lines of a hunk that have not been read yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hunk {
    old: usize,
    new: usize,
}

/// The head of a hunk: `@@ -12,7 +12,9 @@ fn light()`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HunkHead {
    /// The lines that follow.
    pub hunk: Hunk,
    /// The part of the line that names it: what is behind the ranges, else the ranges.
    pub title: Range<usize>,
}

/// The mark around the ranges.
const MARK: &str = "@@";

impl Hunk {
    /// Takes a line; returns whether it belongs to the hunk.
    pub fn takes(&mut self, line: &str) -> bool {
        if self.old == 0 && self.new == 0 {
            // `\ No newline at end of file`
            return line.starts_with('\\');
        }
        let (old, new) = match line.as_bytes().first() {
            Some(b'+') => (0, 1),
            Some(b'-') => (1, 0),
            // Some programs remove blanks at the end of a line.
            Some(b' ' | b'\t') | None => (1, 1),
            Some(b'\\') => (0, 0),
            _ => return false,
        };
        self.old = self.old.saturating_sub(old);
        self.new = self.new.saturating_sub(new);
        true
    }
}

/// Reads the head of a hunk. The lines of a merge (`@@@ -1,2 -1,2 +1,3 @@@`) are not counted: none
/// of them looks like the head of a file.
pub fn head(line: &str) -> Option<HunkHead> {
    let signs = line.len() - line.trim_start_matches('@').len();
    let mark = line.get(..signs).filter(|mark| mark.starts_with(MARK))?;
    let rest = &line[signs..];
    let end = rest.find(mark)?;
    let ranges: Vec<(char, usize)> = rest[..end].split_whitespace().map_while(range).collect();
    let hunk = match ranges[..] {
        [('-', old), ('+', new)] if signs == MARK.len() => Hunk { old, new },
        [('-', _), .., ('+', _)] => Hunk { old: 0, new: 0 },
        _ => return None,
    };
    let behind = &rest[end + signs..];
    let context = behind.trim();
    let title = match context {
        "" => {
            let ranges = rest[..end].trim();
            let from = signs + rest.find(ranges).unwrap_or(0);
            from..from + ranges.len()
        }
        _ => {
            let from = line.len() - behind.trim_start().len();
            from..from + context.len()
        }
    };
    Some(HunkHead { hunk, title })
}

/// Reads the sign and the number of lines of a range: `-12,7`.
fn range(word: &str) -> Option<(char, usize)> {
    let sign = word.chars().next().filter(|sign| matches!(sign, '-' | '+'))?;
    let (from, count) = word[1..].split_once(',').unwrap_or((&word[1..], "1"));
    from.parse::<usize>().ok()?;
    Some((sign, count.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn title(line: &str) -> Option<&str> {
        head(line).map(|head| &line[head.title])
    }

    #[test]
    fn a_hunk_is_named_by_what_it_is_in() {
        assert_eq!(
            title("@@ -1,2 +3,4 @@ fn light(lamp: &Lamp) {"),
            Some("fn light(lamp: &Lamp) {")
        );
        assert_eq!(title("@@ -1 +1 @@"), Some("-1 +1"));
        assert_eq!(title("@@@ -1,2 -1,2 +1,3 @@@ lamp"), Some("lamp"));
        for line in ["@@ lamp @@", "@@ -1,2", "@ -1 +1 @", "-1 +1", "", "@@ -1,2 @@", "@@"] {
            assert_eq!(head(line), None, "{line:?}");
        }
    }

    #[test]
    fn the_lines_of_a_hunk_are_counted() {
        let mut hunk = head("@@ -1,3 +1,2 @@").expect("a head").hunk;
        for line in [" lamp", "--- a/lamp", "", "\\ No newline at end of file"] {
            assert!(hunk.takes(line), "{line:?}");
        }
        assert!(!hunk.takes("--- a/oil") && hunk.takes("\\ No newline"));
        assert!(!head("@@ -1,3 +1,2 @@").expect("a head").hunk.takes("diff --git a/a b/a"));
    }
}
