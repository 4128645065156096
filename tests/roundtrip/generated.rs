//! Documents of any structure read back unchanged, whatever their layout meant.

use super::{Form, difference};
use bulletin::document::{Document, Origin};
use bulletin::source;
use proptest::prelude::*;

/// Text that may precede the words of a paragraph, with or without a meaning.
const LABELS: [&str; 26] = [
    "",
    "",
    "",
    "1. ",
    "2. ",
    "3. ",
    "4. ",
    "(a) ",
    "(b) ",
    "(c) ",
    "(i) ",
    "(ii) ",
    "1.1 ",
    "1.2 ",
    "2.1 ",
    "a) ",
    "b) ",
    "Article 1 ",
    "Article 2. ",
    "CHAPTER I ",
    "CHAPTER II",
    "§ 1 ",
    "§ 2 ",
    "ANNEX ",
    "- ",
    "* ",
];

/// Signs with a meaning in one of the forms.
const SIGNS: [&str; 30] = [
    "*",
    "**",
    "_a_",
    "`x`",
    "a*b",
    "[x]",
    "[x](y)",
    "![",
    "<b>",
    "&amp;",
    "\\",
    "~~no~~",
    "#",
    "|",
    "a|b",
    "語文",
    "“so”",
    "(a)",
    "$5",
    "1.",
    "-",
    "+",
    ">",
    "..",
    "level 1",
    "-->",
    "[^1]",
    "---",
    "* * *",
    "THE BOARD",
];

fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        8 => "[a-z]{1,8}",
        1 => "[A-Z][a-z]{2,8}",
        2 => prop::sample::select(&SIGNS[..]).prop_map(str::to_owned),
    ];
    let end = prop::sample::select(&["", ".", ";", ":", ","][..]);
    (prop::sample::select(&LABELS[..]), prop::collection::vec(word, 1..10), end)
        .prop_map(|(label, words, end)| format!("{label}{}{end}", words.join(" ")))
}

/// Words in HTML, some of them marked up.
fn marked() -> impl Strategy<Value = String> {
    let tag = prop::sample::select(
        &["", "", "", "b", "i", "code", "a href='https://lamps.example/'"][..],
    );
    prop::collection::vec((words(), tag), 1..3).prop_map(|pieces| {
        let pieces = pieces.into_iter().map(|(words, tag)| {
            let words = words.replace('&', "&amp;").replace('<', "&lt;");
            let name = tag.split(' ').next().unwrap_or_default();
            if tag.is_empty() { words } else { format!("<{tag}>{words}</{name}>") }
        });
        pieces.collect::<Vec<_>>().join(" ")
    })
}

/// An element of a page.
fn element() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => (marked(), 0..4_u8)
            .prop_map(|(words, depth)| format!("<p style='margin-left:{}em'>{words}</p>", 2 * depth)),
        2 => (marked(), 1..5_u8).prop_map(|(words, level)| format!("<h{level}>{words}</h{level}>")),
        1 => (marked(), marked(), marked())
            .prop_map(|(a, b, c)| format!("<ul><li>{a}<ul><li>{b}</ul><li>{c}</ul>")),
        1 => (marked(), marked()).prop_map(|(a, b)| format!("<ol start=3><li>{a}<li>{b}</ol>")),
        1 => (marked(), marked())
            .prop_map(|(a, b)| format!("<table><tr><td>{a}<td>{b}<tr><td><td>{a}</table>")),
        1 => (words(), words()).prop_map(|(a, b)| {
            let lines = format!("{a}\n   {b}\n\n{a}").replace('&', "&amp;").replace('<', "&lt;");
            format!("<pre>{lines}</pre>")
        }),
        1 => (marked(), marked()).prop_map(|(a, b)| format!("<blockquote>{a}<br>{b}</blockquote>")),
        1 => (marked(), marked()).prop_map(|(a, b)| format!("<p>{a}<br>{b}</p>")),
        1 => Just("<hr>".to_owned()),
    ]
}

/// A line of plain text, with the line breaks before it.
fn line() -> impl Strategy<Value = String> {
    let before = prop::sample::select(&["\n", "\n\n", "\n\n", "\n\n\n"][..]);
    (before, 0..9_usize, words())
        .prop_map(|(before, indent, words)| format!("{before}{}{words}", " ".repeat(indent)))
}

fn assert_reads_back(document: &Document) -> Result<(), TestCaseError> {
    for form in [Form::Markdown, Form::Text] {
        let printed = form.print(document);
        let lost = difference(document, &form.read(&printed));
        prop_assert_eq!(lost, None, "as {:?}:\n{}", form, printed);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_page_reads_back_alike(elements in prop::collection::vec(element(), 1..24)) {
        let page = format!("<!doctype html><html lang=en>{}</html>", elements.concat());
        let document = source::read(page.as_bytes(), Origin::File("page.html".into())).expect("a page");
        assert_reads_back(&document)?;
    }

    #[test]
    fn any_text_reads_back_alike(lines in prop::collection::vec(line(), 1..24)) {
        let document = source::read(lines.concat().as_bytes(), Origin::File("text.txt".into())).expect("a text");
        assert_reads_back(&document)?;
    }
}
