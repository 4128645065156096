//! What can be written on the command line.

use super::error::Failure;
use super::input::Head;
use super::styled::ColourChoice;
use crate::bookmarks::Highlight;
use crate::document::{Origin, visible};
use crate::messages::{errors, states, usage};
use crate::settings::MEASURES;
use crate::terminal::LineSource;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use std::path::{Path, PathBuf};

/// The exit statuses, and what they mean.
pub const EXIT_STATUSES: [(&str, &str); 3] =
    [("0", usage::STATUS_SUCCESS), ("1", usage::STATUS_DIFFERENT), ("2", usage::STATUS_TROUBLE)];

/// Returns the exit statuses in one sentence.
fn exit_statuses() -> String {
    let told = EXIT_STATUSES.map(|(status, meaning)| format!("{status} {meaning}"));
    usage::exit_status(told.join("; "))
}

/// The help of a command where there is room: what it does, and the details.
fn long(about: &str, details: &str) -> String {
    format!("{about}\n\n{details}")
}

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

/// The documents to read, where to open the first, and how to read them.
#[derive(Debug)]
pub struct ReadingArguments {
    /// The documents, at least one.
    pub sources: Vec<Source>,
    /// Where to open the first.
    pub begin: Option<Begin>,
    /// The older version that the first is compared with.
    pub compared: Option<PathBuf>,
    /// How.
    pub manner: Manner,
}

/// Where to open a document.
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
    /// Returns an error if a file is named together with the built-in bulletin, or if an argument of
    /// reading comes before a command: each command has its own.
    ///
    /// # Errors
    /// As clap reports arguments that exclude each other.
    pub fn check(&self) -> Result<(), clap::Error> {
        let named = self.files.iter().find(|file| self.built_in && !is_start(file));
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

/// `bulletin compare`.
#[derive(Debug, Args)]
pub struct Compare {
    #[arg(help = usage::COMPARE_OLD, value_name = "OLD", required_unless_present = "git")]
    pub old: Option<PathBuf>,
    #[arg(help = usage::COMPARE_NEW, value_name = "NEW", required_unless_present = "git")]
    pub new: Option<PathBuf>,
    #[arg(help = usage::COMPARE_AT, long, value_name = "ADDRESS", allow_hyphen_values = true)]
    pub at: Option<String>,
    #[arg(help = usage::COMPARE_SUMMARY, long, group = "compared")]
    pub summary: bool,
    #[arg(help = usage::COMPARE_ALL, long, group = "compared")]
    pub all: bool,
    #[arg(help = usage::COMPARE_REFERENCES, long, group = "compared")]
    pub references: bool,
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
            (self.summary, "--summary"),
            (self.references, "--references"),
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

/// How a command prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum OutputFormat {
    #[value(help = usage::FOR_PEOPLE)]
    #[default]
    Text,
    #[value(help = usage::FOR_PROGRAMS)]
    Json,
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
