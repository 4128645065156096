//! What keys do, from the first to the state that the user sees.

mod bookmarks;
mod cancelling;
mod clicking;
mod comparing;
mod copying;
mod documents;
mod ending;
mod listing;
mod marking;
mod matches;
mod peeking;
mod searching;
mod side_by_side;
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
