//! State and update: what the reader is doing. Independent of any terminal.
//!
//! State flows one way: a key, a mouse event or an [`Action`](crate::action::Action) goes into
//! [`App`] and changes it; what the program must do outside of it comes back as [`Effect`]s. A view
//! draws an `App` and changes nothing.

mod answering;
mod asides;
mod bookmark_index;
mod changes;
mod changing;
mod clicks;
mod command;
mod copying;
mod explaining;
mod exporting;
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
mod link_hints;
mod links;
mod list;
mod marking;
mod menu;
mod mode;
mod mouse;
mod navigation;
mod note;
mod only_matches;
mod outline;
mod pace;
mod page_form;
mod palette;
mod peek;
mod prepared;
mod progress;
mod quick_marks;
mod reading;
mod recent;
mod register;
mod register_view;
mod reloading;
mod scrolling;
mod search;
mod searching;
mod section_labels;
mod securing;
mod selecting;
mod selection;
mod session_state;
mod setting_commands;
mod speaking;
mod state;
mod status;
mod suggestion;
#[cfg(test)]
mod tests;
mod update;
mod visible_sections;

pub use asides::{AsideLine, AsideRole};
pub use bookmark_index::{AnchoredBookmark, BookmarkIndex};
pub use changes::{Changed, Changes};
pub use command::{Offer, PaletteCommand};
pub use exporting::{Export, ExportForm, Exported, IfThere, Outcome, YesNoQuestion};
pub use filter::Filter;
pub use help::{HelpPage, HelpRow, help_keys_width, help_rows};
pub use hints::Hint;
pub use history::{History, View};
pub use layout::{Area, LabelWidths, Layout, OutlinePlace, OutlineWidth};
pub use line::{InputLine, LONGEST_LINE};
pub use link_hints::{Labelled, LinkHints};
pub use links::target_words;
pub use list::{BookmarkList, ListLine, ListOrder};
pub use menu::Menu;
pub use mode::{Focus, Jump, Mode, Page, SearchPrompt, TagPrompt};
pub use note::{NoteField, NoteFor, NotePrompt};
pub use only_matches::Only;
pub use outline::{Outline, OutlineEntry};
pub use pace::Pace;
pub use palette::Palette;
pub use peek::{Peek, PeekRow, PeekSubject};
pub use prepared::Prepared;
pub use progress::Progress;
pub use quick_marks::LetterFor;
pub use reading::Reading;
pub use recent::{Availability, RECENT_ROWS, Recent, RecentList};
pub use register::{Register, RegisterKind, RegisterPlace, RegisterRow, Telling};
pub use register_view::{
    GUTTER, LEAST_PLACES, RegisterList, RegisterOrder, RegisterView, Widths, cell,
};
pub use reloading::OnDisk;
pub use search::{Search, SearchDirection, SeekFrom};
pub use searching::SearchPattern;
pub use section_labels::number_apart;
pub use selection::{Granularity, Selection};
pub use speaking::{Aloud, Speaking};
pub use state::{App, Effect, News, Notice};
pub use status::{StatusPiece, StatusRole};
pub use suggestion::{Suggested, Suggestion, Suggestions};
