//! Previews: a window over the text that shows another place without going there, an address
//! outside, or the meaning of words.

use super::{App, Area, Effect, Mode, Peek, PeekRow, PeekSubject, moved};
use crate::action::{Action, Context, Key, KeyCode};
use crate::document::Direction;
use crate::messages::notices;
use crate::typeset::Row;

/// The extra columns around the text if it has no numbers in the margin.
const EDGE: u16 = 2;

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
        let rows = peek.rows(&self.document, width.saturating_sub(peek.edges())).len();
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
        let rows = peek.rows(&self.document, area.width.saturating_sub(peek.edges()));
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
            Action::Confirm => return self.follow_peek(),
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
    pub(super) fn follow_peek(&mut self) -> Vec<Effect> {
        let Mode::Peek(peek) = &self.mode else { return Vec::new() };
        if let Some(version) = peek.version() {
            return self.follow_version(version);
        }
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
        Vec::new()
    }
}
