//! A block of a comparison: where it is from, and how places in it and in its own wording correspond.

use super::redlined::{Run, RunFate};
use crate::document::BlockId;
use std::ops::Range;

/// Where a block of a comparison is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparedBlock {
    /// The blocks of the old text whose words it has.
    pub old: Vec<BlockId>,
    /// The block of the new text whose words it has; `None` if it is gone.
    pub new: Option<BlockId>,
    /// The signs of what became of it, for the margin; empty if nothing did.
    pub signs: String,
    /// Its words.
    pub runs: Vec<Run>,
    /// Whether it is shown when only what changed is.
    pub(super) is_shown_alone: bool,
}

impl ComparedBlock {
    /// The wording that places in the block are counted in: the new one, or the old one where it is
    /// gone.
    fn start_of(&self, run: &Run) -> Option<usize> {
        match (run.fate, self.new) {
            (RunFate::Kept(start) | RunFate::New(start), Some(_)) => Some(start),
            (RunFate::Gone(start), None) => Some(start),
            _ => None,
        }
    }

    /// The byte of the block's own wording at a byte of the comparison.
    pub(super) fn own(&self, byte: usize) -> usize {
        let mut own = 0;
        for run in &self.runs {
            if run.at.start > byte {
                break;
            }
            if let Some(start) = self.start_of(run) {
                own = start + byte.min(run.at.end) - run.at.start;
            }
        }
        own
    }

    /// The byte of the comparison at a byte of the block's own wording.
    pub(super) fn here(&self, byte: usize) -> usize {
        let mut here = 0;
        for run in &self.runs {
            let Some(start) = self.start_of(run) else { continue };
            if start > byte {
                break;
            }
            here = run.at.start + (byte - start).min(run.at.len());
        }
        here
    }

    /// The bytes of the comparison that hold a range of the block's own wording.
    pub(super) fn here_range(&self, own: Range<usize>) -> Range<usize> {
        let start = self.here(own.start);
        let end = own.end.checked_sub(1).filter(|last| *last >= own.start);
        start..end.map_or(start, |last| self.here(last) + 1)
    }

    /// The range of the block's own wording in a range of the comparison, if that has words of it.
    pub(super) fn own_range(&self, here: Range<usize>) -> Option<Range<usize>> {
        let mut found: Option<Range<usize>> = None;
        for run in &self.runs {
            let Some(start) = self.start_of(run) else { continue };
            let (from, to) = (run.at.start.max(here.start), run.at.end.min(here.end));
            if from < to {
                let own = start + from - run.at.start..start + to - run.at.start;
                found = Some(found.map_or(own.clone(), |before| before.start..own.end));
            }
        }
        found
    }
}
