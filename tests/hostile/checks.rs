//! Properties that must hold for any input. Each function panics if one does not.

use bulletin::bookmarks::exchange::{merge, page, read};
use bulletin::bookmarks::{Bookmark, Change, Store};
use bulletin::document::{Address, BlockId, Document, Notation, Origin, Passage, Place};
use bulletin::find::{self, Target, look_up};
use bulletin::typeset::{Flow, LayoutSetting};
use bulletin::{export, source};
use std::fs;
use std::path::PathBuf;

use super::sources;

/// Measures for typesetting a document: too narrow for any word, and usual.
const MEASURES: [u16; 2] = [1, 60];

/// Number of blocks of a document that are typeset.
const TYPESET: usize = 60;

/// Reads bytes as a document; the first byte chooses the kind of the others.
pub fn document(input: &[u8]) {
    let Some((name, bytes)) = sources::of(input) else { return };
    let Ok(document) = source::read(&bytes, Origin::File(PathBuf::from(name))) else { return };
    is_sound(&document);
    addresses(&document);
    find::check(&document);
    typeset(&document);
    printed(&document);
}

/// Whether a terminal interprets `c` as more than a character.
fn is_harmful(c: char) -> bool {
    (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Checks that no control character passes and that blocks are in order.
fn is_sound(document: &Document) {
    assert_eq!(document.text().find(is_harmful), None, "a control character passes");
    assert!(!document.metadata().headline().contains(is_harmful), "one passes in the title");
    let mut end = 0;
    for block in document.blocks() {
        let body = block.body.range();
        assert!(end <= body.start && body.end <= document.text().len(), "blocks overlap");
        end = body.end;
    }
}

/// Checks that blocks can be typeset at any measure and that their lines consist of their words.
fn typeset(document: &Document) {
    for measure in MEASURES {
        let mut flow = Flow::new(LayoutSetting::plain(measure));
        for at in 0..document.block_count().min(TYPESET) {
            let block = BlockId::new(at);
            let body = document.body(block);
            for line in &*flow.lines(document, block) {
                let range = line.range();
                assert!(body.get(range.clone()).is_some(), "{range:?} is not in {body:?}");
                assert!(!line.written(body, 0, |_| true).contains('\n'), "a line holds a line end");
            }
        }
    }
}

/// Checks that no printed output contains a control character.
fn printed(document: &Document) {
    let Some(last) = document.last_block() else { return };
    let start = document.block_passage(BlockId::new(0)).start;
    let all = Passage { start, end: document.end_of(last) };
    for text in [export::markdown(document, all), export::text(document, all)] {
        assert_eq!(text.find(is_harmful), None, "a control character is printed");
    }
}

/// Checks that every section is found by its address.
fn addresses(document: &Document) {
    for id in document.section_ids().take(200) {
        let address = document.section_address(id);
        if document.section_passage(id).is_none() {
            continue;
        }
        match look_up(document, address, None) {
            Ok(Target::Text { sections, .. }) => assert_eq!(sections, [id], "{address}"),
            other => panic!("{address}: {other:?}"),
        }
    }
}

/// Parses an address, formats it, and parses the result.
pub fn address(input: &[u8]) {
    let Ok(typed) = str::from_utf8(input) else { return };
    let Ok(address) = typed.parse::<Address>() else { return };
    let shown = address.to_string();
    let again = shown.parse::<Address>();
    // A range of names with their own hyphens may split elsewhere.
    let hyphens = shown.matches(['-', '–']).count();
    if matches!(address, Address::Range(..)) && hyphens > 1 {
        assert!(again.is_ok(), "{typed:?} is shown as {shown:?}");
    } else {
        assert_eq!(again.map(common), Ok(common(address)), "{typed:?} is shown as {shown:?}");
    }
}

/// An address in the notation in which all are shown.
fn common(address: Address) -> Address {
    let place = |place| Place { notation: Notation::Common, ..place };
    match address {
        Address::Place(one) => Address::Place(place(one)),
        Address::Range(from, to) => Address::Range(place(from), place(to)),
        step @ Address::Step(_) => step,
    }
}

/// Changes a file of bookmarks, and undoes the change.
pub fn bookmarks(input: &[u8]) {
    let Ok(folder) = tempfile::tempdir() else { return };
    let path = folder.path().join("bookmarks.toml");
    if fs::write(&path, input).is_err() {
        return;
    }
    let mut store = Store::open(path.clone());
    let added = Bookmark { id: "added by the test".to_owned(), ..Bookmark::default() };
    let on_disk = || fs::read(&path).unwrap_or_default();
    let known = store.trouble().is_none();
    let made = store.make(&Change::Add(Box::new(added)));
    if !known {
        assert!(made.is_err(), "a file that cannot be understood is written to");
        assert_eq!(on_disk(), input, "a file that cannot be understood is changed");
        return;
    }
    made.expect("the bookmark is added");
    store.undo().expect("the change is taken back");
    assert_eq!(said(&on_disk()), said(input), "the file says something else");
}

/// Parses a TOML file; leaves out its version and empty arrays.
fn said(bytes: &[u8]) -> toml::Table {
    let text = String::from_utf8_lossy(bytes);
    let mut table: toml::Table = text.trim_start_matches('\u{feff}').parse().expect("TOML");
    let is_none = |value: &toml::Value| value.as_array().is_some_and(Vec::is_empty);
    table.retain(|key, value| !(key == "version" || is_none(value)));
    table
}

/// Imports annotations, exports them, and imports the export.
pub fn annotations(input: &[u8]) {
    let Ok(first) = read(input) else { return };
    let given = exported(&first.bookmarks);
    let again = read(&given).expect("what is exported is read");
    assert_eq!(again.bookmarks.len(), first.bookmarks.len(), "one is lost");
    assert!(again.unreadable.is_empty(), "{:?}", again.unreadable);
    let third = read(&exported(&again.bookmarks)).expect("what is exported is read");
    assert_eq!(third.bookmarks, again.bookmarks, "an export changes them");
    let (change, told) = merge(&third.bookmarks, &again.bookmarks);
    assert_eq!(told.added, 0, "{change:?}");
}

fn exported(bookmarks: &[Bookmark]) -> Vec<u8> {
    let all: Vec<&Bookmark> = bookmarks.iter().collect();
    serde_json::to_vec(&page(&all)).expect("JSON")
}
