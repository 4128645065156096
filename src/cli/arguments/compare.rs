//! The arguments of `bulletin compare`.

use crate::cli::error::Failure;
use crate::messages::usage;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// `bulletin compare`.
#[derive(Debug, Args)]
pub struct Compare {
    #[arg(help = usage::COMPARE_OLD, value_name = "OLD", required_unless_present = "git")]
    pub old: Option<PathBuf>,
    #[arg(help = usage::COMPARE_NEW, value_name = "NEW", required_unless_present = "git")]
    pub new: Option<PathBuf>,
    #[arg(help = usage::COMPARE_AT, long, value_name = "ADDRESS", allow_hyphen_values = true)]
    pub at: Option<String>,
    #[command(flatten)]
    pub parts: ComparedParts,
    #[arg(help = usage::COMPARE_STRICT, long)]
    pub strict: bool,
    #[arg(
        help = usage::COMPARE_SCREEN,
        long,
        conflicts_with_all = ["at", "compared", "strict", "format", "git"]
    )]
    pub screen: bool,
    #[arg(help = usage::OUTPUT_FORMAT, long, value_enum, default_value_t)]
    pub format: CompareFormat,
    #[arg(help = usage::COMPARE_OUTPUT, short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(help = usage::COMPARE_AUTHOR, long, value_name = "NAME")]
    pub author: Option<String>,
    #[arg(help = usage::COMPARE_GIT, long, value_name = "PARAMETER", num_args = 7..=9, conflicts_with_all = ["old", "new"])]
    pub git: Vec<PathBuf>,
}

/// The options that choose what of a comparison is printed; at most one is given.
#[derive(Debug, Args)]
pub struct ComparedParts {
    #[arg(help = usage::COMPARE_SUMMARY, long, group = "compared")]
    summary: bool,
    #[arg(help = usage::COMPARE_ALL, long, group = "compared")]
    all: bool,
    #[arg(help = usage::COMPARE_REFERENCES, long, group = "compared")]
    references: bool,
}

/// What of a comparison is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compared {
    /// The clauses that differ, with their words.
    Changes,
    /// All clauses.
    All,
    /// The clauses that differ, without their words.
    Summary,
    /// The references that still name an old number.
    References,
}

impl Compare {
    /// Returns an error if an option does not suit the format.
    ///
    /// # Errors
    /// A DOCX has both texts whole; only a DOCX has an author.
    pub fn check(&self) -> Result<(), Failure> {
        let parts = [
            (self.at.is_some(), "--at"),
            (self.parts.summary, "--summary"),
            (self.parts.references, "--references"),
        ];
        let of_docx = [(self.output.is_some(), "--output"), (self.author.is_some(), "--author")];
        let given = |options: &[(bool, &'static str)]| {
            options.iter().find(|(is_given, _)| *is_given).map(|(_, option)| *option)
        };
        match self.format {
            CompareFormat::Docx => given(&parts).map_or(Ok(()), |it| Err(Failure::NotInDocx(it))),
            _ => given(&of_docx).map_or(Ok(()), |it| Err(Failure::OnlyInDocx(it))),
        }
    }

    /// What is printed.
    pub fn what(&self) -> Compared {
        match (self.parts.all, self.parts.summary, self.parts.references) {
            (true, _, _) => Compared::All,
            (_, true, _) => Compared::Summary,
            (_, _, true) => Compared::References,
            _ => Compared::Changes,
        }
    }
}

/// How `compare` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum CompareFormat {
    #[value(help = usage::FOR_PEOPLE)]
    #[default]
    Text,
    #[value(help = usage::FOR_PROGRAMS)]
    Json,
    #[value(help = usage::COMPARE_FORMAT_MARKDOWN)]
    Markdown,
    #[value(help = usage::COMPARE_FORMAT_HTML)]
    Html,
    #[value(help = usage::COMPARE_FORMAT_DOCX)]
    Docx,
}
