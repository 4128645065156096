//! The program is killed at any moment while it saves bookmarks: what it confirmed is there, and
//! the file is intact.

use super::program::{Home, Program};
use bulletin::bookmarks::{Bookmark, Change, Store};
use fastrand::Rng;
use std::fs;
use std::io::Write;
use std::time::{Duration, Instant};

/// Number of trials in the slow suite, and in the usual one.
const SLOW: u64 = 200;
const USUAL: u64 = 12;

/// Clauses of one paragraph each, so that their addresses are their numbers.
const CLAUSES: [u32; 15] = [6, 10, 11, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25];

/// Pause between two clauses, in microseconds.
const PAUSE: u64 = 3_000;

#[test]
fn what_was_confirmed_is_kept_whenever_the_program_is_killed() {
    let trials = if std::env::var_os("BULLETIN_SLOW").is_some() {
        SLOW
    } else {
        let _ = writeln!(std::io::stderr(), "skipped: {} trials, for BULLETIN_SLOW", SLOW - USUAL);
        USUAL
    };
    let whole = undisturbed();
    let (mut confirmed, mut cut_short) = (0, 0);
    for seed in 0..trials {
        let marked = trial(seed, whole);
        confirmed += marked;
        cut_short += usize::from(marked < CLAUSES.len());
    }
    // The test proves nothing unless it interrupts a program at work.
    assert!(confirmed > 0 && cut_short > 0, "{confirmed} confirmed, {cut_short} cut short");
}

fn begin() -> (Home, Program) {
    let home = Home::new();
    fs::write(home.config("config.toml"), "theme = \"plain\"\n").expect("written");
    let program = home.reading();
    (home, program)
}

/// Marks one clause after another until `end`.
fn mark(program: &mut Program, end: Instant) {
    for clause in CLAUSES {
        program.press(&format!("{clause}\rm"));
        let left = end.saturating_duration_since(Instant::now());
        std::thread::sleep(left.min(Duration::from_micros(PAUSE)));
        if Instant::now() >= end {
            break;
        }
    }
}

/// Returns how long marking all of the clauses takes on this machine now.
fn undisturbed() -> Duration {
    let (_home, mut program) = begin();
    let begun = Instant::now();
    mark(&mut program, begun + Duration::from_secs(60));
    program.shows(&format!("bookmark added: {}", CLAUSES[CLAUSES.len() - 1]));
    let took = begun.elapsed();
    program.press("q");
    assert_eq!(program.ends(), 0);
    took
}

/// Kills a program that marks one clause after another, at a random moment within the usual time;
/// returns how many clauses it had confirmed.
fn trial(seed: u64, whole: Duration) -> usize {
    let mut rng = Rng::with_seed(seed);
    let (home, mut program) = begin();
    let id = rustix::process::Pid::from_raw(program.id().cast_signed()).expect("a process");
    let end = Instant::now() + whole.mul_f64(rng.f64());
    mark(&mut program, end);
    std::thread::sleep(end.saturating_duration_since(Instant::now()));
    rustix::process::kill_process(id, rustix::process::Signal::KILL).expect("killed");
    program.child.wait().expect("an end");
    let marked = confirmed(&program);
    let mut store = Store::open(home.bookmarks());
    assert_eq!(store.trouble(), None, "seed {seed}");
    let kept: Vec<&str> = store.bookmarks().iter().map(|b| b.address.as_str()).collect();
    for clause in &CLAUSES[..marked] {
        assert!(kept.contains(&clause.to_string().as_str()), "seed {seed}: {clause} of {kept:?}");
    }
    // Nothing left behind blocks the next change.
    let next = Bookmark { id: "next".to_owned(), ..Bookmark::default() };
    store.make(&Change::Add(Box::new(next))).expect("kept");
    marked
}

/// Returns how many clauses the screen has confirmed: they come in order.
fn confirmed(program: &Program) -> usize {
    let words = program.words();
    let last = CLAUSES.iter().rposition(|c| words.contains(&format!("bookmark added: {c}")));
    last.map_or(0, |at| at + 1)
}

/// Number of trials with notes and tags, in the slow suite and in the usual one.
const SLOW_NOTES: u64 = 100;
const USUAL_NOTES: u64 = 8;

/// Returns the note that a trial types on a clause; a partial one is recognisable.
fn note(clause: u32) -> String {
    format!("begun {clause} and done {clause}")
}

#[test]
fn notes_and_tags_are_whole_whenever_the_program_is_killed_beside_another() {
    let slow = std::env::var_os("BULLETIN_SLOW").is_some();
    let trials = if slow { SLOW_NOTES } else { USUAL_NOTES };
    let (mut confirmed, mut cut_short) = (0, 0);
    for seed in 0..trials {
        let noted = trial_with_notes(seed);
        confirmed += noted;
        cut_short += usize::from(noted < CLAUSES.len());
    }
    assert!(confirmed > 0 && cut_short > 0, "{confirmed} confirmed, {cut_short} cut short");
}

/// Adds a note and tags to one clause after another, beside an instance that tags the same
/// bookmarks, and is killed at a random moment; returns how many notes it had confirmed.
fn trial_with_notes(seed: u64) -> usize {
    let mut rng = Rng::with_seed(seed);
    let (home, mut program) = begin();
    let mut other = home.reading();
    let id = rustix::process::Pid::from_raw(program.id().cast_signed()).expect("a process");
    let last = rng.usize(1..CLAUSES.len());
    let mut confirmed = 0;
    for clause in &CLAUSES[..last] {
        program.press(&format!("{clause}\rM{}\r", note(*clause)));
        program.shows(&format!("bookmark added with its note: {clause}"));
        confirmed += 1;
        program.press("Btby-one\rq");
        if rng.bool() {
            // This instance sees fewer bookmarks than there are by now, or none.
            other.press("3\rmBtby-other\rq");
        }
    }
    // The kill interrupts the typing or the saving of the last note.
    let clause = CLAUSES[last];
    program.press(&format!("{clause}\rM{}", note(clause)));
    program.press("\r");
    std::thread::sleep(Duration::from_micros(rng.u64(0..30_000)));
    rustix::process::kill_process(id, rustix::process::Signal::KILL).expect("killed");
    program.child.wait().expect("an end");
    // The other instance continues, and no lock is left to block it.
    other.press("4\rm");
    other.shows("bookmark added: 4");
    let store = Store::open(home.bookmarks());
    assert_eq!(store.trouble(), None, "seed {seed}");
    let of = |clause: u32| store.bookmarks().iter().find(|b| b.address == clause.to_string());
    for clause in &CLAUSES[..last] {
        let kept = of(*clause).unwrap_or_else(|| panic!("seed {seed}: {clause} is lost"));
        assert_eq!(kept.note, note(*clause), "seed {seed}");
    }
    if let Some(kept) = of(clause) {
        assert_eq!(kept.note, note(clause), "seed {seed}: a part of a note");
    }
    let known = ["by-one", "by-other"];
    for tag in store.bookmarks().iter().flat_map(|bookmark| &bookmark.tags) {
        assert!(known.contains(&tag.as_str()), "seed {seed}: {tag}");
    }
    confirmed
}
