//! Passages of edited texts, told by what became of them.

use super::*;
use crate::document::Origin;

const LAMPS: &str = "Lamps

1. The keeper lights the lamp at dusk, and nobody else may touch it before the night is over.

2. We recognize that steady lamps are the first need of every ship that comes home in the dark.

We also thank the pilots of the outer harbour for their long patience with our old lanterns.

3. We decide to meet again in the spring, when the ice has left the bay and the roads are dry.
";

fn document(text: &str) -> Document {
    crate::import::read(text.as_bytes(), Origin::StandardInput).expect("text")
}

/// A bookmark of the first place of `words` in [`LAMPS`].
fn bookmark(words: &str) -> Bookmark {
    let before = document(LAMPS);
    let place = before.block_ids().find_map(|block| {
        let at = before.body(block).find(words)?;
        Some(Passage::within(block, at..at + words.len()))
    });
    Bookmark::new(&before, place.expect("the words"), "")
}

/// How a bookmark of `words` stands after the text was edited, and the words
/// that it has then.
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
    // Edited elsewhere, so that the position is another.
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
fn a_repeated_paragraph_is_told_apart_by_what_stands_around() {
    let repeated = |text: &str| {
        format!(
            "{text}\n4. We recognize that steady lamps are the first need of every ship that comes home in the dark.\n"
        )
    };
    assert_eq!(told(SHIPS, repeated), ("exact".to_owned(), format!("2:1: {SHIPS}")));
}

#[test]
fn few_words_are_never_taken_for_others_of_their_kind() {
    // The lamp of clause 1 is gone; that of another clause is another.
    let gone = |text: &str| {
        text.replace("The keeper lights the lamp at dusk, and nobody else may touch it before the night is over.", "Silence is kept in the tower.")
            .replace("old lanterns", "old lanterns beside the lamp")
    };
    assert_eq!(told("the lamp", gone).0, "lost");
}
