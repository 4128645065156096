//! Links, windows over the text, and lists of references.

use super::{address, press};
use crate::action::{Action, Mouse, MouseKind, Size};
use crate::app::{App, Effect, Focus, Mode, Page, PeekRow};
use crate::document::Origin;
use crate::settings::{Settings, Theme};

fn code() -> App {
    let text = include_bytes!("../../../tests/fixtures/lamp-code.txt");
    let document = crate::source::read(text, Origin::StandardInput).expect("text");
    App::new(document, Settings::default(), Theme::ALL[0], Size { columns: 80, rows: 16 })
}

fn title(app: &App) -> String {
    match &app.mode {
        Mode::Peek(peek) => peek.title(&app.document),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_link_is_peeked_at_then_gone_to_and_back_from() {
    let mut app = code();
    let start = app.here();
    press(&mut app, "x");
    let link = app.current_link().expect("a link");
    assert_eq!(app.document.slice(link.span), "section 3");
    press(&mut app, "⏎");
    assert_eq!(title(&app), "3 · Of oil");
    assert_eq!(app.here(), start, "a peek goes nowhere");
    press(&mut app, "⎋");
    assert!(matches!(app.mode, Mode::Read));
    press(&mut app, "⏎⏎");
    assert_eq!(address(&app), "3");
    press(&mut app, "⌫");
    assert_eq!(app.here(), start);
}

#[test]
fn a_window_names_an_article_once() {
    let text = b"Harbour rules\n\nArticle 1\n\n1. The lamp is lit.\n\n2. The lamp is kept.\n\nArticle 2\n\n1. See Article 1.\n\n2. The rest is kept.\n";
    let document = crate::source::read(text, Origin::StandardInput).expect("text");
    let size = Size { columns: 80, rows: 16 };
    let mut app = App::new(document, Settings::default(), Theme::ALL[0], size);
    press(&mut app, "x⏎");
    assert_eq!(title(&app), "1 · The lamp is lit");
}

#[test]
fn the_window_covers_the_lines_below_it() {
    for columns in [1, 20, 40, 80, 120, 200] {
        let mut app = code();
        app.resize(Size { columns, rows: 16 });
        press(&mut app, "x⏎");
        let Mode::Peek(peek) = &app.mode else { panic!("no window") };
        let (area, text, pane) = (app.peek_area(peek), app.layout.text, app.layout.pane);
        assert!(area.x <= app.layout.mark_column().max(pane.x), "{columns}");
        assert!(area.x + area.width >= text.x + text.width, "{columns}");
        assert!(area.x >= pane.x && area.x + area.width <= pane.x + pane.width, "{columns}");
    }
}

#[test]
fn links_are_stepped_through_over_what_leads_nowhere() {
    let mut app = code();
    let mut seen = Vec::new();
    for _ in 0..5 {
        press(&mut app, "x");
        let link = app.current_link().expect("a link");
        seen.push(app.document.slice(link.span).to_owned());
    }
    let all = ["section 3", "section 1", "sections 1 to 3", "the preceding section"];
    assert_eq!(seen[..4], all);
    assert_eq!(seen[3], seen[4], "the last stays chosen");
    press(&mut app, "X");
    let link = app.current_link().expect("a link");
    assert_eq!(app.document.slice(link.span), "sections 1 to 3");
    press(&mut app, "⏎");
    assert_eq!(title(&app), "1 to 3");
    press(&mut app, "x");
    assert_eq!(title(&app), "2 · Of keepers");
}

#[test]
fn what_refers_to_a_clause_is_listed() {
    let mut app = code();
    press(&mut app, "3⏎W");
    let Page::Register(register) = app.page else { panic!("no list") };
    let rows = register.rows(&app.document);
    let told: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(told, ["1, paragraph 2", "2"]);
    press(&mut app, "j⏎");
    assert_eq!((app.page, address(&app).as_str()), (Page::Text, "2"));
}

#[test]
fn the_words_of_a_paragraph_are_explained() {
    let mut app = code();
    press(&mut app, "2⏎i");
    let Mode::Peek(peek) = &app.mode else { panic!("no window") };
    let names: Vec<String> = peek
        .rows(&app.document, 60)
        .into_iter()
        .filter(|(row, _)| matches!(row, PeekRow::Name(_)))
        .map(|(_, words)| words)
        .collect();
    assert_eq!(names, ["Lamp  1, paragraph 1", "Great Lamp  1, paragraph 2"]);
    press(&mut app, "j⏎");
    assert_eq!(
        app.shown.map(|shown| app.document.passage_text(shown)).as_deref(),
        Some("Great Lamp")
    );
}

#[test]
fn a_click_on_a_link_or_a_term_opens_a_window() {
    let mut app = code();
    let area = app.layout.text;
    let click = |app: &mut App, words: &str| {
        let (row, column) = app
            .reading
            .rows()
            .iter()
            .enumerate()
            .find_map(|(row, shown)| match shown {
                crate::typeset::Row::Text { block, line, .. } => {
                    let body = app.document.body(*block);
                    let at = body[line.range()].find(words)? + line.range().start;
                    Some((u16::try_from(row).ok()?, line.column_of(body, at)))
                }
                crate::typeset::Row::Space => None,
            })
            .expect(words);
        for kind in [MouseKind::Press, MouseKind::Release] {
            app.mouse(Mouse { kind, column: area.x + column + 1, row: area.y + row });
        }
    };
    click(&mut app, "section 3");
    assert_eq!(title(&app), "3 · Of oil");
    press(&mut app, "⎋");
    click(&mut app, "Great Lamp");
    assert_eq!(title(&app), "In the words of this text");
    press(&mut app, "⎋");
    click(&mut app, "night");
    assert!(matches!(app.mode, Mode::Read));
}

#[test]
fn an_entry_of_the_contents_is_peeked_at() {
    let mut app = code();
    press(&mut app, "cjjp");
    assert_eq!(title(&app), "2 · Of keepers");
    press(&mut app, "⎋");
    assert_eq!(app.focus, Focus::Outline);
}

#[test]
fn what_is_in_the_window_is_what_is_copied() {
    let mut app = code();
    press(&mut app, "x⏎");
    let Some(Effect::Copy(words)) = press(&mut app, "y").into_iter().next() else { panic!() };
    assert!(words.starts_with("Of oil"), "{words}");
    let Some(Effect::Copy(words)) = press(&mut app, "@").into_iter().next() else { panic!() };
    assert_eq!(words, "3");
    app.update(Action::ExplainWords);
    assert!(matches!(app.mode, Mode::Peek(_)));
}

#[test]
fn an_address_outside_is_shown_and_copied_and_never_opened() {
    use crate::document::{
        BlockDraft, BlockKind, Builder, ContentId, Fragment, LinkTarget, Metadata, Passage,
        SectionKind,
    };
    let mut builder = Builder::new();
    builder.open(SectionKind::Heading, None);
    let mut push = |kind, text| {
        let body = vec![Fragment { source: 0, text }];
        builder.push(&BlockDraft { kind, source: 0..0, label: None, body, gap: false })
    };
    let title = push(BlockKind::Heading, "Of lamps");
    let block = push(BlockKind::Paragraph, "See the almanac and the title.");
    builder.link(block, 8..15, LinkTarget::Outside("https://lamps.example/almanac".to_owned()));
    builder.link(block, 24..29, LinkTarget::Passage(Passage::within(title, 0..8)));
    let document =
        builder.finish(Metadata::new("Lamps", Origin::StandardInput, ContentId([0; 32])));
    let size = Size { columns: 60, rows: 16 };
    let mut app = App::new(document, Settings::default(), Theme::ALL[0], size);
    press(&mut app, "x⏎");
    assert_eq!(title_and_words(&app), "Outside this document: https://lamps.example/almanac");
    assert_eq!(press(&mut app, "⏎"), [], "Enter opens nothing");
    assert!(matches!(app.mode, Mode::Peek(_)));
    let copied = press(&mut app, "y");
    assert_eq!(copied, [Effect::Copy("https://lamps.example/almanac".to_owned())]);
    press(&mut app, "x");
    assert!(title_and_words(&app).contains("almanac and the title"), "what stands below a title");
}

fn title_and_words(app: &App) -> String {
    let Mode::Peek(peek) = &app.mode else { panic!("no window") };
    let rows = peek.rows(&app.document, 60).into_iter().map(|(_, words)| words);
    format!("{}: {}", title(app), rows.collect::<Vec<_>>().join(" "))
}

#[test]
fn another_wording_leaves_no_list_and_no_link_of_the_old_one() {
    let mut app = code();
    press(&mut app, "x");
    assert!(app.current_link().is_some());
    press(&mut app, "3⏎W");
    let text = b"The Lamp Code\n\n1. Of oil\n\nA lamp burns oil.\n\n2. Of wicks\n\nA wick burns.\n";
    let new = crate::source::read(text, Origin::StandardInput).expect("text");
    let revision = crate::bookmarks::Revision::of(&app.document, &new);
    app.reload(std::sync::Arc::new(new), &revision, &[]);
    assert_eq!((app.page, app.current_link()), (Page::Text, None));
    press(&mut app, "x");
    assert_eq!(app.notice.map(|notice| notice.text).as_deref(), Some("no more links below"));
}

#[test]
fn how_the_paragraph_in_view_was_recognised_is_asked_and_shown() {
    let mut app = code();
    press(&mut app, "2⏎");
    let effects = press(&mut app, ":explain⏎");
    let [Effect::Explain(passage)] = effects[..] else { panic!("{effects:?}") };
    assert_eq!(app.document.block_address(passage.start.block), "2");
    let told = "line 9 begins clause 2\n    2. Of keepers\n";
    let of = app.document.metadata().content;
    // The result for another document is not shown, nor is any over a prompt.
    app.show_structure(crate::document::ContentId([0; 32]), passage, told.to_owned());
    assert!(matches!(app.mode, Mode::Read));
    press(&mut app, "/");
    app.show_structure(of, passage, told.to_owned());
    assert!(!matches!(app.mode, Mode::Peek(_)));
    press(&mut app, "⎋");
    app.show_structure(of, passage, told.to_owned());
    assert_eq!(title(&app), "How this was recognised");
    let Mode::Peek(peek) = &app.mode else { panic!("no window") };
    let rows: Vec<String> =
        peek.rows(&app.document, 18).into_iter().map(|(_, words)| words).collect();
    assert_eq!(rows, ["line 9 begins", "clause 2", "    2. Of keepers"]);
    press(&mut app, "⏎");
    assert!(matches!(app.mode, Mode::Read));
}
