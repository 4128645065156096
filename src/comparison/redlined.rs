//! The words of a block of a comparison: those that stayed, that went and that came, each a run.

use crate::align::{ChangedWords, Paragraph};
use crate::document::InlineKind;
use std::ops::Range;

/// How changed words are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Redline {
    /// By their style: crossed out and underlined.
    Styles,
    /// By signs in the text, as in wdiff and git: `[-gone-]` and `{+new+}`.
    Signs,
}

/// What became of a run of words. Offsets are in the wording that it is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunFate {
    /// In both; where it begins in the new wording.
    Kept(usize),
    /// Only in the new wording, where it begins there.
    New(usize),
    /// Only in the old wording, where it begins there.
    Gone(usize),
    /// A sign beside new words.
    SignOfNew,
    /// A sign beside words that are gone.
    SignOfGone,
}

impl RunFate {
    /// The style of the run.
    pub fn style(self) -> Option<InlineKind> {
        match self {
            Self::Kept(_) => None,
            Self::New(_) | Self::SignOfNew => Some(InlineKind::New),
            Self::Gone(_) | Self::SignOfGone => Some(InlineKind::Gone),
        }
    }
}

/// A run of words in the body of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Its bytes in the body.
    pub at: Range<usize>,
    /// What became of it.
    pub fate: RunFate,
}

/// The words of a block under construction.
#[derive(Debug, Default)]
pub struct Redlined {
    pub body: String,
    pub runs: Vec<Run>,
}

impl Redlined {
    /// Appends words without a sign.
    pub fn put(&mut self, words: &str, fate: RunFate) {
        if words.is_empty() {
            return;
        }
        let start = self.body.len();
        self.body.push_str(words);
        self.runs.push(Run { at: start..self.body.len(), fate });
    }

    /// Appends words, between signs if those are wanted.
    pub fn put_changed(&mut self, words: &str, fate: RunFate, redline: Redline) {
        let signs = match (redline, fate) {
            (Redline::Styles, _) | (_, RunFate::Kept(_)) => None,
            // Blanks that differ are no words that differ.
            _ if words.trim().is_empty() => None,
            (Redline::Signs, RunFate::Gone(_) | RunFate::SignOfGone) => {
                Some(("[-", "-]", RunFate::SignOfGone))
            }
            (Redline::Signs, _) => Some(("{+", "+}", RunFate::SignOfNew)),
        };
        if let Some((before, _, sign)) = signs {
            self.put(before, sign);
        }
        self.put(words, fate);
        if let Some((_, after, sign)) = signs {
            self.put(after, sign);
        }
    }
}

/// Writes a paragraph as blocks: one for each of its blocks in the new text, whose lengths are
/// given, with the words that are gone where they were.
pub fn inline(
    paragraph: &Paragraph,
    lengths: &[usize],
    between: usize,
    redline: Redline,
) -> Vec<Redlined> {
    let mut blocks: Vec<Redlined> = Vec::with_capacity(lengths.len());
    blocks.resize_with(lengths.len(), Redlined::default);
    let (mut at, mut start) = (0, 0);
    for piece in &paragraph.pieces {
        let (range, is_new) = match piece {
            ChangedWords::Gone(gone) => {
                let words = &paragraph.was[gone.clone()];
                // Blanks that are gone, such as those between two paragraphs, say nothing.
                if !words.trim().is_empty() {
                    let words = words.replace("\n\n", "\n");
                    blocks[at].put_changed(&words, RunFate::Gone(gone.start), redline);
                }
                continue;
            }
            ChangedWords::Kept { new, .. } => (new.clone(), false),
            ChangedWords::New(new) => (new.clone(), true),
        };
        let mut from = range.start.max(start);
        loop {
            let end = start + lengths[at];
            let to = range.end.min(end);
            if from < to {
                let own = from - start;
                let fate = if is_new { RunFate::New(own) } else { RunFate::Kept(own) };
                blocks[at].put_changed(&paragraph.is[from..to], fate, redline);
            }
            // What separates two blocks is part of neither.
            if range.end <= end || at + 1 == lengths.len() {
                break;
            }
            (at, start) = (at + 1, end + between);
            if range.end <= start {
                break;
            }
            from = start;
        }
    }
    blocks
}

/// Writes all words of a block with one fate; in a table, those of each cell.
pub fn whole(
    body: &str,
    cells: &[Range<usize>],
    fate: fn(usize) -> RunFate,
    redline: Redline,
) -> Redlined {
    let mut out = Redlined::default();
    let mut from = 0;
    for cell in cells {
        if cell.start > from {
            out.put(&body[from..cell.start], fate(from));
        }
        out.put_changed(&body[cell.clone()], fate(cell.start), redline);
        from = cell.end.max(from);
    }
    match (cells.is_empty(), from < body.len()) {
        (true, _) => out.put_changed(body, fate(0), redline),
        (false, true) => out.put(&body[from..], fate(from)),
        (false, false) => {}
    }
    out
}
