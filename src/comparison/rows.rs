//! The blocks and sections of a comparison in their order: the rows of an alignment in the order of
//! the new text, and what is gone where it was.

use super::block::ComparedBlock;
use super::redlined::{Redline, Redlined, Run};
use super::wording::{Wording, WordsOfRows};
use crate::align::{Alignment, Course, Fate, How, Row, Stale};
use crate::document::{BlockId, Document, SectionId};
use std::collections::{HashMap, HashSet};

/// A block of a comparison, before it is built.
#[derive(Debug)]
pub struct PlannedBlock {
    /// The wording that it is a block of.
    pub wording: Wording,
    /// The block of that wording.
    pub own: BlockId,
    /// The index of its section in the plan.
    pub section: usize,
    pub body: String,
    pub compared: ComparedBlock,
}

/// A section of a comparison, before it is built.
#[derive(Debug)]
pub struct PlannedSection {
    pub wording: Wording,
    pub id: SectionId,
    pub address: String,
    pub fate: Fate,
    /// Its address in the old text, where that is another.
    pub was: Option<String>,
    pub is_stale: bool,
}

/// A step of building the document. Sections and blocks are indices in the plan, in order.
#[derive(Debug)]
pub enum Step {
    Open(usize),
    Close,
    Block(usize),
}

/// The blocks and sections of a comparison in their order.
#[derive(Debug, Default)]
pub struct Plan {
    pub blocks: Vec<PlannedBlock>,
    pub sections: Vec<PlannedSection>,
    pub steps: Vec<Step>,
    /// Where the changes begin: a block, and a byte of it.
    pub stops: Vec<(usize, usize)>,
    /// The first block of each row.
    pub of_row: HashMap<RowKey, usize>,
    /// For each block of the old text that is gone, its place in the plan.
    of_old: HashMap<BlockId, usize>,
    /// For each block of the new text, its place in the plan.
    pub of_new: HashMap<BlockId, usize>,
}

/// What identifies a row: its first sections in both wordings.
pub type RowKey = (Option<SectionId>, Option<SectionId>);

/// What identifies a row.
pub fn key(row: &Row) -> RowKey {
    (row.old.first().copied(), row.new.first().copied())
}

/// What the address of a section that is gone begins with.
const OLD: &str = "old/";

impl Plan {
    /// Plans the comparison of an alignment.
    pub fn of(alignment: &Alignment, stale: &[Stale], redline: Redline) -> Self {
        let mut planner = Planner::new(alignment, stale, redline);
        planner.go_through();
        let mut plan = planner.plan;
        plan.find_stops(alignment);
        plan
    }

    /// The place in the plan of a block of a wording.
    pub fn place(&self, wording: Wording, block: BlockId) -> Option<usize> {
        let places = match wording {
            Wording::Old => &self.of_old,
            Wording::New => &self.of_new,
        };
        places.get(&block).copied()
    }

    /// The changes to step to: each row that differs; of a run of rows that were only renumbered,
    /// the first.
    fn find_stops(&mut self, alignment: &Alignment) {
        let rows = alignment.rows();
        let differing: Vec<&Row> = rows.iter().filter(|row| is_a_change(row)).collect();
        let mut stops: Vec<(usize, usize)> = Vec::new();
        for told in alignment.runs(&differing) {
            let Some(first) = self.of_row.get(&key(told.first())).copied() else { continue };
            let section = self.blocks[first].section;
            let own = self.blocks.iter().enumerate().skip(first);
            let own = own.take_while(|(_, block)| block.section == section);
            let changed = |block: &PlannedBlock| {
                block
                    .compared
                    .runs
                    .iter()
                    .find(|run| run.fate.style().is_some())
                    .map(|run| run.at.start)
            };
            let found = own.filter_map(|(at, block)| Some((at, changed(block)?))).next();
            let stop = found.unwrap_or((first, 0));
            self.blocks[stop.0].compared.is_shown_alone = true;
            self.blocks[first].compared.is_shown_alone = true;
            stops.push(stop);
        }
        stops.sort_unstable();
        stops.dedup();
        self.stops = stops;
    }
}

/// Whether a row is a change that the reader steps to: more than typography and references that
/// follow a renumbering.
pub fn is_a_change(row: &Row) -> bool {
    let is_slight = matches!(row.how, How::Typographic | How::Followed);
    row.course != Course::Stayed || !(is_slight || row.fate().is_unchanged())
}

/// An open section, with what is gone and comes after it.
struct OpenSection {
    wording: Wording,
    id: SectionId,
    /// Its index in the plan.
    planned: usize,
    /// Sections that are gone, which were directly after it.
    following: Vec<SectionId>,
    /// Sections that are gone, which come after all of it.
    waiting: Vec<SectionId>,
}

struct Planner<'a> {
    alignment: &'a Alignment<'a>,
    old: &'a Document,
    new: &'a Document,
    plan: Plan,
    words: WordsOfRows<'a>,
    /// For each section of the new text, and each that is gone, its row.
    row_of_new: Vec<Option<usize>>,
    row_of_old: HashMap<SectionId, usize>,
    /// The blocks of the new text with a reference to an old number.
    stale: HashSet<BlockId>,
    open: Vec<OpenSection>,
}

impl<'a> Planner<'a> {
    fn new(alignment: &'a Alignment<'a>, stale: &[Stale], redline: Redline) -> Self {
        let (old, new) = (alignment.old(), alignment.new_document());
        Self {
            alignment,
            old,
            new,
            plan: Plan::default(),
            words: WordsOfRows::new(alignment, redline),
            row_of_new: vec![None; new.sections().len()],
            row_of_old: HashMap::new(),
            stale: stale.iter().map(|stale| stale.at).collect(),
            open: Vec::new(),
        }
    }

    fn go_through(&mut self) {
        let rows = self.alignment.rows();
        // The sections that are gone, by the section of the new text that they follow.
        let mut following: HashMap<Option<SectionId>, Vec<SectionId>> = HashMap::new();
        let mut last = None;
        for (at, row) in rows.iter().enumerate() {
            row.new.iter().for_each(|id| self.row_of_new[id.index()] = Some(at));
            match row.new.first() {
                Some(first) => {
                    last = Some(*first);
                    self.words.collect(row);
                }
                None => {
                    self.row_of_old.extend(row.old.iter().map(|id| (*id, at)));
                    following.entry(last).or_default().extend(&row.old);
                }
            }
        }
        self.put_gone(&following.remove(&None).unwrap_or_default());
        let mut next = 0;
        let sections = self.new.sections();
        for block in self.new.block_ids() {
            while sections.get(next).is_some_and(|section| section.blocks.start <= block.index()) {
                self.open_new(SectionId::new(next), &mut following);
                next += 1;
            }
            // The blocks of a section may go on after those inside it.
            let section = self.new.block(block).section;
            self.close_until(|open| open.wording == Wording::New && open.id == section);
            self.put_new(block);
        }
        for at in next..sections.len() {
            self.open_new(SectionId::new(at), &mut following);
        }
        self.close_until(|_| false);
    }

    /// Opens a section of the new text.
    fn open_new(
        &mut self,
        id: SectionId,
        following: &mut HashMap<Option<SectionId>, Vec<SectionId>>,
    ) {
        let parent = self.new.section(id).parent;
        self.settle();
        self.close_until(|open| open.wording == Wording::New && Some(open.id) == parent);
        let row = self.row_of_new[id.index()].map(|at| &self.alignment.rows()[at]);
        let address = self.new.section_address(id).to_owned();
        let was = row.and_then(|row| row.old.first()).map(|id| self.old.section_address(*id));
        let was = was.filter(|was| *was != address).map(str::to_owned);
        let is_stale = self.new.own_blocks(id).any(|block| self.stale.contains(&block));
        let fate = row.map_or(Fate::UNCHANGED, Row::fate);
        let planned = self.plan.sections.len();
        let wording = Wording::New;
        self.plan.sections.push(PlannedSection { wording, id, address, fate, was, is_stale });
        self.plan.steps.push(Step::Open(planned));
        let following = following.remove(&Some(id)).unwrap_or_default();
        self.open.push(OpenSection { wording, id, planned, following, waiting: Vec::new() });
        for block in self.words.at_start.remove(&id).unwrap_or_default() {
            self.put_old(block);
        }
    }

    /// Closes sections until the innermost is one that is wanted, or none is open.
    fn close_until(&mut self, is_wanted: impl Fn(&OpenSection) -> bool) {
        if self.open.last().is_some_and(|top| !is_wanted(top)) {
            self.settle();
        }
        while let Some(top) = self.open.last() {
            if is_wanted(top) {
                return;
            }
            let waiting = self.open.pop().map(|open| open.waiting).unwrap_or_default();
            self.plan.steps.push(Step::Close);
            self.put_gone(&waiting);
        }
    }

    /// Puts what was directly after the beginning of the innermost section: what was inside it, here;
    /// what was after it, once all of it is there.
    fn settle(&mut self) {
        let Some(top) = self.open.last_mut() else { return };
        let (id, following) = (top.id, std::mem::take(&mut top.following));
        let (inside, after): (Vec<SectionId>, Vec<SectionId>) =
            following.into_iter().partition(|gone| self.holder(*gone) == Some(id));
        if let Some(top) = self.open.last_mut() {
            top.waiting.extend(after);
        }
        self.put_gone(&inside);
    }

    /// The section of the new text that the one around a section which is gone is now.
    fn holder(&self, gone: SectionId) -> Option<SectionId> {
        let mut around = self.old.ancestry(gone).skip(1);
        let kept = around.find(|outer| !self.row_of_old.contains_key(outer))?;
        self.alignment.now(kept)
    }

    /// Puts sections that are gone into the innermost section; those that were inside a section
    /// around it wait for the end of all before them.
    fn put_gone(&mut self, gone: &[SectionId]) {
        let innermost = self.open.len();
        for id in gone {
            let (old, top) = (self.old, self.open[..innermost].last().map(|open| open.id));
            let holder = self.holder(*id);
            let mut outside = self.open[..innermost.saturating_sub(1)].iter();
            let is_outside = holder.is_some() && outside.any(|open| Some(open.id) == holder);
            if holder != top && is_outside {
                if let Some(top) = self.open[..innermost].last_mut() {
                    top.waiting.push(*id);
                }
                continue;
            }
            while self.open.len() > innermost
                && self.open.last().is_some_and(|open| !old.ancestry(*id).any(|a| a == open.id))
            {
                self.open.pop();
                self.plan.steps.push(Step::Close);
            }
            self.open_old(*id);
        }
        while self.open.len() > innermost {
            self.open.pop();
            self.plan.steps.push(Step::Close);
        }
    }

    /// Opens a section that is gone, with its blocks.
    fn open_old(&mut self, id: SectionId) {
        let row = self.row_of_old.get(&id).map(|at| &self.alignment.rows()[*at]);
        let planned = self.plan.sections.len();
        let wording = Wording::Old;
        self.plan.sections.push(PlannedSection {
            wording,
            id,
            address: format!("{OLD}{}", self.old.section_address(id)),
            fate: row.map_or(Fate::UNCHANGED, Row::fate),
            was: None,
            is_stale: false,
        });
        self.plan.steps.push(Step::Open(planned));
        let (following, waiting) = (Vec::new(), Vec::new());
        self.open.push(OpenSection { wording, id, planned, following, waiting });
        for block in self.old.own_blocks(id) {
            self.put_old(block);
        }
    }

    /// Puts a block of the new text, with what is gone before and after it.
    fn put_new(&mut self, block: BlockId) {
        for gone in self.words.before.remove(&block).unwrap_or_default() {
            self.put_old(gone);
        }
        let words = self.words.new.remove(&block);
        let (words, old) = words.unwrap_or_else(|| (Redlined::default(), Vec::new()));
        let is_stale = self.stale.contains(&block);
        self.put(Wording::New, block, words, old, is_stale);
        for gone in self.words.after.remove(&block).unwrap_or_default() {
            self.put_old(gone);
        }
    }

    fn put_old(&mut self, block: BlockId) {
        let words = self.words.whole(Wording::Old, block);
        self.put(Wording::Old, block, words, vec![block], false);
    }

    fn put(
        &mut self,
        wording: Wording,
        own: BlockId,
        words: Redlined,
        old: Vec<BlockId>,
        is_stale: bool,
    ) {
        let at = self.plan.blocks.len();
        let section = self.open.last().map_or(0, |open| open.planned);
        let Redlined { body, runs } = words;
        let planned = &self.plan.sections[section];
        let row = match planned.wording {
            Wording::New => self.row_of_new[planned.id.index()],
            Wording::Old => self.row_of_old.get(&planned.id).copied(),
        };
        let row = row.map(|row| key(&self.alignment.rows()[row]));
        let begins = row.is_some_and(|row| !self.plan.of_row.contains_key(&row));
        let is_changed = |run: &Run| run.fate.style().is_some();
        let mut signs = if begins { planned.fate.course_sign() } else { "" }.to_owned();
        let fate = planned.fate;
        signs.push_str(match (wording, runs.iter().all(is_changed), runs.iter().any(is_changed)) {
            _ if runs.is_empty() => "",
            (Wording::Old, ..) => Fate::GONE.words_sign(),
            (_, true, _) => Fate::NEW.words_sign(),
            (_, _, true) => match fate.words_sign() {
                // A paragraph of a section that is new as a whole has no other.
                "" => Fate::EDITED.words_sign(),
                sign => sign,
            },
            (_, _, false) => "",
        });
        if is_stale {
            signs.push('!');
        }
        if let Some(row) = row.filter(|_| begins) {
            self.plan.of_row.insert(row, at);
        }
        let is_told = is_stale
            || (runs.iter().any(is_changed)
                && !matches!(fate.how, How::Typographic | How::Followed));
        let places = match wording {
            Wording::Old => &mut self.plan.of_old,
            Wording::New => &mut self.plan.of_new,
        };
        places.insert(own, at);
        let new = (wording == Wording::New).then_some(own);
        let compared = ComparedBlock { old, new, signs, runs, is_shown_alone: is_told };
        self.plan.steps.push(Step::Block(at));
        self.plan.blocks.push(PlannedBlock { wording, own, section, body, compared });
    }
}
