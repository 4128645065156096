//! Showing a new version of the open document: the user's place and choices stay, at the same
//! words.

use super::{App, Focus, Mode, NoteFor, Page, Prepared, RegisterKind, Search, View};
use crate::bookmarks::{Bookmark, Revision};
use crate::document::{Document, Point, RosterId};
use crate::typeset::{Top, document_direction};
use std::sync::Arc;

impl App {
    /// Whether another version can be shown now: not while the user types or selects, since that
    /// concerns the words in view.
    pub fn can_reload(&self) -> bool {
        match &self.mode {
            Mode::Help(_) => true,
            Mode::Read | Mode::Bookmarks | Mode::Documents => self.filtered_list().is_none(),
            Mode::Jump(_)
            | Mode::Search(_)
            | Mode::Note(_)
            | Mode::Tags(_)
            | Mode::Select(_)
            | Mode::Letter(_)
            | Mode::LinkHints(_)
            | Mode::Ask(_)
            | Mode::Menu(_)
            | Mode::Peek(_)
            | Mode::Palette(_) => false,
        }
    }

    /// Shows another version of the document; `revision` says how it came from the one that is
    /// shown.
    pub fn reload(
        &mut self,
        document: impl Into<Prepared>,
        revision: &Revision,
        bookmarks: &[Bookmark],
    ) {
        // The changes are those of the revision.
        let Prepared { document, outline, labels, progress, compared, changes: _, asides } =
            document.into();
        self.comparison = compared;
        self.pinned = None;
        let old = std::mem::replace(&mut self.document, document);
        let new = Arc::clone(&self.document);
        let moved = |point: Point| revision.point(&old, &new, point);
        let moved_view = |view: View| View {
            top: Top { point: moved(view.top.point), beside: None, ..view.top },
            page: moved_page(&old, &new, view.page),
        };
        let (top, chosen) = (self.reading.top(), self.chosen_id());
        let here = moved(top.point);
        self.labels = labels;
        self.progress = progress;
        // While the rest of a large text is read, the text must not move sideways.
        if old.metadata().read.is_none() {
            self.aside_density = asides;
        }
        self.direction = document_direction(&new);
        self.page = moved_page(&old, &new, self.page);
        self.attention = self.attention.map(moved);
        self.history = std::mem::take(&mut self.history).mapped(moved_view);
        self.shown = None;
        self.pressed = None;
        self.link = None;
        self.pace.rest();
        self.only = None;
        if let Some(pair) = &mut self.pair {
            pair.pairing = None;
        }
        self.held.clear();
        self.unsettled = None;
        if matches!(self.mode, Mode::Peek(_)) {
            self.mode = Mode::Read;
        }
        self.draft = self.draft.take().and_then(|(subject, text)| match subject {
            NoteFor::New(passage) => {
                let passage = revision.passage(&old, &new, passage)?;
                Some((NoteFor::New(passage), text))
            }
            kept @ NoteFor::Kept(_) => Some((kept, text)),
        });
        self.search = self.search.take().and_then(|search| {
            let from = search.passage().map_or(here, |found| moved(found.start));
            Search::new(&new, &search.pattern, search.syntax, search.direction, from).ok()
        });
        self.changes = self.changes.with(revision, &new);
        let folded = self.outline.folded_addresses(&old);
        let cursor = self.outline.chosen_section().map(|id| revision.section(id));
        self.outline = outline;
        self.outline.fold_addresses(&new, &folded);
        if self.focus == Focus::Outline
            && let Some(section) = cursor.flatten()
        {
            self.outline.follow(&new, section);
        }
        self.reading.replace(&new, Top { point: here, beside: None, ..top });
        self.bookmark_index = super::BookmarkIndex::new(&new, bookmarks);
        self.list_choosing(chosen.as_deref());
        self.refresh();
    }

    /// Takes over what the user has set and typed in another document of this run.
    pub fn go_on_from(&mut self, other: &Self) {
        self.settings = other.settings.clone();
        self.theme = other.theme;
        self.colours = other.colours;
        self.size = other.size;
        self.security = other.security;
        self.beside = other.beside;
        self.patterns.clone_from(&other.patterns);
        self.pace.clone_from(&other.pace);
        self.pace.rest();
        self.list.controls.order = other.list.controls.order;
        self.recent.controls.order = other.recent.controls.order;
        self.mode = Mode::Read;
        self.held.clear();
        self.focus = Focus::Pane;
        self.notice = None;
        self.shown = None;
        self.refresh();
    }

    /// Returns to the text, whatever is open over it.
    pub fn go_on_reading(&mut self) {
        self.mode = Mode::Read;
        self.held.clear();
        self.refresh();
    }
}

/// The page in another version; the text if its register no longer exists.
fn moved_page(old: &Document, new: &Document, page: Page) -> Page {
    let Page::Register(mut register) = page else { return page };
    register.kind = match register.kind {
        RegisterKind::Roster(id) => {
            let kind = old.roster(id).kind;
            match new.rosters().iter().position(|roster| roster.kind == kind) {
                Some(at) => RegisterKind::Roster(RosterId::new(at)),
                None => return Page::Text,
            }
        }
        RegisterKind::Abbreviations if new.abbreviations().is_empty() => return Page::Text,
        RegisterKind::Abbreviations => RegisterKind::Abbreviations,
        RegisterKind::Terms if new.terms().is_empty() => return Page::Text,
        RegisterKind::Terms => RegisterKind::Terms,
        RegisterKind::References if new.links().is_empty() => return Page::Text,
        RegisterKind::References => RegisterKind::References,
        RegisterKind::CitedBy(id) => match new.section_at(old.section_address(id)) {
            Some(id) if !new.cited_by(id).is_empty() => RegisterKind::CitedBy(id),
            _ => return Page::Text,
        },
    };
    register.row = register.row.min(register.rows(new).len().saturating_sub(1));
    register.place = 0;
    Page::Register(register)
}
