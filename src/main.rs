//! The `bulletin` program; all of it is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    bulletin::cli::run(bulletin::run::read)
}
