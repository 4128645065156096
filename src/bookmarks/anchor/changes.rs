//! The differences between two versions of a text, word by word.

use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

/// A run of words in the old version, the new one, or both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChangedWords {
    /// In both.
    Kept(String),
    /// Only in the old.
    Gone(String),
    /// Only in the new.
    New(String),
}

/// Compares the old and the new version. Blanks between two changes belong to
/// both, so that a changed phrase is one change.
pub fn changes(old: &str, new: &str) -> Vec<ChangedWords> {
    let (a, b): (Vec<&str>, Vec<&str>) =
        (old.split_word_bounds().collect(), new.split_word_bounds().collect());
    let ops = capture_diff_slices(Algorithm::Myers, &a, &b);
    let mut pieces: Vec<ChangedWords> = Vec::new();
    let (mut gone, mut fresh) = (String::new(), String::new());
    for (at, op) in ops.iter().enumerate() {
        let (was, is) = (a[op.old_range()].concat(), b[op.new_range()].concat());
        let between = at > 0 && at + 1 < ops.len() && was.trim().is_empty();
        if matches!(op, DiffOp::Equal { .. }) && !between {
            end_change(&mut pieces, &mut gone, &mut fresh);
            pieces.push(ChangedWords::Kept(was));
        } else {
            gone += &was;
            fresh += &is;
        }
    }
    end_change(&mut pieces, &mut gone, &mut fresh);
    pieces
}

fn end_change(pieces: &mut Vec<ChangedWords>, gone: &mut String, fresh: &mut String) {
    let (gone, fresh) = (std::mem::take(gone), std::mem::take(fresh));
    if !gone.is_empty() {
        pieces.push(ChangedWords::Gone(gone));
    }
    if !fresh.is_empty() {
        pieces.push(ChangedWords::New(fresh));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_was_replaced_stands_beside_what_replaced_it() {
        assert_eq!(
            changes("The lamp burns all night.", "The lamps burn all night long."),
            [
                ChangedWords::Kept("The ".to_owned()),
                ChangedWords::Gone("lamp burns".to_owned()),
                ChangedWords::New("lamps burn".to_owned()),
                ChangedWords::Kept(" all night".to_owned()),
                ChangedWords::New(" long".to_owned()),
                ChangedWords::Kept(".".to_owned()),
            ]
        );
    }

    proptest! {
        #[test]
        fn both_wordings_are_there_whole(old in "[a-c é.]{0,30}", new in "[a-c é.]{0,30}") {
            let pieces = changes(&old, &new);
            let join = |of: fn(&ChangedWords) -> Option<&str>| pieces.iter().filter_map(of).collect::<String>();
            prop_assert_eq!(join(|p| match p { ChangedWords::Kept(w) | ChangedWords::Gone(w) => Some(w), ChangedWords::New(_) => None }), old);
            prop_assert_eq!(join(|p| match p { ChangedWords::Kept(w) | ChangedWords::New(w) => Some(w), ChangedWords::Gone(_) => None }), new);
        }
    }
}
