//! The most memory that work needs, as Linux counts it; other systems have no figures.

use std::fs;

/// Does work and returns what it returns, with the most memory that it needed beside what was already
/// in use, in bytes.
pub fn peak<T>(work: impl FnOnce() -> T) -> (T, Option<u64>) {
    // Forgets the highest figure so far.
    let reset = fs::write("/proc/self/clear_refs", "5");
    let before = figure("VmRSS:");
    let done = work();
    let most = figure("VmHWM:");
    let needed = before.zip(most).map(|(before, most)| most.saturating_sub(before));
    (done, needed.filter(|_| reset.is_ok()))
}

/// A figure of the process in bytes.
fn figure(name: &str) -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    Some(line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok()? * 1024)
}
