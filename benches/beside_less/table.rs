//! The sessions with one text, and the table of their medians.

use crate::sitting::{Figures, Pager, middle, sit};
use crate::text;
use std::process::{Command, Stdio};

/// Sessions of each program; the table shows their medians.
const SITTINGS: usize = 5;

/// A row: the name of the measurement, its unit, and its value.
type Row = (&'static str, Unit, fn(&Figures) -> Option<f64>);

#[derive(Clone, Copy)]
enum Unit {
    Time,
    Memory,
    Count,
}

const ROWS: [Row; 9] = [
    ("first words seen", Unit::Time, |figures| Some(figures.first_screen)),
    ("last words seen, from the start", Unit::Time, |figures| Some(figures.end_from_start)),
    ("last words seen, from `G`, all read", Unit::Time, |figures| Some(figures.end)),
    ("a line further, `j`", Unit::Time, |figures| Some(figures.step)),
    ("bytes sent for a line further", Unit::Count, |figures| Some(figures.step_bytes)),
    ("search of the whole, all read", Unit::Time, |figures| Some(figures.search)),
    ("processor until all is read", Unit::Time, |figures| figures.processor),
    ("wake-ups a second, nothing typed", Unit::Count, |figures| figures.wake_ups),
    ("peak memory", Unit::Memory, |figures| figures.memory),
];

/// The figures of both programs for one text.
struct Measured {
    bulletin: Vec<Figures>,
    less: Vec<Figures>,
}

/// Measures both programs with a text of each of the sizes, in MB, and prints the table.
pub fn print(sizes: &[u64]) {
    let beside = is_installed("less");
    let measured: Vec<Measured> = sizes.iter().map(|size| measure(*size, beside)).collect();
    let heads: String = sizes.iter().map(|size| format!(" {size} MB | |")).collect();
    println!("\n| bulletin/less |{heads}\n|---|{}", "---|---|".repeat(sizes.len()));
    for (what, unit, of) in ROWS {
        let cells: String = measured.iter().map(|measured| measured.cells(unit, of)).collect();
        println!("| {what} |{cells}");
    }
    if !beside {
        println!("\nless is not installed here, and was not measured");
    }
}

fn measure(megabytes: u64, beside: bool) -> Measured {
    let mut file = tempfile::Builder::new().suffix(".txt").tempfile().expect("a file");
    text::write(file.as_file_mut(), megabytes * 1_000_000).expect("written");
    let mut measured = Measured { bulletin: Vec::new(), less: Vec::new() };
    // Alternates, so that other work of the machine affects both.
    for _ in 0..SITTINGS {
        measured.bulletin.push(sit(Pager::Bulletin, file.path()));
        if beside {
            measured.less.push(sit(Pager::Less, file.path()));
        }
    }
    measured
}

impl Measured {
    /// Returns the ratio of the two, and both.
    fn cells(&self, unit: Unit, of: fn(&Figures) -> Option<f64>) -> String {
        let (ours, theirs) = (median(&self.bulletin, of), median(&self.less, of));
        let ratio = match (ours, theirs) {
            (Some(ours), Some(theirs)) if theirs > 0.0 => match ours / theirs {
                ratio if ratio < 10.0 => format!("{ratio:.1}"),
                ratio => format!("{ratio:.0}"),
            },
            _ => String::new(),
        };
        format!(" {ratio} | {} |", told(ours, theirs, unit))
    }
}

fn median(figures: &[Figures], of: impl Fn(&Figures) -> Option<f64>) -> Option<f64> {
    let mut known: Vec<f64> = figures.iter().filter_map(of).collect();
    (!known.is_empty()).then(|| middle(&mut known))
}

fn told(ours: Option<f64>, theirs: Option<f64>, unit: Unit) -> String {
    let number = |figure: Option<f64>| match (figure, unit) {
        (None, _) => "?".to_owned(),
        (Some(seconds), Unit::Time) => format!("{:.1}", seconds * 1000.0),
        (Some(mebibytes), Unit::Memory) => format!("{mebibytes:.1}"),
        (Some(count), Unit::Count) => format!("{count:.0}"),
    };
    let unit = match unit {
        Unit::Time => " ms",
        Unit::Memory => " MiB",
        Unit::Count => "",
    };
    format!("{} : {}{unit}", number(ours), number(theirs))
}

fn is_installed(program: &str) -> bool {
    let version = Command::new(program).arg("--version").stdout(Stdio::null()).status();
    version.is_ok_and(|status| status.success())
}
