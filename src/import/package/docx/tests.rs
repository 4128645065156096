use crate::document::Direction;
use crate::import::manuscript::Manuscript;
use crate::import::package::fixture::{anchored, linked, shown, styled, zip};
use crate::import::package::manuscript as read;
use proptest::prelude::*;

const NAMESPACES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;

fn package(body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let document = format!("<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>");
    let mut entries = vec![("[Content_Types].xml", "<Types/>"), ("word/document.xml", &document)];
    entries.extend(more);
    zip(&entries)
}

fn document(body: &str, more: &[(&str, &str)]) -> Manuscript<'static> {
    read(&package(body, more)).unwrap()
}

fn paragraph(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

fn item(list: u32, level: u32, words: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>\
         </w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
    )
}

fn level(at: u32, format: &str, text: &str, more: &str) -> String {
    format!(
        "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>\
         <w:lvlText w:val=\"{text}\"/>{more}</w:lvl>"
    )
}

fn numbering(levels: &str, lists: &str) -> String {
    format!(
        "<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId=\"0\">{levels}</w:abstractNum>\
         {lists}</w:numbering>"
    )
}

const ONE_LIST: &str = r#"<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#;

fn numbered(numbering: &str, body: &str) -> Vec<String> {
    shown(&document(body, &[("word/numbering.xml", numbering)]))
}

#[test]
fn clauses_have_the_numbers_of_all_levels() {
    let levels = [
        level(0, "decimal", "%1.", ""),
        level(1, "decimal", "%1.%2", ""),
        level(2, "lowerLetter", "(%3)", ""),
        level(3, "lowerRoman", "(%4)", ""),
    ]
    .concat();
    let body = [
        item(1, 0, "Lamps"),
        item(1, 1, "Dusk"),
        item(1, 2, "in winter"),
        item(1, 2, "in summer"),
        item(1, 3, "in rain"),
        item(1, 1, "Dawn"),
        paragraph("Between."),
        item(1, 2, "again"),
        item(1, 0, "Ships"),
        item(1, 1, "Dues"),
    ]
    .concat();
    assert_eq!(
        numbered(&numbering(&levels, ONE_LIST), &body),
        [
            "li 1. Lamps",
            "li4 1.1 Dusk",
            "li8 (a) in winter",
            "li8 (b) in summer",
            "li12 (i) in rain",
            "li4 1.2 Dawn",
            "p Between.",
            "li8 (a) again",
            "li 2. Ships",
            "li4 2.1 Dues",
        ]
    );
}

#[test]
fn a_list_that_overrides_starts_again_and_another_continues() {
    let levels = level(0, "upperRoman", "Article %1 –", "");
    let lists = format!(
        r#"{ONE_LIST}<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">
        <w:startOverride w:val="4"/></w:lvlOverride></w:num>
        <w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">{}</w:lvlOverride></w:num>"#,
        level(0, "upperLetter", "Annex %1", "")
    );
    let body: String = [1, 1, 2, 3, 3, 1, 4].iter().map(|list| item(*list, 0, "x")).collect();
    assert_eq!(
        numbered(&numbering(&levels, &lists), &body),
        [
            "li Article I – x",
            "li Article II – x",
            "li Article III – x",
            "li Article IV – x",
            "li Article V – x",
            "li Article VI – x",
            "li Annex G x",
        ]
    );
}

#[test]
fn a_level_begins_again_as_its_rule_says() {
    let levels = [
        level(0, "upperLetter", "%1", ""),
        level(1, "decimal", "%2", r#"<w:lvlRestart w:val="0"/>"#),
        level(2, "decimal", "%3", r#"<w:lvlRestart w:val="1"/>"#),
    ]
    .concat();
    let steps = [0, 1, 2, 1, 2, 0, 1, 2];
    let body: String = steps.iter().map(|level| item(1, *level, "x")).collect();
    let got = numbered(&numbering(&levels, ONE_LIST), &body);
    let got: Vec<_> = got.iter().map(|line| line.split(' ').nth(1).unwrap()).collect();
    // The second level never restarts, the third with each of the first.
    assert_eq!(got, ["A", "1", "1", "2", "2", "B", "3", "1"]);
}

#[test]
fn legal_numbering_writes_all_levels_in_digits_and_skipped_levels_count_as_begun() {
    let levels = [
        level(0, "upperRoman", "%1.", ""),
        level(1, "decimal", "%1.%2", "<w:isLgl/>"),
        level(2, "bullet", "\u{F0B7}", ""),
        level(3, "none", "", ""),
    ]
    .concat();
    let body =
        [item(1, 1, "a"), item(1, 0, "b"), item(1, 1, "c"), item(1, 2, "d"), item(1, 3, "e")];
    assert_eq!(
        numbered(&numbering(&levels, ONE_LIST), &body.concat()),
        ["li4 1.1 a", "li II. b", "li4 2.1 c", "li8 • d", "p e",]
    );
}

#[test]
fn styles_carry_headings_and_numbers() {
    let styles = r#"<w:styles xmlns:w="w">
        <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr>
            <w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="C2"><w:name w:val="Clause"/><w:basedOn w:val="H1"/>
            <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
        <w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>
        <w:style w:type="paragraph" w:styleId="V"><w:name w:val="toc 1"/></w:style></w:styles>"#;
    let levels = [
        level(0, "decimal", "Section %1", r#"<w:pStyle w:val="H1"/>"#),
        level(1, "decimal", "%1.%2", r#"<w:pStyle w:val="C2"/>"#),
    ]
    .concat();
    let numbering = numbering(&levels, ONE_LIST);
    let styled = |style: &str, more: &str, words: &str| {
        format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{more}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
        )
    };
    let body = [
        styled("T", "", "Rules"),
        styled("V", "", "Lamps ... 1"),
        styled("H1", "", "Lamps"),
        styled("C2", "", "The keeper shall light them."),
        styled("H1", r#"<w:numPr><w:numId w:val="0"/></w:numPr>"#, "Without a number"),
        styled("Q", "", "The sea gives."),
    ]
    .concat();
    let got = document(&body, &[("word/styles.xml", styles), ("word/numbering.xml", &numbering)]);
    assert_eq!(
        shown(&got),
        [
            "h1 Rules",
            "h1 Section 1 Lamps",
            "li4 1.1 The keeper shall light them.",
            "h1 Without a number",
            "q The sea gives.",
        ]
    );
    assert_eq!(got.remarks, ["the printed table of contents is left out"]);
}

#[test]
fn a_numbering_style_lends_its_levels() {
    let styles = r#"<w:styles xmlns:w="w"><w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/>
        <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>"#;
    let numbering = format!(
        r#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">{}<w:styleLink w:val="L"/></w:abstractNum>
        <w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>
        {ONE_LIST}<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>"#,
        level(0, "ordinal", "%1", "")
    );
    let got = document(
        &item(2, 0, "x"),
        &[("word/styles.xml", styles), ("word/numbering.xml", &numbering)],
    );
    assert_eq!(shown(&got), ["li 1st x"]);
}

#[test]
fn tracked_changes_leave_what_was_inserted() {
    let levels = level(0, "decimal", "%1.", "");
    let gone = r#"<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr>
        <w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"#;
    let kept = r#"<w:p><w:r><w:t>The </w:t></w:r><w:del><w:r><w:delText>red</w:delText></w:r></w:del>
        <w:ins><w:r><w:t>green</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> lamp.</w:t></w:r></w:p>"#;
    let body = [&item(1, 0, "a"), gone, &item(1, 0, "b"), kept].concat();
    let got = document(&body, &[("word/numbering.xml", &numbering(&levels, ONE_LIST))]);
    assert_eq!(shown(&got), ["li 1. a", "li 2. b", "p The green lamp."]);
    assert_eq!(got.remarks, ["2 tracked deletions are not shown"]);
}

#[test]
fn deleted_rows_and_what_moved_away_are_left_out() {
    let row = |mark: &str, words: &str| {
        let cell = |words: &str| format!("<w:tc>{}</w:tc>", paragraph(words));
        format!("<w:tr><w:trPr>{mark}</w:trPr>{}{}</w:tr>", cell(words), cell("x"))
    };
    let table = |rows: &[String]| {
        format!("<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{}</w:tbl>", rows.concat())
    };
    let gone = table(&[row("<w:del/>", "a"), row("<w:tblHeader/><w:del/>", "b")]);
    let kept = table(&[row("<w:tblHeader/>", "c"), row("<w:del/>", "d"), row("<w:ins/>", "e")]);
    let moved = r#"<w:p><w:pPr><w:rPr><w:moveFrom/></w:rPr></w:pPr><w:moveFromRangeStart w:name="m"/>
        <w:moveFrom><w:r><w:t>tide</w:t></w:r></w:moveFrom></w:p><w:moveFromRangeEnd/>"#;
    let to = r#"<w:p><w:pPr><w:rPr><w:moveTo/></w:rPr></w:pPr><w:moveToRangeStart w:name="m"/>
        <w:moveTo><w:r><w:t>tide</w:t></w:r></w:moveTo></w:p><w:moveToRangeEnd/>"#;
    let got = document(&[moved, &gone, &kept, &paragraph("oars"), to].concat(), &[]);
    assert_eq!(shown(&got), ["table c|x/e|x", "p oars", "p tide"]);
}

#[test]
fn notes_are_linked_with_their_marks() {
    let body = r#"<w:p><w:r><w:t>Lamps</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r>
        <w:r><w:t> and oars</w:t></w:r><w:r><w:endnoteReference w:id="2"/></w:r>
        <w:r><w:footnoteReference w:id="3"/></w:r></w:p>"#;
    let footnotes = r#"<w:footnotes xmlns:w="w"><w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>
        <w:footnote w:id="3"><w:p><w:r><w:t>Of oak.</w:t></w:r></w:p></w:footnote>
        <w:footnote w:id="7"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Of brass.</w:t></w:r></w:p>
        <w:p><w:r><w:t>Or tin.</w:t></w:r></w:p></w:footnote></w:footnotes>"#;
    let endnotes = r#"<w:endnotes xmlns:w="w"><w:endnote w:id="2"><w:p><w:r><w:t>See oars.</w:t></w:r></w:p></w:endnote></w:endnotes>"#;
    let got = document(body, &[("word/footnotes.xml", footnotes), ("word/endnotes.xml", endnotes)]);
    assert_eq!(
        shown(&got),
        [
            "p Lamps[1] and oars[i][2]",
            "note [1] Of brass.",
            "note Or tin.",
            "note [i] See oars.",
            "note [2] Of oak.",
        ]
    );
    let links = linked(&got);
    assert_eq!(links[0], ("[1]", "#footnote:1"));
    assert_eq!(anchored(&got, "footnote:1"), Some("[1] Of brass."));
    assert!(links.contains(&("[i]", "#endnote:2:mark")), "{links:?}");
    assert_eq!(anchored(&got, "endnote:2:mark"), Some("[i][2]"));
}

#[test]
fn tables_are_rows_of_cells_and_one_column_is_none() {
    let cell = |words: &str| format!("<w:tc>{}</w:tc>", paragraph(words));
    let wide =
        format!("<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>{}</w:tc>", paragraph("wide"));
    let inner = format!(
        "<w:tc>{}<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>{}{}</w:tr></w:tbl><w:p/></w:tc>",
        paragraph("a"),
        cell("b"),
        cell("c")
    );
    let grid = "<w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>";
    let body = format!(
        "<w:tbl>{grid}<w:tr>{}{}{}</w:tr><w:tr>{wide}{}</w:tr><w:tr>{inner}{}<w:tc><w:p/></w:tc></w:tr></w:tbl>\
         <w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>{}</w:tr></w:tbl>{}",
        cell("Ship"),
        cell("Dues"),
        cell("Lamp"),
        cell("z"),
        cell("d"),
        cell("Set apart."),
        paragraph("After.")
    );
    assert_eq!(
        shown(&document(&body, &[])),
        ["table Ship|Dues|Lamp/wide||z/a\u{2028}b\u{2028}c|d", "p Set apart.", "p After.",]
    );
}

#[test]
fn links_fields_and_styles_are_marked() {
    let relations = r#"<Relationships><Relationship Id="r1" Target="https://ald.example/" TargetMode="External"/></Relationships>"#;
    let body = r#"<w:p><w:bookmarkStart w:id="0" w:name="start"/><w:r><w:t xml:space="preserve">See </w:t></w:r>
        <w:hyperlink r:id="r1"><w:r><w:rPr><w:b/></w:rPr><w:t>the </w:t></w:r><w:r><w:rPr><w:b/><w:i/></w:rPr><w:t>harbour</w:t></w:r></w:hyperlink>
        <w:r><w:t xml:space="preserve"> and </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>
        <w:r><w:instrText> REF start \h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>
        <w:r><w:t>clause 1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
        <w:r><w:br/><w:t>Next</w:t><w:noBreakHyphen/><w:t>line</w:t></w:r>
        <w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>"#;
    let got = document(body, &[("word/_rels/document.xml.rels", relations)]);
    assert_eq!(shown(&got), ["p See the harbour and clause 1/Next\u{2011}line"]);
    assert_eq!(linked(&got), [("the harbour", "https://ald.example/"), ("clause 1", "#start")]);
    assert_eq!(anchored(&got, "start"), Some("See the harbour and clause 1"));
    let styles = styled(&got);
    assert!(styles.contains(&("the harbour", "Strong".into())), "{styles:?}");
    assert!(styles.contains(&("harbour", "Emphasis".into())), "{styles:?}");
    assert_eq!(got.remarks, ["1 run of hidden text is not shown"]);
}

#[test]
fn superscript_and_deleted_words_are_distinguished() {
    let run = |properties: &str, words: &str| {
        format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
    };
    let body = [
        "<w:p>",
        &run("", "10"),
        &run(r#"<w:vertAlign w:val="superscript"/>"#, "2"),
        &run("", " H"),
        &run(r#"<w:vertAlign w:val="subscript"/>"#, "2"),
        &run("", "O "),
        &run("<w:strike/>", "old "),
        &run(r#"<w:strike w:val="0"/>"#, "new"),
        "</w:p>",
    ];
    assert_eq!(shown(&document(&body.concat(), &[])), ["p 10² H₂O [struck out: old] new"]);
}

#[test]
fn a_rule_is_not_a_picture_and_a_blank_bullet_is_no_bullet() {
    let rule = r#"<w:p><w:r><w:pict><v:rect style="width:0" o:hr="t"/></w:pict></w:r></w:p>"#;
    let levels = level(0, "bullet", " ", "");
    let body = [&item(1, 0, "goes on"), rule, &paragraph("After.")].concat();
    let got = document(&body, &[("word/numbering.xml", &numbering(&levels, ONE_LIST))]);
    assert_eq!(shown(&got), ["p goes on", "orn * * *", "p After."]);
    assert!(got.remarks.is_empty());
}

#[test]
fn blanks_before_lines_of_code_stay() {
    let styles = r#"<w:styles xmlns:w="w"><w:style w:styleId="C"><w:name w:val="Source Code"/></w:style></w:styles>"#;
    let body = r#"<w:p><w:pPr><w:pStyle w:val="C"/></w:pPr><w:r><w:t>if dusk</w:t></w:r></w:p>
        <w:p><w:pPr><w:pStyle w:val="C"/></w:pPr><w:r><w:t xml:space="preserve">  </w:t></w:r><w:r><w:t>light</w:t></w:r></w:p>"#;
    assert_eq!(shown(&document(body, &[("word/styles.xml", styles)])), ["code if dusk/  light"]);
}

#[test]
fn parts_are_found_by_their_relations() {
    let document =
        format!("<w:document {NAMESPACES}><w:body>{}</w:body></w:document>", item(1, 0, "x"));
    let numbering = numbering(&level(0, "decimal", "%1.", ""), ONE_LIST);
    let entries = [
        (
            "_rels/.rels",
            r#"<Relationships><Relationship Id="a" Type="x/officeDocument" Target="/text/main.xml"/></Relationships>"#,
        ),
        ("text/main.xml", &document),
        (
            "text/_rels/main.xml.rels",
            r#"<Relationships><Relationship Id="a" Type="x/numbering" Target="lists.xml"/>
            <Relationship Id="b" Type="x/header" Target="head.xml"/></Relationships>"#,
        ),
        ("text/lists.xml", &numbering),
        ("text/head.xml", "<w:hdr><w:p><w:r><w:t>Rules of Ald</w:t></w:r></w:p></w:hdr>"),
    ];
    let got = read(&zip(&entries)).unwrap();
    assert_eq!(shown(&got), ["li 1. x"]);
    assert_eq!(got.remarks, ["running headers and footers are left out"]);
}

#[test]
fn a_row_has_no_columns_without_end() {
    let cell = "<w:tc><w:tcPr><w:gridSpan w:val=\"1000000000\"/></w:tcPr><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>";
    let got = document(&format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell.repeat(600)), &[]);
    assert_eq!(got.text.matches('x').count(), 600);
    assert!(got.text.matches('\t').count() <= 256, "{}", got.text.matches('\t').count());
}

#[test]
fn drawings_are_reported_and_text_boxes_read() {
    let body = r#"<w:p><w:r><w:t>Before</w:t></w:r><w:r><AlternateContent><Choice><w:drawing><w:txbxContent>
        <w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></w:drawing></Choice>
        <Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></w:pict></Fallback>
        </AlternateContent></w:r></w:p>
        <w:p><w:r><w:drawing><docPr descr="A lamp"/></w:drawing></w:r></w:p>"#;
    let got = document(body, &[]);
    assert_eq!(shown(&got), ["p Before", "p In a box", "p [image: A lamp]"]);
    assert_eq!(got.remarks, ["1 picture is not shown"]);
}

#[test]
fn what_it_declares_is_taken() {
    let core = r#"<cp:coreProperties xmlns:dc="dc"><dc:title>Rules of Ald</dc:title><dc:language>ar</dc:language></cp:coreProperties>"#;
    let body = "<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:t>مصباح</w:t></w:r></w:p>";
    let got = document(body, &[("docProps/core.xml", core)]).declared;
    assert_eq!(got.title.as_deref(), Some("Rules of Ald"));
    assert_eq!(got.language.as_deref(), Some("ar"));
    assert_eq!(got.direction, Some(Direction::RightToLeft));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_body_is_too_odd(pieces in proptest::collection::vec(0_usize..20, 0..60)) {
        const PIECES: [&str; 20] = [
            "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>lamp</w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>",
            "<w:tc>", "</w:tc>", "<w:gridCol/>", "<w:gridSpan w:val=\"99999999\"/>", "<w:fldChar w:fldCharType=\"begin\"/>",
            "<w:fldChar w:fldCharType=\"separate\"/>", "<w:fldChar w:fldCharType=\"end\"/>", "<w:footnoteReference w:id=\"1\"/>",
            "<w:hyperlink w:anchor=\"a\">", "</w:hyperlink>",
            "<w:pPr><w:numPr><w:ilvl w:val=\"77\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>",
        ];
        let body: String = pieces.iter().map(|at| PIECES[*at]).collect();
        let numbering = numbering(&level(8, "lowerLetter", "%1%9", ""), ONE_LIST);
        if let Ok(got) = read(&package(&body, &[("word/numbering.xml", &numbering)])) {
            for element in &got.elements {
                for (range, _) in &element.lines {
                    prop_assert!(got.text.get(range.clone()).is_some());
                }
            }
        }
    }
}
