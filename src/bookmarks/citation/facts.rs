//! The values that a template can use for the cited places.

use super::citable::Citable;
use super::provisions::Provisions;
use super::template::Placeholder;
use crate::document::{BlockKind, Document, SectionId, StatedDate, Title};
use crate::lexicon::dates;

/// All values that a template can use for some places.
pub(super) struct Facts<'a> {
    document: &'a Document,
    places: &'a [Citable],
    provisions: Provisions,
    instrument: Option<SectionId>,
    place: Option<String>,
    adopted: Option<StatedDate>,
}

impl<'a> Facts<'a> {
    /// Finds the values for some places of a document.
    pub fn new(document: &'a Document, places: &'a [Citable]) -> Self {
        let provisions = Provisions::new(document, places);
        let instrument = provisions.instrument(document);
        let dateline = instrument.and_then(|id| {
            let mut blocks = document.section(id).block_ids();
            let block = blocks.find(|block| document.block(*block).kind == BlockKind::Dateline)?;
            let words = document.body(block);
            let (date, range) = dates::first(words)?;
            let place = words[..range.start].trim_end_matches([' ', ',']).to_owned();
            Some((place, date))
        });
        let (place, adopted) = dateline.unzip();
        Self { document, places, provisions, instrument, place, adopted }
    }

    /// The date of the document, or else that of the cited text.
    fn date(&self) -> Option<&StatedDate> {
        self.document.metadata().date.as_ref().or(self.adopted.as_ref())
    }

    /// Returns the value of a placeholder.
    pub fn value(&self, field: Placeholder) -> String {
        let metadata = self.document.metadata();
        let number = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
        match field {
            Placeholder::Quote => self.quote(),
            Placeholder::Title => metadata.title.clone(),
            Placeholder::Publisher => metadata.publisher.clone().unwrap_or_default(),
            Placeholder::Date => self.date().map(|date| date.words.clone()).unwrap_or_default(),
            Placeholder::Year => self.date().map(|date| date.year.to_string()).unwrap_or_default(),
            Placeholder::Month => {
                self.date().map(|date| date.month.to_string()).unwrap_or_default()
            }
            Placeholder::Volume => number(metadata.volume),
            Placeholder::Number => number(metadata.number),
            Placeholder::Issue => metadata.issue().unwrap_or_default(),
            Placeholder::Edition => metadata.edition.clone().unwrap_or_default(),
            Placeholder::Source => metadata.citation(),
            Placeholder::Provision => self.provision(None),
            Placeholder::Instrument => self.instrument().unwrap_or_default(),
            Placeholder::Pinpoint => match self.instrument() {
                Some(_) => self.provision(self.instrument),
                None => self.provision(None),
            },
            Placeholder::Place => self.place.clone().unwrap_or_default(),
            Placeholder::Adopted => {
                self.adopted.as_ref().map(|date| date.words.clone()).unwrap_or_default()
            }
            Placeholder::Address => self.address(),
            Placeholder::File => metadata.origin.to_string(),
        }
    }

    fn quote(&self) -> String {
        let words: Vec<String> = self
            .places
            .iter()
            .flat_map(|place| place.passages(self.document))
            .map(|passage| self.document.passage_text(passage))
            .collect();
        words.join("\n\n")
    }

    fn provision(&self, within: Option<SectionId>) -> String {
        let mut words = self.provisions.words(self.document, within);
        let remarks: Vec<String> =
            self.places.iter().filter_map(|place| place.remark(self.document)).collect();
        if !remarks.is_empty() {
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(&format!("({})", remarks.join("; ")));
        }
        words
    }

    /// The title of the cited text. If the source has lost its beginning, the
    /// kind of text replaces it in brackets, as editors do.
    fn instrument(&self) -> Option<String> {
        let id = self.instrument?;
        let section = self.document.section(id);
        let title = match section.title {
            Title::Unnamed => return None,
            Title::Damaged(span) => {
                let words = self.document.slice(span).replace('\n', " ");
                format!("[{}] {words}", section.kind.label())
            }
            Title::Words(_) | Title::Subject(_) => self.document.title(id).into_owned(),
        };
        (title != self.document.metadata().title).then_some(title)
    }

    fn address(&self) -> String {
        let mut addresses: Vec<String> = Vec::new();
        for place in self.places {
            let found = match *place {
                Citable::Section(id) => vec![self.document.section_address(id).to_owned()],
                Citable::Roster(id) => vec![self.document.roster(id).kind.name().to_owned()],
                Citable::Entry(id, row) => {
                    let roster = self.document.roster(id);
                    let entry = roster.entries.get(row).into_iter();
                    entry.map(|entry| roster.kind.address_of(&entry.name)).collect()
                }
                Citable::Words(passage) => match self.document.section_of(passage) {
                    Some(id) => vec![self.document.section_address(id).to_owned()],
                    None => {
                        let parts = self.document.parts(passage).into_iter();
                        parts.map(|part| self.document.part_address(part)).collect()
                    }
                },
            };
            for address in found {
                if !addresses.contains(&address) {
                    addresses.push(address);
                }
            }
        }
        addresses.join(", ")
    }
}
