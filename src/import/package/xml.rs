//! Reading XML as a stream of starts, ends and text.
//!
//! Elements and attributes go by their names without a prefix: in the formats
//! read here a local name is of one meaning wherever it is looked for. Entities
//! that a document defines are never expanded, and no tree is kept, so that
//! neither time nor memory can grow beyond the length of the text. Elements may
//! stand [`DEEPEST`] deep in one another.

use crate::import::refusal::Refusal;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::borrow::Cow;

/// Deeper than any document goes.
const DEEPEST: usize = 512;

/// What comes next in a document.
#[derive(Debug)]
pub enum Node<'a> {
    /// An element begins; an empty one ends at once.
    Start(Tag<'a>),
    /// An element ends.
    End(String),
    /// Text, its entities resolved.
    Text(String),
}

/// The start of an element.
#[derive(Debug)]
pub struct Tag<'a>(BytesStart<'a>);

impl Tag<'_> {
    /// Its name without a prefix.
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// Its name with the prefix that documents of its format use.
    pub fn qualified(&self) -> &str {
        self.0.name().into_inner()
    }

    /// An attribute by its name without a prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.find(|qualified| qualified.rsplit(':').next() == Some(name))
    }

    /// An attribute by its name with the prefix, where another has the same local name.
    pub fn prefixed(&self, name: &str) -> Option<String> {
        self.find(|qualified| qualified == name)
    }

    fn find(&self, is: impl Fn(&str) -> bool) -> Option<String> {
        // Without checks: that an attribute is given twice would cost a search for each.
        let mut attributes = self.0.attributes();
        let found = attributes.with_checks(false).flatten().find(|a| is(a.key.into_inner()))?;
        let value = found.normalized_value(XmlVersion::Implicit1_0).ok()?;
        Some(value.into_owned())
    }
}

/// A stream of nodes.
pub struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    /// The entry, for what is said of it.
    part: &'a str,
    /// The elements that are open.
    open: Vec<String>,
    /// An empty element ends next.
    empty: bool,
}

impl<'a> Xml<'a> {
    /// Reads the text of an entry.
    pub fn new(part: &'a str, text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        // A lone `&` is a fault of its author, and no reason to show nothing.
        config.allow_dangling_amp = true;
        Self { reader, part, open: Vec::new(), empty: false }
    }

    /// The next node; `None` at the end.
    ///
    /// # Errors
    /// Where it is no well-formed XML, ends too early, or goes too deep.
    pub fn next(&mut self) -> Result<Option<Node<'a>>, Refusal> {
        if std::mem::take(&mut self.empty) {
            return Ok(self.open.pop().map(Node::End));
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
                    Some(name) => Node::End(name),
                    None => continue,
                },
                Event::Text(text) => Node::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Node::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(entity) => {
                    let name = entity.xml10_content();
                    let known = match entity.resolve_char_ref() {
                        Ok(Some(c)) => Some(c.to_string()),
                        _ => quick_xml::escape::resolve_xml_entity(&name).map(str::to_owned),
                    };
                    Node::Text(known.unwrap_or_else(|| format!("&{name};")))
                }
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => continue,
                Event::Eof if self.open.is_empty() => return Ok(None),
                Event::Eof => return Err(Refusal::corrupt(self.part, "it ends unexpectedly")),
            }));
        }
    }

    fn start(&mut self, start: BytesStart<'a>) -> Result<Node<'a>, Refusal> {
        if self.open.len() == DEEPEST {
            return Err(Refusal::Immoderate {
                what: format!("{} nests elements too deeply", self.part),
                limit: format!("{DEEPEST} levels"),
            });
        }
        let tag = Tag(start);
        self.open.push(tag.name().to_owned());
        Ok(Node::Start(tag))
    }

    /// Passes over all that stands in the element that began last.
    ///
    /// # Errors
    /// As [`Xml::next`].
    pub fn skip(&mut self) -> Result<(), Refusal> {
        let outside = self.open.len().saturating_sub(1);
        while self.open.len() > outside && self.next()?.is_some() {}
        Ok(())
    }

    /// All text in the element that began last.
    ///
    /// # Errors
    /// As [`Xml::next`].
    pub fn text(&mut self) -> Result<String, Refusal> {
        let outside = self.open.len().saturating_sub(1);
        let mut out = String::new();
        while self.open.len() > outside {
            match self.next()? {
                Some(Node::Text(text)) => out.push_str(&text),
                Some(_) => {}
                None => break,
            }
        }
        Ok(out)
    }

    /// All text in the element that began last, its runs of blanks as one.
    ///
    /// # Errors
    /// As [`Xml::next`].
    pub fn words(&mut self) -> Result<String, Refusal> {
        Ok(self.text()?.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// What stands between the start of this element, which began last, and its
    /// end, as it is written: to be read later.
    ///
    /// # Errors
    /// As [`Xml::next`].
    pub fn raw(&mut self, tag: &Tag<'_>) -> Result<&'a str, Refusal> {
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
                Node::Start(tag) => out += &format!("<{}>", tag.name()),
                Node::End(name) => out += &format!("</{name}>"),
                Node::Text(text) => out += &text,
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
