//! Sections and blocks as a text states them: see [`crate::import::statement`]. Nothing is
//! recognised here but titles, and the number in front of a provision.

use super::blocks::Blocks;
use super::masthead::{self, Masthead};
use super::part::block_kind;
use super::titles;
use crate::document::{BlockId, BlockKind, SectionId, SectionKind, Title};
use crate::import::clean::{self, Break};
use crate::import::manuscript::{Element, NESTING};
use crate::import::statement::{StatedBlock, StatedSection, Statement};
use crate::import::stretches;
use crate::lexicon::bulletins::BulletinLanguages;
use std::ops::Range;

/// The elements of a text and what it states before them.
pub struct Stated<'a> {
    elements: &'a [Element],
    statements: &'a [(usize, Statement)],
}

impl<'a> Stated<'a> {
    /// Each statement is before the element of an index, in order.
    pub fn new(elements: &'a [Element], statements: &'a [(usize, Statement)]) -> Self {
        Self { elements, statements }
    }
}

/// What is between a number and its words in plain text, where nothing else marks it.
const APART: &str = "  ";

/// The sections that a text states, in the making.
struct StatedSections<'m, 'a> {
    blocks: &'m mut Blocks<'a>,
    /// The sections that are open, outermost first.
    open: Vec<(SectionId, SectionKind)>,
    /// The section that began last, until it has a block.
    begun: Option<SectionId>,
    /// What is stated of the next block.
    stated: Vec<StatedBlock>,
    /// The lines of the masthead.
    masthead: Vec<String>,
    /// The title of the whole, and the kind of the section that it names.
    title: Option<(SectionKind, String)>,
}

/// Makes what a text states; its masthead and its title.
pub fn assemble(
    blocks: &mut Blocks<'_>,
    stated: &Stated<'_>,
    bulletins: BulletinLanguages<'_>,
) -> (Option<Masthead>, Option<String>) {
    let mut sections = StatedSections {
        blocks,
        open: Vec::new(),
        begun: None,
        stated: Vec::new(),
        masthead: Vec::new(),
        title: None,
    };
    let mut rest = stated.statements;
    for (at, element) in stated.elements.iter().enumerate() {
        let here = rest.partition_point(|(before, _)| *before <= at);
        for (_, statement) in &rest[..here] {
            sections.state(statement);
        }
        rest = &rest[here..];
        sections.element(element);
    }
    for (_, statement) in rest {
        sections.state(statement);
    }
    let masthead = masthead::read(sections.masthead.iter().map(String::as_str), bulletins);
    (masthead, sections.title.map(|(_, title)| title))
}

impl StatedSections<'_, '_> {
    fn state(&mut self, statement: &Statement) {
        match statement {
            Statement::Block(stated) => self.stated.push(*stated),
            Statement::Level(level) => {
                self.close_to(level.saturating_add(1));
                self.begun = None;
            }
            Statement::Section(section) => self.begin(section),
        }
    }

    fn begin(&mut self, section: &StatedSection) {
        self.close_to(section.level);
        let id = self.blocks.builder.open(section.kind, section.number.clone());
        if let Some(name) = &section.name {
            self.blocks.builder.set_name(id, name);
        }
        self.open.push((id, section.kind));
        self.begun = Some(id);
    }

    fn close_to(&mut self, level: usize) {
        while self.open.len() > level {
            self.open.pop();
            self.blocks.builder.close();
        }
    }

    fn element(&mut self, element: &Element) {
        let stated = std::mem::take(&mut self.stated);
        let begun = self.begun.take();
        let section = self.open.last().map_or(SectionKind::Heading, |(_, kind)| *kind);
        let recital = stated.iter().find_map(|stated| match stated {
            StatedBlock::Recital(number) => Some(*number),
            _ => None,
        });
        let begins = section.is_provision() && begun.is_some();
        let numbered = (begins && !stated.contains(&StatedBlock::WithoutNumber))
            || stated.contains(&StatedBlock::BelowTitle);
        let kind = stated.iter().find_map(|stated| match stated {
            StatedBlock::Kind(kind) => Some(*kind),
            _ => None,
        });
        let kind = kind.unwrap_or_else(|| block_kind(element.kind));
        let mut lines = element.lines.clone();
        let label = (numbered || recital.is_some()).then(|| self.take_label(&mut lines)).flatten();
        let pieces = stretches::of(self.blocks.text, element.kind, &lines);
        let mut pieces = pieces.unwrap_or_else(|| vec![lines]).into_iter();
        let block = self.blocks.push_draft(kind, label, &pieces.next().unwrap_or_default(), false);
        if kind == BlockKind::ListItem {
            let lists = u8::try_from(element.indent / NESTING).unwrap_or(u8::MAX);
            self.blocks.builder.nest(block, lists);
        }
        if let Some(number) = recital {
            self.blocks.builder.number(block, number);
        }
        if stated.contains(&StatedBlock::GoesOn) {
            self.blocks.builder.go_on(block);
        }
        if let Some(id) = begun {
            self.entitle(id, section, block, kind);
        }
        match section {
            SectionKind::Masthead => self.masthead.push(self.blocks.builder.last_body().to_owned()),
            SectionKind::Story | SectionKind::Imprint | SectionKind::Notice => {}
            _ if kind == BlockKind::Heading => {}
            _ => self.blocks.mark_operative(block),
        }
        for lines in pieces {
            let block = self.blocks.push_draft(kind, None, &lines, false);
            self.blocks.builder.go_on(block);
        }
    }

    /// The number at the beginning of the first of some lines: what hangs before it, else what two
    /// blanks separate from the words, else all of it.
    fn take_label(&self, lines: &mut Vec<(Range<usize>, Break)>) -> Option<Range<usize>> {
        let line = lines.first()?.0.clone();
        let strong = self.blocks.markup.strong_from(line.start).filter(|end| *end <= line.end);
        let apart = || self.blocks.text[line.clone()].find(APART).map(|at| line.start + at);
        let label = line.start..strong.or_else(apart).unwrap_or(line.end);
        clean::one_run(self.blocks.text, label.clone(), 0)?;
        let words = self.blocks.text[label.end..line.end].trim_start();
        lines[0].0.start = line.end - words.len();
        if words.is_empty() && lines.len() > 1 {
            lines.remove(0);
        }
        Some(label)
    }

    /// Gives a section that begins with a block the title that this shows.
    fn entitle(&mut self, id: SectionId, section: SectionKind, block: BlockId, kind: BlockKind) {
        let body = self.blocks.builder.last_body().to_owned();
        let whole = self.blocks.builder.span_in(block, 0..body.len());
        let title = match (section.is_provision(), kind) {
            (_, BlockKind::Heading) if body.is_empty() => Title::Unnamed,
            (true, _) => match titles::shown(&body, kind == BlockKind::Heading) {
                Some(words) => Title::Words(self.blocks.builder.span_in(block, words)),
                None => self.blocks.subject(block),
            },
            (false, BlockKind::Heading) => match section {
                SectionKind::Declaration if is_damaged(&body) => Title::Damaged(whole),
                _ => Title::Words(whole),
            },
            (false, _) => Title::Unnamed,
        };
        self.blocks.builder.set_title(id, title);
        let names =
            matches!(section, SectionKind::Story | SectionKind::Declaration | SectionKind::Heading);
        // The title of a declaration has precedence over that of the story about it.
        let better = match self.title {
            None => self.open.len() == 1,
            Some((known, _)) => known == SectionKind::Story && section == SectionKind::Declaration,
        };
        if names && better && matches!(title, Title::Words(_) | Title::Damaged(_)) {
            let ellipsis =
                if is_damaged(&body) && section == SectionKind::Declaration { "… " } else { "" };
            self.title = Some((section, format!("{ellipsis}{}", body.replace('\n', " "))));
        }
    }
}

/// Whether a title has lost its beginning: it begins in the middle of a phrase.
fn is_damaged(title: &str) -> bool {
    title.starts_with(char::is_lowercase)
}
