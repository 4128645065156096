//! The place of the terminal's cursor, which screen readers and braille displays follow, and the
//! screen in the theme `spoken`, which they read row by row.

use super::reader::{ARABIC, CODE, LETTER, NOWHERE, SIZES, drawn as draw, is_ornament, press};
use bulletin::action::{Key, Size};
use bulletin::app::{App, Availability, Mode, Page, Recent};
use bulletin::bookmarks::Bookmark;
use bulletin::document::Origin;
use bulletin::settings::{Settings, Theme};
use bulletin::source;
use ratatui::backend::Backend;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use std::fmt::Write;
use std::time::Duration;

/// A text with code, a table and a list.
const NOTES: &[u8] = b"# Lamp Rules\n\n## 1. Oil\n\nThe keeper buys oil.\n\n```\nfill --lamp north --with oil --until full --then light --and watch --for 12 --hours\n```\n\n\
    | Lamp | Oil |\n|---|---|\n| North | 3 casks |\n| South | 2 casks |\n\n## 2. Dusk\n\n- Light it.\n- Watch it.\n";

/// Each state of the screen: its name, its text, and the keys that lead there.
const STATES: [(&str, &[u8], &str); 40] = [
    ("first screen", LETTER, ""),
    ("a line further", LETTER, "j"),
    ("the next paragraph", LETTER, "}"),
    ("the next clause", LETTER, "]"),
    ("a clause", LETTER, "2⏎"),
    ("back", LETTER, "2⏎``"),
    ("the end", LETTER, "G"),
    ("a link", CODE, "x"),
    ("a match", LETTER, "/harbour⏎"),
    ("the next match", LETTER, "/harbour⏎n"),
    ("beyond a match", LETTER, "/harbour⏎]"),
    ("a selection", LETTER, "2⏎vww"),
    ("right to left", ARABIC, "2⏎"),
    ("code and a table", NOTES, "1⏎"),
    ("two columns", CODE, ":columns 2⏎"),
    ("contents", LETTER, "2⏎c"),
    ("an entry of the contents", LETTER, "cjj"),
    ("contents from right to left", ARABIC, "cj"),
    ("jump prompt", LETTER, "2"),
    ("search prompt", LETTER, "/harbour"),
    ("note prompt", LETTER, "2⏎Mhello"),
    ("mark prompt", LETTER, "Q"),
    ("palette", LETTER, ":mark"),
    ("link hints", CODE, "F"),
    ("peek", CODE, "x⏎"),
    ("peek of words", CODE, "2⏎i"),
    ("the next of the words", CODE, "2⏎ij"),
    ("members", LETTER, "r"),
    ("the next member", LETTER, "rj"),
    ("filter of members", LETTER, "r/pil"),
    ("members, sorted", LETTER, "ro"),
    ("no member", LETTER, "r/zebra⏎"),
    ("terms", CODE, "t"),
    ("cited by", CODE, "3⏎W"),
    ("bookmarks", LETTER, "B"),
    ("bookmarks, sorted by colour", LETTER, "Booo"),
    ("no bookmark", LETTER, "B/zebra⏎"),
    ("documents", LETTER, "<documents>"),
    ("help", LETTER, "H"),
    ("help further down", LETTER, "Hjjj"),
];

/// The reader in a state, with two bookmarks where the text has clauses.
fn reader(text: &[u8], keys: &str, theme: &str, (columns, rows): (u16, u16)) -> App {
    let document = source::read(text, Origin::StandardInput).expect("text");
    let theme = Theme::named(theme).expect("a theme");
    let blocks = [document.block_count() / 2, document.block_count() - 1];
    let bookmarks: Vec<Bookmark> = blocks
        .iter()
        .filter_map(|at| document.block_at(*at))
        .map(|block| Bookmark::new(&document, document.block_passage(block), "a note"))
        .collect();
    let mut app = App::new(document, Settings::default(), theme, Size { columns, rows });
    app.take_bookmarks(&bookmarks);
    if keys == "<documents>" {
        app.show_recent(vec![Recent {
            title: "Harbour Letter".to_owned(),
            source: "/papers/letter.txt".to_owned(),
            opened: "2031-05-02T10:00:00Z".to_owned(),
            progress: Some(40),
            address: "2".to_owned(),
            standing: Availability::Open,
        }]);
        return app;
    }
    press(&mut app, keys);
    app
}

/// The cells of the screen, and the cell of the cursor if it is visible.
fn drawn(app: &App) -> (Buffer, Option<Position>) {
    let mut screen = draw(app);
    let at = screen.get_cursor_position().expect("a cursor");
    (screen.buffer().clone(), (at != NOWHERE).then_some(at))
}

/// The words of a row from a column on; from there back in text that runs right to left.
fn words(cells: &Buffer, at: Position, most: usize) -> String {
    let row = |x: u16| cells.cell((x, at.y)).map_or("", |cell| cell.symbol());
    let is_reversed = row(at.x).starts_with(is_right_to_left);
    let words: String = if is_reversed {
        (0..=at.x).rev().map(row).collect()
    } else {
        (at.x..cells.area.width).map(row).collect()
    };
    words.chars().take(most).collect::<String>().trim_end().to_owned()
}

#[test]
fn the_cursor_is_at_what_was_reached() {
    for theme in ["dark", "spoken"] {
        let mut all = String::new();
        for size in SIZES {
            writeln!(all, "== {}x{}", size.0, size.1).expect("written");
            for (name, text, keys) in STATES {
                let app = reader(text, keys, theme, size);
                let (cells, at) = drawn(&app);
                let at = at.unwrap_or_else(|| panic!("{name}: no cursor at {size:?} in {theme}"));
                let Position { x, y } = at;
                writeln!(all, "{name}: {x},{y} “{}”", words(&cells, at, 24)).expect("written");
            }
        }
        insta::assert_snapshot!(format!("cursor_{theme}"), all);
    }
}

/// In text, the cursor is in the paragraph that keys act on: at its first word in view, or at what
/// was found or chosen in it.
#[test]
fn the_cursor_is_in_the_paragraph_that_keys_act_on() {
    for theme in ["dark", "spoken"] {
        for keys in ["", "j", "jj", "}", "}}", "]", "]]", "2⏎", "G", "gg", "G``", "3⏎k", "2⏎jjj"]
        {
            let app = reader(LETTER, keys, theme, (80, 24));
            let (cells, at) = drawn(&app);
            let at = at.expect("a cursor");
            let block = app.block_in_view().expect("a paragraph");
            let body = app.document.body(block).replace('\n', " ");
            let seen = words(&cells, at, 12);
            let first = seen.split_whitespace().next().expect("a word");
            assert!(body.contains(first), "{keys} in {theme}: “{seen}” is not of “{body}”");
            assert!(matches!(app.mode, Mode::Read) && app.page == Page::Text);
        }
        for (keys, found) in [("/pilots⏎", "pilots"), ("/pilots⏎n", "pilots")] {
            let app = reader(LETTER, keys, theme, (80, 24));
            let (cells, at) = drawn(&app);
            let seen = words(&cells, at.expect("a cursor"), found.len());
            assert_eq!(seen.to_lowercase(), found, "{keys} in {theme}");
        }
    }
}

fn is_right_to_left(c: char) -> bool {
    ('\u{590}'..='\u{8FF}').contains(&c) || c >= '\u{FB1D}'
}

#[test]
fn rows_of_the_spoken_theme_begin_with_words() {
    let begins = |c: char| c.is_alphanumeric() || c.is_ascii_punctuation() || "“‘…".contains(c);
    for size in SIZES {
        for (name, text, keys) in STATES {
            let (cells, _) = drawn(&reader(text, keys, "spoken", size));
            for y in 0..size.1 {
                let row: String = (0..size.0)
                    .filter_map(|x| cells.cell((x, y)))
                    .map(|cell| cell.symbol())
                    .collect();
                let told = format!("{name} at {size:?}, row {y}: {row}");
                assert!(!row.contains(is_ornament), "{told}");
                // Rows that run right to left begin at the other end, and a list in the text has
                // bullets of its own.
                if row.contains(is_right_to_left) {
                    continue;
                }
                let first = row.trim_start().trim_start_matches(['•', ' ']).chars().next();
                assert!(first.is_none_or(begins), "{told}");
            }
        }
    }
}

#[test]
fn the_spoken_theme_says_what_signs_show_elsewhere() {
    let mut app = reader(LETTER, "2⏎", "spoken", (80, 24));
    let passage = app.passage_in_view().expect("a paragraph");
    app.take_bookmarks(&[Bookmark::new(&app.document, passage, "")]);
    let bottom: String = app.status().into_iter().map(|piece| piece.words).collect();
    assert!(bottom.contains("bookmarked"), "{bottom}");
    let (cells, _) = drawn(&reader(LETTER, "cZ", "spoken", (80, 24)));
    let all: String = cells.content().iter().map(|cell| cell.symbol()).collect();
    assert!(all.contains("folded") && all.contains("bookmarked"), "{all}");
    for (keys, order) in [("ro", "sorted by name"), ("Booo", "sorted by colour")] {
        let (cells, _) = drawn(&reader(LETTER, keys, "spoken", (80, 24)));
        let all: String = cells.content().iter().map(|cell| cell.symbol()).collect();
        assert!(all.contains(&format!(", {order} ")), "{all}");
    }
}

/// Nothing but a key takes a notice away: not time, not a change of the bookmarks, not another size.
#[test]
fn a_notice_stays_until_the_next_key() {
    let mut app = reader(LETTER, "``", "spoken", (80, 24));
    let told = app.notice.clone().expect("a notice");
    app.tick(Duration::from_secs(3600));
    app.take_bookmarks(&[]);
    app.resize(Size { columns: 60, rows: 20 });
    assert_eq!(app.notice, Some(told));
    app.key(Key::char('j'));
    assert_eq!(app.notice, None);
}
