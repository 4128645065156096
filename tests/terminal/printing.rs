//! The commands that print, where a person reads what they print.

use super::program::{Home, Program};

#[test]
fn a_person_is_told_that_nothing_matches() {
    let home = Home::new();
    let mut command = home.bulletin();
    command.args(["find", "zebra", "--built-in"]);
    let mut program = Program::start(command);
    program.shows("bulletin: no match");
    assert_eq!(program.ends(), 1);
}
