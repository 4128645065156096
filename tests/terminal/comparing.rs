//! Two versions, compared on the screen.

use super::program::{Home, Program};

const OLD: &str = include_str!("../fixtures/quay-rules-old.txt");
const NEW: &str = include_str!("../fixtures/quay-rules-new.txt");

fn start(home: &Home, arguments: &[&str]) -> Program {
    let mut command = home.bulletin();
    command.args(arguments);
    command.cwd(home.path());
    Program::start(command)
}

fn versions(home: &Home) {
    home.document("old.txt", OLD);
    home.document("new.txt", NEW);
}

#[test]
fn a_comparison_is_walked_through_swapped_and_left() {
    let home = Home::new();
    versions(&home);
    let mut program = start(&home, &["compare", "old.txt", "new.txt", "--screen"]);
    program.shows("What changed");
    program.shows("1 clause changed, 1 new, 1 gone, 2 renumbered");
    program.press(";");
    program.shows("change 1 of 4");
    program.press(";;;");
    program.shows("gone · change 4 of 4");
    program.press("m");
    program.shows("these words are only in old.txt");
    program.press(",m");
    program.shows("bookmark added: 3");
    program.press("V");
    program.shows("new.txt → old.txt");
    program.shows("+ 4  toll of 3 coins");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn another_version_is_picked_and_escape_returns_to_the_text() {
    let home = Home::new();
    versions(&home);
    let mut program = start(&home, &["new.txt", "old.txt"]);
    program.shows("F1 help");
    program.press("Vold.txt\r");
    program.shows("What changed");
    program.press(";;");
    program.shows("change 2 of 4");
    program.escape("comparison closed");
    program.shows("2 · No fish");
    program.press(":compare nowhere.txt\r");
    program.shows("nowhere.txt");
    program.press(":compare new.txt\r");
    program.shows("no clause changed");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn an_unreadable_version_is_named_before_the_screen_is_taken() {
    let home = Home::new();
    versions(&home);
    let mut program = start(&home, &["compare", "gone.txt", "new.txt", "--screen"]);
    program.shows("gone.txt");
    assert_eq!(program.ends(), 2);
}

#[test]
fn a_clause_is_followed_through_the_open_versions_and_back() {
    let home = Home::new();
    versions(&home);
    home.document(
        "other.txt",
        "1. A member pays the dues in spring.\n\n2. The clerk keeps them.\n",
    );
    let mut program = start(&home, &["old.txt", "new.txt", "other.txt"]);
    program.shows("F1 help");
    program.press("1\rP");
    program.shows("History of 1");
    program.shows("[-dusk-]{+sunset+}");
    program.shows("1 open document is a different text");
    program.press("j\r");
    program.shows("document 2 of 3");
    program.shows("sunset");
    program.press("\u{f}");
    program.shows("at dusk");
    program.press("q");
    assert_eq!(program.ends(), 0);
}
