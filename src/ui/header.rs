//! The two lines above the text: what the document is, and what is in view.

use super::canvas::{Canvas, columns};
use super::cut::{cut_between, cut_start, cut_title};
use crate::app::{
    App, Area, LEAD, Layout, ListKind, ListOrder, Mode, OnlyShown, OutlinePlace, Page, number_apart,
};
use crate::document::{Direction, Document, Metadata, SectionId, SectionKind, visible};
use crate::messages::{headings, states};
use crate::settings::{CellStyle, Ornaments};
use crate::typeset::TextSide;

pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    if let Some(area) = app.layout.header {
        let aside = aside(app);
        let is_news = !aside.is_empty();
        let aside = match is_news {
            true => aside,
            false if app.pair().is_some() => one_of_two(app),
            false => compared_counts(app),
        };
        let room = area.width / 2;
        let aside = match app.document.metadata().read {
            // The figure matters most.
            Some(read) if is_news && columns(&aside) > room && app.opening.is_none() => {
                states::read_of_all(read)
            }
            _ if columns(&aside) > room => cut_start(&aside, room),
            _ => aside,
        };
        let (left, right) = (area.x + 1, area.x + area.width.saturating_sub(1));
        let taken = if aside.is_empty() { 0 } else { columns(&aside) + 2 };
        let style = if is_news { canvas.theme.error } else { canvas.theme.notice };
        canvas.write_right(left, right, area.y, &aside, style);
        let width = area.width.saturating_sub(2 + taken);
        match app.layout.of_beside().zip(app.pair()) {
            Some((beside, pair)) => {
                titles(app, canvas, area.y, (beside, pair.other()), right - taken);
            }
            None => headline(app, canvas, area.x + 1, area.y, width),
        }
    }
    if let Some(area) = app.layout.rule {
        canvas.rule(area.x, area.y, area.width);
        let mut x = 0;
        if app.layout.outline_place == OutlinePlace::Beside {
            x = app.layout.pane.x;
            canvas.write(
                1,
                area.y,
                x.saturating_sub(3),
                &format!(" {} ", headings::CONTENTS),
                canvas.theme.muted,
            );
            canvas.sign(x.saturating_sub(1), area.y, "┬", canvas.theme.border);
        }
        let is_over = app.layout.outline_place == OutlinePlace::Over;
        if is_over {
            let outline = app.layout.outline;
            let room = outline.width.saturating_sub(2);
            let title = format!(" {} ", headings::CONTENTS);
            canvas.write_cut(outline.x + 1, area.y, room, &title, canvas.theme.muted);
            x = outline.x + outline.width;
            canvas.sign(x, area.y, "┬", canvas.theme.border);
        } else if let Some(beside) = app.layout.of_beside()
            && let Some(words) = over_beside(app)
        {
            let words = format!(" {} ", cut_title(&words, beside.text.width.saturating_sub(2)));
            over_column(canvas, beside, area.y, (0, area.width), &words, canvas.theme.muted);
        }
        // Cut between words, with a blank on each side.
        let words = |room: u16| format!(" {} ", cut_title(&in_view(app), room.saturating_sub(2)));
        // Starts where the lines of the text, the list or the help start, so that the eye finds it.
        let (text, theme) = (app.layout.text, canvas.theme);
        let left = x + 1;
        let has_text = app.page == Page::Text
            && !app.is_listing()
            && !matches!(app.mode, Mode::Help(_) | Mode::Documents);
        if has_text && !is_over && app.has_two_columns() {
            let words = words(text.width);
            over_column(canvas, app.layout, area.y, (left, area.width), &words, theme.current);
        } else if has_text && app.layout.direction == Direction::RightToLeft {
            let right = (text.x + text.width + 1).min(area.width.saturating_sub(1));
            let words = words(right.saturating_sub(left));
            canvas.write_right(left, right, area.y, &words, theme.current);
        } else {
            let begins = match &app.mode {
                _ if has_text => text.x,
                Mode::Help(_) => app.layout.list().x + 1,
                _ => app.layout.list().x + LEAD,
            };
            let x = begins.saturating_sub(1).max(left);
            let room = area.width.saturating_sub(x + 1);
            canvas.write_cut(x, area.y, room, &words(room), theme.current);
        }
    }
}

/// Work in progress: another document, more of this one, or another version.
fn aside(app: &App) -> String {
    match (&app.opening, app.document.metadata().read) {
        (Some(name), _) => states::opening(name),
        (None, Some(read)) => states::still_reading(read),
        (None, None) => app.on_disk.name().to_owned(),
    }
}

/// Which of two texts is in view, where only one is.
fn one_of_two(app: &App) -> String {
    let pair = app.pair().filter(|_| !app.has_two_columns());
    pair.map_or(String::new(), |pair| {
        states::text_of_two(1 + usize::from(pair.side() == TextSide::Right))
    })
}

/// How much changed, in signs, in a comparison.
fn compared_counts(app: &App) -> String {
    let Some(counts) = app.comparing().map(|comparison| comparison.counts()) else {
        return String::new();
    };
    let told = [
        (counts.changed, "~"),
        (counts.new, "+"),
        (counts.gone, "-"),
        (counts.renumbered, ">"),
        (counts.moved, "^"),
    ];
    let told = told.into_iter().filter(|(count, _)| *count > 0);
    told.map(|(count, sign)| format!("{count}{sign}")).collect::<Vec<_>>().join(" ")
}

/// The columns that the words beside the title need unless they fit: fewer would say nothing.
const ROOM_BESIDE_TITLE: u16 = 16;

/// Draws the title, and the other words of the masthead beside it.
fn headline(app: &App, canvas: &mut Canvas<'_>, x: u16, y: u16, width: u16) {
    let line = app.document.metadata().headline();
    let (title, rest) = line.split_at(app.document.metadata().title.len().min(line.len()));
    let compared = app
        .compared_names()
        .map(|(old, new)| format!("{}{}", Metadata::PARTED_BY, headings::compared(old, new)));
    let rest = compared.as_deref().unwrap_or(rest);
    let end = canvas.write_cut(x, y, width, &cut_between(title, width), canvas.theme.heading);
    let left = width.saturating_sub(end.saturating_sub(x));
    if columns(title) <= width && (columns(rest) <= left || left >= ROOM_BESIDE_TITLE) {
        canvas.write_cut(end, y, left, rest, canvas.theme.muted);
    }
}

/// Writes words over a column, where its lines begin, between two columns of the screen.
fn over_column(
    canvas: &mut Canvas<'_>,
    column: Layout,
    y: u16,
    (left, right): (u16, u16),
    words: &str,
    style: CellStyle,
) {
    let Area { x, width, .. } = column.text;
    match column.direction {
        Direction::LeftToRight => {
            let x = x.saturating_sub(1).max(left);
            canvas.write_cut(x, y, (width + 1).min(right.saturating_sub(x)), words, style);
        }
        Direction::RightToLeft => {
            let end = (x + width + 1).min(right);
            canvas.write_right(x.saturating_sub(1).max(left), end, y, words, style);
        }
    }
}

/// Draws the titles of two texts, each over its column.
fn titles(
    app: &App,
    canvas: &mut Canvas<'_>,
    y: u16,
    (beside, other): (Layout, &Document),
    right: u16,
) {
    for (column, document) in [(app.layout, app.document.as_ref()), (beside, other)] {
        let width = column.text.width;
        let words = format!(" {} ", cut_between(&document.metadata().title, width));
        over_column(canvas, column, y, (0, right), &words, canvas.theme.heading);
    }
}

/// What is over the text beside: the name of the old text in a comparison, or what the other text
/// shows now.
fn over_beside(app: &App) -> Option<String> {
    if let Some((old, _)) = app.compared_names() {
        return Some(old);
    }
    let other = app.pair()?.other();
    let block = app.other_block_in_view()?;
    Some(named(other, other.block(block).section))
}

/// What the pane shows now: the clause with its number and subject, the register, or the list.
fn in_view(app: &App) -> String {
    match (&app.mode, app.page) {
        (Mode::Help(_), _) => headings::HELP.to_owned(),
        (Mode::Documents, _) => sorted(app, ListKind::Documents, headings::RECENT_DOCUMENTS),
        _ if app.is_listing() => {
            let which = match app.list.everywhere {
                true => headings::BOOKMARKS_EVERYWHERE,
                false => headings::BOOKMARKS_HERE,
            };
            sorted(app, ListKind::Bookmarks, which)
        }
        (_, Page::Register(register)) => {
            let (title, summary) = (register.title(&app.document), register.summary(&app.document));
            sorted(app, ListKind::Register(register), &format!("{title} · {summary}"))
        }
        (_, Page::Text) => {
            let name = app.section_in_view().map(|section| named_with_change(app, section));
            let name = name.unwrap_or_default();
            match app.only.as_ref().map(|only| &only.what) {
                Some(OnlyShown::Matches { pattern, .. }) => headings::only(visible(pattern), name),
                Some(OnlyShown::Changes | OnlyShown::Unmatched) | None => name,
            }
        }
    }
}

/// The name of a list, and its order if it is not its own.
fn sorted(app: &App, list: ListKind, name: &str) -> String {
    match app.controls(list).order {
        ListOrder::Given => name.to_owned(),
        order => headings::sorted(name, order.words(list.orders())),
    }
}

/// A section's number or kind, and its title.
fn named(document: &Document, id: SectionId) -> String {
    let section = document.section(id);
    let title = document.title(id);
    match number_apart(document, id) {
        Some(number) => format!("{number} · {title}"),
        None if section.number.is_some()
            || section.kind == SectionKind::Heading
            || title == section.kind.label() =>
        {
            title.into_owned()
        }
        None => format!("{} · {title}", section.kind.label()),
    }
}

/// The same, with what became of the section.
fn named_with_change(app: &App, id: SectionId) -> String {
    let named = named(&app.document, id);
    match app.changes.of(id) {
        Some(how) if app.theme.ornaments == Ornaments::Omitted => {
            format!("{} · {named}", how.name())
        }
        Some(how) => format!("{} {} · {named}", how.signs(), how.name()),
        None => named,
    }
}
