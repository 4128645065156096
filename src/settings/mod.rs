//! What a person has set: the config file, the keys, themes; and where files
//! are kept.

mod citations;
mod config;
mod directories;
mod theme;

pub use citations::{Citations, UnknownTemplate};
pub use config::{MEASURES, Reload, Settings, SettingsError, ThemeChoice};
pub use directories::Directories;
pub use theme::{Background, Colour, ColourDepth, Style, Theme};
