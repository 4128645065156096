//! How a command prints.

use crate::messages::usage;
use clap::ValueEnum;

/// How a command prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum OutputFormat {
    #[value(help = usage::FOR_PEOPLE)]
    #[default]
    Text,
    #[value(help = usage::FOR_PROGRAMS)]
    Json,
}
