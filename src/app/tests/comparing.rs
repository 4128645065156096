//! Reading a comparison: from change to change, what is shown, copied and marked.

use super::press;
use crate::action::Size;
use crate::app::{App, Effect, Mode, PeekSubject, Prepared};
use crate::bookmarks::{Bookmark, Change};
use crate::comparison::{Comparison, Redline};
use crate::document::Origin;
use crate::settings::{Settings, Theme};
use std::sync::Arc;

fn rules(name: &str, text: &str) -> Arc<crate::document::Document> {
    let origin = Origin::File(format!("/quay/{name}").into());
    Arc::new(crate::source::read(text.as_bytes(), origin).expect("text"))
}

fn comparing() -> App {
    let old = rules("old.txt", include_str!("../../../tests/fixtures/quay-rules-old.txt"));
    let new = rules("new.txt", include_str!("../../../tests/fixtures/quay-rules-new.txt"));
    let comparison = Comparison::of(old, new, Redline::Styles);
    let size = Size { columns: 100, rows: 40 };
    App::new(Prepared::of_comparison(comparison), Settings::default(), Theme::ALL[0], size)
}

fn place(app: &App) -> String {
    let section = app.section_in_view().expect("a section");
    app.document.section_address(section).to_owned()
}

#[test]
fn keys_step_from_change_to_change() {
    let mut app = comparing();
    let mut places = Vec::new();
    for _ in 0..5 {
        press(&mut app, ";");
        places.push(place(&app));
    }
    assert_eq!(places, ["1", "2", "3", "old/4", "1"]);
    let notice = app.notice.as_ref().map(|notice| notice.text.as_str());
    assert_eq!(notice, Some("changed · change 1 of 4, wrapped around"));
    press(&mut app, "2;");
    assert_eq!(place(&app), "3");
    press(&mut app, ",");
    assert_eq!(place(&app), "2");
}

#[test]
fn the_first_page_leads_to_a_change_and_escape_leaves() {
    let mut app = comparing();
    press(&mut app, "⏎");
    assert_eq!(place(&app), "4", "the reference to an old number comes first");
    let mut app = comparing();
    press(&mut app, "xx⏎");
    assert_eq!(place(&app), "2");
    assert_eq!(press(&mut app, "⎋"), [Effect::LeaveComparison]);
    assert_eq!(press(&mut comparing(), "⎋"), [Effect::LeaveComparison]);
    assert_eq!(press(&mut app, "V"), [Effect::SwapComparison]);
}

#[test]
fn what_changed_is_shown_first_and_all_of_it_on_request() {
    let text = (1..30).map(|n| format!("{n}. The keeper of lamp {n} lights it.\n\n"));
    let old: String = text.collect();
    let new = rules("new.txt", &old.replace("lamp 20 lights", "lamp 20 trims"));
    let comparison = Comparison::of(rules("old.txt", &old), new, Redline::Styles);
    let size = Size { columns: 100, rows: 40 };
    let prepared = Prepared::of_comparison(comparison);
    let mut app = App::new(prepared, Settings::default(), Theme::ALL[0], size);
    let first = app.document.section_at("3").and_then(|id| app.document.own_blocks(id).next());
    let changed = app.document.section_at("20").and_then(|id| app.document.own_blocks(id).next());
    let (first, changed) = (first.expect("clause 3"), changed.expect("clause 20"));
    assert!(!app.reading.shows(first) && app.reading.shows(changed));
    press(&mut app, "&");
    assert!(app.reading.shows(first));
    press(&mut app, "&");
    assert!(!app.reading.shows(first));
    press(&mut app, "3⏎");
    assert!(app.reading.shows(first), "going to a hidden clause shows everything");
}

#[test]
fn gone_words_are_found() {
    let mut app = comparing();
    press(&mut app, "/barge⏎");
    assert_eq!(place(&app), "old/4");
}

#[test]
fn the_new_wording_is_copied_and_with_its_citation_the_old_one() {
    let mut app = comparing();
    let copied = press(&mut app, ";y");
    let [Effect::Copy(words)] = copied.as_slice() else { panic!("{copied:?}") };
    assert_eq!(words, "The keeper lights the lamp at sunset, and puts it out at dawn.");
    let copied = press(&mut app, "Y");
    let [Effect::Copy(words)] = copied.as_slice() else { panic!("{copied:?}") };
    assert!(words.contains("as amended (was: “The keeper lights the lamp at dusk"), "{words}");
    let copied = press(&mut app, ",y");
    let [Effect::Copy(words)] = copied.as_slice() else { panic!("{copied:?}") };
    assert_eq!(words, "A toll of 3 coins is paid for every barge.", "of what is gone, the old one");
}

#[test]
fn the_new_text_is_marked_and_what_is_gone_is_not() {
    let mut app = comparing();
    let effects = press(&mut app, ";;;m");
    let [Effect::Change(Change::Add(bookmark))] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(bookmark.address, "3");
    assert_eq!(bookmark.document.source, "/quay/new.txt");
    assert!(press(&mut app, ";m").is_empty());
    let notice = app.notice.as_ref().map(|notice| notice.text.as_str());
    assert_eq!(notice, Some("these words are only in old.txt, the old text: not marked"));
}

#[test]
fn the_old_wording_is_peeked_at() {
    let mut app = comparing();
    press(&mut app, ";p");
    let Mode::Peek(peek) = &app.mode else { panic!("no preview") };
    let PeekSubject::Report { title, text } = &peek.subject else { panic!("{peek:?}") };
    assert_eq!(title, "1 in old.txt, the old text");
    assert!(text.contains("at dusk"));
    press(&mut app, "⎋;p");
    assert!(matches!(app.mode, Mode::Read), "what is new has no old wording");
}

#[test]
fn signs_are_wanted_where_styles_cannot_be_shown() {
    let mut app = comparing();
    assert!(!app.has_other_redline());
    app.theme = Theme::named("plain").expect("a theme");
    assert_eq!(app.wanted_redline(), Redline::Signs);
    assert!(app.has_other_redline());
}

#[test]
fn the_old_text_is_beside_what_it_became() {
    let mut app = comparing();
    app.resize(Size { columns: 120, rows: 40 });
    assert!(app.old_lines().is_empty());
    press(&mut app, ";|");
    assert!(app.layout.beside.is_some());
    let row_of = |app: &App, words: &str| {
        app.reading.rows().iter().position(|row| match row {
            crate::typeset::Row::Text { block, index: 0, .. } => {
                app.document.body(*block).contains(words)
            }
            _ => false,
        })
    };
    let old = app.comparing().expect("a comparison").old().clone();
    let mut begun = 0;
    for line in app.old_lines().iter().filter(|line| line.index == 0) {
        let words = old.body(line.block).split_whitespace().take(2).collect::<Vec<_>>().join(" ");
        assert_eq!(Some(usize::from(line.row)), row_of(&app, &words), "{words}");
        begun += 1;
    }
    assert!(begun >= 3, "{:?}", app.old_lines());
    app.resize(Size { columns: 90, rows: 40 });
    assert!(app.layout.beside.is_none() && app.old_lines().is_empty());
    let notice = app.notice.as_ref().map(|notice| notice.text.as_str());
    assert_eq!(notice, Some("side by side needs 100 columns"));
}

#[test]
fn the_old_text_is_beside_a_comparison_by_itself_on_a_wide_screen() {
    let mut app = comparing();
    let beside = |app: &App| app.layout.beside.is_some();
    app.resize(Size { columns: 139, rows: 40 });
    press(&mut app, ";");
    assert!(!beside(&app));
    press(&mut app, "C");
    assert!(beside(&app), "the contents are hidden");
    press(&mut app, "C");
    app.resize(Size { columns: 140, rows: 40 });
    assert!(beside(&app));
    press(&mut app, "g");
    assert!(!beside(&app), "nothing is beside the summary");
    press(&mut app, ";|");
    assert!(!beside(&app), "the user said so");
    app.resize(Size { columns: 200, rows: 40 });
    assert!(!beside(&app));
}

#[test]
fn the_bookmarks_of_the_new_text_are_in_the_comparison() {
    let mut app = comparing();
    press(&mut app, ";");
    let effects = press(&mut app, "m");
    let [Effect::Change(Change::Add(bookmark))] = effects.as_slice() else {
        panic!("no bookmark: {effects:?}")
    };
    let bookmark = bookmark.as_ref().clone();
    app.take_bookmarks(std::slice::from_ref(&bookmark));
    let (passage, _) = app.bookmark_index.passages().next().expect("it is shown");
    let here = app.document.passage_text(passage);
    let own = bookmark.quotation.exact.clone();
    let comparison = app.comparing().expect("a comparison");
    let new = comparison.passage_in_new(passage).expect("in the new text");
    assert_eq!(comparison.new_text().passage_text(new), own, "{here}");
    assert!(press(&mut app, "m").is_empty(), "it is marked already");
    let other = super::app();
    let of_another = Bookmark::new(&other.document, other.passage_in_view().expect("words"), "");
    app.take_bookmarks(&[of_another]);
    assert_eq!(app.bookmark_index.passages().count(), 0);
}

#[test]
fn right_to_left_the_old_text_is_on_the_right() {
    let old = "1. يضيء الحارس المصباح عند الغسق.\n\n2. يلف البحار الحبل الطويل ليلا.\n";
    let new = old.replace("الطويل", "القصير");
    let comparison = Comparison::of(rules("old.txt", old), rules("new.txt", &new), Redline::Styles);
    let size = Size { columns: 150, rows: 40 };
    let prepared = Prepared::of_comparison(comparison);
    let mut app = App::new(prepared, Settings::default(), Theme::ALL[0], size);
    press(&mut app, ";");
    let beside = app.layout.beside.expect("the old text");
    assert!(app.layout.text.x + app.layout.text.width < beside.x);
    assert!(!app.old_lines().is_empty());
}

#[test]
fn another_version_is_chosen_by_its_path() {
    let mut app = super::app();
    press(&mut app, "V");
    let Mode::Palette(palette) = &app.mode else { panic!("no palette") };
    assert_eq!(palette.line.text(), "compare ");
    press(&mut app, "old.txt");
    assert!(app.is_choosing_other());
    assert_eq!(press(&mut app, "⏎"), [Effect::Compare("old.txt".to_owned())]);
}

#[test]
fn between_changes_is_the_number_of_clauses_without_any() {
    let text = (1..30).map(|n| format!("{n}. The keeper of lamp {n} lights it.\n\n"));
    let old: String = text.collect();
    let new =
        old.replace("lamp 5 lights", "lamp 5 trims").replace("lamp 20 lights", "lamp 20 trims");
    let comparison =
        Comparison::of(rules("old.txt", &old), rules("new.txt", &new), Redline::Styles);
    let size = Size { columns: 100, rows: 40 };
    let prepared = Prepared::of_comparison(comparison);
    let mut app = App::new(prepared, Settings::default(), Theme::ALL[0], size);
    let block = |app: &App, address: &str| {
        let section = app.document.section_at(address).expect("a clause");
        app.document.own_blocks(section).next().expect("a block")
    };
    let (fifth, sixth, twentieth) = (block(&app, "5"), block(&app, "6"), block(&app, "20"));
    assert_eq!(app.skipped_before(fifth), Some(4));
    assert_eq!((app.skipped_before(sixth), app.skipped_before(twentieth)), (None, Some(14)));
    press(&mut app, "&");
    assert_eq!(app.skipped_before(twentieth), None, "everything is shown");
}

#[test]
fn each_key_that_the_bottom_line_offers_has_words() {
    let mut app = comparing();
    for keys in ["", ";", "c", "c/toll⏎", "⎋;p", "⎋B"] {
        press(&mut app, keys);
        for hint in app.hints() {
            assert!(!hint.words.is_empty(), "{keys}: {}", hint.key);
        }
    }
}
