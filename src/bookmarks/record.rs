//! A bookmark as a table of `bookmarks.toml`.

use super::{Bookmark, DocumentIdentity, Highlight, Position, Quotation};
use toml_edit::{Array, Item, Table, Value, value};

/// The bookmark in a table; what is missing is empty.
pub fn read(table: &Table) -> Bookmark {
    let text = |key: &str| string(table.get(key));
    let inner = |outer: &str, key: &str| string(table.get(outer).and_then(|t| t.get(key)));
    let number = |outer: &str, key: &str| {
        let item = table.get(outer).and_then(|t| t.get(key));
        item.and_then(Item::as_integer).and_then(|n| usize::try_from(n).ok()).unwrap_or(0)
    };
    let tags = table.get("tags").and_then(Item::as_array);
    Bookmark {
        id: text("id"),
        document: DocumentIdentity {
            content: inner("document", "content"),
            title: inner("document", "title"),
            source: inner("document", "source"),
        },
        address: text("address"),
        quotation: Quotation {
            exact: text("words"),
            prefix: text("before"),
            suffix: text("after"),
        },
        start: Position { block: number("start", "block"), byte: number("start", "byte") },
        end: Position { block: number("end", "block"), byte: number("end", "byte") },
        clause: text("clause"),
        highlight: Highlight::named(&text("colour")).unwrap_or_default(),
        note: text("note"),
        tags: tags.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect(),
        created: text("created"),
        modified: text("modified"),
    }
}

fn string(item: Option<&Item>) -> String {
    item.and_then(Item::as_str).unwrap_or_default().to_owned()
}

/// The table of a bookmark, in the order that a person reads it.
pub fn write(bookmark: &Bookmark) -> Table {
    let mut table = Table::new();
    let mut set = |key: &str, text: &str| {
        table.insert(key, value(text));
    };
    set("id", &bookmark.id);
    set("address", &bookmark.address);
    set("note", &bookmark.note);
    set("colour", bookmark.highlight.name());
    set("words", &bookmark.quotation.exact);
    set("before", &bookmark.quotation.prefix);
    set("after", &bookmark.quotation.suffix);
    set("clause", &bookmark.clause);
    set("created", &bookmark.created);
    set("modified", &bookmark.modified);
    table.insert("tags", value(bookmark.tags.iter().map(String::as_str).collect::<Array>()));
    table.insert("start", value(position(bookmark.start)));
    table.insert("end", value(position(bookmark.end)));
    let mut document = toml_edit::InlineTable::new();
    document.insert("title", bookmark.document.title.as_str().into());
    document.insert("source", bookmark.document.source.as_str().into());
    document.insert("content", bookmark.document.content.as_str().into());
    table.insert("document", value(document));
    table
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
            block in 0usize..10_000, byte in 0usize..10_000,
        ) {
            let bookmark = Bookmark {
                id: "a1".to_owned(),
                address: "8:3".to_owned(),
                quotation: Quotation { exact: words, prefix: "b \"".to_owned(), suffix: String::new() },
                start: Position { block, byte },
                end: Position { block, byte: byte + 1 },
                note,
                tags,
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
