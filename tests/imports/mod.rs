//! The files of `src` keep the order of `ARCHITECTURE.md`, and no two of them use each other.

mod graph;
mod module;

use graph::Graph;
use std::collections::BTreeSet;
use std::path::Path;

/// Files that call each other because what they read is nested: a cell of a table contains blocks, and
/// a block may be a table.
const NESTED: [[&str; 2]; 1] = [["import/html/table.rs", "import/html/walk.rs"]];

fn sources() -> Graph {
    Graph::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
}

/// Returns the folder of a file in `src`, or its name without the ending.
fn folder(file: &str) -> &str {
    file.split(['/', '.']).next().unwrap_or(file)
}

#[test]
fn no_two_files_use_each_other() {
    let sources = sources();
    let nested: Vec<BTreeSet<&str>> = NESTED.iter().map(|files| BTreeSet::from(*files)).collect();
    let circles = sources.circles();
    assert!(nested.iter().all(|known| circles.contains(known)), "NESTED names too much");
    let found: Vec<_> = circles.iter().filter(|circle| !nested.contains(circle)).collect();
    assert!(found.is_empty(), "move what they share to a file of its own: {found:#?}");
}

#[test]
fn a_file_uses_only_its_folder_and_those_above_it() {
    let order: Vec<&str> = include_str!("../../ARCHITECTURE.md")
        .lines()
        .filter_map(|line| line.strip_prefix("    src/"))
        .map(folder)
        .collect();
    let place = |file: &str| order.iter().position(|own| *own == folder(file));
    let sources = sources();
    let mut below = Vec::new();
    for [from, to] in sources.uses() {
        let (Some(own), Some(other)) = (place(from), place(to)) else {
            panic!("ARCHITECTURE.md names no folder of {from} or {to}");
        };
        if other > own {
            below.push(format!("{from} uses {to}"));
        }
    }
    assert!(below.is_empty(), "{below:#?}");
}
