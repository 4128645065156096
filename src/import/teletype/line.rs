//! A line being written, whose cells may be overstruck.

use super::look::TextLook;
use super::shown_text::ShownText;
use crate::document::InlineKind;
use crate::import::lines::is_line_end;
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

/// The maximum number of cells that can still be overstruck; no printer goes back further.
const MOST_CELLS: usize = 4096;

/// The maximum number of marks of one kind; those after it are left out.
const MOST_MARKS: usize = 1 << 21;

/// The characters of an overstruck bullet, on printers without one (as in `man -Tascii`).
const BULLET_OF: [char; 2] = ['+', 'o'];

/// A position in a line, and its content.
#[derive(Debug, Clone)]
struct Cell {
    sign: char,
    /// Zero-width marks on it.
    marks: Vec<char>,
    /// The number of marks struck since its character was.
    remarked: usize,
    look: TextLook,
    /// The index of its link in [`WrittenLine::targets`].
    link: Option<usize>,
}

impl Cell {
    fn is_wide(&self) -> bool {
        self.sign.width() == Some(2)
    }
}

/// The half of a cell at which the next character is struck.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Half {
    /// The beginning of a cell.
    #[default]
    First,
    /// The second column of a wide cell.
    Second,
}

/// The line being written, and the text before it.
#[derive(Debug, Default)]
pub struct WrittenLine {
    /// The look of the next characters.
    pub look: TextLook,
    cells: Vec<Cell>,
    /// The index of the next cell.
    at: usize,
    half: Half,
    /// The last overstruck cell, and the look that resulted.
    struck: Option<(usize, TextLook)>,
    targets: Vec<String>,
    link: Option<usize>,
    text: String,
    marked: LookMarks,
}

/// The marks in the text so far.
#[derive(Debug, Default)]
struct LookMarks {
    /// Those of each kind, in the order of [`TextLook::marks`].
    styles: [Vec<(Range<usize>, InlineKind)>; TextLook::KINDS],
    links: Vec<(Range<usize>, usize)>,
    /// Whether some were left out.
    are_left_out: bool,
}

impl WrittenLine {
    /// Begins a link, or ends it (`None`).
    pub fn link(&mut self, target: Option<String>) {
        self.link = target.map(|target| {
            if self.targets.last() != Some(&target) {
                self.targets.push(target);
            }
            self.targets.len() - 1
        });
    }

    /// Strikes words within one line.
    pub fn words(&mut self, words: &str) {
        let mut words = words;
        if words.len() > MOST_CELLS && self.at == self.cells.len() {
            let head = words.floor_char_boundary(words.len() - MOST_CELLS);
            self.flush(self.cells.len());
            self.put(&words[..head], self.look, self.link);
            words = &words[head..];
        }
        words.chars().for_each(|c| self.strike(c));
    }

    /// Ends the line and adds others, which can no longer be overstruck; `lines` begins and
    /// ends with a line end.
    pub fn lines(&mut self, lines: &str) {
        self.flush(self.cells.len());
        self.struck = None;
        if self.look == TextLook::PLAIN && self.link.is_none() {
            self.text.push_str(lines);
            return;
        }
        for line in lines.split_inclusive(is_line_end) {
            self.put(line, self.look, self.link);
        }
    }

    /// Moves back by one column.
    pub fn back(&mut self) {
        if self.half == Half::Second {
            self.half = Half::First;
        } else if self.at > 0 {
            self.at -= 1;
            if self.cells[self.at].is_wide() {
                self.half = Half::Second;
            }
        }
    }

    /// Strikes one character.
    pub fn strike(&mut self, sign: char) {
        if sign.width() == Some(0) {
            return self.mark(sign);
        }
        if self.at >= self.cells.len() {
            if self.cells.len() >= 2 * MOST_CELLS {
                self.flush(MOST_CELLS);
            }
            let (look, link) = (self.look, self.link);
            self.cells.push(Cell { sign, marks: Vec::new(), remarked: 0, look, link });
            self.at = self.cells.len();
            return;
        }
        let wide = sign.width() == Some(2);
        let (look, link) = (self.look, self.link);
        let before = self.struck.filter(|(cell, _)| cell + 1 == self.at).map(|(_, look)| look);
        let cell = &mut self.cells[self.at];
        let was_wide = cell.is_wide();
        let (sign, struck) = struck(cell.sign, sign, cell.look, before.unwrap_or_default());
        if sign != cell.sign {
            cell.marks.clear();
        }
        cell.remarked = 0;
        cell.sign = sign;
        cell.look = cell.look.with(look).with(struck);
        cell.link = link.or(cell.link);
        self.struck = Some((self.at, struck));
        if wide && !was_wide && self.at + 1 < self.cells.len() {
            // A wide character covers two cells.
            self.cells.remove(self.at + 1);
        }
        if was_wide && !wide && self.half == Half::First {
            self.half = Half::Second;
        } else {
            self.half = Half::First;
            self.at += 1;
        }
    }

    /// Puts a mark on the previous character.
    fn mark(&mut self, mark: char) {
        match self.at.checked_sub(1).and_then(|before| self.cells.get_mut(before)) {
            Some(cell) => {
                if cell.marks.get(cell.remarked) != Some(&mark) {
                    cell.marks.insert(cell.remarked, mark);
                }
                cell.remarked += 1;
            }
            None => self.put(mark.encode_utf8(&mut [0; 4]), self.look, self.link),
        }
    }

    /// Writes the first `count` cells to the text.
    fn flush(&mut self, count: usize) {
        let cells: Vec<Cell> = self.cells.drain(..count).collect();
        self.at = self.at.saturating_sub(count);
        if self.cells.is_empty() {
            self.half = Half::First;
        }
        let mut buffer = [0; 4];
        for cell in cells {
            self.put(cell.sign.encode_utf8(&mut buffer), cell.look, cell.link);
            for mark in cell.marks {
                self.put(mark.encode_utf8(&mut buffer), cell.look, cell.link);
            }
        }
    }

    fn put(&mut self, words: &str, look: TextLook, link: Option<usize>) {
        let from = self.text.len();
        self.text.push_str(words);
        let range = from..self.text.len();
        let left_out = &mut self.marked.are_left_out;
        for (marks, kind) in self.marked.styles.iter_mut().zip(look.marks()) {
            if let Some(kind) = kind {
                extend_or_push(marks, range.clone(), kind, left_out);
            }
        }
        if let Some(link) = link {
            match self.marked.links.last_mut().filter(|(l, to)| l.end == from && *to == link) {
                Some((last, _)) => last.end = range.end,
                None => self.marked.links.push((range, link)),
            }
        }
    }

    /// Returns the text and its marks.
    pub fn finish(mut self) -> ShownText<'static> {
        self.flush(self.cells.len());
        let Self { text, marked, targets, .. } = self;
        let are_marks_left_out = marked.are_left_out;
        let mut styles = Vec::new();
        for (range, kind) in marked.styles.into_iter().flatten() {
            let lines = in_lines(&text, range, LineExtent::of(kind));
            styles.extend(lines.map(|range| (range, kind)));
        }
        styles.sort_by_key(|(range, _)| range.start);
        let links = marked.links.into_iter().flat_map(|(range, to)| {
            let target = targets[to].clone();
            in_lines(&text, range, LineExtent::Words)
                .map(move |range| (range, target.clone()))
                .collect::<Vec<_>>()
        });
        let links = links.collect();
        ShownText { text: text.into(), styles, links, are_marks_left_out }
    }
}

/// Adds a mark behind others, or extends the last one if it is the same and ends there.
fn extend_or_push(
    marks: &mut Vec<(Range<usize>, InlineKind)>,
    range: Range<usize>,
    kind: InlineKind,
    left_out: &mut bool,
) {
    let count = marks.len();
    match marks.last_mut().filter(|(last, own)| last.end == range.start && *own == kind) {
        Some((last, _)) => last.end = range.end,
        None if count < MOST_MARKS => marks.push((range, kind)),
        None => *left_out = true,
    }
}

/// Which part of a line is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LineExtent {
    /// The words, without blanks at their ends.
    Words,
    /// All of it, since a background shows behind blanks, too.
    Whole,
}

impl LineExtent {
    const fn of(kind: InlineKind) -> Self {
        match kind {
            InlineKind::Background(_) | InlineKind::Reversed => Self::Whole,
            _ => Self::Words,
        }
    }
}

/// Returns the marked part of a range in each line.
fn in_lines(
    text: &str,
    range: Range<usize>,
    extent: LineExtent,
) -> impl Iterator<Item = Range<usize>> + '_ {
    let lines = text[range.clone()].split_inclusive(is_line_end);
    let mut start = range.start;
    lines.filter_map(move |line| {
        let (before, words) = match extent {
            LineExtent::Words => (line.len() - line.trim_start().len(), line.trim().len()),
            LineExtent::Whole => (0, line.trim_end_matches(is_line_end).len()),
        };
        let from = start + before;
        start += line.len();
        (words > 0).then(|| from..from + words)
    })
}

/// Returns the result of overstriking one character with another, and its look. `look` is the
/// look of the old one, and `before` the look that resulted for the previous character.
fn struck(old: char, new: char, look: TextLook, before: TextLook) -> (char, TextLook) {
    match (old, new) {
        // Bold or underlined: the context decides.
        ('_', '_') if look.is_marked() => (old, look),
        ('_', '_') if before.is_marked() => (old, before),
        _ if old == new => (old, TextLook::BOLD),
        (_, '_') => (old, TextLook::UNDERLINED),
        ('_', _) => (new, TextLook::UNDERLINED),
        _ if BULLET_OF.contains(&old) && BULLET_OF.contains(&new) => ('•', TextLook::PLAIN),
        ('•', _) if BULLET_OF.contains(&new) => (old, TextLook::PLAIN),
        // An accent or a stroke on its own replaces no letter.
        _ if old.is_alphanumeric() && !new.is_alphanumeric() => (old, TextLook::PLAIN),
        _ => (new, TextLook::PLAIN),
    }
}
