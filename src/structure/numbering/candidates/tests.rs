//! Which lines begin as a provision would.

use super::*;
use crate::import::lines;
use crate::structure::trace::Untraced;

/// The candidates of a plain text.
pub fn candidates(text: &str) -> Vec<Candidate> {
    super::candidates(text, &lines::chunks(text), &TextLanguages::of(None, text), &Untraced)
}

fn shown(text: &str) -> Vec<String> {
    let elements = lines::chunks(text);
    super::candidates(text, &elements, &TextLanguages::of(None, text), &Untraced)
        .iter()
        .map(|c| {
            let line = elements[c.place.element].lines[c.place.line].0.clone();
            text[line][c.place.column..][..c.label.len].to_owned()
        })
        .collect()
}

#[test]
fn a_wrapped_line_begins_none_in_the_middle_of_a_sentence() {
    let text = "1. The keeper shall light every lamp that is named in section\n2. Of the others he shall have none but those of the tower and\nthe gate, as is said below, and he shall not sell the oil.\n3. And so on for as long as the sea is there, and longer, and so\non and on until the last lamp is out.\n";
    assert_eq!(shown(text), ["1.", "3."]);
}

#[test]
fn the_lines_of_a_table_of_contents_are_none() {
    assert_eq!(shown("1. Lamps ........ 3\n2. Boats . . . . . 12\n3. Oil      14"), [""; 0]);
}

#[test]
fn a_sub_clause_may_begin_in_the_line_of_its_clause() {
    assert_eq!(shown("5. (1) The keeper shall light the lamps."), ["5.", "(1)"]);
}
