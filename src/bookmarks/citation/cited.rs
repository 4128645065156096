//! What a citation says of some words, kept beside them: the same citation is
//! made from it in any form, also where the document is gone.

use super::template::Field;
use super::{Citable, Facts, Template, written};
use crate::document::{Document, Metadata, Passage};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a citation says, by the names of its placeholders.
///
/// The words themselves, and where their document is, are not in it: a
/// bookmark has them anyway.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(from = "BTreeMap<String, String>", into = "BTreeMap<String, String>")]
pub struct Cited {
    values: Vec<(Field, String)>,
}

/// What is known of the words that are cited besides.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// The words.
    pub quote: &'a str,
    /// Their address.
    pub address: &'a str,
    /// The line that names their document.
    pub headline: &'a str,
    /// Where their document is.
    pub file: &'a str,
}

impl Cited {
    /// What a citation says of a passage.
    pub fn of(document: &Document, passage: Passage) -> Self {
        let places = [Citable::Words(passage)];
        let facts = Facts::new(document, &places);
        let values = Field::all()
            .filter(|field| !matches!(field, Field::Quote | Field::File))
            .map(|field| (field, facts.value(field)))
            .filter(|(_, value)| !value.is_empty());
        Self { values: values.collect() }
    }

    /// What was kept under the names of placeholders; other names mean nothing.
    pub fn named(values: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut values: Vec<(Field, String)> = values
            .into_iter()
            .filter_map(|(name, value)| Some((Field::named(&name)?, value)))
            .filter(|(_, value)| !value.is_empty())
            .collect();
        values.sort();
        values.dedup_by_key(|(field, _)| *field);
        Self { values }
    }

    /// Every value with the name of its placeholder.
    pub fn values(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.values.iter().map(|(field, value)| (field.name(), value.as_str()))
    }

    /// The citation in the form of a template. Where nothing was kept, it says
    /// what is known besides.
    pub fn cite(&self, known: Known<'_>, template: &Template) -> String {
        written(template, |field| match field {
            Field::Quote => known.quote.to_owned(),
            Field::File => known.file.to_owned(),
            _ if self.values.is_empty() => known.value(field),
            _ => self.value(field).to_owned(),
        })
    }

    /// The provision that is cited; empty where that is not known.
    pub fn provision(&self) -> &str {
        self.value(Field::Provision)
    }

    fn value(&self, field: Field) -> &str {
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
    fn value(self, field: Field) -> String {
        let title = if self.headline.is_empty() { self.file } else { self.headline };
        match field {
            Field::Title => title.split(Metadata::PARTED_BY).next().unwrap_or_default().to_owned(),
            Field::Source => title.replace(Metadata::PARTED_BY, ", "),
            Field::Provision | Field::Pinpoint | Field::Address => self.address.to_owned(),
            _ => String::new(),
        }
    }
}
