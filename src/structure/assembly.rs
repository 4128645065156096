//! Blocks and sections of the chunks of a text: masthead, story, declaration
//! with preamble and clauses, imprint, announcements; or, in a text of another
//! kind, a title, text and clauses.

use super::chunk::{self, Part};
use super::masthead::Masthead;
use super::numbering::ProvisionUnit;
use super::regions::{self, Plan};
use super::stated::Stated;
use super::trace::{Rule, Subject, Trace};
use super::{columns, subject};
use crate::document::{
    BlockDraft, BlockId, BlockKind, Builder, ContentId, Document, InlineKind, Metadata, Origin,
    ReadSoFar, SectionKind, Title, visible,
};
use crate::import::clean::{self, Break};
use crate::import::manuscript::{Declared, Manuscript};
use crate::import::markup::Markup;
use crate::import::{shapes, stretches};
use crate::lexicon::{dates, language};
use std::ops::Range;

/// Makes the document of a manuscript.
pub fn document(
    manuscript: Manuscript<'_>,
    origin: Origin,
    content: ContentId,
    read: Option<ReadSoFar>,
    trace: &impl Trace,
) -> Document {
    let Manuscript {
        text,
        skipped,
        elements,
        statements,
        styles,
        links,
        anchors,
        declared,
        remarks,
    } = manuscript;
    let text = text.as_ref();
    let is_stated = !statements.is_empty();
    let elements = if is_stated { elements } else { columns::read_out(text, elements) };
    trace.manuscript(text, skipped, &elements);
    let parts = if is_stated {
        trace.tell(Subject::Document, Rule::Stated, Vec::new);
        Vec::new()
    } else {
        regions::parts(text, &elements, trace)
    };
    let usual = chunk::usual_blanks(&parts);
    let markup = Markup::new(styles, links, anchors);
    let mut maker = Maker {
        text,
        skipped,
        usual,
        builder: Builder::with_capacity(text.len()),
        parts: &parts,
        markup,
    };
    let (masthead, title) = if is_stated {
        maker.stated(&Stated::new(&elements, &statements))
    } else {
        let plan = Plan::of(text, &parts);
        let title = maker.make(&plan);
        (plan.masthead, title)
    };
    let mut metadata = metadata(masthead, title, declared, origin, content, text);
    metadata.remarks = remarks;
    if parts.iter().any(|part| part.goes_on) {
        metadata.remarks.push(format!(
            "paragraphs longer than {} KiB are shown in several parts",
            stretches::LONGEST >> 10
        ));
    }
    metadata.read = read;
    maker.markup.finish(&mut maker.builder);
    maker.builder.finish(metadata)
}

pub(super) struct Maker<'a> {
    pub(super) text: &'a str,
    skipped: usize,
    usual: usize,
    pub(super) builder: Builder,
    pub(super) parts: &'a [Part],
    pub(super) markup: Markup,
}

impl Maker<'_> {
    fn make(&mut self, plan: &Plan) -> Option<String> {
        if !plan.head.is_empty() {
            self.builder.open(SectionKind::Masthead, None);
            for at in plan.head.clone() {
                // Every line of a masthead says one thing.
                for line in 0..self.parts[at].chunk.lines.len() {
                    self.push_lines(at, line..line + 1, BlockKind::Paragraph);
                }
            }
            self.builder.close();
        }
        let told = plan.masthead.is_some() || !plan.front.is_empty();
        let mut title = None;
        if told && !plan.story.is_empty() {
            title = self.story(plan.story.clone());
        }
        if !plan.front.is_empty() {
            let declared = self.declaration(plan);
            title = declared.or(title);
        } else if !told {
            title = self.plain(0..plan.body_end);
        } else {
            self.sections(plan.first(self.parts)..plan.body_end);
        }
        self.tail(SectionKind::Imprint, plan.imprint.clone());
        self.tail(SectionKind::Notice, plan.notices.clone());
        title
    }

    fn story(&mut self, range: Range<usize>) -> Option<String> {
        let section = self.builder.open(SectionKind::Story, None);
        let mut at = range.start;
        let mut title = None;
        if self.parts[at].is_title() && range.len() > 1 {
            let heading = self.push(at, BlockKind::Heading);
            title = Some(self.builder.body(heading).replace('\n', " "));
            let span = self.builder.span_in(heading, 0..self.builder.body(heading).len());
            self.builder.set_title(section, Title::Words(span));
            at += 1;
        }
        for at in at..range.end {
            let kind = if self.parts[at].is_ornament() {
                BlockKind::Ornament
            } else {
                BlockKind::Paragraph
            };
            self.push(at, kind);
        }
        self.builder.close();
        title
    }

    fn declaration(&mut self, plan: &Plan) -> Option<String> {
        let section = self.builder.open(SectionKind::Declaration, None);
        let front = plan.front.clone();
        let dated = front.clone().find(|i| dates::is_dateline(&self.parts[*i].words));
        let titles =
            front.clone().take_while(|i| self.parts[*i].is_title() && Some(*i) != dated).count();
        let mut at = front.start + titles;
        let mut title = None;
        if titles > 0 {
            let heading = self.push_chunks(front.start..at, BlockKind::Heading);
            let words = self.builder.body(heading).to_owned();
            let span = self.builder.span_in(heading, 0..words.len());
            // A title that begins in the middle of a phrase has lost its beginning.
            let damaged = words.chars().next().is_some_and(char::is_lowercase);
            self.builder.set_title(
                section,
                if damaged { Title::Damaged(span) } else { Title::Words(span) },
            );
            title = Some(if damaged { format!("… {words}") } else { words });
        }
        while at < front.end && Some(at) == dated {
            self.push(at, BlockKind::Dateline);
            at += 1;
        }
        if at < front.end {
            self.builder.open(SectionKind::Preamble, None);
            for at in at..front.end {
                let ornament = self.parts[at].is_ornament();
                let block = self
                    .push(at, if ornament { BlockKind::Ornament } else { BlockKind::Paragraph });
                self.mark_operative(block);
            }
            self.builder.close();
        }
        self.sections(plan.first(self.parts)..plan.body_end);
        self.builder.close();
        title
    }

    fn tail(&mut self, kind: SectionKind, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        self.builder.open(kind, None);
        for at in range {
            let ornament = self.parts[at].is_ornament();
            self.push(at, if ornament { BlockKind::Ornament } else { BlockKind::Paragraph });
        }
        self.builder.close();
    }

    pub(super) fn mark_operative(&mut self, block: BlockId) {
        if let Some(range) = subject::operative(self.builder.body(block)) {
            self.builder.style(block, range, InlineKind::Operative);
        }
    }

    /// A part as one block, the label in front of it set apart where it begins
    /// a provision.
    pub(super) fn push(&mut self, at: usize, kind: BlockKind) -> BlockId {
        self.push_from(at, at, kind)
    }

    /// The same, where the labels stand in the parts from `from` on.
    pub(super) fn push_from(&mut self, from: usize, at: usize, kind: BlockKind) -> BlockId {
        let part = &self.parts[at];
        let mut lines = match kind {
            kind if kind.is_verbatim() => shapes::with_indents(self.text, &part.chunk),
            _ => part.chunk.lines.clone(),
        };
        let label = self.label_of(from, at, &mut lines).filter(|_| kind != BlockKind::Table);
        if lines.len() > 1 && lines[0].0.is_empty() {
            lines.remove(0);
        }
        let gap = from > 0 && self.parts[from].chunk.blank_before > self.usual;
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
        let recital = matches!(&self.parts[from].mark, Some(mark) if matches!(mark.unit, ProvisionUnit::Recital(_)));
        if !recital && !self.builder.at_start_of_provision() {
            return None;
        }
        let start = self.parts[from].chunk.lines.first()?.0.start;
        let part = &self.parts[at];
        if part.label == 0 {
            let end = self.parts[from].chunk.lines.last()?.0.end;
            return (from < at).then_some(start..end);
        }
        let first = lines.first_mut()?;
        let end = self.end_of_label(first.0.clone(), part.label)?;
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
    fn push_lines(&mut self, at: usize, lines: Range<usize>, kind: BlockKind) -> BlockId {
        let gap = lines.start == 0 && at > 0 && self.parts[at].chunk.blank_before > self.usual;
        let lines = self.parts[at].chunk.lines[lines].to_vec();
        self.push_draft(kind, None, &lines, gap)
    }

    /// Several parts as one block, as a title that blank lines part.
    pub(super) fn push_chunks(&mut self, range: Range<usize>, kind: BlockKind) -> BlockId {
        let gap = self.parts[range.start].chunk.blank_before > self.usual;
        let lines: Vec<(Range<usize>, Break)> = self.parts[range]
            .iter()
            .flat_map(|p| p.chunk.lines.iter().map(|(r, _)| (r.clone(), Break::Soft)))
            .collect();
        self.push_draft(kind, None, &lines, gap)
    }

    pub(super) fn push_draft(
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

fn metadata(
    masthead: Option<Masthead>,
    found: Option<String>,
    declared: Declared,
    origin: Origin,
    content: ContentId,
    text: &str,
) -> Metadata {
    let file = match &origin {
        Origin::File(path) => path.file_stem().map(|stem| clean_name(&stem.to_string_lossy())),
        Origin::BuiltIn | Origin::StandardInput => None,
    };
    let title = masthead.as_ref().map(|m| m.title.clone()).or(found).or(declared.title).or(file);
    let mut metadata =
        Metadata::new(title.unwrap_or_else(|| "Untitled".to_owned()), origin, content);
    metadata.language = declared.language.or_else(|| language::detect(text));
    metadata.direction = declared.direction;
    if let Some(head) = masthead {
        metadata.publisher = head.publisher;
        metadata.date = head.date;
        metadata.volume = head.volume;
        metadata.number = head.number;
        metadata.edition = head.edition;
    }
    metadata
}

/// The name of a file, safe to show.
fn clean_name(name: &str) -> String {
    let name = visible(name);
    clean::words(&name, 0..name.len())
}
