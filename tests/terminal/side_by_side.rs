//! Two texts, side by side on the screen.

use super::program::{Home, Program};

const ENGLISH: &str = include_str!("../fixtures/harbour-charter-en.txt");
const ARABIC: &str = include_str!("../fixtures/harbour-charter-ar.txt");

fn start(home: &Home, arguments: &[&str]) -> Program {
    home.document("en.txt", ENGLISH);
    home.document("ar.txt", ARABIC);
    let mut command = home.bulletin();
    command.args(arguments);
    command.cwd(home.path());
    Program::start(command)
}

#[test]
fn two_texts_are_opened_led_searched_freed_and_closed() {
    let home = Home::new();
    let mut program = start(&home, &["en.txt", "ar.txt", "--beside"]);
    program.resize(120, 30);
    program.shows("The Charter of the Harbour");
    program.press("3\r");
    program.shows("3 ↔ 3");
    program.press("]");
    program.shows("4 ↔ 4");
    program.press("]");
    program.shows("5 ↔ –");
    program.press("4\rL");
    program.shows("other text");
    program.press("/Office\r");
    program.shows("1 of 2");
    program.press("n");
    program.shows("2 of 2");
    program.escape("3 ↔ 3");
    program.press("L_");
    program.shows("the other text stays where it is");
    program.press("_");
    program.shows("both texts scroll together");
    program.press("|");
    program.shows("is no longer beside this text");
    program.press("|4\r");
    program.shows("4 ↔ 4");
    program.resize(80, 24);
    program.shows("Contents");
    program.press("|");
    program.shows("the other text is below each paragraph");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn another_text_is_chosen_by_its_path_and_one_that_cannot_be_read_is_named() {
    let home = Home::new();
    let mut program = start(&home, &["en.txt"]);
    program.resize(120, 30);
    program.shows("F1 help");
    program.press(":beside nowhere.txt\r");
    program.shows("nowhere.txt");
    program.press(":beside ar.txt\r");
    program.shows("L other text");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn a_text_that_changes_is_aligned_again_at_the_same_words() {
    let home = Home::new();
    let mut program = start(&home, &["en.txt", "ar.txt", "--beside"]);
    program.resize(120, 30);
    program.press("3\r");
    program.shows("3 ↔ 3");
    home.document("en.txt", &ENGLISH.replace("is heard by", "is summoned by"));
    program.shows("is summoned by");
    program.shows("3 ↔ 3");
    home.document("ar.txt", &ARABIC.replace("30", "45"));
    program.shows("45");
    program.press("q");
    assert_eq!(program.ends(), 0);
}
