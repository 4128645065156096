//! What was inserted and what was deleted is found word by word.

use super::*;
use proptest::prelude::*;

/// The redline in the signs of wdiff.
fn told(old: &str, new: &str) -> String {
    let pieces = changes(old, new).into_iter();
    pieces
        .map(|piece| match piece {
            ChangedWords::Kept { old: at, .. } => old[at].to_owned(),
            ChangedWords::Gone(at) => format!("[-{}-]", &old[at]),
            ChangedWords::New(at) => format!("{{+{}+}}", &new[at]),
        })
        .collect()
}

#[test]
fn replaced_words_are_beside_those_that_replace_them() {
    assert_eq!(
        told("The lamp burns all night.", "The lamps burn all night long."),
        "The [-lamp burns-]{+lamps burn+} all night{+ long+}."
    );
}

#[test]
fn words_between_two_changes_join_them_if_they_say_little() {
    assert_eq!(
        told("the keeper of the lantern burns", "the watchman of the lighthouse burns"),
        "the [-keeper of the lantern-]{+watchman of the lighthouse+} burns"
    );
    assert_eq!(told("a lamp, a rope", "an oil, a tar"), "[-a lamp-]{+an oil+}, a [-rope-]{+tar+}");
}

#[test]
fn a_change_begins_at_a_sentence_or_a_word() {
    assert_eq!(
        told("The lamp burns. The rope lies.", "The lamp burns. The oil is kept. The rope lies."),
        "The lamp burns. {+The oil is kept. +}The rope lies."
    );
    assert_eq!(told("the lamp", "the old lamp"), "the {+old +}lamp");
}

proptest! {
    #[test]
    fn both_wordings_are_there_whole(old in "[a-c é.]{0,30}", new in "[a-c é.]{0,30}") {
        let (mut was, mut is) = (String::new(), String::new());
        for piece in changes(&old, &new) {
            match piece {
                ChangedWords::Kept { old: at, new: there } => {
                    prop_assert_eq!(&old[at.clone()], &new[there]);
                    was += &old[at.clone()];
                    is += &old[at];
                }
                ChangedWords::Gone(at) => was += &old[at],
                ChangedWords::New(at) => is += &new[at],
            }
        }
        prop_assert_eq!(was, old);
        prop_assert_eq!(is, new);
    }
}
