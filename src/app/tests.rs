//! What keys do, from the first to the state that a person sees.

use super::{App, Effect, Mode, Page, Size};
use crate::action::{Key, KeyCode};
use crate::bookmarks::Change;
use crate::document::Origin;
use crate::settings::{Settings, Theme};

fn app() -> App {
    let text = include_bytes!("../../tests/fixtures/harbour-letter.txt");
    let document = crate::import::read(text, Origin::StandardInput).expect("text");
    App::new(document, Settings::default(), Theme::ALL[0], Size { columns: 100, rows: 30 })
}

fn press(app: &mut App, keys: &str) -> Vec<Effect> {
    keys.chars()
        .flat_map(|c| {
            app.key(match c {
                '⏎' => Key::plain(KeyCode::Enter),
                '⎋' => Key::plain(KeyCode::Escape),
                '⌫' => Key::plain(KeyCode::Backspace),
                c => Key::char(c),
            })
        })
        .collect()
}

fn address(app: &App) -> String {
    app.document.block_address(app.here().block)
}

#[test]
fn a_digit_jumps_and_escape_returns() {
    let mut app = app();
    let start = app.here();
    press(&mut app, "2");
    assert!(matches!(app.mode, Mode::Jump(_)));
    assert!(app.here() > start, "the candidate is in view");
    press(&mut app, "⎋");
    assert_eq!(app.here(), start);
    press(&mut app, "2⏎");
    assert!(address(&app).starts_with('2'), "{}", address(&app));
    press(&mut app, "⌫");
    assert_eq!(app.here(), start);
}

#[test]
fn a_number_before_a_movement_is_a_count() {
    let (mut once, mut counted) = (app(), app());
    press(&mut once, "jjj");
    press(&mut counted, "3j");
    assert_eq!(once.reading.top(), counted.reading.top());
}

#[test]
fn a_miss_is_told_and_nothing_moves() {
    let mut app = app();
    let start = app.here();
    press(&mut app, "99⏎");
    assert_eq!(app.here(), start);
    assert!(app.notice.as_ref().is_some_and(|n| n.text.contains("99")), "{:?}", app.notice);
}

#[test]
fn marking_asks_for_the_paragraph_in_view() {
    let mut app = app();
    let effects = press(&mut app, "2⏎m");
    let [Effect::Change(Change::Add(bookmark))] = effects.as_slice() else {
        panic!("{effects:?}");
    };
    assert!(bookmark.address.starts_with('2'), "{}", bookmark.address);
}

#[test]
fn the_rosters_open_and_the_text_comes_back() {
    let mut app = app();
    press(&mut app, "r");
    assert!(matches!(app.page, Page::Register(_)));
    press(&mut app, "⎋");
    assert_eq!(app.page, Page::Text);
}

#[test]
fn a_resize_keeps_the_first_words() {
    let mut app = app();
    press(&mut app, "2⏎jj");
    let here = app.here();
    for columns in [20, 41, 77, 200, 100] {
        app.resize(Size { columns, rows: 9 });
        assert_eq!(app.here(), here, "{columns} columns");
    }
}
