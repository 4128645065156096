//! The bottom line: the user's position, messages, and what is being typed.

use super::canvas::{Canvas, columns};
use super::caret::Caret;
use crate::app::{
    AnchoredBookmark, App, Area, InputLine, LONGEST_LINE, LetterFor, ListKind, Mode, News,
    SearchDirection, StatusPiece, StatusRole,
};
use crate::find::PatternSyntax;
use crate::messages::prompts;
use crate::settings::CellStyle;
use unicode_segmentation::UnicodeSegmentation;

/// Draws the line and returns the position of the caret, while an input is awaited there.
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
            prompt(canvas, area, prompts::ADDRESS, &jump.line, (words, style), "")
        }
        Mode::Search(search) => {
            let sign = match search.direction {
                SearchDirection::Forward => "/",
                SearchDirection::Backward => "?",
            };
            let (words, style) = match &search.tally {
                Ok(words) => (words, theme.notice),
                Err(miss) => (miss, theme.error),
            };
            let hint = match search.syntax {
                PatternSyntax::Literal => prompts::PLAIN_WORDS,
                PatternSyntax::Regex => prompts::REGULAR_EXPRESSION,
            };
            prompt(canvas, area, sign, &search.line, (words, style), hint)
        }
        Mode::Note(_) => {
            let hint = prompts::NOTE_KEYS;
            let short = prompts::NOTE_KEYS_SHORT;
            let fits = columns(hint) + 2 <= area.width;
            // An editor's error appears where the user looks for it.
            let (words, style) = match &app.notice {
                Some(notice) if notice.news == News::Trouble => (notice.text.as_str(), theme.error),
                _ if fits => (hint, theme.muted),
                _ => (short, theme.muted),
            };
            canvas.write_cut(area.x + 1, area.y, area.width.saturating_sub(2), words, style);
            None
        }
        Mode::Tags(tags) => {
            let hint = prompts::TAGS_FORM;
            prompt(canvas, area, prompts::TAGS, &tags.line, ("", theme.muted), hint)
        }
        Mode::Letter(wanted) => {
            let (sign, words) = match wanted {
                LetterFor::Mark => (prompts::MARK_WITH, prompts::LETTERS.to_owned()),
                LetterFor::Go => (prompts::MARK_TO_GO_TO, marks(app)),
            };
            let x = canvas.write(area.x + 1, area.y, area.width, sign, theme.number);
            canvas.write_cut(x, area.y, area.width.saturating_sub(x + 1), &words, theme.muted);
            Some((x, area.y))
        }
        Mode::Ask(question) => {
            let words = prompts::yes_or_no(&question.words);
            let room = area.width.saturating_sub(2);
            let end = canvas.write_cut(area.x + 1, area.y, room, &words, theme.error);
            Some((end.min(area.x + area.width.saturating_sub(1)), area.y))
        }
        Mode::LinkHints(hints) => {
            let line = InputLine::new(&hints.typed);
            prompt(canvas, area, prompts::LABEL, &line, ("", theme.muted), prompts::LABEL_MEANING)
        }
        _ if let Some(list) = app.filtered_list() => {
            let hint = match list {
                ListKind::Register(_) => prompts::FILTER_REGISTER,
                ListKind::Bookmarks => prompts::FILTER_BOOKMARKS,
                ListKind::Documents => prompts::FILTER_DOCUMENTS,
            };
            let filter = &app.controls(list).filter;
            prompt(canvas, area, prompts::FILTER, filter, ("", theme.muted), hint)
        }
        Mode::Help(help) if help.filtering => {
            let hint = prompts::FIND_KEY_FORM;
            prompt(canvas, area, prompts::FIND_KEY, &help.filter, ("", theme.muted), hint)
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

/// Lists the quick marks, each with its place.
fn marks(app: &App) -> String {
    let told = |(letter, kept): (char, &AnchoredBookmark)| {
        format!("{letter} {}", kept.name(&app.document))
    };
    app.quick_marks().into_iter().map(told).collect::<Vec<_>>().join(" · ")
}

/// Draws an input line, with its outcome after it.
fn prompt(
    canvas: &mut Canvas<'_>,
    area: Area,
    sign: &str,
    line: &InputLine,
    (outcome, style): (&str, CellStyle),
    hint: &str,
) -> Caret {
    let theme = canvas.theme;
    let mut right = area.x + area.width;
    if line.was_cut() {
        let (told, short) = (too_long(), prompts::line_cut_short(LONGEST_LINE >> 10));
        let told = if columns(&told) <= area.width / 2 { told } else { short };
        canvas.write_right(area.x, right - 1, area.y, &told, theme.error);
        right = right.saturating_sub(columns(&told) + 2);
    }
    let start = canvas.write(area.x + 1, area.y, right, sign, theme.number);
    // A long line shows the part around the caret.
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

/// The message for an input line that is full.
fn too_long() -> String {
    prompts::line_cut(LONGEST_LINE >> 10)
}

/// Returns the text after the first `skip` columns.
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

/// Draws the line while nothing is being typed.
fn standing(app: &App, canvas: &mut Canvas<'_>, area: Area) {
    let theme = canvas.theme;
    for StatusPiece { x, width, words, role, .. } in app.status() {
        let style = match role {
            StatusRole::Place | StatusRole::Progress => theme.status,
            StatusRole::Aside | StatusRole::Hint => theme.muted,
            StatusRole::Key => theme.number,
            StatusRole::Matches => theme.found,
            StatusRole::Done => theme.notice,
            StatusRole::Trouble => theme.error,
        };
        canvas.write_cut(x, area.y, width, &words, style);
    }
}
