//! `bulletin print`: the text, or the places that addresses name.

use super::arguments::{Print, PrintFormat, Source};
use super::error::Failure;
use super::output::{JsonList, emit_json};
use super::places::{self, PlaceReport, Printed};
use super::styled::{Rendition, Styled};
use super::{beside, plain, source};
use crate::bookmarks::{Citable, Template, cite, in_markdown};
use crate::cache::Personal;
use crate::document::{Document, Passage};
use crate::export;
use crate::settings::{Settings, UnknownTemplate};
use serde::Serialize;

/// A place of one of several files, for programs.
#[derive(Serialize)]
struct InFile<'a> {
    file: &'a str,
    #[serde(flatten)]
    place: &'a PlaceReport,
}

/// Prints the documents, or the places in each of them that addresses name. Several documents
/// are headed by the names of their files; one that cannot be printed is reported, and the others
/// are printed all the same.
///
/// # Errors
/// If a document cannot be read, does not have an address, or there is no such template.
pub fn run(print: &Print, rendition: Rendition) -> Result<(), Failure> {
    let sources = Source::all(&print.files, print.built_in);
    if let Some(other) = &print.beside {
        let [source] = sources.as_slice() else { return Err(Failure::SeveralBeside) };
        return beside::print(print, source, other, rendition);
    }
    let printer = DocumentPrinter::new(print, rendition)?;
    if let [source] = sources.as_slice() {
        return printer.print(source);
    }
    let mut list = JsonList::default();
    let mut is_first = true;
    let statuses = print_each(&sources, |source| {
        let name = source.name();
        match printer.places_or_words(source)? {
            PrintedContent::Places(places) => {
                list.extend(places.iter().map(|place| InFile { file: &name, place }))
            }
            PrintedContent::Words(words) => {
                let blank = if std::mem::take(&mut is_first) { "" } else { "\n" };
                let mut out = Styled::from(format!("{blank}{}", headed(print.format, &name)));
                out.append(words).emit(rendition)
            }
        }
    })?;
    if print.format == PrintFormat::Json {
        list.finish()?;
    }
    statuses.into_iter().max().map_or(Ok(()), |status| Err(Failure::Told(status)))
}

/// Prints several documents one by one, and reports those that cannot be printed. Returns the exit
/// status of each of them.
fn print_each(
    sources: &[Source],
    mut print: impl FnMut(&Source) -> Result<(), Failure>,
) -> Result<Vec<u8>, Failure> {
    let mut statuses = Vec::new();
    for source in sources {
        match print(source) {
            Ok(()) => {}
            // The others cannot be written either.
            Err(failure @ Failure::Output(_)) => return Err(failure),
            Err(failure) => {
                failure.tell();
                statuses.push(failure.status());
            }
        }
    }
    Ok(statuses)
}

/// The heading of one of several files: in Markdown a comment, so that it is not one of its headings.
fn headed(format: PrintFormat, name: &str) -> String {
    match format {
        PrintFormat::Markdown => format!("<!-- {} -->\n\n", name.replace("--", "- -")),
        PrintFormat::Text | PrintFormat::Json | PrintFormat::Tsv => format!("==> {name} <==\n\n"),
    }
}

/// What is printed of a document.
enum PrintedContent {
    Places(Vec<PlaceReport>),
    Words(Styled),
}

/// How documents are printed.
struct DocumentPrinter<'a> {
    print: &'a Print,
    template: Template,
    /// Columns; 0 for whole paragraphs.
    columns: u16,
    rendition: Rendition,
    cache: Personal,
}

impl<'a> DocumentPrinter<'a> {
    fn new(print: &'a Print, rendition: Rendition) -> Result<Self, Failure> {
        // The config counts only where a person reads the output: what programs read is the same
        // with every config.
        let measured = print.format == PrintFormat::Text && print.width.is_none();
        let settings =
            if measured || print.cite.is_some() { source::settings() } else { Settings::default() };
        let template = template(print, &settings)?;
        let columns = print.width.unwrap_or(settings.measure);
        Ok(Self { print, template, columns, rendition, cache: Personal::default() })
    }

    /// Prints a document alone.
    fn print(&self, source: &Source) -> Result<(), Failure> {
        match self.places_or_words(source)? {
            PrintedContent::Places(places) => emit_json(&places),
            PrintedContent::Words(words) => words.emit(self.rendition),
        }
    }

    fn places_or_words(&self, source: &Source) -> Result<PrintedContent, Failure> {
        let Self { print, template, columns, rendition, cache } = self;
        let document = source::open_telling(source, cache)?;
        let named = places::named(&document, &print.at)?;
        let citation = print.cite.is_some().then_some(template);
        Ok(match print.format {
            PrintFormat::Json if print.at.is_empty() => {
                PrintedContent::Places(places::all(&document, template))
            }
            PrintFormat::Json => {
                let places = named.into_iter().map(|one| one.place(&document, template));
                PrintedContent::Places(places.collect())
            }
            PrintFormat::Markdown => {
                PrintedContent::Words(in_words(&document, &named, citation, print, &|passage| {
                    export::markdown(&document, passage).into()
                }))
            }
            PrintFormat::Text | PrintFormat::Tsv => {
                PrintedContent::Words(in_words(&document, &named, citation, print, &|passage| {
                    match *columns {
                        0 => export::text(&document, passage).into(),
                        columns => plain::lines(&document, passage, columns, *rendition),
                    }
                }))
            }
        })
    }
}

/// Returns the template on the command line, or the one in the config, or the one that suits the
/// format.
fn template(print: &Print, settings: &Settings) -> Result<Template, UnknownTemplate> {
    let Some(asked) = print.cite.as_deref() else { return Ok(Template::plain()) };
    let asked = Some(asked).filter(|name| !name.is_empty());
    let citations = &settings.citations;
    match print.format {
        PrintFormat::Markdown if asked.or(citations.chosen()).is_none() => Ok(Template::markdown()),
        PrintFormat::Markdown => Ok(citations.asked(asked)?.for_markdown()),
        PrintFormat::Text | PrintFormat::Json | PrintFormat::Tsv => citations.asked(asked),
    }
}

/// Prints documents one after another, without headings, to a standard output that is not a
/// terminal. One that cannot be printed is reported, and the others are printed all the same.
///
/// # Errors
/// If a document cannot be read, or does not have the address.
pub fn plainly(sources: &[Source], at: Option<&str>) -> Result<(), Failure> {
    let print = Print {
        files: Vec::new(),
        built_in: false,
        at: at.map(str::to_owned).into_iter().collect(),
        chapeau: false,
        format: PrintFormat::Text,
        width: None,
        cite: None,
        beside: None,
    };
    let printer = DocumentPrinter::new(&print, Rendition::PLAIN)?;
    let statuses = print_each(sources, |source| printer.print(source))?;
    statuses.first().map_or(Ok(()), |status| Err(Failure::Told(*status)))
}

/// Returns the text of the places, with blank lines between them, or all of the text if no place is
/// named; one citation of all places follows.
fn in_words(
    document: &Document,
    named: &[Printed],
    template: Option<&Template>,
    print: &Print,
    set: &dyn Fn(Passage) -> Styled,
) -> Styled {
    let words = if named.is_empty() {
        document.whole().map(set).unwrap_or_default()
    } else {
        joined(named.iter().map(|one| match one {
            Printed::Words(part) if print.chapeau => {
                let lead_ins = document.lead_ins(part.section).into_iter();
                let lead_ins = lead_ins.map(|block| document.block_passage(block));
                joined(lead_ins.chain([part.passage]).map(set))
            }
            Printed::Words(part) => set(part.passage),
            Printed::Roster(_) | Printed::Entry(..) => {
                (one.lines(document).join("\n") + "\n").into()
            }
        }))
    };
    let Some(template) = template else { return words };
    let places: Vec<Citable> = named.iter().map(|one| one.citable()).collect();
    let citation = cite(document, &places, template);
    let citation = match print.format {
        PrintFormat::Markdown => in_markdown(citation),
        PrintFormat::Text | PrintFormat::Json | PrintFormat::Tsv => citation,
    };
    (template.attached(words.plain(), &citation) + "\n").into()
}

/// Joins texts by blank lines.
fn joined(texts: impl Iterator<Item = Styled>) -> Styled {
    let mut out = Styled::default();
    for (at, text) in texts.enumerate() {
        if at > 0 {
            out.push("\n");
        }
        out.append(text);
    }
    out
}
