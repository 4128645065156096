//! The text of a DOCX, read in one pass over its paragraphs, runs and tables.

mod references;

use super::attributes::{symbol, value};
use super::fields::Fields;
use super::notes::{DocxNote, NoteKind, Notes};
use super::numbering::Numbering;
use super::properties::{self, ParagraphProperties, RunProperties};
use super::styles::DocxStyles;
use crate::document::InlineKind;
use crate::import::clean::Break;
use crate::import::manuscript::ElementKind;
use crate::import::package::omission::{Omission, Omissions};
use crate::import::package::table::Tables;
use crate::import::package::xml::{StartTag, Xml, XmlEvent};
use crate::import::refusal::Refusal;
use crate::import::writer::{ItemMarker, Writer};
use std::collections::HashMap;

/// The paragraph being read.
#[derive(Debug, Default)]
struct DocxParagraph {
    properties: ParagraphProperties,
    /// The style that the list comes from, if it comes from a style.
    list_style: Option<String>,
    kind: Option<ElementKind>,
    /// Whether its number is written, so that its words may follow.
    begun: bool,
    /// Whether it is left out.
    left_out: bool,
}

/// The run being read.
#[derive(Debug, Default)]
struct DocxRun {
    properties: RunProperties,
    code: bool,
    /// Whether the rest is the author's own mark of a note, which is already written.
    marked: bool,
}

/// Reads the text and writes the manuscript.
pub struct DocxBody<'a> {
    styles: &'a DocxStyles,
    numbering: Numbering,
    addresses: HashMap<String, String>,
    /// The notes that the text refers to.
    pub notes: Notes<'a>,
    /// The parts that cannot be shown.
    pub omissions: Omissions,
    /// The manuscript.
    pub writer: Writer,
    paragraph: DocxParagraph,
    run: DocxRun,
    /// Whether the previous paragraph was preformatted.
    after_preformatted: bool,
    /// The current inline styles.
    on: Vec<InlineKind>,
    tables: Tables,
    fields: Fields,
    /// For each open hyperlink, whether it has a target.
    links: Vec<bool>,
    /// The note being read, until its mark is written.
    note: Option<DocxNote>,
    in_note: bool,
    /// The numbers of left-to-right and right-to-left paragraphs.
    directions: [usize; 2],
    right_to_left: bool,
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

    /// Reads the main text.
    ///
    /// # Errors
    /// The part is damaged.
    pub fn read(&mut self, part: &str, text: &str) -> Result<(), Refusal> {
        let mut boxes = Vec::new();
        let mut xml = Xml::new(part, text);
        while let Some(node) = xml.next()? {
            let ended = matches!(&node, XmlEvent::End(name) if name == "p");
            self.node(node, &mut xml, &mut boxes)?;
            // The content of a text box follows the paragraph that contains the box.
            let ready = if ended { std::mem::take(&mut boxes) } else { Vec::new() };
            for text in ready {
                let (mut inner, mut ignored) = (Xml::new(part, text), Vec::new());
                while let Some(node) = inner.next()? {
                    self.node(node, &mut inner, &mut ignored)?;
                }
            }
        }
        Ok(())
    }

    /// Reads the notes that the text refers to.
    ///
    /// # Errors
    /// A note is damaged.
    pub fn write_notes(&mut self) -> Result<(), Refusal> {
        self.in_note = true;
        let mut at = 0;
        // A note may refer to others.
        while let Some((note, text)) = self.notes.get(at) {
            self.note = Some(note);
            self.read("a note", text)?;
            at += 1;
        }
        Ok(())
    }

    fn node<'t>(
        &mut self,
        node: XmlEvent<'t>,
        xml: &mut Xml<'t>,
        boxes: &mut Vec<&'t str>,
    ) -> Result<(), Refusal> {
        match node {
            XmlEvent::Start(tag) => self.start(&tag, xml, boxes),
            XmlEvent::End(name) => {
                self.end(&name);
                Ok(())
            }
            // All text is in elements that are read as a whole.
            XmlEvent::Text(_) => Ok(()),
        }
    }

    fn start<'t>(
        &mut self,
        tag: &StartTag<'t>,
        xml: &mut Xml<'t>,
        boxes: &mut Vec<&'t str>,
    ) -> Result<(), Refusal> {
        match tag.name() {
            "p" => self.start_paragraph(ParagraphProperties::default()),
            "pPr" => {
                let (properties, section) = properties::paragraph(xml)?;
                self.right_to_left |= section.is_some_and(|section| section.right_to_left);
                self.start_paragraph(properties);
            }
            "sectPr" => self.right_to_left |= properties::section(xml)?.right_to_left,
            "r" => self.run = DocxRun::default(),
            "rPr" => {
                let mut run = properties::run(xml)?;
                self.styles.complete_run(&mut run);
                self.run.code = self.styles.is_code(run.style.as_deref());
                self.run.properties = run;
            }
            "t" => self.words(&xml.text()?),
            "instrText" => self.fields.instruct(&xml.text()?),
            "tab" | "ptab" => self.words("\t"),
            "cr" => self.line_break(),
            "br" if matches!(tag.attribute("type").as_deref(), Some("page" | "column")) => {}
            "br" => self.line_break(),
            "noBreakHyphen" => self.words("\u{2011}"),
            "sym" => self.words(&symbol(tag)),
            "bookmarkStart" => {
                if let Some(name) = tag.attribute("name").filter(|name| name != "_GoBack") {
                    self.writer.anchor(&name);
                }
            }
            "hyperlink" => {
                let target = self.target(tag);
                self.links.push(target.is_some());
                target.into_iter().for_each(|target| self.writer.link(target));
            }
            "fldSimple" => {
                self.fields.begin();
                self.fields.instruct(&tag.attribute("instr").unwrap_or_default());
                self.separate();
            }
            "fldChar" => match tag.attribute("fldCharType").as_deref() {
                Some("begin") => self.fields.begin(),
                Some("separate") => self.separate(),
                Some("end") => self.end_field(),
                _ => {}
            },
            "footnoteReference" => self.refer(NoteKind::Footnote, tag),
            "endnoteReference" => self.refer(NoteKind::Endnote, tag),
            "commentReference" => self.omissions.add(Omission::Comment),
            "drawing" | "pict" | "object" => self.drawing(xml.raw(tag)?, boxes)?,
            "oMath" => {
                let formula = xml.words()?;
                self.words(&formula);
                self.omissions.add(Omission::Formula);
            }
            "del" | "moveFrom" => {
                xml.skip()?;
                self.omissions.add(Omission::Deletion);
            }
            "tbl" => self.tables.begin(),
            "gridCol" => self.tables.columns(1),
            "tr" => self.tables.row(&mut self.writer),
            "tc" => self.tables.cell(&mut self.writer),
            "gridSpan" => {
                self.tables.span(value(tag).and_then(|v| v.parse().ok()).unwrap_or(1));
            }
            "trPr" => {
                let row = properties::row(xml)?;
                if row.heads {
                    self.tables.head(&mut self.writer);
                }
            }
            // Fallbacks for older programs, formatting, previous properties, and ruby text.
            "Fallback" | "tblPr" | "sdtPr" | "tblGridChange" | "tcPrChange" | "rt" => {
                xml.skip()?;
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => self.end_paragraph(),
            "hyperlink" if self.links.pop() == Some(true) => self.writer.unlink(),
            "fldSimple" => self.end_field(),
            "tr" => self.tables.row_end(&mut self.writer),
            "tbl" => self.tables.end(&mut self.writer),
            _ => {}
        }
    }

    fn start_paragraph(&mut self, mut properties: ParagraphProperties) {
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
    fn begin(&mut self) {
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
            self.writer.anchor(&note.name);
            self.writer.link(format!("#{}", note.mark_name));
            self.writer.words(&note.mark);
            self.writer.unlink();
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
    fn label(&mut self) -> Option<(String, usize)> {
        let properties = &self.paragraph.properties;
        let list = properties.list.as_deref().filter(|list| *list != "0")?;
        let by_style = || {
            let style = self.paragraph.list_style.as_deref()?;
            self.numbering.level_of_style(list, style)
        };
        let level = properties.list_level.or_else(by_style).unwrap_or(0);
        Some((self.numbering.label(list, level)?, level))
    }

    fn end_paragraph(&mut self) {
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

    fn words(&mut self, words: &str) {
        if self.fields.hide() || self.paragraph.left_out || self.run.marked {
            return;
        }
        if self.run.properties.hidden == Some(true) {
            self.omissions.add(Omission::Hidden);
            return;
        }
        let set_as_it_stands = self.paragraph.kind.is_some_and(ElementKind::is_verbatim);
        if !self.paragraph.begun && words.trim().is_empty() && !set_as_it_stands {
            return;
        }
        self.begin();
        let heading = matches!(self.paragraph.kind, Some(ElementKind::Heading { .. }));
        let verbatim = set_as_it_stands && !self.tables.in_cell();
        let mut styles = Vec::new();
        // Headings are bold anyway.
        let set = self.run.properties.characters;
        styles.extend(set.bold.filter(|on| *on && !heading).map(|_| InlineKind::Strong));
        styles.extend(set.italic.filter(|on| *on).map(|_| InlineKind::Emphasis));
        styles.extend((self.run.code && !verbatim).then_some(InlineKind::Code));
        self.writer.restyle(&mut self.on, &styles);
        if !words.trim().is_empty() {
            self.writer.strike(set.struck == Some(true));
        }
        let raised = set.raised.and_then(|raised| raised.words(words));
        let words = raised.as_deref().unwrap_or(words);
        if verbatim {
            self.writer.verbatim(words);
        } else {
            self.writer.words(words);
        }
    }

    fn line_break(&mut self) {
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
