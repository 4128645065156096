//! Blocks of the parts of a text: their lines cleaned and joined, the label in front of a
//! provision set apart, and their emphasis, links and cells carried over.

use super::numbering::ProvisionUnit;
use super::part::{self, Part};
use super::subject;
use crate::document::{BlockDraft, BlockId, BlockKind, Builder, InlineKind, SourceText, Title};
use crate::import::clean::{self, Break};
use crate::import::manuscript::LineBytes;
use crate::import::markup::Markup;
use crate::import::shapes;
use crate::lexicon::subjects;
use std::borrow::Cow;
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
    words: subjects::SubjectWords,
    /// Blank lines between most paragraphs; more are a gap.
    usual: usize,
}

/// One section in this many begins without anything in its parts that shows it, such as the whole
/// and a preamble.
const SPARE: usize = 16;

/// The label of a provision in the source.
struct Label {
    range: Range<usize>,
    /// Where the words after it begin, if it is in their line.
    first: Option<usize>,
}

impl<'a> Blocks<'a> {
    /// Before the first block of a text that begins after `skipped` bytes of the source.
    pub fn new(
        text: &'a str,
        skipped: usize,
        parts: &'a [Part<'a>],
        markup: Markup,
        words: subjects::SubjectWords,
    ) -> Self {
        let usual = part::usual_blanks(parts);
        let mut builder = Builder::new();
        let begins = |part: &&Part<'_>| part.mark.is_some() || part.is_heading();
        let lines: usize = parts.iter().map(|part| part.lines.len()).sum();
        let sections = parts.iter().filter(begins).count();
        builder.reserve(parts.len(), sections + sections / SPARE + SPARE, lines);
        Self { text, parts, builder, markup, skipped, words, usual }
    }

    /// What took all blocks.
    pub fn finish(mut self) -> Builder {
        self.markup.finish(&mut self.builder);
        self.builder
    }

    /// What a provision without a title is about, by the words of `block`, which was pushed last.
    pub fn subject(&self, block: BlockId) -> Title {
        match subject::subject(self.builder.last_body(), &self.words) {
            Some(range) => Title::Subject(self.builder.span_in(block, range)),
            None => Title::Unnamed,
        }
    }

    /// Marks the verb of a sentence that decides something in `block`, which was pushed last.
    pub fn mark_operative(&mut self, block: BlockId) {
        if let Some(range) = subject::operative(self.builder.last_body(), &self.words) {
            self.builder.style(block, range, InlineKind::Operative);
        }
    }

    /// A part as one block; if it begins a provision, without the label before it.
    pub fn push(&mut self, at: usize, kind: BlockKind) -> BlockId {
        self.push_from(at, at, kind)
    }

    /// The same, where the labels are in the parts from `from` on.
    pub fn push_from(&mut self, from: usize, at: usize, kind: BlockKind) -> BlockId {
        let part = &self.parts[at];
        let mut lines: Cow<'_, [LineBytes]> = match kind {
            kind if kind.is_verbatim() => shapes::with_indents(self.text, &part.lines).into(),
            _ => Cow::Borrowed(&part.lines),
        };
        let found = self.label_of(from, at, &lines);
        if let Some(Label { first: Some(start), .. }) = found {
            lines.to_mut()[0].0.start = start;
        }
        if lines.len() > 1 && lines[0].0.is_empty() {
            lines.to_mut().remove(0);
        }
        let label = found.map(|label| label.range).filter(|_| kind != BlockKind::Table);
        let gap = from > 0 && self.parts[from].blank_before > self.usual;
        let block = self.push_draft(kind, label, &lines, gap);
        if part.goes_on {
            self.builder.go_on(block);
        }
        block
    }

    /// The label of a provision that begins here.
    fn label_of(&self, from: usize, at: usize, lines: &[LineBytes]) -> Option<Label> {
        let recital = matches!(self.parts[from].mark, Some(mark) if matches!(mark.unit, ProvisionUnit::Recital(_)));
        if !recital && !self.builder.at_start_of_provision() {
            return None;
        }
        let start = self.parts[from].lines.first()?.0.start;
        let part = &self.parts[at];
        if part.label() == 0 {
            let end = self.parts[from].lines.last()?.0.end;
            return (from < at).then_some(Label { range: start..end, first: None });
        }
        let (first, _) = lines.first()?;
        let end = self.end_of_label(first.clone(), part.label())?;
        // A number in which something was cleaned is not one run of the source: it stays in the
        // text.
        clean::one_run(self.text, start..end, self.skipped)?;
        let rest = &self.text[end..first.end];
        Some(Label { range: start..end, first: Some(first.end - rest.trim_start().len()) })
    }

    /// Some lines of a part.
    pub fn push_lines(&mut self, at: usize, lines: Range<usize>, kind: BlockKind) -> BlockId {
        let gap = lines.start == 0 && at > 0 && self.parts[at].blank_before > self.usual;
        let parts = self.parts;
        self.push_draft(kind, None, &parts[at].lines[lines], gap)
    }

    /// Several parts as one block, as a title that blank lines part.
    pub fn push_chunks(&mut self, range: Range<usize>, kind: BlockKind) -> BlockId {
        let gap = self.parts[range.start].blank_before > self.usual;
        let lines: Vec<LineBytes> = self.parts[range]
            .iter()
            .flat_map(|p| p.lines.iter().map(|(r, _)| (r.clone(), Break::Soft)))
            .collect();
        self.push_draft(kind, None, &lines, gap)
    }

    pub fn push_draft(
        &mut self,
        kind: BlockKind,
        label: Option<Range<usize>>,
        lines: &[LineBytes],
        gap: bool,
    ) -> BlockId {
        let lines = match kind {
            kind if kind.is_verbatim() || kind == BlockKind::Table => Cow::Borrowed(lines),
            _ => self.trimmed(lines),
        };
        let lines = lines.as_ref();
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
        let source_text = SourceText { text: self.text, skipped: self.skipped };
        let block = self.builder.push_from(&draft, source_text);
        for cell in cells {
            self.builder.style(block, cell, InlineKind::Cell);
        }
        self.markup.carry(&mut self.builder, block, &draft.body, source, self.skipped);
        block
    }

    /// Lines without blanks at their ends and without empty ones, which only mean something in
    /// text that is unchanged.
    fn trimmed<'l>(&self, lines: &'l [LineBytes]) -> Cow<'l, [LineBytes]> {
        let trim = |line: &Range<usize>| {
            let words = self.text[line.clone()].trim_end();
            let end = line.start + words.len();
            end - words.trim_start().len()..end
        };
        if lines.iter().all(|(line, _)| !line.is_empty() && trim(line) == *line) {
            return Cow::Borrowed(lines);
        }
        let mut trimmed: Vec<LineBytes> =
            lines.iter().map(|(line, after)| (trim(line), *after)).collect();
        if trimmed.iter().any(|(line, _)| !line.is_empty()) {
            trimmed.retain(|(line, _)| !line.is_empty());
        }
        Cow::Owned(trimmed)
    }

    /// Where the source of a label ends whose cleaned words take `len` bytes.
    fn end_of_label(&self, line: Range<usize>, len: usize) -> Option<usize> {
        // Where nothing is cleaned, the words are those of the source.
        let end = line.start + len;
        let as_is = end <= line.end && self.text.is_char_boundary(end);
        if as_is && matches!(clean::even(self.text, line.start..end), Cow::Borrowed(_)) {
            return Some(end);
        }
        let mut ends = (line.start..=line.end).filter(|end| self.text.is_char_boundary(*end));
        ends.find(|end| clean::words(self.text, line.start..*end).len() >= len)
    }
}
