//! Reading in plain lines in a real terminal: the prompt, and interruptions.

use super::program::{Home, Program};
use std::fs;

fn reading(home: &Home) -> Program {
    let mut command = home.bulletin();
    command.args(["--linear", "--built-in"]);
    let program = Program::start(command);
    program.shows("? lists what you can type");
    program.until("the prompt", |screen| screen.contents().trim_end().ends_with('>'));
    program
}

#[test]
fn lines_are_answered_below_each_other_on_the_screen_of_the_shell() {
    let home = Home::new();
    let mut program = reading(&home);
    program.press("11\r");
    program.shows("clause 11 of 25");
    program.press("M\r");
    program.shows("note>");
    program.press("ask about this\r");
    program.shows("bookmark added with its note: 11");
    program.until("nothing is repainted", |screen| {
        !screen.alternate_screen() && screen.contents().contains("? lists what you can type")
    });
    program.press("q\r");
    assert_eq!(program.ends(), 0);
    let kept = fs::read_to_string(home.bookmarks()).expect("bookmarks");
    assert!(kept.contains("ask about this"), "{kept}");
}

#[test]
fn ctrl_c_ends_the_conversation_at_the_prompt() {
    let home = Home::new();
    let mut program = reading(&home);
    program.press("m\r");
    program.shows("bookmark added");
    program.press("\u{3}");
    assert_ne!(program.ends(), 0, "as any program that a signal ends");
    assert!(home.bookmarks().exists(), "what was marked is saved");
}

#[test]
fn ctrl_c_ends_the_conversation_during_a_long_answer() {
    let home = Home::new();
    let asked = home.path().join("asked");
    let script = home.document("look-up", "echo asked > \"$2\"; exec sleep 600\n");
    let lookup =
        format!("lookup = [\"sh\", \"{}\", \"{{}}\", \"{}\"]\n", script.display(), asked.display());
    fs::write(home.config("config.toml"), lookup).expect("written");
    let mut program = reading(&home);
    program.press("11\r");
    program.shows("clause 11 of 25");
    program.press("L energy\r");
    program.until("the program runs", |_| asked.exists());
    program.press("\u{3}");
    assert_ne!(program.ends(), 0);
}
