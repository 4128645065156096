//! The command line: arguments, and the commands that print instead of opening the screen.
//!
//! [`run`] is all that `main` calls. Each command has a file of its own; they share how to open a
//! document ([`source`], [`input`]), write to standard output ([`output`]) and report errors
//! ([`error`]).

pub mod arguments;
mod beside;
mod bookmarks;
mod candidates;
mod check;
mod compare;
mod completions;
mod config;
pub mod error;
mod exchange;
mod explain;
mod find;
pub mod history;
pub mod input;
mod less;
mod library;
mod manual;
mod marking;
mod members;
mod one_screen;
pub mod outline;
pub mod output;
mod outside;
pub mod places;
mod plain;
mod print;
mod printed;
mod printed_label;
mod recent;
mod references;
pub mod source;
mod styled;
mod terms;

use crate::document::visible;
use crate::import;
use crate::settings::Switch;
use crate::terminal::{Environment, LineSource};
use arguments::{
    Arguments, Begin, BookmarksCommand, Command, Compare, ConfigCommand, Manner, ReadingArguments,
    Source,
};
use clap::{CommandFactory, Parser};
use error::Failure;
use std::io::{IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;
use styled::Rendition;

/// Reads documents on the screen or in plain lines.
pub type ReadDocuments = fn(&ReadingArguments, &Environment) -> Result<(), Failure>;

/// Does what the arguments of the process say; `read` opens the screen.
pub fn run(read: ReadDocuments) -> ExitCode {
    tell_no_caught_panic();
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return misused(&error),
    };
    if let Err(error) = arguments.check() {
        return misused(&error);
    }
    match dispatch(arguments, read) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.tell();
            ExitCode::from(failure.status())
        }
    }
}

/// Prints an error in the arguments, or the help that they ask for. Hidden characters in the
/// arguments are made visible.
fn misused(error: &clap::Error) -> ExitCode {
    let told = error.render().to_string();
    let is_hidden = |c: char| c != '\n' && crate::document::is_hidden(c);
    if error.use_stderr() && told.contains(is_hidden) {
        let lines = told.lines().map(|line| format!("{}\n", visible(line)));
        // Standard error may be closed.
        let _ = std::io::stderr().write_all(lines.collect::<String>().as_bytes());
    } else {
        let _ = error.print();
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

/// Prints no message for a panic that is caught: the code that catches it reports an error.
fn tell_no_caught_panic() {
    let told = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        if !import::catches_panics() {
            told(info);
        }
    }));
}

fn dispatch(arguments: Arguments, reader: ReadDocuments) -> Result<(), Failure> {
    let rendition = Rendition::of_output(arguments.color);
    match arguments.command {
        None => read(&arguments, reader, rendition),
        Some(Command::Print(print)) => print::run(&print, rendition),
        Some(Command::Outline { source, format }) => outline::run(&source, format, rendition),
        Some(Command::Find(find)) => find::run(&find, rendition),
        Some(Command::Members { source, format }) => members::run(&source, format),
        Some(Command::Recent { format }) => recent::run(format),
        Some(Command::Library(own)) => library::run(&own),
        Some(Command::References { source, format }) => references::run(&source, format),
        Some(Command::Terms { source, format }) => terms::run(&source, format, rendition),
        Some(Command::Check { source, format, beside: Some(other) }) => {
            beside::check(&source, &other, format, rendition)
        }
        Some(Command::Check { source, format, beside: None }) => {
            check::run(&source, format, rendition)
        }
        Some(Command::Compare(compare)) => match read_comparison(&compare, reader)? {
            Some(()) => Ok(()),
            None => compare::run(&compare, rendition),
        },
        Some(Command::History(history)) => history::run(&history, rendition),
        Some(Command::Explain(explain)) => explain::run(&explain),
        Some(Command::Bookmarks(BookmarksCommand::Add { source, at, marking })) => {
            marking::add(&at, &marking, &source)
        }
        Some(Command::Bookmarks(BookmarksCommand::Remove { source, at })) => {
            marking::remove(&at, &source)
        }
        Some(Command::Bookmarks(BookmarksCommand::List { document, format })) => {
            bookmarks::list(document.as_deref(), format)
        }
        Some(Command::Bookmarks(BookmarksCommand::Export { format, document, cite })) => {
            exchange::export(format, document.as_deref(), cite.as_deref())
        }
        Some(Command::Bookmarks(BookmarksCommand::Import { files })) => exchange::import(&files),
        Some(Command::Bookmarks(BookmarksCommand::Path)) => bookmarks::path(),
        Some(Command::Config(ConfigCommand::Path)) => config::path(),
        Some(Command::Config(ConfigCommand::Show)) => config::show(),
        Some(Command::Config(ConfigCommand::Keys)) => config::keys(),
        Some(Command::Config(ConfigCommand::Schema)) => config::schema(),
        Some(Command::Completions { shell }) => completions::run(shell),
        Some(Command::Man { out: Some(folder), .. }) => manual::write(&folder),
        Some(Command::Man { command, out: None }) => manual::print(&command),
    }
}

/// The likeness above which a name is taken for a misspelt command, up to 1.
const LIKE: f64 = 0.8;

/// Returns an error if a file does not exist and its name is like that of a command.
fn refuse_misspelt(arguments: &Arguments) -> Result<(), Failure> {
    let [file] = arguments.files.as_slice() else { return Ok(()) };
    let Some(typed) = file.to_str().filter(|_| !file.exists()) else { return Ok(()) };
    let commands = Arguments::command();
    let likeness = |name: &str| strsim::jaro(typed, name);
    let names = commands.get_subcommands().map(|command| command.get_name());
    let nearest = names.max_by(|one, other| likeness(one).total_cmp(&likeness(other)));
    match nearest.filter(|name| likeness(name) > LIKE) {
        Some(meant) => Err(Failure::NoCommand { typed: typed.to_owned(), meant: meant.to_owned() }),
        None => Ok(()),
    }
}

/// Reads a comparison on the screen or in plain lines, if that was asked for and standard output is
/// a terminal.
fn read_comparison(compare: &Compare, reader: ReadDocuments) -> Result<Option<()>, Failure> {
    let environment = Environment::read();
    let has_screen = std::io::stdout().is_terminal() && environment.has_screen();
    let (true, Some(old), Some(new)) = (compare.screen, &compare.old, &compare.new) else {
        return Ok(None);
    };
    let manner = match source::settings_quietly().is_on(Switch::Linear) {
        true => Manner::Lines(LineSource::Input),
        false if has_screen => Manner::Screen,
        false => return Ok(None),
    };
    for side in [old, new] {
        if side == Path::new("-") {
            return Err(Failure::InputOnScreen);
        }
        source::check(&Source::named(side.clone()))?;
    }
    let reading = ReadingArguments {
        sources: vec![Source::named(new.clone())],
        begin: None,
        compared: Some(old.clone()),
        is_beside: false,
        manner,
    };
    reader(&reading, &environment).map(Some)
}

/// Whether the program that writes to standard input asks `less` to quit after one screen.
fn less_quits(source: &Source) -> bool {
    let options = || std::env::var("LESS").unwrap_or_default();
    source::input(source).is_some() && less::quits_if_one_screen(&options())
}

/// Opens the screen, or reads in plain lines; prints the text if standard output is not a terminal.
fn read(arguments: &Arguments, reader: ReadDocuments, rendition: Rendition) -> Result<(), Failure> {
    refuse_misspelt(arguments)?;
    let environment = Environment::read();
    let (mut sources, begin) = (arguments.sources(), arguments.begin());
    let has_screen = std::io::stdout().is_terminal() && environment.has_screen();
    let manner =
        if arguments.linear || (has_screen && source::settings_quietly().is_on(Switch::Linear)) {
            // If the document comes from standard input, commands come from the terminal.
            let is_document = sources.iter().any(|source| source::input(source).is_some());
            Some(Manner::Lines(if is_document { LineSource::Terminal } else { LineSource::Input }))
        } else {
            has_screen.then_some(Manner::Screen)
        };
    if let (Some(Manner::Screen), None, [source]) = (manner, &begin, sources.as_mut_slice())
        && (arguments.quit_if_one_screen || less_quits(source))
    {
        match one_screen::print_if_it_fits(source, rendition)? {
            Some(read) => *source = read,
            None => return Ok(()),
        }
    }
    let is_beside = arguments.beside;
    match (manner, begin) {
        (Some(Manner::Lines(_)), _) if is_beside => Err(Failure::BesideOnScreen),
        (Some(manner), begin) => {
            let reading = ReadingArguments { sources, begin, compared: None, is_beside, manner };
            reader(&reading, &environment)
        }
        (None, begin) if is_beside => beside::plainly(&sources, begin, rendition),
        (None, Some(Begin::At(address))) => print::plainly(&sources, Some(&address)),
        (None, _) => print::plainly(&sources, None),
    }
}
