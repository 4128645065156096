//! The text of a DOCX, read in one pass over its paragraphs, runs and tables.

mod paragraphs;
mod references;

pub use paragraphs::DocxBody;

use super::attributes::{symbol, value};
use super::notes::NoteKind;
use super::properties::{self, ParagraphProperties};
use crate::import::package::omission::Omission;
use crate::import::package::xml::{StartTag, Xml, XmlEvent};
use crate::import::refusal::Refusal;
use paragraphs::DocxRun;

impl DocxBody<'_> {
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
            "tr" => self.tables.row(),
            "tc" => self.tables.cell(&mut self.writer),
            "gridSpan" => {
                self.tables.span(value(tag).and_then(|v| v.parse().ok()).unwrap_or(1));
            }
            "trPr" => {
                let row = properties::row(xml)?;
                if row.deleted {
                    xml.skip()?;
                    self.tables.leave_row();
                    self.omissions.add(Omission::Deletion);
                } else if row.heads {
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
}
