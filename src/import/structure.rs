//! Blocks and sections of the chunks of a text: masthead, story, declaration
//! with preamble and clauses, imprint, announcements; or, in a text of another
//! kind, a title, text and clauses.

use super::clean::{self, Break};
use super::manuscript::{Declared, ElementKind, Manuscript};
use super::markup::Markup;
use super::masthead::Masthead;
use super::numbering::Style;
use super::plan::{self, Part, Plan};
use super::{dates, language, subject};
use crate::document::{
    BlockDraft, BlockId, BlockKind, Builder, ClauseNumber, ContentId, Document, InlineKind,
    Metadata, Origin, SectionKind, Title,
};
use std::ops::Range;

/// Makes the document of a manuscript.
pub fn document(manuscript: Manuscript<'_>, origin: Origin, content: ContentId) -> Document {
    let Manuscript { text, skipped, elements, styles, links, anchors, declared, remarks } =
        manuscript;
    let text = text.as_ref();
    let parts: Vec<Part> = plan::join_numbers(text, elements)
        .into_iter()
        .flat_map(|c| plan::split(text, c))
        .map(|c| plan::part(text, c))
        .collect();
    let usual = plan::usual_blanks(&parts);
    let markup = Markup::new(styles, links, anchors);
    let mut maker = Maker { text, skipped, usual, builder: Builder::new(), parts: &parts, markup };
    let plan = Plan::of(text, &parts);
    let title = maker.make(&plan);
    let mut metadata = metadata(plan.masthead, title, declared, origin, content, text);
    metadata.remarks = remarks;
    maker.markup.finish(&mut maker.builder);
    maker.builder.finish(metadata)
}

struct Maker<'a> {
    text: &'a str,
    skipped: usize,
    usual: usize,
    builder: Builder,
    parts: &'a [Part],
    markup: Markup,
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
            title = self.plain(plan);
        } else {
            self.clauses(plan);
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
        self.clauses(plan);
        self.builder.close();
        title
    }

    /// A text that is no bulletin and no declaration.
    fn plain(&mut self, plan: &Plan) -> Option<String> {
        let section = self.builder.open(SectionKind::Heading, None);
        let mut title = None;
        // Without a clause, the story's range ran up to the end of the text.
        let range = if plan.clauses.is_empty() {
            plan.story.start..plan.body_end
        } else {
            plan.story.clone()
        };
        for at in range.clone() {
            let heading = at == range.start && self.parts[at].is_title() && self.parts.len() > 1;
            let kind = if heading { BlockKind::Heading } else { self.kind(at) };
            let block = self.push(at, kind);
            if kind == BlockKind::Heading {
                let words = self.builder.body(block).to_owned();
                let span = self.builder.span_in(block, 0..words.len());
                self.builder.set_title(section, Title::Words(span));
                title = Some(words.replace('\n', " "));
            }
        }
        self.clauses(plan);
        self.builder.close();
        title
    }

    fn clauses(&mut self, plan: &Plan) {
        for (i, start) in plan.clauses.iter().enumerate() {
            let end = plan.clauses.get(i + 1).copied().unwrap_or(plan.body_end);
            let Some(label) = self.parts[*start].label else { continue };
            let kind = match label.style {
                Style::Article => SectionKind::Article,
                _ => SectionKind::Clause,
            };
            let section = self.builder.open(kind, Some(ClauseNumber::top(label.number)));
            let titled = end > start + 1 && self.parts[*start].is_clause_title();
            let first =
                self.push(*start, if titled { BlockKind::Heading } else { BlockKind::Paragraph });
            let body = self.builder.body(first);
            let title = if titled && !body.is_empty() {
                let len = body.trim_end_matches('.').len();
                Title::Words(self.builder.span_in(first, 0..len))
            } else {
                match subject::subject(body) {
                    Some(range) => Title::Subject(self.builder.span_in(first, range)),
                    None => Title::Unnamed,
                }
            };
            self.builder.set_title(section, title);
            self.mark_operative(first);
            for at in start + 1..end {
                let block = self.push(at, self.kind(at));
                self.mark_operative(block);
            }
            self.builder.close();
        }
    }

    fn kind(&self, at: usize) -> BlockKind {
        match self.parts[at].chunk.kind {
            _ if self.parts[at].is_ornament() => BlockKind::Ornament,
            ElementKind::Paragraph => BlockKind::Paragraph,
            ElementKind::Heading { .. } => BlockKind::Heading,
            ElementKind::Item => BlockKind::ListItem,
            ElementKind::Quotation => BlockKind::Quotation,
            ElementKind::Preformatted => BlockKind::Preformatted,
            ElementKind::Table => BlockKind::Table,
            ElementKind::Note => BlockKind::Note,
            ElementKind::Ornament => BlockKind::Ornament,
        }
    }

    fn tail(&mut self, kind: SectionKind, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        self.builder.open(kind, None);
        for at in range {
            self.push(at, self.kind(at));
        }
        self.builder.close();
    }

    fn mark_operative(&mut self, block: BlockId) {
        if let Some(range) = subject::operative(self.builder.body(block)) {
            self.builder.style(block, range, InlineKind::Operative);
        }
    }

    fn push(&mut self, at: usize, kind: BlockKind) -> BlockId {
        self.push_lines(at, 0..self.parts[at].chunk.lines.len(), kind)
    }

    fn push_lines(&mut self, at: usize, lines: Range<usize>, kind: BlockKind) -> BlockId {
        let part = &self.parts[at];
        let mut chosen = part.chunk.lines[lines.clone()].to_vec();
        let source = chosen.first().map_or(0, |l| l.0.start)..chosen.last().map_or(0, |l| l.0.end);
        // Only a clause's first part has its number set apart.
        let clause = lines.start == 0 && self.builder.at_start_of_provision();
        let label = part.label.filter(|_| clause).and_then(|label| {
            let first = chosen.first_mut()?;
            let range = first.0.start..self.end_of_label(first.0.clone(), label.len)?;
            let mut fragments =
                clean::fragments(self.text, range.clone(), self.skipped).into_iter();
            // A number that was cleaned inside is no one run of the source: it
            // stays in the text.
            let fragment = fragments.next().filter(|_| fragments.next().is_none())?;
            let rest = &self.text[range.end..first.0.end];
            first.0.start = first.0.end - rest.trim_start().len();
            Some(fragment)
        });
        if chosen.len() > 1 && chosen[0].0.is_empty() {
            chosen.remove(0);
        }
        let mut cells = Vec::new();
        let body = match kind {
            BlockKind::Preformatted => clean::join_verbatim(self.text, &chosen, self.skipped),
            BlockKind::Table => {
                let (body, found) = clean::rows(self.text, &chosen, self.skipped);
                cells = found;
                body
            }
            _ => clean::join(self.text, &chosen, self.skipped),
        };
        let draft = BlockDraft {
            kind,
            source: source.start + self.skipped..source.end + self.skipped,
            label,
            body,
            gap: lines.start == 0 && at > 0 && part.chunk.blank_before > self.usual,
        };
        let block = self.builder.push(&draft);
        for cell in cells {
            self.builder.style(block, cell, InlineKind::Cell);
        }
        self.markup.carry(&mut self.builder, block, &draft.body, source, self.skipped);
        block
    }

    /// Where the source of a label ends whose cleaned words take `len` bytes.
    fn end_of_label(&self, line: Range<usize>, len: usize) -> Option<usize> {
        let mut ends = (line.start..=line.end).filter(|end| self.text.is_char_boundary(*end));
        ends.find(|end| clean::words(self.text, line.start..*end).len() >= len)
    }

    /// Several chunks as one block, as a title that blank lines part.
    fn push_chunks(&mut self, range: Range<usize>, kind: BlockKind) -> BlockId {
        let lines: Vec<(Range<usize>, Break)> = self.parts[range.clone()]
            .iter()
            .flat_map(|p| p.chunk.lines.iter().map(|(r, _)| (r.clone(), Break::Soft)))
            .collect();
        let source = lines.first().map_or(0, |l| l.0.start)..lines.last().map_or(0, |l| l.0.end);
        let draft = BlockDraft {
            kind,
            source: source.start + self.skipped..source.end + self.skipped,
            label: None,
            body: clean::join(self.text, &lines, self.skipped),
            gap: self.parts[range.start].chunk.blank_before > self.usual,
        };
        let block = self.builder.push(&draft);
        self.markup.carry(&mut self.builder, block, &draft.body, source, self.skipped);
        block
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
    clean::words(name, 0..name.len())
}
