//! Settings: the config file, keys and themes; the remembered looks; and the
//! places of files.

mod attribute;
mod citations;
mod config;
mod contrast;
mod directories;
mod fault;
mod ink;
mod invalid;
mod library;
mod library_folders;
mod look;
mod memory;
mod own_theme;
mod page_layout;
mod parse;
mod program;
mod reload;
mod saving;
mod schema;
mod security;
mod setting;

mod shown;
mod switch;
mod table;
mod theme;
mod theme_choice;
mod themes;
mod values;

pub use attribute::{Attribute, Attributes};
pub use citations::{Citations, UnknownTemplate};
pub use config::Config;
pub use directories::Directories;
pub use fault::{SettingsError, summary};
pub use library::{LibraryFolder, LibrarySettings};
pub use library_folders::{add_folder, remove_folder};
pub use look::Look;
pub use memory::{LookChange, LookMemory};
pub use own_theme::OwnTheme;
pub use page_layout::PageLayout;
pub use parse::Written;
pub use program::{Program, ProgramError};
pub use reload::Reload;
pub use saving::save_looks;
pub use schema::schema;
pub use security::{Forbidden, Security};
pub use setting::Setting;

pub use shown::{Hints, ProgressShown, RedlineChoice};
pub use switch::{Switch, Switches};
pub use table::{ConfigTable, SETTINGS, TABLES};
pub use theme::{Background, CellStyle, ColourDepth, Ornaments, Theme, ThemeName};
pub use theme_choice::ThemeChoice;
pub use values::{CONTENTS_WIDTHS, MEASURES, Settings};
