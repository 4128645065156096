//! Licences, contracts, policies and by-laws as people write them, with the
//! marks and the breaks that they have in practice.

use super::read;
use crate::document::{Document, Origin};

fn document(text: &str) -> Document {
    read(text.as_bytes(), Origin::StandardInput).expect("text")
}

/// The addresses of all provisions, in order.
fn provisions(text: &str) -> String {
    let document = document(text);
    let found = document.section_ids().filter(|id| document.section(*id).kind.is_provision());
    found.map(|id| document.section_address(id).to_owned()).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_label_may_be_written_with_another_mark_than_its_like() {
    let clause = |label: &str| {
        format!(
            "{label} OF THE LAMP.\nThe lamp is lit at dusk, and whoever keeps it shall see that it burns until dawn.\n\n"
        )
    };
    for (labels, expected) in [
        (["1-", "2.", "3.", "4."], "1 2 3 4"),
        (["1.", "2.", "3 -", "4."], "1 2 4"),
        (["1.", "2-", "3.", "4."], "1 2 3 4"),
        (["1)", "2.", "3.", "4."], "1 2 3 4"),
        (["Section 1.", "Sec. 2.", "Sec. 3.", "Sec. 4."], "1 2 3 4"),
        // Parentheses are a level of their own.
        (["(1)", "2.", "3.", "4."], ""),
    ] {
        let text = format!("Lamp Licence\n\n{}", labels.map(clause).concat());
        assert_eq!(provisions(&text), expected, "{labels:?}");
    }
}

#[test]
fn sections_may_be_numbered_with_a_nought() {
    let text = "Database Terms\n\n1.0 Words\n\n“Lamp” – what burns. “Oil” – what is burnt in it.\n\n2.0 Reach\n\n2.1. What is covered. These terms cover:\n\n a. lamps; and\n b. oil.\n\n2.2 What is not. Candles are not covered, whoever makes them.\n\n3.0 Leave\n\n3.1 Each keeper gives you leave to light the lamps.\n\n3.2 No other leave is given.\n\n4.0 The end\n\n4.1 All leave ends at dawn.\n";
    assert_eq!(provisions(text), "1 2 2.1 2.1(a) 2.1(b) 2.2 3 3.1 3.2 4 4.1");
    let text = "Procedure 12\n\n1.0 PURPOSE\n\nThis tells how a lamp is lit by those who have not yet lit one.\n\n2.0 SCOPE\n\nIt binds all keepers of the harbour, by day and by night.\n\n3.0 STEPS\n\n3.1 Fill the lamp.\n\n3.2 Light the lamp.\n\n3.2.1 Use a match.\n\n3.2.2 Use no candle.\n";
    assert_eq!(provisions(text), "1 2 3 3.1 3.2 3.2.1 3.2.2");
    let zero = "Terms\n\n1.0 The first of all lamps is the lamp of the tower, and it burns all night.\n\n1.1 The second is the lamp of the gate, which burns until the gate is shut.\n\n1.2 The third is the lamp of the quay, and it burns when a ship is near.\n";
    assert_eq!(provisions(zero), "1.0 1.1 1.2");
}
