//! The part of [`OdtBody`] that reads what the text refers to: notes and drawings.

use super::paragraphs::{OdtBody, OdtNote, mark_name, note_name};
use crate::import::package::omission::Omission;
use crate::import::package::xml::{StartTag, Xml, XmlEvent};
use crate::import::refusal::Refusal;
use crate::import::writer;

impl<'t> OdtBody<'_, 't> {
    /// Handles a note, which is stored at its reference: its text is read after
    /// everything else.
    pub(super) fn refer(&mut self, tag: &StartTag<'t>, xml: &mut Xml<'t>) -> Result<(), Refusal> {
        let mut inner = Xml::new("a note", xml.raw(tag)?);
        let (mut mark, mut text) = (String::new(), "");
        while let Some(node) = inner.next()? {
            let XmlEvent::Start(tag) = node else { continue };
            match tag.name() {
                "note-citation" => mark = inner.words()?,
                "note-body" => text = inner.raw(&tag)?,
                _ => {}
            }
        }
        if self.in_note || self.paragraph.is_none() {
            return Ok(());
        }
        let number = self.notes.len() + 1;
        let mark = format!("[{mark}]");
        self.begin();
        self.writer.cross_link(&mark_name(number), &note_name(number), &mark);
        self.notes.push((OdtNote { text, number }, mark));
        Ok(())
    }

    /// Handles a drawing: queues the text in its boxes, or reports the image.
    pub(super) fn drawing(&mut self, raw: &'t str) -> Result<(), Refusal> {
        let mut xml = Xml::new("a drawing", raw);
        let (mut alternative, mut boxes) = (None, 0);
        while let Some(node) = xml.next()? {
            let XmlEvent::Start(tag) = node else { continue };
            match tag.name() {
                "text-box" => {
                    self.boxes.push(xml.raw(&tag)?);
                    boxes += 1;
                }
                "title" | "desc" => alternative = alternative.or(Some(xml.words()?)),
                _ => {}
            }
        }
        if boxes == 0 {
            self.words(&writer::image(&alternative.unwrap_or_default()));
            self.omissions.add(Omission::Image);
        }
        Ok(())
    }
}
