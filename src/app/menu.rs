//! The context menu: actions for what is under the mouse.

use super::{App, Area, Effect, Focus, ListKind, Menu, Mode, Page, moved};
use crate::action::{Action, Context, Key, KeyCode, Mouse};
use crate::messages::commands;
use crate::typeset::columns;

/// What can be done with a row of a list.
fn list_items(list: ListKind) -> Vec<Action> {
    use Action as A;
    match list {
        ListKind::Register(_) => vec![
            A::Confirm,
            A::Peek,
            A::Mark,
            A::Copy,
            A::CopyWithCitation,
            A::FilterRegister,
            A::OrderRegister,
        ],
        ListKind::Bookmarks => vec![
            A::Confirm,
            A::EditNote,
            A::EditTags,
            A::NextHighlight,
            A::Copy,
            A::CopyWithCitation,
            A::DeleteBookmark,
            A::FilterBookmarks,
            A::OrderBookmarks,
        ],
        ListKind::Documents => {
            vec![A::Confirm, A::ForgetDocument, A::FilterDocuments, A::OrderDocuments]
        }
    }
}

impl App {
    /// Opens the menu for what is under the mouse.
    pub(super) fn open_menu(&mut self, mouse: Mouse, over_outline: bool) {
        use Action as A;
        let in_text = self.page == Page::Text;
        let items: Vec<A> = match &self.mode {
            Mode::Select(_) => vec![
                A::Mark,
                A::MarkWithNote,
                A::QuickMark,
                A::Copy,
                A::CopyWithCitation,
                A::LookUp,
                A::Cancel,
            ],
            Mode::Read if over_outline => {
                let place = self.outline_first() + usize::from(mouse.row - self.layout.outline.y);
                if self.outline.entry(place).is_none() {
                    return;
                }
                self.focus = Focus::Outline;
                self.outline.put(place);
                vec![A::Confirm, A::Peek, A::CitedBy, A::Fold, A::FoldAll, A::ToggleOutline]
            }
            _ if let Some(list) = self.open_list() => {
                if !self.choose_under(list, mouse) {
                    return;
                }
                list_items(list)
            }
            Mode::Read if in_text => {
                let Some(point) = self.point_under(mouse) else { return };
                self.focus = Focus::Pane;
                self.attention = Some(point);
                vec![
                    A::Mark,
                    A::MarkWithNote,
                    A::QuickMark,
                    A::Copy,
                    A::CopyWithCitation,
                    A::CopyAddress,
                    A::Peek,
                    A::ExplainWords,
                    A::CitedBy,
                    A::SpeakOn,
                ]
            }
            _ => return,
        };
        // Programs that are not configured are not offered.
        let is_set = |action: &A| match action {
            A::LookUp => self.settings.lookup.is_some(),
            A::SpeakOn => self.settings.speak.is_some(),
            _ => true,
        };
        let items = items.into_iter().filter(is_set).collect();
        self.hold();
        self.mode = Mode::Menu(Menu { at: (mouse.column, mouse.row), items, chosen: 0 });
    }

    /// The area of the menu with its frame: beside the mouse, within the screen.
    pub fn menu_area(&self, menu: &Menu) -> Area {
        let wide = |action: &Action| {
            columns(self.menu_words(*action)) + columns(&self.key_hint(*action)) + 6
        };
        let width = menu.items.iter().map(wide).max().unwrap_or(0).min(self.size.columns);
        let rows = u16::try_from(menu.items.len()).unwrap_or(u16::MAX).saturating_add(2);
        let height = rows.min(self.size.rows);
        let (x, y) = menu.at;
        Area {
            x: x.min(self.size.columns - width),
            y: (y + 1).min(self.size.rows - height),
            width,
            height,
        }
    }

    /// The words of an entry.
    pub fn menu_words(&self, action: Action) -> &'static str {
        match action {
            Action::Cancel => commands::CLEAR_SELECTION,
            Action::Confirm if matches!(self.held_mode(), Some(Mode::Documents)) => {
                commands::OPEN_DOCUMENT
            }
            Action::Confirm => commands::GO_THERE,
            Action::SpeakOn => commands::READ_ALOUD,
            Action::LookUp => commands::LOOK_UP,
            // The list is open: its name need not be said.
            _ if matches!(
                action.context(),
                Context::Bookmarks | Context::Documents | Context::Register | Context::SideBySide
            ) =>
            {
                action.title().split_once(": ").map_or(action.title(), |(_, words)| words)
            }
            _ => action.title(),
        }
    }

    /// The entry in a cell.
    fn item_under(&self, menu: &Menu, mouse: Mouse) -> Option<usize> {
        let area = self.menu_area(menu);
        let inside = area.contains(mouse.column, mouse.row);
        let row = usize::from(mouse.row.checked_sub(area.y + 1)?);
        (inside && row < menu.items.len()).then_some(row)
    }

    /// Handles a press: runs the entry under it; elsewhere, closes the menu.
    pub(super) fn press_menu(&mut self, mouse: Mouse) -> Vec<Effect> {
        let Mode::Menu(menu) = &self.mode else { return Vec::new() };
        match self.item_under(menu, mouse) {
            Some(at) => self.do_item(at),
            None => {
                self.give_back();
                Vec::new()
            }
        }
    }

    pub(super) fn menu_key(&mut self, key: Key) -> Vec<Effect> {
        let Mode::Menu(menu) = &mut self.mode else { return Vec::new() };
        let last = menu.items.len().saturating_sub(1);
        match (key.code, key.typed()) {
            (KeyCode::Down, _) | (_, Some('j')) => menu.chosen = moved(menu.chosen, 1, last),
            (KeyCode::Up, _) | (_, Some('k')) => menu.chosen = moved(menu.chosen, -1, last),
            (KeyCode::Enter, _) => {
                let chosen = menu.chosen;
                return self.do_item(chosen);
            }
            (KeyCode::Escape, _) | (_, Some('q')) => self.give_back(),
            _ => {}
        }
        Vec::new()
    }

    fn do_item(&mut self, at: usize) -> Vec<Effect> {
        let Mode::Menu(menu) = &self.mode else { return Vec::new() };
        let Some(action) = menu.items.get(at).copied() else { return Vec::new() };
        self.give_back();
        self.act(action, None)
    }
}
