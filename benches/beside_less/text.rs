//! Long plain texts with numbered clauses, always the same for a given size.

use std::io::{self, BufWriter, Write};

/// The words at the start of the first clause, on a line by themselves.
pub const FIRST: &str = "Opening words of the harbour rules.";

/// A word that occurs only in the last clause, and that clause.
pub const LAST_WORD: &str = "Endquay";
pub const LAST: &str = "Endquay closes the book.";

const SEED: u64 = 20_060_620;

/// Width of a line in columns, which no program needs to wrap.
const WIDTH: usize = 72;

const WORDS: [&str; 24] = [
    "and", "anchor", "at", "before", "bell", "council", "dusk", "every", "for", "harbour",
    "keeper", "lamp", "ledger", "light", "may", "of", "pilot", "quay", "report", "shall", "ship",
    "the", "tide", "within",
];

/// Writes a text of about `bytes` bytes.
pub fn write(to: impl Write, bytes: u64) -> io::Result<()> {
    let mut to = BufWriter::new(to);
    let mut random = fastrand::Rng::with_seed(SEED);
    let mut written = 0;
    let mut number = 1;
    write!(to, "Rules of the Great Harbour\n\n1. {FIRST}\n\n")?;
    while written < bytes {
        number += 1;
        let clause = clause(number, &mut random);
        to.write_all(clause.as_bytes())?;
        written += clause.len() as u64;
    }
    writeln!(to, "{}. {LAST}", number + 1)?;
    to.flush()
}

/// Returns a clause of some lines, and the blank line after it.
fn clause(number: usize, random: &mut fastrand::Rng) -> String {
    let mut clause = format!("{number}.");
    let mut column = clause.len();
    for _ in 0..random.usize(20..90) {
        let word = WORDS[random.usize(..WORDS.len())];
        let parted = column + 1 + word.len() <= WIDTH;
        clause.push(if parted { ' ' } else { '\n' });
        column = if parted { column + 1 + word.len() } else { word.len() };
        clause.push_str(word);
    }
    clause.push_str(".\n\n");
    clause
}
