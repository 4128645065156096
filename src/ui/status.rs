//! The bottom line: where the reader is, what happened, what is being typed.

use super::Caret;
use super::canvas::{Canvas, columns};
use crate::action::Action;
use crate::app::{
    App, Area, Direction, Granularity, LONGEST_LINE, Line, Mode, News, Page, Register,
    RegisterKind, Subject,
};
use crate::find::Syntax;
use crate::settings::Style;
use unicode_segmentation::UnicodeSegmentation;

/// Draws it and returns where the caret is, while something is typed.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) -> Caret {
    let area = app.layout.status;
    if area.height == 0 {
        return None;
    }
    let theme = canvas.theme;
    match &app.mode {
        Mode::Jump(jump) => {
            let (words, style) = match &jump.candidate {
                Ok(words) => (words, theme.muted),
                Err(miss) => (miss, theme.error),
            };
            prompt(canvas, area, "Go to: ", &jump.line, (words, style), "")
        }
        Mode::Search(search) => {
            let sign = match search.direction {
                Direction::Forward => "/",
                Direction::Backward => "?",
            };
            let (words, style) = match &search.tally {
                Ok(words) => (words, theme.notice),
                Err(miss) => (miss, theme.error),
            };
            let hint = match search.syntax {
                Syntax::Literal => "Ctrl-r: regular expression",
                Syntax::Regex => "regular expression · Ctrl-r: plain words",
            };
            prompt(canvas, area, sign, &search.line, (words, style), hint)
        }
        Mode::Note(_) => {
            let hint = "Enter keeps it · Alt-Enter: new line · Ctrl-g: $EDITOR · Escape";
            let short = "Enter keeps · Escape leaves";
            let fits = columns(hint) + 2 <= area.width;
            // What went wrong with an editor is told where one looks for it.
            let (words, style) = match &app.notice {
                Some(notice) if notice.news == News::Trouble => (notice.text.as_str(), theme.error),
                _ if fits => (hint, theme.muted),
                _ => (short, theme.muted),
            };
            canvas.write_cut(area.x + 1, area.y, area.width.saturating_sub(2), words, style);
            None
        }
        Mode::Tags(tags) => {
            let hint = "parted by commas · Tab completes";
            prompt(canvas, area, "Tags: ", &tags.line, ("", theme.muted), hint)
        }
        Mode::Bookmarks if app.list.filtering => {
            let hint = "words #tag is:lost colour:red in:title";
            prompt(canvas, area, "Filter: ", &app.list.filter, ("", theme.muted), hint)
        }
        Mode::Documents if app.recent.filtering => {
            let hint = "words in:path is:missing is:open";
            prompt(canvas, area, "Filter: ", &app.recent.filter, ("", theme.muted), hint)
        }
        Mode::Palette(palette) if palette.line.was_cut() => {
            canvas.write_cut(area.x + 1, area.y, area.width, &too_long(), theme.error);
            None
        }
        _ => {
            standing(app, canvas, area);
            None
        }
    }
}

/// A line that is typed into, with what comes of it behind.
fn prompt(
    canvas: &mut Canvas<'_>,
    area: Area,
    sign: &str,
    line: &Line,
    (outcome, style): (&str, Style),
    hint: &str,
) -> Caret {
    let theme = canvas.theme;
    let mut right = area.x + area.width;
    if line.was_cut() {
        let (told, short) = (too_long(), format!("cut at {} KB", LONGEST_LINE >> 10));
        let told = if columns(&told) <= area.width / 2 { told } else { short };
        canvas.write_right(area.x, right - 1, area.y, &told, theme.error);
        right = right.saturating_sub(columns(&told) + 2);
    }
    let start = canvas.write(area.x + 1, area.y, right, sign, theme.number);
    // A long line shows the part with the caret.
    let room = right.saturating_sub(start + 1);
    let skip = line.caret().saturating_sub(room);
    let shown = after(line.text(), skip);
    let before = line.caret_byte().saturating_sub(line.text().len() - shown.len());
    let (seen, caret) = canvas.typed(shown, before);
    let end = canvas.put(start, area.y, room + 1, &seen, theme.text);
    canvas.isolate(start, area.y, end, shown, None);
    let x = end.max(start + 6) + 3;
    let hint_width = columns(hint) + 2;
    let hint_fits = x + columns(outcome) + hint_width < right;
    let limit = if hint_fits { right - hint_width } else { right };
    canvas.write_cut(x, area.y, limit.saturating_sub(x + 1), outcome, style);
    if hint_fits {
        canvas.write_right(limit, right - 1, area.y, hint, theme.muted);
    }
    Some((start + caret, area.y))
}

/// What is told where a line cannot hold all that was typed.
fn too_long() -> String {
    format!("a line can hold {} KB: the rest was cut", LONGEST_LINE >> 10)
}

/// The text behind so many columns.
fn after(text: &str, skip: u16) -> &str {
    let mut passed = 0;
    for (at, cluster) in text.grapheme_indices(true) {
        if passed >= skip {
            return &text[at..];
        }
        passed += columns(cluster);
    }
    if passed >= skip && skip > 0 { "" } else { text }
}

/// The line while nothing is typed.
fn standing(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    let theme = canvas.theme;
    let mut right = area.x + area.width;
    let mut put = |canvas: &mut Canvas<'_>, words: &str, style: Style, least: u16| {
        let width = columns(words) + 2;
        if !words.is_empty() && right >= area.x + width + least {
            canvas.write_right(right - width, right - 1, area.y, words, style);
            right -= width;
        }
    };
    let notice = app.notice.as_ref();
    let wanted = notice.map_or(0, |notice| columns(&notice.text));
    let hint = hint(app);
    // What happened matters more than what could be done.
    put(canvas, &hint, theme.muted, wanted.max(12));
    if matches!(app.page, Page::Text)
        && !matches!(app.mode, Mode::Help(_) | Mode::Bookmarks | Mode::Documents)
    {
        let percent = format!("{:>3} %", app.reading.percent(&app.document));
        put(canvas, &percent, theme.status, wanted.min(area.width.saturating_sub(8)));
        if let Some((at, of)) = app.among {
            let (long, short) = (format!("document {at} of {of}"), format!("{at} of {of}"));
            let told = if columns(&long) + wanted + 40 <= area.width { long } else { short };
            put(canvas, &told, theme.muted, wanted.min(area.width.saturating_sub(24).max(40)));
        }
    }
    let reading = app.page == Page::Text && matches!(app.mode, Mode::Read | Mode::Select(_));
    if let Some(search) = app.search.as_ref().filter(|_| reading)
        && notice.is_none_or(|notice| !notice.text.starts_with(&search.tally()))
    {
        put(canvas, &search.tally(), theme.found, wanted + 10);
    }
    let whole = place(app);
    let room = right.saturating_sub(area.x + 1);
    let place = fitting(&whole, room);
    let beside = room.saturating_sub(wanted + 3);
    let end = if notice.is_none() || columns(place) <= beside {
        canvas.write_cut(area.x + 1, area.y, room, place, theme.status) + 3
    } else {
        area.x + 1
    };
    if let Some(notice) = notice {
        let style = match notice.news {
            News::Done => theme.notice,
            News::Trouble => theme.error,
        };
        canvas.write_cut(end, area.y, right.saturating_sub(end), &notice.text, style);
    }
}

/// As much of a place as there is room for: it matters more than what it is in,
/// and its section more than the paragraph.
fn fitting(place: &str, room: u16) -> &str {
    let name = place.rsplit_once(PARTED_BY).map_or(place, |(_, name)| name);
    let section = name.rsplit_once(", paragraph").map_or(name, |(section, _)| section);
    [place, name].into_iter().find(|words| columns(words) <= room).unwrap_or(section)
}

/// What parts a place from what it stands in.
const PARTED_BY: &str = " › ";

/// Where the reader is, as a person says it.
fn place(app: &App) -> String {
    let selecting = |unit: &str, count: usize| {
        let plural = if count == 1 { "" } else { "s" };
        format!("{count} character{plural} by {unit}")
    };
    match (&app.mode, app.page) {
        (Mode::Help(_), _) => "Help".to_owned(),
        (Mode::Documents, _) => match (app.recent.listed().len(), app.recent.count()) {
            (1, 1) => "1 document".to_owned(),
            (listed, all) if listed < all => format!("{listed} of {all} documents"),
            (_, all) => format!("{all} documents"),
        },
        (Mode::Bookmarks, _) => {
            let (listed, all) = (app.listed().len(), app.bookmark_index.kept().len());
            match listed {
                count if !app.list.everywhere && count < all => {
                    format!("{count} of {all} bookmarks")
                }
                1 => "1 bookmark".to_owned(),
                count => format!("{count} bookmarks"),
            }
        }
        (Mode::Select(selection), _) => {
            let words = app.selected().map(|passage| app.document.passage_text(passage));
            let told = selecting(
                selection.unit.name(),
                words.map_or(0, |words| words.graphemes(true).count()),
            );
            match selection.count {
                Some(count) => format!("{count}× · {told}"),
                None => told,
            }
        }
        (_, Page::Register(register)) => {
            let name = register
                .chosen(&app.document)
                .map(|place| app.document.block_name(place.passage.start.block));
            [Some(register.title(&app.document)), name]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(PARTED_BY)
        }
        (_, Page::Text) => breadcrumb(app),
    }
}

/// `Declaration › 8, paragraph 3`.
fn breadcrumb(app: &App) -> String {
    let Some(block) = app.block_in_view() else { return String::new() };
    let document = &app.document;
    let name = document.block_name(block);
    let around = document.ancestry(document.block(block).section).skip(1).last();
    match around.map(|outermost| document.section_name(outermost)) {
        Some(outer) => format!("{outer}{PARTED_BY}{name}"),
        None => name,
    }
}

/// The one hint that helps most just now.
fn hint(app: &App) -> String {
    let key = |action| app.key_hint(action);
    match (&app.mode, app.page) {
        (Mode::Help(_), _) => format!("{} closes", key(Action::Cancel)),
        (Mode::Documents, _) => format!(
            "{} opens · {} filter · {} forgets",
            key(Action::Confirm),
            key(Action::FilterDocuments),
            key(Action::ForgetDocument)
        ),
        (Mode::Bookmarks, _) => match app.chosen_bookmark() {
            Some(kept) if kept.can_be_accepted() => {
                let several = kept.anchor.as_ref().is_some_and(|a| a.candidates().len() > 1);
                let choose = if several { "← → chooses · " } else { "" };
                format!(
                    "{choose}{} keeps it here · {} all",
                    key(Action::Accept),
                    key(Action::AcceptAll)
                )
            }
            None => format!(
                "{} all documents · {} filter",
                key(Action::AllBookmarks),
                key(Action::FilterBookmarks)
            ),
            _ => format!(
                "{} note · {} tags · {} filter · {} deletes",
                key(Action::EditNote),
                key(Action::EditTags),
                key(Action::FilterBookmarks),
                key(Action::DeleteBookmark)
            ),
        },
        (Mode::Select(_), _) => {
            let larger = app.selection_unit().and_then(Granularity::larger);
            let larger = larger.map(|u| format!("{}: {} · ", key(Action::Select), u.name()));
            format!("{}{} marks", larger.unwrap_or_default(), key(Action::Mark))
        }
        (Mode::Peek(peek), _) => match peek.subject {
            Subject::Outside(_) => {
                format!("{} copies the address · {} closes", key(Action::Copy), key(Action::Cancel))
            }
            Subject::Structure(_) => {
                format!("{} copies · {} closes", key(Action::Copy), key(Action::Cancel))
            }
            _ => format!("{} goes there · {} closes", key(Action::Confirm), key(Action::Cancel)),
        },
        (_, Page::Register(Register { kind: RegisterKind::CitedBy(_), .. })) => {
            format!("{} goes there", key(Action::Confirm))
        }
        (_, Page::Register(_)) => {
            format!("{} goes there · ← → other places", key(Action::Confirm))
        }
        _ if app.current_link().is_some() => {
            format!("{} peeks · {} next link", key(Action::Confirm), key(Action::LinkNext))
        }
        _ => format!("{} help", key(Action::Help)),
    }
}
