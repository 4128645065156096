//! What a person waits for with a long plain text, compared with `less` in one run: both in a
//! pseudo-terminal of 80 by 24 that answers as xterm does.
//!
//! `cargo bench --bench beside_less` tries texts of 10 and 100 MB, and
//! `cargo bench --bench beside_less -- 1000` one of the given number of MB. It prints the table of
//! `benches/README.md`, which explains how that was made.

#[cfg(unix)]
mod process;
#[cfg(unix)]
#[expect(dead_code, reason = "the tests of the real program use more of it")]
#[path = "../../tests/terminal/program.rs"]
mod program;
#[cfg(unix)]
mod sitting;
#[cfg(unix)]
mod table;
#[cfg(unix)]
mod text;

#[cfg(unix)]
fn main() {
    let named: Vec<u64> = std::env::args().filter_map(|word| word.parse().ok()).collect();
    let sizes = if named.is_empty() { vec![10, 100] } else { named };
    table::print(&sizes);
}

#[cfg(not(unix))]
fn main() {
    println!("there is no pseudo-terminal to try it in");
}
