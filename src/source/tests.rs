//! A bulletin with other names, counts and clauses is read by the same rules.

use super::read;
use crate::document::{
    BlockKind, Document, InlineKind, Origin, RepresentationLevel, RosterKind, SectionKind,
    Standing, TextOffset, Title,
};
use proptest::prelude::*;

const LETTER: &str = include_str!("../../tests/fixtures/harbour-letter.txt");
const GAZETTE: &str = include_str!("../../tests/fixtures/salt-coast-gazette.txt");
const BEES: &str = include_str!("../../tests/fixtures/bee-resolution.txt");
const CLERK: &str = include_str!("../../tests/fixtures/clerk-of-the-weights.txt");

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
fn titles_are_shown_as_they_are_written() {
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
            ("Aldmouth", Some(RepresentationLevel::President), Standing::Listed),
            ("Brenn", Some(RepresentationLevel::President), Standing::Listed),
            ("Isle of Corran", Some(RepresentationLevel::DeputyMinister), Standing::Listed),
            ("Dunsea", Some(RepresentationLevel::PrimeMinister), Standing::Listed),
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
    // “North Brenn” is another party.
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

/// Returns every party of a roster: its name, its level and standing, and the
/// places that mention it.
fn parties(document: &Document, kind: RosterKind) -> Vec<(String, String, String)> {
    let roster = document.rosters().iter().find(|r| r.kind == kind).expect("roster");
    roster
        .entries
        .iter()
        .map(|entry| {
            assert_eq!(document.passage_text(entry.evidence), entry.name);
            let places: Vec<_> =
                entry.mentions.iter().map(|m| document.block_address(m.start.block)).collect();
            (entry.name.clone(), entry.note(), places.join(" "))
        })
        .collect()
}

/// Returns the words that state each level.
fn levels(document: &Document) -> Vec<(String, String)> {
    let entries = document.rosters().iter().flat_map(|r| &r.entries);
    entries.filter_map(|e| Some((e.name.clone(), document.passage_text(e.level?.1)))).collect()
}

fn owned<const N: usize, const M: usize>(rows: [[&str; N]; M]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(|&cell| cell.to_owned()).collect()).collect()
}

#[test]
fn a_wrapped_bulletin_of_another_kind_is_read_by_the_same_rules() {
    let gazette = document(GAZETTE);
    let expected = [
        ("masthead", 4),
        ("story", 4),
        ("declaration", 0),
        ("preamble", 4),
        ("1", 1),
        ("2", 2),
        ("3", 1),
        ("4", 1),
        ("imprint", 3),
        ("notice", 2),
    ];
    assert_eq!(outline(&gazette), expected.map(|(a, n)| (a.to_owned(), n)));
    let head = gazette.metadata();
    assert_eq!(head.headline(), "THE SALT COAST GAZETTE · No. 14 · 3 May 2044");
    assert_eq!(head.publisher.as_deref(), Some("Bureau of the Compact of Salt Coasts"));
    let title = |kind| {
        let id = gazette.section_ids().find(|id| gazette.section(*id).kind == kind).expect("kind");
        gazette.title(id).into_owned()
    };
    assert_eq!(title(SectionKind::Story), "Nine Coasts Share One Sea Wall");
    assert_eq!(
        title(SectionKind::Declaration),
        "Joint Statement of the Coasts on the Keeping of the Common Wall"
    );
    let dated = gazette.blocks().iter().find(|b| b.kind == BlockKind::Dateline).expect("dateline");
    assert_eq!(gazette.slice(dated.body), "Adopted at Varn on 1 May 2044");
    let short: Vec<_> = gazette
        .abbreviations()
        .iter()
        .map(|a| (a.short.as_str(), gazette.passage_text(a.expansion), a.used.len()))
        .collect();
    assert_eq!(short, [("CSC", "Compact of Salt Coasts".to_owned(), 2)]);
    // No line ends remain from wrapping.
    assert!(gazette.block_ids().filter(|id| gazette.body(*id).contains('\n')).count() <= 1);
}

#[test]
fn parties_are_distinguished_and_their_levels_are_read_in_other_words() {
    let gazette = document(GAZETTE);
    let rows = |kind| -> Vec<Vec<String>> {
        parties(&gazette, kind).into_iter().map(|(a, b, c)| vec![a, b, c]).collect()
    };
    assert_eq!(
        rows(RosterKind::Members),
        owned([
            ["Arda", "president", "story:3"],
            ["Belmar", "prime minister", "story:3"],
            ["Republic of Corvo", "deputy minister", "story:3"],
            // A letter by a vice-president is not a delegation.
            ["Drune", "", "story:3"],
            // “New Ostry” and “Great Ostry” are other parties.
            ["Ostry", "", ""],
            ["New Ostry", "", "story:4"],
            ["Pell", "minister", "story:3"],
            ["Quay Islands", "", ""],
            ["Rhune", "minister", "story:3"],
            ["Republic of Sund", "joined later", "2:2"],
        ])
    );
    assert_eq!(
        rows(RosterKind::Observers),
        owned([["Tarn", "", "story:4"], ["Guild of Divers", "", "pp3"]])
    );
    assert_eq!(gazette.rosters()[0].stated, Some(10));
    let told: Vec<Vec<String>> =
        levels(&gazette).into_iter().map(|(name, words)| vec![name, words]).collect();
    let pell = "Pell and Rhune by their ministers";
    assert_eq!(
        told,
        owned([
            ["Arda", "President of Arda"],
            ["Belmar", "Prime Minister of Belmar"],
            ["Republic of Corvo", "Corvo was represented by its Deputy Foreign Minister"],
            ["Pell", pell],
            ["Rhune", pell],
        ])
    );
}

#[test]
fn clauses_alone_are_read_and_not_repaired() {
    let bees = document(BEES);
    let addresses: Vec<_> = bees.section_ids().map(|id| bees.section_address(id)).collect();
    let expected = "declaration preamble 1 2 3 4 5 5~2 6 7 8 10 11 12";
    assert_eq!(addresses.join(" "), expected);
    assert_eq!(bees.metadata().headline(), "Resolution on the Keeping of Bees in the Upper Town");
    assert!(bees.rosters().is_empty() && bees.abbreviations().is_empty());
}

#[test]
fn numbers_that_are_not_clauses_make_none() {
    let table =
        "Lamps of the coast\n\n1. Ald     12   red\n2. Brenn    7   green\n3. Cor     31   white\n";
    let changes = "Changes\n\nVersion 3\n\n1. A lamp is lit.\n2. A bell rings.\n\nVersion 2\n\n1. Oil is kept.\n2. Wicks too.\n\nVersion 1\n\n1. All is new.\n2. All is dark.\n";
    let mail = "From: A. Keeper\nTo: B. Keeper\n\nDear B.,\n\nplease bring to the harbour:\n\n1. two lamps\n2. the long rope\n3. bread\n\nI shall wait at the steps until noon.\n\nYours, A.\n";
    for (name, text) in [("story", CLERK), ("table", table), ("changes", changes), ("mail", mail)] {
        let document = document(text);
        let provisions = document.sections().iter().filter(|s| s.kind.is_provision()).count();
        assert_eq!(provisions, 0, "{name}");
    }
}

#[test]
fn the_built_in_bulletin_states_its_levels_with_tight_evidence() {
    let bulletin = crate::source::built_in().expect("the bulletin");
    let told = levels(&bulletin);
    assert_eq!(told.len(), 15);
    let of = |name: &str| told.iter().find(|(n, _)| n == name).map(|(_, words)| words.as_str());
    assert_eq!(of("India"), Some("India sent a Cabinet-level minister"));
    assert_eq!(of("Iran"), Some("Iran sent a deputy foreign minister"));
    assert_eq!(of("Thailand"), Some("prime minister of Thailand"));
    assert_eq!(
        of("Turkey"),
        Some("Israel, Mongolia and Turkey were represented by deputy prime ministers")
    );
    assert!(of("China").is_some_and(|words| words.ends_with("Tajikistan, and Uzbekistan")));
    assert_eq!([of("Egypt"), of("Republic of Korea")], [None, None]);
}

#[test]
fn prose_does_not_break_out_in_clauses() {
    let prose = "A walk\n\nIt was 1999. A good year, said the keeper, and went on:\n60 days later he was gone.\n\n7. He liked that number.\n";
    assert_eq!(outline(&document(prose)).len(), 1);
}

#[test]
fn the_built_in_bulletin_is_read() {
    let bulletin = crate::source::built_in().expect("the bulletin");
    let clauses = bulletin.sections().iter().filter(|s| s.kind == SectionKind::Clause).count();
    assert_eq!(clauses, 25);
}

/// Checks that every byte belongs to exactly one block or is white space.
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
    assert_whole(GAZETTE);
    assert_whole(BEES);
    assert_whole(CLERK);
    assert_whole(&LETTER.replace('\n', "\r\n"));
    assert_whole(std::str::from_utf8(super::BUILT_IN).expect("UTF-8"));
}

proptest! {
    #[test]
    fn no_byte_of_any_text_is_lost(
        lines in prop::collection::vec("([0-9]{1,2}[.)] )?[A-Za-zé,;.“” \u{A0}\u{7}*()]{0,60}", 0..40),
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
