//! From the text back to the source: where each byte was read.

use super::TextOffset;

/// A map from offsets of the text to offsets of the source.
///
/// Runs of text that stand in the source byte for byte cost one entry, so a
/// text that was hardly cleaned costs hardly anything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceMap {
    /// Starts of runs, in order of the text: text offset and source offset.
    runs: Vec<(usize, usize)>,
}

impl SourceMap {
    /// Notes that the text from `text` on was read from `source` on.
    pub(super) fn push(&mut self, text: usize, source: usize) {
        match self.runs.last() {
            Some(&(t, s)) if text >= t && source >= s && text - t == source - s => {}
            _ => self.runs.push((text, source)),
        }
    }

    /// The source offset of the byte at a text offset, in bytes.
    pub fn to_source(&self, text: TextOffset) -> usize {
        let after = self.runs.partition_point(|run| run.0 <= text.get());
        match after.checked_sub(1).map(|i| self.runs[i]) {
            Some((t, s)) => s + (text.get() - t),
            None => 0,
        }
    }
}
