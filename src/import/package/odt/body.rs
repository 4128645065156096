//! The text of an ODT, read in one pass over its paragraphs, spans, lists and tables.

mod paragraphs;
mod references;

pub use paragraphs::OdtBody;

use super::lists::HeadingNumbering;
use crate::import::package::omission::Omission;
use crate::import::package::xml::{StartTag, Xml, XmlEvent};
use crate::import::refusal::Refusal;
use crate::import::writer;

/// The maximum number of blanks from a `text:s`.
const MOST_BLANKS: usize = 256;

impl<'t> OdtBody<'_, 't> {
    /// Reads the main text.
    ///
    /// # Errors
    /// The part is damaged.
    pub fn read(&mut self, part: &'t str, text: &'t str) -> Result<(), Refusal> {
        let mut xml = Xml::new(part, text);
        while let Some(node) = xml.next()? {
            let ended = matches!(&node, XmlEvent::End(name) if name == "p" || name == "h");
            self.node(node, &mut xml)?;
            // The content of a text box follows the paragraph that contains the box; nested boxes
            // are left out.
            for text in if ended { std::mem::take(&mut self.boxes) } else { Vec::new() } {
                let mut inner = Xml::new(part, text);
                while let Some(node) = inner.next()? {
                    self.node(node, &mut inner)?;
                }
                self.boxes.clear();
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
        for (note, mark) in std::mem::take(&mut self.notes) {
            self.note = Some((note.number, mark));
            self.read("a note", note.text)?;
        }
        Ok(())
    }

    fn node(&mut self, node: XmlEvent<'t>, xml: &mut Xml<'t>) -> Result<(), Refusal> {
        match node {
            XmlEvent::Start(tag) => return self.start(&tag, xml),
            XmlEvent::End(name) => self.end(&name),
            XmlEvent::Text(text) if self.paragraph.is_some() => self.words(&text),
            XmlEvent::Text(_) => {}
        }
        Ok(())
    }

    fn start(&mut self, tag: &StartTag<'t>, xml: &mut Xml<'t>) -> Result<(), Refusal> {
        match tag.name() {
            "p" => self.start_paragraph(tag, None),
            "h" => {
                let level = tag.attribute("outline-level").and_then(|v| v.parse().ok());
                let restart = tag.attribute("restart-numbering").as_deref() == Some("true");
                let start = tag.attribute("start-value").and_then(|v| v.parse().ok());
                let start = start.or(restart.then_some(1));
                let header = tag.attribute("is-list-header").as_deref() == Some("true");
                let level = level.unwrap_or(1).clamp(1, 10);
                self.start_paragraph(tag, Some((HeadingNumbering { level, start }, header)));
            }
            "span" => {
                let style = tag.attribute("style-name").unwrap_or_default();
                self.spans.push(self.styles.inline(&style));
            }
            "a" => {
                let target = tag.attribute("href").and_then(|href| target(&href));
                self.links.push(target.is_some());
                target.into_iter().for_each(|target| self.writer.link(target));
            }
            "bookmark-ref" | "reference-ref" => {
                let target = tag.attribute("ref-name").map(|name| format!("#{name}"));
                self.links.push(target.is_some());
                target.into_iter().for_each(|target| self.writer.link(target));
            }
            "bookmark" | "bookmark-start" | "reference-mark" | "reference-mark-start" => {
                if let Some(name) = tag.attribute("name") {
                    self.writer.anchor(&name);
                }
            }
            "s" if self.paragraph.is_some() => {
                let count = tag.attribute("c").and_then(|v| v.parse().ok()).unwrap_or(1);
                self.words(&" ".repeat(MOST_BLANKS.min(count)));
            }
            "tab" => self.words("\t"),
            "line-break" => self.line_break(),
            "note" => self.refer(tag, xml)?,
            "list" => self.lists.begin(tag),
            "list-item" => self.lists.begin_item(tag, true),
            "list-header" => self.lists.begin_item(tag, false),
            "table" => self.tables.begin(),
            "table-column" => {
                let repeated = tag.attribute("number-columns-repeated");
                self.tables.columns(repeated.and_then(|v| v.parse().ok()).unwrap_or(1));
            }
            "table-header-rows" => self.in_head = true,
            "table-row" => {
                self.tables.row();
                if self.in_head {
                    self.tables.head(&mut self.writer);
                }
            }
            // A spanning cell is followed, or in later rows replaced, by covered cells.
            "table-cell" | "covered-table-cell" => {
                self.tables.cell(&mut self.writer);
                let wide = tag.attribute("number-columns-repeated");
                self.tables.span(wide.and_then(|v| v.parse().ok()).unwrap_or(1));
            }
            "frame" | "custom-shape" | "rect" | "line" | "g" => self.drawing(xml.raw(tag)?)?,
            "annotation" => {
                xml.skip()?;
                self.omissions.add(Omission::Comment);
            }
            "change" => self.omissions.add(Omission::Deletion),
            "section" if tag.attribute("display").as_deref() == Some("none") => {
                xml.skip()?;
                self.omissions.add(Omission::Hidden);
            }
            "table-of-content" | "illustration-index" | "table-index" | "object-index"
            | "user-index" | "alphabetical-index" => {
                xml.skip()?;
                self.omissions.add(Omission::Contents);
            }
            // Tracked changes, declarations, ruby text, and stored numbers, which are counted
            // here.
            "tracked-changes" | "forms" | "automatic-styles" | "styles" | "font-face-decls"
            | "scripts" | "sequence-decls" | "variable-decls" | "user-field-decls" | "script"
            | "ruby-text" | "number" => xml.skip()?,
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" | "h" => self.end_paragraph(),
            "span" => {
                self.spans.pop();
            }
            "a" | "bookmark-ref" | "reference-ref" if self.links.pop() == Some(true) => {
                self.writer.unlink();
            }
            "list" => self.lists.end(),
            "list-item" | "list-header" => self.lists.end_item(),
            "table-header-rows" => self.in_head = false,
            "table-row" => self.tables.row_end(&mut self.writer),
            "table" => self.tables.end(&mut self.writer),
            _ => {}
        }
    }
}

/// Returns the target of a link; an internal one has its kind after a bar.
fn target(href: &str) -> Option<String> {
    match href.strip_prefix('#') {
        Some(name) => Some(format!("#{}", name.split('|').next().unwrap_or(name))),
        None => writer::target(href),
    }
}
