//! The arguments of `bulletin print`.

use crate::messages::{errors, usage};
use crate::settings::MEASURES;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// `bulletin print`.
#[derive(Debug, Args)]
pub struct Print {
    #[arg(help = usage::PRINT_FILES, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    #[arg(help = usage::BUILT_IN, long, conflicts_with = "files")]
    pub built_in: bool,
    #[arg(help = usage::PRINT_AT, long, value_name = "ADDRESS", allow_hyphen_values = true)]
    pub at: Vec<String>,
    #[arg(help = usage::PRINT_CHAPEAU, long)]
    pub chapeau: bool,
    #[arg(help = usage::OUTPUT_FORMAT, long, value_enum, default_value_t)]
    pub format: PrintFormat,
    #[arg(help = usage::PRINT_WIDTH, long, value_name = "COLUMNS", value_parser = width)]
    pub width: Option<u16>,
    #[arg(
        help = usage::PRINT_CITE,
        long,
        value_name = "TEMPLATE",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = ""
    )]
    pub cite: Option<String>,
    #[arg(
        help = usage::PRINT_BESIDE,
        long,
        value_name = "OTHER",
        conflicts_with_all = ["chapeau", "cite"],
        required_if_eq("format", "tsv")
    )]
    pub beside: Option<PathBuf>,
}

/// Parses a line width. Lines below the narrowest measure have no room for words beside the numbers.
fn width(written: &str) -> Result<u16, String> {
    let least = *MEASURES.start();
    match written.parse() {
        Ok(0) => Ok(0),
        Ok(columns) if columns >= least => Ok(columns),
        _ => Err(errors::width(least)),
    }
}

/// How `print` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum PrintFormat {
    #[value(help = usage::PRINT_FORMAT_TEXT)]
    #[default]
    Text,
    #[value(help = usage::PRINT_FORMAT_MARKDOWN)]
    Markdown,
    #[value(help = usage::PRINT_FORMAT_JSON)]
    Json,
    #[value(help = usage::PRINT_FORMAT_TSV)]
    Tsv,
}
