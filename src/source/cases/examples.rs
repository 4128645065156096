//! Texts of many kinds, with what a careful reader finds in them and what not.

use super::document;
use crate::document::{Document, Roster, RosterKind, SectionKind};
use std::fmt::Write as _;

const COMPACT: &str = include_str!("../../../tests/fixtures/compact-bulletin.txt");
const CHARTER: &str = include_str!("../../../tests/fixtures/lamp-charter.txt");
const WALK: &str = include_str!("../../../tests/fixtures/walk-notes.txt");

/// Each section's address and how many paragraphs are its own.
fn outline(document: &Document) -> String {
    let mut out = String::new();
    for id in document.section_ids() {
        let count = document.paragraphs(id).count();
        let _ = write!(out, "{} {count}, ", document.section_address(id));
    }
    out.trim_end_matches(", ").to_owned()
}

fn roster(document: &Document, kind: RosterKind) -> Option<&Roster> {
    document.rosters().iter().find(|roster| roster.kind == kind)
}

/// A roster as `stated: name (note) mentions; …`, empty where there is none.
fn told(document: &Document, kind: RosterKind) -> String {
    let Some(roster) = roster(document, kind) else { return String::new() };
    let entries: Vec<String> = roster
        .entries
        .iter()
        .map(|entry| {
            let places = entry.mentions.iter().map(|m| document.block_address(m.start.block));
            let places = places.collect::<Vec<_>>().join(" ");
            format!("{} ({}) {places}", entry.name, entry.note()).trim_end().to_owned()
        })
        .collect();
    let stated = roster.stated.map_or(String::new(), |stated| stated.to_string());
    format!("{stated}: {}", entries.join("; "))
}

fn provisions(document: &Document) -> usize {
    document.sections().iter().filter(|section| section.kind.is_provision()).count()
}

#[test]
fn a_wrapped_bulletin_is_read() {
    let compact = document(COMPACT);
    assert_eq!(
        outline(&compact),
        "masthead 3, story 5, declaration 0, preamble 5, 1 2, 2 1, 3 1, 3(a) 1, 3(b) 1, 4 1, 5 1, imprint 1, notice 2"
    );
    let head = compact.metadata();
    assert_eq!(head.headline(), "THE TIDEWATER GAZETTE · No. 14 · 3 September 2041");
    assert_eq!(head.publisher.as_deref(), Some("Secretariat of the Compact of Estuaries"));
    let titles: Vec<_> = [SectionKind::Story, SectionKind::Declaration]
        .into_iter()
        .filter_map(|kind| compact.section_ids().find(|id| compact.section(*id).kind == kind))
        .map(|id| compact.title(id))
        .collect();
    assert_eq!(
        titles,
        [
            "Compact Closes Its Widest Meeting With a Promise on Dredging",
            "Joint Statement of the Third Meeting of the Compact of Estuaries"
        ]
    );
    // Filled by eye, and with a hyphen that does not break.
    assert!(
        compact.text().contains("asked for non\u{2011}stop observation of the sand\u{2011}bars.")
    );
}

#[test]
fn members_observers_and_levels_are_read_from_the_story() {
    let compact = document(COMPACT);
    assert_eq!(
        told(&compact, RosterKind::Members),
        "10: Arlen (president) story:3; \
         Republic of Bessary (prime minister) story:3 story:5 4; \
         Cormoth (deputy minister) story:3 pp2; \
         Dell () 5; \
         Dell Superior (minister) story:3; \
         Eastern Farrow (); \
         Gant (deputy prime minister) story:3 story:3; \
         Free City of Hallin () story:4; \
         Isk (); \
         Kingdom of Jorvel (joined later) 4"
    );
    assert_eq!(
        told(&compact, RosterKind::Observers),
        ": Kestrel Sound (); Lower Mere (); Office for Tidal Records () story:5"
    );
}

#[test]
fn evidence_is_a_range_of_the_source_that_holds_the_name() {
    let marked = format!("\u{FEFF}{COMPACT}");
    let variants = [COMPACT.to_owned(), COMPACT.replace('\n', "\r\n"), marked];
    let plain = document(COMPACT);
    for source in &variants {
        let compact = document(source);
        assert_eq!(outline(&compact), outline(&plain));
        assert_eq!(compact.text(), plain.text());
        for kind in [RosterKind::Members, RosterKind::Observers] {
            assert_eq!(told(&compact, kind), told(&plain, kind));
            for entry in &roster(&compact, kind).expect("roster").entries {
                let words = &source[compact.source_range(entry.evidence)];
                let words: Vec<&str> = words.split_whitespace().collect();
                assert_eq!(words.join(" "), entry.name);
            }
        }
    }
}

#[test]
fn articles_are_read_as_clauses_are() {
    let mut source = COMPACT.to_owned();
    for n in 1..=5 {
        source = source.replace(&format!("\n{n}) "), &format!("\nArticle {n}\n\n"));
    }
    let compact = document(&source);
    let articles = compact.sections().iter().filter(|s| s.kind == SectionKind::Article).count();
    assert_eq!((articles, outline(&compact)), (5, outline(&document(COMPACT))));
}

#[test]
fn clauses_without_a_bulletin_stand_as_they_are_numbered() {
    let charter = document(CHARTER);
    let outline = outline(&charter);
    let (_, clauses) = outline.split_once(", ").expect("sections");
    assert_eq!(clauses, "1 1, 2 1, 3 2, 4 1, 5 1, 5~2 1, 6 1, 7 1, 8 1, 10 1, 11 1, 12 1");
    assert_eq!(charter.metadata().title, "Charter of the Lamp Keepers of Orrin");
    assert!(charter.rosters().is_empty());
}

#[test]
fn numbers_of_other_kinds_are_no_clauses() {
    let texts = [
        ("a walk", WALK),
        (
            "a mail with points",
            "From: A. Keeper\nTo: B. Keeper\nSubject: lamps\n\nDear B.,\n\nYou asked, and I have questions of my own:\n\n1. When do we meet?\n\n2. Who has the key?\n\nYours,\nA.\n",
        ),
        (
            "a changelog",
            "Changelog\n\n2.1.0 (2031-03-01)\n- 3 faults mended\n\n2.0.0 (2031-01-01)\n1. A new oil.\n2. A new wick.\n\n1.0.0 (2030-01-01)\n1. The first lamp.\n",
        ),
        (
            "a table",
            "Lamps by harbour\n\n1   Aldmouth    12   oil\n2   Brenn        7   gas\n\n1. Aldmouth    12\n2. Brenn        7\n3. Corran       9\n",
        ),
        (
            "a shopping list",
            "A day in town\n\nWe needed little that morning, but the list was long enough to forget\nhalf of it on the way, as one does when the sun is out:\n1. bread\n2. oil\n3. a rope\nand we forgot the rope. The shopkeeper said that we would be back by\nnoon, and we were, and bought it, and a lamp besides.\n",
        ),
        (
            "a last line with a comma",
            "A note\n\nIt was late, and the lamp was low, and then there was,\n",
        ),
    ];
    for (name, text) in texts {
        let document = document(text);
        assert_eq!((provisions(&document), document.sections().len()), (0, 1), "{name}");
    }
}

const LEAGUE: &str = "A report\n\nThe League has seven members: Arlen, Bessary, Cormoth, Dell, New Dell, the Kingdom of Gant, and the Republic of Isk.\n\n";

/// The parties whose level a sentence tells.
fn levels(sentence: &str) -> String {
    let document = document(&format!("{LEAGUE}{sentence}\n"));
    let entries = document.rosters().iter().flat_map(|roster| &roster.entries);
    let levels = entries.filter_map(|e| Some(format!("{} {}", e.name, e.level?.0)));
    levels.collect::<Vec<_>>().join(", ")
}

#[test]
fn levels_are_told_in_many_forms() {
    for (sentence, expected) in [
        (
            "The presidents of Arlen and of Cormoth, and the foreign minister of Gant, led their delegations.",
            "Arlen president, Cormoth president, Kingdom of Gant minister",
        ),
        (
            "The Prime Ministers of Arlen and Bessary attended; the President of the Republic of Isk led its delegation.",
            "Arlen prime minister, Bessary prime minister, Republic of Isk president",
        ),
        (
            "Arlen was represented by its ambassador, and Dell by its Minister of Trade.",
            "Dell minister",
        ),
        ("The Minister of Foreign Affairs of Arlen took part.", "Arlen minister"),
        ("The delegation of Arlen was headed by its President.", "Arlen president"),
        (
            "Bessary and Cormoth sent their foreign ministers, while Dell sent its Vice-Premier.",
            "Bessary minister, Cormoth minister, Dell deputy prime minister",
        ),
        ("The President of New Dell headed its delegation.", "New Dell president"),
    ] {
        assert_eq!(levels(sentence), expected, "{sentence}");
    }
}

#[test]
fn no_level_is_invented() {
    for sentence in [
        "The delegations heard a letter from the President of Dell.",
        "The President of Arlen wrote to all delegations.",
        "The President of Arlen did not attend.",
        "The former President of Arlen attended the meeting.",
        "The President of the Bank of Arlen attended.",
        "The President of the Arlen Chess Club attended.",
        "Arlen was not represented by a minister.",
        "Arlen sent a letter to the Prime Minister of Dell.",
        "Arlen was represented by the brother of its Prime Minister.",
        "Arlen was to be represented by its President, who fell ill.",
        "The President of South Gant led his delegation.",
    ] {
        assert_eq!(levels(sentence), "", "{sentence}");
    }
}

#[test]
fn lists_of_parties_are_told_in_many_forms() {
    use RosterKind::{Members, Observers, Signatories};
    for (sentence, kind, expected) in [
        ("Observers are Dell, Gant and Isk.", Observers, ": Dell (); Gant (); Isk ()"),
        ("Dell, Gant and Isk have observer status.", Observers, ": Dell (); Gant (); Isk ()"),
        ("Signatories: Dell, Gant, and Isk.", Signatories, ": Dell (); Gant (); Isk ()"),
        (
            "There are twenty-one member states, namely Dell, Gant and Isk. Arlen became the twenty-second member.",
            Members,
            "22: Dell (); Gant (); Isk (); Arlen (joined later)",
        ),
        (
            "Its members include Salt and Pepper, Oil and Lamp, and Ebb and Flow.",
            Members,
            ": Salt and Pepper (); Oil and Lamp (); Ebb and Flow ()",
        ),
        ("The member said: Anna, Ben and Carl are late.", Members, ""),
        ("He remembers Anna, Ben and Carl.", Members, ""),
    ] {
        assert_eq!(told(&document(&format!("A report\n\n{sentence}\n")), kind), expected);
    }
}
