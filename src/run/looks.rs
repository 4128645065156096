//! The look of the text: changes made with keys are remembered for the next
//! start, written to the config, or forgotten, as the user chooses.

use super::state::{Looks, Reader};
use crate::action::Size;
use crate::app::{App, Prepared};
use crate::keeping::{Saved, StateRequest};
use crate::messages::{headings, notices};
use crate::settings::{Config, Look, Security};

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
