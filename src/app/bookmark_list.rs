//! The list of bookmarks: its contents, its order, and the choice in it.

use super::{
    AnchoredBookmark, App, Effect, Filter, Focus, InputLine, ListOrder, Mode, TagPrompt,
    last_if_empty,
};
use crate::action::{Key, KeyCode};
use crate::bookmarks::{Anchor, Change};
use crate::messages::notices;

impl App {
    /// The listed bookmarks, in the order of the list.
    pub fn listed(&self) -> impl ExactSizeIterator<Item = &AnchoredBookmark> {
        self.list.rows.iter().map(|at| &self.bookmark_index.all()[*at])
    }

    /// The chosen bookmark.
    pub fn chosen_bookmark(&self) -> Option<&AnchoredBookmark> {
        self.list.rows.get(self.list.chosen).map(|at| &self.bookmark_index.all()[*at])
    }

    /// Rebuilds the list from the index; keeps the choice.
    pub(super) fn list_anew(&mut self) {
        let chosen = self.chosen_id().or_else(|| self.list.last.clone());
        self.list_choosing(chosen.as_deref());
    }

    pub(super) fn chosen_id(&self) -> Option<String> {
        self.chosen_bookmark().map(|kept| kept.bookmark.id.clone())
    }

    /// Rebuilds the list from the index, and chooses the bookmark with an id.
    pub(super) fn list_choosing(&mut self, chosen: Option<&str>) {
        let filter = Filter::new(self.list.controls.only());
        let listed = if self.list.everywhere {
            self.bookmark_index.all()
        } else {
            self.bookmark_index.kept()
        };
        let mut rows: Vec<usize> =
            (0..listed.len()).filter(|i| filter.takes(&listed[*i])).collect();
        sort(&mut rows, listed, self.list.controls.order);
        let place = chosen.and_then(|id| rows.iter().position(|at| listed[*at].bookmark.id == id));
        let last = rows.len().saturating_sub(1);
        self.list.chosen = place.unwrap_or(self.list.chosen).min(last);
        self.list.rows = rows;
        if let Some(id) = chosen {
            self.list.last = Some(id.to_owned());
        }
    }

    pub(super) fn open_bookmarks(&mut self) {
        if !matches!(self.mode, Mode::Bookmarks) {
            self.hold();
        }
        self.mode = Mode::Bookmarks;
        self.focus = Focus::Pane;
        // Without one, chooses the bookmark nearest to the words in view.
        let here = self.here();
        let near =
            self.bookmark_index.kept().iter().find(|k| k.passage().is_some_and(|p| p.end > here));
        let near = near.map(|kept| kept.bookmark.id.clone());
        self.list_choosing(near.as_deref());
    }

    /// Goes to the passage of the chosen bookmark; opens its document if that is another.
    pub(super) fn open_bookmark(&mut self) -> Vec<Effect> {
        let Some(kept) = self.chosen_bookmark() else { return Vec::new() };
        if kept.trust.is_none() {
            return vec![Effect::OpenBookmark(Box::new(kept.bookmark.clone()))];
        }
        match (kept.candidate(), &kept.anchor) {
            (Some(passage), _) => {
                self.mode = Mode::Read;
                self.show(passage);
            }
            (None, None) => self.tell(notices::SEARCHING_FOR_PASSAGE),
            (None, Some(_)) => self.complain(notices::LOST_PASSAGE),
        }
        Vec::new()
    }

    /// Goes to the passage of a bookmark by its id, for example after opening its document for it.
    pub fn open_bookmark_of(&mut self, id: &str) {
        let kept = self.bookmark_index.kept().iter().find(|kept| kept.bookmark.id == id);
        match kept.and_then(AnchoredBookmark::candidate) {
            Some(passage) => self.show(passage),
            None => self.open_bookmarks(),
        }
    }

    /// Updates the chosen bookmark, or all that were found, to where they were found.
    pub(super) fn accept(&mut self, all: bool) -> Vec<Effect> {
        let chosen = self.chosen_id();
        let wanted = |kept: &&AnchoredBookmark| {
            // Among several equally good places the user chooses one by one.
            let one = kept.passage().is_some();
            kept.can_be_accepted()
                && if all { one } else { Some(&kept.bookmark.id) == chosen.as_ref() }
        };
        let anchored: Vec<Change> = self
            .bookmark_index
            .kept()
            .iter()
            .filter(wanted)
            .filter_map(|kept| Some((&kept.bookmark, self.marked_passage(kept.candidate()?)?)))
            .map(|(seen, at)| Change::edit(seen, &seen.anchored(self.marked_document(), at)))
            .collect();
        if anchored.is_empty() {
            let lost = self.chosen_bookmark().is_some_and(|kept| kept.anchor == Some(Anchor::Lost));
            self.tell(match (all, lost) {
                (true, _) => notices::NOTHING_TO_ACCEPT,
                (false, true) => notices::NO_PLACE_TO_ACCEPT,
                (false, false) => notices::SAVED_PLACE_IS_RIGHT,
            });
            return Vec::new();
        }
        vec![Effect::Change(Change::all(anchored))]
    }

    pub(super) fn delete_bookmark(&mut self) -> Vec<Effect> {
        match self.chosen_bookmark() {
            Some(kept) => vec![Effect::Change(Change::Remove(Box::new(kept.bookmark.clone())))],
            None => Vec::new(),
        }
    }

    /// Gives the chosen bookmark the next colour.
    pub(super) fn next_highlight(&mut self) -> Vec<Effect> {
        let Some(kept) = self.chosen_bookmark() else { return Vec::new() };
        let seen = &kept.bookmark;
        let to = seen.with_highlight(seen.highlight.next());
        vec![Effect::Change(Change::edit(seen, &to))]
    }

    pub(super) fn edit_tags(&mut self) {
        let Some(kept) = self.chosen_bookmark() else {
            return self.tell(notices::NO_BOOKMARK_SELECTED);
        };
        let mut line = kept.bookmark.tags.join(", ");
        if !line.is_empty() {
            line.push_str(", ");
        }
        let seen = Box::new(kept.bookmark.clone());
        self.hold();
        self.mode = Mode::Tags(TagPrompt { line: InputLine::new(&line), seen });
    }

    pub(super) fn tag_key(&mut self, key: Key) -> Vec<Effect> {
        let Mode::Tags(prompt) = &mut self.mode else { return Vec::new() };
        match key.code {
            KeyCode::Escape => self.give_back(),
            KeyCode::Enter => {
                let mut tags: Vec<String> = Vec::new();
                for tag in
                    prompt.line.text().split(',').map(|tag| tag.trim().trim_start_matches('#'))
                {
                    if !tag.is_empty()
                        && !tags.iter().any(|known| known.to_lowercase() == tag.to_lowercase())
                    {
                        tags.push(tag.to_owned());
                    }
                }
                let to = prompt.seen.with_tags(tags);
                let change = Change::edit(&prompt.seen, &to);
                self.give_back();
                return vec![Effect::Change(change)];
            }
            KeyCode::Tab => {
                let typed = prompt.line.text().to_owned();
                let at = typed.rfind(',').map_or(0, |at| at + 1);
                let begun = typed[at..].trim();
                let own = |tag: &str| typed[..at].split(',').any(|known| known.trim() == tag);
                let tags = self.bookmark_index.tags();
                let fits =
                    tags.iter().find(|tag| tag.starts_with(begun) && **tag != begun && !own(tag));
                if let Some(tag) = fits {
                    let lead = if at > 0 { " " } else { "" };
                    prompt.line = InputLine::new(&format!("{}{lead}{tag}, ", &typed[..at]));
                }
            }
            _ => {
                prompt.line.edit(key);
            }
        }
        Vec::new()
    }
}

/// Sorts the rows of the list.
fn sort(rows: &mut [usize], all: &[AnchoredBookmark], order: ListOrder) {
    match order {
        ListOrder::Words => {
            rows.sort_by_cached_key(|at| all[*at].bookmark.quotation.exact.to_lowercase());
        }
        ListOrder::Note => rows.sort_by_cached_key(|at| last_if_empty(&all[*at].bookmark.note)),
        ListOrder::Colour => rows.sort_by_key(|at| all[*at].bookmark.highlight.name()),
        ListOrder::State => rows.sort_by_cached_key(|at| {
            let kept = &all[*at];
            let title =
                if kept.trust.is_none() { kept.bookmark.document.title.as_str() } else { "" };
            (title.to_lowercase(), urgency(kept.anchor.as_ref()))
        }),
        ListOrder::Time => {
            rows.sort_by(|a, b| all[*b].bookmark.modified.cmp(&all[*a].bookmark.modified))
        }
        _ => {}
    }
}

/// What needs a decision comes first.
fn urgency(anchor: Option<&Anchor>) -> u8 {
    match anchor {
        Some(Anchor::Lost) => 0,
        Some(Anchor::Ambiguous(_)) => 1,
        Some(Anchor::Reworded(_)) => 2,
        Some(Anchor::Moved(_)) => 3,
        Some(Anchor::Exact(_)) => 4,
        None => 5,
    }
}
