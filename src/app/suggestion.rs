//! Suggestions for a path that is typed into the palette: found outside the state, since a disk may
//! be slow, and offered when they arrive.

use super::{App, Mode, Offer, PaletteCommand, Suggested, Suggestion, Suggestions};
use crate::document::visible;
use crate::find::rank;
use crate::messages::{commands, states};

/// The commands that take the path of a file.
const OF_PATHS: [&str; 7] = ["open", "compare", "history", "beside", "export", "write", "import"];

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

    /// Whether the path that is being typed is that of a document to compare with, or to put beside
    /// the one in view: the open ones are offered first.
    pub fn is_choosing_other(&self) -> bool {
        let Mode::Palette(palette) = &self.mode else { return false };
        let name = palette.line.text().trim_start().split_once(' ').map(|(name, _)| name);
        matches!(name, Some("compare" | "beside"))
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
        let literal = PaletteCommand::Compare(typed.to_owned());
        let words = commands::compare_path(typed);
        self.others("compare", typed, (literal, words), commands::COMPARE_EMPTY)
    }

    /// The older version from which to follow the clause in view, for what was typed.
    pub(super) fn to_trace(&self, typed: &str) -> Vec<Offer> {
        let literal = PaletteCommand::Trace(typed.to_owned());
        let words = commands::history_path(typed);
        self.others("history", typed, (literal, words), commands::COMPARE_EMPTY)
    }

    /// What to put beside the document in view, for what was typed.
    pub(super) fn to_put_beside(&self, typed: &str) -> Vec<Offer> {
        let literal = PaletteCommand::Beside(typed.to_owned());
        let words = commands::beside_path(typed);
        self.others("beside", typed, (literal, words), commands::BESIDE_EMPTY)
    }

    /// The documents that a command takes: those suggested, and the one that was typed.
    fn others(
        &self,
        name: &'static str,
        typed: &str,
        (literal, words): (PaletteCommand, String),
        empty: &'static str,
    ) -> Vec<Offer> {
        let mut offers: Vec<Offer> =
            self.suggested(typed).into_iter().map(|found| opening(found, name)).collect();
        if typed.is_empty() && offers.is_empty() {
            offers.push(Offer::new(PaletteCommand::Refuse, empty));
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
    let taking = match name {
        "open" => PaletteCommand::Open(path.clone()),
        "compare" => PaletteCommand::Compare(path.clone()),
        "history" => PaletteCommand::Trace(path.clone()),
        "beside" => PaletteCommand::Beside(path.clone()),
        _ => complete(),
    };
    let (command, words, aside) = match what {
        Suggested::Folder => (complete(), visible(&path).into_owned(), states::FOLDER),
        Suggested::File => (taking, visible(&path).into_owned(), ""),
        Suggested::Open => (taking, visible(&path).into_owned(), states::OPEN),
        Suggested::Read(title) => {
            let known = PaletteCommand::OpenDocument(path.clone());
            let command = if name == "open" { known } else { taking };
            (command, visible(&title).into_owned(), states::READ_BEFORE)
        }
    };
    Offer { aside: aside.to_owned(), preview, ..Offer::new(command, words).tabbed(name, &path) }
}
