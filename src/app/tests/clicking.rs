//! Clicks that select words and paragraphs, the menu, and the divider.

use super::{app, press};
use crate::action::{Action, Mouse, MouseKind, Size};
use crate::app::{App, Effect, Mode, Page};
use std::time::Duration;

fn mouse(app: &mut App, kind: MouseKind, (column, row): (u16, u16)) -> Vec<Effect> {
    app.mouse(Mouse { kind, column, row })
}

fn click(app: &mut App, cell: (u16, u16)) {
    mouse(app, MouseKind::Press, cell);
    mouse(app, MouseKind::Release, cell);
}

/// The cell in the first row of the text, `column` columns from its edge.
fn cell(app: &App, column: u16) -> (u16, u16) {
    (app.layout.text.x + column, app.layout.text.y)
}

fn selected(app: &App) -> String {
    app.selected().map(|passage| app.document.passage_text(passage)).unwrap_or_default()
}

#[test]
fn two_clicks_take_a_word_and_three_the_paragraph() {
    let mut app = app();
    press(&mut app, "1⏎");
    let at = cell(&app, 4);
    app.tick(Duration::from_secs(1));
    click(&mut app, at);
    assert_eq!(selected(&app), "");
    click(&mut app, at);
    assert_eq!(selected(&app), "recognize");
    click(&mut app, at);
    assert!(
        selected(&app).starts_with("We recognize") && selected(&app).ends_with("all harbours.")
    );
    // Much later, a click is a single click again.
    app.tick(Duration::from_secs(9));
    click(&mut app, at);
    assert_eq!(selected(&app), "");
}

#[test]
fn a_drag_that_begins_with_two_clicks_selects_words() {
    let mut app = app();
    // Not in the first row, where a drag scrolls.
    press(&mut app, "1⏎kkk");
    let (x, y) = cell(&app, 0);
    let (from, to) = ((x + 4, y + 3), (x + 20, y + 3));
    click(&mut app, from);
    mouse(&mut app, MouseKind::Press, from);
    mouse(&mut app, MouseKind::Drag, to);
    mouse(&mut app, MouseKind::Release, to);
    assert_eq!(selected(&app), "recognize that steady");
}

#[test]
fn the_other_button_offers_what_can_be_done_with_the_paragraph() {
    let mut app = app();
    press(&mut app, "1⏎");
    // The paragraph of clause 2, a few rows further down.
    let row = app.reading.rows().iter().position(|row| {
        matches!(row, crate::typeset::Row::Text { block, index: 0, .. }
            if app.document.block_address(*block) == "2:1")
    });
    let at = (app.layout.text.x + 2, app.layout.text.y + row.expect("in view") as u16);
    mouse(&mut app, MouseKind::Menu, at);
    let Mode::Menu(menu) = &app.mode else { panic!("{:?}", app.mode) };
    assert_eq!(menu.items[0], Action::Mark);
    assert!(!menu.items.contains(&Action::SpeakOn), "what is not set up is not offered");
    let area = app.menu_area(menu);
    let effects = mouse(&mut app, MouseKind::Press, (area.x + 2, area.y + 1));
    assert!(matches!(effects.as_slice(), [Effect::Change(_)]), "{effects:?}");
    mouse(&mut app, MouseKind::Menu, at);
    mouse(&mut app, MouseKind::Press, (0, 0));
    assert!(matches!(app.mode, Mode::Read), "a press elsewhere closes it");
}

#[test]
fn a_menu_fits_on_every_screen() {
    for (columns, rows) in [(1, 1), (5, 3), (20, 5), (40, 12), (100, 30)] {
        let mut app = app();
        app.resize(Size { columns, rows });
        for column in 0..columns {
            mouse(&mut app, MouseKind::Menu, (column, rows / 2));
            if let Mode::Menu(menu) = &app.mode {
                let area = app.menu_area(menu);
                assert!(area.x + area.width <= columns && area.y + area.height <= rows);
            }
            press(&mut app, "⎋");
        }
    }
}

#[test]
fn the_divider_follows_the_mouse_and_is_kept_within_bounds() {
    let mut app = app();
    let divider = app.layout.divider.expect("a divider");
    mouse(&mut app, MouseKind::Press, (divider, 10));
    assert!(app.is_dragging());
    mouse(&mut app, MouseKind::Drag, (40, 10));
    assert_eq!(app.layout.outline.width, 40);
    mouse(&mut app, MouseKind::Drag, (2, 10));
    assert_eq!(app.layout.outline.width, 12);
    mouse(&mut app, MouseKind::Release, (2, 10));
    assert!(!app.is_dragging());
    press(&mut app, "c>>");
    assert_eq!(app.layout.outline.width, 16);
    press(&mut app, "<");
    assert_eq!(app.settings.contents_width, Some(14));
}

#[test]
fn a_click_on_a_command_runs_it_and_one_beside_the_palette_closes_it() {
    let mut app = app();
    press(&mut app, ":theme ");
    let Mode::Palette(palette) = &app.mode else { panic!("{:?}", app.mode) };
    let view = app.palette_view(palette);
    let light = view.offers.iter().position(|offer| offer.words.ends_with("light"));
    let row = view.list.y + (light.expect("offered") - view.first) as u16;
    mouse(&mut app, MouseKind::Press, (view.list.x + 2, row));
    assert_eq!(app.theme.name.as_str(), "light");
    assert!(matches!(app.mode, Mode::Read));
    press(&mut app, ":");
    mouse(&mut app, MouseKind::WheelDown, (view.list.x, view.list.y));
    let Mode::Palette(palette) = &app.mode else { panic!("{:?}", app.mode) };
    assert_eq!(palette.chosen, 1);
    let below = (0, app.size.rows - 2);
    mouse(&mut app, MouseKind::Press, below);
    assert!(matches!(app.mode, Mode::Read));
}

#[test]
fn a_click_on_the_head_of_a_column_sorts_by_it_and_another_as_before() {
    let mut app = app();
    press(&mut app, "r");
    let names = |app: &App| {
        let Page::Register(register) = app.page else { panic!("no list") };
        let rows = app.register_view(register).rows;
        rows.iter().map(|row| row.name.clone()).collect::<Vec<_>>()
    };
    let given = names(&app);
    let mut sorted = given.clone();
    sorted.sort_by_key(|name| name.to_lowercase());
    let Page::Register(register) = app.page else { panic!("no list") };
    let head = app.register_view(register).view.head;
    mouse(&mut app, MouseKind::Press, (head.x + 3, head.y));
    assert_eq!(names(&app), sorted);
    mouse(&mut app, MouseKind::Press, (head.x + 3, head.y));
    assert_eq!(names(&app), given);
}

#[test]
fn the_other_button_on_a_row_offers_what_can_be_done_with_it() {
    let mut app = app();
    press(&mut app, "r");
    let Page::Register(register) = app.page else { panic!("no list") };
    let list = app.register_view(register).view.list;
    mouse(&mut app, MouseKind::Menu, (list.x + 3, list.y + 1));
    let Mode::Menu(menu) = &app.mode else { panic!("{:?}", app.mode) };
    assert!(menu.items.contains(&Action::FilterRegister));
    press(&mut app, "⏎");
    assert_eq!(app.page, Page::Text, "the first entry goes there");
}
