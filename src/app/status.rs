//! The bottom line while nothing is typed: where the user is, what happened, how far the user has
//! read, and which keys help now. Part of the state, because its parts can be clicked.

use super::{App, Effect, Granularity, Hint, Mode, News, Page, Search};
use crate::action::Action;
use crate::document::{BlockId, Document};
use crate::messages::{counts, headings, states};
use crate::settings::{Ornaments, ProgressShown};
use crate::typeset::columns;
use unicode_segmentation::UnicodeSegmentation;

/// What a piece of the line says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatusRole {
    /// Where the user is.
    Place,
    /// How far that is.
    Progress,
    /// The position among several documents, or what to begin with.
    Aside,
    /// The matches of the search.
    Matches,
    /// The key of an action.
    Key,
    /// What that action does.
    Hint,
    /// What was done.
    Done,
    /// What went wrong.
    Trouble,
}

/// A piece of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusPiece {
    /// Its first column.
    pub x: u16,
    /// Its maximum width.
    pub width: u16,
    /// Its words.
    pub words: String,
    /// What they say.
    pub role: StatusRole,
    /// What a click on it does.
    pub action: Option<Action>,
}

/// The columns between pieces.
const APART: u16 = 2;

/// The number of hints to show before the place is named with its paragraph.
const FIRST_HINTS: usize = 3;

/// The same with several open documents.
const FIRST_HINTS_OF_SEVERAL: usize = 4;

/// The number of hints to show before the place is named with what contains it.
const MORE_HINTS: usize = 5;

/// The maximum number of hints.
const MOST_HINTS: usize = 6;

/// The line while it is being put together: what is at its right end leaves less for its left end.
struct Ends {
    pieces: Vec<StatusPiece>,
    left: u16,
    right: u16,
}

impl Ends {
    /// Puts words at the right end, if there is room for them.
    fn put_right(&mut self, words: &str, role: StatusRole) {
        let width = columns(words);
        if width == 0 || self.left + width > self.right {
            return;
        }
        let x = self.right - width;
        self.pieces.push(StatusPiece { x, width, words: words.to_owned(), role, action: None });
        self.right = x.saturating_sub(APART);
    }

    /// Puts hints at the right end; the one that is always shown is the last.
    fn put_hints(&mut self, hints: &[Hint]) {
        let Some((last, others)) = hints.split_first() else { return };
        let apart = u16::try_from(others.len()).unwrap_or(u16::MAX).saturating_mul(SEPARATOR);
        let all = hints.iter().map(wide).fold(apart, u16::saturating_add);
        if self.left + all > self.right {
            return;
        }
        let mut x = self.right - all;
        self.right = x.saturating_sub(APART);
        for (at, hint) in others.iter().chain([last]).enumerate() {
            let mut put = |words: &str, role: StatusRole, action: Option<Action>| {
                let width = columns(words);
                self.pieces.push(StatusPiece { x, width, words: words.to_owned(), role, action });
                x += width;
            };
            let action = Some(hint.action);
            if at > 0 {
                put(" · ", StatusRole::Hint, None);
            }
            put(&hint.key, StatusRole::Key, action);
            if !hint.words.is_empty() {
                put(" ", StatusRole::Hint, action);
                put(hint.words, StatusRole::Hint, action);
            }
        }
    }

    /// Puts words at the left end, cut to the room that there is.
    fn put_left(&mut self, words: &str, role: StatusRole) {
        let width = columns(words).min(self.right.saturating_sub(self.left));
        if width > 0 {
            let words = words.to_owned();
            self.pieces.push(StatusPiece { x: self.left, width, words, role, action: None });
            self.left += width + APART + 1;
        }
    }
}

/// The width of a hint.
fn wide(hint: &Hint) -> u16 {
    let words = columns(hint.words);
    columns(&hint.key) + words + u16::from(words > 0)
}

/// The columns that are still free, which pieces take in order of importance.
struct Spare(u16);

impl Spare {
    /// Takes a number of columns, if they are free.
    fn take(&mut self, columns: u16) -> bool {
        let fits = columns <= self.0;
        self.0 -= if fits { columns } else { 0 };
        fits
    }

    /// Takes the width of words and a gap; nothing if there are no words.
    fn take_words(&mut self, words: &str) -> bool {
        !words.is_empty() && self.take(columns(words) + APART)
    }

    /// Takes the width of the next hints, until `most` are shown.
    fn take_hints(&mut self, hints: &[Hint], shown: &mut usize, most: usize) {
        while (1..most.min(hints.len())).contains(shown)
            && self.take(wide(&hints[*shown]) + SEPARATOR)
        {
            *shown += 1;
        }
    }
}

impl App {
    /// The pieces of the bottom line while nothing is typed there.
    pub fn status(&self) -> Vec<StatusPiece> {
        let area = self.layout.status;
        let room = area.width.saturating_sub(2);
        let mut ends =
            Ends { pieces: Vec::new(), left: area.x + 1, right: (area.x + area.width).max(1) - 1 };
        let fits = |words: &String| columns(words) <= room;
        if let Some(greeting) = self.greeting().into_iter().flatten().find(fits) {
            ends.put_left(&greeting, StatusRole::Aside);
            return ends.pieces;
        }
        let hints = self.hints();
        let notice = self.notice.as_ref();
        let Place { whole, name, section } = place(self);
        let (long, short) = self.progress_words();
        // Of two documents side by side, both are in view.
        let among = self.among.filter(|_| self.pair().is_none());
        let among = among.map_or_else(String::new, |(at, of)| counts::of(at, of));
        let matches = self.matches_told();
        // The place or the message comes first, then as much of the rest as fits. A long message
        // leaves room only for the position among several documents.
        let wanted = notice.map_or_else(|| columns(&section), |notice| columns(&notice.text));
        let gap = if among.is_empty() { 0 } else { APART };
        // A long place also leaves room for the key for help, except on a tiny screen.
        let help = hints.first().map_or(0, |last| wide(last) + APART);
        let help = if notice.is_none() && help <= room / 3 { help } else { 0 };
        let most = room.saturating_sub(columns(&among) + gap + help);
        let mut spare = Spare(room.saturating_sub(wanted.min(most)));
        let with_among = spare.take_words(&among);
        let last = hints.first().is_some_and(|last| spare.take(wide(last) + APART));
        let with_short = spare.take_words(&short);
        let with_matches = spare.take_words(&matches);
        let mut shown = usize::from(last);
        // With several documents, the palette is among the keys that the bottom line must name.
        let first = if among.is_empty() { FIRST_HINTS } else { FIRST_HINTS_OF_SEVERAL };
        spare.take_hints(&hints, &mut shown, first);
        // The place is shown beside a message if both fit.
        let beside = notice.map_or(0, |_| columns(&section) + APART + 1);
        let longer = |long: &str, short: &str| columns(long).saturating_sub(columns(short));
        let is_named = spare.take(beside + longer(&name, &section));
        let has_place = is_named || spare.take(beside);
        let in_words = states::document(&among);
        let with_words = with_among && spare.take(longer(&in_words, &among));
        spare.take_hints(&hints, &mut shown, MORE_HINTS);
        let in_full = is_named && spare.take(longer(&whole, &name));
        let with_long = with_short && spare.take(longer(&long, &short));
        spare.take_hints(&hints, &mut shown, MOST_HINTS);
        ends.put_hints(&hints[..shown]);
        if with_short {
            ends.put_right(if with_long { &long } else { &short }, StatusRole::Progress);
        }
        if with_among {
            ends.put_right(if with_words { &in_words } else { &among }, StatusRole::Aside);
        }
        if with_matches {
            ends.put_right(&matches, StatusRole::Matches);
        }
        if notice.is_none() || has_place {
            let shown = match (in_full, is_named) {
                (true, _) => &whole,
                (false, true) => &name,
                (false, false) => &section,
            };
            ends.put_left(shown, StatusRole::Place);
        }
        if let Some(notice) = notice {
            let role = match notice.news {
                News::Done => StatusRole::Done,
                News::Trouble => StatusRole::Trouble,
            };
            ends.put_left(&notice.text, role);
        }
        ends.pieces
    }

    /// The tally of the search, if it concerns what is in view and is not the message itself.
    fn matches_told(&self) -> String {
        let belongs = self.page == Page::Text && matches!(self.mode, Mode::Read | Mode::Select(_));
        let tally = self.search.as_ref().filter(|_| belongs).map(Search::tally);
        let is_news = |tally: &String| {
            self.notice.as_ref().is_some_and(|notice| notice.text.starts_with(tally.as_str()))
        };
        tally.filter(|tally| !is_news(tally)).unwrap_or_default()
    }

    /// How far the user has read: in full, and in brief.
    fn progress_words(&self) -> (String, String) {
        let lists = matches!(self.mode, Mode::Help(_) | Mode::Bookmarks | Mode::Documents);
        if self.page != Page::Text || lists {
            return Default::default();
        }
        let percent = self.reading.percent(&self.document);
        let brief = match self.settings.progress {
            ProgressShown::Time => self.time_left().unwrap_or_else(|| format!("{percent} %")),
            ProgressShown::Clause | ProgressShown::Percent => format!("{percent} %"),
        };
        let place = self
            .block_in_view()
            .filter(|_| self.settings.progress != ProgressShown::Percent)
            .and_then(|block| self.progress.place(&self.document, block));
        let long = place.map_or_else(|| brief.clone(), |place| format!("{place} · {brief}"));
        (long, brief)
    }

    /// How long the rest takes at the user's own pace; `None` if the rest has not been read in yet
    /// or there is none.
    fn time_left(&self) -> Option<String> {
        let in_view = self.reading.in_view(&self.document)?;
        let bytes = self.document.text().len().saturating_sub(in_view.end);
        let known = self.document.metadata().read.is_none() && bytes > 1;
        known.then(|| self.pace.left(bytes as f32 * self.progress.words_a_byte()))
    }

    /// Presses the key that was clicked in the bottom line.
    pub(super) fn press_status(&mut self, column: u16) -> Vec<Effect> {
        let hit = |piece: &StatusPiece| (piece.x..piece.x + piece.width).contains(&column);
        let action = self.status().into_iter().find(hit).and_then(|piece| piece.action);
        let bound = |action| self.settings.keys.keys(action).first().copied();
        let key = action.and_then(|action| self.own_key(action).or_else(|| bound(action)));
        match (action, key) {
            (_, Some(key)) => self.key(key),
            // The action can be clicked even though no key is bound to it.
            (Some(action), None) => self.act(action, None),
            (None, None) => Vec::new(),
        }
    }
}

/// The width of the dot between two hints, with its blanks.
const SEPARATOR: u16 = 3;

/// Separates a place from its parent.
const PARTED_BY: &str = " › ";

/// Where the user is.
struct Place {
    whole: String,
    /// The same without its parents.
    name: String,
    /// The same without the paragraph either.
    section: String,
}

impl Place {
    /// Returns the place of a block, within something that contains it.
    fn of(document: &Document, block: BlockId, around: Option<String>) -> Self {
        let (name, section) =
            (document.block_name(block), document.section_name(document.block(block).section));
        let whole = match around {
            Some(outer) => format!("{outer}{PARTED_BY}{name}"),
            None => name.clone(),
        };
        Self { whole, name, section }
    }
}

impl From<String> for Place {
    fn from(whole: String) -> Self {
        Self { section: whole.clone(), name: whole.clone(), whole }
    }
}

fn place(app: &App) -> Place {
    match (&app.mode, app.page) {
        (Mode::Help(_), _) => headings::HELP.to_owned().into(),
        (Mode::Documents, _) => match (app.recent.listed().len(), app.recent.count()) {
            (listed, all) if listed < all => counts::documents_of(listed, all).into(),
            (_, all) => counts::documents(all).into(),
        },
        (Mode::Bookmarks, _) => {
            let (listed, all) = (app.listed().len(), app.bookmark_index.kept().len());
            match listed {
                count if !app.list.everywhere && count < all => {
                    counts::bookmarks_of(count, all).into()
                }
                count => counts::bookmarks(count).into(),
            }
        }
        (Mode::Select(selection), _) => {
            let words = app.selected().map(|passage| app.document.passage_text(passage));
            let count = words.map_or(0, |words| words.graphemes(true).count());
            let told = match selection.unit {
                Granularity::Character => states::selected_characters(count),
                Granularity::Word => states::selected_words(count),
                Granularity::Sentence => states::selected_sentences(count),
                Granularity::Paragraph => states::selected_paragraphs(count),
            };
            match selection.count {
                Some(count) => format!("{count}× · {told}").into(),
                None => told.into(),
            }
        }
        (_, Page::Register(register)) => {
            let title = register.title(&app.document);
            match app.chosen_place(register) {
                Some(place) => Place::of(&app.document, place.passage.start.block, Some(title)),
                None => title.into(),
            }
        }
        (_, Page::Text) => breadcrumb(app),
    }
}

/// `8:3 ↔ 8:3`, with another text beside this one; `None` where the text has no numbers.
fn addresses_beside(app: &App) -> Option<String> {
    let (block, other) = app.blocks_beside()?;
    let other = other.and_then(|block| Some(app.pair()?.other().block_address(block)));
    let own = app.document.block_address(block);
    let has_numbers = |address: &str| address.contains(|c: char| c.is_ascii_digit());
    let other = other.unwrap_or_else(|| "–".to_owned());
    has_numbers(&own).then(|| states::addresses_beside(own, other))
}

/// `Declaration › 8, paragraph 3`.
fn breadcrumb(app: &App) -> Place {
    if let Some(addresses) = addresses_beside(app) {
        return addresses.into();
    }
    let Some(block) = app.block_in_view() else { return String::new().into() };
    let document = &app.document;
    let around = document.ancestry(document.block(block).section).skip(1).last();
    let mut place =
        Place::of(document, block, around.map(|outermost| document.section_name(outermost)));
    // Elsewhere a sign beside the paragraph shows it.
    let passage = document.block_passage(block);
    let is_marked = || app.bookmark_index.passages().any(|(marked, _)| marked.overlaps(passage));
    if app.theme.ornaments == Ornaments::Omitted && is_marked() {
        place.whole = states::bookmarked(place.whole);
        place.name = states::bookmarked(place.name);
        place.section = states::bookmarked(place.section);
    }
    place
}
