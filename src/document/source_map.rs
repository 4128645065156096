//! Maps the text back to the source: where each byte was read.

use super::TextOffset;
use serde::{Deserialize, Serialize};

/// A map from offsets in the text to offsets in the source.
///
/// A run of text that is in the source byte for byte costs one entry of eight bytes, so text with
/// few changes costs almost nothing. Offsets beyond the first 4 GiB are not distinguished.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceMap {
    /// Starts of runs, in text order: text offset and source offset.
    runs: Vec<(u32, u32)>,
}

impl SourceMap {
    /// Records that the text from `text` on was read from `source` on.
    pub(super) fn push(&mut self, text: usize, source: usize) {
        let run = (near(text), near(source));
        let goes_on = self.runs.last().is_some_and(|last| {
            run.0.checked_sub(last.0).is_some_and(|on| run.1.checked_sub(last.1) == Some(on))
        });
        if !goes_on {
            self.runs.push(run);
        }
    }

    /// Returns the source offset of the byte at a text offset, in bytes.
    pub fn to_source(&self, text: TextOffset) -> usize {
        let text = near(text.get());
        let after = self.runs.partition_point(|run| run.0 <= text);
        let run = after.checked_sub(1).map(|last| self.runs[last]);
        run.map_or(0, |(begun, source)| source as usize + (text - begun) as usize)
    }

    /// Adds the runs of a text that begins at the byte `text` of this one.
    pub(super) fn extend(&mut self, other: &Self, text: usize) {
        let by = near(text);
        self.runs.extend(other.runs.iter().map(|(at, source)| (at.saturating_add(by), *source)));
    }

    /// Reserves space for runs.
    pub(super) fn reserve(&mut self, runs: usize) {
        self.runs.reserve_exact(runs);
    }

    /// Releases unused capacity.
    pub(super) fn shrink(&mut self) {
        self.runs.shrink_to_fit();
    }
}

/// Clamps an offset to 4 GiB.
fn near(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}
