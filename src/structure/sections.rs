//! Sections of the parts of a text: divisions, annexes, headings, preambles,
//! and provisions in one another, each closed where the next of its level or
//! of one further out begins.

use super::after_label::{AfterLabel, after_label, has_title_below};
use super::blocks::Blocks;
use super::marginal::{Above, MarginalNotes};
use super::numbering::{Mark, ProvisionUnit};
use super::open_sections::{Open, OpenLevel, OpenSections};
use super::part::{Part, block_kind};
use super::run_in::Inner;
use super::titles::{self, Titles};
use crate::document::{BlockId, BlockKind, SectionId, SectionKind, Title};
use crate::import::indent;
use crate::import::manuscript::ElementKind;
use crate::lexicon::keywords;
use std::ops::Range;

/// The sections of a range of parts, in the making.
struct Sections<'m, 'a> {
    blocks: &'m mut Blocks<'a>,
    open: OpenSections,
    /// A part that is only a label, whose words begin in the next.
    label: Option<usize>,
    /// Indents of the items of the list that is open, and of those around it.
    lists: Vec<usize>,
    /// Whether what follows goes on with a recital.
    recital: bool,
    /// Which provisions a heading leaves open.
    inner: Inner,
    /// Which provisions begin with a title.
    titles: Titles,
    /// Which have their title above them.
    notes: MarginalNotes,
}

/// A text that is neither a bulletin nor a declaration: its title, and its sections inside.
pub fn whole(blocks: &mut Blocks<'_>, range: Range<usize>) -> Option<String> {
    let section = blocks.builder.open(SectionKind::Heading, None);
    let mut title = None;
    let mut at = range.start;
    let part = blocks.parts.get(at).filter(|part| {
        let text = blocks.text;
        let free = part.mark.is_none() && !keywords::is_preamble(&part.words(text));
        free && (part.is_heading() || (part.is_title(text) && blocks.parts.len() > 1))
    });
    if part.is_some() {
        let block = blocks.push(at, BlockKind::Heading);
        let words = blocks.builder.last_body().to_owned();
        let span = blocks.builder.span_in(block, 0..words.len());
        blocks.builder.set_title(section, Title::Words(span));
        title = Some(words.replace('\n', " "));
        at += 1;
    }
    inside(blocks, at..range.end);
    blocks.builder.close();
    title
}

/// The sections of a range of parts.
pub fn inside(blocks: &mut Blocks<'_>, range: Range<usize>) {
    let (text, parts) = (blocks.text, blocks.parts);
    let mut sections = Sections {
        blocks,
        inner: Inner::of(text, parts),
        titles: Titles::of(text, parts, range.clone()),
        notes: MarginalNotes::of(text, parts, range.clone()),
        open: OpenSections::default(),
        label: None,
        lists: Vec::new(),
        recital: false,
    };
    let mut at = range.start;
    while at < range.end {
        at += sections.part(at, range.end);
    }
    while sections.open.last().is_some() {
        sections.close();
    }
}

impl<'a> Sections<'_, 'a> {
    fn part_at(&self, at: usize) -> &'a Part<'a> {
        &self.blocks.parts[at]
    }

    /// Writes what begins at a part; how many parts it took.
    fn part(&mut self, at: usize, end: usize) -> usize {
        let part = self.part_at(at);
        let heading = match part.kind {
            ElementKind::Heading { level } => Some(level),
            _ => None,
        };
        match self.notes.at(at) {
            Some(Above::Title) => {
                if let Some(mark) = self.part_at(at + 1).mark {
                    return 1 + self.provision(at + 1, end, mark, Some(at));
                }
            }
            Some(Above::Group) => return self.heading(at, INNERMOST),
            None => {}
        }
        match (part.mark, heading) {
            (Some(mark), _) => match &mark.unit {
                ProvisionUnit::Division(rank) => {
                    self.titled(at, end, mark, OpenLevel::Division(*rank))
                }
                ProvisionUnit::Annex(_) => self.titled(at, end, mark, OpenLevel::Annex),
                ProvisionUnit::Provision { .. } => self.provision(at, end, mark, None),
                ProvisionUnit::Recital(number) => self.recital(at, end, *number),
            },
            (None, Some(level)) => self.heading(at, level),
            (None, None) => {
                self.leave_outdented(at);
                let kind = self.kind(at);
                let block = self.blocks.push(at, kind);
                self.blocks.mark_operative(block);
                self.nest(block, kind, part.indent);
                if self.recital {
                    self.blocks.builder.go_on(block);
                }
                1
            }
        }
    }

    /// Tells an item how many lists are around its own.
    fn nest(&mut self, block: BlockId, kind: BlockKind, indent: usize) {
        if kind != BlockKind::ListItem {
            self.lists.clear();
            return;
        }
        while self.lists.last().is_some_and(|last| *last > indent) {
            self.lists.pop();
        }
        if self.lists.last() != Some(&indent) {
            self.lists.push(indent);
        }
        let around = self.lists.len().saturating_sub(1);
        self.blocks.builder.nest(block, u8::try_from(around).unwrap_or(u8::MAX));
    }

    /// A chapter or an annex: its label, and its title where that is below.
    fn titled(&mut self, at: usize, end: usize, mark: &Mark, level: OpenLevel) -> usize {
        self.close_from(level, mark.level);
        let number = match &mark.unit {
            ProvisionUnit::Annex(number) => number.clone(),
            _ => None,
        };
        let kind =
            if level == OpenLevel::Annex { SectionKind::Annex } else { SectionKind::Heading };
        let section = self.blocks.builder.open(kind, number);
        let part = self.part_at(at);
        self.blocks.builder.set_name(section, part.words(self.blocks.text)[..part.label()].trim());
        self.enter(level, mark);
        let taken = if part.is_label_alone(self.blocks.text)
            && has_title_below(self.blocks.text, self.blocks.parts, at, end)
        {
            2
        } else {
            1
        };
        let block = self.blocks.push_chunks(at..at + taken, BlockKind::Heading);
        self.name(section, block);
        taken
    }

    fn heading(&mut self, at: usize, level: u8) -> usize {
        let preamble = keywords::is_preamble(&self.part_at(at).words(self.blocks.text));
        while let Some(top) = self.open.last() {
            let set_in = top.indent < self.part_at(at).indent;
            let goes_on = match top.level {
                OpenLevel::Provision(depth) => {
                    self.inner.keeps(at, level, (depth, top.heading), set_in)
                }
                _ => false,
            };
            if goes_on || top.holds_heading(level) {
                break;
            }
            self.close();
        }
        // Inside a provision a heading is a line of its own, and no section.
        let inner =
            self.open.last().is_some_and(|top| matches!(top.level, OpenLevel::Provision(_)));
        if inner {
            self.blocks.push(at, BlockKind::Heading);
            return 1;
        }
        let (kind, own) = if preamble {
            (SectionKind::Preamble, OpenLevel::Preamble)
        } else {
            (SectionKind::Heading, OpenLevel::Heading)
        };
        let section = self.blocks.builder.open(kind, None);
        self.open.push(Open { level: own, heading: Some(level), indent: 0, hang: None });
        let block = self.blocks.push(at, BlockKind::Heading);
        self.name(section, block);
        1
    }

    /// A recital: a paragraph of the preamble, whose number hangs beside it and is its name.
    fn recital(&mut self, at: usize, end: usize, number: u32) -> usize {
        if self.open.last().is_none_or(|open| open.level != OpenLevel::Preamble) {
            self.blocks.builder.open(SectionKind::Preamble, None);
            self.open.push(Open {
                level: OpenLevel::Preamble,
                heading: None,
                indent: 0,
                hang: None,
            });
        }
        self.recital = true;
        let alone = self.part_at(at).is_label_alone(self.blocks.text);
        let words = at + usize::from(alone && at + 1 < end && self.part_at(at + 1).mark.is_none());
        let block = self.blocks.push_from(at, words, BlockKind::Paragraph);
        self.blocks.builder.number(block, number);
        self.blocks.mark_operative(block);
        words + 1 - at
    }

    /// A provision that begins at a part, with the part above it that is its title.
    fn provision(&mut self, at: usize, end: usize, mark: &Mark, note: Option<usize>) -> usize {
        let ProvisionUnit::Provision { number, depth, article } = &mark.unit else { return 1 };
        self.close_from(OpenLevel::Provision(*depth), mark.level);
        let kind = if *article { SectionKind::Article } else { SectionKind::Clause };
        let section = self.blocks.builder.open(kind, Some(number.clone()));
        self.enter(OpenLevel::Provision(*depth), mark);
        self.note_hang(at, *depth);
        let above = note.map(|note| {
            let block = self.blocks.push(note, BlockKind::Heading);
            self.title(block, true)
        });
        let taken = self.worded(at, end, section);
        if let Some(title) = above {
            self.blocks.builder.set_title(section, title);
        }
        taken
    }

    /// The label of a provision with its title or its first words.
    fn worded(&mut self, at: usize, end: usize, section: SectionId) -> usize {
        let part = self.part_at(at);
        if part.is_label_alone(self.blocks.text) {
            return self.unworded(at, end, section);
        }
        let titled = self.titles.has(at);
        let kind = if titled { BlockKind::Heading } else { self.kind_of_provision(at) };
        let from = self.label.take().unwrap_or(at);
        let block = self.blocks.push_from(from, at, kind);
        self.entitle(section, block, titled);
        1
    }

    /// A provision whose label is alone: its title or its words follow.
    fn unworded(&mut self, at: usize, end: usize, section: SectionId) -> usize {
        let next = at + 1;
        match after_label(self.blocks.text, self.blocks.parts, at, end) {
            AfterLabel::Label => self.label = Some(self.label.take().unwrap_or(at)),
            AfterLabel::Title => {
                let block = self.blocks.push_from(at, next, BlockKind::Heading);
                self.entitle(section, block, true);
                return 2;
            }
            AfterLabel::Words => {
                let block = self.blocks.push_from(at, next, self.kind_of_provision(next));
                self.entitle(section, block, false);
                return 2;
            }
            // Its number hangs as those of its siblings do, beside no words.
            AfterLabel::SubProvisions => {
                self.blocks.push(at, BlockKind::Heading);
            }
        }
        1
    }

    /// Gives a provision the title that the block pushed last shows.
    fn entitle(&mut self, section: SectionId, block: BlockId, titled: bool) {
        let title = self.title(block, titled);
        self.blocks.builder.set_title(section, title);
    }

    /// The title that the block pushed last shows.
    fn title(&mut self, block: BlockId, titled: bool) -> Title {
        let body = self.blocks.builder.last_body();
        let title = match titles::shown(body, titled) {
            Some(words) => Title::Words(self.blocks.builder.span_in(block, words)),
            None => self.blocks.subject(block),
        };
        self.blocks.mark_operative(block);
        title
    }

    fn name(&mut self, section: SectionId, block: BlockId) {
        let len = self.blocks.builder.last_body().len();
        let span = self.blocks.builder.span_in(block, 0..len);
        self.blocks.builder.set_title(section, Title::Words(span));
    }

    fn enter(&mut self, level: OpenLevel, mark: &Mark) {
        self.open.push(Open { level, heading: mark.level, indent: mark.indent, hang: None });
    }

    fn close(&mut self) {
        self.recital = false;
        self.open.pop();
        self.blocks.builder.close();
    }

    /// Closes what is not further out than a level.
    fn close_from(&mut self, level: OpenLevel, heading: Option<u8>) {
        while self.open.closes_before(level, heading) {
            self.close();
        }
    }

    /// Notes where the wrapped lines of a provision are.
    fn note_hang(&mut self, at: usize, depth: usize) {
        let part = self.part_at(at);
        let wrapped = part.lines.get(1);
        let hang = wrapped.map(|line| indent::columns_before(self.blocks.text, line.0.start));
        self.open.hang(depth, hang);
    }

    /// Text that is further out than the sub-clauses before it goes on in
    /// the provision around them.
    fn leave_outdented(&mut self, at: usize) {
        let indent = self.part_at(at).indent;
        while self.open.is_left_by(indent) {
            self.close();
        }
    }

    /// Columns before the lines of a part; the first one may be set in further than the others.
    fn margin(&self, part: &Part<'_>) -> usize {
        let second = part.lines.get(1);
        let others = second.map(|(line, _)| indent::columns_before(self.blocks.text, line.start));
        others.map_or(part.indent, |others| others.min(part.indent))
    }

    fn kind(&self, at: usize) -> BlockKind {
        let part = self.part_at(at);
        match part.kind {
            _ if part.is_ornament(self.blocks.text) => BlockKind::Ornament,
            ElementKind::Paragraph if self.margin(part) > self.open.text_indent() + DEEP => {
                BlockKind::Quotation
            }
            kind => block_kind(kind),
        }
    }

    /// The kind of a block that begins a provision, which is no longer an item of a list.
    fn kind_of_provision(&self, at: usize) -> BlockKind {
        match self.part_at(at).kind {
            ElementKind::Quotation => BlockKind::Quotation,
            _ => BlockKind::Paragraph,
        }
    }
}

/// The level of a heading for which the format states none.
const INNERMOST: u8 = 6;

/// Text that is indented further than this, in columns, is set off from the rest.
const DEEP: usize = 3;
