//! The look of the text: changes made with keys are remembered for the next
//! start, written to the config, or forgotten, as the person chooses.

use super::Reader;
use crate::action::Size;
use crate::app::{App, Prepared};
use crate::keeping::{Saved, StateRequest};
use crate::messages::{headings, notices};
use crate::settings::{
    Background, ColourDepth, Config, Look, LookMemory, Security, Settings, Theme, ThemeChoice,
};
use crate::terminal::Abilities;

/// The sources of the current look.
#[derive(Debug)]
pub struct Looks {
    /// The config, as last read.
    config: Config,
    /// The settings with the looks remembered so far.
    known: Settings,
    /// Remembered looks that are obsolete because the config has changed.
    overruled: Vec<Look>,
    abilities: Abilities,
}

impl Looks {
    /// Combines the looks of a config and the remembered ones for a terminal with
    /// these abilities.
    pub fn find(config: Config, memory: &LookMemory, abilities: Abilities) -> Self {
        let known = memory.over(&config);
        let overruled = memory.overruled(&config);
        Self { config, known, overruled, abilities }
    }

    /// Records the background that the terminal reports.
    pub fn learn(&mut self, background: Background) {
        self.abilities.background = Some(background);
    }

    /// Returns the settings in force.
    pub fn settings(&self) -> &Settings {
        &self.known
    }

    /// Returns the number of colours of the terminal.
    pub fn colours(&self) -> ColourDepth {
        self.abilities.colours
    }

    /// Returns the theme of a choice on this terminal.
    pub fn theme(&self, choice: ThemeChoice) -> Theme {
        let named = match choice {
            ThemeChoice::Named(name) => self.known.theme_named(name.as_str()),
            ThemeChoice::Auto => None,
        };
        match (named, self.abilities.colours) {
            // Without colours, bold and underline must carry all the meaning.
            (Some(named), ColourDepth::None) => named.without_colours(),
            (Some(named), _) => named,
            (None, colours) => Theme::suiting(self.abilities.background, colours),
        }
    }
}

impl Reader {
    /// Forgets remembered looks that the config has changed since.
    pub(super) fn drop_overruled_looks(&mut self) {
        let overruled = std::mem::take(&mut self.looks.overruled);
        if !overruled.is_empty() && self.app.security == Security::Open {
            self.ask_state(StateRequest::DropLooks(overruled));
        }
    }

    /// Remembers the looks changed with keys since the last call.
    pub(super) fn remember_looks(&mut self) {
        if self.app.is_dragging() {
            return;
        }
        let changes = self.looks.config.changes(&self.looks.known, &self.app.settings);
        if changes.is_empty() {
            return;
        }
        self.looks.known = self.app.settings.clone();
        if self.app.security == Security::Open {
            self.ask_state(StateRequest::RememberLooks(changes));
        }
    }

    /// Shows the settings in force, with the path of the config above them.
    pub(super) fn show_settings(&mut self) {
        let changed = Look::changed(&self.looks.config.settings, &self.app.settings);
        let settings = self.app.settings.to_toml(&changed);
        let text = format!("{}\n\n{settings}", self.places.config.display());
        self.app.report(headings::SETTINGS, text);
    }

    /// Writes the looks in force to the config.
    pub(super) fn save_settings(&mut self) {
        let settings = Box::new(self.app.settings.clone());
        self.ask_state(StateRequest::SaveLooks(settings));
    }

    /// Reports that the looks are now in the config.
    pub(super) fn saved(&mut self, saved: Saved) {
        self.looks.config = saved.config;
        self.app.tell(match saved.looks.as_slice() {
            [] => notices::settings_already_saved(saved.name),
            looks => {
                let names: Vec<&str> = looks.iter().map(|look| look.name()).collect();
                notices::settings_saved(saved.name, names.join(", "))
            }
        });
    }

    /// Restores the looks of the config after the remembered ones were forgotten.
    pub(super) fn reset(&mut self, config: Config) {
        self.looks.known = config.settings.clone();
        let theme = self.looks.theme(config.settings.theme);
        self.app.take_looks(&config.settings, theme);
        self.looks.config = config;
        self.app.tell(notices::SETTINGS_RESET);
    }
}

/// Creates the state of a document with the looks in force.
pub fn app(document: Prepared, looks: &Looks, size: Size) -> App {
    let settings = looks.settings().clone();
    let theme = looks.theme(settings.theme);
    let mut app = App::new(document, settings, theme, size);
    app.colours = looks.colours();
    app
}
