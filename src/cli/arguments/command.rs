//! The commands that print.

use super::bookmarks::BookmarksCommand;
use super::compare::Compare;
use super::details::long;
use super::format::OutputFormat;
use super::library::Library;
use super::print::Print;
use super::source::Source;
use crate::messages::usage;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// The commands that print.
#[derive(Debug, Subcommand)]
pub enum Command {
    #[command(about = usage::COMMAND_PRINT)]
    Print(Print),
    #[command(about = usage::COMMAND_OUTLINE)]
    Outline {
        #[command(flatten)]
        source: Source,
        #[arg(help = usage::OUTPUT_FORMAT, long, value_enum, default_value_t)]
        format: OutputFormat,
    },
    #[command(about = usage::COMMAND_FIND)]
    Find(Find),
    #[command(about = usage::COMMAND_MEMBERS)]
    Members {
        #[command(flatten)]
        source: Source,
        #[arg(help = usage::OUTPUT_FORMAT, long, value_enum, default_value_t)]
        format: OutputFormat,
    },
    #[command(about = usage::COMMAND_REFERENCES)]
    References {
        #[command(flatten)]
        source: Source,
        #[arg(help = usage::OUTPUT_FORMAT, long, value_enum, default_value_t)]
        format: OutputFormat,
    },
    #[command(about = usage::COMMAND_TERMS)]
    Terms {
        #[command(flatten)]
        source: Source,
        #[arg(help = usage::OUTPUT_FORMAT, long, value_enum, default_value_t)]
        format: OutputFormat,
    },
    #[command(about = usage::COMMAND_CHECK, long_about = long(usage::COMMAND_CHECK, usage::COMMAND_CHECK_DETAILS))]
    Check {
        #[command(flatten)]
        source: Source,
        #[arg(help = usage::OUTPUT_FORMAT, long, value_enum, default_value_t)]
        format: OutputFormat,
        #[arg(help = usage::CHECK_BESIDE, long, value_name = "OTHER")]
        beside: Option<PathBuf>,
    },
    #[command(about = usage::COMMAND_EXPLAIN, long_about = long(usage::COMMAND_EXPLAIN, usage::COMMAND_EXPLAIN_DETAILS))]
    Explain(Explain),
    #[command(about = usage::COMMAND_COMPARE, long_about = long(usage::COMMAND_COMPARE, usage::COMMAND_COMPARE_DETAILS))]
    Compare(Compare),
    #[command(about = usage::COMMAND_HISTORY, long_about = long(usage::COMMAND_HISTORY, usage::COMMAND_HISTORY_DETAILS))]
    History(History),
    #[command(about = usage::COMMAND_RECENT)]
    Recent {
        #[arg(help = usage::OUTPUT_FORMAT, long, value_enum, default_value_t)]
        format: OutputFormat,
    },
    #[command(about = usage::COMMAND_LIBRARY, long_about = long(usage::COMMAND_LIBRARY, usage::COMMAND_LIBRARY_DETAILS))]
    Library(Library),
    #[command(about = usage::COMMAND_BOOKMARKS, subcommand)]
    Bookmarks(BookmarksCommand),
    #[command(about = usage::COMMAND_CONFIG, subcommand)]
    Config(ConfigCommand),
    #[command(about = usage::COMMAND_COMPLETIONS)]
    Completions {
        #[arg(help = usage::COMPLETIONS_SHELL)]
        shell: clap_complete::Shell,
    },
    #[command(about = usage::COMMAND_MAN)]
    Man {
        #[arg(help = usage::MAN_COMMAND)]
        command: Vec<String>,
        #[arg(help = usage::MAN_OUT, long, value_name = "DIR", conflicts_with = "command")]
        out: Option<PathBuf>,
    },
}

/// `bulletin find`.
#[derive(Debug, Args)]
pub struct Find {
    #[arg(help = usage::FIND_PATTERN, allow_hyphen_values = true)]
    pub pattern: String,
    #[arg(help = usage::FIND_FILES, value_name = "PATH")]
    pub files: Vec<PathBuf>,
    #[arg(help = usage::FIND_HIDDEN, long)]
    pub hidden: bool,
    #[arg(help = usage::BUILT_IN, long, conflicts_with = "files")]
    pub built_in: bool,
    #[arg(help = usage::FIND_REGEX, short = 'E', long)]
    pub regex: bool,
    #[arg(help = usage::OUTPUT_FORMAT, long, value_enum, default_value_t)]
    pub format: OutputFormat,
}

/// `bulletin history`.
#[derive(Debug, Args)]
pub struct History {
    #[arg(help = usage::HISTORY_ADDRESS, allow_hyphen_values = true)]
    pub address: String,
    #[arg(help = usage::HISTORY_FILES, value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    #[arg(help = usage::OUTPUT_FORMAT, long, value_enum, default_value_t)]
    pub format: OutputFormat,
}

/// `bulletin explain`.
#[derive(Debug, Args)]

pub struct Explain {
    #[command(flatten)]
    pub source: Source,
    #[arg(help = usage::EXPLAIN_LINE, long, value_name = "NUMBER")]
    pub line: Option<usize>,
    #[arg(help = usage::EXPLAIN_AT, long, value_name = "ADDRESS", allow_hyphen_values = true, conflicts_with = "line")]
    pub at: Option<String>,
    #[arg(help = usage::EXPLAIN_RULES, long, conflicts_with_all = ["file", "built_in", "line", "at"])]
    pub rules: bool,
    #[arg(help = usage::OUTPUT_FORMAT, long, value_enum, default_value_t)]
    pub format: OutputFormat,
}

/// `bulletin config`.
#[derive(Debug, Subcommand)]
pub enum ConfigCommand {
    #[command(about = usage::CONFIG_PATH)]
    Path,
    #[command(about = usage::CONFIG_SHOW)]
    Show,
    #[command(about = usage::CONFIG_KEYS)]
    Keys,
    #[command(about = usage::CONFIG_SCHEMA)]
    Schema,
}
