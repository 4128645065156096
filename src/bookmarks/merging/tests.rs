//! Two instances, each of which sees the bookmarks as it left them.

use crate::bookmarks::exchange::merge;
use crate::bookmarks::{Bookmark, Change, Highlight, Remark, Store};
use proptest::prelude::*;
use std::collections::BTreeSet;
use tempfile::TempDir;

/// Two instances with one file and one bookmark that both have seen.
fn two() -> (TempDir, Store, Store) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bookmarks.toml");
    let mut one = Store::open(path.clone());
    let bookmark = Bookmark {
        id: "a".to_owned(),
        note: "first".to_owned(),
        tags: vec!["old".to_owned()],
        ..Bookmark::default()
    };
    one.make(&Change::Add(Box::new(bookmark))).expect("added");
    let two = Store::open(path);
    (folder, one, two)
}

fn edit(store: &mut Store, to: impl FnOnce(&Bookmark) -> Bookmark) -> Vec<Remark> {
    let seen = &store.bookmarks()[0];
    let change = Change::edit(seen, &to(seen));
    store.make(&change).expect("made")
}

fn tagged(tags: &[&str]) -> impl FnOnce(&Bookmark) -> Bookmark {
    let tags = tags.iter().map(|tag| (*tag).to_owned()).collect();
    move |seen| seen.with_tags(tags)
}

#[test]
fn fields_are_merged_each_on_its_own() {
    let (_folder, mut one, mut two) = two();
    assert!(edit(&mut two, |seen| seen.with_note("of two")).is_empty());
    assert!(edit(&mut one, |seen| seen.with_highlight(Highlight::Red)).is_empty());
    edit(&mut two, tagged(&["old", "two"]));
    edit(&mut one, tagged(&["one"]));
    let kept = &one.bookmarks()[0];
    assert_eq!((kept.note.as_str(), kept.highlight), ("of two", Highlight::Red));
    assert_eq!(kept.tags, ["two", "one"], "the removed tag had been seen");
    assert!(kept.earlier.is_empty());
}

#[test]
fn of_two_notes_the_later_wins_and_the_other_is_kept() {
    let (_folder, mut one, mut two) = two();
    edit(&mut two, |seen| seen.with_note("of two"));
    let remarks = edit(&mut one, |seen| seen.with_note("of one"));
    assert_eq!(remarks, [Remark::NoteReplaced]);
    let kept = &one.bookmarks()[0];
    assert_eq!((kept.note.as_str(), &kept.earlier[..]), ("of one", &["of two".to_owned()][..]));
    // After an undo, the note is the other's again, and stored once.
    assert!(matches!(one.undo(), Ok(Some((_, remarks))) if remarks.is_empty()));
    let kept = &one.bookmarks()[0];
    assert_eq!((kept.note.as_str(), kept.earlier.len()), ("of two", 0));
}

#[test]
fn undo_takes_back_only_what_the_instance_did() {
    let (_folder, mut one, mut two) = two();
    edit(&mut one, |seen| seen.with_note("of one"));
    edit(&mut one, tagged(&["old", "one"]));
    edit(&mut two, |seen| seen.with_note("of two"));
    edit(&mut two, tagged(&["old", "one", "two"]));
    assert!(one.undo().is_ok_and(|done| done.is_some()));
    assert_eq!(one.bookmarks()[0].tags, ["old", "two"]);
    assert!(matches!(one.undo(), Ok(Some((_, remarks))) if remarks == [Remark::Overtaken]));
    let kept = &one.bookmarks()[0];
    assert_eq!((kept.note.as_str(), &kept.earlier[..]), ("of two", &["of one".to_owned()][..]));
    // The bookmark that the first instance made contains words of the second.
    assert!(matches!(one.undo(), Ok(Some((_, remarks))) if remarks == [Remark::NotDeleted]));
    assert_eq!(one.bookmarks()[0].note, "of two");
}

#[test]
fn what_was_written_unseen_is_not_deleted() {
    let (_folder, mut one, mut two) = two();
    edit(&mut two, |seen| seen.with_note("first\n\nand more"));
    let remove = |store: &mut Store| {
        let seen = Box::new(store.bookmarks()[0].clone());
        store.make(&Change::Remove(seen)).expect("made")
    };
    assert_eq!(remove(&mut one), [Remark::NotDeleted]);
    assert_eq!(one.bookmarks()[0].note, "first\n\nand more");
    // Now the user has seen it.
    assert!(remove(&mut one).is_empty() && one.bookmarks().is_empty());
    // The other instance writes to a bookmark that no longer exists.
    assert_eq!(edit(&mut two, |seen| seen.with_highlight(Highlight::Blue)), [Remark::Gone]);
    let remarks = {
        let seen = Bookmark { id: "a".to_owned(), ..Bookmark::default() };
        two.make(&Change::edit(&seen, &seen.with_note("late"))).expect("made")
    };
    assert_eq!((remarks, two.bookmarks()[0].note.as_str()), (vec![Remark::BackAgain], "late"));
    // After the deletion is undone, both notes exist.
    assert!(one.undo().is_ok());
    let kept = &one.bookmarks()[0];
    assert_eq!((one.bookmarks().len(), kept.note.as_str()), (1, "late"));
    assert_eq!(kept.earlier, ["first\n\nand more"]);
}

#[test]
fn one_that_was_merged_into_another_is_found_by_its_own_id() {
    let (_folder, mut one, mut two) = two();
    let theirs = Bookmark { id: "0".to_owned(), ..one.bookmarks()[0].with_note("theirs") };
    one.make_from(|kept| merge(kept, &[theirs])).expect("imported");
    assert!(one.bookmarks()[0].merged.contains(&"a".to_owned()), "{:?}", one.bookmarks());
    edit(&mut two, |seen| seen.with_note("of two"));
    assert_eq!((two.bookmarks().len(), two.bookmarks()[0].note.as_str()), (1, "of two"));
    assert!(two.bookmarks()[0].earlier.iter().any(|words| words.contains("theirs")));
}

/// What an instance may do with one of its bookmarks.
#[derive(Debug, Clone, Copy)]
enum Act {
    Add,
    Note,
    ClearNote,
    Tag,
    Untag,
    Highlight,
    Anchor,
    Remove,
    Undo,
    Export,
    Import,
    Look,
}

const ACTS: [Act; 12] = [
    Act::Add,
    Act::Note,
    Act::ClearNote,
    Act::Tag,
    Act::Untag,
    Act::Highlight,
    Act::Anchor,
    Act::Remove,
    Act::Undo,
    Act::Export,
    Act::Import,
    Act::Look,
];

/// Two instances, and the last export.
struct Trial {
    folder: TempDir,
    instances: [Store; 2],
    exported: Vec<Bookmark>,
    /// What each instance has typed.
    typed: [Vec<String>; 2],
    count: usize,
}

/// The effect of an act on the words.
#[derive(Debug, Default)]
struct Words {
    typed: Vec<String>,
    /// Words that it may remove, since the user saw them.
    seen: Vec<String>,
}

impl Trial {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let open = || Store::open(folder.path().join("bookmarks.toml"));
        let instances = [open(), open()];
        Self { folder, instances, exported: Vec::new(), typed: Default::default(), count: 0 }
    }

    fn act(&mut self, who: usize, act: Act, which: usize) -> Words {
        self.count += 1;
        let word = format!("word{}", self.count);
        let now = format!("2031-01-01T00:00:{:02}Z", self.count);
        let view = self.instances[who].bookmarks().to_vec();
        let chosen = (!view.is_empty()).then(|| view[which % view.len()].clone());
        let mut told = Words::default();
        let change = match (act, chosen) {
            (Act::Add, _) => {
                told.typed.push(word.clone());
                Change::Add(Box::new(Bookmark {
                    id: format!("id{}", self.count),
                    note: word,
                    // Few places, so that imports meet them.
                    address: which.to_string(),
                    modified: now.clone(),
                    created: now,
                    ..Bookmark::default()
                }))
            }
            (Act::Note, Some(seen)) => {
                told = Words { typed: vec![word.clone()], seen: words(&seen.note) };
                let to = Bookmark { modified: now, ..seen.with_note(&word) };
                Change::edit(&seen, &to)
            }
            (Act::ClearNote, Some(seen)) => {
                told.seen = words(&seen.note);
                Change::edit(&seen, &seen.with_note(""))
            }
            (Act::Tag, Some(seen)) => {
                told.typed.push(word.clone());
                Change::edit(&seen, &seen.with_tags([&seen.tags[..], &[word]].concat()))
            }
            (Act::Untag, Some(seen)) if !seen.tags.is_empty() => {
                told.seen = words(&seen.tags[0]);
                Change::edit(&seen, &seen.with_tags(seen.tags[1..].to_vec()))
            }
            (Act::Highlight, Some(seen)) => {
                Change::edit(&seen, &seen.with_highlight(seen.highlight.next()))
            }
            (Act::Anchor, Some(seen)) => {
                let to = Bookmark { address: format!("{}:1", seen.address), ..seen.clone() };
                Change::edit(&seen, &to)
            }
            (Act::Remove, Some(seen)) => {
                told.seen = all_words(&seen);
                Change::Remove(Box::new(seen))
            }
            (Act::Undo, _) => {
                // An instance can always undo its own words.
                told.seen = view.iter().flat_map(all_words).collect();
                told.seen.extend(self.typed[who].iter().cloned());
                self.instances[who].undo().expect("taken back");
                return told;
            }
            (Act::Export, Some(seen)) => {
                // Somebody else continues to write on it.
                let to = Bookmark { modified: now, ..seen.with_note(&word) };
                self.exported.push(to);
                return told;
            }
            (Act::Import, _) => {
                let incoming = std::mem::take(&mut self.exported);
                told.typed = incoming.iter().flat_map(all_words).collect();
                self.instances[who].make_from(|kept| merge(kept, &incoming)).expect("imported");
                self.typed[who].extend(told.typed.iter().cloned());
                return told;
            }
            (Act::Look, _) => Change::Several(Vec::new()),
            _ => return told,
        };
        self.instances[who].make(&change).expect("made");
        self.typed[who].extend(told.typed.iter().cloned());
        told
    }

    /// Returns all stored words.
    fn words(&self) -> BTreeSet<String> {
        let store = Store::open(self.folder.path().join("bookmarks.toml"));
        assert_eq!(store.trouble(), None);
        store.bookmarks().iter().flat_map(all_words).collect()
    }
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(|word| word.trim_start_matches('#').to_owned()).collect()
}

fn all_words(bookmark: &Bookmark) -> Vec<String> {
    let texts = std::iter::once(&bookmark.note).chain(&bookmark.tags).chain(&bookmark.earlier);
    texts.flat_map(|text| words(text)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_word_that_a_person_typed_is_lost(
        acts in prop::collection::vec((0usize..2, prop::sample::select(&ACTS[..]), 0usize..3), 1..32),
    ) {
        let mut trial = Trial::new();
        let mut before = trial.words();
        for (at, (who, act, which)) in acts.iter().enumerate() {
            let told = trial.act(*who, *act, *which);
            let after = trial.words();
            let lost: Vec<&String> =
                before.iter().filter(|word| !after.contains(*word) && !told.seen.contains(word)).collect();
            prop_assert!(lost.is_empty(), "{lost:?} by {act:?} of {who}, after {:?}", &acts[..at]);
            for word in &told.typed {
                prop_assert!(after.contains(word), "{word} by {act:?} of {who}, after {:?}", &acts[..at]);
            }
            before = after;
        }
    }
}
