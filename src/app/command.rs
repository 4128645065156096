//! What the palette offers: actions, and commands that take an argument (`:11`, `:theme light`,
//! `:width 80`, `:open PATH`).

use super::palette::Palette;
use super::{App, Effect, Mode};
use crate::action::{Action, Context, Group};
use crate::find::{Target, look_up, rank};
use crate::settings::{ColourDepth, MEASURES, Theme, ThemeChoice};

/// What an entry of the palette does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// An action.
    Act(Action),
    /// Goes to an address.
    GoTo(String),
    /// Takes a theme.
    Theme(&'static str),
    /// Sets the columns of the text.
    Width(u16),
    /// Opens a document.
    Open(String),
    /// Completes the line to the name of a command that takes an argument.
    Complete(&'static str),
    /// Says what is missing or wrong.
    Refuse,
}

/// An entry of the palette.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What it does.
    pub command: Command,
    /// Its words.
    pub words: String,
    /// The characters of the words that were matched.
    pub matched: Vec<u32>,
    /// Whether it is in force already.
    pub in_force: bool,
}

impl Offer {
    fn new(command: Command, words: impl Into<String>) -> Self {
        Self { command, words: words.into(), matched: Vec::new(), in_force: false }
    }

    /// Completes the line to a command that takes an argument.
    fn taking((name, words): (&'static str, &'static str)) -> Self {
        Self::new(Command::Complete(name), words)
    }
}

/// What `:n` and its like mean to people who know vi or less.
const SHORT: [(&str, Action); 6] = [
    ("n", Action::NextDocument),
    ("p", Action::PreviousDocument),
    ("N", Action::PreviousDocument),
    ("o", Action::RecentDocuments),
    ("e", Action::Reload),
    ("q", Action::Quit),
];

/// The commands that take an argument, and what they do.
const TAKING: [(&str, &str); 3] = [
    ("theme", "Choose a theme: theme light"),
    ("width", "Set the width of the text in columns: width 80"),
    ("open", "Open a document: open PATH"),
];

/// Actions that were used lately and come first, at the most.
const MOST_USED: usize = 5;

impl App {
    /// What the palette offers for what was typed, best first.
    pub fn offers(&self, palette: &Palette) -> Vec<Offer> {
        let typed = palette.line.text().trim_start();
        let (name, argument) = match typed.split_once(' ') {
            Some((name, argument)) => (name, Some(argument.trim())),
            None => (typed, None),
        };
        match (name, argument) {
            ("theme", Some(argument)) => self.themes(argument),
            ("width", Some(argument)) => vec![self.width(argument)],
            ("open", Some("")) => vec![Offer::new(Command::Refuse, "Type the path of a document")],
            ("open", Some(path)) => {
                vec![Offer::new(Command::Open(path.to_owned()), format!("Open {path}"))]
            }
            _ if typed.starts_with(|c: char| c.is_ascii_digit() || c == '+') => {
                vec![self.address(typed)]
            }
            _ => self.actions(typed),
        }
    }

    fn themes(&self, argument: &str) -> Vec<Offer> {
        let begins = |name: &str| name.starts_with(argument);
        let offer = |theme: Theme| Offer {
            in_force: theme.name == self.theme.name,
            ..Offer::new(Command::Theme(theme.name), format!("Theme {}", theme.name))
        };
        let themes: Vec<Offer> =
            Theme::ALL.into_iter().filter(|theme| begins(theme.name)).map(offer).collect();
        if themes.is_empty() {
            let names = Theme::ALL.map(|theme| theme.name).join(", ");
            return vec![Offer::new(
                Command::Refuse,
                format!("No theme “{argument}”: there are {names}"),
            )];
        }
        themes
    }

    fn width(&self, argument: &str) -> Offer {
        let (least, most) = (MEASURES.start(), MEASURES.end());
        match argument.parse::<u16>().ok().filter(|columns| MEASURES.contains(columns)) {
            Some(columns) => Offer {
                in_force: columns == self.settings.measure,
                ..Offer::new(Command::Width(columns), format!("Text {columns} columns wide"))
            },
            None => Offer::new(
                Command::Refuse,
                format!("Type {least} to {most} columns; now {}", self.settings.measure),
            ),
        }
    }

    fn address(&self, typed: &str) -> Offer {
        match look_up(&self.document, typed.trim(), Some(self.held_view().top.point)) {
            Ok(target) => {
                let document = &self.document;
                let name = match target {
                    Target::Text { passage, .. } => match document.section_of(passage) {
                        Some(section) => document.section_name_with_kind(section),
                        None => document.passage_name(passage),
                    },
                    Target::Roster(id) => document.roster(id).kind.label().to_owned(),
                    Target::Entry(id, row) => document.roster(id).entries[row].name.clone(),
                };
                Offer::new(Command::GoTo(typed.trim().to_owned()), format!("Go to {name}"))
            }
            Err(error) => Offer::new(Command::Refuse, error.to_string()),
        }
    }

    fn actions(&self, typed: &str) -> Vec<Offer> {
        let of_action = |action: Action| Offer::new(Command::Act(action), action.title());
        // It opens over the text: what is for a selection or a list alone is not offered.
        let offered = Action::ALL
            .iter()
            .copied()
            .filter(|a| *a != Action::Palette && a.context() == Context::Everywhere);
        let all = TAKING.map(Offer::taking).into_iter().chain(offered.map(of_action));
        let named = all.map(|offer| (offer.clone(), offer.words));
        let ranked = rank(typed, named).into_iter();
        let mut found: Vec<Offer> =
            ranked.map(|(offer, matched)| Offer { matched, ..offer }).collect();
        if typed.is_empty() {
            found.sort_by_key(|offer| self.usefulness(&offer.command));
        }
        let mut first = |offer: Offer| {
            found.retain(|known| known.command != offer.command);
            found.insert(0, offer);
        };
        // What vi and less know by a letter or two is that.
        if let Some((_, known)) = SHORT.iter().find(|(short, _)| *short == typed) {
            first(of_action(*known));
        }
        // A name that the config uses is known as well, as is its beginning.
        if let Some(action) = Action::from_beginning(typed)
            && action.context() == Context::Everywhere
        {
            first(of_action(action));
        }
        if let Some(taking) = TAKING.into_iter().find(|(name, _)| *name == typed) {
            first(Offer::taking(taking));
        }
        found
    }

    /// Where a command stands before anything is typed: what was used lately comes first, and
    /// movement, which has keys, last.
    fn usefulness(&self, command: &Command) -> usize {
        match command {
            Command::Act(action) => match self.used.iter().position(|used| used == action) {
                Some(at) => at,
                None if action.group() == Group::Move => usize::MAX,
                None => MOST_USED + 1,
            },
            _ => MOST_USED,
        }
    }

    /// Does what an entry of the palette says.
    pub(super) fn run_command(&mut self, command: Command) -> Vec<Effect> {
        if let Command::Complete(name) = command {
            if let Mode::Palette(palette) = &mut self.mode {
                palette.complete(name);
            }
            return Vec::new();
        }
        if command == Command::Refuse {
            return Vec::new();
        }
        self.give_back();
        // What is chosen is done in the text, whatever lay over it.
        if !matches!(self.mode, Mode::Select(_)) {
            self.mode = Mode::Read;
        }
        match command {
            Command::Act(action) => {
                self.used.retain(|used| *used != action);
                self.used.insert(0, action);
                self.used.truncate(MOST_USED);
                return self.act(action, None);
            }
            Command::GoTo(address) => {
                if let Ok(target) = look_up(&self.document, &address, Some(self.here())) {
                    self.go_to(&target);
                }
            }
            Command::Theme(name) => {
                if let Some(theme) = Theme::named(name) {
                    self.take_theme(theme);
                }
            }
            Command::Width(columns) => self.set_measure(columns),
            Command::Open(path) => return vec![Effect::OpenPath(path)],
            Command::Complete(_) | Command::Refuse => {}
        }
        Vec::new()
    }

    /// Takes a theme, for this terminal and for the next start.
    pub(super) fn take_theme(&mut self, theme: Theme) {
        self.theme = theme;
        self.settings.theme = ThemeChoice::Named(theme.name);
        let poor = matches!(self.colours, ColourDepth::None) && theme.name != "plain";
        self.tell(match poor {
            true => format!("theme: {} (this terminal shows no colours)", theme.name),
            false => format!("theme: {}", theme.name),
        });
    }
}
