//! A bulletin of other names, counts and clauses is read by the same rules.

use super::read;
use crate::document::{
    Document, InlineKind, Level, Origin, RosterKind, SectionKind, Standing, TextOffset, Title,
};
use proptest::prelude::*;

const LETTER: &str = include_str!("../../tests/fixtures/harbour-letter.txt");

fn document(text: &str) -> Document {
    read(text.as_bytes(), Origin::StandardInput).expect("text")
}

fn outline(document: &Document) -> Vec<(String, usize)> {
    document
        .section_ids()
        .map(|id| (document.section_address(id).to_owned(), document.paragraphs(id).count()))
        .collect()
}

#[test]
fn the_parts_of_a_bulletin_are_found() {
    let letter = document(LETTER);
    let expected = [
        ("masthead", 4),
        ("story", 4),
        ("declaration", 0),
        ("preamble", 3),
        ("1", 1),
        ("2", 3),
        ("3", 1),
        ("imprint", 1),
        ("notice", 2),
    ];
    assert_eq!(outline(&letter), expected.map(|(a, n)| (a.to_owned(), n)));
    let head = letter.metadata();
    assert_eq!(head.headline(), "Harbour Letter · Vol. 3, No. 7 · 12 March 2031 · Winter edition");
    assert_eq!(head.publisher.as_deref(), Some("Guild of Harbour Keepers"));
    assert_eq!(head.language.as_deref(), Some("en"));
}

#[test]
fn titles_are_told_as_they_stand() {
    let letter = document(LETTER);
    let title = |kind| {
        let id = letter.section_ids().find(|id| letter.section(*id).kind == kind).expect("section");
        (letter.section(id).title, letter.title(id).into_owned())
    };
    assert_eq!(title(SectionKind::Story).1, "Keepers Agree on Lamps After a Long Night");
    let (damaged, words) = title(SectionKind::Declaration);
    assert!(matches!(damaged, Title::Damaged(_)));
    assert_eq!(words, "… of the Fifth Meeting of the Keepers of the League’s Harbours");
    assert_eq!(title(SectionKind::Clause).1, "steady lamps");
}

#[test]
fn gaps_and_operative_words_are_kept() {
    let letter = document(LETTER);
    let gaps: Vec<_> = letter
        .block_ids()
        .filter(|id| letter.block(*id).gap)
        .map(|id| letter.block_address(id))
        .collect();
    assert_eq!(gaps, ["declaration", "1", "3", "imprint"]);
    let operative: Vec<_> = letter
        .block_ids()
        .flat_map(|id| letter.inlines(id))
        .filter(|i| i.kind == InlineKind::Operative)
        .map(|i| letter.slice(i.span))
        .collect();
    assert!(
        operative.contains(&"Reaffirming") && operative.contains(&"We recognize"),
        "{operative:?}"
    );
}

#[test]
fn rosters_are_read_from_prose_with_their_evidence() {
    let letter = document(LETTER);
    let roster = |kind| letter.rosters().iter().find(|r| r.kind == kind).expect("roster");
    let members = roster(RosterKind::Members);
    let told: Vec<_> = members
        .entries
        .iter()
        .map(|e| (e.name.as_str(), e.level.map(|(l, _)| l), e.standing))
        .collect();
    assert_eq!(
        told,
        [
            ("Aldmouth", Some(Level::President), Standing::Listed),
            ("Brenn", Some(Level::President), Standing::Listed),
            ("Isle of Corran", Some(Level::DeputyMinister), Standing::Listed),
            ("Dunsea", Some(Level::PrimeMinister), Standing::Listed),
            ("Bay of Esk", None, Standing::Joined),
        ]
    );
    assert_eq!(members.stated, Some(5));
    let observers: Vec<_> =
        roster(RosterKind::Observers).entries.iter().map(|e| e.name.as_str()).collect();
    assert_eq!(
        observers,
        ["Fenwick", "Gorm", "Hulne", "Union of Pilots", "Society for Lost Ships"]
    );
    for entry in &members.entries {
        assert_eq!(letter.passage_text(entry.evidence), entry.name);
        assert_eq!(&LETTER[letter.source_range(entry.evidence)], entry.name);
    }
    let brenn: Vec<_> =
        members.entries[1].mentions.iter().map(|m| letter.block_address(m.start.block)).collect();
    // “North Brenn” is another place.
    assert_eq!(brenn, ["story:3", "3"]);
}

#[test]
fn abbreviations_are_collected() {
    let letter = document(LETTER);
    let told: Vec<_> = letter
        .abbreviations()
        .iter()
        .map(|a| (a.short.as_str(), letter.passage_text(a.expansion), a.used.len()))
        .collect();
    assert_eq!(
        told,
        [
            ("LHK", "League of Harbour Keepers".to_owned(), 2),
            ("SLR", "Safe Lamp Rules".to_owned(), 1)
        ]
    );
}

#[test]
fn prose_does_not_break_out_in_clauses() {
    let prose = "A walk\n\nIt was 1999. A good year, said the keeper, and went on:\n60 days later he was gone.\n\n7. He liked that number.\n";
    assert_eq!(outline(&document(prose)).len(), 1);
}

#[test]
fn the_built_in_bulletin_is_read() {
    let bulletin = super::built_in().expect("the bulletin");
    let clauses = bulletin.sections().iter().filter(|s| s.kind == SectionKind::Clause).count();
    assert_eq!(clauses, 25);
}

/// Every byte belongs to exactly one block or is white space.
fn assert_whole(source: &str) {
    let document = document(source);
    let mut at = 0;
    for block in document.blocks() {
        assert!(block.source.start >= at, "blocks overlap at byte {at}");
        assert!(
            source[at..block.source.start].chars().all(blank),
            "lost: {:?}",
            &source[at..block.source.start]
        );
        at = block.source.end;
    }
    assert!(source[at..].chars().all(blank), "lost: {:?}", &source[at..]);
}

fn blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{FEFF}'
}

#[test]
fn no_byte_of_the_fixtures_is_lost() {
    assert_whole(LETTER);
    assert_whole(&LETTER.replace('\n', "\r\n"));
    assert_whole(std::str::from_utf8(super::BUILT_IN).expect("UTF-8"));
}

proptest! {
    #[test]
    fn no_byte_of_any_text_is_lost(
        lines in prop::collection::vec("([0-9]{1,2}[.)] )?[A-Za-zé,;.“” \u{A0}\u{1B}*()]{0,60}", 0..40),
    ) {
        assert_whole(&lines.join("\n"));
    }

    #[test]
    fn every_character_of_the_text_maps_to_its_source(
        lines in prop::collection::vec("([0-9]{1,2}[.] )?[A-Za-zé,; \u{A0}]{0,60}", 1..30),
    ) {
        let source = lines.join("\n");
        let document = document(&source);
        for block in document.block_ids() {
            let start = document.block(block).body.start.get();
            for (at, c) in document.body(block).char_indices().filter(|(_, c)| !c.is_whitespace()) {
                let from = document.source_offset(TextOffset::new(start + at));
                prop_assert_eq!(source[from..].chars().next(), Some(c));
            }
        }
    }

    #[test]
    fn an_address_leads_to_its_section(
        lines in prop::collection::vec("([0-9]{1,2}[.] )?[A-Za-z,; ]{1,60}", 1..40),
    ) {
        let document = document(&lines.join("\n\n"));
        let mut seen = std::collections::HashSet::new();
        for id in document.section_ids() {
            prop_assert!(seen.insert(document.section_address(id)), "twice: {}", document.section_address(id));
        }
    }
}
