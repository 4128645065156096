//! A clause followed through the versions of a text, from the last back to the first: which sections
//! it was in each version, and in which version each of its words came in.

use super::alignment::Alignment;
use super::paragraphs::Paragraph;
use super::redline::ChangedWords;
use super::row::Row;
use crate::document::{BlockId, Document, SectionId};
use std::collections::{BTreeSet, HashMap};

/// The number of a version: 0 is the first that was reached.
pub type VersionNumber = u32;

/// A clause, as far back as it has been followed.
#[derive(Debug)]
pub struct Lineage {
    /// The clause in the version that was reached; none where it does not exist yet.
    sections: Vec<SectionId>,
    /// The sections of that version whose words the last wording has, or had before they were edited.
    /// They may be elsewhere than the clause: words move from one clause to another.
    sources: BTreeSet<SectionId>,
    /// The blocks of the last wording, with their words.
    last: Vec<(BlockId, String)>,
    /// For each step back, what became of the sources.
    steps: Vec<Vec<Step>>,
}

/// A paragraph that was followed one version back.
#[derive(Debug)]
struct Step {
    paragraph: Paragraph,
    /// The lengths of its new blocks, in bytes.
    lengths: Vec<usize>,
}

/// Words that came in together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordOrigin {
    /// The words, with the blanks beside them.
    pub words: String,
    /// The version in which they came in.
    pub version: VersionNumber,
}

impl Lineage {
    /// Begins with a clause of the last version: its sections, with all inside them.
    pub fn new(document: &Document, sections: Vec<SectionId>) -> Self {
        let sources = inside(document, &sections);
        let blocks =
            document.block_ids().filter(|id| sources.contains(&document.block(*id).section));
        let last = blocks.map(|id| (id, document.body(id).to_owned()));
        let last = last.filter(|(_, words)| !words.is_empty()).collect();
        Self { sections, sources, last, steps: Vec::new() }
    }

    /// The clause in the version that was reached; none where it does not exist yet.
    pub fn sections(&self) -> &[SectionId] {
        &self.sections
    }

    /// Goes one version back; the new text of the alignment is the version that was reached. Returns
    /// the rows of the clause and of all inside it, in either version.
    pub fn back<'a>(&mut self, alignment: &'a Alignment) -> Vec<&'a Row> {
        let (old, new) = (alignment.old(), alignment.new_document());
        let of_new =
            |row: &Row, ids: &BTreeSet<SectionId>| row.new.iter().any(|id| ids.contains(id));
        let within = inside(new, &self.sections);
        let now: BTreeSet<SectionId> = self.sections.iter().copied().collect();
        let step = |paragraph: Paragraph| {
            let lengths = paragraph.new.iter().map(|block| new.body(*block).len()).collect();
            Step { paragraph, lengths }
        };
        let from: Vec<&Row> =
            alignment.rows().iter().filter(|row| of_new(row, &self.sources)).collect();
        let paragraphs = from.iter().flat_map(|row| alignment.paragraphs(row));
        self.steps.push(paragraphs.map(step).collect());
        self.sources = from.iter().flat_map(|row| row.old.iter().copied()).collect();
        let before = alignment.rows().iter().filter(|row| of_new(row, &now));
        self.sections = before.flat_map(|row| row.old.iter().copied()).collect();
        let were_within = inside(old, &self.sections);
        let is_of_it =
            |row: &&Row| of_new(row, &within) || row.old.iter().any(|id| were_within.contains(id));
        alignment.rows().iter().filter(is_of_it).collect()
    }

    /// The last wording, block by block, in runs of words that came in together.
    pub fn origins(&self) -> Vec<(BlockId, Vec<WordOrigin>)> {
        // For each block of a version, the version of each of its bytes.
        let mut versions: HashMap<BlockId, Vec<VersionNumber>> = HashMap::new();
        for (version, steps) in (1..).zip(self.steps.iter().rev()) {
            versions = steps.iter().flat_map(|step| step.versions(&versions, version)).collect();
        }
        self.last
            .iter()
            .map(|(block, words)| {
                let versions = versions.get(block).map_or(&[][..], Vec::as_slice);
                (*block, runs(words, versions))
            })
            .collect()
    }
}

impl Step {
    /// For each new block, the version of each of its bytes.
    fn versions(
        &self,
        before: &HashMap<BlockId, Vec<VersionNumber>>,
        version: VersionNumber,
    ) -> Vec<(BlockId, Vec<VersionNumber>)> {
        let Self { paragraph, lengths } = self;
        let mut was: Vec<VersionNumber> = Vec::with_capacity(paragraph.was.len());
        for (at, block) in paragraph.old.iter().enumerate() {
            if at > 0 {
                was.extend([0; Paragraph::BETWEEN.len()]);
            }
            was.extend(before.get(block).into_iter().flatten());
        }
        // In the first version, all words are as old as it.
        was.resize(paragraph.was.len(), 0);
        let mut is: Vec<VersionNumber> = Vec::with_capacity(paragraph.is.len());
        for piece in &paragraph.pieces {
            match piece {
                ChangedWords::Kept { old, .. } => is.extend(&was[old.clone()]),
                ChangedWords::New(new) => is.extend(std::iter::repeat_n(version, new.len())),
                ChangedWords::Gone(_) => {}
            }
        }
        let mut from = 0;
        let blocks = paragraph.new.iter().zip(lengths).map(|(block, length)| {
            let own = is[from..from + length].to_vec();
            from += length + Paragraph::BETWEEN.len();
            (*block, own)
        });
        blocks.collect()
    }
}

/// The sections of a document with all inside them.
fn inside(document: &Document, sections: &[SectionId]) -> BTreeSet<SectionId> {
    sections.iter().flat_map(|id| document.with_inner(*id)).collect()
}

/// Gathers words by the version of their bytes, which is the first if it is not known; blanks belong
/// to the words before them.
fn runs(words: &str, versions: &[VersionNumber]) -> Vec<WordOrigin> {
    let mut runs: Vec<WordOrigin> = Vec::new();
    for (at, c) in words.char_indices() {
        let version = versions.get(at).copied().unwrap_or(0);
        match runs.last_mut() {
            Some(last) if last.version == version || c.is_whitespace() => last.words.push(c),
            _ => runs.push(WordOrigin { words: c.to_string(), version }),
        }
    }
    runs
}
