//! References lead to the provisions that they name.

mod languages;
mod other_texts;

use super::*;
use crate::document::{
    BlockDraft, Builder, ClauseNumber, ContentId, Fragment, Metadata, Ordinal, Origin, SectionKind,
    Target, look_up,
};

fn metadata(title: &str, language: &str) -> Metadata {
    let mut metadata = Metadata::new(title, Origin::StandardInput, ContentId([0; 32]));
    metadata.language = Some(language.to_owned());
    metadata
}

fn push(builder: &mut Builder, words: &str) {
    builder.push(&BlockDraft {
        kind: BlockKind::Paragraph,
        source: 0..0,
        label: None,
        body: vec![Fragment { source: 0, text: words }],
        gap: false,
    });
}

/// Articles 1 to 9 of a code in a language, each with parts 1 to 3 and, in the
/// third, `a` and `b`; the words are in 5.2.
fn code(words: &str, language: &str) -> Document {
    let mut builder = Builder::new();
    builder.open(SectionKind::Heading, None);
    push(&mut builder, "The Lamp Code");
    for article in 1..10 {
        let number = ClauseNumber::top(article);
        builder.open(SectionKind::Article, Some(number.clone()));
        for part in 1..4 {
            let number = number.child(Ordinal::Number(part));
            builder.open(SectionKind::Clause, Some(number.clone()));
            push(&mut builder, if (article, part) == (5, 2) { words } else { "Lamps burn." });
            for letter in ["a", "b"].iter().filter(|_| part == 3) {
                builder.open(
                    SectionKind::Clause,
                    Some(number.child(Ordinal::Letters((*letter).to_owned()))),
                );
                push(&mut builder, "Of oil.");
                builder.close();
            }
            builder.close();
        }
        builder.close();
    }
    builder.close();
    builder.open(
        SectionKind::Annex,
        ClauseNumber::from_components(vec![Ordinal::Letters("A".to_owned())]),
    );
    push(&mut builder, "Annex A");
    push(&mut builder, "Of ladders.");
    builder.close();
    builder.open(SectionKind::Heading, None);
    push(&mut builder, "Chapter III: Of wicks");
    builder.close();
    builder.finish(metadata("The Lamp Code", language))
}

/// Each reference as `words>address`.
fn told_in(words: &str, language: &str) -> String {
    let document = code(words, language);
    let links = find(&document);
    let told: Vec<String> = links
        .iter()
        .map(|link| {
            let words = document.slice(link.span);
            match &link.target {
                LinkTarget::Passage(passage) => {
                    let address = match document.section_of(*passage) {
                        Some(section) => document.section_address(section).to_owned(),
                        None => document.passage_address(*passage),
                    };
                    if !address.contains('-') {
                        let found = look_up(&document, &address, None).expect("an address");
                        assert!(matches!(found, Target::Text { passage: p, .. } if p == *passage));
                    }
                    format!("{words}>{address}")
                }
                LinkTarget::Nowhere(address) => format!("{words}>!{address}"),
                LinkTarget::Outside(_) => panic!("{words}"),
            }
        })
        .collect();
    told.join("; ")
}

fn told(words: &str) -> String {
    told_in(words, "en")
}

/// The places that a text leads to, as `words>address`.
fn led(text: &str) -> Vec<String> {
    let document = crate::source::read(text.as_bytes(), Origin::StandardInput).expect("text");
    let told = |link: &Link| {
        let words = document.slice(link.span);
        match &link.target {
            LinkTarget::Passage(passage) => format!("{words}>{}", document.place_address(*passage)),
            LinkTarget::Nowhere(address) => format!("{words}>!{address}"),
            LinkTarget::Outside(_) => format!("{words}>outside"),
        }
    };
    document.links().iter().map(told).collect()
}

#[test]
fn numbers_lead_to_their_provisions() {
    for (words, links) in [
        ("See §4.1 and § 4.3(a).", "§4.1>4.1; § 4.3(a)>4.3(a)"),
        ("See §4.1(b)(ii) and §B.2.", "§4.1(b)(ii)>4.1"),
        ("Under the Lamp Code, section 5 is", "section 5>5"),
        ("As Article 6 says, art. 7(2) holds.", "Article 6>6; art. 7(2)>7.2"),
        ("Articles 1, 3 and 8 apply.", "Articles 1>1; 3>3; 8>8"),
        ("Sections 2.1 or 2.3(b).", "Sections 2.1>2.1; 2.3(b)>2.3(b)"),
        ("clause 7.2 and section 9", "clause 7.2>7.2; section 9>9"),
        ("Article IV; Article 5 and 30 days", "Article IV>4; Article 5>5"),
        ("Annex A and Chapter III", "Annex A>A; Chapter III>heading~2"),
    ] {
        assert_eq!(told(words), links, "{words}");
    }
    let document =
        code("Articles 2 to 4 and paragraphs 1-2 below, and Article 4(3)(a) to (b)", "en");
    let ranges: Vec<String> = find(&document)
        .iter()
        .map(|link| match link.target {
            LinkTarget::Passage(p) => document.passage_address(p),
            _ => String::new(),
        })
        .collect();
    assert_eq!(ranges, ["2.1-4.3(b)", "5.1-5.2", "4.3(a)-4.3(b)"]);
}

#[test]
fn a_paragraph_is_one_of_the_provision_around_first() {
    for (words, links) in [
        ("Under paragraph 3 above", "paragraph 3>5.3"),
        ("Under paragraph 7 above", "paragraph 7>!5.7"),
        ("paragraph 3 (a) and step 1", "paragraph 3 (a)>5.3(a); step 1>5.1"),
        ("paragraph 2 of Article 6", "paragraph 2>6.2; Article 6>6"),
        ("Article 6, paragraph 2", "Article 6>6; paragraph 2>6.2"),
        ("point (b) of paragraph 3", "point (b)>5.3(b); paragraph 3>5.3"),
        ("the preceding paragraph", "the preceding paragraph>5.1"),
        ("the following article", "the following article>6"),
        ("the following article: it", ""),
    ] {
        assert_eq!(told(words), links, "{words}");
    }
}

#[test]
fn what_leads_nowhere_is_kept() {
    assert_eq!(told("See Article 12 and §4.8."), "Article 12>!12; §4.8>!4.8");
    assert_eq!(told("paragraph 9 of Article 4"), "paragraph 9>!4.9; Article 4>4");
    assert_eq!(told("see step 44, or part IX"), "");
    // A block is not the place that its first words refer to.
    assert!(led("Rules\n\n1. See rule 9(i)(ii).\n\n2. The end.\n").is_empty());
}

#[test]
fn a_number_may_precede_its_word() {
    for (language, words, links) in [
        ("fi", "Mitä 6 §:n 2 momentissa säädetään", "6 §:n>6; 2 momentissa>6.2"),
        ("lt", "2, 3 ir 6 straipsniuose", "2>2; 3>3; 6 straipsniuose>6"),
        ("fi", "vuoden 1999 ja 6 §:n nojalla", "6 §:n>6"),
        ("fi", "merilain 6 §:ssä", ""),
        ("hu", "a 6. § (2) bekezdése szerint", "6. §>6; (2) bekezdése>6.2"),
        ("hu", "a 6. § (3) bekezdés b) pontja", "6. §>6; (3) bekezdés>6.3; b) pontja>6.3(b)"),
        ("hu", "a Polgári Törvénykönyv 6. §-a", ""),
        ("tr", "6 ncı maddenin ikinci fıkrası", "6 ncı maddenin>6; ikinci fıkrası>6.2"),
        (
            "tr",
            "6 ncı maddenin üçüncü fıkrasının (b) bendi",
            "6 ncı maddenin>6; üçüncü fıkrasının>6.3; (b) bendi>6.3(b)",
        ),
        ("tr", "Türk Ceza Kanununun 6 ncı maddesi", ""),
        ("kk", "6-бабының 2-тармағында", "6-бабының>6; 2-тармағында>6.2"),
        ("lv", "6. panta otrajā daļā", "6. panta>6; otrajā daļā>6.2"),
        ("lv", "Krimināllikuma 6. pantā", ""),
        ("lt", "6 straipsnio 2 dalyje", "6 straipsnio>6; 2 dalyje>6.2"),
        ("lt", "2 dalyviai; Civilinio kodekso 6 straipsnis", ""),
        ("sl", "iz drugega odstavka 6. člena", "drugega odstavka>6.2; 6. člena>6"),
        ("sl", "6. člena Kazenskega zakonika", ""),
        ("ka", "მე-6 მუხლის მე-2 პუნქტი", "მე-6 მუხლის>6; მე-2 პუნქტი>6.2"),
        ("ka", "მე-6 მუხლის პირველი პუნქტი", "მე-6 მუხლის>6; პირველი პუნქტი>6.1"),
        ("hy", "6-րդ հոդվածի 2-րդ մասով", "6-րդ հոդվածի>6; 2-րդ մասով>6.2"),
        ("is", "b-lið 3. mgr. 6. gr.", "b-lið>6.3(b); 3. mgr.>6.3; 6. gr.>6"),
    ] {
        assert_eq!(told_in(words, language), links, "{language} {words}");
    }
}

#[test]
fn an_ordinal_may_be_the_number_of_a_part() {
    for (language, words, links) in [
        ("uk", "частини другої статті 6", "частини другої>6.2; статті 6>6"),
        ("uk", "частин першої та другої статті 6", "частин першої>6.1; другої>6.2; статті 6>6"),
        ("ru", "в части второй статьи 6", "части второй>6.2; статьи 6>6"),
        ("nl", "artikel 6, tweede lid", "artikel 6>6; tweede lid>6.2"),
        ("th", "มาตรา 6 วรรคสอง", "มาตรา 6>6; วรรคสอง>6.2"),
        ("sv", "6 § tredje stycket", "6 §>6; tredje stycket>6.3"),
        ("es", "el párrafo segundo del artículo 6", "párrafo segundo>6.2; artículo 6>6"),
        ("es", "el segundo párrafo del artículo 6", "segundo párrafo>6.2; artículo 6>6"),
        ("fr", "au deuxième alinéa de l’article 6", "deuxième alinéa>6.2; article 6>6"),
        ("uk", "статті 6 Закону України «Про порти»", ""),
    ] {
        assert_eq!(told_in(words, language), links, "{language} {words}");
    }
}

#[test]
fn a_head_is_no_reference() {
    let mut builder = Builder::new();
    builder.open(SectionKind::Clause, Some(ClauseNumber::top(1)));
    push(&mut builder, "Section 1. Of lamps");
    push(&mut builder, "Section 8: of oil");
    push(&mut builder, "## Section 8 Of oil");
    push(&mut builder, "• Section 1 Of lamps");
    builder.close();
    assert_eq!(find(&builder.finish(metadata("Rules", "en"))), []);
}

#[test]
fn a_paragraph_of_clauses_is_a_clause_and_annexes_have_numbers_of_their_own() {
    let text = "Rules\n\n1. One is as paragraph 3 says.\n\n2. Two.\n\n3. Three is as in paragraphs 1 and 2 above.\n\nANNEX A\n\nOf oil\n\n1. First, as paragraph 2 says.\n\n2. Then, as clause 1 says.\n";
    let document = crate::source::read(text.as_bytes(), Origin::StandardInput).expect("text");
    let told: Vec<String> = document
        .links()
        .iter()
        .map(|link| match link.target {
            LinkTarget::Passage(passage) => document.place_address(passage),
            _ => document.slice(link.span).to_owned(),
        })
        .collect();
    assert_eq!(told, ["3", "1", "2", "A/2", "A/1"]);
}

#[test]
fn a_list_goes_on_with_parts_of_one_number() {
    for (words, links) in [
        ("Section 4.3(a) and (b) apply", "Section 4.3(a)>4.3(a); (b)>4.3(b)"),
        ("pursuant to Articles 2 and 3; (b) the lamp", "Articles 2>2; 3>3"),
        ("as sections 3 through 6; and (iii) the oil", ""),
        ("Sections 4.3(b), (iii) you trim", "Sections 4.3(b)>4.3(b)"),
        ("any section(s) of it", ""),
        ("Article 38-33-106 and Article 8-A", ""),
        ("Articles 6 and 7, paragraph 2", "Articles 6>6; 7>7; paragraph 2>7.2"),
        (
            "paragraph 1 and paragraph 2 of Article 6",
            "paragraph 1>6.1; paragraph 2>6.2; Article 6>6",
        ),
        ("subparagraph (b) of paragraph 3", "subparagraph (b)>5.3(b); paragraph 3>5.3"),
        ("paragraph 3, Section 2, Article 6", "paragraph 3>6.2; Section 2>6.2; Article 6>6"),
    ] {
        let told = told(words);
        let told: Vec<&str> = told.split("; ").filter(|link| !link.contains('-')).collect();
        assert_eq!(told.join("; "), links, "{words}");
    }
    assert_eq!(
        told_in("nach § 6 Abs. 1 Satz 1 und Abs. 2, § 7", "de"),
        "§ 6>6; Abs. 1>6.1; Satz 1>6.1; Abs. 2>6.2; § 7>7"
    );
    assert_eq!(told_in("§ 6 Abs. 1 Nr. 2 der Lampenordnung", "de"), "");
}

#[test]
fn a_word_of_one_place_may_have_two() {
    for (words, links) in [
        ("section 6(1) or 7(2) applies", "section 6(1)>6.1; 7(2)>7.2"),
        (
            "section 6(1), 7(1) or (2), 8(1) or 9(1)",
            "section 6(1)>6.1; 7(1)>7.1; (2)>7.2; 8(1)>8.1; 9(1)>9.1",
        ),
        ("section 6, 30 lamps", "section 6>6"),
        ("section 6 or 7, as told", "section 6>6; 7>7"),
        ("section 6 or 7 applies", "section 6>6; 7>7"),
        ("any article 3 or 9 lamps", "article 3>3"),
        ("section 6 or 2, as told", "section 6>6"),
        ("Article 6(3)(a) or (2) applies", "Article 6(3)(a)>6.3(a); (2)>6.2"),
        ("under paragraph (3)(a) or (2)", "paragraph (3)(a)>5.3(a); (2)>5.2"),
        ("Article 6 3) b) of it", "Article 6>6"),
        ("clause 6(3) b) of it", "clause 6(3)>6.3"),
        ("see 6 or clause 6) 3) b) of it", "clause 6) 3) b)>6.3(b)"),
    ] {
        assert_eq!(told(words), links, "{words}");
    }
    assert_eq!(told_in("nach § 6 Abs. 3 Buchst. b.", "de"), "§ 6>6; Abs. 3>6.3; Buchst. b>6.3(b)");
    assert_eq!(told_in("לפי סעיף 6(ב) או 7", "he"), "סעיף 6(ב)>6.2; 7>7");
}

#[test]
fn a_numeral_behind_a_name_may_go_on_with_a_sentence() {
    assert_eq!(told("The keeper of Article I keeps it"), "Article I>1");
    assert_eq!(told("Articles II and III are one"), "Articles II>2; III>3");
    assert_eq!(told("the article I keep is one of those"), "");
}

#[test]
fn recitals_on_lines_of_their_own_are_referred_to() {
    let text = "REGULATION ON LIGHTHOUSES\n\nTHE COUNCIL OF THE PORT,\n\nWhereas:\n\n(1) The night is dark.\n(2) Lamps are few, as recital 1 says.\n(3) A rule is needed, see Recital (2) and recitals 1 and 2.\n\nHAS ADOPTED THIS REGULATION:\n\nArticle 1\nA lamp is lit.\n\nArticle 2\nIt burns till dawn, for the reason of recital 3.\n";
    assert_eq!(
        led(text),
        ["recital 1>pp1", "Recital (2)>pp2", "recitals 1>pp1", "2>pp2", "recital 3>pp3"]
    );
}

#[test]
fn a_line_may_end_between_a_word_and_its_number() {
    let text = "Order on Ropes\n\n1. The ringer pulls the rope as is told in section\n3. He may rest after that.\n2. The rope is of hemp, tarred as is told in rule\n1. It is long.\n3. The end of the rope is bound.\n";
    assert_eq!(led(text), ["section\n3>3", "rule\n1>1"].map(|link| link.replace('\n', " ")));
}

#[test]
fn places_of_a_schedule_are_found_by_it() {
    let text = "Ferry Act\n\n1. A ferry is a boat.\n\n2. Paragraph 2 of Schedule 1, article 1 of the Second Schedule and paragraph 1 of the Rope Rules apply.\n\n3. See Schedule 2, paragraph 2.\n\nSchedule 1\n\n1. A rope is of hemp.\n\n2. A rope is tarred, see paragraph 1.\n\nSchedule 2\n\nRope Rules\n\n1. A knot is tied.\n\n2. A knot is untied.\n";
    assert_eq!(
        led(text)[..3],
        ["Paragraph 2>schedule-1/2", "Schedule 1>schedule-1", "article 1>schedule-2/1"]
    );
    assert!(
        led(text).contains(&"the Second Schedule>schedule-2".replace("the ", "")),
        "{:?}",
        led(text)
    );
    assert!(led(text).contains(&"paragraph 2>schedule-2/2".to_owned()), "{:?}", led(text));
}

#[test]
fn places_of_an_annex_are_found_by_its_title_behind_its_number() {
    let text = "Quay Charter\n\n1. Of the Quay\n\n  1.1. Votes are counted as §A.2 of the Rules of Counting says.\n\n  1.2. The quay is open at dawn.\n\n2. Of the Mole\n\n  2.1. The mole is closed, as §2 of the Rules of Counting Act says.\n\nA. Rules of Counting\n\n  A.1. Hands are raised.\n\n  A.2. Hands are counted.\n";
    assert_eq!(led(text), ["§A.2>A.2"]);
}

#[test]
fn items_in_han_numerals_are_no_paragraphs() {
    let text = "灯台規則\n\n第一条　灯は夜ともす。\n２　前項の規定は、祭日には適用しない。\n\n第二条　番人は次のことを行う。\n一　油を足すこと。\n二　芯を切ること。\n\n第三条　番人は第二条第一項第二号及び第一条第二項を準用する。\n";
    let links = ["前項>1", "第二条>2", "第一項>2", "第二号>2.2", "第一条>1", "第二項>1.2"];
    assert_eq!(led(text), links);
}

#[test]
fn a_chapter_is_one_of_its_part() {
    let text = "Harbour Code\n\nPART I\nOf boats\n\nCHAPTER 1\nSails\n\n1. A sail is white.\n\nCHAPTER 2\nMasts\n\n2. A mast is tall, see Chapter 1.\n\nPART II\nOf docks\n\nCHAPTER 1\nStones\n\n3. A stone is grey.\n\nCHAPTER 2\nRopes\n\n4. See Chapter 1. Here Chapter 1 of Part I and Part II apply.\n";
    assert_eq!(
        led(text),
        [
            "Chapter 1>chapter-1",
            "Chapter 1>part-ii/chapter-1",
            "Chapter 1>chapter-1",
            "Part I>part-i",
            "Part II>part-ii",
        ]
    );
}

#[test]
fn a_section_is_a_part_of_the_article_where_there_are_articles() {
    for (words, links) in [
        ("under Section 3 hereof", "Section 3>5.3"),
        ("section 2 of Article 7", "section 2>7.2; Article 7>7"),
        ("under this Section 2", "Section 2>5.2"),
        ("Section 8 applies", "Section 8>8"),
    ] {
        assert_eq!(told(words), links, "{words}");
    }
}

#[test]
fn numbers_that_only_the_text_shows_are_found() {
    let text = "Rules\n\n1. The keeper does these: (a) he trims; (b) he fills, as point (a) says.\n\n2. As 1 says. 2.4 Lamps are of brass.\n\n3. As clause 2.4 and clause 1(b) say.\n";
    let document = crate::source::read(text.as_bytes(), Origin::StandardInput).expect("text");
    let told: Vec<String> = document
        .links()
        .iter()
        .map(|link| match link.target {
            LinkTarget::Passage(passage) => document.passage_text(passage),
            _ => format!("! {}", document.slice(link.span)),
        })
        .collect();
    assert_eq!(
        told,
        ["(a) he trims;", "2.4 Lamps are of brass.", "(b) he fills, as point (a) says."]
    );
}

#[test]
fn a_head_in_the_midst_of_a_paragraph_is_no_reference() {
    assert_eq!(told("He trims it. Article 4. Of oil and Article 6"), "Article 6>6");
    assert_eq!(told("He trims it. Article 4 is of oil"), "Article 4>4");
}

#[test]
fn an_only_paragraph_goes_by_its_article() {
    let text = "“Lamp” means a light. sections 1 of Article 2.\n\nArticle 1\na.\n\nArticle 2\n5\u{a0}000.\n\na.\n\n";
    let document = crate::source::read(text.as_bytes(), Origin::StandardInput).expect("text");
    let article = document.section_at("2").expect("an article");
    for link in document.links() {
        let whole = document.section_passage(article).expect("words");
        assert_eq!(link.target, LinkTarget::Passage(whole), "{}", document.slice(link.span));
    }
    assert_eq!(document.links().len(), 2);
}
