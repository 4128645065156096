//! Determines the column at which a text was wrapped, and how strictly.
//!
//! A line wrapped by a program is full: it ends at or before the column, and would pass it with
//! the next word. So each line votes for all columns from its end up to what it would have needed,
//! and the column with the most votes wins. Lines wrapped by eye, or edited later, end earlier:
//! how much earlier is derived from lines whose sentence clearly continues.

use super::line::{ChunkLine, WordOpening};

/// The minimum and maximum width of a wrapped text, in columns.
const NARROWEST: usize = 30;
const WIDEST: usize = 200;

/// The minimum number of line breaks inside chunks that show a width, unless the sentence
/// continues at all of them.
const FEW: usize = 3;

/// In wrapped prose the sentence continues in at least one line in this many; the lines of a list
/// may have the same length, too.
const GOING_ON_OF: usize = 10;

/// A line longer than the width by a third was not wrapped; nor is a text with more than one such
/// line in twenty.
const LONG: usize = 4;
const LONG_OF: usize = 3;
const MOST_LONG: usize = 20;

/// A line that leaves more than this part of the width free was not wrapped there.
pub const SHORT: usize = 4;

/// A line that leaves at most this part of the width free may have been wrapped by eye.
const NEARLY_FULL: usize = 12;

/// The percentage of lines with a continuing sentence that must be full within the slack.
const WITHIN_SLACK: usize = 97;

/// The width at which lines were wrapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Width {
    /// The column.
    pub column: usize,
    /// The columns that full lines may leave free: 0 if a program wrapped the text.
    pub slack: usize,
}

impl Width {
    /// Returns the width at which the lines of a text were wrapped; `None` if they were not.
    pub fn of(lines: &[ChunkLine]) -> Option<Self> {
        let pairs = || lines.windows(2).filter(|pair| pair[0].need().is_some());
        let inner = pairs().count();
        let going_on = || pairs().filter(|pair| pair[0].goes_on(&pair[1])).map(|pair| &pair[0]);
        let known = going_on().count();
        let (column, votes) = best(lines)?;
        let long = lines.iter().filter(|line| line.end() * LONG_OF > column * LONG).count();
        if long * MOST_LONG > lines.len() {
            return None;
        }
        let full = going_on().filter(|line| line.free(column) == 0).count();
        let near = going_on().filter(|line| line.free(column) <= column / SHORT).count();
        // In a short text, no line must be longer than those whose sentence continues.
        let wrapped = if inner < FEW {
            known == inner
        } else {
            let cased = lines.iter().any(|line| line.opening == WordOpening::Small);
            (votes * 2 >= inner && (known * GOING_ON_OF >= inner || !cased))
                || (known >= FEW && full * 3 >= known && near * 3 >= known * 2)
                || (known > 1 && full == known && lines.iter().all(|line| line.end() <= column))
        };
        wrapped.then(|| Self { column, slack: slack(going_on(), column) })
    }

    /// Returns the width of one chunk, if all its lines are full and there are enough of them.
    /// Verse may look the same, so more lines are needed if the document has no width.
    pub fn of_chunk(lines: &[ChunkLine], document: Option<Self>) -> Option<Self> {
        let inner = lines.len().saturating_sub(1);
        let known = lines.windows(2).filter(|pair| pair[0].may_go_on(&pair[1])).count();
        let shown = match document {
            Some(_) => inner >= 2 && (known > 0 || inner > FEW),
            None => inner >= FEW && known * 2 >= inner,
        };
        // Lines at several indents are centred, or code.
        let level = lines.windows(2).skip(1).all(|pair| pair[0].indent() == pair[1].indent());
        let (column, votes) = best(lines).filter(|_| shown && level)?;
        (votes == inner).then_some(Self { column, slack: 0 })
    }

    /// Returns the width that fits more of the lines whose sentence continues: this one or
    /// another.
    pub fn or_better(self, other: Option<Self>, lines: &[ChunkLine]) -> Self {
        let shown = |width: Self| {
            let pairs = lines.windows(2).filter(|pair| pair[0].goes_on(&pair[1]));
            pairs.filter(|pair| pair[0].free(width.column) == 0).count()
        };
        other.filter(|other| shown(*other) > shown(self)).unwrap_or(self)
    }

    /// Whether a line ends where it does because it was full.
    pub fn is_full(&self, line: &ChunkLine) -> bool {
        line.free(self.column) <= self.slack
    }

    /// Whether a line may have been wrapped by eye.
    pub fn is_nearly_full(&self, line: &ChunkLine) -> bool {
        line.free(self.column) <= self.column / NEARLY_FULL
    }

    /// Whether a line is too short to have been wrapped.
    pub fn is_short(&self, line: &ChunkLine) -> bool {
        line.free(self.column) > self.slack.max(self.column / SHORT)
    }
}

/// Returns the column at which most lines are full, and their number. A line whose sentence
/// continues has more votes; a longer line counts against the column.
fn best(lines: &[ChunkLine]) -> Option<(usize, usize)> {
    let mut full = [0isize; WIDEST + 2];
    let mut score = [0isize; WIDEST + 2];
    for (at, line) in lines.iter().enumerate() {
        let end = line.end().clamp(NARROWEST, WIDEST + 1);
        score[NARROWEST] -= 1;
        score[end] += 1;
        let Some(need) = line.need().filter(|need| end < *need).map(|need| need.min(WIDEST + 1))
        else {
            continue;
        };
        let goes_on = lines.get(at + 1).is_some_and(|next| line.goes_on(next));
        let votes = if goes_on { GOING_ON } else { 1 };
        full[end] += 1;
        full[need] -= 1;
        score[end] += votes;
        score[need] -= votes;
    }
    let (mut count, mut sum) = (0, 0);
    let mut best = None;
    for column in NARROWEST..=WIDEST {
        count += full[column];
        sum += score[column];
        if count > 0 && best.is_none_or(|(_, _, most)| sum > most) {
            best = Some((column, usize::try_from(count).unwrap_or(0), sum));
        }
    }
    best.map(|(column, full, _)| (column, full))
}

/// The votes of a line whose sentence continues, and which is therefore inside a paragraph.
const GOING_ON: isize = 4;

/// Returns the number of columns that nearly all lines with a continuing sentence leave free,
/// limited to what a person may misjudge by eye.
fn slack<'a>(going_on: impl Iterator<Item = &'a ChunkLine>, column: usize) -> usize {
    let mut free: Vec<usize> =
        going_on.map(|line| line.free(column)).filter(|free| *free <= column / SHORT).collect();
    free.sort_unstable();
    let found = free.get(free.len() * WITHIN_SLACK / 100).or(free.last());
    found.map_or(0, |found| (*found).min(column / NEARLY_FULL))
}
