//! The indents of a document's paragraphs: the first line of a paragraph relative
//! to the others.

use super::line::{ChunkLine, WordOpening};
use super::width::Width;

/// The minimum number of multi-line paragraphs that show the indents of a document.
const FEW: usize = 3;

/// The maximum first-line indent, in columns; lines further in are centred or in
/// another column.
const DEEPEST: usize = 16;

/// The indents of a document's paragraphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Indents {
    /// First lines are indented, by this many columns; the other lines are not.
    First(usize),
    /// All lines but the first are indented, whatever the first begins with.
    Hanging,
    /// No significant indents.
    Even,
}

impl Indents {
    /// Determines the indents from the lines of a document.
    pub fn of(lines: &[ChunkLine], width: Width) -> Self {
        let mut set_in = [0usize; DEEPEST + 1];
        let (mut paragraphs, mut hanging) = (0, 0);
        let mut begins = true;
        for pair in lines.windows(2) {
            let full = pair[0].need().is_some() && width.is_full(&pair[0]);
            if begins && full {
                paragraphs += 1;
                let deeper = pair[0].indent().checked_sub(pair[1].indent());
                if deeper.is_some_and(|by| (1..=DEEPEST).contains(&by)) {
                    set_in[pair[0].indent().min(DEEPEST)] += 1;
                }
                hanging += usize::from(is_set_in(&pair[0], &pair[1]) && !is_marked(&pair[1]));
            }
            begins = !full;
        }
        let usual = (1..=DEEPEST).max_by_key(|columns| set_in[*columns]).unwrap_or(0);
        let shown = set_in[usual];
        if shown >= FEW && shown * 2 >= paragraphs {
            Self::First(usual)
        } else if hanging >= FEW && hanging * 4 >= paragraphs {
            Self::Hanging
        } else {
            Self::Even
        }
    }

    /// Whether a line has the indent of a paragraph's first line.
    pub fn is_first(self, line: &ChunkLine) -> bool {
        self == Self::First(line.indent())
    }

    /// Returns the role of a line by its indent after a paragraph's lines, of which
    /// the first is `first` and the others have the indent `others`; `None` if
    /// there is only one so far.
    pub fn place(self, line: &ChunkLine, first: &ChunkLine, others: Option<usize>) -> IndentRole {
        let set_in = self.is_first(first);
        match others {
            _ if self.is_first(line) => IndentRole::Begins,
            Some(indent) if line.indent() != indent => IndentRole::Begins,
            None if line.indent() > first.indent() && !set_in => self.hanging(first, line),
            None if (line.indent() < first.indent()) != set_in => IndentRole::Begins,
            _ => IndentRole::Level,
        }
    }

    /// Returns the role of a line with a deeper indent than the first line of its
    /// paragraph.
    fn hanging(self, first: &ChunkLine, line: &ChunkLine) -> IndentRole {
        let hangs =
            self == Self::Hanging || is_marked(first) || first.opening == WordOpening::Number;
        if hangs && is_set_in(first, line) { IndentRole::Hangs } else { IndentRole::Begins }
    }
}

/// The role of a line according to its indent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IndentRole {
    /// The first line of a paragraph.
    Begins,
    /// A line with the indent of the paragraph's next line.
    Level,
    /// A line with a hanging indent after the label or bullet of the first line.
    Hangs,
}

fn is_set_in(first: &ChunkLine, line: &ChunkLine) -> bool {
    (first.indent() + 1..=first.indent() + DEEPEST).contains(&line.indent())
}

fn is_marked(line: &ChunkLine) -> bool {
    matches!(line.opening, WordOpening::Label | WordOpening::Bullet)
}
