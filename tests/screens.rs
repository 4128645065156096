//! The screen at several sizes and in each mode.

use super::reader::{ARABIC, CODE, LETTER, SIZES, drawn, press};
use bulletin::action::{Mouse, MouseKind, Size};
use bulletin::app::{App, Availability, Prepared, Recent};
use bulletin::bookmarks::{Bookmark, Revision};
use bulletin::comparison::{Comparison, Redline};
use bulletin::document::{Document, Origin};
use bulletin::find::{Target, look_up};
use bulletin::settings::{Settings, Theme};
use bulletin::source;
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};
use std::sync::Arc;

fn screen(columns: u16, rows: u16, keys: &str) -> String {
    screen_of(LETTER, columns, rows, keys, |_| {})
}

fn screen_after(columns: u16, rows: u16, keys: &str, happens: impl Fn(&mut App)) -> String {
    screen_of(LETTER, columns, rows, keys, happens)
}

fn screen_of(
    text: &[u8],
    columns: u16,
    rows: u16,
    keys: &str,
    happens: impl Fn(&mut App),
) -> String {
    let document = source::read(text, Origin::StandardInput).expect("text");
    screen_of_document(document, columns, rows, keys, happens)
}

fn screen_of_document(
    document: Document,
    columns: u16,
    rows: u16,
    keys: &str,
    happens: impl Fn(&mut App),
) -> String {
    let size = Size { columns, rows };
    let mut app = App::new(document, Settings::default(), Theme::ALL[0], size);
    happens(&mut app);
    press(&mut app, keys);
    drawn(&app).to_string()
}

#[test]
fn the_text_at_several_sizes() {
    insta::assert_snapshot!("wide", screen(120, 40, "2⏎"));
    insta::assert_snapshot!("usual", screen(80, 24, "2⏎"));
    insta::assert_snapshot!("narrow", screen(40, 12, "2⏎"));
    insta::assert_snapshot!("tiny", screen(20, 5, "2⏎"));
}

#[test]
fn a_place_is_named_as_a_person_says_it() {
    let status = |text: &[u8], keys: &str| {
        let screen = screen_of(text, 100, 24, keys, |_| {});
        screen.lines().last().map(|line| line.trim_matches(['"', ' ']).to_owned())
    };
    for (keys, said) in [
        ("j", "Masthead "),
        ("'masthead⏎", "Masthead "),
        ("'story:2⏎", "News story, paragraph 2 "),
        ("'pp2⏎", "Declaration › Preamble, paragraph 2 "),
        ("2⏎", "Declaration › 2, paragraph 1 "),
        ("3⏎", "Declaration › 3 "),
    ] {
        let status = status(LETTER, keys).unwrap_or_default();
        assert!(status.starts_with(said), "{keys}: {status}");
    }
    let notes = include_bytes!("fixtures/walk-notes.txt");
    for keys in ["", "j", "]", "]]", "G"] {
        let status = status(notes, keys).unwrap_or_default();
        assert!(
            !status.split(' ').any(|word| word.contains('-') && word.contains(':')),
            "{status}"
        );
    }
}

#[test]
fn text_that_runs_right_to_left() {
    let text = ARABIC;
    insta::assert_snapshot!("right_to_left", screen_of(text, 80, 24, "2⏎", |_| {}));
    insta::assert_snapshot!("right_to_left_narrow", screen_of(text, 40, 12, "2⏎", |_| {}));
    insta::assert_snapshot!("right_to_left_peek", screen_of(text, 80, 24, "3⏎cp", |_| {}));
    insta::assert_snapshot!(
        "right_to_left_by_the_terminal",
        screen_of(text, 80, 24, "2⏎D", |_| {})
    );
}

#[test]
fn text_without_blanks_between_words() {
    let text = include_bytes!("fixtures/harbour-rules-ja.txt");
    insta::assert_snapshot!("without_blanks", screen_of(text, 80, 24, "3⏎", |_| {}));
    insta::assert_snapshot!("without_blanks_narrow", screen_of(text, 40, 12, "3⏎", |_| {}));
}

#[test]
fn what_lies_over_the_text() {
    insta::assert_snapshot!("jump", screen(80, 24, "2"));
    insta::assert_snapshot!("search", screen(80, 24, "/harbour"));
    insta::assert_snapshot!("members", screen(80, 24, "r"));
    insta::assert_snapshot!("palette", screen(80, 24, ":mark"));
    insta::assert_snapshot!("help", screen(80, 24, "H"));
    insta::assert_snapshot!("contents_over_the_text", screen(40, 12, "c"));
}

/// Lists three recently read documents and one that was never read.
fn lately(app: &mut App) {
    let one = |title: &str, source: &str, progress, standing| Recent {
        title: title.to_owned(),
        source: source.to_owned(),
        opened: if progress == 0 { String::new() } else { "2031-05-02T10:00:00Z".to_owned() },
        progress: (progress > 0).then_some(progress),
        address: "2".to_owned(),
        standing,
    };
    app.among = Some((1, 2));
    app.show_recent(vec![
        one("Harbour Letter · Vol. 3, No. 7", "/papers/letter.txt", 100, Availability::InView),
        one("Charter of the Lamp Keepers of Orrin", "/papers/charter.txt", 47, Availability::Open),
        one(
            "Rules of the Weir",
            "/a/long/way/down/to/the/papers/rules.txt",
            3,
            Availability::Missing,
        ),
        one("News Bulletin", "built-in", 0, Availability::There),
    ]);
}

#[test]
fn recently_read_documents() {
    insta::assert_snapshot!("documents", screen_after(80, 24, "", lately));
    insta::assert_snapshot!("documents_narrow", screen_after(40, 12, "jj", lately));
    for columns in [1, 2, 3, 5, 9, 20, 59, 60, 61, 300] {
        for rows in [1, 2, 3, 6, 7, 12, 90] {
            for keys in ["", "/zebra", "/zebra⏎", "/lamp⏎j"] {
                screen_after(columns, rows, keys, lately);
            }
        }
    }
}

#[test]
fn clauses_that_changed_while_they_were_read() {
    let edit = |app: &mut App| {
        let text = include_str!("fixtures/harbour-letter.txt").replace("pilots", "rowers");
        let new = source::read(text.as_bytes(), Origin::StandardInput).expect("text");
        let revision = Revision::of(&app.document, &new);
        app.reload(Arc::new(new), &revision, &[]);
    };
    insta::assert_snapshot!("changed", screen_after(80, 24, "2⏎", edit));
}

/// Compares two versions of the rules of a quay.
fn quay_rules(redline: Redline) -> Prepared {
    let rules = |name: &str, text: &[u8]| {
        Arc::new(source::read(text, Origin::File(name.into())).expect("text"))
    };
    let old = rules("quay-rules-old.txt", include_bytes!("fixtures/quay-rules-old.txt"));
    let new = rules("quay-rules-new.txt", include_bytes!("fixtures/quay-rules-new.txt"));
    Prepared::of_comparison(Comparison::of(old, new, redline))
}

fn comparison(size: (u16, u16), theme: &str, redline: Redline, keys: &str) -> String {
    let size = Size { columns: size.0, rows: size.1 };
    let theme = Theme::named(theme).expect("a theme");
    let mut app = App::new(quay_rules(redline), Settings::default(), theme, size);
    press(&mut app, keys);
    drawn(&app).to_string()
}

#[test]
fn two_versions_compared() {
    for (name, size, theme, redline, keys) in [
        ("compared", (160, 50), "dark", Redline::Styles, ""),
        ("compared_usual", (120, 40), "light", Redline::Styles, ";"),
        ("compared_small", (80, 24), "dark", Redline::Signs, ";;;;"),
        ("compared_narrow", (40, 12), "plain", Redline::Signs, ";"),
        ("compared_beside", (120, 40), "dark", Redline::Styles, ";|"),
        ("compared_beside_wide", (160, 50), "dark", Redline::Styles, ";"),
        ("compared_old", (80, 24), "dark", Redline::Styles, ";p"),
    ] {
        insta::assert_snapshot!(name, comparison(size, theme, redline, keys));
    }
}

#[test]
fn changed_words_look_changed_in_every_theme() {
    for theme in ["dark", "light", "plain"] {
        let prepared = quay_rules(Redline::Styles);
        let theme = Theme::named(theme).expect("a theme");
        let mut app =
            App::new(prepared, Settings::default(), theme, Size { columns: 80, rows: 24 });
        press(&mut app, ";");
        let screen = drawn(&app);
        let of = |modifier: Modifier| -> String {
            let cells = screen.buffer().content().iter();
            cells
                .filter(|cell| cell.modifier.contains(modifier))
                .map(|cell| cell.symbol())
                .collect()
        };
        assert!(of(Modifier::CROSSED_OUT).contains("dusk"), "{}", of(Modifier::CROSSED_OUT));
        assert!(of(Modifier::UNDERLINED).contains("sunset"));
    }
}

#[test]
fn what_is_peeked_at() {
    insta::assert_snapshot!("link", screen_of(CODE, 80, 24, "x", |_| {}));
    insta::assert_snapshot!("peek", screen_of(CODE, 80, 24, "x⏎", |_| {}));
    insta::assert_snapshot!("peek_narrow", screen_of(CODE, 40, 12, "2⏎x⏎", |_| {}));
    insta::assert_snapshot!("peek_words", screen_of(CODE, 80, 24, "2⏎i", |_| {}));
    insta::assert_snapshot!("peek_words_narrow", screen_of(CODE, 40, 12, "2⏎ij", |_| {}));
    insta::assert_snapshot!("cited_by", screen_of(CODE, 80, 24, "3⏎W", |_| {}));
    insta::assert_snapshot!("terms", screen_of(CODE, 80, 24, "t", |_| {}));
}

#[test]
fn a_theme_of_fixed_colours_paints_every_cell() {
    for keys in ["", "r", "B", ":", "H", "/lamp", "c"] {
        let document = source::read(LETTER, Origin::StandardInput).expect("text");
        let size = Size { columns: 50, rows: 20 };
        let light = Theme::named("light").expect("a theme");
        let mut app = App::new(document, Settings::default(), light, size);
        press(&mut app, keys);
        let screen = drawn(&app);
        let cells = screen.buffer().content();
        assert!(cells.iter().all(|cell| cell.bg != Color::Reset), "{keys}");
    }
}

#[test]
fn no_size_is_too_small() {
    let keys = ["", "2", "/lamp", "/lamp⏎", "r", "a", ":", "H", "B", "v", "vvj", "c", "M", "Cc"];
    let of_code = ["x", "x⏎", "x⏎jG", "i", "2⏎ijj", "t", "3⏎W", "cp"];
    let [letter, code, right_to_left] =
        [LETTER, CODE, ARABIC].map(|text| source::read(text, Origin::StandardInput).expect("text"));
    let draw = |document: &Document, columns, rows, keys| {
        screen_of_document(document.clone(), columns, rows, keys, |_| {});
    };
    for columns in [1, 2, 3, 5, 9, 20, 59, 60, 61, 300] {
        for rows in [1, 2, 3, 6, 7, 12, 90] {
            for keys in keys {
                draw(&letter, columns, rows, keys);
            }
            for keys in of_code {
                draw(&code, columns, rows, keys);
            }
        }
    }
    for keys in ["", "2⏎", "vll", "c", "H"] {
        for columns in [1, 2, 3, 5, 9, 20, 60] {
            for rows in [1, 3, 12] {
                draw(&right_to_left, columns, rows, keys);
            }
        }
    }
}

/// Bookmarks two clauses, one of them with a note and a tag.
fn bookmarked(app: &mut App) {
    let marked = [("1", "", None), ("3", "ask when, and where\nthey meet", Some("sea"))];
    let bookmark = |(address, note, tag): (&str, &str, Option<&str>)| {
        let Ok(Target::Text { passage, .. }) = look_up(&app.document, address, None) else {
            panic!("{address}");
        };
        let mut bookmark = Bookmark::new(&app.document, passage, note);
        bookmark.modified = "2031-05-02T10:00:00Z".to_owned();
        bookmark.tags = tag.map(str::to_owned).into_iter().collect();
        bookmark
    };
    let bookmarks = marked.map(bookmark);
    app.take_bookmarks(&bookmarks);
}

/// Opens the menu of the second row of the text.
fn pressed(app: &mut App) {
    let text = app.layout.text;
    app.mouse(Mouse { kind: MouseKind::Menu, column: text.x + 1, row: text.y + 1 });
}

fn nothing(_: &mut App) {}

/// Compares two versions of other rules instead.
fn compared(app: &mut App) {
    let prepared = quay_rules(Redline::Styles);
    *app = App::new(prepared, Settings::default(), app.theme, app.size);
}

/// Each state of the screen: its name, its text, what happens there, and the keys that follow.
type State = (&'static str, &'static [u8], fn(&mut App), &'static str);

const STATES: [State; 37] = [
    ("first screen", LETTER, nothing, ""),
    ("reading", LETTER, nothing, "2⏎"),
    ("contents", LETTER, nothing, "2⏎c"),
    ("jump", LETTER, nothing, "2"),
    ("search", LETTER, nothing, "/harbour"),
    ("matches", LETTER, nothing, "/harbour⏎"),
    ("only matches", LETTER, nothing, "/harbour⏎&"),
    ("selection", LETTER, nothing, "2⏎vww"),
    ("note", LETTER, nothing, "2⏎M"),
    ("written note", LETTER, nothing, "2⏎Mask when they meet"),
    ("quick mark", LETTER, nothing, "2⏎Q"),
    ("notice", LETTER, nothing, "2⏎m"),
    ("members", LETTER, nothing, "r"),
    ("members, filtered", LETTER, nothing, "r/isle⏎"),
    ("abbreviations", LETTER, nothing, "a"),
    ("terms", CODE, nothing, "t"),
    ("cited by", CODE, nothing, "3⏎W"),
    ("bookmarks", LETTER, bookmarked, "B"),
    ("bookmarks, sorted", LETTER, bookmarked, "Bo"),
    ("no bookmarks", LETTER, nothing, "B"),
    ("documents", LETTER, lately, ""),
    ("documents, filtered", LETTER, lately, "/weir"),
    ("menu", LETTER, pressed, ""),
    ("palette", LETTER, nothing, ":mark"),
    ("help", LETTER, nothing, "H"),
    ("link hints", CODE, nothing, "2⏎F"),
    ("references", CODE, nothing, "w"),
    ("link", CODE, nothing, "x"),
    ("peek", CODE, nothing, "x⏎"),
    ("peek of words", CODE, nothing, "2⏎i"),
    ("pinned", CODE, nothing, "x⏎p"),
    ("notes in the margin", LETTER, bookmarked, ":layout margin⏎3⏎"),
    ("two columns", CODE, nothing, ":columns 2⏎"),
    ("right to left", ARABIC, nothing, "2⏎"),
    ("comparison", LETTER, compared, ""),
    ("change", LETTER, compared, ";"),
    ("comparison, side by side", LETTER, compared, ";|"),
];

#[test]
fn each_state_at_each_size_in_each_theme() {
    let documents: Vec<Document> = STATES
        .iter()
        .map(|(_, text, ..)| source::read(text, Origin::StandardInput).expect("text"))
        .collect();
    for (columns, rows) in SIZES {
        let mut all = String::new();
        for ((name, _, happens, keys), document) in STATES.iter().zip(&documents) {
            let seen = ["dark", "light", "plain"].map(|theme| {
                let theme = Theme::named(theme).expect("a theme");
                screen_of_document(document.clone(), columns, rows, keys, |app| {
                    app.theme = theme;
                    happens(app);
                })
            });
            assert!(seen.iter().all(|screen| *screen == seen[0]), "{name}: words go by colours");
            all.push_str(&format!("== {name}\n"));
            for row in seen[0].lines() {
                all.push_str(row.trim_matches('"').trim_end());
                all.push('\n');
            }
        }
        insta::assert_snapshot!(format!("states_{columns}x{rows}"), all);
    }
}

/// The states whose styles are snapshots too.
const STYLED: [&str; 8] = [
    "reading",
    "contents",
    "matches",
    "selection",
    "bookmarks",
    "notes in the margin",
    "link",
    "change",
];

/// Draws the styles of a screen instead of its words: a letter for each style but the page's.
fn styles(app: &App, letters: &mut Vec<(Color, Color, Modifier)>) -> String {
    let screen = drawn(app);
    let columns = usize::from(app.size.columns);
    let mut letter = |cell: &Cell| {
        let style = (cell.fg, cell.bg, cell.modifier);
        let at = letters.iter().position(|known| *known == style).unwrap_or_else(|| {
            letters.push(style);
            letters.len() - 1
        });
        u32::try_from(at).ok().and_then(|at| char::from_digit(at, 36)).expect("few styles")
    };
    let mut rows = String::new();
    for row in screen.buffer().content().chunks(columns) {
        let row: String = row.iter().map(&mut letter).collect();
        rows.push_str(&row.replace('0', "·"));
        rows.push('\n');
    }
    rows
}

#[test]
fn the_styles_of_each_theme() {
    for name in ["dark", "light", "plain"] {
        let theme = Theme::named(name).expect("a theme");
        let (mut letters, mut all) = (Vec::new(), String::new());
        for (name, text, happens, keys) in STATES {
            if !STYLED.contains(&name) {
                continue;
            }
            let document = source::read(text, Origin::StandardInput).expect("text");
            let size = Size { columns: 80, rows: 24 };
            let mut app = App::new(document, Settings::default(), theme, size);
            happens(&mut app);
            press(&mut app, keys);
            all.push_str(&format!("== {name}\n{}", styles(&app, &mut letters)));
        }
        for (at, (fore, back, modifier)) in letters.iter().enumerate() {
            let letter = u32::try_from(at).ok().and_then(|at| char::from_digit(at, 36));
            let letter = letter.filter(|letter| *letter != '0').unwrap_or('·');
            all.push_str(&format!("{letter} {fore} on {back} {modifier:?}\n"));
        }
        insta::assert_snapshot!(format!("styles_{name}"), all);
    }
}

#[test]
fn without_a_colour_behind_words_a_bookmarked_paragraph_has_a_bar_and_its_parts_a_style() {
    for (theme, styled) in [("ansi", false), ("plain", false), ("spoken", true)] {
        let letter = source::read(LETTER, Origin::StandardInput).expect("text");
        let size = Size { columns: 80, rows: 24 };
        let theme = Theme::named(theme).expect("a theme");
        let mut app = App::new(letter, Settings::default(), theme, size);
        let Ok(Target::Text { passage, .. }) = look_up(&app.document, "1", None) else {
            panic!("clause 1");
        };
        let mut part = passage;
        part.end.byte = part.start.byte + 8;
        let slanted = |app: &App| {
            let screen = drawn(app);
            let both = Modifier::ITALIC | Modifier::UNDERLINED;
            let cells = screen.buffer().content().iter();
            cells.filter(|cell| cell.modifier.contains(both)).count()
        };
        let bars = |app: &App| drawn(app).to_string().matches('▍').count();
        app.take_bookmarks(&[Bookmark::new(&app.document, passage, "")]);
        press(&mut app, "1⏎");
        assert_eq!(slanted(&app) > 0, styled, "{}", theme.name);
        assert_eq!(bars(&app) > 0, !styled, "{}", theme.name);
        app.take_bookmarks(&[Bookmark::new(&app.document, part, "")]);
        assert!((1..=8).contains(&slanted(&app)), "{}", theme.name);
    }
}
