//! The sittings before one text, and the table of their medians.

use crate::sitting::{Figures, Pager, middle, sit};
use crate::text;
use std::process::{Command, Stdio};

/// Sittings of each program, of which the medians are told.
const SITTINGS: usize = 5;

/// A row: what was measured, in which unit, and how much of it.
type Row = (&'static str, Unit, fn(&Figures) -> Option<f64>);

#[derive(Clone, Copy)]
enum Unit {
    Time,
    Memory,
}

const ROWS: [Row; 6] = [
    ("first words seen", Unit::Time, |figures| Some(figures.first_screen)),
    ("last words seen, from the start", Unit::Time, |figures| Some(figures.end_from_start)),
    ("last words seen, from `G`", Unit::Time, |figures| Some(figures.end)),
    ("a line further, `j`", Unit::Time, |figures| Some(figures.step)),
    ("search of the whole", Unit::Time, |figures| Some(figures.search)),
    ("peak memory", Unit::Memory, |figures| figures.memory),
];

/// Measures both programs before a text of so many MB, and prints the table.
pub fn measure(megabytes: u64) {
    let mut file = tempfile::Builder::new().suffix(".txt").tempfile().expect("a file");
    text::write(file.as_file_mut(), megabytes * 1_000_000).expect("written");
    let mut bulletin = Vec::new();
    let mut less = Vec::new();
    let beside = is_installed("less");
    // By turns, so that what else the machine does falls on both.
    for _ in 0..SITTINGS {
        bulletin.push(sit(Pager::Bulletin, file.path()));
        if beside {
            less.push(sit(Pager::Less, file.path()));
        }
    }
    println!("\n| {megabytes} MB | bulletin | less | bulletin/less |\n|---|---|---|---|");
    for (what, unit, of) in ROWS {
        let (ours, theirs) = (median(&bulletin, of), median(&less, of));
        let ratio = match (ours, theirs) {
            (Some(ours), Some(theirs)) => format!("{:.2}", ours / theirs),
            _ => String::new(),
        };
        println!("| {what} | {} | {} | {ratio} |", told(ours, unit), told(theirs, unit));
    }
    if !beside {
        println!("\nless is not installed here, and was not measured");
    }
}

fn median(figures: &[Figures], of: impl Fn(&Figures) -> Option<f64>) -> Option<f64> {
    let mut known: Vec<f64> = figures.iter().filter_map(of).collect();
    (!known.is_empty()).then(|| middle(&mut known))
}

fn told(figure: Option<f64>, unit: Unit) -> String {
    match (figure, unit) {
        (None, _) => String::new(),
        (Some(seconds), Unit::Time) => format!("{:.1} ms", seconds * 1000.0),
        (Some(mebibytes), Unit::Memory) => format!("{mebibytes:.1} MiB"),
    }
}

fn is_installed(program: &str) -> bool {
    let version = Command::new(program).arg("--version").stdout(Stdio::null()).status();
    version.is_ok_and(|status| status.success())
}
