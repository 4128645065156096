//! The margin beside the text on a wide screen: notes of bookmarks, explanations of words,
//! footnotes, and the pinned clause.

use super::{App, Page, Peek, PeekSubject};
use crate::document::{BlockKind, Direction, Explained, LinkTarget, Passage, Point};
use crate::messages::notices;
use crate::typeset::{Row, running_lines};

/// The kind of a line in the margin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AsideRole {
    /// The name of what follows.
    Name,
    /// The sign and the name of a bookmark, and its colour.
    Bookmark(crate::bookmarks::Highlight),
    /// Words, with their direction.
    Words(Direction),
}

/// A line of the margin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AsideLine {
    /// Its row, from the first row of the text.
    pub row: u16,
    /// Its kind.
    pub role: AsideRole,
    /// Its words.
    pub words: String,
}

/// The maximum lines of one entry; a preview shows the rest.
const MOST_LINES: usize = 5;

/// The maximum share of the rows for a pinned clause, as a divisor.
const PINNED_PART: u16 = 2;

/// The margin while it is being laid out.
struct Margin {
    lines: Vec<AsideLine>,
    width: u16,
    height: u16,
    next: u16,
}

impl Margin {
    /// Puts a name and its words beside a row, or below the previous entry; skips them if no rows
    /// are left for both.
    fn put(&mut self, row: u16, (role, name): (AsideRole, &str), words: &str, most: usize) {
        let from = row.max(self.next);
        let room = usize::from(self.height.saturating_sub(from));
        let (direction, mut lines) = running_lines(words, self.width);
        if room < 2 {
            return;
        }
        let most = most.min(room - 1);
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                last.push('…');
            }
        }
        let words = lines.into_iter().map(|words| (AsideRole::Words(direction), words));
        let all = std::iter::once((role, name.to_owned())).chain(words);
        for (row, (role, words)) in (from..).zip(all) {
            self.lines.push(AsideLine { row, role, words });
            self.next = row + 2;
        }
    }
}

impl App {
    /// Whether the document has anything that the margin could show.
    pub(super) fn has_asides(&self) -> bool {
        let noted = |(_, bookmark): (Passage, &crate::bookmarks::Bookmark)| {
            !bookmark.note.trim().is_empty()
        };
        let document = &self.document;
        self.pinned.is_some()
            || !document.terms().is_empty()
            || !document.abbreviations().is_empty()
            || document.blocks().iter().any(|block| block.kind == BlockKind::Note)
            || self.bookmark_index.marks().any(noted)
    }

    /// The lines of the margin, from the top; empty if there is no margin.
    pub fn asides(&self) -> Vec<AsideLine> {
        let Some(area) = self.layout.aside.filter(|_| self.page == Page::Text) else {
            return Vec::new();
        };
        let (width, height) = (area.width, area.height);
        let mut margin = Margin { lines: Vec::new(), width, height, next: 0 };
        if let Some(pinned) = self.pinned {
            let name = Peek::new(PeekSubject::Place(pinned), None).title(&self.document);
            let words = self.document.passage_text(pinned);
            let most = usize::from(height / PINNED_PART);
            margin.put(0, (AsideRole::Name, &name), &words, most);
        }
        let rows = self.reading.rows();
        let mut seen: Vec<Explained> = Vec::new();
        for (at, row) in (0u16..).zip(rows) {
            let Row::Text { block, line, .. } = row else { continue };
            let begins = |byte: usize| line.holds(byte) && line.range().contains(&byte);
            for (passage, bookmark) in self.bookmark_index.marks() {
                let Point { block: marked, byte } = passage.start;
                let note = bookmark.note.trim();
                if marked == *block && begins(byte) && !note.is_empty() {
                    let name =
                        format!("{} {}", bookmark.sign(), self.document.passage_name(passage));
                    let role = AsideRole::Bookmark(bookmark.highlight);
                    margin.put(at, (role, &name), note, MOST_LINES);
                }
            }
            self.put_footnotes(&mut margin, at, row);
            for (range, explained) in self.document.explained_in(*block) {
                if begins(range.start) && !seen.contains(&explained) {
                    seen.push(explained);
                    self.put_meaning(&mut margin, at, explained);
                }
            }
        }
        margin.lines
    }

    /// Adds the footnotes that a line refers to.
    fn put_footnotes(&self, margin: &mut Margin, at: u16, row: &Row) {
        let Row::Text { block, line, .. } = row else { return };
        let start = self.document.block(*block).body.start.get();
        for link in self.document.links_of(*block) {
            let LinkTarget::Passage(passage) = link.target else { continue };
            let byte = link.span.start.get().saturating_sub(start);
            let note = self.document.block(passage.start.block).kind == BlockKind::Note;
            if note && line.range().contains(&byte) {
                let name = self.document.slice(link.span).to_owned();
                let words = self.document.passage_text(passage);
                margin.put(at, (AsideRole::Name, &name), &words, MOST_LINES);
            }
        }
    }

    /// Adds the explanation of a word, unless it is in view anyway.
    fn put_meaning(&self, margin: &mut Margin, at: u16, explained: Explained) {
        let Some(explanation) = self.document.explanation(explained) else { return };
        let place = explanation.place.start.block;
        let shows = |row: &Row| matches!(row, Row::Text { block, .. } if *block == place);
        if self.reading.rows().iter().any(shows) {
            return;
        }
        let words = self.document.passage_text(explanation.meaning);
        margin.put(at, (AsideRole::Name, &explanation.name), &words, MOST_LINES);
    }

    /// Pins a clause beside the text, or unpins it.
    pub(super) fn pin(&mut self, passage: Passage) {
        self.pinned = (self.pinned != Some(passage)).then_some(passage);
        let key = self.key_hint(crate::action::Action::Cancel);
        match self.pinned {
            Some(_) => self.tell(notices::pinned(key)),
            None => self.tell(notices::UNPINNED),
        }
    }
}
