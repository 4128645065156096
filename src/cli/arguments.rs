//! What can be written on the command line.

use super::input::Head;
use super::styled::ColourChoice;
use crate::document::{Origin, visible};
use crate::settings::MEASURES;
use crate::terminal::LineSource;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use std::path::{Path, PathBuf};

/// The exit statuses, and what they mean.
pub const EXIT_STATUSES: [(&str, &str); 3] = [
    ("0", "success"),
    ("1", "nothing found, check found a fault, or the texts differ"),
    ("2", "invalid arguments, or a file that cannot be read"),
];

/// Returns the exit statuses in one sentence.
fn exit_statuses() -> String {
    let told = EXIT_STATUSES.map(|(status, meaning)| format!("{status} {meaning}"));
    format!("Exit status: {}.", told.join("; "))
}

/// Read documents with numbered clauses in the terminal.
///
/// Without a file, reads standard input if it is a pipe; otherwise opens the document
/// you read last, or the built-in News Bulletin.
#[derive(Debug, Parser)]
#[command(
    name = "bulletin",
    version,
    args_conflicts_with_subcommands = true,
    after_help = exit_statuses()
)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Documents to open, starting with the first; - reads standard input; +11 starts at clause
    /// 11, +/WORDS at these words
    /// [default: piped input, the document you read last, or the built-in bulletin]
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Use the built-in News Bulletin
    #[arg(long)]
    pub built_in: bool,
    /// Open at an address: 11, 8:3, pp3, story:4, members
    #[arg(long, value_name = "ADDRESS", allow_hyphen_values = true)]
    pub at: Option<String>,
    /// Read line by line, typing one command per line, without drawing on the screen
    #[arg(long)]
    pub linear: bool,
    /// If the document fits on one screen, print it and quit
    #[arg(short = 'F', long)]
    pub quit_if_one_screen: bool,
    /// When to colour printed output; auto colours it on a terminal unless NO_COLOR is set
    #[arg(long, global = true, value_name = "WHEN", value_enum, default_value_t)]
    pub color: ColourChoice,
}

/// The documents to read, the place at which the first is opened, and how they are read.
#[derive(Debug)]
pub struct ReadingArguments {
    /// The documents, at least one.
    pub sources: Vec<Source>,
    /// The place at which the first is opened.
    pub begin: Option<Begin>,
    /// How.
    pub manner: Manner,
}

/// The place at which a document is opened.
#[derive(Debug, Clone)]
pub enum Begin {
    /// At an address.
    At(String),
    /// At the first place of these words.
    Search(String),
}

/// How documents are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// On the screen.
    Screen,
    /// In plain lines, with commands from this source.
    Lines(LineSource),
}

impl Arguments {
    /// Returns an error if a file is named together with the built-in bulletin.
    ///
    /// # Errors
    /// As clap reports arguments that exclude each other.
    pub fn check(&self) -> Result<(), clap::Error> {
        match self.files.iter().find(|file| self.built_in && !is_start(file)) {
            None => Ok(()),
            Some(file) => Err(Self::command().error(
                clap::error::ErrorKind::ArgumentConflict,
                format!(
                    "--built-in cannot be used with the file {}",
                    visible(&file.to_string_lossy())
                ),
            )),
        }
    }

    /// The documents to read, at least one.
    pub fn sources(&self) -> Vec<Source> {
        let files = self.files.iter().filter(|file| !is_start(file)).cloned();
        Source::all(&files.collect::<Vec<PathBuf>>(), self.built_in)
    }

    /// Returns the place at which the first document is opened: an address, or, as in less, `+11` or
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

/// Which document.
#[derive(Debug, Clone, Args)]
pub struct Source {
    /// Document to read; - reads standard input
    /// [default: piped input, the document you read last, or the built-in bulletin]
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Use the built-in News Bulletin
    #[arg(long, conflicts_with = "file")]
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
            None if self.built_in => "the built-in bulletin".to_owned(),
            _ => "standard input".to_owned(),
        }
    }
}

/// The commands that print.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print the text, or the passages at the given addresses
    Print(Print),
    /// Print the outline: each section with its address
    Outline {
        #[command(flatten)]
        source: Source,
        /// Output format
        #[arg(long, value_enum, default_value_t)]
        format: OutputFormat,
    },
    /// Search the text; print each match with its address and context
    Find(Find),
    /// Print the parties listed in the text, and where they are mentioned
    Members {
        #[command(flatten)]
        source: Source,
        /// Output format
        #[arg(long, value_enum, default_value_t)]
        format: OutputFormat,
    },
    /// Print the cross references: where they lead, and what refers to each place
    References {
        #[command(flatten)]
        source: Source,
        /// Output format
        #[arg(long, value_enum, default_value_t)]
        format: OutputFormat,
    },
    /// Print the terms and abbreviations that the text defines
    Terms {
        #[command(flatten)]
        source: Source,
        /// Output format
        #[arg(long, value_enum, default_value_t)]
        format: OutputFormat,
    },
    /// Report missing and repeated numbers, broken cross references and wrong counts
    ///
    /// Prints one line for each finding, with its address. Exits with 1 if there is a
    /// fault. Remarks, such as a term that is never used, do not change the exit status.
    Check {
        #[command(flatten)]
        source: Source,
        /// Output format
        #[arg(long, value_enum, default_value_t)]
        format: OutputFormat,
    },
    /// Explain why a line of the text is, or is not, a provision
    ///
    /// Without a line or an address, lists the lines that begin with a label, with what
    /// became of each and the rule that refused it.
    Explain(Explain),
    /// Compare two versions of a text, clause by clause
    ///
    /// Prints deleted words as [-words-] and added words as {+words+}. A sign before each clause says
    /// what happened to it: ~ changed, + new, - gone, > renumbered, ^ moved, = only its references
    /// were renumbered, ! a reference still names an old number. Exits with 0 if no clause differs, 1 if one does.
    Compare(Compare),
    /// Show how a clause changed from version to version, and which version added each word
    ///
    /// Takes the versions from the oldest to the newest. The clause is found by its words, whatever
    /// its number was in a version. Exits with 0, or with 1 if no version has the address.
    History(History),
    /// Print the documents read recently, with their reading positions
    Recent {
        /// Output format
        #[arg(long, value_enum, default_value_t)]
        format: OutputFormat,
    },
    /// List, export and import bookmarks
    #[command(subcommand)]
    Bookmarks(BookmarksCommand),
    /// Show the configuration
    #[command(subcommand)]
    Config(ConfigCommand),
    /// Print shell completions
    Completions {
        /// Shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page of the program, of a command or of the config file
    Man {
        /// Command, such as print or bookmarks export; 5 prints bulletin(5), the page about the config
        /// file
        command: Vec<String>,
        /// Write all manual pages into this directory
        #[arg(long, value_name = "DIR", conflicts_with = "command")]
        out: Option<PathBuf>,
    },
}

/// `bulletin print`.
#[derive(Debug, Args)]
pub struct Print {
    /// Documents to print; - reads standard input
    /// [default: piped input, the document you read last, or the built-in bulletin]
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Use the built-in News Bulletin
    #[arg(long, conflicts_with = "files")]
    pub built_in: bool,
    /// Print only the passage at this address; can be repeated
    #[arg(long, value_name = "ADDRESS", allow_hyphen_values = true)]
    pub at: Vec<String>,
    /// Print the lead-in of the enclosing clause before a sub-clause
    #[arg(long)]
    pub chapeau: bool,
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    pub format: PrintFormat,
    /// Line width in columns, minimum 20; 0 prints each paragraph on one line
    #[arg(long, value_name = "COLUMNS", value_parser = width)]
    pub width: Option<u16>,
    /// Add a citation: plain, markdown, footnote, bibtex, or a template from the
    /// config file
    #[arg(
        long,
        value_name = "TEMPLATE",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = ""
    )]
    pub cite: Option<String>,
}

/// Parses a line width. Lines below the narrowest measure have no room for words beside the numbers.
fn width(written: &str) -> Result<u16, String> {
    let least = *MEASURES.start();
    match written.parse() {
        Ok(0) => Ok(0),
        Ok(columns) if columns >= least => Ok(columns),
        _ => Err(format!("must be {least} or more, or 0 for whole paragraphs")),
    }
}

/// `bulletin find`.
#[derive(Debug, Args)]
pub struct Find {
    /// Text to search for; lower case ignores case, plain letters ignore diacritics
    #[arg(allow_hyphen_values = true)]
    pub pattern: String,
    /// Documents or folders to search; in folders, hidden files and those that .gitignore names are
    /// skipped
    /// [default: piped input, the document you read last, or the built-in bulletin]
    #[arg(value_name = "PATH")]
    pub files: Vec<PathBuf>,
    /// Also search hidden files in folders
    #[arg(long)]
    pub hidden: bool,
    /// Use the built-in News Bulletin
    #[arg(long, conflicts_with = "files")]
    pub built_in: bool,
    /// Treat the pattern as a regular expression
    #[arg(short = 'E', long)]
    pub regex: bool,
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    pub format: OutputFormat,
}

/// `bulletin compare`.
#[derive(Debug, Args)]
pub struct Compare {
    /// Old version; - reads standard input
    #[arg(value_name = "OLD", required_unless_present = "git")]
    pub old: Option<PathBuf>,
    /// New version; - reads standard input
    #[arg(value_name = "NEW", required_unless_present = "git")]
    pub new: Option<PathBuf>,
    /// Compare only the clause at this address in the new version or, failing that, in the old one
    #[arg(long, value_name = "ADDRESS", allow_hyphen_values = true)]
    pub at: Option<String>,
    /// List the clauses that differ, without their words
    #[arg(long, group = "compared")]
    pub summary: bool,
    /// Print unchanged clauses too
    #[arg(long, group = "compared")]
    pub all: bool,
    /// Print only references that name the old number of a renumbered clause; exit with 1 if there
    /// is one
    #[arg(long, group = "compared")]
    pub references: bool,
    /// Count typography, renumbering and references that follow it as differences
    #[arg(long)]
    pub strict: bool,
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    pub format: CompareFormat,
    /// Take the seven parameters that git gives a diff driver; always exit with 0
    #[arg(long, value_name = "PARAMETER", num_args = 7..=9, conflicts_with_all = ["old", "new"])]
    pub git: Vec<PathBuf>,
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
    /// What is printed.
    pub fn what(&self) -> Compared {
        match (self.all, self.summary, self.references) {
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
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
    /// Markdown with <del> and <ins>
    Markdown,
    /// A single HTML page, for printing or sending
    Html,
}

/// `bulletin history`.
#[derive(Debug, Args)]
pub struct History {
    /// Address of the clause in the newest version that has it: 11, 4.2, A.6
    #[arg(allow_hyphen_values = true)]
    pub address: String,
    /// Versions, the oldest first; - reads standard input
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    pub format: OutputFormat,
}

/// `bulletin explain`.
#[derive(Debug, Args)]
pub struct Explain {
    #[command(flatten)]
    pub source: Source,
    /// Explain this line, counted from 1; in formats without lines, a paragraph as it was read
    #[arg(long, value_name = "NUMBER")]
    pub line: Option<usize>,
    /// Show which lines made the passage at this address
    #[arg(long, value_name = "ADDRESS", allow_hyphen_values = true, conflicts_with = "line")]
    pub at: Option<String>,
    /// Print the rules of recognition
    #[arg(long, conflicts_with_all = ["file", "built_in", "line", "at"])]
    pub rules: bool,
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    pub format: OutputFormat,
}

/// `bulletin bookmarks`.
#[derive(Debug, Subcommand)]
pub enum BookmarksCommand {
    /// List the bookmarks of all documents
    List {
        /// Output format
        #[arg(long, value_enum, default_value_t)]
        format: OutputFormat,
    },
    /// Export bookmarks
    Export {
        /// Output format
        #[arg(long, value_enum, default_value_t)]
        format: ExportFormat,
        /// Only bookmarks of documents whose title or path contains this text
        #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
        document: Option<String>,
        /// Citation style in Markdown: plain, markdown, footnote, bibtex, or a
        /// template from the config file
        #[arg(
            long,
            value_name = "TEMPLATE",
            num_args = 0..=1,
            require_equals = true,
            default_missing_value = ""
        )]
        cite: Option<String>,
    },
    /// Import bookmarks from Web Annotations; existing ones are not duplicated
    Import {
        /// Files to import; - reads standard input
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
    },
    /// Print the path of the bookmarks file
    Path,
}

/// `bulletin config`.
#[derive(Debug, Subcommand)]
pub enum ConfigCommand {
    /// Print the path of the config file
    Path,
    /// Print the current settings in config file format
    Show,
    /// Print all actions and their keys
    Keys,
    /// Print a JSON schema of the config file, for editors
    Schema,
}

/// How a command prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum OutputFormat {
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
