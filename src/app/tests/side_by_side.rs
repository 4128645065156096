//! Two documents side by side: what leads, what follows, what is shown of both.

use super::press;
use crate::action::{Action, Size};
use crate::app::{App, Effect, Pair, pairing_of};
use crate::document::{Document, Origin};
use crate::settings::{Settings, Theme};
use crate::typeset::{LackingCell, Row};
use std::sync::Arc;

const ENGLISH: &str = include_str!("../../../tests/fixtures/harbour-charter-en.txt");
const ARABIC: &str = include_str!("../../../tests/fixtures/harbour-charter-ar.txt");

fn read(text: &str, name: &str) -> Arc<Document> {
    let origin = Origin::File(format!("/harbour/{name}").into());
    Arc::new(crate::source::read(text.as_bytes(), origin).expect("text"))
}

fn beside(left: &str, right: &str, columns: u16, rows: u16) -> App {
    let (left, right) = (read(left, "left.txt"), read(right, "right.txt"));
    let size = Size { columns, rows };
    let mut app = App::new(Arc::clone(&left), Settings::default(), Theme::ALL[0], size);
    app.set_pair(Some(Pair::right_of(Arc::clone(&right))));
    app.take_pairing(pairing_of(&left, &right));
    app
}

/// The reader of the other document, as the program makes it when that comes into view.
fn turned(mut app: App) -> App {
    let turned = app.turn().expect("another document");
    let document = Arc::clone(turned.document());
    let mut next = App::new(document, app.settings.clone(), app.theme, app.size);
    next.go_on_from(&app);
    next.go_on_turned(turned);
    next
}

/// What is in view: in each row the words of the text and those of the other one.
fn rows(app: &App) -> Vec<(String, String)> {
    let words = |document: &Document, row: &Row| match row {
        Row::Text { block, line, .. } => document.body(*block)[line.range()].to_owned(),
        Row::Space => String::new(),
    };
    let other = app.pair().map(Pair::other);
    let others = app.other_rows();
    let rows = app.reading.rows().iter().enumerate().map(|(at, row)| {
        let beside = others.get(at).zip(other).map(|(row, other)| words(other, row));
        (words(&app.document, row), beside.unwrap_or_default())
    });
    rows.collect()
}

/// The place of each row that begins a paragraph, in both texts.
fn begun(app: &App) -> Vec<(String, String)> {
    let address = |document: &Document, row: &Row| match row {
        Row::Text { block, index: 0, .. } => document.block_address(*block),
        _ => String::new(),
    };
    let other = app.pair().expect("another document").other();
    let rows = app.reading.rows().iter().zip(app.other_rows());
    rows.map(|(own, row)| (address(&app.document, own), address(other, row)))
        .filter(|(own, other)| !own.is_empty() || !other.is_empty())
        .collect()
}

fn notice(app: &App) -> &str {
    app.notice.as_ref().map_or("", |notice| notice.text.as_str())
}

fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
    of.iter().map(|(own, other)| ((*own).to_owned(), (*other).to_owned())).collect()
}

#[test]
fn what_corresponds_is_at_the_same_height_and_what_is_missing_is_blank() {
    let mut app = beside(ENGLISH, ARABIC, 120, 60);
    press(&mut app, "1⏎");
    let expected = [("1:1", "1"), ("1:2", ""), ("2", "2"), ("3", "3"), ("4", "4"), ("5", "")];
    assert_eq!(begun(&app), pairs(&expected));
    let lacking: Vec<usize> = (0..app.reading.beside().len())
        .filter(|at| app.reading.beside()[*at].lacking == Some(LackingCell::Other))
        .collect();
    let five = rows(&app).iter().position(|(own, _)| own.starts_with("This charter")).unwrap();
    assert_eq!(lacking, [five]);
    let app = turned(app);
    let expected = [("1", "1:1"), ("", "1:2"), ("2", "2"), ("3", "3"), ("4", "4"), ("", "5")];
    assert_eq!(begun(&app), pairs(&expected), "the other text leads in the same rows");
    assert_eq!(app.reading.beside()[five].lacking, Some(LackingCell::Own));
}

#[test]
fn the_other_text_leads_and_the_same_rows_stay_in_view() {
    for down in 0..40 {
        let mut app = beside(ENGLISH, ARABIC, 110, 9);
        press(&mut app, &"j".repeat(down));
        let before = rows(&app);
        assert_eq!(press(&mut app, "L"), [Effect::TurnPair]);
        let app = turned(app);
        let after: Vec<_> = rows(&app).into_iter().map(|(own, other)| (other, own)).collect();
        assert_eq!(after, before, "{down} rows down");
        assert_eq!(rows(&turned(app)), before, "{down} rows down, and back");
    }
}

#[test]
fn a_narrow_screen_shows_one_text_the_other_at_the_same_words_or_both_stacked() {
    let mut app = beside(ENGLISH, ARABIC, 80, 24);
    press(&mut app, "3⏎");
    assert!(app.other_rows().is_empty());
    let mut other = turned(app);
    assert_eq!(other.document.block_address(other.here().block), "3");
    press(&mut other, "|");
    let expected = [("3", ""), ("", "3"), ("4", ""), ("", "4")];
    assert_eq!(begun(&other)[..4], pairs(&expected), "each below its own");
    press(&mut other, "|");
    assert!(other.other_rows().is_empty());
    press(&mut other, "⎋");
    assert!(other.pair().is_none(), "Escape closes the other text");
}

#[test]
fn a_screen_that_becomes_narrow_and_wide_again_keeps_the_place() {
    let mut app = beside(ENGLISH, ARABIC, 120, 12);
    press(&mut app, "3⏎jj");
    let place = app.here();
    let held = |app: &App, at: usize| {
        let row = app.reading.rows().iter().find_map(|row| match row {
            Row::Text { block, line, .. } => Some((*block, line.range())),
            Row::Space => None,
        });
        let (block, range) = row.expect("words in view");
        assert!(block == place.block && range.contains(&place.byte), "step {at}");
    };
    for (at, columns) in [120, 80, 40, 99, 100, 200, 120].into_iter().enumerate() {
        app.resize(Size { columns, rows: 12 });
        held(&app, at);
        assert_eq!(app.has_two_columns(), columns >= 100);
    }
}

#[test]
fn only_what_does_not_match_is_shown_on_request() {
    let mut app = beside(ENGLISH, ARABIC, 120, 40);
    press(&mut app, "&");
    assert_eq!(begun(&app), pairs(&[("1:1", "1"), ("1:2", ""), ("5", "")]));
    let mut other = turned(app);
    assert!(other.only.is_none());
    press(&mut other, "&");
    assert_eq!(begun(&other), pairs(&[("1", "1:1"), ("", "1:2"), ("", "5")]));
    press(&mut other, "&");
    assert!(other.only.is_none());
    let mut same = beside(ENGLISH, ENGLISH, 120, 40);
    press(&mut same, "&");
    assert_eq!(notice(&same), "all paragraphs match one to one");
}

#[test]
fn freed_texts_scroll_apart_until_they_are_coupled_again() {
    let mut app = beside(ENGLISH, ARABIC, 120, 10);
    press(&mut app, "2⏎");
    let before = rows(&app);
    press(&mut app, "_4⏎");
    let apart = rows(&app);
    assert!(apart[0].0.starts_with("The members"), "{apart:?}");
    assert_eq!(apart[0].1, before[0].1, "the other text stays");
    let app = turned(app);
    assert!(rows(&app)[0].1.starts_with("The members"), "it stays freed when it leads");
    let mut app = turned(app);
    press(&mut app, "_");
    assert_eq!(begun(&app)[0], ("4".to_owned(), "4".to_owned()));
}

#[test]
fn searches_and_addresses_act_on_the_text_that_leads() {
    let mut app = beside(ENGLISH, ARABIC, 120, 12);
    press(&mut app, "/damage⏎");
    assert!(begun(&app).contains(&("3".to_owned(), "3".to_owned())));
    press(&mut app, "⎋");
    assert!(app.pair().is_some(), "Escape clears the search first");
    press(&mut app, "4⏎");
    assert_eq!(begun(&app)[0], ("4".to_owned(), "4".to_owned()));
    press(&mut app, "[");
    assert_eq!(begun(&app)[0], ("3".to_owned(), "3".to_owned()));
}

#[test]
fn both_texts_are_copied_with_their_citations() {
    let mut app = beside(ENGLISH, ARABIC, 120, 30);
    press(&mut app, "2⏎");
    let [Effect::Copy(own)] = &press(&mut app, "y")[..] else { panic!("nothing copied") };
    assert!(own.starts_with("No ship") && !own.contains("سفينة"), "{own}");
    let [Effect::Copy(both)] = &press(&mut app, "Y")[..] else { panic!("nothing copied") };
    let (first, second) = (both.find("No ship"), both.find("لا تغادر سفينة"));
    assert!(first < second && second.is_some(), "{both}");
    assert!(
        both.contains("The Charter of the Harbour") && both.contains("ميثاق الميناء"),
        "{both}"
    );
}

#[test]
fn a_text_without_numbers_and_the_same_text_twice_are_put_beside_too() {
    let plain = "A walk\n\nWe went along the quay.\n\nThe boats were in.\n";
    let french = "Une promenade\n\nNous avons longé le quai.\n\nLes bateaux étaient rentrés.\n";
    let app = beside(plain, french, 120, 20);
    assert!(begun(&app).iter().all(|(own, other)| !own.is_empty() && !other.is_empty()));
    let twice = beside(ENGLISH, ENGLISH, 120, 40);
    assert!(rows(&twice).iter().all(|(own, other)| own == other));
}

#[test]
fn a_new_version_is_shown_alone_until_it_is_aligned() {
    let mut app = beside(ENGLISH, ARABIC, 120, 30);
    press(&mut app, "3⏎");
    let (old, right) = (Arc::clone(&app.document), read(ARABIC, "right.txt"));
    let new = read(&ENGLISH.replace("The Charter", "The New Charter"), "left.txt");
    let revision = crate::bookmarks::Revision::of(&old, &new);
    app.reload(Arc::clone(&new), &revision, &[]);
    assert!(app.other_rows().is_empty() && !app.pair().unwrap().is_aligned());
    assert_eq!(app.document.block_address(app.here().block), "3", "at the same words");
    app.take_pairing(pairing_of(&new, &right));
    assert_eq!(begun(&app)[0], ("3".to_owned(), "3".to_owned()));
}

#[test]
fn the_only_other_document_is_opened_and_closed_by_one_key() {
    let mut app = beside(ENGLISH, ARABIC, 120, 30);
    press(&mut app, "|");
    assert!(app.pair().is_none());
    app.among = Some((1, 2));
    assert_eq!(press(&mut app, "|"), [Effect::OpenOtherBeside]);
    app.among = Some((1, 3));
    press(&mut app, "|/harbour/third.txt");
    assert_eq!(press(&mut app, "⏎"), [Effect::OpenBeside("/harbour/third.txt".to_owned())]);
    press(&mut app, ":other-text⏎");
    assert!(notice(&app).starts_with("no other text is beside this one"));
}

#[test]
fn the_rule_names_the_clause_beside_the_one_in_view() {
    let mut app = beside(ENGLISH, ARABIC, 120, 14);
    let first = |app: &App| {
        app.other_rows().into_iter().find_map(|row| match row {
            Row::Text { block, .. } => Some(*block),
            Row::Space => None,
        })
    };
    let mut is_below_the_first = false;
    for _ in 0..12 {
        press(&mut app, "j");
        let (_, other) = app.blocks_beside().expect("a block in view");
        if other.is_some() {
            assert_eq!(app.other_block_in_view(), other);
            is_below_the_first |= other != first(&app);
        }
    }
    assert!(is_below_the_first);
    press(&mut app, "_");
    assert_eq!(app.other_block_in_view(), first(&app));
}

#[test]
fn a_place_with_a_long_name_leaves_room_for_the_key_for_help() {
    let text =
        "The Charter of the Harbour and of the Lighthouse\n\n1. Lamps burn.\n\n2. Oil is sold.\n";
    let mut app = beside(text, ARABIC, 40, 12);
    press(&mut app, "j k");
    let line = app.status();
    assert!(line.iter().any(|piece| piece.action == Some(Action::Help)), "{line:?}");
    assert!(line.iter().any(|piece| piece.words.starts_with("The Charter")), "{line:?}");
}
