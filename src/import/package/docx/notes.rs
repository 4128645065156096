//! Footnotes and endnotes of a DOCX, numbered in the order of reference.

use crate::import::package::xml::{Xml, XmlEvent};
use crate::import::refusal::Refusal;
use crate::lexicon::numeral::{Case, Numeral};
use std::collections::HashMap;

/// The kind of a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NoteKind {
    /// At the foot of the page.
    Footnote,
    /// At the end of the text.
    Endnote,
}

/// A note to which the text refers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocxNote {
    /// Its mark, in brackets.
    pub mark: String,
    /// The name of the anchor at its beginning.
    pub name: String,
    /// The name of the anchor at its mark in the text.
    pub mark_name: String,
}

/// The notes of a document.
#[derive(Debug, Default)]
pub struct Notes<'a> {
    bodies: HashMap<(NoteKind, String), &'a str>,
    marked: HashMap<(NoteKind, String), DocxNote>,
    order: Vec<(NoteKind, String)>,
    counts: [u32; 2],
}

impl<'a> Notes<'a> {
    /// Reads `footnotes.xml`.
    ///
    /// # Errors
    /// The part is damaged.
    pub fn read_footnotes(&mut self, text: &'a str) -> Result<(), Refusal> {
        self.read(NoteKind::Footnote, "word/footnotes.xml", "footnote", text)
    }

    /// Reads `endnotes.xml`.
    ///
    /// # Errors
    /// The part is damaged.
    pub fn read_endnotes(&mut self, text: &'a str) -> Result<(), Refusal> {
        self.read(NoteKind::Endnote, "word/endnotes.xml", "endnote", text)
    }

    fn read(
        &mut self,
        kind: NoteKind,
        part: &'a str,
        element: &str,
        text: &'a str,
    ) -> Result<(), Refusal> {
        let mut xml = Xml::new(part, text);
        while let Some(node) = xml.next()? {
            match node {
                XmlEvent::Start(tag) if tag.name() == element => {
                    let id = tag.attribute("id").unwrap_or_default();
                    self.bodies.insert((kind, id), xml.raw(&tag)?);
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Handles a reference to a note. With `own_mark`, the author chose the mark, and it
    /// is not counted.
    pub fn refer(&mut self, kind: NoteKind, id: String, own_mark: bool) -> DocxNote {
        let key = (kind, id);
        if let Some(note) = self.marked.get(&key) {
            return note.clone();
        }
        let (word, numeral) = match kind {
            NoteKind::Footnote => ("footnote", Numeral::Decimal),
            NoteKind::Endnote => ("endnote", Numeral::Roman(Case::Small)),
        };
        let count = &mut self.counts[kind as usize];
        *count += u32::from(!own_mark);
        let mark = if own_mark { "*".to_owned() } else { numeral.write(*count) };
        let name = format!("{word}:{}", self.order.len() + 1);
        let note = DocxNote { mark: format!("[{mark}]"), mark_name: format!("{name}:mark"), name };
        self.order.push(key.clone());
        self.marked.insert(key, note.clone());
        note
    }

    /// Returns the note of index `at` in the order of reference, and its text.
    pub fn get(&self, at: usize) -> Option<(DocxNote, &'a str)> {
        let key = self.order.get(at)?;
        Some((self.marked.get(key)?.clone(), self.bodies.get(key).copied().unwrap_or_default()))
    }
}
