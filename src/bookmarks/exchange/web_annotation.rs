//! Formats bookmarks as a page of W3C Web Annotations, in JSON-LD.
//!
//! The page is an `AnnotationPage`, which both servers and browser tools read as
//! it is; a bare array of annotations has no context of its own. Two selectors of
//! the model are left out, since they would not be true: positions in characters
//! are unknown without the document, and no specification defines clause
//! addresses as fragments. Properties that the model does not define have the
//! prefix `bulletin`, which the context declares.

use super::iri;
use crate::bookmarks::{Bookmark, Position};
use jiff::Timestamp;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The context of the model.
pub const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// The IRI of the prefix of this program's own properties.
pub const PREFIX: &str = "urn:bulletin:terms#";

/// A page of annotations.
#[derive(Debug, Serialize)]
pub struct AnnotationPage {
    #[serde(rename = "@context")]
    context: (&'static str, LicenceTerms),
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(rename = "partOf")]
    part_of: Collection,
    #[serde(rename = "startIndex")]
    start_index: usize,
    items: Vec<Annotation>,
}

#[derive(Debug, Serialize)]
struct LicenceTerms {
    bulletin: &'static str,
}

#[derive(Debug, Serialize)]
struct Collection {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    label: &'static str,
    total: usize,
}

#[derive(Debug, Serialize)]
struct Annotation {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    modified: Option<String>,
    motivation: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    body: Vec<AnnotationBody>,
    target: AnnotationTarget,
    #[serde(rename = "bulletin:address")]
    address: String,
    #[serde(rename = "bulletin:highlight")]
    highlight: &'static str,
    #[serde(rename = "bulletin:letter", skip_serializing_if = "Option::is_none")]
    letter: Option<char>,
    #[serde(rename = "bulletin:clause")]
    clause: String,
    #[serde(rename = "bulletin:start")]
    start: AnnotationPlace,
    #[serde(rename = "bulletin:end")]
    end: AnnotationPlace,
    #[serde(rename = "bulletin:document")]
    document: Identity,
    /// The parts of a citation, by their placeholders.
    #[serde(rename = "bulletin:cited", skip_serializing_if = "BTreeMap::is_empty")]
    cited: BTreeMap<String, String>,
    #[serde(rename = "bulletin:merged", skip_serializing_if = "Vec::is_empty")]
    merged: Vec<String>,
    #[serde(rename = "bulletin:earlier", skip_serializing_if = "Vec::is_empty")]
    earlier: Vec<String>,
    /// An invalid time, perhaps written by hand.
    #[serde(rename = "bulletin:created", skip_serializing_if = "Option::is_none")]
    odd_created: Option<String>,
    #[serde(rename = "bulletin:modified", skip_serializing_if = "Option::is_none")]
    odd_modified: Option<String>,
}

#[derive(Debug, Serialize)]
struct AnnotationBody {
    #[serde(rename = "type")]
    kind: &'static str,
    value: String,
    format: &'static str,
    purpose: &'static str,
}

impl AnnotationBody {
    fn new(value: &str, purpose: &'static str) -> Self {
        Self { kind: "TextualBody", value: value.to_owned(), format: "text/plain", purpose }
    }
}

#[derive(Debug, Serialize)]
struct AnnotationTarget {
    #[serde(rename = "type")]
    kind: &'static str,
    source: String,
    selector: Vec<Quote>,
}

#[derive(Debug, Serialize)]
struct Quote {
    #[serde(rename = "type")]
    kind: &'static str,
    exact: String,
    prefix: String,
    suffix: String,
}

#[derive(Debug, Serialize)]
struct AnnotationPlace {
    #[serde(rename = "bulletin:block")]
    block: usize,
    #[serde(rename = "bulletin:byte")]
    byte: usize,
}

impl From<Position> for AnnotationPlace {
    fn from(position: Position) -> Self {
        Self { block: position.block, byte: position.byte }
    }
}

#[derive(Debug, Serialize)]
struct Identity {
    #[serde(rename = "bulletin:title")]
    title: String,
    #[serde(rename = "bulletin:source")]
    source: String,
    #[serde(rename = "bulletin:content")]
    content: String,
}

/// Returns a page with these bookmarks, in their order.
pub fn page(bookmarks: &[&Bookmark]) -> AnnotationPage {
    let items: Vec<Annotation> = bookmarks.iter().map(|bookmark| annotation(bookmark)).collect();
    let mut digest = Sha256::new();
    for item in &items {
        digest.update(format!("{} {:?}\n", item.id, item.modified));
    }
    let name: String = digest.finalize().iter().take(8).map(|b| format!("{b:02x}")).collect();
    AnnotationPage {
        context: (CONTEXT, LicenceTerms { bulletin: PREFIX }),
        id: format!("urn:bulletin:page:{name}"),
        kind: "AnnotationPage",
        part_of: Collection {
            id: format!("urn:bulletin:collection:{name}"),
            kind: "AnnotationCollection",
            label: "Bookmarks",
            total: items.len(),
        },
        start_index: 0,
        items,
    }
}

fn annotation(bookmark: &Bookmark) -> Annotation {
    let mut motivation = vec!["highlighting"];
    let mut body = Vec::new();
    if !bookmark.note.is_empty() {
        motivation.push("commenting");
        body.push(AnnotationBody::new(&bookmark.note, "commenting"));
    }
    if !bookmark.tags.is_empty() {
        motivation.push("tagging");
        body.extend(bookmark.tags.iter().map(|tag| AnnotationBody::new(tag, "tagging")));
    }
    let (created, odd_created) = time(&bookmark.created);
    let (modified, odd_modified) = time(&bookmark.modified);
    Annotation {
        id: iri::of_bookmark(bookmark),
        kind: "Annotation",
        created,
        modified,
        motivation,
        body,
        target: AnnotationTarget {
            kind: "SpecificResource",
            source: iri::of_document(&bookmark.document),
            selector: vec![Quote {
                kind: "TextQuoteSelector",
                exact: bookmark.quotation.exact.clone(),
                prefix: bookmark.quotation.prefix.clone(),
                suffix: bookmark.quotation.suffix.clone(),
            }],
        },
        address: bookmark.address.clone(),
        highlight: bookmark.highlight.name(),
        letter: bookmark.letter,
        clause: bookmark.clause.clone(),
        start: bookmark.start.into(),
        end: bookmark.end.into(),
        document: Identity {
            title: bookmark.document.title.clone(),
            source: bookmark.document.source.clone(),
            content: bookmark.document.content.clone(),
        },
        cited: bookmark
            .cited
            .values()
            .map(|(name, value)| (format!("bulletin:{name}"), value.to_owned()))
            .collect(),
        merged: bookmark.merged.clone(),
        earlier: bookmark.earlier.clone(),
        odd_created,
        odd_modified,
    }
}

/// Returns a time as the model requires it, or else the text as it is.
fn time(text: &str) -> (Option<String>, Option<String>) {
    let plain = text.len() <= "2031-01-02T03:04:05.123456789Z".len();
    let valid = plain
        && text.ends_with('Z')
        && text.as_bytes().get(10) == Some(&b'T')
        && text.parse::<Timestamp>().is_ok();
    if valid {
        (Some(text.to_owned()), None)
    } else {
        (None, Some(text.to_owned()).filter(|text| !text.is_empty()))
    }
}
