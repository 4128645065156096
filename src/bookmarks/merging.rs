//! What comes of a change that meets the bookmarks as they are on disk.
//!
//! Each field is merged on its own. One that nobody else has changed since the
//! person saw it becomes what the person wants. Where somebody has, the later
//! change stands; tags are sets, so that both changes stand; and a note that is
//! replaced unseen is kept among the bookmark's earlier notes. No word that a
//! person typed goes without somebody having seen it.

use super::change::{Change, Edit, Remark};
use super::{Bookmark, earlier};
use jiff::Timestamp;

/// A bookmark, and where its table stands in the file, if it has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// The place of its table.
    pub origin: Option<usize>,
    /// The bookmark.
    pub bookmark: Bookmark,
}

/// Why a change is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Intent {
    /// A person wants it.
    Make,
    /// A person takes another one back: what was changed since stays.
    TakeBack,
}

/// What a change did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Done {
    /// What takes it back, the last of several first; none where it did nothing.
    pub inverse: Vec<Change>,
    /// What a person should know.
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

/// The bookmarks after changes that are still to be written.
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

/// Makes a change.
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

/// The place of a bookmark, by an id that it has or that was merged into it.
fn place(slots: &[Slot], id: &str) -> Option<usize> {
    let own = slots.iter().position(|slot| slot.bookmark.id == id);
    let merged = |slot: &Slot| slot.bookmark.merged.iter().any(|merged| merged == id);
    own.or_else(|| slots.iter().position(merged))
}

/// Puts a bookmark among the others. One that is there already, since another
/// instance has put it back, keeps its note; the words of both are kept.
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

/// Removes a bookmark, unless it holds words that the person had not seen.
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

/// What takes back that a bookmark became another.
fn taken_back_by(before: &Bookmark, after: &Bookmark) -> Done {
    let back = Change::edit(after, before);
    if back.is_empty() { Done::default() } else { Done::undone_by(back) }
}

/// Makes edits of a bookmark.
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
            // The words that were replaced are back in the note, or still needed.
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

/// A field that is one thing: what was changed since gives way to a change, and
/// stays where one is taken back.
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

/// A set after a change from one to another.
fn merged(now: &[String], from: &[String], to: &[String]) -> Vec<String> {
    if now == from {
        return to.to_vec();
    }
    let gone = |words: &String| from.contains(words) && !to.contains(words);
    let stays: Vec<String> = now.iter().filter(|words| !gone(words)).cloned().collect();
    let new: Vec<String> = to.iter().filter(|words| !from.contains(words)).cloned().collect();
    united(&stays, &new)
}

/// All that is in one of two sets.
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
