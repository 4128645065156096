//! What programs print: logs, differences between files, results of queries, coloured lists.
//!
//! Such a text has no paragraphs: its lines are kept as they are, and no number in it begins a
//! provision. It is recognised as a whole ([`kind`](mod@kind)) before its syntax is, since a log may
//! quote any syntax. The commits of a log and the files of a difference are its [`entries`], which
//! the contents list.

mod entries;
mod hunk;
mod kind;
mod model;

pub use kind::{COLOURED_PERCENT, LEAST_SHORT_LOG, LEAST_STAMPED, SAMPLE, STAMPED_PERCENT, of};

pub use model::{PrintedEntry, Printout, PrintoutKind};

use super::clean::Break;
use super::lines;
use super::manuscript::{Element, ElementKind, LineBytes, Manuscript};
use super::teletype::ShownText;
use entries::{EntryReader, LineReading};

/// Returns the manuscript of a text that a program printed: an element for each run of lines that
/// no blank line and no new entry interrupts.
pub fn manuscript(
    shown: ShownText<'_>,
    skipped: usize,
    remarks: Vec<String>,
    kind: PrintoutKind,
) -> Manuscript<'_> {
    let ShownText { text, styles, links, .. } = shown;
    let mut entries = EntryReader::new(&text, kind);
    let mut runs = Runs::default();
    for line in lines::lines(&text) {
        match entries.read(&line) {
            LineReading::Blank => runs.blank += 1,
            LineReading::Inside => runs.add(line),
            LineReading::Begins => {
                entries.begin(runs.close());
                runs.add(line);
            }
        }
    }
    runs.close();
    let printout = Some(Printout { kind, entries: entries.finish() });
    let elements = runs.elements;
    Manuscript {
        text,
        skipped,
        elements,
        styles,
        links,
        remarks,
        printout,
        ..Manuscript::default()
    }
}

/// Runs of lines, in the making.
#[derive(Default)]
struct Runs {
    elements: Vec<Element>,
    open: Vec<LineBytes>,
    /// Blank lines before the open run.
    blank_before: usize,
    /// Blank lines since its last line.
    blank: usize,
}

impl Runs {
    fn add(&mut self, line: std::ops::Range<usize>) {
        if self.blank > 0 || self.open.is_empty() {
            self.close();
            self.blank_before = std::mem::take(&mut self.blank);
        }
        self.open.push((line, Break::Hard));
    }

    /// Ends the open run; returns the index of the next one. One blank line separates two runs;
    /// others stay with the lines before them.
    fn close(&mut self) -> usize {
        if let Some(end) = self.open.last().map(|(last, _)| last.end) {
            self.open.extend((1..self.blank).map(|_| (end..end, Break::Hard)));
            let lines = std::mem::take(&mut self.open);
            let (kind, blank_before) = (ElementKind::Printed, self.blank_before);
            self.elements.push(Element { kind, lines, indent: 0, blank_before });
        }
        self.elements.len()
    }
}

#[cfg(test)]
mod tests;
