//! Cancelling restores exactly what was being read.

use super::{app, press};
use crate::action::{Key, KeyCode, Size};
use crate::app::{App, Focus, History, Mode, Page, Selection};
use crate::document::{Origin, Passage, Point};
use crate::settings::{Settings, Theme};
use crate::typeset::Top;
use proptest::prelude::*;

/// Everything that makes up what the user is reading.
#[derive(Debug, PartialEq)]
struct State {
    mode: &'static str,
    selection: Option<Selection>,
    focus: Focus,
    page: Page,
    top: Top,
    attended: Option<Point>,
    marked: Option<Passage>,
    link: Option<Point>,
    history: History,
    search: Option<(String, Option<Passage>)>,
    entry: usize,
    folded: Vec<String>,
}

fn state(app: &App) -> State {
    let (mode, selection) = match &app.mode {
        Mode::Read => ("read", None),
        Mode::Select(selection) => ("select", Some(*selection)),
        other => panic!("{other:?} is still open"),
    };
    State {
        mode,
        selection,
        focus: app.focus,
        page: app.page,
        top: app.reading.top(),
        attended: app.attended(),
        marked: app.markable(),
        link: app.current_link().and_then(|link| app.document.point_at(link.span.start)),
        history: app.history.clone(),
        search: app.search.as_ref().map(|search| (search.pattern.clone(), search.passage())),
        entry: app.outline.cursor(),
        folded: app.outline.folded_addresses(&app.document),
    }
}

fn code(size: Size) -> App {
    let text = include_bytes!("../../../tests/fixtures/lamp-code.txt");
    let document = crate::source::read(text, Origin::StandardInput).expect("text");
    App::new(document, Settings::default(), Theme::ALL[0], size)
}

#[test]
fn a_search_that_is_cancelled_leaves_what_would_be_marked() {
    let mut app = app();
    press(&mut app, "2⏎");
    let before = state(&app);
    // It is on the same screen, so nothing scrolls.
    press(&mut app, "/pilots’ own");
    assert_ne!(app.attended(), before.attended, "the match is shown while it is typed");
    press(&mut app, "⎋");
    assert_eq!(state(&app), before);
}

#[test]
fn what_is_not_found_changes_nothing() {
    for keys in ["/zebra⏎", "?zebra⏎", "/⎋", "99⏎⎋", "'99⏎⎋"] {
        let mut app = app();
        press(&mut app, "2⏎/the⏎n");
        let before = state(&app);
        press(&mut app, keys);
        assert_eq!(state(&app), before, "{keys}");
    }
}

#[test]
fn the_search_that_was_on_goes_on_after_one_in_vain() {
    let mut app = app();
    press(&mut app, "/the⏎n");
    let found = app.search.as_ref().and_then(|search| search.passage());
    press(&mut app, "/zebra⏎");
    assert_eq!(app.notice.as_ref().map(|n| n.text.as_str()), Some("nothing found"));
    press(&mut app, "nN");
    assert_eq!(app.search.as_ref().and_then(|search| search.passage()), found);
    // The words can be recalled, to correct them.
    press(&mut app, "/↑");
    let Mode::Search(prompt) = &app.mode else { panic!("no prompt") };
    assert_eq!(prompt.line.text(), "zebra");
}

#[test]
fn what_is_looked_at_and_closed_leaves_the_way_back_and_forward() {
    for keys in ["r⎋", "t⎋", "H⎋", "B⎋", ":⎋", "p⎋", "W⎋", "i⎋"] {
        let mut app = app();
        press(&mut app, "1⏎2⏎3⏎⌫⌫");
        let before = state(&app);
        press(&mut app, keys);
        assert_eq!(state(&app), before, "{keys}");
    }
}

/// What the user may be doing when something opens.
fn reading() -> impl Strategy<Value = String> {
    let key = prop::sample::select(vec![
        "j",
        "k",
        " ",
        "G",
        "{",
        "}",
        "[",
        "]",
        "2⏎",
        "3⏎",
        "⌫",
        "x",
        "/lamp⏎",
        "/zebra⏎",
        "n",
        "N",
        "c",
        "z",
        "v",
        "⎋",
        "⇥",
    ]);
    prop::collection::vec(key, 0..8).prop_map(|keys| keys.concat())
}

/// What opens a prompt.
fn opening() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["/", "?", "'", "2", ":", "M"])
}

/// What may be typed into it, except for keys that confirm or close it.
fn typing() -> impl Strategy<Value = Vec<Key>> {
    let key = prop_oneof![
        4 => "[a-z0-9:.() -]".prop_map(|c| Key::char(c.chars().next().unwrap_or('a'))),
        1 => any::<char>().prop_filter("no control", |c| !c.is_control()).prop_map(Key::char),
        1 => prop::sample::select(vec![
            Key::plain(KeyCode::Up), Key::plain(KeyCode::Down), Key::plain(KeyCode::Left),
            Key::plain(KeyCode::Tab), Key::plain(KeyCode::BackTab), Key::control('r'),
            Key::control('u'), Key::control('n'), Key::control('p'), Key::plain(KeyCode::End),
        ]),
    ];
    prop::collection::vec(key, 0..10)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_prompt_that_is_cancelled_gives_back_what_was_read(
        before in reading(), opening in opening(), typing in typing(), long in any::<bool>(),
    ) {
        let rows = if long { 40 } else { 12 };
        let mut app = code(Size { columns: 90, rows });
        press(&mut app, &before);
        if !matches!(app.mode, Mode::Read | Mode::Select(_)) {
            press(&mut app, "⎋");
        }
        let held = state(&app);
        press(&mut app, opening);
        let opened = matches!(
            app.mode,
            Mode::Jump(_) | Mode::Search(_) | Mode::Palette(_) | Mode::Note(_)
        );
        // In a selection a digit is a count, and a list offers nothing to mark.
        prop_assume!(opened);
        for key in typing {
            let digits = matches!(&app.mode, Mode::Jump(jump)
                if jump.line.text().parse::<u32>().is_ok());
            // After a number, a movement key is an action.
            if !digits || key.typed().is_some_and(|c| c.is_ascii_digit()) {
                app.key(key);
            }
        }
        press(&mut app, "⎋");
        prop_assert_eq!(state(&app), held);
    }
}
