//! Bookmarks: made, noted, deleted, taken back, and kept by two instances.

use crate::program::Home;
use std::fs;

#[test]
fn a_bookmark_is_there_again() {
    let home = Home::new();
    let mut program = home.reading();
    program.press("11\r");
    program.shows("11 · energy supply security");
    program.press("/energy");
    program.shows("of 6");
    program.press("\r");
    program.press("vv");
    program.shows("by sentence");
    program.press("m");
    program.shows("bookmark added: 11");
    program.press("q");
    assert_eq!(program.ends(), 0);
    let mut program = home.reading();
    program.press("B");
    program.shows("1 bookmark");
    program.shows("energy supply security is one of");
    program.press("\u{3}");
    assert_eq!(program.ends(), 0);
}

#[test]
fn a_deleted_bookmark_is_taken_back_as_it_was() {
    let home = Home::new();
    let mut program = home.reading();
    program.press("11\r");
    program.shows("11 · energy supply security");
    program.press("m");
    program.shows("bookmark added: 11");
    let before = fs::read_to_string(home.bookmarks()).expect("bookmarks");
    program.press("B");
    program.shows("1 bookmark");
    program.press("d");
    program.shows("bookmark deleted");
    let without = fs::read_to_string(home.bookmarks()).expect("bookmarks");
    assert!(!without.contains("[[bookmark]]"), "{without}");
    program.press("U");
    program.shows("bookmark is back: 11");
    assert_eq!(fs::read_to_string(home.bookmarks()).expect("bookmarks"), before);
}

#[test]
fn a_note_is_kept_as_it_was_typed() {
    let home = Home::new();
    let mut program = home.reading();
    program.press("11\r");
    program.shows("11 · energy supply security");
    program.press("M");
    program.shows("Note:");
    // Keys that mean something elsewhere are only letters here.
    program.press("quote “q” in § 2 – d’accord");
    program.shows("Note: quote “q” in § 2 – d’accord");
    program.press("\r");
    program.shows("bookmark added: 11");
    let kept = fs::read_to_string(home.bookmarks()).expect("bookmarks");
    assert!(kept.contains("note = \"quote “q” in § 2 – d’accord\""), "{kept}");
}

#[test]
fn two_instances_keep_what_both_mark() {
    let home = Home::new();
    let mut both = [home.reading(), home.reading()];
    for (which, clause) in [(0, "4"), (1, "11"), (0, "23")] {
        let program = &mut both[which];
        program.press(&format!("{clause}\r"));
        program.shows(&format!("{clause} · "));
        program.press("m");
        program.shows(&format!("bookmark added: {clause}"));
    }
    for program in &mut both {
        program.press("q");
        assert_eq!(program.ends(), 0);
    }
    let kept = fs::read_to_string(home.bookmarks()).expect("bookmarks");
    assert_eq!(kept.matches("[[bookmark]]").count(), 3, "{kept}");
}
