//! The history of a clause: asked for, shown, and left for one of its versions.

use super::press;
use crate::action::{Action, Key};
use crate::app::{App, ClauseHistory, Effect, HistoryEntry, Mode, PeekSubject, VersionPlace};

fn place(number: usize) -> VersionPlace {
    VersionPlace { source: format!("/quay/{number}.txt"), address: number.to_string() }
}

fn history() -> ClauseHistory {
    let entry = |number: usize| HistoryEntry {
        name: format!("{number}.txt: {number}, changed"),
        lines: vec![format!("  ~ {number}: the lamp {{+burns+}}")],
        place: Some(place(number)),
    };
    let absent = HistoryEntry { name: "0.txt: gone".to_owned(), lines: Vec::new(), place: None };
    ClauseHistory { title: "History of 2".to_owned(), entries: vec![absent, entry(1), entry(2)] }
}

fn shown() -> App {
    let mut app = super::app();
    let content = app.document.metadata().content;
    app.show_history(content, history(), 0);
    app
}

#[test]
fn the_history_of_the_clause_in_view_is_asked_for() {
    let mut app = super::app();
    assert_eq!(press(&mut app, "P"), [Effect::TraceClause { older: None }]);
    press(&mut app, ":history old.txt");
    assert_eq!(app.wanted_path(), Some("old.txt"));
    let older = Some("old.txt".to_owned());
    assert_eq!(press(&mut app, "⏎"), [Effect::TraceClause { older }]);
    app.choose_version_to_trace();
    let Mode::Palette(palette) = &app.mode else { panic!("no palette") };
    assert_eq!(palette.line.text(), "history ");
}

#[test]
fn enter_goes_to_the_chosen_version() {
    let mut app = shown();
    let Mode::Peek(peek) = &app.mode else { panic!("no window") };
    assert!(matches!(peek.subject, PeekSubject::History(_)));
    assert!(press(&mut app, "⏎").is_empty(), "this version does not have the clause");
    assert!(matches!(app.mode, Mode::Peek(_)));
    assert_eq!(press(&mut app, "jj⏎"), [Effect::OpenVersion(place(2))]);
    assert!(matches!(app.mode, Mode::Read));
}

#[test]
fn going_back_leads_to_the_document_before() {
    let mut app = super::app();
    app.arrive_at_version("2", "/quay/new.txt");
    assert_eq!(super::address(&app), "2:1");
    press(&mut app, "G");
    let back = |app: &mut App| app.key(Key::control('o'));
    assert_eq!(app.settings.keys.keys(Action::Back).first(), Some(&Key::control('o')));
    let mut effects = back(&mut app);
    while effects.is_empty() {
        effects = back(&mut app);
    }
    assert_eq!(effects, [Effect::OpenDocument("/quay/new.txt".to_owned())]);
}

#[test]
fn a_history_of_another_document_is_not_shown() {
    let mut app = super::app();
    let other = crate::source::read(b"1. Fish.\n", crate::document::Origin::StandardInput);
    let content = other.expect("text").metadata().content;
    app.show_history(content, history(), 0);
    assert!(matches!(app.mode, Mode::Read));
}
