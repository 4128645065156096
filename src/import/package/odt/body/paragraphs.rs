//! The state of reading a text, and the writing of its paragraphs and words.

use crate::document::InlineKind;
use crate::import::clean::Break;
use crate::import::manuscript::ElementKind;
use crate::import::package::characters::CharacterStyle;
use crate::import::package::odt::lists::{HeadingNumbering, OdtLists};
use crate::import::package::odt::styles::{OdtStyles, SpanStyles};
use crate::import::package::omission::{Omission, Omissions};
use crate::import::package::table::Tables;
use crate::import::package::xml::StartTag;
use crate::import::writer::{ItemMarker, Writer};

/// The paragraph being read.
#[derive(Debug)]
pub(super) struct OdtParagraph {
    pub(super) style: String,
    pub(super) kind: ElementKind,
    pub(super) heading: Option<HeadingNumbering>,
    /// Whether its number is written, so that its words may follow.
    pub(super) begun: bool,
}

/// A note to which the text refers.
#[derive(Debug, Clone, Copy)]
pub(super) struct OdtNote<'t> {
    /// Its content.
    pub(super) text: &'t str,
    /// Its number among all notes, from 1.
    pub(super) number: usize,
}

/// Returns the name of the anchor at the beginning of a note.
pub(super) fn note_name(number: usize) -> String {
    format!("note:{number}")
}

/// Returns the name of the anchor at a note's mark in the text.
pub(super) fn mark_name(number: usize) -> String {
    format!("note:{number}:mark")
}

/// Reads the text and writes the manuscript.
pub struct OdtBody<'s, 't> {
    pub(super) styles: &'s OdtStyles,
    /// The parts that cannot be shown.
    pub omissions: Omissions,
    /// The manuscript.
    pub writer: Writer,
    pub(super) paragraph: Option<OdtParagraph>,
    /// The styles of the open spans.
    pub(super) spans: Vec<SpanStyles>,
    pub(super) links: Vec<bool>,
    /// The current inline styles.
    pub(super) on: Vec<InlineKind>,
    pub(super) after_preformatted: bool,
    pub(super) lists: OdtLists,
    pub(super) tables: Tables,
    /// Whether the current rows are heads of their table.
    pub(super) in_head: bool,
    pub(super) notes: Vec<(OdtNote<'t>, String)>,
    /// The note being read, until its mark is written.
    pub(super) note: Option<(usize, String)>,
    pub(super) in_note: bool,
    pub(super) boxes: Vec<&'t str>,
    /// The numbers of left-to-right and right-to-left paragraphs.
    pub(super) directions: [usize; 2],
}

impl<'s, 't> OdtBody<'s, 't> {
    /// Creates an empty body.
    pub fn new(styles: &'s OdtStyles) -> Self {
        Self {
            styles,
            omissions: Omissions::default(),
            writer: Writer::default(),
            paragraph: None,
            spans: Vec::new(),
            links: Vec::new(),
            on: Vec::new(),
            after_preformatted: false,
            lists: OdtLists::default(),
            tables: Tables::default(),
            in_head: false,
            notes: Vec::new(),
            note: None,
            in_note: false,
            boxes: Vec::new(),
            directions: [0; 2],
        }
    }

    /// Whether most paragraphs are right-to-left.
    pub const fn is_right_to_left(&self) -> bool {
        self.directions[1] > self.directions[0]
    }

    pub(super) fn start_paragraph(
        &mut self,
        tag: &StartTag<'_>,
        heading: Option<(HeadingNumbering, bool)>,
    ) {
        let style = tag.attribute("style-name").unwrap_or_default();
        let mut kind = ElementKind::Paragraph;
        for name in self.styles.names(&style) {
            match name {
                "Title" => kind = ElementKind::Heading { level: 1 },
                "Quotations" | "Block_20_Text" => kind = ElementKind::Quotation,
                "Preformatted_20_Text" => kind = ElementKind::Preformatted,
                "Source_20_Code" => kind = ElementKind::Code,
                _ => {}
            }
        }
        if let Some((heading, _)) = heading {
            kind = ElementKind::Heading { level: heading.level };
        }
        self.spans = vec![self.styles.inline_of_paragraph(&style)];
        let heading = heading.filter(|(_, header)| !header).map(|(heading, _)| heading);
        self.paragraph = Some(OdtParagraph { style, kind, heading, begun: false });
    }

    /// Begins the paragraph before its first words, since it may have none.
    pub(super) fn begin(&mut self) {
        let Some(paragraph) = self.paragraph.as_mut().filter(|paragraph| !paragraph.begun) else {
            return;
        };
        paragraph.begun = true;
        let (kind, heading) = (paragraph.kind, paragraph.heading);
        self.directions[usize::from(self.styles.is_right_to_left(&paragraph.style))] += 1;
        let listed = self.lists.depth();
        let label = if self.lists.is_due() {
            self.lists.label(self.styles, &paragraph.style)
        } else {
            heading.and_then(|heading| self.lists.heading(self.styles, &heading))
        };
        if self.tables.in_cell() {
            self.after_preformatted = false;
            if let Some(words) = label {
                self.writer.words(&words);
                self.writer.space();
            }
            return;
        }
        if let Some((number, mark)) = self.note.take() {
            self.writer.begin(ElementKind::Note, 0);
            self.writer.cross_link(&note_name(number), &mark_name(number), &mark);
            self.writer.space();
            return;
        }
        let kind = if self.in_note { ElementKind::Note } else { kind };
        let level = match heading {
            Some(heading) if listed == 0 => usize::from(heading.level) - 1,
            _ => listed.saturating_sub(1),
        };
        match label {
            Some(words) => {
                self.writer.begin(kind, level);
                self.writer.mark(ItemMarker { words, level, alone: true });
            }
            None if kind.is_verbatim() && self.after_preformatted => {
                self.writer.line_end(Break::Hard);
            }
            None => self.writer.begin(kind, if heading.is_some() { 0 } else { level }),
        }
        self.after_preformatted = kind.is_verbatim();
    }

    pub(super) fn end_paragraph(&mut self) {
        // An item without words still has a number.
        let due = self.lists.is_due() && !self.tables.in_cell();
        if due && self.paragraph.as_ref().is_some_and(|paragraph| !paragraph.begun) {
            self.begin();
            self.writer.write_marker();
        }
        self.writer.strike(false);
        self.writer.restyle(&mut self.on, &[]);
        if self.tables.in_cell() {
            self.writer.cell_line_end();
        }
        self.paragraph = None;
        self.spans.clear();
    }

    pub(super) fn words(&mut self, words: &str) {
        let Some(paragraph) = &self.paragraph else { return };
        if self.spans.iter().any(|span| span.hidden) {
            if !words.trim().is_empty() {
                self.omissions.add(Omission::Hidden);
            }
            return;
        }
        let kind = paragraph.kind;
        let set_as_it_stands = kind.is_verbatim();
        if !paragraph.begun && words.trim().is_empty() && !set_as_it_stands {
            return;
        }
        self.begin();
        let verbatim = set_as_it_stands && !self.tables.in_cell();
        let around = self.spans.iter().rev().map(|span| span.characters);
        let set = around.fold(CharacterStyle::default(), CharacterStyle::or);
        let code = self.spans.iter().any(|span| span.code) && !verbatim;
        let code = code.then_some(InlineKind::Code);
        let styles: Vec<InlineKind> = set.inline(kind).chain(code).collect();
        self.writer.restyle(&mut self.on, &styles);
        let write = if verbatim { Writer::verbatim } else { Writer::words };
        set.write(words, &mut self.writer, write);
    }

    pub(super) fn line_break(&mut self) {
        if !self.paragraph.as_ref().is_some_and(|paragraph| paragraph.begun) {
            return;
        }
        if self.tables.in_cell() {
            self.writer.cell_line_end();
        } else {
            self.writer.line_end(Break::Hard);
        }
    }
}
