//! Documents that change while they are open, several open documents, and the list of recent ones.

use super::{address, app, press};
use crate::action::{Action, Mouse, MouseKind, Size};
use crate::app::{App, Availability, Effect, Mode, Recent};
use crate::document::Origin;
use crate::settings::{Settings, Theme};

const WEIR: &str = "Rules of the Weir\n\n\
    1. We recognize that the miller opens the weir at first light.\n\n\
    2. We decide that no boat may pass while the wheel is turning.\n\n\
    3. We call upon the fishers to mend the nets before the eels come.\n\n\
    4. We thank the ferryman for the use of the long rope.\n";

fn weir(text: &str) -> crate::document::Document {
    crate::source::read(text.as_bytes(), Origin::File("weir.txt".into())).expect("text")
}

fn reading_weir() -> App {
    // So small that a clause is on the top row.
    App::new(weir(WEIR), Settings::default(), Theme::ALL[0], Size { columns: 60, rows: 8 })
}

fn reworded(app: &mut App, text: &str) {
    let new = weir(text);
    let revision = crate::bookmarks::Revision::of(&app.document, &new);
    app.reload(std::sync::Arc::new(new), &revision, &[]);
}

#[test]
fn another_wording_keeps_the_place_the_search_and_the_way_back() {
    let mut app = reading_weir();
    press(&mut app, "2⏎3⏎/eels⏎");
    let before = app.here();
    let text = WEIR
        .replace("1. We", "1. A new clause about the sluice, of many words and no weight.\n\n2. We")
        .replace("2. We decide", "3. We decide")
        .replace("3. We call", "4. We call")
        .replace("4. We thank", "5. We thank");
    reworded(&mut app, &text);
    assert!(app.here() > before);
    assert_eq!(address(&app), "4");
    let search = app.search.as_ref().expect("a search");
    assert_eq!(search.tally(), "1 of 1");
    press(&mut app, "⌫⌫");
    assert_eq!(address(&app), "3");
}

#[test]
fn changed_clauses_are_marked_gone_through_and_dismissed() {
    let mut app = reading_weir();
    reworded(&mut app, &WEIR.replace("first light", "sunrise").replace("long rope", "short rope"));
    let section = |app: &App, address: &str| app.document.section_at(address).expect("a section");
    assert!(app.changes.of(section(&app, "1")).is_some());
    assert!(app.changes.of(section(&app, "2")).is_none());
    press(&mut app, "2⏎;");
    assert_eq!(app.section_in_view(), Some(section(&app, "4")));
    press(&mut app, ",");
    assert_eq!(app.section_in_view(), Some(section(&app, "1")));
    // Another edit keeps the marks of the first.
    let text = WEIR
        .replace("first light", "sunrise")
        .replace("long rope", "short rope")
        .replace("no boat", "no raft");
    reworded(&mut app, &text);
    for clause in ["1", "2", "4"] {
        assert!(app.changes.of(section(&app, clause)).is_some(), "{clause}");
    }
    press(&mut app, "/eels⏎⎋");
    assert!(!app.changes.is_empty(), "Escape clears the search first");
    press(&mut app, "⎋");
    assert!(app.changes.is_empty());
}

#[test]
fn what_is_typed_is_not_disturbed_by_another_wording() {
    let mut app = reading_weir();
    for keys in ["2", "/boat", "v", "M", ":"] {
        press(&mut app, keys);
        assert!(!app.can_reload(), "{keys}");
        press(&mut app, "⎋");
        assert!(app.can_reload(), "{keys}");
    }
}

#[test]
fn a_note_whose_typing_was_left_comes_back_in_another_wording() {
    let mut app = reading_weir();
    press(&mut app, "2⏎Mask the miller⎋");
    reworded(&mut app, &WEIR.replace("1. We", "A greeting.\n\n1. We"));
    press(&mut app, "M");
    let Mode::Note(prompt) = &app.mode else { panic!("no note") };
    assert_eq!(prompt.field.text(), "ask the miller");
}

fn listed(title: &str, standing: Availability) -> Recent {
    Recent {
        title: title.to_owned(),
        source: format!("/papers/{title}.txt"),
        opened: "2031-05-02T10:00:00Z".to_owned(),
        progress: Some(47),
        address: "2".to_owned(),
        standing,
    }
}

#[test]
fn documents_are_listed_filtered_opened_and_forgotten() {
    let all = vec![
        listed("Weir", Availability::InView),
        listed("Harbour", Availability::There),
        listed("Lamps", Availability::Missing),
    ];
    let mut app = app();
    assert_eq!(press(&mut app, "o"), [Effect::ListDocuments]);
    app.show_recent(all.clone());
    assert_eq!(app.recent.chosen().map(|one| one.title.as_str()), Some("Harbour"));
    assert_eq!(press(&mut app, "⏎"), [Effect::OpenDocument("/papers/Harbour.txt".to_owned())]);
    assert_eq!(press(&mut app, "d"), [Effect::Forget("/papers/Harbour.txt".to_owned())]);
    assert_eq!(press(&mut app, "U"), [Effect::Recollect]);
    assert_eq!(press(&mut app, "/lam⏎⏎"), [], "what is missing is not opened");
    assert!(app.notice.as_ref().is_some_and(|notice| notice.text.contains("no longer there")));
    assert_eq!(press(&mut app, "d"), [Effect::Forget("/papers/Lamps.txt".to_owned())]);
    press(&mut app, "/⎋");
    assert_eq!(app.recent.listed().len(), 3);
    press(&mut app, "/is:missing⏎");
    assert_eq!(app.recent.listed().len(), 1);
    press(&mut app, "q");
    assert!(matches!(app.mode, Mode::Read));
    app.show_recent(all);
    assert_eq!(press(&mut app, "kd"), [], "what is open is not forgotten");
}

#[test]
fn a_click_chooses_a_document_and_another_opens_it() {
    let mut app = app();
    app.show_recent(vec![
        listed("Weir", Availability::InView),
        listed("Harbour", Availability::There),
        listed("Lamps", Availability::There),
    ]);
    let area = app.recent_view().list;
    let click = Mouse { kind: MouseKind::Press, column: area.x + 4, row: area.y + 2 };
    assert_eq!(app.mouse(click), []);
    assert_eq!(app.recent.chosen().map(|one| one.title.as_str()), Some("Lamps"));
    assert_eq!(app.mouse(click), [Effect::OpenDocument("/papers/Lamps.txt".to_owned())]);
    app.mouse(Mouse { kind: MouseKind::Menu, ..click });
    assert_eq!(app.menu_words(Action::Confirm), "Open");
}

#[test]
fn next_and_previous_are_known_by_their_letters_too() {
    let mut app = app();
    assert_eq!(press(&mut app, ")"), [Effect::StepDocument { forward: true }]);
    assert_eq!(press(&mut app, ":n⏎"), [Effect::StepDocument { forward: true }]);
    assert_eq!(press(&mut app, ":p⏎"), [Effect::StepDocument { forward: false }]);
    assert_eq!(press(&mut app, ":e⏎"), [Effect::Reload]);
}

#[test]
fn among_several_documents_the_bottom_line_of_80_columns_names_the_palette() {
    let (settings, theme) = (Settings::default(), Theme::ALL[0]);
    let mut app = App::new(weir(WEIR), settings, theme, Size { columns: 80, rows: 24 });
    app.among = Some((2, 2));
    app.refresh();
    let names = |app: &App| app.status().iter().any(|piece| piece.action == Some(Action::Palette));
    press(&mut app, "2⏎");
    assert!(names(&app), "{:?}", app.status());
    app.tell("harbour-letter.txt");
    assert!(names(&app), "{:?}", app.status());
}

#[test]
fn the_list_wants_the_beginning_of_the_document_that_is_chosen() {
    let mut app = reading_weir();
    let recent = |source: &str| Recent {
        title: source.to_owned(),
        source: source.to_owned(),
        opened: String::new(),
        progress: None,
        address: String::new(),
        standing: Availability::There,
    };
    app.show_recent(vec![recent("/a.txt"), recent("built-in")]);
    assert_eq!(app.wanted_path(), Some("/a.txt"));
    press(&mut app, "j");
    assert_eq!(app.wanted_path(), None, "the built-in bulletin is no file");
    press(&mut app, "⎋");
    assert_eq!(app.wanted_path(), None);
}
