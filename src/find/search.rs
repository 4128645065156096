//! Search in the text of blocks.

use super::cue::Cues;
use super::fold::{BREAK, Folded, Folding, has_diacritics};
use super::required::required;
use crate::document::{BlockId, Document, Passage};
use crate::messages::errors;
use regex::{Regex, RegexBuilder};
use std::ops::Range;
use thiserror::Error;

/// The syntax of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PatternSyntax {
    /// Literal words.
    #[default]
    Literal,
    /// A regular expression, in the syntax of the `regex` crate.
    Regex,
}

/// Why a pattern cannot be searched for.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum QueryError {
    /// It is empty.
    #[error("{}", errors::PATTERN_EMPTY)]
    Empty,
    /// It is not a valid regular expression.
    #[error("{}", errors::pattern_invalid(pattern, reason))]
    Syntax {
        /// The pattern.
        pattern: String,
        /// The error, in one line.
        reason: String,
    },
}

/// A compiled pattern.
///
/// A pattern in lower case ignores case, and one without marks ignores
/// diacritics. In a literal pattern, a blank matches all white space, and a
/// hyphen or a quotation mark every form of it; a word also matches across the
/// end of a line.
#[derive(Debug, Clone)]
pub struct Query {
    matcher: Matcher,
}

#[derive(Debug, Clone)]
enum Matcher {
    Literal {
        folded: String,
        folding: Folding,
        /// The same pattern for a text with words broken at line ends.
        broken: Regex,
    },
    Regex {
        regex: Regex,
        /// Whether it ignores case.
        case: bool,
    },
}

/// Maximum size of a compiled expression, in bytes.
const REGEX_SIZE: usize = 1 << 20;

impl Query {
    /// Compiles a pattern.
    ///
    /// # Errors
    /// If the pattern is empty, or not a valid regular expression.
    pub fn new(pattern: &str, syntax: PatternSyntax) -> Result<Self, QueryError> {
        if pattern.is_empty() {
            return Err(QueryError::Empty);
        }
        let case = !pattern.chars().any(char::is_uppercase);
        let matcher = match syntax {
            PatternSyntax::Literal => {
                let folding = Folding { case, diacritics: !has_diacritics(pattern) };
                let folded = Folded::new(pattern, folding).text;
                if folded.is_empty() {
                    return Err(QueryError::Empty);
                }
                let broken = across_breaks(&folded, pattern)?;
                Matcher::Literal { folded, folding, broken }
            }
            PatternSyntax::Regex => RegexBuilder::new(pattern)
                .case_insensitive(case)
                .size_limit(REGEX_SIZE)
                .build()
                .map(|regex| Matcher::Regex { regex, case })
                .map_err(|error| QueryError::Syntax {
                    pattern: pattern.to_owned(),
                    reason: last_line(&error.to_string()),
                })?,
        };
        Ok(Self { matcher })
    }

    /// Returns the byte ranges of all matches in a text, without empty and overlapping ones.
    pub fn find_in(&self, text: &str) -> Vec<Range<usize>> {
        match &self.matcher {
            Matcher::Regex { regex, .. } => {
                regex.find_iter(text).map(|m| m.range()).filter(|r| !r.is_empty()).collect()
            }
            Matcher::Literal { folded, folding, broken } => {
                let haystack = Folded::new(text, *folding);
                let words = haystack.text.as_str();
                let finder = memchr::memmem::Finder::new(folded.as_bytes());
                let has_breaks = words.contains(BREAK);
                let next_match = |from: usize| {
                    if has_breaks {
                        broken.find_at(words, from).map(|found| found.range())
                    } else {
                        let at = finder.find(&words.as_bytes()[from..])? + from;
                        Some(at..at + folded.len())
                    }
                };
                let (mut found, mut end, mut next) = (Vec::new(), 0, 0);
                while let Some(Range { start: from, end: to }) = next_match(next) {
                    // A match that ends inside a letter may contain the start of another.
                    if haystack.is_inside_letter(to) {
                        next = words.ceil_char_boundary(from + 1);
                        continue;
                    }
                    next = to;
                    // Two folded letters may represent one letter of the text (ligatures).
                    if let Some(range) = haystack.origin(from..to, text)
                        && range.start >= end
                    {
                        end = range.end;
                        found.push(range);
                    }
                }
                found
            }
        }
    }

    /// Returns cues of which every source with a match contains one; `None` if they are unknown.
    pub fn cues(&self) -> Option<Cues> {
        match &self.matcher {
            Matcher::Literal { folded, folding, .. } => {
                Cues::of(std::slice::from_ref(folded), *folding)
            }
            Matcher::Regex { regex, case } => {
                let folding = Folding { case: *case, diacritics: true };
                Cues::of(&required(regex.as_str()), folding)
            }
        }
    }

    /// Returns all matches in a document, in reading order.
    pub fn matches(&self, document: &Document) -> Vec<Passage> {
        self.matches_in(document, document.block_ids())
    }

    /// Returns all matches in some blocks of a document, in their order.
    pub fn matches_in(
        &self,
        document: &Document,
        blocks: impl Iterator<Item = BlockId>,
    ) -> Vec<Passage> {
        blocks
            .flat_map(|block| {
                self.find_in(document.body(block))
                    .into_iter()
                    .map(move |range| Passage::within(block, range))
            })
            .collect()
    }
}

/// Converts a folded pattern to an expression that also matches across line ends
/// within its words: `regulation` in `regu-` `lation`, `long-term` in `long-`
/// `term`.
fn across_breaks(folded: &str, pattern: &str) -> Result<Regex, QueryError> {
    let mut expression = String::new();
    let mut signs = folded.chars().peekable();
    let mut last: Option<char> = None;
    while let Some(c) = signs.next() {
        let joined = last.is_some_and(char::is_alphabetic) && c.is_alphabetic();
        if joined {
            expression.push_str(&format!("{BREAK}?"));
        }
        match c {
            '-' if signs.peek() == Some(&' ') => {
                signs.next();
                expression.push_str(&format!("(?:- |{BREAK})"));
            }
            '-' => expression.push_str(&format!("(?:-|{BREAK})")),
            ' ' if last.is_none() => expression.push_str(&format!("(?: |{BREAK})")),
            _ => expression.push_str(&regex::escape(c.encode_utf8(&mut [0; 4]))),
        }
        last = Some(c);
    }
    Regex::new(&expression).map_err(|error| QueryError::Syntax {
        pattern: pattern.to_owned(),
        reason: last_line(&error.to_string()),
    })
}

/// The `regex` crate reports errors in several lines; the last one states the reason.
fn last_line(message: &str) -> String {
    let line = message.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or("");
    line.trim().trim_start_matches("error:").trim_start().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found<'a>(pattern: &str, text: &'a str) -> Vec<&'a str> {
        let query = Query::new(pattern, PatternSyntax::Literal).expect("pattern");
        query.find_in(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn small_letters_ignore_case_and_capitals_do_not() {
        assert_eq!(found("lamp", "Lamp, lamp, LAMP"), ["Lamp", "lamp", "LAMP"]);
        assert_eq!(found("Lamp", "Lamp, lamp, LAMP"), ["Lamp"]);
    }

    #[test]
    fn marks_are_ignored_unless_they_are_asked_for() {
        assert_eq!(found("cafe", "Café, cafe\u{301}, CAFE"), ["Café", "cafe\u{301}", "CAFE"]);
        assert_eq!(found("café", "Café, cafe"), ["Café"]);
    }

    #[test]
    fn a_letter_and_its_mark_are_found_in_either_form() {
        assert_eq!(found("đèn", "đe\u{300}n, đèn, đen"), ["đe\u{300}n", "đèn"]);
        assert_eq!(found("e\u{300}", "è, ề, e\u{302}\u{300}"), ["è"]);
        let marks = ["ộ", "ô\u{323}", "o\u{302}\u{323}", "o\u{323}\u{302}"];
        for pattern in marks {
            assert_eq!(found(pattern, "ộ ô\u{323} o\u{302}\u{323} o\u{323}\u{302} ô ọ"), marks);
        }
        assert_eq!(found("등대", "등대, \u{1103}\u{1173}\u{11BC}\u{1103}\u{1162}").len(), 2);
        assert_eq!(found("가", "각 가 간"), ["가"], "no syllable is split");
        assert_eq!(found("दीप", "दीपों"), ["दीपों"], "a syllable continues with a vowel sign");
    }

    #[test]
    fn offsets_are_those_of_the_original_text() {
        // The lower-case form of İ is longer than İ.
        assert_eq!(found("lamp", "İİİ lamp"), ["lamp"]);
    }

    #[test]
    fn a_blank_and_a_hyphen_fit_every_form() {
        assert_eq!(
            found("safe lamp", "safe\u{A0}lamp, safe\nlamp"),
            ["safe\u{A0}lamp", "safe\nlamp"]
        );
        assert_eq!(found("inter-port", "inter\u{2011}port"), ["inter\u{2011}port"]);
        assert_eq!(found("keeper's", "keeper’s"), ["keeper’s"]);
    }

    #[test]
    fn words_are_found_that_a_line_breaks_or_marks_part() {
        assert_eq!(found("lantern", "the lan- tern, a lan-\ntern"), ["lan- tern", "lan-\ntern"]);
        assert_eq!(found("long-term", "a long- term lamp"), ["long- term"]);
        assert_eq!(found("lantern keeper", "LAN- TERN KEEP-\nER"), ["LAN- TERN KEEP-\nER"]);
        assert_eq!(found("lan- tern", "lan- tern and lantern"), ["lan- tern"]);
        assert_eq!(found("port- and", "port- and starboard"), ["port- and"]);
        assert_eq!(
            found("lantern", "lan\u{AD}tern, lan\u{AD} tern"),
            ["lan\u{AD}tern", "lan\u{AD} tern"]
        );
        assert_eq!(found("lan\u{AD}tern", "lantern"), ["lantern"]);
        assert_eq!(found("fire office", "ﬁre oﬃce"), ["ﬁre oﬃce"]);
        assert_eq!(found("ﬁre", "fire"), ["fire"]);
        assert_eq!(found("لا", "ﻻ"), ["ﻻ"]);
        assert_eq!(found("lamp 5", "Ｌａｍｐ　５"), ["Ｌａｍｐ　５"]);
        for none in ["lan – tern", "lan-tern", "lan- Tern"] {
            assert_eq!(found("lantern", none), [""; 0], "{none}");
        }
        assert!(Query::new("\u{AD}", PatternSyntax::Literal).is_err(), "nothing to look for");
    }

    #[test]
    fn a_match_may_begin_in_what_only_looks_like_one() {
        assert_eq!(found("ée", "ééea"), ["ée"]);
    }

    #[test]
    fn expressions_are_understood_and_invalid_ones_reported() {
        let query = Query::new("l[ai]mp", PatternSyntax::Regex).expect("regex");
        assert_eq!(query.find_in("Limp lamp lump"), [0..4, 5..9]);
        assert!(query.find_in("").is_empty());
        let error = Query::new("(", PatternSyntax::Regex).expect_err("no regex").to_string();
        assert!(!error.contains('\n'), "{error}");
    }

    proptest! {
        #[test]
        fn words_of_the_text_are_found(text in "[a-zA-ZéÉñİß ’‑-]{1,60}", from in 0usize..60, len in 1usize..12) {
            let chars: Vec<char> = text.chars().collect();
            let from = from % chars.len();
            let pattern: String = chars[from..].iter().take(len).collect();
            let hits = Query::new(&pattern, PatternSyntax::Literal).expect("pattern").find_in(&text);
            prop_assert!(!hits.is_empty());
            for pair in hits.windows(2) {
                prop_assert!(pair[0].end <= pair[1].start);
            }
            for hit in hits {
                prop_assert!(text.is_char_boundary(hit.start) && text.is_char_boundary(hit.end) && !hit.is_empty());
            }
        }
    }
}
