//! What can be written on the command line.

use crate::document::Origin;
use crate::settings::MEASURES;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::{Path, PathBuf};

/// Read documents with numbered clauses in the terminal.
///
/// Without a file it reads what is piped into it; else it opens the document that
/// was read last, or the News Bulletin that it carries.
#[derive(Debug, Parser)]
#[command(
    name = "bulletin",
    version,
    args_conflicts_with_subcommands = true,
    after_help = "Exit status: 0 done; 1 nothing found, or a fault by check; 2 wrong use, or a file that cannot be read."
)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Option<Command>,
    /// The documents, the first of which is opened; - reads standard input;
    /// without one, what is piped in, else the document that was read last, or
    /// the built-in bulletin
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The News Bulletin that the program carries
    #[arg(long, conflicts_with = "files")]
    pub built_in: bool,
    /// Open at an address: 11, 8:3, pp3, story:4, members
    #[arg(long, value_name = "ADDRESS", allow_hyphen_values = true)]
    pub at: Option<String>,
}

impl Arguments {
    /// The documents that are to be read, one at the least.
    pub fn sources(&self) -> Vec<Source> {
        if self.files.is_empty() {
            return vec![Source { file: None, built_in: self.built_in }];
        }
        let named = |file: &PathBuf| Source { file: Some(file.clone()), built_in: false };
        self.files.iter().map(named).collect()
    }
}

/// Which document.
#[derive(Debug, Clone, Args)]
pub struct Source {
    /// The document; - reads standard input; without it, what is piped in, else
    /// the document that was read last, or the built-in bulletin
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// The News Bulletin that the program carries
    #[arg(long, conflicts_with = "file")]
    pub built_in: bool,
}

impl Source {
    /// How it is named while it is read.
    pub fn name(&self) -> String {
        match &self.file {
            Some(file) if file != Path::new("-") => Origin::File(file.clone()).to_string(),
            None if self.built_in => "the built-in bulletin".to_owned(),
            _ => "standard input".to_owned(),
        }
    }
}

/// The commands that print.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print the text, or the places that addresses name
    Print(Print),
    /// Print the outline: every section with its address
    Outline {
        #[command(flatten)]
        source: Source,
        /// How it is printed
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Search: each match with its address and the words around it
    Find(Find),
    /// Print the parties that the text lists, and where it mentions them
    Members {
        #[command(flatten)]
        source: Source,
        /// How it is printed
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Print where the text refers to, and what refers to each place
    References {
        #[command(flatten)]
        source: Source,
        /// How it is printed
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Print the terms and abbreviations that the text explains
    Terms {
        #[command(flatten)]
        source: Source,
        /// How it is printed
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Report numbers that are missing or stand twice, references that lead
    /// nowhere, counts that do not match
    ///
    /// Each finding is one line with its address. Exit status 1 where a fault
    /// was found. A remark, such as a term that is never used, is printed and
    /// does not change the status.
    Check {
        #[command(flatten)]
        source: Source,
        /// How it is printed
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Print the documents that were read lately, how far and where they are
    Recent {
        /// How they are printed
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// The bookmarks
    #[command(subcommand)]
    Bookmarks(BookmarksCommand),
    /// The configuration
    #[command(subcommand)]
    Config(ConfigCommand),
    /// Print the completions for a shell
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

/// `bulletin print`.
#[derive(Debug, Args)]
pub struct Print {
    #[command(flatten)]
    pub source: Source,
    /// Print this place only; may be given several times
    #[arg(long, value_name = "ADDRESS", allow_hyphen_values = true)]
    pub at: Vec<String>,
    /// Print the lead-in of the clause around a sub-clause before it
    #[arg(long)]
    pub chapeau: bool,
    /// How it is printed
    #[arg(long, value_enum, default_value_t)]
    pub format: PrintFormat,
    /// Columns of the lines, 20 at the least; 0 leaves paragraphs whole
    #[arg(long, value_name = "COLUMNS", value_parser = width)]
    pub width: Option<u16>,
    /// Add one citation of all that is printed: plain, markdown, footnote,
    /// bibtex, or a template of the config
    #[arg(
        long,
        value_name = "TEMPLATE",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = ""
    )]
    pub cite: Option<String>,
}

/// Narrower lines than the narrowest measure hold no words beside the numbers.
fn width(written: &str) -> Result<u16, String> {
    let least = *MEASURES.start();
    match written.parse() {
        Ok(0) => Ok(0),
        Ok(columns) if columns >= least => Ok(columns),
        _ => Err(format!("write {least} or more, or 0 for whole paragraphs")),
    }
}

/// `bulletin find`.
#[derive(Debug, Args)]
pub struct Find {
    /// What to look for; small letters ignore case, plain letters ignore
    /// diacritics
    #[arg(allow_hyphen_values = true)]
    pub pattern: String,
    /// The documents; without one, what is piped in, else the one that was read
    /// last, or the built-in bulletin
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The News Bulletin that the program carries
    #[arg(long, conflicts_with = "files")]
    pub built_in: bool,
    /// The pattern is a regular expression
    #[arg(short = 'E', long)]
    pub regex: bool,
    /// How it is printed
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// `bulletin bookmarks`.
#[derive(Debug, Subcommand)]
pub enum BookmarksCommand {
    /// Print all bookmarks, of all documents
    List {
        /// How they are printed
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Print bookmarks for other people and programs
    Export {
        /// How they are printed
        #[arg(long, value_enum, default_value_t)]
        format: ExportFormat,
        /// Only those of documents with this text in their title or path
        #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
        document: Option<String>,
        /// How Markdown cites them: plain, markdown, footnote, bibtex, or a
        /// template of the config
        #[arg(
            long,
            value_name = "TEMPLATE",
            num_args = 0..=1,
            require_equals = true,
            default_missing_value = ""
        )]
        cite: Option<String>,
    },
    /// Add bookmarks out of Web Annotations; what is there already is not
    /// doubled
    Import {
        /// The files; - reads standard input
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
    },
    /// Print where the bookmarks are kept
    Path,
}

/// `bulletin config`.
#[derive(Debug, Subcommand)]
pub enum ConfigCommand {
    /// Print where the config file is looked for
    Path,
    /// Print the settings in force, as a config file
    Show,
    /// Print every action with its keys
    Keys,
}

/// How a command prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Format {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
}

/// How `bookmarks export` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ExportFormat {
    /// For a person's own papers
    #[default]
    Markdown,
    /// W3C Web Annotations, which `import` reads
    JsonLd,
}

/// How `print` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum PrintFormat {
    /// Lines with numbers in the margin
    #[default]
    Text,
    /// Markdown
    Markdown,
    /// One object for each place
    Json,
}
