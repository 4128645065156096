//! A bookmark as a table of `bookmarks.toml`.

use super::{Bookmark, Cited, DocumentIdentity, Highlight, Position, Quotation};
use crate::files::toml_form;
use toml_edit::{Array, Item, Table, TableLike, Value, value};

/// Reads the bookmark from a table; missing fields are empty.
pub fn read(table: &Table) -> Bookmark {
    let text = |key: &str| string(table.get(key));
    let inner = |outer: &str, key: &str| string(table.get(outer).and_then(|t| t.get(key)));
    let number = |outer: &str, key: &str| {
        let item = table.get(outer).and_then(|t| t.get(key));
        item.and_then(Item::as_integer).and_then(|n| usize::try_from(n).ok()).unwrap_or(0)
    };
    let texts = |key: &str| -> Vec<String> {
        let array = table.get(key).and_then(Item::as_array);
        array.into_iter().flatten().filter_map(toml_form::string).collect()
    };
    Bookmark {
        id: text("id"),
        document: DocumentIdentity {
            content: inner("document", "content"),
            title: inner("document", "title"),
            source: inner("document", "source"),
        },
        address: text("address"),
        cited: cited(table),
        quotation: Quotation {
            exact: text("words"),
            prefix: text("before"),
            suffix: text("after"),
        },
        start: Position { block: number("start", "block"), byte: number("start", "byte") },
        end: Position { block: number("end", "block"), byte: number("end", "byte") },
        clause: text("clause"),
        highlight: Highlight::named(&text("colour")).unwrap_or_default(),
        letter: letter(&text("letter")),
        note: text("note"),
        tags: texts("tags"),
        created: text("created"),
        modified: text("modified"),
        merged: texts("merged"),
        earlier: texts("earlier"),
    }
}

/// Returns the letter of a text that is a single letter or digit.
fn letter(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|c| c.is_alphanumeric() && chars.next().is_none())
}

fn cited(table: &Table) -> Cited {
    let values = table.get("cited").and_then(Item::as_table_like);
    Cited::named(
        values
            .into_iter()
            .flat_map(TableLike::iter)
            .map(|(name, value)| (name.to_owned(), string(Some(value)))),
    )
}

fn string(item: Option<&Item>) -> String {
    item.and_then(Item::as_value).and_then(toml_form::string).unwrap_or_default()
}

/// Returns the table of a bookmark, with its fields in reading order.
pub fn write(bookmark: &Bookmark) -> Table {
    let mut table = Table::new();
    let mut set = |key: &str, text: &str| {
        table.insert(key, value(text));
    };
    set("id", &bookmark.id);
    set("address", &bookmark.address);
    set("note", &bookmark.note);
    set("colour", bookmark.highlight.name());
    if let Some(letter) = bookmark.letter {
        set("letter", letter.encode_utf8(&mut [0; 4]));
    }
    set("words", &bookmark.quotation.exact);
    set("before", &bookmark.quotation.prefix);
    set("after", &bookmark.quotation.suffix);
    set("clause", &bookmark.clause);
    set("created", &bookmark.created);
    set("modified", &bookmark.modified);
    let array = |texts: &[String]| value(texts.iter().map(String::as_str).collect::<Array>());
    table.insert("tags", array(&bookmark.tags));
    for (key, texts) in [("merged", &bookmark.merged), ("earlier", &bookmark.earlier)] {
        if !texts.is_empty() {
            table.insert(key, array(texts));
        }
    }
    table.insert("start", value(position(bookmark.start)));
    table.insert("end", value(position(bookmark.end)));
    let mut document = toml_edit::InlineTable::new();
    document.insert("title", bookmark.document.title.as_str().into());
    document.insert("source", bookmark.document.source.as_str().into());
    document.insert("content", bookmark.document.content.as_str().into());
    table.insert("document", value(document));
    let cited: toml_edit::InlineTable = bookmark.cited.values().collect();
    if !cited.is_empty() {
        table.insert("cited", value(cited));
    }
    table
}

/// Updates the table of a bookmark. Only differences are written, so that
/// comments, unknown fields and the user's own order stay.
pub fn update(table: &mut Table, bookmark: &Bookmark) {
    let (before, after) = (write(&read(table)), write(bookmark));
    set_differences(table, &before, &after);
}

fn set_differences(table: &mut dyn TableLike, before: &dyn TableLike, after: &dyn TableLike) {
    for (key, item) in after.iter() {
        let old = before.get(key);
        if old.is_some_and(|old| old.to_string() == item.to_string()) {
            continue;
        }
        let inner = (
            table.get_mut(key).and_then(Item::as_table_like_mut),
            old.and_then(Item::as_table_like),
            item.as_table_like(),
        );
        if let (Some(table), Some(before), Some(after)) = inner {
            set_differences(table, before, after);
            continue;
        }
        let mut item = item.clone();
        if let (Some(new), Some(old)) =
            (item.as_value_mut(), table.get(key).and_then(Item::as_value))
        {
            // The decoration contains the comment at the end of the line.
            *new.decor_mut() = old.decor().clone();
        }
        table.insert(key, item);
    }
    let gone: Vec<String> = before
        .iter()
        .map(|(key, _)| key.to_owned())
        .filter(|key| !after.contains_key(key))
        .collect();
    for key in gone {
        table.remove(&key);
    }
}

fn position(position: Position) -> toml_edit::InlineTable {
    let number = |n: usize| Value::from(i64::try_from(n).unwrap_or(i64::MAX));
    let mut table = toml_edit::InlineTable::new();
    table.insert("block", number(position.block));
    table.insert("byte", number(position.byte));
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_reads_as_it_was(
            words in "\\PC{0,40}(\n\n\\PC{0,20})?", note in "[\\PC\n\t\"'\\\\]{0,40}", tags in prop::collection::vec("\\PC{0,8}", 0..4),
            provision in prop::option::of("\\PC{0,20}"),
            letter in prop::option::of("[a-zA-Z0-9é]"),
            block in 0usize..10_000, byte in 0usize..10_000,
        ) {
            let bookmark = Bookmark {
                id: "a1".to_owned(),
                address: "8:3".to_owned(),
                cited: Cited::named(provision.map(|words| ("provision".to_owned(), words))),
                quotation: Quotation { exact: words, prefix: "b \"".to_owned(), suffix: String::new() },
                start: Position { block, byte },
                end: Position { block, byte: byte + 1 },
                note,
                tags,
                letter: letter.and_then(|letter: String| letter.chars().next()),
                ..Bookmark::default()
            };
            let mut file = toml_edit::DocumentMut::new();
            let mut tables = toml_edit::ArrayOfTables::new();
            tables.push(write(&bookmark));
            file.insert("bookmark", Item::ArrayOfTables(tables));
            let again: toml_edit::DocumentMut = file.to_string().parse().expect("TOML");
            let table = again["bookmark"].as_array_of_tables().and_then(|t| t.get(0)).expect("a table");
            prop_assert_eq!(read(table), bookmark);
        }
    }
}
