//! The end of a document of which not all is read yet.

use super::{address, press};
use crate::action::Size;
use crate::app::{App, Effect};
use crate::bookmarks::Revision;
use crate::document::Document;
use crate::settings::{Settings, Theme};
use crate::source;
use std::io::Write as _;
use std::sync::Arc;

/// The beginning of a text, the beginning with the end, and the whole.
fn parts() -> [Document; 3] {
    let clause =
        |n: usize| format!("{n}. The lamp of quay {n} is lit at\n   dusk and put out.\n\n");
    let text: String = (1..=300).map(clause).collect();
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    file.write_all(text.as_bytes()).expect("written");
    let beginning = source::open_beginning(file.path(), 4000, 0).expect("read").expect("a part");
    let end = source::open_end(file.path(), 3000, 4000, "The end").expect("read").expect("an end");
    let both = beginning.with_end(&end);
    [beginning, both, source::open(file.path()).expect("whole")]
}

fn grow(app: &mut App, document: Document) {
    let revision = Revision::grown(&app.document, &document);
    app.reload(Arc::new(document), &revision, &[]);
}

fn words(app: &App) -> String {
    let here = app.here();
    app.document.body(here.block)[here.byte..].to_owned()
}

#[test]
fn the_end_is_asked_for_once_and_its_words_stay_in_view_when_they_get_numbers() {
    let [beginning, both, whole] = parts();
    let mut app =
        App::new(beginning, Settings::default(), Theme::ALL[0], Size { columns: 80, rows: 12 });
    assert_eq!(press(&mut app, "G"), [Effect::ReadEnd]);
    assert!(app.follows_end());
    grow(&mut app, both);
    app.go_to_end();
    assert!(app.follows_end());
    assert_eq!(press(&mut app, "G"), []);
    press(&mut app, "kkkkkkkk");
    assert!(!app.follows_end(), "scrolled within the end");
    let seen = words(&app);
    assert!(seen.contains("quay 29"), "{seen}");
    let mut at_start = app.clone();
    grow(&mut app, whole.clone());
    assert!(seen.ends_with(&words(&app)), "{seen} is now {}", words(&app));
    assert!(address(&app).starts_with("29"), "{}", address(&app));
    press(&mut at_start, "g");
    assert_eq!(address(&at_start), "1");
    grow(&mut at_start, whole);
    assert_eq!(address(&at_start), "1");
}

#[test]
fn what_has_no_known_end_is_followed_as_it_comes() {
    let text = "1. A lamp.\n\n2. Oil.\n\n3. A wi";
    let read = source::read_beginning(text.as_bytes(), crate::document::Origin::StandardInput);
    let beginning = read.expect("read").expect("lines");
    let mut app =
        App::new(beginning, Settings::default(), Theme::ALL[0], Size { columns: 80, rows: 12 });
    assert_eq!(press(&mut app, "G"), []);
    assert!(app.follows_end());
}
