//! How the text looks: what keys change of it is remembered for the next start,
//! written into the config, or forgotten, as the person says.

use super::Reader;
use crate::action::Size;
use crate::app::{App, Prepared};
use crate::keeping::{Saved, StateRequest};
use crate::settings::{
    Background, ColourDepth, Config, Look, LookMemory, Security, Settings, Theme, ThemeChoice,
};
use crate::terminal::Abilities;

/// What the looks of this run came from.
#[derive(Debug)]
pub struct Looks {
    /// The config, as it was read last.
    config: Config,
    /// The settings with the looks that are remembered already.
    known: Settings,
    /// What is remembered in vain, since the config has changed.
    overruled: Vec<Look>,
    abilities: Abilities,
}

impl Looks {
    /// The looks of a config and of what is remembered, on a terminal that can do
    /// so much.
    pub fn find(config: Config, memory: &LookMemory, abilities: Abilities) -> Self {
        let known = memory.over(&config);
        let overruled = memory.overruled(&config);
        Self { config, known, overruled, abilities }
    }

    /// The terminal has said what lies behind its letters.
    pub fn learn(&mut self, background: Background) {
        self.abilities.background = Some(background);
    }

    /// The settings that are in force.
    pub fn settings(&self) -> &Settings {
        &self.known
    }

    /// How many colours the terminal has.
    pub fn colours(&self) -> ColourDepth {
        self.abilities.colours
    }

    /// The theme of a choice on this terminal.
    pub fn theme(&self, choice: ThemeChoice) -> Theme {
        match choice {
            // Where no colours are written, bold and underline must tell it all.
            ThemeChoice::Named(name) if self.abilities.colours != ColourDepth::None => {
                self.known.theme_named(name.as_str()).unwrap_or(Theme::ALL[0])
            }
            _ => Theme::suiting(self.abilities.background, self.abilities.colours),
        }
    }
}

impl Reader {
    /// Forgets the looks that the config has changed since.
    pub(super) fn drop_overruled_looks(&mut self) {
        let overruled = std::mem::take(&mut self.looks.overruled);
        if !overruled.is_empty() && self.app.security == Security::Open {
            self.ask_state(StateRequest::DropLooks(overruled));
        }
    }

    /// Remembers what keys have changed of the looks since it was done last.
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

    /// Writes the looks that are in force into the config.
    pub(super) fn save_settings(&mut self) {
        let settings = Box::new(self.app.settings.clone());
        self.ask_state(StateRequest::SaveLooks(settings));
    }

    /// The looks are in the config now.
    pub(super) fn saved(&mut self, saved: Saved) {
        self.looks.config = saved.config;
        self.app.tell(match saved.looks.as_slice() {
            [] => format!("{} already has these settings", saved.name),
            looks => {
                let names: Vec<&str> = looks.iter().map(|look| look.name()).collect();
                format!("written to {}: {}", saved.name, names.join(", "))
            }
        });
    }

    /// What was remembered is forgotten: the looks are those of the config.
    pub(super) fn reset(&mut self, config: Config) {
        self.looks.known = config.settings.clone();
        let theme = self.looks.theme(config.settings.theme);
        self.app.take_looks(&config.settings, theme);
        self.looks.config = config;
        self.app.tell("settings reset to config.toml");
    }
}

/// A reader of a document with the looks that are in force.
pub fn app(document: Prepared, looks: &Looks, size: Size) -> App {
    let settings = looks.settings().clone();
    let theme = looks.theme(settings.theme);
    let mut app = App::new(document, settings, theme, size);
    app.colours = looks.colours();
    app
}
