//! `bulletin completions`: the completions of a shell, made from the arguments.

use super::arguments::Arguments;
use super::error::Failure;
use super::output::emit;
use clap::CommandFactory;
use clap_complete::Shell;

/// Prints them.
///
/// # Errors
/// If standard output cannot be written.
pub fn run(shell: Shell) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "bulletin", &mut script);
    emit(&String::from_utf8_lossy(&script))
}
