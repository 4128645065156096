//! Lists in plain lines: the contents, the references, the bookmarks, the documents and the registers.

use super::conversation::Conversation;
use super::listing;
use super::telling::SpokenExtent;
use crate::action::{Action, Key};
use crate::app::{App, Effect, Mode, Page, Register, RegisterKind, RegisterRow};
use crate::document::{LinkTarget, RosterId};
use crate::find::{Target, look_up};
use crate::messages::{linear, notices};

impl Conversation {
    pub(super) fn contents(&mut self, app: &mut App, within: &str) {
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

    pub(super) fn references(&mut self, app: &mut App, argument: &str) {
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

    /// Continues with the request, once everything that it needed from outside is done.
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

    pub(super) fn bookmarks(&mut self, app: &mut App, argument: &str) -> Vec<Effect> {
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

    pub(super) fn registers(&mut self, app: &mut App, action: Action, argument: &str) {
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
}

/// What an argument requests of a list.
enum Chosen<'a> {
    /// An entry by its number, and what to do with it.
    Entry(usize, &'a str),
    /// An entry that does not exist.
    Missing(String),
    /// The entries with these words.
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
