//! What holds for any two texts beside each other.

use super::document;
use bulletin::align::{Parallel, ParallelRow};
use bulletin::document::{BlockId, Document};
use proptest::prelude::*;

/// A text of clauses, some of which have several paragraphs, figures and items.
fn any_text() -> impl Strategy<Value = String> {
    let paragraph =
        "[a-z]{2,9}( [a-z]{2,9}){2,25}( [0-9]{1,4} lamps)?[.;,]( [A-Z][a-z]+ [a-z]+\\.)?";
    let clause = (1_usize..9, prop::collection::vec(paragraph, 1..5), 0..6);
    prop::collection::vec(clause, 1..8).prop_map(|clauses| {
        let mut text = String::from("Rules of the Quay\n\n");
        let mut number = 0;
        for (step, paragraphs, kind) in clauses {
            number += if step == 8 { 2 } else { 1 };
            for (at, words) in paragraphs.iter().enumerate() {
                let label = match (at, kind) {
                    (0, 0) => String::new(),
                    (0, _) => format!("{number}. "),
                    (1.., 1) => format!("({}) ", ["a", "b", "c", "d"][at - 1]),
                    _ => String::new(),
                };
                text += &format!("{label}{words}\n\n");
            }
        }
        text
    })
}

/// The rows without their order.
fn pairs(rows: &[ParallelRow]) -> Vec<(Vec<BlockId>, Vec<BlockId>)> {
    let mut pairs: Vec<_> = rows.iter().map(|row| (row.left.clone(), row.right.clone())).collect();
    pairs.sort();
    pairs
}

fn with_words(document: &Document) -> Vec<BlockId> {
    document.block_ids().filter(|block| !document.body(*block).trim().is_empty()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_block_is_in_one_row_and_each_side_keeps_its_order(left in any_text(), right in any_text()) {
        let (left, right) = (document(&left), document(&right));
        let parallel = Parallel::of(&left, &right);
        let of_left: Vec<BlockId> = parallel.rows().iter().flat_map(|row| row.left.clone()).collect();
        prop_assert_eq!(of_left, with_words(&left));
        let mut of_right: Vec<BlockId> =
            parallel.rows().iter().flat_map(|row| row.right.clone()).collect();
        for row in parallel.rows() {
            prop_assert!(row.right.is_sorted());
        }
        of_right.sort();
        prop_assert_eq!(of_right, with_words(&right));
    }

    #[test]
    fn two_texts_are_aligned_alike_every_time_and_in_either_order(left in any_text(), right in any_text()) {
        let (left, right) = (document(&left), document(&right));
        let rows = pairs(Parallel::of(&left, &right).rows());
        prop_assert_eq!(&rows, &pairs(Parallel::of(&left, &right).rows()));
        let mirrored = pairs(Parallel::of(&right, &left).rows());
        let mut turned: Vec<_> = mirrored.into_iter().map(|(one, other)| (other, one)).collect();
        turned.sort();
        prop_assert_eq!(rows, turned);
    }

    #[test]
    fn a_text_beside_itself_lacks_nothing(text in any_text()) {
        let (one, other) = (document(&text), document(&text));
        let parallel = Parallel::of(&one, &other);
        prop_assert_eq!(parallel.differences(), []);
        for row in parallel.rows() {
            prop_assert_eq!(&row.left, &row.right);
        }
    }
}
