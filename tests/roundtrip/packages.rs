//! The marks of DOCX and EPUB survive Markdown.

use super::marks::{assert_survives, marks};
use bulletin::document::{Document, Origin};
use bulletin::source;
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Reads a package of these entries under a name.
fn read(name: &str, entries: &[(&str, &str)]) -> Document {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (entry, text) in entries {
        writer.start_file(*entry, SimpleFileOptions::default()).expect("an entry");
        writer.write_all(text.as_bytes()).expect("its bytes");
    }
    let bytes = writer.finish().expect("a package").into_inner();
    source::read(&bytes, Origin::File(name.into())).expect("a document")
}

/// Checks that a document has marks and that they survive.
fn assert_marked(name: &str, document: &Document, wanted: &[&str]) {
    let marks = marks(document);
    for wanted in wanted {
        let found = marks.iter().any(|mark| mark.starts_with(wanted));
        assert!(found, "{name} has “{wanted}”: {marks:#?}");
    }
    assert_survives(name, document);
}

const WORD: &str = r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>
<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>Rules of the Lamp</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">1. The keeper </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>lights</w:t></w:r>
<w:r><w:t xml:space="preserve"> the </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>tall</w:t></w:r>
<w:r><w:t xml:space="preserve"> lamp with </w:t></w:r><w:r><w:rPr><w:rStyle w:val="V"/></w:rPr><w:t>light(1)</w:t></w:r>
<w:r><w:t>, as </w:t></w:r><w:hyperlink r:id="board"><w:r><w:t>the board</w:t></w:r></w:hyperlink>
<w:r><w:t xml:space="preserve"> says; see </w:t></w:r><w:hyperlink w:anchor="oil"><w:r><w:t>below</w:t></w:r></w:hyperlink>
<w:r><w:t>.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Lamp</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Oil | day</w:t></w:r></w:p></w:tc></w:tr>
<w:tr><w:tc><w:p><w:r><w:rPr><w:i/></w:rPr><w:t>Pier</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:bookmarkStart w:id="1" w:name="oil"/><w:bookmarkEnd w:id="1"/><w:r><w:t>2. The oil is dry.</w:t></w:r><w:r><w:footnoteReference w:id="3"/></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="C"/></w:pPr><w:r><w:t>if dusk {</w:t><w:br/><w:t xml:space="preserve">    light()</w:t><w:br/><w:t>}</w:t></w:r></w:p>
<w:p><w:r><w:t>3. The wick is new.</w:t></w:r></w:p>
</w:body></w:document>"#;

const WORD_STYLES: &str = r#"<w:styles xmlns:w="w"><w:style w:type="paragraph" w:styleId="C"><w:name w:val="Source Code"/></w:style>
<w:style w:type="character" w:styleId="V"><w:name w:val="Verbatim Code"/></w:style></w:styles>"#;

const WORD_NOTES: &str = r#"<w:footnotes xmlns:w="w">
<w:footnote w:id="2"><w:p><w:r><w:t xml:space="preserve">Since the </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>flood</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p>
<w:p><w:r><w:t>And before.</w:t></w:r></w:p></w:footnote>
<w:footnote w:id="3"><w:p><w:r><w:t>1. From the hill.</w:t></w:r></w:p></w:footnote></w:footnotes>"#;

const WORD_LINKS: &str = r#"<Relationships><Relationship Id="board" Type="hyperlink" Target="https://lamps.example/board?a=1&amp;b=2" TargetMode="External"/></Relationships>"#;

#[test]
fn what_a_docx_marks_survives_in_markdown() {
    let document = read(
        "lamps.docx",
        &[
            ("[Content_Types].xml", "<Types/>"),
            ("word/document.xml", WORD),
            ("word/styles.xml", WORD_STYLES),
            ("word/footnotes.xml", WORD_NOTES),
            ("word/_rels/document.xml.rels", WORD_LINKS),
        ],
    );
    let wanted = [
        "Strong: lights",
        "Emphasis: tall",
        "Code: light(1)",
        "the board -> https://lamps.example/board?a=1&b=2",
        "below -> The oil is dry.",
        "[1] -> [1] Since the flood.",
        "Emphasis: flood",
        "Note: And before.",
        "[2] -> [2] 1. From the hill.",
        "Table: Lamp | Oil | day\nPier | 2",
        "as it stands: if dusk {\n    light()\n}",
    ];
    assert_marked("lamps.docx", &document, &wanted);
}

const CONTAINER: &str =
    r#"<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>"#;

const BOOK: &str = r#"<package xmlns:dc="dc"><metadata><dc:title>Lamps</dc:title><dc:language>en</dc:language></metadata>
<manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>
<item id="b" href="b.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="a"/><itemref idref="b"/></spine></package>"#;

const FIRST: &str = r##"<html xmlns:epub="http://www.idpf.org/2007/ops"><body><h1>Rules of the Lamp</h1>
<p>1. The keeper <b>lights</b> the <i>tall</i> lamp with <code>light(1)</code>, as <a href="https://lamps.example/?a=1&amp;b=2">the board</a> says;
see <a href="b.xhtml#oil">below</a>.<a epub:type="noteref" href="#n1">1</a> It is so.<sup><a epub:type="noteref" href="#n2">2</a></sup></p>
<table><tr><th>Lamp</th><th>Oil | day</th></tr><tr><td><i>Pier</i></td><td>2</td></tr></table>
<aside epub:type="footnote" id="n1"><p>1. Since the <i>flood</i> &amp; <code>before()</code> of <a href="https://flood.example/">that</a>.</p></aside>
<aside epub:type="footnote" id="n2"><p>2. From the hill.</p></aside></body></html>"##;

const SECOND: &str = r##"<html xmlns:epub="http://www.idpf.org/2007/ops"><body>
<p id="oil">2. The oil is dry.<a epub:type="noteref" href="#n1">[1]</a></p><ul><li>clean<ul><li>of <em>sand</em></li></ul></li><li>new</li></ul>
<pre>if dusk {
    light()
}</pre><blockquote><p>As the board said.</p></blockquote><p>3. The wick is new.</p>
<aside epub:type="footnote" id="n1"><p>[1] Of the second page.</p></aside></body></html>"##;

#[test]
fn what_an_epub_marks_survives_in_markdown() {
    let document = read(
        "lamps.epub",
        &[
            ("mimetype", "application/epub+zip"),
            ("META-INF/container.xml", CONTAINER),
            ("OPS/book.opf", BOOK),
            ("OPS/a.xhtml", FIRST),
            ("OPS/b.xhtml", SECOND),
        ],
    );
    let wanted = [
        "Strong: lights",
        "Emphasis: tall",
        "Code: light(1)",
        "the board -> https://lamps.example/?a=1&b=2",
        "below -> The oil is dry.",
        "¹ -> 1. Since the flood",
        "Emphasis: flood",
        "Code: before()",
        "that -> https://flood.example/",
        "[1] -> [1] Of the second page.",
        "Emphasis: sand",
        "Table: Lamp | Oil | day\nPier | 2",
        "as it stands: if dusk {\n    light()\n}",
        "Quotation: As the board said.",
    ];
    assert_marked("lamps.epub", &document, &wanted);
}
