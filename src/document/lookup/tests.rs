use super::*;
use crate::document::Origin;

const LETTER: &str = include_str!("../../../tests/fixtures/harbour-letter.txt");

fn letter() -> Document {
    crate::source::read(LETTER.as_bytes(), Origin::StandardInput).expect("text")
}

fn told(typed: &str) -> String {
    let letter = letter();
    let from = Some(letter.section_passage(SectionId::new(3)).expect("text").start);
    match look_up(&letter, typed, from) {
        Ok(Target::Text { passage, .. }) => {
            letter.passage_text(passage).chars().take(28).collect::<String>()
        }
        Ok(Target::Roster(id)) => format!("roster {}", letter.roster(id).kind.name()),
        Ok(Target::Entry(id, i)) => format!("entry {}", letter.roster(id).entries[i].name),
        Err(error) => format!("! {error}"),
    }
}

#[test]
fn every_form_of_address_leads_to_its_place() {
    for (typed, there) in [
        ("2", "We support the pilots of the"),
        ("2:3", "We reaffirm the SLRs."),
        ("§2:3", "We reaffirm the SLRs."),
        ("pp2", "Having met in Port Sel at a "),
        ("preamble:2", "Having met in Port Sel at a "),
        ("story:4", "“A lamp is a promise,” the m"),
        ("Story:4", "“A lamp is a promise,” the m"),
        ("last", "We decide to meet again in 2"),
        ("members", "roster members"),
        ("members/dunsea", "entry Dunsea"),
        ("members/isle", "entry Isle of Corran"),
        ("members/Corran", "entry Isle of Corran"),
        ("members:2", "entry Brenn"),
        ("2:2-3", "We also support the pilots’ "),
        ("1-3", "We recognize that steady lam"),
        ("+1", "We recognize that steady lam"),
        ("+2", "We support the pilots of the"),
        ("decl", "of the Fifth Meeting of the "),
    ] {
        assert_eq!(told(typed), there, "{typed}");
    }
}

#[test]
fn a_miss_says_what_there_is() {
    for (typed, said) in [
        ("41", "! no clause 41: the last is 3"),
        ("2:4", "! clause 2 has 3 paragraphs, not 4"),
        ("2:0", "! clause 2 has 3 paragraphs, not 0"),
        ("pp9", "! the preamble has 3 paragraphs, not 9"),
        ("1:2", "! clause 1 has one paragraph, not 2"),
        (
            "2(c)",
            "! no clause 2(c): clause 2 has no sub-clauses, but 3 paragraphs: type 2:1 for the first",
        ),
        ("1.4", "! no clause 1.4: clause 1 has no sub-clauses, only one paragraph"),
        ("9.4", "! no clause 9.4: the last is 3"),
        ("members/Fenwick", "! no “Fenwick” among the members"),
        ("3-1", "! “3-1” is not a valid range: type the first place first"),
        ("-1", "! no clause before this one"),
        ("+9", "! no clause after this one"),
    ] {
        assert_eq!(told(typed), said, "{typed}");
    }
    assert!(told("appendix").starts_with("! no “appendix” here: there are masthead, story"));
}

#[test]
fn the_last_clause_is_that_of_the_text_and_not_of_its_annex() {
    let text = "Lamp Rules\n\n1. The lamp is lit at dusk.\n\n2. The lamp is kept:\n\n(a) by day;\n\n(b) by night.\n\n\
                ANNEX\n\nOil\n\n1. Oil is bought.\n\n2. Oil is kept.\n\n3. Oil is burnt.\n";
    let rules = crate::source::read(text.as_bytes(), Origin::StandardInput).expect("text");
    let told = |typed: &str| match look_up(&rules, typed, None) {
        Ok(Target::Text { sections, .. }) => rules.section_address(sections[0]).to_owned(),
        Ok(other) => format!("{other:?}"),
        Err(error) => error.to_string(),
    };
    assert!(rules.sections().iter().any(|section| section.kind == SectionKind::Annex));
    assert_eq!(told("41"), "no clause 41: the last is 2");
    assert_eq!(told("last"), "2");
}

#[test]
fn repeated_numbers_are_distinguished() {
    let text = "Rules\n\n1. One.\n\n2. Two.\n\n2. Two is said once again, by all of us.\n\nMore of it.\n\n3. Three.\n";
    let rules = crate::source::read(text.as_bytes(), Origin::StandardInput).expect("text");
    let told = |typed: &str| match look_up(&rules, typed, None) {
        Ok(Target::Text { passage, .. }) => rules.passage_text(passage).replace('\n', " "),
        Ok(other) => format!("{other:?}"),
        Err(error) => format!("! {error}"),
    };
    assert_eq!(told("2"), "Two.");
    assert_eq!(told("2~2"), "Two is said once again, by all of us.  More of it.");
    assert_eq!(told("2~2:2"), "More of it.");
    assert_eq!(told("2~3"), "! clause 2 occurs 2 times, not 3 times");
    assert_eq!(told("3~2"), "! clause 3 occurs once, not 2 times");
}

#[test]
fn address_to_section_to_address_is_the_identity() {
    let letter = letter();
    for id in letter.section_ids() {
        let Ok(Target::Text { sections, .. }) = look_up(&letter, letter.section_address(id), None)
        else {
            panic!("{}", letter.section_address(id));
        };
        assert_eq!(sections, [id]);
    }
    for block in letter.block_ids().filter(|id| letter.block(*id).kind.is_paragraph()) {
        let Ok(Target::Text { passage, .. }) = look_up(&letter, &letter.block_address(block), None)
        else {
            panic!("{}", letter.block_address(block));
        };
        assert!(passage.contains(Point::start_of(block)), "{}", letter.block_address(block));
    }
}
