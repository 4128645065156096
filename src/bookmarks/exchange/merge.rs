//! Bookmarks of one person joined with those of another, without doubles.
//!
//! Incoming and kept bookmarks are put into groups that are one bookmark:
//!
//! 1. those of the same id, where ids that were merged into a bookmark before
//!    count as its own;
//! 2. of the rest, one kept and one incoming of the same passage, in the order
//!    in which they were made. One file may mark a passage twice, and its own
//!    two stay two.
//!
//! Each group is then joined. What is newer and knows of the older one wins, and
//! the words of the older one are kept as earlier ones; two that do not know of
//! each other keep the notes and tags of both. Nothing
//! in this depends on which side is the kept one, so two people who import
//! each other's bookmarks end with the same.

use crate::bookmarks::earlier::{self, paragraphs};
use crate::bookmarks::{Bookmark, Change, Quotation};
use jiff::Timestamp;
use std::cmp::Ordering;
use std::collections::HashMap;
use std::hash::Hash;

/// What a merge does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Merged {
    /// Incoming bookmarks that are new.
    pub added: usize,
    /// Incoming bookmarks that tell nothing new.
    pub present: usize,
    /// Incoming bookmarks that change kept ones.
    pub updated: usize,
}

/// The change that brings `incoming` bookmarks among the `kept` ones, and what
/// it does.
pub fn merge(kept: &[Bookmark], incoming: &[Bookmark]) -> (Change, Merged) {
    let mut groups = Groups::by_id(kept, incoming);
    groups.pair_by_passage();
    let (mut changes, mut told) = (Vec::new(), Merged::default());
    for (old, new) in groups.into_members() {
        if new.is_empty() {
            // Kept bookmarks are never joined for their own sake.
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

/// Which bookmarks are one.
struct Groups<'a> {
    /// Kept ones first, then incoming ones.
    all: Vec<&'a Bookmark>,
    kept: usize,
    /// For each bookmark an earlier one of its group, or itself.
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
                    // Two kept bookmarks of one id are a person's own doing.
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
            // A group is paired by its first, and once.
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
        // The first of a group stands for it.
        self.parents[one.max(other)] = one.min(other);
    }

    /// The kept and the incoming ones of each group, in the order of their first.
    fn into_members(self) -> Vec<(Vec<&'a Bookmark>, Vec<&'a Bookmark>)> {
        let mut members = vec![(Vec::new(), Vec::new()); self.all.len()];
        for (at, bookmark) in self.all.iter().enumerate() {
            let (old, new) = &mut members[self.root(at)];
            if at < self.kept { old.push(*bookmark) } else { new.push(*bookmark) }
        }
        members
    }
}

/// The id of a bookmark, and those that were merged into it.
fn ids(bookmark: &Bookmark) -> impl Iterator<Item = &str> {
    std::iter::once(bookmark.id.as_str()).chain(bookmark.merged.iter().map(String::as_str))
}

/// What is alike in two bookmarks of the same passage.
fn passage(bookmark: &Bookmark) -> impl Eq + Hash {
    let document = &bookmark.document;
    let document = if document.content.is_empty() { &document.source } else { &document.content };
    let Quotation { exact, prefix, suffix } = &bookmark.quotation;
    let (start, end) = (bookmark.start, bookmark.end);
    // Without a position, what stands around the words tells places apart.
    let around = (start == end).then_some((prefix, suffix));
    (document, exact, (start.block, start.byte), (end.block, end.byte), around)
}

fn time(stamp: &str) -> Option<Timestamp> {
    stamp.parse().ok()
}

/// What decides which of two bookmarks was made first.
fn age(bookmark: &Bookmark) -> impl Ord {
    (time(&bookmark.created), &bookmark.created, &bookmark.id)
}

/// What decides which of two bookmarks is the newer one. Times have seconds
/// only, so the rest of what may differ decides where they are the same.
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

/// All of a group as one; the same in whatever order they come.
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
        // Whoever changed it may not have seen these.
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

/// A note in pieces from which it can be joined again.
fn split(note: &str) -> Vec<&str> {
    if note.is_empty() { Vec::new() } else { note.split("\n\n").collect() }
}

/// All that is in one of two lists; a list that holds the other stays as it is.
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

    /// The bookmarks after a merge.
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
        // Theirs was edited without knowing of mine, so mine is not lost.
        let edited = bookmark("a", 1, 9, "theirs, edited");
        let (all, _) = merged(&all, &[edited]);
        assert!(all[0].note.contains("mine") && all[0].note.contains("edited"), "{}", all[0].note);
        // What was merged before is known, and comes back only among the earlier words.
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
