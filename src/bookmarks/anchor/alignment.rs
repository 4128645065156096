//! Aligns a quotation with an edited text, word by word.
//!
//! The search has two steps. [`windows`] finds parts of the text that contain
//! rare words of the quotation at similar distances: each such word votes for the
//! place where the quotation would begin. [`align`] then aligns the quotation and
//! its context with one window, and keeps the chain of common words whose weight
//! exceeds the cost of the gaps inside it.
//!
//! A match spans no more clauses than the quotation did ([`ClauseReach`]).

use crate::align::{WordKey, WordPlaces, WordSpan};
use crate::bookmarks::Quotation;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::{BTreeMap, HashMap};

/// How many clauses a quotation spanned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClauseReach {
    /// It began and ended in the same clause.
    One,
    /// At most this many runs of blocks, each run belonging to one clause.
    Runs(usize),
}

/// The words of a quotation and of its context.
#[derive(Debug)]
pub struct WordPattern {
    keys: Vec<WordKey>,
    /// The range of the quotation in `keys`.
    quoted: WordSpan,
    /// Whether the quotation began at the start of a block.
    begins_block: bool,
    /// Whether the quotation ended at the end of a block.
    ends_block: bool,
    /// How many clauses it spanned.
    reach: ClauseReach,
    /// The words of the blocks before and after the quotation.
    neighbours: [Vec<WordKey>; 2],
}

impl WordPattern {
    /// Builds the pattern of a quotation from the word numbers of a document.
    pub fn new(words: &WordPlaces, quotation: &Quotation, reach: ClauseReach) -> Self {
        let mut keys = words.words().keys_of(&quotation.prefix);
        let start = keys.len();
        keys.extend(words.words().keys_of(&quotation.exact));
        let end = keys.len();
        keys.extend(words.words().keys_of(&quotation.suffix));
        let begins_block = quotation.prefix.is_empty() || quotation.prefix.ends_with('\n');
        let ends_block = quotation.suffix.is_empty() || quotation.suffix.starts_with('\n');
        let before = quotation.prefix.rsplit_once('\n').map_or("", |(before, _)| before);
        let after = quotation.suffix.split_once('\n').map_or("", |(_, after)| after);
        let neighbours = [words.words().keys_of(before), words.words().keys_of(after)];
        let quoted = WordSpan { start, end };
        Self { keys, quoted, begins_block, ends_block, reach, neighbours }
    }

    /// Number of words.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// The words of the quotation.
    pub fn quoted(&self) -> &[WordKey] {
        &self.keys[self.quoted.start..self.quoted.end]
    }

    fn before(&self) -> &[WordKey] {
        &self.keys[..self.quoted.start]
    }

    fn after(&self) -> &[WordKey] {
        &self.keys[self.quoted.end..]
    }
}

/// A word with more occurrences than this does not vote.
const COMMON: usize = 200;

/// Maximum number of windows to align.
const MOST_WINDOWS: usize = 12;

/// Cost of a skipped word.
const GAP: f32 = 0.15;

/// Returns the windows of the text that may contain the pattern, likeliest first.
pub fn windows(words: &WordPlaces, pattern: &WordPattern) -> Vec<WordSpan> {
    let width = (pattern.len() / 4).max(6);
    let mut votes: HashMap<usize, f32> = HashMap::new();
    for (at, key) in pattern.keys.iter().enumerate() {
        let places = words.places(*key);
        if places.len() > COMMON {
            continue;
        }
        let weight = words.words().weight(*key);
        for place in places {
            // Beginnings are offset by the length of the pattern, so that none is
            // negative.
            let begins = *place as usize + pattern.len() - at;
            *votes.entry(begins / width).or_default() += weight;
        }
    }
    // A beginning near the edge of a bucket counts in both.
    let both = |bucket: usize| {
        votes.get(&bucket).copied().unwrap_or(0.0)
            + votes.get(&(bucket + 1)).copied().unwrap_or(0.0)
    };
    let mut ranked: Vec<(usize, f32)> =
        votes.keys().flat_map(|b| [*b, b.saturating_sub(1)]).map(|b| (b, both(b))).collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    ranked.dedup();
    let mut windows: Vec<WordSpan> = Vec::new();
    for (bucket, _) in ranked {
        let begin = (bucket * width).saturating_sub(pattern.len());
        let slack = pattern.len() / 2 + width;
        let window = WordSpan {
            start: begin.saturating_sub(slack),
            end: begin + 2 * width + pattern.len() + slack,
        }
        .within(words.words().count());
        let known = |w: &WordSpan| w.start.abs_diff(window.start) <= width;
        if !windows.iter().any(known) {
            windows.push(window);
        }
        if windows.len() == MOST_WINDOWS {
            break;
        }
    }
    windows
}

/// Returns where the quotation of a pattern lies in a window, and the share of
/// common words, 0 to 1.
pub fn align(
    words: &WordPlaces,
    pattern: &WordPattern,
    window: WordSpan,
) -> Option<(WordSpan, f32)> {
    let text = words.words().keys().get(window.start..window.end)?;
    let pairs = chain(words, &pattern.keys, text);
    let quoted = pattern.quoted;
    let inside: Vec<(usize, usize)> =
        pairs.iter().copied().filter(|(i, _)| (quoted.start..quoted.end).contains(i)).collect();
    let inside = within_reach(words, pattern, window.start, inside);
    let (first, last) = (*inside.first()?, *inside.last()?);
    let before = pairs.iter().rev().find(|(i, _)| *i < quoted.start);
    let after = pairs.iter().find(|(i, _)| *i >= quoted.end);
    // Assume that words replaced at the edges were replaced by as many, if there
    // is room for them beside the remaining context.
    let missing = first.0 - quoted.start;
    let room = before.map_or(first.1, |(i, j)| {
        let between = first.1 - j - 1;
        between.saturating_sub(quoted.start - i - 1)
    });
    let start = window.start + first.1 - missing.min(room);
    // Replaced words were in the same block as the words that remain.
    let start = words.block_of(window.start + first.1).map_or(start, |b| start.max(b.start));
    let missing = quoted.end - 1 - last.0;
    let room = after.map_or(text.len() - last.1 - 1, |(i, j)| {
        let between = j - last.1 - 1;
        between.saturating_sub(i - quoted.end)
    });
    let end = window.start + last.1 + 1 + missing.min(room);
    let end = words.block_of(window.start + last.1).map_or(end, |b| end.min(b.end));
    let span = snapped(words, pattern, WordSpan { start, end });
    let weigh = |keys: &[WordKey]| keys.iter().map(|key| words.words().weight(*key)).sum::<f32>();
    let common: f32 = inside.iter().map(|(i, _)| words.words().weight(pattern.keys[*i])).sum();
    let all = weigh(pattern.quoted()) + weigh(&words.words().keys()[span.start..span.end]);
    Some((span, (2.0 * common / all.max(f32::EPSILON)).min(1.0)))
}

/// Keeps the pairs in as many clauses as the quotation spanned: those that
/// contain most of its words.
fn within_reach(
    words: &WordPlaces,
    pattern: &WordPattern,
    from: usize,
    mut pairs: Vec<(usize, usize)>,
) -> Vec<(usize, usize)> {
    let mut weights: BTreeMap<usize, f32> = BTreeMap::new();
    for (i, j) in &pairs {
        *weights.entry(words.run_of(from + j)).or_default() +=
            words.words().weight(pattern.keys[*i]);
    }
    let heaviest = |sums: &mut dyn Iterator<Item = (usize, usize, f32)>| {
        sums.max_by(|a, b| a.2.total_cmp(&b.2).then(b.0.cmp(&a.0)))
    };
    let kept = match pattern.reach {
        ClauseReach::Runs(most) => heaviest(&mut weights.keys().map(|first| {
            let end = first.saturating_add(most.max(1));
            (*first, end, weights.range(first..&end).map(|(_, weight)| weight).sum())
        })),
        ClauseReach::One => {
            let mut sections: BTreeMap<_, (usize, usize, f32)> = BTreeMap::new();
            for (run, weight) in &weights {
                let section = words.section_of_run(*run);
                let sum = sections.entry(section).or_insert((*run, *run, 0.0));
                *sum = (sum.0, run + 1, sum.2 + weight);
            }
            heaviest(&mut sections.into_values())
        }
    };
    if let Some((first, end, _)) = kept {
        pairs.retain(|(_, j)| (first..end).contains(&words.run_of(from + j)));
    }
    pairs
}

/// This many consecutive words of a neighbour identify it.
const NEIGHBOUR: usize = 8;

/// Fewer words than this may occur anywhere.
const LEAST_OF_NEIGHBOUR: usize = 4;

/// Whether a span contains text that was in a block of its own before or after
/// the quotation. Such a span is that neighbour, however similar it is to the
/// quotation.
pub fn is_neighbour(words: &WordPlaces, pattern: &WordPattern, span: WordSpan) -> bool {
    let Some(text) = words.words().keys().get(span.start..span.end) else { return false };
    pattern.neighbours.iter().any(|neighbour| {
        let run = NEIGHBOUR.min(neighbour.len());
        run >= LEAST_OF_NEIGHBOUR
            && neighbour.windows(run).any(|words| {
                let holds = |text: &[WordKey]| text.windows(run).any(|other| other == words);
                holds(text) && !holds(pattern.quoted())
            })
    })
}

/// Extends a match of whole blocks to the edges of its blocks, if they are near.
fn snapped(words: &WordPlaces, pattern: &WordPattern, span: WordSpan) -> WordSpan {
    let near = (pattern.quoted().len() / 3).max(3);
    let mut snapped = span;
    if pattern.begins_block
        && let Some(block) = words.block_of(span.start)
        && span.start - block.start <= near
    {
        snapped.start = block.start;
    }
    if pattern.ends_block
        && let Some(block) = words.block_of(span.end.saturating_sub(1))
        && block.end.saturating_sub(span.end) <= near
    {
        snapped.end = block.end;
    }
    snapped
}

/// Returns the pairs of common words, in order, that weigh most after the cost of
/// each skipped word.
fn chain(words: &WordPlaces, pattern: &[WordKey], text: &[WordKey]) -> Vec<(usize, usize)> {
    let pairs = common_pairs(pattern, text);
    let (mut best, mut best_at) = (0.0f32, 0..0);
    let (mut sum, mut start) = (0.0f32, 0);
    for (at, (i, j)) in pairs.iter().enumerate() {
        if let Some((before_i, before_j)) = at.checked_sub(1).map(|at| pairs[at]) {
            sum -= GAP * (i - before_i).max(j - before_j).saturating_sub(1) as f32;
        }
        if sum <= 0.0 {
            (sum, start) = (0.0, at);
        }
        sum += words.words().weight(pattern[*i]);
        if sum > best {
            (best, best_at) = (sum, start..at + 1);
        }
    }
    pairs[best_at].to_vec()
}

fn common_pairs(a: &[WordKey], b: &[WordKey]) -> Vec<(usize, usize)> {
    capture_diff_slices(Algorithm::Myers, a, b)
        .into_iter()
        .filter_map(|op| match op {
            DiffOp::Equal { old_index, new_index, len } => Some((old_index, new_index, len)),
            _ => None,
        })
        .flat_map(|(i, j, len)| (0..len).map(move |k| (i + k, j + k)))
        .filter(|(i, _)| a[*i] != WordKey::UNKNOWN)
        .collect()
}

/// Number of words by which the context may have grown.
const SURROUNDINGS_SLACK: usize = 4;

/// Returns the share of a quotation's context that surrounds a span, 0 to 1.
pub fn context(words: &WordPlaces, pattern: &WordPattern, span: WordSpan) -> f32 {
    let keys = words.words().keys();
    let (before, after) = (pattern.before(), pattern.after());
    let from = span.start.saturating_sub(before.len() + SURROUNDINGS_SLACK);
    let to = (span.end + after.len() + SURROUNDINGS_SLACK).min(keys.len());
    let weigh = |keys: &[WordKey]| keys.iter().map(|key| words.words().weight(*key)).sum::<f32>();
    let common = |a: &[WordKey], b: &[WordKey]| -> f32 {
        common_pairs(a, b).iter().map(|(i, _)| words.words().weight(a[*i])).sum()
    };
    let all = weigh(before) + weigh(after);
    if all <= 0.0 {
        // A quotation of the whole document has no context to compare.
        return 1.0;
    }
    (common(before, &keys[from..span.start]) + common(after, &keys[span.end..to])) / all
}
