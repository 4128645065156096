//! A look at another place without going there: a window over the text with
//! the words of a clause, an address outside, or what words mean.

use super::scrolling::moved;
use super::section_labels::number_apart;
use super::{App, Area, Effect, Mode, counted};
use crate::action::{Action, Context, Key, KeyCode};
use crate::document::{BlockKind, Direction, Document, Explained, Passage, Point};
use crate::find::Finding;
use crate::typeset::{Row, lines, plain, running_lines};

/// What is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// Words of the document.
    Place(Passage),
    /// An address outside of the document, which is never opened.
    Outside(String),
    /// Words that the text explains, with what they mean.
    Words(Vec<Explained>),
    /// Why a paragraph is, or is not, a provision.
    Structure(String),
    /// What is wrong with the document by its own account.
    Findings(Vec<Finding>),
    /// What another program says of words.
    LookedUp {
        /// The words.
        words: String,
        /// What it says.
        told: String,
    },
}

/// A window over the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Peek {
    /// What it shows.
    pub subject: Subject,
    /// The words that lead there, beside which it lies.
    pub from: Option<Point>,
    /// The chosen one of several words.
    pub chosen: usize,
    /// Rows above the window.
    pub above: usize,
}

/// What a row of the window is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeekRow {
    /// Running text, and which way it runs.
    Text(Direction),
    /// A word that is explained; whether it is the chosen one.
    Name(bool),
}

/// Rows that are set at the most: who wants more goes there.
const MOST_ROWS: usize = 400;

/// Columns that it takes beyond the words where no numbers stand.
const EDGE: u16 = 2;

/// What the window itself says.
const OWN: PeekRow = PeekRow::Text(Direction::LeftToRight);

impl Peek {
    /// A window at the beginning of what it shows.
    pub fn new(subject: Subject, from: Option<Point>) -> Self {
        Self { subject, from, chosen: 0, above: 0 }
    }

    /// Its title: what that is called which it shows.
    pub fn title(&self, document: &Document) -> String {
        match &self.subject {
            Subject::Place(passage) => {
                let name = document.passage_name(*passage);
                let section = document.section_of(*passage);
                let Some(section) = section else { return name };
                let title = document.title(section);
                let told = match &document.section(section).number {
                    Some(number) => {
                        number_apart(document, section).is_none() && number.to_string() == name
                    }
                    // A heading goes by its words.
                    None => title.starts_with(name.trim_end_matches('…')),
                };
                if told { title.into_owned() } else { format!("{name} · {title}") }
            }
            Subject::Outside(_) => "Outside of this document".to_owned(),
            Subject::LookedUp { words, .. } => format!("“{words}”"),
            Subject::Structure(_) => "How this was recognised".to_owned(),
            Subject::Findings(findings) => {
                let faults = findings.iter().filter(|found| !found.fault.is_remark()).count();
                let remarks = findings.len() - faults;
                let told = [(faults, "fault"), (remarks, "remark")].into_iter();
                let told = told.filter(|(count, _)| *count > 0);
                let told: Vec<String> = told.map(|(count, what)| counted(count, what)).collect();
                format!("Check · {}", told.join(", "))
            }
            Subject::Words(words) => match words.len() {
                1 => "In the words of this text".to_owned(),
                count => format!("In the words of this text · {count}"),
            },
        }
    }

    /// Its rows at so many columns, each with what it is. At most so many are
    /// set as anybody would scroll through.
    pub fn rows(&self, document: &Document, columns: u16) -> Vec<(PeekRow, String)> {
        let columns = columns.max(1);
        let mut rows: Vec<(PeekRow, String)> = Vec::new();
        match &self.subject {
            Subject::Place(passage) => {
                // A sub-clause says little without its lead-in.
                let section = document.section_of(*passage);
                for block in section.map_or_else(Vec::new, |id| document.lead_ins(id)) {
                    words(document, document.block_passage(block), columns, &mut rows);
                    rows.push((OWN, String::new()));
                }
                words(document, *passage, columns, &mut rows);
            }
            Subject::Outside(address) => {
                rows.extend(lines(address, columns).into_iter().map(|l| (OWN, l)));
            }
            Subject::Structure(told) | Subject::LookedUp { told, .. } => {
                for line in told.lines() {
                    let words = line.trim_start();
                    let indent = &line[..line.len() - words.len()];
                    let before = u16::try_from(indent.len()).unwrap_or(u16::MAX);
                    let room = columns.saturating_sub(before).max(1);
                    let lines = lines(words, room).into_iter();
                    rows.extend(lines.map(|words| (OWN, format!("{indent}{words}"))));
                }
            }
            Subject::Findings(findings) => {
                for (at, found) in findings.iter().enumerate() {
                    let remark = if found.fault.is_remark() { " · remark" } else { "" };
                    let section = document.block(found.block).section;
                    let name = match document.paragraph_number(found.block) {
                        Some(_) => document.block_name(found.block),
                        None => document.section_name_with_kind(section),
                    };
                    rows.push((PeekRow::Name(at == self.chosen), format!("{name}{remark}")));
                    let (direction, lines) = running_lines(&found.words, columns);
                    rows.extend(lines.into_iter().map(|line| (PeekRow::Text(direction), line)));
                }
            }
            Subject::Words(all) => {
                for (at, explained) in all.iter().enumerate() {
                    let Some(explanation) = document.explanation(*explained) else { continue };
                    if at > 0 {
                        rows.push((OWN, String::new()));
                    }
                    let place = document.block_name(explanation.place.start.block);
                    let name = format!("{}  {place}", explanation.name);
                    rows.push((PeekRow::Name(at == self.chosen), name));
                    words(document, explanation.meaning, columns, &mut rows);
                }
            }
        }
        if rows.len() > MOST_ROWS {
            rows.truncate(MOST_ROWS);
            rows.push((OWN, "…".to_owned()));
        }
        rows
    }

    /// Where Enter leads.
    fn destination(&self, document: &Document) -> Option<Passage> {
        match &self.subject {
            Subject::Place(passage) => Some(*passage),
            Subject::Outside(_) | Subject::Structure(_) | Subject::LookedUp { .. } => None,
            Subject::Words(words) => Some(document.explanation(*words.get(self.chosen)?)?.place),
            Subject::Findings(findings) => {
                Some(document.block_passage(findings.get(self.chosen)?.block))
            }
        }
    }

    /// How many things one chooses from in it.
    fn choices(&self) -> usize {
        match &self.subject {
            Subject::Words(words) => words.len(),
            Subject::Findings(findings) => findings.len(),
            Subject::Place(_)
            | Subject::Outside(_)
            | Subject::Structure(_)
            | Subject::LookedUp { .. } => 1,
        }
    }
}

/// The words of a passage in lines, paragraphs parted by an empty one, numbers
/// in front.
fn words(document: &Document, passage: Passage, columns: u16, rows: &mut Vec<(PeekRow, String)>) {
    let mut first = true;
    for (block, range) in document.passage_ranges(passage) {
        if rows.len() > MOST_ROWS {
            return;
        }
        if !std::mem::take(&mut first) {
            rows.push((OWN, String::new()));
        }
        let label = document.label(block).filter(|_| range.start == 0);
        if matches!(document.block(block).kind, BlockKind::Table | BlockKind::Code) {
            let lines = plain(document, block, range, columns, 0).into_iter();
            rows.extend(lines.map(|line| (OWN, line)));
            continue;
        }
        let body = &document.body(block)[range];
        let said = label.map_or_else(|| body.to_owned(), |label| format!("{label} {body}"));
        for line in said.lines() {
            let (direction, lines) = running_lines(line, columns);
            rows.extend(lines.into_iter().map(|line| (PeekRow::Text(direction), line)));
        }
    }
}

impl App {
    /// Where the window lies, its frame included: below the words that lead to
    /// it, or above where there is more room.
    pub fn peek_area(&self, peek: &Peek) -> Area {
        let pane = self.layout.pane;
        let shows = |row: &Row| match (row, peek.from) {
            (Row::Text { block, line, .. }, Some(from)) => {
                *block == from.block && (line.holds(from.byte) || from.byte < line.range().end)
            }
            _ => false,
        };
        let at = self.reading.rows().iter().position(shows);
        let (x, width) = self.peek_columns(at.unwrap_or(0));
        let rows = peek.rows(&self.document, width.saturating_sub(4)).len();
        let most = if pane.height < 9 { pane.height } else { pane.height * 2 / 3 };
        let height = u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(2).min(most);
        let at = at.map(|row| self.layout.at_row(row).text.y.saturating_sub(pane.y));
        let lowest = pane.height.saturating_sub(height);
        let down = match at {
            Some(at) if at < lowest => at + 1,
            Some(at) if at >= height => at - height,
            Some(_) => lowest,
            None => lowest / 2,
        };
        Area { x, y: pane.y + down, width, height }
    }

    /// The columns of the window: those of the text and its numbers, lest the
    /// ends of what it covers should look out beside it.
    fn peek_columns(&self, row: usize) -> (u16, u16) {
        let (pane, text) = (self.layout.pane, self.layout.at_row(row).text);
        let (before, after) = match self.layout.direction {
            Direction::LeftToRight => (self.layout.margin, EDGE),
            Direction::RightToLeft => (EDGE, self.layout.margin),
        };
        let left = text.x.saturating_sub(before).max(pane.x);
        let right = (text.x + text.width + after).min(pane.x + pane.width);
        (left, right.saturating_sub(left))
    }

    /// What the window shows: its rows and how many of them are in view.
    pub fn peek_rows(&self, peek: &Peek) -> (Vec<(PeekRow, String)>, usize) {
        let area = self.peek_area(peek);
        let rows = peek.rows(&self.document, area.width.saturating_sub(4));
        (rows, usize::from(area.height.saturating_sub(2)))
    }

    pub(super) fn peek_key(&mut self, key: Key) -> Vec<Effect> {
        let Some(action) = self.settings.keys.action(Context::Everywhere, key) else {
            if !matches!(key.code, KeyCode::Escape) {
                let hint = self.key_hint(Action::Cancel);
                self.tell(format!("{key} does nothing here · {hint} closes"));
            }
            return Vec::new();
        };
        let page = self.peek_height();
        match action {
            Action::LineDown | Action::LineUp => {
                self.peek_step(if action == Action::LineDown { 1 } else { -1 });
            }
            Action::HalfPageDown => self.scroll_peek(page / 2),
            Action::HalfPageUp => self.scroll_peek(-page / 2),
            Action::PageDown => self.scroll_peek(page),
            Action::PageUp => self.scroll_peek(-page),
            Action::Top | Action::End => {
                let far = i64::from(u32::MAX);
                self.scroll_peek(if action == Action::End { far } else { -far });
            }
            Action::Confirm => self.follow_peek(),
            Action::Peek => self.pin_peek(),
            Action::ExplainWords => self.give_back(),
            Action::LinkNext | Action::LinkPrevious => {
                self.step_link(action == Action::LinkNext, 1);
                // A step to another link is one in the text.
                if matches!(self.mode, Mode::Read) {
                    self.keep_going();
                    if let Some(at) = self.link {
                        self.peek_link(at);
                    }
                }
            }
            Action::Copy | Action::CopyWithCitation | Action::CopyAddress => {
                return self.act(action, None);
            }
            Action::Cancel | Action::Quit => self.give_back(),
            // What is for the text is done in the text.
            _ => {
                self.give_back();
                return self.act(action, None);
            }
        }
        Vec::new()
    }

    /// Keeps what the window shows in view beside the text, where there is room for it.
    fn pin_peek(&mut self) {
        let subject = match &self.mode {
            Mode::Peek(peek) => Some(peek.subject.clone()),
            _ => None,
        };
        self.give_back();
        if let Some(Subject::Place(passage)) = subject.filter(|_| self.can_pin()) {
            self.pin(passage);
        }
    }

    fn peek_height(&self) -> i64 {
        match &self.mode {
            Mode::Peek(peek) => i64::from(self.peek_area(peek).height.saturating_sub(3).max(1)),
            _ => 1,
        }
    }

    /// To the next word that is explained; of one thing alone, by rows.
    fn peek_step(&mut self, by: i64) {
        let Mode::Peek(peek) = &self.mode else { return };
        let choices = peek.choices();
        if choices < 2 {
            return self.scroll_peek(by);
        }
        let mut peek = (**peek).clone();
        peek.chosen = moved(peek.chosen, by, choices - 1);
        let (rows, height) = self.peek_rows(&peek);
        let at = rows.iter().position(|(row, _)| *row == PeekRow::Name(true)).unwrap_or(0);
        let end = rows[at + 1..].iter().position(|(row, _)| matches!(row, PeekRow::Name(_)));
        let end = end.map_or(rows.len(), |len| at + 1 + len);
        // All of it in view where it fits, its name at least.
        peek.above = peek.above.max(end.saturating_sub(height)).min(at);
        self.mode = Mode::Peek(Box::new(peek));
    }

    /// Scrolls the window, no further than its last row.
    pub(super) fn scroll_peek(&mut self, by: i64) {
        let Mode::Peek(peek) = &self.mode else { return };
        let (rows, height) = self.peek_rows(peek);
        let above = moved(peek.above, by, rows.len().saturating_sub(height));
        if let Mode::Peek(peek) = &mut self.mode {
            peek.above = above;
        }
    }

    /// Goes to what the window shows.
    pub(super) fn follow_peek(&mut self) {
        let Mode::Peek(peek) = &self.mode else { return };
        match (peek.destination(&self.document), &peek.subject) {
            (Some(passage), subject) => {
                let words = matches!(subject, Subject::Words(_) | Subject::Findings(_));
                self.mode = Mode::Read;
                self.link = None;
                if words {
                    self.show(passage);
                } else {
                    self.jump_to(passage.start);
                    self.focus = super::Focus::Pane;
                }
            }
            (None, Subject::Structure(_) | Subject::LookedUp { .. }) => self.give_back(),
            (None, _) => {
                let key = self.key_hint(Action::Copy);
                self.tell(format!("links are not opened from here · {key} copies the address"));
            }
        }
    }
}
