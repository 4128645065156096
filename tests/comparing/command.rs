//! `bulletin compare` as it is run.

use super::bed::{Edit, Text};
use crate::shell::{self, text};
use serde_json::Value;
use std::path::Path;
use std::process::Output;

const OLD: &str = include_str!("../fixtures/quay-rules-old.txt");
const NEW: &str = include_str!("../fixtures/quay-rules-new.txt");

fn compare(home: &Path, arguments: &[&str]) -> Output {
    std::fs::write(home.join("old.txt"), OLD).expect("written");
    std::fs::write(home.join("new.txt"), NEW).expect("written");
    let arguments: Vec<&str> = ["compare"].into_iter().chain(arguments.iter().copied()).collect();
    shell::run(&arguments, home, b"")
}

fn printed(arguments: &[&str]) -> (Option<i32>, String) {
    let home = tempfile::tempdir().expect("a folder");
    let output = compare(home.path(), arguments);
    (output.status.code(), text(&output.stdout))
}

#[test]
fn changes_are_printed_with_their_signs() {
    let (status, out) = printed(&["old.txt", "new.txt"]);
    assert_eq!(
        out,
        "1 clause changed, 1 new, 1 gone, 2 renumbered\n\
         ~ 1: The keeper lights the lamp at [-dusk-]{+sunset+}, and puts it out at dawn.\n\
         + 2: {+No fish is sold before the bell has rung twice.+}\n\
         > 2-3 -> 3-4\n\
         - 4: [-A toll of 3 coins is paid for every barge.-]\n\
         ! 4 still says “clause 2”: that is now 3\n"
    );
    assert_eq!(status, Some(1));
}

#[test]
fn the_exit_status_says_whether_clauses_differ() {
    assert_eq!(printed(&["old.txt", "old.txt"]), (Some(0), "no clause changed\n".to_owned()));
    assert_eq!(printed(&["old.txt", "new.txt", "--references"]).0, Some(1));
    assert_eq!(printed(&["old.txt", "old.txt", "--references"]), (Some(0), String::new()));
    assert_eq!(printed(&["old.txt", "new.txt", "--at", "3"]).0, Some(0));
    assert_eq!(printed(&["old.txt", "new.txt", "--at", "3", "--strict"]).0, Some(1));
    assert_eq!(printed(&["old.txt", "none.txt"]).0, Some(2));
    assert_eq!(printed(&["old.txt"]).0, Some(2));
    assert_eq!(printed(&["-", "-"]).0, Some(2));
    assert_eq!(printed(&["old.txt", "new.txt", "--at", "40"]).0, Some(1));
}

#[test]
fn one_side_may_come_from_standard_input() {
    let home = tempfile::tempdir().expect("a folder");
    std::fs::write(home.path().join("old.txt"), OLD).expect("written");
    let output = shell::run(&["compare", "old.txt", "-"], home.path(), NEW.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("[-dusk-]{+sunset+}"));
}

#[test]
fn git_gives_seven_parameters_and_gets_no_error() {
    let driver = ["--git", "rules.txt", "old.txt", "0a1b", "100644", "new.txt", "0c2d", "100644"];
    let (status, out) = printed(&driver);
    assert_eq!(status, Some(0));
    assert!(out.contains("[-dusk-]{+sunset+}"), "{out}");
    let created = ["--git", "rules.txt", "/dev/null", ".", ".", "new.txt", "0c2d", "100644"];
    assert_eq!(printed(&created), (Some(0), "rules.txt: new file\n".to_owned()));
}

#[test]
fn json_holds_both_texts_whole() {
    let home = tempfile::tempdir().expect("a folder");
    for seed in 0..8 {
        let old = Text::new(seed);
        let new = old.with(Edit::Words(2)).with(Edit::Insert(5)).with(Edit::Split(7));
        std::fs::write(home.path().join("a.txt"), old.written()).expect("written");
        std::fs::write(home.path().join("b.txt"), new.written()).expect("written");
        let arguments = ["compare", "a.txt", "b.txt", "--all", "--format", "json"];
        let output = shell::run(&arguments, home.path(), b"");
        let comparison: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let rows = comparison["rows"].as_array().expect("rows");
        let words = |piece: &str| -> String {
            let paragraphs =
                rows.iter().flat_map(|row| row["paragraphs"].as_array().expect("some"));
            let pieces = paragraphs.flat_map(|one| one["pieces"].as_array().expect("some"));
            pieces.filter_map(|one| one["kept"].as_str().or(one[piece].as_str())).collect()
        };
        let without_blanks = |words: &str| words.split_whitespace().collect::<String>();
        assert_eq!(without_blanks(&words("gone")), without_blanks(&old.clauses().concat()));
        assert_eq!(without_blanks(&words("new")), without_blanks(&new.clauses().concat()));
    }
}

#[test]
fn markup_is_inside_blocks() {
    let (_, markdown) = printed(&["old.txt", "new.txt", "--format", "markdown"]);
    assert!(markdown.contains(
        "at <del aria-label=\"removed\">dusk</del><ins aria-label=\"added\">sunset</ins>, and"
    ));
    for block in markdown.split("\n\n") {
        for name in ["del", "ins"] {
            let (open, close) = (format!("<{name} "), format!("</{name}>"));
            assert_eq!(block.matches(&open).count(), block.matches(&close).count(), "{block}");
        }
    }
    let (_, html) = printed(&["old.txt", "new.txt", "--format", "html"]);
    assert!(html.starts_with("<!DOCTYPE html>") && !html.contains("<script"));
    assert!(html.contains("<h2>1 <small>changed</small></h2>"), "{html}");
}

#[test]
fn texts_with_nothing_in_common_are_still_compared() {
    let home = tempfile::tempdir().expect("a folder");
    std::fs::write(
        home.path().join("other.txt"),
        "1. Bakers knead dough.\n\n2. Cooks boil peas.\n",
    )
    .expect("written");
    let output = compare(home.path(), &["old.txt", "other.txt"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("the two texts have next to nothing in common"));
    assert!(text(&output.stdout).contains("Bakers knead dough"));
}
