//! What laws, constitutions and by-laws do with their numbers that no rule of
//! numbering foresees: provisions put in later and repealed, first sub-clauses
//! beside their clause, numbers used again, slips of the press.

use super::{addresses, file};

const SENTENCE: &str = "The keeper lights the lamps of the harbour at dusk.";

/// A document of labels that stand alone, each with a sentence below.
fn labelled(title: &str, labels: &[&str], sentence: &str) -> String {
    let provisions: String =
        labels.iter().map(|label| format!("{label}\n\n{sentence}\n\n")).collect();
    format!("{title}\n\n{provisions}")
}

#[test]
fn provisions_put_in_later_stand_between_the_others() {
    for (labels, expected) in [
        (["Article 7", "Article 8", "Article 8-1", "Article 8-2", "Article 9"], "8 8-1 8-2 9"),
        (["Стаття 7", "Стаття 8", "Стаття 8¹", "Стаття 8²", "Стаття 9"], "8 8-1 8-2 9"),
        (["Статья 7", "Статья 8", "Статья 8.1", "Статья 8.2", "Статья 9"], "8 8.1 8.2 9"),
        (["Pasal 7", "Pasal 8", "Pasal 8A", "Pasal 8B", "Pasal 9"], "8 8A 8B 9"),
        (["Art. 7º", "Art. 8º", "Art. 8º-A", "Art. 8º-B", "Art. 9º"], "8 8-A 8-B 9"),
        (["มาตรา ๗", "มาตรา ๘", "มาตรา ๘/๑", "มาตรา ๘/๒", "มาตรา ๙"], "8 8-1 8-2 9"),
        (["第七条", "第八条", "第八条之一", "第八条之二", "第九条"], "8 8-1 8-2 9"),
        (["第七条", "第八条", "第八条の二", "第八条の三", "第九条"], "8 8-2 8-3 9"),
        (["제7조", "제8조", "제8조의2", "제8조의3", "제9조"], "8 8-2 8-3 9"),
        (["7 § Lampor", "8 § Olja", "8 a § Rep", "8 b § Tunnor", "9 § Glas"], "8 8a 8b 9"),
    ] {
        let first: Vec<String> = (1..7).map(|n| labels[0].replace('7', &n.to_string())).collect();
        let first: Vec<String> = first
            .iter()
            .enumerate()
            .map(|(i, label)| {
                let han = ["一", "二", "三", "四", "五", "六"][i];
                let thai = ["๑", "๒", "๓", "๔", "๕", "๖"][i];
                label.replace('七', han).replace('๗', thai)
            })
            .collect();
        let all: Vec<&str> = first.iter().map(String::as_str).chain(labels).collect();
        let found = addresses(&labelled("Lampa", &all, SENTENCE));
        assert_eq!(found, format!("1 2 3 4 5 6 7 {expected}"), "{labels:?}");
    }
}

#[test]
fn sections_below_articles_are_not_put_in_later() {
    let text = "By-laws of the Lamp\n\nArticle 1. Lamps\n\nArticle 1.1. Glass is clean.\n\nArticle 1.2. Wicks are short.\n\nArticle 2. Oil\n\nArticle 2.1. Oil is dry.\n\nArticle 2.2. Rope is dry too.\n";
    let found = addresses(text);
    assert!(found.ends_with("2 2.1 2.2"), "{found}");
}

#[test]
fn a_sequence_goes_on_behind_what_was_repealed() {
    let labels: Vec<String> =
        (1..=6).chain(41..=46).map(|n| format!("§ {n} Von den Lampen")).collect();
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    assert_eq!(
        addresses(&labelled("Lampengesetz", &labels, "Die Lampe wird am Abend angezündet.")),
        "1 2 3 4 5 6 41 42 43 44 45 46"
    );
}

#[test]
fn a_year_or_a_far_number_is_no_next_article() {
    let text = "Charter of the Coast\n\nArticle 1\n\nThe lamps are lit.\n\nArticle 2\n\nThe lamps are lit as the old charter has it:\n\nArticle 40\n\nso it says, and no more of it is known to anyone who lives on the coast.\n\nArticle 3\n\nThe oil is dry.\n\nArticle 4\n\nThe rope is dry.\n";
    assert_eq!(addresses(text), "1 2 3 4");
}

#[test]
fn a_number_that_stands_again_at_the_end_breaks_no_sequence() {
    // Article 3 is missing in its place, and quoted at the end with two others.
    let body: Vec<String> =
        [1, 2, 4, 5, 6, 7, 8, 9].iter().map(|n| format!("Article {n}")).collect();
    let quoted = ["Article 3".to_owned(), "Article 4".to_owned()];
    let labels: Vec<&str> = body.iter().chain(&quoted).map(String::as_str).collect();
    let found = addresses(&labelled("Charter", &labels, SENTENCE));
    assert!(found.starts_with("1 2 4 5 6 7 8 9"), "{found}");
}

#[test]
fn the_first_sub_clause_may_stand_beside_the_label_and_the_others_at_the_margin() {
    for (text, expected) in [
        (
            "Ustawa o lampach\n\nArt. 1. 1. Lampy zapala się wieczorem w porcie, a gasi się je rano,\ngdy słońce stoi nad morzem.\n2. Lampy dzieli się na:\n1) czerwone:\na) na wieży,\nb) na molo;\n2) zielone.\n3. Lampy są szklane.\nArt. 2. Olej jest suchy.\nArt. 3. 1. Lina jest sucha.\n2. Lina jest długa.\n",
            "1 1.1 1.2 1.2.1 1.2.1(a) 1.2.1(b) 1.2.2 1.3 2 3 3.1 3.2",
        ),
        (
            "Закон за лампите\n\nЧл. 1. (1) Лампите се палят вечер.\n\n(2) Лампите се гасят сутрин.\n\nЧл. 2. (1) Маслото е сухо.\n\n(2) Въжето е сухо.\n\nЧл. 3. Всичко свършва.\n",
            "1 1.1 1.2 2 2.1 2.2 3",
        ),
    ] {
        assert_eq!(addresses(text), expected);
    }
}

#[test]
fn slips_of_the_press_are_read_over() {
    for labels in [
        ["Статья 1. Лампы", "Статья2. Масло", "Статья 3. Верёвка", "Статья № 4. Стекло"],
        ["Art.1o – Lampadas", "Art. 2o – Oleo", "Art. 3o. Corda", "Art. 4o – Vidro"],
        ["Pasal 1", "Pasal 2***)", "Pasal 3*", "Pasal 4"],
        // The second is written with combining marks.
        ["Điều 1.", "Đie\u{302}\u{300}u 2.", "Điều 3.", "Điê\u{300}u 4."],
        ["Artículo Nº 1. Luz", "Artículo N° 2. Luz", "Artículo No. 3. Luz", "Artículo 4ro. Luz"],
    ] {
        assert_eq!(addresses(&labelled("Lampa", &labels, SENTENCE)), "1 2 3 4", "{labels:?}");
    }
}

#[test]
fn an_article_below_a_title_that_fills_its_line_is_one() {
    let article = |n: u32, title: &str| {
        format!(
            "{title}\nMadde {n} – Limanın bütün lambaları akşam olunca bekçi tarafından\nyakılır, sabah olunca da söndürülür.\n"
        )
    };
    let long = "Lambaların şekli, rengi, camı, fitili, yağı ve bütün öteki halleri";
    let text = format!(
        "Lamba Yasası\n\n{}{}{}{}{}",
        article(1, "Lambalar"),
        article(2, "Yağ"),
        article(3, long),
        article(4, "Halatlar"),
        article(5, "Son")
    );
    assert_eq!(addresses(&text), "1 2 3 4 5");
}

#[test]
fn a_reference_in_a_wrapped_line_takes_no_place_that_is_taken() {
    let text = "Charter of the Coast\n\nArticle 1. The lamps are lit at dusk by the keeper who is named in\nArticle 2. The lamps are put out at dawn by the same keeper, as the\nold rule has it.\n\nArticle 2. The keeper is named by all who live on the coast and who\nhave a lamp of their own.\n\nArticle 3. All lamps go out in the end, and no one lights them again\nbut those who come after.\n";
    assert_eq!(addresses(text), "1 2 3");
}

#[test]
fn headings_of_markdown_without_a_blank_hold_articles() {
    let text = "#Rules of the Lamp\n\n##§ 1 Lamps\n\n(1) Lamps are lit.\n\n(2) Lamps are put out.\n\n##§ 2 Oil\n\nOil is dry.\n\n##§ 3 Rope\n\nRope is dry.\n";
    let document = file(text, "rules.md");
    let found: Vec<&str> = document
        .section_ids()
        .filter(|id| document.section(*id).kind.is_provision())
        .map(|id| document.section_address(id))
        .collect();
    assert_eq!(found, ["1", "1.1", "1.2", "2", "3"]);
}

#[test]
fn numbered_headings_hold_the_numbers_that_are_written_whole_below_them() {
    let text = "# By-laws\n\n## 1. Name\n\nThe name is Lamp.\n\n## 2. Members\n\n### 2.1 Classes\n\n1. Keepers\n2. Friends\n\n### 2.2. Dues\n\n1. A lamp a year.\n2. Oil.\n\n## 3. Meetings\n\n### 3.1 In spring\n\n1. At dusk.\n2. At dawn.\n\n### 3.2 In autumn\n\n1. At noon.\n2. At night.\n";
    let document = file(text, "rules.md");
    let found: Vec<&str> = document
        .section_ids()
        .filter(|id| document.section(*id).kind.is_provision())
        .map(|id| document.section_address(id))
        .collect();
    assert_eq!(
        found.join(" "),
        "1 2 2.1 2.1.1 2.1.2 2.2 2.2.1 2.2.2 3 3.1 3.1.1 3.1.2 3.2 3.2.1 3.2.2"
    );
}

#[test]
fn a_chapter_by_itself_begins_with_the_number_of_its_first_article() {
    let text = "Chapter VII\n\nOf Lamps\n\nArticle 75\n\nThe lamps are lit, and they are lit at dusk.\n\nArticle 76\n\n(1) The lamps are put out.\n\n(2) The oil is saved.\n\nArticle 77\n\nThe rope is dry.\n\nArticle 78\n\nThe glass is clean.\n";
    assert_eq!(addresses(text), "chapter-vii 75 76 76.1 76.2 77 78");
    // Two articles that a letter quotes are none of its own.
    let quoted = "I have read both with care, and here they are as I have them before me, in the words of those who wrote them down so long ago.\n\nArticle 75\n\nThe lamps are lit.\n\nArticle 76\n\nThe lamps are put out.\n\nWhat do you make of that? I make nothing of it, for no one lights a lamp any more, and no one has lit one for as long as I have lived here.\n";
    assert_eq!(addresses(quoted), "");
}

#[test]
fn articles_numbered_anew_at_the_end_are_articles_too() {
    let body: Vec<String> = (1..=9).map(|n| format!("Artículo {n}")).collect();
    let end: Vec<String> = (1..=3).map(|n| format!("Artículo {n}")).collect();
    let part = |labels: &[String]| -> String {
        labels
            .iter()
            .map(|label| format!("{label}\n\nTodas las lámparas del puerto se encienden.\n\n"))
            .collect()
    };
    let text = format!(
        "Estatuto\n\nTÍTULO I\n\nDe las lámparas\n\n{}TÍTULO II\n\nDisposiciones transitorias\n\n{}",
        part(&body),
        part(&end)
    );
    assert_eq!(
        addresses(&text),
        "título-i 1 2 3 4 5 6 7 8 9 título-ii título-ii/1 título-ii/2 título-ii/3"
    );
}

#[test]
fn a_number_in_brackets_may_have_a_point_behind_it() {
    let text = "Lamp Act\n\nArticle 1 - Lamps\n\n(1). Lamps are lit.\n\n(2). Lamps are put out.\n\nArticle 2 - Oil\n\n(1). Oil is dry.\n\n(2). Rope is dry too.\n\nArticle 3 - End\n\nAll lamps go out.\n";
    assert_eq!(addresses(text), "1 1.1 1.2 2 2.1 2.2 3");
}

#[test]
fn japanese_laws_number_paragraphs_from_the_second_and_items_without_a_mark() {
    let text = "灯台法\n\n第一章　総則\n\n第一条　灯は、夕方にともす。\n\n第二条　灯は、朝に消す。\n２　前項の灯は、塔に置く。\n３　次に掲げる灯は、この限りでない。\n一　塔の灯\n二　次に掲げる灯\nイ　赤い灯\nロ　青い灯\n\n第三条　油は、乾いた所に置く。\n２　縄も、同様とする。\n\n第四条　灯台守は、二人とする。\n";
    assert_eq!(addresses(text), "第一章 1 2 2.2 2.3 2.3.1 2.3.2 2.3.2(イ) 2.3.2(ロ) 3 3.2 4");
    // A number in running text takes no place.
    let prose = "灯の話\n\n灯台には灯がある。\n２ 年前に塔が建った。\n三 人の灯台守がいた。\n今は誰もいない。\n";
    assert_eq!(addresses(prose), "");
}

#[test]
fn a_word_names_articles_in_one_law_and_chapters_in_another() {
    let line = "تضاء جميع مصابيح الميناء عند الغروب.";
    let part = |word: &str, from: u32, to: u32| -> String {
        (from..=to).map(|n| format!("{word} {n}\n\n{line}\n\n")).collect()
    };
    let maghreb = format!(
        "دستور الميناء\n\nالباب الأول\n\n{}الباب الثاني\n\n{}",
        part("الفصل", 1, 5),
        part("الفصل", 6, 9)
    );
    assert_eq!(addresses(&maghreb), "الباب-الأول 1 2 3 4 5 الباب-الثاني 6 7 8 9");
    let other = format!(
        "دستور الميناء\n\nالفصل الأول\n\n{}الفصل الثاني\n\n{}",
        part("المادة", 1, 5),
        part("المادة", 6, 9)
    );
    assert_eq!(addresses(&other), "الفصل-الأول 1 2 3 4 5 الفصل-الثاني 6 7 8 9");
}
