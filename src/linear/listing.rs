//! Lists in lines: each entry with the number by which it is chosen.

use crate::app::{AnchoredBookmark, App, Recent, RegisterRow, target_words};
use crate::bookmarks::clip;
use crate::document::{Document, SectionId};
use crate::messages::linear;

/// The maximum number of entries listed at once: words filter longer lists.
pub const MOST: usize = 100;

/// The maximum number of bytes of a bookmark's words in its entry.
const WORDS: usize = 160;

/// The maximum number of sections listed at once, unless the outermost level has more.
const MOST_SECTIONS: usize = 40;

/// Returns the entries that contain all the words, with their numbers in the whole list.
pub fn numbered(entries: &[String], words: &str) -> Vec<String> {
    let words = words.to_lowercase();
    let has = |entry: &str| {
        let entry = entry.to_lowercase();
        words.split_whitespace().all(|word| entry.contains(word))
    };
    let wanted = entries.iter().enumerate().filter(|(_, entry)| has(entry));
    let mut told: Vec<String> =
        wanted.clone().take(MOST).map(|(at, entry)| format!("{} {entry}", at + 1)).collect();
    let all = wanted.count();
    if all > MOST {
        told.push(linear::filtered(MOST, all));
    }
    if told.is_empty() {
        told.push(linear::NOTHING_LISTED.to_owned());
    }
    told
}

/// A row of a register, with the places that mention it.
pub fn register_row(document: &Document, row: &RegisterRow) -> String {
    let mut said = row.name.clone();
    if !row.note.is_empty() {
        said.push_str(&format!(": {}", row.note));
    }
    let mut places: Vec<String> =
        row.places.iter().map(|p| document.block_address(p.passage.start.block)).collect();
    places.dedup();
    if !places.is_empty() {
        said.push_str(&format!(" ({})", places.join(", ")));
    }
    said
}

/// The beginning of a text, up to the end of a word.
fn beginning(words: &str) -> String {
    let kept = clip(words, WORDS);
    let whole = if kept.len() < words.len() {
        let end = kept.rfind(char::is_whitespace).unwrap_or(kept.len());
        format!("{}…", kept[..end].trim_end())
    } else {
        kept.to_owned()
    };
    whole.replace('\n', " ")
}

/// A bookmark: its place, its words, its note and tags.
pub fn bookmark(app: &App, kept: &AnchoredBookmark) -> String {
    let bookmark = &kept.bookmark;
    let mut said = kept.name(&app.document);
    if kept.trust.is_none() {
        said.push_str(&linear::of_document(&bookmark.document.title));
    }
    if let "lost" | "ambiguous" | "reworded" | "moved" = kept.standing() {
        said.push_str(&format!(", {}", kept.standing()));
    }
    said.push_str(&format!(": {}", beginning(&bookmark.quotation.exact)));
    if !bookmark.note.is_empty() {
        said.push_str(&linear::with_note(bookmark.note.replace('\n', " ")));
    }
    for tag in &bookmark.tags {
        said.push_str(&format!(" #{tag}"));
    }
    said
}

/// A recently read document: its title, its path, and where the user left it.
pub fn recent(recent: &Recent) -> String {
    let parts = [&recent.title, recent.standing.name(), &recent.source, &recent.address];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The references in the current paragraph, and where each leads.
pub fn references(app: &App) -> Vec<String> {
    let document = &app.document;
    let Some(block) = app.block_in_view() else { return Vec::new() };
    let of = |link: &crate::document::Link| {
        let words = document.slice(link.span).replace('\n', " ");
        format!("{words}: {}", target_words(document, &link.target))
    };
    document.links_of(block).iter().map(of).collect()
}

/// The sections inside one, or in the whole document: as many levels as one would listen to.
pub fn contents(document: &Document, within: Option<SectionId>) -> Vec<String> {
    let mut deepest = 1;
    while count(document, within, deepest + 1) <= MOST_SECTIONS
        && count(document, within, deepest + 1) > count(document, within, deepest)
    {
        deepest += 1;
    }
    let mut told = Vec::new();
    tell(document, within, deepest, &mut told);
    told
}

fn count(document: &Document, within: Option<SectionId>, levels: usize) -> usize {
    let each = |id| 1 + if levels > 1 { count(document, Some(id), levels - 1) } else { 0 };
    document.children(within).map(each).sum()
}

fn tell(document: &Document, within: Option<SectionId>, levels: usize, told: &mut Vec<String>) {
    for id in document.children(within) {
        let inside = document.children(Some(id)).count();
        let more = match inside {
            count if levels == 1 && count > 0 => linear::inside(count),
            _ => String::new(),
        };
        let (address, title) = (document.section_address(id), document.title(id));
        told.push(match title.is_empty() {
            true => format!("{address}{more}"),
            false => format!("{address}: {title}{more}"),
        });
        if levels > 1 {
            tell(document, Some(id), levels - 1, told);
        }
    }
}
