//! The list of bookmarks, and the details of the chosen one.

use super::canvas::Canvas;
use super::caret::Caret;
use super::list::{self, Shown, preview, style};
use crate::action::Action;
use crate::align::{ChangedWords, changes};
use crate::app::{AnchoredBookmark, App, Area, ListKind, Tone, tags};
use crate::bookmarks::{Anchor, Quotation};
use crate::document::on_one_line;
use crate::messages::states;
use crate::settings::CellStyle;
use crate::typeset::running_lines;

/// Draws the list and returns the position of the chosen bookmark.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) -> Caret {
    let view = app.bookmarks_view();
    let shown =
        Shown { controls: app.controls(ListKind::Bookmarks), has_keys: true, empty: &nothing(app) };
    let caret = list::draw(&view, &shown, canvas);
    if let (Some(area), Some(kept)) = (view.preview, app.chosen_bookmark()) {
        draw_detail(app, canvas, area, kept);
    }
    caret
}

/// The message for an empty list.
fn nothing(app: &App) -> String {
    let key = |action| app.key_hint(action);
    if !app.list.controls.only().is_empty() {
        return states::no_bookmark_matches(key(Action::FilterBookmarks));
    }
    let mark = key(Action::Mark);
    if app.list.everywhere {
        return states::no_bookmarks_anywhere(mark);
    }
    states::no_bookmarks(mark, key(Action::AllBookmarks))
}

/// Draws the details of a bookmark: its words (edits show the old and the new), note, tags, dates
/// and document.
fn draw_detail(app: &App, canvas: &mut Canvas<'_>, area: Area, kept: &AnchoredBookmark) {
    let theme = canvas.theme;
    let bookmark = &kept.bookmark;
    let state = app.bookmark_state(kept);
    let name = kept.name(&app.document);
    let title = [name.as_str(), &state, bookmark.day(), bookmark.highlight.name()];
    let area = preview(canvas, area, &title);
    let Area { x, width, .. } = area;
    let bottom = area.y + area.height;
    let mut y = area.y;
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
        put(canvas, &tags(bookmark), style(Tone::Tags, theme));
    }
    if !bookmark.note.is_empty() {
        put(canvas, &bookmark.note, style(Tone::Note, theme));
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
