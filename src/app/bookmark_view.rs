//! The list of bookmarks as a table: their signs, places, words, notes, states and dates.

use super::list_view::{Align, LEAD};
use super::{AnchoredBookmark, App, Cell, CellPart, Column, GUTTER, ListOrder, ListView, Tone};
use crate::bookmarks::{Anchor, Trust};
use crate::messages::{headings, states};
use crate::typeset::columns;

/// Lines of the words and of the note of a bookmark in the list; the preview shows the rest.
const WORDS: usize = 2;
const NOTE: usize = 3;

/// Narrower lists show notes, states and dates below the words.
const ROOM_FOR_NOTES: u16 = 72;
const ROOM_FOR_STATES: u16 = 56;
const ROOM_FOR_DATES: u16 = 84;

/// Columns of a date.
const DATE: u16 = 10;

/// Which columns the list has, besides signs, places and words.
#[derive(Debug, Clone, Copy)]
struct Beside {
    notes: bool,
    states: bool,
    dates: bool,
}

impl App {
    /// Lays the list of bookmarks out.
    pub fn bookmarks_view(&self) -> ListView {
        let area = self.layout.list();
        let rows: Vec<&AnchoredBookmark> = self.listed().collect();
        let beside = self.beside_words(area.width);
        let columns = self.bookmark_columns(&rows, area.width, beside);
        let cells = |place: usize| self.cells_of(rows[place], beside);
        ListView::new(area, columns, (rows.len(), self.list.chosen), cells)
    }

    fn beside_words(&self, width: u16) -> Beside {
        let has_note = |kept: &AnchoredBookmark| {
            !kept.bookmark.note.is_empty() || !kept.bookmark.tags.is_empty()
        };
        let has_state = |kept: &AnchoredBookmark| !self.bookmark_state(kept).is_empty();
        Beside {
            notes: width >= ROOM_FOR_NOTES && self.listed().any(has_note),
            states: width >= ROOM_FOR_STATES && self.listed().any(has_state),
            dates: width >= ROOM_FOR_DATES,
        }
    }

    fn bookmark_columns(
        &self,
        rows: &[&AnchoredBookmark],
        width: u16,
        beside: Beside,
    ) -> Vec<Column> {
        let widest = |of: &dyn Fn(&AnchoredBookmark) -> String| {
            rows.iter().map(|kept| columns(&of(kept))).max().unwrap_or(0)
        };
        let place = widest(&|kept| kept.name(&self.document)).max(5).min(width / 4);
        let state = widest(&|kept| self.bookmark_state(kept)).max(5).min(width / 5);
        let mut left = width.saturating_sub(LEAD + 1 + GUTTER + place + GUTTER);
        let room = |wanted: bool, columns: u16| if wanted { columns + GUTTER } else { 0 };
        left = left.saturating_sub(room(beside.states, state) + room(beside.dates, DATE));
        let longest_note = widest(&|kept| kept.bookmark.note.replace('\n', " "));
        let longest_tags = widest(&tags);
        let note = longest_note.max(longest_tags).max(4).min(left * 2 / 5);
        left = left.saturating_sub(room(beside.notes, note));
        let head =
            if self.list.everywhere { headings::COLUMN_DOCUMENT } else { headings::COLUMN_STATE };
        let all = [
            (true, Column::new("", 1, ListOrder::Colour)),
            (true, Column::new(headings::COLUMN_PLACE, place, ListOrder::Given)),
            (true, Column::new(headings::COLUMN_WORDS, left, ListOrder::Words)),
            (beside.notes, Column::new(headings::COLUMN_NOTE, note, ListOrder::Note)),
            (beside.states, Column::new(head, state, ListOrder::State)),
            (
                beside.dates,
                Column {
                    align: Align::Right,
                    ..Column::new(headings::COLUMN_CHANGED, DATE, ListOrder::Time)
                },
            ),
        ];
        all.into_iter().filter(|(shown, _)| *shown).map(|(_, column)| column).collect()
    }

    fn cells_of(&self, kept: &AnchoredBookmark, beside: Beside) -> Vec<Cell> {
        let bookmark = &kept.bookmark;
        let found = if kept.candidate().is_some() { Tone::Text } else { Tone::Muted };
        let tone = match kept.anchor {
            Some(Anchor::Lost | Anchor::Ambiguous(_)) => Tone::Trouble,
            _ => Tone::News,
        };
        let state = CellPart::new(self.bookmark_state(kept), tone, WORDS);
        let note = [
            CellPart::new(tags(kept), Tone::Tags, 1),
            CellPart::new(on_one_line(&bookmark.note), Tone::Note, NOTE),
        ];
        let words = format!("“{}”", on_one_line(&bookmark.quotation.exact));
        let mut words = vec![CellPart::new(words, found, WORDS)];
        if !beside.notes {
            words.extend(note.clone());
        }
        if !beside.states {
            words.push(state.clone());
        }
        let mut cells = vec![
            vec![CellPart::new(bookmark.sign(), Tone::Sign(bookmark.highlight), 1)],
            vec![CellPart::new(kept.name(&self.document), Tone::Number, WORDS)],
            words,
        ];
        if beside.notes {
            cells.push(note.to_vec());
        }
        if beside.states {
            cells.push(vec![state]);
        }
        if beside.dates {
            cells.push(vec![CellPart::new(bookmark.day(), Tone::Muted, 1)]);
        }
        cells
    }

    /// Returns the state of a bookmark here; empty if its passage is just as it was marked. For a
    /// bookmark of another document, returns the title of that document.
    pub fn bookmark_state(&self, kept: &AnchoredBookmark) -> String {
        let Some(trust) = kept.trust else { return kept.bookmark.document.title.clone() };
        let now = |kept: &AnchoredBookmark| {
            let passage = kept.candidate()?;
            let now = self.document.passage_address(passage);
            (now != kept.bookmark.address).then(|| self.document.passage_name(passage))
        };
        match (&kept.anchor, now(kept)) {
            (None, _) => states::SOUGHT.to_owned(),
            (Some(Anchor::Exact(_)), _) if trust == Trust::Content => String::new(),
            (Some(Anchor::Exact(_)), _) => states::EXACT.to_owned(),
            (Some(Anchor::Moved(_)), Some(now)) => states::moved(now),
            (Some(Anchor::Moved(_)), None) => states::AROUND_CHANGED.to_owned(),
            (Some(Anchor::Reworded(_)), Some(now)) => states::reworded_at(now),
            (Some(Anchor::Reworded(_)), None) => states::REWORDED.to_owned(),
            (Some(Anchor::Ambiguous(several)), now) => {
                let now = now.unwrap_or_else(|| kept.name(&self.document));
                states::ambiguous(now, kept.choice + 1, several.len())
            }
            (Some(Anchor::Lost), _) => states::LOST.to_owned(),
        }
    }
}

fn tags(kept: &AnchoredBookmark) -> String {
    kept.bookmark.tags.iter().map(|tag| format!("#{tag}")).collect::<Vec<_>>().join(" ")
}

/// Returns words without the breaks between their lines.
pub fn on_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
