//! Numbering schemes of many kinds and scripts: what is found in each, and
//! texts whose numbers are none of provisions.

use super::{addresses, document, file, provisions};
use crate::document::SectionKind;

/// The first words of the paragraph or section at an address.
fn words(text: &str, address: &str) -> String {
    let document = document(text);
    let paragraph = document.block_ids().find(|id| {
        document.block(*id).kind.is_paragraph() && document.block_address(*id) == address
    });
    paragraph.map_or_else(|| format!("no {address}"), |id| document.body(id).replace('\n', " "))
}

const RULES: &str = "\
                     Rules of the Harbour League (v2)

   Version 2 was agreed on the third of May.

1. Purpose

   The League keeps the lamps of the coast burning, and it keeps nothing
   else that burns.

2. Bodies

   Each thing is decided by one of these:
    1. The keepers, by a vote;
    2. The warden.

   In the list above, a body stands before any that it can overrule, but
   not always.

  2.1. General

    1. Nothing here binds a keeper to work. A keeper who does not want to
       do a thing need not do it.
    2. A keeper may hold several posts.

3. The warden

  3.1. Powers

   The warden may:
    1. name a deputy.
       This holds for a year, and may be renewed as often as the keepers
       want it.
         1. A deputy has the powers that the warden gives.
         2. A deputy may leave at any time, but not in a storm, see
            2. above.
    2. lend oil.
    3. call a meeting.
    4. buy rope.
    5. mend a lamp.
    6. do what is urgent.
    7. write letters.
    8. read letters.
    9. keep the keys.
   10. keep the book.
   11. keep silence.

  3.2. Procedure

   The warden asks first.

A. How a vote is held

  A.1. Proposal

    1. A keeper proposes.
    2. Another supports.

  A.2. Counting

    1. The votes are counted.
         1. A vote counts once.

   Note: a vote that is not given is not counted, and neither is one that
   is given twice.

B. Words

   \"May\" means that one is free to do a thing.
";

#[test]
fn a_constitution_has_every_level_and_its_appendices() {
    assert_eq!(
        addresses(RULES),
        "1 2 2.1 2.1.1 2.1.2 3 3.1 3.1.1 3.1.1.1 3.1.1.2 3.1.2 3.1.3 3.1.4 3.1.5 3.1.6 3.1.7 \
         3.1.8 3.1.9 3.1.10 3.1.11 3.2 A A.1 A.1.1 A.1.2 A.2 A.2.1 A.2.1.1 B"
    );
    assert_eq!(words(RULES, "3.1.1.1"), "A deputy has the powers that the warden gives.");
    assert_eq!(
        words(RULES, "3.1.1.2"),
        "A deputy may leave at any time, but not in a storm, see 2. above."
    );
    assert_eq!(words(RULES, "2:3"), "2. The warden.");
    assert!(words(RULES, "2:4").starts_with("In the list above"));
    assert!(words(RULES, "A.2").starts_with("Note: a vote"), "{}", words(RULES, "A.2"));
}

#[test]
fn text_after_sub_clauses_goes_on_in_their_clause() {
    let text = "Lamp Licence\n\n  1. Lamps.\n\n  You may light a lamp, provided that you do all of these:\n\n    a) You keep the wick short and the glass of the lamp as clean as it\n    can be.\n\n    b) You keep the oil dry.\n\n  A lamp that is not lit is no lamp in the sense of this licence, and so\nno one needs leave for it.\n\n  2. Oil.\n\n  Oil is free.\n";
    assert_eq!(addresses(text), "1 1(a) 1(b) 2");
    assert!(words(text, "1:2").starts_with("A lamp that is not lit"), "{}", words(text, "1:2"));
}

#[test]
fn hanging_items_end_where_text_stands_out() {
    let text = "Lamp Licence\n============\n\n1. Grants\n---------\n\n1.1. Lamps\n\nEach keeper grants to you:\n\n(a) the use of every lamp that the keeper has, and of the oil that is\n    in it; and\n\n(b) the use of the stairs.\n\nThis grants no use of the keeper's bed, whatever the hour is and the\nweather.\n\n2. Ends\n-------\n\nAll ends.\n";
    assert_eq!(addresses(text), "1 1.1 1.1(a) 1.1(b) 2");
    assert!(words(text, "1.1:2").starts_with("This grants no use"), "{}", words(text, "1.1:2"));
}

#[test]
fn articles_are_numbered_on_through_chapters() {
    let text = "Charter of the Coast\n\nCHAPTER I\n\nOf Lamps\n\nArticle 1\n\nThe lamps are lit at dusk.\n\nArticle 2\n\n1. The oil is kept dry.\n\n2. The rope is kept dry too:\n\n(a) in the tower;\n\n(b) on the quay.\n\nCHAPTER II\n\nOf Boats\n\nArticle 3\n\nBoats are tied.\n\nArticle 4\n\nBoats are painted.\n\nANNEX I\n\nThe Lamps\n\n1. The red lamp.\n\n2. The green lamp.\n\nANNEX II\n\nThe Boats\n\n1. The long boat.\n\n2. The short boat.\n";
    assert_eq!(
        addresses(text),
        "chapter-i 1 2 2.1 2.2 2.2(a) 2.2(b) chapter-ii 3 4 annex-i annex-i/1 annex-i/2 annex-ii annex-ii/1 annex-ii/2"
    );
    let charter = document(text);
    let titles: Vec<String> = charter
        .section_ids()
        .filter(|id| charter.section(*id).kind == SectionKind::Annex)
        .map(|id| charter.title(id).into_owned())
        .collect();
    assert_eq!(titles, ["ANNEX I The Lamps", "ANNEX II The Boats"]);
}

#[test]
fn sections_begin_anew_in_every_article() {
    let article = |n: &str| {
        format!(
            "ARTICLE {n}\n\nSECTION 1. The keepers meet in spring, and they meet in autumn.\n\nSECTION 2. They eat first.\n\nSECTION 3. Then they vote, each of them once:\n\n(a) on oil;\n\n(b) on rope.\n\n"
        )
    };
    let text = format!("Compact of the Keepers\n\n{}{}", article("I"), article("II"));
    assert_eq!(addresses(&text), "1 1.1 1.2 1.3 1.3(a) 1.3(b) 2 2.1 2.2 2.3 2.3(a) 2.3(b)");
}

#[test]
fn a_printed_text_is_read_through_its_pages() {
    let page = |n: u32| {
        format!(
            "\n\n\nKeeper                  Informational                  [Page {n}]\n\u{C}\nNOTE 7                  Lamps and Oil                  May 2031\n\n\n"
        )
    };
    let text = format!(
        "Lamps and Oil\n\nTable of Contents\n\n   1. Lamps ............................................... 2\n   2. Oil ................................................. 3\n\n1.  Lamps\n\n   The keeper shall light every lamp of the harbour at dusk and put them all{}   out at dawn.\n\n1.1.  Glass\n\n   The glass is clean.\n\n1.2.  Wicks\n\n   The wick is short.\n\n2.  Oil\n\n   The oil is dry.{}   It is kept in the tower.\n\n2.1.  Barrels\n\n   A barrel is full.\n",
        page(1),
        page(2)
    );
    assert_eq!(addresses(&text), "1 1.1 1.2 2 2.1");
    assert_eq!(
        words(&text, "1"),
        "The keeper shall light every lamp of the harbour at dusk and put them all out at dawn."
    );
}

#[test]
fn headings_between_clauses_hold_them() {
    let text = "Resolution on Lamps\n\nThe Assembly of Keepers,\n\nRecalling its words on oil,\n\nLAMPS\n\n1. Decides that lamps are lit;\n\n2. Asks the warden to light them;\n\nOIL\n\n3. Decides that oil is kept dry;\n\n4. Thanks the warden.\n";
    let text = document(text);
    let provisions: Vec<&str> = text
        .section_ids()
        .filter(|id| text.section(*id).kind.is_provision())
        .map(|id| text.section_address(id))
        .collect();
    assert_eq!(provisions, ["1", "2", "3", "4"]);
}

#[test]
fn a_repeated_and_a_missing_number_are_kept_at_every_level() {
    let text = "Lamp Rules\n\n1. Lamps are lit by those who are named here:\n\n   (a) the warden;\n\n   (b) the keeper;\n\n   (b) the deputy;\n\n   (d) the boy.\n\n2. Lamps are put out.\n\n4. Lamps are sold.\n\n4. Lamps are bought.\n";
    assert_eq!(addresses(text), "1 1(a) 1(b) 1(b)~2 1(d) 2 4 4~2");
}

#[test]
fn a_label_alone_is_followed_by_its_title() {
    let text = "Charter\n\nArticle 1\n\nThe right to a lamp\n\n1. Everyone has a right to a lamp.\n\n2. No one shall be left in the dark.\n\nArticle 2\n\nThe right to oil\n\n1. Everyone has a right to oil.\n\n2. No one shall be left with a dry lamp.\n";
    assert_eq!(addresses(text), "1 1.1 1.2 2 2.1 2.2");
    let charter = document(text);
    let titles: Vec<String> = charter
        .section_ids()
        .filter(|id| charter.section(*id).kind == SectionKind::Article)
        .map(|id| charter.title(id).into_owned())
        .collect();
    assert_eq!(titles, ["The right to a lamp", "The right to oil"]);
}

#[test]
fn a_framed_clause_is_one() {
    let text = "Lamp Licence\n============\n\n1. Lamps\n--------\n\nLamps are lit.\n\n****************************\n*                          *\n*  2. No Warranty          *\n*  --------------          *\n*                          *\n*  Lamps may go out.       *\n*                          *\n****************************\n\n3. Oil\n------\n\nOil is dry.\n";
    assert_eq!(addresses(text), "1 2 3");
    assert_eq!(words(text, "2"), "Lamps may go out.");
}

#[test]
fn a_word_that_no_table_knows_is_known_by_what_repeats() {
    let page = |heading: fn(u32) -> String| {
        let articles: String = (1..=12)
            .map(|n| format!("<h2>{}</h2><p>Tavar lume ke sorna, en vel dir lume.</p>", heading(n)))
            .collect();
        format!("<!doctype html><html><body><h1>Lumen</h1>{articles}</body></html>")
    };
    let expected: Vec<String> = (1..=12).map(|n| n.to_string()).collect();
    let headings: [fn(u32) -> String; 4] = [
        |n| format!("Kovlar {n}"),
        |n| format!("{n}-sa kovlar"),
        |n| if n == 1 { "Kovlar una".to_owned() } else { format!("Kovlar {n}.") },
        |n| format!("{} kovlar {n}", if n % 2 == 0 { "Ve" } else { "Va" }),
    ];
    for heading in headings {
        assert_eq!(addresses(&page(heading)), expected.join(" "), "{}", heading(3));
    }
    let plain: String = (1..=12)
        .map(|n| format!("Kovlar {n}\n\nTavar lume ke sorna, en vel dir lume.\n\n"))
        .collect();
    assert_eq!(addresses(&format!("Lumen\n\n{plain}")), expected.join(" "));
    let diary: String = (1..=12)
        .map(|n| format!("Day {n}\n\nWe lit the lamp, and the sea was calm.\n\n"))
        .collect();
    assert!(!addresses(&format!("Diary\n\n{diary}")).contains('1'));
}

#[test]
fn numbered_headings_in_capitals_are_sub_clauses() {
    let text = "Lamp Licence\n\n    Article 1 - LAMPS\n\nA lamp is what burns.\n\n    Article 2 - USE\n\n      2.1 RIGHT OF USE\n\nYou may use the lamp:\n\n   1. at home;\n\n   2. at sea.\n\n      2.2 RIGHT OF SALE\n\n        2.2.1 SALE OF LAMPS\n\nYou may sell the lamp.\n\n        2.2.2 SALE OF OIL\n\nYou may sell the oil.\n\n    Article 3 - END\n\nAll lamps go out.\n";
    assert_eq!(addresses(text), "1 2 2.1 2.1.1 2.1.2 2.2 2.2.1 2.2.2 3");
}

#[test]
fn headings_are_followed_by_headings() {
    let text = "# Terms\n\n## 1. Purpose\n\nTo light lamps:\n\n1. a red one\n   1. in the tower\n2. a green one\n\n## 2. Fees\n\n2.1 Fees are paid.\n\n## 3. Words\n\n(a) Lamp is a lamp;\n(b) oil is oil; and\n(c) rope is rope.\n";
    let document = file(text, "terms.md");
    let provisions: Vec<&str> = document
        .section_ids()
        .filter(|id| document.section(*id).kind.is_provision())
        .map(|id| document.section_address(id))
        .collect();
    assert_eq!(provisions, ["1", "1.1", "1.1.1", "1.2", "2", "2.1", "3", "3(a)", "3(b)", "3(c)"]);
}

#[test]
fn lists_in_lists_keep_their_level() {
    let text = "# Notes\n\nLamps:\n\n- red\n  - of glass\n    - thin\n- green\n\nThe end.\n";
    let document = file(text, "notes.md");
    let items: Vec<(String, u8)> = document
        .block_ids()
        .filter(|id| document.block(*id).kind == crate::document::BlockKind::ListItem)
        .map(|id| (document.body(id).to_owned(), document.block(id).nesting))
        .collect();
    let expected = [("• red", 0), ("• of glass", 1), ("• thin", 2), ("• green", 0)];
    assert_eq!(items, expected.map(|(words, nesting)| (words.to_owned(), nesting)));
}

#[test]
fn a_title_in_the_first_line_and_the_paragraphs_below_it_stand_apart() {
    let text = "Lamp Rules\n\n1. Powers\n\n    1. Resolution process.\n       The keepers use the process that is told here to make up their\n       minds about lamps.\n       They may also sleep on it, for as long as it takes them to be\n       of one mind.\n    2. Details of oil\n       Oil is weighed by the keeper who has the key of the store, and\n       by no one else.\n\n2. End\n\n   All lamps go out in the end, and no one lights them again but\n   those who come after.\n";
    assert_eq!(addresses(text), "1 1.1 1.2 2");
    assert!(words(text, "1.1:2").starts_with("They may also sleep"), "{}", words(text, "1.1:2"));
    let rules = document(text);
    let title = |address: &str| {
        let id = rules.section_ids().find(|id| rules.section_address(*id) == address);
        rules.title(id.expect("a section")).into_owned()
    };
    assert_eq!(
        (title("1.1"), title("1.2")),
        ("Resolution process".into(), "Details of oil".into())
    );
}

#[test]
fn an_old_print_has_articles_sections_and_amendments() {
    let article = |n: &str| {
        format!(
            "Article. {n}.\n\nSection. 1.\n\nThe Keepers meet in spring.\n\nSection. 2.\n\nThe Keepers meet in autumn.\n\n"
        )
    };
    let text = format!(
        "The Constitution of the Keepers\n\n{}{}Amendment I\n\nNo lamp shall be put out.\n\nAmendment II\n\nSection. 1.\n\nOil is free.\n\nSection. 2.\n\nRope is not.\n",
        article("I"),
        article("II")
    );
    assert_eq!(
        addresses(&text),
        "1 1.1 1.2 2 2.1 2.2 amendment-i amendment-ii amendment-ii/1 amendment-ii/2"
    );
}

#[test]
fn an_act_has_parts_sections_and_subsections() {
    let text = "Lamps Act 2031\n\nPART 1\nLAMPS\n\n1 Lighting of lamps\n\n(1) A person who keeps a lamp must light it at dusk.\n(2) In this section \"dusk\" means—\n    (a) the time at which the sun has set, or\n    (b) the time\n        (i) an hour before that, or\n        (ii) as the warden directs.\n\n2 Oil\n\nOil must be kept dry.\n\nPART 2\nGENERAL\n\n3 Commencement\n\nThis Act comes into force on 1 May 2032.\n\nAPPENDIX A\n\nA.1 Lamps of glass\n\nThey are thin.\n\nA.2 Lamps of clay\n\nThey are thick.\n\nAPPENDIX C\n\nC.1 Candles\n\nThey burn.\n\nC.2 Matches\n\nThey burn too.\n";
    assert_eq!(
        addresses(text),
        "part-1 1 1.1 1.2 1.2(a) 1.2(b) 1.2(b)(i) 1.2(b)(ii) 2 part-2 3 A A.1 A.2 C C.1 C.2"
    );
}

#[test]
fn letters_may_number_the_clauses() {
    let text = "Terms of the Lamp\n\nA. Lamps.\n\n     1. A lamp is what burns.\n\n     2. A candle is a lamp.\n\nB. Oil. Oil is kept dry, and no one shall drink of it.\n\nC. Rope.\n\n     1. A rope is long.\n\n     2. A rope is kept dry too.\n";
    assert_eq!(addresses(text), "A A.1 A.2 B C C.1 C.2");
}

#[test]
fn numbers_of_other_texts_are_no_clauses() {
    let chapters: String = (1..=6)
        .map(|n| format!("CHAPTER {n}\n\nThe lamp was low when she came in, and no one spoke for a long while. It had been a night of 3 storms.\n\n“Where were you?” he asked at last. “In 1999,” she said, “I was nowhere.”\n\n"))
        .collect();
    let steps = "# Lamp\n\nA small program that lights a lamp. It has been written for those who have no lamp, and for those who have one and cannot find it. There is much to say about it, and all of it is said below, at some length, in words that are plain.\n\nHow to build it:\n\n1. Get the source.\n2. Run the build.\n3. Light the lamp.\n\nThen read on: the lamp has many uses, and most of them are told in the chapters that follow, each with its own picture, its own example and its own warning to those who are in a hurry.\n\nIt is free, and it is kept by people who like lamps, and who answer letters about lamps when they have the time, which is not often.\n";
    let code = "fn main() {\n    let a = 1;\n    // 1. light\n    light(a);\n    // 2. put out\n    out(a);\n}\n\nstruct Lamp {\n    oil: u32,\n}\n";
    let changes = "Changes in lamp 2.1.0 (2031-03-01)\n\n* 3 faults mended.\n\nChanges in lamp 2.0.0\n\n  1. A new oil.\n  2. A new wick.\n\nChanges in lamp 1.0.0\n\n  1. The first lamp.\n  2. The first oil.\n\nChanges in lamp 0.9.0\n\n  1. A candle.\n  2. A match.\n";
    let verse = "The lamp is low,\nthe night is long,\n1 candle burns,\n2 sing a song.\n";
    let years = "1931. The first lamp was lit.\n\n1932. The second lamp was lit.\n\n1933. No lamp was lit.\n";
    let list = "Notes\n\nWhat I have read this year, and liked, and would read again:\n\n[1] A. Keeper, Lamps, 1999.\n\n[2] B. Keeper, Oil, 2001.\n\n[3] C. Keeper, Rope, 2003.\n";
    for (name, text) in [
        ("a novel", chapters.as_str()),
        ("instructions in prose", steps),
        ("code", code),
        ("changes", changes),
        ("verse", verse),
        ("years", years),
        ("books", list),
    ] {
        let document = document(text);
        let found: Vec<&str> = document
            .section_ids()
            .filter(|id| document.section(*id).kind.is_provision())
            .map(|id| document.section_address(id))
            .collect();
        assert!(found.is_empty(), "{name}: {found:?}");
    }
}

#[test]
fn a_list_whose_numbers_the_format_counts_goes_on_where_it_says() {
    let page = "<!doctype html><h1>Weir Terms</h1><ol><li>The weir is shut.</li><li>The gate is oak.</li></ol>\
        <p>Later on.</p><ol start=9><li>The rope is of hemp.</li><li>The bell is of brass.</li></ol>";
    assert_eq!(provisions(page), "1 2 9 10");
    // Numbers that a person wrote go on no further than a few were left out.
    assert_eq!(
        provisions("Terms\n\n1. Shut it.\n\n2. Of oak.\n\n9. Of hemp.\n\n10. Of brass.\n"),
        "1 2"
    );
}
