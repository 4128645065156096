//! The cost of comparing two versions beside that of importing them, and the memory that it needs.
//!
//! `tests/comparing/README.md` records the figures of one run and explains how it was made.

mod code;
mod memory;

use bulletin::align::Alignment;
use bulletin::comparison::{Comparison, Redline};
use bulletin::document::{Document, Origin};
use code::Code;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How often each pair is compared; the table has the medians.
const TIMES: usize = 5;

/// Two versions of a text.
struct Pair {
    name: String,
    old: Vec<u8>,
    new: Vec<u8>,
}

fn main() {
    println!(
        "| versions | import | sections | in all | the comparison | memory | aligned roughly |"
    );
    println!("|---|--:|--:|--:|--:|--:|--:|");
    let codes = [1_000_000, 10_000_000].map(Code::of_bytes);
    let [short, long] = &codes;
    let of_codes = [
        ("two codes of 1 MB, 5 % edited", short, short.edited(0.05)),
        ("10 MB, 5 % edited", long, long.edited(0.05)),
        ("10 MB, each clause edited", long, long.all_edited()),
        ("10 MB, each clause rewritten", long, long.rewritten()),
    ];
    if let Some(pair) = debian() {
        measure(&pair);
    }
    for (name, old, new) in of_codes {
        let [old, new] = [old, &new].map(|code| code.written().into_bytes());
        measure(&Pair { name: name.to_owned(), old, new });
    }
}

/// Two versions of the Debian constitution, if their package is at hand.
fn debian() -> Option<Pair> {
    let folder = std::env::var_os("DOC_DEBIAN");
    let folder = folder.map_or_else(|| PathBuf::from("/usr/share/doc/debian"), PathBuf::from);
    let read = |name: &str| std::fs::read(Path::new(&folder).join(name)).ok();
    let (old, new) = (read("constitution.1.6.txt.gz")?, read("constitution.txt.gz")?);
    Some(Pair { name: "Debian constitution 1.6 to 1.9".to_owned(), old, new })
}

fn document(bytes: &[u8]) -> Arc<Document> {
    let origin = Origin::File(PathBuf::from("code.txt"));
    Arc::new(bulletin::source::read(bytes, origin).expect("a text"))
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let (begun, begun_in_thread) = (Instant::now(), time_of_thread());
    let done = work();
    let in_thread = begun_in_thread.zip(time_of_thread()).map(|(from, to)| to - from);
    (done, in_thread.unwrap_or_else(|| begun.elapsed()))
}

/// The time that the thread has had a processor, as Linux counts it: other programs do not add to it.
fn time_of_thread() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(Duration::from_nanos(told.split(' ').next()?.parse().ok()?))
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64() * 1000.0
}

fn measure(pair: &Pair) {
    let (mut imports, mut alignments, mut all, mut comparisons) = (vec![], vec![], vec![], vec![]);
    let (mut most, mut coarse) = (0, 0);
    let mut bytes = 0;
    for _ in 0..TIMES {
        let ((old, new), import) = timed(|| (document(&pair.old), document(&pair.new)));
        bytes = old.text().len() + new.text().len();
        imports.push(import);
        let ((alignment, time), memory) = memory::peak(|| {
            let (alignment, time) = timed(|| Alignment::of(&old, &new));
            alignments.push(time);
            // What a command prints besides.
            let (count, more) = timed(|| {
                let rows = alignment.rows().iter().filter(|row| row.is_changed());
                let words = rows.map(|row| alignment.paragraphs(row).len()).sum::<usize>();
                words + alignment.stale().len()
            });
            std::hint::black_box(count);
            (alignment, time + more)
        });
        all.push(time);
        coarse = alignment.coarse();
        most = most.max(memory.unwrap_or(0));
        drop(alignment);
        comparisons.push(timed(|| Comparison::of(old, new, Redline::Styles)).1);
    }
    println!(
        "| {} | {:.1} ms | {:.1} ms | {:.1} ms | {:.1} ms | {:.1} times the text | {coarse} |",
        pair.name,
        median(imports),
        median(alignments),
        median(all),
        median(comparisons),
        most as f64 / bytes as f64,
    );
}
