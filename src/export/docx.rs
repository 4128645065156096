//! Writes DOCX (ECMA-376, WordprocessingML) with tracked changes: paragraphs and tables whose words
//! are kept, inserted or deleted. Word processors show who changed what, and accept or reject it.

use super::xml::in_xml;
use crate::document::Direction;
use std::io::{self, Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// What happened to words, paragraphs or tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrackedChange {
    /// They are in both versions.
    Kept,
    /// They are only in the new version.
    Inserted,
    /// They are only in the old version.
    Deleted,
}

/// The style of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocxParagraphStyle {
    /// Normal text.
    Normal,
    /// A heading of a level from 1.
    Heading(usize),
    /// A block quotation.
    Quotation,
    /// Lines whose breaks and blanks are significant.
    Preformatted,
    /// Code.
    Code,
}

/// The deepest level of headings.
const DEEPEST: usize = 9;

impl DocxParagraphStyle {
    /// The identifier of the style; normal text has none.
    fn id(self) -> Option<String> {
        match self {
            Self::Normal => None,
            Self::Heading(level) => Some(format!("Heading{}", level.clamp(1, DEEPEST))),
            Self::Quotation => Some("Quote".to_owned()),
            Self::Preformatted => Some("HTMLPreformatted".to_owned()),
            Self::Code => Some("SourceCode".to_owned()),
        }
    }
}

/// Who made the changes, and when.
#[derive(Debug, Clone)]
pub struct ChangeAuthor {
    /// The name.
    pub name: String,
    /// The time, as in `2026-03-01T10:00:00Z`.
    pub time: String,
}

/// Writes a document from its beginning to its end.
#[derive(Debug)]
pub struct DocxWriter {
    body: String,
    author: ChangeAuthor,
    language: Option<String>,
    direction: Option<Direction>,
    /// Number of changes so far.
    changes: usize,
}

impl DocxWriter {
    /// Begins a document.
    pub fn new(
        author: ChangeAuthor,
        language: Option<String>,
        direction: Option<Direction>,
    ) -> Self {
        Self { body: String::new(), author, language, direction, changes: 0 }
    }

    /// Writes a paragraph, which may be inserted or deleted itself, and its words.
    pub fn paragraph(
        &mut self,
        style: DocxParagraphStyle,
        change: TrackedChange,
        words: &[(&str, TrackedChange)],
    ) {
        let style = style.id().map(|id| format!("<w:pStyle w:val=\"{id}\"/>"));
        let style = style.unwrap_or_default();
        let direction = match self.direction {
            Some(Direction::RightToLeft) => "<w:bidi/>",
            _ => "",
        };
        // The change of the paragraph is that of the mark at its end.
        let mark = self.change(change);
        let mark = mark.map(|mark| format!("<w:rPr>{mark}</w:rPr>")).unwrap_or_default();
        self.body += &format!("<w:p><w:pPr>{style}{direction}{mark}</w:pPr>");
        // What is beside each other and changed alike is one change.
        for alike in words.chunk_by(|(_, one), (_, other)| one == other) {
            let words: String = alike.iter().map(|(words, _)| *words).collect();
            match alike.first() {
                Some((_, change)) if !words.is_empty() => self.run(&words, *change),
                _ => {}
            }
        }
        self.body += "</w:p>\n";
    }

    /// Writes a table, of which the first rows are heads.
    pub fn table(&mut self, change: TrackedChange, rows: &[Vec<&str>], heads: usize) {
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
                let words = row.get(column).copied().unwrap_or_default();
                self.paragraph(DocxParagraphStyle::Normal, change, &[(words, change)]);
                self.body += "</w:tc>";
            }
            self.body += "</w:tr>\n";
        }
        // Tables need a paragraph between them, and one after the last.
        self.body += "</w:tbl><w:p/>\n";
    }

    fn run(&mut self, words: &str, change: TrackedChange) {
        let text = if change == TrackedChange::Deleted { "delText" } else { "t" };
        let mut run = String::from("<w:r>");
        for (at, line) in words.split('\n').enumerate() {
            run += if at > 0 { "<w:br/>" } else { "" };
            for (at, part) in line.split('\t').enumerate() {
                run += if at > 0 { "<w:tab/>" } else { "" };
                if !part.is_empty() {
                    let part = in_xml(part);
                    run += &format!("<w:{text} xml:space=\"preserve\">{part}</w:{text}>");
                }
            }
        }
        run += "</w:r>";
        let Some((name, about)) = self.described(change) else {
            self.body += &run;
            return;
        };
        self.body += &format!("<w:{name} {about}>{run}</w:{name}>");
    }

    /// The element that marks a change.
    fn change(&mut self, change: TrackedChange) -> Option<String> {
        let (name, about) = self.described(change)?;
        Some(format!("<w:{name} {about}/>"))
    }

    /// The name of the element of a change, and its attributes.
    fn described(&mut self, change: TrackedChange) -> Option<(&'static str, String)> {
        let name = match change {
            TrackedChange::Kept => return None,
            TrackedChange::Inserted => "ins",
            TrackedChange::Deleted => "del",
        };
        self.changes += 1;
        let ChangeAuthor { name: author, time } = &self.author;
        let author = in_xml(author);
        Some((name, format!("w:id=\"{}\" w:author=\"{author}\" w:date=\"{time}\"", self.changes)))
    }

    /// Ends the document and returns the file.
    ///
    /// # Errors
    /// If it is too large for the format.
    pub fn finish(self, title: &str) -> io::Result<Vec<u8>> {
        let document = format!(
            "{XML}<w:document {MAIN}><w:body>\n{}<w:sectPr/></w:body></w:document>\n",
            self.body
        );
        let language = self.language.as_deref().map(in_xml);
        let language = language.map(|tag| format!("<w:lang w:val=\"{tag}\"/>")).unwrap_or_default();
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in [
            ("[Content_Types].xml", format!("{XML}{CONTENT_TYPES}\n")),
            ("_rels/.rels", format!("{XML}{PACKAGE}\n")),
            ("docProps/core.xml", format!("{XML}{}\n", properties(title, &self.author))),
            ("word/_rels/document.xml.rels", format!("{XML}{PARTS}\n")),
            ("word/styles.xml", format!("{XML}{}\n", styles(&language))),
            ("word/document.xml", document),
        ] {
            zip.start_file(name, SimpleFileOptions::default())?;
            zip.write_all(text.as_bytes())?;
        }
        Ok(zip.finish()?.into_inner())
    }
}

/// The declaration at the beginning of each part.
const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The name space of the text.
const MAIN: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

/// The types of the parts.
const CONTENT_TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
<Default Extension=\"xml\" ContentType=\"application/xml\"/>\
<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>\
<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
</Types>";

/// What the package holds.
const PACKAGE: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>\
<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
</Relationships>";

/// The parts to which the text refers.
const PARTS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>\
</Relationships>";

/// The title, and who made the file.
fn properties(title: &str, author: &ChangeAuthor) -> String {
    format!(
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title>\
         <cp:lastModifiedBy>{}</cp:lastModifiedBy>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{}</dcterms:modified></cp:coreProperties>",
        in_xml(title),
        in_xml(&author.name),
        author.time,
    )
}

/// The styles; `language` is the element with that of the text.
fn styles(language: &str) -> String {
    let mut styles = format!(
        "<w:styles {MAIN}><w:docDefaults><w:rPrDefault><w:rPr>{language}</w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:spacing w:after=\"160\"/></w:pPr></w:pPrDefault></w:docDefaults>\n\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>\n"
    );
    let mut put = |id: &str, name: &str, paragraph: &str, run: &str| {
        styles += &format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>\
             <w:basedOn w:val=\"Normal\"/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>\n"
        );
    };
    for level in 1..=DEEPEST {
        let outline = format!("<w:keepNext/><w:outlineLvl w:val=\"{}\"/>", level - 1);
        put(&format!("Heading{level}"), &format!("heading {level}"), &outline, "<w:b/>");
    }
    put("Quote", "Quote", "<w:ind w:left=\"720\" w:right=\"720\"/>", "");
    let typewriter = "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\"/>";
    put("HTMLPreformatted", "HTML Preformatted", "", typewriter);
    put("SourceCode", "Source Code", "", typewriter);
    let edges = ["top", "left", "bottom", "right", "insideH", "insideV"];
    let borders = edges.map(|edge| format!("<w:{edge} w:val=\"single\" w:sz=\"4\"/>")).concat();
    styles += &format!(
        "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/>\
         <w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr></w:style>\n</w:styles>"
    );
    styles
}
