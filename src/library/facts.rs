//! What the catalogue says of a document.

use crate::document::{Document, StatedDate};
use serde::{Deserialize, Serialize};

/// What the catalogue says of a document, so that lists need not open it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DocumentFacts {
    /// Its title.
    pub title: String,
    /// One line that names it: title, volume and number, date, edition.
    pub headline: String,
    /// Who publishes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Its date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<StatedDate>,
    /// The volume of a serial.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub volume: Option<u32>,
    /// The number in the volume.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// The edition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
    /// The language, as a BCP 47 tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The number of its clauses and articles.
    pub clauses: u32,
}

impl DocumentFacts {
    /// Returns the facts of a document.
    pub fn of(document: &Document) -> Self {
        let metadata = document.metadata();
        let clauses = document.sections().iter().filter(|section| section.kind.is_provision());
        Self {
            title: metadata.title.clone(),
            headline: metadata.headline(),
            publisher: metadata.publisher.clone(),
            date: metadata.date.clone(),
            volume: metadata.volume,
            number: metadata.number,
            edition: metadata.edition.clone(),
            language: metadata.language.clone(),
            clauses: u32::try_from(clauses.count()).unwrap_or(u32::MAX),
        }
    }

    /// The date as `2006-06-20`, if the document has one.
    pub fn day(&self) -> Option<String> {
        self.date.as_ref().map(StatedDate::iso)
    }
}
