//! Two versions of a text, compared: seeded edits of a text whose right answer is known, and what
//! must hold for any two texts.

mod amended;
mod bed;
mod command;
mod debian;
mod docx;
mod figures;
mod history;
mod resolving;

use bed::{Edit, Text};
use bulletin::align::{Alignment, Course, How};
use bulletin::document::{Document, Origin};
use proptest::prelude::*;

fn document(text: &str) -> Document {
    bulletin::source::read(text.as_bytes(), Origin::StandardInput).expect("text")
}

/// Each clause of a comparison by its marker, with what became of it.
fn found(old: &Text, new: &Text) -> Vec<(String, How, Course)> {
    let (old, new) = (document(&old.written()), document(&new.written()));
    let alignment = Alignment::of(&old, &new);
    let marked = |document: &Document, id| {
        let words: String = document.own_blocks(id).map(|block| document.body(block)).collect();
        bed::marker(&words)
    };
    let rows = alignment.rows().iter().filter(|row| !row.is_furniture);
    rows.filter_map(|row| {
        let marker = match (row.old.first(), row.new.first()) {
            (Some(id), _) => marked(&old, *id),
            (None, Some(id)) => marked(&new, *id),
            (None, None) => None,
        };
        Some((marker?, row.how, row.course))
    })
    .collect()
}

/// A number of seeds, or as many times more as `COMPARING_TIMES` says.
fn seeds(count: u64) -> u64 {
    let times = std::env::var("COMPARING_TIMES").ok().and_then(|times| times.parse().ok());
    count * times.unwrap_or(1)
}

/// A number of cases of a property, or as many times more.
fn cases(count: u64) -> ProptestConfig {
    ProptestConfig::with_cases(u32::try_from(seeds(count)).unwrap_or(u32::MAX))
}

/// How many clauses of each kind were told rightly, over many seeds.
#[test]
fn what_became_of_each_clause_is_printed() {
    let (mut right, mut all) = (0, 0);
    let mut missed = Vec::new();
    for seed in 0..seeds(60) {
        let old = Text::new(seed);
        let (new, expected) = old.edited(seed);
        let found = found(&old, &new);
        for (marker, how, course) in &expected {
            all += 1;
            let told = found.iter().find(|(known, ..)| known == marker);
            if told.is_some_and(|(_, a, b)| (a, b) == (how, course)) {
                right += 1;
            } else {
                missed.push(format!("seed {seed}: {marker} {how:?} {course:?}, told {told:?}"));
            }
        }
        assert!(!expected.is_empty());
    }
    let share = f64::from(right) / f64::from(all);
    assert!(share >= 0.99, "{right} of {all}:\n{}", missed.join("\n"));
}

#[test]
fn a_split_and_a_merge_are_reported() {
    let mut right = 0;
    for seed in 0..seeds(20) {
        let old = Text::new(seed);
        let new = old.with(Edit::Split(3));
        let marker = bed::marker(&old.clauses()[3]).expect("a marker");
        let told =
            |from: &Text, to: &Text| found(from, to).into_iter().find(|(m, ..)| *m == marker);
        right += usize::from(told(&old, &new).is_some_and(|(_, how, _)| how == How::Split));
        right += usize::from(told(&new, &old).is_some_and(|(_, how, _)| how == How::Merged));
    }
    let all = 2 * seeds(20);
    assert!(right as u64 >= all * 9 / 10, "{right} of {all}");
}

#[test]
fn a_reference_to_an_old_number_is_reported_and_one_that_followed_is_not() {
    for seed in 0..seeds(20) {
        let old = Text::new(seed).referring(6, 4);
        let fresh = old.with(Edit::Insert(2));
        let (was, is) = (document(&old.written()), document(&fresh.written()));
        let stale = Alignment::of(&was, &is).stale();
        assert_eq!(stale.len(), 1, "seed {seed}: {stale:?}");
        assert_eq!(stale[0].says, "clause 5");
        assert_eq!(stale[0].is.map(|id| is.section_address(id)), Some("6"));
        let followed = document(&fresh.written().replace("clause 5", "clause 6"));
        let alignment = Alignment::of(&was, &followed);
        assert_eq!(alignment.stale(), []);
        let counts = alignment.counts();
        assert_eq!((counts.changed, counts.new, counts.followed), (0, 1, 1), "seed {seed}");
    }
}

#[test]
fn a_reference_that_loses_a_word_for_provisions_only_follows() {
    let old = "1. The keeper lights the lamp at dusk.\n\n2. Oil is weighed as section §1 of these rules says.\n";
    let new = "1. No barge moors in the fog.\n\n2. The keeper lights the lamp at dusk.\n\n3. Oil is weighed as §2 of these rules says.\n";
    let of = |new: &str| Alignment::of(&document(old), &document(new)).counts();
    assert_eq!((of(new).followed, of(new).changed), (1, 0), "{:?}", of(new));
    let other = new.replace("as §2", "as the §2");
    assert_eq!((of(&other).followed, of(&other).changed), (0, 1), "{:?}", of(&other));
}

#[test]
fn typography_is_not_a_change() {
    let old =
        "1. The keeper lights the \"lamp\" - each night.\n\n2. The mate coils the rope at dusk.\n";
    let new =
        "1. The keeper lights the “lamp” – each night.\n\n2. The mate coils the rope at dusk.\n";
    let (old, new) = (document(old), document(new));
    let counts = Alignment::of(&old, &new).counts();
    assert_eq!((counts.typographic, counts.changed, counts.same), (1, 0, 1));
    assert!(counts.is_unchanged() && !counts.is_same());
}

#[test]
fn many_equal_clauses_keep_their_numbers() {
    let repealed =
        |count: usize| -> String { (1..=count).map(|n| format!("{n}. (Repealed)\n\n")).collect() };
    let (old, new) = (document(&repealed(400)), document(&repealed(399)));
    let counts = Alignment::of(&old, &new).counts();
    assert_eq!((counts.same, counts.gone, counts.renumbered, counts.moved), (399, 1, 0, 0));
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn a_masthead_changes_no_clause(seed in 0u64..100_000) {
        let text = Text::new(seed).written();
        let headed = document(&format!("Harbour Gazette\n\nRules of the Quay\n\n{text}"));
        let text = document(&text);
        let alignment = Alignment::of(&text, &headed);
        let clauses = alignment.rows().iter().filter(|row| !row.is_furniture);
        for row in clauses {
            prop_assert_eq!((row.how, row.course), (How::Same, Course::Stayed));
        }
    }

    #[test]
    fn a_text_is_the_same_as_itself(seed in 0u64..100_000) {
        let text = document(&Text::new(seed).written());
        let counts = Alignment::of(&text, &text).counts();
        prop_assert!(counts.is_same() && counts.same > 0);
    }

    #[test]
    fn the_other_way_round_what_is_new_is_gone(seed in 0u64..100_000) {
        let old = Text::new(seed);
        let (new, _) = old.edited(seed);
        let (old, new) = (document(&old.written()), document(&new.written()));
        let (there, back) = (Alignment::of(&old, &new).counts(), Alignment::of(&new, &old).counts());
        prop_assert_eq!((there.new, there.gone), (back.gone, back.new));
        prop_assert_eq!((there.same, there.changed), (back.same, back.changed));
    }

    #[test]
    fn clauses_in_another_order_only_move(seed in 0u64..100_000) {
        let old = Text::new(seed);
        let shuffled = old.shuffled(seed);
        let (old, new) = (document(&old.written()), document(&shuffled.written()));
        let counts = Alignment::of(&old, &new).counts();
        prop_assert!(counts.is_unchanged(), "{:?}", counts);
    }

    #[test]
    fn both_texts_are_there_to_the_byte(seed in 0u64..100_000) {
        let old = Text::new(seed);
        let (new, _) = old.edited(seed);
        let (old, new) = (document(&old.written()), document(&new.written()));
        let alignment = Alignment::of(&old, &new);
        let bodies = |document: &Document| -> Vec<String> {
            let bodies = document.block_ids().map(|block| document.body(block).to_owned());
            let mut bodies: Vec<String> = bodies.filter(|body| !body.is_empty()).collect();
            bodies.sort_unstable();
            bodies
        };
        let (mut was, mut is) = (Vec::new(), Vec::new());
        for paragraph in alignment.rows().iter().flat_map(|row| alignment.paragraphs(row)) {
            let pieces = |kept: fn(&bulletin::align::ChangedWords) -> bool| -> String {
                paragraph.pieces.iter().filter(|p| kept(p)).map(|p| paragraph.words(p)).collect()
            };
            use bulletin::align::ChangedWords::{Gone, New};
            was.extend(pieces(|p| !matches!(p, New(_))).split("\n\n").map(str::to_owned));
            is.extend(pieces(|p| !matches!(p, Gone(_))).split("\n\n").map(str::to_owned));
        }
        for words in [&mut was, &mut is] {
            words.retain(|words| !words.is_empty());
            words.sort_unstable();
        }
        prop_assert_eq!(was, bodies(&old));
        prop_assert_eq!(is, bodies(&new));
    }
}
