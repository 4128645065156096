//! Properties that must hold for every document, every size and every key, tested on generated
//! ones.

use bulletin::action::{Action, Key, KeyCode, Size};
use bulletin::app::{App, Effect};
use bulletin::bookmarks::{Bookmark, preview};
use bulletin::document::{Document, LinkTarget, Origin, Point};
use bulletin::find::{Target, look_up};
use bulletin::settings::{Settings, Theme};
use bulletin::typeset::Row;
use bulletin::{source, ui};
use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::collections::HashSet;

fn config(cases: u32) -> ProptestConfig {
    // A text that failed belongs in a test of its own.
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        8 => "[a-z]{1,12}",
        1 => "[A-Z][a-z]{2,9}",
        1 => Just("We recognize that".to_owned()),
        1 => Just("semi-detached".to_owned()),
        1 => Just("語文".to_owned()),
        1 => Just("cafe\u{301}".to_owned()),
        1 => Just("5\u{a0}000".to_owned()),
        1 => Just("(c)".to_owned()),
        1 => Just("https://www.harbours.example/a/very/long/path".to_owned()),
    ];
    prop::collection::vec(word, 1..30).prop_map(|words| words.join(" ") + ".")
}

/// How a list of clauses writes its numbers.
#[derive(Debug, Clone, Copy)]
enum Numbers {
    Point,
    Parenthesis,
    Article,
    Sign,
}

impl Numbers {
    fn write(self, number: usize) -> String {
        match self {
            Self::Point => format!("{number}. "),
            Self::Parenthesis => format!("({number}) "),
            Self::Article => format!("Article {number}\n"),
            Self::Sign => format!("§ {number} "),
        }
    }
}

/// A list of clauses with consecutive numbers, some of them repeated and some missing; each clause
/// has a few paragraphs.
fn clauses() -> impl Strategy<Value = String> {
    let numbers = prop_oneof![
        4 => Just(Numbers::Point),
        1 => Just(Numbers::Parenthesis),
        1 => Just(Numbers::Article),
        1 => Just(Numbers::Sign),
    ];
    let step = prop_oneof![8 => Just(1_usize), 1 => Just(0_usize), 1 => Just(2_usize)];
    let clause = (step, prop::collection::vec(words(), 1..4));
    (numbers, 0..2_usize, prop::collection::vec(clause, 1..12)).prop_map(
        |(numbers, first, clauses)| {
            let mut number = first;
            let mut out = String::new();
            for (step, paragraphs) in clauses {
                out.push_str(&numbers.write(number));
                out.push_str(&paragraphs.join("\n\n"));
                out.push_str("\n\n");
                number += step;
            }
            out
        },
    )
}

/// Words that refer to places, or almost do, and define terms.
fn referring() -> impl Strategy<Value = String> {
    let number = "([1-9]|1[0-9]|A|IV)(\\.[1-9]|\\([a-c1-3]\\))?";
    let word = prop::sample::select(vec![
        "Article",
        "sections",
        "§",
        "§§ ",
        "paragraph",
        "clause",
        "Annex",
        "point",
        "art.",
        "Articles",
    ]);
    let tail = prop::sample::select(vec![
        " above",
        " to 9",
        ", 2 and 3",
        " of this Code",
        " of the Charter",
        "-4",
        "; the next clause",
        " of Article 2",
        ", paragraph 2",
        "\u{a0}(b)",
        "“Lamp” means oil",
        " means \"x\" is",
    ]);
    prop::collection::vec((word, number, tail), 1..6).prop_map(|all| {
        let told = all.into_iter().map(|(word, number, tail)| format!("{word} {number}{tail}. "));
        format!("“Lamp” means a light. {}\n\n", told.collect::<String>())
    })
}

fn text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => clauses(),
        3 => words().prop_map(|words| words + "\n\n"),
        1 => "[A-Z][a-z]{2,8} [A-Z][a-z]{2,8}\n\n\n",
        1 => "ANNEX [A-C]\n\n",
        1 => Just("* * *\n\n\n".to_owned()),
        1 => Just("We, the keepers of the harbours;\n\nHaving met;\n\nReaffirming this;\n\n".to_owned()),
        1 => Just("The League had 2 members, including Brenn and the Isle of Corran.\n\n".to_owned()),
        1 => (words(), words()).prop_map(|(a, b)| format!("{a}\n  {b}\n\n\n")),
        2 => referring(),
    ];
    prop::collection::vec(part, 0..8).prop_map(|parts| parts.concat())
}

fn read(text: &str) -> Document {
    source::read(text.as_bytes(), Origin::StandardInput).expect("text")
}

fn app(document: Document, size: Size) -> App {
    App::new(document, Settings::default(), Theme::ALL[0], size)
}

fn size() -> impl Strategy<Value = Size> {
    (1..180_u16, 1..60_u16).prop_map(|(columns, rows)| Size { columns, rows })
}

fn draw(app: &App, size: Size) {
    let mut terminal = Terminal::new(TestBackend::new(size.columns, size.rows)).expect("a screen");
    terminal.draw(|frame| ui::draw(app, frame)).expect("a frame");
}

proptest! {
    #![proptest_config(config(160))]

    #[test]
    fn an_address_leads_back_to_its_section(text in text()) {
        let document = read(&text);
        let mut seen = HashSet::new();
        for id in document.section_ids() {
            let address = document.section_address(id);
            prop_assert!(seen.insert(address), "{address} is there twice");
            let Some(whole) = document.section_passage(id) else { continue };
            match look_up(&document, address, None) {
                Ok(Target::Text { sections, passage }) => {
                    prop_assert_eq!(sections, [id], "{}", address);
                    prop_assert_eq!(passage, whole, "{}", address);
                }
                other => prop_assert!(false, "{address}: {other:?}"),
            }
        }
    }

    #[test]
    fn an_address_leads_back_to_its_paragraph(text in text()) {
        let document = read(&text);
        for block in document.block_ids().filter(|id| document.block(*id).kind.is_paragraph()) {
            let address = document.block_address(block);
            let section = document.block(block).section;
            let passage = match look_up(&document, &address, None) {
                Ok(Target::Text { passage, .. }) => passage,
                other => return Err(TestCaseError::fail(format!("{address}: {other:?}"))),
            };
            if address == document.section_address(section) {
                // The only paragraph of a section has the section's address.
                prop_assert_eq!(document.paragraphs(section).count(), 1, "{}", address);
                prop_assert_eq!(Some(passage), document.section_passage(section), "{}", address);
            } else {
                prop_assert_eq!(passage, document.block_passage(block), "{}", address);
            }
        }
    }

    #[test]
    fn a_reference_lies_in_a_block_and_leads_where_its_address_does(text in text()) {
        let document = read(&text);
        let mut end = 0;
        for link in document.links() {
            let range = link.span.range();
            prop_assert!(end <= range.start && !range.is_empty(), "{range:?}");
            end = range.end;
            let words = document.link_passage(link).expect("a block");
            prop_assert_eq!(document.passage_text(words), document.slice(link.span));
            let LinkTarget::Passage(passage) = link.target else { continue };
            let address = document.place_address(passage);
            match look_up(&document, &address, None) {
                Ok(Target::Text { passage: found, .. }) => {
                    prop_assert_eq!(found, passage, "{}", address);
                }
                other => prop_assert!(false, "{address}: {other:?}"),
            }
            // A section knows of each link to it from outside.
            if let Some(section) = document.section_of(passage)
                && !passage.contains(words.start)
            {
                prop_assert!(document.cited_by(section).contains(&link), "{address}");
            }
        }
    }

    #[test]
    fn a_window_shows_any_link_at_any_size(
        text in text(),
        size in size(),
        keys in prop::collection::vec(prop::sample::select(
            vec!['x', 'X', '⏎', 'j', 'k', 'G', ' ', 'i', 'p', 'W', 't', '⎋', 'y', 'c'],
        ), 0..24),
    ) {
        let mut app = app(read(&text), size);
        for key in keys {
            app.key(match key {
                '⏎' => Key::plain(KeyCode::Enter),
                '⎋' => Key::plain(KeyCode::Escape),
                c => Key::char(c),
            });
            draw(&app, size);
        }
    }

    #[test]
    fn another_size_never_moves_the_first_word_in_view(
        text in text(),
        keys in prop::collection::vec(prop::sample::select(vec!['j', 'd', ' ', ']', '}', 'k']), 0..12),
        first in size(),
        sizes in prop::collection::vec(size(), 1..6),
    ) {
        let mut app = app(read(&text), first);
        for key in keys {
            app.key(Key::char(key));
        }
        let point = app.here();
        for size in sizes.into_iter().chain([first]) {
            app.resize(size);
            prop_assert_eq!(app.here(), point);
            let shown = app.reading.rows().iter().find_map(|row| match row {
                Row::Text { block, line, .. } => Some((*block, line.range())),
                Row::Space => None,
            });
            // A window of one row may show no more than the space before it.
            let Some((block, range)) = shown else { continue };
            prop_assert_eq!(block, point.block);
            prop_assert!(range.start <= point.byte && point.byte < range.end.max(1));
        }
    }
}

/// Bytes as files contain them: text of all kinds, pieces of structure, and what no text should
/// contain.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..40),
        any::<String>().prop_map(String::into_bytes),
        "[ -~]{0,60}".prop_map(String::into_bytes),
        "[\u{1}-\u{1f}\u{7f}-\u{9f}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{2028}]{1,9}"
            .prop_map(String::into_bytes),
        prop::sample::select(vec![
            &b"\n"[..],
            b"\r\n",
            b"\n\n\n",
            b"\x0c",
            b"1. ",
            b"\n2. ",
            b"\nArticle 9999\n",
            b"\n\n\xe2\x80\xaa1. ",
            b"\xef\xbb\xbf",
            b"\xff\xfe",
            b"\xfe\xff",
            b"We, the keepers;\n\n",
            b"March 31, 2031  Vol. 99999999999, No. 7\n",
            b"3 members, including A, B and C",
        ])
        .prop_map(<[u8]>::to_vec),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn no_bytes_are_too_strange_and_no_control_passes(bytes in bytes()) {
        let Ok(document) = source::read(&bytes, Origin::StandardInput) else {
            let control = |byte: &u8| *byte < 0x20 && !byte.is_ascii_whitespace();
            let packed = bytes.starts_with(&[0x1F, 0x8B, 8]);
            let text = std::str::from_utf8(&bytes).is_ok();
            let reason = bytes.contains(&0) || packed || (!text && bytes.iter().any(control));
            prop_assert!(reason, "refused without a reason");
            return Ok(());
        };
        let harmful = |c: char| {
            c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        let kept = document.text().chars().find(|c| harmful(*c) && *c != '\n');
        prop_assert_eq!(kept, None);
        let metadata = document.metadata();
        for words in [metadata.headline(), metadata.citation()] {
            prop_assert!(!words.contains(harmful), "{words:?}");
        }
        for id in document.section_ids() {
            prop_assert!(!document.title(id).contains(harmful), "{:?}", document.title(id));
        }
        for entry in document.rosters().iter().flat_map(|roster| &roster.entries) {
            // A name may span two lines of the text.
            let words = entry.name.replace('\n', " ");
            prop_assert!(!words.contains(harmful), "{words:?}");
        }
    }
}

fn key() -> impl Strategy<Value = Key> {
    let codes = [
        KeyCode::Enter,
        KeyCode::Escape,
        KeyCode::Backspace,
        KeyCode::Tab,
        KeyCode::BackTab,
        KeyCode::Delete,
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::Left,
        KeyCode::Right,
        KeyCode::Home,
        KeyCode::End,
        KeyCode::PageUp,
        KeyCode::PageDown,
    ];
    let bound: Vec<Key> = Action::ALL
        .iter()
        .flat_map(|action| action.default_keys())
        .map(|key| key.parse().expect("a key"))
        .collect();
    prop_oneof![
        6 => prop::sample::select(bound),
        2 => prop::sample::select(codes.to_vec()).prop_map(Key::plain),
        2 => (b' '..=b'~').prop_map(|byte| Key::char(char::from(byte))),
        1 => any::<char>().prop_map(Key::char),
    ]
}

/// Changes the bookmarks as the program does on disk.
fn keep(app: &mut App, kept: &mut Vec<Bookmark>, effects: Vec<Effect>) {
    for effect in effects {
        if let Effect::Change(change) = effect {
            *kept = preview(kept, [&change]);
            app.changed(&change, &[], kept);
        }
    }
}

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn no_key_is_a_wrong_one(
        text in text(),
        keys in prop::collection::vec(key(), 1..40),
        sizes in prop::collection::vec(size(), 2..4),
    ) {
        let mut app = app(read(&text), sizes[0]);
        let mut kept = Vec::new();
        for (key, size) in keys.into_iter().zip(sizes.iter().cycle()) {
            let effects = app.key(key);
            keep(&mut app, &mut kept, effects);
            app.resize(*size);
            draw(&app, *size);
            let Point { block, byte } = app.here();
            prop_assert!(app.document.block_count() == 0 || byte <= app.document.body(block).len());
        }
    }
}
