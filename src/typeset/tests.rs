//! Properties of the lines of any text.

use super::bidi::Bidi;
use super::*;
use crate::document::{
    BlockDraft, BlockId, BlockKind, Builder, ClauseNumber, ContentId, Direction, Document,
    Fragment, InlineKind, Metadata, Ordinal, Origin, Point, SectionKind,
};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

const PLAIN: LayoutSetting =
    LayoutSetting { columns: 20, margin: 4, hyphenation: None, justify: false, bidi: Bidi::Visual };

/// Returns what a line shows from left to right, with the blanks before it.
fn seen(body: &str, line: &Line) -> String {
    let mut row = String::new();
    let signs = line.signs().iter().map(|sign| (sign.column, sign.text.to_string()));
    let glyphs = line.glyphs(body).into_iter().map(|glyph| (glyph.column, glyph.text.to_string()));
    let mut parts: Vec<(u16, String)> = signs.chain(glyphs).collect();
    parts.sort_by_key(|(column, _)| *column);
    for (column, text) in parts {
        row.extend(std::iter::repeat_n(' ', usize::from(column.saturating_sub(columns(&row)))));
        row.push_str(&text);
    }
    row
}

fn shown(body: &str, setting: LayoutSetting) -> Vec<String> {
    wrap(body, setting).iter().map(|line| seen(body, line).trim_start().to_owned()).collect()
}

fn document(kind: BlockKind, body: &str) -> Document {
    if kind == BlockKind::Table {
        return table(body, 0);
    }
    blocks(kind, [body])
}

/// Creates a document of paragraphs.
pub(super) fn paragraphs(texts: &[String]) -> Document {
    blocks(BlockKind::Paragraph, texts.iter().map(String::as_str))
}

fn blocks<'a>(kind: BlockKind, texts: impl IntoIterator<Item = &'a str>) -> Document {
    let mut builder = Builder::new();
    for text in texts {
        let body = vec![Fragment { source: 0, text }];
        builder.push(&BlockDraft { kind, source: 0..0, label: None, body, gap: false });
    }
    builder.finish(Metadata::new("Test", Origin::BuiltIn, ContentId([0; 32])))
}

/// Creates a table whose first rows are heads.
fn table(body: &str, heads: usize) -> Document {
    let mut builder = Builder::new();
    let kind = BlockKind::Table;
    let fragments = vec![Fragment { source: 0, text: body }];
    let draft = BlockDraft { kind, source: 0..0, label: None, body: fragments, gap: false };
    let block = builder.push(&draft);
    let mut at = 0;
    for (i, row) in body.split('\n').enumerate() {
        for cell in row.split(" | ") {
            builder.style(block, at..at + cell.len(), InlineKind::Cell);
            if i < heads && !cell.is_empty() {
                builder.style(block, at..at + cell.len(), InlineKind::Head);
            }
            at += cell.len() + 3;
        }
        at -= 2;
    }
    builder.finish(Metadata::new("Test", Origin::BuiltIn, ContentId([0; 32])))
}

fn rows(kind: BlockKind, body: &str, columns: u16) -> Vec<String> {
    let document = document(kind, body);
    let id = BlockId::new(0);
    let setting = LayoutSetting { columns, ..PLAIN };
    block::set(&document, id, setting).iter().map(|line| seen(document.body(id), line)).collect()
}

#[test]
fn lines_of_chinese_are_filled() {
    // Balancing would end the first line early to lengthen the last.
    let text = "守灯人在日落以后点亮港口所有的灯，灯火彻夜不灭。";
    assert_eq!(
        shown(text, LayoutSetting { columns: 22, ..PLAIN }),
        ["守灯人在日落以后点亮港", "口所有的灯，灯火彻夜不", "灭。"]
    );
}

#[test]
fn words_are_hyphenated_where_it_is_asked() {
    let text = "the international telecommunication infrastructure of transportation";
    let english = LayoutSetting { hyphenation: patterns("en"), columns: 12, ..PLAIN };
    assert!(shown(text, english).iter().any(|line| line.ends_with('-')));
    assert!(shown(text, PLAIN).iter().all(|line| !line.ends_with('-')));
}

#[test]
fn a_soft_hyphen_is_seen_only_where_a_line_ends_at_it() {
    let text = "the har\u{AD}bour is closed";
    assert_eq!(
        shown(text, LayoutSetting { columns: 8, ..PLAIN }),
        ["the har\u{AD}-", "bour is", "closed"]
    );
    assert_eq!(columns(&text[..13]), 11);
}

#[test]
fn a_line_end_that_was_meant_is_kept() {
    assert_eq!(shown("one\ntwo three", PLAIN), ["one", "two three"]);
}

#[test]
fn a_justified_line_fills_the_measure() {
    let body = "we are of one mind about the harbour and its lights";
    let lines = wrap(body, LayoutSetting { justify: true, ..PLAIN });
    assert!(lines.len() > 2);
    for line in &lines[..lines.len() - 1] {
        assert_eq!(line.pieces()[0].width(body), 20, "{line:?}");
    }
}

#[test]
fn right_to_left_lines_are_at_the_right() {
    let body = "אבג דה lamp 12 וז";
    let lines = wrap(body, PLAIN);
    assert_eq!(seen(body, &lines[0]), "   זו lamp 12 הד גבא");
    assert_eq!(lines[0].byte_at(body, 19), 0);
    assert_eq!(lines[0].byte_at(body, 0), body.len());
    let terminal = wrap(body, LayoutSetting { bidi: Bidi::Terminal, ..PLAIN });
    assert_eq!(seen(body, &terminal[0]), "   אבג דה lamp 12 וז");
}

#[test]
fn preformatted_text_is_kept_unchanged() {
    let body = "lamp    oil\n  dusk  1\n    a line that is too long for it";
    assert_eq!(
        rows(BlockKind::Preformatted, body, 20),
        ["lamp    oil", "  dusk  1", "    a line that is", "      too long for", "      it"]
    );
}

#[test]
fn cells_are_below_one_another_and_numbers_at_the_right() {
    let body = "Lamp | Oil | Keeper\nNorth pier | 12 | A\n港口 |  | B\nx | 1,200";
    assert_eq!(
        rows(BlockKind::Table, body, 40),
        [
            "Lamp          Oil  Keeper",
            "North pier     12  A",
            "港口               B",
            "x           1,200"
        ]
    );
}

#[test]
fn a_table_without_room_wraps_in_its_cells() {
    let body = "Ship | Fee\nA boat of the town | 5\nA ship that comes from far | 120\nRaft | 0";
    assert_eq!(
        rows(BlockKind::Table, body, 18),
        [
            "Ship           Fee",
            "",
            "A boat of the    5",
            "town",
            "",
            "A ship that    120",
            "comes from",
            "far",
            "",
            "Raft             0"
        ]
    );
}

#[test]
fn code_keeps_its_lines_and_goes_on_behind_a_sign() {
    let body = "light --all\n  --until dawn\n\nput-out";
    assert_eq!(
        rows(BlockKind::Code, body, 12),
        ["│ light --al", "│ ↪ l", "│   --until ", "│ ↪ dawn", "│", "│ put-out"]
    );
}

#[test]
fn code_in_words_is_between_its_marks() {
    let text = "Say light --all now";
    let mut builder = Builder::new();
    let block = builder.push(&BlockDraft {
        kind: BlockKind::Paragraph,
        source: 0..0,
        label: None,
        body: vec![Fragment { source: 0, text }],
        gap: false,
    });
    builder.style(block, 4..15, InlineKind::Code);
    let document = builder.finish(Metadata::new("Test", Origin::BuiltIn, ContentId([0; 32])));
    let at = |columns| {
        let lines = block::set(&document, block, LayoutSetting { columns, ..PLAIN });
        lines.iter().map(|line| seen(text, line)).collect::<Vec<_>>()
    };
    assert_eq!(at(21), ["Say `light --all` now"]);
    assert_eq!(at(20), ["Say `light --all`", "now"]);
    let lines = block::set(&document, block, LayoutSetting { columns: 21, ..PLAIN });
    assert_eq!(lines[0].column_of(text, 4), 5);
    assert_eq!([4, 5, 15, 16].map(|column| lines[0].byte_at(text, column)), [4, 4, 14, 14]);
    assert_eq!(plain(&document, block, 10..19, 30, 0), ["--all` now"]);
}

#[test]
fn items_hang_and_quotations_are_set_in() {
    assert_eq!(
        rows(BlockKind::ListItem, "• the lamp is lit at dusk", 14),
        ["• the lamp is", "  lit at dusk"]
    );
    assert_eq!(
        rows(BlockKind::ListItem, "(iv) the lamp is lit", 14),
        ["(iv) the lamp", "     is lit"]
    );
    assert_eq!(rows(BlockKind::Quotation, "the lamp is lit", 14), ["  the lamp is", "  lit"]);
    assert_eq!(rows(BlockKind::Ornament, "* * *", 15), ["     * * *"]);
}

#[test]
fn a_provision_inside_another_is_set_in() {
    let mut builder = Builder::new();
    let mut number = ClauseNumber::top(4);
    let text = "The lamp is lit at dusk, and put out at dawn.";
    for level in 0..3 {
        builder.open(SectionKind::Clause, Some(number.clone()));
        builder.push(&BlockDraft {
            kind: BlockKind::Paragraph,
            source: 0..0,
            label: Some(Fragment {
                source: 0,
                text: if level == 2 { "Article premier" } else { "4." },
            }),
            body: vec![Fragment { source: 0, text }],
            gap: false,
        });
        number = number.child(Ordinal::Number(1));
    }
    let document = builder.finish(Metadata::new("Test", Origin::BuiltIn, ContentId([0; 32])));
    let indents =
        |measure| [0, 1, 2].map(|block| indent_of(&document, BlockId::new(block), measure));
    assert_eq!(indents(72), [0, 2, 4]);
    assert_eq!(indents(30), [0, 1, 2]);
    assert_eq!(indents(16), [0, 0, 0]);
    // A number too wide for the margin appears before the words.
    let id = BlockId::new(2);
    let lines = block::set(&document, id, LayoutSetting { columns: 60, ..PLAIN });
    assert_eq!(lines[0].column_of(text, 0), 4 + 15 + 2);
}

/// Text of many scripts, with all kinds of clusters.
const MIXED: &str = "([a-z]{1,8}|[а-я]{1,9}|[א-ת]{1,6}|[ا-ي]{1,6}|\u{64B}|\u{5B8}|e\u{301}|漢|字|「|」|、|。|가|각|ᄀ|ᅡ|ᆨ|क|्|ष|ि|क्षि|ก|ำ|้|เ|ท่าเรือ|👩|\u{200D}|🚀|👍🏽|🇰🇿|🇰|\u{AD}|\u{200B}|[0-9]{1,3}|[(\\[.,:)\\]-]| | |\u{A0}|\n){0,60}";

proptest! {
    #[test]
    fn no_character_is_lost_no_cluster_parted_and_no_line_too_long(
        body in MIXED, columns in 4u16..60, hyphenate: bool, justify: bool, terminal: bool,
    ) {
        let hyphenation = patterns("en").filter(|_| hyphenate);
        let bidi = if terminal { Bidi::Terminal } else { Bidi::Visual };
        let setting = LayoutSetting { columns, hyphenation, justify, bidi, ..PLAIN };
        let mut starts: Vec<usize> = body.grapheme_indices(true).map(|(at, _)| at).collect();
        starts.push(body.len());
        // A cluster with many marks may be wider than any line.
        let widest = body.graphemes(true).map(cluster_columns).max().unwrap_or(0);
        let mut at = 0;
        for line in wrap(&body, setting) {
            prop_assert!(line.range().start >= at);
            prop_assert!(body[at..line.range().start].chars().all(char::is_whitespace));
            at = line.range().end;
            prop_assert!(starts.binary_search(&line.range().start).is_ok(), "{line:?}");
            // Blanks at the end are dropped, but not those that carry marks.
            prop_assert!(starts.binary_search(&line.range().end).is_ok(), "{line:?}");
            let right = line.glyphs(&body).iter().map(|g| g.column + g.columns).max().unwrap_or(0);
            prop_assert!(right <= columns.max(widest), "{line:?}");
        }
        prop_assert!(body[at..].chars().all(char::is_whitespace));
    }

    #[test]
    fn columns_and_bytes_agree(
        body in MIXED, columns in 10u16..60, justify: bool, terminal: bool,
    ) {
        let bidi = if terminal { Bidi::Terminal } else { Bidi::Visual };
        for line in wrap(&body, LayoutSetting { columns, justify, bidi, ..PLAIN }) {
            let mut column = None;
            for glyph in line.glyphs(&body) {
                // Glyphs follow one another without gaps.
                prop_assert!(column.is_none_or(|column| column == glyph.column));
                column = Some(glyph.column + glyph.columns);
            }
            for (offset, cluster) in body[line.range()].grapheme_indices(true) {
                let start = line.range().start + offset;
                if cluster_columns(cluster) == 0 {
                    continue;
                }
                for byte in start..start + cluster.len() {
                    prop_assert_eq!(line.byte_at(&body, line.column_of(&body, byte)), start);
                }
            }
        }
    }

    #[test]
    fn what_is_preformatted_loses_nothing(
        body in "([a-z]{1,6}|[א-ת]{1,4}|漢| | {3}|\n){0,40}", columns in 2u16..50, code: bool,
    ) {
        let kind = if code { BlockKind::Code } else { BlockKind::Preformatted };
        let document = document(kind, &body);
        let id = BlockId::new(0);
        let mut at = 0;
        for line in block::set(&document, id, LayoutSetting { columns, ..PLAIN }) {
            prop_assert!(line.range().start >= at);
            prop_assert!(body[at..line.range().start].chars().all(char::is_whitespace));
            at = line.range().end;
        }
        prop_assert!(body[at..].chars().all(char::is_whitespace));
    }

    #[test]
    fn tables_show_every_word_once_in_its_place(
        rows in prop::collection::vec(prop::collection::vec("([a-z]{1,9}|[א-ת]{1,4}|漢|[0-9]{1,3}| ){0,12}", 1..6), 1..8),
        columns in 4u16..90, terminal: bool, heads in 0usize..2,
    ) {
        let bidi = if terminal { Bidi::Terminal } else { Bidi::Visual };
        let trimmed = |row: &Vec<String>| {
            row.iter().map(|cell| cell.trim()).collect::<Vec<_>>().join(" | ")
        };
        let body = rows.iter().map(trimmed).collect::<Vec<_>>().join("\n");
        let document = table(&body, heads);
        let id = BlockId::new(0);
        let body = document.body(id);
        let mut flow = Flow::new(LayoutSetting { columns, bidi, ..PLAIN });
        let lines = flow.lines(&document, id);
        let mut shown = vec![0; body.len()];
        let mut before = None;
        for (index, line) in lines.iter().enumerate() {
            // Each line has its own byte, which maps back to it.
            prop_assert!(before.is_none_or(|before| before < line.start), "{lines:?}");
            before = Some(line.start);
            let point = |byte| Point { block: id, byte };
            prop_assert_eq!(flow.line_index(&document, point(line.start)), index);
            let mut end = 0;
            for glyph in line.glyphs(body) {
                prop_assert!(glyph.column >= end && glyph.column + glyph.columns <= columns.max(8));
                end = glyph.column + glyph.columns;
                glyph.range.clone().for_each(|byte| shown[byte] += 1);
                prop_assert_eq!(flow.line_index(&document, point(glyph.range.start)), index);
                if glyph.columns > 0 {
                    prop_assert_eq!(line.byte_at(body, glyph.column), glyph.range.start);
                    prop_assert_eq!(line.column_of(body, glyph.range.start), glyph.column);
                }
            }
        }
        let cells: Vec<_> = document.table(id).rows.into_iter().flat_map(|row| row.cells).collect();
        for (at, c) in body.char_indices() {
            let inside = cells.iter().any(|cell| cell.contains(&at));
            let times = usize::from(inside && !c.is_whitespace());
            prop_assert!(c.is_whitespace() || shown[at] == times, "{c:?} at {at}: {}", shown[at]);
        }
    }
}

#[test]
fn the_language_decides_the_direction_of_a_document() {
    let run = |language: Option<&str>, declared, body| {
        let mut metadata = Metadata::new("Test", Origin::BuiltIn, ContentId([0; 32]));
        metadata.language = language.map(str::to_owned);
        metadata.direction = declared;
        let mut builder = Builder::new();
        builder.push(&BlockDraft {
            kind: BlockKind::Paragraph,
            source: 0..0,
            label: None,
            body: vec![Fragment { source: 0, text: body }],
            gap: false,
        });
        document_direction(&builder.finish(metadata))
    };
    assert_eq!(run(Some("he"), None, "lamp"), Direction::RightToLeft);
    assert_eq!(run(Some("he"), Some(Direction::LeftToRight), "א"), Direction::LeftToRight);
    assert_eq!(run(None, None, "12 א lamp"), Direction::RightToLeft);
    assert_eq!(run(None, None, "12 lamp א"), Direction::LeftToRight);
}
