//! The parts of a DOCX beside its text: what it holds, its properties, styles and lists.

use super::author::ChangeAuthor;
use super::paragraph::{DEEPEST, DocxListLevel, INDENT};
use super::xml::in_xml;

/// The declaration at the beginning of each part.
pub const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The name space of the text.
pub const MAIN: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

/// The types of the parts.
pub const CONTENT_TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
<Default Extension=\"xml\" ContentType=\"application/xml\"/>\
<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>\
<Override PartName=\"/word/numbering.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/>\
<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
</Types>";

/// What the package holds.
pub const PACKAGE: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>\
<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
</Relationships>";

/// The parts and addresses to which the text refers.
pub fn relationships(addresses: &[String]) -> String {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut all = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"styles\" Type=\"{kind}/styles\" Target=\"styles.xml\"/>\
         <Relationship Id=\"numbering\" Type=\"{kind}/numbering\" Target=\"numbering.xml\"/>"
    );
    for (at, address) in addresses.iter().enumerate() {
        all += &format!(
            "<Relationship Id=\"{}\" Type=\"{kind}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
            link_id(at),
            in_xml(address)
        );
    }
    all + "</Relationships>"
}

/// The identifier of an address by its index.
pub fn link_id(at: usize) -> String {
    format!("link{at}")
}

/// The title, and who made the file.
pub fn properties(title: &str, author: &ChangeAuthor) -> String {
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
pub fn styles(language: &str) -> String {
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
    styles += &format!(
        "<w:style w:type=\"character\" w:styleId=\"VerbatimChar\"><w:name w:val=\"Verbatim Char\"/>\
         <w:rPr>{typewriter}</w:rPr></w:style>\n"
    );
    let edges = ["top", "left", "bottom", "right", "insideH", "insideV"];
    let borders = edges.map(|edge| format!("<w:{edge} w:val=\"single\" w:sz=\"4\"/>")).concat();
    styles += &format!(
        "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/>\
         <w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr></w:style>\n</w:styles>"
    );
    styles
}

/// The one list, whose items have bullets at every level.
pub fn numbering() -> String {
    let levels: String = DocxListLevel::all()
        .map(|level| {
            let (at, left) = (level.get(), level.indent());
            format!(
                "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/>\
                 <w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/>\
                 <w:pPr><w:ind w:left=\"{left}\" w:hanging=\"{INDENT}\"/></w:pPr></w:lvl>"
            )
        })
        .collect();
    format!(
        "<w:numbering {MAIN}><w:abstractNum w:abstractNumId=\"0\">\
         <w:multiLevelType w:val=\"hybridMultilevel\"/>{levels}</w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
    )
}
