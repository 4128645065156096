//! A preview: another place, an address outside, or the meaning of words.

use super::{ClauseHistory, HistoryEntry, VersionPlace, number_apart};
use crate::document::{BlockKind, Direction, Document, Explained, Passage, Point};
use crate::find::Finding;
use crate::messages::{counts, headings, states};
use crate::typeset::{lines, plain, running_lines};

/// What a window shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeekSubject {
    /// A passage of the document.
    Place(Passage),
    /// An address outside the document, which is never opened.
    Outside(String),
    /// Words that the text explains, with their meanings.
    Words(Vec<Explained>),
    /// A text of the program: how a paragraph was recognised, the rules, the settings.
    Report {
        /// Its title.
        title: String,
        /// Its lines.
        text: String,
    },
    /// The faults that the check found in the document.
    Findings(Vec<Finding>),
    /// The history of a clause.
    History(ClauseHistory),
    /// What another program printed about words.
    LookedUp {
        /// The words.
        words: String,
        /// The output.
        told: String,
    },
}

/// A window over the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Peek {
    /// What it shows.
    pub subject: PeekSubject,
    /// The start of the words that lead there; the window opens beside them.
    pub from: Option<Point>,
    /// The index of the chosen word, if there are several.
    pub chosen: usize,
    /// The rows scrolled off above.
    pub above: usize,
}

/// The kind of a row in the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeekRow {
    /// Running text, with its direction.
    Text(Direction),
    /// An explained word; whether it is the chosen one.
    Name(bool),
}

/// The maximum number of rows that are laid out: to read more, the user goes there.
const MOST_ROWS: usize = 400;

/// The maximum number of rows of a text of the program.
const MOST_OWN_ROWS: usize = 4000;

/// Text of the window itself.
const OWN: PeekRow = PeekRow::Text(Direction::LeftToRight);

impl Peek {
    /// Returns a window at the beginning of its contents.
    pub fn new(subject: PeekSubject, from: Option<Point>) -> Self {
        Self { subject, from, chosen: 0, above: 0 }
    }

    /// The title of the window.
    pub fn title(&self, document: &Document) -> String {
        match &self.subject {
            PeekSubject::Place(passage) => {
                let name = document.passage_name(*passage);
                let section = document.section_of(*passage);
                let Some(section) = section else { return name };
                let title = document.title(section);
                let told = match &document.section(section).number {
                    Some(number) => {
                        number_apart(document, section).is_none() && number.to_string() == name
                    }
                    // A heading is named by its words.
                    None => title.starts_with(name.trim_end_matches('…')),
                };
                if told { title.into_owned() } else { format!("{name} · {title}") }
            }
            PeekSubject::Outside(_) => headings::OUTSIDE.to_owned(),
            PeekSubject::LookedUp { words, .. } => format!("“{words}”"),
            PeekSubject::Report { title, .. } => title.clone(),
            PeekSubject::History(history) => history.title.clone(),
            PeekSubject::Findings(findings) => {
                let faults = findings.iter().filter(|found| !found.fault.is_remark()).count();
                let remarks = findings.len() - faults;
                let faults = (faults > 0).then(|| counts::faults(faults));
                let remarks = (remarks > 0).then(|| counts::remarks(remarks));
                let told: Vec<String> = faults.into_iter().chain(remarks).collect();
                headings::check(told.join(", "))
            }
            PeekSubject::Words(words) => match words.len() {
                1 => headings::EXPLAINED.to_owned(),
                count => headings::explained_several(count),
            },
        }
    }

    /// The columns between the frame and the words: more where a sign is beside the chosen entry.
    pub fn margin(&self) -> u16 {
        match self.subject {
            PeekSubject::Words(_) | PeekSubject::Findings(_) | PeekSubject::History(_) => 2,
            _ => 1,
        }
    }

    /// The columns of the window that its words cannot take: the frame, and what is inside it.
    pub fn edges(&self) -> u16 {
        self.margin() + 3
    }

    /// Its rows at a width, each with its kind; laid out up to a limit.
    pub fn rows(&self, document: &Document, columns: u16) -> Vec<(PeekRow, String)> {
        let columns = columns.max(1);
        let mut rows: Vec<(PeekRow, String)> = Vec::new();
        match &self.subject {
            PeekSubject::Place(passage) => {
                // A sub-clause says little without its lead-in.
                let section = document.section_of(*passage);
                for block in section.map_or_else(Vec::new, |id| document.lead_ins(id)) {
                    words(document, document.block_passage(block), columns, &mut rows);
                    rows.push((OWN, String::new()));
                }
                words(document, *passage, columns, &mut rows);
            }
            PeekSubject::Outside(address) => {
                rows.extend(lines(address, columns).into_iter().map(|l| (OWN, l)));
            }
            PeekSubject::Report { text: told, .. } | PeekSubject::LookedUp { told, .. } => {
                told.lines().for_each(|line| set_in(line, columns, &mut rows));
            }
            PeekSubject::History(history) => {
                for (at, entry) in history.entries.iter().enumerate() {
                    let HistoryEntry { name, lines: told, .. } = entry;
                    if at > 0 {
                        rows.push((OWN, String::new()));
                    }
                    let names = lines(name, columns).into_iter();
                    rows.extend(names.map(|name| (PeekRow::Name(at == self.chosen), name)));
                    told.iter().for_each(|line| set_in(line, columns, &mut rows));
                }
            }
            PeekSubject::Findings(findings) => {
                for (at, found) in findings.iter().enumerate() {
                    let remark = match found.fault.is_remark() {
                        true => format!(" · {}", states::REMARK),
                        false => String::new(),
                    };
                    let section = document.block(found.block).section;
                    let name = match document.paragraph_number(found.block) {
                        Some(_) => document.block_name(found.block),
                        None => document.section_name_with_kind(section),
                    };
                    rows.push((PeekRow::Name(at == self.chosen), format!("{name}{remark}")));
                    let (direction, lines) = running_lines(&found.words, columns);
                    rows.extend(lines.into_iter().map(|line| (PeekRow::Text(direction), line)));
                }
            }
            PeekSubject::Words(all) => {
                for (at, explained) in all.iter().enumerate() {
                    let Some(explanation) = document.explanation(*explained) else { continue };
                    if at > 0 {
                        rows.push((OWN, String::new()));
                    }
                    let place = document.block_name(explanation.place.start.block);
                    let name = format!("{}  {place}", explanation.name);
                    rows.push((PeekRow::Name(at == self.chosen), name));
                    words(document, explanation.meaning, columns, &mut rows);
                }
            }
        }
        let most = match self.subject {
            PeekSubject::Report { .. } | PeekSubject::History(_) => MOST_OWN_ROWS,
            _ => MOST_ROWS,
        };
        if rows.len() > most {
            rows.truncate(most);
            rows.push((OWN, "…".to_owned()));
        }
        rows
    }

    /// Where Enter goes.
    pub(in crate::app) fn destination(&self, document: &Document) -> Option<Passage> {
        match &self.subject {
            PeekSubject::Place(passage) => Some(*passage),
            PeekSubject::Outside(_)
            | PeekSubject::Report { .. }
            | PeekSubject::History(_)
            | PeekSubject::LookedUp { .. } => None,
            PeekSubject::Words(words) => {
                Some(document.explanation(*words.get(self.chosen)?)?.place)
            }
            PeekSubject::Findings(findings) => {
                Some(document.block_passage(findings.get(self.chosen)?.block))
            }
        }
    }

    /// The version to which Enter goes; the outer `None` if it shows no versions.
    pub(in crate::app) fn version(&self) -> Option<Option<VersionPlace>> {
        match &self.subject {
            PeekSubject::History(history) => Some(history.entries.get(self.chosen)?.place.clone()),
            _ => None,
        }
    }

    /// The number of choices in it.
    pub(in crate::app) fn choices(&self) -> usize {
        match &self.subject {
            PeekSubject::Words(words) => words.len(),
            PeekSubject::Findings(findings) => findings.len(),
            PeekSubject::History(history) => history.entries.len(),
            PeekSubject::Place(_)
            | PeekSubject::Outside(_)
            | PeekSubject::Report { .. }
            | PeekSubject::LookedUp { .. } => 1,
        }
    }
}

/// Lays out a line that the program wrote; if it wraps, all its rows keep its indent.
fn set_in(line: &str, columns: u16, rows: &mut Vec<(PeekRow, String)>) {
    let words = line.trim_start();
    let indent = &line[..line.len() - words.len()];
    let before = u16::try_from(indent.len()).unwrap_or(u16::MAX);
    let room = columns.saturating_sub(before).max(1);
    rows.extend(lines(words, room).into_iter().map(|words| (OWN, format!("{indent}{words}"))));
}

/// Lays out the words of a passage: paragraphs separated by an empty line, with their numbers.
fn words(document: &Document, passage: Passage, columns: u16, rows: &mut Vec<(PeekRow, String)>) {
    let mut first = true;
    for (block, range) in document.passage_ranges(passage) {
        if rows.len() > MOST_ROWS {
            return;
        }
        if !std::mem::take(&mut first) {
            rows.push((OWN, String::new()));
        }
        let label = document.label(block).filter(|_| range.start == 0);
        if matches!(
            document.block(block).kind,
            BlockKind::Table | BlockKind::Code | BlockKind::Printed
        ) {
            let lines = plain(document, block, range, columns, 0).into_iter();
            rows.extend(lines.map(|line| (OWN, line)));
            continue;
        }
        let body = &document.body(block)[range];
        let said = label.map_or_else(|| body.to_owned(), |label| format!("{label} {body}"));
        for line in said.lines() {
            let (direction, lines) = running_lines(line, columns);
            rows.extend(lines.into_iter().map(|line| (PeekRow::Text(direction), line)));
        }
    }
}
