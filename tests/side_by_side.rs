//! Two languages side by side on the screen: English beside Arabic, Japanese and Chinese.

use super::reader::{drawn, press};
use bulletin::action::Size;
use bulletin::app::{App, Pair, pairing_of};
use bulletin::document::{Document, Origin};
use bulletin::settings::{Settings, Theme};
use bulletin::source;
use std::sync::Arc;

const ENGLISH_CHARTER: &[u8] = include_bytes!("fixtures/harbour-charter-en.txt");
const ARABIC_CHARTER: &[u8] = include_bytes!("fixtures/harbour-charter-ar.txt");
const ENGLISH_RULES: &[u8] = include_bytes!("fixtures/harbour-rules-en.txt");
const JAPANESE_RULES: &[u8] = include_bytes!("fixtures/harbour-rules-ja.txt");
const ENGLISH_STATUTE: &[u8] = include_bytes!("fixtures/harbour-statute-en.txt");
const CHINESE_STATUTE: &[u8] = include_bytes!("fixtures/harbour-statute-zh.txt");

fn read(text: &[u8], name: &str) -> Arc<Document> {
    Arc::new(source::read(text, Origin::File(name.into())).expect("text"))
}

fn beside(left: &[u8], right: &[u8], columns: u16, rows: u16) -> App {
    let (left, right) = (read(left, "left.txt"), read(right, "right.txt"));
    let size = Size { columns, rows };
    let mut app = App::new(Arc::clone(&left), Settings::default(), Theme::ALL[0], size);
    app.set_pair(Some(Pair::right_of(Arc::clone(&right))));
    app.take_pairing(pairing_of(&left, &right));
    app
}

fn screen(mut app: App, keys: &str) -> String {
    press(&mut app, keys);
    drawn(&app).to_string()
}

#[test]
fn english_beside_arabic() {
    let app = |columns, rows| beside(ENGLISH_CHARTER, ARABIC_CHARTER, columns, rows);
    insta::assert_snapshot!("arabic_160x50", screen(app(160, 50), ""));
    insta::assert_snapshot!("arabic_120x40", screen(app(120, 40), ""));
    insta::assert_snapshot!("arabic_80x24", screen(app(80, 24), "3⏎|"));
    insta::assert_snapshot!("arabic_40x12", screen(app(40, 12), "2⏎|"));
}

#[test]
fn arabic_beside_english() {
    let app = |columns, rows| beside(ARABIC_CHARTER, ENGLISH_CHARTER, columns, rows);
    insta::assert_snapshot!("from_arabic_120x40", screen(app(120, 40), ""));
    insta::assert_snapshot!("from_arabic_80x24", screen(app(80, 24), "3⏎|"));
}

#[test]
fn japanese_beside_english() {
    let app = |columns, rows| beside(JAPANESE_RULES, ENGLISH_RULES, columns, rows);
    insta::assert_snapshot!("japanese_120x40", screen(app(120, 40), ""));
    insta::assert_snapshot!("japanese_80x24", screen(app(80, 24), "3⏎"));
    insta::assert_snapshot!("japanese_40x12", screen(app(40, 12), "2⏎|"));
}

#[test]
fn only_where_english_and_chinese_differ() {
    let app = |columns, rows| beside(ENGLISH_STATUTE, CHINESE_STATUTE, columns, rows);
    insta::assert_snapshot!("chinese_120x40", screen(app(120, 40), ""));
    insta::assert_snapshot!("chinese_differences_120x40", screen(app(120, 40), "&"));
}
