//! What a path that is typed into the palette could become: found outside, since a disk may be
//! slow, and offered when it comes.

use super::command::{Command, Offer};
use super::{App, Mode};
use crate::document::visible;
use crate::find::rank;

/// What a suggestion leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Suggested {
    /// A folder, whose files are suggested next.
    Folder,
    /// A file.
    File,
    /// A document that was read lately, by its title.
    Read(String),
}

/// A path that could be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The path, as it would be typed.
    pub path: String,
    /// What it leads to.
    pub what: Suggested,
    /// What there is to see of it, in lines.
    pub preview: Vec<String>,
}

/// What was found for what was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Suggestions {
    /// What was typed.
    pub typed: String,
    /// What could be meant, the likeliest first.
    pub all: Vec<Suggestion>,
}

/// Commands that take the path of a file.
const OF_PATHS: [&str; 4] = ["open", "export", "write", "import"];

impl App {
    /// The path that is being typed into the palette, to be completed.
    pub fn typed_path(&self) -> Option<&str> {
        let Mode::Palette(palette) = &self.mode else { return None };
        let (name, path) = palette.line.text().trim_start().split_once(' ')?;
        OF_PATHS.contains(&name).then(|| path.trim_start())
    }

    /// Takes what was found for a path that is being typed.
    pub fn suggest(&mut self, found: Suggestions) {
        self.suggestions = found;
    }

    /// What to open for what was typed.
    pub(super) fn to_open(&self, typed: &str) -> Vec<Offer> {
        let mut offers: Vec<Offer> =
            self.suggested(typed).into_iter().map(|found| opening(found, "open")).collect();
        let named = |offer: &Offer| offer.command == Command::Open(typed.to_owned());
        let literal = || {
            Offer::new(Command::Open(typed.to_owned()), format!("Open {typed}"))
                .tabbed("open", typed)
        };
        if typed.is_empty() && offers.is_empty() {
            offers.push(Offer::new(Command::Refuse, "Type the path of a document"));
        } else if !typed.is_empty() && !offers.iter().any(named) {
            offers.push(literal());
        }
        offers
    }

    /// Files and folders for what was typed, to complete a command with.
    pub(super) fn completions(&self, name: &'static str, typed: &str) -> Vec<Offer> {
        let paths = self.suggested(typed).into_iter();
        paths
            .filter(|found| !matches!(found.what, Suggested::Read(_)))
            .map(|found| opening(found, name))
            .collect()
    }

    /// What was found that fits what was typed since.
    fn suggested(&self, typed: &str) -> Vec<Suggestion> {
        let found = self.suggestions.all.iter().cloned();
        if self.suggestions.typed == typed {
            return found.collect();
        }
        let named = found.map(|found| {
            let name = match &found.what {
                Suggested::Read(title) => format!("{title} {}", found.path),
                Suggested::Folder | Suggested::File => found.path.clone(),
            };
            (found, name)
        });
        rank(typed, named).into_iter().map(|(found, _)| found).collect()
    }
}

/// The offer of a suggestion for a command.
fn opening(found: Suggestion, name: &'static str) -> Offer {
    let Suggestion { path, what, preview } = found;
    let complete = || Command::CompleteTo(format!("{name} {path}"));
    let (command, words, aside) = match what {
        Suggested::Folder => (complete(), visible(&path).into_owned(), "folder"),
        Suggested::File if name == "open" => {
            (Command::Open(path.clone()), visible(&path).into_owned(), "")
        }
        Suggested::File => (complete(), visible(&path).into_owned(), ""),
        Suggested::Read(title) => {
            (Command::OpenDocument(path.clone()), visible(&title).into_owned(), "read before")
        }
    };
    Offer { aside: aside.to_owned(), preview, ..Offer::new(command, words).tabbed(name, &path) }
}
