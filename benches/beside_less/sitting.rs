//! One session of one program with one text: a person's actions, and how long each result takes to
//! appear on the screen.

use crate::process;
use crate::program::{Home, Program, Terminal};
use crate::text;
use portable_pty::CommandBuilder;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

/// The screen of both programs.
const TERMINAL: Terminal = Terminal { columns: 80, rows: 24, answers: true };

/// Longer than any answer takes.
const PATIENCE: Duration = Duration::from_secs(600);

/// A screen is stable once nothing was written to it for this long.
const QUIET: Duration = Duration::from_millis(15);

/// How long nothing is typed while wake-ups are counted.
const IDLE: Duration = Duration::from_secs(3);

/// Number of keys, of which the median is reported.
const STEPS: usize = 50;

/// The program that shows the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pager {
    Bulletin,
    Less,
}

/// Measurements: times in seconds, memory in MiB. The optional ones only if the system reports
/// them.
#[derive(Debug, Clone, Copy)]
pub struct Figures {
    pub first_screen: f64,
    /// Until the end is seen, if the user goes there at once.
    pub end_from_start: f64,
    /// Until the end is seen from the key, when all is read.
    pub end: f64,
    pub step: f64,
    pub search: f64,
    /// Bytes written for one line down.
    pub step_bytes: f64,
    /// Processor time in seconds until all is read.
    pub processor: Option<f64>,
    /// Wake-ups per second while nothing is typed.
    pub wake_ups: Option<f64>,
    pub memory: Option<f64>,
}

impl Pager {
    fn command(self, home: &Home, path: &Path) -> CommandBuilder {
        let mut command = match self {
            Self::Bulletin => home.bulletin(),
            Self::Less => home.command("less"),
        };
        // As for a user without settings.
        for name in ["LESS", "LESSOPEN", "LESSCLOSE", "LESSKEY", "LESSKEYIN", "LESSHISTFILE"] {
            command.env_remove(name);
        }
        command.arg(path);
        command
    }

    /// Whether the pager has read the whole text, or as much of it as it ever will.
    fn has_read(self, screen: &vt100::Screen) -> bool {
        self == Self::Less || !screen.contents().contains("still reading")
    }
}

/// Opens the text, goes to the end and back, waits until all is read, goes to the end and back again,
/// steps, searches, and quits.
pub fn sit(pager: Pager, path: &Path) -> Figures {
    let home = Home::new();
    let start = Instant::now();
    let mut program = Program::start_in(TERMINAL, pager.command(&home, path));
    let shows = |program: &Program, words: &'static str| {
        program.until_within(PATIENCE, words, |screen| screen.contents().contains(words))
    };
    let first = shows(&program, text::FIRST);

    program.press("G");
    let early_end = shows(&program, text::LAST);
    program.press("g");
    shows(&program, text::FIRST);

    program.until_within(PATIENCE, "all of it", |screen| pager.has_read(screen));
    let processor = process::processor(program.id());
    let asked = Instant::now();
    program.press("G");
    let end = shows(&program, text::LAST);

    program.press("g");
    shows(&program, text::FIRST);
    program.rests(QUIET);
    let written = program.bytes().len();
    let mut steps: Vec<f64> = (0..STEPS).map(|_| step(&mut program)).collect();
    let step_bytes = (program.bytes().len() - written) as f64 / STEPS as f64;
    let before = process::wake_ups(program.id());
    thread::sleep(IDLE);
    let woken = process::wake_ups(program.id());
    let wake_ups = woken.zip(before).map(|(now, before)| (now - before) / IDLE.as_secs_f64());

    program.press("g");
    shows(&program, text::FIRST);
    program.rests(QUIET);
    let searched = Instant::now();
    program.press(&format!("/{}\r", text::LAST_WORD));
    let found = shows(&program, text::LAST);

    let memory = process::peak_memory(program.id());
    program.press("q");
    program.ends();
    Figures {
        first_screen: (first - start).as_secs_f64(),
        end_from_start: (early_end - start).as_secs_f64(),
        end: (end - asked).as_secs_f64(),
        step: middle(&mut steps),
        search: (found - searched).as_secs_f64(),
        step_bytes,
        processor,
        wake_ups,
        memory,
    }
}

/// Moves one line down and waits until the screen is stable.
fn step(program: &mut Program) -> f64 {
    let before = program.words();
    let pressed = Instant::now();
    program.press("j");
    program.until_within(PATIENCE, "another line", |screen| screen.contents() != before);
    (program.rests(QUIET) - pressed).as_secs_f64()
}

/// Returns the median.
pub fn middle(figures: &mut [f64]) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
