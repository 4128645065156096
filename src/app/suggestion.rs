//! Suggestions for a path that is typed into the palette: found outside the state, since a disk may
//! be slow, and offered when they arrive.

use super::{App, Mode, Offer, PaletteCommand, Suggested, Suggestion, Suggestions};
use crate::action::Action;
use crate::document::visible;
use crate::find::rank;
use crate::messages::{commands, states};

/// The commands that take the path of a file.
const OF_PATHS: [&str; 6] = ["open", "compare", "history", "export", "write", "import"];

impl App {
    /// The path for which suggestions are wanted: the one that is being typed into the palette, to be
    /// completed, or that of the document chosen in the list, whose beginning is shown.
    pub fn wanted_path(&self) -> Option<&str> {
        if matches!(self.mode, Mode::Documents) {
            let source = self.recent.chosen().map(|recent| recent.source.as_str());
            return source.filter(|source| source.starts_with('/'));
        }
        let Mode::Palette(palette) = &self.mode else { return None };
        let (name, path) = palette.line.text().trim_start().split_once(' ')?;
        OF_PATHS.contains(&name).then(|| path.trim_start())
    }

    /// Whether the path that is being typed is that of a version to compare with.
    pub fn is_choosing_version(&self) -> bool {
        let Mode::Palette(palette) = &self.mode else { return false };
        let name = palette.line.text().trim_start().split_once(' ').map(|(name, _)| name);
        name == Some(Action::Compare.name())
    }

    /// Takes the suggestions for a path that is being typed.
    pub fn suggest(&mut self, found: Suggestions) {
        self.suggestions = found;
    }

    /// What to open for what was typed.
    pub(super) fn to_open(&self, typed: &str) -> Vec<Offer> {
        let mut offers: Vec<Offer> =
            self.suggested(typed).into_iter().map(|found| opening(found, "open")).collect();
        let named = |offer: &Offer| offer.command == PaletteCommand::Open(typed.to_owned());
        let literal = || {
            Offer::new(PaletteCommand::Open(typed.to_owned()), commands::open_path(typed))
                .tabbed("open", typed)
        };
        if typed.is_empty() && offers.is_empty() {
            offers.push(Offer::new(PaletteCommand::Refuse, commands::OPEN_EMPTY));
        } else if !typed.is_empty() && !offers.iter().any(named) {
            offers.push(literal());
        }
        offers
    }

    /// What to compare with, for what was typed.
    pub(super) fn to_compare(&self, typed: &str) -> Vec<Offer> {
        self.to_older("compare", typed, PaletteCommand::Compare, commands::compare_path(typed))
    }

    /// The older version from which to follow the clause in view, for what was typed.
    pub(super) fn to_trace(&self, typed: &str) -> Vec<Offer> {
        self.to_older("history", typed, PaletteCommand::Trace, commands::history_path(typed))
    }

    /// The older versions for a command, for what was typed.
    fn to_older(
        &self,
        name: &'static str,
        typed: &str,
        command: fn(String) -> PaletteCommand,
        words: String,
    ) -> Vec<Offer> {
        let mut offers: Vec<Offer> =
            self.suggested(typed).into_iter().map(|found| opening(found, name)).collect();
        let literal = command(typed.to_owned());
        if typed.is_empty() && offers.is_empty() {
            offers.push(Offer::new(PaletteCommand::Refuse, commands::COMPARE_EMPTY));
        } else if !typed.is_empty() && !offers.iter().any(|offer| offer.command == literal) {
            offers.push(Offer::new(literal, words).tabbed(name, typed));
        }
        offers
    }

    /// The files and folders that complete what was typed, for a command.
    pub(super) fn completions(&self, name: &'static str, typed: &str) -> Vec<Offer> {
        let paths = self.suggested(typed).into_iter();
        paths
            .filter(|found| !matches!(found.what, Suggested::Read(_)))
            .map(|found| opening(found, name))
            .collect()
    }

    /// The suggestions that match what has been typed since.
    fn suggested(&self, typed: &str) -> Vec<Suggestion> {
        let found = self.suggestions.all.iter().cloned();
        if self.suggestions.typed == typed {
            return found.collect();
        }
        let named = found.map(|found| {
            let name = match &found.what {
                Suggested::Read(title) => format!("{title} {}", found.path),
                Suggested::Folder | Suggested::File | Suggested::Open => found.path.clone(),
            };
            (found, name)
        });
        rank(typed, named).into_iter().map(|(found, _)| found).collect()
    }
}

/// The offer of a suggestion for a command.
fn opening(found: Suggestion, name: &'static str) -> Offer {
    let Suggestion { path, what, preview } = found;
    let complete = || PaletteCommand::CompleteTo(format!("{name} {path}"));
    let (command, words, aside) = match what {
        Suggested::Folder => (complete(), visible(&path).into_owned(), states::FOLDER),
        Suggested::File if name == "open" => {
            (PaletteCommand::Open(path.clone()), visible(&path).into_owned(), "")
        }
        Suggested::File if name == "compare" => {
            (PaletteCommand::Compare(path.clone()), visible(&path).into_owned(), "")
        }
        Suggested::File if name == "history" => {
            (PaletteCommand::Trace(path.clone()), visible(&path).into_owned(), "")
        }
        Suggested::File => (complete(), visible(&path).into_owned(), ""),
        Suggested::Open => {
            (PaletteCommand::Compare(path.clone()), visible(&path).into_owned(), states::OPEN)
        }
        Suggested::Read(title) if name == "compare" => (
            PaletteCommand::Compare(path.clone()),
            visible(&title).into_owned(),
            states::READ_BEFORE,
        ),
        Suggested::Read(title) if name == "history" => {
            (PaletteCommand::Trace(path.clone()), visible(&title).into_owned(), states::READ_BEFORE)
        }
        Suggested::Read(title) => (
            PaletteCommand::OpenDocument(path.clone()),
            visible(&title).into_owned(),
            states::READ_BEFORE,
        ),
    };
    Offer { aside: aside.to_owned(), preview, ..Offer::new(command, words).tabbed(name, &path) }
}
