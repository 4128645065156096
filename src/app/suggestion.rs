//! Suggestions for a path that is typed into the palette: found outside the state, since a disk may
//! be slow, and offered when they arrive.

use super::{App, Mode, Offer, Palette, PaletteCommand, Suggested, Suggestion, Suggestions};
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

    /// Has the user type the path of a document for a command.
    pub(super) fn ask_for_path(&mut self, command: &str) {
        self.hold();
        let mut palette = Palette::default();
        palette.complete(&format!("{command} "));
        self.mode = Mode::Palette(palette);
    }

    /// What to open for what was typed.
    pub(super) fn to_open(&self, typed: &str) -> Vec<Offer> {
        let words = commands::open_path(typed);
        self.documents("open", typed, PaletteCommand::Open, words, commands::OPEN_EMPTY)
    }

    /// What to compare with, for what was typed.
    pub(super) fn to_compare(&self, typed: &str) -> Vec<Offer> {
        let words = commands::compare_path(typed);
        self.documents("compare", typed, PaletteCommand::Compare, words, commands::COMPARE_EMPTY)
    }

    /// The older version from which to follow the clause in view, for what was typed.
    pub(super) fn to_trace(&self, typed: &str) -> Vec<Offer> {
        let words = commands::history_path(typed);
        self.documents("history", typed, PaletteCommand::Trace, words, commands::COMPARE_EMPTY)
    }

    /// What to put beside the document in view, for what was typed.
    pub(super) fn to_put_beside(&self, typed: &str) -> Vec<Offer> {
        let words = commands::beside_path(typed);
        self.documents("beside", typed, PaletteCommand::Beside, words, commands::BESIDE_EMPTY)
    }

    /// The documents that a command takes: those suggested, and the one that was typed, which is
    /// offered in `words`. Without either, the offer `empty` says what to type.
    fn documents(
        &self,
        name: &'static str,
        typed: &str,
        taking: fn(String) -> PaletteCommand,
        words: String,
        empty: &'static str,
    ) -> Vec<Offer> {
        let suggested = self.suggested(typed).into_iter();
        let mut offers: Vec<Offer> = suggested.map(|found| opening(found, name, taking)).collect();
        let literal = taking(typed.to_owned());
        if typed.is_empty() && offers.is_empty() {
            offers.push(Offer::new(PaletteCommand::Refuse, empty));
        } else if !typed.is_empty() && !offers.iter().any(|offer| offer.command == literal) {
            offers.push(Offer::new(literal, words).tabbed(name, typed));
        }
        offers
    }

    /// The files and folders that complete what was typed, for a command.
    pub(super) fn completions(&self, name: &'static str, typed: &str) -> Vec<Offer> {
        let complete = |path: String| PaletteCommand::CompleteTo(format!("{name} {path}"));
        let paths = self.suggested(typed).into_iter();
        paths
            .filter(|found| !matches!(found.what, Suggested::Read(_)))
            .map(|found| opening(found, name, complete))
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

/// The offer of a suggestion for a command, and what that does with a path.
fn opening(
    found: Suggestion,
    name: &'static str,
    taking: impl Fn(String) -> PaletteCommand,
) -> Offer {
    let Suggestion { path, what, preview } = found;
    let plain = || visible(&path).into_owned();
    let (command, words, aside) = match what {
        Suggested::Folder => {
            (PaletteCommand::CompleteTo(format!("{name} {path}")), plain(), states::FOLDER)
        }
        Suggested::File => (taking(path.clone()), plain(), ""),
        Suggested::Open => (taking(path.clone()), plain(), states::OPEN),
        Suggested::Read(title) => {
            let command = match name {
                "open" => PaletteCommand::OpenDocument(path.clone()),
                _ => taking(path.clone()),
            };
            (command, visible(&title).into_owned(), states::READ_BEFORE)
        }
    };
    Offer { aside: aside.to_owned(), preview, ..Offer::new(command, words).tabbed(name, &path) }
}
