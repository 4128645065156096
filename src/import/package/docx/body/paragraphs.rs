//! The state of reading a text, and the writing of its paragraphs and words.

use crate::document::InlineKind;
use crate::import::clean::Break;
use crate::import::manuscript::ElementKind;
use crate::import::package::docx::fields::Fields;
use crate::import::package::docx::notes::{DocxNote, Notes};
use crate::import::package::docx::numbering::Numbering;
use crate::import::package::docx::properties::{ParagraphProperties, RunProperties};
use crate::import::package::docx::styles::DocxStyles;
use crate::import::package::omission::{Omission, Omissions};
use crate::import::package::table::Tables;
use crate::import::writer::{ItemMarker, Writer};
use std::collections::HashMap;

/// The paragraph being read.
#[derive(Debug, Default)]
pub(super) struct DocxParagraph {
    pub(super) properties: ParagraphProperties,
    /// The style that the list comes from, if it comes from a style.
    pub(super) list_style: Option<String>,
    pub(super) kind: Option<ElementKind>,
    /// Whether its number is written, so that its words may follow.
    pub(super) begun: bool,
    /// Whether it is left out.
    pub(super) left_out: bool,
}

/// The run being read.
#[derive(Debug, Default)]
pub(super) struct DocxRun {
    pub(super) properties: RunProperties,
    pub(super) code: bool,
    /// Whether the rest is the author's own mark of a note, which is already written.
    pub(super) marked: bool,
}

/// Reads the text and writes the manuscript.
pub struct DocxBody<'a> {
    pub(super) styles: &'a DocxStyles,
    pub(super) numbering: Numbering,
    pub(super) addresses: HashMap<String, String>,
    /// The notes that the text refers to.
    pub notes: Notes<'a>,
    /// The parts that cannot be shown.
    pub omissions: Omissions,
    /// The manuscript.
    pub writer: Writer,
    pub(super) paragraph: DocxParagraph,
    pub(super) run: DocxRun,
    /// Whether the previous paragraph was preformatted.
    pub(super) after_preformatted: bool,
    /// The current inline styles.
    pub(super) on: Vec<InlineKind>,
    pub(super) tables: Tables,
    pub(super) fields: Fields,
    /// For each open hyperlink, whether it has a target.
    pub(super) links: Vec<bool>,
    /// The note being read, until its mark is written.
    pub(super) note: Option<DocxNote>,
    pub(super) in_note: bool,
    /// The numbers of left-to-right and right-to-left paragraphs.
    pub(super) directions: [usize; 2],
    pub(super) right_to_left: bool,
}

impl<'a> DocxBody<'a> {
    /// Creates an empty body.
    pub fn new(
        styles: &'a DocxStyles,
        numbering: Numbering,
        addresses: HashMap<String, String>,
    ) -> Self {
        Self {
            styles,
            numbering,
            addresses,
            notes: Notes::default(),
            omissions: Omissions::default(),
            writer: Writer::default(),
            paragraph: DocxParagraph::default(),
            run: DocxRun::default(),
            after_preformatted: false,
            on: Vec::new(),
            tables: Tables::default(),
            fields: Fields::default(),
            links: Vec::new(),
            note: None,
            in_note: false,
            directions: [0; 2],
            right_to_left: false,
        }
    }

    /// Whether a section or most paragraphs are right-to-left.
    pub const fn is_right_to_left(&self) -> bool {
        self.right_to_left || self.directions[1] > self.directions[0]
    }

    pub(super) fn start_paragraph(&mut self, mut properties: ParagraphProperties) {
        let list_style = self.styles.complete(&mut properties);
        let mut kind = None;
        let mut left_out = false;
        for name in self.styles.names(properties.style.as_deref()) {
            kind = kind.or(match name {
                "title" => Some(ElementKind::Heading { level: 1 }),
                "quote" | "intense quote" | "block text" | "quotations" => {
                    Some(ElementKind::Quotation)
                }
                "html preformatted" | "preformatted text" | "plain text" => {
                    Some(ElementKind::Preformatted)
                }
                "source code" => Some(ElementKind::Code),
                _ => None,
            });
            left_out |= name.starts_with("toc ");
        }
        if let Some(level) = properties.outline.filter(|level| *level < 9) {
            kind = Some(ElementKind::Heading { level: level + 1 });
        }
        self.paragraph = DocxParagraph { properties, list_style, kind, begun: false, left_out };
    }

    /// Begins the paragraph before its first words, since it may have none.
    pub(super) fn begin(&mut self) {
        if std::mem::replace(&mut self.paragraph.begun, true) {
            return;
        }
        let right_to_left = self.paragraph.properties.right_to_left == Some(true);
        self.directions[usize::from(right_to_left)] += 1;
        let label = self.label();
        self.after_preformatted &= !self.tables.in_cell();
        if self.tables.in_cell() {
            if let Some((words, _)) = label {
                self.writer.words(&words);
                self.writer.space();
            }
            return;
        }
        if let Some(note) = self.note.take() {
            self.writer.begin(ElementKind::Note, 0);
            self.writer.cross_link(&note.name, &note.mark_name, &note.mark);
            self.writer.space();
            return;
        }
        let kind = match self.paragraph.kind {
            _ if self.in_note => ElementKind::Note,
            Some(kind) => kind,
            None => ElementKind::Paragraph,
        };
        match label {
            Some((words, level)) if !words.is_empty() => {
                self.writer.begin(kind, level);
                self.writer.mark(ItemMarker { words, level, alone: true });
            }
            // Each preformatted line is a paragraph.
            _ if kind.is_verbatim() && self.after_preformatted => {
                self.writer.line_end(Break::Hard);
            }
            _ => self.writer.begin(kind, 0),
        }
        self.after_preformatted = kind.is_verbatim();
    }

    /// Counts the paragraph and returns its number and level.
    pub(super) fn label(&mut self) -> Option<(String, usize)> {
        let properties = &self.paragraph.properties;
        let list = properties.list.as_deref().filter(|list| *list != "0")?;
        let by_style = || {
            let style = self.paragraph.list_style.as_deref()?;
            self.numbering.level_of_style(list, style)
        };
        let level = properties.list_level.or_else(by_style).unwrap_or(0);
        Some((self.numbering.label(list, level)?, level))
    }

    pub(super) fn end_paragraph(&mut self) {
        let shown = !self.paragraph.left_out && !self.fields.hide();
        // An item without words still has a number.
        let numbered = self.paragraph.properties.list.is_some() && !self.tables.in_cell();
        if !self.paragraph.begun && shown && numbered && !self.paragraph.properties.end_deleted {
            self.begin();
            self.writer.write_marker();
        }
        self.writer.strike(false);
        self.writer.restyle(&mut self.on, &[]);
        if self.tables.in_cell() {
            self.writer.cell_line_end();
        }
        if std::mem::take(&mut self.paragraph).left_out {
            self.omissions.add(Omission::Contents);
        }
    }

    pub(super) fn words(&mut self, words: &str) {
        if self.fields.hide() || self.paragraph.left_out || self.run.marked {
            return;
        }
        if self.run.properties.hidden == Some(true) {
            self.omissions.add(Omission::Hidden);
            return;
        }
        let kind = self.paragraph.kind.unwrap_or(ElementKind::Paragraph);
        let set_as_it_stands = kind.is_verbatim();
        if !self.paragraph.begun && words.trim().is_empty() && !set_as_it_stands {
            return;
        }
        self.begin();
        let verbatim = set_as_it_stands && !self.tables.in_cell();
        let set = self.run.properties.characters;
        let code = (self.run.code && !verbatim).then_some(InlineKind::Code);
        let styles: Vec<InlineKind> = set.inline(kind).chain(code).collect();
        self.writer.restyle(&mut self.on, &styles);
        let write = if verbatim { Writer::verbatim } else { Writer::words };
        set.write(words, &mut self.writer, write);
    }

    pub(super) fn line_break(&mut self) {
        if self.fields.hide() || self.paragraph.left_out || !self.paragraph.begun {
            return;
        }
        if self.tables.in_cell() {
            self.writer.cell_line_end();
        } else {
            self.writer.line_end(Break::Hard);
        }
    }
}
