use super::manuscript;
use crate::document::{Direction, InlineKind};
use crate::import::tests::{assert_sound, shown, words};
use proptest::prelude::*;

fn lines(html: &str) -> Vec<String> {
    let manuscript = manuscript(html);
    assert_sound(&manuscript);
    shown(&manuscript)
}

fn remarks(html: &str) -> Vec<String> {
    manuscript(html).remarks
}

#[test]
fn blocks_are_separated_and_blanks_collapse() {
    let page =
        "<!doctype html><html lang=en-GB dir=RTL><head><title> The  Lamp\n Act</title></head>
        <body><h1>The Lamp\n   Act</h1><div>Enacted <b>by</b> the keepers.<p>First\tparagraph.
        <p>Second.</div>loose words<hr><h2>Article 1</h2><blockquote>A light.</blockquote>
        <pre>\n  a\tb\n\n c \n</pre><!-- not a word --></body></html>";
    assert_eq!(
        lines(page),
        [
            "h10|The Lamp Act",
            "p0|Enacted by the keepers.",
            "p0|First paragraph.",
            "p0|Second.",
            "p0|loose words",
            "hr0|* * *",
            "h20|Article 1",
            "q4|A light.",
            "pre0|  a\tb//␠c ".replace('␠', " ").as_str(),
        ]
    );
    let declared = manuscript(page).declared;
    assert_eq!(declared.title.as_deref(), Some("The Lamp Act"));
    assert_eq!(declared.language.as_deref(), Some("en-GB"));
    assert_eq!(declared.direction, Some(Direction::RightToLeft));
}

#[test]
fn list_items_have_their_numbers() {
    assert_eq!(
        lines(
            "<ol start=3><li>Third<li value=7>Seventh<ol type=a><li>one<li>two</ol><li>Eighth
             <p>goes on</ol><ul><li>bullet<li>(a) own number</ul>"
        ),
        [
            "li0|3. Third",
            "li0|7. Seventh",
            "li4|a. one",
            "li4|b. two",
            "li0|8. Eighth",
            "p4|goes on",
            "li0|• bullet",
            "p0|(a) own number",
        ]
    );
    assert_eq!(lines("<ol reversed type=I><li><p>two<li>one</ol>"), ["li0|II. two", "li0|I. one"]);
    assert_eq!(lines("<ol style='list-style-type: lower-roman'><li>x</ol>"), ["li0|i. x"]);
    assert_eq!(lines("<ol style='list-style:none'><li>§ 1 x</ol>"), ["p0|§ 1 x"]);
    // A number whose item begins with another list is on its own line, as on the screen.
    assert_eq!(lines("<ol><li><ol type=a><li>x</ol><li></ol>"), ["li0|1.", "li4|a. x", "li0|2."]);
    assert_eq!(lines("<ol><li><h3>Lamps</h3>Text</ol>"), ["h30|1. Lamps", "p4|Text"]);
}

#[test]
fn definitions_and_breaks() {
    assert_eq!(
        lines("<dl><dt>Lamp<dd>A light.<dt>Oil<dd>Its food.</dl>Pier 1<br>Harbour<br><br>End"),
        ["p0|Lamp", "p4|A light.", "p0|Oil", "p4|Its food.", "p0|Pier 1/Harbour", "p0|End"]
    );
}

#[test]
fn styles_links_and_anchors_are_ranges_of_the_text() {
    let page = manuscript(
        "<p id=one>A <em>dim <i>lamp</i> </em>and <a href='#two'>the other</a>,
         <a href=javascript:alert(1)>no</a> <code>x=1</code><div><b><p>bold<p>both</b></div>
         <p><a name=two></a>Two <a href=https://lamps.example/a>out</a>",
    );
    let styled: Vec<_> =
        page.styles.iter().map(|(range, kind)| (words(&page, range), *kind)).collect();
    assert_eq!(styled[0], ("dim lamp", InlineKind::Emphasis));
    assert_eq!(styled[1], ("x=1", InlineKind::Code));
    assert_eq!(styled[2], ("bold", InlineKind::Strong));
    let links: Vec<_> =
        page.links.iter().map(|(range, to)| (words(&page, range), to.as_str())).collect();
    assert_eq!(links, [("the other", "#two"), ("out", "https://lamps.example/a")]);
    let two = page.anchors.iter().find(|(_, name)| name == "two").unwrap().0;
    assert_eq!(page.text[two..].trim_start().split(' ').next(), Some("Two"));
}

#[test]
fn tables_of_data_are_rows_of_cells() {
    assert_eq!(
        lines(
            "<table><caption>Lamps</caption><thead><tr><th>Name<th>Oil<tbody>
             <tr><td rowspan=2>Pier<td>2<br>litres<tr><td>3 litres<tr><td colspan=2>none<tr></table>"
        ),
        ["p0|Lamps", "table0|Name\tOil/Pier\t2\u{2028}litres/\t3 litres/none"]
    );
}

#[test]
fn tables_that_lay_out_a_page_are_read_cell_by_cell() {
    assert_eq!(
        lines("<table><tr><td>One<td><h2>Lamps</h2><p>Of oil.<p>Of gas.</table>"),
        ["p0|One", "h20|Lamps", "p0|Of oil.", "p0|Of gas."]
    );
    assert_eq!(lines("<table><tr><td>One<tr><td>Two</table>"), ["p0|One", "p0|Two"]);
}

#[test]
fn tables_that_set_numbers_before_paragraphs_are_lists() {
    assert_eq!(
        lines(
            "<p>Not for:</p><table><tr><td><p>(a)</p><td><p>ships;</p></table>
             <table><tr><td>(b)<td><p>guests:</p>
             <table><tr><td><td><p>—</p><td><p>in their rooms.</p></table></table><p>Lit.</p>"
        ),
        ["p0|Not for:", "li0|(a) ships;", "li0|(b) guests:", "li4|— in their rooms.", "p0|Lit."]
    );
    assert_eq!(
        lines("<table><tr><th>No<th>Lamp<tr><td>1.<td>Pier</table>"),
        ["table0|No\tLamp/1.\tPier"]
    );
}

#[test]
fn the_furniture_of_a_page_is_left_out_and_reported() {
    let page = "<body><header><a href=/>Home</a> <a href=/b>Blog</a></header><nav>Menu</nav>
        <h1>Lamps</h1><header><h2>Preamble</h2><p>Whereas lamps burn,</header>
        <article><header><p>By a keeper</p></header><p>Text.</article><script>x()</script>
        <p hidden>secret</p><p style='display: none'>more</p><aside>By the way</aside>
        <footer><a href=/imprint>Imprint</a></footer><button>Light</button>";
    assert_eq!(
        lines(page),
        ["h10|Lamps", "h20|Preamble", "p0|Whereas lamps burn,", "p0|By a keeper", "p0|Text."]
    );
    assert_eq!(
        remarks(page),
        ["left out: navigation, sidebars, page header, \
          page footer, hidden parts, buttons and fields"]
    );
    assert_eq!(remarks("<p>Text.<script>x()</script>"), Vec::<String>::new());
}

#[test]
fn the_main_part_is_the_text() {
    let page = "<div>Site</div><main><p>Text.</main><div>More</div>";
    assert_eq!(lines(page), ["p0|Text."]);
    assert_eq!(remarks(page), ["left out: parts outside the main content"]);
    assert_eq!(lines("<div>Site</div><article><p>Text.</article>"), ["p0|Text."]);
    // A title or a preamble outside is part of the text.
    assert_eq!(lines("<h1>Act</h1><article><p>Text.</article>").len(), 2);
    let preamble = "Whereas the lamps burn low, ".repeat(20);
    let page = format!("<header><p>{preamble}</header><main><p>Text.</main>");
    assert_eq!(lines(&page).len(), 2);
}

#[test]
fn pictures_and_marks_in_words_are_reported() {
    let page =
        "<p>See <img alt='a\n lamp' src=x><img src=y> 10<sup>2</sup> H<sub>2</sub>O 1<sup>st</sup>
        <del>old</del> <q>so</q> <ruby>灯<rp>(</rp><rt>ひ</rt><rp>)</rp></ruby> &amp; &nbsp;x";
    assert_eq!(
        lines(page),
        ["p0|See [image: a lamp][image] 10² H₂O 1st [struck out: old] “so” 灯(ひ) & \u{A0}x"]
    );
    assert_eq!(remarks(page), ["2 pictures are not shown"]);
    assert_eq!(lines("<p>灯は\n夜に\n燃える lamp\nlight"), ["p0|灯は夜に燃える lamp light"]);
}

#[test]
fn publications_in_xml_are_read() {
    let page = "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>
        <head><title/><script src='x'/></head><body><p/><a id='n'/><p>Text<sup><a href='#f'>1</a></sup></p>
        <div/><aside epub:type='footnote' id='f'><p>A note.</p></aside></body></html>";
    assert_eq!(lines(page), ["p0|Text¹", "note0|A note."]);
}

#[test]
fn no_control_passes_in_the_title() {
    let page = manuscript("<title>La\u{1b}[31mmp \u{202e}Act&#x9b;</title>x");
    assert_eq!(page.declared.title.as_deref(), Some("La␛[31mmp Act›"));
}

#[test]
fn drawings_and_what_was_left_open_do_no_harm() {
    assert_eq!(
        lines("<p>a<svg><title>t</title><text>no</text></svg>b</p><svg><p>out</p>"),
        ["p0|ab", "p0|out"]
    );
    assert_eq!(lines("<td>x</td></p></div><p>y</b></h1>z<title>t"), ["p0|x", "p0|yz"]);
    assert_eq!(lines("<p>a<textarea><p>b</textarea>c"), ["p0|ac"]);
}

#[test]
fn cells_under_heads_keep_their_paragraphs_and_lists_as_lines() {
    let page = "<table><thead><tr><td>Ship<td>Rules</thead>\
        <tr><td>Boat<td><p>It pays <code>5</code>.<p>Twice.<ul><li>a<li>b</ul></table>";
    assert_eq!(
        lines(page),
        ["table0|Ship\tRules/Boat\tIt pays 5.\u{2028}Twice.\u{2028}• a\u{2028}• b"]
    );
    let nested =
        "<table><tr><th>Ship<th>Dues<tr><td>x<td><table><tr><td>a<td>b<tr><td>c</table></table>";
    assert_eq!(lines(nested), ["table0|Ship\tDues/x\ta b\u{2028}c"]);
    // In a layout table, cells have headings of their own.
    let page = "<table><tr><th>Ship<th>Dues<tr><td><h2>Boat</h2><p>Words.<td>x</table>";
    assert!(lines(page).iter().any(|line| line.starts_with("h2")));
}

/// Hostile input is read in time proportional to its length.
#[test]
fn a_hostile_page_is_read() {
    let many = 20_000;
    for start in ["<div>", "<ol><li>", "<b>", "<blockquote>", "<table><tr><td>", "<a href=x>"] {
        let page =
            format!("{}deep</b></div></i>{}", start.repeat(many), "<p>x</section>".repeat(1000));
        let read = manuscript(&page);
        assert_sound(&read);
        assert!(read.text.contains("deep"), "{start}");
        assert!(read.text.len() < 8 * page.len());
    }
    let rows = format!("<tr>{}", "<td>1<td>2".repeat(250)).repeat(100);
    let table = manuscript(&format!("<table>{rows}</table>"));
    assert_eq!(table.elements.len(), 1);
    assert_eq!(table.text.matches('\t').count(), 49_900);
    let spans = "<tr><td rowspan=65534 colspan=1000>x<td>y".repeat(2000);
    assert!(manuscript(&format!("<table>{spans}</table>")).text.len() < 2000 * 600);
    let attributes: String = (0..many).map(|i| format!(" a{i}=1")).collect();
    assert_eq!(lines(&format!("<p{attributes}>x</p>y")), ["p0|x", "p0|y"]);
    let formatted: String = (0..many).map(|i| format!("<p><b id={i}><i>x")).collect();
    assert_eq!(manuscript(&formatted).elements.len(), many);
}

const PIECES: [&str; 40] = [
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<ol>",
    "<ol start=9 reversed>",
    "</ol>",
    "<li>",
    "<li value=4>",
    "<ul>",
    "</ul>",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<a href=#x>",
    "<a id=x>",
    "</a>",
    "<table>",
    "</table>",
    "<tr>",
    "<td rowspan=2>",
    "<th colspan=3>",
    "<pre>",
    "</pre>",
    "<h2>",
    "</h3>",
    "<br>",
    "<hr>",
    "<svg>",
    "</svg>",
    "<header>",
    "</header>",
    "<main>",
    "<article>",
    "<script>",
    "</script>",
    "\n",
    " ",
    "&eacute;",
];

#[test]
fn cells_that_span_without_end_do_not_fill_the_memory() {
    let rows = "<tr><td colspan=256>a<td>b".repeat(8_000);
    let read = manuscript(&format!("<!doctype html><table>{rows}</table>"));
    assert_eq!(read.text.matches('b').count(), 8_000);
    assert!(read.text.len() < 2 << 20, "{}", read.text.len());
}

proptest! {
    #[test]
    fn any_page_is_read(pieces in prop::collection::vec(
        prop_oneof![prop::sample::select(&PIECES[..]).prop_map(str::to_owned), "\\PC{0,6}"], 0..60))
    {
        assert_sound(&manuscript(&pieces.concat()));
    }

    #[test]
    fn no_word_of_simple_blocks_is_lost(blocks in prop::collection::vec(
        (prop::sample::select(&["p", "div", "h2", "blockquote", "li", "td", "section", "em", "pre"][..]),
         "[a-z]{1,8}"), 1..20))
    {
        let page: String =
            blocks.iter().map(|(name, word)| format!("<{name}>{word} </{name}>")).collect();
        let read = manuscript(&page);
        for (_, word) in &blocks {
            prop_assert!(read.text.contains(word.as_str()), "{} in {:?}", word, read.text);
        }
    }
}

#[test]
fn the_sign_of_a_note_is_above_the_line() {
    let page = "<p>The lamp is lit.<a epub:type=noteref href='#f1'>1</a> It is red<a role=doc-noteref href='#f2'>2</a>
        and tall<a href='#footnote-12'>12</a>, see Art.<a href='#art5'>5</a>, rule <a href='#fn3'>3</a>
        and <a class=footnote-ref href='#x'>[4]</a>.";
    assert_eq!(
        lines(page),
        ["p0|The lamp is lit.¹ It is red² and tall¹², see Art.5, rule 3 and [4]."]
    );
}
