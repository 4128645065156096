//! One sitting of one program before one text: what a person does, and how long
//! each answer takes to stand on the screen.

use crate::program::{Home, Program, Terminal};
use crate::text;
use portable_pty::CommandBuilder;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

/// The screen of both programs.
const TERMINAL: Terminal = Terminal { columns: 80, rows: 24, answers: true };

/// Longer than any answer takes.
const PATIENCE: Duration = Duration::from_secs(600);

/// A screen is stable once nothing was written to it for so long.
const QUIET: Duration = Duration::from_millis(15);

/// Keys of which the middle one is told.
const STEPS: usize = 50;

/// Who shows the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pager {
    Bulletin,
    Less,
}

/// What was measured; times in seconds, memory in MiB.
#[derive(Debug, Clone, Copy)]
pub struct Figures {
    pub first_screen: f64,
    pub end_from_start: f64,
    pub end: f64,
    pub step: f64,
    pub search: f64,
    /// Where the system tells it.
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
    let asked = Instant::now();
    program.press("G");
    let end = shows(&program, text::LAST);

    program.press("g");
    shows(&program, text::FIRST);
    program.rests(QUIET);
    let mut steps: Vec<f64> = (0..STEPS).map(|_| step(&mut program)).collect();

    program.press("g");
    shows(&program, text::FIRST);
    program.rests(QUIET);
    let searched = Instant::now();
    program.press(&format!("/{}\r", text::LAST_WORD));
    let found = shows(&program, text::LAST);

    let memory = peak_memory(program.id());
    program.press("q");
    program.ends();
    Figures {
        first_screen: (first - start).as_secs_f64(),
        end_from_start: (end - start).as_secs_f64(),
        end: (end - asked).as_secs_f64(),
        step: middle(&mut steps),
        search: (found - searched).as_secs_f64(),
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

/// The most memory that a process ever held, in MiB, where Linux tells it.
fn peak_memory(id: u32) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes / 1024.0)
}
