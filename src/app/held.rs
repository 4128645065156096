//! What the user was reading before something opened over it: a prompt, a list, a window.
//! Cancelling restores it exactly.
//!
//! Whatever opens [holds](App::hold) the state first. Cancelling [gives it back](App::give_back);
//! anything that ends in plain reading at another place drops it.

use super::{App, Focus, Held, Mode, Page, View};

impl App {
    /// Holds what is being read, before something opens over it.
    pub(super) fn hold(&mut self) {
        self.held.push(Held {
            mode: self.mode.clone(),
            focus: self.focus,
            entry: self.outline.cursor(),
            view: self.view(),
            attention: self.attention,
            link: self.link,
            only: self.only.clone(),
            history: self.history.clone(),
        });
    }

    /// Closes what is open over the text and restores what was being read.
    pub(super) fn give_back(&mut self) {
        self.put_back();
        match self.held.pop() {
            Some(held) => {
                self.mode = held.mode;
                self.focus = held.focus;
                self.history = held.history;
                if held.focus == Focus::Outline {
                    self.outline.put(held.entry);
                }
            }
            None => {
                self.mode = Mode::Read;
                self.page = Page::Text;
            }
        }
    }

    /// Shows what was being read, while a prompt over it stays open.
    pub(super) fn put_back(&mut self) {
        let Some(held) = self.held.last() else { return };
        let (view, attention, link) = (held.view, held.attention, held.link);
        if self.only != held.only {
            let only = held.only.clone();
            self.show_only(only);
        }
        self.page = view.page;
        self.reading.restore(&self.document, view.top);
        self.attention = attention;
        self.link = link;
    }

    /// What the pane shows, or showed before a prompt opened over it.
    pub(super) fn held_view(&self) -> View {
        self.held.last().map_or_else(|| self.view(), |held| held.view)
    }

    /// The mode beneath the one that is open.
    pub(super) fn held_mode(&self) -> Option<&Mode> {
        self.held.last().map(|held| &held.mode)
    }

    /// Drops the held state: what was open over the text is done.
    pub(super) fn keep_going(&mut self) {
        self.held.pop();
    }

    /// Drops all held state if only the text is being read.
    pub(super) fn forget_held(&mut self) {
        if matches!(self.mode, Mode::Read | Mode::Select(_)) && self.page == Page::Text {
            self.held.clear();
        }
    }
}
