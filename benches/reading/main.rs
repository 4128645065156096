//! The cost of reading, on a short document and on long ones: the cost of a key must not grow with
//! the document, and one run shows whether it does.
//!
//! `benches/README.md` records the figures of one run and explains how it was made.

mod rulebook;

use bulletin::action::{Key, KeyCode, Size};
use bulletin::app::App;
use bulletin::bookmarks::Bookmark;
use bulletin::document::{BlockId, Document, Origin, Point};
use bulletin::find::{PatternSyntax, Query};
use bulletin::settings::{Settings, Theme};
use bulletin::typeset::{Flow, LayoutSetting, Top, patterns, wrap};
use bulletin::{source, ui};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::fmt;
use std::sync::OnceLock;

/// The documents, from the shortest to the longest.
#[derive(Clone, Copy)]
enum Text {
    Bulletin,
    OneMegabyte,
    TenMegabytes,
}

use Text::{Bulletin, OneMegabyte, TenMegabytes};

const TEXTS: [Text; 3] = [Bulletin, OneMegabyte, TenMegabytes];
const SIZE: Size = Size { columns: 120, rows: 40 };

fn setting() -> LayoutSetting {
    LayoutSetting { hyphenation: patterns("en"), ..LayoutSetting::plain(72) }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Bulletin => "bulletin",
            OneMegabyte => " 1 MB",
            TenMegabytes => "10 MB",
        })
    }
}

impl Text {
    fn bytes(self) -> &'static [u8] {
        static LONG: [OnceLock<String>; 2] = [OnceLock::new(), OnceLock::new()];
        match self {
            Bulletin => include_bytes!("../../assets/news-bulletin-v06-n24-2006-06-20.txt"),
            OneMegabyte => LONG[0].get_or_init(|| rulebook::of_bytes(1_000_000)).as_bytes(),
            TenMegabytes => LONG[1].get_or_init(|| rulebook::of_bytes(10_000_000)).as_bytes(),
        }
    }

    fn document(self) -> &'static Document {
        static READ: [OnceLock<Document>; 3] = [OnceLock::new(), OnceLock::new(), OnceLock::new()];
        READ[self as usize]
            .get_or_init(|| source::read(self.bytes(), Origin::StandardInput).expect("text"))
    }

    /// Returns how many clauses can be reached by number.
    fn clauses(self) -> usize {
        self.document().sections().iter().filter(|section| section.number.is_some()).count()
    }

    fn middle(self) -> BlockId {
        BlockId::new(self.document().block_count() / 2)
    }

    /// Opens a reader in the middle of the document.
    fn open(self) -> Reader {
        let app = App::new(self.document().clone(), Settings::default(), Theme::ALL[0], SIZE);
        let terminal = Terminal::new(TestBackend::new(SIZE.columns, SIZE.rows)).expect("a screen");
        let mut reader = Reader { app, terminal };
        let middle = self.clauses() / 2;
        reader.go(middle);
        // Figures of a reader elsewhere would be meaningless.
        let shown = reader.app.block_in_view().expect("a block");
        let number = reader.app.document.block_address(shown);
        assert_eq!(number.split(':').next(), Some(middle.to_string().as_str()));
        reader
    }
}

struct Reader {
    app: App,
    terminal: Terminal<TestBackend>,
}

impl Reader {
    /// Presses a key and draws the changes.
    fn press(&mut self, key: char) {
        self.key(Key::char(key));
    }

    fn key(&mut self, key: Key) {
        black_box(self.app.key(key));
        self.frame();
    }

    fn frame(&mut self) {
        self.terminal.draw(|frame| ui::draw(&self.app, frame)).expect("a frame");
    }

    /// Goes to a clause: the prompt, its whole number pasted, Enter.
    fn go(&mut self, clause: usize) {
        self.press('\'');
        self.app.paste(&clause.to_string());
        self.frame();
        self.key(Key::plain(KeyCode::Enter));
    }

    fn search(&mut self, words: &str) {
        self.press('/');
        self.app.paste(words);
        self.frame();
        self.key(Key::plain(KeyCode::Enter));
        self.until_all_is_counted();
    }

    fn until_all_is_counted(&mut self) {
        while self.app.is_searching() {
            self.app.search_on();
            self.frame();
        }
    }
}

/// Returns clause numbers in scattered order, so that no paragraph is typeset already.
fn anywhere(text: Text) -> impl FnMut() -> usize {
    let count = text.clauses();
    let mut at = 0;
    move || {
        at = (at + count * 618 / 1000 + 1) % count;
        at + 1
    }
}

fn main() {
    divan::main();
}

#[divan::bench(args = TEXTS, sample_count = 10)]
fn import(bencher: Bencher<'_, '_>, text: Text) {
    let bytes = text.bytes();
    bencher
        .counter(BytesCount::of_slice(bytes))
        .bench_local(|| source::read(black_box(bytes), Origin::StandardInput));
}

mod typeset {
    use super::*;

    #[divan::bench(args = TEXTS)]
    fn paragraph(bencher: Bencher<'_, '_>, text: Text) {
        let words = text.document().body(text.middle());
        bencher
            .counter(BytesCount::of_str(words))
            .bench_local(|| wrap(black_box(words), setting()));
    }

    #[divan::bench(args = TEXTS)]
    fn screen(bencher: Bencher<'_, '_>, text: Text) {
        let top = Top::at(Point::start_of(text.middle()));
        bencher
            .bench_local(|| Flow::new(setting()).rows(text.document(), black_box(top), SIZE.rows));
    }
}

/// Each key with the frame that follows it.
mod key {
    use super::*;

    #[divan::bench(args = TEXTS)]
    fn line(bencher: Bencher<'_, '_>, text: Text) {
        let mut reader = text.open();
        let mut keys = ['j', 'k'].into_iter().cycle();
        bencher.bench_local(|| reader.press(keys.next().expect("a cycle")));
    }

    #[divan::bench(args = TEXTS)]
    fn clause(bencher: Bencher<'_, '_>, text: Text) {
        let mut reader = text.open();
        let mut keys = "]]]][[[[".chars().cycle();
        bencher.bench_local(|| reader.press(keys.next().expect("a cycle")));
    }

    #[divan::bench(args = TEXTS)]
    fn to_the_end_or_back(bencher: Bencher<'_, '_>, text: Text) {
        let mut reader = text.open();
        let mut keys = ['G', 'g'].into_iter().cycle();
        bencher.bench_local(|| reader.press(keys.next().expect("a cycle")));
    }

    /// Three events: the prompt, the number, Enter.
    #[divan::bench(args = TEXTS)]
    fn jump(bencher: Bencher<'_, '_>, text: Text) {
        let mut reader = text.open();
        let mut next = anywhere(text);
        bencher.bench_local(|| reader.go(next()));
    }

    /// Moves a line down while almost every line contains a match.
    #[divan::bench(args = TEXTS)]
    fn line_among_matches(bencher: Bencher<'_, '_>, text: Text) {
        let mut reader = text.open();
        reader.search("the");
        let mut keys = ['j', 'k'].into_iter().cycle();
        bencher.bench_local(|| reader.press(keys.next().expect("a cycle")));
    }

    /// Moves a line down while 300 passages are marked.
    #[divan::bench(args = TEXTS)]
    fn line_among_bookmarks(bencher: Bencher<'_, '_>, text: Text) {
        let mut reader = text.open();
        let kept: Vec<Bookmark> = (0..300)
            .map(|nth| {
                let at = nth * text.document().block_count() / 300;
                let passage = text.document().block_passage(BlockId::new(at));
                Bookmark::new(text.document(), passage, "")
            })
            .collect();
        reader.app.take_bookmarks(&kept);
        let mut keys = ['j', 'k'].into_iter().cycle();
        bencher.bench_local(|| reader.press(keys.next().expect("a cycle")));
    }

    #[divan::bench(args = TEXTS)]
    fn next_match(bencher: Bencher<'_, '_>, text: Text) {
        let mut reader = text.open();
        reader.search("the");
        let mut keys = "nnnnNNNN".chars().cycle();
        bencher.bench_local(|| reader.press(keys.next().expect("a cycle")));
    }

    /// Adds a letter to a pattern that is in almost every line, and removes it.
    #[divan::bench(args = TEXTS)]
    fn letter_of_a_pattern(bencher: Bencher<'_, '_>, text: Text) {
        let mut reader = text.open();
        reader.press('/');
        reader.app.paste("th");
        bencher.bench_local(|| {
            reader.press('e');
            reader.key(Key::plain(KeyCode::Backspace));
        });
    }

    #[divan::bench(args = TEXTS)]
    fn in_the_contents(bencher: Bencher<'_, '_>, text: Text) {
        let mut reader = text.open();
        reader.press('c');
        let mut keys = ['j', 'k'].into_iter().cycle();
        bencher.bench_local(|| reader.press(keys.next().expect("a cycle")));
    }

    #[divan::bench(args = TEXTS)]
    fn fold(bencher: Bencher<'_, '_>, text: Text) {
        let mut reader = text.open();
        bencher.bench_local(|| reader.press('Z'));
    }

    #[divan::bench(args = TEXTS)]
    fn paragraph(bencher: Bencher<'_, '_>, text: Text) {
        let mut reader = text.open();
        let mut keys = "}}}}{{{{".chars().cycle();
        bencher.bench_local(|| reader.press(keys.next().expect("a cycle")));
    }

    #[divan::bench(args = TEXTS)]
    fn complete_an_address(bencher: Bencher<'_, '_>, text: Text) {
        let mut reader = text.open();
        bencher.bench_local(|| {
            reader.press('1');
            reader.key(Key::plain(KeyCode::Tab));
            reader.key(Key::plain(KeyCode::Escape));
        });
    }

    #[divan::bench(args = TEXTS)]
    fn select(bencher: Bencher<'_, '_>, text: Text) {
        let mut reader = text.open();
        reader.press('v');
        let mut keys = ['j', 'k'].into_iter().cycle();
        bencher.bench_local(|| reader.press(keys.next().expect("a cycle")));
    }

    #[divan::bench(args = TEXTS)]
    fn members(bencher: Bencher<'_, '_>, text: Text) {
        let mut reader = text.open();
        bencher.bench_local(|| {
            reader.press('r');
            reader.key(Key::plain(KeyCode::Escape));
        });
    }

    #[divan::bench(args = TEXTS)]
    fn palette(bencher: Bencher<'_, '_>, text: Text) {
        let mut reader = text.open();
        bencher.bench_local(|| {
            reader.press(':');
            reader.key(Key::plain(KeyCode::Escape));
        });
    }

    /// The window shrinks and grows: everything in view is typeset again.
    #[divan::bench(args = TEXTS)]
    fn resize(bencher: Bencher<'_, '_>, text: Text) {
        let mut reader = text.open();
        let mut sizes = [Size { columns: 90, rows: 30 }, SIZE].into_iter().cycle();
        bencher.bench_local(|| {
            let size = sizes.next().expect("a cycle");
            reader.terminal.backend_mut().resize(size.columns, size.rows);
            reader.app.resize(size);
            reader.frame();
        });
    }
}

/// Operations on the whole document grow with it; their cost must stay bearable.
mod whole {
    use super::*;

    #[divan::bench(args = TEXTS, sample_count = 20)]
    fn first_frame(bencher: Bencher<'_, '_>, text: Text) {
        bencher.with_inputs(|| text.document().clone()).bench_local_values(|document| {
            let app = App::new(document, Settings::default(), Theme::ALL[0], SIZE);
            let terminal =
                Terminal::new(TestBackend::new(SIZE.columns, SIZE.rows)).expect("a screen");
            let mut reader = Reader { app, terminal };
            reader.frame();
            reader
        });
    }

    /// Types a letter of a pattern and counts its matches to the end, with a frame after each
    /// stretch.
    #[divan::bench(args = TEXTS, sample_count = 20)]
    fn letter_of_a_pattern_counted(bencher: Bencher<'_, '_>, text: Text) {
        let mut reader = text.open();
        reader.press('/');
        bencher.bench_local(|| {
            reader.press('e');
            reader.until_all_is_counted();
            reader.key(Key::plain(KeyCode::Backspace));
        });
    }

    #[divan::bench(args = TEXTS, sample_count = 20)]
    fn search(bencher: Bencher<'_, '_>, text: Text) {
        let query = Query::new("harbour dues", PatternSyntax::Literal).expect("a pattern");
        bencher
            .counter(BytesCount::of_str(text.document().text()))
            .bench_local(|| query.matches(black_box(text.document())));
    }

    #[divan::bench(args = TEXTS, sample_count = 20)]
    fn search_by_expression(bencher: Bencher<'_, '_>, text: Text) {
        let query = Query::new("harbours? (dues|lamps)", PatternSyntax::Regex).expect("a pattern");
        bencher
            .counter(BytesCount::of_str(text.document().text()))
            .bench_local(|| query.matches(black_box(text.document())));
    }
}
