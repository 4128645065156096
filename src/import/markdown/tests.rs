use super::manuscript;
use crate::document::InlineKind;
use crate::import::tests::{assert_sound, shown, words};
use proptest::prelude::*;

fn lines(markdown: &str) -> Vec<String> {
    let manuscript = manuscript(markdown);
    assert_sound(&manuscript);
    shown(&manuscript)
}

#[test]
fn blocks_are_separated() {
    assert_eq!(
        lines(
            "# The *Lamp* Act\n\nFirst line\nsecond line  \nthird\\\nfourth.\n\n> Quoted\n> words.\n\n```rust\nlet a = 1;\n\n\tb\n```\n\n---\n\nSub\n---\n"
        ),
        [
            "h10|The Lamp Act",
            "p0|First line_second line/third/fourth.",
            "q4|Quoted_words.",
            "code0|let a = 1;//\tb",
            "hr0|* * *",
            "h20|Sub",
        ]
    );
}

#[test]
fn items_have_their_numbers() {
    assert_eq!(
        lines(
            "3. Third\n4. Fourth\n\n   goes on\n   - bullet\n     - deeper\n7. After two repealed\n1. lazy\n"
        ),
        [
            "li0|3. Third",
            "li0|4. Fourth",
            "p4|goes on",
            "li4|• bullet",
            "li8|• deeper",
            "li0|7. After two repealed",
            "li0|8. lazy",
        ]
    );
    assert_eq!(lines("1. a\n1. b\n1. c\n"), ["li0|1. a", "li0|2. b", "li0|3. c"]);
    assert_eq!(lines("1) a\n2) b\n"), ["li0|1) a", "li0|2) b"]);
    assert_eq!(lines("- (a) one\n- [x] done\n"), ["p4|(a) one", "li0|• [x] done"]);
    assert_eq!(lines("1.\n2. b\n"), ["li0|1.", "li0|2. b"]);
}

#[test]
fn tables_and_notes_are_read() {
    assert_eq!(
        lines(
            "| Lamp | Oil |\n|---|---|\n| Pier | 2 `l` |\n|  | 3 |\n\nSee[^a].\n\n[^a]: A note.\n\n    More.\n"
        ),
        ["table0|Lamp\tOil/Pier\t2 l/\t3", "p0|See[a].", "note0|[a] A note.", "note0|More."]
    );
    let read = manuscript("See[^a].\n\n[^a]: A note.\n");
    let links: Vec<_> = read.links.iter().map(|(at, to)| (words(&read, at), to.as_str())).collect();
    assert_eq!(links, [("[a]", "#fn-a"), ("[a]", "#fn-a:mark")]);
    let mark = read.anchors.iter().find(|(_, name)| name == "fn-a:mark").unwrap().0;
    assert!(read.text[mark..].starts_with("[a]."));
    let note = read.anchors.iter().find(|(_, name)| name == "fn-a").unwrap().0;
    assert_eq!(read.text[note..].trim(), "[a] A note.");
}

#[test]
fn marks_in_words_are_ranges_of_the_text() {
    let read = manuscript(
        "A *dim* **lamp** `x` ~~old~~ [out](https://lamps.example/) [in](#use-of-it) ![a lamp](x.png)\n\n## Use of it!\n\n## Use of it\n",
    );
    assert_eq!(shown(&read)[0], "p0|A dim lamp x [struck out: old] out in [image: a lamp]");
    let styles: Vec<_> =
        read.styles.iter().map(|(range, kind)| (words(&read, range), *kind)).collect();
    assert_eq!(
        styles,
        [("dim", InlineKind::Emphasis), ("lamp", InlineKind::Strong), ("x", InlineKind::Code)]
    );
    let links: Vec<_> = read.links.iter().map(|(r, to)| (words(&read, r), to.as_str())).collect();
    assert_eq!(links, [("out", "https://lamps.example/"), ("in", "#use-of-it")]);
    let names: Vec<_> = read.anchors.iter().map(|(_, name)| name.as_str()).collect();
    assert_eq!(names, ["use-of-it", "use-of-it-1"]);
    assert_eq!(read.remarks, ["1 picture is not shown"]);
}

#[test]
fn markup_of_another_language_is_read() {
    let read = manuscript(
        "<div align=center><p>Banner</p></div>\n\n<!-- not a word -->\n\nOne<br>two <b>bold</b> <a id=\"here\"></a>x\n",
    );
    assert_eq!(shown(&read), ["p0|Banner", "p0|One/two bold x"]);
    assert_eq!(read.anchors[0].1, "here");
    assert_eq!(words(&read, &read.styles[0].0), "bold");
    let read = manuscript(
        "- a\n\n  <table>\n  <tr><th>Lamp</th><th>Oil</th></tr>\n\n  <tr><td>Pier</td><td>2</td></tr>\n  </table>\n\n<details><summary>More</summary>\n\n*Inside*\n\n</details>\n<a name=\"end\"></a>\n\nAfter\n",
    );
    assert_sound(&read);
    assert_eq!(
        shown(&read),
        ["li0|• a", "table4|Lamp\tOil/Pier\t2", "p0|More", "p0|Inside", "p0|After"]
    );
    let place = read.anchors.iter().find(|(_, name)| name == "end").unwrap().0;
    assert_eq!(read.text[place..].trim(), "After");
}

#[test]
fn tags_in_words_mark_them() {
    let read = manuscript(
        "10<sup>2</sup> H<sub>2</sub>O <del>old</del> <a href=\"#x\">in</a> <img alt=\"a lamp\"> 1<sup>st</sup> <i>open\n\nnext\n",
    );
    assert_eq!(
        shown(&read),
        ["p0|10² H₂O [struck out: old] in [image: a lamp] 1st open", "p0|next"]
    );
    assert_eq!(read.links[0].1, "#x");
    let styles: Vec<_> = read.styles.iter().map(|(range, _)| words(&read, range)).collect();
    assert_eq!(styles, ["open"]);
}

#[test]
fn definitions_are_below_their_terms() {
    assert_eq!(lines("Lamp\n:   A light.\n"), ["p0|Lamp", "p4|A light."]);
}

#[test]
fn front_matter_declares() {
    let read = manuscript("---\ntitle: \"The Lamp Act\"\nlang: en\ntags: [a]\n---\n\nText.\n");
    assert_eq!(shown(&read), ["p0|Text."]);
    assert_eq!(read.declared.title.as_deref(), Some("The Lamp Act"));
    assert_eq!(read.declared.language.as_deref(), Some("en"));
}

#[test]
fn a_hostile_text_is_read() {
    for piece in ["- ", "> ", "[", "*a ", "![x](", "<b>", "1. ", "`", "| a "] {
        assert_sound(&manuscript(&format!("{}end", piece.repeat(50_000))));
    }
}

proptest! {
    #[test]
    fn any_text_is_read(pieces in prop::collection::vec(prop_oneof![
        prop::sample::select(&["# ", "- ", "1. ", "> ", "\n", "\n\n", "    ", "```\n", "| a | b |\n",
            "|---|---|\n", "*", "**", "[x](y)", "![", "](z)", "[^1]", "[^1]: ", "<br>", "<p>", "`",
            "---\n", "~~"][..]).prop_map(str::to_owned),
        "\\PC{0,6}"], 0..60))
    {
        assert_sound(&manuscript(&pieces.concat()));
    }

    #[test]
    fn no_word_is_lost(words in prop::collection::vec("[a-z]{1,8}", 1..20),
        starts in prop::collection::vec(
            prop::sample::select(&["", "# ", "- ", "4. ", "> ", "    ", "**", "1) - "][..]), 20)) {
        let text: String =
            words.iter().zip(&starts).map(|(word, start)| format!("{start}{word}\n\n")).collect();
        let read = manuscript(&text);
        for word in &words {
            prop_assert!(read.text.contains(word.as_str()), "{} in {:?}", word, read.text);
        }
    }
}
