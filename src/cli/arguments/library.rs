//! The arguments of `bulletin library`.

use super::format::OutputFormat;
use crate::messages::usage;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// `bulletin library`.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Library {
    #[command(subcommand)]
    pub command: Option<LibraryCommand>,
    #[arg(help = usage::OUTPUT_FORMAT, long, value_enum, default_value_t)]
    pub format: OutputFormat,
}

/// The commands of the library.
#[derive(Debug, Subcommand)]
pub enum LibraryCommand {
    #[command(about = usage::LIBRARY_ADD)]
    Add {
        #[arg(help = usage::LIBRARY_PATH, value_name = "PATH", required = true)]
        paths: Vec<PathBuf>,
    },
    #[command(about = usage::LIBRARY_REMOVE)]
    Remove {
        #[arg(help = usage::LIBRARY_PATH, value_name = "PATH", required = true)]
        paths: Vec<PathBuf>,
    },
    #[command(about = usage::LIBRARY_UPDATE)]
    Update,
}
