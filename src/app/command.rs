//! The palette's offers: actions, and commands that take an argument (`:11`, `:theme light`, `:open
//! PATH`, `:export notes.md`).

use super::setting_commands::SETTINGS;
use super::{App, Effect, Mode, Offer, Palette, PaletteCommand};
use crate::action::{Action, ActionGroup, Context};
use crate::find::{Target, look_up, rank};
use crate::messages::{commands, notices};
use crate::settings::{ColourDepth, Theme, ThemeChoice};

/// Abbreviations (`:n` and the like) that users of vi and less know.
const SHORT: [(&str, Action); 6] = [
    ("n", Action::NextDocument),
    ("p", Action::PreviousDocument),
    ("N", Action::PreviousDocument),
    ("o", Action::RecentDocuments),
    ("e", Action::Reload),
    ("q", Action::Quit),
];

/// The file commands and their descriptions.
const FILES: [(&str, &str); 7] = [
    ("open", commands::OPEN),
    ("compare", commands::COMPARE),
    ("history", commands::HISTORY),
    ("beside", commands::BESIDE),
    ("export", commands::EXPORT),
    ("write", commands::WRITE),
    ("import", commands::IMPORT),
];

/// The commands that take an argument, with their descriptions.
fn taking() -> impl Iterator<Item = (&'static str, &'static str)> {
    FILES.into_iter().chain(SETTINGS)
}

/// Why a line names no command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoCommand {
    /// No name begins so; the nearest one, if any is near.
    Unknown(Option<&'static str>),
    /// Several names begin so.
    Several(Vec<String>),
}

/// How like a name a mistyped one is, up to 1: below this, the two have nothing to do with each other.
const LIKE: f64 = 0.8;

/// Returns the names of the commands of the palette that take an argument.
pub fn palette_names() -> impl Iterator<Item = &'static str> {
    taking().map(|(name, _)| name)
}

/// The maximum number of recently used actions that come first.
const MOST_USED: usize = 5;

/// Whether the palette offers an action. It opens over the text: those only for a selection or a list
/// are not offered.
fn is_offered(action: Action) -> bool {
    matches!(action.context(), Context::Everywhere | Context::SideBySide)
        && action != Action::Palette
}

fn offered() -> impl Iterator<Item = Action> {
    Action::ALL.iter().copied().filter(|action| is_offered(*action))
}

fn of_action(action: Action) -> Offer {
    let tab = Some(action.name().to_owned());
    Offer { tab, ..Offer::new(PaletteCommand::Act(action), action.title()) }
}

/// Returns the offer for a command with its argument: the first one, except for a value of a setting,
/// which must be named in full or by an unambiguous beginning.
fn value_named(offers: Vec<Offer>, typed: &str) -> Result<Offer, NoCommand> {
    let is_value = |offer: &Offer| {
        matches!(
            offer.command,
            PaletteCommand::Theme(_) | PaletteCommand::Citation(_) | PaletteCommand::Set { .. }
        )
    };
    if offers.len() > 1 && offers.iter().all(is_value) {
        if let Some(exact) = offers.iter().find(|offer| offer.tab.as_deref() == Some(typed)) {
            return Ok(exact.clone());
        }
        return Err(NoCommand::Several(offers.into_iter().filter_map(|offer| offer.tab).collect()));
    }
    offers.into_iter().next().ok_or(NoCommand::Unknown(None))
}

impl App {
    /// What the palette offers for the typed text, best first.
    pub fn offers(&self, palette: &Palette) -> Vec<Offer> {
        let typed = palette.line.text().trim_start();
        let argument = typed.split_once(' ').map(|(name, argument)| (name, argument.trim()));
        let known = argument.and_then(|(name, argument)| match name {
            "open" => Some(self.to_open(argument)),
            "compare" => Some(self.to_compare(argument)),
            "history" => Some(self.to_trace(argument)),
            "beside" => Some(self.to_put_beside(argument)),
            "export" => Some(self.to_export(argument)),
            "write" => Some(self.to_write(argument)),
            "import" => Some(self.to_import(argument)),
            _ => self.setting(name, argument),
        });
        match known {
            Some(offers) => offers,
            None if typed.starts_with(|c: char| c.is_ascii_digit() || c == '+') => {
                vec![self.address(typed)]
            }
            None => self.actions(typed),
        }
    }

    /// Returns the command that the typed line names in full or by an unambiguous beginning. Where no
    /// offers are seen, one that merely resembles the line must not run.
    ///
    /// # Errors
    /// No name begins so, or several do.
    pub fn command_named(&self, palette: &Palette) -> Result<Offer, NoCommand> {
        let typed = palette.line.text().trim();
        let offers = self.offers(palette);
        let name = typed.split_once(' ').map(|(name, _)| name);
        if name.is_some_and(|name| taking().any(|(taking, _)| taking == name)) {
            return value_named(offers, typed);
        }
        let is_address = typed.starts_with(|c: char| c.is_ascii_digit() || c == '+');
        if is_address || SHORT.iter().any(|(short, _)| *short == typed) {
            return offers.into_iter().next().ok_or(NoCommand::Unknown(None));
        }
        let taking = taking().map(|command| (command.0, Offer::taking(command)));
        let named: Vec<(&'static str, Offer)> =
            taking.chain(offered().map(|action| (action.name(), of_action(action)))).collect();
        let typed = typed.to_lowercase();
        let is_it =
            |(name, offer): &&(&str, Offer)| *name == typed || offer.words.to_lowercase() == typed;
        if let Some((_, offer)) = named.iter().find(is_it) {
            return Ok(offer.clone());
        }
        let by_name = |(name, _): &&(&str, Offer)| name.starts_with(&typed);
        let by_title = |(_, offer): &&(&str, Offer)| offer.words.to_lowercase().starts_with(&typed);
        let mut begun: Vec<&(&str, Offer)> =
            named.iter().filter(|_| !typed.is_empty()).filter(by_name).collect();
        // The beginning of a title counts only if no name begins so.
        if begun.is_empty() && !typed.is_empty() {
            begun = named.iter().filter(by_title).collect();
        }
        match begun.as_slice() {
            [(_, offer)] => Ok(offer.clone()),
            [] => {
                let likeness = |name: &str| strsim::jaro_winkler(&typed, name);
                let near =
                    named.iter().map(|(name, _)| *name).filter(|name| likeness(name) >= LIKE);
                let nearest = near.max_by(|one, other| likeness(one).total_cmp(&likeness(other)));
                Err(NoCommand::Unknown(nearest))
            }
            several => Err(NoCommand::Several(
                several.iter().map(|(name, _)| (*name).to_owned()).collect(),
            )),
        }
    }

    /// Does what an offer says.
    pub fn take_offer(&mut self, offer: Offer) -> Vec<Effect> {
        self.run_command(offer.command)
    }

    /// What `:import` offers for a path.
    fn to_import(&self, path: &str) -> Vec<Offer> {
        let files =
            self.completions("import", path).into_iter().map(|offer| match &offer.command {
                PaletteCommand::CompleteTo(line) if offer.aside.is_empty() => {
                    let path =
                        line.split_once(' ').map_or(line.as_str(), |(_, path)| path).to_owned();
                    Offer { command: PaletteCommand::Import(path), ..offer }
                }
                _ => offer,
            });
        let mut offers: Vec<Offer> = files.collect();
        let typed = PaletteCommand::Import(path.to_owned());
        if path.is_empty() && offers.is_empty() {
            offers.push(Offer::new(PaletteCommand::Refuse, commands::IMPORT_EMPTY));
        } else if !path.is_empty() && !offers.iter().any(|offer| offer.command == typed) {
            offers.push(Offer::new(typed, commands::import_path(path)));
        }
        offers
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
                Offer::new(PaletteCommand::GoTo(typed.trim().to_owned()), commands::go_to(name))
            }
            Err(error) => Offer::new(PaletteCommand::Refuse, error.to_string()),
        }
    }

    fn actions(&self, typed: &str) -> Vec<Offer> {
        let all = taking().map(Offer::taking).chain(offered().map(of_action));
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
        // The abbreviations of vi and less come first.
        if let Some((_, known)) = SHORT.iter().find(|(short, _)| *short == typed) {
            first(of_action(*known));
        }
        // A name from the config, or its beginning, also works.
        if let Some(action) = Action::from_beginning(typed)
            && is_offered(action)
        {
            first(of_action(action));
        }
        if let Some(taking) = taking().find(|(name, _)| *name == typed) {
            first(Offer::taking(taking));
        }
        found
    }

    /// The rank of a command before anything is typed: recently used ones come first; movement,
    /// which has keys, comes last.
    fn usefulness(&self, command: &PaletteCommand) -> usize {
        match command {
            PaletteCommand::Act(action) => match self.used.iter().position(|used| used == action) {
                Some(at) => at,
                None if action.group() == ActionGroup::Move => usize::MAX,
                None => MOST_USED + 1,
            },
            _ => MOST_USED,
        }
    }

    /// Runs a command of the palette.
    pub(super) fn run_command(&mut self, command: PaletteCommand) -> Vec<Effect> {
        let line = match &command {
            PaletteCommand::Complete(name) => Some(format!("{name} ")),
            PaletteCommand::CompleteTo(line) => Some(line.clone()),
            _ => None,
        };
        if let (Some(line), Mode::Palette(palette)) = (&line, &mut self.mode) {
            palette.complete(line);
        }
        if line.is_some() || command == PaletteCommand::Refuse {
            return Vec::new();
        }
        self.give_back();
        // The command acts on the text, whatever was open over it.
        if !matches!(self.mode, Mode::Select(_)) {
            self.mode = Mode::Read;
        }
        match command {
            PaletteCommand::Act(action) => {
                self.used.retain(|used| *used != action);
                self.used.insert(0, action);
                self.used.truncate(MOST_USED);
                return self.act(action, None);
            }
            PaletteCommand::GoTo(address) => {
                if let Ok(target) = look_up(&self.document, &address, Some(self.here())) {
                    self.go_to(&target);
                }
            }
            PaletteCommand::Theme(name) => {
                if let Some(theme) = self.settings.theme_named(&name) {
                    self.take_theme(theme);
                }
            }
            PaletteCommand::Width(columns) => self.set_measure(columns),
            PaletteCommand::Citation(name) => {
                // It is one of those offered.
                if self.settings.citations.choose(&name).is_ok() {
                    self.tell(notices::citation_style(name));
                }
            }
            PaletteCommand::Set { name, value, written } => {
                self.settings.set_written(name, written);
                self.tell(format!("{name}: {value}"));
            }
            PaletteCommand::Open(path) => return vec![Effect::OpenPath(path)],
            PaletteCommand::Compare(path) => return vec![Effect::Compare(path)],
            PaletteCommand::Trace(path) => return self.trace(Some(path)),
            PaletteCommand::Beside(path) => return vec![Effect::OpenBeside(path)],
            PaletteCommand::OpenDocument(place) => return vec![Effect::OpenDocument(place)],
            PaletteCommand::Export(export) => return self.export(export),
            PaletteCommand::Import(path) => return self.if_may_write(Effect::Import(path)),
            PaletteCommand::Complete(_)
            | PaletteCommand::CompleteTo(_)
            | PaletteCommand::Refuse => {}
        }
        Vec::new()
    }

    /// Switches to a theme, now and for the next start on this terminal.
    pub(super) fn take_theme(&mut self, theme: Theme) {
        self.theme = theme;
        self.settings.theme = ThemeChoice::Named(theme.name);
        let poor = self.colours == ColourDepth::None && theme.has_colours();
        self.tell(match poor {
            true => notices::theme_without_colours(theme.name),
            false => notices::theme(theme.name),
        });
    }
}
