//! A register: a table of names, each with the places that mention it, such as the rosters or the
//! abbreviations of a document.

use super::target_words;
use crate::document::{
    Document, Link, LinkTarget, Passage, RosterEntry, RosterId, SectionId, Term,
};
use crate::find::context_line;
use crate::messages::{counts, headings, states};

/// What a register lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegisterKind {
    /// The parties of a roster.
    Roster(RosterId),
    /// The abbreviations that the text explains.
    Abbreviations,
    /// The terms that the text defines.
    Terms,
    /// The references to a section.
    CitedBy(SectionId),
    /// All references and links of the text.
    References,
}

/// What a place says about a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Telling {
    /// It lists the name: the evidence.
    Listed,
    /// It states the level of representation.
    Level,
    /// It says something else.
    Mentioned,
    /// It explains an abbreviation.
    Explained,
    /// It defines a term.
    Defined,
    /// It uses an abbreviation or a term.
    Used,
    /// It refers to the section.
    Referring,
    /// It is the target of a reference.
    Target,
}

impl Telling {
    /// The word that the user sees.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Listed => states::LISTED_HERE,
            Self::Level => states::LEVEL_HERE,
            Self::Mentioned => states::MENTIONED_HERE,
            Self::Explained => states::EXPLAINED_HERE,
            Self::Defined => states::DEFINED_HERE,
            Self::Used => states::USED_HERE,
            Self::Referring => states::REFERRED_TO_HERE,
            Self::Target => states::TARGET_HERE,
        }
    }
}

/// A place of the text that mentions a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RegisterPlace {
    /// What it says.
    pub telling: Telling,
    /// Where it is.
    pub passage: Passage,
}

/// A row of a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterRow {
    /// Its index among all rows.
    pub at: usize,
    /// The name that is listed.
    pub name: String,
    /// What the text says about it.
    pub note: String,
    /// Where the text lists or explains it, and where else it mentions it.
    pub places: Vec<RegisterPlace>,
}

/// An open register, with the choices in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Register {
    /// What it lists.
    pub kind: RegisterKind,
    /// The chosen row.
    pub row: usize,
    /// The index of the chosen place in that row.
    pub place: usize,
}

impl Register {
    /// Returns a register with its first row chosen.
    pub fn new(kind: RegisterKind) -> Self {
        Self { kind, row: 0, place: 0 }
    }

    /// The title of the register.
    pub fn title(self, document: &Document) -> String {
        match self.kind {
            RegisterKind::Abbreviations => headings::ABBREVIATIONS.to_owned(),
            RegisterKind::Terms => headings::TERMS.to_owned(),
            RegisterKind::References => headings::REFERENCES.to_owned(),
            RegisterKind::CitedBy(id) => headings::references_to(document.section_name(id)),
            RegisterKind::Roster(id) => document.roster(id).kind.label().to_owned(),
        }
    }

    /// How many rows there are, and how many the text says there are.
    pub fn summary(self, document: &Document) -> String {
        match self.kind {
            RegisterKind::Abbreviations => counts::explained(document.abbreviations().len()),
            RegisterKind::Terms => counts::defined(document.terms().len()),
            RegisterKind::CitedBy(id) => counts::references(document.cited_by(id).len()),
            RegisterKind::References => counts::references(document.links().len()),
            RegisterKind::Roster(id) => {
                let roster = document.roster(id);
                let count = roster.entries.len();
                match roster.stated {
                    Some(stated) if stated as usize == count => counts::named_as_stated(count),
                    Some(stated) => counts::named_otherwise(count, stated),
                    None => counts::named(count),
                }
            }
        }
    }

    /// The headings of its columns: names, what the text says about them, places.
    pub const fn heads(self) -> [&'static str; 3] {
        match self.kind {
            RegisterKind::Roster(_) => {
                [headings::COLUMN_NAME, headings::COLUMN_ROLE, headings::COLUMN_PLACES]
            }
            RegisterKind::Abbreviations => {
                [headings::COLUMN_ABBREVIATION, headings::COLUMN_MEANING, headings::COLUMN_PLACES]
            }
            RegisterKind::Terms => {
                [headings::COLUMN_TERM, headings::COLUMN_USED, headings::COLUMN_PLACES]
            }
            RegisterKind::CitedBy(_) => [headings::COLUMN_WHERE, headings::COLUMN_WORDS, ""],
            RegisterKind::References => {
                [headings::COLUMN_WHERE, headings::COLUMN_WORDS, headings::COLUMN_PLACES]
            }
        }
    }

    /// All of its rows, in document order.
    pub fn rows(self, document: &Document) -> Vec<RegisterRow> {
        let mut rows = self.unnumbered(document);
        for (at, row) in rows.iter_mut().enumerate() {
            row.at = at;
        }
        rows
    }

    fn unnumbered(self, document: &Document) -> Vec<RegisterRow> {
        let all = |telling, passages: &[Passage]| {
            passages
                .iter()
                .map(move |passage| RegisterPlace { telling, passage: *passage })
                .collect()
        };
        match self.kind {
            RegisterKind::Roster(id) => {
                let entries = document.roster(id).entries.iter();
                entries
                    .map(|entry| roster_row(entry, all(Telling::Mentioned, &entry.mentions)))
                    .collect()
            }
            RegisterKind::Terms => document.terms().iter().map(term_row).collect(),
            RegisterKind::CitedBy(id) => document
                .cited_by(id)
                .into_iter()
                .filter_map(|link| referring_row(document, link))
                .collect(),
            RegisterKind::References => {
                document.links().iter().filter_map(|link| reference_row(document, link)).collect()
            }
            RegisterKind::Abbreviations => document
                .abbreviations()
                .iter()
                .map(|abbreviation| {
                    let mut places: Vec<_> = all(Telling::Explained, &abbreviation.explained);
                    places.append(&mut all(Telling::Used, &abbreviation.used));
                    RegisterRow {
                        at: 0,
                        name: abbreviation.short.clone(),
                        note: document.passage_text(abbreviation.expansion),
                        places,
                    }
                })
                .collect(),
        }
    }
}

/// The characters shown on each side of a reference.
const CONTEXT: usize = 30;

/// The maximum number of uses of a term to go to from its row; the total is shown beside it.
const MOST_USES: usize = 200;

/// A term, how often it is used, and where.
fn term_row(term: &Term) -> RegisterRow {
    let place = |telling| move |passage| RegisterPlace { telling, passage };
    let defined = term.defined.iter().map(|d| d.name).map(place(Telling::Defined));
    let used = term.used.iter().take(MOST_USES).copied().map(place(Telling::Used));
    let note = match term.used.len() {
        0 => states::NEVER_USED.to_owned(),
        count => counts::uses(count),
    };
    RegisterRow { at: 0, name: term.name.clone(), note, places: defined.chain(used).collect() }
}

/// A reference: where it is, with the words around it.
fn referring_row(document: &Document, link: &Link) -> Option<RegisterRow> {
    let passage = document.link_passage(link)?;
    let body = document.body(passage.start.block);
    let range = document.part_in(passage, passage.start.block);
    Some(RegisterRow {
        at: 0,
        name: document.block_name(passage.start.block),
        note: context_line(body, range, CONTEXT),
        places: vec![RegisterPlace { telling: Telling::Referring, passage }],
    })
}

/// A reference: where it is, its words, and where it leads.
fn reference_row(document: &Document, link: &Link) -> Option<RegisterRow> {
    let passage = document.link_passage(link)?;
    let mut places = vec![RegisterPlace { telling: Telling::Referring, passage }];
    if let LinkTarget::Passage(target) = &link.target {
        places.push(RegisterPlace { telling: Telling::Target, passage: *target });
    }
    let words = document.slice(link.span).replace('\n', " ");
    Some(RegisterRow {
        at: 0,
        name: document.block_name(passage.start.block),
        note: format!("{words} · {}", target_words(document, &link.target)),
        places,
    })
}

/// A party, with the places that mention it.
fn roster_row(entry: &RosterEntry, mentions: Vec<RegisterPlace>) -> RegisterRow {
    let mut places = vec![RegisterPlace { telling: Telling::Listed, passage: entry.evidence }];
    if let Some((_, passage)) = entry.level {
        places.push(RegisterPlace { telling: Telling::Level, passage });
    }
    // A place that states the level also mentions the party.
    let told = |place: &RegisterPlace| {
        entry.level.is_some_and(|(_, passage)| passage.overlaps(place.passage))
    };
    places.extend(mentions.into_iter().filter(|place| !told(place)));
    RegisterRow { at: 0, name: entry.name.clone(), note: entry.note(), places }
}
