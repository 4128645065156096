//! The state of the whole reader.

use super::{
    AsideDensity, Beside, BookmarkIndex, BookmarkList, Changes, Clicks, Compared, Focus, Grip,
    Held, History, LabelWidths, Layout, Mode, NoteFor, Notice, OldText, OnDisk, Only, Outline,
    Pace, Page, Pair, Progress, Reading, RecentList, RegisterList, Search, SearchPattern, Speaking,
    Suggestions, Unsettled,
};
use crate::action::{Action, KeyMap, Size};
use crate::document::{Direction, Document, Passage, Point};
use crate::settings::{ColourDepth, Security, Settings, Theme};
use crate::typeset::Top;
use std::sync::Arc;

/// The state of the reader.
#[derive(Debug, Clone)]
pub struct App {
    /// The open document.
    pub document: Arc<Document>,
    /// The settings, with the user's changes.
    pub settings: Settings,
    /// What the program may do besides reading.
    pub security: Security,
    /// The look of the screen.
    pub theme: Theme,
    /// How many colours the screen can show.
    pub colours: ColourDepth,
    /// The size of the terminal.
    pub size: Size,
    /// Where the parts of the screen are.
    pub layout: Layout,
    /// The text in view.
    pub reading: Reading,
    /// What the pane shows.
    pub page: Page,
    /// The outline.
    pub outline: Outline,
    /// Which part movement keys act on.
    pub focus: Focus,
    /// What keys mean at present.
    pub mode: Mode,
    /// The current search.
    pub search: Option<Search>,
    /// The blocks that are shown, if not all are.
    pub only: Option<Only>,
    /// The bookmarks.
    pub bookmark_index: BookmarkIndex,
    /// The state of the list of bookmarks.
    pub list: BookmarkList,
    /// The state of the list in a register.
    pub register_list: RegisterList,
    /// The recently read documents.
    pub recent: RecentList,
    /// What changed in the document while it was open or, in a comparison, between the two texts.
    pub changes: Changes,
    /// The comparison that is being read, if it is one.
    pub(in crate::app) comparison: Option<Compared>,
    /// Whether the old text is shown beside it.
    pub(in crate::app) beside: Beside,
    /// The old text beside what is in view.
    pub(in crate::app) old_text: OldText,
    /// The document beside the one in view, if there is one.
    pub(in crate::app) pair: Option<Pair>,
    /// How the document's file compares with what is shown.
    pub on_disk: OnDisk,
    /// The position of this document among the open ones and their number, if there are several.
    pub among: Option<(usize, usize)>,
    /// The name of a document that is still being read, to be shown next.
    pub opening: Option<String>,
    /// How messages name an action: by its first key, unless actions are typed in another way.
    pub typed_as: fn(&KeyMap, Action) -> String,
    /// The latest message.
    pub notice: Option<Notice>,
    /// The index of the chosen link in the document.
    pub(in crate::app) link: Option<usize>,
    /// The passage pinned beside the text.
    pub(in crate::app) pinned: Option<Passage>,
    /// The passage that the user went to from a list, until the next key.
    pub shown: Option<Passage>,
    pub(in crate::app) history: History,
    /// The end of what had been read when the user went there, while more is to come.
    pub(in crate::app) followed: Option<Top>,
    /// What was being read below everything that is open over it, the nearest last.
    pub(in crate::app) held: Vec<Held>,
    /// What to restore if an unfinished search finds nothing.
    pub(in crate::app) unsettled: Option<Unsettled>,
    /// The place that was found or shown last, while it is in view.
    pub(in crate::app) attention: Option<Point>,
    /// A note whose typing was interrupted, with its subject.
    pub(in crate::app) draft: Option<(NoteFor, String)>,
    /// The patterns that were searched for, the latest last.
    pub(in crate::app) patterns: Vec<SearchPattern>,
    /// The latest clicks in one place.
    pub(in crate::app) clicks: Clicks,
    /// What the mouse is dragging.
    pub(in crate::app) grip: Option<Grip>,
    /// The point of the text where the mouse was pressed.
    pub(in crate::app) pressed: Option<Point>,
    /// The actions recently chosen from the palette, the latest first.
    pub(in crate::app) used: Vec<Action>,
    /// What is being read aloud.
    pub(in crate::app) speaking: Option<Speaking>,
    /// Suggestions for the path that is being typed.
    pub(in crate::app) suggestions: Suggestions,
    /// Whether no key or button has been pressed yet.
    pub(in crate::app) untouched: bool,
    /// The provisions that progress is counted by.
    pub(in crate::app) progress: Progress,
    /// How fast the user reads.
    pub(in crate::app) pace: Pace,
    /// How often the document has something to show beside its lines.
    pub(in crate::app) aside_density: AsideDensity,
    /// The widths of the numbers in the margin.
    pub(in crate::app) labels: LabelWidths,
    /// The direction of the document's lines: the margin is where they begin.
    pub(in crate::app) direction: Direction,
}
