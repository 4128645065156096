//! The text of an ODT, read in one pass over its paragraphs, spans, lists and tables.

mod references;

use super::lists::{HeadingNumbering, OdtLists};
use super::styles::{OdtStyles, SpanStyles};
use crate::document::InlineKind;
use crate::import::clean::Break;
use crate::import::manuscript::ElementKind;
use crate::import::package::characters::CharacterStyle;
use crate::import::package::omission::{Omission, Omissions};
use crate::import::package::table::Tables;
use crate::import::package::xml::{StartTag, Xml, XmlEvent};
use crate::import::refusal::Refusal;
use crate::import::writer::{self, ItemMarker, Writer};

/// The maximum number of blanks from a `text:s`.
const MOST_BLANKS: usize = 256;

/// The paragraph being read.
#[derive(Debug)]
struct OdtParagraph {
    style: String,
    kind: ElementKind,
    heading: Option<HeadingNumbering>,
    /// Whether its number is written, so that its words may follow.
    begun: bool,
}

/// A note to which the text refers.
#[derive(Debug, Clone, Copy)]
struct OdtNote<'t> {
    /// Its content.
    text: &'t str,
    /// Its number among all notes, from 1.
    number: usize,
}

/// Reads the text and writes the manuscript.
pub struct OdtBody<'s, 't> {
    styles: &'s OdtStyles,
    /// The parts that cannot be shown.
    pub omissions: Omissions,
    /// The manuscript.
    pub writer: Writer,
    paragraph: Option<OdtParagraph>,
    /// The styles of the open spans.
    spans: Vec<SpanStyles>,
    links: Vec<bool>,
    /// The current inline styles.
    on: Vec<InlineKind>,
    after_preformatted: bool,
    lists: OdtLists,
    tables: Tables,
    /// Whether the current rows are heads of their table.
    in_head: bool,
    notes: Vec<(OdtNote<'t>, String)>,
    /// The note being read, until its mark is written.
    note: Option<(usize, String)>,
    in_note: bool,
    boxes: Vec<&'t str>,
    /// The numbers of left-to-right and right-to-left paragraphs.
    directions: [usize; 2],
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
                self.tables.row(&mut self.writer);
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

    fn start_paragraph(&mut self, tag: &StartTag<'_>, heading: Option<(HeadingNumbering, bool)>) {
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
    fn begin(&mut self) {
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
            self.writer.anchor(&format!("note:{number}"));
            self.writer.link(format!("#note:{number}:mark"));
            self.writer.words(&mark);
            self.writer.unlink();
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

    fn end_paragraph(&mut self) {
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

    fn words(&mut self, words: &str) {
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
        // Headings are bold anyway.
        let bold = set.bold == Some(true) && !matches!(kind, ElementKind::Heading { .. });
        let styles = [
            bold.then_some(InlineKind::Strong),
            set.italic.filter(|on| *on).map(|_| InlineKind::Emphasis),
            code.then_some(InlineKind::Code),
        ];
        self.writer.restyle(&mut self.on, &styles.into_iter().flatten().collect::<Vec<_>>());
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

/// Returns the target of a link; an internal one has its kind after a bar.
fn target(href: &str) -> Option<String> {
    match href.strip_prefix('#') {
        Some(name) => Some(format!("#{}", name.split('|').next().unwrap_or(name))),
        None => writer::target(href),
    }
}
