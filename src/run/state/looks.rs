//! The sources of the current look.

use crate::settings::{
    Background, ColourDepth, Config, Look, LookMemory, Settings, Theme, ThemeChoice,
};
use crate::terminal::Abilities;

/// The sources of the current look.
#[derive(Debug)]
pub struct Looks {
    /// The config, as last read.
    pub(in crate::run) config: Config,
    /// The settings with the looks remembered so far.
    pub(in crate::run) known: Settings,
    /// Remembered looks that are obsolete because the config has changed.
    pub(in crate::run) overruled: Vec<Look>,
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
