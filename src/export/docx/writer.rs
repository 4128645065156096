//! Writes the text of a DOCX from its beginning to its end.

use super::author::ChangeAuthor;
use super::paragraph::DocxParagraph;
use super::parts::{
    CONTENT_TYPES, MAIN, PACKAGE, XML, link_id, numbering, properties, relationships, styles,
};
use super::tracked::{DocxWords, TrackedChange, look, text};
use super::xml::in_xml;
use crate::document::Direction;
use std::io::{self, Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Writes a document from its beginning to its end.
#[derive(Debug)]
pub struct DocxWriter {
    body: String,
    author: ChangeAuthor,
    language: Option<String>,
    direction: Option<Direction>,
    /// Number of changes so far.
    changes: usize,
    /// The addresses outside to which words lead.
    addresses: Vec<String>,
}

impl DocxWriter {
    /// Begins a document.
    pub fn new(
        author: ChangeAuthor,
        language: Option<String>,
        direction: Option<Direction>,
    ) -> Self {
        let (body, addresses) = (String::new(), Vec::new());
        Self { body, author, language, direction, changes: 0, addresses }
    }

    /// Writes a paragraph, which may be inserted, deleted or moved itself, and its words. `was` is how
    /// it was set in the old version.
    pub fn paragraph(
        &mut self,
        paragraph: DocxParagraph,
        was: DocxParagraph,
        change: TrackedChange,
        words: &[DocxWords<'_>],
    ) {
        let direction = match self.direction {
            Some(Direction::RightToLeft) => "<w:bidi/>",
            _ => "",
        };
        // The change of the paragraph is that of the mark at its end.
        let mark = self.change(change);
        let mark = mark.map(|mark| format!("<w:rPr>{mark}</w:rPr>")).unwrap_or_default();
        let mut properties = paragraph.properties(direction) + &mark;
        if paragraph != was && change == TrackedChange::Kept {
            let (about, was) = (self.about(), was.properties(direction));
            properties += &format!("<w:pPrChange {about}><w:pPr>{was}</w:pPr></w:pPrChange>");
        }
        self.body += &format!("<w:p><w:pPr>{properties}</w:pPr>");
        let range = self.begin_move(change);
        for linked in words.chunk_by(|one, other| one.link == other.link) {
            let id = linked.first().and_then(|one| one.link).and_then(|link| self.link(link));
            if let Some(id) = &id {
                self.body += &format!("<w:hyperlink r:id=\"{id}\">");
            }
            // What is beside each other and changed alike is one change.
            for alike in linked.chunk_by(DocxWords::is_like) {
                let words: String = alike.iter().map(|one| one.words).collect();
                if let (Some(one), false) = (alike.first(), words.is_empty()) {
                    self.run(&words, one);
                }
            }
            if id.is_some() {
                self.body += "</w:hyperlink>";
            }
        }
        self.body += "</w:p>";
        self.body += &range.unwrap_or_default();
        self.body.push('\n');
    }

    /// Begins the range of a move, and returns its end.
    fn begin_move(&mut self, change: TrackedChange) -> Option<String> {
        let (name, number) = match change {
            TrackedChange::MovedFrom(number) => ("moveFrom", number),
            TrackedChange::MovedTo(number) => ("moveTo", number),
            _ => return None,
        };
        let about = self.about();
        let number = number.0;
        self.body += &format!("<w:{name}RangeStart {about} w:name=\"move{number}\"/>");
        Some(format!("<w:{name}RangeEnd w:id=\"{}\"/>", self.changes))
    }

    /// Writes a table, of which the first rows are heads.
    pub fn table(&mut self, change: TrackedChange, rows: &[Vec<Vec<DocxWords<'_>>>], heads: usize) {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        self.body += "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>";
        self.body += &"<w:gridCol/>".repeat(columns);
        self.body += "</w:tblGrid>\n";
        for (at, row) in rows.iter().enumerate() {
            let head = if at < heads { "<w:tblHeader/>" } else { "" };
            let mark = self.change(change).unwrap_or_default();
            self.body += &format!("<w:tr><w:trPr>{head}{mark}</w:trPr>");
            for column in 0..columns {
                self.body += "<w:tc><w:tcPr><w:tcW w:w=\"0\" w:type=\"auto\"/></w:tcPr>";
                let words = row.get(column).map_or(&[][..], Vec::as_slice);
                self.paragraph(DocxParagraph::NORMAL, DocxParagraph::NORMAL, change, words);
                self.body += "</w:tc>";
            }
            self.body += "</w:tr>\n";
        }
        self.body += "</w:tbl>\n";
        // Tables need a paragraph between them, and one after the last.
        self.paragraph(DocxParagraph::NORMAL, DocxParagraph::NORMAL, change, &[]);
    }

    fn run(&mut self, words: &str, like: &DocxWords<'_>) {
        let mut properties = look(&like.look);
        if self.direction == Some(Direction::RightToLeft) {
            properties += "<w:rtl/>";
        }
        if like.look != like.was && like.change == TrackedChange::Kept {
            let (about, was) = (self.about(), look(&like.was));
            properties += &format!("<w:rPrChange {about}><w:rPr>{was}</w:rPr></w:rPrChange>");
        }
        let properties = match properties.is_empty() {
            true => properties,
            false => format!("<w:rPr>{properties}</w:rPr>"),
        };
        let run = format!("<w:r>{properties}{}</w:r>", text(words, like.change));
        match like.change.element() {
            Some(name) => {
                let about = self.about();
                self.body += &format!("<w:{name} {about}>{run}</w:{name}>");
            }
            None => self.body += &run,
        }
    }

    /// The element that marks a change.
    fn change(&mut self, change: TrackedChange) -> Option<String> {
        let name = change.element()?;
        Some(format!("<w:{name} {}/>", self.about()))
    }

    /// The attributes of the next change.
    fn about(&mut self) -> String {
        self.changes += 1;
        let ChangeAuthor { name, time } = &self.author;
        let name = in_xml(name);
        format!("w:id=\"{}\" w:author=\"{name}\" w:date=\"{time}\"", self.changes)
    }

    /// The identifier of an address; `None` if word processors would refuse a file with it.
    fn link(&mut self, address: &str) -> Option<String> {
        if !is_absolute(address) {
            return None;
        }
        let known = self.addresses.iter().position(|known| known == address);
        let at = known.unwrap_or_else(|| {
            self.addresses.push(address.to_owned());
            self.addresses.len() - 1
        });
        Some(link_id(at))
    }

    /// Ends the document and returns the file.
    ///
    /// # Errors
    /// If it is too large for the format.
    pub fn finish(self, title: &str) -> io::Result<Vec<u8>> {
        let links =
            "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
        let document = format!(
            "{XML}<w:document {MAIN} {links}><w:body>\n{}<w:sectPr/></w:body></w:document>\n",
            self.body
        );
        let language = self.language.as_deref().map(in_xml);
        let language = language.map(|tag| format!("<w:lang w:val=\"{tag}\"/>")).unwrap_or_default();
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in [
            ("[Content_Types].xml", format!("{XML}{CONTENT_TYPES}\n")),
            ("_rels/.rels", format!("{XML}{PACKAGE}\n")),
            ("docProps/core.xml", format!("{XML}{}\n", properties(title, &self.author))),
            ("word/_rels/document.xml.rels", format!("{XML}{}\n", relationships(&self.addresses))),
            ("word/styles.xml", format!("{XML}{}\n", styles(&language))),
            ("word/numbering.xml", format!("{XML}{}\n", numbering())),
            ("word/document.xml", document),
        ] {
            zip.start_file(name, SimpleFileOptions::default())?;
            zip.write_all(text.as_bytes())?;
        }
        Ok(zip.finish()?.into_inner())
    }
}

/// Whether an address is one of the web or of mail, in the characters of such addresses: a relative one
/// would lead elsewhere from the new file.
fn is_absolute(address: &str) -> bool {
    let schemes = ["http://", "https://", "mailto:"];
    let is_known = schemes.iter().any(|scheme| address.starts_with(scheme));
    let is_fit = |c: char| c.is_ascii_graphic() && !"\"<>\\^`{|}".contains(c);
    is_known && address.chars().all(is_fit)
}
