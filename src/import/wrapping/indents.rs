//! How a document sets its paragraphs in: where the first line of one stands
//! beside the lines that follow it.

use super::line::{Line, Opening};
use super::width::Width;

/// So many paragraphs of several lines show how a document sets them in.
const FEW: usize = 3;

/// A first line is set in by this many columns at most: what stands further in
/// is centred, or a column of its own.
const DEEPEST: usize = 16;

/// How a document sets the first lines of its paragraphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Indents {
    /// Each is set in, by columns before it, and the lines after it are not.
    First(usize),
    /// The lines after the first are, whatever that begins with.
    Hanging,
    /// Nothing that tells.
    Even,
}

impl Indents {
    /// Reads them from the lines of a document.
    pub fn of(lines: &[Line], width: Width) -> Self {
        let mut set_in = [0usize; DEEPEST + 1];
        let (mut paragraphs, mut hanging) = (0, 0);
        let mut begins = true;
        for pair in lines.windows(2) {
            let full = pair[0].need.is_some() && width.is_full(&pair[0]);
            if begins && full {
                paragraphs += 1;
                let deeper = pair[0].indent.checked_sub(pair[1].indent);
                if deeper.is_some_and(|by| (1..=DEEPEST).contains(&by)) {
                    set_in[pair[0].indent.min(DEEPEST)] += 1;
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

    /// Whether a line stands where the first ones of paragraphs do.
    pub fn is_first(self, line: &Line) -> bool {
        self == Self::First(line.indent)
    }

    /// What a line is by where it stands, behind the lines of a paragraph whose
    /// first line stands at `first` and whose others stand at `others`; `None`
    /// for others where it has one line so far.
    pub fn place(self, line: &Line, first: &Line, others: Option<usize>) -> Place {
        let set_in = self.is_first(first);
        match others {
            _ if self.is_first(line) => Place::Begins,
            Some(indent) if line.indent != indent => Place::Begins,
            None if line.indent > first.indent && !set_in => self.hanging(first, line),
            None if (line.indent < first.indent) != set_in => Place::Begins,
            _ => Place::Level,
        }
    }

    /// What a line is that stands further in than the first one of its paragraph.
    fn hanging(self, first: &Line, line: &Line) -> Place {
        let hangs = self == Self::Hanging || is_marked(first) || first.opening == Opening::Number;
        if hangs && is_set_in(first, line) { Place::Hangs } else { Place::Begins }
    }
}

/// What a line is by where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The first of a paragraph.
    Begins,
    /// One that stands where the next line of the paragraph would, too.
    Level,
    /// One that hangs behind the label or the sign that the first line begins with.
    Hangs,
}

fn is_set_in(first: &Line, line: &Line) -> bool {
    (first.indent + 1..=first.indent + DEEPEST).contains(&line.indent)
}

fn is_marked(line: &Line) -> bool {
    matches!(line.opening, Opening::Label | Opening::Bullet)
}
