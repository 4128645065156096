//! What the system reports about a running program; nothing except on Linux.

use std::fs;

/// Returns the peak memory of a process, in MiB.
pub fn peak_memory(id: u32) -> Option<f64> {
    Some(number_behind(&fs::read_to_string(format!("/proc/{id}/status")).ok()?, "VmHWM:")? / 1024.0)
}

/// Returns the processor time of a process so far in seconds, including ended threads.
pub fn processor(id: u32) -> Option<f64> {
    const TICKS_PER_SECOND: f64 = 100.0;
    let line = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    // The name, in parentheses, may contain anything. After it the times are the 12th and 13th.
    let (_, fields) = line.rsplit_once(')')?;
    let times = fields.split_whitespace().skip(11).take(2);
    Some(times.filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / TICKS_PER_SECOND)
}

/// Returns how often the threads of a process have woken up so far.
pub fn wake_ups(id: u32) -> Option<f64> {
    let threads = fs::read_dir(format!("/proc/{id}/task")).ok()?;
    let woken = threads.filter_map(|thread| {
        let status = fs::read_to_string(thread.ok()?.path().join("status")).ok()?;
        number_behind(&status, "voluntary_ctxt_switches:")
    });
    Some(woken.sum())
}

/// Returns the number in the line that begins with `name`.
fn number_behind(status: &str, name: &str) -> Option<f64> {
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_whitespace().next()?.parse().ok()
}
