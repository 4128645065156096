//! Every form of definition is found, and nothing else.

use super::*;
use crate::document::{
    BlockDraft, Builder, ContentId, Finders, Fragment, Metadata, Origin, SectionKind,
};

fn document(paragraphs: &[&str]) -> Document {
    let mut builder = Builder::new();
    builder.open(SectionKind::Clause, None);
    for words in paragraphs {
        builder.push(&BlockDraft {
            kind: BlockKind::Paragraph,
            source: 0..0,
            label: None,
            body: vec![Fragment { source: 0, text: words }],
            gap: false,
        });
    }
    let document = builder.finish(Metadata::new("", Origin::StandardInput, ContentId([0; 32])));
    document.read_by(Finders {
        terms: |document| find(document, &[]),
        endings: |_| &["s"],
        ..Finders::default()
    })
}

/// Each term with how often it is defined and used.
fn told(paragraphs: &[&str]) -> String {
    let document = document(paragraphs);
    let told = document
        .terms()
        .iter()
        .map(|term| format!("{} {} {}", term.name, term.defined.len(), term.used.len()));
    told.collect::<Vec<_>>().join("; ")
}

#[test]
fn every_form_of_definition_is_read() {
    for (words, name) in [
        ("“Lamp” means a light.", "Lamp"),
        ("\"Great Lamp\" shall mean a light.", "Great Lamp"),
        ("“Keeper”, for the purposes of this Code, means a person.", "Keeper"),
        ("the harbour of Esk (hereinafter “the Port”) keeps it.", "Port"),
        ("the harbour of Esk (hereinafter referred to as the \"Port\").", "Port"),
        ("the harbour of Esk (the “Port”)", "Port"),
        ("The term “oil” refers to what burns.", "oil"),
        ("A \"covered lamp\" means either this or that.", "covered lamp"),
        ("To \"trim\" a wick means to cut it.", "trim"),
        ("A \"Shore Light\" is a lamp by the sea.", "Shore Light"),
        ("\"The Lamp\" refers to any light.", "Lamp"),
        ("\"This Code\" refers to the code of lamps.", "Code"),
        ("\"Lamp Code\": means the code of lamps.", "Lamp Code"),
        ("(b) \"keeper\" includes a pilot;", "keeper"),
        ("a further meeting (each a \"Later Meeting\" and, with it, all)", "Later Meeting"),
        ("On entend: «Feu» désigne une lampe.", "Feu"),
        ("«Маяк» означает огонь.", "Маяк"),
        ("“Maker” and “Trimmer” of lamps mean one.", "Maker 1 0; Trimmer"),
        ("“Mark” (or “Sign”) means a light.", "Mark 1 0; Sign"),
        ("Гавань Эск (далее – «Порт») горит.", "Порт"),
        ("‘Lamp’ means a light.", "Lamp"),
        ("‘keeper’s lamp’ means a light of a keeper’s.", "keeper’s lamp"),
        ("„Lampe“ bedeutet ein Licht.", "Lampe"),
        ("'great lamp' means the keeper's light", "great lamp"),
        ("the keeper's ‘keeper’s lamp’ means his light", "keeper’s lamp"),
    ] {
        assert_eq!(told(&[words]), format!("{name} 1 0"), "{words}");
    }
    assert_eq!(told(&["“Wick”", "means what burns."]), "Wick 1 0");
}

#[test]
fn definitions_of_a_list_are_told_one_by_one() {
    let meanings = |paragraphs: &[&str]| -> Vec<String> {
        let document = document(paragraphs);
        let told = document.terms().iter().map(|term| {
            format!("{}: {}", term.name, document.passage_text(term.defined[0].meaning))
        });
        told.collect()
    };
    let one =
        "In these Rules, 'lamp' means a light; 'oil' means what burns; and 'wick' means a thread.";
    assert_eq!(
        meanings(&[one]),
        [
            "lamp: In these Rules, 'lamp' means a light;",
            "oil: 'oil' means what burns;",
            "wick: and 'wick' means a thread.",
        ]
    );
    assert_eq!(
        meanings(&[
            "In these Rules—",
            "‘lamp’ means a light of",
            "brass or glass;",
            "‘oil’ means what burns."
        ]),
        ["lamp: ‘lamp’ means a light of\n\nbrass or glass;", "oil: ‘oil’ means what burns."]
    );
}

#[test]
fn words_in_quotation_marks_are_no_terms_by_themselves() {
    for words in [
        "He said “the lamp” and went. It means nothing.",
        "What is (“here”, for example) means a fact.",
        "The sign reads \"Danger\".",
        "Old lamps (\"torches\") will be considered as means of light.",
        "It is a “light,” as that term is defined in the Act.",
        "He said “the lamp includes a torch” and went.",
        "The keepers' lamp means the ships' peace.",
        "“A lamp is a promise, and a promise is a lamp that burns,” he said, means much.",
    ] {
        assert_eq!(told(&[words]), "", "{words}");
    }
}

#[test]
fn stressed_words_of_definitions_are_terms() {
    let terms = |heading: &str| {
        let mut builder = Builder::new();
        let section = builder.open(SectionKind::Clause, None);
        let push = |builder: &mut Builder, kind, text| {
            let body = vec![Fragment { source: 0, text }];
            builder.push(&BlockDraft { kind, source: 0..0, label: None, body, gap: false })
        };
        let title = push(&mut builder, BlockKind::Heading, heading);
        builder.set_title(section, Title::Words(builder.span_in(title, 0..heading.len())));
        let block = push(&mut builder, BlockKind::Paragraph, "Lamp: a light on the coast.");
        builder.style(block, 0..4, InlineKind::Strong);
        let all = push(&mut builder, BlockKind::Paragraph, "Nothing else.");
        builder.style(all, 0..13, InlineKind::Emphasis);
        let origin = Origin::StandardInput;
        let document = builder.finish(Metadata::new("", origin, ContentId([0; 32])));
        find(&document, &[]).into_iter().map(|term| term.name).collect::<Vec<_>>()
    };
    assert_eq!(terms("Definitions"), ["Lamp"]);
    assert_eq!(terms("Of lamps"), [""; 0]);
}

#[test]
fn uses_are_whole_words_and_the_longest_term_has_them() {
    let paragraphs = [
        "“Lamp” means a light. “Great Lamp” means a great one.",
        "A Lamp, two Lamps, a Great Lamp, a lamp and a Lamplight.",
        "“Lamp” means a light, we said.",
    ];
    assert_eq!(told(&paragraphs), "Lamp 2 2; Great Lamp 1 1");
    let document = document(&paragraphs);
    let block = document.block_at(1).expect("a block");
    let used: Vec<&str> = document
        .explained_in(block)
        .into_iter()
        .map(|(range, _)| &document.body(block)[range])
        .collect();
    assert_eq!(used, ["Lamp", "Lamps", "Great Lamp"]);
}
