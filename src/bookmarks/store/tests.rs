//! Changes to the file, by one instance and by several.

use super::*;
use std::fs;
use tempfile::TempDir;

fn bookmark(id: &str) -> Bookmark {
    Bookmark { id: id.to_owned(), address: "8:3".to_owned(), ..Bookmark::default() }
}

fn new(id: &str) -> Box<Bookmark> {
    Box::new(bookmark(id))
}

fn remove(store: &mut Store, id: &str) -> Vec<Remark> {
    let seen = seen(store, id);
    store.make(&Change::Remove(Box::new(seen))).expect("removed")
}

fn note(store: &mut Store, id: &str, note: &str) -> Vec<Remark> {
    let seen = seen(store, id);
    store.make(&Change::edit(&seen, &seen.with_note(note))).expect("noted")
}

/// Returns a bookmark as an instance sees it.
fn seen(store: &Store, id: &str) -> Bookmark {
    store.bookmarks().iter().find(|b| b.id == id).cloned().unwrap_or_else(|| bookmark(id))
}

fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("sub/bookmarks.toml");
    (folder, path)
}

fn ids(store: &Store) -> Vec<&str> {
    store.bookmarks().iter().map(|b| b.id.as_str()).collect()
}

#[test]
fn what_is_added_is_there_when_it_is_opened_again() {
    let (_folder, path) = folder();
    let mut store = Store::open(path.clone());
    store.make(&Change::Add(new("a"))).expect("added");
    note(&mut store, "a", "one\ntwo");
    let again = Store::open(path);
    assert_eq!(again.bookmarks(), store.bookmarks());
    assert_eq!(again.bookmarks()[0].note, "one\ntwo");
}

#[test]
fn two_instances_keep_what_both_wrote() {
    let (_folder, path) = folder();
    let (mut one, mut two) = (Store::open(path.clone()), Store::open(path.clone()));
    one.make(&Change::Add(new("a"))).expect("added");
    two.make(&Change::Add(new("b"))).expect("added");
    one.make(&Change::Add(new("c"))).expect("added");
    assert_eq!(ids(&one), ["a", "b", "c"]);
    assert_eq!(ids(&Store::open(path)), ["a", "b", "c"]);
}

#[test]
fn many_threads_keep_what_all_wrote() {
    let (_folder, path) = folder();
    std::thread::scope(|scope| {
        for n in 0..6 {
            let path = path.clone();
            scope.spawn(move || {
                let mut store = Store::open(path);
                for i in 0..5 {
                    store.make(&Change::Add(new(&format!("{n}-{i}")))).expect("added");
                }
            });
        }
    });
    assert_eq!(Store::open(path).bookmarks().len(), 30);
}

#[test]
fn what_a_person_wrote_into_the_file_survives() {
    let (_folder, path) = folder();
    let mut store = Store::open(path.clone());
    store.make(&Change::Add(new("a"))).expect("added");
    let text = fs::read_to_string(&path).expect("read");
    let edited =
        text.replace("[[bookmark]]", "# the best one\n[[bookmark]]\nshade = \"blue\" # mine");
    let edited = format!("shelf = 3\n{edited}");
    fs::write(&path, edited).expect("written");
    store.make(&Change::Add(new("b"))).expect("added");
    remove(&mut store, "b");
    note(&mut store, "a", "n");
    let text = fs::read_to_string(&path).expect("read");
    for kept in
        ["shelf = 3", "# the best one", "shade = \"blue\" # mine", "version = 1", "note = \"n\""]
    {
        assert!(text.contains(kept), "{kept}:\n{text}");
    }
}

#[test]
fn an_undone_change_restores_what_was_there() {
    let (_folder, path) = folder();
    let mut store = Store::open(path.clone());
    for id in ["a", "b", "c"] {
        store.make(&Change::Add(new(id))).expect("added");
    }
    let text = fs::read_to_string(&path).expect("read");
    let edited = text.replace("id = \"b\"", "id = \"b\" # mine\nshade = \"blue\"");
    fs::write(&path, format!("{edited}\n[shelf]\nwide = true\n")).expect("written");
    let before = fs::read_to_string(&path).expect("read");
    for id in ["b", "a", "c"] {
        remove(&mut store, id);
        assert!(matches!(store.undo(), Ok(Some((Change::PutBack { .. }, _)))));
        assert_eq!(fs::read_to_string(&path).expect("read"), before, "{id}");
    }
}

#[test]
fn several_changes_are_made_and_taken_back_as_one() {
    let (_folder, path) = folder();
    let mut store = Store::open(path.clone());
    for id in ["a", "b", "c"] {
        store.make(&Change::Add(new(id))).expect("added");
    }
    let text = fs::read_to_string(&path).expect("read");
    let edited = text.replace(
        "id = \"b\"\naddress = \"8:3\"",
        "id = \"b\"\naddress = \"8:3\" # mine\nshade = \"blue\"",
    );
    fs::write(&path, &edited).expect("written");
    let other = Bookmark { address: "9".to_owned(), ..bookmark("z") };
    let several =
        vec![Change::Remove(new("a")), Change::edit(&bookmark("b"), &other), Change::Add(new("d"))];
    store.make(&Change::Several(several)).expect("made");
    assert_eq!(ids(&store), ["z", "c", "d"]);
    let text = fs::read_to_string(&path).expect("read");
    assert!(text.contains("address = \"9\" # mine\nshade = \"blue\""), "{text}");
    assert!(matches!(store.undo(), Ok(Some((Change::Several(_), _)))));
    assert_eq!(fs::read_to_string(&path).expect("read"), edited);
}

#[test]
fn what_changes_nothing_writes_nothing() {
    let (_folder, path) = folder();
    let mut store = Store::open(path.clone());
    store.make(&Change::Several(Vec::new())).expect("nothing to do");
    assert_eq!(remove(&mut store, "a"), [Remark::Gone]);
    assert!(!path.exists());
    assert!(matches!(store.undo(), Ok(None)));
}

#[test]
fn the_lines_of_a_file_go_on_to_end_as_they_do() {
    let (_folder, path) = folder();
    let mut store = Store::open(path.clone());
    store
        .make(&Change::Add(Box::new(Bookmark { note: "one\ntwo".to_owned(), ..bookmark("a") })))
        .expect("added");
    let text = fs::read_to_string(&path).expect("read");
    assert!(!text.contains('\r'));
    fs::write(&path, text.replace('\n', "\r\n")).expect("written");
    let mut store = Store::open(path.clone());
    assert_eq!(store.bookmarks()[0].note, "one\ntwo");
    store.make(&Change::Add(new("b"))).expect("added");
    note(&mut store, "a", "three\nfour");
    let text = fs::read_to_string(&path).expect("read");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{text:?}");
    assert_eq!(Store::open(path).bookmarks()[0].note, "three\nfour");
}

#[test]
fn what_a_string_says_stays_whichever_way_most_lines_end() {
    for (text, note) in [
        ("version = 1\n[[bookmark]]\nid = \"a\"\nnote = \"\"\"one\r\ntwo\"\"\"\n", "one\r\ntwo"),
        ("version = 1\r\n[[bookmark]]\r\nid = \"a\"\r\nnote = '''one\ntwo'''\r\n", "one\ntwo"),
    ] {
        let (_folder, path) = folder();
        fs::create_dir_all(path.parent().expect("folder")).expect("made");
        fs::write(&path, format!("\u{feff}{text}")).expect("written");
        let mut store = Store::open(path.clone());
        assert_eq!(store.bookmarks()[0].note, "one\ntwo");
        store.make(&Change::Add(new("b"))).expect("added");
        let after = fs::read_to_string(&path).expect("read");
        assert!(after.starts_with('\u{feff}'), "{after:?}");
        let table: toml::Table = after.parse().expect("TOML");
        assert_eq!(table["bookmark"][0]["note"].as_str(), Some(note), "{after:?}");
    }
}

#[test]
fn an_unreadable_file_is_reported_and_never_written_to() {
    let (_folder, path) = folder();
    fs::create_dir_all(path.parent().expect("folder")).expect("made");
    for (bytes, said) in [
        (&b"version = 1\n\n[[bookmark]\n"[..], ":3: "),
        (b"version = 1\nnote = \"\xFF\"\n", ":2: the bytes are not UTF-8"),
        (b"bookmark = 3\n", ":1: bookmark is not a list"),
        // A lone carriage return does not end a line.
        (b"\n\r\r\n", ":2: "),
        (b"version = 1\r\n# lamps\r\r\n", ":2: "),
        (b"\nversion = \"2\"\n", ":2: version is not a number"),
    ] {
        fs::write(&path, bytes).expect("written");
        let mut store = Store::open(path.clone());
        let trouble = store.trouble().expect("trouble").to_string();
        assert!(trouble.contains(said), "{trouble}");
        assert!(store.make(&Change::Add(new("a"))).is_err());
        assert_eq!(fs::read(&path).expect("read"), bytes);
    }
}

#[test]
fn a_newer_file_is_read_and_not_written_to() {
    let (_folder, path) = folder();
    fs::create_dir_all(path.parent().expect("folder")).expect("made");
    let text = "version = 9\n\n[[bookmark]]\nid = \"a\"\nshape = \"round\"\n";
    fs::write(&path, text).expect("written");
    let mut store = Store::open(path.clone());
    assert_eq!(ids(&store), ["a"]);
    assert!(matches!(store.trouble(), Some(StoreError::Newer { version: 9, .. })));
    assert!(store.make(&Change::Remove(new("a"))).is_err());
    assert_eq!(fs::read_to_string(&path).expect("read"), text);
}

#[test]
fn changes_are_taken_back_in_turn() {
    let (_folder, path) = folder();
    let mut store = Store::open(path);
    store.make(&Change::Add(new("a"))).expect("added");
    note(&mut store, "a", "x");
    remove(&mut store, "a");
    assert!(matches!(store.undo(), Ok(Some((Change::PutBack { .. }, _)))));
    assert_eq!(store.bookmarks()[0].note, "x");
    assert!(matches!(store.undo(), Ok(Some((Change::Edit { .. }, _)))));
    assert_eq!(store.bookmarks()[0].note, "");
    assert!(matches!(store.undo(), Ok(Some((Change::Remove(_), _)))));
    assert_eq!(store.undo(), Ok(None));
    assert!(store.bookmarks().is_empty());
}

#[test]
fn whichever_step_of_a_write_fails_nothing_is_lost_and_it_can_be_tried_again() {
    use crate::bookmarks::atomic::tests::{Failing, STEPS};
    for left in 0..STEPS - 1 {
        let (_folder, path) = folder();
        let mut other = Store::open(path.clone());
        other.make(&Change::Add(new("a"))).expect("added");
        let before = fs::read(&path).expect("read");
        let mut store = Store::open(path.clone()).writing_by(Failing { left });
        let seen = seen(&store, "a");
        let change = Change::edit(&seen, &seen.with_note("typed"));
        assert!(matches!(store.make(&change), Err(StoreError::Io { .. })), "{left}");
        assert_eq!(fs::read(&path).expect("read"), before, "{left}");
        let files = fs::read_dir(path.parent().expect("a folder")).expect("a folder").count();
        assert_eq!(files, 2, "the file and its lock: {left}");
        // The store still has what is on disk, and nothing to undo.
        assert_eq!(store.bookmarks(), other.bookmarks());
        assert_eq!(store.undo(), Ok(None));
        let mut store = store.writing_by(Disk);
        store.make(&change).expect("made");
        assert_eq!(Store::open(path).bookmarks()[0].note, "typed");
    }
}
