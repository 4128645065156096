//! The list of bookmarks as a table: their signs, places, words, notes, states and dates.

use super::list_view::{LEAD, fitted};
use super::{AnchoredBookmark, App, Cell, CellPart, Column, GUTTER, ListOrder, ListView, Tone};
use crate::bookmarks::{Anchor, Bookmark, Trust};
use crate::document::on_one_line;
use crate::messages::{headings, states};
use crate::settings::Ornaments;

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
    ) -> [Option<Column>; 6] {
        let state_head =
            if self.list.everywhere { headings::COLUMN_DOCUMENT } else { headings::COLUMN_STATE };
        let rows = rows.iter();
        let places = rows.clone().map(|kept| kept.name(&self.document));
        let place = fitted(places, headings::COLUMN_PLACE, width / 3);
        let states = rows.clone().map(|kept| self.bookmark_state(kept));
        let state = beside.states.then(|| fitted(states, state_head, width / 5));
        let date = beside.dates.then_some(DATE);
        let room = |column: Option<u16>| column.map_or(0, |width| width + GUTTER);
        let left = width.saturating_sub(LEAD + 1 + GUTTER + place + GUTTER);
        let left = left.saturating_sub(room(state) + room(date));
        let notes = rows.flat_map(|kept| [tags(&kept.bookmark), on_one_line(&kept.bookmark.note)]);
        let note = beside.notes.then(|| fitted(notes, headings::COLUMN_NOTE, left * 2 / 5));
        let words = left.saturating_sub(room(note));
        [
            Some(Column::new("", 1, ListOrder::Colour)),
            Some(Column::new(headings::COLUMN_PLACE, place, ListOrder::Given)),
            Some(Column::new(headings::COLUMN_WORDS, words, ListOrder::Words)),
            note.map(|width| Column::new(headings::COLUMN_NOTE, width, ListOrder::Note)),
            state.map(|width| Column::new(state_head, width, ListOrder::State)),
            date.map(|width| Column::figures(headings::COLUMN_CHANGED, width, ListOrder::Time)),
        ]
    }

    fn cells_of(&self, kept: &AnchoredBookmark, beside: Beside) -> [Cell; 6] {
        let bookmark = &kept.bookmark;
        // A letter is a name that the user gave; the sign of a colour is an ornament.
        let is_shown = bookmark.letter.is_some() || self.theme.ornaments == Ornaments::Drawn;
        let sign = if is_shown { bookmark.sign() } else { "".into() };
        let found = if kept.candidate().is_some() { Tone::Text } else { Tone::Muted };
        let tone = match kept.anchor {
            Some(Anchor::Lost | Anchor::Ambiguous(_)) => Tone::Trouble,
            _ => Tone::News,
        };
        let state = CellPart::new(self.bookmark_state(kept), tone, WORDS);
        let note = [
            CellPart::new(tags(bookmark), Tone::Tags, 1),
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
        [
            vec![CellPart::new(sign, Tone::Sign(bookmark.highlight), 1)],
            vec![CellPart::new(kept.name(&self.document), Tone::Number, WORDS)],
            words,
            note.to_vec(),
            vec![state],
            vec![CellPart::new(bookmark.day(), Tone::Muted, 1)],
        ]
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

/// Returns the tags of a bookmark as they are shown: `#oil #lamps`.
pub fn tags(bookmark: &Bookmark) -> String {
    bookmark.tags.iter().map(|tag| format!("#{tag}")).collect::<Vec<_>>().join(" ")
}
