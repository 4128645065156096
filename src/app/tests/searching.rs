//! Searching a text that is too long to be searched between two keys.

use super::press;
use crate::action::Size;
use crate::app::App;
use crate::document::{Document, Origin};
use crate::settings::{Settings, Theme};
use crate::source;
use std::sync::LazyLock;

/// A text that no single stretch covers: “quay” is in every clause, “Endquay” in the last.
static LONG: LazyLock<Document> = LazyLock::new(|| {
    let words = "keeps the lamp at the quay through every watch of the night, ".repeat(50);
    let mut text = "Rules of the Harbour\n\n".to_owned();
    for number in 1..=100 {
        text.push_str(&format!("{number}. The keeper {words} and rests.\n\n"));
    }
    text.push_str("101. Endquay closes the book.\n");
    source::read(text.as_bytes(), Origin::StandardInput).expect("text")
});

fn long() -> App {
    let size = Size { columns: 80, rows: 20 };
    App::new(LONG.clone(), Settings::default(), Theme::ALL[0], size)
}

fn notice(app: &App) -> &str {
    app.notice.as_ref().map_or("", |notice| &notice.text)
}

fn to_the_end(app: &mut App) {
    while app.is_searching() {
        app.search_on();
    }
}

#[test]
fn the_nearest_match_is_there_at_once_and_all_are_counted_in_the_end() {
    let mut app = long();
    press(&mut app, "/quay⏎");
    assert!(app.is_searching() && notice(&app).starts_with("at least"), "{}", notice(&app));
    assert_eq!(app.block_in_view().map(|b| app.document.block_address(b)).as_deref(), Some("1"));
    // The message is kept up to date, and nothing else changes.
    to_the_end(&mut app);
    assert_eq!(notice(&app), "1 of 5001");
    press(&mut app, "N");
    assert_eq!(notice(&app), "5001 of 5001, wrapped around");
}

#[test]
fn a_match_that_is_far_away_is_gone_to_once_it_is_found_unless_another_key_comes() {
    let mut app = long();
    press(&mut app, "/Endquay⏎");
    assert!(notice(&app).starts_with("searching"), "{}", notice(&app));
    to_the_end(&mut app);
    assert_eq!(notice(&app), "1 of 1");
    let last = app.block_in_view().map(|block| app.document.block_address(block));
    assert_eq!(last.as_deref(), Some("101"));

    let mut app = long();
    press(&mut app, "/Endquay⏎j");
    let here = app.here();
    to_the_end(&mut app);
    assert_eq!(app.here(), here, "who reads on is left where they are");
    assert_eq!(app.search.as_ref().map(crate::app::Search::tally).as_deref(), Some("1 found"));
    press(&mut app, "n");
    assert_eq!(notice(&app), "1 of 1");
}

#[test]
fn a_search_without_a_match_says_so_after_the_whole_text() {
    let mut app = long();
    press(&mut app, "/Beginquay⏎");
    assert!(notice(&app).starts_with("searching"));
    to_the_end(&mut app);
    assert_eq!(notice(&app), "nothing found");
}
