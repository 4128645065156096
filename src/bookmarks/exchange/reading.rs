//! Reads bookmarks from Web Annotations, also from those of other programs.
//!
//! It accepts a page, a collection that contains its first page, an array, or a
//! single annotation. Unsupported parts of an annotation are left out, and
//! counted.

use super::iri;
use crate::bookmarks::{Bookmark, Cited, Highlight, Position, Quotation};
use crate::messages::errors;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use thiserror::Error;

/// The contents of a file of annotations.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReadAnnotations {
    /// The bookmarks.
    pub bookmarks: Vec<Bookmark>,
    /// For each annotation that is not a bookmark, the reason.
    pub unreadable: Vec<String>,
    /// Number of unsupported properties, bodies and selectors.
    pub left_out: usize,
}

/// Why a file contains no annotations.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ReadError {
    /// It is not JSON.
    #[error("{}", errors::not_json(.0))]
    Json(String),
    /// It is JSON, but not annotations.
    #[error("{}", errors::NOT_ANNOTATIONS)]
    Other,
    /// It only links to annotations elsewhere.
    #[error("{}", errors::ANNOTATIONS_ELSEWHERE)]
    Elsewhere,
    /// None of its annotations is a bookmark.
    #[error("{}", errors::annotations_unreadable(.0))]
    None(String),
}

/// Reads the bookmarks from a JSON text.
///
/// # Errors
/// If the text contains no annotations, or none that can be read.
pub fn read(text: &[u8]) -> Result<ReadAnnotations, ReadError> {
    let text = text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text);
    let json: Value =
        serde_json::from_slice(text).map_err(|error| ReadError::Json(error.to_string()))?;
    let items = items(&json)?;
    let mut read = ReadAnnotations::default();
    for (at, item) in items.iter().enumerate() {
        match annotation(item, &mut read.left_out) {
            Ok(bookmark) => read.bookmarks.push(bookmark),
            Err(reason) => read.unreadable.push(errors::annotation(at + 1, reason)),
        }
    }
    match read.unreadable.first() {
        Some(_) if items.iter().all(|item| !item.is_object()) => Err(ReadError::Other),
        Some(reason) if read.bookmarks.is_empty() => Err(ReadError::None(reason.clone())),
        _ => Ok(read),
    }
}

fn items(json: &Value) -> Result<&[Value], ReadError> {
    match json {
        Value::Array(items) => Ok(items),
        Value::Object(object) => {
            if let Some(items) = object.get("items") {
                return Ok(several(items));
            }
            match object.get("first") {
                Some(first @ Value::Object(_)) => items(first),
                Some(_) => Err(ReadError::Elsewhere),
                None if object.contains_key("target") => Ok(std::slice::from_ref(json)),
                None => Err(ReadError::Other),
            }
        }
        _ => Err(ReadError::Other),
    }
}

/// Returns the values of a list; in JSON-LD a single value may replace a list of one.
fn several(value: &Value) -> &[Value] {
    match value {
        Value::Array(values) => values,
        Value::Null => &[],
        one => std::slice::from_ref(one),
    }
}

/// The supported properties.
const KNOWN: [&str; 23] = [
    "@context",
    "id",
    "@id",
    "type",
    "@type",
    "created",
    "modified",
    "motivation",
    "body",
    "bodyValue",
    "target",
    "bulletin:address",
    "bulletin:highlight",
    "bulletin:letter",
    "bulletin:clause",
    "bulletin:start",
    "bulletin:end",
    "bulletin:document",
    "bulletin:cited",
    "bulletin:merged",
    "bulletin:earlier",
    "bulletin:created",
    "bulletin:modified",
];

fn annotation(json: &Value, left_out: &mut usize) -> Result<Bookmark, &'static str> {
    let object = json.as_object().ok_or(errors::NOT_AN_OBJECT)?;
    let target = object.get("target").ok_or(errors::NO_TARGET)?;
    let (quotation, source) = several(target)
        .iter()
        .find_map(|target| quoted(target, left_out))
        .ok_or(errors::NO_QUOTATION)?;
    *left_out += object.keys().filter(|key| !KNOWN.contains(&key.as_str())).count();
    let (note, tags) = bodies(object, left_out);
    let mut document = iri::document(&source);
    if let Some(own) = object.get("bulletin:document").and_then(Value::as_object) {
        document.title = text(own, "bulletin:title");
        document.source = text(own, "bulletin:source");
        document.content = text(own, "bulletin:content");
    }
    if document.title.is_empty() {
        let name = document.source.rsplit('/').find(|part| !part.is_empty());
        document.title = name.unwrap_or_default().to_owned();
    }
    let either = |one: &str, other: &str| {
        Some(text(object, one)).filter(|t| !t.is_empty()).unwrap_or_else(|| text(object, other))
    };
    let (created, modified) =
        (either("created", "bulletin:created"), either("modified", "bulletin:modified"));
    let texts = |name: &str| -> Vec<String> {
        let texts = object.get(name).map(several).unwrap_or_default();
        texts.iter().filter_map(Value::as_str).map(cleaned).collect()
    };
    Ok(Bookmark {
        id: id(object, json),
        document,
        address: text(object, "bulletin:address"),
        cited: cited(object),
        clause: text(object, "bulletin:clause"),
        quotation,
        start: position(object, "bulletin:start"),
        end: position(object, "bulletin:end"),
        note,
        tags,
        highlight: Highlight::named(&text(object, "bulletin:highlight")).unwrap_or_default(),
        letter: text(object, "bulletin:letter").chars().find(|c| c.is_alphanumeric()),
        created,
        modified,
        merged: texts("bulletin:merged"),
        earlier: texts("bulletin:earlier"),
    })
}

/// Reads the parts of a citation, by their placeholders.
fn cited(object: &Map<String, Value>) -> Cited {
    let values = object.get("bulletin:cited").and_then(Value::as_object);
    Cited::named(values.into_iter().flatten().filter_map(|(name, value)| {
        let name = name.strip_prefix("bulletin:")?;
        Some((name.to_owned(), cleaned(value.as_str()?)))
    }))
}

/// Returns the id of a bookmark of this program, or else an id derived from the
/// annotation, the same at each import.
fn id(object: &Map<String, Value>, json: &Value) -> String {
    let iri = either(object, "id", "@id");
    iri::bookmark_id(&iri).unwrap_or_else(|| {
        let name = if iri.is_empty() { json.to_string() } else { iri };
        Sha256::digest(name).iter().take(6).map(|byte| format!("{byte:02x}")).collect()
    })
}

/// Returns the words that a target quotes, and the IRI of their document.
fn quoted(target: &Value, left_out: &mut usize) -> Option<(Quotation, String)> {
    let target = target.as_object()?;
    let mut selectors: Vec<&Value> = several(target.get("selector")?).iter().collect();
    let mut quotation = None;
    while let Some(selector) = selectors.pop() {
        let Some(selector) = selector.as_object() else { continue };
        selectors.extend(selector.get("refinedBy").map(several).unwrap_or_default());
        let exact = text(selector, "exact");
        if either(selector, "type", "@type") == "TextQuoteSelector" && quotation.is_none() {
            let (prefix, suffix) = (text(selector, "prefix"), text(selector, "suffix"));
            quotation = Some(Quotation { exact, prefix, suffix });
        } else {
            *left_out += 1;
        }
    }
    let source = match target.get("source") {
        Some(Value::Object(source)) => either(source, "id", "@id"),
        Some(source) => source.as_str().map(cleaned).unwrap_or_default(),
        None => String::new(),
    };
    Some((quotation?, source))
}

/// Returns the note and the tags.
fn bodies(object: &Map<String, Value>, left_out: &mut usize) -> (String, Vec<String>) {
    let (mut notes, mut tags) = (Vec::new(), Vec::new());
    notes.extend(object.get("bodyValue").and_then(Value::as_str).map(cleaned));
    for body in object.get("body").map(several).unwrap_or_default() {
        let (words, purposes) = match body {
            Value::String(words) => (Some(cleaned(words)), &[][..]),
            Value::Object(body) => {
                let source = body.get("source").and_then(Value::as_object);
                let value = body.get("value").or_else(|| source?.get("value"));
                let purposes = body.get("purpose").map(several).unwrap_or_default();
                (value.and_then(Value::as_str).map(cleaned), purposes)
            }
            _ => (None, &[][..]),
        };
        match words {
            Some(words) if purposes.iter().any(|purpose| purpose == "tagging") => tags.push(words),
            Some(words) => notes.push(words),
            None => *left_out += 1,
        }
    }
    (notes.join("\n\n"), tags)
}

fn position(object: &Map<String, Value>, key: &str) -> Position {
    let number = |inner: &str| {
        let number = object.get(key).and_then(|place| place.get(inner)).and_then(Value::as_u64);
        // No document has more blocks or bytes than `u32::MAX`.
        let number = number.and_then(|number| u32::try_from(number).ok());
        number.and_then(|number| usize::try_from(number).ok()).unwrap_or(0)
    };
    Position { block: number("bulletin:block"), byte: number("bulletin:byte") }
}

fn either(object: &Map<String, Value>, one: &str, other: &str) -> String {
    let value = object.get(one).or_else(|| object.get(other));
    value.and_then(Value::as_str).map(cleaned).unwrap_or_default()
}

fn text(object: &Map<String, Value>, key: &str) -> String {
    object.get(key).and_then(Value::as_str).map(cleaned).unwrap_or_default()
}

/// Replaces control characters except line ends and tabs in external text.
fn cleaned(words: &str) -> String {
    let words = words.replace("\r\n", "\n").replace('\r', "\n");
    words.replace(|c: char| c.is_control() && !matches!(c, '\n' | '\t'), "\u{fffd}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read_json(json: &Value) -> Result<ReadAnnotations, ReadError> {
        read(json.to_string().as_bytes())
    }

    fn foreign() -> Value {
        json!({
            "id": "https://example.org/anno/7",
            "type": "Annotation",
            "creator": "someone",
            "created": "2031-01-02T03:04:05Z",
            "body": "a\r\nnote \u{1b}[31m",
            "target": {
                "source": "https://example.org/lamps.html",
                "selector": {
                    "type": "FragmentSelector",
                    "value": "top",
                    "refinedBy": { "type": "TextQuoteSelector", "exact": "the lamp" },
                },
            },
        })
    }

    #[test]
    fn every_shape_of_the_model_is_read() {
        let one = read_json(&foreign()).expect("read");
        assert_eq!(one.left_out, 2);
        let bookmark = &one.bookmarks[0];
        assert_eq!(bookmark.note, "a\nnote \u{fffd}[31m");
        assert_eq!(bookmark.quotation.exact, "the lamp");
        assert_eq!(bookmark.document.source, "https://example.org/lamps.html");
        assert_eq!(bookmark.document.title, "lamps.html");
        for shape in [
            json!([foreign()]),
            json!({ "type": "AnnotationPage", "items": [foreign()] }),
            json!({ "type": "AnnotationCollection", "first": { "items": foreign() } }),
        ] {
            assert_eq!(read_json(&shape).expect("read"), one);
        }
    }

    #[test]
    fn bodies_are_notes_and_tags() {
        let mut json = foreign();
        json["bodyValue"] = "first".into();
        json["body"] = json!([
            { "type": "TextualBody", "value": "second", "purpose": "describing" },
            { "type": "TextualBody", "value": "lamps", "purpose": ["tagging"] },
            { "source": { "type": "TextualBody", "value": "ships" }, "purpose": "tagging" },
            { "type": "Image", "id": "https://example.org/lamp.png" },
        ]);
        let read = read_json(&json).expect("read");
        assert_eq!(read.bookmarks[0].note, "first\n\nsecond");
        assert_eq!(read.bookmarks[0].tags, ["lamps", "ships"]);
        assert_eq!(read.left_out, 3);
    }

    #[test]
    fn an_annotation_that_is_not_a_bookmark_is_reported() {
        let read = read_json(&json!([foreign(), { "target": "https://example.org" }]));
        assert_eq!(read.expect("read").unreadable, ["annotation 2: it quotes no words"]);
        assert!(matches!(super::read(b"# Markdown"), Err(ReadError::Json(_))));
        for other in [json!({ "a": 1 }), json!(3), json!([1, 2])] {
            assert_eq!(read_json(&other), Err(ReadError::Other), "{other}");
        }
        let elsewhere = json!({ "type": "AnnotationCollection", "first": "https://example.org/1" });
        assert_eq!(read_json(&elsewhere), Err(ReadError::Elsewhere));
        let page_note = json!({ "target": "https://example.org", "body": "a" });
        assert!(matches!(read_json(&page_note), Err(ReadError::None(_))));
        assert_eq!(read_json(&json!([])).expect("none"), ReadAnnotations::default());
    }
}
