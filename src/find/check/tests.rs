use super::*;
use crate::document::{
    BlockDraft, BlockKind, Builder, ClauseNumber, ContentId, Fragment, Metadata, Ordinal, Origin,
    PlaceName, SectionKind,
};

fn push(builder: &mut Builder, kind: BlockKind, words: &str) {
    builder.push(&BlockDraft {
        kind,
        source: 0..0,
        label: None,
        body: vec![Fragment { source: 0, text: words }],
        gap: false,
    });
}

fn number(written: &str) -> ClauseNumber {
    match format!("§{written}").parse() {
        Ok(crate::document::Address::Place(place)) => match place.what {
            PlaceName::Provision(number) => number,
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

/// Builds clauses with these numbers, `5.1` inside `5`; `A:` begins an annex, `|`
/// a chapter.
fn clauses(numbers: &str) -> Document {
    let mut builder = Builder::new();
    let mut depth = 0;
    for written in numbers.split(' ') {
        let outer = written == "|" || written.ends_with(':');
        let number = match written.strip_suffix(':') {
            Some(letter) => {
                ClauseNumber::from_components(vec![Ordinal::Letters(letter.to_owned())])
            }
            None if outer => None,
            None => Some(number(written)),
        };
        let level = number.as_ref().map_or(0, |number| number.components().len());
        while depth >= if outer { 1 } else { level + 1 } {
            builder.close();
            depth -= 1;
        }
        let kind = match (written, outer) {
            ("|", _) => SectionKind::Heading,
            (_, true) => SectionKind::Annex,
            _ => SectionKind::Clause,
        };
        if depth == 0 && !outer {
            builder.open(SectionKind::Heading, None);
            depth = 1;
        }
        builder.open(kind, number);
        depth += 1;
        push(&mut builder, BlockKind::Paragraph, "Lamps burn.");
    }
    builder.finish(Metadata::new("Rules", Origin::StandardInput, ContentId([0; 32])))
}

fn told(document: &Document) -> Vec<String> {
    check(document).into_iter().map(|f| format!("{}: {}", f.address, f.words)).collect()
}

#[test]
fn gaps_and_repeats_are_found_at_every_level() {
    for (numbers, found) in [
        ("1 2 3", &[][..]),
        ("0 1 2", &[]),
        ("1 2 4", &["4: clause 3 is missing between 2 and 4"]),
        ("1 5", &["5: clauses 2 to 4 are missing between 1 and 5"]),
        ("1 2 2 3", &["2~2: clause 2 occurs twice: 2 and 2~2"]),
        ("1 2 3 1 2", &["1~2: clause 1 occurs twice: 1 and 1~2; the numbers start again"]),
        ("1 1 2", &["1~2: clause 1 occurs twice: 1 and 1~2"]),
        ("1 3 2", &["2: clause 2 is out of order: it follows 3"]),
        ("1 1.1 1.2 2 2.1 2.3", &["2.3: clause 2.2 is missing between 2.1 and 2.3"]),
        ("1 1(a) 1(b) 1(d)", &["1(d): one clause is missing between 1(b) and 1(d)"]),
        ("1 1(i) 1(ii) 1(iii) 1(iv)", &[]),
        ("1 1(h) 1(i) 1(j)", &[]),
    ] {
        assert_eq!(told(&clauses(numbers)), found, "{numbers}");
    }
}

#[test]
fn a_number_that_starts_again_is_not_a_repeat() {
    assert_eq!(told(&clauses("1 2 A: 1 2 B: 1")), [""; 0]);
    assert_eq!(told(&clauses("| 1 2 | 1 2 3")), [""; 0]);
    assert_eq!(told(&clauses("| 1 2 | 3 5")), ["5: clause 4 is missing between 3 and 5"]);
}

fn list(lead: &str, count: usize) -> Document {
    let mut builder = Builder::new();
    builder.open(SectionKind::Clause, Some(ClauseNumber::top(1)));
    push(&mut builder, BlockKind::Paragraph, lead);
    for _ in 0..count {
        push(&mut builder, BlockKind::ListItem, "• light");
    }
    push(&mut builder, BlockKind::Paragraph, "The end.");
    builder.finish(Metadata::new("Rules", Origin::StandardInput, ContentId([0; 32])))
}

#[test]
fn a_list_is_as_long_as_the_text_says() {
    assert_eq!(told(&list("We hold the following three principles:", 3)), [""; 0]);
    assert_eq!(
        told(&list("We hold the following three principles:", 4)),
        ["1:1: the text states three but lists 4"]
    );
    assert_eq!(told(&list("We hold the three following principles:", 2)).len(), 1);
    assert_eq!(told(&list("We hold the following old principles:", 4)), [""; 0]);
    assert_eq!(told(&list("We hold the following three principles:", 0)), [""; 0]);
}

#[test]
fn references_and_terms_are_reported() {
    let text = b"Rules\n\n1. \"Lamp\" means a light. See Section 9.\n\n2. \"Wick\" means a thread. A Lamp burns.\n\n3. \"Lamp\" means a lantern.\n";
    let document = crate::source::read(text, Origin::StandardInput).expect("text");
    assert_eq!(
        told(&document),
        [
            "1: “Section 9” leads nowhere: there is no 9",
            "2: “Wick” is defined but never used",
            "3: “Lamp” is defined again, after 1"
        ]
    );
    assert!(check(&document)[1].fault.is_remark() && !check(&document)[0].fault.is_remark());
}

fn read(text: &str) -> Vec<String> {
    let document = crate::source::read(text.as_bytes(), Origin::StandardInput).expect("text");
    told(&document)
}

#[test]
fn a_text_is_not_at_fault_for_what_only_the_outline_does_not_know() {
    // A number in the middle of a line, and a list that starts again.
    let inside = "Rules\n\n1. One light burns by the sea. 2. Two lights burn.\n\n3. Three lights burn.\n\n4. Four lights burn.\n";
    assert_eq!(read(inside), [""; 0]);
    let gone = inside.replace("2. Two", "Two");
    assert_eq!(read(&gone), ["3: clause 2 is missing between 1 and 3"]);
    assert_eq!(told(&clauses("1 1(a) 1(b) 1(a) 1(b)")), [""; 0]);
    assert_eq!(told(&clauses("1 1(a) 1(b) 1(b) 1(c)")).len(), 1);
    assert_eq!(told(&clauses("1 1(g) 1(h) 1(i) 1(ii)")), [""; 0]);
}

#[test]
fn letters_are_counted_as_the_language_has_them() {
    for (language, found) in [("it", 0), ("en", 1)] {
        let mut builder = Builder::new();
        builder.open(SectionKind::Clause, Some(number("1")));
        for letter in ["h", "i", "l"] {
            builder.open(SectionKind::Clause, Some(number(&format!("1({letter})"))));
            push(&mut builder, BlockKind::Paragraph, "Lamps burn");
            builder.close();
        }
        let mut metadata = Metadata::new("Rules", Origin::StandardInput, ContentId([0; 32]));
        metadata.language = Some(language.to_owned());
        assert_eq!(told(&builder.finish(metadata)).len(), found, "{language}");
    }
}

#[test]
fn one_paragraph_may_define_a_term_of_several_cases() {
    let text = "Rules\n\n1. \"Lamp\" means a light of oil. On ships, \"Lamp\" means any light.\n\n2. A Lamp burns.\n";
    assert_eq!(read(text), [""; 0]);
}
