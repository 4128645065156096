//! The list of bookmarks: their words, notes, tags, places and standing; and the details of the
//! chosen one.

use super::Caret;
use super::canvas::{Canvas, columns, cut};
use crate::action::Action;
use crate::align::{ChangedWords, changes};
use crate::app::{AnchoredBookmark, App, Area};
use crate::bookmarks::{Anchor, Quotation, Trust};
use crate::messages::states;
use crate::settings::CellStyle;
use crate::typeset::{lines, running_lines};

/// Draws the list and returns the position of the chosen bookmark's first word, or of
/// the message for an empty list.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) -> Caret {
    let (area, detail) = app.layout.bookmarks(app.list_rows());
    draw_filter(app, canvas, Area { y: area.y.saturating_sub(1), height: 1, ..area });
    if app.listed().len() == 0 {
        let mut words = lines(&nothing(app), area.width.saturating_sub(4));
        words.truncate(usize::from(area.height));
        for (y, line) in (area.y..).zip(words) {
            canvas.write(area.x + 2, y, area.width, &line, canvas.theme.muted);
        }
        return Some((area.x + 2, area.y));
    }
    let names = app.listed().map(|kept| columns(&kept.name(&app.document))).max().unwrap_or(0);
    let names = names.min(area.width / 3);
    let mut caret = None;
    for (line, kept) in app
        .list_window(area.height)
        .into_iter()
        .filter_map(|line| app.listed().nth(line.place).map(|kept| (line, kept)))
    {
        let cells = Area { y: area.y + line.row, height: line.height, ..area };
        let chosen = line.place == app.list.chosen;
        let first = draw_one(app, canvas, cells, names, kept, chosen);
        if chosen {
            caret = Some((first, cells.y));
        }
    }
    if let (Some(area), Some(kept)) = (detail, app.chosen_bookmark()) {
        draw_detail(app, canvas, area, kept);
    }
    caret
}

/// The message for an empty list.
fn nothing(app: &App) -> String {
    let key = |action| app.key_hint(action);
    if !app.list.filter.text().trim().is_empty() {
        return states::no_bookmark_matches(key(Action::FilterBookmarks));
    }
    states::no_bookmarks(key(Action::Mark), key(Action::AllBookmarks))
}

fn draw_filter(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    let filter = app.list.filter.text().trim();
    if !filter.is_empty() {
        let words = states::only(filter);
        canvas.write_cut(
            area.x + 2,
            area.y,
            area.width.saturating_sub(2),
            &words,
            canvas.theme.notice,
        );
    }
}

/// Draws a bookmark and returns the column of its first word.
fn draw_one(
    app: &App,
    canvas: &mut Canvas<'_>,
    area: Area,
    names: u16,
    kept: &AnchoredBookmark,
    chosen: bool,
) -> u16 {
    let theme = canvas.theme;
    let on = |style: CellStyle| if chosen { theme.chosen(style) } else { style };
    if chosen {
        canvas.tint(area, theme.cursor);
        canvas.sign(area.x, area.y, "›", on(theme.cursor));
    }
    let bookmark = &kept.bookmark;
    let (x, y, right) = (area.x + 1, area.y, area.x + area.width);
    if canvas.has_ornaments() || bookmark.letter.is_some() {
        canvas.write(x, y, 1, &bookmark.sign(), on(theme.sign(bookmark.highlight)));
    }
    let name = cut(&kept.name(&app.document), names);
    canvas.write_right(x + 1, x + 2 + names, y, &name, on(theme.number));
    let standing = standing(app, kept);
    let mut end = right;
    if !standing.is_empty() {
        let room = right.saturating_sub(x + names + 20);
        let width = columns(&standing).min(room);
        let style = match kept.anchor {
            Some(Anchor::Lost | Anchor::Ambiguous(_)) => theme.error,
            _ => theme.notice,
        };
        canvas.write_right(right.saturating_sub(width), right, y, &standing, on(style));
        end = right.saturating_sub(width + 2);
    }
    let words_x = x + 2 + names + 2;
    let style = if kept.candidate().is_some() { theme.text } else { theme.muted };
    let words = format!("“{}”", on_one_line(&bookmark.quotation.exact));
    canvas.write_cut(words_x, y, end.saturating_sub(words_x), &words, on(style));
    if area.height > 1 {
        let plain = CellStyle { underline: false, ..theme.link };
        let tags: String = bookmark.tags.iter().map(|tag| format!("#{tag} ")).collect();
        let behind =
            canvas.write_cut(words_x, y + 1, right.saturating_sub(words_x), &tags, on(plain));
        let note = on_one_line(&bookmark.note);
        let style = CellStyle { italic: true, ..theme.notice };
        canvas.write_cut(behind, y + 1, right.saturating_sub(behind), &note, on(style));
    }
    (x + 2 + names).saturating_sub(columns(&name)).max(x + 1)
}

fn on_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The standing of a bookmark here; empty if its passage is just as it was marked.
fn standing(app: &App, kept: &AnchoredBookmark) -> String {
    let Some(trust) = kept.trust else { return kept.bookmark.document.title.clone() };
    let now = |kept: &AnchoredBookmark| {
        let passage = kept.candidate()?;
        let now = app.document.passage_address(passage);
        (now != kept.bookmark.address).then(|| app.document.passage_name(passage))
    };
    match (&kept.anchor, now(kept)) {
        (None, _) => states::SOUGHT.to_owned(),
        (Some(Anchor::Exact(_)), _) if trust == Trust::Content => String::new(),
        (Some(Anchor::Exact(_)), _) => states::EXACT.to_owned(),
        (Some(Anchor::Moved(_)), Some(now)) => states::moved(now),
        (Some(Anchor::Moved(_)), None) => states::AROUND_CHANGED.to_owned(),
        (Some(Anchor::Reworded(_)), Some(now)) => states::reworded_at(now),
        (Some(Anchor::Reworded(_)), None) => states::REWORDED.to_owned(),
        (Some(Anchor::Ambiguous(several)), now) => {
            let now = now.unwrap_or_else(|| kept.name(&app.document));
            states::ambiguous(now, kept.choice + 1, several.len())
        }
        (Some(Anchor::Lost), _) => states::LOST.to_owned(),
    }
}

/// Draws the details of a bookmark: its words (edits show the old and the new), note, tags, dates
/// and document.
fn draw_detail(app: &App, canvas: &mut Canvas<'_>, area: Area, kept: &AnchoredBookmark) {
    let theme = canvas.theme;
    let bookmark = &kept.bookmark;
    canvas.rule(area.x, area.y, area.width);
    let standing = standing(app, kept);
    let day = bookmark.modified.split('T').next().unwrap_or("");
    let name = kept.name(&app.document);
    let parts = [name.as_str(), &standing, day, bookmark.highlight.name()];
    let title = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    canvas.write_cut(
        area.x + 1,
        area.y,
        area.width.saturating_sub(2),
        &format!(" {title} "),
        theme.muted,
    );
    let (x, width) = (area.x + 2, area.width.saturating_sub(4).max(1));
    let bottom = area.y + area.height;
    let mut y = area.y + 1;
    let mut put = |canvas: &mut Canvas<'_>, words: &str, style: CellStyle| {
        let (direction, lines) = running_lines(words, width);
        for line in lines {
            if y < bottom {
                canvas.write_running((x, y), width, &line, direction, style);
            } else {
                // The text does not fit.
                canvas.write(x + width, bottom - 1, 1, "…", theme.muted);
            }
            y += 1;
        }
    };
    if !bookmark.tags.is_empty() {
        let tags: Vec<String> = bookmark.tags.iter().map(|tag| format!("#{tag}")).collect();
        put(canvas, &tags.join(" "), CellStyle { underline: false, ..theme.link });
    }
    if !bookmark.note.is_empty() {
        put(canvas, &bookmark.note, CellStyle { italic: true, ..theme.notice });
    }
    for words in &bookmark.earlier {
        put(canvas, &states::earlier(on_one_line(words)), theme.muted);
    }
    let now = kept.candidate().map(|passage| app.document.passage_text(passage));
    match now.filter(|now| *now != bookmark.quotation.exact) {
        Some(now) => {
            let was = &bookmark.quotation.exact;
            let told: String = changes(was, &now)
                .into_iter()
                .map(|piece| match piece {
                    ChangedWords::Kept { new, .. } => now[new].to_owned(),
                    ChangedWords::Gone(old) => format!("[-{}-]", &was[old]),
                    ChangedWords::New(new) => format!("{{+{}+}}", &now[new]),
                })
                .collect();
            put(canvas, &told, theme.text);
        }
        None => {
            let around = around(app, kept);
            if let Some((before, _)) = &around {
                put(canvas, before, theme.muted);
            }
            put(canvas, &bookmark.quotation.exact, theme.text);
            if let Some((_, after)) = &around {
                put(canvas, after, theme.muted);
            }
        }
    }
}

/// The words around the chosen one of several candidates, which tell them apart.
fn around(app: &App, kept: &AnchoredBookmark) -> Option<(String, String)> {
    let Some(Anchor::Ambiguous(_)) = kept.anchor else { return None };
    let quotation = Quotation::of(&app.document, kept.candidate()?);
    let (before, after) = (on_one_line(&quotation.prefix), on_one_line(&quotation.suffix));
    Some((format!("… {before}"), format!("{after} …")))
}
