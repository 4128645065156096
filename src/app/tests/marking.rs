//! Letters as quick marks, labels on links, and showing only the clauses with matches.

use super::{address, app, press};
use crate::action::{Key, KeyCode, Size};
use crate::app::{App, Effect, Mode, Peek};
use crate::bookmarks::{Bookmark, Change, preview};
use crate::document::Origin;
use crate::settings::{Settings, Theme};
use crate::typeset::Row;

fn code() -> App {
    let text = include_bytes!("../../../tests/fixtures/lamp-code.txt");
    let document = crate::source::read(text, Origin::StandardInput).expect("text");
    App::new(document, Settings::default(), Theme::ALL[0], Size { columns: 80, rows: 30 })
}

/// Makes the changes that keys ask for, as the program does.
fn keep(app: &mut App, bookmarks: &mut Vec<Bookmark>, keys: &str) {
    for effect in press(app, keys) {
        let Effect::Change(change) = effect else { panic!("{effect:?}") };
        *bookmarks = preview(bookmarks, [&change]);
        app.changed(&change, &[], bookmarks);
    }
}

fn told(app: &App) -> &str {
    app.notice.as_ref().map_or("", |notice| notice.text.as_str())
}

#[test]
fn a_letter_marks_a_place_and_leads_back() {
    let (mut app, mut bookmarks) = (app(), Vec::new());
    press(&mut app, "`");
    assert_eq!(told(&app), "no place is marked with a letter · Q marks one");
    keep(&mut app, &mut bookmarks, "2⏎Qa");
    assert_eq!(told(&app), "marked a: 2, paragraph 1 · `a goes there");
    press(&mut app, "g`a");
    assert_eq!(address(&app), "2:1");
    press(&mut app, "``");
    assert_eq!(app.here(), crate::document::Point::default(), "twice goes back");
    press(&mut app, "`x");
    assert_eq!(told(&app), "no mark x: there are a");
    press(&mut app, "Q⎋");
    assert!(matches!(app.mode, Mode::Read));
}

#[test]
fn a_letter_leads_to_one_place_and_takes_no_note_along() {
    let (mut app, mut bookmarks) = (app(), Vec::new());
    keep(&mut app, &mut bookmarks, "1⏎Qa");
    keep(&mut app, &mut bookmarks, "2⏎Qa");
    assert_eq!(bookmarks.len(), 1, "one that has nothing but its letter goes with it");
    assert_eq!((bookmarks[0].address.as_str(), bookmarks[0].letter), ("2:1", Some('a')));
    bookmarks[0].note = "ask".to_owned();
    app.take_bookmarks(&bookmarks);
    keep(&mut app, &mut bookmarks, "3⏎Qa");
    let letters: Vec<_> = bookmarks.iter().map(|b| (b.address.as_str(), b.letter)).collect();
    assert_eq!(letters, [("2:1", None), ("3", Some('a'))]);
    // A place that is already bookmarked gets the letter as well.
    keep(&mut app, &mut bookmarks, "2⏎Qb");
    assert_eq!(bookmarks.len(), 2);
    assert_eq!((bookmarks[0].note.as_str(), bookmarks[0].letter), ("ask", Some('b')));
}

#[test]
fn a_quick_mark_is_merged_as_other_changes_are() {
    let (mut app, mut bookmarks) = (app(), Vec::new());
    keep(&mut app, &mut bookmarks, "2⏎Qa");
    let seen = bookmarks[0].clone();
    let noted = Change::edit(&seen, &seen.with_note("theirs"));
    let lettered = Change::edit(&seen, &seen.with_letter(Some('b')));
    let both = preview(&bookmarks, [&noted, &lettered]);
    assert_eq!((both[0].note.as_str(), both[0].letter), ("theirs", Some('b')));
}

/// The labels in view, each with the words that it covers.
pub(in crate::app) fn labels(app: &App) -> Vec<(String, String)> {
    let Mode::LinkHints(hints) = &app.mode else { panic!("{:?}", app.mode) };
    hints
        .fitting()
        .map(|labelled| {
            let words = &app.document.body(labelled.point.block)[labelled.point.byte..];
            let word = words.split([' ', ',', '.', ')']).next().unwrap_or("");
            (labelled.label.clone(), word.to_owned())
        })
        .collect()
}

#[test]
fn labels_preview_what_is_in_view() {
    let mut app = code();
    press(&mut app, "F");
    let labels = labels(&app);
    let over: Vec<&str> = labels.iter().map(|(_, word)| word.as_str()).collect();
    assert!(
        over.contains(&"section") && over.contains(&"Great") && over.contains(&"LHK"),
        "{over:?}"
    );
    assert_eq!(over.iter().filter(|word| **word == "LHK").count(), 1, "a term is labelled once");
    let (label, _) = labels.iter().find(|(_, word)| word == "section").expect("a label");
    let start = app.here();
    press(&mut app, label);
    let Mode::Peek(peek) = &app.mode else { panic!("{:?}", app.mode) };
    assert_eq!(Peek::title(peek, &app.document), "3 · Of oil");
    press(&mut app, "⎋");
    assert!(matches!(app.mode, Mode::Read));
    assert_eq!(app.here(), start);
    press(&mut app, "F9");
    assert_eq!(told(&app), "no label 9");
    app.key(Key::char('F'));
    app.key(Key::plain(KeyCode::Escape));
    assert!(matches!(app.mode, Mode::Read));
}

/// The first words of each block in view.
fn in_view(app: &App) -> Vec<String> {
    let begins = |row: &Row| match row {
        Row::Text { block, index: 0, .. } => {
            Some(app.document.body(*block).chars().take(14).collect())
        }
        _ => None,
    };
    app.reading.rows().iter().filter_map(begins).collect()
}

#[test]
fn only_the_clauses_with_matches_are_shown_until_all_are() {
    let mut app = code();
    press(&mut app, "&");
    assert_eq!(told(&app), "search first: /");
    press(&mut app, "/charter⏎&");
    assert_eq!(in_view(&app), ["The Lamp Code", "Of keepers", "Every Lamp has"]);
    // Steps stay within what is shown.
    press(&mut app, "}}]]");
    assert!(
        in_view(&app).iter().all(
            |words| ["The Lamp Code", "Of keepers", "Every Lamp has"].contains(&words.as_str())
        )
    );
    press(&mut app, "&");
    assert!(in_view(&app).contains(&"Of oil".to_owned()));
    // Going to something hidden shows everything.
    press(&mut app, "&3⏎");
    assert!(app.only.is_none());
    assert_eq!(address(&app), "3");
    // The search and what it shows end together.
    press(&mut app, "/charter⏎&⎋");
    assert!(app.only.is_none() && app.search.is_none());
}

#[test]
fn a_prompt_that_is_left_gives_back_what_was_shown_alone() {
    let mut app = code();
    press(&mut app, "/charter⏎&");
    let shown = in_view(&app);
    for keys in ["1⎋", "/oil⎋", "`⎋", "F⎋", ":⎋"] {
        press(&mut app, keys);
        assert_eq!(in_view(&app), shown, "{keys}");
    }
    assert!(app.only.is_some());
    press(&mut app, "/oil⏎");
    assert!(app.only.is_none(), "another search shows everything");
}

#[test]
fn a_number_of_percent_is_a_part_of_the_whole() {
    let mut app = app();
    app.resize(Size { columns: 60, rows: 10 });
    press(&mut app, "50%");
    let all = app.document.text().len();
    let at = app.document.offset_of(app.here()).get();
    assert!((all * 4 / 10..all * 6 / 10).contains(&at), "{at} of {all}");
    press(&mut app, "⌫");
    assert_eq!(app.here(), crate::document::Point::default());
    press(&mut app, "100%");
    let end = app.reading.top();
    press(&mut app, "G");
    assert_eq!(app.reading.top(), end);
    press(&mut app, "101%");
    assert_eq!(told(&app), "type a number from 0 to 100 before %");
}

#[test]
fn time_left_follows_the_pace_of_the_user() {
    use std::time::Duration;
    let mut app = code();
    app.settings.progress = crate::settings::ProgressShown::Time;
    app.resize(Size { columns: 60, rows: 8 });
    let left = |app: &App| -> String {
        app.status().iter().map(|piece| piece.words.clone()).collect::<Vec<_>>().join(" ")
    };
    assert!(left(&app).contains("under a minute left"), "{}", left(&app));
    for second in [0, 60, 120, 180, 240] {
        app.tick(Duration::from_secs(second));
        press(&mut app, "d");
    }
    // The end is in view: nothing is left to read.
    press(&mut app, "G");
    assert!(left(&app).contains("100 %"), "{}", left(&app));
}
