//! One sitting of one program before one text: what a person does, and how long
//! each answer takes to stand on the screen.

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

/// A screen is stable once nothing was written to it for so long.
const QUIET: Duration = Duration::from_millis(15);

/// Nothing is typed for so long while wake-ups are counted.
const IDLE: Duration = Duration::from_secs(3);

/// Keys of which the middle one is told.
const STEPS: usize = 50;

/// Who shows the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pager {
    Bulletin,
    Less,
}

/// What was measured; times in seconds, memory in MiB. The last four where the system tells them.
#[derive(Debug, Clone, Copy)]
pub struct Figures {
    pub first_screen: f64,
    pub end_from_start: f64,
    pub end: f64,
    pub step: f64,
    pub search: f64,
    /// Bytes that a line further is sent in.
    pub step_bytes: f64,
    /// Seconds of processor until all is read.
    pub processor: Option<f64>,
    /// A second, while nothing is typed.
    pub wake_ups: Option<f64>,
    pub memory: Option<f64>,
}

impl Pager {
    fn command(self, home: &Home, path: &Path) -> CommandBuilder {
        let mut command = match self {
            Self::Bulletin => home.bulletin(),
            Self::Less => home.command("less"),
        };
        // As one who has set nothing has it.
        for name in ["LESS", "LESSOPEN", "LESSCLOSE", "LESSKEY", "LESSKEYIN", "LESSHISTFILE"] {
            command.env_remove(name);
        }
        command.arg(path);
        command
    }

    /// Whether the whole text is read as far as it ever will be.
    fn has_read(self, screen: &vt100::Screen) -> bool {
        self == Self::Less || !screen.contents().contains("reading on")
    }
}

/// Sits down, reads, goes to the end and back, steps, searches, and leaves.
pub fn sit(pager: Pager, path: &Path) -> Figures {
    let home = Home::new();
    let start = Instant::now();
    let mut program = Program::start_in(TERMINAL, pager.command(&home, path));
    let shows = |program: &Program, words: &'static str| {
        program.until_within(PATIENCE, words, |screen| screen.contents().contains(words))
    };
    let first = shows(&program, text::FIRST);

    // Who reads on in the background can go to the end when it is there.
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
        end_from_start: (end - start).as_secs_f64(),
        end: (end - asked).as_secs_f64(),
        step: middle(&mut steps),
        search: (found - searched).as_secs_f64(),
        step_bytes,
        processor,
        wake_ups,
        memory,
    }
}

/// One line down, until the screen is stable.
fn step(program: &mut Program) -> f64 {
    let before = program.words();
    let pressed = Instant::now();
    program.press("j");
    program.until_within(PATIENCE, "another line", |screen| screen.contents() != before);
    (program.rests(QUIET) - pressed).as_secs_f64()
}

/// The median.
pub fn middle(figures: &mut [f64]) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
