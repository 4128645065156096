//! Bookmarks: those of an edited text, their list, and their notes.

use super::*;

/// One of these bookmarks, as revised by an effect.
fn revised(bookmarks: &[Bookmark], effects: &[Effect], at: usize) -> Bookmark {
    let [Effect::Change(change @ Change::Edit { .. })] = effects else { panic!("{effects:?}") };
    preview(bookmarks, [change]).swap_remove(at)
}

#[test]
fn a_corrected_edition_offers_its_bookmarks_and_takes_them_over_when_asked() {
    let corrected = |text: &str| text.replace("pilots of the League", "pilots of all the League");
    let (mut app, bookmarks) = edited(corrected, &["1", "2:1", "3"]);
    let told = app.notice.as_ref().expect("news").text.clone();
    assert!(told.ends_with("bookmarks, 1 reworded, 2 exact"), "{told}");
    let standings: Vec<_> =
        app.bookmark_index.kept().iter().map(AnchoredBookmark::standing).collect();
    assert_eq!(standings, ["exact", "reworded", "exact"]);
    // Looking changes nothing.
    let effects = press(&mut app, "BjA");
    let [Effect::Change(Change::Several(changes))] = effects.as_slice() else {
        panic!("{effects:?}");
    };
    assert_eq!(changes.len(), 3);
    let effects = press(&mut app, "a");
    let bookmark = revised(&bookmarks, &effects, 1);
    assert_eq!(bookmark.id, bookmarks[1].id);
    assert!(bookmark.quotation.exact.contains("all the League"));
    assert_eq!(bookmark.created, bookmarks[1].created);
}

#[test]
fn a_lost_passage_is_listed_with_its_words() {
    let gone = |text: &str| text.replace("We also support the pilots’ own fund.\n\n", "");
    let (mut app, _) = edited(gone, &["2:2", "2:1"]);
    assert_eq!(app.bookmark_index.kept().last().map(AnchoredBookmark::standing), Some("lost"));
    press(&mut app, "BG⏎");
    assert!(
        app.notice.as_ref().is_some_and(|n| n.text.contains("no longer in the text")),
        "{:?}",
        app.notice
    );
    assert_eq!(app.bookmark_index.kept().len(), 2);
}

#[test]
fn the_list_is_filtered_ordered_and_filed() {
    let (mut app, bookmarks) = edited(str::to_owned, &["1", "2:1", "3"]);
    press(&mut app, "B/pilots⏎");
    assert_eq!(app.listed().len(), 1);
    press(&mut app, "/⌫⌫⌫⌫⌫⌫⏎");
    assert_eq!(app.listed().len(), 3);
    let effects = press(&mut app, "gtsea, #oil, sea⏎");
    assert_eq!(revised(&bookmarks, &effects, 0).tags, ["sea", "oil"]);
    let effects = press(&mut app, "s");
    assert_eq!(revised(&bookmarks, &effects, 0).highlight, Highlight::Yellow);
}

#[test]
fn a_tag_is_completed_from_those_that_are_there() {
    let (mut app, mut bookmarks) = edited(str::to_owned, &["1", "2:1"]);
    bookmarks[1].tags = vec!["harbour".to_owned(), "sea".to_owned()];
    app.take_bookmarks(&bookmarks);
    press(&mut app, "Bgthar⇥se⇥");
    let Mode::Tags(tags) = &app.mode else { panic!("no prompt") };
    assert_eq!(tags.line.text(), "harbour, sea, ");
}

#[test]
fn a_note_has_lines() {
    let mut app = app();
    press(&mut app, "2⏎Mone");
    app.key("Alt-Enter".parse().expect("a key"));
    let effects = press(&mut app, "two⏎");
    let [Effect::Change(Change::Add(bookmark))] = effects.as_slice() else {
        panic!("{effects:?}");
    };
    assert_eq!(bookmark.note, "one\ntwo");
    app.take_bookmarks(&[(**bookmark).clone()]);
    press(&mut app, "BE");
    let effects = app.edited_outside("one\ntwo\nthree\n");
    let bookmark = bookmark.as_ref().clone();
    assert_eq!(revised(&[bookmark], &effects, 0).note, "one\ntwo\nthree");
}

#[test]
fn bookmarks_of_other_documents_are_listed_when_asked_and_open_theirs() {
    let (mut app, mut bookmarks) = edited(str::to_owned, &["1"]);
    let mut other = bookmarks[0].clone();
    other.id = "other".to_owned();
    other.document.content = "00".to_owned();
    other.document.title = "Another".to_owned();
    other.document.source = "/another.txt".to_owned();
    bookmarks.push(other);
    app.take_bookmarks(&bookmarks);
    press(&mut app, "B");
    assert_eq!(app.listed().len(), 1);
    press(&mut app, "*");
    assert_eq!(app.listed().len(), 2);
    let effects = press(&mut app, "G⏎");
    assert!(
        matches!(effects.as_slice(), [Effect::OpenBookmark(b)] if b.id == "other"),
        "{effects:?}"
    );
}

#[test]
fn of_several_places_as_good_the_person_chooses() {
    let fund = "We also support the pilots’ own fund.";
    let twice = |text: &str| {
        let copy = format!("Nothing was said before.\n\n{fund}\n\nNobody asked for more.");
        text.replace(&format!("{fund}\n\n"), "")
            .replace("in all harbours.", &format!("in all harbours.\n\n{copy}"))
            .replace("offers its hall.", &format!("offers its hall.\n\n{copy}"))
    };
    let (mut app, _) = edited(twice, &["2:2"]);
    assert_eq!(app.bookmark_index.kept()[0].standing(), "ambiguous");
    press(&mut app, "B");
    let place = |app: &App| {
        let kept = app.chosen_bookmark().expect("a bookmark");
        app.document.passage_address(kept.candidate().expect("a place"))
    };
    let first = place(&app);
    press(&mut app, "→");
    let second = place(&app);
    assert_ne!(first, second);
    // “Accept all” applies only to unambiguous ones.
    assert_eq!(press(&mut app, "A"), []);
    let effects = press(&mut app, "a");
    let [Effect::Change(Change::Edit { edits, .. })] = effects.as_slice() else {
        panic!("{effects:?}");
    };
    assert!(matches!(&edits[0], Edit::Anchorage { to, .. } if to.address() == second));
}

#[test]
fn a_note_that_was_left_is_brought_back() {
    let mut app = app();
    press(&mut app, "2⏎Mprecious⎋");
    assert!(app.notice.as_ref().is_some_and(|n| n.text.contains("restores")), "{:?}", app.notice);
    let effects = press(&mut app, "M note⏎");
    let [Effect::Change(Change::Add(bookmark))] = effects.as_slice() else {
        panic!("{effects:?}");
    };
    assert_eq!(bookmark.note, "precious note");
}
