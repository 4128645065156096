//! The first page of a comparison: how much changed, and lists that lead to each change.

use super::building::Built;
use super::rows::{Plan, key};
use super::wording::Wording;
use crate::align::{Alignment, How, Row, Stale, Told};
use crate::document::{
    BlockDraft, BlockKind, Fragment, InlineKind, LinkTarget, Passage, Point, SectionKind, Title,
};
use crate::messages::comparing;
use std::ops::Range;

/// More entries of a list are only counted.
const MOST_LISTED: usize = 200;

/// A block of the first page.
#[derive(Debug, Default)]
pub struct SummaryBlock {
    words: String,
    /// The words at its beginning that are its heading, in bytes.
    heading: usize,
    /// Words that lead to a block of the plan.
    links: Vec<(Range<usize>, usize)>,
}

/// The first page.
#[derive(Debug)]
pub struct Summary {
    pub blocks: Vec<SummaryBlock>,
}

/// Writes the first page.
pub fn summary(alignment: &Alignment, stale: &[Stale], plan: &Plan) -> Summary {
    let plain = |words: String| SummaryBlock { words, ..SummaryBlock::default() };
    let mut blocks = vec![plain(comparing::WHAT_CHANGED.to_owned())];
    blocks.push(plain(alignment.counts().told()));
    blocks.extend(alignment.remarks().into_iter().map(plain));
    let references: Vec<(String, Option<usize>)> = stale
        .iter()
        .map(|stale| {
            let words = format!("! {}", alignment.stale_line(stale));
            (words, plan.place(Wording::New, stale.at))
        })
        .collect();
    blocks.extend(list(comparing::STALE_REFERENCES, references));
    let differs = |row: &&Row| !row.fate().is_unchanged() && !row.is_furniture;
    for group in GROUPS {
        let rows = alignment.rows().iter().filter(differs).filter(|row| group.has(row));
        let entries = alignment.runs(&rows.collect::<Vec<_>>()).into_iter();
        let entries = entries.map(|told| entry(alignment, plan, &told)).collect();
        blocks.extend(list(group.heading(), entries));
    }
    Summary { blocks }
}

/// A list of the rows of one kind.
#[derive(Debug, Clone, Copy)]
enum Group {
    Changed,
    New,
    Gone,
    Renumbered,
    Followed,
    Typographic,
}

/// The lists, in their order.
const GROUPS: [Group; 6] = [
    Group::Changed,
    Group::New,
    Group::Gone,
    Group::Renumbered,
    Group::Followed,
    Group::Typographic,
];

impl Group {
    const fn heading(self) -> &'static str {
        match self {
            Self::Changed => comparing::CHANGED_CLAUSES,
            Self::New => comparing::NEW_CLAUSES,
            Self::Gone => comparing::GONE_CLAUSES,
            Self::Renumbered => comparing::ONLY_RENUMBERED,
            Self::Followed => comparing::ONLY_FOLLOWED,
            Self::Typographic => comparing::ONLY_TYPOGRAPHY,
        }
    }

    fn has(self, row: &Row) -> bool {
        match self {
            Self::Changed => row.is_changed() && !matches!(row.how, How::New | How::Gone),
            Self::New => row.how == How::New,
            Self::Gone => row.how == How::Gone,
            Self::Renumbered => row.how == How::Same,
            Self::Followed => row.how == How::Followed,
            Self::Typographic => row.how == How::Typographic,
        }
    }
}

/// The line of a row, or of a run of rows, and the block of the plan that it leads to.
fn entry(alignment: &Alignment, plan: &Plan, told: &Told) -> (String, Option<usize>) {
    let row = told.first();
    let places = alignment.told_places(told).replace("->", "→");
    let title = match told {
        Told::Row(row) => alignment.title(row),
        Told::Run(..) => String::new(),
    };
    let words = format!("{} {places}  {title}", row.fate().signs());
    (words.trim_end().to_owned(), plan.of_row.get(&key(row)).copied())
}

/// A list under its heading; nothing if it is empty.
fn list(heading: &str, entries: Vec<(String, Option<usize>)>) -> Option<SummaryBlock> {
    if entries.is_empty() {
        return None;
    }
    let mut block = SummaryBlock { words: heading.to_owned(), ..SummaryBlock::default() };
    block.heading = block.words.len();
    let more = entries.len().saturating_sub(MOST_LISTED);
    for (words, at) in entries.into_iter().take(MOST_LISTED) {
        block.words.push('\n');
        let start = block.words.len();
        block.words.push_str(&words);
        if let Some(at) = at {
            block.links.push((start..block.words.len(), at));
        }
    }
    if more > 0 {
        block.words.push('\n');
        block.words.push_str(&comparing::more_listed(more));
    }
    Some(block)
}

impl Summary {
    /// Puts the first page into a document that is being built.
    pub fn push(&self, built: &mut Built) {
        let section = built.builder.open(SectionKind::Heading, None);
        for (at, block) in self.blocks.iter().enumerate() {
            let is_title = at == 0;
            let id = built.builder.push(&BlockDraft {
                kind: if is_title { BlockKind::Heading } else { BlockKind::Paragraph },
                source: 0..0,
                label: None,
                body: vec![Fragment { source: 0, text: &block.words }],
                gap: false,
            });
            if is_title {
                let span = built.builder.span_in(id, 0..block.words.len());
                built.builder.set_title(section, Title::Words(span));
            }
            if block.heading > 0 {
                built.builder.style(id, 0..block.heading, InlineKind::Strong);
            }
            for (range, target) in &block.links {
                let start = Point::start_of(built.block(*target));
                let target = LinkTarget::Passage(Passage { start, end: start });
                built.builder.link(id, range.clone(), target);
            }
        }
        built.builder.close();
    }
}
