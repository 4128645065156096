//! The state of the whole reader.

use super::clicks::Clicks;
use super::held::Held;
use super::layout::OutlineWanted;
use super::mouse::Grip;
use super::page_form::PageForm;
use super::searching::Unsettled;
use super::{
    BookmarkIndex, BookmarkList, Changes, Entry, Export, Focus, Granularity, History, LabelWidths,
    Layout, Mode, NoteFor, OnDisk, Only, Outline, OutlineWidth, Pace, Page, Pattern, Prepared,
    Progress, Reading, RecentList, Register, RegisterKind, RegisterList, Search, Speaking,
    Suggestions,
};
use crate::action::{Action, Size};
use crate::bookmarks::{Anchor, Bookmark, Change};
use crate::document::{
    BlockId, ContentId, Direction, Document, Passage, Point, SectionId, visible,
};
use crate::find::Target;
use crate::settings::{ColourDepth, Security, Settings, Theme};
use crate::typeset::{Row, Setting, Top, document_direction, patterns};
use std::sync::Arc;
use std::time::Duration;

/// What the program must do outside of its state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// End.
    Quit,
    /// Give the terminal back until it is called to the foreground again.
    Suspend,
    /// Draw every cell anew.
    Redraw,
    /// Take the mouse, or leave it to the terminal.
    CaptureMouse(bool),
    /// Change the bookmarks on disk.
    Change(Change),
    /// Take the last change of the bookmarks back.
    Undo,
    /// Put words on the clipboard.
    Copy(String),
    /// Let a person edit a text in an editor of their own.
    EditOutside(String),
    /// Open the document of a bookmark, at its passage.
    OpenBookmark(Box<Bookmark>),
    /// List the documents that were read lately.
    ListDocuments,
    /// Open a document by a path that was typed.
    OpenPath(String),
    /// Write bookmarks or the document to a file.
    Export(Box<Export>),
    /// Take the bookmarks of a file in.
    Import(String),
    /// Find out what is wrong with the document by its own account.
    Check,
    /// Look words up.
    LookUp(String),
    /// Read words aloud.
    Speak(String),
    /// Stop reading aloud.
    Silence,
    /// Open a document by where it is, as [`Recent::source`](super::Recent) says it.
    OpenDocument(String),
    /// Go to the next of the open documents, or to the one before.
    StepDocument {
        /// Which of the two.
        forward: bool,
    },
    /// Forget that a document was read, and where it was left.
    Forget(String),
    /// Take the last forgetting back.
    Recollect,
    /// Find out how a passage was recognised.
    Explain(Passage),
    /// Read the document again.
    Reload,
    /// Write the looks that are in force into the config.
    SaveSettings,
    /// Forget the looks that are remembered, and go back to those of the config.
    ResetSettings,
}

/// What kind of news a notice brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// Something was done.
    Done,
    /// Something is not as it should be.
    Trouble,
}

/// A line of news, shown until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Of what kind.
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
    /// What is open.
    pub document: Arc<Document>,
    /// What the person has set, and changed since.
    pub settings: Settings,
    /// What may be done besides reading.
    pub security: Security,
    /// How the screen looks.
    pub theme: Theme,
    /// How many colours it can show.
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
    /// Where keys that move go.
    pub focus: Focus,
    /// What keys mean just now.
    pub mode: Mode,
    /// The search that is on.
    pub search: Option<Search>,
    /// What is shown of the text alone, where not all is.
    pub only: Option<Only>,
    /// The bookmarks.
    pub bookmark_index: BookmarkIndex,
    /// How they are listed.
    pub list: BookmarkList,
    /// How a register is listed.
    pub register_list: RegisterList,
    /// The documents that were read lately.
    pub recent: RecentList,
    /// What changed in the document while it was read.
    pub changes: Changes,
    /// How the document's file stands beside what is shown.
    pub on_disk: OnDisk,
    /// Which of how many open documents this one is, where there are several.
    pub among: Option<(usize, usize)>,
    /// How a document is named that is being read to be brought into view.
    pub opening: Option<String>,
    /// The latest news.
    pub notice: Option<Notice>,
    /// The chosen link, by its place among the document's.
    pub(super) link: Option<usize>,
    /// What is kept in view beside the text.
    pub(super) pinned: Option<Passage>,
    /// What was gone to from a list, until the next key.
    pub shown: Option<Passage>,
    pub(super) history: History,
    /// Where the end of what is read stood when one went there, while there is more to come.
    pub(super) followed: Option<Top>,
    /// What was being read beneath what is open over it, the nearest last.
    pub(super) held: Vec<Held>,
    /// What is put back where a search that goes on finds nothing.
    pub(super) unsettled: Option<Unsettled>,
    /// What was found or shown last, while it is in view.
    pub(super) attention: Option<Point>,
    /// The note whose typing was left, and what it is for.
    pub(super) draft: Option<(NoteFor, String)>,
    /// What was searched for, the latest last.
    pub(super) patterns: Vec<Pattern>,
    /// The latest clicks in one place.
    pub(super) clicks: Clicks,
    /// What the mouse holds.
    pub(super) grip: Option<Grip>,
    /// The point of the text where the mouse was pressed.
    pub(super) pressed: Option<Point>,
    /// The actions that were chosen from the palette lately, the latest first.
    pub(super) used: Vec<Action>,
    /// What is being read aloud.
    pub(super) speaking: Option<Speaking>,
    /// What could be meant by a path that is being typed.
    pub(super) suggestions: Suggestions,
    /// Whether no key or button was pressed yet.
    pub(super) untouched: bool,
    /// What the provisions are counted by.
    pub(super) progress: Progress,
    /// How fast the person reads.
    pub(super) pace: Pace,
    /// Columns of the widest numbers in the margin.
    pub(super) labels: LabelWidths,
    /// Which way the document's lines run: the margin stands where they begin.
    pub(super) direction: Direction,
}

impl App {
    /// A reader at the start of a document.
    pub fn new(
        document: impl Into<Prepared>,
        settings: Settings,
        theme: Theme,
        size: Size,
    ) -> Self {
        let Prepared { document, outline, labels, progress } = document.into();
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
            on_disk: OnDisk::default(),
            among: None,
            opening: None,
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
        app.refresh();
        app
    }

    /// Fits everything that depends on the size, the settings and the focus.
    pub(super) fn refresh(&mut self) {
        self.forget_held();
        self.list_register();
        if matches!(self.mode, Mode::Read | Mode::Select(_)) {
            self.settle_only();
        }
        let focused = self.focus == Focus::Outline;
        // The help wants the whole width, and what other documents there are
        // has nothing to do with the contents of this one.
        let whole = matches!(self.mode, Mode::Help(_) | Mode::Documents);
        let wanted = OutlineWanted::of(self.settings.contents && !whole, self.focus);
        let form = self.page_form();
        let width = outline_width(&self.settings);
        self.layout =
            Layout::new(self.size, self.labels, width, wanted, form).running(self.direction);
        let setting = setting(&self.document, &self.settings, self.layout);
        self.reading.resize(&self.document, setting, self.layout.rows());
        if !focused {
            self.follow();
        }
        self.note_pace();
    }

    /// The outline's cursor goes to what the pane shows.
    fn follow(&mut self) {
        match self.page {
            _ if self.is_listing() => self.outline.put_on(Entry::Bookmarks),
            Page::Text => {
                let section = self.block_in_view().map(|block| self.document.block(block).section);
                let shown = section.and_then(|id| self.outline.shown(&self.document, id));
                self.outline.put(shown.unwrap_or(0));
            }
            Page::Register(Register { kind: RegisterKind::Roster(id), .. }) => {
                self.outline.put_on(Entry::Roster(id));
            }
            Page::Register(Register { kind: RegisterKind::CitedBy(id), .. }) => {
                self.outline.follow(&self.document, id);
            }
            Page::Register(Register { kind: RegisterKind::Terms, .. }) => {
                self.outline.put_on(Entry::Terms);
            }
            Page::Register(Register { kind: RegisterKind::Abbreviations, .. }) => {
                self.outline.put_on(Entry::Abbreviations);
            }
        }
    }

    /// Tells the time, from any beginning on, before what happens at it.
    pub fn tick(&mut self, now: Duration) {
        self.pace.tick(now);
    }

    /// Notes what is being read, by which the pace is measured.
    fn note_pace(&mut self) {
        let reading = matches!(self.mode, Mode::Read) && self.page == Page::Text;
        let whole = !self.reading.is_partial();
        match self.reading.in_view(&self.document).filter(|_| reading && whole) {
            Some(in_view) => self.pace.see(in_view, self.progress.words_a_byte()),
            None => self.pace.rest(),
        }
    }

    /// The terminal has another size; the words in view stay in view.
    pub fn resize(&mut self, size: Size) {
        self.size = size;
        self.refresh();
    }

    /// Takes the bookmarks as they are on disk now.
    pub fn take_bookmarks(&mut self, bookmarks: &[Bookmark]) {
        let chosen = self.chosen_id();
        self.bookmark_index =
            BookmarkIndex::new(&self.document, bookmarks).remembering(&self.bookmark_index);
        self.list_choosing(chosen.as_deref());
    }

    /// Takes what was found of the passages that were to be found; tells of
    /// those that stand otherwise than when they were marked.
    pub fn anchored(&mut self, document: ContentId, found: &[(String, Anchor)]) {
        // It may have been left while they were looked for.
        if document != self.document.metadata().content {
            return;
        }
        let chosen = self.chosen_id();
        self.bookmark_index.anchored(found);
        self.list_choosing(chosen.as_deref());
        let mut told: Vec<String> = Vec::new();
        // What needs a person comes first: the line may be cut.
        for name in ["lost", "ambiguous", "reworded", "moved", "exact"] {
            match found.iter().filter(|(_, anchor)| anchor.name() == name).count() {
                0 => {}
                count => told.push(format!("{count} {name}")),
            }
        }
        if !told.is_empty() && self.notice.is_none() {
            let key = self.key_hint(Action::Bookmarks);
            self.tell(format!("{key}: bookmarks, {}", told.join(", ")));
        }
    }

    /// Shows a line of news. It may name files, and what a person typed.
    pub fn tell(&mut self, text: impl AsRef<str>) {
        self.notice = Some(Notice::new(News::Done, text.as_ref()));
    }

    /// Shows what went wrong.
    pub fn complain(&mut self, text: impl AsRef<str>) {
        self.notice = Some(Notice::new(News::Trouble, text.as_ref()));
    }

    /// Takes looks, in a theme that suits the terminal; all else stays.
    pub fn take_looks(&mut self, settings: &Settings, theme: Theme) {
        self.settings.take_looks(settings);
        self.theme = theme;
        self.refresh();
    }

    /// The first key of an action, as it is shown.
    pub fn key_hint(&self, action: Action) -> String {
        self.settings
            .keys
            .keys(action)
            .first()
            .map_or_else(|| action.name().to_owned(), ToString::to_string)
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

    /// The block that a person is reading: that of what was found or shown,
    /// else the first that begins in the upper half of the pane, else the
    /// first in view. It is the one that the status line names and that a
    /// bookmark is made of.
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

    /// The words of that block; of one that is but the number of a clause, the clause.
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

    /// What is selected.
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

    /// By what a selection grows, while there is one.
    pub fn selection_unit(&self) -> Option<Granularity> {
        match &self.mode {
            Mode::Select(selection) => Some(selection.unit),
            _ => None,
        }
    }

    /// Opens the document at what an address named.
    pub fn open_at(&mut self, target: &Target) {
        self.go_to(target);
        self.refresh();
    }
}

/// How wide the outline is by some settings.
fn outline_width(settings: &Settings) -> OutlineWidth {
    OutlineWidth { set: settings.contents_width, measure: settings.measure }
}

/// How text is set in a layout. Words are hyphenated where there are patterns of
/// the language.
fn setting(document: &Document, settings: &Settings, layout: Layout) -> Setting {
    let language = document.metadata().language.as_deref().filter(|_| settings.hyphenation);
    Setting {
        columns: layout.text.width,
        margin: layout.label_room(),
        hyphenation: language.and_then(patterns),
        justify: settings.justify,
        bidi: settings.bidi,
    }
}
