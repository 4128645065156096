//! Properties of every exchange: it follows the model's rules, and loses or
//! duplicates nothing.

use super::*;
use crate::bookmarks::earlier::paragraphs;
use crate::bookmarks::{Bookmark, Cited, DocumentIdentity, Highlight, Position, Quotation, Store};
use proptest::prelude::*;
use serde_json::Value;

fn exported(bookmarks: &[Bookmark]) -> Vec<u8> {
    let all: Vec<&Bookmark> = bookmarks.iter().collect();
    serde_json::to_vec(&page(&all)).expect("JSON")
}

/// Imports an export into a store, as the command does.
fn import(store: &mut Store, export: &[u8]) -> Merged {
    let read = read(export).expect("annotations");
    assert_eq!((read.unreadable.len(), read.left_out), (0, 0));
    store.make_from(|kept| merge(kept, &read.bookmarks)).expect("kept")
}

fn store() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(folder.path().join("bookmarks.toml"));
    (folder, store)
}

fn is_iri(value: &Value) -> bool {
    let text = value.as_str().unwrap_or_default();
    let scheme = text.split(':').next().unwrap_or_default();
    matches!(scheme, "urn" | "file")
        && text.len() > scheme.len() + 1
        && text.chars().all(|c| c.is_ascii_graphic() && !"<>\"{}|\\^`".contains(c))
}

fn is_time(value: &Value) -> bool {
    value.as_str().is_some_and(|t| t.ends_with('Z') && t.parse::<jiff::Timestamp>().is_ok())
}

/// Checks that the model or the declared prefix defines all names.
fn has_only(value: &Value, names: &[&str]) {
    for key in value.as_object().expect("an object").keys() {
        assert!(names.contains(&key.as_str()) || key.starts_with("bulletin:"), "{key}");
    }
}

/// Checks the rules of the Web Annotation Data Model for a page.
fn check(page: &Value) {
    has_only(page, &["@context", "id", "type", "partOf", "startIndex", "items"]);
    assert_eq!(page["@context"][0], "http://www.w3.org/ns/anno.jsonld");
    // In JSON-LD, a term can be a prefix if its IRI ends with a delimiter.
    assert!(is_iri(&page["@context"][1]["bulletin"]));
    assert!(page["@context"][1]["bulletin"].as_str().is_some_and(|iri| iri.ends_with('#')));
    assert!(is_iri(&page["id"]));
    assert_eq!(page["type"], "AnnotationPage");
    assert_eq!(page["startIndex"], 0);
    has_only(&page["partOf"], &["id", "type", "label", "total"]);
    assert!(is_iri(&page["partOf"]["id"]));
    assert_eq!(page["partOf"]["type"], "AnnotationCollection");
    let items = page["items"].as_array().expect("items");
    assert_eq!(page["partOf"]["total"], items.len());
    items.iter().for_each(check_annotation);
}

fn check_annotation(item: &Value) {
    has_only(item, &["id", "type", "created", "modified", "motivation", "body", "target"]);
    assert!(is_iri(&item["id"]), "{}", item["id"]);
    assert_eq!(item["type"], "Annotation");
    for key in ["created", "modified"] {
        assert!(item.get(key).is_none_or(is_time), "{}", item[key]);
    }
    let motivations = item["motivation"].as_array().expect("motivations");
    assert!(motivations.contains(&"highlighting".into()));
    for body in item.get("body").and_then(Value::as_array).into_iter().flatten() {
        has_only(body, &["type", "value", "format", "purpose"]);
        assert_eq!((&body["type"], &body["format"]), (&"TextualBody".into(), &"text/plain".into()));
        assert!(body["value"].is_string());
        assert!(["commenting", "tagging"].iter().any(|purpose| body["purpose"] == *purpose));
        assert!(motivations.contains(&body["purpose"]));
    }
    let target = &item["target"];
    has_only(target, &["type", "source", "selector"]);
    assert_eq!(target["type"], "SpecificResource");
    assert!(is_iri(&target["source"]), "{}", target["source"]);
    for selector in target["selector"].as_array().expect("selectors") {
        has_only(selector, &["type", "exact", "prefix", "suffix"]);
        assert_eq!(selector["type"], "TextQuoteSelector");
        assert!(["exact", "prefix", "suffix"].iter().all(|key| selector[key].is_string()));
    }
}

prop_compose! {
    fn a_document()(
        content in "[0-3]", title in "\\PC{1,12}", source in "(/|C:\\\\)?\\PC{1,8}",
    ) -> DocumentIdentity {
        DocumentIdentity { content: content.repeat(64), title, source }
    }
}

prop_compose! {
    // Few ids, places and times, so that many coincide.
    fn a_bookmark()(
        document in a_document(),
        id in "[a-f]",
        words in prop_oneof!["the lamp", "\\PC{0,20}(\n\n\\PC{0,9})?"],
        around in ("\\PC{0,9}", "\\PC{0,9}"),
        block in 0usize..2,
        note in prop_oneof![Just(String::new()), "[a-d]( [a-d])?(\n\n?[a-d])?", "\\PC{0,20}"],
        tags in prop::collection::vec("[a-c]|\\PC{0,5}", 0..3),
        highlight in prop::sample::select(&Highlight::ALL[..]),
        letter in prop::option::weighted(0.2, prop::sample::select(vec!['a', 'Z', '5', 'é'])),
        seconds in (0u8..3, 0u8..4),
        odd in prop::option::weighted(0.1, "\\PC{0,9}"),
        address in "[1-9](:[1-9])?",
        provision in prop::option::of("\\PC{1,9}"),
    ) -> Bookmark {
        Bookmark {
            id,
            document,
            address,
            cited: Cited::named(provision.map(|words| ("provision".to_owned(), words))),
            clause: "00ff".to_owned(),
            quotation: Quotation { exact: words, prefix: around.0, suffix: around.1 },
            start: Position { block, byte: 0 },
            end: Position { block, byte: 8 },
            note,
            tags,
            highlight,
            letter,
            created: odd.unwrap_or_else(|| format!("2031-01-01T00:00:0{}Z", seconds.0)),
            modified: format!("2031-01-02T00:00:0{}Z", seconds.1),
            merged: Vec::new(),
            earlier: Vec::new(),
        }
    }
}

/// The bookmarks of one person: no id twice.
fn a_person() -> impl Strategy<Value = Vec<Bookmark>> {
    prop::collection::vec(a_bookmark(), 0..6).prop_map(|mut bookmarks| {
        let mut known = std::collections::HashSet::new();
        bookmarks.retain(|bookmark| known.insert(bookmark.id.clone()));
        bookmarks
    })
}

fn sorted(store: &Store) -> Vec<Bookmark> {
    let mut all = store.bookmarks().to_vec();
    all.sort_by(|a, b| a.id.cmp(&b.id));
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn an_export_holds_to_the_model(person in a_person()) {
        check(&serde_json::from_slice(&exported(&person)).expect("JSON"));
    }

    #[test]
    fn what_was_exported_comes_back_the_same(person in a_person()) {
        let (_folder, mut store) = store();
        import(&mut store, &exported(&person));
        prop_assert_eq!(store.bookmarks(), &person[..]);
    }

    #[test]
    fn a_second_import_changes_nothing(one in a_person(), other in a_person()) {
        let (_folder, mut store) = store();
        for export in [exported(&one), exported(&other)] {
            import(&mut store, &export);
        }
        let before = std::fs::read(store.path()).ok();
        for export in [exported(&other), exported(&one), exported(store.bookmarks())] {
            let told = import(&mut store, &export);
            prop_assert_eq!((told.added, told.updated), (0, 0));
        }
        prop_assert_eq!(std::fs::read(store.path()).ok(), before);
    }

    #[test]
    fn two_people_come_to_the_same(one in a_person(), other in a_person()) {
        let ((_a, mut first), (_b, mut second)) = (store(), store());
        for export in [exported(&one), exported(&other)] {
            import(&mut first, &export);
        }
        for export in [exported(&other), exported(&one)] {
            import(&mut second, &export);
        }
        prop_assert_eq!(sorted(&first), sorted(&second));
    }

    #[test]
    fn nothing_that_a_person_wrote_is_lost(one in a_person(), other in a_person()) {
        let (_folder, mut store) = store();
        for export in [exported(&one), exported(&other)] {
            import(&mut store, &export);
        }
        for written in one.iter().chain(&other) {
            let holds = |b: &Bookmark| {
                (b.id == written.id || b.merged.contains(&written.id))
                    && paragraphs(&written.note).all(|words| {
                        b.note.contains(words) || b.earlier.iter().any(|kept| kept == words)
                    })
                    && written.tags.iter().all(|tag| {
                        b.tags.contains(tag) || b.earlier.contains(&format!("#{tag}"))
                    })
            };
            prop_assert!(store.bookmarks().iter().any(holds), "{:?}", written);
        }
    }

    #[test]
    fn no_passage_is_doubled(one in a_person(), mut other in a_person()) {
        other.iter_mut().for_each(|bookmark| bookmark.id.push('x'));
        let (_folder, mut store) = store();
        for export in [exported(&one), exported(&other)] {
            import(&mut store, &export);
        }
        for bookmark in store.bookmarks() {
            let same = |b: &&Bookmark| {
                (&b.document.content, &b.quotation.exact, b.start)
                    == (&bookmark.document.content, &bookmark.quotation.exact, bookmark.start)
            };
            let count = |all: &[Bookmark]| all.iter().filter(same).count();
            prop_assert_eq!(count(store.bookmarks()), count(&one).max(count(&other)));
        }
    }

    #[test]
    fn an_import_is_taken_back_as_one(one in a_person(), other in a_person()) {
        let (_folder, mut store) = store();
        import(&mut store, &exported(&one));
        let before = store.bookmarks().to_vec();
        let told = import(&mut store, &exported(&other));
        if told.added + told.updated > 0 {
            prop_assert!(store.undo().is_ok());
        }
        prop_assert_eq!(store.bookmarks(), &before[..]);
    }
}
