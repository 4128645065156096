//! The margin and the two columns of a wide screen.

use super::press;
use crate::action::{Mouse, MouseKind, Size};
use crate::app::{App, AsideRole, AsideTarget, Mode};
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

#[test]
fn a_drag_from_one_column_to_the_other_selects_all_between() {
    let mut app = code(200, 14, PageLayout::Two);
    let height = usize::from(app.layout.text.height);
    let second = app.layout.second.expect("two columns");
    let (left, right) = (app.layout.text, second);
    let of = |app: &App, row: usize| match app.reading.rows().get(row) {
        Some(Row::Text { block, line, .. }) => {
            Some(Point { block: *block, byte: line.range().start })
        }
        _ => None,
    };
    let from = (1..height - 1).find(|row| of(&app, *row).is_some()).expect("a line");
    let to = (height + 1..2 * height - 1).find(|row| of(&app, *row).is_some()).expect("a line");
    let (start, end) = (of(&app, from).expect("a line"), of(&app, to).expect("a line"));
    let cell = |area: crate::app::Area, row: usize| (area.x, area.y + (row % height) as u16);
    for (kind, (column, row)) in [
        (MouseKind::Press, cell(left, from)),
        (MouseKind::Drag, cell(right, to)),
        (MouseKind::Release, cell(right, to)),
    ] {
        app.mouse(Mouse { kind, column, row });
    }
    let selected = app.selected().expect("a selection");
    assert_eq!(selected.start, start);
    assert!(selected.end > end);
}

#[test]
fn a_search_brings_its_match_into_one_of_both_columns() {
    let mut app = code(200, 9, PageLayout::Two);
    press(&mut app, "/oil⏎");
    for _ in 0..4 {
        let found = app.search.as_ref().and_then(|search| search.passage()).expect("a match");
        let shows = |row: &Row| {
            matches!(row, Row::Text { block, line, .. }
                if *block == found.start.block && line.holds(found.start.byte))
        };
        assert!(app.reading.rows().iter().any(shows));
        press(&mut app, "n");
    }
}

#[test]
fn a_click_in_the_margin_opens_what_it_shows() {
    let mut app = code(160, 30, PageLayout::Auto);
    press(&mut app, "x⏎p");
    let area = app.layout.aside.expect("a margin");
    assert!(matches!(app.asides()[0].target, AsideTarget::Pinned(_)));
    app.mouse(Mouse { kind: MouseKind::Press, column: area.x, row: area.y });
    assert_eq!(app.document.block_address(app.here().block), "3");
    let meaning = app
        .asides()
        .into_iter()
        .find(|line| matches!(line.target, AsideTarget::Meaning(_)))
        .map(|line| line.row);
    if let Some(row) = meaning {
        app.mouse(Mouse { kind: MouseKind::Press, column: area.x, row: area.y + row });
        assert!(matches!(app.mode, Mode::Peek(_)));
    }
}

/// A document of some clauses; every so many of them use a word that the first one explains.
fn lamps(every: usize) -> App {
    let mut text = String::from(
        "Rules of the Lamps\n\nThe Keepers resolve as follows:\n\n1. The League of Lamp Keepers \
         (LLK) meets once a year.\n\n",
    );
    for number in 2..=80 {
        let keeper = if number % every == 0 { "the LLK" } else { "a keeper" };
        text.push_str(&format!("{number}. In harbour {number} {keeper} trims the lamp.\n\n"));
    }
    let document = crate::source::read(text.as_bytes(), Origin::StandardInput).expect("text");
    assert!(!document.abbreviations().is_empty());
    App::new(document, Settings::default(), Theme::ALL[0], Size { columns: 160, rows: 30 })
}

#[test]
fn a_margin_is_kept_only_where_about_every_screen_has_something_for_it() {
    let mut rare = lamps(40);
    press(&mut rare, "40⏎");
    assert_eq!(rare.layout.aside, None);
    let mut frequent = lamps(4);
    let (before, text) = (frequent.layout.aside, frequent.layout.text);
    assert!(before.is_some());
    press(&mut frequent, "41⏎");
    assert_eq!((frequent.layout.aside, frequent.layout.text), (before, text), "it never moves");
    // What the user pins is seen in any document.
    rare.pin(rare.document.block_passage(rare.here().block));
    rare.refresh();
    assert!(rare.layout.aside.is_some());
}
