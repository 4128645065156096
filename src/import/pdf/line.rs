//! A line of a page, and its marks.

use crate::document::InlineKind;
use std::ops::Range;

/// A mark in a line.
#[cfg_attr(not(feature = "pdf"), allow(dead_code, reason = "made by the reader alone"))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineMark {
    /// A style.
    Style(InlineKind),
    /// A link to an address.
    Link(String),
}

/// A line; an empty one separates paragraphs.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PdfLine {
    /// Its words.
    pub text: String,
    /// Its marks, as ranges of the text.
    pub marks: Vec<(Range<usize>, LineMark)>,
    /// The font size of most of its characters, in points; 0 if unknown.
    pub size: f64,
    /// Whether the next word did not fit, so that the line break is soft.
    pub wraps: bool,
    /// Whether it is the last of its page.
    pub ends_page: bool,
}

impl PdfLine {
    /// Creates a line without marks.
    #[cfg(test)]
    pub fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }

    /// Whether it separates paragraphs.
    pub fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// Removes and returns the first word, with its marks.
    pub fn take_first_word(&mut self) -> Self {
        let end = self.text.find(char::is_whitespace).unwrap_or(self.text.len());
        let rest = &self.text[end..];
        let from = end + rest.len() - rest.trim_start().len();
        let word = self.part(0..end);
        *self = Self {
            wraps: self.wraps,
            ends_page: self.ends_page,
            ..self.part(from..self.text.len())
        };
        word
    }

    /// Removes the last character.
    pub fn pop(&mut self) {
        self.text.pop();
        *self =
            Self { wraps: self.wraps, ends_page: self.ends_page, ..self.part(0..self.text.len()) };
    }

    /// Appends another line.
    pub fn append(&mut self, other: Self) {
        let from = self.text.len();
        self.text.push_str(&other.text);
        self.wraps = other.wraps;
        for (range, mark) in other.marks {
            let range = range.start + from..range.end + from;
            match self.marks.iter_mut().find(|(at, of)| at.end == range.start && *of == mark) {
                Some((at, _)) => at.end = range.end,
                None => self.marks.push((range, mark)),
            }
        }
    }

    /// Returns a part of it.
    fn part(&self, range: Range<usize>) -> Self {
        let cut = |(at, mark): &(Range<usize>, LineMark)| {
            let (from, to) = (at.start.max(range.start), at.end.min(range.end));
            (from < to).then(|| (from - range.start..to - range.start, mark.clone()))
        };
        Self {
            text: self.text.get(range.clone()).unwrap_or_default().to_owned(),
            marks: self.marks.iter().filter_map(cut).collect(),
            size: self.size,
            ..Self::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_with_their_words() {
        let strong = LineMark::Style(InlineKind::Strong);
        let line = |text: &str, range| PdfLine {
            marks: vec![(range, strong.clone())],
            ..PdfLine::plain(text)
        };
        let (mut first, mut second) = (line("the har-", 4..8), line("bour is", 0..7));
        first.pop();
        first.append(second.take_first_word());
        assert_eq!(
            (first.text.as_str(), &first.marks),
            ("the harbour", &vec![(4..11, strong.clone())])
        );
        assert_eq!((second.text.as_str(), &second.marks), ("is", &vec![(0..2, strong)]));
    }
}
