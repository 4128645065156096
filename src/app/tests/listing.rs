//! Lists: filtered, sorted, with room for what is chosen.

use super::{app, press};
use crate::action::Size;
use crate::app::{App, Page, RegisterView};

fn view(app: &App) -> RegisterView {
    let Page::Register(register) = app.page else { panic!("no list") };
    app.register_view(register)
}

fn names(app: &App) -> Vec<String> {
    view(app).rows.iter().map(|row| row.name.clone()).collect()
}

#[test]
fn a_list_is_filtered_as_one_types_and_whole_again_after() {
    let mut app = app();
    press(&mut app, "r");
    let all = names(&app);
    press(&mut app, "/co");
    assert_eq!(names(&app), ["Isle of Corran"]);
    press(&mut app, "⏎");
    assert_eq!(names(&app).len(), 1);
    press(&mut app, "⎋");
    assert_eq!(names(&app), all, "the filter goes first");
    press(&mut app, "⎋");
    assert_eq!(app.page, Page::Text);
}

#[test]
fn a_list_is_sorted_by_what_one_chooses_and_what_was_chosen_stays() {
    let mut app = app();
    press(&mut app, "r");
    let all = names(&app);
    press(&mut app, "jj");
    let chosen = |app: &App| {
        let Page::Register(register) = app.page else { panic!("no list") };
        view(app).rows[register.row].name.clone()
    };
    let before = chosen(&app);
    press(&mut app, "o");
    let mut sorted = all.clone();
    sorted.sort_by_key(|name| name.to_lowercase());
    assert_eq!(names(&app), sorted);
    assert_eq!(chosen(&app), before);
    press(&mut app, "oo");
    let places: Vec<usize> = view(&app).rows.iter().map(|row| row.places.len()).collect();
    assert!(places.is_sorted_by(|a, b| a >= b), "{places:?}");
    press(&mut app, "o");
    assert_eq!(names(&app), all);
}

#[test]
fn the_words_of_a_place_take_the_room_that_the_rows_leave() {
    for (columns, rows) in [(100, 40), (80, 24), (40, 12), (20, 5), (1, 1)] {
        let mut app = app();
        app.resize(Size { columns, rows });
        press(&mut app, "r");
        let view = view(&app).view;
        let all = app.layout.list();
        let evidence = view.preview.map_or(0, |area| area.height);
        assert_eq!(view.head.height + view.list.height + evidence, all.height, "{columns}x{rows}");
        let taken = view.lines.last().map_or(0, |line| line.row + line.height);
        assert!(taken <= view.list.height);
        if rows == 40 {
            assert_eq!(view.list.height, taken.max(4));
        }
    }
}

#[test]
fn the_chosen_row_is_in_view_wherever_it_is() {
    let mut app = app();
    app.resize(Size { columns: 60, rows: 12 });
    press(&mut app, "r");
    for _ in 0..names(&app).len() + 2 {
        let Page::Register(register) = app.page else { panic!("no list") };
        assert!(
            view(&app).view.lines.iter().any(|line| line.place == register.row && line.height > 0)
        );
        press(&mut app, "j");
    }
}

#[test]
fn references_take_at_most_two_lines_on_a_narrow_screen() {
    let text = include_bytes!("../../../tests/fixtures/lamp-code.txt");
    let origin = crate::document::Origin::StandardInput;
    let document = crate::source::read(text, origin).expect("text");
    let (settings, theme) = (crate::settings::Settings::default(), crate::settings::Theme::ALL[0]);
    let mut app = App::new(document, settings, theme, Size { columns: 40, rows: 12 });
    press(&mut app, "w");
    let lines = view(&app).view.lines;
    assert!(!lines.is_empty() && lines.iter().all(|line| line.height <= 2), "{lines:?}");
}
