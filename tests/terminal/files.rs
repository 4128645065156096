//! Files that change while open, several files, and recently read files.

use super::program::{Home, Program};
use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

const RULES: &str = "Rules of the Weir\n\n\
    1. We recognize that the miller opens the weir at first light.\n\n\
    2. We decide that no boat may pass while the wheel is turning.\n\n\
    3. We call upon the fishers to mend the nets before the eels come.\n\n\
    4. We thank the ferryman for the use of the long rope.\n";

const LETTER: &str = "Letter of the Ferryman\n\n1. We confirm that the rope is long.\n\n\
    2. We ask for a second bell on the far bank.\n";

fn open(home: &Home, arguments: &[&Path]) -> Program {
    let mut command = home.bulletin();
    command.args(arguments);
    command.cwd(home.path());
    Program::start(command)
}

fn reading(home: &Home, path: &Path) -> Program {
    let program = open(home, &[path]);
    program.shows("F1 help");
    program
}

/// Replaces a file as editors do: with another file in its place.
fn replace(path: &Path, text: &str) {
    let other = path.with_extension("new");
    fs::write(&other, text).expect("written");
    fs::rename(&other, path).expect("replaced");
}

#[test]
fn an_edit_is_shown_at_the_same_place_and_reported() {
    let home = Home::new();
    let path = home.document("weir.txt", RULES);
    let mut program = reading(&home, &path);
    program.resize(100, 10);
    program.press("3\r");
    program.shows("› 3");
    program.press("m");
    program.shows("bookmark added: 3");
    fs::write(
        &path,
        RULES.replace("first light", "sunrise").replace("mend the nets", "mend all of their nets")
            + "\n5. We resolve to meet in the barn.\n",
    )
    .expect("edited");
    program.shows("reloaded: clauses 1 and 3 changed, 5 added");
    program.shows("mend all of their nets");
    program.press("B");
    program.shows("reworded");
    program.escape("› 3");
    program.press(";");
    program.shows("5 · meet in the barn");
    program.press(";");
    program.shows("sunrise");
    program.shows("~ changed");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn replacements_of_the_file_are_followed_one_after_the_other() {
    let home = Home::new();
    let path = home.document("weir.txt", RULES);
    let mut program = reading(&home, &path);
    for (word, with) in [("miller", "reeve"), ("boat", "raft"), ("rope", "chain")] {
        replace(&path, &RULES.replace(word, with));
        program.shows("reloaded: clause");
        program.shows(with);
        program.press("j");
        program.until("the notice is gone", |screen| !screen.contents().contains("reloaded"));
    }
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn a_file_that_is_gone_or_empty_leaves_what_was_read_and_comes_back() {
    let home = Home::new();
    let path = home.document("weir.txt", RULES);
    let mut program = reading(&home, &path);
    fs::remove_file(&path).expect("removed");
    program.shows("weir.txt is gone; still showing the previous version");
    program.press("j");
    program.shows("gone from disk");
    program.shows("the miller opens the weir");
    fs::write(&path, RULES).expect("back");
    program.shows("weir.txt has changed back");
    fs::write(&path, "").expect("emptied");
    program.shows("weir.txt is empty; still showing the previous version");
    program.shows("the miller opens the weir");
    fs::write(&path, b"\0\0\0").expect("no text");
    program.shows("weir.txt is not a text file");
    program.shows("the miller opens the weir");
    fs::write(&path, RULES.replace("miller", "reeve")).expect("back");
    program.shows("reloaded: clause 1 changed");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn a_file_that_may_be_half_written_is_waited_for() {
    let home = Home::new();
    let path = home.document("weir.txt", RULES);
    let mut program = reading(&home, &path);
    program.press("4\r");
    program.shows("› 4");
    fs::write(&path, &RULES[..120]).expect("half written");
    program.shows("weir.txt is being written; still showing the previous version");
    program.shows("the long rope");
    fs::write(&path, RULES.replace("long rope", "short rope")).expect("written");
    program.shows("reloaded: clause 4 changed");
    program.shows("› 4");
    // A file that has stopped changing counts as complete, however short.
    fs::write(&path, &RULES[..120]).expect("cut");
    program.shows("is being written");
    program.shows("removed");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn nothing_that_is_being_typed_is_lost() {
    let home = Home::new();
    let path = home.document("weir.txt", RULES);
    let mut program = reading(&home, &path);
    program.press("2\r");
    program.shows("› 2");
    program.press("M");
    program.shows("─ Note ─");
    program.press("ask the ");
    replace(&path, &RULES.replace("miller", "reeve"));
    sleep(Duration::from_millis(700));
    program.press("fishers");
    program.shows("ask the fishers");
    assert!(!program.words().contains("reloaded"), "{}", program.words());
    program.press("\r");
    program.shows("bookmark added with its note: 2 · reloaded: clause 1 changed");
    program.press("g");
    program.shows("the reeve opens the weir");
    let kept = fs::read_to_string(home.bookmarks()).expect("bookmarks");
    assert!(kept.contains("ask the fishers"), "{kept}");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn one_is_asked_or_left_alone_where_that_is_set() {
    for (setting, told) in [("ask", "weir.txt has changed · R reloads it"), ("off", "F1 help")] {
        let home = Home::new();
        let config = format!("reload = \"{setting}\"\n");
        fs::write(home.config("config.toml"), config).expect("written");
        let path = home.document("weir.txt", RULES);
        let mut program = reading(&home, &path);
        fs::write(&path, RULES.replace("miller", "reeve")).expect("edited");
        if setting == "off" {
            sleep(Duration::from_millis(1500));
        }
        program.shows(told);
        assert!(program.words().contains("the miller opens"), "{setting}");
        program.press("R");
        program.shows("reloaded: clause 1 changed");
        program.shows("the reeve opens");
        program.press("R");
        program.shows("weir.txt has not changed");
        assert!(!program.words().contains("changed on disk"), "{setting}");
        program.press("q");
        assert_eq!(program.ends(), 0);
    }
}

#[test]
fn an_edit_that_is_not_yet_shown_is_shown_when_one_comes_back() {
    let home = Home::new();
    let (rules, letter) = two(&home);
    let mut program = open(&home, &[&rules, &letter]);
    program.shows("1 of 2");
    program.press(":");
    program.shows("Commands");
    fs::write(&rules, RULES.replace("miller", "reeve")).expect("edited");
    sleep(Duration::from_millis(700));
    program.press("n\r");
    program.shows("Letter of the Ferryman");
    program.press("(");
    program.shows("reloaded: clause 1 changed");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn what_cannot_change_says_so() {
    let home = Home::new();
    let mut program = home.reading();
    program.press("R");
    program.shows("the built-in bulletin never changes");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

fn two(home: &Home) -> (PathBuf, PathBuf) {
    (home.document("weir.txt", RULES), home.document("letter.txt", LETTER))
}

#[test]
fn several_files_are_gone_through_and_each_keeps_its_state() {
    let home = Home::new();
    let (rules, letter) = two(&home);
    let mut program = open(&home, &[&rules, Path::new("no-such.txt"), &letter]);
    program.shows("no-such.txt");
    program.shows("1 of 2");
    program.press("/fishers\r");
    program.shows("1 of 1");
    program.press(")");
    program.shows("Letter of the Ferryman");
    program.shows("2 of 2");
    program.press("2\r");
    program.shows("2 · ");
    program.press(")");
    program.shows("this is the last of 2 documents");
    // The first file was edited while it was not in view.
    fs::write(&rules, RULES.replace("long rope", "short rope")).expect("edited");
    program.press("(");
    program.shows("Rules of the Weir");
    program.shows("reloaded: clause 4 changed");
    program.press("n");
    program.shows("1 of 1");
    program.press(":n\r");
    program.shows("Letter of the Ferryman");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn a_file_that_proves_to_be_no_text_is_passed_over() {
    let home = Home::new();
    let (rules, letter) = two(&home);
    let binary = home.path().join("picture.bin");
    fs::write(&binary, b"\x89P\0\0").expect("written");
    let mut program = open(&home, &[&rules, &binary, &letter]);
    program.shows("document 1 of 3");
    program.press(")");
    program.shows("Letter of the Ferryman");
    program.shows("picture.bin");
    program.shows("2 of 2");
    program.press("q");
    assert_eq!(program.ends(), 0);
    let mut program = open(&home, &[&binary, Path::new("no-such.txt")]);
    program.until("both are told", |screen| {
        let words = screen.contents();
        words.contains("picture.bin") && words.contains("no-such.txt")
    });
    assert_eq!(program.ends(), 2);
}

#[test]
fn documents_that_were_read_are_listed_opened_and_forgotten() {
    let home = Home::new();
    let (rules, letter) = two(&home);
    for path in [&rules, &letter] {
        let mut program = reading(&home, path);
        program.press("2\r");
        program.shows("› 2");
        program.press("q");
        assert_eq!(program.ends(), 0);
    }
    let mut program = home.reading();
    program.press("o");
    program.shows("3 documents");
    program.shows("in view");
    program.press("/weir\r");
    program.shows("1 of 3 documents");
    // The beginning of the chosen document is read in the background.
    program.shows("the miller opens the weir");
    program.press("\r");
    program.shows("2 of 2");
    program.shows("no boat may pass");
    program.press("o");
    program.shows("open");
    program.press("/letter\r");
    program.shows("1 of 3 documents");
    program.press("d");
    program.shows("removed from the list: Letter of the Ferryman");
    program.press("U");
    program.shows("restored: Letter of the Ferryman");
    fs::remove_file(&letter).expect("removed");
    // The first Escape clears the filter, the second closes the list.
    program.press("\u{1b}");
    program.until("the filter is cleared", |screen| !screen.contents().contains("1 of 3"));
    program.escape("F1 help");
    program.press("o");
    program.shows("missing");
    program.press("q");
    program.shows("F1 help");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn two_instances_remember_what_both_read() {
    let home = Home::new();
    let (rules, letter) = two(&home);
    let mut both = [reading(&home, &rules), reading(&home, &letter)];
    both[0].press("2\r");
    both[0].shows("› 2");
    both[1].press("o");
    both[1].shows("1 document");
    for program in &mut both {
        program.press("\u{3}");
        assert_eq!(program.ends(), 0);
    }
    let mut program = home.reading();
    program.press("o");
    program.shows("Rules of the Weir");
    program.shows("Letter of the Ferryman");
    program.press("\u{3}");
    assert_eq!(program.ends(), 0);
}

#[test]
fn a_state_of_an_earlier_version_and_the_place_in_an_edited_file_are_found() {
    let home = Home::new();
    let path = home.document("weir.txt", RULES);
    let folder = home.path().join("state/bulletin/reading");
    fs::create_dir_all(&folder).expect("a folder");
    let earlier = format!(
        "title = \"Rules of the Weir\"\nsource = \"{}\"\nopened = \"2030-05-01T10:00:00Z\"\n\
         block = 3\nbyte = 0\naddress = \"3\"\ncontents = true\nfolded = []\n",
        path.display()
    );
    fs::write(folder.join(format!("{}.toml", "ab".repeat(32))), earlier).expect("written");
    let mut program = home.reading();
    program.press("o");
    program.shows("2030-05-01");
    program.press("/weir\r");
    program.shows("1 of 2");
    program.press("\r");
    program.shows("› 3");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn the_rules_behind_a_paragraph_are_shown() {
    let home = Home::new();
    let path = home.document("rules.txt", RULES);
    let mut program = reading(&home, &path);
    program.press("2\r:explain\r");
    program.shows("How this was recognised");
    program.shows("line 5 begins clause 2");
    program.shows("for outermost:");
    program.press("\r");
    program.until("the window is gone", |screen| !screen.contents().contains("recognised"));
    program.press("q");
    assert_eq!(program.ends(), 0);
}
