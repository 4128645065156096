//! Tests of citations, from addresses to words.

use super::*;
use crate::document::{
    BlockDraft, BlockKind, Builder, ClauseNumber, ContentId, Fragment, Metadata, Ordinal, Origin,
    SectionKind,
};
use crate::find::{Target, look_up};

fn letter() -> Document {
    let text = include_bytes!("../../../tests/fixtures/harbour-letter.txt");
    crate::source::read(text, Origin::StandardInput).expect("text")
}

fn cited(document: &Document, addresses: &[&str], template: &Template) -> String {
    let places: Vec<Citable> = addresses
        .iter()
        .map(|address| match look_up(document, address, None) {
            Ok(Target::Text { passage, .. }) => Citable::Words(passage),
            Ok(Target::Roster(id)) => Citable::Roster(id),
            Ok(Target::Entry(id, row)) => Citable::Entry(id, row),
            Err(error) => panic!("{address}: {error}"),
        })
        .collect();
    cite(document, &places, template)
}

#[test]
fn a_citation_leads_from_the_whole_to_the_part() {
    let issue = "Harbour Letter, Vol. 3, No. 7, 12 March 2031";
    let citation = |address| cited(&letter(), &[address], &Template::plain());
    assert_eq!(citation("2"), format!("{issue}, Declaration, clause 2"));
    assert_eq!(citation("pp2"), format!("{issue}, Declaration, Preamble, para. 2"));
    assert_eq!(citation("story:3"), format!("{issue}, News story, para. 3"));
    assert_eq!(citation("declaration"), format!("{issue}, Declaration"));
    assert_eq!(
        citation("members/Dunsea"),
        format!("{issue}, News story, para. 2 (members: Dunsea)")
    );
}

#[test]
fn several_places_are_put_into_few_words() {
    let bulletin = crate::source::built_in().expect("text");
    let template: Template = "{provision}".parse().expect("a template");
    for (addresses, words) in [
        (&["4-6", "8", "11"][..], "Declaration, clauses 4-6, 8 and 11"),
        (&["11", "8", "4-6", "5"], "Declaration, clauses 4-6, 8 and 11"),
        (&["8:2-3"], "Declaration, clause 8, paras 2-3"),
        (&["8:2", "8:3", "8:5"], "Declaration, clause 8, paras 2-3 and 5"),
        (&["8:2-9:1"], "Declaration, clause 8, paras 2-8; clause 9, para. 1"),
        (&["7-8:1"], "Declaration, clause 7; clause 8, para. 1"),
        (&["pp2-4", "4"], "Declaration, Preamble, paras 2-4; clause 4"),
        (&["story:4-6", "story:8", "story:11"], "News story, paras 4-6, 8 and 11"),
        (&["story:2", "11"], "News story, para. 2; Declaration, clause 11"),
        (&["declaration", "11"], "Declaration"),
        (&["1-last"], "Declaration, clauses 1-25"),
    ] {
        assert_eq!(cited(&bulletin, addresses, &template), words, "{addresses:?}");
    }
}

#[test]
fn the_instrument_is_cited_with_its_place_and_date() {
    let footnote = Template::built_in("footnote").expect("a template");
    assert_eq!(
        cited(&letter(), &["2:2-3"], &footnote),
        "[Declaration] of the Fifth Meeting of the Keepers of the League’s Harbours, Port Sel, \
         9 March 2031, clause 2, paras 2-3, in Harbour Letter, Vol. 3, No. 7, 12 March 2031."
    );
    assert_eq!(
        cited(&letter(), &["declaration"], &Template::markdown()),
        "*Harbour Letter*, Vol. 3, No. 7, 12 March 2031, Declaration"
    );
}

#[test]
fn a_record_is_whole() {
    let bibtex = Template::built_in("bibtex").expect("a template");
    let record = cited(&letter(), &["2:2-3"], &bibtex);
    assert!(record.starts_with("@misc{harbour-letter-2031-2-2-3,\n"), "{record}");
    assert!(record.contains("\n  month = mar,\n") && record.ends_with("\n}"), "{record}");
    assert!(record.contains("note = {clause 2, paras 2-3 (Port Sel, 9 March 2031)}"), "{record}");
    let open = record.matches('{').count();
    assert_eq!(open, record.matches('}').count(), "{record}");
}

#[test]
fn a_bookmark_is_cited_as_its_words_are_without_the_document() {
    let own: Template = "{{{quote}}} {instrument, }{pinpoint} {month}/{year} [{address}] {file}"
        .parse()
        .expect("one");
    let built_in = Template::BUILT_IN.map(|name| Template::built_in(name).expect(name));
    let mut compared = 0;
    for document in [letter(), rules(), crate::source::built_in().expect("text")] {
        let sections = document.section_ids().filter_map(|id| document.section_passage(id));
        let blocks = document.block_ids().map(|block| document.block_passage(block));
        for passage in sections.chain(blocks) {
            let kept = crate::bookmarks::Bookmark::new(&document, passage, "");
            for template in built_in.iter().chain([&own]) {
                let cited = cite(&document, &[Citable::Words(passage)], template);
                assert_eq!(kept.cite(template), cited);
                compared += 1;
            }
        }
    }
    assert!(compared > 500);
}

#[test]
fn of_a_bookmark_that_knows_no_more_its_address_is_cited() {
    let kept = crate::bookmarks::Bookmark {
        address: "8:3".to_owned(),
        document: crate::bookmarks::DocumentIdentity {
            title: "Letter · No. 7 · 12 March 2031".to_owned(),
            ..Default::default()
        },
        ..Default::default()
    };
    assert_eq!(kept.cite(&Template::plain()), "Letter, No. 7, 12 March 2031, 8:3");
    assert_eq!(kept.cite(&Template::markdown()), "*Letter*, 8:3");
}

/// A clause with a chapeau and two sub-clauses, and a clause after it.
fn rules() -> Document {
    let mut builder = Builder::new();
    let mut at = 0;
    let mut push = |builder: &mut Builder, words: &str| {
        let body = vec![Fragment { source: at, text: words }];
        let source = at..at + words.len();
        at += words.len();
        let kind = BlockKind::Paragraph;
        builder.push(&BlockDraft { kind, source, label: None, body, gap: false });
    };
    let one = ClauseNumber::top(1);
    builder.open(SectionKind::Clause, Some(one.clone()));
    push(&mut builder, "The keeper must");
    for (letter, words) in [("a", "light the lamp"), ("b", "stay awake")] {
        let number = one.child(Ordinal::Letters(letter.to_owned()));
        builder.open(SectionKind::Clause, Some(number));
        push(&mut builder, words);
        builder.close();
    }
    builder.close();
    builder.open(SectionKind::Clause, Some(ClauseNumber::top(2)));
    push(&mut builder, "No more.");
    builder.finish(Metadata::new("Rules", Origin::StandardInput, ContentId([0; 32])))
}

#[test]
fn a_chapeau_is_distinguished_from_its_clause() {
    let rules = rules();
    let template: Template = "{pinpoint} [{address}]".parse().expect("a template");
    let told = |address| cited(&rules, &[address], &template);
    assert_eq!(told("1"), "clause 1 [1]");
    assert_eq!(told("1:1"), "clause 1, chapeau [1:1]");
    assert_eq!(told("1(a)-1(b)"), "clauses 1(a)-1(b) [1(a), 1(b)]");
    assert_eq!(told("1-2"), "clauses 1-2 [1, 2]");
}
