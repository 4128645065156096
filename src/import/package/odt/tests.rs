use crate::document::Direction;
use crate::import::manuscript::Manuscript;
use crate::import::package::fixture::{anchored, linked, shown, styled, zip};
use crate::import::package::manuscript as read;
use crate::import::refusal::Refusal;
use proptest::prelude::*;

const NAMESPACES: &str = r#"xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:fo="f" xmlns:table="b" xmlns:draw="d" xmlns:xlink="x" xmlns:svg="g""#;

fn package(styles: &str, body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let content = format!(
        "<office:document-content {NAMESPACES}><office:automatic-styles>{styles}</office:automatic-styles>\
         <office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    let mut entries =
        vec![("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", &*content)];
    entries.extend(more);
    zip(&entries)
}

fn document(styles: &str, body: &str, more: &[(&str, &str)]) -> Manuscript<'static> {
    read(&package(styles, body, more)).unwrap()
}

fn level(at: u32, format: &str, more: &str) -> String {
    format!(
        "<text:list-level-style-number text:level=\"{at}\" style:num-format=\"{format}\" {more}/>"
    )
}

fn list_style(levels: &[String]) -> String {
    format!("<text:list-style style:name=\"L\">{}</text:list-style>", levels.concat())
}

fn item(words: &str) -> String {
    format!("<text:list-item><text:p>{words}</text:p></text:list-item>")
}

fn list(more: &str, items: &str) -> String {
    format!("<text:list text:style-name=\"L\" {more}>{items}</text:list>")
}

#[test]
fn lists_have_the_numbers_of_their_levels() {
    let styles = list_style(&[
        level(1, "1", r#"style:num-suffix=".""#),
        level(2, "1", r#"text:display-levels="2" style:num-suffix=".""#),
        level(3, "a", r#"style:num-prefix="(" style:num-suffix=")""#),
        level(4, "I", r#"text:start-value="4""#),
    ]);
    let deep = "<text:list><text:list-item><text:p>deep</text:p></text:list-item></text:list>";
    let body = list(
        "",
        &format!(
            "{}<text:list-item><text:p>b</text:p><text:p>more of b</text:p><text:list>{}<text:list-item>\
         <text:p>d</text:p><text:list>{}<text:list-item><text:p>f</text:p>{deep}</text:list-item></text:list></text:list-item></text:list></text:list-item>\
         <text:list-header><text:p>head</text:p></text:list-header>{}",
            item("a"),
            item("c"),
            item("e"),
            item("g"),
        ),
    );
    assert_eq!(
        shown(&document(&styles, &body, &[])),
        [
            "li 1. a",
            "li 2. b",
            "p more of b",
            "li4 2.1. c",
            "li4 2.2. d",
            "li8 (a) e",
            "li8 (b) f",
            "li12 IV deep",
            "p head",
            "li 3. g",
        ]
    );
}

#[test]
fn lists_continue_or_start_again_as_they_state() {
    let styles = list_style(&[level(1, "i", r#"style:num-suffix=")""#), level(2, "A", "")]);
    let body = [
        list(r#"xml:id="one""#, &[item("a"), item("b")].concat()),
        "<text:p>Between.</text:p>".to_owned(),
        list(r#"text:continue-numbering="true""#, &item("c")),
        list("", &item("d")),
        list(r#"xml:id="two" text:continue-list="one""#, &item("e")),
        list("", r#"<text:list-item text:start-value="7"><text:p>f</text:p></text:list-item>"#),
        // An item that only contains an inner list is not counted.
        list(
            r#"text:continue-numbering="true""#,
            &format!(
                "<text:list-item><text:list>{}</text:list></text:list-item>{}",
                item("g"),
                item("h")
            ),
        ),
    ]
    .concat();
    assert_eq!(
        shown(&document(&styles, &body, &[])),
        [
            "li i) a",
            "li ii) b",
            "p Between.",
            "li iii) c",
            "li i) d",
            "li iii) e",
            "li vii) f",
            "li4 A g",
            "li viii) h",
        ]
    );
}

#[test]
fn a_pattern_writes_the_whole_label() {
    let styles = list_style(&[
        level(1, "I", r#"style:num-list-format="Article %1%:""#),
        level(2, "1", r#"style:num-list-format="%1%-%2%""#),
        "<text:list-level-style-bullet text:level=\"3\" text:bullet-char=\"-\"/>".to_owned(),
    ]);
    let inner = format!(
        "<text:list-item><text:p>b</text:p><text:list>{}</text:list></text:list-item>",
        item("c")
    );
    let body = list(
        "",
        &format!(
            "<text:list-item><text:p>a</text:p><text:list>{inner}</text:list></text:list-item>"
        ),
    );
    assert_eq!(shown(&document(&styles, &body, &[])), ["li Article I: a", "li4 I-1 b", "li8 • c"]);
}

#[test]
fn headings_are_numbered_by_the_outline() {
    let styles = format!(
        r#"<office:document-styles {NAMESPACES}><office:styles><text:outline-style>
        <text:outline-level-style text:level="1" style:num-format="1" style:num-prefix="Part "/>
        <text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>
        <text:outline-level-style text:level="3" style:num-format=""/></text:outline-style>
        </office:styles></office:document-styles>"#
    );
    let heading = |level: u32, more: &str, words: &str| {
        format!("<text:h text:outline-level=\"{level}\" {more}>{words}</text:h>")
    };
    let body = [
        heading(1, "", "<text:number>Part 9</text:number>Lamps"),
        heading(2, "", "Dusk"),
        heading(3, "", "Rain"),
        heading(2, "", "Dawn"),
        heading(1, r#"text:is-list-header="true""#, "Between"),
        heading(1, "", "Ships"),
        heading(2, "", "Dues"),
        heading(1, r#"text:restart-numbering="true" text:start-value="5""#, "Oars"),
    ]
    .concat();
    assert_eq!(
        shown(&document("", &body, &[("styles.xml", &styles)])),
        [
            "h1 Part 1 Lamps",
            "h24 1.1 Dusk",
            "h3 Rain",
            "h24 1.2 Dawn",
            "h1 Between",
            "h1 Part 2 Ships",
            "h24 2.1 Dues",
            "h1 Part 5 Oars",
        ]
    );
}

#[test]
fn spans_links_and_breaks_are_read() {
    let styles = r#"<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
        <style:style style:name="T2" style:family="text"><style:text-properties fo:font-style="italic" fo:font-weight="normal"/></style:style>
        <style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>"#;
    let body = r##"<text:p>The <text:span text:style-name="T1">great <text:span text:style-name="T2">lamp</text:span></text:span>
        of<text:s text:c="999999999"/>Ald<text:tab/>is<text:line-break/><text:bookmark text:name="here"/>lit;
        see <text:a xlink:href="#here|outline">here</text:a>, <text:a xlink:href="https://ald.example/">there</text:a>,
        <text:bookmark-ref text:ref-name="here">1</text:bookmark-ref>, <text:span text:style-name="Source_20_Text">ls</text:span>.</text:p>
        <text:p text:style-name="P1">The sea gives.</text:p>
        <text:p text:style-name="Preformatted_20_Text">a  b</text:p><text:p text:style-name="Preformatted_20_Text">c</text:p>"##;
    let got = document(styles, body, &[]);
    assert_eq!(shown(&got)[0], "p The great lamp of Ald is/lit; see here, there, 1, ls.");
    assert_eq!(shown(&got)[1..], ["q The sea gives.", "pre a  b/c"]);
    assert_eq!(
        linked(&got),
        [("here", "#here"), ("there", "https://ald.example/"), ("1", "#here")]
    );
    assert!(anchored(&got, "here").unwrap().starts_with("lit"));
    let styles = styled(&got);
    assert!(styles.contains(&("lamp", "Emphasis".into())), "{styles:?}");
    assert!(
        styles.iter().any(|(words, kind)| words.trim() == "great" && kind == "Strong"),
        "{styles:?}"
    );
    assert!(styles.contains(&("ls", "Code".into())), "{styles:?}");
}

#[test]
fn notes_changes_comments_and_drawings() {
    let body = r#"<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>
        <text:p>Lamps<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Of brass.</text:p></text:note-body></text:note>
        burn<text:change text:change-id="c"/>.<office:annotation><text:p>Do they?</text:p></office:annotation></text:p>
        <text:p><draw:frame><draw:image/><svg:title>A lamp</svg:title></draw:frame></text:p>
        <text:p>Before<draw:frame><draw:text-box><text:p>In a box</text:p></draw:text-box></draw:frame></text:p>
        <text:table-of-content><text:index-body><text:p>Lamps 1</text:p></text:index-body></text:table-of-content>"#;
    let got = document("", body, &[]);
    assert_eq!(
        shown(&got),
        ["p Lamps[1] burn.", "p [image: A lamp]", "p Before", "p In a box", "note [1] Of brass."]
    );
    assert_eq!(linked(&got), [("[1]", "#note:1"), ("[1]", "#note:1:mark")]);
    assert_eq!(anchored(&got, "note:1"), Some("[1] Of brass."));
    assert_eq!(
        got.remarks,
        [
            "1 picture is not shown",
            "1 comment is not shown",
            "1 tracked deletion is not shown",
            "the printed table of contents is left out",
        ]
    );
}

#[test]
fn tables_are_rows_of_cells() {
    let cell =
        |words: &str| format!("<table:table-cell><text:p>{words}</text:p></table:table-cell>");
    let body = format!(
        r#"<table:table><table:table-column table:number-columns-repeated="3"/><table:table-header-rows><table:table-row>{}{}{}</table:table-row></table:table-header-rows>
        <table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>a</text:p><text:p>b</text:p></table:table-cell><table:covered-table-cell/>{}</table:table-row></table:table>
        <table:table><table:table-column/><table:table-row>{}</table:table-row></table:table>"#,
        cell("Ship"),
        cell("Dues"),
        cell("Lamp"),
        cell("c"),
        cell("Set apart."),
    );
    assert_eq!(
        shown(&document("", &body, &[])),
        ["table Ship|Dues|Lamp/a\u{2028}b||c", "p Set apart."]
    );
}

#[test]
fn what_it_declares_is_taken() {
    let styles = r#"<style:style style:name="P1" style:family="paragraph"><style:paragraph-properties style:writing-mode="rl-tb"/></style:style>"#;
    let meta = r#"<office:document-meta xmlns:dc="dc"><dc:title>Rules of Ald</dc:title></office:document-meta>"#;
    let defaults = format!(
        r#"<office:document-styles {NAMESPACES}><style:default-style style:family="paragraph">
        <style:text-properties fo:language="he" fo:country="IL"/></style:default-style></office:document-styles>"#
    );
    let body = r#"<text:p text:style-name="P1">מנורה</text:p>"#;
    let got = document(styles, body, &[("meta.xml", meta), ("styles.xml", &defaults)]).declared;
    assert_eq!(got.title.as_deref(), Some("Rules of Ald"));
    assert_eq!(got.language.as_deref(), Some("he-IL"));
    assert_eq!(got.direction, Some(Direction::RightToLeft));
}

#[test]
fn an_encrypted_document_is_refused() {
    let manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>";
    let got = read(&package("", "", &[("META-INF/manifest.xml", manifest)]));
    assert_eq!(got.unwrap_err(), Refusal::Encrypted);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_body_is_too_odd(pieces in proptest::collection::vec(0_usize..18, 0..60)) {
        const PIECES: [&str; 18] = [
            "<text:p>", "</text:p>", "lamp", "<text:h text:outline-level=\"99\">", "</text:h>", "<text:list text:style-name=\"L\">",
            "</text:list>", "<text:list-item text:start-value=\"4294967295\">", "</text:list-item>", "<table:table>", "</table:table>",
            "<table:table-row>", "</table:table-row>", "<table:table-cell>", "</table:table-cell>", "<text:note/>", "<text:a>", "</text:a>",
        ];
        let body: String = pieces.iter().map(|at| PIECES[*at]).collect();
        if let Ok(got) = read(&package(&list_style(&[level(1, "a", "")]), &body, &[])) {
            for (range, _) in got.elements.iter().flat_map(|element| &element.lines) {
                prop_assert!(got.text.get(range.clone()).is_some());
            }
        }
    }
}

#[test]
fn superscript_and_deleted_words_are_distinguished() {
    let style = |name: &str, properties: &str| {
        format!(
            "<style:style style:name=\"{name}\" style:family=\"text\"><style:text-properties {properties}/></style:style>"
        )
    };
    let styles = [
        style("U", "style:text-position=\"super 58%\""),
        style("D", "style:text-position=\"-33% 58%\""),
        style("S", "style:text-line-through-style=\"solid\""),
    ];
    let body = "<text:p>10<text:span text:style-name=\"U\">2</text:span> H<text:span \
        text:style-name=\"D\">2</text:span>O <text:span text:style-name=\"S\">old</text:span> new</text:p>";
    let got = document(&styles.concat(), body, &[]);
    assert_eq!(shown(&got), ["p 10² H₂O [struck out: old] new"]);
}

#[test]
fn cells_under_a_cell_of_several_rows_keep_their_columns() {
    let cell = |words: &str, more: &str| {
        format!("<table:table-cell {more}><text:p>{words}</text:p></table:table-cell>")
    };
    let covered = "<table:covered-table-cell/>";
    let body = [
        "<table:table><table:table-column table:number-columns-repeated=\"3\"/><table:table-row>",
        &cell("Ship", "table:number-rows-spanned=\"2\""),
        &cell("Dues", "table:number-columns-spanned=\"2\""),
        covered,
        "</table:table-row><table:table-row>",
        covered,
        &cell("summer", ""),
        &cell("8", ""),
        "</table:table-row></table:table>",
    ];
    assert_eq!(shown(&document("", &body.concat(), &[])), ["table Ship|Dues/|summer|8"]);
}

#[test]
fn blanks_before_lines_of_code_stay() {
    let body = "<text:p text:style-name=\"Preformatted_20_Text\">if dusk</text:p>\
        <text:p text:style-name=\"Preformatted_20_Text\"><text:s text:c=\"2\"/>light</text:p>";
    assert_eq!(shown(&document("", body, &[])), ["pre if dusk/  light"]);
}
