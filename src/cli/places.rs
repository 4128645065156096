//! The places that addresses name, as they are printed and cited.

use super::error::Failure;
use crate::bookmarks::cite;
use crate::document::{BlockId, Document, Passage, RosterId, SectionId};
use crate::find::{Target, look_up};
use serde::Serialize;

/// A place, for programs.
#[derive(Debug, Serialize)]
pub struct Place {
    pub address: String,
    pub kind: &'static str,
    pub number: Option<String>,
    pub text: String,
    pub citation: String,
}

/// What is printed: words of the text, or an entry of what it lists.
#[derive(Debug, Clone, Copy)]
pub enum Printed {
    /// A passage, with the section that it is the whole of, or stands in.
    Words(SectionId, Passage),
    /// A roster.
    Roster(RosterId),
    /// An entry of one.
    Entry(RosterId, usize),
}

/// What each address names; a range names each of its clauses. Without an
/// address, every outermost section.
///
/// # Errors
/// Where an address is none, or leads nowhere.
pub fn named(document: &Document, addresses: &[String]) -> Result<Vec<Printed>, Failure> {
    let mut printed = Vec::new();
    for address in addresses {
        match look_up(document, address, None)? {
            Target::Roster(id) => printed.push(Printed::Roster(id)),
            Target::Entry(id, row) => printed.push(Printed::Entry(id, row)),
            Target::Text { sections, passage } if sections.len() == 1 => {
                printed.extend(sections.first().map(|id| Printed::Words(*id, passage)));
            }
            Target::Text { sections, .. } => {
                printed.extend(sections.into_iter().filter_map(|id| whole(document, id)));
            }
        }
    }
    Ok(printed)
}

fn whole(document: &Document, id: SectionId) -> Option<Printed> {
    document.section_passage(id).map(|passage| Printed::Words(id, passage))
}

/// Every section that has words of its own, with just those.
pub fn all(document: &Document) -> Vec<Place> {
    document
        .section_ids()
        .filter_map(|id| {
            let texts: Vec<&str> = document.own_blocks(id).map(|b| document.body(b)).collect();
            let passage = document.section_passage(id)?;
            (!texts.is_empty()).then(|| place(document, id, texts.join("\n\n"), passage))
        })
        .collect()
}

/// A passage of a section: all of the section, or one of its paragraphs.
fn place(document: &Document, id: SectionId, text: String, passage: Passage) -> Place {
    let section = document.section(id);
    let block = passage.start.block;
    let paragraph = (document.section_passage(id) != Some(passage) && passage.end.block == block)
        .then(|| document.paragraph_number(block))
        .flatten()
        .filter(|_| document.section(id).paragraphs > 1);
    let address = match paragraph {
        Some(_) => document.block_address(block),
        None => section.address.clone(),
    };
    Place {
        citation: cite(document, id, paragraph),
        address,
        kind: section.kind.name(),
        number: section.number.as_ref().map(ToString::to_string),
        text,
    }
}

impl Printed {
    /// The place, for programs.
    pub fn place(self, document: &Document) -> Place {
        match self {
            Self::Words(id, passage) => {
                let text = words(document, passage);
                place(document, id, text, passage)
            }
            Self::Roster(id) => {
                let roster = document.roster(id);
                let names: Vec<String> =
                    (0..roster.entries.len()).map(|row| entry_line(document, id, row)).collect();
                let address = roster.kind.name().to_owned();
                Place {
                    citation: format!("{}, {address}", document.metadata().citation()),
                    address,
                    kind: "roster",
                    number: None,
                    text: names.join("\n\n"),
                }
            }
            Self::Entry(id, row) => {
                let roster = document.roster(id);
                let name = roster.entries.get(row).map_or("", |entry| &entry.name);
                let address = format!("{}/{name}", roster.kind.name());
                Place {
                    citation: format!("{}, {address}", document.metadata().citation()),
                    address,
                    kind: "roster",
                    number: None,
                    text: entry_line(document, id, row),
                }
            }
        }
    }
}

/// The words of a passage, its paragraphs parted by a blank line. Numbers that
/// stand inside of it are kept; that of its first words is the section's.
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
