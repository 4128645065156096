//! Bookmarks: added, annotated, deleted, restored, and shared by two instances.

use super::program::{Home, Program};
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
    program.shows("bookmark restored: 11");
    assert_eq!(fs::read_to_string(home.bookmarks()).expect("bookmarks"), before);
}

#[test]
fn a_note_is_kept_as_it_was_typed() {
    let home = Home::new();
    let mut program = home.reading();
    program.press("11\r");
    program.shows("11 · energy supply security");
    program.press("M");
    program.shows("─ Note ─");
    // Keys with another meaning elsewhere are only letters here.
    program.press("quote “q” in § 2 – d’accord");
    program.shows("quote “q” in § 2 – d’accord");
    program.press("\r");
    program.shows("bookmark added with its note: 11");
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

/// Marks a clause in one instance, and opens another that shows the mark.
fn two_with_a_mark(home: &Home) -> (Program, Program) {
    let mut one = home.reading();
    one.press("11\r");
    one.shows("11 · energy supply security");
    one.press("m");
    one.shows("bookmark added: 11");
    let mut two = home.reading();
    for program in [&mut one, &mut two] {
        program.press("B");
        program.shows("1 bookmark");
    }
    (one, two)
}

#[test]
fn what_two_instances_write_on_one_bookmark_is_merged() {
    let home = Home::new();
    let (mut one, mut two) = two_with_a_mark(&home);
    two.press("eof two\r");
    two.shows("note saved");
    one.press("s");
    one.shows("marked yellow");
    one.shows("of two");
    one.press("tone\r");
    one.shows("tags saved");
    two.press("ttwo\r");
    two.shows("tags saved");
    let kept = fs::read_to_string(home.bookmarks()).expect("bookmarks");
    for field in ["note = \"of two\"", "colour = \"yellow\"", "tags = [\"one\", \"two\"]"] {
        assert!(kept.contains(field), "{field}: {kept}");
    }
    // Each instance undoes only its own changes.
    one.press("U");
    one.shows("bookmark restored");
    let kept = fs::read_to_string(home.bookmarks()).expect("bookmarks");
    assert!(kept.contains("tags = [\"two\"]") && kept.contains("of two"), "{kept}");
}

#[test]
fn a_note_that_another_instance_replaces_unseen_is_kept_and_reported() {
    let home = Home::new();
    let (mut one, mut two) = two_with_a_mark(&home);
    two.press("eof two\r");
    two.shows("note saved");
    one.press("eof one\r");
    one.shows("is kept as an earlier note");
    one.shows("earlier: of two");
    // A note being typed restores a bookmark that the other instance deletes.
    one.press("d");
    one.shows("bookmark deleted");
    two.press("e, late\r");
    two.shows("your note brought it back");
    let kept = fs::read_to_string(home.bookmarks()).expect("bookmarks");
    assert!(kept.contains("note = \"of two, late\""), "{kept}");
    // The other instance does not delete a note that it has not seen.
    one.press("U");
    one.shows("bookmark restored");
    two.press("e again\r");
    two.shows("note saved");
    one.press("d");
    one.shows("not deleted");
}

const RULES: &str = "Rules of the Lamp House\n\n1. We recognize that the keeper lights the lamp at dusk.\n\n\
    2. We decide that nobody else may touch the lamp before the night is over.\n\n\
    3. We thank the pilots for their patience with our old lanterns.\n";

#[test]
fn passages_of_an_edited_file_are_found_and_kept_when_it_is_asked() {
    let home = Home::new();
    let path = home.document("rules.txt", RULES);
    let open = || {
        let mut command = home.bulletin();
        command.arg(&path);
        Program::start(command)
    };
    let mut program = open();
    program.shows("F1 help");
    program.press("2\r");
    program.shows("› 2");
    program.press("m");
    program.shows("bookmark added: 2");
    program.press("q");
    assert_eq!(program.ends(), 0);
    let before = fs::read(home.bookmarks()).expect("bookmarks");
    let edited = RULES
        .replace("3. We", "4. We")
        .replace("2. We decide that nobody else", "3. We decide that nobody but the keeper")
        .replace(
            "3. We decide",
            "2. Oil is bought in spring, and paid for by the harbour.\n\n3. We decide",
        );
    fs::write(&path, edited).expect("edited");
    let mut program = open();
    program.shows("1 reworded");
    assert_eq!(fs::read(home.bookmarks()).expect("bookmarks"), before, "looking changes nothing");
    program.press("B");
    program.shows("reworded, now 3");
    program.shows("{+but the keeper+}");
    program.press("a");
    program.shows("kept at 3");
    program.press("U");
    program.shows("reworded, now 3");
    assert_eq!(fs::read(home.bookmarks()).expect("bookmarks"), before);
    program.press("a");
    program.shows("kept at 3");
    program.press("\u{3}");
    assert_eq!(program.ends(), 0);
    assert!(fs::read_to_string(home.bookmarks()).expect("bookmarks").contains("but the keeper"));
}

#[test]
fn a_bookmark_of_another_document_opens_it() {
    let home = Home::new();
    let path = home.document("rules.txt", RULES);
    let mut command = home.bulletin();
    command.arg(&path);
    let mut program = Program::start(command);
    program.shows("F1 help");
    program.press("3\r");
    program.shows("› 3");
    program.press("m");
    program.shows("bookmark added: 3");
    program.press("q");
    assert_eq!(program.ends(), 0);
    let mut program = home.reading();
    program.press("B");
    program.shows("No bookmarks in this document yet.");
    program.press("*");
    program.shows("Rules of the Lamp House");
    program.press("\r");
    program.shows("› 3");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn a_note_is_edited_in_the_user_s_editor() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    let editor = home.document(
        "editor.sh",
        "#!/bin/sh\nread -r word </dev/tty\nprintf '%s, twice' \"$word\" >> \"$1\"\n",
    );
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o755)).expect("set");
    let mut command = home.bulletin();
    command.arg("--built-in");
    command.env("EDITOR", &editor);
    command.env("VISUAL", "");
    let mut program = Program::start(command);
    program.shows("F1 help");
    program.press("11\r");
    program.shows("11 · energy supply security");
    program.press("M");
    program.shows("─ Note ─");
    program.press("ask ");
    program.press("\u{7}");
    program.until("the editor has the terminal", |screen| !screen.alternate_screen());
    program.press("again\r");
    program.shows("bookmark added with its note: 11");
    program.press("q");
    assert_eq!(program.ends(), 0);
    let kept = fs::read_to_string(home.bookmarks()).expect("bookmarks");
    assert!(kept.contains("note = \"ask again, twice\""), "{kept}");
}
