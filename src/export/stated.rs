//! Statements of a document's structure before each of its blocks.

use super::style::ExportSyntax;
use crate::document::{BlockId, BlockKind, Document, SectionId};
use crate::import::statement::{StatedBlock, StatedSection, Statement};
use std::collections::HashMap;

/// The statements of a document.
#[derive(Debug, Default)]
pub struct Statements {
    before: HashMap<BlockId, Vec<Statement>>,
    at_the_end: Vec<Statement>,
}

impl Statements {
    /// Collects the statements for all blocks and sections, as a syntax requires them.
    pub fn of(document: &Document, syntax: ExportSyntax) -> Self {
        let mut statements = Self::default();
        let mut sections = document.section_ids().peekable();
        let mut open: Option<SectionId> = None;
        let mut paragraphs: HashMap<SectionId, u32> = HashMap::new();
        for id in document.block_ids() {
            let mut before = Vec::new();
            while let Some(section) =
                sections.next_if(|next| document.section(*next).blocks.start <= id.index())
            {
                before.push(begins(document, section));
                open = Some(section);
            }
            let section = document.block(id).section;
            if open != Some(section) {
                before.push(Statement::Level(usize::from(document.section(section).depth)));
                open = Some(section);
            }
            let count = paragraphs.entry(section).or_default();
            before.extend(of_block(document, id, syntax, count).map(Statement::Block));
            if !before.is_empty() {
                statements.before.insert(id, before);
            }
        }
        statements.at_the_end = sections.map(|section| begins(document, section)).collect();
        statements
    }

    /// Returns the statements before a block.
    pub fn before(&self, id: BlockId) -> &[Statement] {
        self.before.get(&id).map_or(&[], Vec::as_slice)
    }

    /// Returns the statements after the last block: sections without blocks.
    pub fn at_the_end(&self) -> &[Statement] {
        &self.at_the_end
    }
}

fn begins(document: &Document, id: SectionId) -> Statement {
    let section = document.section(id);
    Statement::Section(StatedSection {
        kind: section.kind,
        number: section.number.clone(),
        name: document.given_name(id).map(str::to_owned),
        level: usize::from(section.depth),
    })
}

/// Returns the statements of a block; `count` is the number of paragraphs in its section so far.
fn of_block(
    document: &Document,
    id: BlockId,
    syntax: ExportSyntax,
    count: &mut u32,
) -> impl Iterator<Item = StatedBlock> + use<> {
    let block = document.block(id);
    let section = document.section(block.section);
    let begins = section.kind.is_provision() && section.blocks.start == id.index();
    let told = match (block.kind, syntax) {
        (BlockKind::Ornament, ExportSyntax::Markdown) => document.body(id) == "* * *",
        (BlockKind::Note, ExportSyntax::Markdown) => true,
        (BlockKind::Dateline | BlockKind::Ornament | BlockKind::Note, _) => false,
        _ => true,
    };
    let kind = (!told).then_some(StatedBlock::Kind(block.kind));
    let number = match (begins, block.label) {
        (true, None) => Some(StatedBlock::WithoutNumber),
        (false, Some(_)) if section.kind.is_provision() => Some(StatedBlock::BelowTitle),
        (false, Some(_)) => Some(StatedBlock::Recital(block.paragraph.unwrap_or_default())),
        _ => None,
    };
    *count = block.paragraph.unwrap_or(*count);
    let goes_on = block.kind.is_paragraph() && block.paragraph.is_none();
    let goes_on = goes_on.then_some(StatedBlock::GoesOn);
    [kind, number, goes_on].into_iter().flatten()
}
