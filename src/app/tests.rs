//! What keys do, from the first to the state that the user sees.

mod cancelling;
mod clicking;
mod comparing;
mod documents;
mod ending;
mod listing;
mod marking;
mod peeking;
mod searching;
mod tracing;
mod wide;

use super::{AnchoredBookmark, App, Effect, Focus, Mode, OutlineEntry, Page};
use crate::action::{Key, KeyCode, Mouse, MouseKind, Size};
use crate::bookmarks::{Bookmark, Change, Edit, Highlight, Index, preview};
use crate::document::Origin;
use crate::settings::{Settings, Theme};

fn app() -> App {
    let text = include_bytes!("../../tests/fixtures/harbour-letter.txt");
    let document = crate::source::read(text, Origin::StandardInput).expect("text");
    App::new(document, Settings::default(), Theme::ALL[0], Size { columns: 100, rows: 30 })
}

fn press(app: &mut App, keys: &str) -> Vec<Effect> {
    keys.chars()
        .flat_map(|c| {
            app.key(match c {
                '⏎' => Key::plain(KeyCode::Enter),
                '⎋' => Key::plain(KeyCode::Escape),
                '⌫' => Key::plain(KeyCode::Backspace),
                '⇥' => Key::plain(KeyCode::Tab),
                '←' => Key::plain(KeyCode::Left),
                '→' => Key::plain(KeyCode::Right),
                '↑' => Key::plain(KeyCode::Up),
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
fn a_miss_is_reported_and_nothing_moves() {
    let mut app = app();
    let start = app.here();
    press(&mut app, "99⏎");
    assert_eq!(app.here(), start);
    let Mode::Jump(jump) = &app.mode else { panic!("the prompt is gone") };
    assert_eq!(jump.candidate, Err("no clause 99: the last is 3".to_owned()));
    assert_eq!(jump.line.text(), "99");
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
fn the_paragraph_that_begins_in_view_is_read_rather_than_the_end_of_another() {
    let mut app = app();
    app.resize(Size { columns: 40, rows: 8 });
    press(&mut app, "1⏎j");
    assert!(app.here().byte > 0, "the top row is inside clause 1");
    let block = app.block_in_view().expect("a block");
    assert_eq!(app.document.block_address(block), "1");
    press(&mut app, "jj");
    let block = app.block_in_view().expect("a block");
    assert_eq!(app.document.block_address(block), "2:1");
}

#[test]
fn an_address_is_completed() {
    let mut app = app();
    press(&mut app, "'mem⇥");
    let Mode::Jump(jump) = &app.mode else { panic!("no prompt") };
    assert_eq!(jump.line.text(), "members");
    press(&mut app, "/⇥⇥");
    let Mode::Jump(jump) = &app.mode else { panic!("no prompt") };
    assert_eq!(jump.line.text(), "members/Brenn");
    assert_eq!(jump.candidate.as_deref(), Ok("2 of 5 · Brenn"));
    press(&mut app, "⏎");
    assert!(matches!(app.page, Page::Register(register) if register.row == 1));
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

fn section(app: &App, address: &str) -> crate::document::SectionId {
    app.document.section_at(address).expect("a section")
}

#[test]
fn one_comes_back_to_the_register_that_one_left() {
    let mut app = app();
    press(&mut app, "rj→⏎");
    assert_eq!(app.page, Page::Text);
    press(&mut app, "⌫");
    assert!(
        matches!(app.page, Page::Register(register) if (register.row, register.place) == (1, 1))
    );
    press(&mut app, "⌫");
    assert_eq!(app.page, Page::Text);
}

#[test]
fn the_outline_is_stepped_in_and_out_of() {
    let mut app = app();
    press(&mut app, "2⏎h");
    assert_eq!(app.focus, Focus::Outline);
    press(&mut app, "←");
    assert_eq!(app.outline.chosen(), Some(OutlineEntry::Section(section(&app, "declaration"))));
    press(&mut app, "←");
    assert!(app.outline.is_folded(section(&app, "declaration")));
    press(&mut app, "→");
    assert!(!app.outline.is_folded(section(&app, "declaration")));
    press(&mut app, "→");
    assert_eq!(app.focus, Focus::Pane);
}

#[test]
fn the_mouse_folds_opens_and_chooses() {
    let mut app = app();
    let click = |app: &mut App, column: u16, row: u16| {
        app.mouse(Mouse { kind: MouseKind::Press, column, row });
    };
    let row = |app: &App, entry: OutlineEntry| {
        let place = app.outline.place(entry).expect("an entry") - app.outline_first();
        app.layout.outline.y + u16::try_from(place).expect("a row")
    };
    let declaration = OutlineEntry::Section(section(&app, "declaration"));
    let y = row(&app, declaration);
    click(&mut app, 1, y);
    assert!(app.outline.is_folded(section(&app, "declaration")));
    click(&mut app, 1, y);
    assert!(!app.outline.is_folded(section(&app, "declaration")));
    let y = row(&app, OutlineEntry::Section(section(&app, "2")));
    click(&mut app, 12, y);
    assert_eq!(address(&app), "2:1");
    press(&mut app, "r");
    let Page::Register(register) = app.page else { panic!("no list") };
    let list = app.register_view(register).view.list;
    click(&mut app, list.x + 4, list.y + 2);
    assert!(matches!(app.page, Page::Register(register) if register.row == 2));
    click(&mut app, list.x + 4, list.y + 2);
    assert_eq!(app.page, Page::Text);
}

#[test]
fn a_half_typed_address_is_not_an_error() {
    let mut app = app();
    press(&mut app, "2:");
    let Mode::Jump(jump) = &app.mode else { panic!("no prompt") };
    assert_eq!(jump.candidate.as_deref(), Ok("paragraphs 1–3"));
    assert_eq!(address(&app), "2:1");
}

#[test]
fn a_count_works_in_a_selection_and_words_have_two_ends() {
    let mut app = app();
    let words = |app: &App| app.document.passage_text(app.selected().expect("a selection"));
    press(&mut app, "1⏎ve");
    assert_eq!(words(&app), "We");
    press(&mut app, "2e");
    assert_eq!(words(&app), "We recognize that");
    press(&mut app, "0");
    assert_eq!(words(&app), "W");
    press(&mut app, "10l");
    assert_eq!(words(&app), "We recogniz");
    press(&mut app, "G");
    assert!(words(&app).ends_with("before the lamp in Port Sel."));
}

#[test]
fn ctrl_c_leaves_what_is_typed_before_it_leaves_the_program() {
    let mut app = app();
    press(&mut app, "M");
    assert_eq!(app.key(Key::control('c')), []);
    assert!(matches!(app.mode, Mode::Read));
    assert_eq!(app.key(Key::control('c')), [Effect::Quit]);
}

#[test]
fn what_is_marked_already_is_not_marked_twice() {
    let mut app = app();
    let effects = press(&mut app, "2⏎m");
    let [Effect::Change(Change::Add(bookmark))] = effects.as_slice() else {
        panic!("{effects:?}");
    };
    app.take_bookmarks(&[(**bookmark).clone()]);
    assert_eq!(press(&mut app, "m"), []);
    let effects = press(&mut app, "Mlater⏎");
    assert!(matches!(effects.as_slice(), [Effect::Change(Change::Edit { .. })]), "{effects:?}");
}

#[test]
fn an_empty_document_can_be_looked_at() {
    let document = crate::source::read(b"", Origin::StandardInput).expect("text");
    let size = Size { columns: 80, rows: 24 };
    let mut app = App::new(document, Settings::default(), Theme::ALL[0], size);
    press(&mut app, "1⏎⎋jGmrac⎋vMBn/x⏎⎋]{}");
}

fn copied(app: &mut App, keys: &str) -> String {
    match press(app, keys).as_slice() {
        [Effect::Copy(words)] => words.clone(),
        other => panic!("{keys}: {other:?}"),
    }
}

#[test]
fn what_is_copied_is_the_selection_or_the_paragraph_that_is_read() {
    let mut app = app();
    let all = "We support the pilots of the League in their work.";
    press(&mut app, "2⏎");
    assert_eq!(copied(&mut app, "y"), all);
    assert_eq!(
        copied(&mut app, "Y"),
        format!(
            "{all}\n\n— Harbour Letter, Vol. 3, No. 7, 12 March 2031, Declaration, clause 2, para. 1"
        )
    );
    assert_eq!(copied(&mut app, "@"), "2:1");
    press(&mut app, "vw");
    assert_eq!(copied(&mut app, "y"), "We s");
    assert!(matches!(app.mode, Mode::Read), "the selection is done");
}

#[test]
fn lines_of_a_register_are_copied_with_their_citation() {
    let mut app = app();
    press(&mut app, "r");
    assert_eq!(copied(&mut app, "@"), "members/Aldmouth");
    assert!(copied(&mut app, "y").starts_with("Aldmouth, president"));
    assert!(copied(&mut app, "Y").ends_with("News story, para. 2 (members: Aldmouth)"));
    assert!(press(&mut app, "Hy").is_empty(), "there is nothing to copy in the help");
}

/// Returns a reader of the letter as it was edited, with bookmarks made before.
fn edited(edit: impl Fn(&str) -> String, addresses: &[&str]) -> (App, Vec<Bookmark>) {
    let text = include_str!("../../tests/fixtures/harbour-letter.txt");
    let before = crate::source::read(text.as_bytes(), Origin::BuiltIn).expect("text");
    let marked = |address: &&str| match crate::find::look_up(&before, address, None) {
        Ok(crate::find::Target::Text { passage, .. }) => Bookmark::new(&before, passage, ""),
        other => panic!("{other:?}"),
    };
    let bookmarks: Vec<Bookmark> = addresses.iter().map(marked).collect();
    let after = crate::source::read(edit(text).as_bytes(), Origin::BuiltIn).expect("text");
    let size = Size { columns: 100, rows: 30 };
    let mut app = App::new(after, Settings::default(), Theme::ALL[0], size);
    app.take_bookmarks(&bookmarks);
    let pending = app.bookmark_index.pending();
    let found: Vec<_> = {
        let index = Index::new(&app.document);
        pending.iter().map(|bookmark| (bookmark.id.clone(), index.find(bookmark))).collect()
    };
    app.anchored(app.document.metadata().content, &found);
    (app, bookmarks)
}

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
