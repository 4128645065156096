//! The places that addresses name, as they are printed and cited.

use super::error::Failure;
use super::printed_label;
use crate::bookmarks::{Citable, Template, cite};
use crate::document::{BlockId, Document, Passage, RosterId, SectionPart};
use crate::find::{LookupError, Target, look_up, near};
use serde::Serialize;

/// A place, for programs.
#[derive(Debug, Serialize)]
pub struct PlaceReport {
    pub address: String,
    pub kind: &'static str,
    pub number: Option<String>,
    /// The label of the provision, as printed.
    pub label: Option<String>,
    pub text: String,
    pub citation: String,
}

/// What is printed: words of the text, or an entry of what it lists.
#[derive(Debug, Clone, Copy)]
pub enum Printed {
    /// What is printed of a section.
    Words(SectionPart),
    /// A roster.
    Roster(RosterId),
    /// An entry of one.
    Entry(RosterId, usize),
}

/// Returns what each address names; of a range, the part that it covers of each section.
///
/// # Errors
/// If an address is invalid, or leads nowhere.
pub fn named(document: &Document, addresses: &[String]) -> Result<Vec<Printed>, Failure> {
    let mut printed = Vec::new();
    for address in addresses {
        let found =
            look_up(document, address, None).map_err(|error| missed(document, address, error));
        match found? {
            Target::Roster(id) => printed.push(Printed::Roster(id)),
            Target::Entry(id, row) => printed.push(Printed::Entry(id, row)),
            Target::Text { sections, passage } => match sections.as_slice() {
                [section] if document.section_passage(*section) == Some(passage) => {
                    printed.push(Printed::Words(SectionPart {
                        section: *section,
                        passage,
                        whole: true,
                    }));
                }
                _ => printed.extend(document.parts(passage).into_iter().map(Printed::Words)),
            },
        }
    }
    Ok(printed)
}

/// Returns the passage that an address names; of what the text lists, the words that say so.
///
/// # Errors
/// If the address is invalid, or leads nowhere.
pub fn passage(document: &Document, address: &str) -> Result<Passage, Failure> {
    let evidence = |id, row: usize| document.roster(id).entries.get(row).map(|own| own.evidence);
    let found = look_up(document, address, None).map_err(|error| missed(document, address, error));
    let found = match found? {
        Target::Text { passage, .. } => Some(passage),
        Target::Roster(id) => evidence(id, 0),
        Target::Entry(id, row) => evidence(id, row),
    };
    found.ok_or(Failure::Nothing)
}

/// Why an address leads nowhere, with others that are like it.
pub fn missed(document: &Document, address: &str, error: LookupError) -> Failure {
    match (error, near(document, address)) {
        (LookupError::Miss(miss), near) if !near.is_empty() => Failure::Near { miss, near },
        (error, _) => error.into(),
    }
}

/// Every section that has words of its own, with just those.
pub fn all(document: &Document, template: &Template) -> Vec<PlaceReport> {
    document
        .section_ids()
        .filter_map(|id| {
            let texts: Vec<&str> = document.own_blocks(id).map(|b| document.body(b)).collect();
            let passage = document.section_passage(id)?;
            let part = SectionPart { section: id, passage, whole: true };
            (!texts.is_empty()).then(|| place(document, part, texts.join("\n\n"), template))
        })
        .collect()
}

/// A section, or what is covered of it.
fn place(document: &Document, part: SectionPart, text: String, template: &Template) -> PlaceReport {
    let section = document.section(part.section);
    PlaceReport {
        citation: cite(document, &[Printed::Words(part).citable()], template),
        address: document.part_address(part),
        kind: section.kind.name(),
        number: section.number.as_ref().map(ToString::to_string),
        label: printed_label::of(document, part.section),
        text,
    }
}

impl Printed {
    /// The place as it is cited.
    pub fn citable(self) -> Citable {
        match self {
            Self::Words(part) if part.whole => Citable::Section(part.section),
            Self::Words(part) => Citable::Words(part.passage),
            Self::Roster(id) => Citable::Roster(id),
            Self::Entry(id, row) => Citable::Entry(id, row),
        }
    }

    /// The place, for programs.
    pub fn place(self, document: &Document, template: &Template) -> PlaceReport {
        let (id, names) = match self {
            Self::Words(part) => {
                return place(document, part, words(document, part.passage), template);
            }
            Self::Roster(id) => (id, None),
            Self::Entry(id, row) => {
                (id, Some(document.roster(id).entries.get(row).map_or("", |entry| &entry.name)))
            }
        };
        let kind = document.roster(id).kind;
        PlaceReport {
            address: names.map_or_else(|| kind.name().to_owned(), |name| kind.address_of(name)),
            kind: "roster",
            number: None,
            label: None,
            text: self.lines(document).join("\n\n"),
            citation: cite(document, &[self.citable()], template),
        }
    }

    /// The lines of a roster, or the one of an entry; none for words.
    pub fn lines(self, document: &Document) -> Vec<String> {
        match self {
            Self::Words(_) => Vec::new(),
            Self::Roster(id) => (0..document.roster(id).entries.len())
                .map(|row| entry_line(document, id, row))
                .collect(),
            Self::Entry(id, row) => vec![entry_line(document, id, row)],
        }
    }
}

/// Returns the words of a passage, with blank lines between its paragraphs. Numbers inside it are
/// kept, except the first, which is the section's.
fn words(document: &Document, passage: Passage) -> String {
    let parts: Vec<String> = document
        .passage_ranges(passage)
        .map(|(block, range)| {
            let words = &document.body(block)[range];
            match document.label(block).filter(|_| block != passage.start.block) {
                Some(label) => format!("{label} {words}"),
                None => words.to_owned(),
            }
        })
        .collect();
    parts.join("\n\n")
}

/// A party, what the text says of it, and where: `Thailand, deputy minister (story:3, 2)`.
pub fn entry_line(document: &Document, id: RosterId, row: usize) -> String {
    let Some(entry) = document.roster(id).entries.get(row) else { return String::new() };
    let note = entry.note();
    let mut line = entry.name.clone();
    if !note.is_empty() {
        line.push_str(", ");
        line.push_str(&note);
    }
    let addresses = addresses(document, entry.evidence.start.block, &entry.mentions);
    format!("{line} ({})", addresses.join(", "))
}

/// The addresses of some places, each once, in the order given.
pub fn addresses(document: &Document, first: BlockId, rest: &[Passage]) -> Vec<String> {
    let mut addresses: Vec<String> = Vec::new();
    for block in std::iter::once(first).chain(rest.iter().map(|passage| passage.start.block)) {
        let address = document.block_address(block);
        if !addresses.contains(&address) {
            addresses.push(address);
        }
    }
    addresses
}
