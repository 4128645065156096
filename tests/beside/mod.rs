//! Two languages side by side: what must correspond, what one text lacks, and the commands that print
//! both. `README.md` has the figures of quality.

mod bed;
mod check;
mod command;
mod declaration;
mod properties;
mod sentences;
mod translations;

use bulletin::align::{Parallel, ParallelDifference, ParallelSide};
use bulletin::document::{BlockId, Document, Origin};

const ENGLISH: &str = "Rules of the Quay\n\n\
    1. The keeper lights the lamp at dusk, and puts it out at dawn, on every day of the year.\n\n\
    The mate helps.\n\n\
    2. Barges moor on the north side of the quay, and pay a toll of 1,500 coins under rule 1:\n\n\
    (a) those with a sail;\n\n\
    (b) those with oars.\n\n\
    3. No fish is sold before the bell has rung twice.\n\n\
    4. Oil is weighed by two clerks, who write the weight into the book of the harbour.\n";

/// Rule 3 is missing, the first paragraph of rule 1 became two, the toll and a reference differ.
const RUSSIAN: &str = "Правила набережной\n\n\
    1. Смотритель зажигает лампу в сумерках и гасит её на рассвете.\n\n\
    Так он поступает в каждый день года.\n\n\
    Помощник помогает.\n\n\
    2. Баржи швартуются на северной стороне набережной и платят пошлину в 1 600 монет:\n\n\
    а) те, что с парусом;\n\n\
    б) те, что с вёслами.\n\n\
    4. Масло взвешивают два писаря, которые записывают вес в книгу гавани.\n";

/// The addresses of each row.
fn places(left: &Document, right: &Document) -> Vec<(String, String)> {
    let parallel = Parallel::of(left, right);
    let of = |document: &Document, blocks: &[BlockId]| {
        let addresses = blocks.iter().map(|block| document.block_address(*block));
        addresses.collect::<Vec<_>>().join(" ")
    };
    let rows = parallel.rows().iter();
    rows.map(|row| (of(left, &row.left), of(right, &row.right))).collect()
}

#[test]
fn provisions_are_beside_each_other_by_their_numbers_and_paragraphs_by_their_lengths() {
    let (left, right) = (document(ENGLISH), document(RUSSIAN));
    let rows = places(&left, &right);
    let row = |of: &str| rows.iter().find(|(left, _)| left == of).map(|(_, right)| right.as_str());
    assert_eq!(row("1:1"), Some("1:1 1:2"), "{rows:?}");
    assert_eq!(row("1:2"), Some("1:3"), "{rows:?}");
    assert_eq!(row("2(a)"), Some("2(а)"), "letters of another alphabet: {rows:?}");
    assert_eq!(row("2(b)"), Some("2(б)"), "letters of another alphabet: {rows:?}");
    assert_eq!(row("3"), Some(""), "a provision that one text lacks: {rows:?}");
    assert_eq!(row("4"), Some("4"), "it shifts nothing: {rows:?}");
}

#[test]
fn what_one_text_lacks_is_reported() {
    let (left, right) = (document(ENGLISH), document(RUSSIAN));
    let found = Parallel::of(&left, &right).differences();
    let has = |side, address: &str, difference: ParallelDifference| {
        found.iter().any(|one| {
            let own = if side == ParallelSide::Left { &left } else { &right };
            one.side == side
                && own.section_address(one.section) == address
                && one.difference == difference
        })
    };
    assert!(has(ParallelSide::Left, "3", ParallelDifference::Provision), "{found:?}");
    assert!(has(ParallelSide::Right, "1", ParallelDifference::Paragraphs(2, 3)), "{found:?}");
    let figure = |figure: &str| ParallelDifference::Figure(figure.to_owned());
    assert!(has(ParallelSide::Left, "2", figure("1500")), "{found:?}");
    let reference = |one: &&bulletin::align::LocatedDifference| {
        matches!(one.difference, ParallelDifference::Reference(_))
    };
    assert_eq!(found.iter().filter(reference).count(), 1, "{found:?}");
    let twin = document(ENGLISH);
    assert_eq!(Parallel::of(&left, &twin).differences(), [], "the same text lacks nothing");
}

#[test]
fn paragraphs_under_a_heading_that_one_text_lacks_are_beside_their_own() {
    let left = "<html><body><h1>Rules</h1><header><h2>Preamble</h2><p>The keepers of the quay have met at dusk.</p>\
        <p>They have agreed on the rules that follow here.</p></header>\
        <article><h2>Article 1</h2><p>The lamp burns.</p></article>";
    let right = "<html><body><h1>Regeln</h1><p>Die Wächter der Brücke trafen sich am Abend.</p>\
        <p>Sie haben die folgenden Regeln beschlossen.</p>\
        <article><h2>Artikel 1</h2><p>Die Lampe brennt.</p></article>";
    let (left, right) = (declaration::document(left), declaration::document(right));
    let parallel = Parallel::of(&left, &right);
    let beside = |words: &str| {
        let block = left.block_ids().find(|block| left.body(*block).contains(words)).expect(words);
        let row = &parallel.rows()[parallel.row_of(ParallelSide::Left, block).expect("a row")];
        row.right.iter().map(|block| right.body(*block)).collect::<String>()
    };
    assert!(beside("have met").contains("trafen"), "{:?}", parallel.rows());
    assert!(beside("have agreed").contains("beschlossen"), "{:?}", parallel.rows());
    assert_eq!(parallel.differences(), []);
}

fn document(text: &str) -> Document {
    bulletin::source::read(text.as_bytes(), Origin::StandardInput).expect("text")
}
