use super::*;
use crate::document::{
    BlockDraft, Builder, ContentId, Fragment, Metadata, Origin, Target, look_up,
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
/// third, `a` and `b`; the words stand in 5.2.
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
    let document = code("Articles 2 to 4 and paragraphs 1-2 below", "en");
    let ranges: Vec<String> = find(&document)
        .iter()
        .map(|link| match link.target {
            LinkTarget::Passage(p) => document.passage_address(p),
            _ => String::new(),
        })
        .collect();
    assert_eq!(ranges, ["2.1-4.3(b)", "5.1-5.2"]);
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
fn what_is_of_another_text_is_no_reference() {
    for words in [
        "Article 5 of the Charter of the United Harbours",
        "section 7 of the Act of 1976",
        "Articles 3 and 4 of the said Treaty",
        "paragraph 2 of Article 4 of the Charter",
        "the Charter and its Article 4",
        "under 17 U.S.C. § 5",
        "of the Harbour Lamp Act, section 5, of lamps",
        "Article 5 ECHR",
        "Section 4 thereof",
        "step 44, part 2, the sections of Art",
        "an article 5th in line, particle 5, paragraph by paragraph",
    ] {
        assert_eq!(told(words), "", "{words}");
    }
    assert_eq!(told("Article 4 of this Treaty"), "Article 4>4");
    assert_eq!(told("Article 4 of the Lamp Code"), "Article 4>4");
    assert_eq!(told("Article 4 hereof"), "Article 4>4");
}

#[test]
fn what_leads_nowhere_is_kept() {
    assert_eq!(told("See Article 12 and §4.8."), "Article 12>!12; §4.8>!4.8");
    assert_eq!(told("paragraph 9 of Article 4"), "paragraph 9>!4.9; Article 4>4");
    assert_eq!(told("see step 44, or part IX"), "");
}

#[test]
fn every_language_has_its_words() {
    for (language, words, links) in [
        (
            "fr",
            "l’article 4, le paragraphe 2 de l’article 6",
            "article 4>4; paragraphe 2>6.2; article 6>6",
        ),
        ("fr", "l’article 4 de la Charte des ports", ""),
        ("de", "nach Artikel 6 Absatz 2 und Art. 7", "Artikel 6>6; Absatz 2>6.2; Art. 7>7"),
        ("es", "los artículos 3 y 4", "artículos 3>3; 4>4"),
        ("ru", "пункт 2 статьи 6 и статье 7", "пункт 2>6.2; статьи 6>6; статье 7>7"),
        ("ru", "статьи 6 Устава гаваней", ""),
        ("kk", "осы Кодекстің 6-бабы, 7 бап", "6-баб>6; 7 бап>7"),
        ("ar", "وفقا للمادة 6 والمادة ٧", "للمادة 6>6; والمادة ٧>7"),
        ("zh", "依照第六条第二款和第七条", "第六条>6; 第二款>6.2; 第七条>7"),
        ("ja", "第６条及び第七条", "第６条>6; 第七条>7"),
        ("ko", "제6조 및 제7조", "제6조>6; 제7조>7"),
    ] {
        assert_eq!(told_in(words, language), links, "{words}");
    }
}

#[test]
fn a_head_is_no_reference() {
    let mut builder = Builder::new();
    builder.open(SectionKind::Clause, Some(ClauseNumber::top(1)));
    push(&mut builder, "Section 1. Of lamps");
    push(&mut builder, "Section 8: of oil");
    builder.close();
    assert_eq!(find(&builder.finish(metadata("Rules", "en"))), []);
}

#[test]
fn a_paragraph_of_clauses_is_a_clause_and_annexes_have_numbers_of_their_own() {
    let text = "Rules\n\n1. One is as paragraph 3 says.\n\n2. Two.\n\n3. Three is as in paragraphs 1 and 2 above.\n\nANNEX A\n\nOf oil\n\n1. First, as paragraph 2 says.\n\n2. Then, as clause 1 says.\n";
    let document = crate::import::read(text.as_bytes(), Origin::StandardInput).expect("text");
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
