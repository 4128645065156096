//! The recipe: the passes by which a manuscript becomes a document, in order. Each is a function
//! of what the passes before it found; what it decides, and by which rule, goes to the trace.
//!
//! | Pass | takes | gives |
//! |---|---|---|
//! | [`language::detect`] | the text | its language, where the format declares none |
//! | [`columns`] | the elements | those of tables that only lay out a list, as paragraphs |
//! | [`numbering::candidates`] | the elements | every label that a line may begin with, in each reading |
//! | [`numbering::headings`] | elements, candidates | the headings without a number |
//! | [`numbering::outline`] | candidates, headings | sequences of labels, from the outside in: marks |
//! | [`chunk`] | elements, marks | parts: the lines that become one block each |
//! | [`prose_lists`] | parts, marks, language | no provisions where they are but points in prose |
//! | [`regions`] | parts, language | masthead, story, front, clauses, imprint, announcements |
//! | [`assembly`], [`sections`](super::sections) | parts, regions, language | blocks and sections |
//! | [`abbreviations`], [`rosters`], [`terms`], [`references`] | the document | what its sentences say, when it is first asked for |
//!
//! A text that states its structure has [`stated`] in place of all but the last, and one that a
//! program printed has [`printout`].

use super::blocks::Blocks;
use super::chunk;
use super::numbering::Mark;
use super::regions::Regions;
use super::stated::{self, Stated};
use super::trace::{Rule, Trace, TraceSubject};
use super::{
    abbreviations, assembly, columns, metadata, numbering, printout, prose_lists, references,
    rosters, terms,
};
use crate::document::{Builder, ContentId, Document, Finders, Metadata, Origin, ReadSoFar};
use crate::import::manuscript::{Element, Manuscript};
use crate::import::markup::Markup;
use crate::import::stretches;
use crate::lexicon::bulletins::BulletinLanguages;
use crate::lexicon::text_languages::TextLanguages;
use crate::lexicon::{defining, language, subjects};
use crate::messages::formats;
use std::borrow::Cow;

/// What the sentences of a document say: abbreviations, members, terms, references.
pub const FINDERS: Finders = Finders {
    abbreviations: |document| in_sentences(document, abbreviations::find),
    rosters: |document| in_sentences(document, |own| rosters::find(own, own.abbreviations())),
    terms: |document| in_sentences(document, |own| terms::find(own, own.abbreviations())),
    references: |document| in_sentences(document, references::find),
    endings: |document| defining::endings(document.metadata().language.as_deref()),
};

/// Returns what the sentences of a document say; what a program printed has none.
fn in_sentences<T>(document: &Document, find: fn(&Document) -> Vec<T>) -> Vec<T> {
    if document.is_printed() { Vec::new() } else { find(document) }
}

/// The document of a manuscript, which came from `origin`, whose bytes are known by `content`.
///
/// Each decision is reported to `trace`.
pub fn document(
    manuscript: Manuscript<'_>,
    origin: Origin,
    content: ContentId,
    so_far: Option<ReadSoFar>,
    trace: &impl Trace,
) -> Document {
    let (recognised, text) = recognised(manuscript, origin, content, so_far, trace);
    recognised.finish(text.into_owned().into_bytes(), 0)
}

/// A document of which all is recognised, before its source becomes its text.
#[derive(Debug)]
pub struct Recognised {
    builder: Builder,
    metadata: Metadata,
}

impl Recognised {
    /// The document; the text of its manuscript is the bytes from `from` on.
    pub fn finish(self, bytes: Vec<u8>, from: usize) -> Document {
        self.builder.finish_in(self.metadata, bytes, from).read_by(FINDERS)
    }
}

/// What is recognised in a manuscript, and its text; otherwise like [`document`].
pub fn recognised<'a>(
    manuscript: Manuscript<'a>,
    origin: Origin,
    content: ContentId,
    so_far: Option<ReadSoFar>,
    trace: &impl Trace,
) -> (Recognised, Cow<'a, str>) {
    let Manuscript {
        text,
        skipped,
        elements,
        statements,
        styles,
        links,
        anchors,
        printout,
        mut declared,
        remarks,
    } = manuscript;
    let source = text;
    let text = source.as_ref();
    // The words of a program say nothing of the language of a text.
    if printout.is_none() {
        declared.language = declared.language.or_else(|| language::detect(text));
    }
    let tag = declared.language.as_deref();
    let (words, bulletins) = (subjects::of(tag), BulletinLanguages::of(tag));
    let languages = TextLanguages::of(tag, text);
    let is_stated = !statements.is_empty();
    let elements =
        if is_stated || printout.is_some() { elements } else { columns::read_out(text, elements) };
    trace.manuscript(text, skipped, &elements);
    let markup = Markup::new(styles, links, anchors);
    // What is not needed any more does not wait for the end of the recipe.
    let (builder, masthead, title, goes_on) = if let Some(printout) = printout {
        let figures = || printout::figures(&printout, &elements);
        trace.tell(TraceSubject::Document, printout::rule(printout.kind), figures);
        let mut blocks = Blocks::new(text, skipped, &[], markup, words);
        printout::assemble(&mut blocks, &printout, &elements);
        let title = (origin == Origin::StandardInput).then(|| printout::title(printout.kind));
        (blocks.finish(), None, title.map(str::to_owned), false)
    } else if is_stated {
        trace.tell(TraceSubject::Document, Rule::Stated, Vec::new);
        let mut blocks = Blocks::new(text, skipped, &[], markup, words);
        let stated = Stated::new(&elements, &statements);
        let (masthead, title) = stated::assemble(&mut blocks, &stated, bulletins);
        (blocks.finish(), masthead, title, false)
    } else {
        let marks = marks(text, &elements, &languages, trace);
        let parts = chunk::parts(text, &elements, &marks);
        let fewer = prose_lists::taken_back(text, &parts, &marks, tag, &languages, trace);
        let parts = match &fewer {
            Some(marks) => chunk::parts(text, &elements, marks),
            None => parts,
        };
        let regions = Regions::of(text, &parts, bulletins);
        let mut blocks = Blocks::new(text, skipped, &parts, markup, words);
        let title = assembly::assemble(&mut blocks, &regions);
        let goes_on = parts.iter().any(|part| part.goes_on);
        (blocks.finish(), regions.masthead, title, goes_on)
    };
    let mut metadata = metadata::of(masthead, title, declared, origin, content);
    metadata.read = so_far;
    metadata.remarks = remarks;
    if goes_on {
        metadata.remarks.push(formats::long_paragraphs(stretches::LONGEST >> 10));
    }
    (Recognised { builder, metadata }, source)
}

/// What begins where in a manuscript's elements.
fn marks(
    text: &str,
    elements: &[Element],
    languages: &TextLanguages<'_>,
    trace: &impl Trace,
) -> Vec<Mark> {
    let candidates = numbering::candidates(text, elements, languages, trace);
    let headings = numbering::headings(elements, &candidates);
    numbering::outline(&candidates, &headings, elements.len(), trace)
}
