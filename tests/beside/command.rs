//! `print --beside` and `check --beside`.

use super::{ENGLISH, RUSSIAN};
use crate::shell::{self, text};
use serde_json::Value;
use std::process::Output;

fn run(arguments: &[&str]) -> Output {
    let home = tempfile::tempdir().expect("a folder");
    std::fs::write(home.path().join("en.txt"), ENGLISH).expect("written");
    std::fs::write(home.path().join("ru.txt"), RUSSIAN).expect("written");
    shell::run(arguments, home.path(), b"")
}

#[test]
fn print_beside_has_two_columns_where_there_is_room() {
    let wide = run(&["print", "en.txt", "--beside", "ru.txt", "--at", "4", "--width", "110"]);
    let wide = text(&wide.stdout);
    assert!(wide.lines().all(|line| line.contains(" │ ")), "{wide}");
    assert!(wide.contains("Oil") && wide.contains("Масло"), "{wide}");
    let narrow = run(&["print", "en.txt", "--beside", "ru.txt", "--at", "4", "--width", "60"]);
    let narrow = text(&narrow.stdout);
    assert!(narrow.lines().any(|line| line.starts_with("┊ ")), "{narrow}");
    let missing = run(&["print", "en.txt", "--beside", "ru.txt", "--at", "3", "--format", "tsv"]);
    let missing = text(&missing.stdout);
    assert!(missing.lines().nth(1).is_some_and(|line| line.starts_with("3 ↔ –\t")), "{missing}");
}

#[test]
fn print_beside_gives_programs_each_pair() {
    let output = run(&["print", "en.txt", "--beside", "ru.txt", "--format", "json"]);
    let rows: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let rows = rows.as_array().expect("rows");
    let row = rows.iter().find(|row| row["left"][0] == "4").expect("clause 4");
    assert_eq!(row["right"][0], "4");
    assert!(row["texts"][1].as_str().is_some_and(|words| words.contains("Масло")), "{row}");
    assert_eq!(run(&["print", "en.txt", "--format", "tsv"]).status.code(), Some(2));
    assert_eq!(run(&["print", "en.txt", "ru.txt", "--beside", "ru.txt"]).status.code(), Some(2));
}

#[test]
fn check_beside_exits_with_1_if_a_text_lacks_something() {
    let output = run(&["check", "en.txt", "--beside", "ru.txt"]);
    assert_eq!(output.status.code(), Some(1));
    let told = text(&output.stdout);
    assert!(told.contains("en.txt: 3: clause 3 is not in ru.txt"), "{told}");
    assert_eq!(run(&["check", "en.txt", "--beside", "en.txt"]).status.code(), Some(0));
    assert_eq!(run(&["check", "en.txt", "--beside", "none.txt"]).status.code(), Some(2));
}
