//! The outline: what there is, where the reader is in it, and what lies where.

use super::Caret;
use super::canvas::{Canvas, columns};
use crate::app::{
    App, Area, Changed, Entry, Focus, Outline, OutlinePlace, Page, RegisterKind, number_apart,
};
use crate::document::SectionKind;
use crate::settings::Style;

/// Draws it and returns where its cursor is, while it has the keys.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) -> Caret {
    let area = app.layout.outline;
    let edge = area.x + area.width;
    if app.layout.outline_place == OutlinePlace::Over {
        canvas.clear(Area { width: area.width + 2, ..area });
    }
    canvas.post(edge, area);
    let first = app.outline_first();
    let current = current(app);
    let has_keys = app.focus == Focus::Outline && !app.is_listing();
    let mut caret = None;
    for row in 0..area.height {
        let place = first + usize::from(row);
        let Some(entry) = app.outline.entry(place) else { break };
        let y = area.y + row;
        let line = Area { x: area.x, y, width: area.width, height: 1 };
        let is_current = current == Some(place);
        draw_entry(app, canvas, line, entry, is_current);
        if has_keys && place == app.outline.cursor() {
            canvas.tint(line, canvas.theme.cursor);
            canvas.write(line.x, y, 1, "›", canvas.theme.cursor);
            caret = Some((line.x, y));
        }
    }
    // More above or below is told where it begins.
    if first > 0 {
        canvas.write(edge, area.y, 1, "↑", canvas.theme.muted);
    }
    if first + usize::from(area.height) < app.outline.count() {
        let last = area.y + area.height.saturating_sub(1);
        canvas.write(edge, last, 1, "↓", canvas.theme.muted);
    }
    caret
}

/// The entry that the pane shows.
fn current(app: &App) -> Option<usize> {
    match app.page {
        _ if app.is_listing() => app.outline.place(Entry::Bookmarks),
        Page::Register(register) => match register.kind {
            RegisterKind::Roster(id) => app.outline.place(Entry::Roster(id)),
            RegisterKind::Abbreviations => app.outline.place(Entry::Abbreviations),
            RegisterKind::Terms => app.outline.place(Entry::Terms),
            RegisterKind::CitedBy(id) => app.outline.shown(&app.document, id),
        },
        Page::Text => {
            app.section_in_view().and_then(|section| app.outline.shown(&app.document, section))
        }
    }
}

/// What stands in an entry's line.
struct Label {
    depth: u16,
    /// Whether it is folded, where it can be.
    folded: Option<bool>,
    number: Option<String>,
    words: String,
    /// More words, that stand back.
    aside: String,
    count: Option<usize>,
    marked: bool,
}

impl Label {
    fn plain(words: &str, count: usize) -> Self {
        Self {
            depth: 0,
            folded: None,
            number: None,
            words: words.to_owned(),
            aside: String::new(),
            count: Some(count),
            marked: false,
        }
    }
}

fn draw_entry(app: &App, canvas: &mut Canvas<'_>, line: Area, entry: Entry, current: bool) {
    let theme = canvas.theme;
    let label = label(app, entry);
    let words_style = if current { theme.current } else { theme.text };
    if current {
        canvas.write(line.x, line.y, 1, "▌", theme.number);
    }
    let mut right = line.x + line.width;
    let mut put_right = |canvas: &mut Canvas<'_>, words: &str, style: Style| {
        canvas.write_right(line.x + 2, right.saturating_sub(1), line.y, words, style);
        right = right.saturating_sub(columns(words) + 1);
    };
    if let Some(hits) = hits(app, entry) {
        put_right(canvas, &hits.to_string(), theme.found);
    } else if let Some(count) = label.count {
        put_right(canvas, &count.to_string(), theme.muted);
    }
    if let Some(sign) = change_sign(app, entry) {
        put_right(canvas, sign, theme.notice);
    }
    if label.marked {
        put_right(canvas, "▍", theme.bookmark);
    }
    let mut x = line.x + Outline::fold_column(label.depth, line.width);
    if let Some(folded) = label.folded {
        canvas.write(x, line.y, 1, if folded { "▸" } else { "▾" }, theme.muted);
    }
    // A number that cannot be folded may stand where the mark would.
    if label.folded.is_some() || label.number.is_none() {
        x += 2;
    }
    let room = |x: u16| right.saturating_sub(1).saturating_sub(x);
    if let Some(number) = &label.number {
        // Numbers of one and of two digits end in one column.
        x += 2u16.saturating_sub(columns(number));
        let style = if current { theme.number } else { theme.muted };
        x = canvas.write(x, line.y, room(x), number, style) + 1;
    }
    x = canvas.write_cut(x, line.y, room(x), &label.words, words_style);
    if !label.aside.is_empty() && room(x) > 4 {
        canvas.write_cut(x + 1, line.y, room(x + 1), &label.aside, theme.muted);
    }
}

/// The sign of a section that changed while it was read; a folded one has that
/// of what stands in it.
fn change_sign(app: &App, entry: Entry) -> Option<&'static str> {
    let Entry::Section(id) = entry else { return None };
    let how = if app.outline.is_folded(id) {
        app.changes.in_and_below(&app.document, id)
    } else {
        app.changes.of(id)
    };
    how.map(Changed::sign)
}

/// How many matches of the search lie in an entry.
fn hits(app: &App, entry: Entry) -> Option<usize> {
    let Entry::Section(id) = entry else { return None };
    let search = app.search.as_ref()?;
    let hits = search.hits(id);
    (hits > 0).then_some(hits)
}

fn label(app: &App, entry: Entry) -> Label {
    let document = &app.document;
    match entry {
        Entry::Bookmarks => Label::plain("Bookmarks", app.shelf.kept().len()),
        Entry::Terms => Label::plain("Terms", document.terms().len()),
        Entry::Abbreviations => Label::plain("Abbreviations", document.abbreviations().len()),
        Entry::Roster(id) => {
            let roster = document.roster(id);
            Label::plain(roster.kind.label(), roster.entries.len())
        }
        Entry::Section(id) => {
            let section = document.section(id);
            let title = document.title(id);
            let kind = section.kind.label();
            let by_kind = matches!(section.kind, SectionKind::Story | SectionKind::Declaration);
            let foldable = document.children(Some(id)).next().is_some();
            let folded = app.outline.is_folded(id);
            // An open section leaves its marks to the entries below it.
            let own = if folded || !foldable {
                app.shelf.count_in(document, id) > 0
            } else {
                app.shelf.passages().any(|(p, _)| document.block(p.start.block).section == id)
            };
            Label {
                depth: section.depth,
                folded: foldable.then_some(folded),
                number: number_apart(document, id),
                words: if by_kind { kind.to_owned() } else { title.to_string() },
                aside: if by_kind && title != kind { title.into_owned() } else { String::new() },
                count: None,
                marked: own,
            }
        }
    }
}
