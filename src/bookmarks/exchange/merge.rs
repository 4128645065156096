//! Merges the bookmarks of one person with those of another, without duplicates.
//!
//! Incoming and existing bookmarks are grouped if they are the same bookmark:
//!
//! 1. those with the same id, including ids that were merged into a bookmark
//!    before;
//! 2. of the rest, one existing and one incoming bookmark of the same passage, in
//!    the order of their creation. If one file marks a passage twice, both stay.
//!
//! Each group is then joined. A newer version that knows of the older one wins,
//! and the words of the older one become earlier words; two versions that do not
//! know of each other keep the notes and tags of both. The result does not depend
//! on which side is the existing one, so two people who import each other's
//! bookmarks end up with the same.

use crate::bookmarks::earlier::{self, paragraphs};
use crate::bookmarks::{Bookmark, Change, Quotation};
use jiff::Timestamp;
use std::cmp::Ordering;
use std::collections::HashMap;
use std::hash::Hash;

/// The result of a merge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Merged {
    /// Number of incoming bookmarks that are new.
    pub added: usize,
    /// Number of incoming bookmarks that change nothing.
    pub present: usize,
    /// Number of incoming bookmarks that change existing ones.
    pub updated: usize,
}

/// Returns the change that merges `incoming` bookmarks into the `kept` ones, and
/// its counts.
pub fn merge(kept: &[Bookmark], incoming: &[Bookmark]) -> (Change, Merged) {
    let mut groups = Groups::by_id(kept, incoming);
    groups.pair_by_passage();
    let (mut changes, mut told) = (Vec::new(), Merged::default());
    for (old, new) in groups.into_members() {
        if new.is_empty() {
            // Existing bookmarks are only joined because of an incoming one.
            continue;
        }
        let Some(joined) = join_all(old.iter().chain(&new).copied().collect()) else { continue };
        let Some((first, others)) = old.split_first() else {
            told.added += 1;
            told.present += new.len() - 1;
            changes.push(Change::Add(Box::new(joined)));
            continue;
        };
        if joined == **first && others.is_empty() {
            told.present += new.len();
            continue;
        }
        told.updated += new.len();
        let other = |other: &&Bookmark| Change::Remove(Box::new((*other).clone()));
        changes.extend(others.iter().map(other));
        changes.push(Change::edit(first, &joined));
    }
    (Change::Several(changes), told)
}

/// Groups of bookmarks that are the same.
struct Groups<'a> {
    /// Existing bookmarks first, then incoming ones.
    all: Vec<&'a Bookmark>,
    kept: usize,
    /// For each bookmark, an earlier one of its group, or itself.
    parents: Vec<usize>,
}

impl<'a> Groups<'a> {
    fn by_id(kept: &'a [Bookmark], incoming: &'a [Bookmark]) -> Self {
        let all: Vec<&Bookmark> = kept.iter().chain(incoming).collect();
        let parents = (0..all.len()).collect();
        let mut groups = Self { all, kept: kept.len(), parents };
        let mut known: HashMap<&str, usize> = HashMap::new();
        for at in 0..groups.all.len() {
            for id in ids(groups.all[at]).filter(|id| !id.is_empty()) {
                match known.get(id) {
                    // Two existing bookmarks with one id are the user's own doing.
                    Some(other) if at >= groups.kept => groups.unite(at, *other),
                    Some(_) => {}
                    None => {
                        known.insert(id, at);
                    }
                }
            }
        }
        groups
    }

    fn pair_by_passage(&mut self) {
        let mut sides = vec![(false, false); self.all.len()];
        for at in 0..self.all.len() {
            let root = self.root(at);
            sides[root].0 |= at < self.kept;
            sides[root].1 |= at >= self.kept;
        }
        let mut places: HashMap<_, (Vec<usize>, Vec<usize>)> = HashMap::new();
        for (at, bookmark) in self.all.iter().enumerate() {
            // A group is paired once, by its first bookmark.
            if self.root(at) == at && sides[at] != (true, true) {
                let (old, new) = places.entry(passage(bookmark)).or_default();
                if at < self.kept { old.push(at) } else { new.push(at) }
            }
        }
        for (mut old, mut new) in places.into_values() {
            for side in [&mut old, &mut new] {
                side.sort_by(|a, b| age(self.all[*a]).cmp(&age(self.all[*b])));
            }
            for (one, other) in old.into_iter().zip(new) {
                self.unite(one, other);
            }
        }
    }

    fn root(&self, mut at: usize) -> usize {
        while self.parents[at] != at {
            at = self.parents[at];
        }
        at
    }

    fn unite(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        // The first of a group represents it.
        self.parents[one.max(other)] = one.min(other);
    }

    /// Returns the existing and the incoming bookmarks of each group, ordered by their first.
    fn into_members(self) -> Vec<(Vec<&'a Bookmark>, Vec<&'a Bookmark>)> {
        let mut members = vec![(Vec::new(), Vec::new()); self.all.len()];
        for (at, bookmark) in self.all.iter().enumerate() {
            let (old, new) = &mut members[self.root(at)];
            if at < self.kept { old.push(*bookmark) } else { new.push(*bookmark) }
        }
        members
    }
}

/// Returns the id of a bookmark, and those that were merged into it.
fn ids(bookmark: &Bookmark) -> impl Iterator<Item = &str> {
    std::iter::once(bookmark.id.as_str()).chain(bookmark.merged.iter().map(String::as_str))
}

/// The fields that are equal in two bookmarks of the same passage.
fn passage(bookmark: &Bookmark) -> impl Eq + Hash {
    let document = &bookmark.document;
    let document = if document.content.is_empty() { &document.source } else { &document.content };
    let Quotation { exact, prefix, suffix } = &bookmark.quotation;
    let (start, end) = (bookmark.start, bookmark.end);
    // Without a position, the context distinguishes places.
    let around = (start == end).then_some((prefix, suffix));
    (document, exact, (start.block, start.byte), (end.block, end.byte), around)
}

fn time(stamp: &str) -> Option<Timestamp> {
    stamp.parse().ok()
}

/// Orders bookmarks by their creation.
fn age(bookmark: &Bookmark) -> impl Ord {
    (time(&bookmark.created), &bookmark.created, &bookmark.id)
}

/// Orders bookmarks by their last change. Times are in seconds, so the other
/// fields decide between equal times.
fn newness(bookmark: &Bookmark) -> impl Ord {
    let Bookmark { document, quotation, start, end, .. } = bookmark;
    (
        (time(&bookmark.modified), &bookmark.modified),
        (
            bookmark.highlight.name(),
            bookmark.letter,
            &bookmark.address,
            &bookmark.clause,
            &bookmark.cited,
        ),
        (start.block, start.byte, end.block, end.byte),
        (&document.content, &document.title, &document.source),
        (&quotation.exact, &quotation.prefix, &quotation.suffix),
    )
}

/// Joins a group into one bookmark, regardless of its order.
fn join_all(mut group: Vec<&Bookmark>) -> Option<Bookmark> {
    group.sort_by(|a, b| newness(a).cmp(&newness(b)).then_with(|| age(a).cmp(&age(b))));
    let (first, others) = group.split_first()?;
    Some(others.iter().fold((*first).clone(), |joined, next| join(&joined, next)))
}

fn join(a: &Bookmark, b: &Bookmark) -> Bookmark {
    let (old, new) = if newness(a) <= newness(b) { (a, b) } else { (b, a) };
    let knows = ids(old).all(|id| ids(new).any(|known| known == id));
    let mut all = new.clone();
    all.earlier.extend(old.earlier.iter().cloned());
    if knows && time(&old.modified) < time(&new.modified) {
        // The author of the newer version may not have seen these.
        all.earlier.extend(paragraphs(&old.note).map(str::to_owned));
        all.earlier.extend(old.tags.iter().map(|tag| format!("#{tag}")));
        earlier::tidy(&mut all);
        return all;
    }
    let (first, second) = match age(a).cmp(&age(b)) {
        Ordering::Less => (a, b),
        Ordering::Greater => (b, a),
        Ordering::Equal if (&a.note, &a.tags) <= (&b.note, &b.tags) => (a, b),
        Ordering::Equal => (b, a),
    };
    let mut merged: Vec<String> =
        ids(a).chain(ids(b)).filter(|id| *id != first.id).map(str::to_owned).collect();
    merged.sort_unstable();
    merged.dedup();
    let mut joined = Bookmark {
        id: first.id.clone(),
        created: first.created.clone(),
        note: both(split(&first.note), split(&second.note)).join("\n\n"),
        tags: both(first.tags.clone(), second.tags.clone()),
        merged,
        ..all
    };
    earlier::tidy(&mut joined);
    joined
}

/// Splits a note into paragraphs that can be joined again.
fn split(note: &str) -> Vec<&str> {
    if note.is_empty() { Vec::new() } else { note.split("\n\n").collect() }
}

/// Returns the union of two lists; a list that contains the other stays as it is.
fn both<T: PartialEq>(first: Vec<T>, second: Vec<T>) -> Vec<T> {
    let within = |one: &[T], other: &[T]| one.iter().all(|item| other.contains(item));
    if within(&first, &second) && !within(&second, &first) {
        return second;
    }
    let mut all = first;
    for item in second {
        if !all.contains(&item) {
            all.push(item);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bookmarks::{DocumentIdentity, Position, preview};

    fn bookmark(id: &str, block: usize, modified: u32, note: &str) -> Bookmark {
        Bookmark {
            id: id.to_owned(),
            document: DocumentIdentity { content: "c0".to_owned(), ..DocumentIdentity::default() },
            quotation: Quotation { exact: "the lamp".to_owned(), ..Quotation::default() },
            start: Position { block, byte: 0 },
            end: Position { block, byte: 8 },
            note: note.to_owned(),
            created: "2031-01-01T00:00:00Z".to_owned(),
            modified: format!("2031-01-01T00:00:{modified:02}Z"),
            ..Bookmark::default()
        }
    }

    /// Returns the bookmarks after a merge.
    fn merged(kept: &[Bookmark], incoming: &[Bookmark]) -> (Vec<Bookmark>, Merged) {
        let (change, told) = merge(kept, incoming);
        (preview(kept, [&change]), told)
    }

    #[test]
    fn of_the_same_id_the_newer_wins() {
        let (old, new) = (bookmark("a", 1, 1, "old"), bookmark("a", 2, 2, "new"));
        let updated = Merged { updated: 1, ..Merged::default() };
        let present = Merged { present: 1, ..Merged::default() };
        let of = |b: &Bookmark| vec![b.clone()];
        let both = Bookmark { earlier: vec!["old".to_owned()], ..new.clone() };
        assert_eq!(merged(&of(&old), &of(&new)), (of(&both), updated));
        assert_eq!(merged(&of(&new), &of(&old)), (of(&both), updated));
        assert_eq!(merged(&of(&both), &of(&old)), (of(&both), present));
        assert_eq!(merged(&of(&new), &of(&new)), (of(&new), present));
        // Changed in the same second by two people: neither note is lost.
        let other = bookmark("a", 2, 2, "newest");
        assert_eq!(merged(&of(&new), &of(&other)).0[0].note, "new\n\nnewest");
        assert_eq!(merged(&of(&other), &of(&new)).0[0].note, "new\n\nnewest");
    }

    #[test]
    fn the_same_passage_is_not_doubled_and_keeps_both_notes() {
        let mine = Bookmark { tags: vec!["x".to_owned()], ..bookmark("b", 1, 2, "mine") };
        let theirs = Bookmark { tags: vec!["y".to_owned()], ..bookmark("a", 1, 1, "theirs") };
        let (all, _) = merged(std::slice::from_ref(&mine), std::slice::from_ref(&theirs));
        assert_eq!(all.len(), 1);
        assert_eq!((all[0].id.as_str(), all[0].note.as_str()), ("a", "theirs\n\nmine"));
        assert_eq!(
            (&all[0].tags[..], &all[0].merged[..]),
            (&["y".to_owned(), "x".to_owned()][..], &["b".to_owned()][..])
        );
        // Theirs was edited without knowledge of mine, so mine is not lost.
        let edited = bookmark("a", 1, 9, "theirs, edited");
        let (all, _) = merged(&all, &[edited]);
        assert!(all[0].note.contains("mine") && all[0].note.contains("edited"), "{}", all[0].note);
        // What was merged before is known, and returns only among the earlier words.
        let tidied = Bookmark {
            note: "tidy".to_owned(),
            modified: "2031-01-02T00:00:00Z".to_owned(),
            ..all[0].clone()
        };
        let (all, _) = merged(std::slice::from_ref(&tidied), &[mine]);
        assert_eq!(all, [Bookmark { earlier: vec!["mine".to_owned()], ..tidied }]);
    }

    #[test]
    fn another_place_or_another_document_is_another_bookmark() {
        let mine = bookmark("a", 1, 1, "");
        let mut elsewhere = bookmark("c", 1, 1, "");
        elsewhere.document.content = "c1".to_owned();
        let (all, told) = merged(&[mine], &[bookmark("b", 2, 1, ""), elsewhere]);
        assert_eq!((all.len(), told.added), (3, 2));
    }

    #[test]
    fn a_passage_that_one_person_marked_twice_stays_marked_twice() {
        let twice = [bookmark("a", 1, 1, "one"), bookmark("b", 1, 1, "two")];
        assert_eq!(merged(&[], &twice).0, twice);
        assert_eq!(merged(&twice, &twice).0, twice);
        let (all, _) = merged(&twice, &[bookmark("c", 1, 1, "three")]);
        assert_eq!(all.len(), 2);
    }
}
