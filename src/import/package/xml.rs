//! Reads XML as a stream of starts, ends and text.
//!
//! Elements and attributes are known by their local names: in the formats read here,
//! each has one meaning wherever it is used. Entities that a document defines are never
//! expanded, and no tree is kept, so time and memory are bounded by the length of the
//! text. Elements may be nested [`DEEPEST`] levels deep.

use crate::import::refusal::Refusal;
use crate::messages::formats;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::borrow::Cow;

/// The maximum nesting, deeper than any document has.
const DEEPEST: usize = 512;

/// The next event of a document.
#[derive(Debug)]
pub enum XmlEvent<'a> {
    /// The start of an element; an empty one ends immediately.
    Start(StartTag<'a>),
    /// The end of an element.
    End(String),
    /// Text with entities resolved.
    Text(String),
}

/// The start of an element.
#[derive(Debug)]
pub struct StartTag<'a>(BytesStart<'a>);

impl StartTag<'_> {
    /// Its local name.
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// Its name with the prefix that its format uses.
    pub fn qualified(&self) -> &str {
        self.0.name().into_inner()
    }

    /// Returns an attribute by its local name.
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.find(|qualified| qualified.rsplit(':').next() == Some(name))
    }

    /// Returns an attribute by its prefixed name, if another has the same local name.
    pub fn prefixed(&self, name: &str) -> Option<String> {
        self.find(|qualified| qualified == name)
    }

    fn find(&self, is: impl Fn(&str) -> bool) -> Option<String> {
        // Without checks: looking for duplicates would take quadratic time.
        let mut attributes = self.0.attributes();
        let found = attributes.with_checks(false).flatten().find(|a| is(a.key.into_inner()))?;
        let value = found.normalized_value(XmlVersion::Implicit1_0).ok()?;
        Some(value.into_owned())
    }
}

/// A stream of nodes.
pub struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    /// The name of the entry, for error messages.
    part: &'a str,
    /// The open elements.
    open: Vec<String>,
    /// Whether an empty element ends next.
    empty: bool,
}

impl<'a> Xml<'a> {
    /// Reads the text of an entry.
    pub fn new(part: &'a str, text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        // A lone `&` is an author's mistake, and no reason to show nothing.
        config.allow_dangling_amp = true;
        Self { reader, part, open: Vec::new(), empty: false }
    }

    /// Returns the next node; `None` at the end.
    ///
    /// # Errors
    /// The XML is not well-formed, ends too early, or is nested too deeply.
    pub fn next(&mut self) -> Result<Option<XmlEvent<'a>>, Refusal> {
        if std::mem::take(&mut self.empty) {
            return Ok(self.open.pop().map(XmlEvent::End));
        }
        loop {
            let event = self.reader.read_event();
            return Ok(Some(match event.map_err(|e| Refusal::corrupt(self.part, e))? {
                Event::Start(start) => self.start(start)?,
                Event::Empty(start) => {
                    self.empty = true;
                    self.start(start)?
                }
                Event::End(_) => match self.open.pop() {
                    Some(name) => XmlEvent::End(name),
                    None => continue,
                },
                Event::Text(text) => XmlEvent::Text(text.xml10_content().into_owned()),
                Event::CData(text) => XmlEvent::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(entity) => {
                    let name = entity.xml10_content();
                    let known = match entity.resolve_char_ref() {
                        Ok(Some(c)) => Some(c.to_string()),
                        _ => quick_xml::escape::resolve_xml_entity(&name).map(str::to_owned),
                    };
                    XmlEvent::Text(known.unwrap_or_else(|| format!("&{name};")))
                }
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => continue,
                Event::Eof if self.open.is_empty() => return Ok(None),
                Event::Eof => return Err(Refusal::corrupt(self.part, formats::ENDS_UNEXPECTEDLY)),
            }));
        }
    }

    fn start(&mut self, start: BytesStart<'a>) -> Result<XmlEvent<'a>, Refusal> {
        if self.open.len() == DEEPEST {
            return Err(Refusal::Immoderate {
                what: formats::nested(self.part),
                limit: formats::levels(DEEPEST),
            });
        }
        let tag = StartTag(start);
        self.open.push(tag.name().to_owned());
        Ok(XmlEvent::Start(tag))
    }

    /// Skips the rest of the element that began last.
    ///
    /// # Errors
    /// As [`Xml::next`].
    pub fn skip(&mut self) -> Result<(), Refusal> {
        let outside = self.open.len().saturating_sub(1);
        while self.open.len() > outside && self.next()?.is_some() {}
        Ok(())
    }

    /// Returns all text in the element that began last.
    ///
    /// # Errors
    /// As [`Xml::next`].
    pub fn text(&mut self) -> Result<String, Refusal> {
        let outside = self.open.len().saturating_sub(1);
        let mut out = String::new();
        while self.open.len() > outside {
            match self.next()? {
                Some(XmlEvent::Text(text)) => out.push_str(&text),
                Some(_) => {}
                None => break,
            }
        }
        Ok(out)
    }

    /// Returns all text in the element that began last, with runs of blanks collapsed.
    ///
    /// # Errors
    /// As [`Xml::next`].
    pub fn words(&mut self) -> Result<String, Refusal> {
        Ok(self.text()?.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Returns the source between the start of this element, which began last, and its
    /// end, to be parsed later.
    ///
    /// # Errors
    /// As [`Xml::next`].
    pub fn raw(&mut self, tag: &StartTag<'_>) -> Result<&'a str, Refusal> {
        self.open.pop();
        if std::mem::take(&mut self.empty) {
            return Ok("");
        }
        let text = self.reader.read_text(tag.0.name());
        match text.map_err(|e| Refusal::corrupt(self.part, e))?.into_inner() {
            Cow::Borrowed(text) => Ok(text),
            Cow::Owned(_) => Ok(""),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Result<String, Refusal> {
        let mut xml = Xml::new("part", text);
        let mut out = String::new();
        while let Some(node) = xml.next()? {
            match node {
                XmlEvent::Start(tag) => out += &format!("<{}>", tag.name()),
                XmlEvent::End(name) => out += &format!("</{name}>"),
                XmlEvent::Text(text) => out += &text,
            }
        }
        Ok(out)
    }

    #[test]
    fn text_and_the_five_entities_are_read() {
        assert_eq!(
            shown("<?xml version='1.0'?><w:p>a&amp;b&#x2014;<w:t/><![CDATA[<c>]]></w:p>").unwrap(),
            "<p>a&b—<t></t><c></p>"
        );
    }

    #[test]
    fn an_entity_of_the_document_is_not_expanded() {
        let text = "<!DOCTYPE p [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><p>&b;</p>";
        assert_eq!(shown(text).unwrap(), "<p>&b;</p>");
    }

    #[test]
    fn what_is_not_well_formed_is_damaged() {
        for text in ["<p>", "<p></q>", "<p", "<p><q></p>"] {
            assert!(matches!(shown(text), Err(Refusal::Corrupt { .. })), "{text}");
        }
    }

    #[test]
    fn nesting_without_end_is_refused() {
        let error = shown(&"<p>".repeat(100_000)).unwrap_err();
        assert!(matches!(error, Refusal::Immoderate { .. }), "{error}");
    }
}
