//! Which document a command reads.

use crate::cli::input::Head;
use crate::document::Origin;
use crate::messages::{states, usage};
use clap::Args;
use std::path::{Path, PathBuf};

/// Which document.
#[derive(Debug, Clone, Args)]
pub struct Source {
    #[arg(help = usage::FILE, value_name = "FILE")]
    pub file: Option<PathBuf>,
    #[arg(help = usage::BUILT_IN, long, conflicts_with = "file")]
    pub built_in: bool,
    /// What was already read of standard input.
    #[arg(skip)]
    pub head: Head,
}

impl Source {
    /// Returns the source in a file.
    pub fn named(file: PathBuf) -> Self {
        Self { file: Some(file), built_in: false, head: Head::default() }
    }

    /// Returns the source if no file is named.
    pub fn unnamed(built_in: bool) -> Self {
        Self { file: None, built_in, head: Head::default() }
    }

    /// Returns the source at a place, as [`Origin::place`] names it.
    pub fn at(place: &str) -> Self {
        match place == Origin::BuiltIn.place() {
            true => Self::unnamed(true),
            false => Self::named(PathBuf::from(place)),
        }
    }

    /// Returns the sources that files name, or the default one.
    pub fn all(files: &[PathBuf], built_in: bool) -> Vec<Self> {
        match files {
            [] => vec![Self::unnamed(built_in)],
            _ => files.iter().cloned().map(Self::named).collect(),
        }
    }

    /// How it is named while it is read.
    pub fn name(&self) -> String {
        match &self.file {
            Some(file) if file != Path::new("-") => Origin::File(file.clone()).to_string(),
            None if self.built_in => states::BUILT_IN.to_owned(),
            _ => states::STANDARD_INPUT.to_owned(),
        }
    }
}
