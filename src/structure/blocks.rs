//! Blocks of the parts of a text: their lines cleaned and joined, the label in front of a
//! provision set apart, and their emphasis, links and cells carried over.

use super::numbering::ProvisionUnit;
use super::part::{self, Part};
use super::subject;
use crate::document::{BlockDraft, BlockId, BlockKind, Builder, InlineKind, Title};
use crate::import::clean::{self, Break};
use crate::import::markup::Markup;
use crate::import::shapes;
use crate::lexicon::subjects;
use std::ops::Range;

/// The blocks and sections of a document in the making.
pub struct Blocks<'a> {
    /// The text of the manuscript.
    pub text: &'a str,
    /// Its parts.
    pub parts: &'a [Part<'a>],
    /// Takes the blocks, and the sections around them.
    pub builder: Builder,
    /// Emphasis, links and anchors of the text.
    pub markup: Markup,
    /// Bytes of the source before the text.
    skipped: usize,
    /// The words by which subjects are found.
    words: subjects::Language,
    /// Blank lines between most paragraphs; more are a gap.
    usual: usize,
}

impl<'a> Blocks<'a> {
    /// Before the first block of a text, of which `skipped` bytes of the source are no part.
    pub fn new(
        text: &'a str,
        skipped: usize,
        parts: &'a [Part<'a>],
        markup: Markup,
        words: subjects::Language,
    ) -> Self {
        let usual = part::usual_blanks(parts);
        let builder = Builder::with_capacity(text.len());
        Self { text, parts, builder, markup, skipped, words, usual }
    }

    /// What took all blocks.
    pub fn finish(mut self) -> Builder {
        self.markup.finish(&mut self.builder);
        self.builder
    }

    /// What a provision without a title is about, by its words.
    pub fn subject(&self, block: BlockId) -> Title {
        match subject::subject(self.builder.body(block), &self.words) {
            Some(range) => Title::Subject(self.builder.span_in(block, range)),
            None => Title::Unnamed,
        }
    }

    /// Marks the verb of a sentence that decides something.
    pub fn mark_operative(&mut self, block: BlockId) {
        if let Some(range) = subject::operative(self.builder.body(block), &self.words) {
            self.builder.style(block, range, InlineKind::Operative);
        }
    }

    /// A part as one block, the label in front of it set apart where it begins
    /// a provision.
    pub fn push(&mut self, at: usize, kind: BlockKind) -> BlockId {
        self.push_from(at, at, kind)
    }

    /// The same, where the labels stand in the parts from `from` on.
    pub fn push_from(&mut self, from: usize, at: usize, kind: BlockKind) -> BlockId {
        let part = &self.parts[at];
        let mut lines = match kind {
            kind if kind.is_verbatim() => shapes::with_indents(self.text, &part.lines),
            _ => part.lines.to_vec(),
        };
        let label = self.label_of(from, at, &mut lines).filter(|_| kind != BlockKind::Table);
        if lines.len() > 1 && lines[0].0.is_empty() {
            lines.remove(0);
        }
        let gap = from > 0 && self.parts[from].blank_before > self.usual;
        let block = self.push_draft(kind, label, &lines, gap);
        if part.goes_on {
            self.builder.go_on(block);
        }
        block
    }

    /// The label of a provision that begins here, taken out of its lines.
    fn label_of(
        &self,
        from: usize,
        at: usize,
        lines: &mut [(Range<usize>, Break)],
    ) -> Option<Range<usize>> {
        let recital = matches!(self.parts[from].mark, Some(mark) if matches!(mark.unit, ProvisionUnit::Recital(_)));
        if !recital && !self.builder.at_start_of_provision() {
            return None;
        }
        let start = self.parts[from].lines.first()?.0.start;
        let part = &self.parts[at];
        if part.label() == 0 {
            let end = self.parts[from].lines.last()?.0.end;
            return (from < at).then_some(start..end);
        }
        let first = lines.first_mut()?;
        let end = self.end_of_label(first.0.clone(), part.label())?;
        // A number that was cleaned inside is no one run of the source: it
        // stays in the text.
        if clean::fragments(self.text, start..end, self.skipped).len() != 1 {
            return None;
        }
        let rest = &self.text[end..first.0.end];
        first.0.start = first.0.end - rest.trim_start().len();
        Some(start..end)
    }

    /// Some lines of a part.
    pub fn push_lines(&mut self, at: usize, lines: Range<usize>, kind: BlockKind) -> BlockId {
        let gap = lines.start == 0 && at > 0 && self.parts[at].blank_before > self.usual;
        let lines = self.parts[at].lines[lines].to_vec();
        self.push_draft(kind, None, &lines, gap)
    }

    /// Several parts as one block, as a title that blank lines part.
    pub fn push_chunks(&mut self, range: Range<usize>, kind: BlockKind) -> BlockId {
        let gap = self.parts[range.start].blank_before > self.usual;
        let lines: Vec<(Range<usize>, Break)> = self.parts[range]
            .iter()
            .flat_map(|p| p.lines.iter().map(|(r, _)| (r.clone(), Break::Soft)))
            .collect();
        self.push_draft(kind, None, &lines, gap)
    }

    pub fn push_draft(
        &mut self,
        kind: BlockKind,
        label: Option<Range<usize>>,
        lines: &[(Range<usize>, Break)],
        gap: bool,
    ) -> BlockId {
        let lines = if kind.is_verbatim() || kind == BlockKind::Table {
            lines.to_vec()
        } else {
            self.trimmed(lines)
        };
        let lines = lines.as_slice();
        let mut source =
            lines.first().map_or(0, |l| l.0.start)..lines.last().map_or(0, |l| l.0.end);
        let mut cells = Vec::new();
        let body = match kind {
            kind if kind.is_verbatim() => clean::join_verbatim(self.text, lines, self.skipped),
            BlockKind::Table => {
                let (body, found) = clean::rows(self.text, lines, self.skipped);
                cells = found;
                body
            }
            _ => clean::join(self.text, lines, self.skipped),
        };
        source.start = label.as_ref().map_or(source.start, |label| label.start.min(source.start));
        let label = label
            .and_then(|label| clean::fragments(self.text, label, self.skipped).into_iter().next());
        let draft = BlockDraft {
            kind,
            source: source.start + self.skipped..source.end + self.skipped,
            label,
            body,
            gap,
        };
        let block = self.builder.push(&draft);
        for cell in cells {
            self.builder.style(block, cell, InlineKind::Cell);
        }
        self.markup.carry(&mut self.builder, block, &draft.body, source, self.skipped);
        block
    }

    /// Lines without blanks at their ends and without empty ones, which only mean something in
    /// text that stands as it is.
    fn trimmed(&self, lines: &[(Range<usize>, Break)]) -> Vec<(Range<usize>, Break)> {
        let trimmed = lines.iter().map(|(line, after)| {
            let words = self.text[line.clone()].trim_end();
            let end = line.start + words.len();
            (end - words.trim_start().len()..end, *after)
        });
        let mut trimmed: Vec<_> = trimmed.collect();
        if trimmed.iter().any(|(line, _)| !line.is_empty()) {
            trimmed.retain(|(line, _)| !line.is_empty());
        }
        trimmed
    }

    /// Where the source of a label ends whose cleaned words take `len` bytes.
    fn end_of_label(&self, line: Range<usize>, len: usize) -> Option<usize> {
        let mut ends = (line.start..=line.end).filter(|end| self.text.is_char_boundary(*end));
        ends.find(|end| clean::words(self.text, line.start..*end).len() >= len)
    }
}
