//! Applies changes to the bookmarks as they are on disk.
//!
//! Each field is merged on its own. A field that nobody else has changed since
//! the user saw it gets the new value. In a conflict, the later change wins; tags
//! are sets, so both changes apply; and a note that is replaced unseen is stored
//! among the bookmark's earlier notes. No word that a user typed is lost unseen.

use super::change::{Change, Edit, Remark};
use super::{Bookmark, earlier};
use jiff::Timestamp;

/// A bookmark, and the place of its table in the file, if it has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// The index of its table.
    pub origin: Option<usize>,
    /// The bookmark.
    pub bookmark: Bookmark,
}

/// Why a change is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Intent {
    /// The user makes a change.
    Make,
    /// The user undoes a change: later changes stay.
    TakeBack,
}

/// The result of a change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Done {
    /// The changes that undo it, in the order to apply them; empty if it did nothing.
    pub inverse: Vec<Change>,
    /// What the user should know.
    pub remarks: Vec<Remark>,
}

impl Done {
    fn remark(remark: Remark) -> Self {
        Self { inverse: Vec::new(), remarks: vec![remark] }
    }

    fn undone_by(change: Change) -> Self {
        Self { inverse: vec![change], remarks: Vec::new() }
    }
}

/// Returns the bookmarks as they will be after pending changes.
pub fn preview<'a>(
    bookmarks: &[Bookmark],
    changes: impl IntoIterator<Item = &'a Change>,
) -> Vec<Bookmark> {
    let slot = |bookmark: &Bookmark| Slot { origin: None, bookmark: bookmark.clone() };
    let mut slots: Vec<Slot> = bookmarks.iter().map(slot).collect();
    for change in changes {
        apply(&mut slots, change, Intent::Make);
    }
    slots.into_iter().map(|slot| slot.bookmark).collect()
}

/// Applies a change.
pub fn apply(slots: &mut Vec<Slot>, change: &Change, intent: Intent) -> Done {
    match change {
        Change::Add(bookmark) => put(slots, bookmark, slots.len()),
        Change::PutBack { bookmark, place } => put(slots, bookmark, *place),
        Change::Remove(seen) => remove(slots, seen),
        Change::Edit { seen, edits } => edit(slots, seen, edits, intent),
        Change::Several(changes) => {
            let mut all = Done::default();
            for change in changes {
                let done = apply(slots, change, intent);
                all.inverse.extend(done.inverse);
                all.remarks.extend(done.remarks);
            }
            all.inverse.reverse();
            if all.inverse.len() > 1 {
                all.inverse = vec![Change::Several(all.inverse)];
            }
            all
        }
    }
}

/// Returns the index of a bookmark by its id, or by an id that was merged into it.
fn place(slots: &[Slot], id: &str) -> Option<usize> {
    let own = slots.iter().position(|slot| slot.bookmark.id == id);
    let merged = |slot: &Slot| slot.bookmark.merged.iter().any(|merged| merged == id);
    own.or_else(|| slots.iter().position(merged))
}

/// Inserts a bookmark. If it already exists, because another instance has put it
/// back, it keeps its note, and the words of both are kept.
fn put(slots: &mut Vec<Slot>, bookmark: &Bookmark, place_for_it: usize) -> Done {
    let Some(at) = place(slots, &bookmark.id) else {
        let slot = Slot { origin: None, bookmark: bookmark.clone() };
        slots.insert(place_for_it.min(slots.len()), slot);
        return Done::undone_by(Change::Remove(Box::new(bookmark.clone())));
    };
    let there = &mut slots[at].bookmark;
    let before = there.clone();
    if there.note.is_empty() {
        there.note.clone_from(&bookmark.note);
    }
    there.tags = united(&there.tags, &bookmark.tags);
    earlier::keep(there, &bookmark.note);
    for words in &bookmark.earlier {
        earlier::keep(there, words);
    }
    taken_back_by(&before, there)
}

/// Removes a bookmark, unless it contains words that the user has not seen.
fn remove(slots: &mut Vec<Slot>, seen: &Bookmark) -> Done {
    let Some(at) = place(slots, &seen.id) else { return Done::remark(Remark::Gone) };
    if earlier::holds_more(&slots[at].bookmark, seen) {
        return Done::remark(Remark::NotDeleted);
    }
    let bookmark = Box::new(slots.remove(at).bookmark);
    Done::undone_by(Change::PutBack { bookmark, place: at })
}

fn edit(slots: &mut Vec<Slot>, seen: &Bookmark, edits: &[Edit], intent: Intent) -> Done {
    if let Some(at) = place(slots, &seen.id) {
        let before = slots[at].bookmark.clone();
        let remarks = revise(&mut slots[at].bookmark, edits, intent);
        let done = taken_back_by(&before, &slots[at].bookmark);
        return Done { remarks, ..done };
    }
    let typed = edits.iter().any(|edit| match edit {
        Edit::Note { to, .. } => !to.trim().is_empty(),
        Edit::Tags { from, to } | Edit::Earlier { from, to } => {
            to.iter().any(|words| !from.contains(words))
        }
        _ => false,
    });
    if intent == Intent::TakeBack || !typed {
        return Done::remark(Remark::Gone);
    }
    let mut bookmark = seen.clone();
    revise(&mut bookmark, edits, intent);
    let done = put(slots, &bookmark, slots.len());
    Done { remarks: vec![Remark::BackAgain], ..done }
}

/// Returns the change that undoes the change of a bookmark.
fn taken_back_by(before: &Bookmark, after: &Bookmark) -> Done {
    let back = Change::edit(after, before);
    if back.is_empty() { Done::default() } else { Done::undone_by(back) }
}

/// Applies edits to a bookmark.
fn revise(bookmark: &mut Bookmark, edits: &[Edit], intent: Intent) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for edit in edits {
        match edit {
            Edit::Note { from, to } if bookmark.note == *from => bookmark.note.clone_from(to),
            Edit::Note { to, .. } if bookmark.note == *to => {}
            Edit::Note { to, .. } if intent == Intent::Make => {
                let theirs = std::mem::replace(&mut bookmark.note, to.clone());
                if earlier::keep(bookmark, &theirs) {
                    remarks.push(Remark::NoteReplaced);
                }
            }
            Edit::Note { .. } => remarks.push(Remark::Overtaken),
            Edit::Tags { from, to } => bookmark.tags = merged(&bookmark.tags, from, to),
            Edit::Highlight { from, to } => {
                let now = &mut bookmark.highlight;
                settle(now, from, to, intent, &mut remarks);
            }
            Edit::Letter { from, to } => {
                settle(&mut bookmark.letter, from, to, intent, &mut remarks);
            }
            Edit::Anchorage { from, to } => {
                let mut now = super::change::Anchorage::of(bookmark);
                settle(&mut now, from, to, intent, &mut remarks);
                now.put(bookmark);
            }
            Edit::Lineage { from, to } => {
                let mut now = super::change::Lineage::of(bookmark);
                settle(&mut now, from, to, intent, &mut remarks);
                now.put(bookmark);
            }
            // The replaced words are back in the note, or still needed.
            Edit::Earlier { .. } if remarks.contains(&Remark::Overtaken) => {}
            Edit::Earlier { from, to } => {
                bookmark.earlier = merged(&bookmark.earlier, from, to);
                bookmark.earlier.sort_unstable();
            }
            Edit::Modified { from, to } => {
                let later = time(to) > time(&bookmark.modified) && intent == Intent::Make;
                if bookmark.modified == *from || later {
                    bookmark.modified.clone_from(to);
                }
            }
        }
    }
    earlier::tidy(bookmark);
    remarks.dedup();
    remarks
}

/// Sets a field with a single value. If it has changed since, a new change
/// overwrites it, and an undo leaves it.
fn settle<T: PartialEq + Clone>(
    now: &mut T,
    from: &T,
    to: &T,
    intent: Intent,
    remarks: &mut Vec<Remark>,
) {
    if now == from || intent == Intent::Make {
        now.clone_from(to);
    } else if now != to {
        remarks.push(Remark::Overtaken);
    }
}

/// Applies the difference between two sets to a third.
fn merged(now: &[String], from: &[String], to: &[String]) -> Vec<String> {
    if now == from {
        return to.to_vec();
    }
    let gone = |words: &String| from.contains(words) && !to.contains(words);
    let stays: Vec<String> = now.iter().filter(|words| !gone(words)).cloned().collect();
    let new: Vec<String> = to.iter().filter(|words| !from.contains(words)).cloned().collect();
    united(&stays, &new)
}

/// Returns the union of two sets.
fn united(one: &[String], other: &[String]) -> Vec<String> {
    let mut all = one.to_vec();
    all.extend(other.iter().filter(|words| !one.contains(words)).cloned());
    all
}

fn time(stamp: &str) -> Option<Timestamp> {
    stamp.parse().ok()
}

#[cfg(test)]
mod tests;
