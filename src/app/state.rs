//! The state of the whole reader.

use super::beside::{OldText, ROOM_FOR_CONTENTS};
use super::clicks::Clicks;
use super::comparing::Compared;
use super::held::Held;
use super::layout::OutlineWanted;
use super::mouse::Grip;
use super::page_form::PageForm;
use super::searching::Unsettled;
use super::{
    Beside, BookmarkIndex, BookmarkList, Changes, Export, Focus, Granularity, History, LabelWidths,
    Layout, Mode, NoteFor, OnDisk, Only, Outline, OutlineEntry, OutlineWidth, Pace, Page, Prepared,
    Progress, Reading, RecentList, Register, RegisterKind, RegisterList, Search, SearchPattern,
    Speaking, Suggestions,
};
use crate::action::{Action, KeyMap, Size};
use crate::bookmarks::{Anchor, Bookmark, Change};
use crate::document::{
    BlockId, ContentId, Direction, Document, Passage, Point, SectionId, visible,
};
use crate::find::Target;
use crate::messages::notices;
use crate::settings::{ColourDepth, Security, Settings, Theme};
use crate::typeset::{LayoutSetting, Row, Top, document_direction, patterns};
use std::sync::Arc;
use std::time::Duration;

/// What the program must do outside its state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Quit.
    Quit,
    /// Give the terminal back until the program is called to the foreground again.
    Suspend,
    /// Draw every cell again.
    Redraw,
    /// Capture the mouse, or leave it to the terminal.
    CaptureMouse(bool),
    /// Change the bookmarks on disk.
    Change(Change),
    /// Undo the last change of the bookmarks.
    Undo,
    /// Copy words to the clipboard.
    Copy(String),
    /// Open a text in the user's own editor.
    EditOutside(String),
    /// Open the document of a bookmark, at its passage.
    OpenBookmark(Box<Bookmark>),
    /// List the recently read documents.
    ListDocuments,
    /// Open a document by a typed path.
    OpenPath(String),
    /// Compare an older version, by a typed path, with the document in view.
    Compare(String),
    /// Exchange the old and the new text of the comparison.
    SwapComparison,
    /// Return from the comparison to the text.
    LeaveComparison,
    /// Write bookmarks or the document to a file.
    Export(Box<Export>),
    /// Import the bookmarks of a file.
    Import(String),
    /// Check the document.
    Check,
    /// Show the settings in force, and where the config is.
    ShowSettings,
    /// Look words up.
    LookUp(String),
    /// Read words aloud.
    Speak(String),
    /// Stop reading aloud.
    Silence,
    /// Open a document by its location, in the form of [`Recent::source`](super::Recent).
    OpenDocument(String),
    /// Go to the next or the previous open document.
    StepDocument {
        /// Whether to the next one.
        forward: bool,
    },
    /// Forget a document and its reading position.
    Forget(String),
    /// Undo the last forgetting.
    Recollect,
    /// Explain how a passage was recognised.
    Explain(Passage),
    /// Read the document again.
    Reload,
    /// Read the end of the document, of which only the beginning is there.
    ReadEnd,
    /// Write the current looks to the config.
    SaveSettings,
    /// Forget the remembered looks and return to those of the config.
    ResetSettings,
}

/// The kind of a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// Something was done.
    Done,
    /// Something went wrong.
    Trouble,
}

/// A one-line message, shown until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Its kind.
    pub news: News,
    /// The line.
    pub text: String,
}

impl Notice {
    fn new(news: News, text: &str) -> Self {
        Self { news, text: visible(text).into_owned() }
    }
}

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
    pub(super) comparison: Option<Compared>,
    /// Whether the old text is shown beside it.
    pub(super) beside: Beside,
    /// The old text beside what is in view.
    pub(super) old_text: OldText,
    /// How the document's file compares with what is shown.
    pub on_disk: OnDisk,
    /// The position of this document among the open ones and their number, if there are several.
    pub among: Option<(usize, usize)>,
    /// The name of a document that is still being read, to be shown next.
    pub opening: Option<String>,
    /// The latest message.
    /// How messages name an action: by its first key, unless actions are typed in another way.
    pub typed_as: fn(&KeyMap, Action) -> String,
    pub notice: Option<Notice>,
    /// The index of the chosen link in the document.
    pub(super) link: Option<usize>,
    /// The passage pinned beside the text.
    pub(super) pinned: Option<Passage>,
    /// The passage that the user went to from a list, until the next key.
    pub shown: Option<Passage>,
    pub(super) history: History,
    /// The end of what had been read when the user went there, while more is to come.
    pub(super) followed: Option<Top>,
    /// What was being read below everything that is open over it, the nearest last.
    pub(super) held: Vec<Held>,
    /// What to restore if an unfinished search finds nothing.
    pub(super) unsettled: Option<Unsettled>,
    /// The place that was found or shown last, while it is in view.
    pub(super) attention: Option<Point>,
    /// A note whose typing was interrupted, with its subject.
    pub(super) draft: Option<(NoteFor, String)>,
    /// The patterns that were searched for, the latest last.
    pub(super) patterns: Vec<SearchPattern>,
    /// The latest clicks in one place.
    pub(super) clicks: Clicks,
    /// What the mouse is dragging.
    pub(super) grip: Option<Grip>,
    /// The point of the text where the mouse was pressed.
    pub(super) pressed: Option<Point>,
    /// The actions recently chosen from the palette, the latest first.
    pub(super) used: Vec<Action>,
    /// What is being read aloud.
    pub(super) speaking: Option<Speaking>,
    /// Suggestions for the path that is being typed.
    pub(super) suggestions: Suggestions,
    /// Whether no key or button has been pressed yet.
    pub(super) untouched: bool,
    /// The provisions that progress is counted by.
    pub(super) progress: Progress,
    /// How fast the user reads.
    pub(super) pace: Pace,
    /// The widths of the numbers in the margin.
    pub(super) labels: LabelWidths,
    /// The direction of the document's lines: the margin is where they begin.
    pub(super) direction: Direction,
}

impl App {
    /// Returns a reader at the start of a document.
    pub fn new(
        document: impl Into<Prepared>,
        settings: Settings,
        theme: Theme,
        size: Size,
    ) -> Self {
        let Prepared { document, outline, labels, progress, compared } = document.into();
        let direction = document_direction(&document);
        let wanted = OutlineWanted::of(settings.contents, Focus::Pane);
        let width = outline_width(&settings);
        let layout = Layout::new(size, labels, width, wanted, PageForm::One).running(direction);
        let setting = setting(&document, &settings, layout);
        let mut app = Self {
            reading: Reading::new(&document, setting, layout.rows()),
            outline,
            document,
            settings,
            security: Security::default(),
            theme,
            colours: ColourDepth::True,
            size,
            layout,
            page: Page::Text,
            focus: Focus::Pane,
            mode: Mode::Read,
            search: None,
            only: None,
            bookmark_index: BookmarkIndex::default(),
            list: BookmarkList::default(),
            register_list: RegisterList::default(),
            recent: RecentList::default(),
            changes: Changes::default(),
            comparison: compared,
            beside: Beside::default(),
            old_text: OldText::default(),
            on_disk: OnDisk::default(),
            among: None,
            opening: None,
            typed_as: first_key,
            notice: None,
            link: None,
            pinned: None,
            shown: None,
            history: History::default(),
            followed: None,
            held: Vec::new(),
            unsettled: None,
            attention: None,
            draft: None,
            patterns: Vec::new(),
            clicks: Clicks::default(),
            grip: None,
            pressed: None,
            used: Vec::new(),
            speaking: None,
            suggestions: Suggestions::default(),
            untouched: true,
            progress,
            pace: Pace::default(),
            labels,
            direction,
        };
        app.begin_comparing();
        app.refresh();
        app
    }

    /// Updates everything that depends on the size, the settings and the focus.
    pub(super) fn refresh(&mut self) {
        self.forget_held();
        self.list_register();
        if matches!(self.mode, Mode::Read | Mode::Select(_)) {
            self.settle_only();
        }
        let focused = self.focus == Focus::Outline;
        // The help needs the full width, and the list of other documents has nothing to do with the
        // contents of this one.
        let whole = matches!(self.mode, Mode::Help(_) | Mode::Documents);
        let form = self.page_form();
        let crowded = form == PageForm::Beside && self.size.columns < ROOM_FOR_CONTENTS;
        let contents = self.settings.contents && !whole && !crowded;
        let wanted = OutlineWanted::of(contents, self.focus);
        let width = outline_width(&self.settings);
        self.layout =
            Layout::new(self.size, self.labels, width, wanted, form).running(self.direction);
        let setting = setting(&self.document, &self.settings, self.layout);
        self.reading.resize(&self.document, setting, self.layout.rows());
        if !focused {
            self.follow();
        }
        self.lay_beside();
        self.note_pace();
    }

    /// Moves the outline's cursor to what the pane shows.
    fn follow(&mut self) {
        match self.page {
            _ if self.is_listing() => self.outline.put_on(OutlineEntry::Bookmarks),
            Page::Text => {
                let section = self.block_in_view().map(|block| self.document.block(block).section);
                let shown = section.and_then(|id| self.outline.shown(&self.document, id));
                self.outline.put(shown.unwrap_or(0));
            }
            Page::Register(Register { kind: RegisterKind::Roster(id), .. }) => {
                self.outline.put_on(OutlineEntry::Roster(id));
            }
            Page::Register(Register { kind: RegisterKind::CitedBy(id), .. }) => {
                self.outline.follow(&self.document, id);
            }
            Page::Register(Register { kind: RegisterKind::References, .. }) => {}
            Page::Register(Register { kind: RegisterKind::Terms, .. }) => {
                self.outline.put_on(OutlineEntry::Terms);
            }
            Page::Register(Register { kind: RegisterKind::Abbreviations, .. }) => {
                self.outline.put_on(OutlineEntry::Abbreviations);
            }
        }
    }

    /// Sets the current time, from any origin, before an event is handled.
    pub fn tick(&mut self, now: Duration) {
        self.pace.tick(now);
    }

    /// Records what is being read, to measure the pace.
    fn note_pace(&mut self) {
        let reading = matches!(self.mode, Mode::Read) && self.page == Page::Text;
        let whole = !self.reading.is_partial();
        match self.reading.in_view(&self.document).filter(|_| reading && whole) {
            Some(in_view) => self.pace.see(in_view, self.progress.words_a_byte()),
            None => self.pace.rest(),
        }
    }

    /// Adapts to another size of the terminal; the words in view stay in view.
    pub fn resize(&mut self, size: Size) {
        let had_beside = self.layout.beside.is_some();
        self.size = size;
        self.refresh();
        self.tell_lost_beside(had_beside);
    }

    /// Takes the bookmarks as they are on disk now.
    pub fn take_bookmarks(&mut self, bookmarks: &[Bookmark]) {
        let chosen = self.chosen_id();
        self.bookmark_index =
            BookmarkIndex::new(&self.document, bookmarks).remembering(&self.bookmark_index);
        self.list_choosing(chosen.as_deref());
    }

    /// Takes the places where bookmarks were found; reports those that differ from when they were
    /// made.
    pub fn anchored(&mut self, document: ContentId, found: &[(String, Anchor)]) {
        // The user may have left the document meanwhile.
        if document != self.document.metadata().content {
            return;
        }
        let chosen = self.chosen_id();
        self.bookmark_index.anchored(found);
        self.list_choosing(chosen.as_deref());
        let mut told: Vec<String> = Vec::new();
        // What needs the user's attention comes first, since the line may be cut.
        for name in ["lost", "ambiguous", "reworded", "moved", "exact"] {
            match found.iter().filter(|(_, anchor)| anchor.name() == name).count() {
                0 => {}
                count => told.push(format!("{count} {name}")),
            }
        }
        if !told.is_empty() && self.notice.is_none() {
            let key = self.key_hint(Action::Bookmarks);
            self.tell(notices::bookmarks_found(key, told.join(", ")));
        }
    }

    /// Shows a message, which may contain file names and typed text.
    pub fn tell(&mut self, text: impl AsRef<str>) {
        self.notice = Some(Notice::new(News::Done, text.as_ref()));
    }

    /// Shows an error message.
    pub fn complain(&mut self, text: impl AsRef<str>) {
        self.notice = Some(Notice::new(News::Trouble, text.as_ref()));
    }

    /// Takes looks, with a theme that suits the terminal; everything else stays.
    pub fn take_looks(&mut self, settings: &Settings, theme: Theme) {
        self.settings.take_looks(settings);
        self.theme = theme;
        self.refresh();
    }

    /// The first key of an action, as it is shown.
    pub fn key_hint(&self, action: Action) -> String {
        (self.typed_as)(&self.settings.keys, action)
    }

    /// The first words in view.
    pub fn here(&self) -> Point {
        self.reading.top().point
    }

    /// The point that was found or shown last, while it is in view.
    pub fn attended(&self) -> Option<Point> {
        let point = self.attention.filter(|_| self.page == Page::Text)?;
        let shown = |row: &Row| match row {
            Row::Text { block, line, .. } => *block == point.block && line.holds(point.byte),
            Row::Space => false,
        };
        self.reading.rows().iter().any(shown).then_some(point)
    }

    /// The block that the user is reading: that of what was found or shown last, else the first
    /// that begins in the upper half of the pane, else the first in view. The status line names it,
    /// and a bookmark is made of it.
    pub fn block_in_view(&self) -> Option<BlockId> {
        if let Some(point) = self.attended() {
            return Some(point.block);
        }
        let rows = self.reading.rows();
        let begins = |row: &Row| match row {
            Row::Text { block, index: 0, .. } => Some(*block),
            _ => None,
        };
        let upper = rows.len().min(usize::from(self.layout.text.height)).div_ceil(2);
        rows[..upper].iter().find_map(begins).or_else(|| self.reading.first_block())
    }

    /// The words of that block; if it is only the number of a clause, the clause.
    pub fn passage_in_view(&self) -> Option<Passage> {
        let block = self.block_in_view()?;
        let passage = self.document.block_passage(block);
        if passage.is_empty() {
            return self.document.section_passage(self.document.block(block).section);
        }
        Some(passage)
    }

    /// The section of that block.
    pub fn section_in_view(&self) -> Option<SectionId> {
        self.block_in_view().map(|block| self.document.block(block).section)
    }

    /// The selected passage.
    pub fn selected(&self) -> Option<Passage> {
        match &self.mode {
            Mode::Select(selection) => Some(selection.passage(&self.document)),
            _ => None,
        }
    }

    /// Whether the list of bookmarks is in view.
    pub fn is_listing(&self) -> bool {
        match &self.mode {
            Mode::Bookmarks | Mode::Tags(_) => true,
            Mode::Note(note) => note.from_list,
            _ => false,
        }
    }

    /// The unit by which the selection grows, if there is one.
    pub fn selection_unit(&self) -> Option<Granularity> {
        match &self.mode {
            Mode::Select(selection) => Some(selection.unit),
            _ => None,
        }
    }

    /// Opens the document at the target of an address.
    pub fn open_at(&mut self, target: &Target) {
        self.go_to(target);
        self.refresh();
    }
}

/// The width of the outline that the settings ask for.
fn outline_width(settings: &Settings) -> OutlineWidth {
    OutlineWidth { set: settings.contents_width, measure: settings.measure }
}

/// How text is typeset in a layout. Words are hyphenated if there are patterns for the language.
fn setting(document: &Document, settings: &Settings, layout: Layout) -> LayoutSetting {
    let language = document.metadata().language.as_deref().filter(|_| settings.hyphenation);
    LayoutSetting {
        columns: layout.text.width,
        margin: layout.label_room(),
        hyphenation: language.and_then(patterns),
        justify: settings.justify,
        bidi: settings.bidi,
    }
}

/// Returns the first key of an action; its name if it has none.
fn first_key(keys: &KeyMap, action: Action) -> String {
    keys.keys(action).first().map_or_else(|| action.name().to_owned(), ToString::to_string)
}
