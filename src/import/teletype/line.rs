//! A line in the making: cells that may be struck more than once.

use super::Shown;
use super::look::Look;
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

/// Cells that can still be struck, at most; no printer goes back further.
const MOST_CELLS: usize = 4096;

/// What a bullet is struck of, where a printer has none (as in `man -Tascii`).
const BULLET_OF: [char; 2] = ['+', 'o'];

/// A place of a line, and what was struck there.
#[derive(Debug, Clone)]
struct Cell {
    sign: char,
    /// Marks of no width on it.
    marks: Vec<char>,
    /// How many of them were struck since the sign was.
    remarked: usize,
    look: Look,
    /// The link that it belongs to, by its place in [`Line::targets`].
    link: Option<usize>,
}

impl Cell {
    fn is_wide(&self) -> bool {
        self.sign.width() == Some(2)
    }
}

/// Where the next sign is struck.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Half {
    /// At the beginning of a cell.
    #[default]
    First,
    /// In the second column of a wide one.
    Second,
}

/// The line that is being written, and the text before it.
#[derive(Debug, Default)]
pub struct Line {
    /// How the next signs look.
    pub look: Look,
    cells: Vec<Cell>,
    /// The cell that is struck next.
    at: usize,
    half: Half,
    /// The last cell that was struck twice, and how that made it look.
    struck: Option<(usize, Look)>,
    targets: Vec<String>,
    link: Option<usize>,
    text: String,
    marked: Marked,
}

/// What is marked in the text so far.
#[derive(Debug, Default)]
struct Marked {
    /// By each of [`Look::STYLES`].
    styles: [Vec<Range<usize>>; Look::STYLES.len()],
    links: Vec<(Range<usize>, usize)>,
}

impl Line {
    /// A link begins or ends.
    pub fn link(&mut self, target: Option<String>) {
        self.link = target.map(|target| {
            if self.targets.last() != Some(&target) {
                self.targets.push(target);
            }
            self.targets.len() - 1
        });
    }

    /// Strikes words of one line.
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

    /// Ends the line, and adds others that nothing is struck in any more; `lines` begins and
    /// ends with a line end.
    pub fn lines(&mut self, lines: &str) {
        self.flush(self.cells.len());
        self.struck = None;
        if self.look == Look::PLAIN && self.link.is_none() {
            self.text.push_str(lines);
            return;
        }
        for line in lines.split_inclusive(crate::import::lines::is_line_end) {
            self.put(line, self.look, self.link);
        }
    }

    /// Goes back by one column.
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

    /// Strikes one sign.
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
            // It covers two cells.
            self.cells.remove(self.at + 1);
        }
        if was_wide && !wide && self.half == Half::First {
            self.half = Half::Second;
        } else {
            self.half = Half::First;
            self.at += 1;
        }
    }

    /// Puts a mark on the sign before.
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

    /// Writes the first cells into the text.
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

    fn put(&mut self, words: &str, look: Look, link: Option<usize>) {
        let from = self.text.len();
        self.text.push_str(words);
        let range = from..self.text.len();
        for (ranges, (style, _)) in self.marked.styles.iter_mut().zip(Look::STYLES) {
            if look.has(style) {
                match ranges.last_mut().filter(|last| last.end == from) {
                    Some(last) => last.end = range.end,
                    None => ranges.push(range.clone()),
                }
            }
        }
        if let Some(link) = link {
            match self.marked.links.last_mut().filter(|(l, to)| l.end == from && *to == link) {
                Some((last, _)) => last.end = range.end,
                None => self.marked.links.push((range, link)),
            }
        }
    }

    /// The text, and what is marked in it.
    pub fn finish(mut self) -> Shown<'static> {
        self.flush(self.cells.len());
        let Self { text, marked, targets, .. } = self;
        let mut styles = Vec::new();
        for (ranges, (_, kind)) in marked.styles.into_iter().zip(Look::STYLES) {
            let lines = ranges.into_iter().flat_map(|range| in_lines(&text, range));
            styles.extend(lines.map(|range| (range, kind)));
        }
        styles.sort_by_key(|(range, _)| range.start);
        let links = marked.links.into_iter().flat_map(|(range, to)| {
            let target = targets[to].clone();
            in_lines(&text, range).map(move |range| (range, target.clone())).collect::<Vec<_>>()
        });
        let links = links.collect();
        Shown { text: text.into(), styles, links }
    }
}

/// The words of a range in each of its lines, blanks at their ends left out.
fn in_lines(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
    let lines = text[range.clone()].split_inclusive(crate::import::lines::is_line_end);
    let mut start = range.start;
    lines.filter_map(move |line| {
        let from = start + (line.len() - line.trim_start().len());
        let words = line.trim().len();
        start += line.len();
        (words > 0).then(|| from..from + words)
    })
}

/// What a sign becomes that is struck over another, and how that looks; `look` is how the other
/// looked already, and `before` what the sign before these became.
fn struck(old: char, new: char, look: Look, before: Look) -> (char, Look) {
    match (old, new) {
        // Bold, or underlined: the signs around it tell.
        ('_', '_') if look != Look::PLAIN => (old, look),
        ('_', '_') if before != Look::PLAIN => (old, before),
        _ if old == new => (old, Look::BOLD),
        (_, '_') => (old, Look::UNDERLINED),
        ('_', _) => (new, Look::UNDERLINED),
        _ if BULLET_OF.contains(&old) && BULLET_OF.contains(&new) => ('•', Look::PLAIN),
        ('•', _) if BULLET_OF.contains(&new) => (old, Look::PLAIN),
        // An accent or a stroke of its own hides no letter.
        _ if old.is_alphanumeric() && !new.is_alphanumeric() => (old, Look::PLAIN),
        _ => (new, Look::PLAIN),
    }
}
