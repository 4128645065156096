//! `bulletin bookmarks add` and `remove`: bookmarks of a document, by the addresses of their passages.

use super::arguments::{Marking, Source};
use super::error::Failure;
use super::output::emit;
use super::{bookmarks, places, source};
use crate::bookmarks::{Bookmark, Change, DocumentIdentity, Highlight, Index, Store};
use crate::cache::Personal;
use crate::document::{Document, Passage};
use crate::keeping::take_up;
use crate::messages::{counts, notices};
use crate::settings::{Directories, Security};

/// Adds a bookmark of each passage, or changes the one that is there.
///
/// # Errors
/// If the document cannot be read or has no such address, or the bookmarks cannot be saved.
pub fn add(at: &[String], marking: &Marking, source: &Source) -> Result<(), Failure> {
    if marking.letter.is_some() && at.len() > 1 {
        return Err(Failure::OneLetter);
    }
    let MarkedDocument { document, passages, mut store } = open(source, at)?;
    let told = store.make_from(|kept| {
        let known = of_document(&document, kept);
        let (mut changes, mut told) = (Vec::new(), Vec::new());
        for passage in passages {
            let others = known.iter().filter(|(own, other)| {
                *own != passage && other.letter.is_some() && other.letter == marking.letter
            });
            changes.extend(others.map(|(_, other)| Change::take_letter(other)));
            let name = document.passage_name(passage);
            match known.iter().find(|(own, _)| *own == passage) {
                None => {
                    let bookmark = marked(Bookmark::new(&document, passage, ""), marking);
                    changes.push(Change::Add(Box::new(bookmark)));
                    told.push(notices::bookmark_added_at(name));
                }
                Some((_, bookmark)) => {
                    let edited = marked((*bookmark).clone(), marking);
                    if edited == **bookmark {
                        told.push(notices::bookmark_present_at(name));
                    } else {
                        changes.push(Change::edit(bookmark, &edited));
                        told.push(notices::bookmark_updated_at(name));
                    }
                }
            }
        }
        (Change::all(changes), told)
    })?;
    emit(&(told.join("\n") + "\n"))
}

/// Removes the bookmarks in each passage.
///
/// # Errors
/// As [`add`], or if there is no bookmark.
pub fn remove(at: &[String], source: &Source) -> Result<(), Failure> {
    let MarkedDocument { document, passages, mut store } = open(source, at)?;
    let removed = store.make_from(|kept| {
        let is_inside = |own: &Passage| {
            passages.iter().any(|passage| passage.start <= own.start && own.end <= passage.end)
        };
        let known = of_document(&document, kept).into_iter().filter(|(own, _)| is_inside(own));
        let changes: Vec<Change> =
            known.map(|(_, bookmark)| Change::Remove(Box::new(bookmark.clone()))).collect();
        let count = changes.len();
        (Change::all(changes), count)
    })?;
    if removed == 0 {
        Err(Failure::NoBookmark)
    } else {
        emit(&(counts::bookmarks_removed(removed) + "\n"))
    }
}

/// A document, the passages that addresses name in it, and the bookmarks.
struct MarkedDocument {
    document: Document,
    passages: Vec<Passage>,
    store: Store,
}

fn open(source: &Source, at: &[String]) -> Result<MarkedDocument, Failure> {
    Security::of_environment().may_write()?;
    let document = source::open(source, &Personal::default())?.kept();
    let passages = at.iter().map(|address| places::passage(&document, address));
    let passages = passages.collect::<Result<Vec<Passage>, Failure>>()?;
    let mut store = bookmarks::open()?;
    take_up(&Directories::find()?.unwritten(), &mut store)?;
    Ok(MarkedDocument { document, passages, store })
}

/// Returns the bookmarks of a document, with their passages in it.
fn of_document<'b>(document: &Document, kept: &'b [Bookmark]) -> Vec<(Passage, &'b Bookmark)> {
    let identity = DocumentIdentity::of(document);
    let index = Index::new(document);
    let own = kept.iter().filter(|bookmark| identity.same_as(&bookmark.document).is_some());
    own.filter_map(|bookmark| Some((index.find(bookmark).passage()?, bookmark))).collect()
}

/// Returns a bookmark with the note, the tags and the looks that were given.
fn marked(mut bookmark: Bookmark, marking: &Marking) -> Bookmark {
    if let Some(note) = marking.note.as_ref().filter(|note| **note != bookmark.note) {
        bookmark = bookmark.with_note(note);
    }
    let mut tags = bookmark.tags.clone();
    tags.extend(marking.tags.iter().filter(|tag| !bookmark.tags.contains(tag)).cloned());
    if tags != bookmark.tags {
        bookmark = bookmark.with_tags(tags);
    }
    let highlight = marking.highlight.map(Highlight::from);
    if let Some(highlight) = highlight.filter(|highlight| *highlight != bookmark.highlight) {
        bookmark = bookmark.with_highlight(highlight);
    }
    match marking.letter {
        letter @ Some(_) if letter != bookmark.letter => bookmark.with_letter(letter),
        _ => bookmark,
    }
}
