//! The program as a person works with it: keys in, screens out.

use bulletin::action::{Key, KeyCode, Size};
use bulletin::app::{App, Effect};
use bulletin::bookmarks::{Bookmark, Change};
use bulletin::document::Document;
use bulletin::settings::{Settings, Theme};
use bulletin::{find, ui};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

/// The creation time of the bookmarks in the pictures.
const MADE: &str = "2026-11-01T09:00:00Z";

/// A document open on a screen.
pub struct Scene {
    app: App,
    size: Size,
    bookmarks: Vec<Bookmark>,
}

impl Scene {
    /// Opens a document.
    pub fn new(document: Document, theme: Theme, (columns, rows): (u16, u16)) -> Self {
        let size = Size { columns, rows };
        let app = App::new(document, Settings::default(), theme, size);
        Self { app, size, bookmarks: Vec::new() }
    }

    /// Presses keys: characters, `⏎` for Enter and `⎋` for Escape.
    pub fn press(&mut self, keys: &str) {
        for c in keys.chars() {
            let effects = self.app.key(match c {
                '⏎' => Key::plain(KeyCode::Enter),
                '⎋' => Key::plain(KeyCode::Escape),
                c => Key::char(c),
            });
            while self.app.is_searching() {
                self.app.search_on();
            }
            for effect in effects {
                self.carry_out(effect);
            }
        }
    }

    fn carry_out(&mut self, effect: Effect) {
        match effect {
            Effect::Change(Change::Add(mut bookmark)) => {
                bookmark.id = format!("{}", self.bookmarks.len());
                MADE.clone_into(&mut bookmark.created);
                MADE.clone_into(&mut bookmark.modified);
                self.bookmarks.push(*bookmark);
                self.app.take_bookmarks(&self.bookmarks);
            }
            Effect::Check => {
                let findings = find::check(&self.app.document);
                let content = self.app.document.metadata().content;
                self.app.show_findings(content, findings);
            }
            _ => {}
        }
    }

    /// Returns what the screen shows.
    pub fn screen(&self) -> Buffer {
        let Size { columns, rows } = self.size;
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).expect("a screen");
        terminal.draw(|frame| ui::draw(&self.app, frame)).expect("a frame");
        terminal.backend().buffer().clone()
    }
}
