//! A register: a table of names, each with the places that tell of it. The
//! rosters of a document are registers, and so are its abbreviations.

use super::counted;
use crate::document::{Document, Link, Passage, RosterEntry, RosterId, SectionId, Term};
use crate::find::context;

/// What a register lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegisterKind {
    /// The parties of a roster.
    Roster(RosterId),
    /// The abbreviations that the text explains.
    Abbreviations,
    /// The terms that it defines.
    Terms,
    /// What refers to a section.
    CitedBy(SectionId),
}

/// What a place tells of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Telling {
    /// That it is one of the list: the evidence.
    Listed,
    /// At what level it was represented.
    Level,
    /// Something else.
    Mentioned,
    /// What an abbreviation stands for.
    Explained,
    /// What a term means.
    Defined,
    /// Nothing new: an abbreviation or a term is used.
    Used,
    /// That a section is referred to.
    Referring,
}

impl Telling {
    /// The word that a person reads.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Listed => "listed here",
            Self::Level => "level stated here",
            Self::Mentioned => "mentioned here",
            Self::Explained => "explained here",
            Self::Defined => "defined here",
            Self::Used => "used here",
            Self::Referring => "referred to here",
        }
    }
}

/// A place of the text that tells of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RegisterPlace {
    /// What it tells.
    pub telling: Telling,
    /// Where it is.
    pub passage: Passage,
}

/// One line of a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterRow {
    /// Its place among all.
    pub at: usize,
    /// What is listed.
    pub name: String,
    /// What the text says of it.
    pub note: String,
    /// Where the text lists or explains it, and where else it tells of it.
    pub places: Vec<RegisterPlace>,
}

/// A register that is open, and what is chosen in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Register {
    /// What it lists.
    pub kind: RegisterKind,
    /// The chosen row.
    pub row: usize,
    /// The chosen one of its places.
    pub place: usize,
}

impl Register {
    /// A register with its first row chosen.
    pub fn new(kind: RegisterKind) -> Self {
        Self { kind, row: 0, place: 0 }
    }

    /// What it is called.
    pub fn title(self, document: &Document) -> String {
        match self.kind {
            RegisterKind::Abbreviations => "Abbreviations".to_owned(),
            RegisterKind::Terms => "Terms".to_owned(),
            RegisterKind::CitedBy(id) => format!("What refers to {}", document.section_name(id)),
            RegisterKind::Roster(id) => document.roster(id).kind.label().to_owned(),
        }
    }

    /// How many there are, and how many the text says there are.
    pub fn summary(self, document: &Document) -> String {
        match self.kind {
            RegisterKind::Abbreviations => {
                format!("{} explained", document.abbreviations().len())
            }
            RegisterKind::Terms => format!("{} defined", document.terms().len()),
            RegisterKind::CitedBy(id) => counted(document.cited_by(id).len(), "reference"),
            RegisterKind::Roster(id) => {
                let roster = document.roster(id);
                let count = roster.entries.len();
                match roster.stated {
                    Some(stated) if stated as usize == count => {
                        format!("{count}, as the text states")
                    }
                    Some(stated) => format!("{count} named; the text states {stated}"),
                    None => format!("{count} named"),
                }
            }
        }
    }

    /// The heads of its columns: of what is listed, of what the text says of it, of its places.
    pub const fn heads(self) -> [&'static str; 3] {
        match self.kind {
            RegisterKind::Roster(_) => ["Name", "As", "Places"],
            RegisterKind::Abbreviations => ["Abbreviation", "Stands for", "Places"],
            RegisterKind::Terms => ["Term", "Used", "Places"],
            RegisterKind::CitedBy(_) => ["Where", "Words", ""],
        }
    }

    /// All of its rows, as the text has them.
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

/// Characters on each side of a reference that its row shows.
const CONTEXT: usize = 30;

/// Uses of a term that can be gone to from its row; how many there are in all
/// is told beside it.
const MOST_USES: usize = 200;

/// A term, how often it is used, and where.
fn term_row(term: &Term) -> RegisterRow {
    let place = |telling| move |passage| RegisterPlace { telling, passage };
    let defined = term.defined.iter().map(|d| d.name).map(place(Telling::Defined));
    let used = term.used.iter().take(MOST_USES).copied().map(place(Telling::Used));
    let note = match term.used.len() {
        0 => "never used".to_owned(),
        count => counted(count, "use"),
    };
    RegisterRow { at: 0, name: term.name.clone(), note, places: defined.chain(used).collect() }
}

/// A reference: where it stands, and the words around it.
fn referring_row(document: &Document, link: &Link) -> Option<RegisterRow> {
    let passage = document.link_passage(link)?;
    let body = document.body(passage.start.block);
    let range = passage.start.byte..passage.end.byte;
    Some(RegisterRow {
        at: 0,
        name: document.block_name(passage.start.block),
        note: context(body, range, CONTEXT).replace('\n', " "),
        places: vec![RegisterPlace { telling: Telling::Referring, passage }],
    })
}

/// A party with the places that tell of it.
fn roster_row(entry: &RosterEntry, mentions: Vec<RegisterPlace>) -> RegisterRow {
    let mut places = vec![RegisterPlace { telling: Telling::Listed, passage: entry.evidence }];
    if let Some((_, passage)) = entry.level {
        places.push(RegisterPlace { telling: Telling::Level, passage });
    }
    // Where the level is told, the party is named.
    let told = |place: &RegisterPlace| {
        entry.level.is_some_and(|(_, passage)| passage.overlaps(place.passage))
    };
    places.extend(mentions.into_iter().filter(|place| !told(place)));
    RegisterRow { at: 0, name: entry.name.clone(), note: entry.note(), places }
}
