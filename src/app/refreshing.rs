//! A new state, and what depends on the size, the settings and the focus: the layout, the rows in
//! view, and the entry of the outline that is being read.

use super::beside::ROOM_FOR_CONTENTS;
use super::{
    App, Beside, BookmarkIndex, BookmarkList, Clicks, Focus, History, Layout, Mode, OldText,
    OnDisk, OutlineEntry, OutlineWanted, OutlineWidth, Pace, Page, PageForm, Prepared, Reading,
    RecentList, Register, RegisterKind, RegisterList, Suggestions,
};
use crate::action::{Action, KeyMap, Size};
use crate::document::Document;
use crate::settings::{ColourDepth, Security, Settings, Switch, Theme};
use crate::typeset::{LayoutSetting, document_direction, patterns};
use hypher::Lang;
use std::time::Duration;

impl App {
    /// Returns a reader at the start of a document.
    pub fn new(
        document: impl Into<Prepared>,
        settings: Settings,
        theme: Theme,
        size: Size,
    ) -> Self {
        let Prepared { document, outline, labels, progress, compared, changes, asides } =
            document.into();
        let direction = document_direction(&document);
        let wanted = OutlineWanted::of(
            settings.is_on(Switch::Contents) && !document.lacks_entries(),
            Focus::Pane,
        );
        let width = outline_width(&document, &settings);
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
            changes,
            comparison: compared,
            beside: Beside::default(),
            old_text: OldText::default(),
            pair: None,
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
            aside_density: asides,
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
        let crowded = matches!(form, PageForm::Beside(_)) && self.size.columns < ROOM_FOR_CONTENTS;
        let lacking = self.document.lacks_entries();
        let contents = self.settings.is_on(Switch::Contents) && !whole && !crowded && !lacking;
        let wanted = OutlineWanted::of(contents, self.focus);
        let width = outline_width(&self.document, &self.settings);
        let (labels, direction) = match &self.pair {
            Some(pair) => (self.labels.or(pair.labels), pair.direction),
            None => (self.labels, self.direction),
        };
        self.layout = Layout::new(self.size, labels, width, wanted, form)
            .running(self.direction)
            .running_beside(direction);
        let setting = setting(&self.document, &self.settings, self.layout);
        let companion = self.companion(setting);
        self.reading.resize(&self.document, setting, self.layout.rows(), companion);
        if !focused {
            self.follow();
        }
        self.lay_beside();
        self.lay_free();
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

    /// Takes looks, with a theme that suits the terminal; everything else stays.
    pub fn take_looks(&mut self, settings: &Settings, theme: Theme) {
        self.settings.take_looks(settings);
        self.theme = theme;
        self.refresh();
    }
}

/// The width of the outline that the settings ask for. What a program printed uses all columns beside
/// it, since its lines are not wrapped between words.
fn outline_width(document: &Document, settings: &Settings) -> OutlineWidth {
    let measure = if document.is_printed() { u16::MAX } else { settings.measure };
    OutlineWidth { set: settings.contents_width, measure }
}

/// How text is typeset in a layout.
fn setting(document: &Document, settings: &Settings, layout: Layout) -> LayoutSetting {
    LayoutSetting {
        columns: layout.text.width,
        margin: layout.label_room(),
        hyphenation: hyphenation(document, settings),
        justify: settings.is_on(Switch::Justify),
        bidi: settings.bidi,
    }
}

/// The patterns by which the words of a document are hyphenated, if there are any for its language.
pub(super) fn hyphenation(document: &Document, settings: &Settings) -> Option<Lang> {
    let language = document.metadata().language.as_deref();
    language.filter(|_| settings.is_on(Switch::Hyphenation)).and_then(patterns)
}

/// Returns the first key of an action; its name if it has none.
fn first_key(keys: &KeyMap, action: Action) -> String {
    keys.keys(action).first().map_or_else(|| action.name().to_owned(), ToString::to_string)
}
