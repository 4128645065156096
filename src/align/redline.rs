//! The differences between two wordings of a text, word by word.
//!
//! 1. Both are split into [`tokens`]: words, blanks, marks; a date or a reference is one.
//! 2. Where they have little in common, or are long, their sentences are paired first and the words
//!    compared inside each pair.
//! 3. What remains by accident between two changes, such as an “of the”, joins them, so that a
//!    changed phrase is one change.
//! 4. A change that could begin a little earlier or later without loss begins at a sentence, a mark
//!    or a word.

#[cfg(test)]
mod tests;

use super::bag::Bag;
use super::blocks;
use super::tokens::tokens;
use super::weights::Weights;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// A run of words in the old wording, the new one, or both, in bytes of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChangedWords {
    /// In both, to the byte.
    Kept {
        /// Where it is in the old wording.
        old: Range<usize>,
        /// Where it is in the new wording.
        new: Range<usize>,
    },
    /// Only in the old.
    Gone(Range<usize>),
    /// Only in the new.
    New(Range<usize>),
}

/// The tokens that must stay whole in the two wordings, such as references, in bytes and in order.
#[derive(Debug, Clone, Copy, Default)]
pub struct Whole<'a> {
    /// In the old wording.
    pub old: &'a [Range<usize>],
    /// In the new wording.
    pub new: &'a [Range<usize>],
}

/// Below this share of common words, sentences are paired before words are compared.
const LITTLE_IN_COMMON: f32 = 0.4;

/// Wordings of more tokens are compared sentence by sentence, and longer sentences only as a whole:
/// the cost of comparing words grows with the square of what changed.
const MOST_TOKENS: usize = 6000;

/// What remains between two changes joins them only where it has no more words than this.
const MOST_JOINED: usize = 3;

/// Compares two wordings; `weights` tell which words are rare in the texts that they are part of.
pub fn redline(old: &str, new: &str, whole: Whole, weights: Option<Weights>) -> Vec<ChangedWords> {
    let wordings =
        Wordings { old: Wording::of(old, whole.old), new: Wording::of(new, whole.new), weights };
    let mut runs = wordings.runs();
    wordings.join(&mut runs);
    wordings.slide(&mut runs);
    runs.into_iter().flat_map(|run| wordings.pieces(run)).collect()
}

/// Compares two wordings of which nothing else is known.
pub fn changes(old: &str, new: &str) -> Vec<ChangedWords> {
    redline(old, new, Whole::default(), None)
}

/// A wording and its tokens.
struct Wording<'a> {
    text: &'a str,
    tokens: Vec<Range<usize>>,
}

impl<'a> Wording<'a> {
    fn of(text: &'a str, whole: &[Range<usize>]) -> Self {
        Self { text, tokens: tokens(text, whole) }
    }

    fn token(&self, at: usize) -> &'a str {
        &self.text[self.tokens[at].clone()]
    }

    fn strings(&self, run: Range<usize>) -> Vec<&'a str> {
        run.map(|at| self.token(at)).collect()
    }

    /// The bytes of a range of tokens.
    fn bytes(&self, run: &Range<usize>) -> Range<usize> {
        let start = self.tokens.get(run.start).map_or(self.text.len(), |token| token.start);
        let end = run.end.checked_sub(1).filter(|last| *last >= run.start);
        start..end.map_or(start, |last| self.tokens[last].end)
    }

    fn words(&self, run: &Range<usize>) -> &'a str {
        &self.text[self.bytes(run)]
    }

    /// Its sentences, as ranges of tokens: no token is divided.
    fn sentences(&self, within: Range<usize>) -> Vec<Range<usize>> {
        let bytes = self.bytes(&within);
        let bounds = self.text[bytes.clone()].split_sentence_bound_indices();
        let mut starts = bounds.map(|(at, _)| bytes.start + at).peekable();
        let mut sentences: Vec<Range<usize>> = Vec::new();
        for at in within {
            let start = self.tokens[at].start;
            while starts.next_if(|bound| *bound < start).is_some() {}
            match sentences.last_mut() {
                Some(last) if starts.peek() != Some(&start) => last.end = at + 1,
                _ => sentences.push(at..at + 1),
            }
        }
        sentences
    }

    /// How good a place is for an edge of a change: best at a sentence, then after a mark, then at a
    /// word.
    fn edge(&self, at: usize) -> u8 {
        let Some(before) = at.checked_sub(1).map(|before| self.token(before)) else { return 3 };
        let is_blank = before.trim().is_empty();
        let mark = if is_blank { at.checked_sub(2).map(|mark| self.token(mark)) } else { None };
        let ends = |mark: &str, marks: &[char]| mark.ends_with(marks);
        match mark {
            Some(mark) if ends(mark, &['.', '!', '?', '\u{61f}', '\u{964}']) => 3,
            Some(mark) if ends(mark, &[',', ';', ':', '\u{60c}', '\u{61b}']) => 2,
            None if ends(before, &['。', '！', '？']) => 3,
            None if ends(before, &['、', '，', '；', '：']) => 2,
            _ => u8::from(is_blank),
        }
    }
}

/// What became of a run of tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Kept,
    Changed,
}

/// A run of tokens in both wordings.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Run {
    fate: Fate,
    old: Range<usize>,
    new: Range<usize>,
}

/// Two wordings of a text.
struct Wordings<'a> {
    old: Wording<'a>,
    new: Wording<'a>,
    weights: Option<Weights<'a>>,
}

impl Wordings<'_> {
    /// Kept and changed runs, which cover both wordings.
    fn runs(&self) -> Vec<Run> {
        let (old, new) = (0..self.old.tokens.len(), 0..self.new.tokens.len());
        let mut runs = Vec::new();
        match self.weights {
            Some(weights) if self.is_by_sentence(weights) => {
                self.by_sentence(old, new, weights, &mut runs);
            }
            _ => self.by_word(old, new, &mut runs),
        }
        runs
    }

    fn is_by_sentence(&self, weights: Weights) -> bool {
        if self.old.tokens.len() + self.new.tokens.len() > MOST_TOKENS {
            return true;
        }
        let bag = |text: &str| Bag::of(weights.words.keys_of(text));
        let common = bag(self.old.text).likeness(&bag(self.new.text), |key| weights.of(*key));
        common < LITTLE_IN_COMMON
    }

    fn by_sentence(
        &self,
        old: Range<usize>,
        new: Range<usize>,
        weights: Weights,
        runs: &mut Vec<Run>,
    ) {
        let (a, b) = (self.old.sentences(old), self.new.sentences(new));
        let bags = |wording: &Wording, sentences: &[Range<usize>]| -> Vec<Bag> {
            let bag = |sentence| Bag::of(weights.words.keys_of(wording.words(sentence)));
            sentences.iter().map(bag).collect()
        };
        let all = |sentences: &[Range<usize>]| match sentences {
            [] => 0..0,
            [first, ..] => first.start..sentences[sentences.len() - 1].end,
        };
        for bead in blocks::beads(&bags(&self.old, &a), &bags(&self.new, &b), weights) {
            let (gone, fresh) = (all(&a[bead.old.clone()]), all(&b[bead.new.clone()]));
            match (gone.is_empty(), fresh.is_empty()) {
                (false, false) => self.by_word(gone, fresh, runs),
                (_, true) => put(runs, Fate::Changed, gone.len(), 0),
                (true, false) => put(runs, Fate::Changed, 0, fresh.len()),
            }
        }
    }

    fn by_word(&self, old: Range<usize>, new: Range<usize>, runs: &mut Vec<Run>) {
        let (a, b) = (self.old.strings(old), self.new.strings(new));
        let ahead = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
        put(runs, Fate::Kept, ahead, ahead);
        let (a, b) = (&a[ahead..], &b[ahead..]);
        let behind = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
        let (a, b) = (&a[..a.len() - behind], &b[..b.len() - behind]);
        if a.len() + b.len() > MOST_TOKENS {
            put(runs, Fate::Changed, a.len(), b.len());
        } else {
            for op in capture_diff_slices(Algorithm::Myers, a, b) {
                let is_equal = matches!(op, DiffOp::Equal { .. });
                let fate = if is_equal { Fate::Kept } else { Fate::Changed };
                put(runs, fate, op.old_range().len(), op.new_range().len());
            }
        }
        put(runs, Fate::Kept, behind, behind);
    }

    /// Joins changes that only few light words separate.
    fn join(&self, runs: &mut Vec<Run>) {
        let mut joined: Vec<Run> = Vec::with_capacity(runs.len());
        let mut rest = std::mem::take(runs).into_iter().peekable();
        while let Some(run) = rest.next() {
            let between = joined.last().zip(rest.peek());
            let is_joined = run.fate == Fate::Kept
                && between.is_some_and(|(before, after)| self.is_accident(before, &run, after));
            let fate = if is_joined { Fate::Changed } else { run.fate };
            put(&mut joined, fate, run.old.len(), run.new.len());
        }
        *runs = joined;
    }

    /// Whether what is kept between two changes is only common by accident: nothing but blanks, or a
    /// few words that carry less weight than either change.
    fn is_accident(&self, before: &Run, kept: &Run, after: &Run) -> bool {
        let words = self.old.words(&kept.old);
        if words.trim().is_empty() {
            return true;
        }
        let has_mark = words.chars().any(|c| !c.is_alphanumeric() && !c.is_whitespace());
        if has_mark || words.unicode_words().count() > MOST_JOINED {
            return false;
        }
        let heavier = |run: &Run| {
            let sides = [self.old.words(&run.old), self.new.words(&run.new)];
            sides.into_iter().any(|side| self.weight(side) > self.weight(words))
        };
        heavier(before) && heavier(after)
    }

    /// The weight of some words: by their rarity, or where that is not known by their length.
    fn weight(&self, words: &str) -> f32 {
        match self.weights {
            Some(weights) => {
                weights.words.keys_of(words).into_iter().map(|key| weights.of(key)).sum()
            }
            None => words.chars().filter(|c| c.is_alphanumeric()).count() as f32,
        }
    }

    /// Moves each insertion and deletion to the best of the places where it means the same.
    fn slide(&self, runs: &mut Vec<Run>) {
        // A change at an edge of the text leaves a kept run there when it moves away.
        let (start, end) = (0..0, runs.last().map_or((0, 0), |last| (last.old.end, last.new.end)));
        runs.insert(0, Run { fate: Fate::Kept, old: start.clone(), new: start });
        runs.push(Run { fate: Fate::Kept, old: end.0..end.0, new: end.1..end.1 });
        for at in 0..runs.len() {
            let Run { fate: Fate::Changed, old, new } = runs[at].clone() else { continue };
            let (wording, run) = match (old.is_empty(), new.is_empty()) {
                (true, false) => (&self.new, new),
                (false, true) => (&self.old, old),
                _ => continue,
            };
            let kept = |at: Option<usize>| {
                let beside = at.and_then(|at| runs.get(at));
                beside.map_or(0, |run| if run.fate == Fate::Kept { run.old.len() } else { 0 })
            };
            let (room_before, room_after) = (kept(at.checked_sub(1)), kept(Some(at + 1)));
            let back = (1..=room_before)
                .take_while(|k| wording.token(run.start - k) == wording.token(run.end - k))
                .count();
            let ahead = (0..room_after)
                .take_while(|k| wording.token(run.start + k) == wording.token(run.end + k))
                .count();
            let places = run.start - back..=run.start + ahead;
            let best = places.max_by_key(|start| wording.edge(*start)).unwrap_or(run.start);
            shift(runs, at, run.start, best);
        }
        runs.retain(|run| !run.old.is_empty() || !run.new.is_empty());
    }

    fn pieces(&self, run: Run) -> impl Iterator<Item = ChangedWords> + use<> {
        let (old, new) = (self.old.bytes(&run.old), self.new.bytes(&run.new));
        let pieces = match run.fate {
            Fate::Kept => [Some(ChangedWords::Kept { old, new }), None],
            Fate::Changed => [
                (!old.is_empty()).then_some(ChangedWords::Gone(old)),
                (!new.is_empty()).then_some(ChangedWords::New(new)),
            ],
        };
        pieces.into_iter().flatten()
    }
}

/// Appends a run of so many tokens, or extends the last of the same fate.
fn put(runs: &mut Vec<Run>, fate: Fate, old: usize, new: usize) {
    if old + new == 0 {
        return;
    }
    let (from, at) = runs.last().map_or((0, 0), |last| (last.old.end, last.new.end));
    match runs.last_mut() {
        Some(last) if last.fate == fate => {
            last.old.end += old;
            last.new.end += new;
        }
        _ => runs.push(Run { fate, old: from..from + old, new: at..at + new }),
    }
}

/// Moves a change from one token to another: the run before it grows by what the run after it loses,
/// or the reverse.
fn shift(runs: &mut [Run], at: usize, from: usize, to: usize) {
    let move_by = |place: &mut usize| *place = *place + to - from;
    let change = &mut runs[at];
    for range in [&mut change.old, &mut change.new] {
        move_by(&mut range.start);
        move_by(&mut range.end);
    }
    let (old, new) = (change.old.clone(), change.new.clone());
    if let Some(before) = at.checked_sub(1).and_then(|before| runs.get_mut(before)) {
        (before.old.end, before.new.end) = (old.start, new.start);
    }
    if let Some(after) = runs.get_mut(at + 1) {
        (after.old.start, after.new.start) = (old.end, new.end);
    }
}
