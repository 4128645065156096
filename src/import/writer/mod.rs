//! Writes a manuscript element by element, for all formats with markup of their own.
//!
//! An element begins with the first words after [`Writer::begin`] and ends where the next
//! begins, so an element without words is never created. Styles and links continue across the
//! end of an element and begin again in the next.

mod inclusion;
mod marker;
mod notation;
mod open_marks;
mod space;

pub use marker::ItemMarker;
pub use notation::{IMAGE, image, is_language, is_number, target};

use super::clean::{self, Break, CELL_LINE};
use super::manuscript::{Declared, Element, ElementKind, Manuscript, NESTING};
use super::statement::Statement;
use crate::document::InlineKind;
use marker::PendingMarker;
use open_marks::OpenMarks;
use space::{Space, evenly_spaced, is_unspaced};
use std::ops::Range;

/// The text around struck-out words.
pub const STRUCK: (&str, &str) = ("[struck out: ", "]");

/// The maximum number of nesting levels with distinct indents.
const DEEPEST: usize = 16;

/// Writes a manuscript.
#[derive(Debug, Default)]
pub struct Writer {
    manuscript: Manuscript<'static>,
    text: String,
    kind: Option<ElementKind>,
    level: usize,
    marker: PendingMarker,
    /// The open element, which already has words.
    open: Option<Element>,
    line: usize,
    /// The white space before the next word, if one comes.
    space: Space,
    marks: OpenMarks,
    struck: bool,
}

impl Writer {
    /// Creates a writer with space for a text of this many bytes.
    pub fn with_capacity(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), ..Self::default() }
    }

    /// Ends the open element; the next words begin one of this kind and nesting level.
    pub fn begin(&mut self, kind: ElementKind, level: usize) {
        self.end();
        self.kind = Some(kind);
        self.level = level;
    }

    /// Begins an item with this marker.
    pub fn mark(&mut self, marker: ItemMarker) {
        self.end();
        self.write_marker();
        self.marker.set(marker);
    }

    /// Begins an item whose marker is a link.
    pub fn mark_linked(&mut self, marker: ItemMarker, target: String) {
        self.mark(marker);
        self.marker.link(target);
    }

    /// Writes a marker whose item has no words.
    pub fn write_marker(&mut self) {
        if self.marker.is_due() {
            self.end();
            self.open();
            self.end();
        }
    }

    /// Adds words; runs of blanks (as defined by HTML) become one.
    pub fn words(&mut self, words: &str) {
        let mut rest = words;
        while let Some(first) = rest.bytes().next() {
            let len = match first {
                b'\n' | b'\r' => {
                    self.space = self.space.or_line_end();
                    1
                }
                b' ' | b'\t' | b'\x0C' => {
                    self.space = self.space.max_blank();
                    1
                }
                _ => {
                    let len = evenly_spaced(rest);
                    self.run(&rest[..len]);
                    len
                }
            };
            rest = &rest[len..];
        }
    }

    /// Adds words between which there are single blanks, behind the white space that is due.
    fn run(&mut self, words: &str) {
        let Some(first) = words.chars().next() else { return };
        self.open();
        let space = std::mem::take(&mut self.space);
        let last = self.text[self.line..].chars().next_back();
        let apart = match (space, last) {
            (Space::None, _) | (_, None | Some('\t')) => false,
            (Space::CellLine, Some(_)) => {
                self.text.push(CELL_LINE);
                false
            }
            // Scripts without blanks between words have none at a line end either.
            (Space::LineEnd, Some(last)) => !(is_unspaced(last) && is_unspaced(first)),
            (Space::Blank, Some(_)) => true,
        };
        if apart && last.is_some_and(|last| last != ' ') {
            self.text.push(' ');
        }
        self.put(words);
    }

    /// Adds words with significant blanks and line ends.
    pub fn verbatim(&mut self, words: &str) {
        for (at, line) in words.split('\n').enumerate() {
            if at > 0 && self.open.is_some() {
                self.end_line(Break::Hard);
            }
            if !line.is_empty() {
                self.open();
                self.put(line);
            }
        }
    }

    fn put(&mut self, words: &str) {
        self.marks.reach(self.text.len());
        self.text.push_str(words);
    }

    /// Whether the next words directly follow a word.
    pub fn joins_word(&self) -> bool {
        let last = self.text[self.line..].chars().next_back();
        self.open.is_some()
            && self.space == Space::None
            && last.is_some_and(|last| !last.is_whitespace())
    }

    /// Adds a blank, if words follow.
    pub fn space(&mut self) {
        self.space = self.space.max_blank();
    }

    /// Adds a line end inside a cell, if words follow in it.
    pub fn cell_line_end(&mut self) {
        self.space = Space::CellLine;
    }

    /// Adds a line end. A hard one on an empty line ends the paragraph.
    pub fn line_end(&mut self, after: Break) {
        if self.open.is_none() {
            return;
        }
        self.space = Space::None;
        if self.text.len() > self.line {
            self.end_line(after);
        } else if after == Break::Hard {
            self.end();
        }
    }

    /// Ends a table row.
    pub fn row_end(&mut self) {
        self.space = Space::None;
        if self.open.is_some() {
            // Empty cells at the end of a row are dropped.
            let row = self.text[self.line..].trim_end_matches(['\t', ' ']);
            self.text.truncate(self.line + row.len());
            if self.text.len() > self.line {
                self.end_line(Break::Hard);
            }
        }
    }

    /// Ends a table cell that others follow.
    pub fn cell_end(&mut self) {
        self.space = Space::None;
        self.open();
        self.text.push('\t');
    }

    fn end_line(&mut self, after: Break) {
        let Some(element) = &mut self.open else { return };
        let mut range = self.line..self.text.len();
        // Blanks are significant in preformatted lines, and the first cells of a table may be
        // empty.
        if !element.kind.is_verbatim() && element.kind != ElementKind::Table {
            let line = self.text[range.clone()].trim_end();
            range.end = range.start + line.len();
            range.start = range.end - line.trim_start().len();
        }
        element.lines.push((range, after));
        self.text.push('\n');
        self.line = self.text.len();
    }

    fn open(&mut self) {
        if self.open.is_some() {
            return;
        }
        self.space = Space::None;
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.line = self.text.len();
        let mut kind = self.kind.unwrap_or(ElementKind::Paragraph);
        let mut level = self.level;
        if let Some(level_of_item) = self.marker.write(&mut self.text, &mut self.manuscript) {
            // A heading or a note with a number keeps its kind.
            if matches!(kind, ElementKind::Paragraph | ElementKind::Quotation) {
                kind = ElementKind::Item;
            }
            if kind.is_verbatim() || kind == ElementKind::Table {
                self.open = Some(element(ElementKind::Item, level_of_item, &self.manuscript));
                self.end();
                return self.open();
            }
            level = level_of_item;
            self.space = Space::Blank;
        }
        self.open = Some(element(kind, level, &self.manuscript));
    }

    /// Ends the open element.
    pub fn end(&mut self) {
        if self.open.is_some() && self.text.len() > self.line {
            self.end_line(Break::Hard);
        }
        self.space = Space::None;
        let Some(mut element) = self.open.take() else { return };
        let is_blank =
            |(range, _): &(Range<usize>, Break)| self.text[range.clone()].trim().is_empty();
        while element.lines.last().is_some_and(is_blank) {
            element.lines.pop();
        }
        let end = element.lines.last().map_or(self.line, |(range, _)| range.end);
        let first = element.lines.iter().position(|line| !is_blank(line)).unwrap_or(0);
        element.lines.drain(..first);
        self.marks.end_element(end, &mut self.manuscript);
        if !element.lines.is_empty() {
            self.manuscript.elements.push(element);
        }
    }

    /// Begins a style. A style inside another of its kind has no effect.
    pub fn style(&mut self, what: InlineKind) {
        self.marks.style(what);
    }

    /// Switches to exactly `styles`; `on` holds those that are open.
    pub fn restyle(&mut self, on: &mut Vec<InlineKind>, styles: &[InlineKind]) {
        for kind in on.iter().filter(|kind| !styles.contains(kind)) {
            self.unstyle(*kind);
        }
        for kind in styles.iter().filter(|kind| !on.contains(kind)) {
            self.style(*kind);
        }
        *on = styles.to_vec();
    }

    /// Ends a style.
    pub fn unstyle(&mut self, what: InlineKind) {
        self.marks.unstyle(what, self.text.len(), &mut self.manuscript);
    }

    /// Begins or ends struck-out words.
    pub fn strike(&mut self, on: bool) {
        if std::mem::replace(&mut self.struck, on) == on {
            return;
        }
        if on {
            self.words(STRUCK.0);
        } else {
            // A blank after the last word goes after the mark.
            self.put(STRUCK.1);
        }
    }

    /// Begins a link. A link inside another has no effect.
    pub fn link(&mut self, target: String) {
        self.marks.link(target);
    }

    /// Ends a link.
    pub fn unlink(&mut self) {
        self.marks.unlink(self.text.len(), &mut self.manuscript);
    }

    /// Adds words that are both an anchor and a link to another: the mark of a note and, before its
    /// words, the same mark lead to each other.
    pub fn cross_link(&mut self, name: &str, to: &str, words: &str) {
        self.anchor(name);
        self.link(format!("#{to}"));
        self.words(words);
        self.unlink();
    }

    /// Adds an anchor at the current position.
    pub fn anchor(&mut self, name: &str) {
        self.anchor_at(self.place(), name.to_owned());
    }

    /// Returns the position of the next character, for an anchor that is named later.
    pub fn place(&self) -> usize {
        self.text.len()
    }

    /// Adds an anchor at an earlier position.
    pub fn anchor_at(&mut self, place: usize, name: String) {
        self.manuscript.anchors.push((place, name));
    }

    /// Adds a separator between parts.
    pub fn ornament(&mut self) {
        self.begin(ElementKind::Ornament, 0);
        self.words("* * *");
        self.end();
    }

    /// Adds the elements of another manuscript, at a nesting level.
    pub fn include(&mut self, other: Manuscript<'_>, level: usize) {
        self.end();
        self.write_marker();
        if other.elements.is_empty() {
            let place = self.place();
            return other.anchors.into_iter().for_each(|(_, name)| self.anchor_at(place, name));
        }
        inclusion::append(&mut self.text, &mut self.manuscript, other, indent_of(level));
    }

    /// Adds a statement of the source about what follows. Has no effect in a text that does
    /// not begin with a statement.
    pub fn state(&mut self, statement: Statement) {
        self.end();
        self.write_marker();
        let begun = !self.manuscript.elements.is_empty();
        let stated = !self.manuscript.statements.is_empty();
        if stated || (!begun && statement.begins_a_text()) {
            self.manuscript.statements.push((self.manuscript.elements.len(), statement));
        }
    }

    /// Adds a remark for the reader.
    pub fn remark(&mut self, remark: String) {
        self.manuscript.remarks.push(remark);
    }

    /// Returns the source's declarations.
    pub fn declared(&mut self) -> &mut Declared {
        &mut self.manuscript.declared
    }

    /// Returns the finished manuscript.
    pub fn finish(mut self) -> Manuscript<'static> {
        self.end();
        self.write_marker();
        self.manuscript.text = self.text.into();
        // The title is shown although it is not in an element, so clean it here.
        let title = &mut self.manuscript.declared.title;
        *title = title.take().map(|title| clean::words(&title, 0..title.len()));
        title.take_if(|title| title.trim().is_empty());
        self.manuscript
    }
}

fn element(kind: ElementKind, level: usize, before: &Manuscript<'_>) -> Element {
    let blank_before = usize::from(!before.elements.is_empty());
    Element { kind, lines: Vec::new(), indent: indent_of(level), blank_before }
}

/// The columns of white space before an element at a nesting level.
fn indent_of(level: usize) -> usize {
    level.min(DEEPEST) * NESTING
}
