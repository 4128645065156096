//! State and update: what the reader is doing. Knows no terminal.
//!
//! State goes one way: a key, a mouse event or an [`Action`](crate::action::Action)
//! goes into [`App`] and changes it; what the program must do outside of it
//! comes back as [`Effect`]s. A view draws an `App` and changes nothing.

mod bookmark_index;
mod changes;
mod changing;
mod command;
mod copying;
mod explaining;
mod filter;
mod following;
mod held;
mod help;
mod hints;
mod history;
mod input;
mod jump_prompt;
mod layout;
mod line;
mod links;
mod list;
mod marking;
mod mode;
mod mouse;
mod navigation;
mod note;
mod outline;
mod pace;
mod palette;
mod peek;
mod prepared;
mod progress;
mod reading;
mod recent;
mod register;
mod reloading;
mod scrolling;
mod search;
mod searching;
mod section_labels;
mod securing;
mod selecting;
mod selection;
mod session_state;
mod state;
mod status;
#[cfg(test)]
mod tests;
mod update;
mod visible_sections;

pub use bookmark_index::{BookmarkIndex, Kept};
pub use changes::{Changed, Changes};
pub use command::{Command, Offer};
pub use filter::Filter;
pub use help::{HelpPage, HelpRow, help_keys_width, help_rows};
pub use hints::Hint;
pub use history::{History, View};
pub use layout::{Area, LabelWidths, Layout, OutlinePlace};
pub use line::{LONGEST_LINE, Line};
pub use list::{BookmarkList, ListLine, ListOrder};
pub use mode::{Focus, Jump, Mode, Page, SearchPrompt, TagPrompt};
pub use note::{NoteField, NoteFor, NotePrompt};
pub use outline::{Entry, Outline};
pub use pace::Pace;
pub use palette::Palette;
pub use peek::{Peek, PeekRow, Subject};
pub use prepared::Prepared;
pub use progress::Progress;
pub use reading::Reading;
pub use recent::{Availability, RECENT_ROWS, Recent, RecentList};
pub use register::{Register, RegisterKind, RegisterPlace, RegisterRow, Telling};
pub use reloading::OnDisk;
pub use search::{Direction, Search, SeekFrom};
pub use searching::Pattern;
pub use section_labels::number_apart;
pub use selection::{Granularity, Selection};
pub use state::{App, Effect, News, Notice};
pub use status::{Piece, Role};
