//! Commands of the palette, quick marks, and external programs.

use super::program::{COLUMNS, Home};
use std::fs;

#[test]
fn bookmarks_are_exported_and_no_file_is_replaced_unasked() {
    let home = Home::new();
    let mut program = home.reading();
    program.press("11\r");
    program.shows("11 · energy supply security");
    program.press("m");
    program.shows("bookmark added: 11");
    let path = home.path().join("n.md");
    program.press(&format!(":export {}", path.display()));
    program.shows("1 bookmark in this document");
    program.press("\r");
    program.shows("1 bookmark written to");
    let written = fs::read_to_string(&path).expect("written");
    assert!(written.contains("energy supply security"), "{written}");
    fs::write(&path, "my own").expect("written");
    let export = format!(":export {}\r", path.display());
    program.press(&export);
    program.shows("Replace it?");
    program.press("n");
    program.shows("was not replaced");
    assert_eq!(fs::read_to_string(&path).expect("a file"), "my own");
    program.press(&export);
    program.shows("Replace it?");
    program.press("y");
    program.shows("1 bookmark written to");
    assert_eq!(fs::read_to_string(&path).expect("a file"), written);
}

#[test]
fn a_path_is_completed_and_its_file_seen_before_it_is_opened() {
    let home = Home::new();
    home.document("rules.txt", "Harbour rules\n\n1. The lamp is lit.\n\n2. It is kept.\n");
    let mut program = home.reading();
    program.press(&format!(":open {}/ru", home.path().display()));
    program.shows("1. The lamp is lit.");
    program.press("\t");
    program.shows("rules.txt");
    program.press("\r");
    program.shows("2. It is kept.");
    program.press("q");
    assert_eq!(program.ends(), 0);
}

#[test]
fn the_document_is_written_and_checked_from_inside() {
    let home = Home::new();
    let text = "Harbour rules\n\n1. The lamp is lit.\n\n2. It is kept.\n\n4. Oil is bought.\n";
    let path = home.document("rules.txt", text);
    let mut command = home.bulletin();
    command.arg(&path);
    let mut program = super::program::Program::start(command);
    program.shows("F1 help");
    program.press(":check\r");
    program.shows("Check · 1 fault");
    program.escape("F1 help");
    program.press(&format!(":write {}/r.md\r", home.path().display()));
    program.shows("the document written to");
    let written = fs::read_to_string(home.path().join("r.md")).expect("written");
    assert!(written.contains("**4.** Oil is bought."), "{written}");
}

#[test]
fn a_letter_leads_back_to_its_place_in_the_next_run_too() {
    let home = Home::new();
    let mut program = home.reading();
    program.press("11\r");
    program.shows("11 · energy supply security");
    program.press("Qe");
    program.shows("marked e: 11");
    program.press("q");
    assert_eq!(program.ends(), 0);
    let mut program = home.reading();
    program.press("3\r");
    program.shows("3 · ");
    program.press("`");
    program.shows("Go to mark: e");
    program.press("e");
    program.shows("11 · energy supply security");
}

#[test]
fn a_program_of_the_config_looks_words_up_and_none_is_started_in_secure_mode() {
    let home = Home::new();
    fs::write(home.config("config.toml"), "lookup = [\"printf\", \"%s means a light\", \"{}\"]\n")
        .expect("written");
    let mut program = home.reading();
    program.press("11\r");
    program.shows("11 · energy supply security");
    program.press("/energy\rvL");
    program.shows("energy means a light");
    let mut command = home.bulletin();
    command.arg("--built-in");
    command.env("BULLETIN_SECURE", "1");
    let mut program = super::program::Program::start(command);
    program.shows("F1 help");
    program.press("/energy\rvL");
    program.shows("no other program is started");
}

#[test]
fn reading_aloud_goes_on_from_paragraph_to_paragraph_until_it_is_stopped() {
    let home = Home::new();
    let heard = home.path().join("heard");
    let speak = format!("speak = [\"tee\", \"-a\", \"{}\"]\n", heard.display());
    fs::write(home.config("config.toml"), speak).expect("written");
    let mut program = home.reading();
    program.press("24\r");
    program.shows("24 · ");
    program.press("S");
    program.shows("read");
    program.until("the end is read", |_| {
        fs::read_to_string(&heard).is_ok_and(|heard| heard.contains("www."))
    });
    let heard = fs::read_to_string(&heard).expect("heard");
    assert!(heard.starts_with("24."), "{heard}");
}

#[test]
fn the_width_of_the_contents_is_dragged_and_remembered() {
    let home = Home::new();
    let mut program = home.reading();
    let divider = |program: &super::program::Program| program.find("│", 0).0;
    let before = divider(&program);
    program.drag(&[(before, 10), (before + 4, 10), (before + 9, 10)]);
    program.until("a wider contents", |screen| {
        screen
            .rows(0, COLUMNS)
            .nth(10)
            .is_some_and(|row| row.chars().position(|c| c == '│') == Some(usize::from(before) + 9))
    });
    program.press("q");
    assert_eq!(program.ends(), 0);
    let program = home.reading();
    assert_eq!(divider(&program), before + 9);
}
