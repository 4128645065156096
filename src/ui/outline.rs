//! The outline: its entries, the user's position in it, and marks for matches, bookmarks and
//! changes.

use super::canvas::{Canvas, columns};
use super::caret::Caret;
use super::cut::{cut, cut_title};
use crate::app::{
    App, Area, Changed, Focus, Outline, OutlineEntry, OutlinePlace, Page, Register, RegisterKind,
    number_apart,
};
use crate::document::SectionKind;
use crate::messages::{headings, states};
use crate::settings::CellStyle;
use crate::typeset::has_right_to_left;

/// Draws the outline and returns the position of its cursor, if it has the focus.
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
        let first = draw_entry(app, canvas, line, entry, is_current);
        if has_keys && place == app.outline.cursor() {
            canvas.tint(line, canvas.theme.cursor);
            let strip = Strip { line, mirrored: app.has_mirrored_outline() };
            let sign = if strip.mirrored { "‹" } else { "›" };
            if canvas.has_ornaments() {
                strip.write(canvas, 0, 1, sign, canvas.theme.cursor);
            }
            caret = Some((first, y));
        }
    }
    // Arrows mark more entries above or below.
    if first > 0 {
        canvas.sign(edge, area.y, "↑", canvas.theme.muted);
    }
    if first + usize::from(area.height) < app.outline.count() {
        let last = area.y + area.height.saturating_sub(1);
        canvas.sign(edge, last, "↓", canvas.theme.muted);
    }
    caret
}

/// The place of the entry that the pane shows.
fn current(app: &App) -> Option<usize> {
    match app.page {
        _ if app.is_listing() => app.outline.place(OutlineEntry::Bookmarks),
        Page::Register(Register { kind: RegisterKind::Roster(id), .. }) => {
            app.outline.place(OutlineEntry::Roster(id))
        }
        Page::Register(Register { kind: RegisterKind::Abbreviations, .. }) => {
            app.outline.place(OutlineEntry::Abbreviations)
        }
        Page::Register(Register { kind: RegisterKind::Terms, .. }) => {
            app.outline.place(OutlineEntry::Terms)
        }
        Page::Register(Register { kind: RegisterKind::CitedBy(id), .. }) => {
            app.outline.shown(&app.document, id)
        }
        Page::Text | Page::Register(Register { kind: RegisterKind::References, .. }) => {
            app.section_in_view().and_then(|section| app.outline.shown(&app.document, section))
        }
    }
}

/// The contents of an entry's line.
struct EntryLabel {
    depth: u16,
    /// Whether it leaves room for a fold mark: it has one, or an entry beside it does.
    leaves_fold: bool,
    /// Whether the entry is folded; `None` if it cannot be.
    folded: Option<bool>,
    number: Option<String>,
    words: String,
    /// Further words, in a muted style.
    aside: String,
    count: Option<usize>,
    /// Its bookmarks.
    marks: Marks,
}

/// The bookmarks in a section.
enum Marks {
    /// There are none.
    None,
    /// The letters of quick marks.
    Letters(String),
    /// Others.
    Bookmarked,
}

impl EntryLabel {
    fn plain(words: &str, count: usize) -> Self {
        Self {
            depth: 0,
            leaves_fold: true,
            folded: None,
            number: None,
            words: words.to_owned(),
            aside: String::new(),
            count: Some(count),
            marks: Marks::None,
        }
    }
}

/// The maximum number of columns for the letters of quick marks.
const MOST_MARKS: u16 = 4;

/// The line of an entry, written from the edge where its words begin.
#[derive(Clone, Copy)]
struct Strip {
    line: Area,
    /// Whether that edge is the right one.
    mirrored: bool,
}

impl Strip {
    /// Returns the column of something `wide` columns wide that begins `from` columns from the
    /// edge.
    fn column(self, from: u16, wide: u16) -> u16 {
        let Area { x, width, .. } = self.line;
        if self.mirrored { (x + width).saturating_sub(from + wide) } else { x + from }
    }

    /// Writes words, cut to a width; returns their end.
    fn write(
        self,
        canvas: &mut Canvas<'_>,
        from: u16,
        width: u16,
        words: &str,
        style: CellStyle,
    ) -> u16 {
        let words = cut_title(words, width);
        let wide = columns(&words);
        canvas.write(self.column(from, wide), self.line.y, wide, &words, style);
        from + wide
    }
}

/// Draws an entry and returns the column where its first word begins.
fn draw_entry(
    app: &App,
    canvas: &mut Canvas<'_>,
    line: Area,
    entry: OutlineEntry,
    current: bool,
) -> u16 {
    let theme = canvas.theme;
    let label = label(app, entry);
    let words_style = if current { theme.current } else { theme.text };
    let strip = Strip { line, mirrored: app.has_mirrored_outline() };
    if current && canvas.has_ornaments() {
        let sign = if strip.mirrored { "▐" } else { "▌" };
        strip.write(canvas, 0, 1, sign, theme.number);
    }
    let mut end = line.width;
    let mut put_last = |canvas: &mut Canvas<'_>, words: &str, style: CellStyle| {
        let wide = columns(words);
        strip.write(canvas, end.saturating_sub(wide + 1).max(2), wide, words, style);
        end = end.saturating_sub(wide + 1);
    };
    if let Some(hits) = hits(app, entry) {
        put_last(canvas, &hits.to_string(), theme.found);
    } else if let Some(count) = label.count {
        put_last(canvas, &count.to_string(), theme.muted);
    }
    if let Some(sign) = change_sign(app, entry) {
        put_last(canvas, &sign, theme.notice);
    }
    match (label.marks, canvas.has_ornaments()) {
        (Marks::None, _) => {}
        (Marks::Letters(letters), _) => {
            put_last(canvas, &cut(&letters, MOST_MARKS), theme.bookmark);
        }
        (Marks::Bookmarked, true) => put_last(canvas, "▍", theme.bookmark),
        (Marks::Bookmarked, false) => put_last(canvas, states::HAS_BOOKMARK, theme.bookmark),
    }
    let has_sign = canvas.has_ornaments() && label.folded.is_some();
    if label.folded == Some(true) && !has_sign {
        put_last(canvas, states::FOLDED, theme.muted);
    }
    let mut at = Outline::fold_column(label.depth, line.width);
    if let Some(folded) = label.folded.filter(|_| has_sign) {
        let sign = match (folded, strip.mirrored) {
            (true, false) => "▸",
            (true, true) => "◂",
            (false, _) => "▾",
        };
        strip.write(canvas, at, 1, sign, theme.muted);
    }
    // A number may take the place of a fold mark if no entry beside it has one.
    if label.leaves_fold || label.number.is_none() {
        at += 2;
    }
    let room = |at: u16| end.saturating_sub(1).saturating_sub(at);
    // Words that run left to right begin at their left end, wherever the line begins.
    let begins = |from: u16, words: &str| match has_right_to_left(words) {
        true => strip.column(from, 1),
        false => strip.column(from, columns(&cut_title(words, room(from))).max(1)),
    };
    let mut first = None;
    if let Some(number) = &label.number {
        // Numbers of one and of two digits end in the same column.
        at += 2u16.saturating_sub(columns(number));
        let style = if current { theme.number } else { theme.muted };
        first = Some(begins(at, number));
        at = strip.write(canvas, at, room(at), number, style) + 1;
    }
    let first = first.unwrap_or_else(|| begins(at, &label.words));
    at = strip.write(canvas, at, room(at), &label.words, words_style);
    if !label.aside.is_empty() && room(at) > 4 {
        strip.write(canvas, at + 1, room(at + 1), &label.aside, theme.muted);
    }
    first
}

/// The change sign of a section; a folded section shows that of the sections in it.
fn change_sign(app: &App, entry: OutlineEntry) -> Option<String> {
    let OutlineEntry::Section(id) = entry else { return None };
    if app.outline.is_folded(id) {
        app.changes.signs_in_and_below(&app.document, id)
    } else {
        app.changes.of(id).map(Changed::signs)
    }
}

/// The number of search matches in an entry.
fn hits(app: &App, entry: OutlineEntry) -> Option<usize> {
    let OutlineEntry::Section(id) = entry else { return None };
    let search = app.search.as_ref()?;
    let hits = search.hits(id);
    (hits > 0).then_some(hits)
}

fn label(app: &App, entry: OutlineEntry) -> EntryLabel {
    let document = &app.document;
    match entry {
        OutlineEntry::Bookmarks => {
            EntryLabel::plain(headings::BOOKMARKS, app.bookmark_index.kept().len())
        }
        OutlineEntry::Terms => EntryLabel::plain(headings::TERMS, document.terms().len()),
        OutlineEntry::Abbreviations => {
            EntryLabel::plain(headings::ABBREVIATIONS, document.abbreviations().len())
        }
        OutlineEntry::Roster(id) => {
            let roster = document.roster(id);
            EntryLabel::plain(roster.kind.label(), roster.entries.len())
        }
        OutlineEntry::Section(id) => {
            let section = document.section(id);
            let title = document.title(id);
            let kind = section.kind.label();
            let by_kind = matches!(section.kind, SectionKind::Story | SectionKind::Declaration);
            let foldable = document.children(Some(id)).next().is_some();
            let folded = app.outline.is_folded(id);
            // An open section leaves its marks to the entries below it.
            let own = if folded || !foldable {
                app.bookmark_index.count_in(document, id) > 0
            } else {
                app.bookmark_index
                    .passages()
                    .any(|(p, _)| document.block(p.start.block).section == id)
            };
            let closed = folded || !foldable;
            let letters = app.letters_in(|passage| {
                let block = passage.start.block;
                match closed {
                    true => section.blocks.contains(&block.index()),
                    false => document.block(block).section == id,
                }
            });
            EntryLabel {
                depth: section.depth,
                leaves_fold: app.outline.has_folds_beside(document, id),
                folded: foldable.then_some(folded),
                number: number_apart(document, id),
                words: if by_kind { kind.to_owned() } else { title.to_string() },
                aside: if by_kind && title != kind { title.into_owned() } else { String::new() },
                count: None,
                marks: match (letters.is_empty(), own) {
                    (false, _) => Marks::Letters(letters),
                    (true, true) => Marks::Bookmarked,
                    (true, false) => Marks::None,
                },
            }
        }
    }
}
