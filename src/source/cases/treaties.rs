//! Treaties, protocols and standards as they are printed: one instrument after
//! another, and headings among numbers of many levels.

use super::{document, provisions};
use crate::document::{SectionKind, Target, look_up};

fn article(n: u32) -> String {
    format!(
        "### Article {n}\n\nThe keepers of the two harbours shall see that lamp {n} burns by night, and each shall tell the other when it does not.\n\n"
    )
}

#[test]
fn articles_of_a_protocol_stand_before_those_of_its_convention() {
    let articles = |last: u32| (1..=last).map(article).collect::<String>();
    let text = format!(
        "# Treaty of the Lamps\n\n## Protocol on the Convention of the Lamps\n\nThe harbours,\n\nhaving met in the tower, and wishing that the lamps burn,\n\nhave agreed as follows:\n\n{}## Convention of the Lamps\n\n{}",
        articles(4),
        articles(9)
    );
    let found = provisions(&text);
    assert_eq!(found.split(' ').count(), 13, "{found}");
}

#[test]
fn a_heading_that_is_set_in_ends_no_section_that_goes_on() {
    let text = "                        LAMP TRANSFER PROTOCOL\n\n\n1.  INTRODUCTION\n\n   The lamps are carried from one pier to the next by hand.\n\n2.  OVERVIEW\n\n   In this section the carrying of lamps is told in short words.\n\n   2.1.  HISTORY\n\n      The carrying of lamps has had a long evolution over the years\n      of the harbour.\n\n   2.2.  TERMINOLOGY\n\n      WICK\n\n         The wick is what burns in the lamp.\n\n      OIL\n\n         What the wick burns.\n\n   2.3.  THE LAMP MODEL\n\n      With the words above in mind the model is as follows.\n\n      LAMPS\n\n         What was said of them holds.\n\n3.  CARRYING\n\n   3.1.  BY HAND\n\n      One hand.\n\n   3.2.  BY CART\n\n      One cart.\n";
    assert_eq!(provisions(text), "1 2 2.1 2.2 2.3 3 3.1 3.2");
    let document = document(text);
    let oil = document.block_ids().find(|id| document.body(*id) == "What the wick burns.");
    let section = document.block(oil.expect("the words")).section;
    assert_eq!(document.section_address(section), "2.2");
}

#[test]
fn a_treaty_in_two_languages_has_its_protocol_in_both() {
    let articles = |word: &str, numbers: &[&str]| {
        let article = |n: &&str| {
            format!(
                "### {word} {n}\n\n#### Of the lamps\n\nNot yet in force.\n\nThe keepers of the two harbours shall see that this lamp burns by night, and each shall tell the other when it does not.\n\n"
            )
        };
        numbers.iter().map(article).collect::<String>()
    };
    let (treaty, protocol) = (["1", "2", "3", "4", "5"], ["I", "II", "III"]);
    let text = format!(
        "# Treaty of the Lamps\n\nThe harbours have agreed as follows:\n\n{}# Protocol\n\nThe harbours, when they signed it, have agreed as follows:\n\n{}# Verdrag van de lampen\n\nDe havens zijn overeengekomen:\n\n{}# Protocol\n\nDe havens zijn overeengekomen:\n\n{}",
        articles("Article", &treaty),
        articles("Article", &protocol),
        articles("Artikel", &treaty),
        articles("Artikel", &protocol),
    );
    assert_eq!(provisions(&text).split(' ').count(), 16, "{}", provisions(&text));
}

#[test]
fn an_annex_by_a_number_has_provisions_that_begin_with_it() {
    let text = "Rules\n\n1. One is one.\n\n2. Two is two.\n\n3. Three.\n\nANNEX 1\n\n1.1 The first of it.\n\n1.2 The second of it.\n\nANNEX 2\n\n2.1 The first of it.\n\n2.2 The second of it.\n";
    assert_eq!(provisions(text), "1 2 3 1.1 1.2 2.1 2.2");
}

#[test]
fn paragraphs_that_begin_anew_in_each_article_are_its_own() {
    let article = |n: u32| {
        let paragraph = |n: u32| {
            format!(
                "{n}. The keepers of the harbour see to it that the lamp burns by night and that its oil is dry, whatever the weather may be.\n\n"
            )
        };
        format!(
            "### Article {n}\n\n#### Of the lamp\n\n{}",
            (1..=5).map(paragraph).collect::<String>()
        )
    };
    let (annex, treaty) = ((1..=3).map(article), (1..=36).map(article));
    let text = format!(
        "# Procedure\n\n{}# Treaty of the Lamps\n\n{}",
        annex.collect::<String>(),
        treaty.collect::<String>()
    );
    let found = provisions(&text);
    let articles = found.split(' ').filter(|address| !address.contains('.')).count();
    assert_eq!((articles, found.split(' ').count()), (39, 234), "{found}");
}

#[test]
fn a_number_before_its_word_is_that_of_an_article() {
    let article = |n: u32| {
        format!(
            "### {n}. artikla\n\n1. Öljy on kuivaa, ja sitä on aina tarpeeksi koko yöksi, vaikka yö olisi pitkä ja talvi kylmä ja laivat myöhässä.\n\n2. Sydän on puhdas, ja se vaihdetaan joka kuun alussa, ellei satama ole kiinni tai lamppu muusta syystä sammuksissa.\n\n"
        )
    };
    let text = format!("# Julistus\n\n{}", (1..=6).map(article).collect::<String>());
    let document = document(&text);
    let articles: Vec<&str> = document
        .section_ids()
        .filter(|id| document.section(*id).kind == SectionKind::Article)
        .map(|id| document.section_address(id))
        .filter(|address| !address.contains('.'))
        .collect();
    assert_eq!(articles, ["1", "2", "3", "4", "5", "6"]);
}

/// An act with reasons, each a number alone and its words below.
const ACT: &str = "# Regulation 12 on the burning of lamps\n\nTHE HARBOUR BOARD,\n\nHaving regard to the Treaty of the Lamps,\n\nWhereas:\n\n(1)\n\nLamps burn by night.\n\n(2)\n\nOil is dry, as follows from these:\n\n- the tanks are shut;\n\n- the rain is outside.\n\n(3)\n\nIt should therefore be said so,\n\nHAS ADOPTED THIS REGULATION:\n\n## CHAPTER I\n\n### Article 1\n\nThe keepers light the lamps.\n\n### Article 2\n\n1. Oil is kept dry.\n\n2. Where it is not, the tank is emptied.\n\n### Article 3\n\nThis is the last.\n";

#[test]
fn recitals_go_by_the_numbers_that_they_have() {
    assert_eq!(provisions(ACT), "1 2 2.1 2.2 3");
    let act = document(ACT);
    let told = |typed: &str| match look_up(&act, typed, None) {
        Ok(Target::Text { passage, .. }) => {
            let label = act.label(passage.start.block).unwrap_or("");
            format!(
                "{label} {} {}",
                act.passage_text(passage),
                act.block_address(passage.start.block)
            )
        }
        other => format!("{other:?}"),
    };
    assert_eq!(told("pp1"), "(1) Lamps burn by night. pp1");
    assert_eq!(told("pp2"), "(2) Oil is dry, as follows from these: pp2");
    assert_eq!(told("recital 3"), "(3) It should therefore be said so, pp3");
    assert!(told("pp4").contains("3 paragraphs"), "{}", told("pp4"));
    assert!(told("1").starts_with("Article 1"), "{}", told("1"));
}

#[test]
fn a_list_before_clauses_that_are_no_articles_has_no_recitals() {
    let text = "Lamp Terms\n\nWe say three things:\n\n(1) Lamps burn.\n\n(2) Oil is dry.\n\n(3) Wicks are clean.\n\nAnd we agree on what follows here.\n\n1. Lamps are lit by the keeper of the harbour.\n\n2. Oil is bought by the guests of the harbour.\n\n3. Wicks are cut by nobody at all in the harbour.\n\n4. The end.\n";
    let document = document(text);
    assert!(
        !document.sections().iter().any(|s| s.kind == SectionKind::Preamble && s.paragraphs == 3)
    );
}

#[test]
fn a_reference_to_a_part_begins_no_article() {
    let text = "# Act\n\n### Article 1\n\nLamps burn.\n\n### Article 2\n\n1. Oil is dry, as it was under Article 2 of the old act.\n\nArticle 3(4) of the old act shall not be applied to it.\n\n2. Wicks are clean.\n\n### Article 3\n\nThe end.\n";
    assert_eq!(provisions(text), "1 2 2.1 2.2 3");
}

#[test]
fn numerals_below_a_letter_are_no_letters_further_on() {
    let list = |labels: &[&str]| {
        labels
            .iter()
            .map(|label| format!("({label}) lamps of the harbour;\n\n"))
            .collect::<String>()
    };
    let act = |labels: &[&str]| {
        format!(
            "# Act\n\n### Article 1\n\nThese burn:\n\n{}### Article 2\n\nThe end.\n\n### Article 3\n\nNo more.\n",
            list(labels)
        )
    };
    assert_eq!(
        provisions(&act(&["a", "b", "c", "d", "e", "f", "i", "ii"])),
        "1 1(a) 1(b) 1(c) 1(d) 1(e) 1(f) 1(f)(i) 1(f)(ii) 2 3"
    );
    assert_eq!(
        provisions(&act(&["a", "b", "c", "d", "e", "f", "i", "j"])),
        "1 1(a) 1(b) 1(c) 1(d) 1(e) 1(f) 1(i) 1(j) 2 3"
    );
    // A slip of the press.
    let slip = act(&["a", "b", "c", "d", "e", "f", "g", "i"]);
    assert!(provisions(&slip).contains("1(g) 1(i) 2"), "{}", provisions(&slip));
}

#[test]
fn the_first_paragraph_of_an_article_stands_in_its_line() {
    let one = |n: u32| format!("Art. {n}. Opiekun zapala latarnię wieczorem i gasi ją rano.\n\n");
    let three = |n: u32| {
        format!(
            "Art. {n}. § 1. Olej jest suchy.\n\n§ 2. Knot jest czysty.\n\n§ 3. Szkło jest całe.\n\n"
        )
    };
    let text = format!("KODEKS LATARNI\n\n{}{}{}{}", one(1), three(2), one(3), three(4));
    assert_eq!(provisions(&text), "1 2 2.1 2.2 2.3 3 4 4.1 4.2 4.3");
}

#[test]
fn canons_questions_and_by_laws_are_known() {
    let entry = |label: &str| {
        format!("{label} Lamps are lit by the keeper of the harbour every evening.\n\n")
    };
    for (labels, found) in [
        (&["Can. 1.", "Can. 2.", "Can. 3.", "Can. 4."][..], "1 2 3 4"),
        (&["Q. 1.", "Q. 2.", "Q. 3.", "Q. 4."], "1 2 3 4"),
        (
            &[
                "BY-LAW I\n\nSec. 1.",
                "Sec. 2.",
                "Sec. 3.",
                "BY-LAW II\n\nSec. 1.",
                "Sec. 2.",
                "Sec. 3.",
            ],
            "1 2 3 by-law-ii/1 by-law-ii/2 by-law-ii/3",
        ),
    ] {
        let text = format!(
            "Rules of the Lamps\n\n{}",
            labels.iter().map(|l| entry(l)).collect::<String>()
        );
        assert_eq!(provisions(&text), found, "{labels:?}");
    }
}
