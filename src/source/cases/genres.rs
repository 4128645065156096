//! Treaties, acts, standards, catechisms and the like: what is found in each, and
//! texts of other kinds that have numbers too.

use super::{file, provisions_of};
use crate::document::SectionKind;

/// The addresses of all provisions of a file, in order.
fn provisions(text: &str, name: &str) -> String {
    provisions_of(&file(text, name))
}

/// The titles of all annexes, in order.
fn annexes(text: &str) -> Vec<String> {
    let document = file(text, "a.txt");
    let annex = |id: &_| document.section(*id).kind == SectionKind::Annex;
    document.section_ids().filter(annex).map(|id| document.section_address(id).to_owned()).collect()
}

const PROTOCOL: &str = "\
Harbour Working Group                                          A. Keeper
Note: 77                                                        May 1999


                       The Lamp Transfer Protocol

1.  INTRODUCTION

   Lamps talk by light, and this note tells how they do it, in as few
   words as it can.

2.  OVERVIEW

   2.1  HISTORY

      The first lamp was lit a long time ago.

   2.2  TERMS

      FLASH

         A flash is what a lamp sends.

      DARK

         The dark is what it sends when it sends nothing.

   2.3  THE MODEL

      One lamp sends and another answers.

                    Figure 1: A flash and its answer

      It is as the picture shows.

3.  Messages

   3.1  Flash

      SEND_FLASH

      Sent by a lamp that sees a ship.

      * \"MUST\"

      It means what it says.

   3.2  Dark

      SEND_DARK

      Sent by no one.

   3.3  Dawn

      Sent by the sun.

4.  Security

   There is none.

5.  Acknowledgements

   The sea is thanked.
";

#[test]
fn a_heading_ends_no_clause_that_goes_on_behind_it() {
    assert_eq!(provisions(PROTOCOL, "note.txt"), "1 2 2.1 2.2 2.3 3 3.1 3.2 3.3 4 5");
    // A heading between clauses is none inside one.
    let rules = "RULES OF THE LAMP\n\n1. The keeper lights the lamps at dusk.\n\n1.1 He does so alone.\n\nOF OIL\n\n2. The oil is kept dry in the store.\n\n2.1 It is clean.\n\nOF ROPE\n\n3. The rope is kept dry too, and long.\n\n3.1 It is strong.\n";
    let document = file(rules, "rules.txt");
    let addresses: Vec<&str> =
        document.section_ids().map(|id| document.section_address(id)).collect();
    assert_eq!(addresses[1..], ["1", "1.1", "of-oil", "2", "2.1", "of-rope", "3", "3.1"]);
}

#[test]
fn headings_with_other_numbers_end_a_clause() {
    let text = "# Lamps\n\n## 1. Oil\n\n### 1.1. Dry\n\nOil is dry.\n\n## 2. Rope\n\n### 2.1. Long\n\nRope is long.\n\n### 2.2. Strong\n\nRope is strong.\n\n## Appendix\n\n### 5.7. Boats\n\nBoats are built of wood.\n\n## Remarks\n\n### 2.3. Nets\n\nNets have holes.\n";
    assert_eq!(provisions(text, "lamps.md"), "1 1.1 2 2.1 2.2");
}

#[test]
fn the_title_of_an_article_may_be_about_amendments_or_annexes() {
    let text = "TREATY ON LAMPS\n\nArticle 1\n\nUse\n\nLamps are lit at dusk and put out at dawn.\n\nArticle 2\n\nAmendment\n\n1. A party may propose an amendment.\n\n2. It is adopted by all.\n\nArticle 3\n\nAnnex\n\nThe annex is a part of this treaty.\n\nArticle 4\n\nAnnex A to this treaty may be changed by any two of the parties.\n\nANNEX A\n\nRed lamps\n\n1. A red lamp is red.\n\n2. It is lit on the left.\n";
    assert_eq!(provisions(text, "treaty.txt"), "1 2 2.1 2.2 3 4 A/1 A/2");
    assert_eq!(annexes(text), ["A"]);
    let chinese = "灯火公约\n\n第一条\n灯火应于日落时点燃。\n\n第二条\n附件一的修订\n修订须经一致同意。\n\n第三条\n油应干燥。\n\n附件一\n\n一、红灯。\n\n二、绿灯。\n";
    assert_eq!(annexes(chinese), ["附件一"]);
}

#[test]
fn chinese_words_may_follow_their_label_at_once() {
    let long = "灯火应于日落时点燃，并应于日出时熄灭。".repeat(9);
    let text = format!(
        "灯火公约\n\n第一部分总则\n\n第一条目的{long}\n\n第二条例外{long}\n\n第三条《灯册》{long}\n\n（一）《灯册》所列之灯；\n\n（二）其他灯：\n\n（甲）红灯；\n\n（乙）绿灯。\n\n第二部分附则\n\n第二条规定的{long}\n\n第四条生效{long}\n"
    );
    assert_eq!(provisions(&text, "gongyue.txt"), "1 2 3 3.1 3.2 3.2(甲) 3.2(乙) 4");
}

#[test]
fn treaties_number_in_the_manner_of_their_language() {
    for (text, expected) in [
        (
            "اتفاقية المصابيح\n\nالجزء الأول\n\nالمادة 1\n\nتضاء المصابيح عند الغروب.\n\nالمادة 2\n\n١ - تطفأ المصابيح عند الفجر.\n\n٢ - يحفظ الزيت:\n\n(أ) جافا؛\n\n(ب) نظيفا.\n\nالجزء الثاني\n\nالمادة 3\n\nتنتهي هذه الاتفاقية.\n",
            "الجزء-الأول 1 2 2.1 2.2 2.2(أ) 2.2(ب) الجزء-الثاني 3",
        ),
        (
            "灯火に関する条約\n\n第一部\n\n第一条\n１　灯は、夕方にともす。\n２　次の灯は、ともさない。\n（ａ）赤い灯\n（ｂ）青い灯\n\n第二部\n\n第二条\nこの条約は、終わる。\n",
            "第一部 1 1.1 1.2 1.2(ａ) 1.2(ｂ) 第二部 2",
        ),
        (
            "등불에 관한 협약\n\n제1부\n\n제1조\n\n1. 등불은 저녁에 켠다.\n\n2. 등불은 아침에 끈다.\n\n제2부\n\n제2조\n\n이 협약은 끝난다.\n",
            "heading-제1부 1 1.1 1.2 heading-제2부 2",
        ),
        (
            "Übereinkommen über Lampen\n\nTeil I\n\nArtikel 1   Begriffe\n\nEine Lampe gibt Licht.\n\nArtikel 2   Öl\n\n(1) Das Öl ist trocken.\n\n(2) Das Seil ist trocken.\n\nTeil II\n\nArtikel 3   Ende\n\nDas Übereinkommen endet.\n",
            "teil-i 1 2 2.1 2.2 teil-ii 3",
        ),
        (
            "Règlement\n\n1 - Les lampes\n\nLes lampes sont allumées le soir et éteintes le matin.\n\n2 - L'huile\n\nL'huile est gardée au sec dans le magasin de la tour.\n\n3 - La corde\n\nLa corde est gardée au sec elle aussi.\n",
            "1 2 3",
        ),
    ] {
        let document = file(text, "treaty.txt");
        let inner = document.section_ids().filter(|id| document.section(*id).parent.is_some());
        let found: Vec<&str> = inner.map(|id| document.section_address(id)).collect();
        assert_eq!(found.join(" "), expected);
    }
}

#[test]
fn a_list_that_is_laid_out_in_a_table_is_a_list() {
    let row = |label: &str, words: &str| {
        format!("<table><tr><td><p>{label}</p></td><td><p>{words}</p></td></tr></table>\n")
    };
    let text = format!(
        "<html><body><p>LAMP REGULATION</p><p>Article 1</p><p>1.   Lamps are:</p>{}{}<p>2.   Oil is dry.</p><p>Article 2</p><p>In this Regulation:</p>{}{}<p>Article 3</p><table><tr><td>(a)</td><td>lamps</td><td>12</td></tr><tr><td>(b)</td><td>ropes</td><td>7</td></tr></table></body></html>",
        row("(a)", "red;"),
        row("(b)", "green."),
        row("(1)", "‘lamp’ is what gives light;"),
        row("(2)", "‘oil’ is what is burnt in it."),
    );
    assert_eq!(provisions(&text, "act.html"), "1 1.1 1.1(a) 1.1(b) 1.2 2 2.1 2.2 3");
}

#[test]
fn a_report_is_no_list_though_its_annexes_are_longer() {
    let paragraph = |n: usize| {
        format!(
            "{n}. {}\n\n",
            "The committee met in the tower and spoke of lamps. ".repeat(8).trim()
        )
    };
    let annex = "Lamps of every kind were seen by those who went to look for them. ".repeat(60);
    let body: String = (1..=24).map(paragraph).collect();
    let text = format!(
        "Report of the Lamp Committee\n\n{body}Papers\n\n{}",
        format!("{annex}\n\n").repeat(12)
    );
    let expected: Vec<String> = (1..=24).map(|n| n.to_string()).collect();
    assert_eq!(provisions(&text, "report.txt"), expected.join(" "));
}

#[test]
fn laws_of_a_game_and_questions_of_a_catechism_are_provisions() {
    let game = "LAWS OF LAMP BALL\n\nLaw 1 - The field\n\n1.1 Surface\nThe field is flat.\n\n1.2 Lines\nThe lines are white.\n\nLaw 2 - The ball\n\n2.1 Shape\nThe ball is round.\n\n2.2 Size\nThe ball is small.\n\nLaw 3 - The end\n\nThe match ends when the lamp goes out.\n";
    assert_eq!(provisions(game, "game.txt"), "1 1.1 1.2 2 2.1 2.2 3");
    let questions = "A Catechism of Lamps\n\nQ. 1. What is a lamp?\nA. A lamp is what gives light.\n\nQ. 2. Who lights it?\nA. The keeper lights it at dusk.\n\nQ. 3. What is oil?\nA. Oil is what is burnt in it.\n";
    assert_eq!(provisions(questions, "catechism.txt"), "1 2 3");
}

#[test]
fn a_title_may_end_with_a_word_that_numbers_follow_elsewhere() {
    let article = |n: u32, title: &str| {
        format!(
            "Article {n}\n{title}\n1. Every lamp of the harbour that the keeper has in his charge is lit\nat dusk and put out at dawn.\n2. Nothing else is lit by night on the pier, in the tower or at the\ngate of the harbour.\n"
        )
    };
    let text = format!(
        "Treaty on Lamps\n\n{}{}{}{}",
        article(1, "Lamps"),
        article(2, "Applicable law"),
        article(3, "Amendment"),
        article(4, "First part")
    );
    assert_eq!(provisions(&text, "treaty.txt"), "1 1.1 1.2 2 2.1 2.2 3 3.1 3.2 4 4.1 4.2");
}

#[test]
fn numbered_headings_hold_a_longer_list_in_one_of_them() {
    let roles: String =
        (1..=9).map(|n| format!("{n}. **Lamp {n}.** It is lit at dusk.\n")).collect();
    let text = format!(
        "# The game of lamps\n\n## 1 Players\n\nThere are seven of them at the least.\n\n## 2 Lamps\n\n{roles}\n## 3 Nights\n\nEach night has its lamp.\n\n## 4 The end\n\nAll lamps go out.\n"
    );
    assert_eq!(provisions(&text, "game.md"), "1 2 2.1 2.2 2.3 2.4 2.5 2.6 2.7 2.8 2.9 3 4");
    let thesis = "ON LAMPS\n\n1 Introduction\n\nLamps give light, as was shown before [3].\n\n1.1 Aim\n\nNo one knows why they do.\n\n1.2 Plan\n\nFirst we look at lamps.\n\n2 Measurements\n\n2.1 Method\n\nWe looked at ten lamps.\n\n2.2 Results\n\nThey gave light.\n\n3 End\n\nLamps give light.\n\nReferences\n\n1. A. Keeper. Lamps. 1999.\n2. B. Warden. Oil. 2001.\n3. C. Oiler. Light. 2003.\n4. D. Roper. Rope. 2004.\n";
    let found = provisions(thesis, "thesis.txt");
    assert!(found.starts_with("1 1.1 1.2 2 2.1 2.2 3"), "{found}");
}

#[test]
fn the_numbers_of_verse_and_of_steps_are_none_of_provisions() {
    let stanza = "The lamp is lit above the sea,\nThe sea is dark below;\nAnd all the ships that there may be\nGo where the lamps may go.\n";
    let poem: String =
        ["I", "II", "III", "IV"].iter().map(|n| format!("{n}\n\n{stanza}\n")).collect();
    let poem = format!("THE LAMP\n\n{poem}");
    assert_eq!(provisions(&poem, "poem.txt"), "");
    let document = file(&poem, "poem.txt");
    assert_eq!(document.section_ids().count(), 1);
    let recipes = "# Dishes of the tower\n\n## Soup\n\n1. Boil the water.\n2. Put in the fish.\n3. Wait.\n\n## Bread\n\n1. Mix flour and water.\n2. Bake it.\n\n## Tea\n\n1. Boil the water.\n2. Wait.\n";
    assert_eq!(provisions(recipes, "recipes.md"), "");
}

#[test]
fn a_treaty_and_its_protocol_may_stand_in_two_languages() {
    let article = |word: &str, n: u32| {
        format!(
            "{word} {n}\n\nEvery lamp of the coast is lit at dusk, and {n} more are lit at the gate.\n\n"
        )
    };
    let articles =
        |word: &str, last: u32| -> String { (1..=last).map(|n| article(word, n)).collect() };
    let text = format!(
        "Agreement on Lamps\n\n{}Protocol\n\nThe following has been agreed on too.\n\n{}Verdrag\n\nDe partijen zijn overeengekomen.\n\n{}Protocol\n\nOok dit is overeengekomen.\n\n{}",
        articles("Article", 9),
        articles("Article", 4),
        articles("Artikel", 9),
        articles("Artikel", 4)
    );
    let numbers = provisions(&text, "agreement.txt");
    assert_eq!(numbers.split(' ').count(), 26, "{numbers}");
}

#[test]
fn a_resolution_may_have_no_blank_lines_and_notes_behind_its_marks() {
    let point = |n: u32, end: &str| {
        format!(
            "{n}. Calls upon all harbours of the coast to light their lamps at dusk, to put\nthem out at dawn, and to lend ropes and oil to one another when they are asked\nto do so by a keeper{end}\n"
        )
    };
    let text = format!(
        "League of Harbours\nThe General Meeting,\nRecalling its resolution on the lamps of the coast, and all that was said there\nabout oil and rope, in the tower and elsewhere,\n{}{}{}{}{}{}",
        point(1, ";"),
        point(2, ";3"),
        point(3, ";"),
        point(4, ";"),
        point(5, ";4"),
        point(6, ".")
    );
    assert_eq!(provisions(&text, "resolution.txt"), "1 2 3 4 5 6");
    let list = "Dear keeper,\nplease bring these with you when you come to the tower:\n1. oil\n2. rope\n3. a lamp\nThank you for all that you do for the harbour, by night and by day.\n";
    assert_eq!(provisions(list, "letter.txt"), "");
}

#[test]
fn numbered_headings_between_paragraphs_break_no_sequence() {
    let paragraph = |n: u32| {
        format!(
            "{n}. {}\n\n",
            "The committee met in the tower and spoke of lamps at great length. ".repeat(4).trim()
        )
    };
    let part = |from: u32, to: u32| -> String { (from..=to).map(paragraph).collect() };
    let text = format!(
        "Report of the Lamp Committee\n\n{}1. First meeting\n\n{}2. Second meeting\n\n{}3. Third meeting\n\n{}",
        part(1, 4),
        part(5, 8),
        part(9, 12),
        part(13, 16)
    );
    let expected: Vec<String> = (1..=16).map(|n| n.to_string()).collect();
    assert_eq!(provisions(&text, "report.txt"), expected.join(" "));
}
