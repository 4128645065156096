//! The margin and the two columns of a wide screen.

use super::press;
use crate::action::{Mouse, MouseKind, Size};
use crate::app::{App, AsideRole};
use crate::document::{Origin, Point};
use crate::settings::{PageLayout, Settings, Theme};
use crate::typeset::Row;

fn code(columns: u16, rows: u16, layout: PageLayout) -> App {
    let text = include_bytes!("../../../tests/fixtures/lamp-code.txt");
    let document = crate::source::read(text, Origin::StandardInput).expect("text");
    let settings = Settings { layout, ..Settings::default() };
    let mut app = App::new(document, settings, Theme::ALL[0], Size { columns, rows });
    app.refresh();
    app
}

fn names(app: &App) -> Vec<String> {
    let lines = app.asides().into_iter();
    lines.filter(|line| line.role == AsideRole::Name).map(|line| line.words).collect()
}

#[test]
fn pages_turn_by_the_pair() {
    let mut app = code(200, 7, PageLayout::Two);
    assert_eq!(app.reading.rows().len(), usize::from(app.layout.text.height) * 2);
    let first = app.reading.top();
    let last = app.reading.rows().iter().rev().find_map(|row| match row {
        Row::Text { block, line, .. } => Some(Point { block: *block, byte: line.range().end }),
        Row::Space => None,
    });
    press(&mut app, " ");
    assert!(app.reading.top().point >= last.expect("text"), "nothing is shown twice");
    press(&mut app, "b");
    assert_eq!(app.reading.top(), first);
}

#[test]
fn what_is_pressed_is_what_is_seen_in_both_columns() {
    let mut app = code(200, 14, PageLayout::Two);
    let rows = app.reading.rows().to_vec();
    let mut pressed = 0;
    for (at, row) in rows.into_iter().enumerate() {
        let Row::Text { block, line, .. } = row else { continue };
        let text = app.layout.at_row(at).text;
        let body = app.document.body(block).to_owned();
        for glyph in line.glyphs(&body).iter().filter(|glyph| glyph.columns > 0) {
            let (column, row) = (text.x + glyph.column, text.y);
            app.mouse(Mouse { kind: MouseKind::Press, column, row });
            assert_eq!(app.pressed, Some(Point { block, byte: glyph.range.start }));
            pressed += 1;
        }
    }
    assert!(pressed > 200);
}

#[test]
fn a_clause_is_pinned_beside_the_text_and_taken_away() {
    let mut app = code(160, 30, PageLayout::Auto);
    press(&mut app, "x⏎p");
    assert_eq!(names(&app).first().map(String::as_str), Some("3 · Of oil"));
    press(&mut app, "⎋⎋");
    assert!(!names(&app).iter().any(|name| name == "3 · Of oil"));
    let mut narrow = code(120, 30, PageLayout::Auto);
    press(&mut narrow, "x⏎p");
    assert!(narrow.layout.aside.is_none() && names(&narrow).is_empty());
}

#[test]
fn the_margin_stays_within_its_area() {
    for columns in [140, 160, 180, 240] {
        for rows in [3, 5, 9, 24, 50] {
            for layout in PageLayout::ALL {
                let mut app = code(columns, rows, layout);
                press(&mut app, "x⏎p");
                let Some(area) = app.layout.aside else { continue };
                let text = app.layout.text;
                assert!(text.x + text.width < area.x && area.x + area.width < columns);
                assert!(app.asides().iter().all(|line| line.row < area.height));
            }
        }
    }
}

#[test]
fn layouts_need_room() {
    let of = |columns, layout| {
        let layout = code(columns, 24, layout).layout;
        (layout.second.is_some(), layout.aside.is_some())
    };
    assert_eq!(of(139, PageLayout::Margin), (false, false));
    assert_eq!(of(140, PageLayout::Auto), (false, true));
    assert_eq!(of(140, PageLayout::One), (false, false));
    assert_eq!(of(179, PageLayout::Two), (false, true));
    assert_eq!(of(180, PageLayout::Two), (true, false));
}
