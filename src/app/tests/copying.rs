//! What is copied.

use super::*;

fn copied(app: &mut App, keys: &str) -> String {
    match press(app, keys).as_slice() {
        [Effect::Copy(words)] => words.clone(),
        other => panic!("{keys}: {other:?}"),
    }
}

#[test]
fn what_is_copied_is_the_selection_or_the_paragraph_that_is_read() {
    let mut app = app();
    let all = "We support the pilots of the League in their work.";
    press(&mut app, "2⏎");
    assert_eq!(copied(&mut app, "y"), all);
    assert_eq!(
        copied(&mut app, "Y"),
        format!(
            "{all}\n\n— Harbour Letter, Vol. 3, No. 7, 12 March 2031, Declaration, clause 2, para. 1"
        )
    );
    assert_eq!(copied(&mut app, "@"), "2:1");
    press(&mut app, "vw");
    assert_eq!(copied(&mut app, "y"), "We s");
    assert!(matches!(app.mode, Mode::Read), "the selection is done");
}

#[test]
fn lines_of_a_register_are_copied_with_their_citation() {
    let mut app = app();
    press(&mut app, "r");
    assert_eq!(copied(&mut app, "@"), "members/Aldmouth");
    assert!(copied(&mut app, "y").starts_with("Aldmouth, president"));
    assert!(copied(&mut app, "Y").ends_with("News story, para. 2 (members: Aldmouth)"));
    assert!(press(&mut app, "Hy").is_empty(), "there is nothing to copy in the help");
}
