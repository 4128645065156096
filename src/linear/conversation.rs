//! Lines in, answers out.

use super::guide::guide;
use super::listing;
use super::telling::{SpokenExtent, paragraph, wrapped};
use super::wish::Wish;
use crate::action::{Action, Key, KeyCode};
use crate::app::{
    App, Effect, Mode, News, Page, Register, RegisterKind, RegisterRow, SearchDirection,
};
use crate::document::{AddressError, BlockId, BlockKind, LinkTarget, Point, RosterId, SectionId};
use crate::find::{LookupError, PatternSyntax, Target, look_up};
use crate::messages::{linear, notices};

/// A conversation about the document in view.
#[derive(Debug)]
pub struct Conversation {
    /// Columns of a line of an answer, at most.
    pub(super) columns: u16,
    /// The block that was read out last, and its section.
    pub(super) last: Option<(BlockId, SectionId)>,
    /// How much is to be said of the place, where it is read out even if it is the same.
    read: Option<SpokenExtent>,
    /// The list that was asked for, and what of it.
    list: Option<(Action, String)>,
    /// Whether a match was asked for, whose words are said if their paragraph is not read out.
    sought: bool,
    /// What is said besides.
    pub(super) said: Vec<String>,
}

/// What a line is asked for, where one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Anything.
    Anything,
    /// A note.
    Note,
    /// Tags.
    Tags,
    /// The letter of a mark.
    Letter,
    /// Yes or no.
    YesOrNo,
}

impl Asked {
    /// The name of the words that are asked for, if any.
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::Note => Some(linear::NOTE),
            Self::Tags => Some(linear::TAGS),
            Self::Letter => Some(linear::LETTER),
            Self::Anything | Self::YesOrNo => None,
        }
    }
}

impl Conversation {
    /// With lines of at most this many columns.
    pub fn new(columns: u16) -> Self {
        Self {
            columns,
            last: None,
            read: Some(SpokenExtent::Whole),
            list: None,
            sought: false,
            said: Vec::new(),
        }
    }

    /// What is said before the first line.
    pub fn greet(&mut self, app: &App) {
        self.said.push(app.document.metadata().headline());
        self.said.push(linear::HELP.to_owned());
    }

    /// What the next line is asked for.
    pub fn asked(app: &App) -> Asked {
        match app.mode {
            Mode::Note(_) => Asked::Note,
            Mode::Tags(_) => Asked::Tags,
            Mode::Letter(_) => Asked::Letter,
            Mode::Ask(_) => Asked::YesOrNo,
            _ => Asked::Anything,
        }
    }

    /// Takes a line. What it asks for outside is to be done before [`Conversation::go_on`].
    pub fn take(&mut self, app: &mut App, line: &str) -> Vec<Effect> {
        app.notice = None;
        let line = line.trim_end_matches(['\r', '\n']);
        match &app.mode {
            Mode::Note(_) | Mode::Tags(_) if line.trim().is_empty() => {
                return app.key(Key::plain(KeyCode::Escape));
            }
            Mode::Note(_) | Mode::Tags(_) => return app.answer(line),
            Mode::Letter(_) | Mode::Ask(_) => {
                let letter = line.trim().chars().next().map_or(KeyCode::Escape, KeyCode::Char);
                return app.key(Key::plain(letter));
            }
            _ => {}
        }
        let keys = app.settings.keys.clone();
        self.grant(app, Wish::of(line, &keys))
    }

    fn grant(&mut self, app: &mut App, wish: Wish<'_>) -> Vec<Effect> {
        let searching = app.search.is_some();
        if matches!(app.mode, Mode::Select(_)) && !wish.is_about_selection() {
            app.update(Action::Cancel);
        }
        match wish {
            Wish::Further if searching => {
                self.sought = true;
                return app.update(Action::SearchNext);
            }
            Wish::Act(Action::SearchPrevious) if searching => {
                self.sought = true;
                return app.update(Action::SearchPrevious);
            }
            Wish::Next | Wish::Further => return self.step(app, Action::ParagraphNext, 1),
            Wish::Previous => return self.step(app, Action::ParagraphPrevious, 1),
            Wish::Steps(count, action) => return self.step(app, action, count),
            Wish::Act(action @ (Action::ClauseNext | Action::ClausePrevious)) => {
                return self.step(app, action, 1);
            }
            Wish::Act(Action::SearchPrevious) if !searching => {
                return app.update(Action::SearchPrevious);
            }
            Wish::Again => self.read = Some(SpokenExtent::Whole),
            Wish::Address(typed) => self.go_to(app, typed, linear::AN_ADDRESS),
            Wish::PerhapsAddress(typed) => self.go_to(app, typed, linear::A_COMMAND_OR_AN_ADDRESS),
            Wish::Part(percent) => match app.part_at(percent).filter(|_| percent <= 100) {
                Some(point) => self.jump(app, point),
                None => app.complain(notices::PERCENTAGE),
            },
            Wish::Act(Action::End) => {
                if let Some(block) = app.document.last_block() {
                    self.jump(app, Point::start_of(block));
                }
            }
            Wish::Search(.., "") if searching => {
                app.search = None;
                app.tell(linear::SEARCH_ENDED);
            }
            Wish::Search(.., "") => app.complain(linear::SEARCH_EMPTY),
            Wish::Search(direction, syntax, words) => {
                self.sought = true;
                app.update(match direction {
                    SearchDirection::Forward => Action::SearchForward,
                    SearchDirection::Backward => Action::SearchBackward,
                });
                if syntax == PatternSyntax::Regex {
                    app.expect_expression();
                }
                return app.answer(words);
            }
            Wish::Select(words) => self.select(app, words),
            Wish::On(action, words) => return self.act_on(app, action, words),
            Wish::Act(Action::LookUp) if app.selected().is_none() => {
                app.complain(linear::WORDS_MISSING);
            }
            Wish::Contents(within) => self.contents(app, within),
            Wish::List(action, argument) => {
                self.list = Some((action, argument.to_owned()));
                return app.update(action);
            }
            Wish::References(argument) => self.references(app, argument),
            Wish::Command(line) => {
                let goes = line.starts_with(|c: char| c.is_ascii_digit() || c == '+');
                self.read = goes.then_some(SpokenExtent::Whole);
                app.update(Action::Palette);
                return self.command(app, line);
            }
            Wish::Letter(action, letter) => {
                self.read = (action == Action::GoToMark).then_some(SpokenExtent::Whole);
                app.update(action);
                if matches!(app.mode, Mode::Letter(_)) {
                    return app.key(Key::char(letter));
                }
            }
            Wish::Note(words) => {
                app.update(Action::MarkWithNote);
                return app.answer(words);
            }
            Wish::Act(action) => {
                let moves = matches!(action, Action::Top | Action::Back | Action::Forward);
                self.read = moves.then_some(SpokenExtent::Whole);
                return app.update(action);
            }
            Wish::OnScreen(action) => {
                app.complain(linear::screen_only(action.name()));
            }
            Wish::Guide => self.said.extend(guide(&app.settings.keys)),
        }
        Vec::new()
    }

    /// Steps of paragraphs or clauses.
    fn step(&mut self, app: &mut App, action: Action, count: u32) -> Vec<Effect> {
        let before = app.block_in_view();
        for _ in 0..count {
            let here = app.block_in_view();
            app.update(action);
            if app.block_in_view() == here {
                break;
            }
        }
        if app.block_in_view() == before {
            let back = matches!(action, Action::ParagraphPrevious | Action::ClausePrevious);
            app.tell(match (back, app.only.is_some()) {
                (true, false) => linear::BEGINNING,
                (false, false) => linear::END,
                (_, true) => linear::NO_MORE_MATCHES,
            });
        }
        Vec::new()
    }

    fn jump(&mut self, app: &mut App, point: Point) {
        app.jump_to(point);
        self.read = Some(SpokenExtent::Whole);
    }

    fn go_to(&mut self, app: &mut App, typed: &str, what: &str) {
        match look_up(&app.document, typed, Some(app.here())) {
            Ok(Target::Roster(_)) => {
                self.list = Some((Action::Members, String::new()));
            }
            Ok(target @ Target::Entry(..)) => {
                app.open_at(&target);
                self.read = Some(SpokenExtent::Whole);
                app.update(Action::Confirm);
            }
            Ok(target) => {
                app.open_at(&target);
                self.read = Some(SpokenExtent::Whole);
            }
            Err(LookupError::Address(AddressError::Empty)) => {
                app.complain(linear::ADDRESS_MISSING);
            }
            Err(LookupError::Address(_)) => {
                app.complain(linear::not_understood(typed, what));
            }
            Err(error) => app.complain(error.to_string()),
        }
    }

    fn contents(&mut self, app: &mut App, within: &str) {
        let document = &app.document;
        if within.is_empty() {
            self.said.extend(listing::contents(document, None));
            return;
        }
        let section = match look_up(document, within, Some(app.here())) {
            Ok(Target::Text { sections, .. }) => sections.first().copied(),
            Ok(_) => None,
            Err(error) => return app.complain(error.to_string()),
        };
        let told = section.map_or_else(Vec::new, |id| listing::contents(document, Some(id)));
        match told.is_empty() {
            true => app.tell(linear::no_sections(within)),
            false => self.said.extend(told),
        }
    }

    fn references(&mut self, app: &mut App, argument: &str) {
        let all = listing::references(app);
        if all.is_empty() {
            return app.tell(linear::NO_REFERENCES);
        }
        let Ok(number) = argument.parse::<usize>() else {
            return self.said.extend(listing::numbered(&all, argument));
        };
        let links = app.block_in_view().map_or(&[][..], |block| app.document.links_of(block));
        match number.checked_sub(1).and_then(|at| links.get(at)).map(|link| link.target.clone()) {
            Some(LinkTarget::Passage(passage)) => self.jump(app, passage.start),
            Some(LinkTarget::Outside(address)) => {
                app.tell(linear::outside(address));
            }
            Some(LinkTarget::Nowhere(address)) => app.complain(notices::no_target(address)),
            None => app.complain(linear::no_reference(number, all.len())),
        }
    }

    /// Does what the palette offers first; says what it offers where that is nothing to be done.
    fn command(&mut self, app: &mut App, line: &str) -> Vec<Effect> {
        app.paste(line);
        let offers = match &app.mode {
            Mode::Palette(palette) => app.offers(palette),
            _ => Vec::new(),
        };
        let effects = app.key(Key::plain(KeyCode::Enter));
        if matches!(app.mode, Mode::Palette(_)) {
            let words = offers.first().map_or(linear::NO_COMMAND, |offer| offer.words.as_str());
            let words = words.to_owned();
            app.update(Action::Cancel);
            app.complain(words);
        }
        effects
    }

    /// Goes on with what was asked for, once all that it asked for outside was done.
    pub fn go_on(&mut self, app: &mut App) -> Vec<Effect> {
        while app.is_searching() {
            app.search_on();
        }
        let Some((action, argument)) = self.list.take() else { return Vec::new() };
        match action {
            Action::Bookmarks => self.bookmarks(app, &argument),
            Action::RecentDocuments => {
                let all: Vec<String> = app.recent.listed().map(listing::recent).collect();
                if !matches!(app.mode, Mode::Documents) {
                    return Vec::new();
                }
                match chosen(&argument, all.len()) {
                    Chosen::Entry(at, _) => {
                        app.recent.chosen = at;
                        return app.update(Action::Confirm);
                    }
                    Chosen::Missing(why) => app.complain(why),
                    Chosen::Words(words) => self.said.extend(listing::numbered(&all, words)),
                }
                Vec::new()
            }
            _ => {
                self.registers(app, action, &argument);
                Vec::new()
            }
        }
    }

    fn bookmarks(&mut self, app: &mut App, argument: &str) -> Vec<Effect> {
        if argument == "*" {
            app.update(Action::AllBookmarks);
        }
        let argument = argument.trim_start_matches('*').trim();
        let all: Vec<String> = app.listed().map(|kept| listing::bookmark(app, kept)).collect();
        if all.is_empty() {
            app.tell(linear::NO_BOOKMARKS);
            return Vec::new();
        }
        match chosen(argument, all.len()) {
            Chosen::Words(words) => self.said.extend(listing::numbered(&all, words)),
            Chosen::Missing(why) => app.complain(why),
            Chosen::Entry(at, "") => {
                app.list.chosen = at;
                self.read = Some(SpokenExtent::Whole);
                return app.update(Action::Confirm);
            }
            Chosen::Entry(at, rest) => {
                app.list.chosen = at;
                let (key, words) = rest.split_once(' ').unwrap_or((rest, ""));
                let mut letters = key.chars();
                let (Some(key), None) = (letters.next(), letters.next()) else {
                    app.complain(linear::no_bookmark_command(key));
                    return Vec::new();
                };
                let effects = app.key(Key::char(key));
                let prompted = matches!(app.mode, Mode::Note(_) | Mode::Tags(_));
                if prompted && !words.trim().is_empty() {
                    return app.answer(words.trim());
                }
                return effects;
            }
        }
        Vec::new()
    }

    fn registers(&mut self, app: &mut App, action: Action, argument: &str) {
        let kinds: Vec<RegisterKind> = match (action, app.page) {
            (Action::Members, _) => (0..app.document.rosters().len())
                .map(|at| RegisterKind::Roster(RosterId::new(at)))
                .collect(),
            (_, Page::Register(register)) => vec![register.kind],
            (_, Page::Text) => Vec::new(),
        };
        let document = &app.document;
        let of = |kind: &RegisterKind| {
            let register = Register::new(*kind);
            register.rows(document).into_iter().map(move |row| (register, row))
        };
        let rows: Vec<(Register, RegisterRow)> = kinds.iter().flat_map(of).collect();
        if rows.is_empty() {
            return;
        }
        let all: Vec<String> =
            rows.iter().map(|(_, row)| listing::register_row(document, row)).collect();
        match chosen(argument, all.len()) {
            Chosen::Words(words) => self.said.extend(listing::numbered(&all, words)),
            Chosen::Missing(why) => app.complain(why),
            Chosen::Entry(at, rest) => {
                let (register, row) = &rows[at];
                let place = rest.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).unwrap_or(0);
                if place >= row.places.len() {
                    return app.complain(linear::places(&row.name, row.places.len()));
                }
                app.page = Page::Register(Register { row: row.at, place, ..*register });
                self.read = Some(SpokenExtent::Whole);
                app.update(Action::Confirm);
            }
        }
    }

    /// The answer in lines, once all is done; what was open is closed.
    pub fn answer(&mut self, app: &mut App) -> Vec<String> {
        let mut told = Vec::new();
        if let Mode::Peek(peek) = &app.mode {
            self.said.push(peek.title(&app.document));
            let rows = peek.rows(&app.document, self.columns);
            self.said.extend(rows.into_iter().map(|(_, words)| words));
        }
        if let Mode::Ask(question) = &app.mode {
            self.said.push(linear::yes_or_no(&question.words));
        }
        // Words that are asked for are still to come.
        if Self::asked(app) == Asked::Anything {
            self.close(app);
        }
        for words in std::mem::take(&mut self.said) {
            told.extend(wrapped(&words, self.columns));
        }
        let sought = std::mem::take(&mut self.sought);
        let in_vain = app.notice.as_ref().is_some_and(|notice| notice.news == News::Trouble);
        if let Some(notice) = app.notice.take() {
            told.extend(wrapped(&notice.text, self.columns));
        }
        let read = self.read_out(app);
        if read.is_empty() && sought && !in_vain {
            told.extend(self.found(app));
        }
        told.extend(read);
        if told.is_empty() {
            told.push(match Self::asked(app).name() {
                Some(what) => linear::words_wanted(what),
                None => linear::DONE.to_owned(),
            });
        }
        told
    }

    /// Closes what is open over the text.
    fn close(&mut self, app: &mut App) {
        // No more can be open than was opened by one line.
        for _ in 0..8 {
            if matches!(app.mode, Mode::Read | Mode::Select(_)) && app.page == Page::Text {
                return;
            }
            app.update(Action::Cancel);
        }
    }

    /// The paragraph that is read now, unless it was read already and nobody asked.
    fn read_out(&mut self, app: &mut App) -> Vec<String> {
        let read = self.read.take();
        if Self::asked(app) != Asked::Anything {
            return Vec::new();
        }
        let Some(mut block) = app.block_in_view() else {
            return read.map_or_else(Vec::new, |_| vec![linear::NO_TEXT.to_owned()]);
        };
        let last = self.last.filter(|(block, _)| block.index() < app.document.block_count());
        if read.is_none() && last.map(|(block, _)| block) == Some(block) {
            return Vec::new();
        }
        while app.document.block(block).kind == BlockKind::Heading
            && app.attended().is_none()
            && let Some(next) = app.document.block_at(block.index() + 1)
        {
            block = next;
        }
        app.settle_on(block);
        let section = app.document.block(block).section;
        let known = last.map(|(_, section)| section);
        self.last = Some((block, section));
        paragraph(app, block, known, read.unwrap_or(SpokenExtent::New), self.columns)
    }

    /// Another document, or another wording of it, is in view: nothing of it was read out.
    pub fn begin_again(&mut self) {
        (self.last, self.read) = (None, Some(SpokenExtent::Whole));
    }

    /// From now on, lines have at most this many columns.
    pub fn set_columns(&mut self, columns: u16) {
        self.columns = columns;
    }
}

/// What an argument asks for of a list.
enum Chosen<'a> {
    /// An entry by its place, and what is to be done with it.
    Entry(usize, &'a str),
    /// An entry that there is not.
    Missing(String),
    /// Those that have words.
    Words(&'a str),
}

fn chosen(argument: &str, count: usize) -> Chosen<'_> {
    let (number, rest) = argument.split_once(char::is_whitespace).unwrap_or((argument, ""));
    match number.parse::<usize>() {
        Ok(number) if (1..=count).contains(&number) => Chosen::Entry(number - 1, rest.trim()),
        Ok(number) => Chosen::Missing(linear::no_entry(number, count)),
        Err(_) => Chosen::Words(argument),
    }
}
