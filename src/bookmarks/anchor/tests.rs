//! What becomes of passages when their text is edited.

use super::*;
use crate::document::Origin;

const LAMPS: &str = "Lamps

1. The keeper lights the lamp at dusk, and nobody else may touch it before the night is over.

2. We recognize that steady lamps are the first need of every ship that comes home in the dark.

We also thank the pilots of the outer harbour for their long patience with our old lanterns.

3. We decide to meet again in the spring, when the ice has left the bay and the roads are dry.
";

fn document(text: &str) -> Document {
    crate::source::read(text.as_bytes(), Origin::StandardInput).expect("text")
}

/// A bookmark of the first occurrence of `words` in [`LAMPS`].
fn bookmark(words: &str) -> Bookmark {
    let before = document(LAMPS);
    let place = before.block_ids().find_map(|block| {
        let at = before.body(block).find(words)?;
        Some(Passage::within(block, at..at + words.len()))
    });
    Bookmark::new(&before, place.expect("the words"), "")
}

/// The state of a bookmark of `words` after an edit of the text, and the words
/// that it then covers.
fn told(words: &str, edit: impl Fn(&str) -> String) -> (String, String) {
    let after = document(&edit(LAMPS));
    let anchor = Index::new(&after).find(&bookmark(words));
    let found: Vec<String> = anchor
        .candidates()
        .iter()
        .map(|p| format!("{}: {}", after.block_address(p.start.block), after.passage_text(*p)))
        .collect();
    (anchor.name().to_owned(), found.join(" | "))
}

const SHIPS: &str = "steady lamps are the first need of every ship";

#[test]
fn an_unedited_passage_is_exact() {
    let same = |text: &str| text.to_owned();
    assert_eq!(told(SHIPS, same), ("exact".to_owned(), format!("2:1: {SHIPS}")));
    // Edited elsewhere, so that the position differs.
    let elsewhere = |text: &str| text.replace("Lamps\n", "Lamps and Lanterns\n");
    assert_eq!(told(SHIPS, elsewhere), ("exact".to_owned(), format!("2:1: {SHIPS}")));
}

#[test]
fn a_renumbered_passage_is_moved() {
    let inserted = |text: &str| {
        text.replace("3. We", "4. We").replace("2. We", "3. We").replace(
            "3. We recognize",
            "2. Whoever breaks a lantern shall mend it at his own cost within a month.\n\n3. We recognize",
        )
    };
    assert_eq!(told(SHIPS, inserted), ("moved".to_owned(), format!("3:1: {SHIPS}")));
}

#[test]
fn a_reworded_passage_is_found_with_its_new_words() {
    let reworded =
        |text: &str| text.replace("first need of every ship", "foremost need of all ships");
    let (name, found) = told(SHIPS, reworded);
    assert_eq!(
        (name.as_str(), found.as_str()),
        ("reworded", "2:1: steady lamps are the foremost need of all ships")
    );
    let first_word = |text: &str| text.replace("steady lamps", "unwavering lamps");
    assert_eq!(told(SHIPS, first_word).1, "2:1: unwavering lamps are the first need of every ship");
}

#[test]
fn a_word_that_is_gone_at_the_edge_is_not_made_up_for_in_another_paragraph() {
    let first_gone = |text: &str| {
        text.replace("We also thank the pilots of the outer", "Thanked are the pilots of the outer")
    };
    let words = "We also thank the pilots of the outer harbour for their long patience";
    let (name, found) = told(words, first_gone);
    assert_eq!(
        (name.as_str(), found.as_str()),
        ("reworded", "2:2: Thanked are the pilots of the outer harbour for their long patience")
    );
    let number_lost = |text: &str| text.replace("3. We decide to meet", "We will meet");
    assert!(
        told("We decide to meet again in the spring", number_lost)
            .1
            .ends_with(": We will meet again in the spring")
    );
}

#[test]
fn words_inserted_into_a_passage_belong_to_it() {
    let paragraph = "We also thank the pilots of the outer harbour for their long patience with our old lanterns.";
    let longer = |text: &str| {
        text.replace("We also thank", "The council was of one mind on this point. We also thank")
    };
    assert_eq!(told(paragraph, longer), ("exact".to_owned(), format!("2:2: {paragraph}")));
    let within = |text: &str| {
        text.replace(
            "for their long patience",
            "who came out in every storm, for their long patience",
        )
    };
    assert_eq!(told(paragraph, within).0, "reworded");
    assert!(
        told(paragraph, within)
            .1
            .ends_with("in every storm, for their long patience with our old lanterns.")
    );
}

#[test]
fn a_deleted_passage_is_lost_even_where_another_reads_alike() {
    let deleted = |text: &str| {
        text.replace("2. We recognize that steady lamps are the first need of every ship that comes home in the dark.\n\nWe also thank", "2. We also thank")
    };
    assert_eq!(told(SHIPS, deleted), ("lost".to_owned(), String::new()));
}

#[test]
fn a_repeated_paragraph_is_recognised_by_the_text_around_it() {
    let repeated = |text: &str| {
        format!(
            "{text}\n4. We recognize that steady lamps are the first need of every ship that comes home in the dark.\n"
        )
    };
    assert_eq!(told(SHIPS, repeated), ("exact".to_owned(), format!("2:1: {SHIPS}")));
}

#[test]
fn few_words_are_never_taken_for_others_of_their_kind() {
    // The lamp of clause 1 is gone; the one in another clause does not count.
    let gone = |text: &str| {
        text.replace("The keeper lights the lamp at dusk, and nobody else may touch it before the night is over.", "Silence is kept in the tower.")
            .replace("old lanterns", "old lanterns beside the lamp")
    };
    assert_eq!(told("the lamp", gone).0, "lost");
}

#[test]
fn a_replaced_passage_is_not_found_in_the_clause_beside_it() {
    let alike = "Watch

1. The keeper lights the great lamp at dusk, trims its wick at midnight and puts it out at dawn.

2. The warden lights the small lamp at dusk, trims its wick at midnight and puts it out at noon.

3. Nobody sleeps.
";
    let replaced = |with: &str| {
        alike.replace(
            "The keeper lights the great lamp at dusk, trims its wick at midnight and puts it out at dawn.",
            with,
        )
    };
    let before = document(alike);
    let block = before.block_ids().nth(1).expect("a clause");
    let bookmark = Bookmark::new(&before, before.block_passage(block), "");
    for with in [
        "Boats are kept on the western shore, under the old roof, and are mended in the winter.",
        "The keeper of the boats lights nothing and sleeps on the western shore until the ice is gone.",
    ] {
        let after = document(&replaced(with));
        assert_eq!(Index::new(&after).find(&bookmark), Anchor::Lost, "{with}");
    }
}

#[test]
fn a_passage_that_was_parted_is_found_in_one_of_the_clauses() {
    let parted = |text: &str| {
        text.replace("3. We decide", "4. We decide").replace(
            " are the first need of every",
            " shine.\n\n3. They are the first need of every",
        )
    };
    let (name, found) = told(SHIPS, parted);
    assert_eq!(
        (name.as_str(), found.as_str()),
        ("reworded", "3:1: They are the first need of every ship")
    );
}

proptest::proptest! {
    #[test]
    fn what_is_found_spans_no_more_clauses_than_what_was_kept(
        words in proptest::collection::vec("[a-h]{1,2}", 30..90),
        ends in proptest::collection::vec(0u8..6, 90),
        cuts in proptest::collection::vec((0usize..90, "[a-h]{1,2}"), 0..12),
        new_ends in proptest::collection::vec(0u8..6, 90),
        from in 0usize..12, blocks in 1usize..4,
    ) {
        // Words in clauses and paragraphs, before and after an edit of both.
        let written = |words: &[String], ends: &[u8]| {
            let mut text = "Rules\n\n1. Begin".to_owned();
            let mut number = 1;
            for (word, end) in words.iter().zip(ends) {
                match end {
                    0 => {
                        number += 1;
                        text.push_str(&format!(".\n\n{number}. {word}"));
                    }
                    1 => text.push_str(&format!(".\n\nAnd {word}")),
                    _ => text.push_str(&format!(" {word}")),
                }
            }
            document(&(text + ".\n"))
        };
        let old = written(&words, &ends);
        let mut edited = words.clone();
        for (at, word) in cuts {
            let at = at % edited.len();
            edited[at] = word;
        }
        let new = written(&edited, &new_ends);
        let first = from % old.block_count();
        let last = (first + blocks - 1).min(old.block_count() - 1);
        let (first, last) = (BlockId::new(first), BlockId::new(last));
        let kept = Passage { start: Point::start_of(first), end: old.end_of(last) };
        let bookmark = Bookmark::new(&old, kept, "");
        let clauses = |document: &Document, passage: Passage| {
            let mut sections: Vec<SectionId> =
                document.passage_ranges(passage).map(|(b, _)| document.block(b).section).collect();
            sections.dedup();
            sections.len()
        };
        for found in Index::new(&new).find(&bookmark).candidates() {
            let same = new.passage_text(*found) == bookmark.quotation.exact;
            let most = if clauses(&old, kept) == 1 { 1 } else { blocks };
            proptest::prop_assert!(same || clauses(&new, *found) <= most);
        }
    }
}
