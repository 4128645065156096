//! The program is killed at any moment while it keeps bookmarks: what it had
//! confirmed is there, and the file is whole.

use crate::program::{Home, Program};
use bulletin::bookmarks::{Bookmark, Change, Store};
use fastrand::Rng;
use std::fs;
use std::io::Write;
use std::time::{Duration, Instant};

/// Trials in the slow suite, and in the usual one.
const SLOW: u64 = 200;
const USUAL: u64 = 12;

/// Clauses of one paragraph each, so that their addresses are their numbers.
const CLAUSES: [u32; 15] = [6, 10, 11, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25];

/// Between one clause and the next, in microseconds.
const PAUSE: u64 = 3_000;

/// The longest that a trial is let run, in microseconds.
const LONGEST: u64 = 60_000;

#[test]
fn what_was_confirmed_is_kept_whenever_the_program_is_killed() {
    let trials = if std::env::var_os("BULLETIN_SLOW").is_some() {
        SLOW
    } else {
        let _ = writeln!(std::io::stderr(), "skipped: {} trials, for BULLETIN_SLOW", SLOW - USUAL);
        USUAL
    };
    let (mut confirmed, mut cut_short) = (0, 0);
    for seed in 0..trials {
        let marked = trial(seed);
        confirmed += marked;
        cut_short += usize::from(marked < CLAUSES.len());
    }
    // A test that never met a program at work would show nothing.
    assert!(confirmed > 0 && cut_short > 0, "{confirmed} confirmed, {cut_short} cut short");
}

/// Kills a program that marks one clause after another; returns how many it had
/// confirmed.
fn trial(seed: u64) -> usize {
    let mut rng = Rng::with_seed(seed);
    let home = Home::new();
    fs::write(home.config("config.toml"), "theme = \"plain\"\n").expect("written");
    let mut program = home.reading();
    let id = rustix::process::Pid::from_raw(program.id().cast_signed()).expect("a process");
    let end = Instant::now() + Duration::from_micros(rng.u64(..LONGEST));
    for clause in CLAUSES {
        program.press(&format!("{clause}\rm"));
        let left = end.saturating_duration_since(Instant::now());
        std::thread::sleep(left.min(Duration::from_micros(PAUSE)));
        if Instant::now() >= end {
            break;
        }
    }
    rustix::process::kill_process(id, rustix::process::Signal::KILL).expect("killed");
    program.child.wait().expect("an end");
    let marked = confirmed(&program);
    let mut store = Store::open(home.bookmarks());
    assert_eq!(store.trouble(), None, "seed {seed}");
    let kept: Vec<&str> = store.bookmarks().iter().map(|b| b.address.as_str()).collect();
    for clause in &CLAUSES[..marked] {
        assert!(kept.contains(&clause.to_string().as_str()), "seed {seed}: {clause} of {kept:?}");
    }
    // Nothing that was left behind stands in the way.
    let next = Bookmark { id: "next".to_owned(), ..Bookmark::default() };
    store.make(Change::Add(Box::new(next))).expect("kept");
    marked
}

/// How many clauses the screen had confirmed: they come in their order.
fn confirmed(program: &Program) -> usize {
    let words = program.words();
    let last = CLAUSES.iter().rposition(|c| words.contains(&format!("bookmark added: {c}")));
    last.map_or(0, |at| at + 1)
}
