//! The part of [`DocxBody`] that reads what runs refer to: notes, links, fields, drawings.

use super::paragraphs::DocxBody;
use crate::import::package::docx::fields::FieldResult;
use crate::import::package::docx::notes::NoteKind;
use crate::import::package::omission::Omission;
use crate::import::package::xml::{StartTag, Xml, XmlEvent};
use crate::import::refusal::Refusal;
use crate::import::writer;

impl DocxBody<'_> {
    pub(super) fn refer(&mut self, kind: NoteKind, tag: &StartTag<'_>) {
        if self.fields.hide() || self.paragraph.left_out {
            return;
        }
        let own_mark = tag.attribute("customMarkFollows").is_some_and(|v| v == "1" || v == "true");
        let note = self.notes.refer(kind, tag.attribute("id").unwrap_or_default(), own_mark);
        self.begin();
        self.writer.cross_link(&note.mark_name, &note.name, &note.mark);
        self.run.marked = own_mark;
    }

    pub(super) fn target(&self, tag: &StartTag<'_>) -> Option<String> {
        let anchor = tag.attribute("anchor");
        let address = tag.prefixed("r:id").and_then(|id| self.addresses.get(&id));
        match (address, anchor) {
            (Some(address), Some(anchor)) if !address.contains('#') => {
                writer::target(&format!("{address}#{anchor}"))
            }
            (Some(address), _) => writer::target(address),
            (None, Some(anchor)) => Some(format!("#{anchor}")),
            (None, None) => None,
        }
    }

    pub(super) fn separate(&mut self) {
        match self.fields.separate() {
            FieldResult::Words => {}
            FieldResult::Link(target) => self.writer.link(target),
            FieldResult::Contents => self.omissions.add(Omission::Contents),
        }
    }

    pub(super) fn end_field(&mut self) {
        if self.fields.end() {
            self.writer.unlink();
        }
    }

    /// Handles a drawing: queues the text in its boxes, or reports the image.
    pub(super) fn drawing<'t>(
        &mut self,
        raw: &'t str,
        boxes: &mut Vec<&'t str>,
    ) -> Result<(), Refusal> {
        let mut xml = Xml::new("a drawing", raw);
        let (mut alternative, mut texts, mut rule) = (None, 0, false);
        while let Some(node) = xml.next()? {
            let XmlEvent::Start(tag) = node else { continue };
            match tag.name() {
                "txbxContent" => {
                    boxes.push(xml.raw(&tag)?);
                    texts += 1;
                }
                "rect" | "shape" if tag.prefixed("o:hr").is_some_and(|hr| hr.starts_with('t')) => {
                    rule = true;
                }
                "docPr" => alternative = tag.attribute("descr"),
                "shape" => alternative = alternative.or_else(|| tag.attribute("alt")),
                _ => {}
            }
        }
        if rule && !self.tables.in_cell() {
            self.writer.ornament();
            self.paragraph.begun = false;
        } else if texts == 0 {
            self.words(&writer::image(&alternative.unwrap_or_default()));
            self.omissions.add(Omission::Image);
        }
        Ok(())
    }
}
