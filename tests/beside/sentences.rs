//! Sentences beside each other.

use super::document;
use bulletin::align::{Parallel, ParallelSide};
use bulletin::document::{Document, Passage};

const ENGLISH: &str = "1. The keeper comes to the tower at dusk, and he lights the big lamp. The mate coils the long rope of the barge, and \
    puts it on the deck. Oil is weighed.\n\n2. Fish is sold.\n";

/// The first sentence became two.
const GERMAN: &str = "1. Der Wärter kommt abends zum Turm. Er zündet die große Lampe an. Der Maat rollt das lange Tau der \
    Barke auf und legt es auf das Deck. Öl wird gewogen.\n\n2. Fisch wird verkauft.\n";

fn words(document: &Document, passages: &[Passage]) -> String {
    passages.iter().map(|one| document.passage_text(*one)).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_selection_leads_to_the_sentences_of_the_other_text() {
    let (left, right) = (document(ENGLISH), document(GERMAN));
    let parallel = Parallel::of(&left, &right);
    let of = |side: ParallelSide, sought: &str| {
        let own = parallel.side(side);
        let block = own.block_ids().find(|block| own.body(*block).contains(sought)).expect(sought);
        let at = own.body(block).find(sought).expect(sought);
        let passage = Passage::within(block, at..at + sought.len());
        words(parallel.side(side.other()), &parallel.counterparts(side, passage))
    };
    assert_eq!(
        of(ParallelSide::Left, "coils"),
        "Der Maat rollt das lange Tau der Barke auf und legt es auf das Deck."
    );
    assert_eq!(
        of(ParallelSide::Left, "lamp"),
        "Der Wärter kommt abends zum Turm. Er zündet die große Lampe an."
    );
    assert_eq!(
        of(ParallelSide::Right, "zündet"),
        "The keeper comes to the tower at dusk, and he lights the big lamp."
    );
    assert_eq!(of(ParallelSide::Right, "gewogen"), "Oil is weighed.");
    assert_eq!(of(ParallelSide::Left, "deck. Oil").lines().count(), 1);
    assert!(of(ParallelSide::Left, "deck. Oil").ends_with("Öl wird gewogen."));
}

#[test]
fn each_sentence_is_in_one_pair() {
    let (left, right) = (document(ENGLISH), document(GERMAN));
    let parallel = Parallel::of(&left, &right);
    for row in parallel.rows() {
        for side in [ParallelSide::Left, ParallelSide::Right] {
            let pairs = parallel.sentences(row);
            let all: Vec<Passage> =
                pairs.iter().flat_map(|pair| pair.sentences(side).to_vec()).collect();
            assert!(all.is_sorted());
            let document = parallel.side(side);
            let whole: Vec<Passage> =
                row.blocks(side).iter().map(|block| document.block_passage(*block)).collect();
            let bare = |text: String| text.replace(char::is_whitespace, "");
            assert_eq!(bare(words(document, &all)), bare(words(document, &whole)));
        }
    }
}
