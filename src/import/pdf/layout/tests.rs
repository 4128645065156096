//! Glyphs become lines in reading order.

use super::*;

fn lines_of(glyphs: Vec<Glyph>) -> Vec<PdfLine> {
    lines(glyphs, &mut LineSpacing::default())
}

/// Adds characters half as wide as their size, from a position on.
fn set(out: &mut Vec<Glyph>, words: &str, x: f64, y: f64, size: f64) {
    for (i, c) in words.chars().enumerate().filter(|(_, c)| *c != ' ') {
        out.push(Glyph {
            text: c.to_string(),
            x: x + i as f64 * size / 2.0,
            y,
            width: size / 2.0,
            size,
            angle: 0,
            bold: false,
            italic: false,
            link: None,
        });
    }
}

fn shown(page: &[(&str, f64, f64, f64)]) -> Vec<String> {
    let mut glyphs = Vec::new();
    page.iter().for_each(|(words, x, y, size)| set(&mut glyphs, words, *x, *y, *size));
    lines_of(glyphs).into_iter().map(|line| line.text).collect()
}

#[test]
fn rows_consist_of_pieces_at_one_height() {
    let got = shown(&[
        ("Lamps and oars", 0.0, 700.0, 10.0),
        ("are kept.", 0.0, 688.0, 10.0),
        ("Next.", 0.0, 660.0, 10.0),
        ("Area in m", 0.0, 640.0, 10.0),
        ("2", 45.0, 644.0, 6.0),
    ]);
    assert_eq!(got, ["Lamps and oars", "are kept.", "", "Next.", "", "Area in m²"]);
}

#[test]
fn cells_are_parted_by_wide_blanks_and_labels_by_one() {
    let got = shown(&[
        ("Ship", 0.0, 700.0, 10.0),
        ("Dues", 80.0, 700.0, 10.0),
        ("(a)", 0.0, 688.0, 10.0),
        ("in winter", 40.0, 688.0, 10.0),
    ]);
    assert_eq!(got, ["Ship   Dues", "(a) in winter"]);
}

#[test]
fn what_is_read_from_the_right_is_turned() {
    assert_eq!(shown(&[(".הרונמ 12", 0.0, 700.0, 10.0)]), ["12 מנורה."]);
}

#[test]
fn columns_that_are_drawn_line_by_line_are_read_one_after_the_other() {
    let left = [
        "1. The keeper lights the",
        "lamps of the tower",
        "2. He rests when the",
        "sun has risen.",
    ];
    let right =
        ["3. The deputy keeps the", "oil in a dry room", "4. A lamp is of brass", "and of glass."];
    let mut glyphs = Vec::new();
    set(&mut glyphs, "Rules of the Tower", 0.0, 720.0, 10.0);
    for (at, (left, right)) in left.iter().zip(right).enumerate() {
        let y = 700.0 - 12.0 * at as f64;
        set(&mut glyphs, left, 0.0, y, 10.0);
        set(&mut glyphs, right, 140.0, y, 10.0);
    }
    let got: Vec<String> =
        lines_of(glyphs).into_iter().map(|line| line.text).filter(|t| !t.is_empty()).collect();
    let wanted: Vec<&str> =
        ["Rules of the Tower"].iter().chain(&left).chain(&right).copied().collect();
    assert_eq!(got, wanted);
}

#[test]
fn a_table_is_read_line_by_line() {
    let mut glyphs = Vec::new();
    for (at, (lamp, cost)) in [
        ("Lamp of brass", "Nine marks"),
        ("Lamp of iron", "Two marks"),
        ("Wick", "One mark"),
        ("Oil of whale", "Six marks"),
    ]
    .into_iter()
    .enumerate()
    {
        let y = 700.0 - 12.0 * at as f64;
        set(&mut glyphs, lamp, 0.0, y, 10.0);
        set(&mut glyphs, cost, 140.0, y, 10.0);
    }
    assert_eq!(lines_of(glyphs)[0].text, "Lamp of brass   Nine marks");
}

const BILL: [&str; 7] = [
    "1. Short title.—This Act is",
    "the Lamp Act.",
    "2. Night.—The lamp is lit",
    "from dusk to dawn by the",
    "keeper of the tower.",
    "3. Oil.—The oil is of whale",
    "and is kept dry.",
];

#[test]
fn numbers_of_lines_are_set_aside() {
    let said = |glyphs| -> Vec<String> {
        lines_of(glyphs).into_iter().map(|line| line.text).filter(|text| !text.is_empty()).collect()
    };
    let (mut beside, mut apart, mut behind, mut fifths) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (at, words) in BILL.iter().enumerate() {
        let (y, number) = (700.0 - 12.0 * at as f64, (at + 1).to_string());
        set(&mut beside, &number, 0.0, y, 10.0);
        set(&mut beside, words, 20.0, y, 10.0);
        set(&mut behind, words, 20.0, y, 10.0);
        set(&mut behind, &number, 200.0, y, 10.0);
        set(&mut apart, &number, 0.0, y, 10.0);
    }
    for (at, words) in BILL.iter().enumerate() {
        set(&mut apart, words, 20.0, 700.0 - 12.0 * at as f64, 10.0);
    }
    for at in 1..=25 {
        let y = 700.0 - 12.0 * f64::from(at);
        if at % 5 == 0 {
            set(&mut fifths, &at.to_string(), 0.0, y, 10.0);
        }
        set(&mut fifths, "the lamp burns on", 20.0, y, 10.0);
    }
    for glyphs in [beside, apart, behind] {
        assert_eq!(said(glyphs), BILL);
    }
    assert_eq!(said(fifths), ["the lamp burns on"; 25]);
}

#[test]
fn the_numbers_of_a_list_stay() {
    let list: Vec<String> = (1..8).map(|n| format!("{n} Lamp of the tower")).collect();
    let page: Vec<(&str, f64, f64, f64)> = list
        .iter()
        .enumerate()
        .map(|(at, line)| (line.as_str(), 0.0, 700.0 - 12.0 * at as f64, 10.0))
        .collect();
    assert_eq!(shown(&page)[0], "1 Lamp of the tower");
}

#[test]
fn a_full_line_wraps_and_a_short_one_ends() {
    let mut glyphs = Vec::new();
    set(&mut glyphs, "The keeper lights all the lamps", 0.0, 700.0, 10.0);
    set(&mut glyphs, "at dusk.", 0.0, 688.0, 10.0);
    set(&mut glyphs, "Then he sleeps.", 0.0, 676.0, 10.0);
    let wraps: Vec<bool> = lines_of(glyphs).iter().map(|line| line.wraps).collect();
    assert_eq!(wraps, [true, false, false]);
}

#[test]
fn words_of_a_bold_font_are_marked_as_one() {
    let mut glyphs = Vec::new();
    set(&mut glyphs, "the old lamp is lit", 0.0, 700.0, 10.0);
    glyphs[3..10].iter_mut().for_each(|glyph| glyph.bold = true);
    let line = &lines_of(glyphs)[0];
    assert_eq!(line.marks, [(4..12, LineMark::Style(InlineKind::Strong))]);
    assert_eq!(&line.text[4..12], "old lamp");
}

#[test]
fn a_line_that_is_set_in_after_a_sentence_begins_a_paragraph() {
    let got = shown(&[
        ("The keeper lights the lamps", 0.0, 700.0, 10.0),
        ("at dusk.", 0.0, 688.0, 10.0),
        ("Then the keeper sleeps in", 15.0, 676.0, 10.0),
        ("the tower.", 0.0, 664.0, 10.0),
    ]);
    assert_eq!(got[2], "", "{got:?}");
}

#[test]
fn an_accent_is_put_on_its_letter() {
    let mut glyphs = Vec::new();
    set(&mut glyphs, "caf", 0.0, 700.0, 10.0);
    set(&mut glyphs, "´", 15.5, 700.0, 10.0);
    set(&mut glyphs, "e", 15.0, 700.0, 10.0);
    assert_eq!(lines_of(glyphs)[0].text, "café");
}

#[test]
fn a_page_of_short_paragraphs_has_no_lines_to_join() {
    let page: Vec<(String, f64, f64, f64)> = (1..=12)
        .map(|n| (format!("{n} [Left out]"), 0.0, 700.0 - f64::from(n) * 23.0, 10.0))
        .collect();
    let page: Vec<(&str, f64, f64, f64)> =
        page.iter().map(|(words, x, y, size)| (words.as_str(), *x, *y, *size)).collect();
    let got = shown(&page);
    assert_eq!(got.iter().filter(|line| line.is_empty()).count(), 11, "{got:?}");
}

#[test]
fn lines_far_apart_are_joined_where_sentences_go_on() {
    let words = [
        "The keeper of the lamp is at",
        "his post at dusk and stays at",
        "it until the sun has come up",
    ];
    let page: Vec<(&str, f64, f64, f64)> =
        (0..9).map(|n| (words[n % 3], 0.0, 700.0 - n as f64 * 23.0, 10.0)).collect();
    assert!(!shown(&page).contains(&String::new()), "{:?}", shown(&page));
}
