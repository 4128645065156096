//! The unbreakable pieces of a text.

use super::hyphenation::{is_boundary, points};
use super::mark::{self, Side, SideMark};
use super::width::{cluster_columns, columns};
use hypher::Lang;
use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;
use std::ops::Range;
use textwrap::core::Fragment;
use unicode_segmentation::UnicodeSegmentation;

/// Marks a possible hyphenation point.
const SOFT_HYPHEN: char = '\u{AD}';

/// A piece of text without a line break, and the blanks after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Segment {
    /// Its bytes, without the blanks after it.
    pub range: Range<usize>,
    /// Its width in columns.
    pub columns: u16,
    /// Columns of the blanks after it, which disappear at the end of a line.
    pub blanks: u16,
    /// Whether it gets a hyphen at the end of a line.
    pub hyphen: bool,
}

/// A text, and the marks beside its characters.
#[derive(Debug, Clone, Copy)]
pub(super) struct MarkedText<'a> {
    /// The text.
    pub text: &'a str,
    /// The byte of the body at which it begins.
    pub start: usize,
    /// The marks of the body.
    pub marks: &'a [SideMark],
}

impl MarkedText<'_> {
    /// Returns the columns of a range of the text, with its marks.
    pub fn columns(self, range: Range<usize>) -> u16 {
        columns(&self.text[range.clone()]).saturating_add(self.marks_in(range))
    }

    /// Whether a byte is inside a marked word, which breaks only at a blank: a hyphen at
    /// the end of the line would look like part of it.
    fn holds_together(self, at: usize) -> bool {
        let before = self.text[..at].chars().next_back();
        let last =
            self.marks[..self.marks.partition_point(|mark| mark.at < self.start + at)].last();
        last.is_some_and(|mark| mark.side == Side::Before)
            && !before.is_some_and(char::is_whitespace)
    }

    fn marks_in(self, range: Range<usize>) -> u16 {
        mark::columns(self.marks, &(self.start + range.start..self.start + range.end))
    }
}

impl Fragment for Segment {
    fn width(&self) -> f64 {
        f64::from(self.columns)
    }

    fn whitespace_width(&self) -> f64 {
        f64::from(self.blanks)
    }

    fn penalty_width(&self) -> f64 {
        f64::from(u8::from(self.hyphen))
    }
}

/// Splits a text without line feeds into segments: by UAX #14, and further at hyphenation
/// points and where a segment is wider than `widest` columns. None begins inside a
/// grapheme cluster.
pub(super) fn segments(
    text: MarkedText<'_>,
    hyphenation: Option<Lang>,
    widest: u16,
) -> Vec<Segment> {
    let marked = text;
    let text = marked.text;
    let mut out = Vec::new();
    let mut start = 0;
    let mut compound = false;
    let segmenter = LineSegmenter::new_auto(LineBreakOptions::default());
    for end in segmenter.segment_str(text) {
        if end <= start || end < text.len() && (!may_end(text, end) || marked.holds_together(end)) {
            continue;
        }
        let piece = &text[start..end];
        let len = piece.trim_end().len();
        let word = &piece[..len];
        let soft = word.ends_with(SOFT_HYPHEN) && end < text.len();
        // A word with its own hyphens, hard or soft, gets no others.
        let ends_hyphened = word.ends_with(['-', '\u{2010}', SOFT_HYPHEN]);
        let points = match hyphenation {
            Some(lang) if !compound && !ends_hyphened => points(word, lang),
            _ => Vec::new(),
        };
        compound = ends_hyphened && len == piece.len();
        let mut from = 0;
        for to in points {
            push(&mut out, marked, start + from..start + to, 0, true, widest);
            from = to;
        }
        push(&mut out, marked, start + from..start + len, columns(&piece[len..]), soft, widest);
        start = end;
    }
    out
}

/// Whether a line may end at a break of UAX #14. A hyphen allows a break only between two
/// letters or digits: not in `-5` or `a--b`.
fn may_end(text: &str, at: usize) -> bool {
    let (before, next) = (text[..at].chars().next_back(), text[at..].chars().next());
    let (Some(before), Some(next)) = (before, next) else { return true };
    if before == '-' {
        let known = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        return known(text[..at - 1].chars().next_back())
            && known(Some(next))
            && is_boundary(text, at);
    }
    !is_final(next) && !is_word_of_hangul(before, next) && is_boundary(text, at)
}

/// Whether a mark ends a sentence, shortens a word or repeats it: none may begin a line,
/// even after a blank, which Hindi and Thai put before it.
fn is_final(c: char) -> bool {
    matches!(
        c,
        '।' | '॥'
            | 'ฯ'
            | 'ๆ'
            | 'ຯ'
            | 'ໆ'
            | '၊'
            | '။'
            | '។'
            | '៕'
            | 'ៗ'
            | '።'
            | '։'
            | '၏'
    )
}

/// Whether a break is inside a Korean word. UAX #14 allows a break between any two
/// syllables, which suits justified lines; in ragged lines words stay whole, with
/// whatever is attached to them: `제3조의`, `(헌장)은`.
fn is_word_of_hangul(before: char, next: char) -> bool {
    let closes = |c| matches!(c, ')' | ']' | '”' | '’' | '」' | '』' | '》' | '〉' | '%');
    let opens = |c| matches!(c, '(' | '[' | '“' | '‘' | '「' | '『' | '《' | '〈');
    is_hangul(next) && (before.is_alphanumeric() || closes(before))
        || is_hangul(before) && !opens(next)
}

fn is_hangul(c: char) -> bool {
    matches!(c, '\u{AC00}'..='\u{D7A3}' | '\u{1100}'..='\u{11FF}' | '\u{3130}'..='\u{318F}')
}

/// Whether most segments are Chinese or Japanese; such lines are filled, not balanced.
pub(super) fn are_filled(text: &str, segments: &[Segment]) -> bool {
    let filled = segments.iter().filter(|s| text[s.range.clone()].chars().any(is_han_or_kana));
    filled.count() * 2 > segments.len()
}

fn is_han_or_kana(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Adds a segment; splits it between grapheme clusters if it is wider than a line.
fn push(
    out: &mut Vec<Segment>,
    text: MarkedText<'_>,
    range: Range<usize>,
    blanks: u16,
    hyphen: bool,
    widest: u16,
) {
    let wide = text.columns(range.clone());
    // No hyphen if the line has no column for it.
    let hyphen = hyphen && wide < widest;
    if wide <= widest {
        out.push(Segment { range, columns: wide, blanks, hyphen });
        return;
    }
    let (mut from, mut sum) = (range.start, 0u16);
    for (at, cluster) in text.text[range.clone()].grapheme_indices(true) {
        let at = range.start + at;
        let more = cluster_columns(cluster) + text.marks_in(at..at + cluster.len());
        if sum > 0 && sum.saturating_add(more) > widest {
            out.push(Segment { range: from..at, columns: sum, blanks: 0, hyphen: false });
            (from, sum) = (at, 0);
        }
        sum = sum.saturating_add(more);
    }
    out.push(Segment { range: from..range.end, columns: sum, blanks, hyphen });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted(text: &str, language: &str) -> String {
        let lang = super::super::hyphenation::patterns(language);
        let segments = segments(MarkedText { text, start: 0, marks: &[] }, lang, 40);
        segments.iter().map(|s| &text[s.range.clone()]).collect::<Vec<_>>().join("/")
    }

    #[test]
    fn lines_end_where_each_script_lets_them() {
        for (text, parts) in [
            ("the lamp, and", "the/lamp,/and"),
            ("well-being -5 a--b --all", "well-/being/-5/a--b/--all"),
            ("5\u{A0}000 lamps", "5\u{A0}000/lamps"),
            // No line begins with a closing mark or ends with an opening one.
            ("「港口」的灯火。", "「港/口」/的/灯/火。"),
            ("(第一条)", "(第/一/条)"),
            ("a\u{200B}b", "a\u{200B}/b"),
            ("har\u{AD}bour", "har\u{AD}/bour"),
            ("ผู้เฝ้าท่าเรือต้องจุดตะเกียง", "ผู้/เฝ้า/ท่าเรือ/ต้อง/จุด/ตะเกียง"),
            // No line begins with an Indic full stop or a repetition sign.
            ("दीप जले ।", "दीप/जले ।"),
            ("คนใด ๆ จุด", "คน/ใด ๆ/จุด"),
            // Korean words stay whole, with what is attached to them.
            ("등대지기는 제3조의 등불(램프)을 켠다", "등대지기는/제3조의/등불/(램프)을/켠다"),
            ("정치·경제", "정치·/경제"),
            ("大港의 등불", "大/港의/등불"),
            // A combining mark stays on its hyphen too.
            ("가-\u{E33}a", "가-\u{E33}a"),
        ] {
            assert_eq!(parted(text, ""), parts);
        }
        assert_eq!(parted("international well-being", "en"), "in/ter/na/tional/well-/being");
        assert_eq!(parted("inter\u{AD}national", "en"), "inter\u{AD}/national");
    }

    #[test]
    fn what_no_line_holds_is_parted_between_clusters() {
        let text = "e\u{301}e\u{301}e\u{301}e\u{301}";
        let segments = segments(MarkedText { text, start: 0, marks: &[] }, None, 3);
        assert_eq!(segments.iter().map(|s| s.columns).collect::<Vec<_>>(), [3, 1]);
    }
}
