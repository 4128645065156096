//! Takes lines, gives answers.

use super::asked::Asked;
use super::guide::guide;
use super::telling::SpokenExtent;
use super::wish::Wish;
use crate::action::{Action, Key, KeyCode};
use crate::app::{App, Effect, Mode, NoCommand, Offer, PaletteCommand, SearchDirection};
use crate::document::{AddressError, BlockId, Point, SectionId};
use crate::find::{LookupError, PatternSyntax, Target, look_up};
use crate::messages::{alternatives, linear, notices};

/// A conversation about the document in view.
#[derive(Debug)]
pub struct Conversation {
    /// The maximum width of a line of an answer, in columns.
    pub(super) columns: u16,
    /// The block that was read out last, with its section.
    pub(super) last: Option<(BlockId, SectionId)>,
    /// How much to say about the place, if it is to be read out even though it is the same.
    pub(super) read: Option<SpokenExtent>,
    /// The requested list, and what to do with it.
    pub(super) list: Option<(Action, String)>,
    /// Whether a match was requested: its words are quoted if their paragraph is not read out.
    pub(super) sought: bool,
    /// Further lines of the answer.
    pub(super) said: Vec<String>,
}

impl Conversation {
    /// Creates a conversation with lines of at most this many columns.
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

    /// What the program says before the first line.
    pub fn greet(&mut self, app: &App) {
        self.said.push(app.document.metadata().headline());
        self.said.push(linear::HELP.to_owned());
    }

    /// What the next line must contain.
    pub fn asked(app: &App) -> Asked {
        match app.mode {
            Mode::Note(_) => Asked::Note,
            Mode::Tags(_) => Asked::Tags,
            Mode::Letter(_) => Asked::Letter,
            Mode::Ask(_) => Asked::YesOrNo,
            _ => Asked::Anything,
        }
    }

    /// Takes a line. The caller carries out the returned effects before [`Conversation::go_on`].
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

    /// Steps by paragraphs or clauses.
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

    pub(super) fn jump(&mut self, app: &mut App, point: Point) {
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

    /// Runs the command that a line names; reports what is missing if it cannot run.
    fn command(&mut self, app: &mut App, line: &str) -> Vec<Effect> {
        app.paste(line);
        let Mode::Palette(palette) = &app.mode else { return Vec::new() };
        let (effects, lack) = match app.command_named(palette) {
            // The name of an action means here what its key means.
            Ok(Offer { command: PaletteCommand::Act(action), .. }) => {
                app.update(Action::Cancel);
                return self.grant(app, Wish::by_action(action, ""));
            }
            Ok(offer) => {
                let words = offer.words.clone();
                (app.take_offer(offer), words)
            }
            Err(NoCommand::Unknown(Some(nearest))) => {
                (Vec::new(), linear::no_command_but(line, nearest))
            }
            Err(NoCommand::Unknown(None)) => (Vec::new(), linear::no_command(line)),
            Err(NoCommand::Several(names)) => {
                (Vec::new(), linear::several_commands(line, alternatives(&names)))
            }
        };
        if matches!(app.mode, Mode::Palette(_)) {
            app.update(Action::Cancel);
            app.complain(lack);
        }
        effects
    }
}
