//! What each action does.

use super::{
    App, Direction, Effect, Entry, Focus, Mode, NoteFor, NotePrompt, Page, Palette, Register,
    RegisterKind, Search, Selection, Unit, help_rows,
};
use crate::action::Action;
use crate::app::Line;
use crate::bookmarks::{Bookmark, Change};
use crate::document::{Passage, Point};
use crate::find::{Target, look_up};
use crate::settings::ThemeChoice;

/// Columns by which the measure changes.
const MEASURE_STEP: u16 = 4;

impl App {
    /// Takes an action, from the palette or a menu.
    pub fn update(&mut self, action: Action) -> Vec<Effect> {
        let effects = self.act(action, None);
        self.refresh();
        effects
    }

    /// Does what an action says, `count` times where that has a meaning.
    pub(super) fn act(&mut self, action: Action, count: Option<u32>) -> Vec<Effect> {
        let times = i64::from(count.unwrap_or(1));
        match action {
            Action::Quit => return self.quit(),
            Action::Suspend => return vec![Effect::Suspend],
            Action::Redraw => return vec![Effect::Redraw],
            Action::Undo => return vec![Effect::Undo],
            Action::ToggleMouse => {
                self.settings.mouse = !self.settings.mouse;
                let on = self.settings.mouse;
                self.tell(if on {
                    "the mouse is used"
                } else {
                    "the mouse is left to the terminal"
                });
                return vec![Effect::CaptureMouse(on)];
            }
            Action::Mark => return self.mark(),
            Action::MarkWithNote => self.mark_with_note(),
            Action::DeleteBookmark => return self.delete_bookmark(),
            Action::EditNote => self.edit_note(),
            Action::LineDown => self.lines(times),
            Action::LineUp => self.lines(-times),
            Action::HalfPageDown => self.lines(times * self.half_page()),
            Action::HalfPageUp => self.lines(-times * self.half_page()),
            Action::PageDown => self.lines(times * self.page_rows()),
            Action::PageUp => self.lines(-times * self.page_rows()),
            Action::Top => self.ends(false),
            Action::End => match count {
                Some(n) => self.go_to_clause(n),
                None => self.ends(true),
            },
            Action::ParagraphNext | Action::ParagraphPrevious => {
                self.paragraphs(if action == Action::ParagraphNext { times } else { -times });
            }
            Action::ClauseNext | Action::ClausePrevious => {
                self.clauses(if action == Action::ClauseNext { times } else { -times });
            }
            Action::Left | Action::Right => self.sideways(action == Action::Right, times),
            Action::WordNext
            | Action::WordPrevious
            | Action::LineStart
            | Action::LineEnd
            | Action::SelectOtherEnd => self.select_by(action),
            Action::Jump => self.open_jump(""),
            Action::Confirm => self.confirm(),
            Action::Back | Action::Forward => self.travel(action == Action::Forward),
            Action::Cancel => self.cancel(),
            Action::SearchForward => self.open_search(Direction::Forward),
            Action::SearchBackward => self.open_search(Direction::Backward),
            Action::SearchNext | Action::SearchPrevious => {
                self.search_step(action == Action::SearchNext, times);
            }
            Action::Select => self.select(),
            Action::Bookmarks => self.open_bookmarks(),
            Action::FocusOutline => {
                self.focus = match self.focus {
                    Focus::Pane => Focus::Outline,
                    Focus::Outline => Focus::Pane,
                };
            }
            Action::ToggleOutline => {
                self.outline_wanted = !self.outline_wanted;
                self.focus = Focus::Pane;
            }
            Action::Fold => self.outline.fold(&self.document),
            Action::FoldAll => self.outline.fold_all(&self.document),
            Action::Members => self.open_members(),
            Action::Abbreviations => self.open_abbreviations(),
            Action::Wider => self.set_measure(self.layout.text.width.saturating_add(MEASURE_STEP)),
            Action::Narrower => {
                self.set_measure(self.layout.text.width.saturating_sub(MEASURE_STEP))
            }
            Action::ToggleJustify => {
                self.settings.justify = !self.settings.justify;
                self.tell(if self.settings.justify { "justified" } else { "ragged right" });
            }
            Action::ToggleHyphenation => {
                self.settings.hyphenation = !self.settings.hyphenation;
                self.tell(if self.settings.hyphenation {
                    "words are hyphenated"
                } else {
                    "words are left whole"
                });
            }
            Action::NextTheme => {
                self.theme = self.theme.next(self.colours);
                self.settings.theme = ThemeChoice::Named(self.theme.name);
                self.tell(format!("theme: {}", self.theme.name));
            }
            Action::Help => self.mode = Mode::Help(0),
            Action::Palette => self.mode = Mode::Palette(Palette::default()),
        }
        Vec::new()
    }

    fn quit(&mut self) -> Vec<Effect> {
        match self.mode {
            // In what lies over the text, the key that quits closes that first.
            Mode::Help(_) | Mode::Bookmarks(_) | Mode::Select(_) => {
                self.mode = Mode::Read;
                Vec::new()
            }
            _ => vec![Effect::Quit],
        }
    }

    fn page_rows(&self) -> i64 {
        // Two rows of the last page stay, to read on from.
        i64::from(self.layout.text.height.saturating_sub(2).max(1))
    }

    fn half_page(&self) -> i64 {
        i64::from((self.layout.text.height / 2).max(1))
    }

    /// Moves by rows, in whatever has the keys.
    fn lines(&mut self, by: i64) {
        match &mut self.mode {
            Mode::Select(_) => self.select_lines(by),
            Mode::Help(_) => self.scroll_help(by),
            Mode::Bookmarks(chosen) => {
                let last = self.shelf.kept().len().saturating_sub(1);
                *chosen = moved(*chosen, by, last);
            }
            _ => match (self.focus, &mut self.page) {
                (Focus::Outline, _) => self.outline.step(&self.document, by),
                (Focus::Pane, Page::Register(register)) => register.step(&self.document, by),
                (Focus::Pane, Page::Text) => self.reading.scroll(&self.document, by),
            },
        }
    }

    /// Moves the help by rows, no further than its last.
    pub(super) fn scroll_help(&mut self, by: i64) {
        let area = self.layout.list();
        let rows = help_rows(&self.settings.keys, area.width.saturating_sub(1)).len();
        let last = rows.saturating_sub(usize::from(area.height));
        if let Mode::Help(above) = &mut self.mode {
            *above = u16::try_from(moved(usize::from(*above), by, last)).unwrap_or(u16::MAX);
        }
    }

    /// To the first of whatever has the keys, or to the last.
    fn ends(&mut self, last: bool) {
        let in_text = self.focus == Focus::Pane && self.page == Page::Text;
        if matches!(self.mode, Mode::Read) && in_text {
            self.history.leave(self.reading.top());
            if last {
                self.reading.end(&self.document);
            } else {
                self.reading.go(&self.document, Point::default());
            }
        } else {
            let far = i64::from(u32::MAX);
            self.lines(if last { far } else { -far });
        }
    }

    fn go_to_clause(&mut self, number: u32) {
        match look_up(&self.document, &number.to_string(), None) {
            Ok(target) => self.go_to(&target),
            Err(miss) => self.complain(miss.to_string()),
        }
    }

    /// Goes to what an address named, as a jump.
    pub(super) fn go_to(&mut self, target: &Target) {
        match *target {
            Target::Text { passage, .. } => self.jump_to(passage.start),
            Target::Roster(id) => self.open_register(RegisterKind::Roster(id), 0),
            Target::Entry(id, row) => self.open_register(RegisterKind::Roster(id), row),
        }
        self.focus = Focus::Pane;
    }

    pub(super) fn open_register(&mut self, kind: RegisterKind, row: usize) {
        self.page = Page::Register(Register { row, ..Register::new(kind) });
        self.focus = Focus::Pane;
    }

    fn open_members(&mut self) {
        let rosters = self.document.rosters().len();
        if rosters == 0 {
            self.tell("this text lists no parties");
            return;
        }
        // The key goes through the rosters, and back to the text.
        let next = match self.page {
            Page::Register(Register { kind: RegisterKind::Roster(id), .. }) => id.index() + 1,
            _ => 0,
        };
        if next < rosters {
            self.open_register(RegisterKind::Roster(crate::document::RosterId::new(next)), 0);
        } else {
            self.page = Page::Text;
        }
    }

    fn open_abbreviations(&mut self) {
        if self.document.abbreviations().is_empty() {
            self.tell("this text explains no abbreviations");
        } else {
            self.open_register(RegisterKind::Abbreviations, 0);
        }
    }

    fn paragraphs(&mut self, by: i64) {
        if matches!(self.mode, Mode::Select(_)) {
            self.select_paragraphs(by);
            return;
        }
        let starts: Vec<Point> = self
            .document
            .block_ids()
            .filter(|id| self.document.block(*id).kind.is_paragraph())
            .map(Point::start_of)
            .collect();
        self.stop_at(&starts, by);
    }

    fn clauses(&mut self, by: i64) {
        let mut starts: Vec<Point> = self
            .document
            .section_ids()
            .filter_map(|id| self.document.section_passage(id).map(|p| p.start))
            .collect();
        starts.dedup();
        match &mut self.mode {
            Mode::Select(selection) => {
                if let Some(to) = stop(&starts, selection.head, by) {
                    selection.head = to;
                }
                self.reveal_head();
            }
            _ => self.stop_at(&starts, by),
        }
    }

    /// Puts the next of these points on the top row, or the one so many on.
    fn stop_at(&mut self, starts: &[Point], by: i64) {
        self.page = Page::Text;
        self.focus = Focus::Pane;
        if let Some(point) = stop(starts, self.here(), by) {
            self.reading.go(&self.document, point);
        }
    }

    fn sideways(&mut self, right: bool, times: i64) {
        match (&mut self.mode, self.focus, &mut self.page) {
            (Mode::Select(_), ..) => {
                for _ in 0..times {
                    self.select_by(if right { Action::Right } else { Action::Left });
                }
            }
            (_, Focus::Outline, _) => {
                if right {
                    self.focus = Focus::Pane;
                }
            }
            (_, Focus::Pane, Page::Register(register)) => {
                if !register.turn(&self.document, right) && !right {
                    self.focus = Focus::Outline;
                }
            }
            (_, Focus::Pane, Page::Text) => {
                if !right {
                    self.focus = Focus::Outline;
                }
            }
        }
    }

    fn confirm(&mut self) {
        match self.mode {
            Mode::Bookmarks(chosen) => {
                let Some(kept) = self.shelf.kept().get(chosen) else { return };
                match kept.passage {
                    Some(passage) => {
                        self.mode = Mode::Read;
                        self.show(passage);
                    }
                    None => self.complain("its words are not found in this text"),
                }
            }
            Mode::Help(_) => self.mode = Mode::Read,
            Mode::Select(_) => {}
            _ => match (self.focus, self.page) {
                (Focus::Outline, _) => self.open_entry(),
                (Focus::Pane, Page::Register(register)) => {
                    if let Some(place) = register.chosen(&self.document) {
                        self.show(place.passage);
                    }
                }
                (Focus::Pane, Page::Text) => self.lines(1),
            },
        }
    }

    /// Goes to a passage, with some of what stands before it in view.
    fn show(&mut self, passage: Passage) {
        self.history.leave(self.reading.top());
        self.page = Page::Text;
        self.focus = Focus::Pane;
        let start = Point::start_of(passage.start.block);
        self.reading.go(&self.document, start);
        self.reading.reveal(&self.document, passage.start);
        let address = self.document.block_address(passage.start.block);
        self.tell(format!(
            "{address}: {}",
            crate::bookmarks::clip(&self.document.passage_text(passage), 60)
        ));
    }

    /// Opens what the outline's cursor is on.
    pub(super) fn open_entry(&mut self) {
        match self.outline.chosen(&self.document) {
            Some(Entry::Section(id)) => {
                if let Some(passage) = self.document.section_passage(id) {
                    self.jump_to(passage.start);
                }
                self.focus = Focus::Pane;
            }
            Some(Entry::Roster(id)) => self.open_register(RegisterKind::Roster(id), 0),
            Some(Entry::Abbreviations) => self.open_abbreviations(),
            Some(Entry::Bookmarks) => {
                self.focus = Focus::Pane;
                self.open_bookmarks();
            }
            None => {}
        }
    }

    fn open_bookmarks(&mut self) {
        // The one nearest to the words in view is chosen.
        let here = self.here();
        let near = self.shelf.passages().position(|passage| passage.end > here).unwrap_or(0);
        self.mode = Mode::Bookmarks(near);
    }

    fn travel(&mut self, forward: bool) {
        let here = self.reading.top();
        if self.page != Page::Text && !forward {
            self.page = Page::Text;
            return;
        }
        let to = if forward { self.history.forward(here) } else { self.history.back(here) };
        match to {
            Some(top) => {
                self.page = Page::Text;
                self.focus = Focus::Pane;
                self.reading.restore(&self.document, top);
            }
            None if forward => {
                let key = self.key_hint(Action::FocusOutline);
                self.tell(format!("no later place · {key} goes to the contents"));
            }
            None => self.tell("no earlier place"),
        }
    }

    fn cancel(&mut self) {
        match self.mode {
            Mode::Read if self.focus == Focus::Outline => self.focus = Focus::Pane,
            Mode::Read if self.page != Page::Text => self.page = Page::Text,
            Mode::Read => self.search = None,
            _ => self.mode = Mode::Read,
        }
    }

    fn search_step(&mut self, same_way: bool, times: i64) {
        let here = self.here();
        let rows_end = self.block_in_view();
        let Some(search) = &mut self.search else {
            let key = self.key_hint(Action::SearchForward);
            self.tell(format!("nothing is searched for · {key} searches"));
            return;
        };
        let direction = if same_way { search.direction } else { search.direction.turned() };
        // After moving away, the search goes on from what is in view.
        let near = search.passage().is_some_and(|p| {
            rows_end.is_some_and(|first| p.start.block.index().abs_diff(first.index()) < 40)
        });
        let mut around = false;
        if near {
            for _ in 0..times {
                around |= search.step(direction).unwrap_or(false);
            }
        } else if let Ok(again) =
            Search::new(&self.document, &search.pattern, search.syntax, direction, here)
        {
            *search = Search { direction: search.direction, ..again };
        }
        let tally = search.tally();
        match search.passage() {
            Some(passage) => {
                self.page = Page::Text;
                self.focus = Focus::Pane;
                self.reading.reveal(&self.document, passage.start);
                self.tell(if around { format!("{tally}, around the end") } else { tally });
            }
            None => self.complain(tally),
        }
    }

    fn select(&mut self) {
        match &mut self.mode {
            Mode::Select(selection) => match selection.unit.larger() {
                Some(unit) => {
                    selection.unit = unit;
                    self.tell(format!("by {}", unit.name()));
                }
                None => self.mode = Mode::Read,
            },
            _ => {
                self.page = Page::Text;
                self.focus = Focus::Pane;
                let top = self.reading.top().point;
                self.mode = Mode::Select(Selection::new(top));
                let key = self.key_hint(Action::Select);
                self.tell(format!(
                    "by {} · {key} again for sentences, paragraphs",
                    Unit::Character.name()
                ));
            }
        }
    }

    /// What a bookmark would be made of: the selection, else the place chosen
    /// in a register, else the paragraph in view.
    fn markable(&self) -> Option<Passage> {
        if let Some(passage) = self.selected() {
            return Some(passage);
        }
        if let Page::Register(register) = self.page {
            return register.chosen(&self.document).map(|place| place.passage);
        }
        let block = self.block_in_view()?;
        // The first whole paragraph, or the one that fills the screen.
        Some(self.document.block_passage(block))
    }

    fn mark(&mut self) -> Vec<Effect> {
        let passage = match self.markable().filter(|p| !p.is_empty()) {
            Some(passage) if !matches!(self.mode, Mode::Bookmarks(_) | Mode::Help(_)) => passage,
            _ => return Vec::new(),
        };
        self.mode = Mode::Read;
        let bookmark = Bookmark::new(&self.document, passage, "");
        vec![Effect::Change(Change::Add(Box::new(bookmark)))]
    }

    fn mark_with_note(&mut self) {
        if let Some(passage) = self.markable().filter(|p| !p.is_empty()) {
            let subject = NoteFor::New(passage);
            self.mode = Mode::Note(NotePrompt { line: Line::default(), subject, list: None });
        }
    }

    fn chosen_bookmark(&self) -> Option<(usize, &Bookmark)> {
        let Mode::Bookmarks(chosen) = self.mode else { return None };
        self.shelf.kept().get(chosen).map(|kept| (chosen, &kept.bookmark))
    }

    fn edit_note(&mut self) {
        let Some((chosen, bookmark)) = self.chosen_bookmark() else { return };
        let line = Line::new(&bookmark.note);
        let subject = NoteFor::Kept(bookmark.id.clone());
        self.mode = Mode::Note(NotePrompt { line, subject, list: Some(chosen) });
    }

    fn delete_bookmark(&mut self) -> Vec<Effect> {
        match self.chosen_bookmark() {
            Some((_, bookmark)) => vec![Effect::Change(Change::Remove(bookmark.id.clone()))],
            None => Vec::new(),
        }
    }

    fn set_measure(&mut self, columns: u16) {
        self.settings.measure = columns.clamp(20, 200);
        self.tell(format!("{} columns", self.settings.measure));
    }
}

/// A place in a list, so many on, within it.
pub(super) fn moved(at: usize, by: i64, last: usize) -> usize {
    let to = i64::try_from(at).unwrap_or(i64::MAX).saturating_add(by);
    usize::try_from(to).unwrap_or(0).min(last)
}

/// The start that lies so many on from a point.
fn stop(starts: &[Point], from: Point, by: i64) -> Option<Point> {
    let after = starts.partition_point(|start| *start <= from);
    let before = starts.partition_point(|start| *start < from);
    let steps = usize::try_from(by.unsigned_abs()).unwrap_or(usize::MAX);
    let at = if by > 0 { after.saturating_add(steps - 1) } else { before.saturating_sub(steps) };
    let last = starts.len().checked_sub(1)?;
    // There is nothing after the last, and nothing before the first.
    (if by > 0 { after <= last } else { before > 0 }).then(|| starts[at.min(last)])
}
