//! Previews: a window over the text that shows another place without going there, an address
//! outside, or the meaning of words.

use super::scrolling::moved;
use super::section_labels::number_apart;
use super::{App, Area, Effect, Mode};
use crate::action::{Action, Context, Key, KeyCode};
use crate::document::{BlockKind, Direction, Document, Explained, Passage, Point};
use crate::find::Finding;
use crate::messages::{counts, headings, notices, states};
use crate::typeset::{Row, lines, plain, running_lines};

/// What a window shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeekSubject {
    /// A passage of the document.
    Place(Passage),
    /// An address outside the document, which is never opened.
    Outside(String),
    /// Words that the text explains, with their meanings.
    Words(Vec<Explained>),
    /// A text of the program: how a paragraph was recognised, the rules, the settings.
    Report {
        /// Its title.
        title: String,
        /// Its lines.
        text: String,
    },
    /// The faults that the check found in the document.
    Findings(Vec<Finding>),
    /// What another program printed about words.
    LookedUp {
        /// The words.
        words: String,
        /// The output.
        told: String,
    },
}

/// A window over the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Peek {
    /// What it shows.
    pub subject: PeekSubject,
    /// The start of the words that lead there; the window opens beside them.
    pub from: Option<Point>,
    /// The index of the chosen word, if there are several.
    pub chosen: usize,
    /// The rows scrolled off above.
    pub above: usize,
}

/// The kind of a row in the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeekRow {
    /// Running text, with its direction.
    Text(Direction),
    /// An explained word; whether it is the chosen one.
    Name(bool),
}

/// The maximum number of rows that are laid out: to read more, the user goes there.
const MOST_ROWS: usize = 400;

/// The maximum number of rows of a text of the program.
const MOST_OWN_ROWS: usize = 4000;

/// The extra columns around the text if it has no numbers in the margin.
const EDGE: u16 = 2;

/// Text of the window itself.
const OWN: PeekRow = PeekRow::Text(Direction::LeftToRight);

impl Peek {
    /// Returns a window at the beginning of its contents.
    pub fn new(subject: PeekSubject, from: Option<Point>) -> Self {
        Self { subject, from, chosen: 0, above: 0 }
    }

    /// The title of the window.
    pub fn title(&self, document: &Document) -> String {
        match &self.subject {
            PeekSubject::Place(passage) => {
                let name = document.passage_name(*passage);
                let section = document.section_of(*passage);
                let Some(section) = section else { return name };
                let title = document.title(section);
                let told = match &document.section(section).number {
                    Some(number) => {
                        number_apart(document, section).is_none() && number.to_string() == name
                    }
                    // A heading is named by its words.
                    None => title.starts_with(name.trim_end_matches('…')),
                };
                if told { title.into_owned() } else { format!("{name} · {title}") }
            }
            PeekSubject::Outside(_) => headings::OUTSIDE.to_owned(),
            PeekSubject::LookedUp { words, .. } => format!("“{words}”"),
            PeekSubject::Report { title, .. } => title.clone(),
            PeekSubject::Findings(findings) => {
                let faults = findings.iter().filter(|found| !found.fault.is_remark()).count();
                let remarks = findings.len() - faults;
                let faults = (faults > 0).then(|| counts::faults(faults));
                let remarks = (remarks > 0).then(|| counts::remarks(remarks));
                let told: Vec<String> = faults.into_iter().chain(remarks).collect();
                headings::check(told.join(", "))
            }
            PeekSubject::Words(words) => match words.len() {
                1 => headings::EXPLAINED.to_owned(),
                count => headings::explained_several(count),
            },
        }
    }

    /// Its rows at a width, each with its kind; laid out up to a limit.
    pub fn rows(&self, document: &Document, columns: u16) -> Vec<(PeekRow, String)> {
        let columns = columns.max(1);
        let mut rows: Vec<(PeekRow, String)> = Vec::new();
        match &self.subject {
            PeekSubject::Place(passage) => {
                // A sub-clause says little without its lead-in.
                let section = document.section_of(*passage);
                for block in section.map_or_else(Vec::new, |id| document.lead_ins(id)) {
                    words(document, document.block_passage(block), columns, &mut rows);
                    rows.push((OWN, String::new()));
                }
                words(document, *passage, columns, &mut rows);
            }
            PeekSubject::Outside(address) => {
                rows.extend(lines(address, columns).into_iter().map(|l| (OWN, l)));
            }
            PeekSubject::Report { text: told, .. } | PeekSubject::LookedUp { told, .. } => {
                for line in told.lines() {
                    let words = line.trim_start();
                    let indent = &line[..line.len() - words.len()];
                    let before = u16::try_from(indent.len()).unwrap_or(u16::MAX);
                    let room = columns.saturating_sub(before).max(1);
                    let lines = lines(words, room).into_iter();
                    rows.extend(lines.map(|words| (OWN, format!("{indent}{words}"))));
                }
            }
            PeekSubject::Findings(findings) => {
                for (at, found) in findings.iter().enumerate() {
                    let remark = match found.fault.is_remark() {
                        true => format!(" · {}", states::REMARK),
                        false => String::new(),
                    };
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
            PeekSubject::Words(all) => {
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
        let most = match self.subject {
            PeekSubject::Report { .. } => MOST_OWN_ROWS,
            _ => MOST_ROWS,
        };
        if rows.len() > most {
            rows.truncate(most);
            rows.push((OWN, "…".to_owned()));
        }
        rows
    }

    /// Where Enter goes.
    fn destination(&self, document: &Document) -> Option<Passage> {
        match &self.subject {
            PeekSubject::Place(passage) => Some(*passage),
            PeekSubject::Outside(_) | PeekSubject::Report { .. } | PeekSubject::LookedUp { .. } => {
                None
            }
            PeekSubject::Words(words) => {
                Some(document.explanation(*words.get(self.chosen)?)?.place)
            }
            PeekSubject::Findings(findings) => {
                Some(document.block_passage(findings.get(self.chosen)?.block))
            }
        }
    }

    /// The number of choices in it.
    fn choices(&self) -> usize {
        match &self.subject {
            PeekSubject::Words(words) => words.len(),
            PeekSubject::Findings(findings) => findings.len(),
            PeekSubject::Place(_)
            | PeekSubject::Outside(_)
            | PeekSubject::Report { .. }
            | PeekSubject::LookedUp { .. } => 1,
        }
    }
}

/// Lays out the words of a passage: paragraphs separated by an empty line, with their numbers.
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
    /// The area of the window, including its frame: below the words that lead to it, or above if
    /// there is more room.
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

    /// The columns of the window: those of the text and its numbers, so that no part of the covered
    /// lines shows beside it.
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

    /// The rows of the window, and how many of them are in view.
    pub fn peek_rows(&self, peek: &Peek) -> (Vec<(PeekRow, String)>, usize) {
        let area = self.peek_area(peek);
        let rows = peek.rows(&self.document, area.width.saturating_sub(4));
        (rows, usize::from(area.height.saturating_sub(2)))
    }

    pub(super) fn peek_key(&mut self, key: Key) -> Vec<Effect> {
        let Some(action) = self.settings.keys.action(Context::Everywhere, key) else {
            if !matches!(key.code, KeyCode::Escape) {
                let hint = self.key_hint(Action::Cancel);
                self.tell(notices::closes(key, hint));
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
                // Steps to another link in the text.
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
            // Closes the window and does everything else in the text.
            _ => {
                self.give_back();
                return self.act(action, None);
            }
        }
        Vec::new()
    }

    /// Pins what the window shows beside the text, if there is room.
    fn pin_peek(&mut self) {
        let subject = match &self.mode {
            Mode::Peek(peek) => Some(peek.subject.clone()),
            _ => None,
        };
        self.give_back();
        if let Some(PeekSubject::Place(passage)) = subject.filter(|_| self.can_pin()) {
            self.pin(passage);
        }
    }

    fn peek_height(&self) -> i64 {
        match &self.mode {
            Mode::Peek(peek) => i64::from(self.peek_area(peek).height.saturating_sub(3).max(1)),
            _ => 1,
        }
    }

    /// Chooses the next explained word; scrolls if there is only one thing.
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
        // Brings all of it into view if it fits, or at least its name.
        peek.above = peek.above.max(end.saturating_sub(height)).min(at);
        self.mode = Mode::Peek(Box::new(peek));
    }

    /// Scrolls the window, at most to its last row.
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
                let words = matches!(subject, PeekSubject::Words(_) | PeekSubject::Findings(_));
                self.mode = Mode::Read;
                self.link = None;
                if words {
                    self.show(passage);
                } else {
                    self.jump_to(passage.start);
                    self.focus = super::Focus::Pane;
                }
            }
            (None, PeekSubject::Report { .. } | PeekSubject::LookedUp { .. }) => self.give_back(),
            (None, _) => {
                let key = self.key_hint(Action::Copy);
                self.tell(notices::link_not_opened(key));
            }
        }
    }
}
