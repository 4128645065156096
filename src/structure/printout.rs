//! Text that a program printed becomes blocks of unchanged lines, and its entries become sections:
//! see [`crate::import::printout`].

use super::blocks::Blocks;
use super::trace::{Figure, Quantity, Rule, Threshold};
use crate::document::{BlockKind, COMMIT, SectionId, SectionKind, Title};
use crate::import::manuscript::{Element, ElementKind, LineBytes};
use crate::import::printout::{
    COLOURED_PERCENT, LEAST_SHORT_LOG, LEAST_STAMPED, PrintedEntry, Printout, PrintoutKind, SAMPLE,
    STAMPED_PERCENT,
};
use crate::import::stretches;
use crate::messages::{formats, thresholds};
use std::borrow::Cow;
use std::ops::Range;

/// The number of digits of a hash that git shows in full, and of one that it shortens.
const FULL_HASH: usize = 40;
const SHORT_HASH: usize = 7;

/// Returns the rule that recognises a kind of printout.
pub const fn rule(kind: PrintoutKind) -> Rule {
    match kind {
        PrintoutKind::Log | PrintoutKind::ShortLog => Rule::PrintedLog,
        PrintoutKind::Diff => Rule::PrintedDiff,
        PrintoutKind::Blame => Rule::PrintedBlame,
        PrintoutKind::StampedLines => Rule::StampedLines,
        PrintoutKind::QueryResult => Rule::QueryResult,
        PrintoutKind::ServiceStatus => Rule::ServiceStatus,
        PrintoutKind::Coloured => Rule::ColouredLines,
    }
}

/// Returns what a rule about printouts compares with.
pub fn thresholds(rule: Rule) -> Vec<Threshold> {
    let of = Threshold::all;
    match rule {
        Rule::PrintedLog => of(&[
            (thresholds::the_first_lines_are_examined, SAMPLE),
            (thresholds::in_a_log_of_one_line_each_at_least_commits, LEAST_SHORT_LOG),
        ]),
        Rule::PrintedDiff | Rule::PrintedBlame | Rule::QueryResult => {
            of(&[(thresholds::the_first_lines_are_examined, SAMPLE)])
        }
        Rule::StampedLines => of(&[
            (thresholds::the_first_lines_are_examined, SAMPLE),
            (thresholds::at_least_lines_with_the_time, LEAST_STAMPED),
            (thresholds::at_least_percent_with_the_time_or_set_in, STAMPED_PERCENT),
        ]),
        Rule::ColouredLines => of(&[
            (thresholds::the_first_lines_are_examined, SAMPLE),
            (thresholds::at_least_percent_with_colours, COLOURED_PERCENT),
        ]),
        _ => Vec::new(),
    }
}

/// Returns what the rule of a printout found.
pub fn figures(printout: &Printout, elements: &[Element]) -> Vec<Figure> {
    let lines = elements.iter().map(|element| element.lines.len()).sum();
    let mut figures = vec![Figure::new(Quantity::Lines, lines)];
    if !printout.entries.is_empty() {
        figures.push(Figure::new(Quantity::Entries, printout.entries.len()));
    }
    figures
}

/// Returns the title of a printout that came without a name.
pub const fn title(kind: PrintoutKind) -> &'static str {
    match kind {
        PrintoutKind::Log | PrintoutKind::ShortLog => formats::LOG,
        PrintoutKind::Diff => formats::CHANGES,
        PrintoutKind::Blame
        | PrintoutKind::StampedLines
        | PrintoutKind::QueryResult
        | PrintoutKind::ServiceStatus
        | PrintoutKind::Coloured => formats::OUTPUT,
    }
}

/// Makes the blocks and sections of a printout.
pub fn assemble(blocks: &mut Blocks<'_>, printout: &Printout, elements: &[Element]) {
    let mut sections = PrintedSections { blocks, open: 0, untitled: None };
    let mut entries = printout.entries.iter().peekable();
    for (at, element) in elements.iter().enumerate() {
        while let Some(entry) = entries.next_if(|entry| entry.element <= at) {
            sections.begin(entry);
        }
        if sections.open == 0 {
            sections.open(0);
        }
        let mut gap = element.blank_before > 0;
        for lines in pieces(blocks_of(printout.kind), sections.blocks.text, &element.lines) {
            sections.push(&lines, std::mem::take(&mut gap));
        }
    }
}

/// What makes one block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum BlockLines {
    /// All lines up to a blank one.
    Run,
    /// One line.
    Line,
}

/// Returns what makes one block of a printout: in a list each line can be marked, in a difference a
/// hunk.
const fn blocks_of(kind: PrintoutKind) -> BlockLines {
    match kind {
        PrintoutKind::Log | PrintoutKind::Diff => BlockLines::Run,
        PrintoutKind::ShortLog
        | PrintoutKind::Blame
        | PrintoutKind::StampedLines
        | PrintoutKind::QueryResult
        | PrintoutKind::ServiceStatus
        | PrintoutKind::Coloured => BlockLines::Line,
    }
}

/// Distributes the lines of an element among blocks.
fn pieces<'l>(of: BlockLines, text: &str, lines: &'l [LineBytes]) -> Vec<Cow<'l, [LineBytes]>> {
    let runs: Vec<&[LineBytes]> = match of {
        BlockLines::Run => vec![lines],
        // Blank lines stay with the line before them.
        BlockLines::Line => lines.chunk_by(|_, (next, _)| next.is_empty()).collect(),
    };
    let parts = |run: &'l [LineBytes]| match stretches::of(text, ElementKind::Printed, run) {
        Some(parts) => parts.into_iter().map(Cow::Owned).collect(),
        None => vec![Cow::Borrowed(run)],
    };
    runs.into_iter().flat_map(parts).collect()
}

/// The sections of a printout, in the making.
struct PrintedSections<'m, 'a> {
    blocks: &'m mut Blocks<'a>,
    /// The number of open sections.
    open: usize,
    /// The section whose title was not reached yet, and where that is in the text.
    untitled: Option<(SectionId, Range<usize>)>,
}

impl PrintedSections<'_, '_> {
    fn open(&mut self, level: usize) -> SectionId {
        let level = level.min(self.open);
        (level..self.open).for_each(|_| self.blocks.builder.close());
        self.open = level + 1;
        self.blocks.builder.open(SectionKind::Heading, None)
    }

    fn begin(&mut self, entry: &PrintedEntry) {
        let section = self.open(entry.level);
        if let Some(hash) = entry.hash.clone() {
            let hash = &self.blocks.text[hash];
            let short = hash.get(..SHORT_HASH).filter(|_| hash.len() >= FULL_HASH);
            self.blocks.builder.set_name(section, &format!("{COMMIT}{}", short.unwrap_or(hash)));
        }
        self.untitled = Some((section, entry.title.clone()));
    }

    fn push(&mut self, lines: &[LineBytes], gap: bool) {
        let block = self.blocks.push_draft(BlockKind::Printed, None, lines, gap);
        let end = lines.last().map_or(0, |(line, _)| line.end);
        if let Some((section, title)) = self.untitled.take_if(|(_, title)| title.start < end) {
            let words = &self.blocks.text[title];
            if let Some(at) = self.blocks.builder.last_body().find(words) {
                let span = self.blocks.builder.span_in(block, at..at + words.len());
                self.blocks.builder.set_title(section, Title::Words(span));
            }
        }
    }
}
