//! The parts of a citation, stored with a passage: they suffice for a citation in
//! any form, even without the document.

use super::citable::Citable;
use super::facts::Facts;
use super::formatting::written;
use super::template::{Placeholder, Template};
use crate::document::{Document, Metadata, Passage};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The stored form: the parts by the names of their placeholders.
type Stored = BTreeMap<String, String>;

/// The parts of a citation, by the names of their placeholders.
///
/// The quoted words and the path of the document are not included: a bookmark
/// stores them itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(from = "Stored", into = "Stored")]
pub struct Cited {
    values: Vec<(Placeholder, String)>,
}

/// The other facts about the cited words.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// The quoted words.
    pub quote: &'a str,
    /// Their address.
    pub address: &'a str,
    /// The line that names their document.
    pub headline: &'a str,
    /// The path of their document.
    pub file: &'a str,
}

impl Cited {
    /// Collects the parts of a citation of a passage.
    pub fn of(document: &Document, passage: Passage) -> Self {
        let places = [Citable::Words(passage)];
        let facts = Facts::new(document, &places);
        let values = Placeholder::all()
            .filter(|field| !matches!(field, Placeholder::Quote | Placeholder::File))
            .map(|field| (field, facts.value(field)))
            .filter(|(_, value)| !value.is_empty());
        Self { values: values.collect() }
    }

    /// Reads stored values by the names of their placeholders; ignores unknown names.
    pub fn named(values: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut values: Vec<(Placeholder, String)> = values
            .into_iter()
            .filter_map(|(name, value)| Some((Placeholder::named(&name)?, value)))
            .filter(|(_, value)| !value.is_empty())
            .collect();
        values.sort();
        values.dedup_by_key(|(field, _)| *field);
        Self { values }
    }

    /// Returns every value with the name of its placeholder.
    pub fn values(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.values.iter().map(|(field, value)| (field.name(), value.as_str()))
    }

    /// Formats the citation with a template. If no parts are stored, it uses the
    /// `known` facts.
    pub fn cite(&self, known: Known<'_>, template: &Template) -> String {
        written(template, |field| match field {
            Placeholder::Quote => known.quote.to_owned(),
            Placeholder::File => known.file.to_owned(),
            _ if self.values.is_empty() => known.value(field),
            _ => self.value(field).to_owned(),
        })
    }

    /// The cited provision; empty if unknown.
    pub fn provision(&self) -> &str {
        self.value(Placeholder::Provision)
    }

    fn value(&self, field: Placeholder) -> &str {
        let at = self.values.binary_search_by_key(&field, |(field, _)| *field);
        at.map_or("", |at| &self.values[at].1)
    }
}

impl From<BTreeMap<String, String>> for Cited {
    fn from(values: BTreeMap<String, String>) -> Self {
        Self::named(values)
    }
}

impl From<Cited> for BTreeMap<String, String> {
    fn from(cited: Cited) -> Self {
        cited.values().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }
}

impl Known<'_> {
    fn value(self, field: Placeholder) -> String {
        let title = if self.headline.is_empty() { self.file } else { self.headline };
        match field {
            Placeholder::Title => {
                title.split(Metadata::PARTED_BY).next().unwrap_or_default().to_owned()
            }
            Placeholder::Source => title.replace(Metadata::PARTED_BY, ", "),
            Placeholder::Provision | Placeholder::Pinpoint | Placeholder::Address => {
                self.address.to_owned()
            }
            _ => String::new(),
        }
    }
}
