//! The arguments of the program.

use super::command::Command;
use super::details::{exit_statuses, long};
use super::reading::Begin;
use super::source::Source;
use crate::cli::styled::ColourChoice;
use crate::document::visible;
use crate::messages::{errors, usage};
use clap::{Args, CommandFactory, Parser};
use std::path::{Path, PathBuf};

/// The arguments of the program.
#[derive(Debug, Parser)]
#[command(
    name = "bulletin",
    version,
    about = usage::ABOUT,
    long_about = long(usage::ABOUT, usage::ABOUT_DETAILS),
    override_usage = usage::SYNOPSIS,
    after_help = exit_statuses()
)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Option<Command>,
    #[arg(help = usage::FILES, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    #[arg(help = usage::BUILT_IN, long)]
    pub built_in: bool,
    #[arg(help = usage::AT, long, value_name = "ADDRESS", allow_hyphen_values = true)]
    pub at: Option<String>,
    #[arg(help = usage::BESIDE, long)]
    pub beside: bool,
    #[arg(help = usage::LINEAR, long)]
    pub linear: bool,
    #[arg(help = usage::QUIT_IF_ONE_SCREEN, short = 'F', long)]
    pub quit_if_one_screen: bool,
    #[command(flatten)]
    pub less: LessOptions,
    #[arg(help = usage::COLOR, long, global = true, value_name = "WHEN", value_enum, default_value_t)]
    pub color: ColourChoice,
}

/// Options of less that programs and scripts pass to any pager. They are accepted, and change nothing.
#[derive(Debug, Clone, Copy, Args)]
pub struct LessOptions {
    #[arg(help = usage::LESS_COLOURS, short = 'R', long = "RAW-CONTROL-CHARS", hide = true)]
    pub colours: bool,
    #[arg(help = usage::LESS_NO_INIT, short = 'X', long = "no-init", hide = true)]
    pub no_init: bool,
    #[arg(help = usage::LESS_CHOP, short = 'S', long = "chop-long-lines", hide = true)]
    pub chop: bool,
}

impl Arguments {
    /// Returns an error if a file is named together with the built-in bulletin, or if an argument of
    /// reading comes before a command: each command has its own.
    ///
    /// # Errors
    /// As clap reports arguments that exclude each other.
    pub fn check(&self) -> Result<(), clap::Error> {
        let named = self.files.iter().find(|file| self.built_in && !is_start(file));
        if self.beside && self.command.is_none() && self.sources().len() != 2 {
            let conflict = clap::error::ErrorKind::WrongNumberOfValues;
            return Err(Self::command().error(conflict, errors::TWO_BESIDE));
        }
        let told = match (self.before_command(), named) {
            (Some(argument), _) => errors::before_command(argument),
            (None, Some(file)) => errors::built_in_and_file(visible(&file.to_string_lossy())),
            (None, None) => return Ok(()),
        };
        Err(Self::command().error(clap::error::ErrorKind::ArgumentConflict, told))
    }

    /// Returns an argument of reading that was written before a command, if any.
    fn before_command(&self) -> Option<String> {
        self.command.as_ref()?;
        let file = self.files.first().map(|file| visible(&file.to_string_lossy()).into_owned());
        let option = [
            (self.built_in, "--built-in"),
            (self.at.is_some(), "--at"),
            (self.beside, "--beside"),
            (self.linear, "--linear"),
            (self.quit_if_one_screen, "--quit-if-one-screen"),
        ];
        let option = option.into_iter().find_map(|(given, name)| given.then(|| name.to_owned()));
        file.or(option)
    }

    /// The documents to read, at least one.
    pub fn sources(&self) -> Vec<Source> {
        let files = self.files.iter().filter(|file| !is_start(file)).cloned();
        Source::all(&files.collect::<Vec<PathBuf>>(), self.built_in)
    }

    /// Returns where to open the first document: at an address or, as in less, at `+11` or
    /// `+/words`.
    pub fn begin(&self) -> Option<Begin> {
        let address = self.at.clone().map(Begin::At);
        let start = || self.files.iter().find(|file| is_start(file));
        address.or_else(|| {
            let start = start()?.to_string_lossy();
            let start = start.strip_prefix('+')?;
            Some(match start.strip_prefix('/') {
                Some(words) => Begin::Search(words.to_owned()),
                None => Begin::At(start.to_owned()),
            })
        })
    }
}

/// Whether an argument says where to start (`+11`); a file of that name is written `./+11`.
fn is_start(file: &Path) -> bool {
    file.to_str().is_some_and(|name| name.len() > 1 && name.starts_with('+'))
}
