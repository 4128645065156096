//! Requests are answered in turn, and a delayed request delays no other kind.

use super::*;
use crate::bookmarks::{Bookmark, Change, ReadingState};
use std::fs::{self, File};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(30);

fn keeper() -> (tempfile::TempDir, Keeper, Receiver<Answer>) {
    let folder = tempfile::tempdir().expect("a folder");
    let places = FilePlaces {
        bookmarks: folder.path().join("bookmarks.toml"),
        security: crate::settings::Security::Open,
        unwritten: folder.path().join("unwritten"),
        reading: folder.path().join("reading"),
        looks: folder.path().join("looks.toml"),
        config: folder.path().join("config.toml"),
    };
    let (sender, answers) = mpsc::channel();
    let keeper = Keeper::begin(places, move |answer| {
        // The test may have ended.
        let _ = sender.send(answer);
    });
    (folder, keeper.expect("threads"), answers)
}

fn add(id: &str) -> BookmarkRequest {
    BookmarkRequest::Change(Change::Add(Box::new(Bookmark {
        id: id.to_owned(),
        ..Bookmark::default()
    })))
}

fn next(answers: &Receiver<Answer>) -> Answer {
    answers.recv_timeout(PATIENCE).expect("an answer")
}

#[test]
fn changes_are_made_and_taken_back_in_turn() {
    let (_folder, keeper, answers) = keeper();
    assert!(matches!(next(&answers), Answer::Opened { trouble: None, .. }));
    keeper.ask_bookmarks(add("a"));
    keeper.ask_bookmarks(BookmarkRequest::Undo);
    keeper.ask_bookmarks(BookmarkRequest::Undo);
    assert!(matches!(next(&answers), Answer::Changed { bookmarks, .. } if bookmarks.len() == 1));
    assert!(matches!(next(&answers), Answer::Undone { change: Some(_), .. }));
    assert!(matches!(next(&answers), Answer::Undone { change: None, .. }));
    assert_eq!(keeper.finish(PATIENCE), Finish::Done);
}

#[test]
fn a_lock_that_is_held_holds_up_only_the_bookmarks() {
    let (folder, keeper, answers) = keeper();
    assert!(matches!(next(&answers), Answer::Opened { .. }));
    let lock = File::create(folder.path().join("bookmarks.toml.lock")).expect("a file");
    lock.lock().expect("locked");
    keeper.ask_bookmarks(add("a"));
    assert!(matches!(next(&answers), Answer::Waiting));
    let state = Box::new(ReadingState { title: "T".to_owned(), ..ReadingState::default() });
    keeper.ask_state(StateRequest::Remember { content: "aa".to_owned(), state: state.clone() });
    keeper.ask_state(StateRequest::FindPlace { content: "aa".to_owned(), source: "/a".to_owned() });
    assert!(matches!(next(&answers), Answer::Left { left: Left::Here(left), .. } if left == state));
    drop(lock);
    assert!(matches!(next(&answers), Answer::Changed { .. }));
    assert_eq!(keeper.finish(PATIENCE), Finish::Done);
    assert!(fs::exists(folder.path().join("bookmarks.toml")).expect("a folder"));
}

#[test]
fn the_end_waits_no_longer_than_it_may() {
    let (folder, keeper, answers) = keeper();
    assert!(matches!(next(&answers), Answer::Opened { .. }));
    let lock = File::create(folder.path().join("bookmarks.toml.lock")).expect("a file");
    lock.lock().expect("locked");
    keeper.ask_bookmarks(add("a"));
    assert_eq!(keeper.finish(Duration::from_millis(10)), Finish::HeldUp);
}
