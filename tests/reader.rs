//! The reader as the tests of its screen drive it: texts, window sizes, keys, and what is drawn.

use bulletin::action::{Key, KeyCode, Size};
use bulletin::app::App;
use bulletin::ui;
use ratatui::Terminal;
use ratatui::backend::{Backend, TestBackend};
use ratatui::layout::Position;

pub const LETTER: &[u8] = include_bytes!("fixtures/harbour-letter.txt");

/// A code that refers to itself and defines its words.
pub const CODE: &[u8] = include_bytes!("fixtures/lamp-code.txt");

pub const ARABIC: &[u8] = include_bytes!("fixtures/harbour-charter-ar.txt");

/// Columns and rows.
pub const SIZES: [(u16, u16); 5] = [(200, 50), (120, 40), (80, 24), (40, 12), (20, 5)];

/// Where the cursor is that no frame has put anywhere.
pub const NOWHERE: Position = Position { x: u16::MAX, y: u16::MAX };

/// Presses keys: `⏎` is Enter, and `⎋` is Escape.
pub fn press(app: &mut App, keys: &str) {
    for c in keys.chars() {
        app.key(match c {
            '⏎' => Key::plain(KeyCode::Enter),
            '⎋' => Key::plain(KeyCode::Escape),
            c => Key::char(c),
        });
    }
}

/// Draws the screen.
pub fn drawn(app: &App) -> TestBackend {
    let Size { columns, rows } = app.size;
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).expect("a screen");
    terminal.backend_mut().set_cursor_position(NOWHERE).expect("a cursor");
    terminal.draw(|frame| ui::draw(app, frame)).expect("a frame");
    terminal.backend().clone()
}

/// Whether a character is one of box drawing, block elements, geometric shapes or braille.
pub fn is_ornament(c: char) -> bool {
    matches!(c, '\u{2500}'..='\u{25FF}' | '\u{2800}'..='\u{28FF}')
}
