//! The margin beside the text on a wide screen: notes of bookmarks, explanations of words,
//! footnotes, and the pinned clause.

use super::{App, AsideDensity, Focus, Page, Peek, PeekSubject};
use crate::action::Mouse;
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

/// What a click on an entry of the margin leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AsideTarget {
    /// The bookmark with this id, in the list.
    Bookmark(String),
    /// The meaning of a word.
    Meaning(Explained),
    /// A footnote.
    Footnote(Passage),
    /// The pinned clause.
    Pinned(Passage),
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
    /// What a click on it leads to.
    pub target: AsideTarget,
}

/// An entry of the margin: its name and its words.
struct Entry<'a> {
    role: AsideRole,
    name: &'a str,
    words: &'a str,
    target: AsideTarget,
}

/// The maximum number of lines of one entry; a preview shows the rest.
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
    fn put(&mut self, row: u16, entry: Entry<'_>, most: usize) {
        let Entry { role, name, words, target } = entry;
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
            self.lines.push(AsideLine { row, role, words, target: target.clone() });
            self.next = row + 2;
        }
    }
}

impl App {
    /// Whether to keep a margin: the user pinned a clause or wrote a note, which must be seen, or the
    /// text has enough to show there.
    pub(super) fn has_asides(&self) -> bool {
        let noted = |(_, bookmark): (Passage, &crate::bookmarks::Bookmark)| {
            !bookmark.note.trim().is_empty()
        };
        self.pinned.is_some()
            || self.aside_density == AsideDensity::Frequent
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
            let target = AsideTarget::Pinned(pinned);
            let entry = Entry { role: AsideRole::Name, name: &name, words: &words, target };
            margin.put(0, entry, most);
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
                    let target = AsideTarget::Bookmark(bookmark.id.clone());
                    margin.put(at, Entry { role, name: &name, words: note, target }, MOST_LINES);
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
                let target = AsideTarget::Footnote(passage);
                let entry = Entry { role: AsideRole::Name, name: &name, words: &words, target };
                margin.put(at, entry, MOST_LINES);
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
        let (name, target) = (explanation.name.as_str(), AsideTarget::Meaning(explained));
        let entry = Entry { role: AsideRole::Name, name, words: &words, target };
        margin.put(at, entry, MOST_LINES);
    }

    /// Whether a cell of the screen is in the margin.
    pub(super) fn is_aside(&self, mouse: Mouse) -> bool {
        self.layout.aside.is_some_and(|area| area.contains(mouse.column, mouse.row))
    }

    /// Opens the entry of the margin under the mouse: a bookmark in the list, a meaning or a footnote
    /// in a window; goes to the pinned clause.
    pub(super) fn press_aside(&mut self, mouse: Mouse) {
        let Some(area) = self.layout.aside else { return };
        let row = mouse.row.saturating_sub(area.y);
        let target = self.asides().into_iter().find(|line| line.row == row);
        match target.map(|line| line.target) {
            Some(AsideTarget::Bookmark(id)) => {
                self.open_bookmarks();
                self.list_choosing(Some(&id));
            }
            Some(AsideTarget::Meaning(explained)) => {
                self.open_peek(PeekSubject::Words(vec![explained]), None);
            }
            Some(AsideTarget::Footnote(passage)) => {
                self.open_peek(PeekSubject::Place(passage), None);
            }
            Some(AsideTarget::Pinned(passage)) => {
                self.jump_to(passage.start);
                self.focus = Focus::Pane;
            }
            None => {}
        }
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
