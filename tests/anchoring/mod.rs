//! Passages of a real text are found again after every kind of edit.

mod bed;

use bed::{EDITS, Edit, Tally, Text, trial};

#[test]
fn passages_are_found_again_and_none_is_wrongly_called_exact() {
    let text = Text::of(&bulletin::source::built_in().expect("the bulletin"));
    for (title, edit) in EDITS {
        let mut sum = Tally::default();
        let mut told = Vec::new();
        for seed in 1000..1002 {
            sum.add(trial(&text, edit, seed, 50, &mut |bookmark, anchor, outcome| {
                told.push(format!("{outcome}: {} {}", anchor.name(), bookmark.quotation.exact));
            }));
        }
        assert_eq!(sum.wrong_exact, 0, "{title}: {told:#?}");
        if matches!(edit, Edit::Words(..10)) {
            assert!(sum.found * 100 >= sum.findable() * 99, "{title}: {sum:?} {told:#?}");
        }
    }
}
