//! The arguments of `bulletin bookmarks`.

use super::format::OutputFormat;
use super::source::Source;
use crate::bookmarks::Highlight;
use crate::messages::{errors, usage};
use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

/// `bulletin bookmarks`.
#[derive(Debug, Subcommand)]
pub enum BookmarksCommand {
    #[command(about = usage::BOOKMARKS_ADD)]
    Add {
        #[command(flatten)]
        source: Source,
        #[arg(help = usage::BOOKMARKS_ADD_AT, long, value_name = "ADDRESS", required = true, allow_hyphen_values = true)]
        at: Vec<String>,
        #[command(flatten)]
        marking: Marking,
    },
    #[command(about = usage::BOOKMARKS_REMOVE)]
    Remove {
        #[command(flatten)]
        source: Source,
        #[arg(help = usage::BOOKMARKS_REMOVE_AT, long, value_name = "ADDRESS", required = true, allow_hyphen_values = true)]
        at: Vec<String>,
    },
    #[command(about = usage::BOOKMARKS_LIST)]
    List {
        #[arg(help = usage::BOOKMARKS_EXPORT_DOCUMENT, long, value_name = "TEXT", allow_hyphen_values = true)]
        document: Option<String>,
        #[arg(help = usage::OUTPUT_FORMAT, long, value_enum, default_value_t)]
        format: OutputFormat,
    },
    #[command(about = usage::BOOKMARKS_EXPORT)]
    Export {
        #[arg(help = usage::OUTPUT_FORMAT, long, value_enum, default_value_t)]
        format: ExportFormat,
        #[arg(help = usage::BOOKMARKS_EXPORT_DOCUMENT, long, value_name = "TEXT", allow_hyphen_values = true)]
        document: Option<String>,
        #[arg(
            help = usage::BOOKMARKS_EXPORT_CITE,
            long,
            value_name = "TEMPLATE",
            num_args = 0..=1,
            require_equals = true,
            default_missing_value = ""
        )]
        cite: Option<String>,
    },
    #[command(about = usage::BOOKMARKS_IMPORT)]
    Import {
        #[arg(help = usage::BOOKMARKS_IMPORT_FILES, value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
    },
    #[command(about = usage::BOOKMARKS_PATH)]
    Path,
}

/// How `bookmarks export` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ExportFormat {
    #[value(help = usage::EXPORT_FORMAT_MARKDOWN)]
    #[default]
    Markdown,
    #[value(help = usage::EXPORT_FORMAT_JSON_LD)]
    JsonLd,
}

/// What a bookmark has besides its passage.
#[derive(Debug, Clone, Args)]
pub struct Marking {
    #[arg(help = usage::BOOKMARKS_ADD_NOTE, long, value_name = "TEXT", allow_hyphen_values = true)]
    pub note: Option<String>,
    #[arg(help = usage::BOOKMARKS_ADD_TAG, long = "tag", value_name = "TAG")]
    pub tags: Vec<String>,
    #[arg(help = usage::BOOKMARKS_ADD_HIGHLIGHT, long, value_name = "COLOUR", value_enum)]
    pub highlight: Option<HighlightColour>,
    #[arg(help = usage::BOOKMARKS_ADD_LETTER, long, value_name = "LETTER", value_parser = letter)]
    pub letter: Option<char>,
}

/// The colour of a highlight, for the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum HighlightColour {
    #[value(help = usage::HIGHLIGHT_GREEN)]
    Green,
    #[value(help = usage::HIGHLIGHT_YELLOW)]
    Yellow,
    #[value(help = usage::HIGHLIGHT_BLUE)]
    Blue,
    #[value(help = usage::HIGHLIGHT_RED)]
    Red,
}

impl From<HighlightColour> for Highlight {
    fn from(colour: HighlightColour) -> Self {
        match colour {
            HighlightColour::Green => Self::Green,
            HighlightColour::Yellow => Self::Yellow,
            HighlightColour::Blue => Self::Blue,
            HighlightColour::Red => Self::Red,
        }
    }
}

/// Parses the letter of a quick mark.
fn letter(typed: &str) -> Result<char, &'static str> {
    let mut letters = typed.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) if letter.is_alphanumeric() => Ok(letter),
        _ => Err(errors::QUICK_MARK_INVALID),
    }
}
