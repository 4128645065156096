//! State and update: what the user is doing. Independent of any terminal.
//!
//! State flows one way: a key, a mouse event or an [`Action`](crate::action::Action) goes into
//! [`App`] and changes it; what the program must do outside of it comes back as [`Effect`]s. A view
//! draws an `App` and changes nothing.

mod anchoring;
mod answering;
mod asides;
mod beside;
mod bookmark_list;
mod bookmark_view;
mod changes;
mod changing;
mod clicks;
mod command;
mod comparing;
mod copying;
mod explaining;
mod exporting;
mod following;
mod held;
mod help;
mod hints;
mod in_view;
mod input;
mod jump_prompt;
mod link_hints;
mod links;
mod list_controls;
mod list_view;
mod marking;
mod menu;
mod mouse;
mod navigation;
mod note;
mod offer;
mod only_matches;
mod page_form;
mod pairing;
mod palette;
mod palette_view;
mod peek;
mod quick_marks;
mod recent;
mod recent_view;
mod refreshing;
mod register_view;
mod reloading;
mod scrolling;
mod searching;
mod securing;
mod selecting;
mod session_state;
mod setting_commands;
mod side_by_side;
mod speaking;
mod state;
mod status;
mod suggestion;
mod telling;
#[cfg(test)]
mod tests;
mod tracing;
mod update;

pub use asides::{AsideLine, AsideRole, AsideTarget};
pub use beside::ROOM_FOR_BESIDE;
pub use bookmark_view::tags;
pub use command::{NoCommand, palette_names};
pub use hints::Hint;
pub use list_view::{Align, Cell, CellPart, Column, GUTTER, LEAD, ListLine, ListView, Tone};
pub use offer::{Offer, PaletteCommand};
pub use pairing::pairing_of;
pub use palette_view::PaletteView;
pub use register_view::{LEAST_PLACES, RegisterView};
pub use side_by_side::{STACKED_INDENT, Turned};
pub use state::{
    Aloud, AnchoredBookmark, App, Area, Availability, BOOKMARK_ORDERS, Beside, BookmarkIndex,
    BookmarkList, Changed, Changes, ClauseHistory, Compared, Effect, Export, ExportForm, Exported,
    Filter, Focus, Granularity, HelpPage, HelpRow, History, HistoryEntry, IfThere, InputLine, Jump,
    LONGEST_LINE, LabelWidths, Labelled, Layout, LetterFor, LinkHints, ListControls, ListKind,
    ListOrder, ListOrders, Menu, Mode, News, NoteField, NoteFor, NotePrompt, Notice, OldLine,
    OnDisk, Only, OnlyShown, Outcome, Outline, OutlineEntry, OutlinePlace, OutlineWidth, Pace,
    Page, Pair, Palette, Peek, PeekRow, PeekSubject, Prepared, Progress, RECENT_ORDERS,
    REGISTER_ORDERS, Reading, Recent, RecentList, Register, RegisterKind, RegisterList,
    RegisterPlace, RegisterRow, ReturnPlace, Search, SearchDirection, SearchPattern, SearchPrompt,
    SeekFrom, Selection, Speaking, Suggested, Suggestion, Suggestions, TagPrompt, Telling,
    VersionPlace, View, YesNoQuestion, help_keys_width, help_rows, number_apart, target_words,
};
use state::{
    AsideDensity, Clicks, Grip, Held, LONGEST_NOTE, Narrow, OldText, OutlineWanted, PageForm,
    Previewed, ROOM_FOR_ASIDES, ROOM_FOR_TWO, Scrolling, Unsettled, blocks_around, has_children,
    labels, last_if_empty, moved, skipped_clauses, window,
};
pub use status::{StatusPiece, StatusRole};
