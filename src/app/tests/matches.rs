//! What a search finds, and what becomes of it.

use super::*;

#[test]
fn what_was_found_is_what_is_marked_and_selected() {
    let mut app = app();
    press(&mut app, "/pilots’ own⏎v");
    let selected = app.selected().expect("a selection");
    assert_eq!(app.document.passage_text(selected), "pilots’ own");
    let effects = press(&mut app, "⎋m");
    let [Effect::Change(Change::Add(bookmark))] = effects.as_slice() else {
        panic!("{effects:?}");
    };
    assert_eq!(bookmark.address, "2:2");
}

#[test]
fn a_search_is_repeated_and_recalled() {
    let mut app = app();
    press(&mut app, "/lamp⏎/oil⏎");
    let found = app.search.as_ref().and_then(|s| s.passage());
    press(&mut app, "⎋g/⏎");
    assert_eq!(app.search.as_ref().map(|s| s.pattern.as_str()), Some("oil"));
    assert_eq!(app.search.as_ref().and_then(|s| s.passage()), found);
    press(&mut app, "/↑↑");
    assert_eq!(app.search.as_ref().map(|s| s.pattern.as_str()), Some("lamp"));
}

#[test]
fn the_next_match_after_moving_away_is_the_next_from_here() {
    let mut app = app();
    press(&mut app, "/lamp⏎");
    press(&mut app, "3⏎n");
    assert!(app.here() >= app.document.section_passage(section(&app, "3")).expect("text").start);
    let search = app.search.as_ref().expect("a search");
    assert!(
        search.passage().is_some_and(|p| app.document.passage_text(p).eq_ignore_ascii_case("lamp"))
    );
}

#[test]
fn a_search_that_is_typed_on_finds_what_a_new_one_would() {
    for pattern in ["lamp", "e", "the h", "Lamps", "keepers’", "zz"] {
        let mut typed = app();
        press(&mut typed, "/");
        press(&mut typed, pattern);
        let fresh = crate::app::Search::new(
            &typed.document,
            pattern,
            crate::find::PatternSyntax::Literal,
            crate::app::SearchDirection::Forward,
            typed.here(),
        );
        let found = typed.search.as_ref().map(crate::app::Search::matches);
        assert_eq!(found, fresh.as_ref().ok().map(|search| search.matches()), "{pattern}");
    }
}

#[test]
fn what_was_found_in_a_document_that_was_left_is_not_taken_for_this_one() {
    let (app, _) = edited(|text| text.replace("pilots of the League", "pilots of all"), &["2:1"]);
    let found = app.bookmark_index.kept()[0].anchor.clone().expect("found");
    let left = app.document.metadata().content;
    // The same bookmark, sought in another text: the passage is past its end.
    let short =
        crate::source::read(b"Letter\n\n1. One.\n\n2. Two.\n", Origin::BuiltIn).expect("text");
    let size = Size { columns: 80, rows: 24 };
    let mut other = App::new(short, Settings::default(), Theme::ALL[0], size);
    let bookmark = app.bookmark_index.kept()[0].bookmark.clone();
    other.take_bookmarks(std::slice::from_ref(&bookmark));
    other.anchored(left, &[(bookmark.id, found)]);
    assert_eq!(other.bookmark_index.pending().len(), 1);
}
